"""What printing puts around a text: bullets, numbers of lists and headings, page numbers, leaders."""

from __future__ import annotations

import re

BULLETS = "•▪●○◦‣■□◆◊➢✓·∙\uf0b7\uf0a7\uf0d8\uf0fc\uf0a8\uf02d"
_BULLET = re.compile(rf"(?:[{BULLETS}]|[–—\-*o](?=\s))\s*(?=\S)")
_ITEM = re.compile(r"(?:\d{1,3}[.)]|\(?[a-zåäö]\)|\(?[ivx]{1,5}\)|\(\d{1,3}\))\s+(?=\S)")
_HEADING = re.compile(r"(?:\d{1,3}(?:\.\d{1,3}){0,8}\.?|[A-Z]\.|[IVX]{1,5}\.)\s+(?=\S)")
_DOTTED = re.compile(r"\d{1,3}(?:\.\d{1,3}){1,8}\.?\s+(?=[A-ZÅÄÖ])")
_ALONE = re.compile(rf"[{BULLETS}–—\-*o]|\d{{1,3}}(?:\.\d{{1,3}})*[.)]?|\(?[a-zåäö]\)|\(?[ivx]{{1,5}}\)")
_PAGE = re.compile(
    r"(?:sid(?:a|an|nr)?\.?\s*|page\s*)?[–\-]?\s*\d{1,4}\s*[–\-]?(?:\s*(?:av|of|/|\()\s*\d{1,4}\s*\)?)?",
    re.IGNORECASE,
)
_LEADER = re.compile(r"(?:\.\s?){5,}\s*(?:\d{1,4}|[ivxlc]{1,6})?$|[…_]{3,}\s*\d{1,4}$")


def item_mark(text: str) -> str:
    """Return the bullet or number that a line begins with, blanks after it included; else nothing."""
    found = _BULLET.match(text) or _ITEM.match(text) or _DOTTED.match(text)
    return found.group() if found else ""


def bullet(text: str) -> str:
    """Return the bullet or dash that a paragraph begins with, blanks after it included; else nothing.

    What stands before a figure is a minus.
    """
    found = _BULLET.match(text)
    return found.group() if found and not text[found.end()].isdigit() else ""


def heading_mark(text: str) -> str:
    """Return the number that a heading begins with, blanks after it included; else nothing."""
    found = _HEADING.match(text)
    return found.group() if found else ""


def is_mark(text: str) -> bool:
    """Tell whether this is a bullet or number by itself, which its text stands to the right of."""
    return _ALONE.fullmatch(text.strip()) is not None


def is_bullet(mark: str) -> bool:
    """Tell whether a mark is a bullet rather than a number."""
    return _BULLET.match(f"{mark.strip()} x") is not None


def is_page_number(text: str) -> bool:
    """Tell whether a line is nothing but a page number: 3, 3 (12), Sida 3 av 12, – 3 –."""
    return _PAGE.fullmatch(text.strip()) is not None


def has_leader(text: str) -> bool:
    """Tell whether a line ends as a line of a table of contents: dots, then a page."""
    return _LEADER.search(text) is not None
