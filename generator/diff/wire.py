"""The dialect: what holds for all calls, and the names that the client goes by."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..origin import Origin, quote
from ..wire import Paging, Scheme, Wire
from .change import Change
from .pair import Pair, listed
from .side import Side

# Subject below ``dialect``, code, message.
_Found = tuple[str, str, str]


def wire(pair: Pair) -> Iterator[Change]:
    """What changes about the dialect."""
    old, new = pair.old.api.wire, pair.new.api.wire
    for subject, code, message in (
        *_names(old, new),
        *_endpoint(old, new),
        *_credentials(old, new),
        *_paging(old.paging, new.paging),
        *_envelope(old, new),
        *_requests(old, new),
        *_responses(old, new),
        *_secrets(old, new),
    ):
        yield Change(code, f"dialect.{subject}", message, _place(subject, pair.old), _place(subject, pair.new))


def _place(subject: str, side: Side) -> Origin | None:
    """Where the dialect says it; where the dialect begins if it does not."""
    return side.dialect.get(f"/{subject.replace('.', '/')}", side.dialect.get(""))


def _names(old: Wire, new: Wire) -> Iterator[_Found]:
    for name, what in (("package", "the package"), ("sdk", "the client class")):
        before, after = getattr(old, name), getattr(new, name)
        if before != after:
            yield name, "package-renamed", f"{what} {quote(before)} is now called {quote(after)}"
    if old.product != new.product:
        yield "product", "api-docs", f"the product is called {quote(new.product)}, no longer {quote(old.product)}"


def _endpoint(old: Wire, new: Wire) -> Iterator[_Found]:
    for name in ("path", "action", "fixed"):
        before, after = getattr(old.endpoint, name), getattr(new.endpoint, name)
        if before != after:
            said = f"the endpoint's {name} is {quote(after)}, no longer {quote(before)}"
            yield f"endpoint.{name}", "endpoint-changed", said


def _credentials(old: Wire, new: Wire) -> Iterator[_Found]:
    subject = "credentials.schemes"
    before = {frozenset(scheme.fields): scheme for scheme in old.credentials.schemes}
    after = {frozenset(scheme.fields): scheme for scheme in new.credentials.schemes}
    for key, scheme in after.items():
        if key in before:
            yield from _scheme(before[key], scheme)
        else:
            yield subject, "credentials-added", f"clients take {_fields(scheme)} to sign in"
    for key, scheme in before.items():
        if key not in after:
            yield subject, "credentials-removed", f"clients no longer take {_fields(scheme)} to sign in"
    kept = [key for key in before if key in after]
    if kept != [key for key in after if key in before]:
        yield subject, "credentials-changed", "of several complete ways to sign in, `from_env` takes another one"
    yield from _extra(old.credentials.extra, new.credentials.extra)
    if old.credentials.url != new.credentials.url:
        said = f"`from_env` reads the address from {quote(new.credentials.url)}, no longer {quote(old.credentials.url)}"
        yield "credentials.url", "credentials-changed", said
    if old.credentials.schema != new.credentials.schema:
        yield "credentials.schema", "dialect-naming", f"credentials are found as {quote(new.credentials.schema)}"


def _scheme(old: Scheme, new: Scheme) -> Iterator[_Found]:
    subject = "credentials.schemes"
    yield from _variables(subject, old.fields, new.fields)
    if old.legacy != new.legacy:
        code = "credentials-discouraged" if new.legacy else "credentials-encouraged"
        said = "has to be allowed with `legacy_login`" if new.legacy else "is offered like any other"
        yield subject, code, f"to sign in with {_fields(new)} {said}"
    if set(old.md5) != set(new.md5):
        said = listed(new.md5) or "nothing"
        yield subject, "credentials-changed", f"of {_fields(new)}, {said} is sent as an MD5"
    elif list(old.fields) != list(new.fields):
        yield subject, "dialect-naming", f"{_fields(new)} stand in another order"


def _fields(scheme: Scheme) -> str:
    return listed(scheme.fields)


def _extra(old: dict[str, str], new: dict[str, str]) -> Iterator[_Found]:
    come, gone = [name for name in new if name not in old], [name for name in old if name not in new]
    if come:
        yield "credentials.extra", "credentials-added", f"clients take {listed(come)}, too"
    if gone:
        yield "credentials.extra", "credentials-removed", f"clients no longer take {listed(gone)}"
    yield from _variables("credentials.extra", old, new)


def _variables(subject: str, old: dict[str, str], new: dict[str, str]) -> Iterator[_Found]:
    for name in old:
        if old[name] != new.get(name, old[name]):
            said = f"`from_env` reads {quote(name)} from {quote(new[name])}, no longer {quote(old[name])}"
            yield subject, "credentials-changed", said


def _paging(old: Paging | None, new: Paging | None) -> Iterator[_Found]:
    if old is None or new is None:
        if new is not None:
            yield "paging", "paging-added", "lists can be walked through page by page"
        elif old is not None:
            yield "paging", "paging-removed", "lists can no longer be walked through page by page"
        return
    for name in ("start", "size", "total", "first", "returned"):
        before, after = getattr(old, name), getattr(new, name)
        if before != after:
            said = f"the {name} of a page is called {quote(after)}, no longer {quote(before)}"
            if before is None:
                said = f"the {name} of a page is told, as {quote(after)}"
            elif after is None:
                said = f"the {name} of a page, {quote(before)}, is told no longer"
            yield f"paging.{name}", "paging-changed", said
    if old.default_size != new.default_size:
        said = f"iterators ask for {new.default_size} records at a time, no longer {old.default_size}"
        yield "paging.default_size", "page-size-changed", said
    if set(old.verbs) != set(new.verbs):
        yield "paging.verbs", "dialect-naming", "iterators are named after other verbs"


def _envelope(old: Wire, new: Wire) -> Iterator[_Found]:
    before, after = old.envelope, new.envelope
    if before.result != after.result:
        said = f"success and error are said in {quote(after.result)}, no longer {quote(before.result)}"
        yield "envelope.result", "envelope-changed", said
    for name in ("fallback", "warning"):
        was, is_ = getattr(before, name), getattr(after, name)
        if was is None and is_ is not None:
            yield f"envelope.{name}", "reading-added", f"the {name} of an answer is read from {quote(is_)}"
        elif was != is_:
            said = f"the {name} of an answer is {'not read' if is_ is None else f'read from {quote(is_)}'}"
            yield f"envelope.{name}", "envelope-changed", f"{said}, no longer from {quote(was)}"
    for name in ("success", "error"):
        yield from _words(f"envelope.{name}", getattr(before, name), getattr(after, name), f"{name} of a call")
    yield from _words("envelope.message", before.message, after.message, "message of an error", ordered=True)


def _requests(old: Wire, new: Wire) -> Iterator[_Found]:
    for name in ("date", "datetime", "true", "false"):
        before, after = getattr(old.requests, name), getattr(new.requests, name)
        if before != after:
            said = f"{name} is sent as {quote(after)}, no longer {quote(before)}"
            yield f"requests.{name}", "request-form-changed", said


def _responses(old: Wire, new: Wire) -> Iterator[_Found]:
    for name in ("date", "datetime"):
        before, after = getattr(old.responses, name), getattr(new.responses, name)
        yield from _words(f"responses.{name}", before, after, name, ordered=True)
    for name, what in (("zero_dates", "no date"), ("true", "true"), ("false", "false"), ("blank", "no value")):
        yield from _words(f"responses.{name}", getattr(old.responses, name), getattr(new.responses, name), what)


def _words(
    subject: str, old: Sequence[str], new: Sequence[str], what: str, *, ordered: bool = False
) -> Iterator[_Found]:
    """Changes of a list of ways to read something."""
    come, gone = [word for word in new if word not in old], [word for word in old if word not in new]
    if come:
        yield subject, "reading-added", f"{listed(come)} is read as {what}"
    if gone:
        yield subject, "reading-removed", f"{listed(gone)} is no longer read as {what}"
    kept = [word for word in new if word in old]
    shifted = kept != [word for word in old if word in new]
    if ordered and (shifted or (come and not gone and list(new[: len(old)]) != list(old))):
        yield subject, "reading-reordered", f"of several that fit, another one is read as {what}"


def _secrets(old: Wire, new: Wire) -> Iterator[_Found]:
    come = [name for name in new.sensitive if name not in old.sensitive]
    gone = [name for name in old.sensitive if name not in new.sensitive]
    if come:
        yield "sensitive", "secret-added", f"values called {listed(come)} are kept out of logs and messages"
    if gone:
        yield "sensitive", "secret-removed", f"values called {listed(gone)} are no longer kept out of logs and messages"


def api(pair: Pair) -> Iterator[Change]:
    """What changes about the Api as a whole."""
    old, new = pair.old.api, pair.new.api
    for name in ("title", "version"):
        before, after = getattr(old, name), getattr(new, name)
        if before != after:
            said = f"the {name} of the API is {quote(after)}, no longer {quote(before)}"
            yield Change("api-docs", f"api.{name}", said, None, None)
    if old.doc != new.doc:
        yield Change("api-docs", "api.doc", "the description of the API changes", None, None)
    if set(old.words) != set(new.words):
        said = "names are split into other words"
        yield Change("dialect-naming", "dialect.words", said, _place("words", pair.old), _place("words", pair.new))
