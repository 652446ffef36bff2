"""ramar.yaml → the decisions that have changed a body's frame."""

from __future__ import annotations

from generator.content.context import Context
from generator.content.files import read_file
from generator.content.folders import Folder
from generator.content.models import RamandringRecord, RamarRecord
from generator.content.yaml_tree import Path, Tree
from generator.domain.belopp import Belopp, parse_number
from generator.domain.dokument import Beslut
from generator.domain.ramar import Ramandring

FILE = "ramar.yaml"


def read_frame_changes(top: Folder, context: Context) -> tuple[Ramandring, ...]:
    """Return the changes in the order of the file; none when there is no file."""
    found = read_file(top, FILE, RamarRecord, context.findings) if top.file(FILE) is not None else None
    if found is None:
        return ()
    record, tree = found
    read = (_change(change, ("ändringar", n), tree, context) for n, change in enumerate(record.andringar))
    return tuple(change for change in read if change is not None)


def _change(record: RamandringRecord, path: Path, tree: Tree, context: Context) -> Ramandring | None:
    """Return a change; one whose body or amount is not known is noted and left out (I005, S003)."""
    organ = context.organ_id(record.organ, tree.place((*path, "organ")))
    decider = context.organ_id(record.beslut.organ, tree.place((*path, "beslut", "organ")))
    if record.beslut.datum is None:
        place = tree.place((*path, "beslut"))
        hint = "Skriv dagen: beslut: {organ: fullmäktige, datum: 2019-06-12, paragraf: 58}."
        context.findings.error("S002", "Beslutet om ramen saknar datum", place, hint)
    try:
        amount = parse_number(record.belopp)
    except ValueError:
        hint = "Skriv beloppet som +1 234,5 eller −1 234,5; plus ger mer att använda."
        place = tree.place((*path, "belopp"))
        context.findings.error("S003", f"”{record.belopp}” är inget belopp", place, hint)
        return None
    if not organ or record.beslut.datum is None:
        return None
    beslut = Beslut(decider, record.beslut.datum, record.beslut.paragraf)
    place = tree.place((*path, "organ"))
    return Ramandring(organ, record.ar, Belopp(amount, record.enhet), beslut, record.skal, place)
