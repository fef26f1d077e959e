"""One file out of many: what other files hold moves into the components, and nothing else changes."""

from __future__ import annotations

from pathlib import Path
from textwrap import dedent
from typing import Any

import pytest
import yaml
from loading import OPENAPI_30, OPENAPI_31, folder
from openapi_spec_validator import OpenAPIV30SpecValidator, OpenAPIV31SpecValidator
from real_specs import ROOT

from generator.specs.bundle import as_yaml, bundle
from generator.specs.specs import load_specs

ANSWER = "paths: {/a: {get: {responses: {'200': {description: '', content: {json: {schema: %s}}}}}}}\n"


def bundled(root: Path, main: str, **files: str) -> dict[str, Any]:
    """The bundle of openapi.yml, which is valid; ``__`` in the name of another file is a slash."""
    head = "" if main.startswith("openapi:") else OPENAPI_30
    texts = {f"{name.replace('__', '/')}.yml": dedent(text) for name, text in files.items()}
    sources = folder(root, {"openapi.yml": head + dedent(main)} | texts)
    document = bundle(load_specs(root / "openapi.yml", sources))
    validator = OpenAPIV31SpecValidator if document["openapi"].startswith("3.1") else OpenAPIV30SpecValidator
    validator(yaml.safe_load(as_yaml(document))).validate()
    return document


def schema_of(document: dict[str, Any]) -> Any:
    return document["paths"]["/a"]["get"]["responses"]["200"]["content"]["json"]["schema"]


# One file


def test_a_document_in_one_file_stays_as_it_is(tmp_path: Path):
    text = (ROOT / "specs/whmcs-openapi.yml").read_text()
    assert bundled(tmp_path, text) == yaml.safe_load(text)


def test_overlays_are_applied(tmp_path: Path):
    overlay = "overlay: 1.0.0\ninfo: {title: O, version: '1'}\nactions: [{target: $.info, update: {title: Better}}]\n"
    assert bundled(tmp_path, "paths: {}\n", overlays__1=overlay)["info"]["title"] == "Better"


def test_references_within_the_document_stay(tmp_path: Path):
    main = ANSWER % "{$ref: '#/components/schemas/A'}" + "components: {schemas: {A: {type: string}}}\n"
    assert schema_of(bundled(tmp_path, main)) == {"$ref": "#/components/schemas/A"}


def test_what_looks_like_a_reference_in_data_stays(tmp_path: Path):
    example = {"$ref": "other.yml"}
    main = ANSWER % "{type: object, example: {$ref: other.yml}, properties: {$ref: {type: string}}}"
    assert schema_of(bundled(tmp_path, main)) == {
        "type": "object",
        "example": example,
        "properties": {"$ref": {"type": "string"}},
    }


# Many files


def test_a_schema_of_another_file_becomes_a_component(tmp_path: Path):
    document = bundled(tmp_path, ANSWER % "{$ref: 'more.yml#/Money'}", more="Money: {type: number}\n")
    assert schema_of(document) == {"$ref": "#/components/schemas/Money"}
    assert document["components"] == {"schemas": {"Money": {"type": "number"}}}


def test_a_whole_file_is_named_after_itself(tmp_path: Path):
    document = bundled(tmp_path, ANSWER % "{$ref: parts/money.yml}", parts__money="type: number\n")
    assert document["components"]["schemas"] == {"money": {"type": "number"}}


def test_every_kind_of_object_has_its_section(tmp_path: Path):
    main = """
        paths:
          /a:
            post:
              parameters: [{$ref: 'more.yml#/limit'}]
              requestBody: {$ref: 'more.yml#/body'}
              responses: {'200': {$ref: 'more.yml#/done'}}
              callbacks: {later: {$ref: 'more.yml#/later'}}
        components: {securitySchemes: {key: {$ref: 'more.yml#/key'}}}
    """
    more = """
        limit: {in: query, name: limit, schema: {type: integer}, examples: {one: {$ref: '#/one'}}}
        one: {value: 1}
        body: {content: {json: {schema: {type: object}}}}
        done: {description: '', headers: {x-rest: {$ref: '#/rest'}}, links: {next: {$ref: '#/next'}}}
        rest: {schema: {type: integer}}
        next: {operationId: more}
        later: {'{$url}': {post: {responses: {'204': {description: ''}}}}}
        key: {type: http, scheme: basic}
    """
    components = bundled(tmp_path, main, more=more)["components"]
    assert {section: [*entries] for section, entries in components.items()} == {
        "securitySchemes": ["key", "key2"],
        "parameters": ["limit"],
        "requestBodies": ["body"],
        "responses": ["done"],
        "callbacks": ["later"],
        "examples": ["one"],
        "headers": ["rest"],
        "links": ["next"],
    }


def test_a_target_is_moved_once_however_it_is_reached(tmp_path: Path):
    main = ANSWER % "{oneOf: [{$ref: 'more.yml#/A'}, {$ref: './more.yml#/A'}, {$ref: 'other.yml#/Same'}]}"
    document = bundled(tmp_path, main, more="A: {type: string}\n", other="Same: {$ref: 'more.yml#/A'}\n")
    assert schema_of(document)["oneOf"] == [
        {"$ref": "#/components/schemas/A"},
        {"$ref": "#/components/schemas/A"},
        {"$ref": "#/components/schemas/Same"},
    ]
    assert document["components"]["schemas"] == {"A": {"type": "string"}, "Same": {"$ref": "#/components/schemas/A"}}


def test_a_name_that_is_taken_gets_a_number(tmp_path: Path):
    main = ANSWER % "{oneOf: [{$ref: 'b.yml#/A'}, {$ref: 'c.yml#/A'}]}" + "components: {schemas: {A: {type: string}}}\n"
    schemas = bundled(tmp_path, main, b="A: {type: integer}\n", c="A: {type: number}\n")["components"]["schemas"]
    assert schemas == {"A": {"type": "string"}, "A2": {"type": "integer"}, "A3": {"type": "number"}}


@pytest.mark.parametrize(
    ("reference", "name"),
    [
        ("more.yml#/a/b c", "b_c"),
        ("more.yml#/%C3%BC", "more"),
        ("more.yml#/$defs/In~1voice", "In_voice"),
        ("more.yml#/ü", "more"),
    ],
)
def test_a_component_has_a_name_that_is_allowed(tmp_path: Path, reference: str, name: str):
    more = "a: {b c: {type: string}}\nü: {type: string}\n$defs: {In/voice: {type: string}}\n"
    document = bundled(tmp_path, ANSWER % f"{{$ref: '{reference}'}}", more=more)
    assert schema_of(document)["$ref"] == f"#/components/schemas/{name}"
    assert document["components"]["schemas"][name] == {"type": "string"}


def test_a_file_may_refer_back(tmp_path: Path):
    main = ANSWER % "{$ref: 'more.yml#/List'}" + "components: {schemas: {A~/B: {type: string}}}\n"
    more = """
        List:
          type: object
          properties:
            one: {$ref: 'openapi.yml#/components/schemas/A~0~1B'}
            deep: {$ref: 'openapi.yml#/paths/~1a/get/responses/200/content/json/schema'}
            rest: {type: array, items: {$ref: '#/List'}}
    """
    schemas = bundled(tmp_path, main, more=more)["components"]["schemas"]
    assert schemas["List"]["properties"] == {
        "one": {"$ref": "#/components/schemas/A~0~1B"},
        "deep": {"$ref": "#/components/schemas/schema"},
        "rest": {"type": "array", "items": {"$ref": "#/components/schemas/List"}},
    }
    assert schemas["schema"] == {"$ref": "#/components/schemas/List"}


def test_a_path_item_is_written_where_it_is_used(tmp_path: Path):
    main = "paths: {/a: {$ref: 'paths/a.yml', summary: Mine}, /b: {$ref: '#/paths/~1a'}}\n"
    item = """
        summary: Theirs
        get: {responses: {'200': {description: '', content: {json: {schema: {$ref: '../more.yml#/A'}}}}}}
    """
    document = bundled(tmp_path, main, paths__a=item, more="A: {type: string}\n")
    assert schema_of(document) == {"$ref": "#/components/schemas/A"}
    assert document["paths"]["/a"]["summary"] == "Mine"
    assert document["paths"]["/b"] == {"$ref": "#/paths/~1a"}


def test_a_discriminator_names_the_new_places(tmp_path: Path):
    union = (
        "{oneOf: [{$ref: 'more.yml#/Cat'}], discriminator: {propertyName: kind, mapping: {cat: 'more.yml#/Cat', x: Y}}}"
    )
    more = "Cat: {type: object, required: [kind], properties: {kind: {type: string}}}\n"
    discriminator = schema_of(bundled(tmp_path, ANSWER % union, more=more))["discriminator"]
    assert discriminator["mapping"] == {"cat": "#/components/schemas/Cat", "x": "Y"}


# JSON Schema files in an OpenAPI document


def test_a_json_schema_says_the_same_in_the_words_of_3_0(tmp_path: Path):
    schema = """
        $schema: http://json-schema.org/draft-07/schema#
        $id: https://example.com/invoice.json
        $comment: ours
        type: object
        required: []
        properties:
          kind: {const: invoice}
          note: {type: [string, 'null'], examples: [paid, late]}
          sum: {type: number, exclusiveMinimum: 0}
          few: {type: integer, minimum: 5, exclusiveMinimum: 3, maximum: 9, exclusiveMaximum: 9}
          any: true
          none: {not: true}
          either: {type: [integer, array, 'null']}
          nothing: {type: 'null'}
          pair: {type: array, items: [{type: string}, false]}
          rows: {type: array}
          file: {type: string, contentEncoding: base64}
          more: {$ref: '#/definitions/More', description: has no meaning here}
        patternProperties: {^x: {type: string}}
        if: {required: [sum]}
        then: {required: [note]}
        definitions: {More: {type: boolean}, Unused: {type: string}}
    """
    schemas = bundled(tmp_path, ANSWER % "{$ref: invoice.yml}", invoice=schema)["components"]["schemas"]
    assert schemas["More"] == {"type": "boolean"}
    assert [*schemas] == ["invoice", "More"]
    assert [*schemas["invoice"]] == ["type", "properties"]
    assert schemas["invoice"]["properties"] == {
        "kind": {"enum": ["invoice"]},
        "note": {"type": "string", "nullable": True, "example": "paid"},
        "sum": {"type": "number", "minimum": 0, "exclusiveMinimum": True},
        "few": {"type": "integer", "minimum": 5, "exclusiveMinimum": False, "maximum": 9, "exclusiveMaximum": True},
        "any": {},
        "none": {"not": {}},
        "either": {
            "anyOf": [
                {"type": "integer", "nullable": True},
                {"type": "array", "items": {}, "nullable": True},
            ]
        },
        "nothing": {"nullable": True, "enum": [None]},
        "pair": {"type": "array", "items": {}},
        "rows": {"type": "array", "items": {}},
        "file": {"type": "string", "format": "byte"},
        "more": {"$ref": "#/components/schemas/More"},
    }


def test_what_stands_beside_a_reference_in_a_newer_schema_is_kept(tmp_path: Path):
    schema = """
        $schema: https://json-schema.org/draft/2020-12/schema
        type: object
        properties: {sum: {$ref: '#/$defs/Money', description: In euros}}
        $defs: {Money: {type: number}}
    """
    schemas = bundled(tmp_path, ANSWER % "{$ref: invoice.yml}", invoice=schema)["components"]["schemas"]
    assert schemas["invoice"]["properties"]["sum"] == {
        "allOf": [{"$ref": "#/components/schemas/Money"}],
        "description": "In euros",
    }


def test_a_newer_document_takes_a_schema_as_it_is(tmp_path: Path):
    schema = """
        $schema: https://json-schema.org/draft/2020-12/schema
        $id: https://example.com/invoice.json
        type: [object, 'null']
        properties: {kind: {const: 1}, sum: {$ref: '#/$defs/Money', description: In euros}}
        $defs: {Money: {type: number}}
    """
    schemas = bundled(tmp_path, OPENAPI_31 + ANSWER % "{$ref: invoice.yml}", invoice=schema)["components"]["schemas"]
    assert schemas["invoice"] == {
        "type": ["object", "null"],
        "properties": {"kind": {"const": 1}, "sum": {"$ref": "#/components/schemas/Money", "description": "In euros"}},
    }


# Comma lists

BODY = """
    paths: {/a: {post: {requestBody: {content: {%s: {schema: %s}}}, responses: {}}}}
    components: {schemas: {A: {properties: {ids: {type: array, items: {}, x-encoding: comma}, n: {type: string}}}}}
    """
COMMA_LIST = {"style": "form", "explode": False}


def encoding_of(root: Path, schema: str, media: str = "application/x-www-form-urlencoded") -> Any:
    document = bundled(root, (BODY % (media, schema)).replace("responses: {}", "responses: {'200': {description: ''}}"))
    return document["paths"]["/a"]["post"]["requestBody"]["content"][media].get("encoding")


def test_comma_lists_are_found_through_references_and_parts(tmp_path: Path):
    own = "{properties: {more: {type: array, items: {}, x-encoding: {kind: comma}}}}"
    schema = f"{{allOf: [{{$ref: '#/components/schemas/A'}}, {own}]}}"
    assert encoding_of(tmp_path, schema) == {"ids": COMMA_LIST, "more": COMMA_LIST}


@pytest.mark.parametrize(
    "rule", ["numbered", "php-serialize", "{kind: comma, each: true}", "{kind: json-base64}", "{date: YYYYMMDD}"]
)
def test_other_encodings_have_no_words_in_openapi(tmp_path: Path, rule: str):
    schema = f"{{properties: {{rows: {{type: array, items: {{}}, x-encoding: {rule}}}}}}}"
    assert encoding_of(tmp_path, schema) is None


def test_only_forms_have_comma_lists(tmp_path: Path):
    assert encoding_of(tmp_path, "{$ref: '#/components/schemas/A'}", "application/json") is None


def test_what_a_document_says_of_an_encoding_stays(tmp_path: Path):
    schema = "{$ref: '#/components/schemas/A'}, encoding: {ids: {style: spaceDelimited}, n: {style: form}}"
    assert encoding_of(tmp_path, schema) == {"ids": {"style": "spaceDelimited"}, "n": {"style": "form"}}


def test_a_list_with_a_type_for_each_place_is_any_list_in_3_0(tmp_path: Path) -> None:
    schema = """
        $schema: https://json-schema.org/draft/2020-12/schema
        properties:
          pair: {type: array, prefixItems: [{type: integer}, {type: string}], items: false}
          rest: {type: array, prefixItems: [{type: integer}], items: {type: string}}
          none: {type: array, items: false}
    """
    properties = bundled(tmp_path, ANSWER % "{$ref: pair.yml}", pair=schema)["components"]["schemas"]["pair"]["properties"]
    assert {name: entry["items"] for name, entry in properties.items()} == {"pair": {}, "rest": {}, "none": {"not": {}}}
