"""What sets off the checks of coverage, indikatorer and direktiv in the demo content: code, change, file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

Change = Callable[[Path], None]

PLAN = "verksamhetsplan-2019/trafiknämnden"
REPORT = "verksamhetsberättelse-2019/trafiknämnden"
GOALS = f"{PLAN}/4-mål"
OUTCOMES = f"{REPORT}/3-mål"
ORDERS = "planeringsdirektiv-2020"
BASE = "regionplan-2019-2021"


def change(file: str, old: str, new: str) -> Change:
    """Return a change: something in a file replaced, once; any kind of space is a space."""

    def apply(root: Path) -> None:
        text = (root / file).read_text(encoding="utf-8").replace("\N{NO-BREAK SPACE}", " ")
        assert old in text, old
        (root / file).write_text(text.replace(old, new, 1), encoding="utf-8", newline="\n")

    return apply


def new(file: str, text: str) -> Change:
    """Return a change: one more file."""

    def apply(root: Path) -> None:
        (root / file).parent.mkdir(parents=True, exist_ok=True)
        (root / file).write_text(text, encoding="utf-8", newline="\n")

    return apply


def ends(line: str, day: str) -> Change:
    """Return a change: the body of this line ends that day."""
    return change("organisation.yaml", line, f"{line}    gäller till: {day}\n")


def gone(file: str) -> Change:
    """Return a change: a file that is not there."""
    return lambda root: (root / file).unlink()


def each(*changes: Change) -> Change:
    """Return several changes as one."""

    def apply(root: Path) -> None:
        for one in changes:
            one(root)

    return apply


REACH, REACHED = f"{GOALS}/1.3-god-tillgänglighet.md", f"{OUTCOMES}/1.3-god-tillgänglighet.md"
PUNCTUAL = "| 91 % (2018: 88 %) | 2019 | uppfyllt | Bättre körtider på fyra linjer gav störst effekt. |"
SMALL = "verksamhetsplan-2021/samverkansnämnden-i-blekinge"
SMALL_PLAN = """\
slag: verksamhetsplan
titel: Verksamhetsplan 2021
organ: samverkansnämnden-i-blekinge
period: 2021
bygger på: regionplan-2019-2021
"""
NEW = "---\nid: nytt\nnivå: inriktningsmål\nunder: ekonomi\n---\n# Ett nytt mål\n\nText.\n"
BEFORE = "### Uppdrag till samtliga nämnder {#stödja-bilden}"
ORDER = "### Uppdrag till trafiknämnden {#nytt-uppdrag}\n\nTrafiknämnden ska räkna besökarna.\n\n"
PARTNER = ' i samverkan med="regionala-utvecklingsnämnden"'
DECIDED = change(f"{ORDERS}/dokument.yaml", "stadium: förslag", "stadium: justerad")
AS_IF_2019 = change(f"{ORDERS}/dokument.yaml", "period: 2020", "period: 2019")

TRIGGERS: list[tuple[str, Change, str]] = [
    ("C001", gone(f"{GOALS}/1.3-god-tillgänglighet.md"), f"{PLAN}/dokument.yaml"),
    ("C002", change("mål/1.1-attraktivt-blekinge.md", BEFORE, f"{ORDER}{BEFORE}"), GOALS),
    ("C003", new("mål/5.3-nytt.md", NEW), "mål"),
    (
        "C004",
        each(new("mål/5.3-nytt.md", NEW), new(f"{GOALS}/5.3-nytt.md", "---\nsvarar på: nytt\n---\nText.\n")),
        GOALS,
    ),
    (
        "C005",
        change(
            "organisation.yaml", "under: trafiknämnden", "under: trafiknämnden\n    gäller till: 2018-12-31"
        ),
        GOALS,
    ),
    (
        "C006",
        each(
            new(f"{SMALL}/dokument.yaml", SMALL_PLAN),
            new(f"{SMALL}/mål/5.1.md", "---\nsvarar på: god-kostnadskontroll\n---\nText.\n"),
        ),
        f"{SMALL}/dokument.yaml",
    ),
    ("C008", gone(f"{OUTCOMES}/1.3-god-tillgänglighet.md"), f"{REPORT}/dokument.yaml"),
    ("C009", each(DECIDED, AS_IF_2019), f"{PLAN}/dokument.yaml"),
    (
        "C010",
        each(DECIDED, change(f"{ORDERS}/5-direktiv.md", 'senast="2020-06-30"', 'senast="2019-06-30"')),
        f"{ORDERS}/5-direktiv.md",
    ),
    ("L007", ends("skrivs även: [Hälso- och sjukvårdsnämnd]\n", "2019-06-30"), "mål"),
    (
        "L009",
        change(f"{PLAN}/1-inledning.md", "\n\n", "\n\nSe ”Skapa bilden av det attraktiva Blekinge”.\n\n"),
        f"{PLAN}/1-inledning.md",
    ),
    ("L011", each(DECIDED, AS_IF_2019), f"{BASE}/dokument.yaml"),
    (
        "L012",
        change(f"{ORDERS}/5-direktiv.md", ' i samverkan med="regionala-utvecklingsnämnden"', ""),
        ORDERS,
    ),
    ("N001", change(REACH, "Minst 90 %", ""), GOALS),
    ("N002", change(REACH, "84 %<br>(2018)", "84 %"), GOALS),
    ("N003", change(REACH, "Tertial-, delårs- och årsbokslut", ""), GOALS),
    ("N004", change(REACHED, PUNCTUAL, "| | 2019 | uppfyllt | |"), OUTCOMES),
    ("N005", change(REACHED, "| 91 % (2018", "| 89 % (2018"), OUTCOMES),
    ("N006", change(REACH, "Minst 90 %", "God nivå"), GOALS),
    ("N007", change(f"{GOALS}/4.1-hållbar-verksamhet.md", "1 480 ton", "1 480 000 kg"), OUTCOMES),
    (
        "N008",
        change("verksamhetsplan-2019/patientnämnden/dokument.yaml", "stadium: justerad", "stadium: förslag"),
        "verksamhetsplan-2019/patientnämnden/4-mål",
    ),
]
