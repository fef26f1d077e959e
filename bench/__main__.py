"""``python -m bench [NAME ...]``: runs benches, all by default, and prints what they measured."""

from __future__ import annotations

import argparse
import sys
from importlib import import_module
from pathlib import Path

BENCHES = ("generation", "whole", "client")


def main() -> int:
    """Runs the benches that are asked for."""
    parser = argparse.ArgumentParser(prog="python -m bench", description="Measures, and prints tables in Markdown.")
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"which benches: {', '.join(BENCHES)} (default: all)")
    parser.add_argument("--runs", type=int, default=5, help="runs of each command (default: %(default)s)")
    parser.add_argument("--write", type=Path, metavar="FILE", help="write the tables to a file as well")
    for name in BENCHES:
        import_module(f".{name}", __package__).add_arguments(parser.add_argument_group(name))
    options = parser.parse_args()
    if unknown := set(options.names) - set(BENCHES):
        parser.error(f"there is no bench {', '.join(sorted(unknown))}")
    text = "\n\n".join(import_module(f".{name}", __package__).main(options) for name in options.names or BENCHES)
    print(text)
    if options.write:
        options.write.write_text(text + "\n", encoding="utf-8")
    return 0


sys.exit(main())
