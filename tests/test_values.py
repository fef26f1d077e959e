"""Listed values: each ``enum`` of the specs is documented, or ``documented-values.yml`` has the ground for it."""

from __future__ import annotations

from collections.abc import Iterator

import yaml
from real_specs import DOCUMENTED, ROOT, api, operations, paths

from generator.ir import AnyOf, EnumRef, ListOf, MapOf, Type

TABLE = ROOT / "tests/documented-values.yml"


def grounds() -> Iterator[tuple[str, frozenset[str]]]:
    """Each place of the table with its values."""
    for entry in yaml.safe_load(TABLE.read_text()):
        for place in (*entry.get("listed", ()), *entry.get("same", ())):
            yield place, frozenset(entry["values"])


def listed() -> Iterator[tuple[str, frozenset[str]]]:
    """Each parameter and field of documented actions that has values listed; ``*.result`` is one."""
    for action in DOCUMENTED.keys() & operations().keys():
        operation = operations()[action]
        found = [(f"{action}.{param.wire}", param.type) for param in operation.params]
        found += [
            ("*.result" if path == "result" else f"{action}.{path}", field.type) for path, field in paths(operation)
        ]
        for place, type_ in found:
            yield from ((place, frozenset(map(str, enum.values))) for enum in api().enums if enum.name in enums(type_))


def enums(type_: Type) -> set[str]:
    match type_:
        case EnumRef(name=name):
            return {name}
        case ListOf(item=inner) | MapOf(value=inner):
            return enums(inner)
        case AnyOf(options=options):
            return set().union(*map(enums, options))
    return set()


def test_values_are_listed_where_they_are_documented_and_nowhere_else():
    documented, declared = set(grounds()), set(listed())
    extra = sorted(f"{place}: {sorted(values)}" for place, values in declared - documented)
    unused = sorted(f"{place}: {sorted(values)}" for place, values in documented - declared)
    assert not extra, (
        f"take `enum` out in specs/overlays/, or say in tests/{TABLE.name} where it is documented: {extra}"
    )
    assert not unused, f"declared no more; take it out of tests/{TABLE.name}, or declare it: {unused}"


def test_no_two_entries_list_the_same_values():
    values = [frozenset(entry["values"]) for entry in yaml.safe_load(TABLE.read_text())]
    assert len(values) == len(set(values)), f"join the entries of tests/{TABLE.name} that have the same values"
