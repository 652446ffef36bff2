"""Cases for the checks of frozen versions: the small organisation, and what its archive holds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from generator.checks import run_checks
from generator.domain.arkiv import Arkiverat, Forhallande, Fryssteg, Fryst, Post, Skillnad
from tests.organisations.small import FILES, Case, Files, Said, aloud, read

BASE, PLAN = "regionplan", "plan/nämnden"
ORDERS = "plan/styrelsen"
GOAL = Post("vård", "mål", "Vård i tid", True, "a")
AREA = Post("köer", "insats", "Kortare köer", True, "a")
PROMISE = Post("nämnden/mäta", "åtagande", "mäta väntan varje vecka.", True, "a")
TITLE = Post("titel", "uppgift", "titeln", True, "a")
CHAPTER = Post("inledning", "kapitel", "Inledning", True, "a")
GONE = Post("borta", "insats", "Fler läkare", True, "a")
GONE_TOO = Post("nämnden/borta", "åtagande", "ringa upp.", True, "a")


@dataclass(frozen=True)
class FrozenCase(Case):
    """A case with what has been frozen."""

    arkiv: Mapping[str, Arkiverat] = field(default_factory=dict)


def decided(*poster: Post, version: str = "1.0") -> Fryst:
    """Return a decided version with these things in it."""
    return Fryst(version, Fryssteg.JUSTERAD, poster)


def differs(*skillnader: Skillnad) -> Arkiverat:
    """Return what is known of a document that is not as it was decided."""
    fryst = decided(*(s.post for s in skillnader))
    return Arkiverat(fryst, fryst, fryst, Forhallande.ANDRAT, skillnader)


def changed(post: Post, *, own: bool = True, how: str = "ändrad") -> Skillnad:
    """Return a difference."""
    return Skillnad(post, how, own)


def stated(document: str, *lines: str) -> dict[str, str | bytes | None]:
    """Return a change: these lines last in a document's dokument.yaml."""
    name = f"{document}/dokument.yaml"
    return {name: FILES[name] + "".join(f"{line}\n" for line in lines)}


def told_of_frozen(code: str, root: Path, case: Case, changes: Files | None = None) -> list[Said]:
    """Return what a check finds in a case, read aloud."""
    korpus = read(root, changes or case.changes).korpus
    assert korpus is not None
    archive = case.arkiv if isinstance(case, FrozenCase) else {}
    return aloud([d for d in run_checks(replace(korpus, arkiv=archive)) if d.code == code])
