"""A request and what comes back: what the socket and the in-process transport share."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

Headers = tuple[tuple[str, str], ...]

JSON: Headers = (("content-type", "application/json"),)
HTML: Headers = (("content-type", "text/html; charset=utf-8"),)


@dataclass(frozen=True, slots=True)
class Request:
    """One HTTP request. ``target`` is path and query; names of headers are in lower case."""

    method: str
    target: str
    headers: Mapping[str, str]
    body: bytes


@dataclass(frozen=True, slots=True)
class Response:
    """One HTTP response. The headers of its length and connection are whoever's who sends it."""

    status: int
    headers: Headers
    body: bytes


@dataclass(frozen=True, slots=True)
class Delivery:
    """A response, and how it gets to the client.

    delay:  seconds before anything happens
    reset:  the connection is reset in place of it
    share:  the connection breaks after that share of the body; 1 is all of it
    """

    response: Response
    delay: float = 0.0
    reset: bool = False
    share: float = 1.0
