"""Accepted findings: which finding an acceptance means, and what is wrong with one that means none (S008).

A finding is told by code, file, id and words of its message, never by line, so that an acceptance survives
that text is moved. It covers as many findings as it says and never more: what is found later is shown.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from generator.checks.catalogue import explanations
from generator.diagnostics import Acceptance, Diagnostic, Position, Severity, did_you_mean
from generator.domain.datum import format_date
from generator.domain.kontroller import Godtagande
from generator.domain.korpus import Korpus
from generator.domain.organisation import fold
from generator.domain.wording import slug


def accepted(
    found: Sequence[Diagnostic], fixed: Sequence[Diagnostic], korpus: Korpus
) -> tuple[list[Diagnostic], list[Diagnostic]]:
    """Return the findings with those that are accepted marked, and what is wrong with the acceptances.

    ``fixed`` are findings that nobody can accept.
    """
    marked = {d: d for d in found}
    remarks = []
    taken: dict[Diagnostic, Position] = {}
    for each in korpus.godtagna:
        fits = [d for d in found if _fits(each, d)]
        remark = _cannot(each, fits, korpus) or _taken(each, [taken[d] for d in fits if d in taken])
        if not fits:
            remark = _nothing(each, found, fixed)
        elif remark is None:
            reason = Acceptance(each.skal, each.datum, each.av, each.till)
            marked.update((d, replace(d, accepted=reason)) for d in fits)
            taken.update((d, each.position) for d in fits)
            remark = _too_many_expected(each, len(fits))
        if remark is not None:
            remarks.append(remark)
    return list(marked.values()), remarks


def _fits(each: Godtagande, found: Diagnostic, *, words: bool = True) -> bool:
    file = found.position.file
    return (
        found.code == each.kod
        and bool(file)
        and (not each.mapp or file.startswith(f"{each.mapp}/"))
        and each.fil in ("", file)
        and (not each.id or any(each.id in (id_, slug(id_)) for id_ in found.ids))
        and (not words or not each.ord or _plain(each.ord) in _plain(found.message))
    )


def _plain(text: str) -> str:
    """Return words made comparable: case, spaces and kind of quotation marks make no difference."""
    return fold(text.translate({ord('"'): "”", ord("“"): "”"}))


def _cannot(each: Godtagande, fits: Sequence[Diagnostic], korpus: Korpus) -> Diagnostic | None:
    """Return why findings that fit are not accepted all the same."""
    if each.till is not None and korpus.dag is not None and korpus.dag > each.till:
        message = f"Godtagandet av {each.kod} gällde till och med {format_date(each.till)}"
        return _remark(each, message, "Åtgärda fyndet, eller pröva det på nytt och skriv en ny dag.")
    if len(fits) > each.antal:
        message = f"Godtagandet av {each.kod} stämmer in på {len(fits)} fynd men gäller {each.antal}"
        hint = f"Skriv fler av meddelandets ord, eller ”antal: {len(fits)}” om alla ska godtas."
        return _remark(each, message, hint)
    return None


def _taken(each: Godtagande, by: Sequence[Position]) -> Diagnostic | None:
    if not by:
        return None
    return _remark(each, f"Fyndet {each.kod} är redan godtaget ({by[0]})", "Behåll det ena godtagandet.")


def _nothing(each: Godtagande, found: Sequence[Diagnostic], fixed: Sequence[Diagnostic]) -> Diagnostic:
    """Return what is wrong with an acceptance that no finding fits."""
    if each.kod not in explanations():
        hint = did_you_mean(each.kod, explanations(), "Koderna visas av styrdok explain.")
        return _remark(each, f"Det finns ingen kontroll ”{each.kod}” att godta ett fynd av", hint)
    if any(_fits(each, d) for d in fixed):
        hint = "Rätta felet: utan det som inte går att läsa skulle dokumentet sakna innehåll."
        return _remark(each, f"Ett sådant fel som {each.kod} kan inte godtas", hint)
    message = f"Godtagandet av {each.kod} stämmer inte in på något fynd"
    reworded = [d for d in found if _fits(each, d, words=False)] if each.ord else []
    if len(reworded) == 1:
        return _remark(each, message, f"Pröva fyndet på nytt. Det lyder nu: {reworded[0].message}.")
    return _remark(each, message, "Ta bort det om felet är rättat; rätta annars fil, id eller ord.")


def _too_many_expected(each: Godtagande, number: int) -> Diagnostic | None:
    if number == each.antal:
        return None
    message = f"Godtagandet av {each.kod} gäller {each.antal} fynd men stämmer in på {number}"
    return _remark(each, message, f"Ändra till ”antal: {number}”.")


def _remark(each: Godtagande, message: str, hint: str) -> Diagnostic:
    return Diagnostic("S008", message, each.position, hint, Severity.WARNING)
