"""The names of Word's built-in styles: what a Swedish Word shows is not what it saves.

A file names its built-in styles in English whatever the language of the program (``heading 1``), while its
style ids follow the language (``Rubrik1``). People and templates speak of ”Rubrik 1”.
"""

from __future__ import annotations

_SWEDISH = {
    "rubrik": "title",
    "underrubrik": "subtitle",
    "brödtext": "body text",
    "brödtext 2": "body text 2",
    "brödtext 3": "body text 3",
    "standardstycketeckensnitt": "default paragraph font",
    "normal tabell": "normal table",
    "ingen lista": "no list",
    "beskrivning": "caption",
    "citat": "quote",
    "starkt citat": "intense quote",
    "betoning": "emphasis",
    "stark betoning": "intense emphasis",
    "diskret betoning": "subtle emphasis",
    "stark": "strong",
    "figurförteckning": "table of figures",
    "fotnotsreferens": "footnote reference",
    "fotnotstext": "footnote text",
    "slutnotsreferens": "endnote reference",
    "slutnotstext": "endnote text",
    "hyperlänk": "hyperlink",
    "använd hyperlänk": "followedhyperlink",
    "ingen förteckning": "no list",
    "inget avstånd": "no spacing",
    "innehållsförteckningsrubrik": "toc heading",
    "liststycke": "list paragraph",
    "lista": "list",
    "sidfot": "footer",
    "sidhuvud": "header",
    "sidnummer": "page number",
    "tabellrutnät": "table grid",
    "ballongtext": "balloon text",
    "kommentarer": "annotation text",
    "kommentarsreferens": "annotation reference",
    "platshållartext": "placeholder text",
}
_NUMBERED = {
    "rubrik": "heading",
    "innehåll": "toc",
    "punktlista": "list bullet",
    "numrerad lista": "list number",
    "lista": "list",
    "listfortsättning": "list continue",
    "index": "index",
}


def built_in_name(name: str) -> str:
    """Return the name, folded, as a file would have it: ”Rubrik 1” gives ``heading 1``."""
    folded = " ".join(name.casefold().split())
    if folded in _SWEDISH:
        return _SWEDISH[folded]
    stem, _, number = folded.rpartition(" ")
    if number.isdecimal() and stem in _NUMBERED:
        return f"{_NUMBERED[stem]} {number}"
    return _NUMBERED.get(folded, folded)
