"""The Python target: a package on httpx and pydantic. Each module says one thing in Python; ``target`` joins them."""

from .target import PythonTarget

__all__ = ["PythonTarget"]
