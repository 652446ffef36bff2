"""Where the tags of a template stand: what would break a document, or lose something without a word."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from generator.diagnostics import Severity
from generator.ooxml.flaw import Flaw
from generator.ooxml.tag_text import COMMENT, STATEMENT, TAG, VALUE, TagText, parse_tag, unclosed, unopened
from generator.ooxml.xml import Element, child, qn

_P, _TR, _TC, _TBL, _BOX = (qn(f"w:{name}") for name in ("p", "tr", "tc", "tbl", "txbxContent"))
_WORDS = {_TR: ("{%tr", "raden"), _TC: ("{%tc", "cellen")}
_PICTURES = tuple(qn(f"w:{name}") for name in ("drawing", "pict", "object"))
_NOTES = (qn("w:footnoteReference"), qn("w:endnoteReference"))
_FIELDS = (qn("w:fldChar"), qn("w:fldSimple"))
_BREAK, _TYPE = qn("w:br"), qn("w:type")
_LONGEST = 50


@dataclass(slots=True, eq=False)
class Found:
    """A tag where it was found: the element that held it, its paragraph and that paragraph's number."""

    text: TagText
    element: Element
    paragraph: Element | None
    number: int

    def flaw(self, part: str, what: str, hint: str, severity: Severity = Severity.ERROR) -> Flaw:
        """Return a flaw of this tag."""
        return Flaw(part, self.number, self.text.seen, what, hint, severity)


@dataclass(frozen=True, slots=True)
class _Part:
    """A part before its tags are marked: paragraphs with number and text, tags by paragraph, row and cell."""

    name: str
    numbers: Mapping[Element, int]
    texts: Mapping[Element, str]
    found: Sequence[Found]


def placement_flaws(
    name: str, numbers: Mapping[Element, int], texts: Mapping[Element, str], found: Sequence[Found]
) -> Iterator[Flaw]:
    """Yield what is wrong; ``numbers`` and ``texts`` are those of the paragraphs, tags as they were typed."""
    part = _Part(name, numbers, texts, found)
    for check in _CHECKS:
        yield from check(part)


def _loose_ends(part: _Part) -> Iterator[Flaw]:
    for paragraph, text in part.texts.items():
        number = part.numbers[paragraph]
        if begun := unclosed(text):
            hint = "Skriv hela taggen i ett och samma stycke, med }}, %} eller #} sist."
            yield Flaw(part.name, number, begun, "taggen avslutas aldrig", hint)
        elif (end := unopened(text)) and not _is_plain_end(end, text):
            hint = "Skriv {{, {% eller {# där taggen börjar, eller ta bort tecknen."
            yield Flaw(
                part.name,
                number,
                text.strip()[:_LONGEST],
                f"”{end}” avslutar ingen tagg",
                hint,
                Severity.WARNING,
            )


def _is_plain_end(end: str, text: str) -> bool:
    """Tell whether ``%}`` may well be a per cent sign and a brace of the text."""
    return end != "}}" and "{" in TAG.sub("", text)


def _trimmed(part: _Part) -> Iterator[Flaw]:
    for item in part.found:
        if item.text.trims:
            what = "ett bindestreck eller plustecken intill klamrarna slår ihop stycken i dokumentet"
            yield item.flaw(part.name, what, "Ta bort tecknet närmast % eller {.")


def _kinds(part: _Part) -> Iterator[Flaw]:
    """Yield tags of a form that there is not."""
    for item in part.found:
        text = item.text
        if text.mark == VALUE and text.takes in ("tr", "tc"):
            yield item.flaw(part.name, f"”{{{{{text.takes}” finns inte", "Skriv {{ … }} eller {{p … }}.")
        elif not text.inside and text.mark != COMMENT:
            yield item.flaw(part.name, "taggen är tom", "Skriv ett namn i taggen, eller ta bort den.")
        elif text.takes == "p" and item.paragraph is None:
            yield item.flaw(part.name, "taggen står utanför texten", "Flytta den till ett eget stycke.")


def _alone(part: _Part) -> Iterator[Flaw]:
    """Yield paragraphs that a tag takes with it though they hold more than the tag."""
    for paragraph, items in _by(part.found, lambda item: item.paragraph).items():
        taking = [item for item in items if item.text.takes == "p"]
        if not taking:
            continue
        first = taking[0]
        if child(paragraph, "w:pPr/w:sectPr") is not None:
            what = "stycket avslutar ett avsnitt, som skulle försvinna med taggen"
            yield first.flaw(part.name, what, "Flytta taggen till ett eget stycke före avsnittsbrytningen.")
        if len(taking) > 1:
            what = f"i stycket står också ”{taking[1].text.seen}”; bara en sådan tagg får plats"
            yield first.flaw(part.name, what, "Ge varje {{p och {%p ett eget stycke.")
        elif more := _more(part.texts[paragraph], paragraph):
            what = f"i stycket står också {more}, som skulle försvinna med taggen"
            yield first.flaw(part.name, what, "Ge taggen ett eget stycke.")


def _more(text: str, paragraph: Element) -> str:
    """Return what else a paragraph holds than one tag."""
    if words := _without_first(text):
        return f"”{words[:_LONGEST]}”"
    for tags, name in ((_PICTURES, "en bild"), (_NOTES, "en fotnot"), (_FIELDS, "ett fält")):
        if next(paragraph.iter(*tags), None) is not None:
            return name
    page = any(e.get(_TYPE) in ("page", "column") for e in paragraph.iter(_BREAK))
    return "en sidbrytning" if page else ""


def _without_first(text: str) -> str:
    """Return the text without its first tag that takes the paragraph with it."""
    for match in TAG.finditer(text):
        if parse_tag(match[0]).takes == "p":
            return " ".join((text[: match.start()] + text[match.end() :]).split())
    return " ".join(text.split())


def _rows_and_cells(part: _Part) -> Iterator[Flaw]:
    for takes, tag in (("tr", _TR), ("tc", _TC)):
        sign, word = _WORDS[tag]
        items = [i for i in part.found if i.text.takes == takes and i.text.mark != VALUE]
        for item in items:
            if next(item.element.iterancestors(tag), None) is None:
                yield item.flaw(part.name, f"”{sign}” står utanför en tabell", "Skriv {%p utanför tabeller.")
        for holder, taking in _by(items, partial(_nearest, tag)).items():
            yield from _taken_whole(part, holder, taking, word)


def _nearest(tag: str, item: Found) -> Element | None:
    return next(item.element.iterancestors(tag), None)


def _taken_whole(part: _Part, holder: Element, taking: Sequence[Found], word: str) -> Iterator[Flaw]:
    first = taking[0]
    if len(taking) > 1:
        what = f"i {word} står också ”{taking[1].text.seen}”; bara en sådan tagg får plats"
        yield first.flaw(part.name, what, f"Ge varje tagg en egen {'rad' if word == 'raden' else 'cell'}.")
        return
    whole = "".join(part.texts.get(p, "") for p in holder.iter(_P))
    match = next((m for m in TAG.finditer(whole) if parse_tag(m[0]).seen == first.text.seen), None)
    rest = whole if match is None else whole[: match.start()] + whole[match.end() :]
    rest = TAG.sub(lambda m: "" if parse_tag(m[0]).mark == COMMENT else m[0], rest)
    if words := " ".join(rest.split()):
        what = f"i {word} står också ”{words[:_LONGEST]}”, som skulle försvinna med taggen"
        yield first.flaw(part.name, what, f"Ge taggen en egen {'rad' if word == 'raden' else 'cell'}.")


def _emptied_cells(part: _Part) -> Iterator[Flaw]:
    """Yield cells in which everything hangs on a condition: Word demands a paragraph in each."""
    by_paragraph = _by(part.found, lambda item: item.paragraph)
    for cell in _by(part.found, lambda item: next(item.element.iterancestors(_TC, _BOX), None)):
        if cell.tag != _TC:
            continue
        blocks = [b for b in cell.iter(_P, _TBL) if next(b.iterancestors(_TC, _TBL)) is cell]
        first, keeps = _hanging(blocks, by_paragraph)
        if first is not None and not keeps:
            what = "cellen blir tom när villkoret inte gäller"
            hint = "Skriv villkoret inne i ett stycke: {% if … %}…{% else %}–{% endif %}."
            yield first.flaw(part.name, what, hint, Severity.WARNING)


def _hanging(
    blocks: Sequence[Element], by_paragraph: Mapping[Element, Sequence[Found]]
) -> tuple[Found | None, bool]:
    """Return the first condition of a cell, and whether something stays in it whatever the conditions say."""
    first: Found | None = None
    depth, keeps = 0, False
    for block in blocks:
        taking = [i for i in by_paragraph.get(block, ()) if i.text.takes == "p"]
        statement = next((i for i in taking if i.text.mark == STATEMENT), None)
        if statement is None:
            keeps |= depth == 0 and not any(i.text.mark == COMMENT for i in taking)
            continue
        first = first or statement
        word = statement.text.word
        depth += word in ("if", "for")
        depth -= word in ("endif", "endfor")
        keeps |= word == "else"
    return first, keeps


def _by(items: Iterable[Found], key: Callable[[Found], Element | None]) -> dict[Element, list[Found]]:
    groups: dict[Element, list[Found]] = {}
    for item in items:
        holder = key(item)
        if holder is not None:
            groups.setdefault(holder, []).append(item)
    return groups


_CHECKS: tuple[Callable[[_Part], Iterator[Flaw]], ...] = (
    _loose_ends,
    _trimmed,
    _kinds,
    _alone,
    _rows_and_cells,
    _emptied_cells,
)
