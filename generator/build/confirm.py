"""Recording that items have been checked against what their parents mean now: the one file that does it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from generator.build.files import write_whole
from generator.build.trace import readable_corpus
from generator.build.workspace import Workspace
from generator.content import read_corpus
from generator.content.confirmed import LOCK, confirmed_as_text
from generator.diagnostics import Severity, StyrdokError
from generator.domain.bekraftelse import Bekraftelse, Bekraftelser
from generator.domain.korpus import Korpus
from generator.domain.provning import SVAR, Lank, avtryck_av, finns, lankar
from generator.domain.rod_trad import RodTrad
from generator.trace.finding import find_item

_ONLY_WORDS = "ändringen är bara språklig"


@dataclass(frozen=True, slots=True)
class Confirming:
    """What is to be recorded: of which item (empty: of all), when, by whom and why.

    ``only_words``: the item is a parent that has changed without meaning anything else, and its children are
    recorded anew.
    """

    reference: str
    day: date
    by: str = ""
    why: str = ""
    only_words: bool = False


@dataclass(frozen=True, slots=True)
class Confirmed:
    """What came of it: how many were recorded, of how many things, how many were already as they should be.

    ``doubtful`` are children that had not been checked since an earlier change of meaning, and still are not.
    """

    recorded: int
    things: int
    unchanged: int = 0
    removed: int = 0
    doubtful: tuple[str, ...] = ()


def confirm(workspace: Workspace, wanted: Confirming) -> Confirmed:
    """Record it. Raises StyrdokError when there is no such item, or when the file cannot be read whole."""
    reading = read_corpus(workspace.content)
    damaged = [d for d in reading.diagnostics if d.position.file == LOCK and d.severity is Severity.ERROR]
    if damaged:
        hint = "Rätta filen först, så att inget som har bekräftats går förlorat."
        raise StyrdokError(damaged[0].message, hint, damaged[0].position)
    korpus = readable_corpus(reading)
    trad, before = RodTrad(korpus), korpus.bekraftat or Bekraftelser()
    if wanted.only_words:
        after, told = _children(trad, before, wanted)
    elif wanted.reference:
        after, told = _item(trad, before, wanted)
    else:
        after, told = _all(trad, before, wanted)
    text = confirmed_as_text(after)
    write_whole(workspace.content / LOCK, text.encode("utf-8"))
    return told


_Told = tuple[Bekraftelser, Confirmed]


def _item(trad: RodTrad, before: Bekraftelser, wanted: Confirming) -> _Told:
    """Record one item, one answer, or all that a document says, against its parents."""
    chosen = [lank for lank in lankar(trad) if _meant(trad.korpus, wanted.reference)(lank)]
    if not chosen:
        message = f"”{wanted.reference}” har inget ovanför sig att prövas mot"
        raise StyrdokError(message, "Bekräfta det som svarar på det, eller skriv --alla.")
    new = [_post(trad, lank, wanted) for lank in chosen]
    return before.med(new), Confirmed(len(new), len({lank.barn for lank in chosen}))


def _meant(korpus: Korpus, reference: str) -> Callable[[Lank], bool]:
    """Return which links a reference means. Raises StyrdokError when it means nothing."""
    wanted = reference.strip().strip("/")
    if wanted in korpus.dokument:
        return lambda lank: lank.dokument is not None and lank.dokument.id == wanted
    if SVAR in wanted.lstrip(SVAR):
        dokument, _, nod = wanted.partition(SVAR)
        if dokument not in korpus.dokument:
            raise StyrdokError(f"Det finns inget dokument ”{dokument}”", "Skriv dokumentets mapp före #.")
        id_ = f"{dokument}{SVAR}{find_item(korpus, nod).id}"
        return lambda lank: lank.barn == id_
    id_ = find_item(korpus, wanted).id
    return lambda lank: lank.barn == id_


def _all(trad: RodTrad, before: Bekraftelser, wanted: Confirming) -> _Told:
    """Record the present state: what has been checked as it is now keeps its who, when and why."""
    links = list(lankar(trad))
    there = {(lank.barn, lank.mot) for lank in links}
    kept = [post for post in before if post.lank in there or trad.korpus.olasta]
    new = [lank for lank in links if not _holds(trad, before, lank)]
    recorded = [_post(trad, lank, wanted) for lank in new]
    told = Confirmed(
        len(new), len({lank.barn for lank in new}), len(links) - len(new), len(list(before)) - len(kept)
    )
    return Bekraftelser(tuple(kept)).med(recorded), told


def _holds(trad: RodTrad, before: Bekraftelser, lank: Lank) -> bool:
    post = before.av_lank.get((lank.barn, lank.mot))
    return post is not None and post.avtryck == avtryck_av(trad, lank.mot)


def _children(trad: RodTrad, before: Bekraftelser, wanted: Confirming) -> _Told:
    """Record anew all that has been checked against an item.

    What had not been checked since an earlier change is left as it is: this change means nothing, but that
    one may have meant something.
    """
    parent = find_item(trad.korpus, wanted.reference).id
    posts = [post for post in before if post.mot == parent and finns(trad, post.id)]
    if not posts:
        message = f"Ingenting har prövats mot ”{wanted.reference}”"
        raise StyrdokError(
            message, "Kör styrdok confirm för det som svarar på det, utan --no-meaning-change."
        )
    now = avtryck_av(trad, parent)
    stale = [post for post in posts if post.avtryck != now]
    last = _last_known(posts, now)
    new = [_again(post, now, wanted) for post in stale if post.avtryck in last]
    doubtful = tuple(post.id for post in stale if post.avtryck not in last)
    return before.med(new), Confirmed(len(new), len(new), len(posts) - len(stale), doubtful=doubtful)


def _last_known(posts: Sequence[Bekraftelse], now: str) -> set[str]:
    """Return the fingerprints that the item had when somebody last checked against it, before this change."""
    others = [post for post in posts if post.avtryck != now]
    latest = max((post.nar for post in others), default=None)
    return {post.avtryck for post in others if post.nar == latest}


def _again(post: Bekraftelse, now: str, wanted: Confirming) -> Bekraftelse:
    return Bekraftelse(post.id, post.mot, now, wanted.day, wanted.by, wanted.why or _ONLY_WORDS)


def _post(trad: RodTrad, lank: Lank, wanted: Confirming) -> Bekraftelse:
    return Bekraftelse(lank.barn, lank.mot, avtryck_av(trad, lank.mot), wanted.day, wanted.by, wanted.why)


def sentences(told: Confirmed) -> Iterable[str]:
    """Yield what came of it in words."""
    links = "1 länk" if told.recorded == 1 else f"{told.recorded} länkar"
    things = "1 sak" if told.things == 1 else f"{told.things} saker"
    yield f"Bekräftat: {things}, {links} uppåt." if told.recorded else "Inget nytt att bekräfta."
    if told.unchanged:
        yield f"{told.unchanged} var redan prövade mot nuvarande lydelse och är orörda."
    if told.removed:
        yield f"{told.removed} gällde sådant som inte finns längre och är borttagna."
    if told.doubtful:
        yield f"Inte prövade sedan en tidigare ändring, och därför orörda: {', '.join(told.doubtful)}."
