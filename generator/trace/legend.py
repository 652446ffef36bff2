"""The signs of the matrix and the words that stand with them: nothing is told by a sign alone."""

from __future__ import annotations

from generator.domain.matris import Cell, Matris, Tackning

SIGNS = {
    Tackning.BESVARAD: "●",
    Tackning.EGET: "◆",
    Tackning.TEXT: "◐",
    Tackning.OBESVARAD: "✗",
    Tackning.UTELAMNAD: "–",
    Tackning.INGET_KRAV: "·",
}

_EXPLAINED = {
    Tackning.BESVARAD: "besvarad: nämnden har åtaganden",
    Tackning.EGET: "eget: nämnden har lagt till något eget under målet",
    Tackning.TEXT: "besvarad med text, utan åtagande",
    Tackning.OBESVARAD: "obesvarad, fast målet är obligatoriskt eller ett uppdrag riktas till nämnden",
    Tackning.UTELAMNAD: "utelämnad med angivet skäl",
    Tackning.INGET_KRAV: "obesvarad, och inget uppdrag riktas till nämnden",
}


def explained(tackning: Tackning) -> str:
    """Return what a sign means."""
    return _EXPLAINED[tackning]


def present(matris: Matris) -> tuple[Tackning, ...]:
    """Return what occurs in the matrix, in the order of the legend."""
    found = {cell.tackning for rad in matris.rader for cell in rad.celler}
    return tuple(t for t in SIGNS if t in found)


def in_words(cell: Cell) -> str:
    """Return a cell in words: ”besvarad, 5 åtaganden”, ”utelämnad: skälet”."""
    said = [str(cell.tackning.value)]
    if cell.egna:
        said.append("1 eget" if len(cell.egna) == 1 else f"{len(cell.egna)} egna")
    if cell.ataganden:
        number = len(cell.ataganden)
        said.append("1 åtagande" if number == 1 else f"{number} åtaganden")
    if cell.tackning is Tackning.EGET:
        said = said[1:]
    return ", ".join(said) + (f": {cell.skal}" if cell.skal else "")
