"""What a folder holds when proposals are laid over it: files of the same name, new ones, and its folders."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from generator.content.findings import Findings
from generator.content.folders import DOCUMENT, GOALS, SHEETS, Entry, Folder, open_folder, order
from generator.content.proposals.layer import Layer
from generator.content.reading import ACCEPTED
from generator.content.unused import unused_file, unused_folder
from generator.diagnostics import did_you_mean

FILE = "förslag.yaml"
"""What a proposal is and whose; lies in its folder."""
GRUND = "grund"
ABOVE = (GOALS, GRUND)
"""The organisation's folders that a proposal's folder can mirror, under exactly these names."""


def laid_over(folder: Folder, layers: Sequence[Layer], findings: Findings) -> Folder:
    """Return the folder with what each proposal in turn adds to it or lays over it."""
    for layer in layers:
        folder = _one(folder, layer, findings)
    return folder


def _one(folder: Folder, layer: Layer, findings: Findings) -> Folder:
    own = open_folder(layer.path, folder.root, findings, folder.depth + 2)
    top = layer.path == layer.home
    entries = {entry.name: entry for entry in folder.entries}
    known = tuple(entry.name for entry in folder.entries if entry.is_text)
    for entry in own.entries:
        if top and _is_for_others(entry, folder):
            continue
        if top and entry.name == DOCUMENT:
            hint = f"Skriv det som skiljer i {FILE}."
            findings.error("S003", f"Ett förslag har ingen egen {DOCUMENT}", own.position(entry), hint)
        elif _is_unread(entry):
            (unused_folder if entry.is_folder else unused_file)(entry, own, findings)
        elif (main := entries.get(entry.name)) is not None and main.is_folder == entry.is_folder:
            entries[entry.name] = replace(main, over=(*main.over, layer.inside(entry.path)))
        elif (alike := _of_other_number(entry, entries.values())) is not None:
            _other_number(entry, alike, own, findings)
        else:
            entries[entry.name] = replace(entry, added=layer.inside(entry.path, known))
    return replace(folder, entries=tuple(sorted(entries.values(), key=order)))


def _is_for_others(entry: Entry, folder: Folder) -> bool:
    """Tell whether other readers take it up: what the proposal is, what it mirrors above the document."""
    if entry.is_folder:
        return entry.name == SHEETS or is_above(entry, folder)
    return entry.name in (FILE, ACCEPTED)


def is_above(entry: Entry, document: Folder) -> bool:
    """Tell whether a folder of a proposal mirrors the organisation's and not one of the document's."""
    own = any(e.is_folder and e.name == entry.name for e in document.entries)
    return entry.is_folder and entry.name in ABOVE and not own


def _is_unread(entry: Entry) -> bool:
    return entry.slug != GOALS if entry.is_folder else not entry.is_text


def _of_other_number(entry: Entry, others: Iterable[Entry]) -> Entry | None:
    alike = (o for o in others if o.slug == entry.slug and o.is_folder == entry.is_folder)
    return next(alike, None)


def _other_number(entry: Entry, alike: Entry, own: Folder, findings: Findings) -> None:
    what = "Mappen" if entry.is_folder else "Filen"
    message = f"{what} heter ”{entry.name}”, men i huvudförslaget ”{alike.name}”"
    hint = did_you_mean(entry.name, [alike.name], f"Döp om den till ”{alike.name}”.")
    findings.error("S009", message, own.position(entry), hint)
