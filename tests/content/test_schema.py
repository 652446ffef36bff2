"""JSON Schemas for editors: what the reader takes they take, what it does not they do not."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator, FormatChecker

from generator.checks.judging import settable
from generator.content.schema import schemas
from tests.conftest import BLEKINGE, ROOT
from tests.organisations.small import FILES, KINDS

SECOND = ROOT / "tests" / "organisations" / "halland-liknande"
SCHEMAS = schemas(KINDS, settable())


class EditorLoader(yaml.SafeLoader):
    """Reads YAML as editors do: numbers are numbers, but a date is a text and so is ja."""


EditorLoader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in found if not tag.endswith(("timestamp", "bool"))]
    for first, found in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def loaded(text: str) -> Any:
    """Return what an editor makes of the text."""
    return yaml.load(text, EditorLoader)  # noqa: S506  # no loader is safer than its parent


def problems(name: str, text: str) -> list[str]:
    """Return what the schema of that name has against the text."""
    validator = Draft202012Validator(SCHEMAS[name], format_checker=FormatChecker())
    return [error.message for error in validator.iter_errors(loaded(text))]


def _head(path: Path) -> str | None:
    text = path.read_text(encoding="utf-8")
    return text.split("---\n", 2)[1] if text.startswith("---\n") else None


def _schema_of(path: Path) -> str:
    return "kalender" if path.parent.name == "kalender" else path.stem


def _described(root: Path) -> list[tuple[str, str, str]]:
    """Return schema, file and text of every YAML file and head of an organisation."""
    found = [
        (_schema_of(path), path.name, path.read_text(encoding="utf-8"))
        for path in sorted(root.rglob("*.yaml"))
    ]
    for path in sorted(root.rglob("*.md")):
        head = _head(path)
        if head is not None:
            place = path.relative_to(root).parts
            kind = "mål" if place[0] == "mål" else "svar" if path.parent.name.endswith("mål") else "kapitel"
            kind = "ändringar" if path.name == "ändringar.md" else kind
            found.append((kind, "/".join(place), head))
    return found


@pytest.mark.parametrize(
    ("name", "text"),
    [
        pytest.param(name, text, id=f"{root.name}/{file}")
        for root in (BLEKINGE, SECOND)
        for name, file, text in _described(root)
    ],
)
def test_what_the_organisations_have_written_is_valid(name: str, text: str) -> None:
    assert problems(name, text) == []


@pytest.mark.parametrize("name", SCHEMAS)
def test_a_schema_is_a_schema_and_speaks_swedish(name: str) -> None:
    schema = SCHEMAS[name]
    Draft202012Validator.check_schema(schema)
    assert json.loads(json.dumps(schema)) == schema
    assert schema["title"]
    mappings = [schema, *schema.get("$defs", {}).values()]
    for mapping in mappings:
        assert mapping["additionalProperties"] is False
        assert mapping["description"].endswith(".")
        for key, value in mapping["properties"].items():
            assert value["description"].endswith("."), key
            assert "title" not in value


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("dokument", FILES["plan/nämnden/dokument.yaml"] + "färg: blå\n"),
        ("dokument", FILES["plan/nämnden/dokument.yaml"].replace("titel:", "titl:")),
        ("dokument", FILES["plan/nämnden/dokument.yaml"].replace("organ: nämnden\n", "")),
        ("dokument", FILES["plan/nämnden/dokument.yaml"].replace("verksamhetsplan", "årsbok")),
        ("dokument", FILES["plan/nämnden/dokument.yaml"].replace("period: 2019", "period: i år")),
        ("dokument", FILES["plan/nämnden/dokument.yaml"].replace("period: 2019", "period: 19")),
        ("dokument", FILES["plan/nämnden/dokument.yaml"] + "stadium: klart\n"),
        ("dokument", FILES["plan/nämnden/dokument.yaml"] + "datum: 2019-02-30\n"),
        ("dokument", FILES["plan/nämnden/dokument.yaml"] + "datum: 8 maj 2019\n"),
        ("dokument", FILES["plan/nämnden/dokument.yaml"] + "beslut: {datum: 2019-02-03}\n"),
        ("dokument", FILES["plan/nämnden/dokument.yaml"] + "utelämnar: [köer]\n"),
        ("organisation", FILES["organisation.yaml"].replace("slag: styrelse", "slag: styrelsen")),
        ("organisation", FILES["organisation.yaml"].replace("förkortning:", "forkortning:")),
        ("styrmodell", FILES["styrmodell.yaml"].replace("kön: en", "kön: hen")),
        ("styrmodell", FILES["styrmodell.yaml"].replace("obligatorisk: ja", "obligatorisk: true")),
        ("styrmodell", FILES["styrmodell.yaml"].replace("[mål, målet, mål, målen]", "[mål, målet]")),
        ("mål", "id: x\nnivå: mål\nover: y\n"),
        ("svar", "svarar på: x\nunder: y\n"),
        ("kalender", "momenter:\n  - {slag: regionplan, organ: rf, när: juli 2019}\n"),
        ("kalender", "momenter:\n  - {slag: regionplan, organ: rf, när: juli, steg: utskick}\n"),
        ("termer", "termer:\n  - {ord: skall}\n"),
        ("kapitel", "titel: x\n"),
        ("organisation", FILES["organisation.yaml"] + "kontroller: {L008: allvarlig}\n"),
        ("organisation", FILES["organisation.yaml"] + "kontroller: {Q123: av}\n"),
        ("godtagna", "godtagna:\n  - {kod: L008, ord: x, datum: 2019-02-03}\n"),
        ("godtagna", "godtagna:\n  - {kod: L008, ord: x, skäl: y}\n"),
        ("godtagna", "godtagna:\n  - {kod: L008, ord: x, skäl: y, datum: 2019-02-03, rad: 3}\n"),
    ],
)
def test_what_the_reader_refuses_the_schema_refuses(name: str, text: str) -> None:
    assert problems(name, text)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("dokument", FILES["plan/nämnden/dokument.yaml"] + "version: 1.0\nansvarig: 7\n"),
        ("dokument", FILES["plan/nämnden/dokument.yaml"].replace("2019\n", "2019–2021\n")),
        ("organisation", FILES["organisation.yaml"].replace("förkortning: VN", "skrivs även: Nämnden")),
        ("kapitel", "id: x\n"),
        ("organisation", FILES["organisation.yaml"] + "kontroller: {L008: av, E001: varning}\n"),
        ("godtagna", "godtagna:\n  - {kod: L008, ord: x, skäl: y, datum: 2019-02-03, antal: 2}\n"),
        ("godtagna", "{}\n"),
    ],
)
def test_what_the_reader_takes_the_schema_takes(name: str, text: str) -> None:
    assert problems(name, text) == []


def test_what_can_be_written_is_shown() -> None:
    dokument, styrmodell = SCHEMAS["dokument"], SCHEMAS["styrmodell"]
    assert dokument["properties"]["slag"]["enum"] == list(KINDS)
    assert "till beslut" in dokument["properties"]["stadium"]["enum"]
    assert styrmodell["$defs"]["NivaRecord"]["properties"]["egna"]["enum"] == ["ja", "nej"]
    assert styrmodell["$defs"]["NivaRecord"]["properties"]["kön"]["enum"] == ["en", "ett"]
    assert "enum" not in schemas()["dokument"]["properties"]["slag"]
