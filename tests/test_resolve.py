"""References: which ones count, where they lead, and what is said of those that lead nowhere."""

from __future__ import annotations

import time

import pytest
from loading import OPENAPI_30, OPENAPI_31, document, said

from generator.origin import quote
from generator.specs.circles import survey
from generator.specs.load import parse
from generator.specs.node import Map
from generator.specs.resolve import MAX_UNFOLDED, MAX_UNFOLDED_IN_ALL, References
from generator.specs.sources import Source, UnreadableError


def references(text: str, *schemas: str, **files: str) -> tuple[Map, References]:
    """A document and its references; other files by name, with the suffix .yml."""

    def load(name: str) -> Map:
        if name not in {f"{stem}.yml" for stem in files}:
            raise UnreadableError(f"there is no file {name}", "")
        return parse(Source(name, files[name.removesuffix(".yml")]))

    root = document(text)
    given = [document(schema, f"schemas/{index}.yml") for index, schema in enumerate(schemas)]
    return root, References(root, given, load)


def schemas(text: str, head: str = OPENAPI_30, **files: str) -> tuple[Map, References]:
    """The schemas of a document, given in flow style below ``components``, and its references."""
    root, found = references(f"{head}paths: {{}}\ncomponents:\n  schemas: {text}\n", **files)
    return root["components"]["schemas"], found


def problems(text: str, head: str = OPENAPI_30, **files: str) -> list[str]:
    return [problem.message for problem in schemas(text, head, **files)[1].problems]


class TestTargets:
    def test_a_reference_leads_to_its_target_and_anything_else_to_itself(self) -> None:
        named, found = schemas(
            "{A: {type: object, properties: {b: {$ref: '#/components/schemas/B'}}}, B: {type: string}}"
        )
        assert found.target(named["A"]["properties"]["b"]) is named["B"]
        assert found.target(named["B"]) is named["B"]
        assert found.step(named["B"]) is None
        assert found.problems == []

    def test_chains_are_followed_to_their_end(self) -> None:
        named, found = schemas(
            "{A: {$ref: '#/components/schemas/B'}, B: {$ref: '#/components/schemas/C'}, C: {type: string}}"
        )
        assert found.target(named["A"]) is found.target(named["B"]) is named["C"]
        assert found.step(named["A"]) is named["B"]

    @pytest.mark.parametrize(
        "ref",
        ["#/components/schemas/a~1b~0c d", "#/components/schemas/a~1b~0c%20d", "#%2Fcomponents/schemas/a%7E1b~0c d",
         "openapi.yml#/components/schemas/a~1b~0c d", "./openapi.yml#/components/schemas/a~1b~0c d"],
    )  # fmt: skip
    def test_pointers_are_unescaped(self, ref: str) -> None:
        named, found = schemas(f"{{A: {{$ref: '{ref}'}}, 'a/b~c d': {{type: string}}}}")
        assert found.problems == []
        assert found.target(named["A"]) is named["a/b~c d"]

    def test_items_of_lists_are_found_by_their_index(self) -> None:
        named, found = schemas("{A: {allOf: [{}, {type: string}]}, B: {$ref: '#/components/schemas/A/allOf/1'}}")
        assert found.target(named["B"]) is named["A"]["allOf"][1]

    def test_recursion_through_properties_and_items_is_fine(self) -> None:
        a, b = "{$ref: '#/components/schemas/A'}", "{$ref: '#/components/schemas/B'}"
        looping = f"{{properties: {{a: {a}, b: {{items: {b}}}}}}}"
        assert problems(f"{{A: {looping}, B: {{additionalProperties: {{allOf: [{a}]}}, items: {b}}}}}") == []

    def test_every_kind_of_object_can_be_referred_to(self) -> None:
        root, found = references(
            OPENAPI_30
            + """
paths:
  /a: {$ref: '#/x-paths/a'}
  /b:
    parameters: [{$ref: '#/components/parameters/P'}]
    get:
      parameters: [{$ref: '#/components/parameters/P'}]
      requestBody: {$ref: '#/components/requestBodies/B'}
      responses: {'200': {$ref: '#/components/responses/R'}}
      callbacks: {c: {$ref: '#/components/callbacks/C'}}
components:
  parameters: {P: {name: p, in: query, schema: {$ref: '#/components/schemas/S'}}}
  requestBodies: {B: {content: {a/b: {schema: {$ref: '#/components/schemas/S'}}}}}
  responses:
    R: {description: r, headers: {H: {$ref: '#/components/headers/H'}}, links: {l: {$ref: '#/components/links/L'}}}
  callbacks: {C: {'{$request.body#/url}': {$ref: '#/x-paths/a'}}}
  headers: {H: {schema: {$ref: '#/components/schemas/S'}, examples: {e: {$ref: '#/components/examples/E'}}}}
  links: {L: {operationId: x}}
  examples: {E: {value: 1}}
  schemas: {S: {type: string}}
  securitySchemes: {K: {$ref: '#/components/securitySchemes/L'}, L: {type: http, scheme: basic}}
x-paths: {a: {get: {responses: {'200': {$ref: '#/components/responses/R'}}}}}
"""
        )
        assert found.problems == []
        get = root["paths"]["/b"]["get"]
        parts = root["components"]
        assert found.target(get["parameters"][0]) is parts["parameters"]["P"]
        assert found.target(get["requestBody"]) is parts["requestBodies"]["B"]
        assert found.target(get["responses"]["200"]) is parts["responses"]["R"]
        assert found.target(get["callbacks"]["c"]) is parts["callbacks"]["C"]
        assert found.target(parts["headers"]["H"]["schema"]) is parts["schemas"]["S"]
        assert found.target(root["paths"]["/a"]) is root["x-paths"]["a"]
        assert [(stray.kind.value, stray.node) for stray in found.strays] == [("path item", root["x-paths"]["a"])]

    def test_boolean_schemas_come_as_objects(self) -> None:
        named, found = schemas(
            "{A: {$ref: '#/components/schemas/T'}, B: {$ref: '#/components/schemas/F'}, T: true, F: false}", OPENAPI_31
        )
        assert found.problems == []
        assert found.target(named["A"]) == {}
        assert found.target(named["B"]) == {"not": {}}
        assert found.target(named["A"]) is found.target(named["A"])


class TestWhatCounts:
    @pytest.mark.parametrize(
        "text",
        ["{A: {properties: {$ref: {type: string}}}}", "{A: {example: {$ref: nowhere}}}",
         "{A: {default: {$ref: nowhere}}}", "{A: {enum: [{$ref: nowhere}]}}", "{A: {x-data: {$ref: nowhere}}}",
         "{A: {const: {$ref: nowhere}}}",
         "{A: {examples: [{$ref: nowhere}]}}", "{A: {properties: {a: {default: {properties: {$ref: nowhere}}}}}}"],
    )  # fmt: skip
    def test_a_ref_among_data_is_data(self, text: str) -> None:
        named, found = schemas(text)
        assert found.problems == []
        assert found.target(named["A"]) is named["A"]

    def test_extensions_beside_paths_and_responses_are_data(self) -> None:
        paths = "{x-a: {$ref: no}, /a: {get: {responses: {x-b: {$ref: no}}}}}"
        _, found = references(f"{OPENAPI_30}paths: {paths}\nx-c: {{$ref: no}}\n")
        assert found.problems == []

    def test_a_schema_and_a_property_may_be_called_like_an_extension(self) -> None:
        assert problems("{x-a: {properties: {x-b: {$ref: '#/nowhere'}}}}") != []

    def test_an_example_may_be_a_reference_and_its_value_is_none(self) -> None:
        text = "{a: {$ref: '#/components/examples/Nope'}, b: {value: {$ref: nowhere}}}"
        _, found = references(f"{OPENAPI_30}paths: {{}}\ncomponents: {{examples: {text}}}\n")
        assert len(found.problems) == 1

    @pytest.mark.parametrize(
        "keyword",
        ["allOf: [{R}]", "anyOf: [{R}]", "oneOf: [{R}]", "not: {R}", "items: {R}", "items: [{R}]", "prefixItems: [{R}]",
         "properties: {a: {R}}", "patternProperties: {a: {R}}", "additionalProperties: {R}", "propertyNames: {R}",
         "contains: {R}", "if: {R}", "then: {R}", "else: {R}", "dependentSchemas: {a: {R}}", "dependencies: {a: {R}}",
         "definitions: {a: {R}}", "$defs: {a: {R}}", "unevaluatedItems: {R}", "unevaluatedProperties: {R}",
         "additionalItems: {R}", "contentSchema: {R}"],
    )  # fmt: skip
    def test_every_keyword_that_holds_schemas_is_read(self, keyword: str) -> None:
        text = keyword.replace("{R}", "{$ref: '#/nowhere'}")
        assert problems(f"{{A: {{{text}}}}}", OPENAPI_31) == [
            "`#/nowhere` does not exist: nothing is called `nowhere` there"
        ]


class TestProblems:
    @pytest.mark.parametrize(
        ("ref", "message"),
        [
            ("#name", "`#name` names an anchor, which is not supported"),
            ("#/a~2", "`#/a~2` is no JSON pointer"),
            ("#/a%FF", "`#/a%FF` is no JSON pointer"),
            ("#/info/title", "a schema is expected here, and `#/info/title` is none"),
            ("#/components/schemas/L/allOf", "a schema is expected here, and `#/components/schemas/L/allOf` is none"),
            ("#", "a schema is expected here, and `#` is a document"),
            ("#/components/responses/R", "a schema is expected here, and `#/components/responses/R` is a response"),
            ("https://example.com/a", "`https://example.com/a` is a remote reference, and nothing is fetched"),
            ("//example.com/a.json#/x", "`//example.com/a.json` is a remote reference, and nothing is fetched"),
            ("file:///etc/passwd", "`file:///etc/passwd` is a remote reference, and nothing is fetched"),
            ("C:\\x.yml", "`C:\\x.yml` is a remote reference, and nothing is fetched"),
            ("data:,{}", "`data:,{}` is a remote reference, and nothing is fetched"),
            ("/etc/passwd", "`/etc/passwd` leads out of the folder of the spec"),
            ("../a.yml", "`../a.yml` leads out of the folder of the spec"),
            ("x/../../a.yml#/b", "`x/../../a.yml` leads out of the folder of the spec"),
            ("%2e%2e/a.yml", "`%2e%2e/a.yml` leads out of the folder of the spec"),
            ("..%2Fa.yml", "`..%2Fa.yml` leads out of the folder of the spec"),
            ("a.yml?x#/b", "`a.yml?x` is not the path of a file"),
            ("%ff.yml", "`%ff.yml` is not the path of a file"),
            ("nope.yml", "there is no file nope.yml"),
        ],
    )
    def test_a_reference_to_nothing_is_an_error_at_its_place(self, ref: str, message: str) -> None:
        text = f"{OPENAPI_30}paths: {{}}\ncomponents:\n  responses: {{R: {{description: r}}}}\n  schemas:\n"
        text += f"    L: {{allOf: [{{}}]}}\n    A:\n      $ref: '{ref}'\n"
        assert said(references(text)[1].problems) == [f"9:13 {message}"]

    @pytest.mark.parametrize("path", ["components/schemas/Nope", "components/schemas/S/allOf/1", "openapi/x", "", "/"])
    @pytest.mark.parametrize("index", ["00", "-1", "٠", "1" * 5000])
    def test_a_pointer_to_nothing_names_what_is_missing(self, path: str, index: str) -> None:
        for ref in (f"#/{path}", f"#/components/schemas/S/allOf/{index}"):
            found = problems(f"{{S: {{allOf: [{{}}]}}, A: {{$ref: '{ref}'}}}}")
            assert len(found) == 1
            assert found[0].startswith(f"{quote(ref)} does not exist: nothing is called ")

    def test_a_reference_is_text(self) -> None:
        assert problems("{A: {$ref: 5}, B: {$ref: {a: 1}}, C: {$ref: null}}") == ["a reference is text"] * 3

    def test_the_closest_name_is_proposed(self) -> None:
        found = schemas("{Invoice: {}, Invoices: {}, A: {$ref: '#/components/schemas/Invioce'}}")[1].problems
        assert found[0].hint == "did you mean `Invoice`?"

    @pytest.mark.parametrize("keyword", ["$dynamicRef", "$recursiveRef"])
    def test_dynamic_references_are_refused(self, keyword: str) -> None:
        assert problems(f"{{A: {{items: {{{keyword}: '#x'}}}}}}", OPENAPI_31) == [f"`{keyword}` is not supported"]
        assert problems(f"{{A: {{example: {{{keyword}: '#x'}}}}}}", OPENAPI_31) == []

    def test_an_id_inside_a_document_is_refused(self) -> None:
        assert len(problems("{A: {$id: 'http://example.com/a', $ref: '#/x'}}", OPENAPI_31)) == 2
        _, found = references(f"{OPENAPI_30}paths: {{}}\n", "$id: http://example.com/a\nproperties: {a: {$id: '#b'}}\n")
        assert found.problems == []

    def test_another_dialect_inside_a_document_is_refused(self) -> None:
        draft_07 = "{A: {$schema: 'http://json-schema.org/draft-07/schema#'}}"
        assert problems(draft_07, OPENAPI_31) == [
            "a schema in another dialect than the document around it is not supported"
        ]
        for same in ("https://json-schema.org/draft/2020-12/schema", "https://spec.openapis.org/oas/3.1/dialect/base"):
            assert problems(f"{{A: {{$schema: '{same}'}}}}", OPENAPI_31) == []

    def test_every_bad_reference_is_reported(self) -> None:
        assert len(problems("{A: {properties: {a: {$ref: '#/a'}, b: {$ref: 'b.yml'}, c: {$ref: 'http://c'}}}}")) == 3


class TestSiblings:
    @pytest.mark.parametrize(
        ("head", "lost"),
        [(OPENAPI_30, ["`description`, `type` beside `$ref` means nothing in this version"]), (OPENAPI_31, [])],
    )
    def test_what_stands_beside_a_schema_reference_is_warned_of_where_it_is_lost(
        self, head: str, lost: list[str]
    ) -> None:
        named, found = schemas("{A: {$ref: '#/components/schemas/B', description: d, type: string}, B: {}}", head)
        assert [problem.message for problem in found.problems if problem.warning] == lost
        assert found.counts_siblings(named["A"]) is not bool(lost)

    def test_what_is_lost_is_not_read(self) -> None:
        text = "{A: {$ref: '#/components/schemas/B', properties: {a: {$ref: '#/nowhere'}}}, B: {}}"
        assert len(problems(text, OPENAPI_30)) == 1
        assert problems(text, OPENAPI_31) == ["`#/nowhere` does not exist: nothing is called `nowhere` there"]

    def test_definitions_beside_the_reference_of_a_draft_07_document_are_usual(self) -> None:
        schema = "$schema: http://json-schema.org/draft-07/schema#\n$ref: '#/definitions/A'\ndefinitions: {A: {}}\n"
        root, found = references(f"{OPENAPI_30}paths: {{}}\n", schema)
        assert found.problems == []
        assert found.target(found.documents["schemas/0.yml"]) is found.documents["schemas/0.yml"]["definitions"]["A"]
        assert found.target(root) is root

    @pytest.mark.parametrize(("head", "count"), [(OPENAPI_30, 2), (OPENAPI_31, 1)])
    def test_only_3_1_knows_a_description_beside_other_references(self, head: str, count: int) -> None:
        text = f"{head}paths: {{}}\ncomponents:\n  responses: {{A: {{description: a}}, "
        for sibling in ("description", "content"):
            text += f"B{sibling}: {{$ref: '#/components/responses/A', {sibling}: x}}, "
        found = references(f"{text}}}\n")[1].problems
        assert [problem.warning for problem in found] == [True] * count

    def test_the_parts_beside_the_reference_of_a_path_item_are_read(self) -> None:
        text = f"{OPENAPI_30}paths: {{/a: {{$ref: '#/paths/~1b', get: {{requestBody: {{$ref: '#/no'}}}}}}, /b: {{}}}}\n"
        assert len(references(text)[1].problems) == 1


class TestCircles:
    ENDLESS = "this reference leads back to itself, and never to a definition"
    PART = "this reference makes a schema a part of itself"

    @pytest.mark.parametrize("length", [1, 2, 3, 2000])
    def test_references_in_a_circle_are_endless(self, length: int) -> None:
        links = [f"S{n}: {{$ref: '#/components/schemas/S{(n + 1) % length}'}}" for n in range(length)]
        named, found = schemas(f"{{{', '.join(links)}}}")
        assert [problem.message for problem in found.problems] == [self.ENDLESS]
        assert isinstance(found.target(named["S0"]), Map)

    @pytest.mark.parametrize("keyword", ["allOf: [R]", "anyOf: [R]", "oneOf: [{type: string}, R]", "not: R", "if: R"])
    def test_a_schema_is_no_part_of_itself(self, keyword: str) -> None:
        text = keyword.replace("R", "{$ref: '#/components/schemas/B'}")
        found = problems(f"{{A: {{{text}}}, B: {{allOf: [{{$ref: '#/components/schemas/A'}}]}}}}", OPENAPI_31)
        assert found == [self.PART]

    def test_a_circle_is_reported_once_with_all_its_places(self) -> None:
        a, b = "{$ref: '#/components/schemas/A'}", "{$ref: '#/components/schemas/B'}"
        found = schemas(f"{{A: {b}, B: {a}, C: {a}}}")[1].problems
        assert [(problem.message, len(problem.also)) for problem in found] == [(self.ENDLESS, 1)]

    def test_a_long_chain_is_followed(self) -> None:
        links = [f"S{n}: {{allOf: [{{$ref: '#/components/schemas/S{n + 1}'}}]}}" for n in range(600)]
        assert problems(f"{{{', '.join(links)}, S600: {{}}}}") == []

    @pytest.mark.parametrize("link", ["{allOf: [R]}", "R"])
    def test_chains_that_take_too_long_all_together_are_refused(self, link: str) -> None:
        links = [f"S{n}: " + link.replace("R", f"{{$ref: '#/components/schemas/S{n + 1}'}}") for n in range(3000)]
        assert problems(f"{{{', '.join(links)}, S3000: {{}}}}") == [
            f"all schemas together unfold into more than {MAX_UNFOLDED_IN_ALL:,} others, this one into most"
        ]

    def test_alternatives_that_multiply_are_refused(self) -> None:
        doubling = [
            f"S{n}: {{anyOf: [{{$ref: '#/components/schemas/S{n + 1}'}}, {{$ref: '#/components/schemas/S{n + 1}'}}]}}"
            for n in range(60)
        ]
        begun = time.perf_counter()
        found = problems(f"{{{', '.join(doubling)}, S60: {{}}}}")
        assert found == [f"this schema unfolds into more than {MAX_UNFOLDED:,} others"]
        assert time.perf_counter() - begun < 5

    def test_sizes_count_what_recurs(self) -> None:
        text = "{A: {allOf: [{$ref: '#/components/schemas/B'}, {$ref: '#/components/schemas/B'}]}, B: {allOf: [{}]}}"
        named, found = schemas(text)
        size = survey([named["A"]], found._edges).size
        assert size[id(named["B"])] == 2
        assert size[id(named["A"])] == 1 + 2 * (1 + 2)


class TestFiles:
    def test_the_references_of_a_referenced_file_are_checked(self) -> None:
        text = "{A: {$ref: 'a.yml#/A'}}"
        found = schemas(text, a="A: {properties: {b: {$ref: '#/B'}}}\nunused: {$ref: '#/C'}\n")[1]
        assert said(found.problems) == ["a.yml:1:28 `#/B` does not exist: nothing is called `B` there"]

    @pytest.mark.parametrize("content", ["a: [", "", "- 1", "a: 1\na: 2\n"])
    def test_a_broken_file_is_reported_once_with_who_refers_to_it(self, content: str) -> None:
        found = schemas("{A: {$ref: 'a.yml#/A'}, B: {$ref: 'a.yml#/B'}}", a=content)[1].problems
        assert len(found) == 1
        assert (found[0].origin.file, found[0].also[-1][1].file) == ("a.yml", "openapi.yml")
