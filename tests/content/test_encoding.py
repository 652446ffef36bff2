r"""Bytes that are no plain UTF-8 text: encodings, surrogates, control characters, other kinds of file."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.organisations.small import CHAPTER, Case, chapter, korpus, read, told

TEXT = "# Text\n\nHär är Å och ö.\n"

CASES = [
    Case(
        "Latin-1",
        {CHAPTER: TEXT.encode("latin-1")},
        [
            (
                "plan/nämnden/4-text.md:3:2 S005 fel",
                "Filen är inte sparad som UTF-8: här står ett tecken (”ä”) i en äldre kodning",
                "Spara filen som UTF-8 (i Anteckningar: Spara som, Kodning UTF-8).",
            )
        ],
    ),
    Case(
        "one letter in Windows-1252",
        {CHAPTER: TEXT.encode() + b"\n\x96Citat\x94 \x81\n"},
        [
            (
                "plan/nämnden/4-text.md:5:1 S005 fel",
                "Filen är inte sparad som UTF-8: här står ett tecken (”–”) i en äldre kodning",
                "Spara filen som UTF-8 (i Anteckningar: Spara som, Kodning UTF-8).",
            )
        ],
    ),
    Case(
        "UTF-16",
        {CHAPTER: TEXT.encode("utf-16")},
        [
            (
                "plan/nämnden/4-text.md:1:1 S005 fel",
                "Filen är sparad som UTF-16",
                "Spara filen som UTF-8 (i Anteckningar: Spara som, Kodning UTF-8).",
            )
        ],
    ),
    Case(
        "UTF-16 of the other kind",
        {CHAPTER: b"\xfe\xff" + TEXT.encode("utf-16-be")},
        [
            (
                "plan/nämnden/4-text.md:1:1 S005 fel",
                "Filen är sparad som UTF-16",
                "Spara filen som UTF-8 (i Anteckningar: Spara som, Kodning UTF-8).",
            )
        ],
    ),
    Case(
        "UTF-16 without mark",
        {CHAPTER: TEXT.encode("utf-16-le")},
        [
            (
                "plan/nämnden/4-text.md:1:1 S005 fel",
                "Filen är sparad som UTF-16",
                "Spara filen som UTF-8 (i Anteckningar: Spara som, Kodning UTF-8).",
            )
        ],
    ),
    Case(
        "UTF-16 of the other kind without mark",
        {CHAPTER: TEXT.encode("utf-16-be")},
        [
            (
                "plan/nämnden/4-text.md:1:1 S005 fel",
                "Filen är sparad som UTF-16",
                "Spara filen som UTF-8 (i Anteckningar: Spara som, Kodning UTF-8).",
            )
        ],
    ),
    Case(
        "UTF-32",
        {CHAPTER: TEXT.encode("utf-32")},
        [
            (
                "plan/nämnden/4-text.md:1:1 S005 fel",
                "Filen är sparad som UTF-32",
                "Spara filen som UTF-8 (i Anteckningar: Spara som, Kodning UTF-8).",
            )
        ],
    ),
    Case(
        "lone surrogate",
        {CHAPTER: b"# Text\n\nEtt \xed\xa0\xbd ord.\n"},
        [
            (
                "plan/nämnden/4-text.md:3:5 S005 fel",
                "Ett halvt tecken (U+D83D) kan inte stå i ett dokument",
                "Ta bort det; det följer ofta med när text klistras in.",
            )
        ],
    ),
    Case(
        "control characters",
        chapter("Ett\x07 or\x07d \x0b och ett till \x9f."),
        [
            (
                "plan/nämnden/4-text.md:3:4 S005 fel",
                "Styrtecknet U+0007 kan inte stå i ett dokument (2 ställen)",
                "Ta bort det; det följer ofta med när text klistras in.",
            ),
            (
                "plan/nämnden/4-text.md:3:11 S005 fel",
                "Styrtecknet U+000B kan inte stå i ett dokument",
                "Ta bort det; det följer ofta med när text klistras in.",
            ),
            (
                "plan/nämnden/4-text.md:3:26 S005 fel",
                "Styrtecknet U+009F kan inte stå i ett dokument",
                "Ta bort det; det följer ofta med när text klistras in.",
            ),
        ],
    ),
    Case(
        "nought",
        chapter("Ett \x00 ord, och mer text som fyller ut raden."),
        [
            (
                "plan/nämnden/4-text.md:3:5 S005 fel",
                "Styrtecknet U+0000 kan inte stå i ett dokument",
                "Ta bort det; det följer ofta med när text klistras in.",
            )
        ],
    ),
    Case(
        "line separator",
        chapter("Ett\u2028ord.\u2029Och \x85 ett."),
        [
            (
                "plan/nämnden/4-text.md:3:4 S005 fel",
                "Radbrytningstecknet U+2028 kan inte stå i ett dokument",
                "Byt det mot en ny rad.",
            ),
            (
                "plan/nämnden/4-text.md:3:9 S005 fel",
                "Radbrytningstecknet U+2029 kan inte stå i ett dokument",
                "Byt det mot en ny rad.",
            ),
            (
                "plan/nämnden/4-text.md:3:14 S005 fel",
                "Radbrytningstecknet U+0085 kan inte stå i ett dokument",
                "Byt det mot en ny rad.",
            ),
        ],
    ),
    Case(
        "letter that is lost",
        chapter("V\ufffdrd och \ufffd."),
        [
            (
                "plan/nämnden/4-text.md:3:2 S005 fel",
                "Tecknet � visar att en bokstav har gått förlorad (2 ställen)",
                "Skriv bokstaven på nytt.",
            )
        ],
    ),
    Case(
        "byte order mark in the middle",
        chapter("Ett \ufefford."),
        [
            (
                "plan/nämnden/4-text.md:3:5 S005 fel",
                "Styrtecknet U+FEFF kan inte stå i ett dokument",
                "Ta bort det; det följer ofta med när text klistras in.",
            )
        ],
    ),
    Case(
        "no character",
        chapter("Ett \uffff ord."),
        [
            (
                "plan/nämnden/4-text.md:3:5 S005 fel",
                "Styrtecknet U+FFFF kan inte stå i ett dokument",
                "Ta bort det; det följer ofta med när text klistras in.",
            )
        ],
    ),
    Case(
        "control character as an entity",
        chapter("Text.\n\nEtt &#12; ord."),
        [
            (
                "plan/nämnden/4-text.md:5:5 S005 fel",
                "Styrtecknet U+000C kan inte stå i ett dokument",
                "Ta bort det; det följer ofta med när text klistras in.",
            )
        ],
    ),
    Case("surrogate as an entity", chapter("Ett &#xD800; ord."), []),
    Case(
        "Word file",
        {CHAPTER: b"PK\x03\x04" + b"\x00" * 100},
        [
            (
                "plan/nämnden/4-text.md S005 fel",
                "Filen är ingen text utan en Word- eller Excelfil, eller en zip",
                "Skriv texten i en vanlig textfil.",
            )
        ],
    ),
    Case(
        "old Word file",
        {CHAPTER: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"},
        [
            (
                "plan/nämnden/4-text.md S005 fel",
                "Filen är ingen text utan en äldre Officefil",
                "Skriv texten i en vanlig textfil.",
            )
        ],
    ),
    Case(
        "PDF",
        {CHAPTER: b"%PDF-1.7\n%\xe2\xe3"},
        [
            (
                "plan/nämnden/4-text.md S005 fel",
                "Filen är ingen text utan en pdf",
                "Skriv texten i en vanlig textfil.",
            )
        ],
    ),
    Case(
        "picture",
        {CHAPTER: b"\x89PNG\r\n\x1a\n"},
        [
            (
                "plan/nämnden/4-text.md S005 fel",
                "Filen är ingen text utan en bild",
                "Skriv texten i en vanlig textfil.",
            )
        ],
    ),
    Case(
        "too large",
        {CHAPTER: b"# Text\n" * 300_000},
        [("plan/nämnden/4-text.md S005 fel", "Filen är större än 2 MB", "Dela upp den.")],
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_it_says_what_is_wrong_where_and_how_to_mend_it(tmp_path: Path, case: Case) -> None:
    assert told(tmp_path, case) == case.said


@pytest.mark.parametrize(
    "data",
    [
        b"\xef\xbb\xbf" + TEXT.encode(),
        TEXT.replace("\n", "\r\n").encode(),
        TEXT.replace("\n", "\r").encode(),
        TEXT.replace("Å", "A\u030a").replace("ö", "o\u0308").encode(),
        TEXT.rstrip().encode(),
    ],
    ids=[
        "byte order mark",
        "Windows line ends",
        "old Mac line ends",
        "letters in two parts",
        "no last line end",
    ],
)
def test_what_is_harmless_is_put_right_in_silence(tmp_path: Path, data: bytes) -> None:
    found = korpus(tmp_path, {CHAPTER: data}).dokument["plan/nämnden"].kapitel_efter[-1]
    assert (str(found.titel), str(found.text)) == ("Text", "Här är Å och ö.")


def test_places_are_right_whatever_the_line_ends(tmp_path: Path) -> None:
    data = "# Text\r\n\r\nSe o\u0308 [x](y).\r\n".encode()
    assert [said[0] for said in told(tmp_path, Case("", {CHAPTER: data}))] == [
        "plan/nämnden/4-text.md:3:10 L008 fel"
    ]


def test_what_is_wrongly_encoded_is_still_read(tmp_path: Path) -> None:
    goal = "mål/1-hälsa.md"
    text = "---\nid: hälsa\nnivå: strategi\n---\n# God hälsa\n\nSe [x](#vårdd).\n"
    assert [said[0] for said in told(tmp_path, Case("", {goal: text.encode("latin-1")}))] == [
        "mål/1-hälsa.md:2:6 S005 fel",
        "mål/1-hälsa.md:7:8 L008 fel",
    ]


def test_half_a_character_before_a_wrong_byte_is_no_stumbling_block(tmp_path: Path) -> None:
    found = read(tmp_path, {"organisation.yaml": b"\xed\xa0\x80\x80"}).diagnostics
    assert ("S005", "organisation.yaml") in [(d.code, d.position.file) for d in found]
