"""A small organisation without faults, for tests that change one thing in it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.checks import run_checks
from generator.content import Reading, read_corpus
from generator.diagnostics import Diagnostic, sort_diagnostics
from generator.domain.korpus import Korpus

KINDS = ("planeringsdirektiv", "regionplan", "verksamhetsberättelse", "verksamhetsplan")

Files = Mapping[str, str | bytes | None]
"""Contents by file name; None for a file that is not there."""

Said = tuple[str, str, str]
"""A finding read aloud: where it is and how grave, what is wrong, and the remedy."""

ORG, MODEL = "organisation.yaml", "styrmodell.yaml"
TOP, GOAL = "mål/1-hälsa.md", "mål/1.1-vård.md"
BASE = "regionplan/dokument.yaml"
PLAN = "plan/nämnden/dokument.yaml"
ANSWER = "plan/nämnden/2-mål/1.1-vård.md"
BUDGET = "plan/nämnden/3-budget.md"
CHAPTER = "plan/nämnden/4-text.md"
REPORT_DOCUMENT = "uppföljning/nämnden/dokument.yaml"
OUTCOME = "uppföljning/nämnden/1-mål/1.1-vård.md"

LACKS = re.compile(r"C00[1-9]|C010|N00[1-468]|L01[12]")
"""The codes of what is missing rather than wrong."""

_BEGINS_WELL = re.compile(r"[A-ZÅÄÖ”\[]")
_ENDS_WELL = re.compile(r"[.?]$")
_ENGLISH = re.compile(r"\b(the|expected|invalid|field|value|None|str|dict|input|found|error|missing)\b")

FILES = {
    "organisation.yaml": """\
namn: Region Prov
märkning: Exempel, ej handling
organ:
  fullmäktige:
    namn: Regionfullmäktige
    slag: fullmäktige
  nämnden:
    namn: Vårdnämnden
    slag: nämnd
    förkortning: VN
  styrelsen:
    namn: Regionstyrelsen
    slag: styrelse
  förvaltningen:
    namn: Vårdförvaltningen
    slag: förvaltning
    under: nämnden
""",
    "styrmodell.yaml": """\
namn: Prov
nivåer:
  - nyckel: strategi
    namn: [strategi, strategin, strategier, strategierna]
    kön: en
    beslutas av: fullmäktige
  - nyckel: mål
    namn: [mål, målet, mål, målen]
    beslutas av: fullmäktige
    obligatorisk: ja
    bedöms: ja
  - nyckel: insats
    namn: [insats, insatsen, insatser, insatserna]
    kön: en
    beslutas av: fullmäktige
    egna: ja
bedömningar:
  - {nyckel: nått, ord: Nått}
  - {nyckel: ej nått, ord: Ej nått}
  - {nyckel: ännu inte bedömt, ord: Ännu inte bedömt, bedömd: nej}
statusar:
  - {nyckel: pågår, ord: Pågår}
  - {nyckel: klart, ord: Klart}
""",
    "grund/1-vision.md": "# Vision\n\n> Allt blir bra.\n",
    "mål/1-hälsa.md": "---\nid: hälsa\nnivå: strategi\n---\n# God hälsa\n\nAlla ska må bra.\n",
    "mål/1.1-vård.md": """\
---
id: vård
nivå: mål
under: hälsa
---
# Vård i tid

Vården ska komma i tid.

## Indikatorer

| Id | Indikator | Ingångsvärde | Målvärde | Frekvens | Källa |
|----|-----------|--------------|----------|----------|-------|
| väntetid | Väntetid | 2018=9 dagar | Minskning | Årligen | Register |

## Insats: Kortare köer {#köer}

Köerna ska kortas.

### Uppdrag till samtliga nämnder {#korta-köer}

Samtliga nämnder ska korta sina köer.
""",
    "regionplan/dokument.yaml": """\
slag: regionplan
titel: Regionplan 2019–2021
organ: fullmäktige
period: 2019–2021
stadium: justerad
diarienummer: EX 2018/0003
beslut: {organ: fullmäktige, datum: 2018-11-28, paragraf: EX 7}
""",
    "regionplan/1-inledning.md": "# Inledning\n\n[=vision]\n",
    "plan/nämnden/dokument.yaml": """\
slag: verksamhetsplan
titel: Verksamhetsplan 2019
organ: nämnden
period: 2019
bygger på: regionplan
""",
    "plan/nämnden/1-inledning.md": "# Inledning\n\nNämnden ansvarar för vården.\n",
    "plan/nämnden/2-mål/1.1-vård.md": """\
---
svarar på: vård
---
Nämnden börjar med köerna.

## Indikatorer

| Id | Indikator | Ingångsvärde | Målvärde | Frekvens | Källa |
|----|-----------|--------------|----------|----------|-------|
| nöjdhet | Nöjdhet | 72 (2018) | Ökning | Årligen | Enkät |

## Åtaganden

- mäta väntan varje vecka. {#mäta ansvarig="förvaltningen"}

## Insats: köer

### Åtaganden

- öppna en kväll i veckan. {#kväll svarar på="korta-köer"}

## Egen insats: Digitala besök {#digitala-besök}

Fler besök ska vara digitala.
""",
    "plan/nämnden/3-budget.md": """\
# Budget

Tabell: Budget {#tabell-budget enhet="tkr" tecken="kostnad positiv" årgång="förslag 2018"}

| Id | Post | Summa av | 2019 |
|----|------|----------|-----:|
| personal | Personal | | 1 000,5 |
| drift | Drift | | 200,0 |
| totalt | Totalt | personal, drift | 1 200,5 |
""",
    "uppföljning/nämnden/dokument.yaml": """\
slag: verksamhetsberättelse
titel: Verksamhetsberättelse 2019
organ: nämnden
period: 2019
bygger på: regionplan
följer upp: plan/nämnden
""",
    "uppföljning/nämnden/1-mål/1.1-vård.md": """\
---
svarar på: vård
måluppfyllelse: nått
---
Köerna blev kortare.

## Utfall

| Indikator | Utfall | Mätt | Bedömning | Kommentar |
|-----------|--------|------|-----------|-----------|
| väntetid | 8 dagar | 2019 | nått | |
| nöjdhet | 71 | 2019 | ej nått | |

## Åtaganden

| Åtagande | Status | Kommentar |
|----------|--------|-----------|
| mäta | klart | |
| kväll | pågår | Öppnar i mars. |
""",
}

DECIDED = "\ndiarienummer: EX 2018/0012\nbeslut: {organ: nämnden, datum: 2018-12-05, paragraf: EX 9}"
"""What a decided document says of its decision, in dokument.yaml."""

REPORT = FILES[OUTCOME]
"""What the report says of the goal."""


@dataclass(frozen=True)
class Case:
    """What is changed in the organisation, and everything that is then found."""

    name: str
    changes: Files
    said: Sequence[Said] = ()


def swap(path: str, old: str, new: str) -> dict[str, str | bytes | None]:
    """Return a change: one thing that must be there once, replaced."""
    assert FILES[path].count(old) == 1, old
    return {path: FILES[path].replace(old, new)}


def add(path: str, text: str) -> dict[str, str | bytes | None]:
    """Return a change: text added at the end of a file."""
    return {path: FILES[path] + text}


def chapter(text: str) -> dict[str, str | bytes | None]:
    """Return a change: one more chapter in the plan; the text begins on its third line."""
    return {CHAPTER: f"# Text\n\n{text}\n"}


def written(root: Path, changes: Files | None = None) -> Path:
    """Write the organisation with some files changed, added or left out, and return its folder."""
    for name, content in {**FILES, **(changes or {})}.items():
        if content is None:
            continue
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8", "surrogatepass"))
    return root


def read(root: Path, changes: Files | None = None) -> Reading:
    """Read the organisation with some files changed."""
    return read_corpus(written(root, changes), KINDS)


def korpus(root: Path, changes: Files | None = None) -> Korpus:
    """Read the organisation with some files changed; nothing in them may be wrong."""
    reading = read(root, changes)
    assert reading.korpus is not None
    assert reading.diagnostics == ()
    return reading.korpus


def findings(root: Path, changes: Files | None = None) -> tuple[Diagnostic, ...]:
    """Return everything found wrong with the organisation, the checks included.

    What is merely lacking when a test writes but the part that it is about is left out.
    ``told_by`` tells it.
    """
    return tuple(d for d in all_findings(root, changes) if not LACKS.fullmatch(d.code))


def all_findings(root: Path, changes: Files | None = None) -> tuple[Diagnostic, ...]:
    """Return everything found, what is lacking included."""
    reading = read(root, changes)
    checked = run_checks(reading.korpus) if reading.korpus is not None else ()
    return sort_diagnostics((*reading.diagnostics, *checked))


def aloud(found: Sequence[Diagnostic]) -> list[Said]:
    """Return findings as a person would read them, after seeing to it that they are well said."""
    for diagnostic in found:
        assert_well_said(diagnostic)
    return [(f"{d.position} {d.code} {d.severity.word}", d.message, d.hint) for d in found]


def assert_well_said(found: Diagnostic) -> None:
    """A finding has a place, is one sentence without full stop, and its remedy is a sentence with one."""
    assert found.position.file, found
    assert _BEGINS_WELL.match(found.message), found
    assert not found.message.endswith((".", " ")), found
    assert not found.hint or _ENDS_WELL.search(found.hint), found
    assert not _ENGLISH.search(found.message + found.hint), found
    assert "”" in found.message + found.hint or '"' not in found.message, found


def told_by(code: str, root: Path, case: Case) -> list[Said]:
    """Return what one check finds in a case, and what could not be read."""
    reading = read(root, case.changes)
    found = all_findings(root, case.changes)
    return aloud([d for d in found if d.code == code or d in reading.diagnostics])


def told(root: Path, case: Case) -> list[Said]:
    """Return what is found in a case."""
    return aloud(findings(root, case.changes))
