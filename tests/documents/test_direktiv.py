"""What a planeringsdirektiv prints, and what every kind can have: appendices, changes, a sender."""

from __future__ import annotations

from pathlib import Path

from generator.documents.kind import kinds
from generator.documents.planeringsdirektiv import PlaneringsdirektivVy
from generator.documents.view import View
from tests.content.test_direktiv import FOLDER, HEAD, files
from tests.organisations import small


def _view(tmp_path: Path, changes: small.Files, id_: str = FOLDER) -> View:
    korpus = small.korpus(tmp_path, changes)
    return kinds()[korpus.dokument[id_].slag].build(korpus, korpus.dokument[id_])


def test_orders_are_printed_with_the_names_of_the_bodies(tmp_path: Path) -> None:
    view = _view(tmp_path, files())
    assert isinstance(view, PlaneringsdirektivVy)
    assert str(view.direktivkapitel.titel) == "Direktiv till nämnderna"
    assert [g.rubrik for g in view.direktivgrupper] == [
        "Direktiv till samtliga nämnder",
        "Direktiv till vårdnämnden och regionstyrelsen",
    ]
    short, do = view.direktivgrupper[1].direktiv
    assert (str(short.senast), short.aterrapporteras, short.samverkar_med) == (
        "30\u00a0juni\u00a02020",
        True,
        "",
    )
    assert (do.senast, do.samverkar_med) == (None, "regionstyrelsen och vårdnämnden")
    assert [(p.text.anchor, str(p.text)) for p in do.punkter] == [
        ("ena", "först det ena,"),
        ("", "sedan det andra."),
    ]
    assert short.text.anchor == "korta"
    assert view.noder == ()


def test_appendices_are_printed_last_whatever_their_number(tmp_path: Path) -> None:
    appendix = "---\nbilaga: ja\n---\n# Ramar\n\nText.\n"
    view = _view(tmp_path, {**files(), f"{FOLDER}/0-ramar.md": appendix, f"{FOLDER}/9-mer.md": appendix})
    assert [k.id for k in view.kapitel_fore] == ["bakgrund"]
    assert [k.id for k in view.kapitel_efter] == ["tidplan"]
    assert [k.id for k in view.bilagor] == ["ramar", "mer"]


def test_a_proposal_says_whose_it_is_and_who_signs_it(tmp_path: Path) -> None:
    view = _view(tmp_path, files(head=HEAD + "avsändare: Partiet\nundertecknas: Gruppledare\n"))
    assert (view.dokument.avsandare, view.dokument.undertecknas) == ("Partiet", "Gruppledare")


def test_what_has_changed_is_told_with_the_version_before(tmp_path: Path) -> None:
    text = '---\nsedan: "0.9"\nsedan datum: 2018-09-15\n---\n- [Målet](#vård) är nytt.\n'
    view = _view(tmp_path, {"plan/nämnden/ändringar.md": text}, "plan/nämnden")
    assert view.andringar
    assert (view.andringar.sedan, str(view.andringar.datum)) == ("0.9", "15\u00a0september\u00a02018")
    assert str(view.andringar.text) == "Målet är nytt."
    assert not _view(tmp_path / "utan", {}, "plan/nämnden").andringar


def test_an_uppdrag_tells_partners_last_day_and_reporting_back(tmp_path: Path) -> None:
    said = '{#korta-köer i samverkan med="styrelsen" senast="2019-10-01" återrapporteras="ja"}'
    view = _view(tmp_path, small.swap(small.GOAL, "{#korta-köer}", said), "plan/nämnden")
    uppdrag = next(n for n in view.noder if n.id == "köer").uppdrag[0]
    assert uppdrag.samverkar_med == "regionstyrelsen"
    assert (str(uppdrag.senast), uppdrag.aterrapporteras) == ("1\u00a0oktober\u00a02019", True)
