"""The changes for those who decide: an ändringsblad of one page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from generator.compare.board_page import NOTE, POINTS, Page, extra
from generator.compare.board_rest import sentences
from generator.compare.board_rows import amounts, is_amount, is_measure, is_thing, measure, thing
from generator.compare.change import Change
from generator.compare.scope import briefly, is_same_document
from generator.compare.summary import NO_CHANGES, summary
from generator.documents.andringsblad import AndringsbladVy, AndringsradVy
from generator.documents.view import BeslutVy, DokumentVy, View
from generator.domain.belopp import EMPTY
from generator.domain.wording import lower_first, upper_first


def board(
    old: View,
    new: View,
    changes: Sequence[Change],
    names: Sequence[str] = (),
) -> AndringsbladVy:
    """Return the view of an ändringsblad: what matters most on one page, the rest counted.

    ``names`` are what to call the older and the newer (a proposal, a file) where the facts of their covers do
    not tell them apart.
    """
    said = _said(changes)
    older, newer = names or (version(old, new), version(new, old))
    compared = f"{upper_first(newer)} jämförs med {older}."
    not_compared, vintages = briefly(old, new), _vintages(changes)
    notes = (not_compared, vintages, any(is_thing(change) and change.field == "text" for change in changes))
    page = Page(POINTS - extra(said, compared) - NOTE * sum(map(bool, notes)))
    things = [thing(c) for c in changes if is_thing(c)]
    measures = [measure(c) for c in changes if is_measure(c)]
    figures = list(amounts(c for c in changes if is_amount(c)))
    rest = list(sentences([c for c in changes if not (is_thing(c) or is_measure(c) or is_amount(c))]))
    tables = page.tables([things, measures, figures])
    told = page.sentences(rest)
    shown = sum(e.changes for entries in tables for e in entries) + sum(s.changes for s in told)
    rows = [tuple(entry.row for entry in entries) for entries in tables]
    return AndringsbladVy(
        dokument=_facts(old, new),
        styrmodell=new.styrmodell,
        kapitel_fore=(),
        noder=(),
        rotnoder=(),
        kapitel_efter=(),
        indikatorgrupper=(),
        jamfort=compared,
        inte_jamfort=not_compared,
        sammanfattning=said,
        saker=rows[0],
        varden=rows[1],
        belopp=_headed(rows[2]),
        argangar=vintages if rows[2] else "",
        ovrigt=tuple(sentence.text for sentence in told),
        fler=sum(not c.follows for c in changes) - shown,
        markta=any("+]" in row.text or "\N{MINUS SIGN}]" in row.text for row in rows[0]),
    )


def version(view: View, other: View) -> str:
    """Return ”Regionplan 2019–2021, version 1.0 (justerad, 28 november 2018)” with what is known of it.

    The body is named where the other document is another body's.
    """
    dokument = view.dokument
    organ = lower_first(dokument.organ) if dokument.organ != other.dokument.organ else ""
    number = f"version {dokument.version}" if dokument.version else ""
    known = ", ".join(filter(None, (lower_first(dokument.stadium), str(dokument.datum or ""))))
    words = ", ".join(filter(None, (dokument.titel, organ, number)))
    return f"{words} ({known})" if known else words


def _vintages(changes: Sequence[Change]) -> str:
    """Return that the amounts belong to different decisions, and to which when they are the same for all."""
    pairs = {change.vintages for change in changes if any(change.vintages)}
    if len(pairs) == 1:
        old, new = (vintage or EMPTY for vintage in pairs.pop())
        return f"Beloppen är av olika årgång: {old} före, {new} efter."
    return "Beloppen är av olika årgång." if pairs else ""


def _said(changes: Sequence[Change]) -> str:
    words = summary(changes)
    return f"{words} mellan versionerna." if words == NO_CHANGES else f"{words}."


def _headed(rows: Sequence[AndringsradVy]) -> tuple[AndringsradVy, ...]:
    """Return the rows with the heading of a table at the first of its rows alone."""
    before = ("", *(row.rubrik for row in rows))
    return tuple(
        replace(row, rubrik="") if row.rubrik == last else row
        for row, last in zip(rows, before, strict=False)
    )


def _facts(old: View, new: View) -> DokumentVy:
    """Return what the header and the footer say: the newer document's, but for what the sheet is itself."""
    dokument = new.dokument
    is_same = is_same_document(old, new)
    since = f"version {old.dokument.version}" if is_same and old.dokument.version else old.dokument.titel
    same_name = is_same and old.dokument.version == dokument.version
    return replace(
        dokument,
        id="ändringar",
        slag="ändringar",
        titel="Ändringar" if same_name else f"Ändringar sedan {since}",
        undertitel=", ".join(filter(None, (dokument.titel, lower_first(dokument.organ)))),
        stadium="Underlag",
        beslutat=False,
        beslut=BeslutVy(),
        version="",
    )
