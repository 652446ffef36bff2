"""A new organisation from a skeleton that ships: a styrmodell, an empty chain of goals, a first plan."""

from __future__ import annotations

import re
import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from generator.build.workspace import shipped
from generator.diagnostics import StyrdokError, did_you_mean
from generator.diagnostics.system import system_reason

_SKELETONS = "styrmodeller"
_YEARS = 3
_FIRST, _LAST = 1900, 2200


@dataclass(frozen=True, slots=True)
class Start:
    """What a new organisation is called, which styrmodell it begins with, and its first year."""

    namn: str
    styrmodell: str
    year: int

    @property
    def folder(self) -> str:
        """The name of its folder: ”Region Exempel” gives ``region-exempel``."""
        return "-".join(re.findall(r"[^\W_]+", self.namn.lower()))

    def filled(self, text: str) -> str:
        """Return the text of a skeleton with name and years filled in."""
        for mark, value in (
            ("@namn@", f'"{self.namn.replace(chr(34), "”")}"'),
            ("@start@", str(self.year)),
            ("@mellan@", str(self.year + 1)),
            ("@slut@", str(self.year + _YEARS - 1)),
        ):
            text = text.replace(mark, value)
        return text


def skeletons() -> tuple[str, ...]:
    """Return the names of the styrmodeller that ship."""
    folder = shipped(_SKELETONS)
    return tuple(sorted(f.name for f in folder.iterdir() if (f / "styrmodell.yaml").is_file()))


def begin(folder: Path, start: Start) -> Path:
    """Write the new organisation and return its folder; all of it or nothing.

    Raises StyrdokError when the name or the styrmodell cannot be, or there is something there already.
    """
    _check(start)
    target = folder / "content" / start.folder
    if target.exists():
        raise StyrdokError(f"Mappen {target} finns redan", "Välj ett annat namn eller en annan mapp.")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=".styrdok-", dir=target.parent) as temporary:
            made = Path(temporary) / start.folder
            for source, name in _files(shipped(_SKELETONS) / start.styrmodell):
                place = made / start.filled(name)
                place.parent.mkdir(parents=True, exist_ok=True)
                place.write_text(
                    start.filled(source.read_text(encoding="utf-8")), encoding="utf-8", newline="\n"
                )
            shutil.move(made, target)
    except OSError as problem:
        raise StyrdokError(
            f"Mappen {target} kan inte skrivas: {system_reason(problem)}", "Välj en annan mapp."
        ) from problem
    return target


def _check(start: Start) -> None:
    if not start.folder:
        raise StyrdokError("Organisationen behöver ett namn", 'Till exempel --namn "Region Exempel".')
    if start.styrmodell not in skeletons():
        known = skeletons()
        hint = did_you_mean(start.styrmodell, known, f"De som följer med är {', '.join(known)}.")
        raise StyrdokError(f"Det finns ingen styrmodell ”{start.styrmodell}”", hint)
    if not _FIRST <= start.year <= _LAST:
        raise StyrdokError(f"{start.year} är inget årtal för en plan", "Skriv året med fyra siffror.")


def _files(skeleton: Path) -> Iterator[tuple[Path, str]]:
    for path in sorted(skeleton.rglob("*")):
        if path.is_file():
            yield path, path.relative_to(skeleton).as_posix()
