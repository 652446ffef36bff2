"""What a person reads on the terminal: a line that sums up, then plain Swedish below each goal."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from generator.compare.as_text import changes_as_text
from generator.compare.excerpts import excerpts, marked
from generator.compare.items import item_changes
from generator.compare.scope import briefly, not_compared
from generator.compare.sentences import difference
from generator.compare.summary import summary
from generator.documents.view import View
from generator.domain.belopp import NBSP, Belopp
from generator.domain.tabell import Tabell
from tests.support import view_edits as edit
from tests.support.view_edits import DIRECTIVE, PLAN, REGIONPLAN, REPORT, phrase, prose, view

TRAFFIC = "verksamhetsplan-2019/trafiknämnden"
GOAL = "Invånare och samhälle › Ett attraktivt Blekinge"


def _dearer(tabell: Tabell, by: str, *rows: str) -> Tabell:
    """Return the table with the amount of the first year changed in some rows."""
    made = []
    for rad in tabell.rader:
        cells = list(rad.celler)
        if rad.id in rows and isinstance(cells[1], Belopp):
            cells[1] = replace(cells[1], value=cells[1].value + Decimal(by))
        made.append(replace(rad, celler=tuple(cells)))
    return replace(tabell, rader=tuple(made))


def _lines(old: View, new: View) -> list[str]:
    text = changes_as_text(item_changes(old, new))
    assert text.endswith("\n")
    return text.replace(NBSP, " ").splitlines()


def test_nothing_differs() -> None:
    assert _lines(view(PLAN), view(PLAN)) == ["Inga skillnader"]


def test_a_line_sums_up_and_each_change_stands_below_its_goal() -> None:
    old = view(REGIONPLAN)
    area = replace(edit.found_goal(old, "boendemiljö"), id="nära", titel=phrase("Nära vård"))
    new = edit.child(old, "attraktivt-blekinge", replace(area, uppdrag=()))
    new = edit.measure(edit.without_goal(new, "varumärket"), "attraktionsindex", malvarde=phrase(">85 %"))
    new = edit.table(
        new, "budget-per-nämnd", lambda t: _dearer(t, "436.1", "tandvårdsnämnden", "patientnämnden")
    )
    new = edit.cover(new, stadium="Beslutad, ej justerad")
    values = "1 målvärde ändras, 2 belopp ändras (netto +872,2 tkr), 1 uppgift ändras"
    assert _lines(old, new) == [
        f"1 insatsområde tillkommer, 1 insatsområde utgår, {values}",
        "",
        "Dokumentet",
        "  ~ stadium: Justerad → Beslutad, ej justerad",
        "",
        GOAL,
        "  ~ indikator ”Attraktionsindex”, målvärde: Förbättring → >85 %",
        "  − insatsområde ”Utveckla varumärket för Region Blekinge”, med 1 uppdrag",
        "  + insatsområde ”Nära vård”",
        "",
        "Budget 2019 och ekonomisk plan › Budget per nämnd Region Blekinge 2019–2021",
        "  ~ Tandvårdsnämnden 2019: 145 873,2 → 146 309,3 tkr, +436,1",
        "  ~ Patientnämnden 2019: 3 021,6 → 3 457,7 tkr, +436,1",
    ]


def test_the_words_that_changed_in_a_text_stand_out() -> None:
    said = "Den som söker vård ska få svar inom {} dagar."
    texts = (prose(said.format(days), "Det gäller alla.") for days in ("tio", "sju"))
    old, new = (edit.goal(view(REGIONPLAN), "boendemiljö", text=text) for text in texts)
    title = "Skapa förutsättningar för en attraktiv boendemiljö och samhällsservice"
    assert _lines(old, new)[2:] == [
        f"{GOAL} › {title}",
        "  ~ text: … vård ska få svar inom [−tio−] [+sju+] dagar.",
    ]


def test_a_text_that_is_another_is_shown_from_its_beginning() -> None:
    assert (
        excerpts("Vägarna ska plogas före klockan sju varje dag.", "Barn får gratis buss hela sommaren.")
        == ()
    )


def test_changes_far_from_each_other_are_told_apart_and_near_ones_together() -> None:
    between = "Detta står kvar som det stod förut, ord för ord, i båda versionerna av texten. "
    (one,) = excerpts("Vi börjar i maj och slutar i juni.", "Vi börjar i april och slutar i juli.")
    assert marked(one) == "Vi börjar i [−maj−] [+april+] och slutar i [−juni−] [+juli+]."
    first, second = excerpts(f"Nu. {between}Sedan.", f"Då. {between}Efteråt.")
    assert marked(first) == "[−Nu−] [+Då+]. Detta står kvar som …"
    assert marked(second) == "… båda versionerna av texten. [−Sedan−] [+Efteråt+]."


def test_what_was_only_added_or_only_removed() -> None:
    (added,) = excerpts("Alla ska få vård.", "Alla ska genast få vård.")
    assert marked(added) == "Alla ska [+genast+] få vård."
    (removed,) = excerpts("Alla ska genast få vård.", "Alla ska få vård.")
    assert marked(removed) == "Alla ska [−genast−] få vård."


def test_amounts_of_several_tables_have_no_common_net() -> None:
    old = view(REGIONPLAN)
    new = edit.table(old, "budget-per-nämnd", lambda t: _dearer(t, "1", "patientnämnden"))
    new = edit.table(new, "resultatbudget", lambda t: _dearer(t, "1", "skatteintäkter", "statsbidrag"))
    assert summary(item_changes(old, new)).startswith("3 belopp ändras")
    assert "netto" not in summary(item_changes(old, new))


def test_sums_that_follow_are_shown_and_not_counted() -> None:
    old = view(REGIONPLAN)
    new = edit.table(old, "resultatbudget", lambda t: _dearer(t, "10", "intäkter", "nettoresultat"))
    found = item_changes(old, new)
    assert [c.follows for c in found] == [False, True]
    assert summary(found).replace(NBSP, " ") == "1 belopp ändras (netto +10,0 mnkr)"
    assert "−5 283,5 → −5 273,5 mnkr, +10,0 (summa)" in "\n".join(_lines(old, new))


def test_what_is_moved_replaced_reordered_and_left_out() -> None:
    old = view(PLAN)
    area = edit.found_goal(old, "boendemiljö")
    moved = edit.child(edit.without_goal(old, area.id), "god-tillgänglighet", area)
    assert f"  → insatsområde ”{area.titel}”: {GOAL} → Invånare och samhälle › God tillgänglighet" in _lines(
        old, moved
    )
    renamed = edit.goal(old, "varumärket", id="nytt")
    said = changes_as_text(item_changes(old, renamed, {"varumärket": ("nytt",)}))
    assert "~ insatsområde ”Utveckla varumärket för Region Blekinge” ersätts av" in said
    goal = edit.found_goal(old, "attraktivt-blekinge")
    turned = _lines(old, edit.goal(old, goal.id, barn=goal.barn[::-1]))
    assert turned[0] == "1 ordningsföljd ändras"
    assert turned[3].startswith("  → ordningen bland insatsområden: ")
    left = _lines(old, edit.goal(old, "varumärket", utelamnad="Någon annans.", uppdrag=(), ataganden=()))
    assert left[-1] == "  ~ tas inte upp, med 1 uppdrag och 3 åtaganden: Någon annans."


def test_what_is_not_compared_is_said() -> None:
    assert not_compared(view(PLAN), view(PLAN)) == ()
    assert briefly(view(PLAN), view(PLAN)) == ""
    (two,) = not_compared(view(PLAN), view(TRAFFIC))
    assert two.startswith(
        "Dokumenten är två olika. Därför jämförs inte dokumentens uppgifter (stadium, version"
    )
    (kinds,) = not_compared(view(PLAN), view(REPORT))
    assert "indikatorer (utfall, mätt, bedömning, kommentar)" in kinds
    assert "målvärde" not in kinds
    _, alone = not_compared(view(REGIONPLAN), view(DIRECTIVE))
    assert alone.startswith("Bara det ena slaget har perspektiv, inriktningsmål")
    said = changes_as_text((), not_compared(view(PLAN), view(REPORT)))
    assert said == f"Inga skillnader\n\n{kinds}\n"


def test_one_place_more_is_one_and_two_are_two() -> None:
    apart = " och så fortsätter texten som den var, ord för ord, ända till nästa ställe där något skiljer, "
    old = apart.join(("ett", "tu", "tre", "fyra", "fem"))
    four = apart.join(("ETT", "TU", "TRE", "FYRA", "fem"))
    assert difference(old, four).endswith("(och 1 ställe till)")
    assert difference(old, old.upper().replace(apart.upper(), apart)).endswith("(och 2 ställen till)")


def test_of_a_very_long_text_what_differs_is_read() -> None:
    long = "Texten är lång och säger inte mycket. " * 20_000
    (one,) = excerpts(f"{long}Slutet är gammalt.", f"{long}Slutet är nytt.")
    assert marked(one) == "… inte mycket. Slutet är [−gammalt−] [+nytt+]."
