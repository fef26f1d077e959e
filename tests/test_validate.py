"""Documents against their specifications: the verdict is that of the libraries, the words and places are for people."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest
from loading import OPENAPI_30, OPENAPI_31, document, pointed, said

from generator.specs.resolve import References
from generator.specs.validate import validate_json_schema, validate_openapi, validate_overlay

SPEC = Path(__file__).parent.parent / "specs" / "whmcs-openapi.yml"
RESPONSES = "responses: {default: {description: d}}"
UNFIT = "this default does not fit its schema:"
BOTH = pytest.mark.parametrize("head", [OPENAPI_30, OPENAPI_31], ids=["3.0", "3.1"])


def problems(text: str, head: str = OPENAPI_30) -> list[str]:
    """What each problem of a document points at, and its message; ``W`` before that of a warning."""
    root = document(head + text)
    found = validate_openapi(root, References(root))
    return ["W " * problem.warning + line for problem, line in zip(found, pointed(head + text, found), strict=True)]


def schema_problems(text: str, head: str = OPENAPI_30) -> list[str]:
    """The problems of a document with one schema, A."""
    return problems(f"paths: {{}}\ncomponents:\n  schemas:\n    A: {text}\n", head)


class TestVersions:
    @pytest.mark.parametrize(
        ("text", "problem"),
        [
            ("a: 1", "1:1 this is no OpenAPI document: it lacks `openapi`"),
            ('swagger: "2.0"', "1:1 Swagger 2.0 is not supported"),
            ("openapi: 3.0", "1:10 the version of OpenAPI must be text"),
            ("openapi: 3", "1:10 the version of OpenAPI must be text"),
            ('openapi: "2.0"', "1:10 OpenAPI `2.0` is not supported"),
            ("openapi: 3.2.0", "1:10 OpenAPI `3.2.0` is not supported"),
            ("openapi: 3.0.3x", "1:10 OpenAPI `3.0.3x` is not supported"),
            ("openapi: 3.1.0\njsonSchemaDialect: http://x", "2:20 the JSON Schema dialect `http://x` is not supported"),
        ],
    )
    def test_other_versions_are_refused(self, text: str, problem: str) -> None:
        root = document(text)
        assert said(validate_openapi(root, References(root))) == [problem]

    @pytest.mark.parametrize("version", ["3.0.0", "3.0.4", "3.1.0", "3.1.2", "3.1.0-rc1"])
    def test_all_of_3_0_and_3_1_is_accepted(self, version: str) -> None:
        root = document(f'openapi: {version}\ninfo: {{title: T, version: "1"}}\npaths: {{}}\n')
        assert validate_openapi(root, References(root)) == []


class TestShape:
    @BOTH
    def test_the_published_spec_is_valid(self, head: str) -> None:
        root = document(SPEC.read_text("utf-8").replace("openapi: 3.0.3", head.splitlines()[0]))
        assert validate_openapi(root, References(root)) == []

    @BOTH
    @pytest.mark.parametrize(
        ("text", "problem"),
        [
            ("paths: {}\nInfo: 1", "Info: `Info` has no meaning here"),
            ("paths: {users: {}}", "users: `users` has no meaning here"),
            ("paths: {/a: {gte: {}}}", "gte: `gte` has no meaning here"),
            ("paths: {/a: {get: {sumary: x, R}}}", "sumary: `sumary` has no meaning here"),
            ("paths: {/a: {get: {responses: {'20': {}, '200': {description: d}}}}}", "'20': `20` has no meaning here"),
            ("paths: {/a: {get: {responses: {'200': {}}}}}", "'200': `200` lacks `description`"),
            ("paths: {/a: {get: {responses: {'200': {description: 5}}}}}",
             "5: `description` must be text, not the number 5"),
            ("paths: {/a: {get: {responses: {}}}}", "responses: `responses` needs at least 1 entry"),
            ("paths: {/a: {parameters: [{name: a, in: body, schema: {}}]}}", "body: `body` is not a value of `in`"),
            ("paths: {/a: {parameters: [{name: a, in: query}]}}", "{: item 1 of `parameters` lacks `schema`"),
            ("paths: {/a: {parameters: {name: a}}}", "parameters: `parameters` must be a list, not an object"),
            ("paths: []", "paths: `paths` must be an object, not a list"),
            ("paths:", "paths: `paths` must be an object, not empty"),
            ("paths: {}\ncomponents: {securitySchemes: {s: {type: apikey, name: n, in: header}}}",
             "apikey: `apikey` is not a value of `type`"),
            ("paths: {}\ncomponents: {securitySchemes: {s: {type: http}}}", "s: `s` lacks `scheme`"),
            ("paths: {}\ncomponents: {securitySchemes: {s: {scheme: basic}}}", "s: `s` lacks `type`"),
            ("paths: {}\ntags: [{name: a}, {}]", "{: item 2 of `tags` lacks `name`"),
            ("paths: {}\nservers: [{url: x, variables: {v: {}}}]", "v: `v` lacks `default`"),
        ],
    )  # fmt: skip
    def test_what_is_wrong_is_named_where_it_is(self, head: str, text: str, problem: str) -> None:
        assert problems(text.replace("R}", f"{RESPONSES}}}"), head)[:1] == [problem]

    @BOTH
    @pytest.mark.parametrize(
        ("schema", "problem"),
        [
            ("{type: strin}", "strin: `strin` is not a value of `type`"),
            ("{properties: {a: {items: {minLength: -1}}}}", "-1: `minLength` must be at least 0"),
            ("{type: number, multipleOf: 0}", "0: `multipleOf` must be more than 0"),
            ("{required: true}", "true: `required` must be a list, not true"),
            ("{required: [a, a]}", "a: item 2 of `required` was there before"),
            ("{required: [1]}", "1: item 1 of `required` must be text, not the number 1"),
            ("{maxLength: '5'}", "'5': `maxLength` must be an integer, not the text `5`"),
            ("{description: 1.5}", "1.5: `description` must be text, not the number 1.5"),
            ("{xml: {attribute: 1}}", "1: `attribute` must be true or false, not the number 1"),
            ("{discriminator: {}}", "discriminator: `discriminator` lacks `propertyName`"),
            ("[1]", "A: `A` must be an object, not a list"),
            ("{allOf: 5}", "5: `allOf` must be a list, not the number 5"),
            ("{items: 5}", "5: `items` must be an object, not the number 5"),
        ],
    )
    def test_schemas_are_checked_too(self, head: str, schema: str, problem: str) -> None:
        if head == OPENAPI_31:
            problem = problem.replace("an object, not", "an object, true or false, not")
        assert schema_problems(schema, head) == [problem]

    @pytest.mark.parametrize(
        "text",
        [
            "paths: {/a: {get: {requestBody: {content: {a/b: {schema: S}}}, R}}}",
            "paths: {/a: {get: {responses: {default: {description: d, content: {a/b: {schema: S}}}}}}}",
            "paths: {/a: {get: {responses: {default: {description: d, headers: {h: {schema: S}}}}}}}",
            "paths: {/a: {parameters: [{name: a, in: query, schema: S}]}}",
            "paths: {/a: {parameters: [{name: a, in: query, content: {a/b: {schema: S}}}]}}",
            "paths: {}\ncomponents: {responses: {r: {description: d, content: {a/b: {schema: S}}}}}",
            "paths: {}\ncomponents: {schemas: {a: {allOf: [S]}}}",
            "paths: {}\ncomponents: {schemas: {a: {properties: {b: {items: {additionalProperties: S}}}}}}",
        ],
    )
    @BOTH
    def test_schemas_are_checked_wherever_they_stand(self, head: str, text: str) -> None:
        text = text.replace("R}", f"{RESPONSES}}}")
        assert problems(text.replace("S}", "{type: string}}").replace("S]", "{type: string}]"), head) == []
        found = problems(text.replace("S}", "{type: strin}}").replace("S]", "{type: strin}]"), head)
        assert found == ["strin: `strin` is not a value of `type`"]

    @BOTH
    def test_several_problems_are_found_at_once(self, head: str) -> None:
        assert len(problems("paths: {a: {}, /b: {got: {}}}\ninfos: 1\ntags: [{nam: x}]\n", head)) == 5

    def test_one_wrong_thing_is_one_problem(self) -> None:
        assert len(problems("paths: {}\ncomponents: {securitySchemes: {s: {type: x, name: n}}}", OPENAPI_31)) == 1
        assert len(schema_problems("{type: [string]}")) == 1

    @pytest.mark.parametrize(
        ("schema", "count"),
        [
            ("{dependencies: {a: [b]}}", 0), ("{dependencies: {a: {type: string}}}", 0), ("{dependencies: {a: 1}}", 1),
            ("{$recursiveAnchor: here}", 0), ("{$recursiveAnchor: 1}", 1), ("{$recursiveRef: '#'}", 0),
        ],
    )  # fmt: skip
    def test_keywords_of_older_drafts_are_checked_in_newer_schemas(self, schema: str, count: int) -> None:
        assert len(schema_problems(schema, OPENAPI_31)) == count

    @BOTH
    @pytest.mark.parametrize("value", ["hi", "[1]", "{a: b}", "null"])
    def test_extensions_are_of_any_shape(self, head: str, value: str) -> None:
        operation = f"{{x-a: {value}, responses: {{x-a: {value}, default: {{description: d, x-a: {value}}}}}}}"
        text = f"x-a: {value}\npaths: {{x-a: {value}, /?a=b: {{x-a: {value}, post: {operation}}}}}\n"
        assert problems(f"{text}components: {{x-a: {value}}}\n", head) == []

    def test_messages_stay_short(self) -> None:
        found = problems(f"paths: {{/a: {{get: {{'{'x' * 1000}': 1, responses: {{default: 5}}}}}}}}\n")
        assert [len(line.split(": ", 1)[1]) < 150 for line in found] == [True, True]

    @BOTH
    def test_required_as_a_flag_is_told_where_it_belongs(self, head: str) -> None:
        root = document(f"{head}paths: {{}}\ncomponents: {{schemas: {{A: {{required: true}}}}}}\n")
        (found,) = validate_openapi(root, References(root))
        assert found.hint == "name what is required in the `required: [...]` of the object that holds it"

    def test_the_right_name_is_proposed(self) -> None:
        root = document(f"{OPENAPI_30}paths: {{/a: {{get: {{respones: {{}}}}}}}}\n")
        hints = {problem.hint for problem in validate_openapi(root, References(root))}
        assert hints == {"did you mean `responses`?", "add it"}


class TestRules:
    @BOTH
    @pytest.mark.parametrize(
        ("text", "problem"),
        [
            ("paths:\n  /a: {get: {operationId: x, R}}\n  /b: {get: {operationId: x, R}}\n",
             "x: the operationId `x` is given twice"),
            ("paths:\n  /a/{id}: {get: {R}}\n", "get: the path parameter `id` is not declared"),
            ("paths:\n  /a: {get: {parameters: [{name: i, in: path, required: true, schema: {}}], R}}\n",
             "get: the path has no `{i}`, which is declared as its parameter"),
            ("paths: {/a: {parameters: [{name: q, in: query, schema: {}}, {name: q, in: query, content: {a/b: {}}}]}}",
             "{: the parameter `q` is given twice"),
            ("paths: {}\ntags: [{name: a}, {name: a, description: d}]\n", "{: the tag `a` is given twice"),
            ("paths:\n  /a: {parameters: [{name: q, in: query, schema: {type: integer, default: x}}]}\n",
             f"x: {UNFIT} `default` must be an integer, not the text `x`"),
            ("paths:\n  /a: {get: {requestBody: {content: {a/b: {schema: {enum: [p], default: r}}}}, R}}\n",
             f"r: {UNFIT} `r` is not a value of `default`"),
            ("paths: {}\ncomponents: {schemas: {A: {items: {type: string}, type: array, default: [x, 5]}}}\n",
             f"5: {UNFIT} item 2 of `default` must be text, not the number 5"),
            ("paths: {}\ncomponents: {schemas: {A: {properties: {d: {type: string}}, default: {d: 1}}}}\n",
             f"1: {UNFIT} `d` must be text, not the number 1"),
            ("paths: {}\ncomponents: {schemas: {A: {type: integer, maximum: 3, default: 4}}}\n",
             f"4: {UNFIT} `default` must be at most 3"),
        ],
    )  # fmt: skip
    def test_what_breaks_a_rule_is_named_where_it_is(self, head: str, text: str, problem: str) -> None:
        assert problems(text.replace("R}", f"{RESPONSES}}}"), head) == [problem]

    @BOTH
    def test_a_required_property_that_nobody_describes_is_suspicious(self, head: str) -> None:
        found = schema_problems("{allOf: [{properties: {a: {}}}], required: [a, b]}", head)
        assert found == ["W required: `required` names properties that are not described here"]

    def test_a_bad_reference_hides_no_other_problem(self) -> None:
        found = problems(
            "paths:\n  /a:\n    get:\n      parameters: [{$ref: '#/no'}, {$ref: '#/neither'}]\n"
            "      responses: {default: {$ref: '#/nor'}}\ncomponents:\n  schemas: {A: {type: integer, default: x}}\n"
        )
        assert found == [f"x: {UNFIT} `default` must be an integer, not the text `x`"]

    def test_a_default_is_checked_through_references(self) -> None:
        text = "{$ref: '#/components/schemas/B'}\n    C: {type: integer}\n"
        text += "    B: {type: object, properties: {n: {$ref: '#/components/schemas/C'}}, default: {n: x}}"
        assert schema_problems(text) == [f"x: {UNFIT} `n` must be an integer, not the text `x`"]
        assert schema_problems(text.replace("n: x", "n: 5")) == []

    @pytest.mark.parametrize("path", ["/a{", "/a}", "/{}", "/{a{b}}", "/{!r}", "/{0}", "/{a.b}", "/{a[}"])
    def test_strange_paths_are_no_trouble(self, path: str) -> None:
        found = problems(f"paths: {{'{path}': {{get: {{{RESPONSES}}}}}}}\n")
        assert all("is not declared" in line for line in found)


class TestHostileSchemas:
    def test_a_pattern_that_never_ends_is_not_matched(self) -> None:
        text, endless = "a" * 50 + "!", "'^(a+)+$'"
        begun = time.perf_counter()
        assert schema_problems(f"{{type: string, pattern: {endless}, default: '{text}'}}") == []
        for rest in ("", "additionalProperties: false, "):
            schema = f"{{patternProperties: {{{endless}: {{}}}}, {rest}default: {{'{text}': 1}}}}"
            assert schema_problems(schema, OPENAPI_31) == []
        assert time.perf_counter() - begun < 5

    @pytest.mark.parametrize("pattern", ["[", "(", "x{99999999999}", "(" * 500, "\\\\p{L}", "(?<n>a)"])
    @BOTH
    def test_a_pattern_that_python_does_not_know_is_no_trouble(self, head: str, pattern: str) -> None:
        assert schema_problems(f'{{type: string, pattern: "{pattern}", default: x, format: regex}}', head) == []

    @BOTH
    def test_schemas_that_lead_back_to_themselves_are_no_trouble(self, head: str) -> None:
        tree = "{type: array, items: {$ref: '#/components/schemas/A'}, default: [[[]]]}"
        assert schema_problems(
            f"{tree}\n    B: {{allOf: [{{$ref: '#/components/schemas/A'}}], required: [a]}}", head
        ) == ["W required: `required` names properties that are not described here"]

    def test_a_chain_of_a_thousand_schemas_is_no_trouble(self) -> None:
        links = "".join(
            f"\n    S{n}: {{properties: {{a: {{$ref: '#/components/schemas/S{n + 1}'}}}}}}" for n in range(1500)
        )
        assert schema_problems(f"{{}}{links}\n    S1500: {{type: integer, default: x}}") == [
            f"x: {UNFIT} `default` must be an integer, not the text `x`"
        ]

    def test_a_default_whose_alternatives_multiply_is_given_up(self) -> None:
        two = "{$ref: '#/components/schemas/S%d'}"
        links = "".join(f"\n    S{n}: {{anyOf: [{two % (n + 1)}, {two % (n + 1)}], default: x}}" for n in range(40))
        begun = time.perf_counter()
        schema_problems(f"{{}}{links}\n    S40: {{type: integer}}")
        assert time.perf_counter() - begun < 30

    def test_depth_is_no_trouble(self) -> None:
        deep = '{"properties": {"a": ' * 45 + '{"type": "x"}' + "}}" * 45
        for head in (OPENAPI_30, OPENAPI_31):
            assert len(schema_problems(deep, head)) == 1


class TestJsonSchemas:
    @pytest.mark.parametrize(
        ("text", "problem"),
        [
            ('{"type": "strin"}', "1:10 `strin` is not a value of `type`"),
            ('{"properties": {"a": {"items": {"type": ["string", "x"]}}}}', "1:52 `x` is not a value of `type`"),
            ('{"properties": {"a": 5}}', "1:22 `a` must be an object, true or false, not the number 5"),
            ('{"minLength": -1}', "1:15 `minLength` must be at least 0"),
            ('{"$defs": {"a": {"required": "a"}}}', "1:30 `required` must be a list, not the text `a`"),
            ('{"$schema": "http://json-schema.org/draft-04/schema#"}',
             "1:13 the JSON Schema dialect `http://json-schema.org/draft-04/schema#` is not supported"),
            ('{"$schema": 5}', "1:13 the JSON Schema dialect `5` is not supported"),
        ],
    )  # fmt: skip
    def test_what_is_wrong_is_named_where_it_is(self, text: str, problem: str) -> None:
        assert said(validate_json_schema(document(text, "openapi.json"))) == [problem]

    def test_each_dialect_has_its_own_keywords(self) -> None:
        for address, broken in (
            ("http://json-schema.org/draft-07/schema#", False), ("https://json-schema.org/draft-07/schema", False),
            ("https://json-schema.org/draft/2020-12/schema", True),
            ("https://json-schema.org/draft/2020-12/schema#", True),
        ):  # fmt: skip
            text = json.dumps({"$schema": address, "items": [{}]})
            assert bool(validate_json_schema(document(text, "a.json"))) is broken
        assert validate_json_schema(document('{"items": [{}]}', "a.json"))


class TestOverlays:
    @pytest.mark.parametrize(
        ("text", "problem"),
        [
            ("overlay: 1.0", "1:10 version 1.0 of the Overlay Specification is not supported"),
            ("overlay: 2.0.0", "1:10 version 2.0.0 of the Overlay Specification is not supported"),
            ("a: 1", "1:1 this object lacks `overlay`, `info`, `actions`"),
            ("overlay: 1.0.0\ninfo: {title: T}\nactions: [{target: $}]", "2:1 `info` lacks `version`"),
            ("overlay: 1.0.0\ninfo: I\nactions: []", "3:1 `actions` needs at least 1 item"),
            ("overlay: 1.0.0\ninfo: I\nactions: [{target: $, updates: {}}]", "3:23 `updates` has no meaning here"),
            ("overlay: 1.0.0\ninfo: I\nactions: [{target: 5}]", "3:20 `target` must be text, not the number 5"),
            ("overlay: 1.0.0\ninfo: I\nactions: [{target: $, remove: yes}]",
             "3:31 `remove` must be true or false, not the text `yes`"),
            ("overlay: 1.0.0\ninfo: I\nactions: [{target: $, copy: $.a}]", "3:23 Overlay 1.0 has no `copy`"),
            ("overlay: 1.1.0\ninfo: I\nactions: [{target: $, copy: $.a, update: {}}]",
             "3:23 `copy` and `update` exclude each other"),
            ("overlay: 1.0.0\ninfo: I\nactions: [{target: $}]\nmore: 1", "4:1 `more` has no meaning here"),
        ],
    )  # fmt: skip
    def test_what_is_wrong_is_named_where_it_is(self, text: str, problem: str) -> None:
        text = text.replace("info: I", "info: {title: T, version: '1'}")
        found = said(validate_overlay(document(text)))
        assert problem in found
        assert len(found) == (2 if text.startswith("a: 1") else 1)

    def test_extensions_are_allowed_everywhere(self) -> None:
        text = "overlay: 1.1.0\nx-a: 1\ninfo: {title: T, version: '1', x-b: 1}\n"
        text += "actions: [{target: $, x-c: 1, description: d}]\n"
        assert validate_overlay(document(text)) == []
