"""The linked items as files: an organisation's content for us, objects of the same fields for TRLC."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from benchmarks.chain import LEVELS, NAMNDER, Item, by_parent, of_level

_PERSPEKTIV, _MAL, _OMRADE, _UPPDRAG, _ATAGANDE = LEVELS

_ORGANISATION = """\
namn: Region Räkneexempel
läge: 2019-12-31
organ:
  fullmäktige: {namn: Regionfullmäktige, slag: fullmäktige}
"""
_STYRMODELL = """\
namn: Fem nivåer
nivåer:
  - {nyckel: perspektiv, namn: [perspektiv, perspektivet, perspektiv, perspektiven], beslutas av: fullmäktige}
  - nyckel: inriktningsmål
    namn: [inriktningsmål, inriktningsmålet, inriktningsmål, inriktningsmålen]
    beslutas av: fullmäktige
    obligatorisk: ja
  - nyckel: insatsområde
    namn: [insatsområde, insatsområdet, insatsområden, insatsområdena]
    beslutas av: fullmäktige
    egna: ja
"""
_REGIONPLAN = """\
slag: regionplan
titel: Regionplan 2019–2021
organ: fullmäktige
period: 2019–2021
stadium: justerad
version: "1.0"
datum: 2018-11-28
diarienummer: EX 2018/0001
beslut: {organ: fullmäktige, datum: 2018-11-28, paragraf: EX 1}
"""
_PLAN = """\
slag: verksamhetsplan
titel: Verksamhetsplan 2019
organ: {namnd}
period: 2019
bygger på: regionplan
stadium: utkast
"""


def write_content(found: Sequence[Item], folder: Path) -> None:
    """Write the items as an organisation: a file for each goal, and for what each nämnd answers to it."""
    namnder = "".join(f"  {n}: {{namn: {n.capitalize()}, slag: nämnd}}\n" for n in NAMNDER)
    _write(folder / "organisation.yaml", _ORGANISATION + namnder)
    _write(folder / "styrmodell.yaml", _STYRMODELL)
    _write(folder / "regionplan" / "dokument.yaml", _REGIONPLAN)
    below = {level: by_parent(found, level) for level in LEVELS}
    for perspektiv in of_level(found, _PERSPEKTIV):
        _write(folder / "mål" / f"{perspektiv.id}.md", _goal(perspektiv))
    for mal in of_level(found, _MAL):
        areas = below[_OMRADE].get(mal.id, [])
        parts = (_goal(mal), *(_area(area, below[_UPPDRAG]) for area in areas))
        _write(folder / "mål" / f"{mal.id}.md", "\n".join(parts))
        for namnd in NAMNDER:
            answer = f"---\nsvarar på: {mal.id}\n---\n{mal.text}\n" + "".join(_answers(areas, namnd, below))
            _write(folder / "plan" / namnd / "mål" / f"{mal.id}.md", answer)
    for namnd in NAMNDER:
        _write(folder / "plan" / namnd / "dokument.yaml", _PLAN.format(namnd=namnd))


def _goal(item: Item) -> str:
    under = f"under: {item.parent}\n" if item.parent else ""
    return f"---\nid: {item.id}\nnivå: {item.level}\n{under}---\n# {item.title}\n\n{item.text}\n"


def _area(area: Item, orders: Mapping[str, list[Item]]) -> str:
    own = (f"### Uppdrag till samtliga nämnder {{#{u.id}}}\n\n{u.text}\n" for u in orders.get(area.id, []))
    return "\n".join((f"## Insatsområde: {area.title} {{#{area.id}}}\n\n{area.text}\n", *own))


def _answers(
    areas: Sequence[Item], namnd: str, below: Mapping[str, Mapping[str, list[Item]]]
) -> Iterator[str]:
    for area in areas:
        promises = [
            f'- {a.text} {{#{a.id} svarar på="{a.parent}"}}\n'
            for order in below[_UPPDRAG].get(area.id, [])
            for a in below[_ATAGANDE].get(order.id, [])
            if a.namnd == namnd
        ]
        if promises:
            yield f"\n## Insatsområde: {area.id}\n\n### Åtaganden\n\n{''.join(promises)}"


_RSL = """\
package Styrning

type Perspektiv {
  title String
  text  String
}

type Inriktningsmal {
  title  String
  text   String
  parent Perspektiv
}

type Insatsomrade {
  title  String
  text   String
  parent Inriktningsmal
}

type Uppdrag {
  text   String
  parent Insatsomrade
}

type Atagande {
  text   String
  namnd  String
  parent Uppdrag
}
"""
_ASCII = str.maketrans("åäöÅÄÖ-", "aaoAAO_")


def write_trlc(found: Sequence[Item], folder: Path) -> None:
    """Write the same items for TRLC: one file of types, one of objects for each level."""
    _write(folder / "styrning.rsl", _RSL)
    for level in LEVELS:
        objects = "\n".join(_object(item) for item in of_level(found, level))
        _write(folder / f"{level.translate(_ASCII)}.trlc", f"package Styrning\n\n{objects}")


def _object(item: Item) -> str:
    said = {"title": item.title, "text": item.text, "namnd": item.namnd}
    lines = [f'  {key} = "{value}"' for key, value in said.items() if value]
    if item.parent:
        lines.append(f"  parent = {item.parent.translate(_ASCII)}")
    name = item.id.translate(_ASCII)
    return "\n".join((f"{item.level.translate(_ASCII).capitalize()} {name} {{", *lines, "}", ""))


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")
