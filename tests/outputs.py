"""What the tests of generator/output have in common: small outputs as ``{path: text}``."""

from __future__ import annotations

from pathlib import Path

from generator.output import File, OutputTree, Plan, format_all, write

ROOT = Path(__file__).resolve().parent.parent
OLD = {"a/changed.py": "old\n", "a/less.py": "old\n", "b/gone/x.py": "old\n", "becomes": "old\n", "same.py": "same\n"}
NEW = {"a/changed.py": "new\n", "c/added/y.py": "new\n", "same.py": "same\n", "becomes/folder.py": "new\n"}

# What writing is made of; each of these can fail.
CALLS = ("replace", "link", "mkdir", "rmdir", "fsync", "chmod", "rename")


def files_of(contents: dict[str, str], target: str = "python") -> tuple[File, ...]:
    tree = OutputTree()
    for path, text in contents.items():
        tree.add(path, text, target=target)
    return format_all(tree, Path("nowhere"))


def run(out: Path, contents: dict[str, str], inputs: str = "1") -> Plan:
    return write(out, files_of(contents), {"python": inputs})


def statuses(plan: Plan) -> dict[str, str]:
    return {change.path: str(change.status) for change in plan.changes}


def content(out: Path) -> dict[str, str]:
    """Every file but the manifest; a link as ``-> target``."""
    paths = [path for path in out.rglob("*") if path.is_symlink() or not path.is_dir()]
    paths = [path for path in paths if path != out / "manifest.json"]
    texts = [f"-> {path.readlink()}" if path.is_symlink() else path.read_text() for path in paths]
    return {path.relative_to(out).as_posix(): text for path, text in zip(paths, texts, strict=True)}
