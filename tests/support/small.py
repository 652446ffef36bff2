"""Small templates in the house style, and a small view, for the tests of rendering."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import docx
from docx.document import Document

from benchmarks.document import facts
from generator.documents.view import (
    BedomningVy,
    IndikatorVy,
    KapitelVy,
    NivaVy,
    NodVy,
    StyrmodellVy,
    View,
)
from generator.domain.fras import Phrase
from generator.domain.prosa import Block, Paragraph, Prosa
from generator.ooxml.properties import Properties
from generator.render.template import Template

BASE = Path(__file__).resolve().parents[2] / "templates" / "docx" / "bas.docx"

DOKUMENT = replace(
    facts(),
    id="plan",
    titel="Plan & budget",
    undertitel="",
    organ_id="nämnden",
    period="2027",
    stadium="Förslag",
    version="",
    diarienummer="",
)


def template(build: Callable[[Document], None] | Sequence[tuple[str, str]]) -> bytes:
    """Return a template with the styles of the house and the body that ``build`` gives it.

    A sequence of (text, style) makes a paragraph each.
    """
    document = docx.Document(str(BASE))
    body = document.element.body
    for element in list(body)[:-1]:
        body.remove(element)
    if callable(build):
        build(document)
    else:
        for text, style in build:
            document.add_paragraph(text, style=style)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def nod(id_: str, **fields: object) -> NodVy:
    """Return a node with everything empty but what is given."""
    empty = NodVy(
        id=id_,
        niva="mål",
        djup=1,
        rubrik=Phrase.of(id_, id_),
        titel=Phrase.of(id_),
        lank=Phrase.of(id_),
        grupp="",
        forst_i_grupp=False,
        eget=False,
        beslutad_av="",
        text=Prosa(),
        egen_text=Prosa(),
        uppdrag=(),
        ataganden=(),
        indikatorer=(),
        barn=(),
        bedoms=False,
        maluppfyllelse=BedomningVy(),
        prognos=BedomningVy(),
        utelamnad="",
        under_bedomt=False,
    )
    return replace(empty, **fields)  # type: ignore[arg-type]  # the fields are those of NodVy


def indikator(namn: Phrase, malvarde: Phrase = Phrase()) -> IndikatorVy:
    """Return an indikator with a name."""
    none = Phrase()
    return IndikatorVy(
        "i", namn, none, malvarde, none, none, none, "", "", False, none, none, BedomningVy(), none
    )


def view(text: Prosa = Prosa(), noder: tuple[NodVy, ...] = (), title: Phrase = Phrase.of("Kapitel")) -> View:
    """Return a view with one chapter and the nodes."""
    niva = NivaVy("mål", "mål", "mål", "fullmäktige", "")
    return View(
        dokument=DOKUMENT,
        styrmodell=StyrmodellVy("Modell", "", (niva,), ()),
        kapitel_fore=(KapitelVy("k", title, text),),
        noder=noder,
        rotnoder=noder,
        kapitel_efter=(),
        indikatorgrupper=(),
    )


def prose(*blocks: Block | str) -> Prosa:
    """Return prose of blocks; a string is a paragraph."""
    return Prosa(tuple(Paragraph(Phrase.of(b).content) if isinstance(b, str) else b for b in blocks))


def rendered(data: bytes, values: View, pages: dict[str, int] | None = None) -> bytes:
    """Return the rendered document."""
    return Template(data, "prov.docx").render(values, Properties(title="Prov"), pages)


def opened(data: bytes) -> Document:
    """Return the document as python-docx sees it."""
    return docx.Document(io.BytesIO(data))


def texts(data: bytes) -> list[str]:
    """Return the texts of the body's paragraphs."""
    return [p.text for p in opened(data).paragraphs]
