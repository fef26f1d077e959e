"""Measurements, run by hand: ``make bench``, or ``python -m bench NAME --runs 9``. Nothing here asserts anything.

    generation   this generator against two others and against the floor, by size of the spec
    client       the generated Python client at run time, against what it is made of

How to read the tables: every command is a whole process, from start to exit. The commands of a table are run in turn,
so that a busy moment of the machine falls on all of them; a figure is the median of the runs. Compare ratios within a
table: the seconds are those of the machine at that moment. The memory is the peak of the largest process of a command.

A further bench is a module here with ``add_arguments(group)`` and ``main(options) -> str``; ``__main__`` names it.
"""
