"""What may be wrong with the build of a redline although it reads right: what Word would not like."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from lxml.etree import _Element as Element

from tests.support.wordfile import MC, RELATION_OF_DIAGRAM, R, W, WordFile, local, tag

_RUNS = ("ins", "del", "moveFrom", "moveTo")
_CHANGES = ("rPrChange", "pPrChange", "sectPrChange", "tblPrChange", "trPrChange", "tcPrChange",
            "tblPrExChange", "numberingChange")  # fmt: skip
_REVISIONS = {f"{W}{name}" for name in (*_RUNS, *_CHANGES, "cellIns", "cellDel", "cellMerge")}
_HOLDING = {f"{W}{name}" for name in _RUNS}
_DELETED, _MOVED = f"{W}del", f"{W}moveFrom"
_RANGES = ("bookmark", "commentRange", "moveFromRange", "moveToRange", "perm", "customXmlInsRange",
           "customXmlDelRange")  # fmt: skip
_STYLES = {f"{W}pStyle": "paragraph", f"{W}rStyle": "character", f"{W}tblStyle": "table"}
_DOCPR = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
_PARA_ID = "{http://schemas.microsoft.com/office/word/2010/wordml}paraId"
_NOT_LAST = {f"{W}bookmarkStart", f"{W}bookmarkEnd", f"{W}permEnd", f"{W}commentRangeEnd"}


def faults(file: WordFile) -> Counter[str]:
    """Return the faults of a file, each with how often it is there."""
    found: Counter[str] = Counter(_links(file))
    for name in file.stories():
        root = file.root(name)
        found.update(f"{name}: {fault}" for fault in (*_marks(root), *_ranges(root), *_blocks(root)))
        found.update(f"{name}: {fault}" for fault in (*_defined(file, root), *_notes(file, root)))
    roots = [file.root(name) for name in file.stories()]
    found.update(_repeated(roots))
    return found


def _marks(root: Element) -> Iterator[str]:
    """Find changes that stand where they may not."""
    for element in root.iter(*_REVISIONS):
        name = local(element)
        if not element.get(f"{W}author"):
            yield f"{name} utan upphovsman"
        if tag(element) not in _HOLDING or local(element.getparent()) in {"rPr", "trPr", "numPr", "ctrlPr"}:
            continue
        above = _above(element)
        if tag(element) in above:
            yield f"{name} i {name}"
        if tag(element) == f"{W}ins" and _DELETED in above:
            yield "ins i del"
        if not len(element):
            yield f"{name} utan innehåll"
    yield from _texts(root)


def _texts(root: Element) -> Iterator[str]:
    """Find text that is written as deleted but is not, or the other way round."""
    for text in root.iter(f"{W}t", f"{W}instrText"):
        if _DELETED in _above(text):
            yield f"{local(text)} i del"
    for text in root.iter(f"{W}delText", f"{W}delInstrText"):
        if not {_DELETED, _MOVED} & {tag(above) for above in text.iterancestors()}:
            yield f"{local(text)} utanför del"


def _above(element: Element) -> list[str]:
    """Return the tags above an element up to its own paragraph."""
    tags: list[str] = []
    for ancestor in element.iterancestors():
        if tag(ancestor) == f"{W}p":
            break
        tags.append(tag(ancestor))
    return tags


def _ranges(root: Element) -> Iterator[str]:
    for name in _RANGES:
        starts = [element.get(f"{W}id", "") for element in root.iter(f"{W}{name}Start")]
        ends = Counter(element.get(f"{W}id", "") for element in root.iter(f"{W}{name}End"))
        unpaired = (Counter(starts) - ends) + (ends - Counter(starts))
        yield from (f"{name} {id_} utan början eller slut" for id_ in unpaired)
    names = {
        kind: Counter(element.get(f"{W}name", "") for element in root.iter(f"{W}{kind}RangeStart"))
        for kind in ("moveFrom", "moveTo")
    }
    lone = (names["moveFrom"] - names["moveTo"]) + (names["moveTo"] - names["moveFrom"])
    yield from (f"flytt {name} utan motsvarighet" for name in lone)


def _blocks(root: Element) -> Iterator[str]:
    for cell in root.iter(f"{W}tc"):
        last = [local(child) for child in cell if tag(child) not in _NOT_LAST][-1:]
        if last not in (["p"], ["sdt"], ["customXml"]):
            yield "cell som inte slutar med ett stycke"
    for row in root.iter(f"{W}tr"):
        if row.find(f".//{W}tc") is None:
            yield "rad utan celler"
    for table in root.iter(f"{W}tbl"):
        if table.find(f".//{W}tr") is None:
            yield "tabell utan rader"
    yield from _stories(root)


def _stories(root: Element) -> Iterator[str]:
    for box in root.iter(f"{W}txbxContent", f"{W}footnote", f"{W}endnote"):
        if box.find(f".//{W}p") is None:
            yield f"{local(box)} utan stycke"
    for sections in root.iter(f"{W}body"):
        places = [index for index, child in enumerate(sections) if tag(child) == f"{W}sectPr"]
        if places and places != [len(sections) - 1]:
            yield "sektionen står inte sist"


def _defined(file: WordFile, root: Element) -> Iterator[str]:
    for element in root.iter(*_STYLES):
        id_ = element.get(f"{W}val", "")
        style = file.styles.get(id_)
        if style is None or style.get(f"{W}type") != _STYLES[tag(element)]:
            yield f"formatmallen {id_} saknas"
    for element in root.iter(f"{W}numId"):
        id_ = element.get(f"{W}val", "")
        if id_ != "0" and (id_ not in file.numbers or "" in file.numbers[id_]):
            yield f"listan {id_} saknas"


def _notes(file: WordFile, root: Element) -> Iterator[str]:
    for kind in ("footnote", "endnote"):
        for reference in root.iter(f"{W}{kind}Reference"):
            if (kind, reference.get(f"{W}id", "")) not in file.notes:
                yield f"noten {kind} {reference.get(f'{W}id')} saknas"
        ids = Counter(note.get(f"{W}id") for note in root.iter(f"{W}{kind}"))
        yield from (f"noten {kind} {id_} finns flera gånger" for id_, times in ids.items() if times > 1)


def _repeated(roots: list[Element]) -> Iterator[str]:
    """Find ids that have to be unique; what is written twice for old programs has the same ids twice."""
    for spare in (False, True):
        for what, ids in (
            ("ändringens id", [e.get(f"{W}id") for e in _all(roots, _REVISIONS, spare=spare)]),
            ("bokmärkets id", [e.get(f"{W}id") for e in _all(roots, {f"{W}bookmarkStart"}, spare=spare)]),
            ("bokmärket", [e.get(f"{W}name") for e in _all(roots, {f"{W}bookmarkStart"}, spare=spare)]),
            ("bildens id", [e.get("id") for e in _all(roots, {_DOCPR}, spare=spare)]),
            ("styckets id", _given(_all(roots, {f"{W}p", f"{W}tr"}, spare=spare), _PARA_ID)),
        ):  # fmt: skip
            if any(id_ is None for id_ in ids):
                yield f"{what} saknas"
            yield from (f"{what} {id_} finns flera gånger" for id_, n in Counter(ids).items() if n > 1)


def _given(elements: Iterator[Element], name: str) -> list[str | None]:
    return [id_ for element in elements if (id_ := element.get(name))]


def _all(roots: list[Element], tags: set[str], *, spare: bool) -> Iterator[Element]:
    for root in roots:
        for element in root.iter(*tags):
            if spare == any(tag(above) == f"{MC}Fallback" for above in element.iterancestors()):
                yield element


def _links(file: WordFile) -> Iterator[str]:
    endings, names = file.content_types
    for name in file.parts:
        if name == "[Content_Types].xml" or name.endswith("/"):
            continue
        if name.lower() not in names and name.rpartition(".")[2].lower() not in endings:
            yield f"{name} har ingen innehållstyp"
        if "/_rels/" in f"/{name}":
            continue
        links = file.links(name)
        for id_, link in links.items():
            if not link.external and link.target not in file.parts and not link.target.endswith("NULL"):
                yield f"{name}: {id_} leder till {link.target} som saknas"
        if file.parts[name].find(b"dataModelExt") > 0:
            ids = {id_.decode() for id_ in RELATION_OF_DIAGRAM.findall(file.parts[name])}
            yield from (
                f"{name}: relationen {id_} saknas" for id_ in sorted(ids - file.links(file.main).keys())
            )
        if name in file.stories():
            used = {v for e in file.root(name).iter("{*}*") for k, v in e.attrib.items() if k.startswith(R)}
            yield from (f"{name}: relationen {id_} saknas" for id_ in sorted(used - links.keys() - {""}))
