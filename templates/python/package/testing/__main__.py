"""``python -m <package>.testing``: serves the fake until it is interrupted."""

from __future__ import annotations

import argparse
import traceback
from errno import EADDRINUSE
from pathlib import Path

from .. import _dialect as dialect
from .serve import prepared, run
from .server import FakeServer
from .words import FAULTS, QUIRKS, read_fault, read_quirks

# What ``?`` in place of a value lists, by option.
_LISTS = ((QUIRKS, "quirks"), (FAULTS, "fault"))


def main(
    arguments: list[str] | None = None, program: str | None = None, usage: str | None = None
) -> None:
    """The command, called ``program`` in its messages, used as ``usage`` says.

    Exits with 2 on wrong arguments, with 1 where the fake itself failed.
    """
    parser = _parser(program or f"python -m {__package__}", usage)
    given = parser.parse_args(arguments)
    if asked := [known for known, own in _LISTS if "?" in getattr(given, own)]:
        print("\n".join(name for known in asked for name in known))
        return
    fake = _prepared(parser, given)
    try:
        fake.start()
    except (OSError, ValueError) as error:  # a port that is taken, a host that is not this one
        reason = str(getattr(error, "strerror", None) or error)
        taken = isinstance(error, OSError) and error.errno == EADDRINUSE
        reason += "; --port 0 takes any free one" if taken else ""
        parser.exit(2, f"{parser.prog}: error: {given.host}:{given.port}: {reason}\n")
    try:
        run(fake)
    except OSError as error:  # such as a full disk behind stdout
        parser.exit(2, f"{parser.prog}: error: {error.strerror or error}\n")
    except Exception as error:  # noqa: BLE001 - whoever called it is not to blame
        parser.exit(1, f"{parser.prog}: error: {_failure(error)}\n")


def _prepared(parser: argparse.ArgumentParser, given: argparse.Namespace) -> FakeServer:
    """The fake that the arguments describe, not started. Exits with 2 where they make no sense."""
    try:
        return prepared(
            host=given.host,
            port=given.port,
            seed=given.seed,
            population=given.population,
            strict=not given.lenient,
            credentials=dict(_pair(text) for text in given.credential),
            quirks=read_quirks(",".join(given.quirks)),
            faults=[read_fault(text) for text in given.fault],
        )
    except ValueError as error:
        parser.error(str(error))


def _failure(error: Exception) -> str:
    """What went wrong in the fake's own code, and where."""
    place = traceback.extract_tb(error.__traceback__)[-1]
    where = f"{Path(place.filename).name}:{place.lineno}"
    return (
        f"the fake itself failed, which is a mistake of its own: {type(error).__name__}: {error} "
        f"({where}); report it with the call that it answered with HTTP 500"
    )


def _parser(program: str, usage: str | None = None) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog=program,
        usage=usage,
        description=f"Serves a fake {dialect.PRODUCT} API with made-up data. It first prints its "
        "address and credentials as lines NAME=value, for a shell after `set -a`.",
    )
    parser.add_argument(
        "--host", default="127.0.0.1", help="address to listen on (default: %(default)s)"
    )
    parser.add_argument(
        "--port", type=_port, default=8080, help="0 for any free one (default: %(default)s)"
    )
    parser.add_argument(
        "--seed", default="0", help="another one makes other data (default: %(default)s)"
    )
    parser.add_argument(
        "--population", type=_count, default=60, help="records of a list (default: %(default)s)"
    )
    parser.add_argument(
        "--lenient", action="store_true", help="ignore what the real server ignores"
    )
    parser.add_argument(
        "--credential", action="append", default=[], metavar="NAME=VALUE", help="may be repeated"
    )
    parser.add_argument(
        "--quirks", action="append", default=[], metavar="LIST", help=", ".join(QUIRKS)
    )
    parser.add_argument(
        "--fault", action="append", default=[], metavar="NAME=VALUE", help=", ".join(FAULTS)
    )
    return parser


def _port(text: str) -> int:
    if not _is_number(text) or int(text) > 65535:
        raise argparse.ArgumentTypeError(f"a port is a number from 0 to 65535, not {text}")
    return int(text)


def _count(text: str) -> int:
    if not _is_number(text):
        raise argparse.ArgumentTypeError(f"a number from 0 on is needed, not {text}")
    return int(text)


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdecimal() and len(text) < 10


def _pair(text: str) -> tuple[str, str]:
    name, equals, value = text.partition("=")
    if not equals:
        raise ValueError(f"not NAME=VALUE: {text}")
    return name, value


if __name__ == "__main__":
    main()
