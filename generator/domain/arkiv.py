"""What has been frozen of a document, as far as the checks and the build have to know it.

A frozen version is what was sent out, decided or justerat, kept as it was (domain.md section 3). Its number
is 0.1, 0.2 … when it is sent out, 1.0 when it is decided and justerat, 1.1 after a rättelse, 2.0 after a
revision; what is sent out before a revision is ”2.0 förslag 1”.
"""

from __future__ import annotations

import math
import re
from dataclasses import field
from enum import StrEnum

from generator.diagnostics.values import dataclass

_NUMBER = re.compile(r"(0|[1-9]\d{0,3})\.(0|[1-9]\d{0,3})(?: förslag ([1-9]\d{0,3}))?")


class Fryssteg(StrEnum):
    """What made it worth keeping."""

    UTSAND = "utsänd"
    BESLUTAD = "beslutad"
    JUSTERAD = "justerad"
    RATTELSE = "rättelse"
    REVISION = "revision"

    @property
    def decided(self) -> bool:
        """Tell whether it is something decided, and no proposal."""
        return self is not Fryssteg.UTSAND


@dataclass(frozen=True, slots=True)
class Versionsnummer:
    """A version's number; ``forslag`` is 0 for what is no proposal of a revision."""

    huvud: int
    under: int = 0
    forslag: int = 0

    def __str__(self) -> str:
        return f"{self.huvud}.{self.under}" + (f" förslag {self.forslag}" if self.forslag else "")

    @property
    def rank(self) -> tuple[int, int, float]:
        """What it is ordered by: a proposal of 2.0 comes before 2.0 and after every 1.x."""
        return self.huvud, self.under, self.forslag or math.inf

    @property
    def is_proposal(self) -> bool:
        """Tell whether it is the number of something not yet decided."""
        return self.huvud == 0 or self.forslag > 0


def version_number(text: str) -> Versionsnummer | None:
    """Return the number that a document's ``version`` gives; None when it has another form."""
    match = _NUMBER.fullmatch(" ".join(text.split()))
    if match is None or (match[3] and (match[1] == "0" or match[2] != "0")):
        return None
    return Versionsnummer(int(match[1]), int(match[2]), int(match[3] or 0))


@dataclass(frozen=True, slots=True)
class Post:
    """Something that a document says under a name of its own: a goal, an åtagande, a chapter, its title.

    ``slag`` is what it is in words (”insatsområde”), ``kod`` a hash of what was decided of it, ``egen_kod``
    one of what the document itself adds (its text on the goal, the outcome); ``eget`` tells that the first
    was decided by the document's own body.
    """

    id: str
    slag: str
    titel: str
    eget: bool
    kod: str
    egen_kod: str = ""

    @property
    def is_item(self) -> bool:
        """Tell whether it is an item of the content, with an id that other things refer to."""
        return self.slag not in (KAPITEL, UPPGIFT)


KAPITEL, UPPGIFT = "kapitel", "uppgift"


@dataclass(frozen=True, slots=True)
class Fryst:
    """A frozen version; ``poster`` are read only of those that the checks compare with."""

    version: str
    steg: Fryssteg
    poster: tuple[Post, ...] = field(default=(), compare=False)


class Forhallande(StrEnum):
    """How the content relates to what is frozen under the version that it says it is."""

    OFRYST = "inte fryst"
    LIKA = "lika"
    NYTT_STADIUM = "samma text i ett nytt stadium"
    UTSANT_ANDRAT = "ändrad sedan den skickades ut"
    ANDRAT = "ändrad sedan beslutet"
    SKADAT = "beslutad, men det frysta kan inte läsas"


@dataclass(frozen=True, slots=True)
class Skillnad:
    """One thing that the content says otherwise; ``hur`` is ändrad, tillagd or borttagen."""

    post: Post
    hur: str
    eget: bool


@dataclass(frozen=True, slots=True)
class Arkiverat:
    """What the archive holds of one document.

    ``senaste`` is its last version, ``beslutad`` the last one that is decided; ``mot`` the version that the
    content was compared with, ``nu`` what came of it, ``skillnader`` what differs.
    """

    senaste: Fryst
    beslutad: Fryst | None = None
    mot: Fryst | None = None
    nu: Forhallande = Forhallande.OFRYST
    skillnader: tuple[Skillnad, ...] = ()
