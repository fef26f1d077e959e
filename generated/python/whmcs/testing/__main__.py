"""``python -m <package>.testing``: serves the fake until it is interrupted."""

from __future__ import annotations

import argparse
from errno import EADDRINUSE

from .. import _dialect as dialect
from .serve import serve
from .words import FAULTS, QUIRKS, read_fault, read_quirks

# What ``?`` in place of a value lists, by option.
_LISTS = ((QUIRKS, "quirks"), (FAULTS, "fault"))


def main(arguments: list[str] | None = None, program: str | None = None) -> None:
    """The command, called ``program`` in its messages. Exits with 2 on wrong arguments."""
    parser = _parser(program or f"python -m {__package__}")
    given = parser.parse_args(arguments)
    if asked := [known for known, own in _LISTS if "?" in getattr(given, own)]:
        print("\n".join(name for known in asked for name in known))
        return
    try:
        serve(
            host=given.host,
            port=given.port,
            seed=given.seed,
            population=given.population,
            strict=not given.lenient,
            credentials=dict(_pair(text) for text in given.credential),
            quirks=read_quirks(",".join(given.quirks)),
            faults=[read_fault(text) for text in given.fault],
        )
    except OSError as error:  # the port is taken, or the address is none of this machine
        reason = str(error.strerror or error)
        reason += "; --port 0 takes any free one" if error.errno == EADDRINUSE else ""
        parser.exit(2, f"{parser.prog}: error: {given.host}:{given.port}: {reason}\n")
    except (ValueError, OverflowError) as error:
        parser.error(str(error))


def _parser(program: str) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog=program,
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
