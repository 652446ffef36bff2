"""Lists: what the numbering part says, and new lists that begin anew.

In Word a paragraph names a ``num``, which points to an ``abstractNum`` with the nine levels. Every
abstractNum must stand before every num, and two lists of one num go on counting: hence one num per numbered
list.
"""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass

from lxml import etree

from generator.ooxml.styles import Styles
from generator.ooxml.text import escape_text
from generator.ooxml.xml import NS, Element, attribute, child, detach, parse_strict, qn, serialise, whole

LEVELS = 9
_PART = "Numreringen (word/numbering.xml)"
_W = f'xmlns:w="{NS["w"]}"'
_STEP = 360
_FORMATS = ("decimal", "lowerLetter", "lowerRoman")
_BULLETS = ("•", "–", "◦")
_EMPTY = f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:numbering {_W}/>'.encode()
_NUMS_HERE = "styrdok-nums"
_ABSTRACTS_HERE = "styrdok-abstracts"


@dataclass(frozen=True, slots=True)
class Level:
    """A level of a list. ``text`` has ``%1`` for the number of the first level and so on.

    ``restart`` is the number (from 1) of the level whose items make it begin anew, 0 for never, None for
    any level above. ``legal``: all numbers of the text in plain digits. ``style``: the paragraph style tied
    to it.
    """

    start: int = 1
    format: str = "decimal"
    text: str = ""
    suffix: str = "tab"
    restart: int | None = None
    legal: bool = False
    style: str | None = None


@dataclass(frozen=True, slots=True)
class Num:
    """A list: its abstractNum, its levels with its own changes, and the starts that it sets anew."""

    abstract: int
    levels: tuple[Level, ...]
    starts: tuple[int | None, ...]


class Numbering:
    """The numbering part of a template, read once. ``xml`` is None when the template has none."""

    def __init__(self, xml: bytes | None, styles: Styles) -> None:
        self.exists = xml is not None
        root = parse_strict(_EMPTY if xml is None else xml, _PART)
        self._abstracts = {whole(e.get(qn("w:abstractNumId"))): e for e in root.iterfind("w:abstractNum", NS)}
        nums = {whole(e.get(qn("w:numId"))): e for e in root.iterfind("w:num", NS)}
        self._nums = {number: self._num(element, nums, styles) for number, element in nums.items()}
        self.next_abstract = max(self._abstracts, default=-1) + 1
        self.next_num = max(nums, default=0) + 1
        self._head, self._middle, self._tail = _split(root)

    def get(self, num_id: int) -> Num | None:
        """Return a list by its numId."""
        return self._nums.get(num_id)

    def of_style(self, styles: Styles, style_id: str | None) -> tuple[int, int] | None:
        """Return (numId, level from 0) of a paragraph style; a level tied to it goes before what it says."""
        found = styles.numbering_of(style_id)
        num = self.get(found[0]) if found else None
        if found is None or num is None:
            return None
        wanted = style_id or styles.default()
        tied = next((i for i, level in enumerate(num.levels) if level.style == wanted), None)
        return found[0], found[1] if tied is None else tied

    def abstract(self, number: int) -> Element | None:
        """Return an abstractNum, not to be changed."""
        return self._abstracts.get(number)

    def with_lists(self, abstracts: str, nums: str) -> bytes:
        """Return the part with more abstractNums and nums, given as XML, each kind where it belongs."""
        return b"".join((self._head, abstracts.encode(), self._middle, nums.encode(), self._tail))

    def _num(self, element: Element, nums: dict[int, Element], styles: Styles) -> Num:
        number = whole(attribute(element, "w:abstractNumId"), -1)
        number = self._linked(number, nums, styles)
        abstract = self._abstracts.get(number)
        levels = [Level()] * LEVELS
        for item in [] if abstract is None else abstract.iterfind("w:lvl", NS):
            levels[_place(item)] = _level(item)
        starts: list[int | None] = [None] * LEVELS
        for override in element.iterfind("w:lvlOverride", NS):
            place = _place(override)
            own = child(override, "w:lvl")
            if own is not None:
                levels[place] = _level(own)
            start = attribute(override, "w:startOverride")
            starts[place] = None if start is None else whole(start, 1)
        return Num(number, tuple(levels), tuple(starts))

    def _linked(self, number: int, nums: dict[int, Element], styles: Styles) -> int:
        """Follow an abstractNum that only points to a list style."""
        abstract = self._abstracts.get(number)
        link = None if abstract is None else attribute(abstract, "w:numStyleLink")
        style = styles.get(link)
        target = nums.get(style.numbering or 0) if style else None
        return number if target is None else whole(attribute(target, "w:abstractNumId"), number)


def _place(element: Element) -> int:
    return min(max(whole(element.get(qn("w:ilvl"))), 0), LEVELS - 1)


def _level(element: Element) -> Level:
    restart = attribute(element, "w:lvlRestart")
    legal = child(element, "w:isLgl")
    return Level(
        start=whole(attribute(element, "w:start"), 0),
        format=attribute(element, "w:numFmt") or "decimal",
        text=attribute(element, "w:lvlText") or "",
        suffix=attribute(element, "w:suff") or "tab",
        restart=None if restart is None else whole(restart),
        legal=legal is not None and legal.get(qn("w:val")) not in {"0", "false", "off"},
        style=attribute(element, "w:pStyle"),
    )


def _split(root: Element) -> tuple[bytes, bytes, bytes]:
    """Cut the part where new abstractNums and where new nums belong."""
    nums = root.findall("w:num", NS)
    last = child(root, "w:numIdMacAtCleanup")
    for num in nums:
        root.remove(num)
    place = len(root) if last is None else root.index(last)
    for element in [etree.Comment(_ABSTRACTS_HERE), *nums, etree.Comment(_NUMS_HERE)]:
        root.insert(place, element)
        place += 1
    head, _, rest = serialise(root).partition(f"<!--{_ABSTRACTS_HERE}-->".encode())
    middle, _, tail = rest.partition(f"<!--{_NUMS_HERE}-->".encode())
    return head, middle, tail


class Lists:
    """The lists that one document adds."""

    def __init__(self, numbering: Numbering, styles: Styles) -> None:
        self._numbering = numbering
        self._styles = styles
        self._abstracts: list[str] = []
        self._nums: list[str] = []
        self._neutral: dict[bool, int] = {}
        self._widened: dict[int, int] = {}
        self._bullets: dict[int, int] = {}

    def __bool__(self) -> bool:
        return bool(self._nums)

    def new(self, ordered: bool, style_id: str, start: int, level: int) -> int:
        """Return the numId of a list that begins anew; bullets, which do not count, share one."""
        abstract = self._abstract_for(ordered, style_id)
        if not ordered:
            if abstract not in self._bullets:
                self._bullets[abstract] = self._add_num(abstract, "")
            return self._bullets[abstract]
        return self._add_num(
            abstract, "".join(_restart(i, start if i == level else 1) for i in range(LEVELS))
        )

    def xml(self) -> bytes:
        """Return the numbering part with the added lists."""
        return self._numbering.with_lists("".join(self._abstracts), "".join(self._nums))

    def _add_num(self, abstract: int, overrides: str) -> int:
        number = self._numbering.next_num + len(self._nums)
        self._nums.append(
            f'<w:num w:numId="{number}"><w:abstractNumId w:val="{abstract}"/>{overrides}</w:num>'
        )
        return number

    def _abstract_for(self, ordered: bool, style_id: str) -> int:
        found = self._numbering.of_style(self._styles, style_id) if style_id else None
        num = self._numbering.get(found[0]) if found else None
        abstract = None if num is None else self._numbering.abstract(num.abstract)
        if num is None or abstract is None or (num.levels[0].format == "bullet") is ordered:
            return self._neutral_abstract(ordered)
        if len(abstract.findall("w:lvl", NS)) == LEVELS:
            return num.abstract
        if num.abstract not in self._widened:
            self._widened[num.abstract] = self._add_abstract(_widened(abstract, num.levels[0]))
        return self._widened[num.abstract]

    def _neutral_abstract(self, ordered: bool) -> int:
        if ordered not in self._neutral:
            self._neutral[ordered] = self._add_abstract("".join(_neutral(ordered, i) for i in range(LEVELS)))
        return self._neutral[ordered]

    def _add_abstract(self, levels: str) -> int:
        number = self._numbering.next_abstract + len(self._abstracts)
        # Word takes lists of one nsid for the same list, so each of ours has its own.
        self._abstracts.append(
            f'<w:abstractNum w:abstractNumId="{number}"><w:nsid w:val="{0x5D0C0000 + number:08X}"/>'
            f'<w:multiLevelType w:val="multilevel"/>{levels}</w:abstractNum>'
        )
        return number


def _restart(level: int, start: int) -> str:
    return f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="{start}"/></w:lvlOverride>'


def _neutral(ordered: bool, level: int) -> str:
    if ordered:
        return _lvl(level, _FORMATS[level % len(_FORMATS)], f"%{level + 1}.", _STEP * (level + 1))
    return _lvl(level, "bullet", _BULLETS[min(level, 1)], _STEP * (level + 1))


def _lvl(level: int, number_format: str, text: str, left: int, rpr: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{number_format}"/>'
        f'<w:lvlText w:val="{escape_text(text)}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="{left}" w:hanging="{_STEP}"/></w:pPr>{rpr}</w:lvl>'
    )


def _widened(abstract: Element, top: Level) -> str:
    """Return nine levels for a list that has fewer: its own look, deeper ones further in."""
    own = {_place(e): e for e in abstract.iterfind("w:lvl", NS)}
    first = own.get(0)
    rpr = None if first is None else child(first, "w:rPr")
    look = "" if rpr is None else _bare(rpr)
    left = whole(attribute(first, "w:pPr/w:ind", qn("w:left")), _STEP)
    _, _, after = top.text.partition("%1")
    levels = []
    for i in range(LEVELS):
        if i in own:
            levels.append(_bare(own[i]))
        elif top.format == "bullet":
            levels.append(_lvl(i, "bullet", top.text, left + _STEP * i, look))
        else:
            levels.append(_lvl(i, _FORMATS[i % len(_FORMATS)], f"%{i + 1}{after}", left + _STEP * i, look))
    return "".join(levels)


def _bare(element: Element) -> str:
    """Return an element as text; the tie to a style stays with the original."""
    copy = deepcopy(element)
    copy.tail = None
    for tie in copy.findall("w:pStyle", NS):
        detach(tie)
    return etree.tostring(copy, encoding="unicode")
