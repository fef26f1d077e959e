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
from typing import get_args

import pytest
from python_client import Client, generated, operation, spec

from generator.contract import hostile, specs
from generator.targets.base import HEADER
from generator.targets.prose import one_line

RUN = "__import__('builtins').canary.append(1)"
# If any of these is run, or read as something else than text, the canary or a comparison says so.
TEXTS = hostile.texts(RUN)
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


@pytest.fixture(scope="module")
def documented(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Client]:
    """The client of a spec that says every text wherever a spec can."""
    with generated(tmp_path_factory.mktemp("documented"), specs.documented(TEXTS.values())) as client:
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
    assert text.count("```") == 8


# Names on the wire.


@pytest.fixture(scope="module")
def named(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Client]:
    """The client of a spec that uses every text as the name of everything."""
    with generated(tmp_path_factory.mktemp("named"), specs.named(TEXTS.values())) as client:
        import_all(client)
        yield client


@texts
def test_a_name_stays_data(text: str, named: Client) -> None:
    number = NUMBER[text]
    declared = named.module("registry").OPERATIONS[f"Get{number}{text}"]
    assert (declared.action, declared.group) == (f"Get{number}{text}", f"{number} {text[:60]}")
    assert [param.wire for param in declared.params] == [text, "rows"]
    assert [*getattr(named.module("inputs"), f"NamedRow{number}Input").__annotations__] == [text]


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


@pytest.fixture(scope="module")
def spoken(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Client]:
    """The client of a dialect that says every text."""
    changes = specs.spoken(TEXTS.values())
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
    assert ("NotFound", specs.pattern_of(text)) in dialect.ERROR_RULES


def test_the_name_of_the_product_stays_data(spoken: Client) -> None:
    dialect, product = spoken.module("_dialect"), "".join(TEXTS.values())
    assert product == dialect.PRODUCT
    assert holds(spoken.module().__doc__, product)
    assert holds(spoken.module("client").Acme.__doc__, product)
    assert tomllib.loads((spoken.folder / "pyproject.toml").read_text("utf-8"))["project"]["description"] == (
        f"Typed client for the {product} API"
    )
    assert comments(spoken) == []
