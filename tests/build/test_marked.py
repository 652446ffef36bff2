"""What is only an example says so: on every page of every document, in its properties, by its numbers."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import etree

from generator.build.workspace import Workspace
from generator.content import read_corpus
from generator.documents.kind import kinds
from generator.ooxml.properties import read_properties
from tests.conftest import BLEKINGE, ROOT, built
from tests.organisations.small import BUDGET, written
from tests.support.word import plain

MARK = "Exempel, ej handling"
SECOND = ROOT / "tests" / "organisations" / "halland-liknande"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"


def _root(archive: zipfile.ZipFile, name: str) -> etree._Element:
    return etree.fromstring(archive.read(name))


def headers_of_pages(path: Path) -> Iterator[tuple[str, str]]:
    """Yield (section and kind of page, words of its header) of every kind of page the document can have.

    A section without a header of its own has that of the section before, as Word reads it.
    """
    with zipfile.ZipFile(path) as archive:
        relations = {
            r.get("Id"): f"word/{r.get('Target')}" for r in _root(archive, "word/_rels/document.xml.rels")
        }
        odd_and_even = _root(archive, "word/settings.xml").find(f"{W}evenAndOddHeaders") is not None
        inherited: dict[str, str] = {}
        for number, section in enumerate(_root(archive, "word/document.xml").iter(f"{W}sectPr"), 1):
            for reference in section.iter(f"{W}headerReference"):
                words = _root(archive, relations[reference.get(f"{R}id")]).iter(f"{W}t")
                inherited[reference.get(f"{W}type", "default")] = plain("".join(t.text or "" for t in words))
            used = ["default", *(["even"] if odd_and_even else [])]
            used += ["first"] if section.find(f"{W}titlePg") is not None else []
            size = section.find(f"{W}pgSz")
            way = "liggande" if size is not None and size.get(f"{W}orient") == "landscape" else "stående"
            place = f"{path.stem}, avsnitt {number} ({way})"
            yield from ((f"{place}, {kind}", inherited.get(kind, "")) for kind in used)


@pytest.fixture(scope="module")
def documents(demo: Path, tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """The documents of both organisations, and of one with a landscape page: all kinds there are."""
    place = tmp_path_factory.mktemp("märkta")
    small = written(place / "liten")
    budget = (small / BUDGET).read_text(encoding="utf-8")
    turned = budget.replace('enhet="tkr"', 'enhet="tkr" liggande="ja"')
    (small / BUDGET).write_text(turned, encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("STYRDOK_SOFFICE", "")
        for content in (SECOND, small):
            report = built(Workspace(content, place / "byggt" / content.name))
            assert report.complete, report
    return [*sorted(demo.glob("*.docx")), *sorted((place / "byggt").rglob("*.docx"))]


def test_every_kind_of_page_of_every_section_is_marked(documents: list[Path]) -> None:
    found = [page for path in documents for page in headers_of_pages(path)]
    assert [place for place, words in found if MARK not in words] == []
    assert any("liggande" in place for place, _ in found)


def test_the_properties_that_word_shows_and_one_of_our_own_are_marked(documents: list[Path]) -> None:
    seen = set()
    for path in documents:
        found = read_properties(path.read_bytes())
        assert MARK in found.subject, path
        assert found.keywords == MARK, path
        assert found.custom["Märkning"] == MARK, path
        seen.add(found.category)
    assert seen == set(kinds())


def test_numbers_of_the_demo_are_visibly_unreal() -> None:
    korpus = read_corpus(BLEKINGE).korpus
    assert korpus is not None
    for dokument in korpus.dokument.values():
        assert dokument.diarienummer.startswith("EX "), dokument.id
        assert dokument.beslut is None or dokument.beslut.paragraf.startswith("EX "), dokument.id


def test_no_text_of_the_demo_has_a_number_that_could_be_real() -> None:
    for path in sorted(p for ending in ("*.md", "*.yaml") for p in BLEKINGE.rglob(ending)):
        for line in path.read_text(encoding="utf-8").splitlines():
            assert not re.search(r"§+\s*\d", line), (path, line)
            assert not re.search(r"(?<!EX )\b(?:19|20)\d\d/\d{3,}", line), (path, line)
