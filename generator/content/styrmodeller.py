"""styrmodell.yaml → Styrmodell."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Sequence

from generator.content.files import read_file
from generator.content.findings import Findings
from generator.content.folders import Folder
from generator.content.models import NivaRecord, StyrmodellRecord
from generator.content.reading import STYRMODELL
from generator.content.yaml_tree import Tree
from generator.domain.organisation import fold
from generator.domain.styrmodell import SMALL_TITLE, Bedomning, Niva, Ordformer, Status, Styrmodell

_WORD = re.compile(r"[^\W\d]\w*")
_BRACES = re.compile(r"[{}]")


def read_styrmodell(root: Folder, reserved: Collection[str], findings: Findings) -> Styrmodell | None:
    """Return the governance model, or None when its file says too little.

    ``reserved`` are the words, in ASCII, that a template uses for something else than a level.
    """
    found = read_file(root, STYRMODELL, StyrmodellRecord, findings)
    if found is None:
        return None
    record, tree = found
    _Checker(record, tree, findings).check(reserved)
    return Styrmodell(
        record.namn,
        tuple(_niva(n, djup, tree) for djup, n in enumerate(record.nivaer, 1)),
        tuple(Bedomning(b.nyckel, b.ord, b.tecken, b.bedomd) for b in record.bedomningar),
        tuple(Status(s.nyckel, s.ord, s.slutford, s.avslutad) for s in record.statusar),
        record.beskrivning,
    )


def _niva(record: NivaRecord, djup: int, tree: Tree) -> Niva:
    return Niva(
        record.nyckel,
        djup,
        Ordformer(*record.namn, record.kon),
        record.rubrik,
        record.beslutas_av,
        record.beskrivning,
        record.obligatorisk,
        record.egna,
        record.bedoms,
        tree.place(("nivåer", djup - 1)),
    )


def ascii_name(name: str) -> str:
    """Return the name a template may use for a level: ``mål`` can be called ``mal``."""
    split = unicodedata.normalize("NFD", name)
    return "".join(c for c in split if not unicodedata.combining(c)).lower()


class _Checker:
    """Looks for what would make a model ambiguous in files, templates or sentences."""

    def __init__(self, record: StyrmodellRecord, tree: Tree, findings: Findings) -> None:
        self.record, self.tree, self.findings = record, tree, findings

    def check(self, reserved: Collection[str]) -> None:
        for number, niva in enumerate(self.record.nivaer):
            self._key(number, niva.nyckel, reserved)
            self._heading(number, niva.rubrik)
        self._twice("nivåer", "nyckel", [ascii_name(n.nyckel) for n in self.record.nivaer])
        self._twice("nivåer", "namn", [fold(n.namn[0]) for n in self.record.nivaer])
        for key, steps in (("bedömningar", self.record.bedomningar), ("statusar", self.record.statusar)):
            self._twice(key, "nyckel", [fold(s.nyckel) for s in steps])
            self._twice(key, "ord", [fold(s.ord) for s in steps])

    def _key(self, number: int, key: str, reserved: Collection[str]) -> None:
        place = self.tree.place(("nivåer", number, "nyckel"))
        if not _WORD.fullmatch(key):
            hint = "Skriv ett enda ord, till exempel fokusområde; mallarna använder det."
            self.findings.error("I002", f"”{key}” kan inte vara en nivås nyckel", place, hint)
        elif ascii_name(key) in reserved:
            hint = "Välj ett annat ord som nyckel; namnet som läsaren ser kan vara kvar."
            message = f"Nyckeln ”{key}” betyder redan något annat i mallarna"
            self.findings.error("I002", message, place, hint)

    def _heading(self, number: int, heading: str) -> None:
        plain = heading.replace(SMALL_TITLE, "{titel}")
        if plain.count("{titel}") != 1 or _BRACES.search(plain.replace("{titel}", "")):
            place = self.tree.place(("nivåer", number, "rubrik"))
            hint = 'Skriv till exempel rubrik: "Mål – {titel}".'
            self.findings.error("S003", "Rubriken ska innehålla {titel} en gång", place, hint)

    def _twice(self, key: str, field: str, names: Sequence[str]) -> None:
        for number, name in enumerate(names):
            if name in names[:number]:
                said = self.tree.place((key, names.index(name), field)).line
                message = f"Samma {field} som på rad {said} står här en gång till"
                self.findings.error("S004", message, self.tree.place((key, number, field)), "Ändra den ena.")
