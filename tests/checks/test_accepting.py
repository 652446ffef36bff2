"""Accepted findings: told by code, file, id and words; never more than was meant; never forgotten."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from generator.build.errors_by_document import errors_by_document
from generator.build.inspection import inspect
from generator.build.workspace import Workspace
from generator.diagnostics import Diagnostic
from tests.organisations.small import Files, aloud, chapter, written

FILE = "plan/nämnden/godtagna.yaml"
TWO = chapter("Se [a](#vaard) och [b](#borta).")
WHY = "skäl: Skrivs i nästa version.\ndatum: 2019-02-03"


def accepting(*entries: str, file: str = FILE) -> dict[str, str | bytes | None]:
    """Return a change: what is accepted, each entry as the lines of its mapping."""
    items = ("  - " + "\n    ".join(entry.split("\n")) + "\n" for entry in entries)
    return {file: "godtagna:\n" + "".join(items)}


def judged(root: Path, changes: Files, dag: date | None = None) -> tuple[Diagnostic, ...]:
    """Return what ``styrdok check`` finds."""
    return inspect(Workspace(written(root, changes), root / "output"), dag)[1]


def accepted(found: tuple[Diagnostic, ...]) -> list[str]:
    """Return the messages of what is accepted."""
    return [d.message for d in found if d.accepted is not None]


def remarks(found: tuple[Diagnostic, ...]) -> list[tuple[str, str, str]]:
    """Return what is said of the acceptances themselves."""
    return aloud([d for d in found if d.position.file.endswith("godtagna.yaml")])


VAARD = "Länken till ”vaard” leder ingenstans"


@pytest.mark.parametrize(
    ("changes", "file"),
    [
        (f"kod: L008\nord: ”vaard”\n{WHY}", FILE),
        (f'kod: l008\nord: länken till "vaard"  LEDER\n{WHY}', FILE),
        (f"kod: L008\nfil: 4-text.md\nord: vaard\n{WHY}", FILE),
        (f"kod: L008\nord: vaard\n{WHY}", "godtagna.yaml"),
        (f"kod: L008\nfil: plan/nämnden/4-text.md\nord: vaard\n{WHY}", "godtagna.yaml"),
        (f"kod: L008\nord: vaard\ntill: 2019-06-30\n{WHY}", FILE),
    ],
)
def test_one_finding_is_accepted_with_its_reason_and_the_other_stays(
    tmp_path: Path, changes: str, file: str
) -> None:
    found = judged(tmp_path, TWO | accepting(changes, file=file), date(2019, 6, 30))
    assert accepted(found) == [VAARD]
    assert len(found) == 2
    reason = next(d.accepted for d in found if d.accepted is not None)
    assert (reason.reason, reason.day) == ("Skrivs i nästa version.", date(2019, 2, 3))


def test_an_item_is_told_by_its_id_with_or_without_its_organ(tmp_path: Path) -> None:
    undecided = {
        "regionplan/dokument.yaml": (
            "slag: regionplan\ntitel: R\norgan: fullmäktige\nperiod: 2019–2021\nstadium: förslag\n"
        )
    }
    for number, id_ in enumerate(("plan/nämnden", "nämnden")):
        found = judged(tmp_path / str(number), undecided | accepting(f"kod: L005\nid: {id_}\n{WHY}"))
        assert len(accepted(found)) == 1
        assert remarks(found) == []


def test_it_survives_that_the_text_is_moved_but_not_that_it_is_another(tmp_path: Path) -> None:
    entry = accepting(f"kod: L008\nord: vaard\n{WHY}")
    moved = chapter("Nytt stycke.\n\nNytt igen.\n\nSe gärna [a](#vaard).")
    assert accepted(judged(tmp_path / "a", moved | entry)) == [VAARD]
    other = judged(tmp_path / "b", chapter("Se [a](#vaardd).") | accepting(f"kod: L008\nord: ”vaard”\n{WHY}"))
    assert accepted(other) == []


def test_what_is_accepted_holds_no_document_back(tmp_path: Path) -> None:
    root = written(tmp_path, chapter("Se [a](#vaard).") | accepting(f"kod: L008\nord: vaard\n{WHY}"))
    korpus, found, known = inspect(Workspace(root, tmp_path / "output"))
    assert korpus is not None
    assert not any(errors_by_document(korpus, known, found).values())


@pytest.mark.parametrize(
    ("entry", "said", "number"),
    [
        pytest.param(
            f"kod: L008\nord: leder ingenstans\n{WHY}",
            (
                f"{FILE}:2:5 S008 varning",
                "Godtagandet av L008 stämmer in på 2 fynd men gäller 1",
                "Skriv fler av meddelandets ord, eller ”antal: 2” om alla ska godtas.",
            ),
            0,
            id="more findings than it covers",
        ),
        pytest.param(
            f"kod: L008\nord: leder ingenstans\nantal: 3\n{WHY}",
            (
                f"{FILE}:2:5 S008 varning",
                "Godtagandet av L008 gäller 3 fynd men stämmer in på 2",
                "Ändra till ”antal: 2”.",
            ),
            2,
            id="fewer findings than it covers",
        ),
        pytest.param(
            f"kod: L008\nord: leder dit\n{WHY}",
            (
                f"{FILE}:2:5 S008 varning",
                "Godtagandet av L008 stämmer inte in på något fynd",
                "Ta bort det om felet är rättat; rätta annars fil, id eller ord.",
            ),
            0,
            id="none",
        ),
        pytest.param(
            f"kod: L008\nord: vaard\nfil: 3-budget.md\n{WHY}",
            (
                f"{FILE}:2:5 S008 varning",
                "Godtagandet av L008 stämmer inte in på något fynd",
                "Ta bort det om felet är rättat; rätta annars fil, id eller ord.",
            ),
            0,
            id="another file",
        ),
        pytest.param(
            f"kod: L08\nord: vaard\n{WHY}",
            (
                f"{FILE}:2:5 S008 varning",
                "Det finns ingen kontroll ”L08” att godta ett fynd av",
                "Menade du ”L008”?",
            ),
            0,
            id="no such code",
        ),
        pytest.param(
            f"kod: L008\nord: vaard\ntill: 2019-05-31\n{WHY}",
            (
                f"{FILE}:2:5 S008 varning",
                "Godtagandet av L008 gällde till och med 31\N{NO-BREAK SPACE}maj\N{NO-BREAK SPACE}2019",
                "Åtgärda fyndet, eller pröva det på nytt och skriv en ny dag.",
            ),
            0,
            id="its last day has passed",
        ),
        pytest.param(
            "kod: L008\nord: vaard\ndatum: 2019-02-03",
            (f"{FILE}:2:5 S002 fel", "Uppgiften ”skäl” saknas", "Lägg till raden ”skäl: …”."),
            0,
            id="no reason",
        ),
        pytest.param(
            "kod: L008\nord: vaard\nskäl:\ndatum: 2019-02-03",
            (
                f"{FILE}:4:5 S002 fel",
                "”skäl” saknar värde",
                "Skriv det efter kolonet, eller indraget på raderna under.",
            ),
            0,
            id="an empty reason",
        ),
        pytest.param(
            "kod: L008\nord: vaard\nskäl: x",
            (f"{FILE}:2:5 S002 fel", "Uppgiften ”datum” saknas", "Lägg till raden ”datum: …”."),
            0,
            id="no date",
        ),
        pytest.param(
            f"kod: L008\nfil: 4-text.md\n{WHY}",
            (
                f"{FILE}:2:5 S002 fel",
                "Godtagandet säger inte vilket fynd det gäller",
                "Lägg till raden ”ord: …” med ord ur meddelandet, eller ”id: …”.",
            ),
            0,
            id="neither id nor words",
        ),
        pytest.param(
            f"kod: L008\nord: vaard\nrad: 3\n{WHY}",
            (
                f"{FILE}:4:5 S001 fel",
                "Okänd uppgift ”rad”",
                "Här kan stå kod, fil, id, ord, antal, skäl, datum, av, till.",
            ),
            0,
            id="a line number",
        ),
        pytest.param(
            f"kod: L008\nord: vaard\nantal: flera\n{WHY}",
            (
                f"{FILE}:4:12 S003 fel",
                "Här ska stå ett helt tal från 1 och uppåt",
                "Skriv det med siffror.",
            ),
            0,
            id="a number that is none",
        ),
    ],
)
def test_an_acceptance_that_is_not_right_is_itself_a_finding(
    tmp_path: Path, entry: str, said: tuple[str, str, str], number: int
) -> None:
    found = judged(tmp_path, TWO | accepting(entry), date(2019, 6, 30))
    assert remarks(found) == [said]
    assert len(accepted(found)) == number
    assert sum(d.code == "L008" for d in found) == 2


def test_a_mistake_in_it_holds_no_document_back(tmp_path: Path) -> None:
    root = written(tmp_path, accepting("kod: L008\nord: vaard", file="godtagna.yaml"))
    korpus, found, known = inspect(Workspace(root, tmp_path / "output"))
    assert korpus is not None
    assert len(found) == 1
    assert not any(errors_by_document(korpus, known, found).values())


def test_one_mistake_hides_one_entry(tmp_path: Path) -> None:
    entries = accepting("kod: L008\nord: borta", f"kod: L008\nord: vaard\n{WHY}", "x")
    found = judged(tmp_path, TWO | entries)
    assert accepted(found) == [VAARD]
    assert [code for code, _, _ in remarks(found)] == [
        f"{FILE}:2:5 S002 fel",
        f"{FILE}:8:5 S003 fel",
    ]


def test_a_finding_that_has_other_words_now_is_shown_with_them(tmp_path: Path) -> None:
    found = judged(tmp_path, chapter("Se [a](#vård-1).") | accepting(f"kod: L008\nord: vaard\n{WHY}"))
    assert accepted(found) == []
    ((_, _, hint),) = remarks(found)
    assert hint == "Pröva fyndet på nytt. Det lyder nu: Länken till ”vård-1” leder ingenstans."


def test_a_finding_is_accepted_once(tmp_path: Path) -> None:
    entry = f"kod: L008\nord: vaard\n{WHY}"
    found = judged(tmp_path, TWO | accepting(entry) | accepting(entry, file="godtagna.yaml"))
    assert accepted(found) == [VAARD]
    assert [m for _, m, _ in remarks(found)] == ["Fyndet L008 är redan godtaget (godtagna.yaml:2:5)"]


def test_a_document_accepts_nothing_outside_its_folder(tmp_path: Path) -> None:
    entry = accepting(f"kod: L008\nord: vaard\n{WHY}", file="uppföljning/nämnden/godtagna.yaml")
    found = judged(tmp_path, TWO | entry)
    assert accepted(found) == []
    assert [d.code for d in found if d.position.file.startswith("uppföljning")] == ["S008"]


def test_what_keeps_content_from_being_read_cannot_be_accepted(tmp_path: Path) -> None:
    unread = {"plan/nämnden/4-text.md": b"# Text\n\nf\xf6r\n"}
    found = judged(tmp_path, unread | accepting(f"kod: S005\nord: UTF-8\n{WHY}"))
    assert accepted(found) == []
    ((_, message, hint),) = remarks(found)
    assert message == "Ett sådant fel som S005 kan inte godtas"
    assert hint == "Rätta felet: utan det som inte går att läsa skulle dokumentet sakna innehåll."


def test_the_reason_is_told_with_who_and_when(tmp_path: Path) -> None:
    entry = f"kod: L008\nord: vaard\nav: Regiondirektören\ntill: 2030-12-31\n{WHY}"
    found = judged(tmp_path, TWO | accepting(entry), date(2019, 6, 30))
    (reason,) = [d.accepted for d in found if d.accepted is not None]
    assert reason.text == (
        "Skrivs i nästa version. (Regiondirektören, 2019-02-03, gäller till och med 2030-12-31)"
    )
