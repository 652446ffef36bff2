"""What a build puts out of a frozen document: the frozen file itself, and what to do when it differs."""

from __future__ import annotations

from collections.abc import MutableMapping
from dataclasses import replace
from pathlib import Path

from generator.build.arkiv.intact import problems
from generator.build.arkiv.rules import called, last_decided, next_version
from generator.build.arkiv.store import Archive, Frozen
from generator.build.files import checksum, write_whole
from generator.build.kept import by_hand_in_words, is_untouched, keep_what_a_person_changed
from generator.build.manifest import Entry, Manifest
from generator.build.pages_kept import KeptPages, of_items
from generator.build.results import Outcome, Result
from generator.build.workspace import Workspace
from generator.diagnostics import StyrdokError
from generator.domain.arkiv import Arkiverat, Forhallande, Fryssteg
from generator.ooxml.caches import PAGE_COUNT

DELIVERED = (Forhallande.LIKA, Forhallande.ANDRAT, Forhallande.SKADAT)
"""How the content relates to a frozen version that is put out as it is."""


def deliver(
    workspace: Workspace,
    manifest: Manifest,
    counted: MutableMapping[str, KeptPages],
    held: Arkiverat,
    result: Result,
    *,
    dry_run: bool,
) -> Result:
    """Put the frozen file in the place of the built one, and return the result with what there is to say.

    A file that a person has changed is put aside first. Raises StyrdokError when the frozen version is
    damaged, or cannot be written.
    """
    versions = Archive(workspace).versions(result.document)
    frozen = _the_one(versions, held)
    wrong = next(problems(frozen), "")
    if wrong:
        message = f"den frysta {called(frozen)} är inte som när den frystes: {wrong}"
        raise StyrdokError(message, "Styrdok check (D006) säger mer.")
    data, pages = frozen.document(), frozen.pages()
    result = replace(result, pages=(pages or {}).get(PAGE_COUNT, 0))
    aside = None if dry_run else _put(data, result, manifest)
    if pages and not dry_run:
        counted[result.document] = KeptPages(checksum(data), of_items(pages))
    kept = by_hand_in_words(aside)
    if held.nu is Forhallande.LIKA:
        return replace(result, reason=kept)
    correction, revision = (next_version(s, versions) for s in (Fryssteg.RATTELSE, Fryssteg.REVISION))
    said = f"fryst {frozen.version} har ändrats i innehållet; filen är den frysta" + (
        f"; {kept}" if kept else ""
    )
    hint = (
        f"Gör en rättelse ({correction}) eller en revision ({revision}) genom att ändra version i"
        " dokument.yaml, eller ta tillbaka ändringen. Styrdok check (P008) säger vad som skiljer."
    )
    return replace(result, outcome=Outcome.DIFFERS, reason=said, hint=hint)


def _the_one(versions: tuple[Frozen, ...], held: Arkiverat) -> Frozen:
    wanted = held.mot
    found = (f for f in reversed(versions) if wanted and (f.version, f.steg) == (wanted.version, wanted.steg))
    frozen = next(found, None) or last_decided(versions)
    if frozen is None:
        raise StyrdokError("Den frysta versionen finns inte längre", "Styrdok check (D006) säger mer.")
    return frozen


def _put(data: bytes, result: Result, manifest: Manifest) -> Path | None:
    """Write the file unless it is there, and return what a person's own was put aside as."""
    path, entry = result.path, manifest.get(result.document)
    assert path is not None  # noqa: S101  # the caller says where
    known = Entry(path.name, "fryst", checksum(data), result.pages)
    aside = keep_what_a_person_changed(path, data, entry)
    if not is_untouched(path, known):
        write_whole(path, data)
    if entry != known:
        manifest.put(result.document, known)
    return aside


def reminded(result: Result, held: Arkiverat | None, workspace: Workspace) -> Result:
    """Return the result of a document that is built although a version of its number is frozen, saying so."""
    if held is None or held.mot is None or result.outcome not in _BUILT or result.reason:
        return result
    if held.nu is Forhallande.NYTT_STADIUM:
        said = f"{held.mot.version} är fryst som {held.mot.steg.value} men ännu inte som justerad"
        return replace(result, reason=said)
    if held.nu is Forhallande.UTSANT_ANDRAT:
        number = next_version(Fryssteg.UTSAND, Archive(workspace).versions(result.document))
        hint = f'Skriv version: "{number}" i dokument.yaml.'
        said = f"{held.mot.version} är redan utsänd, med en annan lydelse"
        return replace(result, reason=said, hint=hint)
    return result


_BUILT = (Outcome.BUILT, Outcome.UNCHANGED, Outcome.PLANNED)
