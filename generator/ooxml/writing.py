"""The finished parts of a document put into one file, with the tables that say what each part is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator.ooxml import content_types, relationships
from generator.ooxml.content_types import ContentTypes
from generator.ooxml.prepared import Prepared
from generator.ooxml.properties import Properties, property_parts
from generator.ooxml.relationships import Relationships, relationships_name
from generator.ooxml.zipfiles import write_zip


@dataclass(frozen=True, slots=True)
class Finished:
    """What differs between documents of one template.

    ``addresses`` holds, for each story, the web addresses its text links to by relationship id; ``numbering``
    is None when the document adds no list.
    """

    stories: Mapping[str, bytes]
    addresses: Mapping[str, Mapping[str, str]]
    numbering: bytes | None


def write(prepared: Prepared, finished: Finished, properties: Properties) -> bytes:
    """Return the file."""
    parts = {**prepared.static, **finished.stories}
    parts[prepared.settings_part] = prepared.settings(footnotes=prepared.footnotes_part in parts)
    if finished.numbering is not None:
        parts[prepared.numbering_part] = finished.numbering
    types = prepared.package.types
    main_links = _relate(prepared, parts, types)
    for story in finished.stories:
        links = main_links if story == prepared.main else prepared.links(story).copy()
        for rid, address in sorted(finished.addresses.get(story, {}).items()):
            links.put(rid, relationships.HYPERLINK, address, external=True)
        if len(links):
            parts[relationships_name(story)] = links.serialise()
    _add_properties(parts, types, properties, prepared.main)
    parts[content_types.PART] = types.serialise(frozenset(parts))
    return write_zip(parts, prepared.deflated)


def _relate(prepared: Prepared, parts: Mapping[str, bytes], types: ContentTypes) -> Relationships:
    """State the types of the parts that belong to the document, and return the document's relationships."""
    links = prepared.links(prepared.main).copy()
    types.set(prepared.main, content_types.DOCUMENT)
    for part, kind, content_type in (
        (prepared.styles_part, relationships.STYLES, content_types.STYLES),
        (prepared.settings_part, relationships.SETTINGS, content_types.SETTINGS),
        (prepared.footnotes_part, relationships.FOOTNOTES, content_types.FOOTNOTES),
        (prepared.endnotes_part, relationships.ENDNOTES, content_types.ENDNOTES),
        (prepared.numbering_part, relationships.NUMBERING, content_types.NUMBERING),
    ):
        if part in parts:
            types.set(part, content_type)
            if links.target(kind) is None:
                links.add(kind, part.removeprefix(f"{prepared.folder}/") if prepared.folder else part)
    return links


def _add_properties(parts: dict[str, bytes], types: ContentTypes, properties: Properties, main: str) -> None:
    of_package = Relationships("")
    of_package.add(relationships.MAIN_DOCUMENT, main)
    for part, relationship, content_type, data in property_parts(properties):
        parts[part] = data
        types.set(part, content_type)
        of_package.add(relationship, part)
    parts[relationships_name("")] = of_package.serialise()
