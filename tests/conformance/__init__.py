"""The vectors of tests/wire against every language, joined into one table: ``python -m conformance``."""
