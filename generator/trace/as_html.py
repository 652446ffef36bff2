"""The röd tråd as one HTML page: nothing is fetched, it can be printed, and a screen reader can read it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from html import escape
from textwrap import shorten

from generator.domain.korpus import Korpus
from generator.domain.matris import Cell, Malrad, Matris
from generator.domain.wording import organ_name, upper_first
from generator.trace.legend import SIGNS, explained, in_words, present
from generator.trace.thread import Led, Trad

_STYLE = """
body { font: 1rem/1.45 system-ui, "Segoe UI", Arial, sans-serif; margin: 2rem; }
body { color: #1a1a1a; background: #fff; }
h1 { font-size: 1.6rem; margin: 0 0 .3rem; } h2 { font-size: 1.2rem; margin: 1.6rem 0 .4rem; }
p.mark { font-weight: 700; } .id, .fakta { color: #4a4a4a; font-size: .875em; }
ul { list-style: none; padding: 0; margin: 0; } li { margin: .2rem 0; } ul ul { padding-left: 1.5rem; }
table { border-collapse: collapse; margin: 1rem 0; }
caption { text-align: left; font-weight: 700; padding: .3rem 0; }
th, td { border: 1px solid #767676; padding: .25rem .45rem; text-align: left; vertical-align: top; }
thead th { background: #ececec; position: sticky; top: 0; z-index: 1; }
tbody th { background: #fff; position: sticky; left: 0; font-weight: 400; } tr.mal > th { font-weight: 700; }
tr.mal > * { background: #f6f6f6; } .tecken { font-weight: 700; }
@media print {
  @page { size: A4 landscape; margin: 12mm; }
  html { font-size: 7.5pt; } body { margin: 0; }
  table { width: 100%; table-layout: fixed; } thead th:first-child { width: 15%; }
  th, td { padding: 2pt 3pt; overflow-wrap: break-word; hyphens: auto; }
  tbody th, thead th { position: static; }
  thead { display: table-header-group; } tr, li { break-inside: avoid; }
}
"""
_JOINTS = re.compile(r"(?<=[^\W\d]{8})(?=nämnd|styrelse|utskott)")
"""Where the long names of bodies may be divided in a narrow column; few browsers hyphenate Swedish."""
_HEADING = 80
"""Characters of a heading; an uppdrag or åtagande has its whole text below it."""
_STEP_REM = 1.5
_DEEPEST = 12
"""Steps that are set in further than the one above; deeper ones would run off the page."""


def matrix_as_html(matris: Matris, korpus: Korpus) -> str:
    """Return the matrix as a page."""
    title = f"Röd tråd {matris.ar}: mål och nämnder"
    heads = "".join(f'<th scope="col">{_divisible(n.namn)}</th>' for n in matris.namnder)
    rows = "\n".join(_row(rad) for rad in matris.rader)
    legend = "\n".join(
        f'<li><span class="tecken">{SIGNS[t]}</span> {escape(explained(t))}</li>' for t in present(matris)
    )
    body = f"""<table>
<caption>Vad varje nämnds plan säger om varje mål {matris.ar}</caption>
<thead><tr><th scope="col">Mål</th>{heads}</tr></thead>
<tbody>
{rows}
</tbody>
</table>
<h2>Tecken</h2>
<ul>
{legend}
</ul>"""
    return _page(title, korpus, body)


def _row(rad: Malrad) -> str:
    kind = ' class="mal"' if rad.djup == 0 else ""
    head = f'<th scope="row"{_set_in(rad.djup)}>{escape(str(rad.nod.titel))}</th>'
    return f"<tr{kind}>{head}{''.join(_cell(c) for c in rad.celler)}</tr>"


def _cell(cell: Cell) -> str:
    sign = f'<span class="tecken" aria-hidden="true">{SIGNS[cell.tackning]}</span>'
    return f"<td>{sign} {_divisible(in_words(cell))}</td>"


def _divisible(text: str) -> str:
    return _JOINTS.sub("\N{SOFT HYPHEN}", escape(text))


def thread_as_html(trad: Trad, korpus: Korpus) -> str:
    """Return the trace of one item as a page."""
    nothing = "<p>Ingenting.</p>"
    body = "\n".join(
        (
            f"<p>{_step_words(trad.sak)}</p>",
            "<h2>Uppåt</h2>",
            _steps(trad.uppat) or nothing,
            "<h2>Nedåt</h2>",
            _steps(trad.nedat) or nothing,
            "<h2>Står i</h2>",
            _documents(trad, korpus),
        )
    )
    return _page(f"Röd tråd: {_short(trad.sak.text)}", korpus, body)


def _short(text: str) -> str:
    """Return a text as a heading can have it."""
    return shorten(text, _HEADING, placeholder=" …")


def _steps(steps: Sequence[Led]) -> str:
    """Return lists in lists, so that a screen reader tells what belongs under what."""
    pieces, level = [], -1
    for led in steps:
        depth = min(led.djup, level + 1, _DEEPEST)
        if depth > level:
            pieces.append("<ul>\n")
        else:
            pieces.append("</li>\n" + "</ul>\n</li>\n" * (level - depth))
        pieces.append(f"<li>{_step_words(led)}")
        level = depth
    return "".join(pieces) + "</li>\n</ul>\n" * (level + 1)


def _set_in(depth: int) -> str:
    wide = _STEP_REM * min(depth, _DEEPEST)
    return f' style="padding-left: {wide:g}rem"' if depth else ""


def _step_words(led: Led) -> str:
    named = f' <span class="id">({escape(led.id)})</span>' if led.id else ""
    facts = "; ".join(f"{name} {' '.join(value.split())}" for name, value in led.uppgifter)
    told = f' <span class="fakta">– {escape(facts)}</span>' if facts else ""
    return f"<strong>{escape(upper_first(led.slag))}:</strong> {escape(led.text)}{named}{told}"


def _documents(trad: Trad, korpus: Korpus) -> str:
    if not trad.dokument:
        return "<p>Inget dokument.</p>"
    rows = "\n".join(_document_rows(trad, korpus))
    heads = "".join(f'<th scope="col">{h}</th>' for h in ("Dokument", "Organ", "Rubrik", "Sida"))
    caption = "Dokument där saken står; rubrik och sida enligt det senaste bygget"
    return (
        f"<table>\n<caption>{caption}</caption>\n<thead><tr>{heads}</tr></thead>\n"
        f"<tbody>\n{rows}\n</tbody>\n</table>"
    )


def _document_rows(trad: Trad, korpus: Korpus) -> Iterator[str]:
    for dokument, place in trad.dokument:
        heading = f"{place.nummer} {place.rubrik}".strip() or "–"
        cells = (organ_name(dokument.organ, korpus.organisation), heading, str(place.sida or "–"))
        told = "".join(f"<td>{escape(c)}</td>" for c in cells)
        yield f'<tr><th scope="row">{escape(dokument.titel)}</th>{told}</tr>'


def _page(title: str, korpus: Korpus, body: str) -> str:
    organisation = korpus.organisation
    mark = f'<p class="mark">{escape(organisation.markning)}</p>\n' if organisation.markning else ""
    day = f"<p>Läget {organisation.lage.isoformat()}.</p>\n" if organisation.lage else ""
    return f"""<!DOCTYPE html>
<html lang="{escape(organisation.sprak.partition("-")[0] or "sv")}">
<head>
<meta charset="utf-8" />
<meta name="viewport" content="width=device-width, initial-scale=1" />
<title>{escape(title)} – {escape(organisation.namn)}</title>
<style>{_STYLE}</style>
</head>
<body>
<main>
<h1>{escape(title)}</h1>
<p>{escape(organisation.namn)}</p>
{mark}{day}{body}
</main>
</body>
</html>
"""
