"""What a built file says of itself."""

from __future__ import annotations

from generator.documents.archive import content_hash
from generator.documents.view import View
from generator.ooxml.properties import Properties


def properties_of(view: View, code: str = "") -> Properties:
    """Return what the file says of itself; what is example content says so there too.

    ``code`` is the view's ``content_hash``, where it is known already.
    """
    dokument = view.dokument
    subject = " · ".join(t for t in (dokument.slag.capitalize(), dokument.period, dokument.markning) if t)
    custom = {
        "Dokument-id": dokument.id,
        "Version": dokument.version,
        "Diarienummer": dokument.diarienummer,
        "Organ": dokument.organ,
        "Beslut": str(dokument.beslut),
        "Märkning": dokument.markning,
        "Innehållskod": code or content_hash(view),
    }
    return Properties(
        title=" – ".join(t for t in (dokument.titel, dokument.organ) if t),
        subject=subject,
        creator=dokument.organisation,
        language=dokument.sprak,
        category=dokument.slag,
        keywords=dokument.markning,
        status=dokument.stadium,
        version=dokument.version,
        custom={k: v for k, v in custom.items() if v},
    )
