"""Each proof of the contract can fail: a target that breaks the one thing is found out, by the proof that is meant."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator import pipeline
from generator.cli import cli
from generator.contract import hostile, specs
from generator.contract.proofs import PROOFS, tried, verdicts
from generator.contract.runs import two_runs
from generator.contract.subject import Subject
from generator.new_target import lay_out

ROOT = Path(__file__).resolve().parent.parent
# What the skeleton leaves to do -> how it could be done for what it writes, which is data.
DONE = {
    "_RESERVED: frozenset[str] = frozenset()": '_RESERVED = frozenset({"class", "for", "if", "return"})',
    'attack = ""': 'attack = "canary()"',
    'raise NotImplementedError("run the compiler of the language over the output, at its strictest")': '''try:
            json.loads((folder / "operations.json").read_text("utf-8"))
        except ValueError as error:
            return str(error)
        return ""''',
    'raise NotImplementedError("run the client, and tell what it offers: {action: Offer(params, fields, facts)}")': '''\
data = json.loads((folder / "operations.json").read_text("utf-8"))
        return {row["action"]: Offer(frozenset(row["params"]), frozenset(row["fields"])) for row in data["operations"]}''',
}
FILES = 'rendered + [File(path, content) for path, content in job.renderer.static_files(_NAME)]'
# What is changed in the skeleton -> the proof that fails, and a part of the reason.
BROKEN = {
    "no header": ('"header": HEADER', '"header": ""', "files have the header", "README.md has no header"),
    "a header far down": ('"header": HEADER', r'"header": "x\n" * 9 + HEADER', "files have the header", "README.md has no"),
    "the order of a set": (
        '"operations": views', '"operations": list(set(views))', "output is deterministic", "example/operations.json"),
    "the name of the process": (
        FILES, f'{FILES} + [File(f"{{__import__(\'os\').getpid()}}.txt", HEADER)]', "output is deterministic", ".txt"),
    "a path out of the folder": (
        FILES, f'{FILES} + [File("../x.txt", HEADER)]', "files stay in their folder", "cannot be the path"),
    "a parameter is left out": (
        "for param in operation.params", "for param in operation.params[1:]", "everything is reachable", "parameters: lacks"),
    "a field is left out": ("in models[name].fields", "in models[name].fields[1:]", "everything is reachable", "lacks"),
    "an action is left out": (
        "for operation in group.operations", "for operation in group.operations[1:]", "everything is reachable",
        "no method calls"),
    "texts as they come": (
        "return json.dumps(value)", "return str(value)", "everything is reachable", "JSONDecodeError"),
    "quotes that are not escaped": (
        'return json.dumps(value)', r'''return json.dumps(value).replace('\\"', '"')''', "hostile texts stay data", ""),
    "texts that are cut": (
        '"summary": operation.summary', '"summary": operation.summary[:3]', "hostile texts stay data",
        "these summaries are nowhere in the output:\n'hostile-text-0 "),
    "a text that is lost": (
        '"summary": operation.summary', '"summary": operation.summary.replace(f"hostile-text-3 ", "")',
        "hostile texts stay data", "these summaries are nowhere in the output:\n'hostile-text-3 \" + canary()"),
    "texts that are run": (
        "def offers(self, folder: Path) -> Mapping[str, Offer]:",
        'def offers(self, folder: Path) -> Mapping[str, Offer]:\n        (folder / "canary").touch()',
        "hostile texts stay data", "was run"),
    "a compiler that speaks": ('return ""\n\n    def lint', 'return "line 1: no"\n\n    def lint', "compiler is silent", "line 1"),
    "a linter that speaks": (
        'raise NotImplementedError("run the linter of the language over the output")', 'return "line 2: ugly"',
        "linter is silent", "line 2: ugly"),
    "a target that ends the process": (
        FILES, "[*map(exit, [0])] + " + FILES, "files have the header", "example_target.py:"),
    "a compiler that ends the process": (
        'return ""\n\n    def lint', 'raise SystemExit(0)\n\n    def lint', "compiler is silent", "SystemExit: 0"),
    "an adapter that is silent": (
        'raise NotImplementedError("write the program that holds the client against tests/wire; its README says how")',
        'return Command(("true",), folder)', "wire vectors hold", "the adapter says nothing of it"),
    "an adapter that is not there": (
        'raise NotImplementedError("write the program that holds the client against tests/wire; its README says how")',
        'return Command(("nowhere-to-be-found",), folder)', "wire vectors hold", "No such file"),
}  # fmt: skip


def broken(tmp_path: Path, before: str, after: str) -> Path:
    """The skeleton, with the most of it done, and a part changed."""
    (file, *_), _ = lay_out("example", tmp_path / "own")
    text = file.read_text()
    for left, done in [*DONE.items(), (before, after)]:
        assert left in text
        text = text.replace(left, done)
    file.write_text(text)
    return file


@pytest.mark.parametrize("name", BROKEN)
def test_what_is_broken_is_found(name: str, tmp_path: Path) -> None:
    before, after, proof, why = BROKEN[name]
    (meant,) = [each for each in PROOFS if each.name == proof]
    verdict, said = tried(meant, Subject(str(broken(tmp_path, before, after)), tmp_path))
    assert verdict == "fails"
    assert why in said
    assert "Traceback" not in said


# What a careless target may print, and what differs from one machine and day to the next.
OF_HERE = {
    "the day": "__import__('datetime').date.today()",
    "the hour": "__import__('datetime').datetime.now().hour",
    "the day in UTC": "__import__('datetime').datetime.now(__import__('datetime').UTC).date()",
    "the day by time": "__import__('time').strftime('%Y-%m-%d')",
    "the seconds": "int(__import__('time').time()) // 86_400",
    "the nanoseconds": "__import__('time').time_ns() // 86_400_000_000_000",
    "the time zone": "__import__('time').timezone",
    "the zone of a date": "__import__('datetime').datetime(2020, 1, 1).astimezone().tzname()",
    "the host": "__import__('socket').gethostname()",
    "the name of the system": "__import__('platform').node()",
    "the user": "__import__('getpass').getuser()",
    "the number of the user": "__import__('os').getuid()",
    "the home": "Path.home()",
    "the folder": "Path.cwd()",
    "a path in the folder": "__import__('os').path.relpath('/')",
    "the language": "__import__('os').environ['LANG']",
    "an order by hash": "hash('x')",
}


def test_nothing_of_here_and_now_is_printed(tmp_path: Path) -> None:
    """A target that writes each of these into a file of its own differs in all of them, and in nothing else."""
    files = ", ".join(f'File("{name}.txt", HEADER + str({value}))' for name, value in OF_HERE.items())
    file = broken(tmp_path, FILES, f"{FILES} + [{files}]")
    one, other = two_runs(Subject(str(file), tmp_path))
    differing = {path for path in one.keys() | other.keys() if one.get(path) != other.get(path)}
    assert differing - {"manifest.json"} == {f"example/{name}.txt" for name in OF_HERE}
    (meant,) = [each for each in PROOFS if each.name == "output is deterministic"]
    verdict, said = tried(meant, Subject(str(file), tmp_path / "again"))
    assert (verdict, "example/the day.txt" in said, "another order of sets, clock" in said) == ("fails", True, True)


def test_times_that_are_given_are_the_same_everywhere(tmp_path: Path) -> None:
    values = (
        "__import__('datetime').date(2020, 1, 31)",
        "repr(__import__('datetime').datetime.fromisoformat('2020-01-31T10:00:00'))",
        "isinstance(__import__('datetime').datetime(2020, 1, 31).date(), __import__('datetime').date)",
        "__import__('time').strftime('%Y', __import__('time').gmtime(0))",
        "__import__('pickle').loads(__import__('pickle').dumps(__import__('datetime').date(2020, 1, 31)))",
    )
    files = ", ".join(f'File("{place}.txt", HEADER + str({value}))' for place, value in enumerate(values))
    file = broken(tmp_path, FILES, f"{FILES} + [{files}]")
    one, other = two_runs(Subject(str(file), tmp_path))
    assert one == other
    assert b"datetime.datetime(2020, 1, 31, 10, 0)" in one["example/1.txt"]


def test_what_cannot_be_run_is_said(tmp_path: Path) -> None:
    file = broken(tmp_path, 'return ""\n\n    def compile', 'return "not installed: example"\n\n    def compile')
    found = list(verdicts(Subject(str(file), tmp_path)))
    assert [verdict for _, verdict, _ in found] == ["holds"] * 3 + ["not run"] * 7
    assert {why for _, verdict, why in found if verdict == "not run"} == {"not installed: example"}


@pytest.mark.parametrize(("variables", "code"), [({"CI": ""}, 0), ({"CI": "false"}, 0), ({"CI": "true"}, 1)])
def test_the_last_line_says_what_is_not_proved(variables: dict[str, str], code: int, tmp_path: Path) -> None:
    file = broken(tmp_path, 'return ""\n\n    def compile', 'return "not installed: example; run `x`"\n\n    def compile')
    for command, told in (("contract", "7 of 10 proofs"), ("conformance", "all vectors")):
        ended = CliRunner().invoke(cli, [command, str(file)], env=variables)
        assert ended.exit_code == code
        *_, last = ended.output.splitlines()
        assert last.startswith("NOT PROVED: ")
        assert last.endswith(f", {told}: not installed: example; run `x`")
        assert ended.output.count("not installed") == 1


def test_without_names_the_targets_of_the_project_are_judged(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = broken(tmp_path, 'return ""\n\n    def compile', 'return "not installed: example"\n\n    def compile')
    (tmp_path / "pyproject.toml").write_text(f'[tool.whmcs-codegen]\ntargets = ["{file.name}"]\n')
    file.rename(tmp_path / file.name)
    (file.parent / "templates").rename(tmp_path / "templates")
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("CI", raising=False)
    ended = CliRunner().invoke(cli, ["contract"])
    assert (ended.exit_code, {line.partition(": ")[0] for line in ended.stdout.splitlines()[:-1]}) == (
        0, {file.name})  # fmt: skip
    assert [line[:24] for line in CliRunner().invoke(cli, ["conformance"]).output.splitlines()[-1:]] == [
        "NOT PROVED: example, all"]  # fmt: skip


@pytest.mark.parametrize(("done", "left"), [(DONE, 3), ({}, 7)])
def test_the_last_line_says_how_many_proofs_are_left(
    done: dict[str, str], left: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.modules[__name__], "DONE", done)
    file = broken(tmp_path, "", "")
    ended = CliRunner().invoke(cli, ["contract", str(file)])
    assert ended.exit_code == 0, "what is left does not fail"
    assert ended.stderr == f"{file}: {left} of 10 proofs are left\n"
    assert ended.stdout.count(": left: ") == left


@pytest.mark.parametrize(
    ("part", "proof", "said"),
    [
        ("_RESERVED: frozenset[str] = frozenset()", "reserved words are escaped", "see `Checks.reserved`"),
        ('attack = ""', "hostile texts stay data", "see `Checks.attack`"),
    ],
)
def test_a_proof_is_left_as_long_as_what_it_tries_is_not_named(
    part: str, proof: str, said: str, tmp_path: Path
) -> None:
    file = broken(tmp_path, DONE[part], part)
    found = {name: (verdict, why) for name, verdict, why in verdicts(Subject(str(file), tmp_path)) if verdict != "holds"}
    assert [name for name, (verdict, _) in found.items() if verdict == "left"] == [*found]
    assert (len(found), said in found[proof][1]) == (4, True)


def test_the_command_says_what_holds_and_keeps_what_it_generates(tmp_path: Path) -> None:
    file = broken(tmp_path, 'return ""\n\n    def lint', 'return "line 1: \\x1b[2J"\n\n    def lint')
    keep = tmp_path / "keep"
    ended = CliRunner().invoke(cli, ["contract", str(file), "--keep", str(keep)])
    assert ended.exit_code == 1
    assert f"{file}: compiler is silent: fails: the compiler says: line 1: \\x1b[2J\n" in ended.output
    assert (keep / "example_target/hostile/out/example/operations.json").is_file()
    again = CliRunner().invoke(cli, ["contract", str(file), "--keep", str(keep)])
    assert (again.exit_code, "takes a new folder" in again.output) == (2, True)


def test_two_targets_in_files_of_one_name_do_not_share_a_folder(tmp_path: Path) -> None:
    files = [str(broken(tmp_path / place, FILES, FILES)) for place in ("one", "two")]
    ended = CliRunner().invoke(cli, ["contract", *files, "--keep", str(tmp_path / "keep")])
    assert (ended.exit_code, ended.output.count("output is deterministic: holds")) == (0, 2)
    assert {path.name for path in (tmp_path / "keep").iterdir()} == {"example_target", "example_target-2"}


def test_what_goes_wrong_while_asking_for_tools_is_told_in_a_line(tmp_path: Path) -> None:
    file = broken(tmp_path, 'return ""\n\n    def compile', 'raise ValueError("boom")\n\n    def compile')
    for command in ("contract", "conformance"):
        ended = CliRunner().invoke(cli, [command, str(file)])
        assert ended.exit_code == 2
        assert "example_target.py:" in ended.output
        assert ended.output.endswith(": ValueError: boom\n")


def test_an_output_of_the_checkout_is_judged_only_where_it_is_up_to_date(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pipeline, "up_to_date", lambda *_: False)
    assert (Subject("openapi", tmp_path / "fresh").output("project").rendered) != {}
    monkeypatch.setattr(pipeline, "up_to_date", lambda *_: True)
    assert (Subject("openapi", tmp_path / "copied").output("project").rendered) == {}


def test_the_hostile_spec_says_every_text_everywhere() -> None:
    said = hostile.texts("attack()").values()
    document = specs.documented(said, "mark-")
    summaries = [item["post"]["summary"] for item in document["paths"].values()]
    assert summaries == [f"mark-{number} {text}" for number, text in enumerate(said)]
    assert sum("attack()" in text for text in said) > 8
