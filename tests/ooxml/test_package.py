"""Reading files that are not what they claim to be, and writing files whose bytes depend on nothing else."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.diagnostics import StyrdokError
from generator.ooxml.package import Package, write_zip
from generator.ooxml.zipfiles import deflate, read_zip
from tests.ooxml.workbench import HEAD, MAIN, OFFICE, WORD, Mall


def zipped(parts: dict[str, bytes] | list[tuple[str, bytes]]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items() if isinstance(parts, dict) else parts:
            archive.writestr(name, content)
    return out.getvalue()


def refused(data: bytes) -> StyrdokError:
    with pytest.raises(StyrdokError) as caught:
        Package.read(data, "plan.docx")
    assert "plan.docx" in caught.value.message
    return caught.value


def with_part(name: str, content: bytes) -> bytes:
    return zipped(Mall().parts() | {name: content})


def test_a_word_file_is_read_with_its_parts_types_and_relationships() -> None:
    package = Package.read(Mall().data(), "plan.docx")
    assert package.main == MAIN
    assert package.content_type("word/styles.xml") == f"{WORD}.styles+xml"
    assert package.content_type("media/bild.PNG") == "image/png"
    links = package.relationships(MAIN)
    assert links.target(f"{OFFICE}/styles") == "word/styles.xml"


def test_parts_can_be_replaced_without_changing_the_package() -> None:
    package = Package.read(Mall().data())
    changed = package.with_parts({MAIN: b"<x/>"})
    assert changed.parts[MAIN] == b"<x/>"
    assert package.parts[MAIN] != b"<x/>"


@pytest.mark.parametrize("data", [b"", b"Hej", b"%PDF-1.7", b"<html/>"])
def test_what_is_no_zip_is_refused(data: bytes) -> None:
    assert "inte ett Word-dokument" in refused(data).message


def test_an_encrypted_file_is_refused_with_the_remedy() -> None:
    error = refused(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 512)
    assert "lösenord" in error.message
    assert "lösenord" in error.hint


def test_a_truncated_file_is_refused_wherever_it_was_cut() -> None:
    data = Mall().data()
    for size in range(4, len(data), 97):
        refused(data[:size])


def test_a_file_with_a_damaged_part_is_refused() -> None:
    data = bytearray(Mall().data())
    data[60] ^= 0xFF
    refused(bytes(data))


def test_another_kind_of_office_file_is_refused() -> None:
    parts = Mall(
        main_type="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
    ).parts()
    assert "inte ett Word-dokument" in refused(zipped(parts)).message


def test_a_file_with_macros_is_refused() -> None:
    parts = Mall(main_type="application/vnd.ms-word.document.macroEnabled.main+xml").parts()
    assert "makron" in refused(zipped(parts)).message


def test_strict_open_xml_is_refused_with_the_remedy() -> None:
    strict = "http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument"
    links = Mall().parts()["_rels/.rels"].replace(f"{OFFICE}/officeDocument".encode(), strict.encode())
    assert "Strict" in refused(with_part("_rels/.rels", links)).message


@pytest.mark.parametrize("missing", ["[Content_Types].xml", "_rels/.rels", MAIN])
def test_a_file_without_its_main_parts_is_refused(missing: str) -> None:
    parts = Mall().parts()
    del parts[missing]
    refused(zipped(parts))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "utf-16-be"])
def test_a_document_type_is_refused_before_it_is_parsed(encoding: str) -> None:
    text = '<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><w>&b;</w>'
    assert "DTD" in refused(with_part("word/header1.xml", text.encode(encoding))).message


def test_a_zip_bomb_is_refused() -> None:
    assert "orimligt" in refused(with_part("word/media/bild.bin", b"\0" * (40 * 1024 * 1024))).message


def test_too_many_parts_are_refused() -> None:
    parts = Mall().parts() | {f"x/{number}.bin": b"" for number in range(5_001)}
    assert "delar" in refused(zipped(parts)).message


@pytest.mark.parametrize(
    "name", ["../ut.xml", "/etc/passwd", "word/../../ut.xml", "C:/ut.xml", "word//a.xml", "a\\b"]
)
def test_a_part_with_an_unsafe_name_is_refused(name: str) -> None:
    assert "namn" in refused(with_part(name, b"<a/>")).message


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize("name", [MAIN, MAIN.upper()])
def test_a_part_that_occurs_twice_is_refused(name: str) -> None:
    parts = [*Mall().parts().items(), (name, b"<a/>")]
    assert "mer än en gång" in refused(zipped(parts)).message


def test_an_encrypted_part_is_refused() -> None:
    data = bytearray(Mall().data())
    at = data.index(b"PK\x01\x02")
    data[at + 8] |= 1
    assert "krypterad" in refused(bytes(data)).message


def test_a_size_that_lies_is_not_believed() -> None:
    data = bytearray(zipped({"a.bin": b"x" * 1_000}))
    at = data.index(b"PK\x01\x02")
    struct.pack_into("<I", data, at + 24, 10)
    with pytest.raises(StyrdokError):
        read_zip(bytes(data), "plan.docx")


part_names = st.text("abcdefåäö/.", min_size=1, max_size=12).filter(
    lambda name: all(step not in {"", ".", ".."} for step in name.split("/"))
)


@given(st.dictionaries(part_names, st.binary(max_size=300), max_size=8))
def test_what_is_written_reads_back_and_is_written_the_same_in_any_order(parts: dict[str, bytes]) -> None:
    if len({name.casefold() for name in parts}) < len(parts):
        return
    data = write_zip(parts)
    assert data == write_zip(dict(reversed(list(parts.items()))))
    assert data == write_zip(parts, {name: deflate(content) for name, content in parts.items()})
    assert read_zip(data, "prov") == parts


def test_content_types_and_relationships_come_first_and_the_date_is_fixed() -> None:
    data = write_zip(
        {"word/a.xml": b"a", "_rels/.rels": b"b", "[Content_Types].xml": b"c", "docProps/x": b"d"}
    )
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.namelist() == ["[Content_Types].xml", "_rels/.rels", "docProps/x", "word/a.xml"]
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert archive.testzip() is None


def test_packed_bytes_are_reused_only_for_the_same_content() -> None:
    known = {"a": deflate(b"gammal" * 50)}
    assert read_zip(write_zip({"a": b"ny" * 50}, known), "prov") == {"a": b"ny" * 50}


def test_what_does_not_get_smaller_is_stored_as_it_is() -> None:
    packed = zlib.compress(bytes(range(256)), 9)
    with zipfile.ZipFile(io.BytesIO(write_zip({"bild.png": packed}))) as archive:
        assert archive.infolist()[0].compress_type == zipfile.ZIP_STORED


def test_a_part_that_is_not_well_formed_is_named() -> None:
    with pytest.raises(StyrdokError) as caught:
        Mall(stories={"word/header1.xml": "<w:hdr"}).prepared()
    assert "word/header1.xml" in caught.value.message


def test_the_head_of_a_part_may_be_anything_xml_allows() -> None:
    body = HEAD.encode() + b"<!-- c -->" + Mall().parts()[MAIN].removeprefix(HEAD.encode())
    assert Package.read(with_part(MAIN, body)).main == MAIN
