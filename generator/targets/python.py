"""The Python client: a package with one module a group, its models, and a runtime that is copied as it is."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import Any

from ..ir import Api, Encoding, Group, Page
from ..origin import Origin, Problem, SpecError
from ..render import Renderer
from . import python_package as single
from . import python_types as types
from .base import File, Job
from .python_models import ModelModule, homes, model_modules
from .python_names import Names, claims, names_of
from .python_operations import operation_view
from .python_printer import ModelPrinter
from .python_text import comment, docstring, export_order, import_order, imports, is_settled, one_line

_FOLDER = "python"
_PACKAGE = "package"
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class _Mode:
    """What differs between the sync and the async class of a group."""

    class_name: str
    session: str
    define: str
    wait: str
    iterator: str


class PythonTarget:
    """See ``templates/python``: the path of a template is that of its output, but for ``package``, the dialect's name."""

    name = "python"

    def __init__(self) -> None:
        self._printer = ModelPrinter()

    def prepare(self) -> None:
        """Starts what prints the models."""
        self._printer.start()

    def close(self) -> None:
        """Ends what was started."""
        self._printer.close()

    def files(self, job: Job) -> list[File]:
        """All files of the client. Raises SpecError where two things would get the same name."""
        api, renderer = job.api, job.renderer
        names = names_of(api)
        _refuse_collisions(api, names)
        package = api.wire.package
        modules = model_modules(api, names, renderer.root / _FOLDER / "datamodel", self._printer)
        files = [
            _static(path, content, package) for path, content in renderer.static_files(_FOLDER) if _is_output(path)
        ]
        files += [_group_file(group, api, names, renderer) for group in api.groups]
        files += [_python(f"{package}/models/{module.name}.py", module.source) for module in modules]
        files += _package_files(api, names, modules, renderer)
        return files


def _is_output(path: str) -> bool:
    return not path.startswith("datamodel/")


def _static(path: str, content: bytes, package: str) -> File:
    head, slash, rest = path.partition("/")
    return File(f"{package}{slash}{rest}" if head == _PACKAGE else path, content)


def _python(path: str, text: str) -> File:
    return File(path, text, formatter="python", settled=is_settled(text))


def _refuse_collisions(api: Api, names: Names) -> None:
    """Raises SpecError where two groups, methods, arguments or fields would get the same name."""
    problems: list[Problem] = []
    modules: dict[str, tuple[str, Origin]] = {}
    for group in api.groups:
        first = group.operations[0].origin
        problems += claims(modules, names.module(group.name), f"group {group.name}", first)
        methods: dict[str, tuple[str, Origin]] = {}
        for operation in group.operations:
            problems += claims(methods, names.method(operation.action), operation.action, operation.origin)
            if isinstance(operation.result, Page) and api.wire.paging:
                iterator = names.iterator(operation.action, api.wire.paging.verbs)
                problems += claims(methods, iterator, f"the iterator of {operation.action}", operation.origin)
            arguments: dict[str, tuple[str, Origin]] = {}
            for param in operation.params:
                problems += claims(arguments, names.argument(param.wire), param.wire, param.origin)
    for model in (*api.models, *api.inputs):
        fields: dict[str, tuple[str, Origin]] = {}
        for field in model.fields:
            problems += claims(fields, names.field(field.wire), field.wire, field.origin)
    if problems:
        raise SpecError(*problems)


def _group_file(group: Group, api: Api, names: Names, renderer: Renderer) -> File:
    views = [operation_view(operation, group.name, api, names) for operation in group.operations]
    name = names.group_class(group.name)
    module = names.module(group.name)
    paged = any(view.iterator for view in views)
    text = renderer.render(
        f"{_FOLDER}/{_PACKAGE}/groups/group.py.j2",
        doc=docstring(
            [f"The group {one_line(group.name)}: its operations as data, and the methods that call them."], 0
        ),
        class_doc=docstring([(one_line(group.doc) or f"Operations of the group {group.name}").rstrip(".") + "."], 4),
        imports=_group_imports(group, api, names, paged),
        operations=views,
        modes=[
            _Mode(name, "Session", "def", "", "Iterator"),
            _Mode(f"Async{name}", "AsyncSession", "async def", "await ", "AsyncIterator"),
        ],
    )
    return _python(f"{api.wire.package}/groups/{module}.py", text)


def _group_imports(group: Group, api: Api, names: Names, paged: bool) -> str:
    params = [param for operation in group.operations for param in operation.params]
    annotations = [types.argument(param.type, names, file=param.encoding.file is not None) for param in params]
    results = [operation.result for operation in group.operations]
    answered = [types.response(result.type, names) for result in results if result.type is not None]
    answered += [types.response(result.item, names) for result in results if isinstance(result, Page)]
    words = set(_WORD.findall(" ".join([*annotations, *answered])))
    declared = {"Operation"} if any(not isinstance(result, Page) for result in results) else set()
    declared |= {"Paged"} if paged else set()
    declared |= {"Param"} if params else set()
    declared |= {"Encoding"} if any(param.encoding != Encoding() for param in params) else set()
    declared |= {"Requirement"} if any(operation.requirements for operation in group.operations) else set()
    standard = ["AsyncIterator", "Iterator"] if paged else []
    standard += ["Sequence"] if "Sequence" in words else []
    where = homes(api, names)
    models: dict[str, set[str]] = {}
    for name, home in where.items():
        if names.models[name] in words:
            models.setdefault(home, set()).add(names.models[name])
    blocks = [
        [
            *imports("collections.abc", standard),
            *(["from datetime import date as Date"] if "Date" in words else []),
            *(["from datetime import datetime as DateTime"] if "DateTime" in words else []),
            *imports("decimal", {"Decimal"} & words),
            *imports("typing", {"Final"} | ({"Any"} & words)),
        ],
        [
            *imports(
                ".._runtime.aliases",
                {"Extra", "Timeout"} | ({"Amount", "DateInput", "DateTimeInput", "FilePath", "Keyed"} & words),
            ),
            *imports(".._runtime.operation", declared),
            *imports(".._runtime.secret", ["hide"]),
            *imports(".._runtime.session", ["AsyncSession", "Session"]),
            *imports("..enums", words & set(names.enums.values())),
            *imports("..inputs", words & set(names.inputs.values())),
            *(line for home in sorted(models, key=import_order) for line in imports(f"..models.{home}", models[home])),
        ],
    ]
    return "\n\n".join("\n".join(lines) for lines in blocks)


def _package_files(api: Api, names: Names, modules: list[ModelModule], renderer: Renderer) -> list[File]:
    """The files of which there is one each."""
    wire, folder = api.wire, f"{_FOLDER}/{_PACKAGE}"
    groups = [single.group_view(group, names) for group in api.groups]
    common: dict[str, Any] = {"wire": wire, "package": wire.package, "sdk": wire.sdk, "product": comment(wire.product)}
    typed_dicts, input_imports = single.inputs(api, names)
    views: dict[str, dict[str, Any]] = {
        "__init__.py": {
            "exceptions": single.exceptions(wire.sdk),
            "exported": sorted(
                {*single.exceptions(wire.sdk), "CallEvent", "Retry", wire.sdk, f"Async{wire.sdk}"}, key=export_order
            ),
        },
        "_dialect.py": {"constants": single.dialect_constants(wire)},
        "client.py": {
            "modes": single.client_modes(api),
            "groups": groups,
            "credentials": single.credentials(wire),
            "options": single.OPTIONS,
            "variables": single.variables(wire),
            "imports": [
                imports(f".groups.{group.module}", [f"Async{group.class_name}", group.class_name], 4)[0]
                for group in sorted(groups, key=lambda group: import_order(group.module))
            ],
        },
        "enums.py": {"enums": [single.enum_view(enum, names) for enum in api.enums]},
        "exceptions.py": {},
        "inputs.py": {"inputs": typed_dicts, "imports": input_imports},
        "models/__init__.py": {
            "modules": sorted(modules, key=lambda module: import_order(module.name)),
            "classes": sorted((name for module in modules for name in module.classes), key=export_order),
        },
        "registry.py": {"operations": single.registry(api, names)},
        "testing/__init__.py": {},
    }
    files = [
        _python(f"{wire.package}/{path}", renderer.render(f"{folder}/{path}.j2", **common, **view))
        for path, view in views.items()
    ]
    shown = single.examples(api, names)
    readme = {
        "rows": single.action_rows(api, names),
        "constructor": shown.constructor,
        "sample": shown.sample,
        "example": shown.lines,
        "variables": single.variables(wire, "`"),
    }
    description = json.dumps(f"Typed client for the {wire.product} API", ensure_ascii=False)
    project: dict[str, dict[str, Any]] = {"README.md": readme, "pyproject.toml": {"description": description}}
    files += [File(path, renderer.render(f"{_FOLDER}/{path}.j2", **common, **view)) for path, view in project.items()]
    return files
