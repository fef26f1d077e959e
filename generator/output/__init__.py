"""Generated files on their way to the disk: collected, formatted, compared, written.

    tree = OutputTree()
    tree.add("python/whmcs/client.py", text, target="python", formatter=BLACK)
    files = format_all(tree, out)                        # Black runs only on what changed
    plan = compare(out, files, {"python": digest})       # what `check` needs; print(diff(plan))
    write(out, files, {"python": digest})                # atomic; prunes what is no longer generated

    tree        OutputTree, Draft, File: paths that are safe on every system, each used once
    formatting  format_all: in parallel where it pays
    manifest    Manifest: what we wrote, by hash; inputs_digest, is_current: has anything to be done at all?
    changes     compare, diff: added, changed, removed, edited by hand, in the way, not ours
    write       write: all or nothing
    whole       write_whole: the same for one file that a user names

Rule: what this package did not write, it neither overwrites nor deletes.
"""

from .changes import DRIFT, Change, Plan, Status, compare, diff
from .disk import Disk
from .formatting import FormatError, format_all
from .manifest import Facts, Manifest, inputs_digest, installed_versions, is_current
from .manifest import load as load_manifest
from .tree import MANIFEST, STAGING, Draft, File, OutputError, OutputTree, digest
from .whole import write_whole
from .write import write

__all__ = [
    "DRIFT",
    "MANIFEST",
    "STAGING",
    "Change",
    "Disk",
    "Draft",
    "Facts",
    "File",
    "FormatError",
    "Manifest",
    "OutputError",
    "OutputTree",
    "Plan",
    "Status",
    "compare",
    "diff",
    "digest",
    "format_all",
    "inputs_digest",
    "installed_versions",
    "is_current",
    "load_manifest",
    "write",
    "write_whole",
]
