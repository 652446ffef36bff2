"""Something wrong with a template, as the room that knows Word sees it: where, what, and the remedy."""

from __future__ import annotations

from dataclasses import dataclass

from generator.diagnostics import Severity, StyrdokError

_LONGEST = 70


@dataclass(frozen=True, slots=True)
class Flaw:
    """A flaw of a template; ``paragraph`` is 0 when it concerns the part as a whole.

    An error breaks the documents; the rest is for the linter to tell.
    """

    part: str
    paragraph: int
    tag: str
    what: str
    hint: str
    severity: Severity = Severity.ERROR
    code: str = "D003"

    def message(self, template: str) -> str:
        """Return template, part, paragraph, tag and what is wrong, as one sentence."""
        return f"{place(template, self.part, self.paragraph, self.tag)}: {self.what}"

    def error(self, template: str) -> StyrdokError:
        """Return the flaw as what keeps a document from being built."""
        return StyrdokError(self.message(template), self.hint, code=self.code)


def place(template: str, part: str, paragraph: int = 0, tag: str = "") -> str:
    """Return ”Mallen plan.docx (word/document.xml, stycke 4, ”{{ nod.titel }}”)” with what is known of it."""
    shown = tag if len(tag) <= _LONGEST else tag[: _LONGEST - 1] + "…"
    where = [part, f"stycke {paragraph}" if paragraph else "", f"”{shown}”" if shown else ""]
    said = ", ".join(w for w in where if w)
    return f"Mallen {template} ({said})" if said else f"Mallen {template}"
