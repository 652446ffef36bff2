"""Text on its way into XML: what XML cannot hold is dropped, what it would misread is escaped."""

from __future__ import annotations

import re

_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
# Nearly every text is written as it stands, and one look tells: no &, <, >, ", tab, break, special hyphen.
_UNUSUAL = re.compile("[^ !#-%'-;=?-\u00ac\u00ae-\u2010\u2012-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_PIECES = re.compile("(\r\n|[\t\n\r\u00ad\u2011])")
_ELEMENTS = {
    "\t": "<w:tab/>",
    "\n": "<w:br/>",
    "\r": "<w:br/>",
    "\r\n": "<w:br/>",
    "\u00ad": "<w:softHyphen/>",
    "\u2011": "<w:noBreakHyphen/>",
}


def clean_text(text: str) -> str:
    """Return the text without control characters, lone surrogates and the like."""
    return _FORBIDDEN.sub("", text)


def escape_text(text: str) -> str:
    """Return the text fit for element content and for attributes in double quotes."""
    if not _UNUSUAL.search(text):
        return text
    text = _FORBIDDEN.sub("", text)
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


def run_content(text: str) -> str:
    """Return what a ``w:r`` holds for this text: ``w:t``, and elements for tabs, breaks, special hyphens."""
    if not _UNUSUAL.search(text):
        return f'<w:t xml:space="preserve">{text}</w:t>' if text else ""
    return "".join(_ELEMENTS.get(piece) or _plain(piece) for piece in _PIECES.split(text))


def _plain(text: str) -> str:
    escaped = escape_text(text)
    return f'<w:t xml:space="preserve">{escaped}</w:t>' if escaped else ""
