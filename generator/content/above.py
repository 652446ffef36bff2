"""A röd tråd from another organisation (styrdok trace --format json) → goals decided above this one.

organisation.yaml can name one for all its documents, dokument.yaml one for that document: a nämnd that has no
more of its region's content than the file can then answer another file each year.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import field

from generator.content.above_items import Above, read_manifest
from generator.content.context import Context
from generator.content.findings import UNKNOWN
from generator.content.folders import Entry, Folder
from generator.content.json_values import JsonFile, parse_json
from generator.content.source import read_source
from generator.diagnostics import Position
from generator.diagnostics.values import dataclass

VERSION, KIND = 1, "röd tråd"
LARGEST = 32 * 1024 * 1024
"""Bytes: a hundred thousand goals."""


@dataclass(slots=True)
class Manifests:
    """The manifests that are named: each file with the documents it is for (none: for all)."""

    top: Folder
    context: Context
    files: dict[Entry, set[str]] = field(default_factory=dict)
    unclear: bool = False

    def for_all(self) -> None:
        """Add those that organisation.yaml names; that one is not there has been noted."""
        for name in self.context.organisation.rod_trad:
            entry = self.top.file(name)
            if entry is not None:
                self.files[entry] = set()
            else:
                self._lost()

    def for_one(self, names: Sequence[str], place: Position, folder: Folder) -> None:
        """Add those that the document in the folder names: they lie in it, or beside organisation.yaml.

        One that is not there is noted (S005).
        """
        for name in dict.fromkeys(unicodedata.normalize("NFC", n) for n in names):
            entry = folder.file(name) or self.top.file(name)
            if entry is None:
                hint = "Lägg filen bredvid dokument.yaml eller organisation.yaml, och skriv bara dess namn."
                self.context.findings.error("S005", f"Filen ”{name}” finns inte", place, hint)
                self._lost()
            elif self.files.get(entry) != set():
                self.files.setdefault(entry, set()).add(folder.name)

    def read(self) -> Above:
        """Return what the files hold; what is wrong with them is noted."""
        above = _merged([self._read(entry, ids) for entry, ids in self.files.items()])
        above.unclear |= self.unclear
        return above

    def _lost(self) -> None:
        """Remember that a file could not be read: what refers to its goals is not at fault."""
        self.unclear = True
        self.context.findings.lose([UNKNOWN])

    def _read(self, entry: Entry, documents: set[str]) -> Above:
        context, above = self.context, Above(documents=frozenset(documents))
        source = read_source(entry.path, self.top.root, context.findings, LARGEST)
        file = parse_json(source, context.findings) if source is not None else None
        if source is not None:
            above.files.add(source.name)
        if file is None or not _is_manifest(file):
            self._lost()
            return above
        read_manifest(file, context.organisation, context.styrmodell, above)
        file.close()
        return above


def _merged(found: Iterable[Above]) -> Above:
    """Return what several files hold as one: of what is in more than one, as the latest of them has it.

    What is for all comes before what is for some documents.
    """
    whole = Above()
    for each in sorted(found, key=lambda a: (not a.documents, a.datum), reverse=True):
        whole.files |= each.files
        whole.unclear |= each.unclear
        known = {nod.id for nod in whole.noder}
        for nod in each.noder:
            before = whole.only.get(nod.id, frozenset())
            if nod.id not in known:
                whole.noder.append(nod)
            if each.documents and (nod.id not in known or before):
                whole.only[nod.id] = before | each.documents
        texts = {kapitel.id for kapitel in whole.grund}
        whole.grund += [kapitel for kapitel in each.grund if kapitel.id not in texts]
        whole.planer = {**each.planer, **whole.planer}
        whole.avtryck = {**each.avtryck, **whole.avtryck}
    return whole


def _is_manifest(file: JsonFile) -> bool:
    if file.data.get("slag") != KIND:
        hint = "Den ska vara gjord med styrdok trace --format json, utan ID."
        file.complain("Filen innehåller ingen röd tråd", ("slag",), hint=hint)
        return False
    version = file.data.get("version")
    if type(version) is not int or version != VERSION:
        hint = "Be om en fil från samma version av programmet, eller uppdatera ditt."
        shown = version if type(version) is int and abs(version) < 10**6 else "?"
        file.complain(f"Filen har formatet {shown}, och här läses {VERSION}", ("version",), hint=hint)
        return False
    return True
