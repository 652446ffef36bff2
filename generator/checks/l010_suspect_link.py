"""L010: det som något svarar på har fått en annan lydelse sedan svaret prövades mot det.

Varför: ett åtagande som passade målets gamla lydelse passar kanske inte den nya. Ingen märker det, eftersom
länken mellan dem är hel.

Exempel: fullmäktige har skärpt målvärdet, men nämndens åtaganden prövades mot det gamla.

Rätta: läs om det som pekas ut, ändra det om det behövs och kör ”styrdok confirm ID”. Är ändringen bara
språklig räcker ”styrdok confirm MÅL --no-meaning-change”.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from generator.checks.wording import it, named
from generator.diagnostics import Diagnostic, Severity
from generator.domain.bekraftelse import Bekraftelse, Bekraftelser
from generator.domain.dokument import Stadium
from generator.domain.korpus import Item, Korpus
from generator.domain.mal import Indikator, Nod
from generator.domain.provning import Lank, avtryck_av, finns, lankar
from generator.domain.rod_trad import RodTrad
from generator.domain.wording import upper_first

_SHOWN = 3


def check(korpus: Korpus) -> Iterator[Diagnostic]:
    """Yield a finding at each parent that has changed since its children were confirmed against it.

    Where nothing has ever been confirmed, nothing is said.
    """
    if korpus.bekraftat is None:
        return
    trad = RodTrad(korpus)
    for id_, children in _suspects(trad, korpus.bekraftat).items():
        yield _changed(id_, children, korpus)
    gone = {} if korpus.olasta else {p: lost for p in korpus.bekraftat if (lost := _lost(p, trad))}
    if gone:
        yield _forgotten(gone)


def _suspects(trad: RodTrad, bekraftat: Bekraftelser) -> dict[str, list[Lank]]:
    known, now, found = bekraftat.av_lank, dict[str, str](), dict[str, list[Lank]]()
    for lank in lankar(trad):
        post = known.get((lank.barn, lank.mot))
        if post is None or _has_passed(lank, trad.korpus):
            continue
        if lank.mot not in now:
            now[lank.mot] = avtryck_av(trad, lank.mot)
        if post.avtryck != now[lank.mot]:
            found.setdefault(lank.mot, []).append(lank)
    return found


def _has_passed(lank: Lank, korpus: Korpus) -> bool:
    """Tell whether the plan's time is over: what it promised is no longer to be changed."""
    if lank.dokument is None or korpus.dag is None:
        return False
    return lank.dokument.period.end < korpus.dag.year


def _changed(id_: str, children: Sequence[Lank], korpus: Korpus) -> Diagnostic:
    parent = korpus.index[id_]
    number = "ett svar" if len(children) == 1 else f"{len(children)} svar"
    about = _it(parent, korpus)
    message = (
        f"{upper_first(named(parent, korpus))} har en annan lydelse än när {number} prövades mot {about}"
    )
    hint = (
        f"Läs om {_listed([c.barn for c in children])} och kör styrdok confirm för det som håller;"
        f" är ändringen bara språklig, kör styrdok confirm {id_} --no-meaning-change."
    )
    place = parent.position if id_ not in korpus.ovan.avtryck else children[0].position
    return Diagnostic("L010", message, place, hint, _severity(children), tuple(c.barn for c in children))


def _it(parent: Item, korpus: Korpus) -> str:
    if isinstance(parent, Nod):
        return it(parent, korpus)
    return "den" if isinstance(parent, Indikator) else "det"


def _listed(ids: Sequence[str]) -> str:
    """Return the first ids with commas, and how many more there are."""
    more = f" och {len(ids) - _SHOWN} till" if len(ids) > _SHOWN else ""
    return ", ".join(f"”{i}”" for i in ids[:_SHOWN]) + more


def _severity(children: Sequence[Lank]) -> Severity:
    """Return a note while all that is touched is an utkast, else a warning: the link may well still hold."""
    early = all(c.dokument is not None and c.dokument.stadium is Stadium.UTKAST for c in children)
    return Severity.NOTE if early else Severity.WARNING


def _lost(post: Bekraftelse, trad: RodTrad) -> str:
    """Return the id that a confirmation names and that is no more; empty when both are there."""
    return next((id_ for id_ in post.lank if not finns(trad, id_)), "")


def _forgotten(gone: Mapping[Bekraftelse, str]) -> Diagnostic:
    first = min(post.position for post in gone)
    lines = f" ({len(gone)} rader)" if len(gone) > 1 else ""
    lost = _listed(list(dict.fromkeys(gone.values())))
    message = f"Här bekräftas sådant som inte finns längre: {lost}{lines}"
    hint = "Kör styrdok confirm --alla, som tar bort dem, eller rätta id om något har bytt namn."
    return Diagnostic("L010", message, first, hint, Severity.NOTE)
