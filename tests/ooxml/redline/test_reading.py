"""How a redline reads: what a person would have marked is marked, and nothing else."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

import pytest

from generator.ooxml.bookmark_names import bookmark_name
from generator.ooxml.package import Package
from generator.ooxml.redline import Redlined, comparing, redline
from generator.ooxml.redline.verify import Difference
from generator.ooxml.xml import Element, child, parse_strict, qn
from tests.ooxml.workbench import MAIN, Mall, bookmark, field, p, run

WHEN = datetime(2026, 3, 1, 9, 30, tzinfo=timezone(timedelta(hours=1)))
_SIGNS = {qn("w:ins"): ("{+", "+}"), qn("w:del"): ("[-", "-]")}
_CHANGES = {qn(f"w:{name}Change"): f"<{name}>" for name in ("rPr", "pPr", "sectPr", "trPr", "tcPr", "tblPr")}


def made(old: str, new: str) -> Redlined:
    """Return the redline of two bodies."""
    packages = [Package.read(Mall(body=body).data(), name) for body, name in ((old, "a"), (new, "b"))]
    return redline(packages[0], packages[1], author="Åsa Öberg", date=WHEN)


def root(found: Redlined, part: str = MAIN) -> Element:
    return parse_strict(Package.read(found.data).parts[part], part)


def marked(old: str, new: str) -> str:
    """Return the redline of two bodies, a line for each paragraph and ¶ for its end where that is marked."""
    found = made(old, new)
    assert found.coarsened == ()
    return "\n".join(_line(paragraph) for paragraph in root(found).iter(qn("w:p")))


def _line(paragraph: Element) -> str:
    shown = _shown(paragraph)
    look = child(paragraph, "w:pPr/w:rPr")
    marks = (_SIGNS.get(str(mark.tag)) for mark in (() if look is None else look))
    return shown + "".join(f"{signs[0]}¶{signs[1]}" for signs in marks if signs)


def _shown(element: Element) -> str:
    text = ""
    for item in element:
        before, after = _SIGNS.get(str(item.tag), ("", ""))
        if item.tag in _CHANGES:
            text += _CHANGES[str(item.tag)]
        elif item.tag in {qn("w:t"), qn("w:delText")}:
            text += item.text or ""
        elif item.tag in {qn("w:instrText"), qn("w:delInstrText")}:
            text += f"«{(item.text or '').strip()}»"
        elif item.tag == qn("w:pPr"):
            text += "".join(_CHANGES.get(str(e.tag), "") for e in item.iter())
        elif len(item):
            text += before + _shown(item) + after
    return text


def bold(text: str) -> str:
    return f'<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def row(*texts: str) -> str:
    return f"<w:tr>{''.join(f'<w:tc>{p(text)}</w:tc>' for text in texts)}</w:tr>"


def table(*rows: str) -> str:
    columns = '<w:gridCol w:w="2000"/>' * 3
    return f"<w:tbl><w:tblPr/><w:tblGrid>{columns}</w:tblGrid>{''.join(rows)}</w:tbl>"


def test_a_changed_figure_is_marked_alone() -> None:
    old, new = (p(f"Drift 2020: {amount} tkr.") for amount in ("35\u00a0063,9", "35\u00a0500,0"))
    assert marked(old, new) == "Drift 2020: [-35\u00a0063,9-]{+35\u00a0500,0+} tkr."
    assert marked(p("78,2\u00a0%"), p("79,4\u00a0%")) == "[-78,2-]{+79,4+}\u00a0%"


def test_a_rewritten_paragraph_is_removed_and_added() -> None:
    old = p("Regionen ska ge god vård.") + p("Slut.")
    new = p("Kulturnämnden svarar för länets museer.") + p("Slut.")
    assert marked(old, new).splitlines() == [
        "[-Regionen ska ge god vård.-][-¶-]",
        "{+Kulturnämnden svarar för länets museer.+}{+¶+}",
        "Slut.",
    ]


def test_what_comes_and_goes_at_the_very_end() -> None:
    one, two = p("Första stycket."), p("Andra raden här.")
    assert marked(one, one + two).splitlines() == ["Första stycket.{+¶+}", "{+Andra raden här.+}"]
    assert marked(one + two, one).splitlines() == ["Första stycket.[-¶-]", "[-Andra raden här.-]"]


def test_a_paragraph_cut_in_two_or_two_joined_change_only_an_end() -> None:
    one = p("Skattesatsen beslutas med planen. Där finns också en budget.")
    two = p("Skattesatsen beslutas med planen.") + p("Där finns också en budget.")
    assert marked(one, two).splitlines() == [
        "Skattesatsen beslutas med planen.{+¶+}",
        "[- -]Där finns också en budget.",
    ]
    assert marked(two + p("Slut"), one + p("Slut")).splitlines() == [
        "Skattesatsen beslutas med planen.[-¶-]",
        "{+ +}Där finns också en budget.",
        "Slut",
    ]


def test_how_text_is_cut_into_runs_is_no_change_and_its_look_is() -> None:
    assert made(p("Ett mål till"), f"<w:p>{run('Ett m')}{run('ål till')}</w:p>").changes == 0
    assert marked(p("Ett mål till"), f"<w:p>{run('Ett ')}{bold('mål')}{run(' till')}</w:p>") == (
        "Ett <rPr>mål till"
    )
    assert marked(p("Ett mål"), p("Ett mål", "Brdtext")) == "<pPr>Ett mål"


def test_rows_come_and_go_and_cells_change() -> None:
    old = table(row("Nämnd", "2019", "2020"), row("Vård", "10", "20"), row("Skola", "1", "2")) + p("Slut")
    new = table(row("Nämnd", "2019", "2020"), row("Vård", "10", "25"), row("Kultur", "5", "6")) + p("Slut")
    found = root(made(old, new))
    kinds = [
        next((str(mark.tag).rpartition("}")[2] for mark in properties), "")
        for properties in found.iter(qn("w:trPr"))
    ]
    assert sorted(kinds) == ["del", "ins"]
    assert "[-20-]{+25+}" in marked(old, new).splitlines()
    assert "Vård" in marked(old, new).splitlines()


def test_a_row_is_known_by_its_name_whatever_its_figures() -> None:
    old, new = (table(row("Driftskostnader", *figures)) + p("Slut") for figures in (("1", "2"), ("7", "8")))
    assert marked(old, new).splitlines() == ["Driftskostnader", "[-1-]{+7+}", "[-2-]{+8+}", "Slut"]


def test_a_field_changes_its_result_or_goes_whole() -> None:
    old, new = (f"<w:p>{run('Se ')}{field('REF mål', text)}{run(' nedan')}</w:p>" for text in ("1.2", "1.3"))
    assert marked(old, new) == "Se «REF mål»[-1.2-]{+1.3+} nedan"
    gone = marked(old, p("Se  nedan"))
    assert gone == "Se [-«REF mål»1.2-] nedan"


def test_a_page_number_is_content_only_where_others_made_the_file() -> None:
    old, new = (f"<w:p>{run('Mål ')}{field('PAGEREF _Toc1', text)}</w:p>" for text in ("3", "4"))
    assert marked(old, new) == "Mål «PAGEREF _Toc1»[-3-]{+4+}"
    item = bookmark(bookmark_name("mål/a"), run("Målet"), 1)
    assert made(f"<w:p>{item}</w:p>{old}", f"<w:p>{item}</w:p>{new}").changes == 0


def test_an_item_is_known_by_its_bookmark_whatever_it_says() -> None:
    names = [bookmark_name(name) for name in ("a", "b")]
    old, new = (
        "".join(f"<w:p>{bookmark(name, run(text), 1)}</w:p>" for name, text in zip(names, texts, strict=True))
        for texts in ("AB", "CB")
    )
    assert marked(old, new).splitlines() == ["[-A-]{+C+}", "B"]


def test_a_box_is_marked_inside_in_what_word_shows_and_in_what_stands_in_for_it() -> None:
    def body(text: str) -> str:
        inside = f"<w:txbxContent>{p(text)}</w:txbxContent>"
        shape = f'<v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textbox>{inside}</v:textbox></v:shape>'
        drawn = f"<w:pict>{shape}</w:pict>"
        return (
            f'<w:p><w:r><mc:AlternateContent><mc:Choice Requires="w14">{drawn}</mc:Choice>'
            f"<mc:Fallback>{drawn}</mc:Fallback></mc:AlternateContent></w:r></w:p>"
        )

    found = root(made(body("Rutans gamla text"), body("Rutans nya text")))
    boxes = [_line(box[0]) for box in found.iter(qn("w:txbxContent"))]
    assert boxes == ["Rutans [-gamla-]{+nya+} text"] * 2


def test_each_mark_has_a_number_of_its_own_the_author_and_the_time_in_utc() -> None:
    found = root(made(p("Ett två tre") + p("x"), p("Ett fyra tre") + p("Nytt stycke här.") + p("x")))
    marks = list(found.iter(qn("w:ins"), qn("w:del")))
    assert len(marks) == 4
    assert len({mark.get(qn("w:id")) for mark in marks}) == 4
    assert {mark.get(qn("w:author")) for mark in marks} == {"Åsa Öberg"}
    assert {mark.get(qn("w:date")) for mark in marks} == {"2026-03-01T08:30:00Z"}


def test_changes_already_there_are_accepted_and_that_is_said() -> None:
    old = f'<w:p>{run("Ett ")}<w:ins w:id="1" w:author="x">{run("nytt ")}</w:ins>{run("mål")}</w:p>'
    found = made(old, p("Ett nytt mål"))
    assert found.changes == 0
    assert found.accepted == ("Den gamla filen (a) hade spårade ändringar; de är godkända först.",)
    assert next(root(found).iter(qn("w:ins")), None) is None


def test_where_the_check_fails_the_paragraph_is_marked_whole_and_that_is_said(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    found = [(Difference("new", MAIN, 0, "", ""),), ()]
    monkeypatch.setattr(comparing, "differing_blocks", lambda *_, **__: found.pop(0))
    result = made(p("Ett två tre fyra") + p("Slut"), p("Ett två tre fem") + p("Slut"))
    lines = [_line(paragraph) for paragraph in root(result).iter(qn("w:p"))]
    assert lines == ["[-Ett två tre fyra-][-¶-]", "{+Ett två tre fem+}{+¶+}", "Slut"]
    assert "”Ett två tre fem” i den nya filen är märkt som borttaget och tillagt" in result.coarsened[0]


def test_what_cannot_be_mended_is_told_of(monkeypatch: pytest.MonkeyPatch) -> None:
    wrong = (Difference("old", "word/header1.xml", -1, "", ""),)
    monkeypatch.setattr(comparing, "differing_blocks", lambda *_, **__: wrong)
    result = made(p("Ett"), p("Två"))
    assert result.coarsened == (
        "När alla ändringar avvisas blir delen word/header1.xml inte i allt som i den gamla filen.",
    )


def test_a_field_over_many_paragraphs_is_kept_or_goes_with_both_its_ends() -> None:
    def mark(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    def contents(code: str, *lines: str) -> str:
        first, *others = lines
        begin = f"{mark('begin')}<w:r><w:instrText>{code}</w:instrText></w:r>{mark('separate')}"
        return "".join(
            (
                f"<w:p>{begin}{run(first)}</w:p>",
                *map(p, others),
                f"<w:p>{mark('end')}</w:p>",
                p("Slut på allt."),
            )
        )

    old = contents("TOC", "Inledning", "Målen", "Budgeten")
    kept = root(made(old, contents("TOC", "Inledning", "Målen i länet")))
    assert len(list(kept.iter(qn("w:fldChar")))) == 3
    marks = [mark for e in kept.iter(qn("w:fldChar")) for mark in e.iterancestors(qn("w:del"), qn("w:ins"))]
    assert marks == []
    gone = root(made(old, p("Målen") + p("Slut på allt.")))
    ends = [next((a.tag for a in e.iterancestors(qn("w:del"))), None) for e in gone.iter(qn("w:fldChar"))]
    assert ends == [qn("w:del")] * 3


def test_a_time_without_zone_stands_as_it_is() -> None:
    packages = [Package.read(Mall(body=p(text)).data()) for text in ("Ett", "Två")]
    found = redline(packages[0], packages[1], author="x", date=datetime(2026, 1, 2, 3, 4))  # noqa: DTZ001
    assert b'w:date="2026-01-02T03:04:00Z"' in Package.read(found.data).parts[MAIN]
