"""Runs a command and prints what it took: exit code, seconds, seconds of the processors, bytes at the peak.

python -I -S launcher.py ERRORS COMMAND ARGUMENT...

A process of its own, since the peak of a process counts in that of what it starts; so it imports next to nothing.
"""

import os
import sys
import time


def main(errors: str, *arguments: str) -> None:
    """Runs the command, with its stderr in a file."""
    streams = [
        (os.POSIX_SPAWN_OPEN, 0, os.devnull, os.O_RDONLY, 0),
        (os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0),
        (os.POSIX_SPAWN_OPEN, 2, errors, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600),
    ]
    begun = time.perf_counter()
    process = os.posix_spawnp(arguments[0], arguments, os.environ, file_actions=streams)
    _, status, usage = os.wait4(process, 0)
    wall = time.perf_counter() - begun
    unit = 1024 if sys.platform == "linux" else 1
    print(os.waitstatus_to_exitcode(status), wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * unit)


main(*sys.argv[1:])
