"""Types of the Api as TypeScript says them, in requests and in answers, and as the runtime is told of them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from python_client import everything, operation, ref, spec
from typescript_client import package


@pytest.fixture(scope="module")
def sources(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The text of every module that is rendered, by its path in ``src``."""
    out = package(tmp_path_factory.mktemp("everything"), everything())
    return {path.relative_to(out / "src").as_posix(): path.read_text("utf-8") for path in (out / "src").rglob("*.ts")}


def body(source: str, opening: str) -> dict[str, str]:
    """The properties between the line that begins so and the end of its block, by name."""
    text = source[source.index(f"export interface {opening} {{") :]
    return dict(re.findall(r"^  (\w+\??): (.*);$", text[: text.index("\n}")], re.MULTILINE))


def test_types_of_answers(sources: dict[str, str]) -> None:
    assert body(sources["models/things.ts"], "Thing") == {
        "text": "string | null", "integer": "number | null", "decimal": "Decimal | null", "boolean": "boolean | null",
        "date": "LocalDate | null", "datetime": "LocalDateTime | null", "bytes": "string | null",
        "choice": "ThingChoice | null", "number": "ThingNumber | null", "either": "number | string | null",
        "anything": "unknown", "list": "Part[]", "wrapped": "number[]", "map": "Record<string, Decimal>",
        "maps": "Record<string, Part[]>", "part": "Part | null", "class": "string | null", "pin": "string | null",
    }  # fmt: skip


def test_types_of_parameters(sources: dict[str, str]) -> None:
    found = body(sources["groups/things.ts"], "AddThingParams")
    assert [*found][:2] == ["text", "rows"], "the required ones come first"
    plain = {name: type_.removesuffix(" | null | undefined") for name, type_ in found.items()}
    assert plain == {
        "text": "string", "rows": "readonly (RowInput | null)[]", "integer?": "IntegerInput", "decimal?": "DecimalInput",
        "boolean?": "boolean", "date?": "DateInput", "datetime?": "DateTimeInput", "bytes?": "Uint8Array",
        "choice?": "ThingChoice", "number?": "ThingNumber", "either?": "IntegerInput | (string & {})", "anything?": "unknown",
        "list?": "readonly (DateInput | null)[]", "map?": "Keyed<string>", "files?": "readonly FileInput[]", "day?": "DateInput",
        "pin?": "string", "amounts?": "Keyed<DecimalInput>", "old?": "string", "commas?": "readonly (IntegerInput | null)[]",
        "serialized?": "Keyed<string>", "each?": "readonly (Keyed<string> | null)[]",
    }  # fmt: skip
    assert {name for name, type_ in found.items() if type_ == plain[name]} == {"text", "rows", "anything?"}
    assert body(sources["inputs.ts"], "RowInput") == {
        "text": "string", "amount?": "DecimalInput | null | undefined", "pin?": "string | null | undefined",
    }  # fmt: skip


def test_what_the_runtime_is_told_of_answers(sources: dict[str, str]) -> None:
    for line in (
        '["text", "text"],', '["number", "integer"],', '["either", { oneOf: ["integer", "text"] }],', '["anything", "any"],',
        '["list", { list: { model: () => PartSpec } }],', '["wrapped", { list: "integer", wrapper: "one" }],',
        '["map", { map: "decimal" }],', '["maps", { map: { list: { model: () => PartSpec } } }],',
        '["part", { model: () => PartSpec }],',
    ):  # fmt: skip
        assert f"    {line}\n" in sources["models/things.ts"]
    assert '\n  sensitive: ["pin"],\n' in sources["models/things.ts"]


def test_what_the_runtime_is_told_of_parameters(sources: dict[str, str]) -> None:
    for line in (
        '{ wire: "text", kind: "text", required: true },', '{ wire: "choice", kind: "text", values: ["one", "two"] },',
        '{ wire: "list", kind: "date", shape: "list" },', '{ wire: "map", kind: "text", shape: "map" },',
        '{ wire: "either", kind: "any", shape: "any" },', '{ wire: "pin", kind: "text", sensitive: true },',
        '{ wire: "day", kind: "date", encoding: { date: "DDMMYYYY" } },',
        'encoding: { kind: "json-base64", file: ["name", "data"] },',
        '{ wire: "amount", kind: "decimal" },', 'fields: [{ wire: "name", kind: "text" }, { wire: "data", kind: "bytes" }],',
    ):  # fmt: skip
        assert line in sources["groups/things.ts"]
    for rule in (
        '{ any: ["integer", "decimal"] },', '{ all: ["map"], unless: ["boolean"] },',
        '{ all: ["day"], when: [{ wire: "choice", values: ["one"] }] },', '{ none: ["date"], when: [{ wire: "datetime" }] },',
    ):  # fmt: skip
        assert f"\n    {rule}\n" in sources["groups/things.ts"]


def test_answers_that_are_no_object(sources: dict[str, str]) -> None:
    for text in (
        "export const GET_NAMES: Operation<string[]> = {", 'response: { list: "text" },',
        "export const GET_ANYTHING: Operation = {", 'response: "any",',
    ):  # fmt: skip
        assert text in sources["groups/other.ts"]
    assert "export const DROP_THING: Operation<null> = {" in sources["groups/things.ts"]
    assert "response: null," in sources["groups/things.ts"]
    assert "dropThing(params: DropThingParams = {}, options: CallOptions = {}): Promise<null> {" in sources["groups/things.ts"]


def test_a_page_is_walked(sources: dict[str, str]) -> None:
    source = sources["groups/things.ts"]
    assert "export const GET_THINGS: Paged<GetThingsResponse, Thing> = {" in source
    assert '  records: "records",\n' in source
    head = '  iterThings(\n    params: Omit<GetThingsParams, "take"> = {},\n    options: PageOptions = {},\n'
    assert f"{head}  ): AsyncGenerator<Thing, void, undefined> {{\n" in source


def test_enums_are_open(sources: dict[str, str]) -> None:
    assert 'export type ThingChoice = "one" | "two" | (string & {});' in sources["enums.ts"]
    assert "export type ThingNumber = 1 | 2 | (number & {});" in sources["enums.ts"]


@pytest.mark.parametrize(
    ("schema", "answered", "taken"),
    [
        ({"oneOf": [{"type": "number"}, {"type": "string"}]}, "Decimal | (string & {}) | null", "DecimalInput | (string & {})"),
        ({"oneOf": [{"type": "string"}, {"type": "boolean"}]}, "boolean | string | null", "string | boolean"),
        ({"oneOf": [{"type": "string"}, {}]}, "unknown", "unknown"),
        ({"type": "array", "items": {"oneOf": [{"type": "integer"}, {"type": "string"}]}},
         "(number | string)[]", "readonly (IntegerInput | (string & {}) | null)[]"),
        ({"type": "array", "items": {"type": "array", "items": {"type": "string"}}}, "string[][]", "readonly (readonly (string | null)[] | null)[]"),
        ({"type": "object", "additionalProperties": {"type": "array", "items": {}}},
         "Record<string, unknown[]>", "Keyed<readonly unknown[]>"),
    ],
)  # fmt: skip
def test_types_within_types(schema: dict[str, object], answered: str, taken: str, tmp_path: Path) -> None:
    document = spec(
        {"GetIt": operation(params={"it": schema}, required=["it"], answer=ref("It"))},
        {"It": {"type": "object", "properties": {"it": schema}}},
    )
    out = package(tmp_path, document)
    assert body((out / "src/models/things.ts").read_text(), "It") == {"it": answered}
    assert body((out / "src/groups/things.ts").read_text(), "GetItParams") == {"it": taken}
