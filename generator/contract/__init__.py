"""Proofs that a target keeps its contract (``targets/base``), over specs made for it: ``whmcs-codegen contract``."""
