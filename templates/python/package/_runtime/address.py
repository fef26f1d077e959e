"""The address that calls go to: ``https://host/billing`` -> ``https://host/billing/<endpoint>``.

What a user gives may hold a password where none belongs, so no message repeats it.
"""

from __future__ import annotations

import re
from ipaddress import ip_address
from typing import Final

import httpx

from .. import _dialect as dialect
from ..exceptions import ConfigurationError
from .secret import hide, reveal

_EXAMPLE: Final = "https://billing.example.com"
# Names of 1 to 63 characters, or parts of an address. httpx lets what no host may hold pass as it is,
# or escapes it.
_NAME: Final = r"[^.%\\^|<>\[\]]{1,63}"
_HOST: Final = re.compile(rf"{_NAME}(\.{_NAME})*\.?")
_ENDPOINT: Final = "/" + dialect.ENDPOINT_PATH.strip("/")


def endpoint(address: str, *, allow_http: bool) -> httpx.URL:
    """Address of the endpoint. Takes that of the installation or of the endpoint itself.

    Raises ConfigurationError; its message never repeats the address.
    """
    address = hide(address)
    if problem := _problem(reveal(address), allow_http):
        raise ConfigurationError(problem)
    url = httpx.URL(reveal(address).strip())
    path = url.raw_path.decode("ascii").rstrip("/").removesuffix(_ENDPOINT).rstrip("/")
    return url.copy_with(raw_path=(path + _ENDPOINT).encode("ascii"))


def _problem(address: str, allow_http: bool) -> str | None:
    """What is wrong with the address, or None."""
    url = _parsed(address)
    if url is None or url.scheme not in ("http", "https") or not _can_be_reached(url):
        return f"the address of the installation is not a URL like {_EXAMPLE}"
    if url.userinfo:
        return "the address must not hold a user name or a password"
    if "?" in address or "#" in address:
        return "the address must end with its path: no '?' and no '#'"
    if url.scheme == "http" and not allow_http and not is_loopback(url.host):
        return (
            "over http:// anyone on the way can read the credentials: give an https:// address, "
            "or allow_http=True on a network you trust"
        )
    return None


def _can_be_reached(url: httpx.URL) -> bool:
    """Whether host and port can be ones at all.

    Of a port that is too large some systems take the lower bits, which is another server's.
    """
    host = url.raw_host.decode("ascii")
    if url.port is not None and not 0 <= url.port <= 65535:
        return False
    return ":" in host or (len(host) <= 254 and _HOST.fullmatch(host) is not None)


def _parsed(address: str) -> httpx.URL | None:
    try:
        return httpx.URL(address.strip())
    except (
        httpx.InvalidURL,
        ValueError,
        AttributeError,
        TypeError,
    ):  # its message repeats the address
        return None


def is_loopback(host: str) -> bool:
    """Whether what is sent there surely stays on this machine: localhost, 127.0.0.0/8, ::1.

    Any other name, be it a.localhost, is what some name server makes of it.
    """
    if host.lower() == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False
