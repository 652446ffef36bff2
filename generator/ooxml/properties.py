"""What a file says of itself: title, author, language, status, and properties of our own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime

from lxml import etree

from generator.ooxml import content_types, relationships
from generator.ooxml.package import Package
from generator.ooxml.text import escape_text
from generator.ooxml.xml import parse_strict

CORE_PART = "docProps/core.xml"
APP_PART = "docProps/app.xml"
CUSTOM_PART = "docProps/custom.xml"

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_CP = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_DC = "http://purl.org/dc/elements/1.1/"
_DCTERMS = "http://purl.org/dc/terms/"
_APP = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
_CUSTOM = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
_VT = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
_FMTID = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
_FIRST_PID = 2
EPOCH = datetime(2000, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Properties:
    """The properties of a document; an empty one is not written. ``created`` is fixed, never now."""

    title: str = ""
    subject: str = ""
    creator: str = ""
    language: str = "sv-SE"
    keywords: str = ""
    category: str = ""
    status: str = ""
    version: str = ""
    custom: Mapping[str, str] = field(default_factory=dict)
    created: datetime = EPOCH


def core_xml(properties: Properties) -> bytes:
    """Return docProps/core.xml."""
    moment = properties.created.strftime("%Y-%m-%dT%H:%M:%SZ")
    values = (
        ("dc:title", properties.title),
        ("dc:subject", properties.subject),
        ("dc:creator", properties.creator),
        ("cp:keywords", properties.keywords),
        ("cp:lastModifiedBy", properties.creator),
        ("cp:category", properties.category),
        ("cp:contentStatus", properties.status),
        ("dc:language", properties.language),
        ("cp:version", properties.version),
    )
    items = "".join(f"<{tag}>{escape_text(text)}</{tag}>" for tag, text in values if text)
    dates = "".join(
        f'<dcterms:{tag} xsi:type="dcterms:W3CDTF">{moment}</dcterms:{tag}>'
        for tag in ("created", "modified")
    )
    return (
        f'{_HEAD}<cp:coreProperties xmlns:cp="{_CP}" xmlns:dc="{_DC}" xmlns:dcterms="{_DCTERMS}"'
        f' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">{items}{dates}</cp:coreProperties>'
    ).encode()


def app_xml() -> bytes:
    """Return docProps/app.xml with as little as possible: nothing in it is true of more than one reader."""
    return f'{_HEAD}<Properties xmlns="{_APP}"><Application>Styrdok</Application></Properties>'.encode()


def custom_xml(custom: Mapping[str, str]) -> bytes:
    """Return docProps/custom.xml, sorted by name."""
    items = "".join(
        f'<property fmtid="{_FMTID}" pid="{number}" name="{escape_text(name)}">'
        f"<vt:lpwstr>{escape_text(value)}</vt:lpwstr></property>"
        for number, (name, value) in enumerate(sorted(custom.items()), _FIRST_PID)
    )
    return f'{_HEAD}<Properties xmlns="{_CUSTOM}" xmlns:vt="{_VT}">{items}</Properties>'.encode()


def property_parts(properties: Properties) -> list[tuple[str, str, str, bytes]]:
    """Return (part, relationship, content type, data) of the property parts of a file."""
    found = [
        (CORE_PART, relationships.CORE_PROPERTIES, content_types.CORE_PROPERTIES, core_xml(properties)),
        (APP_PART, relationships.EXTENDED_PROPERTIES, content_types.EXTENDED_PROPERTIES, app_xml()),
    ]
    if properties.custom:
        data = custom_xml(properties.custom)
        found.append((CUSTOM_PART, relationships.CUSTOM_PROPERTIES, content_types.CUSTOM_PROPERTIES, data))
    return found


def read_properties(data: bytes) -> Properties:
    """Return the properties of a .docx. Raises StyrdokError when it is not one."""
    package = Package.read(data)
    links = package.relationships("")
    core = _texts(package.parts.get(links.target(relationships.CORE_PROPERTIES) or ""), "docProps/core.xml")
    custom_part = package.parts.get(links.target(relationships.CUSTOM_PROPERTIES) or "")
    return Properties(
        title=core.get("title", ""),
        subject=core.get("subject", ""),
        creator=core.get("creator", ""),
        language=core.get("language", ""),
        keywords=core.get("keywords", ""),
        category=core.get("category", ""),
        status=core.get("contentStatus", ""),
        version=core.get("version", ""),
        custom=_custom(custom_part),
        created=_moment(core.get("created", "")),
    )


def _texts(xml: bytes | None, name: str) -> dict[str, str]:
    if xml is None:
        return {}
    return {etree.QName(element).localname: element.text or "" for element in parse_strict(xml, name)}


def _custom(xml: bytes | None) -> dict[str, str]:
    if xml is None:
        return {}
    root = parse_strict(xml, CUSTOM_PART)
    return {item.get("name") or "": "".join(item.itertext()) for item in root}


def _moment(text: str) -> datetime:
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        return EPOCH
