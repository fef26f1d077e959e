"""Run by the interpreter of a fresh environment: makes calls with the package that is installed there, twice.

stdin:   {"url": ..., "calls": [[group, method, {argument: value}], ...]}, where {"$decimal": "1.5"} is a value
stdout:  {"file": where the package is, "answers": [repr, ...]}, the synchronous client's before the asynchronous one's
"""

from __future__ import annotations

import asyncio
import json
import sys
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import whmcs
from whmcs import AsyncWhmcs, Whmcs

_VALUES = {"$decimal": Decimal, "$date": date.fromisoformat, "$datetime": datetime.fromisoformat}


def value_of(tagged: dict[str, Any]) -> Any:
    """What a tagged value means; another object as it is."""
    return next((_VALUES[tag](text) for tag, text in tagged.items() if tag in _VALUES), tagged)


def blocking(url: str, calls: list[Any]) -> list[str]:
    with Whmcs(url, identifier="id&1", secret="s=2 %") as client:
        return [repr(getattr(getattr(client, group), method)(**arguments)) for group, method, arguments in calls]


async def asynchronous(url: str, calls: list[Any]) -> list[str]:
    async with AsyncWhmcs(url, identifier="id&1", secret="s=2 %") as client:
        return [repr(await getattr(getattr(client, group), method)(**arguments)) for group, method, arguments in calls]


def main() -> None:
    request = json.load(sys.stdin, object_hook=value_of)
    answers = blocking(request["url"], request["calls"]) + asyncio.run(asynchronous(request["url"], request["calls"]))
    json.dump({"file": whmcs.__file__, "answers": answers}, sys.stdout)


if __name__ == "__main__":
    main()
