"""N006: ett målvärde går inte att mäta.

Varför: när året är slut ska alla kunna komma fram till samma svar på om målvärdet är nått.

Exempel: målvärdet är ”God kvalitet”. Eller: det är ”Ökning”, men ingångsvärdet är ”Ej relevant”, så det finns
inget att öka från. En händelse som antingen har inträffat eller inte går bra: ”Förslaget är sänt på remiss”.

Rätta: skriv en gräns eller vad som ska ha hänt, eller vilket värde ökningen räknas från.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.gathered import by_source
from generator.checks.indicators import Held, held, is_empty, notes, words
from generator.checks.quantities import plain_spaces
from generator.checks.targets import is_relative
from generator.diagnostics import Diagnostic, Severity
from generator.domain.korpus import Korpus

_VAGUE = re.compile(
    r"(?:god|bra|bättre|hög|låg|nöjd|positiv|rimlig|lämplig|tillräcklig|tillfredsställande|acceptabel|"
    r"acceptabl|ändamålsenlig)(?:a|t)?|gott|gode"
)
_ABOUT_NOTHING = re.compile(
    r"(?:nivå|kvalitet|resultat|utveckling|trend|värde)\w{0,3}|och|en|ett|mycket|så|som|möjligt|ska|vara|är"
)
_NO_START = ("ej relevant", "inte relevant")


def check(korpus: Korpus) -> Iterator[Diagnostic]:
    """Yield notes on målvärden that are opinions, and on directions without anything to start from."""
    all_ = list(held(korpus))
    yield from by_source(
        (each for each in all_ if _is_opinion(words(each.indikator.malvarde))),
        "N006",
        lambda names, n: f"{_the(n)} {names} har ett målvärde som inte går att mäta",
        "Skriv en gräns, eller vad som ska ha hänt.",
        lambda _: Severity.NOTE,
    )
    yield from by_source(
        (each for each in all_ if _lacks_start(each)),
        "N006",
        lambda names, n: f"{_the(n)} {names} har en riktning som målvärde men inget värde att utgå från",
        "Skriv ett ingångsvärde så snart det finns, eller en gräns som målvärde.",
        lambda _: Severity.NOTE,
    )


def _the(number: int) -> str:
    return "Indikatorn" if number == 1 else "Indikatorerna"


def _is_opinion(target: str) -> bool:
    """Tell whether there is nothing but praise in it."""
    said = plain_spaces(target).split()
    praise = [bool(_VAGUE.fullmatch(word)) for word in said]
    return any(praise) and all(p or _ABOUT_NOTHING.fullmatch(w) for p, w in zip(praise, said, strict=True))


def _lacks_start(each: Held) -> bool:
    """Tell whether a direction has no value to start from; one that is merely missing is told by N002."""
    indikator = each.indikator
    if not is_relative(words(indikator.malvarde)):
        return False
    explained = is_empty(indikator.ingangsvarde) and bool(notes(indikator.ingangsvarde, indikator.namn))
    return explained or plain_spaces(words(indikator.ingangsvarde)) in _NO_START
