"""The TypeScript target: an ESM package on nothing but fetch. Each module says one thing in TypeScript."""

from .target import TypeScriptTarget

__all__ = ["TypeScriptTarget"]
