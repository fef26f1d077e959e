"""The generated Python client at run time: decoding, import, a call, iterating; each beside what it must cost at least.

- decoding a page of clients, beside the same pydantic model without any leniency, on clean data and on quirky data
- importing the package and making a first call to the fake over HTTP, beside httpx and pydantic; processes of their own
- a call to the fake over HTTP, beside a bare httpx POST and json.loads
- iterating many records: the peak of memory must not depend on how many
"""

from __future__ import annotations

import argparse
import json
import statistics
import sys
import time
import tracemalloc
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from .measure import Command, machine, measure, table

_PACKAGE = Path("generated/python").resolve()
_RECORDS = 1_000
_FIRST_CALL = """
from whmcs import Whmcs

with Whmcs({url!r}, **{credentials!r}) as whmcs:
    whmcs.clients.get_clients()
"""
# What any program with httpx and pydantic pays for such a call: importing pydantic alone loads next to nothing of it.
_LEAST_CALL = """
import httpx
from pydantic import BaseModel

class Client(BaseModel):
    id: int | None = None

class Clients(BaseModel):
    client: list[Client]

class Page(BaseModel):
    result: str
    totalresults: int
    clients: Clients

form = {{"action": "GetClients", "responsetype": "json", **{credentials!r}}}
with httpx.Client() as client:
    Page.model_validate_json(client.post({url!r} + "/includes/api.php", data=form).content)
"""


def add_arguments(group: Any) -> None:
    """Options of this bench."""
    group.add_argument("--records", type=int, default=100_000, help="records to iterate (default: %(default)s)")


def main(options: argparse.Namespace) -> str:
    """The tables of this bench, as Markdown."""
    sys.path.insert(0, str(_PACKAGE))
    parts = [
        f"## The Python client ({machine()})",
        _decoding(),
        _importing(options.runs),
        _calling(),
        _iterating(options.records),
    ]
    return "\n\n".join(parts)


def _decoding() -> str:
    from whmcs._runtime.decode import read
    from whmcs.groups.clients import GET_CLIENTS

    from .plain_models import plain

    plain_model = plain(GET_CLIENTS.response)
    bodies = {name: json.dumps(_page(quirky=name == "quirky")).encode() for name in ("clean", "quirky")}
    ways: dict[str, Callable[[], object]] = {
        "the plain model, model_validate_json": lambda: plain_model.model_validate_json(bodies["clean"]),
        "json.loads, then the plain model": lambda: plain_model.model_validate(json.loads(bodies["clean"])),
        "whmcs, clean": lambda: read(GET_CLIENTS, bodies["clean"]),
        "whmcs, quirky": lambda: read(GET_CLIENTS, bodies["quirky"]),
    }
    taken = _best(ways)
    direct, in_two_steps = (taken[name] for name in list(ways)[:2])
    rows = [[name, _ms(each), f"{each / direct:.2f}", f"{each / in_two_steps:.2f}"] for name, each in taken.items()]
    header = [f"a page of {_RECORDS:,} clients, from bytes", "ms", "to the first", "to the second"]
    explained = "The plain model has the same fields and settings, without leniency, and always reads the clean page."
    return f"{table(header, rows)}\n\n{explained}"


def _page(*, quirky: bool) -> dict[str, Any]:
    """A page as GetClients answers it; quirky: half the dates and a third of the ids are blank, numbers are text."""
    clients: list[dict[str, Any]] = [
        {
            "id": number,
            "firstname": "Ada",
            "lastname": "Byron",
            "companyname": "",
            "email": f"client{number}@example.com",
            "datecreated": "2026-01-31",
            "groupid": 1,
            "status": "Active",
        }
        for number in range(1, _RECORDS + 1)
    ]
    if quirky:
        for client in clients:
            client["id"] = str(client["id"])
            client["groupid"] = "" if client["id"].endswith(("1", "4", "7")) else "1"
            client["datecreated"] = "0000-00-00" if client["id"][-1] in "02468" else client["datecreated"]
    counters = {"totalresults": _RECORDS, "startnumber": 0, "numreturned": _RECORDS}
    return {"result": "success", **counters, "clients": {"client": clients}}


def _best(ways: dict[str, Callable[[], object]], rounds: int = 100) -> dict[str, float]:
    """Seconds of the processor in the quickest of many runs of each way, in turn."""
    taken = dict.fromkeys(ways, float("inf"))
    for _ in range(rounds):
        for name, function in ways.items():
            begun = time.process_time()
            function()
            taken[name] = min(taken[name], time.process_time() - begun)
    return taken


def _importing(runs: int) -> str:
    from whmcs.testing import FakeWhmcs

    with FakeWhmcs() as fake:
        server = {"url": fake.url, "credentials": fake.credentials}
        programs = {
            "Python alone": "pass",
            "import httpx, pydantic": "import httpx, pydantic",
            "import whmcs": "import whmcs",
            "httpx and pydantic, a first call": _LEAST_CALL.format(**server),
            "whmcs, a first call": _FIRST_CALL.format(**server),
        }
        environment = {"PYTHONPATH": str(_PACKAGE)}
        commands = [
            Command(name, [sys.executable, "-c", program], environment=environment)
            for name, program in programs.items()
        ]
        figures = measure(commands, max(runs, 9))
    imports, least = (figures[name].wall for name in ("import httpx, pydantic", "httpx and pydantic, a first call"))
    rows = [
        [name, _ms(taken.wall), f"{taken.wall / imports:.2f}", f"{taken.wall / least:.2f}", f"{taken.peak:.0f}"]
        for name, taken in figures.items()
    ]
    explained = (
        "A first call is GetClients to the fake over HTTP, in a process of its own. That of httpx and pydantic alone, "
        "with three small models, is the least that a client on these two takes: importing them loads little of either."
    )
    return f"{table(['process', 'ms', 'to the imports', 'to their first call', 'peak MiB'], rows)}\n\n{explained}"


def _calling() -> str:
    import httpx
    from whmcs import Whmcs
    from whmcs.testing import FakeWhmcs

    with FakeWhmcs() as fake, Whmcs(fake.url, **fake.credentials) as whmcs, httpx.Client() as bare:
        form = {"action": "WhmcsDetails", "responsetype": "json", **fake.credentials}
        address = f"{fake.url}/includes/api.php"
        ours = statistics.median(_each(whmcs.system.whmcs_details))
        least = statistics.median(_each(lambda: json.loads(bare.post(address, data=form).content)))
    rows = [["WhmcsDetails by the client", _ms(ours), f"{ours / least:.2f}"], ["httpx and json", _ms(least), "1.00"]]
    return table(["a call to the fake", "ms", "ratio"], rows)


def _each(function: Callable[[], object], calls: int = 300) -> Iterator[float]:
    for _ in range(calls):
        begun = time.perf_counter()
        function()
        yield time.perf_counter() - begun


def _iterating(records: int) -> str:
    _walk(1_000)  # what is loaded for the first walk is no part of it
    rows = []
    for count in (records // 4, records):
        seconds, peak = _walk(count)
        rows.append([f"{count:,} records", f"{seconds:.1f}", f"{peak / 2**20:.1f}", f"{count / seconds:,.0f}"])
    found = table(["iter_clients", "s", "peak of Python's memory, MiB", "records a second"], rows)
    return f"{found}\n\nA walk remembers the ids of its last 20,000 records at most, and no record."


def _walk(count: int) -> tuple[float, int]:
    import httpx
    from whmcs import Whmcs

    def answer(request: httpx.Request) -> httpx.Response:
        form = httpx.QueryParams(request.content.decode())
        start, size = int(form.get("limitstart", 0)), int(form.get("limitnum", 25))
        page = _page(quirky=False)
        kept = [
            {**client, "id": start + client["id"]} for client in page["clients"]["client"][: min(size, count - start)]
        ]
        return httpx.Response(200, json={**page, "totalresults": str(count), "clients": {"client": kept}})

    client = httpx.Client(transport=httpx.MockTransport(answer))
    with Whmcs("https://a.example", identifier="a", secret="b", http_client=client) as whmcs:
        tracemalloc.start()
        begun = time.perf_counter()
        seen = sum(1 for _ in whmcs.clients.iter_clients(page_size=250))
        seconds, peak = time.perf_counter() - begun, tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
    if seen != count:
        raise RuntimeError(f"{seen} records instead of {count}")
    return seconds, peak


def _ms(seconds: float) -> str:
    return f"{seconds * 1000:.1f}"
