"""The items that goals and answers share: indikatorer, uppdrag, åtaganden."""

from __future__ import annotations

from collections.abc import Iterator

from generator.content.addressees import addressees
from generator.content.attributes import Attributes
from generator.content.context import Context
from generator.content.findings import Findings
from generator.content.ids import report_form
from generator.content.particulars import PARTICULARS, read_particulars
from generator.content.raw import RawItem, RawList, RawProse, report_unused_in
from generator.content.rows import Row, phrase_in, place_in, report_headings, rows_under, text_in
from generator.content.sections import Section, prose_of
from generator.diagnostics import Position
from generator.diagnostics.values import dataclass
from generator.domain.mal import Atagande, Indikator, Uppdrag
from generator.domain.organisation import Organ
from generator.domain.prosa import Prosa

_KATEGORI = "kategori"
_INDIKATOR = {
    "id": True,
    "indikator": True,
    "ingångsvärde": False,
    "målvärde": False,
    "frekvens": False,
    "källa": False,
    _KATEGORI: False,
}


@dataclass(frozen=True, slots=True)
class Maker:
    """Whose items are being read: the deciding body, and what stands before its own ids."""

    context: Context
    organ: str = ""
    prefix: str = ""

    @classmethod
    def of(cls, organ: Organ | None, context: Context) -> Maker:
        """Return the maker of a document's items: a nämnd's have its id first, fullmäktige's have none."""
        if organ is None:
            return cls(context)
        return cls(context, organ.id, "" if organ.slag == "fullmäktige" else f"{organ.id}/")

    @property
    def findings(self) -> Findings:
        """Where problems are noted."""
        return self.context.findings

    def full_id(self, slug: str, position: Position, what: str) -> str:
        """Return the id in full; a missing (S002) or ill-formed one (I002) is noted.

        ``what`` is the thing in the definite form: ”Uppdraget”.
        """
        if not slug:
            hint = "Skriv ett kort id sist på raden: {#kort-namn}."
            self.findings.error("S002", f"{what} saknar id", position, hint)
            return ""
        report_form(slug, position, self.findings)
        return self.prefix + slug

    def id_in(self, attributes: Attributes, position: Position, what: str) -> str:
        """Return the id in full of what begins at the position with these attributes."""
        return self.full_id(attributes.id, attributes.position if attributes.id else position, what)


def read_indikatorer(section: Section, maker: Maker, kategori: str = "") -> tuple[Indikator, ...]:
    """Return the indikatorer of a table under the heading, all in the category when one is given."""
    columns = {c: r for c, r in _INDIKATOR.items() if not (kategori and c == _KATEGORI)}
    return tuple(_indikator(row, maker, kategori) for row in rows_under(section, columns, maker.findings))


def _indikator(row: Row, maker: Maker, kategori: str) -> Indikator:
    id_, place = text_in(row, "id"), place_in(row, "id")
    if not id_:
        hint = "Skriv ett kort id i kolumnen Id."
        maker.findings.error("S002", "Indikatorn saknar id", place, hint)
    else:
        report_form(id_, place, maker.findings)
    if not maker.prefix and not phrase_in(row, "indikator"):
        place = place_in(row, "indikator")
        maker.findings.error("S002", "Indikatorn saknar namn", place, "Skriv namnet i kolumnen Indikator.")
    return Indikator(
        maker.prefix + id_ if id_ else "",
        phrase_in(row, "indikator"),
        phrase_in(row, "ingångsvärde"),
        phrase_in(row, "målvärde"),
        phrase_in(row, "frekvens"),
        phrase_in(row, "källa"),
        kategori or text_in(row, _KATEGORI),
        maker.organ,
        place_in(row, "id"),
    )


def read_uppdrag(section: Section, to: str, maker: Maker) -> Uppdrag:
    """Return the uppdrag under the heading ”Uppdrag till …”."""
    section.attributes.only(PARTICULARS, maker.findings)
    report_headings(section, maker.findings)
    everyone, organ = addressees(to, section.position, maker.context)
    text = prose_of(section, maker.findings)
    if not text:
        maker.findings.error("S002", "Uppdraget saknar text", section.position, "Skriv vad som ska göras.")
    id_ = maker.id_in(section.attributes, section.position, "Uppdraget")
    more = read_particulars(section.attributes, maker.context)
    return Uppdrag(
        id_,
        text,
        organ,
        everyone,
        maker.organ,
        section.position,
        more.samverkar_med,
        more.senast,
        more.aterrapporteras,
    )


def read_ataganden(section: Section, maker: Maker) -> tuple[Atagande, ...]:
    """Return the åtaganden listed under the heading; anything but a list is noted (S003)."""
    section.attributes.only((), maker.findings, id_allowed=False)
    report_headings(section, maker.findings)
    hint = "Skriv ett åtagande per rad: - ta fram … {#kort-namn}."
    other = next((raw for raw in section.blocks if not isinstance(raw, RawList)), None)
    if other is not None or not section.blocks:
        place = other.position if other is not None else section.position
        message = f"Under ”{section.text}” ska {'bara ' if other is not None else ''}stå en lista"
        maker.findings.error("S003", message, place, hint)
        maker.findings.lose(raw.attributes.id for raw in section.blocks if isinstance(raw, RawProse))
    return tuple(_atagande(item, maker) for item in _items(section))


def _items(section: Section) -> Iterator[RawItem]:
    return (item for each in section.lists() for item in each.items)


def _atagande(item: RawItem, maker: Maker) -> Atagande:
    said = item.attributes
    said.only(("ansvarig", "svarar på"), maker.findings)
    report_unused_in(item.points, maker.findings)
    if not any(item.content) or not str(Prosa(item.content)).strip():
        maker.findings.error("S002", "Åtagandet saknar text", item.position, "Skriv vad nämnden ska göra.")
    return Atagande(
        maker.id_in(said, item.position, "Åtagandet"),
        Prosa(item.content, position=item.position),
        maker.context.organ_id(said.get("ansvarig"), said.position),
        tuple(r.strip() for r in said.get("svarar på").split(",") if r.strip()),
        maker.organ,
        item.position,
    )
