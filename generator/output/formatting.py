"""Drafts -> files: formatted in the style of their language, each only if there is no formatted text of it already.

Formatting is by far the slowest stage of a run. Rule: what stands on the disk is taken in
its place only if the manifest says that it came from this very draft and formatter, and it is as we wrote it.
"""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from .disk import Disk
from .manifest import Manifest, Written, load
from .tree import Draft, File, OutputError, digest

if TYPE_CHECKING:
    pass

# Bytes of text that each process must have to format before it saves more time than starting it takes. A fork has what
# `prepare` imported and costs 10 ms, but is safe only on Linux and beside no other thread; others import it anew.
_WORTH = {"fork": 4_000, "spawn": 40_000}


class FormatError(OutputError):
    """A draft is not valid in its language: a template or a target is broken."""


def format_all(
    drafts: Iterable[Draft],
    out: Path,
    *,
    full: bool = False,
    dumps: Path | None = None,
) -> tuple[File, ...]:
    """The files, in the order of their drafts.

    out:    the output folder, whose manifest and files save formatting what is there already
    full:   trust neither the manifest nor that a text is settled: format everything
    dumps:  folder where the text of a draft that cannot be formatted is kept, as ``<path>.dump``

    Raises FormatError, which names every such draft.
    """
    wanted = tuple(drafts)
    sources = {draft.path: _source(draft) for draft in wanted}
    done = {draft.path: draft.content for draft in wanted if draft.formatter is None or (draft.settled and not full)}
    if not full:
        done |= _formatted_before(out, [draft for draft in wanted if draft.path not in done], sources)
    done |= _format([draft for draft in wanted if draft.path not in done], dumps)
    return tuple(File(draft.path, draft.target, done[draft.path], sources[draft.path]) for draft in wanted)


def _source(draft: Draft) -> str:
    if draft.formatter is None:
        return digest(draft.content)
    return digest(f"{draft.formatter.identity()}\n".encode() + draft.content)


def _formatted_before(out: Path, drafts: Sequence[Draft], sources: Mapping[str, str]) -> dict[str, bytes]:
    try:
        manifest = load(out)
    except OutputError:  # whoever compares or writes the files says so
        manifest = Manifest()
    before: dict[str, Written] = dict(manifest.files())
    disk = Disk(out)
    found = {}
    for draft in drafts:
        written = before.get(draft.path)
        if written is None or written.source != sources[draft.path]:
            continue
        try:
            content = disk.read(draft.path)
        except OutputError:
            continue
        if content is not None and digest(content) == written.file:
            found[draft.path] = content
    return found


def _format(drafts: Sequence[Draft], dumps: Path | None) -> dict[str, bytes]:
    for formatter in {draft.formatter for draft in drafts if draft.formatter}:
        formatter.prepare()
    jobs = [(draft.formatter.function, draft.content) for draft in drafts if draft.formatter]
    results = _run(jobs)
    failures = [(draft, result) for draft, result in zip(drafts, results, strict=True) if isinstance(result, str)]
    if failures:
        raise FormatError("\n".join(_keep(draft, reason, dumps) for draft, reason in failures))
    return {draft.path: result for draft, result in zip(drafts, results, strict=True) if isinstance(result, bytes)}


_Job = tuple[Callable[[str], str], bytes]


def _run(jobs: Sequence[_Job]) -> list[bytes | str]:
    """The result of each job, or why it failed, as text; in several processes where that is quicker."""
    size = sum(len(content) for _, content in jobs)
    method = "fork" if sys.platform == "linux" and threading.active_count() == 1 else "spawn"
    processes = min(_cores(), len(jobs), size // _WORTH[method])
    if processes < 2:
        return [_run_one(job) for job in jobs]
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool
    from multiprocessing import get_context

    largest_first = sorted(range(len(jobs)), key=lambda index: -len(jobs[index][1]))
    try:
        with ProcessPoolExecutor(processes, mp_context=get_context(method)) as pool:
            results = list(pool.map(_run_one, [jobs[index] for index in largest_first]))
    except (OSError, BrokenProcessPool):  # no semaphores here, or a process was killed: slower, but it needs neither
        return [_run_one(job) for job in jobs]
    return [result for _, result in sorted(zip(largest_first, results, strict=True), key=lambda pair: pair[0])]


def _run_one(job: _Job) -> bytes | str:
    function, content = job
    try:
        return function(content.decode()).encode()
    except Exception as error:  # whatever a formatter raises about a text is reported with the text
        return f"{type(error).__name__}: {error}"


def _keep(draft: Draft, reason: str, dumps: Path | None) -> str:
    message = f"{draft.path} cannot be formatted, which is a mistake in a template or a target: {reason}"
    if dumps is None:
        return message
    dump = dumps / f"{draft.path}.dump"
    try:
        dump.parent.mkdir(parents=True, exist_ok=True)
        dump.write_bytes(draft.content)
    except OSError as error:
        return f"{message}\n  (its text could not be kept in {dump}: {error.strerror})"
    return f"{message}\n  its text is in {dump}"


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
