"""Whatever a spec says stays data: nothing of it runs or is lost, no file lands elsewhere, no tool takes orders."""

from __future__ import annotations

import ast
import builtins
import io
import re
import tokenize
import tomllib
from collections.abc import Iterator
from itertools import pairwise
from typing import Any, get_args
from urllib.parse import quote

import pytest
from python_client import DIALECT, PAGING, Client, generated, operation, page_of, ref, spec

from generator.targets.base import HEADER
from generator.targets.prose import one_line

RUN = "__import__('builtins').canary.append(1)"
# If any of these is run, or read as something else than text, the canary or a comparison says so.
TEXTS = {
    "docstring end": f'"""\n{RUN}\n"""',
    "docstring end at the end": f'x """ + {RUN} + """',
    "other docstring end": f"'''\n{RUN}\n'''",
    "string end": f'" + {RUN} + "',
    "single string end": f"' + {RUN} + '",
    "both quotes": f"it's \"{RUN}\" '\"'",
    "lone quote at the end": 'say "',
    "three quotes": '"""',
    "six quotes": '""""""',
    "backslash at the end": "C:\\",
    "two backslashes at the end": "C:\\\\",
    "escape": "\\x41 \\N{BULLET} \\u0041 \\101 \\\n",
    "template": "{{ canary.append(1) }} {% if 1 %} {# #} {{ 7 * 7 }}",
    "raw block": "{% raw %}{{ x }}{% endraw %}",
    "interpolation": "${HOME} $(id) `id` %s %(x)s {0} {x}",
    "line ends": "one\ntwo\r\nthree\rfour\x0bfive\x0csix\x85seven\u2028eight\u2029nine",
    "code on its own line": f"text\n{RUN}\nclass Evil(Model):\n    pass\n\n\nclass Evil2(Model):",
    "rebuild": "Thing.model_rebuild()\nend.model_rebuild()",
    "controls": "a\0b\x1b[2Jc\x7fd\x01",
    "directions": "a\u202eb\u2066c\u2069d\u200be\u200ff",
    "byte order mark": "\ufeffa\ufeff",
    "comment end": "*/ // <!-- --> # end",
    "format off": "# fmt: off",
    "format orders": "fmt: off\n# fmt: off\n# fmt: skip\n# yapf: disable\n# isort: skip_file",
    "checker orders": "type: ignore\n# type: ignore\n# mypy: ignore-errors\n# pyright: basic\n# noqa\n# ruff: noqa",
    "encoding": "-*- coding: latin-1 -*-\n# -*- coding: utf-7 -*-",
    "other scripts": "Größe 日本語 עברית עִבְרִית 🎉 👩‍👩‍👧 e\u0301",
    "wide": "日本語" * 40,
    "long": "a" * 10_000,
    "long with blanks": "word " * 2_000,
    "indented": "first\n    second\n        third\n\tfourth",
    "google sections": "Args:\n    x: y\n\nReturns:\n    nothing",
    "path": "../../../etc/passwd",
    "markdown": "[x](javascript:alert(1)) | <script>alert(1)</script> ``` \n```python\nboom\n```",
    "blank": " ",
}
texts = pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
NUMBER = {text: number for number, text in enumerate(TEXTS.values())}


@pytest.fixture(scope="module", autouse=True)
def canary() -> Iterator[None]:
    """Fails if anything in a spec was run."""
    found: list[int] = []
    builtins.canary = found  # type: ignore[attr-defined]
    yield
    del builtins.canary  # type: ignore[attr-defined]
    assert found == []


def import_all(client: Client) -> None:
    for path in client.rendered():
        name = path.removesuffix(".py").removesuffix("/__init__").replace("/", ".")
        client.module("" if name == "__init__" else name)


def comments(client: Client) -> list[str]:
    """The comments in what is rendered, below the header: they can give orders to tools."""
    return [
        token.string
        for source in client.rendered().values()
        for token in tokenize.generate_tokens(io.StringIO(source).readline)
        if token.type == tokenize.COMMENT and token.string != f"# {HEADER}"
    ]


def holds(doc: str | None, text: str) -> bool:
    """Whether a docstring holds a text, whichever way its lines are broken."""
    return one_line(text) in one_line(doc or "")


def field_docs(model: type, source: str) -> list[str]:
    """The docstrings below the fields of a model."""
    (node,) = [
        node for node in ast.parse(source).body if isinstance(node, ast.ClassDef) and node.name == model.__name__
    ]
    after = [second for first, second in pairwise(node.body) if isinstance(first, ast.AnnAssign)]
    return [ast.literal_eval(each.value) for each in after if isinstance(each, ast.Expr)]


# Texts, wherever a document says something to people.


def saying(text: str, number: int) -> tuple[dict[str, Any], dict[str, Any]]:
    """An operation, and schemas, that say a text wherever they can."""
    said = {"description": text, "title": text, "x-since": text, "deprecated": True, "x-deprecated": text}
    choice = {"type": "string", "enum": [f"plain{number}", text], "description": text}
    params = {
        **PAGING,
        "word": {"type": "string", "default": text, "pattern": ".*", **said},
        "kind": choice,
        "row": {"type": "array", "items": ref(f"Row{number}")},
    }
    schemas = {
        f"Record{number}": {
            "type": "object",
            "description": text,
            "properties": {"id": {"type": "integer", **said}, "kind": choice},
        },
        f"Row{number}": {"type": "object", "description": text, "properties": {"note": {"type": "string", **said}}},
    }
    item = operation(
        params=params, answer=page_of(ref(f"Record{number}")), tag=f"Things{number}",
        summary=text, description=text, externalDocs={"url": text},
        **{"x-errors": [text, "other"], "x-deprecated": text, "x-since": text},
    )  # fmt: skip
    return item, schemas


@pytest.fixture(scope="module")
def documented(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Client]:
    """The client of a spec that says every text wherever a spec can."""
    paths, schemas = {}, {}
    for text, number in NUMBER.items():
        item, own = saying(text, number)
        paths[f"GetThings{number}"] = item
        schemas |= own
    info = {name: "".join(TEXTS.values()) for name in ("title", "version", "description")}
    tags = [{"name": f"Things{number}", "description": text} for text, number in NUMBER.items()]
    with generated(tmp_path_factory.mktemp("documented"), spec(paths, schemas, info=info, tags=tags)) as client:
        import_all(client)
        yield client


@texts
def test_a_text_stays_data(text: str, documented: Client) -> None:
    number = NUMBER[text]
    group = documented.module(f"groups.things{number}")
    declared = getattr(group, f"GET_THINGS{number}")
    assert declared.errors == (text, "other")
    assert (declared.deprecated, declared.docs) == (text, text)
    assert declared.param("word").deprecated == declared.param("word").since == text
    assert declared.param("kind").values == (f"plain{number}", text)


@texts
def test_a_text_is_documentation(text: str, documented: Client) -> None:
    number = NUMBER[text]
    group = getattr(documented.module(f"groups.things{number}"), f"Things{number}")
    record = getattr(documented.module(f"models.things{number}"), f"Record{number}")
    row = getattr(documented.module("inputs"), f"Row{number}Input")
    for described in (group, getattr(group, f"get_things{number}"), record, row):
        assert holds(described.__doc__, text)
    assert any(holds(doc, text) for doc in field_docs(record, documented.source(f"models/things{number}.py")))


@texts
def test_a_value_of_an_enum_stays_data(text: str, documented: Client) -> None:
    choices, _ = get_args(getattr(documented.module("enums"), f"Record{NUMBER[text]}Kind"))
    assert get_args(choices) == (f"plain{NUMBER[text]}", text)


def test_no_text_becomes_a_comment(documented: Client) -> None:
    assert comments(documented) == []


def test_no_file_lands_elsewhere(documented: Client) -> None:
    root = documented.folder.parent
    assert {path.relative_to(root).parts[0] for path in root.rglob("*")} == {"spec", "out"}
    top = {path.split("/")[0] for path in documented.drafts}
    assert top == {documented.package, "README.md", "pyproject.toml", "LICENSE"}


def test_no_text_breaks_the_readme(documented: Client) -> None:
    text = (documented.folder / "README.md").read_text("utf-8")
    rows = text.partition("|---|---|---|---|---|\n")[2].splitlines()
    assert len(rows) == len(TEXTS)
    assert [row for row in rows if len(re.findall(r"(?<!\\)\|", row)) != 6] == []
    assert re.findall(r"(?<!\\)[<\[]", "".join(rows)) == []
    assert text.count("```") == 6


# Names on the wire.


@pytest.fixture(scope="module")
def named(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Client]:
    """The client of a spec that uses every text as the name of everything."""
    paths, schemas = {}, {}
    for text, number in NUMBER.items():
        number_property = {text: {"type": "integer"}}
        rows = {"type": "array", "items": {"type": "object", "properties": {text: {"type": "string"}}}}
        schemas[f"Record{number}"] = {"type": "object", "properties": {**number_property, "list": rows}}
        schemas[f"Row{number}"] = {"type": "object", "properties": number_property, "required": [text]}
        params = {text: {"type": "string"}, "rows": {"type": "array", "items": ref(f"Row{number}")}}
        tag = f"{number} {text[:60]}"
        paths[f"Get{number}{quote(text)}"] = operation(params=params, answer=ref(f"Record{number}"), tag=tag)
    with generated(tmp_path_factory.mktemp("named"), spec(paths, schemas)) as client:
        import_all(client)
        yield client


@texts
def test_a_name_stays_data(text: str, named: Client) -> None:
    number = NUMBER[text]
    declared = named.module("registry").OPERATIONS[f"Get{number}{text}"]
    assert (declared.action, declared.group) == (f"Get{number}{text}", f"{number} {text[:60]}")
    assert [param.wire for param in declared.params] == [text, "rows"]
    assert [*getattr(named.module("inputs"), f"Row{number}Input").__annotations__] == [text]


@texts
def test_a_field_is_read_by_its_name(text: str, named: Client) -> None:
    declared = named.module("registry").OPERATIONS[f"Get{NUMBER[text]}{text}"]
    answer = declared.response.model_validate({text: 5, "list": [{text: "six"}]})
    assert [value for name, value in answer if name != "list_"] == [5]
    assert [[*row] for row in answer.list_] == [[(next(iter(dict(answer.list_[0]))), "six")]]


def test_names_lead_nowhere_else(named: Client) -> None:
    root = named.folder.parent
    assert {path.relative_to(root).parts[0] for path in root.rglob("*")} == {"spec", "out"}
    assert comments(named) == []


# The dialect.


def pattern_of(text: str) -> str:
    """A pattern that holds the text, of the kind that every language knows."""
    return re.sub(r"[][\\.^$*+?{}()|]", r"\\\g<0>", text)


@pytest.fixture(scope="module")
def spoken(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Client]:
    """The client of a dialect that says every text."""
    every = [*TEXTS.values()]
    changes: dict[str, Any] = {
        "product": "".join(every),
        "endpoint": {**DIALECT["endpoint"], "fixed": dict(zip(every, every, strict=True))},
        "envelope": {**DIALECT["envelope"], "success": every, "message": every, "warning": every[0]},
        "requests": {**DIALECT["requests"], "true": every[1], "false": every[2]},
        "responses": {**DIALECT["responses"], "zero_dates": every, "true": every, "blank": every},
        "sensitive": every,
        "errors": [{"class": "NotFound", "match": pattern_of(text)} for text in every],
    }
    folder = tmp_path_factory.mktemp("spoken")
    with generated(folder, spec({"GetThings": operation()}), **changes) as client:
        import_all(client)
        yield client


@texts
def test_a_word_of_the_dialect_stays_data(text: str, spoken: Client) -> None:
    dialect = spoken.module("_dialect")
    assert dialect.FIXED[text] == text
    assert (
        text in dialect.SENSITIVE & dialect.ZERO_DATES & dialect.TRUE_WORDS & dialect.BLANK & dialect.ENVELOPE_SUCCESS
    )
    assert text in dialect.ENVELOPE_MESSAGE
    assert ("NotFound", pattern_of(text)) in dialect.ERROR_RULES


def test_the_name_of_the_product_stays_data(spoken: Client) -> None:
    dialect, product = spoken.module("_dialect"), "".join(TEXTS.values())
    assert product == dialect.PRODUCT
    assert holds(spoken.module().__doc__, product)
    assert holds(spoken.module("client").Acme.__doc__, product)
    assert tomllib.loads((spoken.folder / "pyproject.toml").read_text("utf-8"))["project"]["description"] == (
        f"Typed client for the {product} API"
    )
    assert comments(spoken) == []
