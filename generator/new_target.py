"""``whmcs-codegen new-target``: the skeleton by another name, in the checkout at hand or in a folder of one's own."""

from __future__ import annotations

import keyword
import shlex
from pathlib import Path

from .errors import TargetError
from .naming import Words
from .targets.registry import problem_of_name

_HERE = Path(__file__).resolve().parent
_SKELETON = _HERE / "skeleton"
# Where a checkout has its targets, and their templates.
_TARGETS, _TEMPLATES = Path("generator/targets"), Path("templates")


def lay_out(name: str, folder: Path | None) -> tuple[list[Path], list[str]]:
    """The files that are written, and what to do next.

    Without a folder the target becomes one of the generator in the checkout that the current folder belongs to.

    Raises TargetError, and writes nothing, for a name that cannot be one and where something is in the way.
    """
    if problem := problem_of_name(name):
        raise TargetError(problem)
    module = name.replace("-", "_")
    if keyword.iskeyword(module):
        raise TargetError(f"{name} is a word of Python, and cannot be the name of a module")
    title = Words().pascal(name)
    root = folder or _checkout()
    file = root / (f"{module}_target.py" if folder else _TARGETS / f"{module}.py")
    templates = root / _TEMPLATES / name
    texts = {file: _renamed((_SKELETON / "target.py").read_text("utf-8"), name, title, inside=folder is None)}
    for path in sorted((_SKELETON / "templates/skeleton").iterdir()):
        texts[templates / path.name] = path.read_text("utf-8")
    _write(texts)
    steps = _steps(name, module, title, file if folder else None)
    if not folder and root != _HERE.parent:
        steps.insert(0, f"call the whmcs-codegen of {root} for what follows: `make generate` there sets up .venv/bin")
    return [*texts], steps


def _checkout() -> Path:
    """The checkout of a generator that the current folder belongs to. Raises TargetError where it is in none."""
    here = Path.cwd()
    for folder in (here, *here.parents):
        if (folder / _TARGETS / "registry.py").is_file() and (folder / _TEMPLATES).is_dir():
            return folder
    raise TargetError(f"{here} is in no checkout of the generator to add to: name a folder for a target of your own")


def _renamed(text: str, name: str, title: str, *, inside: bool) -> str:
    text = text.replace("Skeleton", title).replace('_NAME = "skeleton"', f'_NAME = "{name}"')
    text = text.replace("The skeleton target", f"The target {name}")
    return text.replace(".parent / ", ".parents[2] / ") if inside else text


def _write(texts: dict[Path, str]) -> None:
    there = [path for path in texts if path.exists()]
    folders = {parent for path in texts for parent in path.parents if parent.exists() and not parent.is_dir()}
    if there or folders:
        raise TargetError(f"in the way, and not overwritten: {', '.join(map(str, sorted({*there, *folders})))}")
    try:
        for path, text in texts.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8", newline="\n")
    except OSError as error:
        raise TargetError(f"cannot be written: {error.strerror}: {error.filename}") from error


def _steps(name: str, module: str, title: str, file: Path | None) -> list[str]:
    """What to do next. A line of the registry is an input of every target, so that all are generated then."""
    reference = name if file is None else shlex.quote(str(file))
    own = [f"to run it by its name from an installed package: the entry point {name} of whmcs_codegen.targets"]
    ours = [f'add the line "{name}": "{module}:{title}Target" to BUILT_IN in generator/targets/registry.py']
    return [
        *(ours if file is None else []),
        "whmcs-codegen generate" if file is None else f"whmcs-codegen generate {reference}",
        f"whmcs-codegen contract {reference}",
        "in the module, do what LEFT marks: words, types, names, escaping, the client, how it is judged",
        *(own if file else []),
    ]
