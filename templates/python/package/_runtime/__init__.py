"""What every call of this package runs on; nothing here knows a single action."""
