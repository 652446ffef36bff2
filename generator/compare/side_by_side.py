"""Two versions side by side in one HTML file that fetches nothing: for screen, ear and paper.

Its style and script lie beside this file, ``page.css`` and ``page.js``.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Sequence
from html import escape
from pathlib import Path

from generator.alignment.flow import Flow
from generator.compare.as_text import MARKS, heading_of
from generator.compare.change import SEPARATOR, Change
from generator.compare.find_place import item_places
from generator.compare.laid import laid
from generator.compare.page_text import LABELS, page_text
from generator.compare.sentences import told
from generator.compare.summary import summary
from generator.compare.text_changes import Place, places
from generator.domain.wording import upper_first

_BESIDE = Path(__file__)
_SAME = "Inga skillnader i texten."
_PRINTED = (
    "Minst en av versionerna är en PDF. Radbrytningar, avstavning, sidhuvuden, sidfötter, sidnummer, "
    "listnummer och slag av citattecken och streck jämförs därför inte."
)


def as_html(
    old: Flow, new: Flow, old_name: str, new_name: str, items: Sequence[Change] = (), title: str = ""
) -> str:
    """Return the page. ``items`` are the changes by item, told before those of the text; ``title`` heads it.

    Everything from the documents is escaped, and a content security policy lets nothing run or load but the
    style and the script of the page itself.
    """
    pairs = laid(old, new)
    found = places(pairs)
    wanted, links = item_places(items, pairs)
    text = page_text(pairs, found, wanted)
    style, script = (_BESIDE.with_name(f"page.{kind}").read_text(encoding="utf-8") for kind in ("css", "js"))
    heading = title or f"{old_name} → {new_name}"
    lists = "\n".join(filter(None, (_item_list(items, links), _text_list(found, bool(items)))))
    said = "".join(f"<p>{escape(line)}</p>\n" for line in _said(old, new))
    return f"""<!DOCTYPE html>
<html lang="sv">
<head>
<meta charset="utf-8" />
<meta http-equiv="Content-Security-Policy" content="{_policy(style, script)}" />
<meta name="viewport" content="width=device-width, initial-scale=1" />
<title>{escape(heading)} – jämförelse</title>
<style>{style}</style>
</head>
<body>
<a class="hopp" href="#andringar">Hoppa till ändringarna</a>
<header>
<h1>{escape(heading)}</h1>
<dl>
<dt>Äldre version</dt><dd>{escape(old_name)}</dd>
<dt>Nyare version</dt><dd>{escape(new_name)}</dd>
</dl>
{said}</header>
<nav aria-labelledby="andringar">
<h2 id="andringar" tabindex="-1">Ändringar</h2>
<p class="sammanfattning">{escape(upper_first(_summary(items, found)))}</p>
{lists}
</nav>
<main>
<h2>Texten sida vid sida</h2>
<p class="tecken">Till vänster den äldre versionen, till höger den nyare. <del>Borttaget</del> är \
överstruket och <ins>tillagt</ins> understruket; − och + i kanten säger detsamma. \
Det som är lika är hopfällt.</p>
<div class="huvud"><p><span class="vad">Äldre:</span> {escape(old_name)}</p>\
<p><span class="vad">Nyare:</span> {escape(new_name)}</p></div>
{text}
</main>
<div class="knappar" role="group" aria-label="Bläddra bland ändringarna">
<button type="button" id="forra">Föregående (p)</button>
<span id="lage" aria-live="polite">{_counted(found)}</span>
<button type="button" id="nasta">Nästa (n)</button>
<button type="button" id="tangenter" aria-pressed="true">Tangenterna n och p</button>
</div>
<script>{script}</script>
</body>
</html>
"""


def _counted(found: Sequence[Place]) -> str:
    return "1 ändring" if len(found) == 1 else f"{len(found)} ändringar"


def _policy(style: str, script: str) -> str:
    return (
        f"default-src 'none'; style-src '{_digest(style)}'; script-src '{_digest(script)}'; "
        "base-uri 'none'; form-action 'none'"
    )


def _digest(text: str) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"


def _said(old: Flow, new: Flow) -> list[str]:
    return [*old.said, *new.said, *([_PRINTED] if old.printed or new.printed else [])]


def _summary(items: Sequence[Change], found: Sequence[Place]) -> str:
    if items:
        return f"{summary(items)}."
    return f"{summary([place.change for place in found])}." if found else _SAME


def _item_list(items: Sequence[Change], links: Sequence[str]) -> str:
    rows = "\n".join(
        _row(change, heading_of(change), link) for change, link in zip(items, links, strict=True)
    )
    return f'<ol class="lista">\n{rows}\n</ol>' if rows else ""


def _text_list(found: Sequence[Place], below_items: bool) -> str:
    rows = "\n".join(
        _row(place.change, SEPARATOR.join(place.change.place), f"a{number}")
        for number, place in enumerate(found, start=1)
    )
    if not rows:
        return ""
    listed = f'<ol class="lista">\n{rows}\n</ol>'
    if not below_items:
        return listed
    said = "1 ändrat ställe" if len(found) == 1 else f"{len(found)} ändrade ställen"
    return f"<details>\n<summary>{said} i texten</summary>\n{listed}\n</details>"


def _row(change: Change, where: str, link: str) -> str:
    words = f'<span class="dold">{LABELS[change.change]}: </span>{escape(upper_first(told(change)))}'
    said = f'<a href="#{link}">{words}</a>' if link else words
    place = f'<span class="plats">{escape(where)}</span>' if where else ""
    sign = f'<span class="slag" aria-hidden="true">{MARKS[change.change]}</span>'
    return f"<li>{sign}<div>{said}{place}</div></li>"
