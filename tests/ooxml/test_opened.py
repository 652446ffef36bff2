"""Files named for comparing: each that cannot be read is refused in a sentence, and none does harm."""

from __future__ import annotations

import io
import json
import os
import socket
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from generator.diagnostics import StyrdokError
from generator.ooxml import opened
from generator.ooxml.opened import package_for_comparing, read_for_comparing
from generator.ooxml.package import Package, write_zip
from generator.ooxml.xml import qn
from tests.conftest import ROOT
from tests.ooxml.workbench import MAIN, Mall, p, part, texts

MEGA = 1024 * 1024


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_args: object, **_kwargs: object) -> None:
        raise AssertionError("the network was asked")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)


def refused(path: Path) -> StyrdokError:
    with pytest.raises(StyrdokError) as caught:
        read_for_comparing(path)
    assert path.name in caught.value.message
    assert caught.value.hint
    return caught.value


def saved(tmp_path: Path, data: bytes, name: str = "plan.docx") -> Path:
    path = tmp_path / name
    path.write_bytes(data)
    return path


def with_part(name: str, content: bytes, method: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for part_name, data in {**Mall().parts(), name: content}.items():
            archive.writestr(part_name, data)
    return out.getvalue()


def body(inside: bytes) -> bytes:
    return Mall(body="X").parts()[MAIN].replace(b"X", inside, 1)


def test_a_word_file_is_read(tmp_path: Path) -> None:
    package = read_for_comparing(saved(tmp_path, Mall(body=p("hej")).data()))
    assert package.name == "plan.docx"
    assert b"hej" in package.parts[MAIN]


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7", b"PK", b"PK\x03\x04 not much", b"\x00" * 900])
def test_what_is_no_word_file(tmp_path: Path, data: bytes) -> None:
    refused(saved(tmp_path, data))


def test_an_encrypted_file(tmp_path: Path) -> None:
    data = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 512
    assert "lösenord" in refused(saved(tmp_path, data)).hint


def test_a_truncated_file(tmp_path: Path) -> None:
    data = Mall().data()
    for size in range(4, len(data), 331):
        refused(saved(tmp_path, data[:size]))


def test_a_file_that_is_not_there_and_one_that_vanishes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "finns inte" in refused(tmp_path / "borta.docx").message
    path = saved(tmp_path, Mall().data())
    monkeypatch.setattr(opened, "_refuse_by_look", lambda seen: seen.unlink())
    assert "finns inte" in refused(path).message


def test_a_folder_and_what_is_no_ordinary_file(tmp_path: Path) -> None:
    folder = tmp_path / "mapp.docx"
    folder.mkdir()
    assert "mapp" in refused(folder).message


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no named pipes")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "rör.docx")
    assert "vanlig fil" in refused(tmp_path / "rör.docx").message


def test_a_file_that_word_has_locked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = saved(tmp_path, Mall().data())

    def locked(*_args: object, **_kwargs: object) -> None:
        raise PermissionError(13, "locked")

    monkeypatch.setattr(Path, "open", locked)
    assert "Stäng filen i Word" in refused(path).hint


def test_words_own_mark_of_a_file_in_use(tmp_path: Path) -> None:
    assert "plan.docx" in refused(saved(tmp_path, b"x", "~$plan.docx")).hint


def test_a_file_that_is_too_large_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "stor.docx"
    with path.open("wb") as file:
        file.truncate(300 * MEGA)

    def read(*_args: object, **_kwargs: object) -> None:
        raise AssertionError("the file was opened")

    monkeypatch.setattr(Path, "open", read)
    assert "300\u00a0MB" in refused(path).message


def test_a_file_that_grows_while_it_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opened, "MAX_FILE", 100)
    monkeypatch.setattr(opened, "_refuse_by_look", lambda _: None)
    assert "för stor" in refused(saved(tmp_path, Mall().data())).message


def test_a_zip_bomb(tmp_path: Path) -> None:
    data = with_part("word/media/bild.bin", b"\0" * (40 * MEGA))
    assert "orimligt" in refused(saved(tmp_path, data)).message


@pytest.mark.parametrize("where", [MAIN, "word/styles.xml", "customXml/item1.xml", "word/_rels/x.rels"])
def test_external_entities(tmp_path: Path, where: str) -> None:
    text = b'<!DOCTYPE w [<!ENTITY x SYSTEM "http://127.0.0.1:9/x"><!ENTITY y SYSTEM "file:///etc/passwd">]>'
    assert "DTD" in refused(saved(tmp_path, with_part(where, text + b"<w>&x;&y;</w>"))).message


@pytest.mark.parametrize("where", [MAIN, "word/styles.xml"])
def test_a_hundred_thousand_levels(tmp_path: Path, where: str) -> None:
    deep = b"<w:tbl>" * 100_000 + b"</w:tbl>" * 100_000
    content = body(deep) if where == MAIN else Mall().parts()[where].replace(b"<w:docDefaults>", deep, 1)
    assert "nivåer" in refused(saved(tmp_path, with_part(where, content))).message


def test_more_elements_than_a_document_can_have(tmp_path: Path) -> None:
    data = with_part(MAIN, body(b"<w:p/>" * 3_100_000), zipfile.ZIP_STORED)
    assert "för lång" in refused(saved(tmp_path, data)).message


@pytest.mark.parametrize("where", [MAIN, "word/styles.xml", "[Content_Types].xml", "_rels/.rels"])
def test_a_part_that_is_not_well_formed_is_named(tmp_path: Path, where: str) -> None:
    assert where in refused(saved(tmp_path, with_part(where, b"<a><b></a>"))).message


@pytest.mark.parametrize("missing", ["[Content_Types].xml", "_rels/.rels", MAIN])
def test_a_file_without_what_it_must_have(tmp_path: Path, missing: str) -> None:
    parts = Mall().parts()
    del parts[missing]
    refused(saved(tmp_path, write_zip(parts)))


@pytest.mark.parametrize(
    "missing", ["word/styles.xml", "word/numbering.xml", "word/settings.xml", "word/_rels/document.xml.rels"]
)
def test_a_file_without_what_it_can_do_without_is_read(missing: str) -> None:
    parts = Mall(body=p("hej", "Rubrik1")).parts()
    del parts[missing]
    assert package_for_comparing(write_zip(parts), "plan.docx").main == MAIN


def test_macros_are_refused_whatever_the_file_is_called(tmp_path: Path) -> None:
    mall = Mall(main_type="application/vnd.ms-word.document.macroEnabled.main+xml")
    assert "utan makron" in refused(saved(tmp_path, mall.data(), "plan.docm")).hint
    parts = Mall().parts()
    override = '<Override PartName="/word/x.bin" ContentType="application/vnd.ms-office.vbaProject"/></Types>'
    parts["[Content_Types].xml"] = parts["[Content_Types].xml"].replace(b"</Types>", override.encode())
    assert "makron" in refused(saved(tmp_path, write_zip({**parts, "word/x.bin": b"x"}))).message


STRICT = {
    b"http://schemas.openxmlformats.org/officeDocument/2006/": b"http://purl.oclc.org/ooxml/officeDocument/",
    b"http://schemas.openxmlformats.org/wordprocessingml/2006/": b"http://purl.oclc.org/ooxml/wordprocessingml/",
    b"http://schemas.openxmlformats.org/drawingml/2006/": b"http://purl.oclc.org/ooxml/drawingml/",
}


def strict(parts: dict[str, bytes]) -> dict[str, bytes]:
    made = {}
    for name, content in parts.items():
        text = content
        for ordinary, other in STRICT.items():
            text = text.replace(ordinary, other)
        made[name] = text
    made[MAIN] = made[MAIN].replace(b"<w:document ", b'<w:document w:conformance="strict" ', 1)
    return made


def test_strict_open_xml_is_read_as_the_ordinary_kind() -> None:
    mall = Mall(body=p("hej", "Rubrik1"))
    read = package_for_comparing(write_zip(strict(mall.parts())), "plan.docx")
    assert dict(read.parts) == Package.read(mall.data()).parts
    root = part(write_zip(dict(read.parts)))
    assert root.tag == qn("w:document")
    assert texts(root) == ["hej"]
    assert not root.attrib


HOSTILE = """
import json, resource, sys
from pathlib import Path
from generator.diagnostics import StyrdokError
from generator.ooxml.opened import read_for_comparing
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
said = []
for name in sys.argv[1:]:
    try:
        read_for_comparing(Path(name))
    except StyrdokError as error:
        said.append(error.message)
print(json.dumps([said, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before]))
"""


@pytest.mark.skipif(sys.platform != "linux", reason="memory is counted otherwise")
def test_hostile_files_take_little_memory(tmp_path: Path) -> None:
    """At most twice the 40 MB that the largest of them holds: it is unpacked as far as it is trusted."""
    paths = [
        saved(tmp_path, with_part("word/media/b.bin", b"\0" * (300 * MEGA)), "bomb.docx"),
        saved(tmp_path, with_part(MAIN, body(b"<w:p>" * 2_000_000)), "deep.docx"),
        saved(tmp_path, with_part(MAIN, body(b"<w:p/>" * 3_100_000), zipfile.ZIP_STORED), "many.docx"),
        tmp_path / "large.docx",
    ]
    with paths[-1].open("wb") as file:
        file.truncate(300 * MEGA)
    command = [sys.executable, "-c", HOSTILE, *map(str, paths)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(command, capture_output=True, check=True, encoding="utf-8", env=environment)
    said, kilobytes = json.loads(done.stdout)
    assert len(said) == len(paths)
    assert kilobytes < 80 * 1024


def test_a_text_of_attributes_alone_is_refused(tmp_path: Path) -> None:
    said = b" ".join(b'a%d=""' % number for number in range(1000))
    data = with_part(MAIN, body((b"<w:p " + said + b"/>") * 2_001), zipfile.ZIP_STORED)
    assert "för lång" in refused(saved(tmp_path, data)).message


def test_what_is_no_xml_is_shown_without_control_characters(tmp_path: Path) -> None:
    said = refused(saved(tmp_path, with_part(MAIN, b"<w:p>\x1b[31m\x00")))
    assert said.hint.isprintable()
