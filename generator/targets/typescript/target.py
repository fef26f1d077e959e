"""The TypeScript client: a module for each group, interfaces of what is sent and answered, and a runtime as it is."""

from __future__ import annotations

import json
from typing import Any

from ...ir import Api
from ...naming import identifier
from ...render import TEMPLATES, Renderer
from ..base import HEADER, File, Job
from ..prose import markdown
from ..scope import scope_of
from .checks import TypeScriptChecks
from .client import (
    client_doc,
    credentials,
    example_credentials,
    from_env_doc,
    group_view,
    registry_entries,
    registry_imports,
    registry_kinds,
    variables,
)
from .dialect import dialect_constants
from .enums import enum_view
from .inputs import input_imports, input_views
from .methods import group_module
from .models import model_modules
from .names import Names, Scope, names_of
from .readme import action_rows, examples
from .text import inside_comment

_FOLDER = "typescript"
_PACKAGE = "package/"


class TypeScriptTarget:
    """See ``templates/typescript``: a template's path is that of its output, without ``package/``."""

    name = "typescript"
    templates = TEMPLATES
    checks = TypeScriptChecks()

    def prepare(self) -> None:
        """Nothing takes long."""

    def close(self) -> None:
        """Nothing was started."""

    def embedded(self, path: str, api: Api) -> str | None:  # noqa: ARG002 - the contract's signature
        """The sources themselves, with their README and license; all imports among them are relative."""
        if path in ("README.md", "LICENSE", "CHANGELOG.md"):
            return path
        return path.removeprefix("src/") if path.startswith("src/") else None

    def client_names(self, api: Api) -> Names:
        """What callers of the client write. Raises SpecError where two things would get the same name."""
        return names_of(api)

    def files(self, job: Job) -> list[File]:
        """All files of the package. Raises SpecError where two things would get the same name."""
        api, renderer = job.api, job.renderer
        scope = scope_of(api, names_of(api))
        return [
            *(File(path.removeprefix(_PACKAGE), content) for path, content in renderer.static_files(_FOLDER)),
            *_group_files(api, scope, renderer),
            *_model_files(api, scope, renderer),
            *_package_files(api, scope, renderer),
            *_project_files(api, scope, renderer),
            *([] if job.changelog is None else [File("CHANGELOG.md", job.changelog)]),
        ]


def _group_files(api: Api, scope: Scope, renderer: Renderer) -> list[File]:
    modules = [group_module(group, scope) for group in api.groups]
    template = f"{_FOLDER}/{_PACKAGE}src/groups/group.ts.j2"
    return [_module(f"groups/{module.name}", renderer.render(template, module=module)) for module in modules]


def _model_files(api: Api, scope: Scope, renderer: Renderer) -> list[File]:
    template = f"{_FOLDER}/{_PACKAGE}src/models/models.ts.j2"
    return [
        _module(f"models/{module.name}", renderer.render(template, module=module))
        for module in model_modules(api, scope)
    ]


def _package_files(api: Api, scope: Scope, renderer: Renderer) -> list[File]:
    """The modules of which there is one each."""
    wire, names = api.wire, scope.names
    groups = [group_view(group, scope) for group in api.groups]
    kinds = registry_kinds(api, scope)
    views: dict[str, dict[str, Any]] = {
        "client": {
            "doc": client_doc(wire),
            "from_env_doc": from_env_doc(wire),
            "credentials": credentials(wire),
            "groups": groups,
        },
        "dialect": {"constants": dialect_constants(wire)},
        "enums": {"enums": [enum_view(enum, names) for enum in api.enums]},
        "errors": {},
        "index": {
            "groups": [group.module for group in groups],
            "models": list(dict.fromkeys(names.homes[model.name] for model in api.models)),
            "pages": "Paged" in kinds,
        },
        "inputs": {"imports": input_imports(api, names), "inputs": input_views(api, names)},
        "registry": {
            "imports": registry_imports(api, scope),
            "entries": registry_entries(api, scope),
            "kinds": " | ".join(kinds),
        },
    }
    common = {"sdk": wire.sdk, "product": inside_comment(wire.product)}
    return [
        _module(name, renderer.render(f"{_FOLDER}/{_PACKAGE}src/{name}.ts.j2", **common, **view))
        for name, view in views.items()
    ]


def _module(name: str, text: str) -> File:
    return File(f"src/{name}.ts", f"// {HEADER}\n\n{text}")


def _project_files(api: Api, scope: Scope, renderer: Renderer) -> list[File]:
    """README.md and package.json."""
    wire = api.wire
    views: dict[str, dict[str, Any]] = {
        "README.md": {
            "product": markdown(wire.product),
            "rows": action_rows(api, scope),
            "examples": examples(api, scope),
            "credentials": example_credentials(wire),
            "variables": variables(wire),
            # Beside it, the examples call something by these names.
            "client": identifier(wire.package, TypeScriptChecks.reserved | {"console", "page", "record"}),
        },
        "package.json": {"description": json.dumps(f"Typed client for the {wire.product} API")},
    }
    common = {"sdk": wire.sdk, "package": wire.package, "version": wire.version}
    headers = {"README.md": f"<!-- {HEADER} -->\n"}  # JSON has no comments
    return [
        File(path, headers.get(path, "") + renderer.render(f"{_FOLDER}/{path}.j2", **common, **view))
        for path, view in views.items()
    ]
