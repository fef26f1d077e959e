"""The folder of a spec as a whole: what belongs to it, and that all of its problems are reported together."""

from __future__ import annotations

import os
import socket
import urllib.request
from pathlib import Path
from typing import Any

import pytest
from loading import OPENAPI_30, failure, folder, said

from generator.origin import Problem
from generator.specs.specs import load_specs

SPEC = Path(__file__).parent.parent / "specs" / "whmcs-openapi.yml"
OVERLAY = "overlay: 1.0.0\ninfo: {title: O, version: '1'}\nactions:\n"


def problems(root: Path, **files: str) -> list[Problem]:
    """The problems of a folder with an openapi.yml; ``__`` in a name is a slash."""
    texts = {f"{name.replace('__', '/')}.yml": text for name, text in files.items()}
    sources = folder(root, texts)
    return failure(lambda: load_specs(root / "openapi.yml", sources))


class TestFolder:
    def test_overlays_are_applied_in_the_order_of_their_names(self, tmp_path: Path) -> None:
        files = {"openapi.yml": f"{OPENAPI_30}paths: {{}}\n"}
        for name in ("b.yml", "a.yaml", "9.yml", "10.yml", "c.json", ".d.yml", "e.txt", "deeper/f.yml"):
            action = f'{{"target": "$.info", "update": {{"title": "{name}", "x-names": ["{name}"]}}}}'
            files[f"overlays/{name}"] = (
                f'{{"overlay": "1.0.0", "info": {{"title": "", "version": ""}}, "actions": [{action}]}}'
            )
        specs = load_specs(tmp_path / "openapi.yml", folder(tmp_path, files))
        assert specs.openapi["info"]["x-names"] == ["10.yml", "9.yml", "a.yaml", "b.yml", "c.json"]
        assert specs.openapi["info"]["title"] == "c.json"

    def test_schemas_are_read_at_any_depth(self, tmp_path: Path) -> None:
        files = {"openapi.yml": f"{OPENAPI_30}paths: {{}}\n"}
        files |= {
            f"schemas/{name}": '{"title": "x"}' for name in ("b.json", "a.yml", "deeper/c.json", "note.md", ".x.yml")
        }
        specs = load_specs(tmp_path / "openapi.yml", folder(tmp_path, files))
        assert [schema.origin.file for schema in specs.schemas] == [
            "schemas/a.yml",
            "schemas/b.json",
            "schemas/deeper/c.json",
        ]

    def test_the_published_spec_is_sound(self, tmp_path: Path) -> None:
        files = {"openapi.yml": SPEC.read_text("utf-8")}
        specs = load_specs(tmp_path / "openapi.yml", folder(tmp_path, files))
        assert len(specs.openapi["paths"]) == files["openapi.yml"].count("\n  /?action=") > 0
        assert specs.warnings == ()

    def test_the_main_document_may_have_any_name(self, tmp_path: Path) -> None:
        specs = load_specs(
            tmp_path / "x.json",
            folder(tmp_path, {"x.json": '{"openapi": "3.1.0", "info": {"title": "", "version": ""}, "paths": {}}'}),
        )
        assert specs.openapi.origin.file == "x.json"

    def test_an_overlay_says_what_it_extends(self, tmp_path: Path) -> None:
        for said_to_extend, warned in (
            ("../openapi.yml", 0),
            ("https://x.example/y.yml", 0),
            ("./openapi.yml", 1),
            ("x.yml", 1),
        ):
            overlay = (
                OVERLAY.replace("actions", f"extends: {said_to_extend}\nactions")
                + "- {target: $.info, update: {x-a: 1}}\n"
            )
            sources = folder(tmp_path, {"openapi.yml": f"{OPENAPI_30}paths: {{}}\n", "overlays/1.yml": overlay})
            assert len(load_specs(tmp_path / "openapi.yml", sources).warnings) == warned


class TestTogether:
    def test_all_problems_of_a_run_are_reported_in_file_order(self, tmp_path: Path) -> None:
        found = problems(
            tmp_path,
            openapi=OPENAPI_30 + "paths:\n  /a: {get: {responses: {'200': {$ref: '#/no'}}}}\n  b: {}\ninfos: 1\n",
            overlays__1=f"{OVERLAY}- {{target: $.nope, remove: true}}\n- {{target: $.info, update: {{titel: x}}}}\n",
            overlays__2=f"{OVERLAY}- {{target: $.neither, remove: true}}\n",
            schemas__1="type: strin\nproperties: {a: {$ref: '#/no'}}\n",
        )
        assert [(problem.origin.file, problem.origin.line) for problem in found if not problem.warning] == [
            ("openapi.yml", 4), ("openapi.yml", 5), ("openapi.yml", 6),
            ("overlays/1.yml", 4), ("overlays/1.yml", 5), ("overlays/2.yml", 4),
            ("schemas/1.yml", 1), ("schemas/1.yml", 2),
        ]  # fmt: skip

    def test_files_that_cannot_be_read_are_reported_together(self, tmp_path: Path) -> None:
        found = problems(
            tmp_path, openapi="a: 1\na: 2\n", overlays__1="- 1\n", overlays__2="a: [\n", schemas__1="\tx\n"
        )
        assert [problem.origin.file for problem in found] == [
            "openapi.yml", "overlays/1.yml", "overlays/2.yml", "schemas/1.yml",
        ]  # fmt: skip

    def test_no_problem_is_reported_twice(self, tmp_path: Path) -> None:
        schema = "{type: strin, properties: {a: {type: 5}}, required: [a, a], allOf: [{$ref: 5}]}"
        found = problems(
            tmp_path,
            openapi=f"{OPENAPI_30}paths: {{}}\ncomponents:\n  schemas: {{A: {schema}, B: {{$ref: 'x.yml'}}}}\n",
            x=schema,
        )
        assert len(set(said(found))) == len(found) == 8

    def test_warnings_come_with_the_errors_and_without_them(self, tmp_path: Path) -> None:
        text = OPENAPI_30 + "paths: {}\ncomponents: {schemas: {A: {}, B: {$ref: '#/components/schemas/A', title: b}}}\n"
        sources = folder(tmp_path, {"openapi.yml": text})
        assert [problem.warning for problem in load_specs(tmp_path / "openapi.yml", sources).warnings] == [True]
        found = problems(tmp_path, openapi=f"{text}nope: 1\n")
        assert [problem.warning for problem in found] == [True, False]


class TestNetwork:
    def test_nothing_is_fetched(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        def refuse(*_: Any, **__: Any) -> Any:
            raise AssertionError("the network was asked")

        monkeypatch.setattr(socket, "getaddrinfo", refuse)
        monkeypatch.setattr(socket, "create_connection", refuse)
        monkeypatch.setattr(urllib.request, "urlopen", refuse)
        url = "http://127.0.0.1:9/x.json"
        schema = (
            "{oneOf: [{type: string}, {type: object}], discriminator: {propertyName: a, mapping: {b: 'URL'}},"
            " default: {a: b, $ref: 'URL'}, example: {$ref: 'URL'}, enum: [{$ref: 'URL'}],"
            " externalDocs: {url: 'URL'}, properties: {a: {$ref: 'URL'}, b: {$ref: 'URL#/x', default: 1}}}"
        )
        for version in ("3.0.3", "3.1.0"):
            text = f"""
openapi: {version}
info: {{title: T, version: '1'}}
paths:
  /a: {{$ref: 'URL'}}
  /b:
    get:
      parameters: [{{$ref: 'URL'}}]
      responses: {{'200': {{$ref: 'URL'}}}}
components:
  schemas:
    A: {schema}
    B: {{$schema: 'URL', $id: 'URL'}}
    C: {{$schema: 'http://json-schema.org/draft-07/schema#', $ref: 'other.json', default: 1}}
"""
            other = '{"$id": "URL", "$ref": "URL"}'
            files = {"openapi.yml": text.replace("URL", url), "other.json": other.replace("URL", url)}
            sources = folder(tmp_path, files)
            found = failure(lambda sources=sources: load_specs(tmp_path / "openapi.yml", sources))  # type: ignore[misc]
            assert sum("remote reference" in problem.message for problem in found) == 6


class TestFiles:
    def test_a_file_is_loaded_once_and_its_references_are_relative_to_it(self, tmp_path: Path) -> None:
        sources = folder(tmp_path, {
            "openapi.yml": f"{OPENAPI_30}paths: {{}}\ncomponents:\n  schemas:\n"
            "    A: {$ref: 'parts/a.yml#/A'}\n    B: {$ref: parts/b.json}\n",
            "parts/a.yml": "A: {properties: {b: {$ref: b.json}, c: {$ref: '../openapi.yml#/components/schemas/B'}}}\n",
            "parts/b.json": '{"type": "object", "properties": {"a": {"$ref": "./a.yml#/A"}}}',
        })  # fmt: skip
        specs = load_specs(tmp_path / "openapi.yml", sources)
        named, target = specs.openapi["components"]["schemas"], specs.references.target
        a, b = target(named["A"]), target(named["B"])
        assert a.origin.file == "parts/a.yml"
        assert target(a["properties"]["b"]) is target(a["properties"]["c"]) is b
        assert target(b["properties"]["a"]) is a
        assert set(specs.references.documents) == {"openapi.yml", "parts/a.yml", "parts/b.json"}

    def test_references_of_an_overlay_are_those_of_the_document_it_changes(self, tmp_path: Path) -> None:
        update = "{A: {$ref: '#/components/schemas/B'}, C: {$ref: 'common.yml#/X'}}"
        sources = folder(tmp_path, {
            "openapi.yml": OPENAPI_30 + "paths: {}\ncomponents: {schemas: {B: {type: string}}}\n",
            "common.yml": "X: {type: string}\n",
            "overlays/1.yml": "overlay: 1.0.0\ninfo: {title: O, version: '1'}\nactions:\n"
            f"- target: $.components.schemas\n  update: {update}\n",
        })  # fmt: skip
        specs = load_specs(tmp_path / "openapi.yml", sources)
        named = specs.openapi["components"]["schemas"]
        assert specs.references.target(named["A"]) is named["B"]
        assert specs.references.target(named["C"]).origin.file == "common.yml"

    def test_others_refer_to_the_document_with_its_overlays(self, tmp_path: Path) -> None:
        sources = folder(tmp_path, {
            "openapi.yml": OPENAPI_30 + "paths: {}\ncomponents: {schemas: {A: {$ref: 'x.yml#/A'}}}\n",
            "x.yml": "A: {type: object, properties: {b: {$ref: 'openapi.yml#/components/schemas/B'}}}\n",
            "overlays/1.yml": "overlay: 1.0.0\ninfo: {title: O, version: '1'}\nactions:\n"
            "- {target: $.components.schemas, update: {B: {type: string}}}\n",
        })  # fmt: skip
        specs = load_specs(tmp_path / "openapi.yml", sources)
        a = specs.references.target(specs.openapi["components"]["schemas"]["A"])
        assert specs.references.target(a["properties"]["b"]) is specs.openapi["components"]["schemas"]["B"]

    @pytest.mark.parametrize("name", ["link.yml", "linked/x.yml", "pipe.yml", "a%00b.yml", "folder", "x.txt"])
    def test_only_documents_of_the_folder_are_read(self, tmp_path: Path, name: str) -> None:
        root = tmp_path / "root"
        sources = folder(root, {
            "openapi.yml": f"{OPENAPI_30}paths: {{}}\ncomponents: {{schemas: {{A: {{$ref: '{name}'}}}}}}\n",
            "folder/x": "", "x.txt": "a: 1\n", "../outside/x.yml": "type: string\n",
        })  # fmt: skip
        (root / "link.yml").symlink_to("../outside/x.yml")
        (root / "linked").symlink_to("../outside")
        os.mkfifo(root / "pipe.yml")
        found = failure(lambda: load_specs(root / "openapi.yml", sources))
        assert len(found) == 1
        assert "type: string" not in str(found)

    def test_a_link_and_its_target_are_one_document(self, tmp_path: Path) -> None:
        sources = folder(tmp_path, {
            "openapi.yml": f"{OPENAPI_30}paths: {{}}\ncomponents:\n  schemas:\n"
            "    A: {$ref: 'a.yml#/A'}\n    B: {$ref: 'b.yml#/A'}\n",
            "a.yml": "A: {type: string}\n",
        })  # fmt: skip
        (tmp_path / "b.yml").symlink_to("a.yml")
        specs = load_specs(tmp_path / "openapi.yml", sources)
        named: Any = specs.openapi["components"]["schemas"]
        assert specs.references.target(named["A"]) is specs.references.target(named["B"])
