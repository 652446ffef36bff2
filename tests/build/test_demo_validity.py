"""The built documents are valid, sound, open in LibreOffice, and are the same every time."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from generator.content import read_corpus
from generator.documents.kind import kinds
from generator.domain.prosa import headings as headings_of
from generator.ooxml.properties import read_properties
from generator.ooxml.structure import problems
from generator.render.pages import find_libreoffice
from tests.conftest import BLEKINGE, ROOT, demo_documents
from tests.support.validator import validate, validator_available
from tests.support.word import headings, notes, plain, tables

NAMES = tuple(path.parent.relative_to(BLEKINGE).as_posix().replace("/", "-") for path in demo_documents())
PROPOSAL = "planeringsdirektiv-2020-förslag-oppositionen"
REDLINE = f"{PROPOSAL}-ändringar"
IN_CI = bool(os.environ.get("CI"))


def test_every_document_passes_the_open_xml_sdk(demo: Path) -> None:
    if not validator_available() and not IN_CI:
        pytest.skip("Open XML-validatorn är inte installerad här (make setup)")
    found = validate(sorted(demo.glob("*.docx")))
    assert {path.stem for path in found} == {*NAMES, PROPOSAL, REDLINE}
    assert {path.name: errors for path, errors in found.items() if errors} == {}


def test_every_template_passes_the_open_xml_sdk() -> None:
    if not validator_available() and not IN_CI:
        pytest.skip("Open XML-validatorn är inte installerad här (make setup)")
    found = validate(sorted((ROOT / "templates" / "docx").glob("[!~]*.docx")))
    assert len(found) >= 5
    assert {path.name: errors for path, errors in found.items() if errors} == {}


@pytest.mark.parametrize("name", [*NAMES, PROPOSAL])
def test_no_structural_rule_is_broken(demo: Path, name: str) -> None:
    assert problems((demo / f"{name}.docx").read_bytes()) == []


@pytest.mark.parametrize("name", NAMES)
def test_libreoffice_finds_the_headings_tables_and_notes_of_the_view(
    demo: Path, name: str, tmp_path: Path
) -> None:
    soffice = find_libreoffice()
    if soffice is None and not IN_CI:
        pytest.skip("LibreOffice är inte installerat här")
    assert soffice is not None
    flat = _as_flat_odt(soffice, demo / f"{name}.docx", tmp_path)
    opened = [plain(_words(h)) for h in re.findall(r"<text:h [^>]*>(.*?)</text:h>", flat, re.DOTALL)]
    for heading in _headings_of_view(name):
        assert heading in opened, heading
    assert opened == [h for h in headings(demo / f"{name}.docx") if h]
    body = flat.split("<office:body>")[1]
    assert len(re.findall(r"<table:table ", body)) == len(tables(demo / f"{name}.docx"))
    assert len(re.findall(r'text:note-class="footnote"', body)) == len(notes(demo / f"{name}.docx"))


def _headings_of_view(name: str) -> list[str]:
    korpus = read_corpus(BLEKINGE).korpus
    assert korpus is not None
    dokument = next(d for d in korpus.dokument.values() if d.id.replace("/", "-") == name)
    view = kinds()[dokument.slag].build(korpus, dokument)
    chapters = (*view.kapitel_fore, *view.kapitel_efter, *view.bilagor)
    inner = [plain("".join(str(p) for p in [_phrase(h)])) for k in chapters for h in headings_of(k.text)]
    return [plain(str(k.titel)) for k in chapters] + inner + [plain(str(n.rubrik)) for n in view.noder]


def _phrase(heading: object) -> str:
    from generator.domain.fras import plain as words
    from generator.domain.prosa import Heading

    assert isinstance(heading, Heading)
    return words(heading.content)


def _as_flat_odt(soffice: Path, document: Path, place: Path) -> str:
    subprocess.run(
        [
            str(soffice),
            f"-env:UserInstallation={(place / 'profile').as_uri()}",
            "--headless",
            "--convert-to",
            "fodt",
            "--outdir",
            str(place),
            str(document),
        ],
        check=True,
        capture_output=True,
        stdin=subprocess.DEVNULL,
        timeout=180,
    )
    return (place / f"{document.stem}.fodt").read_text(encoding="utf-8")


def _words(xml: str) -> str:
    without_notes = re.sub(r"<text:note .*?</text:note>", "", xml, flags=re.DOTALL)
    spaced = re.sub(r"<text:(?:s|tab|line-break)[^>]*/>", " ", without_notes)
    text = re.sub(r"<[^>]+>", "", spaced)
    return text.replace("&amp;", "&").replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", '"')


@pytest.mark.parametrize("name", NAMES)
def test_the_properties_say_what_the_document_is(demo: Path, name: str) -> None:
    found = read_properties((demo / f"{name}.docx").read_bytes())
    assert found.title
    assert "Exempel, ej handling" in found.subject
    assert found.creator == "Region Blekinge"
    assert found.language == "sv-SE"
    assert found.custom["Dokument-id"].replace("/", "-") == name
    assert re.fullmatch(r"[0-9a-f]{64}", found.custom["Innehållskod"])
    assert found.custom["Diarienummer"].startswith("EX ")


_BUILD = """
import sys
from pathlib import Path
from generator.build.run import Options, build
from generator.build.selection import Wanted
from generator.build.workspace import Workspace
build(Workspace(Path(sys.argv[1]), Path(sys.argv[2])), Wanted(), Options(), lambda d, n, m: None)
"""


def test_equal_input_gives_equal_bytes_in_another_process_with_another_hash_seed(tmp_path: Path) -> None:
    outputs = []
    for seed in ("1", "2"):
        output = tmp_path / seed
        environment = {**os.environ, "PYTHONHASHSEED": seed, "STYRDOK_SOFFICE": "", "TZ": f"Etc/GMT+{seed}"}
        subprocess.run(
            [sys.executable, "-c", _BUILD, str(BLEKINGE), str(output)],
            check=True,
            env=environment,
            cwd=tmp_path,
        )
        outputs.append({p.name: p.read_bytes() for p in output.glob("*.docx")})
    assert len(outputs[0]) == len(NAMES)
    assert outputs[0] == outputs[1]
