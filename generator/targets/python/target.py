"""The Python client: a package with one module a group, its models, and a runtime that is copied as it is."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ...ir import Api, Group
from ...render import TEMPLATES, Renderer
from ..base import HEADER, File, Job
from ..prose import markdown, sentence
from ..scope import scope_of
from .checks import PythonChecks
from .client import (
    OPTIONS,
    all_credentials,
    client_modes,
    credentials,
    exceptions,
    exported,
    from_env_doc,
    group_imports,
    group_view,
    variables,
)
from .declarations import registry
from .dialect import dialect_constants
from .enums import enum_view
from .formatter import BLACK
from .imports import export_order, import_block, import_order, imports
from .inputs import input_imports, input_views
from .methods import group_needs, operation_view
from .models import ModelPlan
from .names import Names, Scope, names_of, refused_folder
from .printer import ModelPrinter
from .readme import action_rows, examples
from .text import docstring, inside_docstring, is_settled

_FOLDER = "python"
_PACKAGE = "package"
# Templates that datamodel-code-generator reads, and one of them.
_PRINTER = "datamodel"
_MODEL = f"{_FOLDER}/{_PRINTER}/pydantic_v2/BaseModel.jinja2"


class PythonTarget:
    """See ``templates/python``: a template's path is that of its output, with the dialect's name for ``package``."""

    name = "python"
    templates = TEMPLATES
    checks = PythonChecks()

    def __init__(self) -> None:
        self._printer = ModelPrinter()

    def prepare(self) -> None:
        """Starts what prints the models."""
        self._printer.start()

    def close(self) -> None:
        """Ends what was started."""
        self._printer.close()

    def embedded(self, path: str, api: Api) -> str | None:
        """The package itself, with its README and its license; all imports inside it are relative."""
        if path in ("README.md", "LICENSE", "CHANGELOG.md"):
            return path
        folder = f"{api.wire.package}/"
        return path.removeprefix(folder) if path.startswith(folder) else None

    def refused_folder(self, name: str) -> str:
        """Why no `import` can name the folder, and what it could be called; nothing where one can."""
        return refused_folder(name)

    def client_names(self, api: Api) -> Names:
        """What callers of the client write. Raises SpecError where two things would get the same name."""
        return names_of(api)

    def files(self, job: Job) -> list[File]:
        """All files of the client. Raises SpecError where two things would get the same name."""
        api, renderer = job.api, job.renderer
        scope = scope_of(api, names_of(api))
        models = ModelPlan(api, scope.names, renderer.path(_MODEL).parents[1], self._printer)
        return [
            *_static_files(api, renderer),
            *(_group_file(group, api, scope, renderer) for group in api.groups),
            *_package_files(api, scope, models, renderer),
            *_project_files(api, scope, renderer),
            *([] if job.changelog is None else [File("CHANGELOG.md", job.changelog)]),
            *(_python(f"{api.wire.package}/models/{name}.py", text) for name, text in models.sources().items()),
        ]


def _static_files(api: Api, renderer: Renderer) -> list[File]:
    files = []
    for path, content in renderer.static_files(_FOLDER):
        head, slash, rest = path.partition("/")
        if head != _PRINTER:
            files.append(File(f"{api.wire.package if head == _PACKAGE else head}{slash}{rest}", content))
    return files


def _python(path: str, text: str) -> File:
    text = f"# {HEADER}\n{text}"
    return File(path, text, formatter=BLACK, settled=is_settled(text))


@dataclass(frozen=True, slots=True)
class _Mode:
    """What differs between the sync and the async class of a group."""

    class_name: str
    session: str
    define: str
    wait: str
    iterator: str


def _group_file(group: Group, api: Api, scope: Scope, renderer: Renderer) -> File:
    views = [operation_view(operation, group.name, scope) for operation in group.operations]
    name, async_name = scope.names.group_classes(group.name)
    doc = sentence(group.doc) or sentence(f"Operations of the group {group.name}")
    text = renderer.render(
        f"{_FOLDER}/{_PACKAGE}/groups/group.py.j2",
        doc=docstring([f"The group {group.name}: its operations as data, and the methods that call them."], 0),
        class_doc=docstring([doc], 4),
        imports=import_block(group_needs(group, views, scope), "groups"),
        operations=views,
        modes=[
            _Mode(name, "Session", "def", "", "Iterator"),
            _Mode(async_name, "AsyncSession", "async def", "await ", "AsyncIterator"),
        ],
    )
    return _python(f"{api.wire.package}/groups/{scope.names.module(group.name)}.py", text)


def _package_files(api: Api, scope: Scope, models: ModelPlan, renderer: Renderer) -> list[File]:
    """The modules of which there is one each."""
    wire, names = api.wire, scope.names
    groups = [group_view(group, names) for group in api.groups]
    inputs = input_views(api, names)
    views: dict[str, dict[str, Any]] = {
        "__init__.py": {
            "clients": imports(".client", [wire.sdk, f"Async{wire.sdk}"])[0],
            "exceptions": exceptions(wire.sdk),
            "exported": exported(wire.sdk),
        },
        "_dialect.py": {"constants": dialect_constants(wire)},
        "client.py": {
            "modes": client_modes(api, groups),
            "credentials": all_credentials(wire),
            "options": OPTIONS,
            "from_env_doc": from_env_doc(wire),
            "imports": group_imports(groups),
        },
        "enums.py": {"enums": [enum_view(enum, names) for enum in api.enums]},
        "exceptions.py": {},
        "inputs.py": {
            "imports": input_imports(api, names),
            "calls": [view for view in inputs if view.call],
            "classes": [view for view in inputs if not view.call],
        },
        "models/__init__.py": _exports(models),
        "registry.py": {"operations": registry(api, names)},
        "testing/__init__.py": {
            "credentials": credentials(wire.credentials.schemes),
            "preferred": credentials(wire.credentials.schemes[:1]),
        },
    }
    common = {**_common(api), "product": inside_docstring(wire.product)}
    return [
        _python(f"{wire.package}/{path}", renderer.render(f"{_FOLDER}/{_PACKAGE}/{path}.j2", **common, **view))
        for path, view in views.items()
    ]


def _exports(models: ModelPlan) -> dict[str, Any]:
    modules = sorted(models.exports().items(), key=lambda module: import_order(module[0]))
    return {
        "modules": modules,
        "imports": [line for module, classes in modules for line in imports(f".{module}", classes, 4)],
        "classes": sorted((name for _, classes in modules for name in classes), key=export_order),
    }


def _project_files(api: Api, scope: Scope, renderer: Renderer) -> list[File]:
    """README.md and pyproject.toml."""
    headers = {"README.md": f"<!-- {HEADER} -->\n", "pyproject.toml": f"# {HEADER}\n"}
    views: dict[str, Mapping[str, Any]] = {
        "README.md": {
            "product": markdown(api.wire.product),
            "rows": action_rows(api, scope),
            "examples": examples(api, scope),
            "variables": variables(api.wire, "`"),
        },
        # A JSON text is a TOML text too, less one character.
        "pyproject.toml": {
            "description": json.dumps(f"Typed client for the {api.wire.product} API", ensure_ascii=False).replace(
                "\x7f", "\\u007f"
            )
        },
    }
    return [
        File(path, headers[path] + renderer.render(f"{_FOLDER}/{path}.j2", **_common(api), **view))
        for path, view in views.items()
    ]


def _common(api: Api) -> dict[str, Any]:
    return {"wire": api.wire, "package": api.wire.package, "sdk": api.wire.sdk}
