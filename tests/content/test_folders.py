"""Folders: what is read and in which order, what is not, and where links and depths end."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.content import is_organisation, read_corpus
from tests.organisations.small import FILES, KINDS, PLAN, Case, aloud, korpus, read, told, written

TEXT = "# Text\n\nText.\n"

CASES = [
    Case(
        "names that differ by case",
        {"plan/nämnden/å.md": TEXT, "plan/nämnden/Å.md": TEXT},
        [
            (
                "plan/nämnden/Å.md:1:1 I002 fel",
                "”Å” kan inte vara kapitlets id",
                "Skriv ”id: å” i filens huvud, eller byt namn på filen.",
            ),
            (
                "plan/nämnden/å.md I001 fel",
                "Namnen ”Å.md” och ”å.md” kan inte skiljas åt på alla datorer",
                "Döp om det ena; stora och små bokstäver räknas inte som olika.",
            ),
        ],
    ),
    Case(
        "names that differ by composition",
        {"plan/nämnden/a\u030a.md": TEXT, "plan/nämnden/å.md": TEXT},
        [
            (
                "plan/nämnden/å.md I001 fel",
                "Namnen ”å.md” och ”å.md” kan inte skiljas åt på alla datorer",
                "Döp om det ena; stora och små bokstäver räknas inte som olika.",
            )
        ],
    ),
    Case(
        "documents that differ by case",
        {"Plan/nämnden/dokument.yaml": FILES[PLAN]},
        [
            (
                "plan I001 fel",
                "Namnen ”Plan” och ”plan” kan inte skiljas åt på alla datorer",
                "Döp om det ena; stora och små bokstäver räknas inte som olika.",
            )
        ],
    ),
    Case(
        "documents that differ by case inside",
        {"plan/NÄMNDEN/dokument.yaml": FILES[PLAN]},
        [
            (
                "plan/nämnden I001 fel",
                "Namnen ”NÄMNDEN” och ”nämnden” kan inte skiljas åt på alla datorer",
                "Döp om det ena; stora och små bokstäver räknas inte som olika.",
            )
        ],
    ),
    Case(
        "folder named as a text",
        {"plan/nämnden/x.md/y.md": TEXT},
        [
            (
                "plan/nämnden/x.md S006 varning",
                "Mappen används inte av något dokument",
                "Ett dokuments mapp innehåller filen dokument.yaml.",
            )
        ],
    ),
    Case(
        "folder among the goals",
        {"mål/mer/y.md": TEXT},
        [
            (
                "mål/mer S006 varning",
                "Mappen används inte av något dokument",
                "Lägg filerna direkt i mappen ovanför.",
            )
        ],
    ),
    Case(
        "folder among the texts to fetch",
        {"grund/x.md/y.md": TEXT},
        [
            (
                "grund/x.md S006 varning",
                "Mappen används inte av något dokument",
                "Lägg filerna direkt i mappen ovanför.",
            )
        ],
    ),
    Case(
        "folder among the answers",
        {"plan/nämnden/2-mål/mer/y.md": TEXT},
        [
            (
                "plan/nämnden/2-mål/mer S006 varning",
                "Mappen används inte av något dokument",
                "Lägg filerna direkt i mappen ovanför.",
            )
        ],
    ),
    Case(
        "file among the goals",
        {"mål/anteckning.txt": TEXT},
        [
            (
                "mål/anteckning.txt S006 varning",
                "Filen används inte av något dokument",
                "Texter är filer som slutar på .md, med små bokstäver.",
            )
        ],
    ),
    Case(
        "picture among the chapters",
        {"plan/nämnden/bild.png": b"\x89PNG"},
        [
            (
                "plan/nämnden/bild.png S006 varning",
                "Filen används inte av något dokument",
                "Ta bort filen, eller flytta den ut ur innehållet.",
            )
        ],
    ),
    Case(
        "file beside the documents",
        {"plan/läs.docx": b"PK"},
        [
            (
                "plan/läs.docx S006 varning",
                "Filen används inte av något dokument",
                "Ta bort filen, eller flytta den ut ur innehållet.",
            )
        ],
    ),
    Case(
        "text beside the documents",
        {"text.md": TEXT},
        [
            (
                "text.md S006 varning",
                "Filen används inte av något dokument",
                "Flytta den till ett dokuments mapp.",
            )
        ],
    ),
    Case(
        "folder without document",
        {"utkast/a/text.md": TEXT},
        [
            (
                "utkast S006 varning",
                "Mappen används inte av något dokument",
                "Ett dokuments mapp innehåller filen dokument.yaml.",
            )
        ],
    ),
    Case(
        "wrong ending of dokument.yaml",
        {"utkast/dokument.yml": FILES[PLAN]},
        [
            (
                "utkast S006 varning",
                "Mappen används inte av något dokument",
                "Döp om filen dokument.yml till dokument.yaml.",
            )
        ],
    ),
    Case(
        "wrong case of dokument.yaml",
        {"utkast/Dokument.yaml": FILES[PLAN]},
        [
            (
                "utkast S006 varning",
                "Mappen används inte av något dokument",
                "Döp om filen Dokument.yaml till dokument.yaml.",
            )
        ],
    ),
    Case(
        "wrong case of an ending",
        {"plan/nämnden/x.MD": TEXT},
        [
            (
                "plan/nämnden/x.MD S006 varning",
                "Filen används inte av något dokument",
                "Texter är filer som slutar på .md, med små bokstäver.",
            )
        ],
    ),
    Case(
        "two folders of answers",
        {"plan/nämnden/5-mål/x.md": "---\nsvarar på: hälsa\n---\nText.\n"},
        [
            (
                "plan/nämnden/5-mål S004 fel",
                "Dokumentet har redan en målmapp, ”2-mål”",
                "Flytta ihop filerna till en av dem.",
            )
        ],
    ),
    Case(
        "wrong case of the folder of answers",
        {"plan/nämnden/5-Mål/x.md": TEXT},
        [
            (
                "plan/nämnden/5-Mål S006 varning",
                "Mappen används inte av något dokument",
                "Döp om mappen till mål, med små bokstäver.",
            )
        ],
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_it_says_what_is_wrong_where_and_how_to_mend_it(tmp_path: Path, case: Case) -> None:
    assert told(tmp_path, case) == case.said


def test_what_is_hidden_or_left_by_programs_is_passed_over(tmp_path: Path) -> None:
    names = (".x.md", "~$x.md", "README.md", "Thumbs.db", "desktop.ini")
    changes = {f"{folder}/{name}": TEXT for name in names for folder in ("mål", "plan/nämnden", "grund")}
    changes |= {
        "arkiv/x.md": TEXT,
        "mallar/x.docx": "x",
    }
    assert told(tmp_path, Case("", changes)) == []


def test_a_folder_in_a_document_may_hold_another_document(tmp_path: Path) -> None:
    reading = read(tmp_path, {"plan/nämnden/bilaga/dokument.yaml": FILES[PLAN]})
    assert reading.documents == ("plan/nämnden", "plan/nämnden/bilaga", "regionplan", "uppföljning/nämnden")


def test_names_in_two_parts_are_the_same_names(tmp_path: Path) -> None:
    found = {
        name.replace("å", "a\u030a").replace("ä", "a\u0308").replace("ö", "o\u0308"): text
        for name, text in FILES.items()
    }
    for name, text in found.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    reading = read_corpus(tmp_path, KINDS)
    assert reading.diagnostics == ()
    assert reading.documents == ("plan/nämnden", "regionplan", "uppföljning/nämnden")
    assert reading.korpus is not None
    assert reading.korpus.dokument["plan/nämnden"].kapitel_efter[0].id == "budget"


def _link(at: str, to: str | Path) -> Callable[[Path], None]:
    def change(root: Path) -> None:
        (root / at).symlink_to(to)

    return change


LINKS = [
    ("plan/nämnden/5-ut.md", "/etc/hostname", "Länken leder ut ur organisationens mapp och följs inte"),
    ("plan/nämnden/5-mapp", "..", "Mappen är en länk och läses inte"),
    ("ring", ".", "Mappen är en länk och läses inte"),
    ("upp", "..", "Länken leder ut ur organisationens mapp och följs inte"),
    ("plan/nämnden/5-borta.md", "borta.md", "Länken leder ingenstans"),
    ("plan/nämnden/5-själv.md", "5-själv.md", "Länken leder ingenstans"),
]


@pytest.mark.parametrize(("at", "to", "message"), LINKS)
def test_a_link_is_not_followed_out_nor_round(tmp_path: Path, at: str, to: str, message: str) -> None:
    _link(at, to)(written(tmp_path))
    hint = "Lägg själva filen eller mappen där i stället för en länk."
    assert aloud(read_corpus(tmp_path, KINDS).diagnostics) == [(f"{at} S005 fel", message, hint)]


def test_a_link_to_a_file_of_the_organisation_is_read(tmp_path: Path) -> None:
    _link("plan/nämnden/5-också.md", "1-inledning.md")(written(tmp_path))
    reading = read_corpus(tmp_path, KINDS)
    assert reading.diagnostics == ()
    assert reading.korpus is not None
    assert str(reading.korpus.dokument["plan/nämnden"].kapitel_efter[-1].titel) == "Inledning"


def test_the_organisations_own_folder_may_be_a_link(tmp_path: Path) -> None:
    written(tmp_path / "a")
    (tmp_path / "b").symlink_to("a")
    assert read_corpus(tmp_path / "b", KINDS).diagnostics == ()
    assert is_organisation(tmp_path / "b")


def test_folders_deeper_than_anyone_needs_are_not_read(tmp_path: Path) -> None:
    reading = read(tmp_path, {"/".join(["a"] * 30 + ["dokument.yaml"]): FILES[PLAN]})
    assert ("/".join(["a"] * 21), "S005") in [(d.position.file, d.code) for d in reading.diagnostics]
    assert len(reading.documents) == 3


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="bara där det finns namngivna rör")
@pytest.mark.parametrize("name", ["plan/nämnden/5-rör.md", "organisation.yaml", "plan/nämnden/dokument.yaml"])
def test_what_is_no_plain_file_is_not_waited_for(tmp_path: Path, name: str) -> None:
    (written(tmp_path) / name).unlink(missing_ok=True)
    os.mkfifo(tmp_path / name)
    assert (name, "Detta är ingen vanlig fil") in [
        (d.position.file, d.message) for d in read_corpus(tmp_path).diagnostics
    ]


@pytest.mark.skipif(sys.platform != "linux", reason="bara där namn är byte")
def test_a_name_that_is_no_text_is_told(tmp_path: Path) -> None:
    folder = os.fsencode(written(tmp_path) / "mål")
    for name in (b"2-v\xe5rd.md", b"3-rad\nbrytning.md"):
        os.close(os.open(folder + b"/" + name, os.O_CREAT))
    assert aloud(read_corpus(tmp_path, KINDS).diagnostics) == [
        (
            f"mål/{name} S005 fel",
            "Namnet innehåller tecken som inte går att skriva ut",
            "Byt namn på den, helst till små bokstäver med bindestreck emellan.",
        )
        for name in ("2-v?rd.md", "3-rad?brytning.md")
    ]


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="den som är root får läsa allt")
def test_files_and_folders_one_may_not_read_are_told(tmp_path: Path) -> None:
    (written(tmp_path) / "mål").chmod(0)
    (tmp_path / PLAN).chmod(0)
    found = {(d.position.file, d.code) for d in read_corpus(tmp_path, KINDS).diagnostics}
    (tmp_path / "mål").chmod(0o755)
    assert {("mål", "S005"), (PLAN, "S005")} <= found


DENIED = "du saknar rättighet, eller så håller ett annat program den öppen"


@pytest.mark.parametrize(
    ("problem", "why", "hint"),
    [
        (PermissionError(13, "x"), DENIED, "Stäng filen i andra program och försök igen."),
        (FileNotFoundError(2, "x"), "den finns inte längre", "Försök igen."),
        (IsADirectoryError(21, "x"), "det är en mapp", "Försök igen."),
        (OSError(5, "x"), "disken svarar inte som den ska", "Försök igen."),
    ],
)
def test_a_file_that_cannot_be_opened_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, problem: OSError, why: str, hint: str
) -> None:
    root, opened = written(tmp_path), Path.open

    def refuse(path: Path, *arguments: object, **named: object) -> object:
        if path.name == "3-budget.md":
            raise problem
        return opened(path, *arguments, **named)  # type: ignore[call-overload]  # handed on as it came

    monkeypatch.setattr(Path, "open", refuse)
    assert aloud(read_corpus(root, KINDS).diagnostics) == [
        ("plan/nämnden/3-budget.md S005 fel", f"Filen kan inte läsas: {why}", hint)
    ]


def test_a_folder_that_cannot_be_listed_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    listed = os.scandir

    def refuse(path: Path) -> object:
        if path.name == "2-mål":
            raise PermissionError(13, "x")
        return listed(path)

    monkeypatch.setattr(os, "scandir", refuse)
    found = aloud(read(tmp_path).diagnostics)
    assert ("plan/nämnden/2-mål S005 fel", f"Mappen kan inte läsas: {DENIED}", "Försök igen.") in found


def test_what_is_nowhere_is_no_organisation(tmp_path: Path) -> None:
    assert not is_organisation(tmp_path)
    reading = read_corpus(tmp_path / "ingenstans")
    assert (reading.korpus, reading.documents) == (None, ())
    assert [d.position.file for d in reading.diagnostics] == ["organisation.yaml", "styrmodell.yaml"]


def test_the_documents_are_told_even_when_they_cannot_be_read(tmp_path: Path) -> None:
    assert read(tmp_path, {"styrmodell.yaml": None}).documents == (
        "plan/nämnden",
        "regionplan",
        "uppföljning/nämnden",
    )
    assert korpus(tmp_path / "a").dokument.keys() == {"plan/nämnden", "regionplan", "uppföljning/nämnden"}
