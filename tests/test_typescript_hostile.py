"""Whatever a spec says stays data in TypeScript: nothing of it runs or is lost, no file lands elsewhere.

One package says every text in every place; it is compiled, linted, imported and looked into.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from python_client import DIALECT, PAGING, operation, page_of, ref, spec
from typescript_client import evaluated, needs_tools, package, transpiled

from generator.contract.specs import pattern_of
from generator.targets.prose import one_line
from generator.targets.typescript.checks import TypeScriptChecks

RUN = "globalThis.canary.push(1)"
# If any of these is run, or read as something else than text, the canary or a comparison says so.
TEXTS = {
    "comment end": f"*/ {RUN}; /*",
    "comment end at the end": "x *",
    "comment end in parts": f"*\n/ {RUN}; /* **/ {RUN} //",
    "line comment": f"// {RUN}\n{RUN}",
    "string end": f'" + {RUN} + "',
    "single string end": f"' + {RUN} + '",
    "template string": f"`${{{RUN}}}` ${{{RUN}}}",
    "both quotes": f"it's \"{RUN}\" '\"'",
    "backslash at the end": "C:\\",
    "two backslashes at the end": "C:\\\\",
    "escape": "\\x41 \\u0041 \\u{41} \\101 \\\n \\u",
    "jinja": "{{ canary }} {% if 1 %} {# #} {% raw %}{{ x }}{% endraw %}",
    "line ends": "one\ntwo\r\nthree\rfour\x0bfive\x0csix\x85seven\u2028eight\u2029nine",
    "code on its own line": f"text\n{RUN}\nexport class Evil {{}}\nimport 'x';",
    "controls": "a\0b\x1b[2Jc\x7fd\x01",
    "directions": "a\u202eb\u2066c\u2069d\u200be\u200ff",
    "byte order mark": "\ufeffa\ufeff",
    "private": "\ue000param x\ue001",
    "tags": "@deprecated @param x {@link y} {@inheritDoc z}\n@internal\n@ts-ignore",
    "checker orders": "@ts-nocheck\n@ts-ignore\neslint-disable\n eslint-disable-next-line\nglobal x\nexported y",
    "maps": "# sourceMappingURL=data:x\n//# sourceURL=y\n//@ sourceMappingURL=z",
    "pure": "#__PURE__ @__PURE__ /*@__PURE__*/",
    "html": "<!-- --> <script>alert(1)</script>",
    "prototype": "__proto__",
    "constructor": "constructor",
    "then": "then",
    "inherited": "toString",
    "other scripts": "Größe 日本語 עברית עִבְרִית 🎉 👩‍👩‍👧 e\u0301",
    "wide": "日本語" * 60,
    "long": "a" * 10_000,
    "long with blanks": "word " * 2_000,
    "indented": "first\n    second\n        third\n\tfourth",
    "path": "../../../etc/passwd",
    "markdown": "[x](javascript:alert(1)) | ``` \n```ts\nboom\n```",
    "blank": " ",
}
texts = pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
NUMBER = {text: number for number, text in enumerate(TEXTS.values())}


def saying(text: str, number: int) -> tuple[dict[str, Any], dict[str, Any]]:
    """An operation, and schemas, that say a text wherever they can, and use it as a name."""
    said = {"description": text, "title": text, "x-since": text, "deprecated": True, "x-deprecated": text}
    choice = {"type": "string", "enum": [f"plain{number}", text], "description": text}
    integer = {"type": "integer"}
    params = {
        **PAGING, f"word{number}": {"type": "string", "default": text, "pattern": ".*", **said}, "kind": choice,
        text: integer, "rows": {"type": "array", "items": ref(f"Row{number}")},
    }  # fmt: skip
    record = {"id": {**integer, **said}, f"kind{number}": choice, text: integer}
    schemas = {
        f"Record{number}": {"type": "object", "description": text, "properties": record},
        f"Row{number}": {"type": "object", "description": text, "properties": {"note": {"type": "string", **said}, text: integer}},
    }
    item = operation(
        params=params, answer=page_of(ref(f"Record{number}")), tag=f"{number} {text[:40]}",
        summary=text, description=text, externalDocs={"url": text},
        **{"x-errors": [text, "other"], "x-deprecated": text, "x-since": text},
    )  # fmt: skip
    return item, schemas


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The package of a spec and a dialect that say every text wherever they can."""
    paths, schemas = {}, {}
    for text, number in NUMBER.items():
        item, own = saying(text, number)
        paths[f"Get{number}{quote(text)}"] = item
        schemas |= own
    every = [*NUMBER]
    tags = [{"name": f"{number} {text[:40]}", "description": text} for text, number in NUMBER.items()]
    info = {name: "".join(every) for name in ("title", "version", "description")}
    changes: dict[str, Any] = {
        "product": "".join(every),
        "endpoint": {**DIALECT["endpoint"], "fixed": {f"{text} fixed": text for text in every}},
        "envelope": {**DIALECT["envelope"], "success": ["yes", *every], "message": every, "warning": every[0]},
        "responses": {**DIALECT["responses"], "zero_dates": every, "true": ["1", *every], "blank": every},
        "sensitive": every,
        "errors": [{"class": "NotFound", "match": pattern_of(text)} for text in every],
    }
    return package(tmp_path_factory.mktemp("hostile"), spec(paths, schemas, info=info, tags=tags), **changes)


@pytest.fixture(scope="module")
def told(hostile: Path) -> dict[str, Any]:
    """What its modules hold when they run, by the number of the text."""
    transpiled(hostile)
    return evaluated(
        """
        globalThis.canary = [];
        const { REGISTRY, Acme } = await import("./dist/index.js");
        const dialect = await import("./dist/dialect.js");
        const held = {};
        for (const [action, operation] of REGISTRY) {
          const model = operation.response.model().fields.find(([name]) => name === "records")[1].list.model();
          held[/^Get([0-9]+)/.exec(action)[1]] = { action, operation, fields: model.fields };
        }
        const words = Object.fromEntries(Object.entries(dialect).map(([name, value]) =>
          [name, value instanceof Map || value instanceof Set ? [...value] : value]));
        const rules = dialect.ERROR_RULES.map(([, match]) => new RegExp(match, "i").source);
        const acme = new Acme({ url: "https://acme.example", apikey: "k" });
        console.log(JSON.stringify({ held, words, rules: rules.length, canary: globalThis.canary, acme: String(acme) }));
        """,
        hostile,
    )


@needs_tools
def test_the_compiler_finds_nothing(hostile: Path) -> None:
    assert TypeScriptChecks().compile(hostile) == ""


@needs_tools
def test_the_linter_finds_nothing(hostile: Path) -> None:
    assert TypeScriptChecks().lint(hostile) == ""


@needs_tools
def test_nothing_is_run(told: dict[str, Any]) -> None:
    assert told["canary"] == []
    assert len(told["held"]) == len(NUMBER)


@needs_tools
@texts
def test_a_text_stays_data(text: str, told: dict[str, Any]) -> None:
    number = NUMBER[text]
    held = told["held"][str(number)]
    operation = held["operation"]
    params = {param["wire"]: param for param in operation["params"]}
    assert held["action"] == operation["action"] == f"Get{number}{text}"
    assert operation["group"] == f"{number} {text[:40]}"
    assert operation["errors"] == [text, "other"]
    assert (operation["deprecated"], operation["docs"]) == (text, text)
    assert params[f"word{number}"]["deprecated"] == params[f"word{number}"]["since"] == text
    assert params["kind"]["values"] == [f"plain{number}", text]
    assert text in params
    assert [name for name, _ in held["fields"]] == ["id", f"kind{number}", text]
    assert [field["wire"] for field in params["rows"]["fields"]] == ["note", text]


@needs_tools
@texts
def test_a_word_of_the_dialect_stays_data(text: str, told: dict[str, Any]) -> None:
    words = told["words"]
    assert [f"{text} fixed", text] in words["FIXED"]
    assert all(text in words[name] for name in ("SENSITIVE", "ZERO_DATES", "TRUE_WORDS", "BLANK", "ENVELOPE_SUCCESS", "ENVELOPE_MESSAGE"))
    assert words["PRODUCT"] == "".join(NUMBER)


@texts
def test_a_text_is_documentation(text: str, hostile: Path) -> None:
    number = NUMBER[text]
    (module,) = [path for path in (hostile / "src/groups").iterdir() if re.match(rf"x?{number}(-|\.)", path.name)]
    comments = " ".join(re.findall(r"/\*\*.*?\*/", module.read_text("utf-8"), re.DOTALL))
    words = [word for word in one_line(text).split(" ") if re.fullmatch(r"[A-Za-z]+", word)]
    assert [word for word in words if word not in comments] == []


def test_no_file_lands_elsewhere(hostile: Path) -> None:
    root = hostile.parent
    assert {path.name for path in root.iterdir()} == {"spec", "out"}
    assert {path.name for path in hostile.iterdir()} >= {"src", "README.md", "package.json", "tsconfig.json", "LICENSE"}


def test_every_comment_but_the_header_is_documentation(hostile: Path) -> None:
    for path in [*(hostile / "src").glob("groups/*.ts"), *(hostile / "src").glob("models/*.ts"), *(hostile / "src").glob("*.ts")]:
        code = re.sub(r'"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])*\'', "_", path.read_text("utf-8"))
        code = re.sub(r"/\*\*.*?\*/", "", code, flags=re.DOTALL).split("\n", 1)[1]
        if path.name != "errors.ts":
            assert "/*" not in code, path
            assert "//" not in code, path


def test_the_package_can_be_described(hostile: Path) -> None:
    described = json.loads((hostile / "package.json").read_text("utf-8"))
    assert described["description"] == f"Typed client for the {''.join(NUMBER)} API"


def test_no_text_breaks_the_readme(hostile: Path) -> None:
    text = (hostile / "README.md").read_text("utf-8")
    rows = text.partition("|---|---|---|---|---|\n")[2].splitlines()
    assert len(rows) == len(NUMBER)
    assert [row for row in rows if len(re.findall(r"(?<!\\)\|", row)) != 6] == []
    assert re.findall(r"(?<!\\)[<\[]", "".join(rows)) == []
