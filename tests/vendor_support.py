"""A small project whose client is vendored, and the command that does it."""

from __future__ import annotations

import shutil
from pathlib import Path

from click.testing import CliRunner, Result

from generator.cli import cli

ROOT = Path(__file__).resolve().parent.parent
SPEC = """\
openapi: 3.0.3
info: {title: Small, version: "1"}
paths:
  /?action=GetThings:
    post:
      tags: [Things]
      requestBody: {content: {application/x-www-form-urlencoded: {schema: {allOf: [
        {$ref: '#/components/schemas/AuthCredentials'},
        {type: object, properties: {kind: {type: string, enum: [big, small]}}}]}}}}
      responses:
        '200': {description: Things., content: {application/json: {schema: {$ref: '#/components/schemas/Things'}}}}
  /?action=AddOther:
    post:
      tags: [Others]
      responses: {'200': {description: Added.}}
components:
  schemas:
    AuthCredentials: {type: object, properties: {identifier: {type: string}}}
    Things: {type: object, properties: {name: {type: string}}}
"""


def prepare(folder: Path) -> None:
    (folder / "specs").mkdir()
    (folder / "specs/whmcs-openapi.yml").write_text(SPEC)
    shutil.copy(ROOT / "specs/dialect.yml", folder / "specs/dialect.yml")


def run(*arguments: str, code: int = 0) -> Result:
    result = CliRunner().invoke(cli, ["vendor", *arguments])
    assert not isinstance(result.exception, Exception), result.exception
    assert result.exit_code == code, result.output
    return result


def contents(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def edit_spec(before: str, after: str) -> None:
    spec = Path("specs/whmcs-openapi.yml")
    text = spec.read_text()
    assert before in text
    spec.write_text(text.replace(before, after))
