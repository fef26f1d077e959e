"""Operations by action, each loaded with its group when it is first looked at."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib import import_module
from typing import Any

from .operation import Operation


class Registry(Mapping[str, Operation[Any]]):
    """Action -> Operation. ``places`` says in which group module, and under which name, an operation is declared."""

    def __init__(self, places: Mapping[str, tuple[str, str]]) -> None:
        self._places = places

    def __getitem__(self, action: str) -> Operation[Any]:
        module, constant = self._places[action]
        package = __name__.rpartition("._runtime.")[0]
        operation: Operation[Any] = getattr(import_module(f"{package}.groups.{module}"), constant)
        return operation

    def __iter__(self) -> Iterator[str]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)
