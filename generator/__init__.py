"""Turns an action-style OpenAPI description into client packages that are true on the wire."""
