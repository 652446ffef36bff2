"""The frozen document made anew from its view, its template and its pages, and compared part by part."""

from __future__ import annotations

from collections.abc import Iterator

from generator.build.arkiv.intact import problems
from generator.build.arkiv.records import DOCUMENT, TEMPLATE
from generator.build.arkiv.store import Frozen
from generator.build.arkiv.writing import parts_of
from generator.build.engine import engine_version
from generator.build.making import remake
from generator.diagnostics import StyrdokError
from generator.documents.archive import read_view
from generator.render.template import Template


def verified(frozen: Frozen) -> tuple[str, ...]:
    """Return in sentences what is wrong: files that have changed, and how the document made anew differs.

    Nothing is returned when each part comes out as it was.
    """
    wrong = [f"Filerna är inte som när de frystes: {each}." for each in problems(frozen)]
    try:
        return (*wrong, *_differences(frozen))
    except StyrdokError as problem:
        return (*wrong, f"Dokumentet kan inte göras om: {problem.message}.")


def _differences(frozen: Frozen) -> Iterator[str]:
    view, told = read_view(frozen.view_json(), f"{frozen.path.name}/vy.json")
    template = Template(frozen.template(), TEMPLATE)
    made = remake(view, template, frozen.pages(), frozen.record.innehallskod)
    old, new = parts_of(frozen.document(), DOCUMENT), parts_of(made, DOCUMENT)
    differ = sorted(part for part in old.keys() | new.keys() if old.get(part) != new.get(part))
    for part in differ:
        how = "saknas i det nya" if part not in new else "är ny" if part not in old else "blir en annan"
        yield f"Gjort på nytt: delen {part} {how}."
    if differ:
        yield from told
        if frozen.record.motor != engine_version():
            yield (
                f"Det frystes med {frozen.record.program} ({frozen.record.motor}), och här är"
                f" {engine_version()}: programmet gör det på ett annat sätt. Det frysta är det som gäller."
            )
