"""organisation.yaml → Organisation."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta

from generator.content.files import read_file
from generator.content.findings import Findings
from generator.content.folders import Folder
from generator.content.ids import report_form
from generator.content.models import OrganisationRecord, OrganRecord
from generator.content.reading import ORGANISATION
from generator.content.validity import validity
from generator.content.yaml_tree import Tree
from generator.diagnostics import did_you_mean
from generator.domain.datum import Giltighet
from generator.domain.kontroller import Kontrollval
from generator.domain.organisation import Namn, Organ, Organisation, fold


def read_organisation(root: Folder, findings: Findings) -> Organisation | None:
    """Return the organisation, or None when its file says too little."""
    found = read_file(root, ORGANISATION, OrganisationRecord, findings)
    if found is None:
        return None
    record, tree = found
    findings.lose(id_ for id_ in tree.data["organ"] if id_ not in record.organ)
    reader = _Reader(tree, findings)
    organ = {id_: reader.organ(id_, each) for id_, each in record.organ.items()}
    reader.check_references(organ)
    reader.check_rings(organ)
    reader.check_spellings(organ)
    above = tuple(dict.fromkeys(unicodedata.normalize("NFC", name) for name in record.rod_trad))
    reader.check_files(above, root)
    return Organisation(
        record.namn,
        organ,
        record.markning,
        record.sprak,
        record.lage,
        kontroller=tuple(_choices(record, tree)),
        rod_trad=above,
        places={key: tree.place((key,)) for key in ("namn", "språk", "läge")},
    )


def _choices(record: OrganisationRecord, tree: Tree) -> Iterator[Kontrollval]:
    for kod, grad in record.kontroller.items():
        yield Kontrollval(kod.upper(), grad, tree.key_place(("kontroller", kod)))


class _Reader:
    def __init__(self, tree: Tree, findings: Findings) -> None:
        self.tree, self.findings = tree, findings

    def organ(self, id_: str, record: OrganRecord) -> Organ:
        place = self.tree.key_place(("organ", id_))
        report_form(id_, place, self.findings)
        last = self.tree.place(("organ", id_, "gäller till"))
        return Organ(
            id_,
            record.slag,
            (Namn(record.namn, Giltighet(_since(record))), *self._earlier(id_, record)),
            record.forkortning,
            record.skrivs_aven,
            record.under,
            validity(record.galler_fran, record.galler_till, last, self.findings),
            record.efterfoljare,
            place,
            record.egennamn,
        )

    def _earlier(self, id_: str, record: OrganRecord) -> Iterator[Namn]:
        for number, namn in enumerate(record.tidigare_namn):
            last = self.tree.place(("organ", id_, "tidigare namn", number, "till"))
            yield Namn(namn.namn, validity(namn.fran, namn.till, last, self.findings))

    def check_files(self, names: Sequence[str], root: Folder) -> None:
        for name in names:
            if root.file(name) is None:
                place = self.tree.place(("röd tråd",))
                hint = "Lägg filen bredvid organisation.yaml, och skriv bara dess namn."
                self.findings.error("S005", f"Filen ”{name}” finns inte", place, hint)

    def check_references(self, organ: Mapping[str, Organ]) -> None:
        for id_, body in organ.items():
            for key, others in (("under", (body.under,)), ("efterföljare", body.efterfoljare)):
                for other in others:
                    if other and other not in organ and other not in self.findings.lost:
                        place = self.tree.place(("organ", id_, key))
                        hint = did_you_mean(other, organ, "Skriv id för ett organ i filen.")
                        self.findings.error("I005", f"”{other}” finns inte bland organen", place, hint)

    def check_rings(self, organ: Mapping[str, Organ]) -> None:
        told: set[str] = set()
        for id_ in organ:
            ring = _ring(id_, organ)
            if ring and not told.intersection(ring):
                told.update(ring)
                road = " → ".join(f"”{i}”" for i in (*ring, id_))
                place = self.tree.place(("organ", id_, "under"))
                message = f"Organ ligger under varandra i ring: {road}"
                if len(ring) == 1:
                    message = f"Organet ”{id_}” ligger under sig självt"
                self.findings.error("L003", message, place, "Ändra ”under” för ett av dem.")

    def check_spellings(self, organ: Mapping[str, Organ]) -> None:
        seen: dict[str, Organ] = {}
        for body in organ.values():
            for spelling in body.spellings():
                other = seen.setdefault(fold(spelling), body)
                if other is not body:
                    message = f"”{spelling}” är namn på både ”{other.id}” och ”{body.id}”"
                    hint = "Ge dem olika namn och förkortningar."
                    self.findings.error("I001", message, body.position, hint)


def _since(record: OrganRecord) -> date | None:
    """Return the first day of the present name: the day after the last earlier one."""
    last = max((n.till for n in record.tidigare_namn if n.till), default=None)
    return last + timedelta(days=1) if last is not None and last < date.max else None


def _ring(id_: str, organ: Mapping[str, Organ]) -> list[str]:
    """Return the bodies from this one up to itself again; nothing when the way leads elsewhere."""
    road, above = [id_], organ[id_].under
    while above in organ and above not in road:
        road.append(above)
        above = organ[above].under
    return road if above == id_ else []
