"""What can be built: each document, and each proposal to change it, with what keeps it from being built."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from generator.build.errors_by_document import errors_by_document
from generator.build.files import file_name
from generator.build.inspection import Inspection
from generator.build.proposed import Proposed
from generator.build.selection import Wanted, as_id, select
from generator.content.folders import PROPOSALS
from generator.diagnostics import Diagnostic, StyrdokError, did_you_mean
from generator.diagnostics.values import dataclass
from generator.domain.dokument import Dokument
from generator.domain.korpus import Korpus

MARK = "@"
"""Stands between a document's id and a proposal's name."""


@dataclass(frozen=True, slots=True)
class Edition:
    """A document, or a proposal to change it, as it is to be built.

    ``id`` is what it is called (``ID`` or ``ID@namn``), ``document`` the document's id, ``file`` the name of
    its file; ``errors`` keep it from being built. ``proposal`` is the proposal's name.
    """

    id: str
    document: str
    korpus: Korpus
    errors: Sequence[Diagnostic]
    file: str
    proposal: str = ""

    @property
    def dokument(self) -> Dokument | None:
        """The document as it is in this edition; None when it cannot be read."""
        return self.korpus.dokument.get(self.document)

    @property
    def title(self) -> str:
        """What it is called among the results."""
        dokument = self.dokument
        if dokument is None:
            return self.id
        return f"{dokument.titel} ({dokument.forslagstitel})" if self.proposal else dokument.titel

    def why_skipped(self) -> str:
        """Return the first of the errors, and how many more there are."""
        if not self.errors:
            return "dokument.yaml har fel"
        first, more = self.errors[0], len(self.errors) - 1
        return f"{first.position}: {first.message}" + (f" (och {more} fel till)" if more else "")


def editions(
    inspection: Inspection, korpus: Korpus, wanted: Wanted, *, proposals: bool
) -> tuple[Edition, ...]:
    """Return what is wanted in the order of the content, each document followed by its proposals.

    ``ID@namn`` asks for one proposal, and for its document too, which it is compared with. Raises
    StyrdokError when a name fits nothing.
    """
    known = inspection.documents
    whole = tuple(name for name in wanted.documents if MARK not in name)
    named = tuple(as_id(name) for name in wanted.documents if MARK in name)
    _stop_if_unknown(named, inspection.proposals)
    documents = tuple(dict.fromkeys((*whole, *(name.partition(MARK)[0] for name in named))))
    chosen = select(korpus, known, replace(wanted, documents=documents))
    all_of = set(select(korpus, known, replace(wanted, documents=whole))) if whole or not named else set()
    blocked = errors_by_document(korpus, known, inspection.found)
    found: list[Edition] = []
    for id_ in chosen:
        found.append(Edition(id_, id_, korpus, blocked.get(id_, ()), file_name(id_)))
        its = (each for each in inspection.proposals if each.document == id_)
        asked = (each for each in its if each.id in named or (proposals and id_ in all_of))
        found += [_proposal(each, korpus, known) for each in asked]
    return tuple(found)


def _stop_if_unknown(named: Iterable[str], proposals: Sequence[Proposed]) -> None:
    known = [each.id for each in proposals]
    for name in named:
        if name not in known:
            listed = (
                f"Förslagen är {', '.join(known)}." if known else f"Ett förslag är en mapp i {PROPOSALS}/."
            )
            raise StyrdokError(f"Det finns inget förslag ”{name}”", did_you_mean(name, known, listed))


def _proposal(each: Proposed, main: Korpus, known: Sequence[str]) -> Edition:
    korpus = each.korpus if each.korpus is not None else main
    errors = errors_by_document(korpus, known, each.found, each.folder).get(each.document, ())
    file = file_name(f"{each.document}-{PROPOSALS}-{each.name}")
    return Edition(each.id, each.document, korpus, errors, file, each.name)


def rivals(all_: Iterable[Edition], known: Sequence[str], proposals: Sequence[Proposed]) -> Mapping[str, str]:
    """Return for each edition another whose file has the same name, if any: ``a/b`` and ``a-b``."""
    names = {id_: file_name(id_).casefold() for id_ in known}
    names |= {p.id: file_name(f"{p.document}-{PROPOSALS}-{p.name}").casefold() for p in proposals}
    return dict(_alike(all_, names))


def _alike(all_: Iterable[Edition], names: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for edition in all_:
        name = names[edition.id]
        other = next((id_ for id_, its in names.items() if its == name and id_ != edition.id), "")
        if other:
            yield edition.id, other
