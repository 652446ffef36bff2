"""I004: något som ett fryst beslut innehåller finns inte längre, och inget säger vart det tog vägen.

Varför: den som läser beslutet ska kunna se vad som blev av varje mål och varje uppdrag. Tas det bort går det
inte att skilja från ett misstag.

Exempel: insatsområdet ”Kortare köer” står i den frysta regionplanen men har strukits i mappen mål. Ett nytt
id på samma sak räknas också som att det gamla är borta.

Rätta: ta tillbaka det. Ett mål som upphör får ”gäller till”, och ”efterföljare” om något ersätter det. Har
ett nytt beslut tagit bort det försvinner fyndet när det beslutet fryses; godta det så länge, med skälet.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.frozen import changed, only_from_above
from generator.checks.wording import several
from generator.diagnostics import Diagnostic, Severity
from generator.domain.arkiv import Post
from generator.domain.dokument import Dokument
from generator.domain.korpus import Korpus

_HINT = "Ta tillbaka det, med ”gäller till” och ”efterföljare” om det upphör, eller godta fyndet med skälet."


def check(korpus: Korpus) -> Iterator[Diagnostic]:
    """Yield one finding for each document whose last decided version holds what is nowhere any more.

    What several documents printed is told of once, by the one that the others build on.
    """
    if not korpus.arkiv or korpus.trasiga:
        return  # what seems to be gone may stand where it could not be read
    told: set[str] = set()
    by_another = {id_ for id_, held in changed(korpus).items() if not only_from_above(held)}  # P008
    for dokument in sorted(korpus.dokument.values(), key=lambda d: _depth(d, korpus)):
        held = korpus.arkiv.get(dokument.id)
        adopted = held.beslutad if held is not None else None
        gone = [p for p in adopted.poster if _is_gone(p, korpus) and p.id not in told] if adopted else []
        told.update(post.id for post in gone)
        if gone and adopted is not None and dokument.id not in by_another:
            yield _finding(dokument, adopted.version, gone)


def _depth(dokument: Dokument, korpus: Korpus) -> int:
    seen, each = 0, korpus.dokument.get(dokument.bygger_pa or dokument.foljer_upp)
    while each is not None and seen <= len(korpus.dokument):
        seen, each = seen + 1, korpus.dokument.get(each.bygger_pa or each.foljer_upp)
    return seen


def _is_gone(post: Post, korpus: Korpus) -> bool:
    return post.is_item and bool(post.id) and post.id not in korpus.index


def _finding(dokument: Dokument, version: str, gone: list[Post]) -> Diagnostic:
    names = several([post.titel for post in gone])
    what = f"{gone[0].slag} {names}" if len(gone) == 1 else f"{names} ({len(gone)} saker)"
    message = f"Borta sedan den frysta version {version} av ”{dokument.titel}”: {what}"
    ids = (dokument.id, *(post.id for post in gone))
    return Diagnostic("I004", message, dokument.position, _HINT, Severity.WARNING, ids)
