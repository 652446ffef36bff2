"""The styles that the engine asks a template for: what it writes itself needs a look."""

from __future__ import annotations

NEEDED = (
    *(("paragraph", f"heading {level}") for level in range(1, 5)),
    ("paragraph", "List Bullet"),
    ("paragraph", "List Number"),
    ("paragraph", "Quote"),
    ("paragraph", "Överordnad text"),
    ("paragraph", "caption"),
    ("paragraph", "Tabelltext"),
    ("paragraph", "Tabelltal"),
    ("paragraph", "Tabellhuvud"),
    ("paragraph", "Tabellhuvud tal"),
    ("paragraph", "Tabellrubrik"),
    ("paragraph", "Tabellsumma"),
    ("paragraph", "Tabellsumma tal"),
    ("paragraph", "Tabellnot"),
    ("paragraph", "footnote text"),
    ("character", "footnote reference"),
    ("character", "Hyperlink"),
    ("table", "Styrdokument"),
)
"""Kind and name, as ``Styles.id`` takes them; a test holds them against what the code asks for."""
