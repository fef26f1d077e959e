"""What a generated module imports, gathered from the types in it, in isort's order and Black's style."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TypeAlias

from .text import LINE_LENGTH, block

# (module, name). A module of the package itself begins with a dot: (".enums", "InvoiceStatus").
Need: TypeAlias = tuple[str, str]
_THIRD_PARTY = frozenset({"httpx", "pydantic"})


def import_block(needs: Iterable[Need], folder: str = "") -> str:
    """The imports of a module in a folder of the package: the standard library's, those of others, our own."""
    modules: dict[str, set[str]] = {}
    for module, name in needs:
        # "date as Date" and "datetime as DateTime" get a line each.
        modules.setdefault(f"{module} {name}" if " as " in name else module, set()).add(name)
    sections: dict[int, list[str]] = {0: [], 1: [], 2: []}
    for key in sorted(modules, key=lambda key: _module_order(_relative(key, folder))):
        module = key.partition(" ")[0]
        section = 2 if module.startswith(".") else 1 if module in _THIRD_PARTY else 0
        sections[section] += imports(_relative(module, folder), modules[key])
    return "\n\n".join("\n".join(lines) for lines in sections.values() if lines)


def _relative(module: str, folder: str) -> str:
    """A module as seen from a folder: ``.models.shared`` is ``.shared`` in ``models``, ``.enums`` is ``..enums``."""
    if not folder or not module.startswith("."):
        return module
    inside = f".{folder}."
    return "." + module.removeprefix(inside) if module.startswith(inside) else "." + module


def _module_order(module: str) -> tuple[int, tuple[int, list[tuple[int, str]], str]]:
    """The furthest first, as isort has relative imports."""
    name = module.lstrip(".")
    return len(name) - len(module), (0, _natural(name.lower()), name)


def imports(module: str, names: Iterable[str], indent: int = 0) -> list[str]:
    """``from module import a, b``, in Black's and isort's style; no line where there is nothing to import."""
    wanted = sorted(names, key=import_order)
    left = f"{' ' * indent}from {module} import "
    line = left + ", ".join(wanted)
    if not wanted:
        return []
    return [line if len(line) <= LINE_LENGTH else left + block("(", wanted, ")", indent)]


def import_order(name: str) -> tuple[int, list[tuple[int, str]], str]:
    """Sorts names as isort does: constants, classes, the rest; without case, and ``x2`` before ``x10``."""
    rank = 0 if name.isupper() and len(name) > 1 else 1 if name[0].isupper() else 2
    return rank, _natural(name.lower()), name


def export_order(name: str) -> tuple[int, list[tuple[int, str]]]:
    """Sorts ``__all__`` as isort does: as imports, but with case."""
    return import_order(name)[0], _natural(name)


def _natural(name: str) -> list[tuple[int, str]]:
    return [(int(part), "") if part.isdigit() else (-1, part) for part in re.split(r"(\d+)", name)]
