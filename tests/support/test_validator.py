"""The validator has to say no, or its yes means nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from docx import Document
from docx.oxml.ns import qn
from lxml.etree import SubElement

from tests.support.validator import validate, validator_available

pytestmark = pytest.mark.skipif(not validator_available(), reason="Open XML-validatorn saknas")


def test_it_finds_the_error_in_the_file_that_has_it(tmp_path: Path) -> None:
    valid, invalid = tmp_path / "rätt.docx", tmp_path / "fel.docx"
    document = Document()
    paragraph = document.add_paragraph("Mål")
    document.save(str(valid))
    SubElement(paragraph._p, qn("w:sectPr"))
    document.save(str(invalid))

    errors = validate([valid, invalid])

    assert errors[valid] == []
    assert len(errors[invalid]) == 1
    assert errors[invalid][0].startswith("/word/document.xml /w:document[1]/w:body[1]/w:p[1]: ")


def test_it_reports_a_file_that_cannot_be_opened(tmp_path: Path) -> None:
    broken = tmp_path / "trasig.docx"
    broken.write_bytes(b"inte en zip")

    assert len(validate([broken])[broken]) == 1
