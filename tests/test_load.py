"""Files -> documents: the data that any reader gives, every node with its place, and nothing hostile gets through."""

from __future__ import annotations

import json
import math
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from loading import CASES, document, failure, offset, said

from generator.origin import Origin
from generator.specs import read_yaml
from generator.specs.load import parse
from generator.specs.node import MAX_DEPTH, List, Map
from generator.specs.sources import Source

SPEC = Path(__file__).parent.parent / "specs" / "whmcs-openapi.yml"

# Everything that may stand in a YAML text as it is.
_PRINTABLE = st.text(st.characters(exclude_categories=["Cc", "Cs"], exclude_characters="\ufffe\uffff\ufeff"))
_ANY_TEXT = st.text(st.characters(exclude_categories=["Cs"]))


def _values(text: st.SearchStrategy[str]) -> st.SearchStrategy[Any]:
    numbers = st.integers(-(10**20), 10**20) | st.floats(allow_nan=False, allow_infinity=False)
    leaves = st.none() | st.booleans() | numbers | text
    return st.recursive(leaves, lambda inner: st.lists(inner) | st.dictionaries(text, inner), max_leaves=8)


def _objects(text: st.SearchStrategy[str]) -> st.SearchStrategy[dict[str, Any]]:
    return st.dictionaries(text, _values(text))


def _entries(node: Any) -> Iterator[tuple[Origin | None, Any, Origin, Any]]:
    """Every entry below a node: place of its key (None in a list), the key, place of its value, the value."""
    if isinstance(node, Map):
        for key, value in node.items():
            yield node.at(key), key, node.value_at(key), value
            yield from _entries(value)
    elif isinstance(node, List):
        for index, value in enumerate(node):
            yield None, index, node.at(index), value
            yield from _entries(value)


def _at_pointer(root: Any, pointer: str) -> Any:
    for part in pointer.split("/")[1:]:
        name = part.replace("~1", "/").replace("~0", "~")
        root = root[int(name)] if isinstance(root, list) else root[name]
    return root


class TestJson:
    @CASES
    @given(_objects(_ANY_TEXT), st.sampled_from([None, 0, 1, 2]), st.booleans())
    def test_reads_what_the_standard_library_reads(self, value: Any, indent: int | None, ascii_only: bool) -> None:
        text = json.dumps(value, indent=indent, ensure_ascii=ascii_only)
        assert document(text, "a.json") == json.loads(text) == value

    @CASES
    @given(_objects(_ANY_TEXT), st.sampled_from([None, 1]))
    def test_every_place_leads_back_to_what_stands_there(self, value: Any, indent: int | None) -> None:
        # Ends of lines inside of strings would be counted by any editor, too; JSON only has them escaped.
        text = json.dumps(value, indent=indent)
        decoder = json.JSONDecoder()
        root = document(text, "a.json")
        for key_at, key, value_at, entry in _entries(root):
            if key_at is not None:
                assert decoder.raw_decode(text, offset(text, key_at))[0] == key
            assert decoder.raw_decode(text, offset(text, value_at))[0] == entry
            assert _at_pointer(root, value_at.pointer) == entry

    @pytest.mark.parametrize(
        ("text", "problem"),
        [
            ('{"a": 1, "b": 2, "a": 3}', "1:18 the key `a` is given twice"),
            ('{"a": {"b": 1,\n"b": 2}}', "2:1 the key `b` is given twice"),
            ('{"a": NaN}', "1:7 NaN is a number that JSON cannot say"),
            ('{"a": -Infinity}', "1:7 -Infinity is a number that JSON cannot say"),
            ('{"a": 1e999}', "1:7 1e999 is too large for a number"),
            ('{"a": ' + "9" * 5000 + "}", "1:7 a number of 5,000 digits is not usable"),
            ('{"a": 01}', "1:7 a value is expected here, not `01`"),
            ('{"a": .5}', "1:7 a value is expected here, not `.5`"),
            ('{"a": 1.}', "1:8 a comma or } is expected here, not `.`"),
            ('{"a": ١}', "1:7 a value is expected here, not `١`"),
            ('{"a": 1x}', "1:7 a value is expected here, not `1x`"),
            ('{"a": True}', "1:7 a value is expected here, not `True`"),
            ('{"a": "\\ud800"}', "1:8 half of a surrogate pair is no character"),
            ('{"a": "\\ud83d\\ude00\\ude00"}', "1:20 half of a surrogate pair is no character"),
            ('{"a": "\\\\ud800 \\uD800 "}', "1:16 half of a surrogate pair is no character"),
            ('{"\\udfff": 1}', "1:3 half of a surrogate pair is no character"),
            ('{"a": 1,}', "1:8 JSON has no comma after the last entry"),
            ('{"a": [1 2]}', "1:10 a comma or ] is expected here, not `2`"),
            ("{'a': 1}", "1:2 a key in double quotes is expected here, not `'`"),
            ('{"a" 1}', "1:6 a colon is expected here, not `1`"),
            ('{"a": "x\ny"}', "1:9 a control character may not stand in a text"),
            ('{"a": "\\x"}', "1:8 no such escape"),
            ('{"a": "x', "1:7 this text is not closed"),
            ('{"a": 1} {}', "1:10 the document ends before this"),
            ('{"a":\n', "1:6 the file ends where a value is expected"),
            ("[1]", "1:1 a document is a mapping, and this is a list"),
            (" 5 ", "1:2 a document is a mapping, and this is a single value"),
            ("  \n", "1:1 the file is empty"),
            ("", "1:1 the file is empty"),
        ],
    )
    def test_says_what_is_wrong_and_where(self, text: str, problem: str) -> None:
        assert said(failure(lambda: document(text, "openapi.json"))) == [problem]

    def test_reads_a_surrogate_pair_as_one_character(self) -> None:
        assert document('{"a": "\\ud83d\\ude00"}', "a.json") == {"a": "😀"}


class TestYaml:
    @CASES
    @given(_objects(_PRINTABLE), st.sampled_from([None, 1]))
    def test_reads_json_as_it_stands(self, value: Any, indent: int | None) -> None:
        text = json.dumps(value, indent=indent, ensure_ascii=False)
        root = document(text)
        assert root == value
        for _, _, value_at, entry in _entries(root):
            assert _at_pointer(root, value_at.pointer) == entry

    @CASES
    @given(_objects(st.text("ab:#- é漢", min_size=1)))
    def test_places_lead_back_to_keys_and_values_in_block_style(self, value: Any) -> None:
        text = yaml.safe_dump(value, allow_unicode=True, default_style='"', sort_keys=False, width=10_000)
        for key_at, key, value_at, entry in _entries(document(text)):
            if key_at is not None:
                assert text[offset(text, key_at) :].startswith(f'"{key}"')
            if isinstance(entry, str):
                assert text[offset(text, value_at) :].startswith(f'"{entry}"')

    @pytest.mark.parametrize(
        ("text", "value"),
        [
            ("on", "on"), ("off", "off"), ("yes", "yes"), ("No", "No"), ("y", "y"), ("n", "n"),
            ("true", True), ("True", True), ("TRUE", True), ("tRUE", "tRUE"), ("false", False), ("False", False),
            ("null", None), ("Null", None), ("NULL", None), ("~", None), ("", None), ("nULL", "nULL"),
            ("2024-01-01", "2024-01-01"), ("2024-01-01 10:00:00", "2024-01-01 10:00:00"), ("12:30:45", "12:30:45"),
            ("190:20:30", "190:20:30"), ("0", 0), ("-0", 0), ("+12", 12), ("0123", 123), ("0o17", 15), ("0o8", "0o8"),
            ("0x1F", 31), ("-0x1F", "-0x1F"), ("0b1", "0b1"), ("1_000", "1_000"), ("1,000", "1,000"),
            ("1.5", 1.5), (".5", 0.5), ("1.", 1.0), ("-1e3", -1000.0), ("1E-2", 0.01), ("1e", "1e"), (".", "."),
            ("+.5", 0.5), ("1.0.0", "1.0.0"), ("-", None), ("=", "="), ("inf", "inf"), ("NaN", "NaN"),
            ("0.1e", "0.1e"), ("'1'", "1"), ('"true"', "true"), ("!!str 1", "1"), ("! 1", "1"), ("!!int 1", 1),
            ("!!float 1", 1), ("!!null ''", None), ("!!bool true", True), ("1٣", "1٣"),
        ],
    )  # fmt: skip
    def test_reads_scalars_as_yaml_1_2_says(self, text: str, value: Any) -> None:
        if text == "-":
            assert document("a:\n-\n") == {"a": [None]}
            return
        found = document(f"a: {text}\n")["a"]
        assert (found, type(found)) == (value, type(value))

    @pytest.mark.parametrize("key", ["200", "null", "~", "true", "on", "1.0", "2024-01-01", "0x1F", "'200'", '"200"'])
    def test_keys_are_text(self, key: str) -> None:
        assert document(f"{key}: 1\n") == {key.strip("'\""): 1}

    def test_an_empty_key_is_empty_text(self) -> None:
        assert document("? \n: 1\n") == {"": 1}

    def test_a_negative_zero_stays_negative(self) -> None:
        assert math.copysign(1, document("a: -0.0")["a"]) == -1

    @pytest.mark.parametrize(
        ("text", "problem"),
        [
            ("a: 1\nb: 2\na: 3\n", "3:1 the key `a` is given twice"),
            ('200: 1\n"200": 2\n', "2:1 the key `200` is given twice"),
            ("a: {b: 1, b: 2}\n", "1:11 the key `b` is given twice"),
            ("\ta: 1", "1:1 a tab may not indent YAML"),
            ("a:\n\tb: 1", "2:1 a tab may not indent YAML"),
            ("a: .inf", "1:4 `.inf` is a number that JSON cannot say"),
            ("a: -.Inf", "1:4 `-.Inf` is a number that JSON cannot say"),
            ("a: .NaN", "1:4 `.NaN` is a number that JSON cannot say"),
            ("a: 1e999", "1:4 1e999 is too large for a number"),
            ("a: " + "9" * 5000, "1:4 a number of 5,000 digits is not usable"),
            ("a: !python/object:os.system x", "1:4 the tag `!python/object:os.system` has no meaning here"),
            ("a: !!binary x", "1:4 the tag `tag:yaml.org,2002:binary` has no meaning here"),
            ("a: !!set {x}", "1:4 the tag `tag:yaml.org,2002:set` has no meaning here"),
            ("a: !!int x", "1:4 this is no int, as its tag says"),
            ("a: !!int true", "1:4 this is no int, as its tag says"),
            ("a: !!bool 1", "1:4 this is no bool, as its tag says"),
            ("? [1]\n: 2", "1:3 a key must be text"),
            ("? {a: 1}\n: 2", "1:3 a key must be text"),
            ("a: &x {b: 1}\nc:\n  <<: *x\n", "3:3 merge keys are YAML 1.1 and are not read"),
            ("a: *x", "1:4 there is no &x above"),
            ("a: &x [*x]", "1:8 *x stands inside of what it stands for"),
            ("a: &x {b: {c: *x}}", "1:15 *x stands inside of what it stands for"),
            ("a: 1\n---\nb: 2\n", "2:1 a second document begins here"),
            ("a: 1\n...\nb: 2\n", "3:1 did not find expected <document start>"),
            ("- a: 1", "1:1 a document is a mapping, and this is a list"),
            ("\n  text", "2:3 a document is a mapping, and this is a single value"),
            ("# nothing", "1:1 the file is empty"),
            ("a: b\x07", "1:5 the character U+0007 may not stand in YAML"),
            ("a: b\x00c", "1:5 the character U+0000 may not stand in YAML"),
            ("a: \ud800", "1:4 the character U+D800 may not stand in YAML"),
            ('a: "\\ud83d\\ude00"', "1:7 found invalid Unicode character escape code"),
            ("a: [1, 2", "1:9 did not find expected ',' or ']'"),
            ("a: b: c", "1:5 mapping values are not allowed in this context"),
            ("a: @b", "1:4 found character that cannot start any token"),
            ("%YAML 9.9\n---\na: 1", "1:1 found incompatible YAML document"),
        ],
    )
    def test_says_what_is_wrong_and_where(self, text: str, problem: str) -> None:
        assert said(failure(lambda: document(text))) == [problem]

    def test_reports_everything_that_can_be_read_past(self) -> None:
        text = "a: 1\na: 2\nb: !x 1\n? [k]\n: v\nc: .inf\nd: *nope\n"
        assert [problem.origin.line for problem in failure(lambda: document(text))] == [2, 3, 4, 6, 7]

    def test_a_quoted_merge_key_is_a_key(self) -> None:
        assert document("'<<': 1\n") == {"<<": 1}

    def test_line_ends_of_yaml_1_1_are_text(self) -> None:
        text = 'a: "x\u2028y"\nb: "\x85"  # comment\u2028c: 1\nd: 4\n'
        root = document(text)
        assert root == {"a": "x\u2028y", "b": "\x85", "d": 4}
        assert root.at("d").line == 3

    def test_line_ends_of_all_systems_count_the_same(self) -> None:
        for end in ("\n", "\r\n", "\r"):
            root = document(f"a: 1{end}b:{end}  c: 2{end}")
            assert (root["b"].at("c").line, root["b"].value_at("c").column) == (3, 6)

    def test_aliases_are_copies_with_the_places_of_the_original(self) -> None:
        root = document("a: &x\n  b: [1]\nc: *x\nd: *x\n")
        root["c"]["b"].append(2)
        assert root == {"a": {"b": [1]}, "c": {"b": [1, 2]}, "d": {"b": [1]}}
        assert root["d"].at("b").line == 2

    def test_an_anchor_on_a_key_and_on_a_scalar_works(self) -> None:
        assert document("&k a: &v 1\nb: *k\nc: *v\n") == {"a": 1, "b": "a", "c": 1}

    def test_the_last_of_two_equal_anchors_counts(self) -> None:
        assert document("a: &x 1\nb: &x 2\nc: *x\n")["c"] == 2


class TestWithoutLibyaml:
    """PyYAML may be built without libyaml."""

    @pytest.fixture
    def without_libyaml(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(read_yaml, "Loader", yaml.SafeLoader)

    def test_the_published_spec_reads_the_same(self, monkeypatch: pytest.MonkeyPatch) -> None:
        text = "# é漢😀\n" + SPEC.read_text("utf-8")
        quick = document(text)
        monkeypatch.setattr(read_yaml, "Loader", yaml.SafeLoader)
        slow = document(text)
        assert quick == slow
        assert list(_entries(quick)) == list(_entries(slow))

    @pytest.mark.usefixtures("without_libyaml")
    @pytest.mark.parametrize("text", ["a: [1", "a: b: c", "\ta: 1", "a: \x07", "a: &x [*x]", "a: 'x", "- 1\na: 2"])
    def test_nonsense_is_reported(self, text: str) -> None:
        assert failure(lambda: document(text))


class TestSafety:
    def test_an_alias_bomb_is_refused_quickly(self) -> None:
        levels = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
        levels += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 30)]
        begun = time.perf_counter()
        found = failure(lambda: document("\n".join(levels)))
        assert "the aliases of this file copy more than 100,000 nodes" in found[0].message
        assert time.perf_counter() - begun < 5

    @pytest.mark.parametrize("name", ["a.yml", "a.json"])
    @pytest.mark.parametrize(("opening", "closing"), [("[", "]"), ('{"a":', "}")])
    def test_depth_has_a_bound(self, name: str, opening: str, closing: str) -> None:
        inside = MAX_DEPTH - 1
        assert document('{"v": ' + opening * inside + "1" + closing * inside + "}", name)
        for depth in (inside + 1, 200_000):
            found = failure(lambda depth=depth: document('{"v": ' + opening * depth, name))  # type: ignore[misc]
            assert said(found)[0].endswith(f"nested deeper than {MAX_DEPTH} levels")

    def test_aliases_do_not_nest_deeper_than_text_could(self) -> None:
        half = MAX_DEPTH // 2 + 1
        text = f"a: &x {'[' * half}1{']' * half}\nb: {'[' * half}*x{']' * half}\n"
        assert said(failure(lambda: document(text))) == [f"2:{half + 4} nested deeper than {MAX_DEPTH} levels"]

    def test_long_texts_without_structure_are_no_problem(self) -> None:
        begun = time.perf_counter()
        assert len(document("a: " + "x" * 3_000_000)["a"]) == 3_000_000
        assert failure(lambda: document("x" * 3_000_000))
        assert failure(lambda: document('a: "' + "x\n" * 500_000))
        assert time.perf_counter() - begun < 5

    @CASES
    @given(st.text(st.sampled_from("ab:- \n\t\"'[]{},&*!|>#%@`\\?<~0é\u2028\ufeff")))
    def test_any_text_is_a_document_or_a_problem(self, text: str) -> None:
        for name in ("a.yml", "a.json"):
            try:
                parse(Source(name, text))
            except Exception as error:
                assert type(error).__name__ == "SpecError", error
