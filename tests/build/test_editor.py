"""What Visual Studio Code is given: whole, in step with the program, and never over a person's own."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from generator.build.editor import FOLDER, editor_files, set_up_editor
from generator.content.schema import schemas
from generator.documents.kind import kinds
from tests.conftest import ROOT
from tests.organisations.small import aloud, chapter, findings

JSON = (".json", ".code-snippets")


def test_the_repository_has_what_the_program_writes() -> None:
    for name, data in editor_files().items():
        assert (ROOT / name).read_bytes() == data, f"kör styrdok schema --vscode . ({name})"


@pytest.mark.parametrize("name", editor_files())
def test_every_file_is_json(name: str) -> None:
    assert name.endswith(JSON)
    assert json.loads(editor_files()[name])


def test_every_yaml_file_has_its_schema_and_every_schema_that_is_named_is_there() -> None:
    settings = json.loads(editor_files()[f"{FOLDER}/settings.json"])
    wired = settings["yaml.schemas"]
    assert {pattern.removeprefix("**/") for pattern in wired.values()} == {
        "organisation.yaml",
        "styrmodell.yaml",
        "dokument.yaml",
        "godtagna.yaml",
        "förslag.yaml",
        "kalender/*.yaml",
        "ramar.yaml",
        "termer.yaml",
    }
    for place in wired:
        assert place.removeprefix("./") in editor_files()


def test_the_schema_of_a_document_knows_the_kinds() -> None:
    schema = json.loads(editor_files()[f"{FOLDER}/scheman/dokument.schema.json"])
    assert schema["properties"]["slag"]["enum"] == sorted(kinds())
    assert set(schemas()) == {
        Path(name).name.removesuffix(".schema.json")
        for name in editor_files()
        if name.endswith("schema.json")
    }


def test_the_task_finds_file_line_and_message_in_what_check_says(tmp_path: Path) -> None:
    tasks = json.loads(editor_files()[f"{FOLDER}/tasks.json"])["tasks"]
    patterns = {m["severity"]: m["pattern"]["regexp"] for m in tasks[0]["problemMatcher"]}
    assert set(patterns) == {"error", "warning", "info"}
    ((place, message, _),) = aloud(findings(tmp_path, chapter("Se [a](#vaard).")))
    where, code, word = place.rsplit(" ", 2)
    line = f"{where}: {word} {code}: {message}"
    found = re.fullmatch(patterns["error"], line)
    assert found is not None
    assert found.groups() == ("plan/nämnden/4-text.md", "3", "8", "L008", message)
    assert re.fullmatch(patterns["warning"], line) is None


def test_snippets_are_swedish_markdown_with_their_fields_in_order() -> None:
    snippets = json.loads(editor_files()[f"{FOLDER}/styrdok.code-snippets"])
    prefixes = [snippet["prefix"] for snippet in snippets.values()]
    assert len(prefixes) == len(set(prefixes))
    for name, snippet in snippets.items():
        fields = [int(n) for n in re.findall(r"\$\{?(\d+)", "\n".join(snippet["body"]))]
        first = list(dict.fromkeys(n for n in fields if n))
        assert first == sorted(first), name
        assert snippet["scope"] == "markdown"


def test_a_persons_own_settings_are_kept_and_schemas_renewed(tmp_path: Path) -> None:
    assert set_up_editor(tmp_path) == ()
    own, schema = tmp_path / FOLDER / "settings.json", tmp_path / FOLDER / "scheman" / "mål.schema.json"
    own.write_text("{}", encoding="utf-8")
    schema.write_text("gammalt", encoding="utf-8")
    assert set_up_editor(tmp_path) == (own,)
    assert own.read_text(encoding="utf-8") == "{}"
    assert json.loads(schema.read_text(encoding="utf-8"))
