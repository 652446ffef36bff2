"""The linter of templates: what would go wrong, or be missed, when documents are made; nothing is rendered.

D001 names and writing, D002 what the kind promises and the template never shows, D003 placement, D004 the
house style, T001 pictures without words.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from jinja2 import TemplateSyntaxError

from generator.diagnostics import Diagnostic, Position, Severity, StyrdokError
from generator.ooxml.drift import house_flaws
from generator.ooxml.flaw import Flaw, place
from generator.ooxml.package import Package
from generator.ooxml.prepared import Prepared
from generator.ooxml.tags import Tag, TaggedPart
from generator.ooxml.template_parts import changes_in, read_template, silent_pictures, unfilled
from generator.render.environment import TemplateEnvironment, make_environment
from generator.render.failures import as_typed
from generator.render.field_words import meaning, spelled, thing
from generator.render.grammar import followable, misspellings
from generator.render.needed import NEEDED
from generator.render.reach import Reach
from generator.render.shapes import Leaf, Many, Model, Shape, classes_of, parts_of
from generator.render.syntax_words import syntax_in_words

_NAMES_HINT = "Namnen visas av styrdok templates show."
_LAST = 10**9


@dataclass(frozen=True, slots=True)
class Rules:
    """What a template is held against: its names, the fields that its kind promises, the base template."""

    model: Model
    promises: Sequence[str] = ()
    base: bytes | None = None


def lint(data: bytes, name: str, rules: Rules) -> tuple[Diagnostic, ...]:
    """Return everything that is wrong with a template; ``name`` is its file name."""
    try:
        prepared = Prepared(Package.read(data, name))
    except StyrdokError as problem:
        return (Diagnostic("S005", problem.message, Position(name), problem.hint),)
    run = _Run(name, rules, Reach(rules.model))
    run.flaws(changes_in(prepared))
    run.flaws(unfilled(prepared.package))
    run.flaws(silent_pictures(prepared))
    for reading in read_template(prepared):
        run.flaws(reading.flaws)
        run.part(reading.part)
    run.promises()
    run.flaws(house_flaws(prepared.package, rules.base, NEEDED))
    return run.in_order()


def _way_to_show(name: str, shape: Shape) -> str:
    """Return how a field is put into a template."""
    if isinstance(shape, Many):
        return f"Gå igenom listan där den ska stå: {{%p for … in ….{name} %}}."
    if isinstance(shape, Leaf) and shape.said:
        return f"Lägg till {{{{{'p' if shape.blocks else ''} ….{name} }}}} där det ska stå."
    return f"Låt mallen visa ….{name}, eller något bero på det: {{%p if ….{name} %}}."


@dataclass(slots=True)
class _Run:
    name: str
    rules: Rules
    reach: Reach
    environment: TemplateEnvironment = field(default_factory=make_environment)
    found: list[tuple[str, int, Diagnostic]] = field(default_factory=list)
    whole: bool = True

    def in_order(self) -> tuple[Diagnostic, ...]:
        """Return what was found as a reader meets it: part by part, paragraph by paragraph, then the rest."""
        parts = list(dict.fromkeys(part for part, _, _ in self.found if part))
        rank = {part: number for number, part in enumerate(parts)} | {"": len(parts)}
        ordered = sorted(self.found, key=lambda f: (rank[f[0]], f[1] or _LAST))
        return tuple(dict.fromkeys(diagnostic for _, _, diagnostic in ordered))

    def flaws(self, flaws: Iterator[Flaw] | Sequence[Flaw]) -> None:
        """Take over what the room of Word has found."""
        for flaw in flaws:
            part = "" if flaw.code == "D004" else flaw.part
            self._add(flaw.code, flaw.message(self.name), flaw.hint, flaw.severity, (part, flaw.paragraph))

    def part(self, part: TaggedPart) -> None:
        """Look at the writing of every tag of a part, and at what it stands for."""
        broken = list(misspellings(part, self.environment))
        for wrong in broken:
            self._tag(part, part.tags[wrong.number], wrong.what, wrong.hint)
        before = len(self.reach.found)
        try:
            self.reach.walk(self.environment.parse(followable(part, broken)))
        except TemplateSyntaxError as problem:
            self.whole = False
            self._unreadable(part, problem)
        written = " ".join(tag.seen for tag in part.tags)
        for found in self.reach.found[before:]:
            tag = part.tag(found.line)
            if tag is not None:
                self._tag(
                    part, tag, as_typed(as_typed(found.what, tag.seen), written), found.hint or _NAMES_HINT
                )

    def _unreadable(self, part: TaggedPart, problem: TemplateSyntaxError) -> None:
        """Tell why a part cannot be followed, unless that has been told already."""
        if not any(d.severity is Severity.ERROR and name == part.name for name, _, d in self.found):
            tag = part.tag(problem.lineno)
            what, hint = syntax_in_words(problem)
            where = place(self.name, part.name, tag.paragraph if tag else 0, tag.seen if tag else "")
            self._add("D001", f"{where}: {what}", hint, spot=(part.name, 0))

    def promises(self) -> None:
        """Tell which promised fields no place shows; not when some part could not be followed."""
        classes = classes_of(self.rules.model.view) if self.whole else {}
        for promise in self.rules.promises:
            owner, _, name = promise.partition(".")
            cls = classes.get(owner)
            if cls is None or name not in parts_of(cls) or promise in self._kept(cls, name):
                continue
            said = f"{thing(cls)}: {meaning(cls, name)}" if meaning(cls, name) else thing(cls)
            hint = _way_to_show(spelled(name), parts_of(cls)[name])
            message = f"Mallen {self.name} visar ingenstans ”{spelled(name)}” ({said})"
            self._add("D002", message, hint, Severity.WARNING)

    def _kept(self, cls: type, name: str) -> set[str]:
        """Return the fields that count: words have to be printed; the rest may also decide something."""
        shape = parts_of(cls)[name]
        return self.reach.shown if isinstance(shape, Leaf) and shape.said else self.reach.used

    def _tag(self, part: TaggedPart, tag: Tag, what: str, hint: str) -> None:
        where = place(self.name, part.name, tag.paragraph, tag.seen)
        self._add("D001", f"{where}: {what}", hint, spot=(part.name, tag.paragraph))

    def _add(
        self,
        code: str,
        message: str,
        hint: str,
        severity: Severity = Severity.ERROR,
        spot: tuple[str, int] = ("", 0),
    ) -> None:
        self.found.append((*spot, Diagnostic(code, message, Position(self.name), hint, severity)))
