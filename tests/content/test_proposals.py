"""Proposals: what they replace, add and strike, and where what they say stands."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.domain.dokument import Stadium
from generator.domain.prosa import Block, Prosa, TableBlock
from tests.organisations.proposals import HOME, PLAN, inspected, plan, proposal, proposed, rows, tables, told
from tests.organisations.small import CHAPTER, FILES, add, assert_well_said, read

ANSWER = "2-mål/1.1-vård.md"
BUDGET = "3-budget.md"
TEXT = (
    "# Text\n\nFörst.\n\n## Ett {#ett}\n\nUnder ett.\n\n### Djupt\n\nUnder djupt.\n\n## Två\n\nUnder två.\n"
)


def _words(block: Block) -> str:
    return str(Prosa((block,))).strip()


def _headings(root: Path, own: str) -> list[str]:
    """Return the headings and paragraphs of a chapter after a proposal, in order."""
    read_ = proposed(root, {CHAPTER: TEXT} | proposal({"4-text.md": own}))
    assert read_.reading.diagnostics == ()
    assert read_.reading.korpus is not None
    kapitel = next(k for k in read_.reading.korpus.dokument[PLAN].kapitel if k.id == "text")
    return [str(kapitel.titel), *(_words(block) for block in kapitel.text.content)]


def test_without_a_proposal_nothing_is_kept_for_one(tmp_path: Path) -> None:
    reading = read(tmp_path)
    assert (reading.proposals, reading.read) == ((), None)


def test_the_main_one_is_as_if_there_were_no_proposal(tmp_path: Path) -> None:
    main = read(tmp_path / "utan")
    also = read(tmp_path / "med", proposal({"1-inledning.md": "# Inledning\n\nAnnat.\n"}))
    assert also.korpus == main.korpus
    assert also.diagnostics == main.diagnostics
    assert [(p.document, p.name) for p in also.proposals] == [(PLAN, "annat")]


def test_a_heading_replaces_only_what_stands_right_under_it(tmp_path: Path) -> None:
    assert _headings(tmp_path, "# Text\n\nFörst, fast annat.\n") == [
        "Text", "Först, fast annat.", "Ett", "Under ett.", "Djupt", "Under djupt.", "Två", "Under två.",
    ]  # fmt: skip
    assert _headings(tmp_path, "## Ett\n\nNytt.\n\n- punkt\n")[2:5] == ["Ett", "Nytt.", "punkt"]


@pytest.mark.parametrize(
    ("own", "after"),
    [
        ("## Ettan {#ett}\n", ["Ettan", "Under ett.", "Djupt", "Under djupt.", "Två", "Under två."]),
        ("## Ett {utgår}\n", ["Två", "Under två."]),
        ("## {#ett utgår}\n", ["Två", "Under två."]),
        ('## Ett {utgår="ja"}\n', ["Två", "Under två."]),
        ("### Djupt\n\nNytt.\n", ["Ett", "Under ett.", "Djupt", "Nytt.", "Två", "Under två."]),
        (
            "## Ett\n\n## Tre {#tre}\n\nUnder tre.\n",
            ["Ett", "Under ett.", "Djupt", "Under djupt.", "Tre", "Under tre.", "Två", "Under två."],
        ),
        (
            "## Tre {ny}\n\nUnder tre.\n\n## Ett\n",
            ["Tre", "Under tre.", "Ett", "Under ett.", "Djupt", "Under djupt.", "Två", "Under två."],
        ),
        (
            "## Tre {ny}\n\nUnder tre.\n",
            ["Ett", "Under ett.", "Djupt", "Under djupt.", "Två", "Under två.", "Tre", "Under tre."],
        ),
        (
            "## Ett\n\n### Mer {ny}\n\nUnder mer.\n\n## Två {utgår}\n",
            ["Ett", "Under ett.", "Djupt", "Under djupt.", "Mer", "Under mer."],
        ),
    ],
)
def test_headings_are_renamed_struck_and_added_where_they_stand(
    tmp_path: Path, own: str, after: list[str]
) -> None:
    assert _headings(tmp_path, own) == ["Text", "Först.", *after]


def test_new_places_are_the_proposals_and_old_ones_the_main_ones(tmp_path: Path) -> None:
    dokument = plan(tmp_path, {BUDGET: "Tabell: Budget\n\n| Id | 2019 |\n|--|--:|\n| drift | 200,0 |\n"
                               .replace("Tabell", "# Budget\n\nTabell")})  # fmt: skip
    (tabell,) = tables(dokument)
    assert [str(rad.position) for rad in tabell.rader] == [
        f"{PLAN}/{BUDGET}:7:3",
        f"{HOME}/{BUDGET}:7:3",
        f"{PLAN}/{BUDGET}:9:3",
    ]


def test_rows_are_changed_column_by_column_added_and_struck(tmp_path: Path) -> None:
    own = """\
# Budget

Tabell: Budget {årgång="oppositionens förslag"}

| Id | Post | Summa av | 2019 |
|----|------|----------|-----:|
| personal {utgår} | | | |
| hyra | Hyra | | 50,0 |
| drift | Drift och annat | | 210,0 |
| resor {ny} | Resor | | 10,0 |
| totalt | Totalt | hyra, drift, resor | 270,0 |
"""
    (tabell,) = tables(plan(tmp_path, {BUDGET: own}))
    assert rows(tabell) == [
        ("hyra", "Hyra", "50,0"),
        ("drift", "Drift och annat", "210,0"),
        ("resor", "Resor", "10,0"),
        ("totalt", "Totalt", "270,0"),
    ]
    assert (tabell.id, tabell.argang, tabell.enhet) == ("tabell-budget", "oppositionens förslag", "tkr")


def test_a_mark_in_a_printed_first_cell_is_not_printed(tmp_path: Path) -> None:
    main = {CHAPTER: "# Text\n\nTabell: Tider\n\n| När | Vad |\n|--|--|\n| Maj | Beslut |\n"}
    own = "# Text\n\nTabell: Tider\n\n| När | Vad |\n|--|--|\n| Maj | |\n| Juni {ny} | **Nytt** |\n"
    korpus = proposed(tmp_path, main | proposal({"4-text.md": own})).reading.korpus
    assert korpus is not None
    tabell = tables(korpus.dokument[PLAN])[-1]
    assert rows(tabell) == [("", "Maj", ""), ("", "Juni", "Nytt")]


def test_a_table_can_be_added_renamed_and_struck(tmp_path: Path) -> None:
    def table(caption: str) -> str:
        return f"Tabell: {caption}\n\n| A | B |\n|--|--|\n| x | 1 |\n"

    main = {CHAPTER: f"# Text\n\nFöre.\n\n{table('Ett {#ett}')}\nEfter.\n\n{table('Två')}\n"}
    own = f"# Text\n\nFörst.\n\n{table('Ettan {#ett}')}\n{table('Tre {#tre}')}\nTabell: Två {{utgår}}\n"
    korpus = proposed(tmp_path, main | proposal({"4-text.md": own})).reading.korpus
    assert korpus is not None
    kapitel = next(k for k in korpus.dokument[PLAN].kapitel if k.id == "text")
    said = [b.tabell.titel if isinstance(b, TableBlock) else _words(b) for b in kapitel.text.content]
    assert said == ["Först.", "Ettan", "Tre"]


def test_points_are_reworded_struck_added_and_keep_their_particulars(tmp_path: Path) -> None:
    own = """\
## Åtaganden

- mäta väntan varje dag. {#mäta}
- ringa tillbaka samma dag. {#ringa ansvarig="förvaltningen"}

## Insats: köer

### Åtaganden

- {#kväll utgår}
- öppna på lördagar. {#lördag svarar på="korta-köer"}
"""
    first, second, _ = plan(tmp_path, {ANSWER: own}).svar
    assert [(a.id, str(a.text).strip(), a.ansvarig) for a in first.ataganden] == [
        ("nämnden/mäta", "mäta väntan varje dag.", "förvaltningen"),
        ("nämnden/ringa", "ringa tillbaka samma dag.", "förvaltningen"),
    ]
    assert [(a.id, a.svarar_pa) for a in second.ataganden] == [("nämnden/lördag", ("korta-köer",))]
    assert [str(a.position) for a in first.ataganden] == [f"{HOME}/{ANSWER}:3:1", f"{HOME}/{ANSWER}:4:1"]
    assert str(first.text).strip() == "Nämnden börjar med köerna."


def test_a_point_can_be_changed_in_its_particulars_alone_and_lose_one(tmp_path: Path) -> None:
    own = '## Åtaganden\n\n- {#mäta ansvarig="" svarar på="vård"}\n'
    first = plan(tmp_path, {ANSWER: own}).svar[0]
    (promise,) = first.ataganden
    assert (str(promise.text).strip(), promise.ansvarig, promise.svarar_pa) == (
        "mäta väntan varje vecka.",
        "",
        ("vård",),
    )


def test_an_indicator_is_a_row_of_the_only_table_there(tmp_path: Path) -> None:
    own = "## Indikatorer\n\n| Id | Målvärde |\n|--|--|\n| nöjdhet | 80 |\n"
    first = plan(tmp_path, {ANSWER: own}).svar[0]
    (indikator,) = first.indikatorer
    assert (str(indikator.namn), str(indikator.malvarde), str(indikator.kalla)) == ("Nöjdhet", "80", "Enkät")


def test_own_goals_are_added_and_struck_with_all_below(tmp_path: Path) -> None:
    own = "## Egen insats: Digitala besök {#digitala-besök utgår}\n\n## Egen insats: Fler ute {#ute}\n\nUt.\n"
    dokument = plan(tmp_path, {ANSWER: own})
    assert [n.id for n in dokument.egna] == ["nämnden/ute"]
    assert [s.nod for s in dokument.svar] == ["vård", "köer", "nämnden/ute"]


def test_a_goal_above_can_be_changed_for_a_plan_that_has_it(tmp_path: Path) -> None:
    own = "# Vård i god tid\n\n## Insats: Kortare köer {#köer utgår}\n\n## Insats: Tider {#tider}\n\nMer.\n"
    home = "regionplan/förslag/annat"
    files = {f"{home}/förslag.yaml": "avsändare: Oppositionen\n", f"{home}/mål/1.1-vård.md": own}
    korpus = proposed(tmp_path, files).reading.korpus
    assert korpus is not None
    assert [n.id for n in korpus.noder] == ["hälsa", "vård", "tider"]
    assert str(korpus.noder[1].titel) == "Vård i god tid"
    assert str(korpus.noder[1].text).strip() == "Vården ska komma i tid."


def test_a_text_that_all_build_on_can_be_changed(tmp_path: Path) -> None:
    home = "regionplan/förslag/annat"
    vision = "# Vision\n\n> Allt blir bäst.\n"
    files = {f"{home}/förslag.yaml": "avsändare: A\n", f"{home}/grund/1-vision.md": vision}
    korpus = proposed(tmp_path, files).reading.korpus
    assert korpus is not None
    assert "Allt blir bäst." in str(korpus.grund[0].text)


def test_files_are_added_with_an_id_and_struck(tmp_path: Path) -> None:
    dokument = plan(
        tmp_path,
        {"1-inledning.md": "# Inledning {utgår}\n", "2.5-läget.md": "# Läget {ny}\n\nBra.\n"},
    )
    assert [(k.id, str(k.titel)) for k in dokument.kapitel] == [("läget", "Läget"), ("budget", "Budget")]
    struck = plan(tmp_path / "b", {ANSWER: "---\nutgår: ja\n---\n"})
    assert struck.svar == ()


def test_it_says_whose_it_is_and_is_never_decided(tmp_path: Path) -> None:
    who = 'avsändare: Oppositionen\ntitel: Motförslaget\nversion: "2"\nutelämnar: {köer: Görs av andra.}\n'
    dokument = plan(tmp_path, {"1-inledning.md": "# Inledning\n\nAnnat.\n"}, who)
    assert (dokument.avsandare, dokument.forslag, dokument.forslagstitel) == (
        "Oppositionen",
        "annat",
        "Motförslaget",
    )
    assert (dokument.version, dokument.utelamnar, dokument.beslut) == (
        "2",
        (("köer", "Görs av andra."),),
        None,
    )
    decided = {f"{PLAN}/dokument.yaml": FILES[f"{PLAN}/dokument.yaml"] + "stadium: justerad\n"}
    korpus = proposed(tmp_path / "b", decided | proposal({})).reading.korpus
    assert korpus is not None
    assert korpus.dokument[PLAN].stadium is Stadium.FORSLAG


def test_a_proposal_can_change_another(tmp_path: Path) -> None:
    first = proposal({"1-inledning.md": "# Inledning\n\nAnnat.\n", "9-nytt.md": "# Nytt {ny}\n\nNytt.\n"})
    second = proposal({"9-nytt.md": "# Nytt\n\nNyare.\n"}, "avsändare: B\nändrar: annat\n", "till")
    korpus = proposed(tmp_path, first | second, "till").reading.korpus
    assert korpus is not None
    dokument = korpus.dokument[PLAN]
    assert [str(k.text).strip() for k in dokument.kapitel if k.id != "budget"] == ["Annat.", "Nyare."]
    assert dokument.avsandare == "B"


@pytest.mark.parametrize(
    ("files", "place", "message", "hint"),
    [
        (
            {"4-text.md": "# Text\n\n### Djup\n\nNytt.\n"},
            "4-text.md:3:1 S009",
            "Rubriken ”Djup” finns inte i huvudförslaget",
            "Menade du ”Djupt”?",
        ),
        (
            {"4-text.md": "# Text\n\n## Något helt annat\n\nNytt.\n"},
            "4-text.md:3:1 S009",
            "Rubriken ”Något helt annat” finns inte i huvudförslaget",
            "Om det är nytt: ge det ett id, eller skriv {ny} sist på raden.",
        ),
        (
            {"4-text.md": "Text utan rubrik.\n"},
            "4-text.md:1:1 S009",
            "Texten står inte under någon rubrik",
            "Skriv först rubriken som texten ska stå under, som den lyder i huvudförslaget.",
        ),
        (
            {BUDGET: "# Budget\n\nTabell: Budgett\n\n| Id | 2019 |\n|--|--:|\n| drift | 1 |\n"},
            f"{BUDGET}:3:1 S009",
            "Tabellen ”Budgett” finns inte i huvudförslaget",
            "Menade du ”Budget”?",
        ),
        (
            {BUDGET: "# Budget\n\nTabell: Budget\n\n| Id | 2020 |\n|--|--:|\n| drift | 1 |\n"},
            f"{BUDGET}:5:8 S009",
            "Kolumnen ”2020” finns inte i huvudförslaget",
            "Kolumnerna är Id, Post, Summa av, 2019.",
        ),
        (
            {BUDGET: "# Budget\n\nTabell: Budget\n\n| Id | 2019 |\n|--|--:|\n| dirft | 200,0 |\n"},
            f"{BUDGET}:7:3 S009",
            "Raden ”dirft” finns inte i huvudförslaget",
            "Menade du ”drift”?",
        ),
        (
            {BUDGET: "# Budget\n\nTabell: Budget\n\n| Id | 2019 |\n|--|--:|\n| kaffe {utgår} | |\n"},
            f"{BUDGET}:7:3 S009",
            "Raden ”kaffe” finns inte i huvudförslaget",
            "",
        ),
        (
            {ANSWER: "## Åtaganden\n\n- mäta varje dag. {#mätta}\n"},
            f"{ANSWER}:3:19 S009",
            "Punkten ”mätta” finns inte i huvudförslaget",
            "Menade du ”mäta”? Om punkten är ny: skriv {#mätta ny}.",
        ),
        (
            {"1-inledningen.md": "# Inledning\n\nAnnat.\n"},
            "1-inledningen.md:1:1 S009",
            "Filen ”1-inledningen.md” finns inte i huvudförslaget",
            "Menade du ”1-inledning.md”?",
        ),
        (
            {"2-inledning.md": "# Inledning\n\nAnnat.\n"},
            "2-inledning.md S009",
            "Filen heter ”2-inledning.md”, men i huvudförslaget ”1-inledning.md”",
            "Menade du ”1-inledning.md”?",
        ),
        (
            {"dokument.yaml": "titel: Annan\n"},
            "dokument.yaml S003",
            "Ett förslag har ingen egen dokument.yaml",
            "Skriv det som skiljer i förslag.yaml.",
        ),
    ],
)
def test_what_matches_nothing_is_told_with_the_nearest(
    tmp_path: Path, files: dict[str, str], place: str, message: str, hint: str
) -> None:
    found = inspected(tmp_path, {CHAPTER: TEXT} | proposal(files))
    for diagnostic in found.new:
        assert_well_said(diagnostic)
    said = [(f"{d.position} {d.code}".removeprefix(f"{HOME}/"), d.message, d.hint) for d in found.new]
    assert (place, message, hint) in said


@pytest.mark.parametrize(
    ("who", "message"),
    [
        ("titel: X\n", "”avsändare” saknas"),
        ("avsändare: A\nändrar: inget\n", "Det finns inget förslag ”inget” att ändra"),
        ("avsändare: A\nändrar: annat\n", "Förslaget ”annat” ändrar sig självt"),
        ("avsändare: A\nslag: regionplan\n", "Okänd uppgift ”slag”"),
        ("avsändare: A\nutelämnar: {köer: utgår}\n", "”utelämnar” har inget ”köer” i huvudförslaget"),
    ],
)
def test_what_is_wrong_with_its_facts_is_told(tmp_path: Path, who: str, message: str) -> None:
    said = told(tmp_path, {}, who)
    assert any(message in text for _, text, _ in said), said
    assert all(place.startswith("förslag.yaml") for place, _, _ in said)


def test_a_folder_without_its_file_is_told_of_and_the_document_is_as_it_was(tmp_path: Path) -> None:
    reading = read(tmp_path, {f"{HOME}/1-inledning.md": "# Inledning\n", f"{PLAN}/förslag/lös.md": "x"})
    assert [(str(d.position), d.code) for d in reading.diagnostics] == [
        (HOME, "S002"),
        (f"{PLAN}/förslag/lös.md", "S006"),
    ]
    assert reading.proposals == ()


def test_what_proposals_change_lends_its_name_to_none_of_them(tmp_path: Path) -> None:
    reading = read(tmp_path, {f"{PLAN}/förslag/huvudförslag/förslag.yaml": "avsändare: A\n"} | proposal({}))
    (found,) = reading.diagnostics
    assert (str(found.position), found.code) == (f"{PLAN}/förslag/huvudförslag", "I002")
    assert_well_said(found)
    assert [p.name for p in reading.proposals] == ["annat"]
    korpus = reading.with_proposal(reading.proposals[0]).reading.korpus
    assert korpus is not None
    assert korpus.dokument[PLAN].forslag == "annat"


def test_marks_outside_a_proposal_are_told_of(tmp_path: Path) -> None:
    reading = read(tmp_path, {CHAPTER: TEXT.replace("## Två", "## Två {utgår}")})
    ((code, hint),) = {(d.code, d.hint) for d in reading.diagnostics}
    assert code == "S001"
    assert "förslag" in hint


def test_only_what_is_new_is_told_and_at_the_proposals_own_lines(tmp_path: Path) -> None:
    own = "# Budget\n\nTabell: Budget\n\n| Id | 2019 |\n|--|--:|\n| drift | 300,0 |\n"
    ((place, message, _),) = told(tmp_path, {BUDGET: own})
    assert place == f"{BUDGET}:5:1 E001"
    assert "dess delar blir" in message


def test_an_error_that_both_have_is_told_once(tmp_path: Path) -> None:
    broken = add(CHAPTER_BUDGET, "\n[trasig](#finns-inte)\n")
    own = "# Budget\n\nTabell: Budget\n\n| Id | 2019 |\n|--|--:|\n| drift | 200,0 |\n"
    found = inspected(tmp_path, broken | proposal({BUDGET: own}))
    assert found.new == ()
    assert any(d.code == "L008" for d in found.found)


CHAPTER_BUDGET = f"{PLAN}/{BUDGET}"


def test_a_point_is_moved_by_striking_it_in_one_place_and_writing_it_in_another(tmp_path: Path) -> None:
    own = (
        "## Åtaganden\n\n- {#mäta utgår}\n\n## Insats: köer\n\n### Åtaganden\n\n"
        '- mäta varje vecka. {#mäta ansvarig="förvaltningen"}\n'
    )
    first, second, _ = plan(tmp_path, {ANSWER: own}).svar
    assert first.ataganden == ()
    assert [a.id for a in second.ataganden] == ["nämnden/kväll", "nämnden/mäta"]


def test_a_point_struck_under_the_wrong_heading_is_led_to_the_right_one(tmp_path: Path) -> None:
    ((place, message, hint),) = told(tmp_path, {ANSWER: "## Åtaganden\n\n- {#kväll utgår}\n"})
    assert (place, message) == (f"{ANSWER}:3:3 S009", "Punkten ”kväll” står inte under den här rubriken")
    assert "”Åtaganden”" in hint


def test_a_proposal_lets_its_own_findings_stand_wherever_they_show(tmp_path: Path) -> None:
    budget = "# Budget\n\nTabell: Budget\n\n| Id | 2019 |\n|--|--:|\n| drift | 300,0 |\n"
    accepts = (
        "godtagna:\n  - {kod: E001, fil: 3-budget.md, ord: Totalt, skäl: Prövas i juni., datum: 2018-10-01}\n"
    )
    found = inspected(tmp_path, proposal({BUDGET: budget, "godtagna.yaml": accepts}))
    assert [(d.code, d.accepted.reason if d.accepted else None) for d in found.new] == [
        ("E001", "Prövas i juni.")
    ]
    unused = inspected(tmp_path / "b", proposal({"godtagna.yaml": accepts}))
    assert [(d.code, d.position.file) for d in unused.new] == [("S008", f"{HOME}/godtagna.yaml")]


def test_a_name_that_cannot_be_said_is_told_of_and_not_read(tmp_path: Path) -> None:
    reading = read(tmp_path, proposal({}, name="Mitt förslag"))
    assert [d.code for d in reading.diagnostics] == ["I002"]
    assert reading.proposals == ()


def test_tables_in_sheets_are_laid_over_and_lie_beside_the_proposal(tmp_path: Path) -> None:
    fetched = 'Tabell: Resor {från="underlag/resor.csv" enhet="tkr"}'
    main = {
        CHAPTER: f"# Text\n\n{fetched}\n",
        f"{PLAN}/underlag/resor.csv": "Id;Post;2019\ntåg;Tåg;10,0\nbuss;Buss;20,0\n",
    }
    own = {
        "4-text.md": f"# Text\n\n{fetched}\n",
        "underlag/resor.csv": "Id;2019\nbuss;25,0\n",
    }
    read_ = proposed(tmp_path, main | proposal(own))
    assert read_.reading.diagnostics == ()
    assert read_.reading.korpus is not None
    tabell = tables(read_.reading.korpus.dokument[PLAN])[-1]
    assert rows(tabell) == [("tåg", "Tåg", "10,0"), ("buss", "Buss", "25,0")]
    assert [rad.position.file for rad in tabell.rader] == [
        f"{PLAN}/underlag/resor.csv",
        f"{HOME}/underlag/resor.csv",
    ]


def test_a_sheet_can_be_laid_over_by_rows_in_the_text(tmp_path: Path) -> None:
    main = {
        CHAPTER: '# Text\n\nTabell: Resor {från="underlag/resor.csv" enhet="tkr"}\n',
        f"{PLAN}/underlag/resor.csv": "Id;Post;2019\ntåg;Tåg;10,0\nbuss;Buss;20,0\n",
    }
    own = "# Text\n\nTabell: Resor\n\n| Id | 2019 |\n|--|--:|\n| tåg {utgår} | |\n| buss | 30,0 |\n"
    read_ = proposed(tmp_path, main | proposal({"4-text.md": own}))
    assert read_.reading.diagnostics == ()
    assert read_.reading.korpus is not None
    assert rows(tables(read_.reading.korpus.dokument[PLAN])[-1]) == [("buss", "Buss", "30,0")]
