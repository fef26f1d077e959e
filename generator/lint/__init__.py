"""Specs, overlays, JSON Schemas and dialect -> findings, each with a code and a place: ``whmcs-codegen lint``.

``catalogue`` lists the rules, ``material`` reads what they look at, ``lint`` runs them; every other module but the
formats (``text``, ``sarif``) and ``justified`` holds the rules on one subject.
"""
