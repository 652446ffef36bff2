"""Pictures, and whether they say anything to those who cannot see them."""

from __future__ import annotations

from generator.ooxml.xml import Element

_DECORATIVE = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"


def is_silent(drawing: Element) -> bool:
    """Tell whether a picture (``wp:docPr``) has no alternative text and is not marked as decorative."""
    decorative = any(e.get("val") in {"1", "true"} for e in drawing.iter(_DECORATIVE))
    return not (drawing.get("descr") or "").strip() and not decorative
