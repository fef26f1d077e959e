"""Servers of pages, and walks through them."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from typing import Any

import httpx
import pytest
from session_support import BOTH, GET_INVOICES, Blocking, form_of, ok

both = pytest.mark.parametrize("kind", BOTH, ids=lambda kind: kind.kind)

# A walk that ends short of the total warns of it: paging.json says where.
short = pytest.mark.filterwarnings("ignore:.* the server says there are .* records:UserWarning")

Page = Callable[[int, int, int], dict[str, Any]]  # start, size, number of the request -> the answer's fields


def rows(ids: Any) -> list[dict[str, Any]]:
    return [{"id": each} for each in ids]


def served(page: Page) -> Callable[[httpx.Request], httpx.Response]:
    """A handler that answers pages."""
    counter = itertools.count()

    def respond(request: httpx.Request) -> httpx.Response:
        form = form_of(request.content)
        return ok(**page(int(form.get("limitstart", 0)), int(form["limitnum"]), next(counter)))

    return respond


def honest(count: int, cap: int = 1_000_000, **more: Any) -> Page:
    """What a server with so many records answers."""

    def page(start: int, size: int, number: int) -> dict[str, Any]:
        ids = range(count)[start : start + min(size, cap)]
        return {"totalresults": count, "startnumber": start, "numreturned": len(ids), "invoices": rows(ids), **more}

    return page


def walk(caller: Blocking, **named: Any) -> list[int]:
    """Ids of what comes."""
    return [record.id for record in caller.iterate(GET_INVOICES, {}, **named)]


def starts(caller: Blocking) -> list[tuple[int, int]]:
    return [(int(form["limitstart"]), int(form["limitnum"])) for form in caller.forms()]
