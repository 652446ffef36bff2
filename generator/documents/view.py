"""What a Word template can print: plain frozen values, no XML, no Jinja.

A view is the context of its template, and what two versions of a document are compared by. Every field
always exists; a missing value is falsy and prints –. In a template a name may be written with or without
å, ä and ö (``målvärde``, ``malvarde``), and the nodes below a nod can be called by the name of their level
(``perspektiv.inriktningsmål``).
"""

from __future__ import annotations

from dataclasses import field

from generator.diagnostics.values import dataclass
from generator.domain.datum import Datum
from generator.domain.fras import Phrase
from generator.domain.prosa import Prosa


@dataclass(frozen=True, slots=True)
class BeslutVy:
    """The decision; falsy when there is none yet. Prints ”Regionstyrelsen 5 december 2018, § 12”."""

    organ: str = ""
    datum: Datum | None = None
    paragraf: str = ""
    text: str = ""

    def __bool__(self) -> bool:
        return bool(self.organ)

    def __str__(self) -> str:
        return self.text


@dataclass(frozen=True, slots=True)
class DokumentVy:
    """The facts of the cover, the header and the footer.

    ``overordnat`` is the title of the document it builds on, ``overordnat_organ`` the body that decided that.
    ``stadium`` and ``markning`` are words to print; ``beslutat`` tells whether the decision is made.
    ``ansvarig_for_ataganden`` answers for every åtagande that names nobody else. ``avsandare`` is who
    proposes the document, ``undertecknas`` the role that signs it. ``forslag`` is what a proposal is called
    that this is instead of the main one, and then ``stadium`` says so.
    """

    id: str
    slag: str
    titel: str
    undertitel: str
    organisation: str
    organ: str
    organ_id: str
    period: str
    stadium: str
    beslutat: bool
    version: str
    datum: Datum | None
    diarienummer: str
    ansvarig: str
    beslut: BeslutVy
    markning: str
    overordnat: str
    overordnat_organ: str
    foljer_upp: str
    ansvarig_for_ataganden: str
    sprak: str
    avsandare: str
    undertecknas: str
    forslag: str = ""


@dataclass(frozen=True, slots=True)
class KapitelVy:
    """A chapter: its title (a heading of the first level) and its text; falsy when there is none."""

    id: str
    titel: Phrase
    text: Prosa

    def __bool__(self) -> bool:
        return bool(self.titel)


NO_CHAPTER = KapitelVy("", Phrase(), Prosa())


@dataclass(frozen=True, slots=True)
class BedomningVy:
    """A judgement: sign and word together; falsy when nothing is said. ``bedomd``: it has been judged."""

    nyckel: str = ""
    tecken: str = ""
    ord: str = ""
    bedomd: bool = False

    def __bool__(self) -> bool:
        return bool(self.ord)

    def __str__(self) -> str:
        return self.ord


@dataclass(frozen=True, slots=True)
class IndikatorVy:
    """A row of an indicator table; the last four are empty in a plan.

    ``uppfoljning`` is frekvens and källa, one a line; ``eget`` that the document's own body decided it.
    """

    id: str
    namn: Phrase
    ingangsvarde: Phrase
    malvarde: Phrase
    frekvens: Phrase
    kalla: Phrase
    uppfoljning: Phrase
    kategori: str
    beslutad_av: str
    eget: bool
    utfall: Phrase
    matt: Phrase
    bedomning: BedomningVy
    kommentar: Phrase


@dataclass(frozen=True, slots=True)
class IndikatorgruppVy:
    """The indikatorer of one category, for organisations that sort them so."""

    namn: str
    indikatorer: tuple[IndikatorVy, ...]


@dataclass(frozen=True, slots=True)
class UppdragVy:
    """An uppdrag: to whom (words), whether this document's body is among them, how far it has come.

    ``samverkar_med`` says who is to help (words), ``senast`` the last day, ``aterrapporteras`` that it has to
    be reported back. ``ordinarie`` is why the usual work of the document's body answers it already.
    """

    id: str
    text: Prosa
    mottagare: str
    riktas_hit: bool
    beslutad_av: str
    eget: bool
    status: str
    kommentar: Phrase
    samverkar_med: str
    senast: Datum | None
    aterrapporteras: bool
    ordinarie: str = ""


@dataclass(frozen=True, slots=True)
class DirektivVy:
    """An order of a planeringsdirektiv, or a point of one; the fields are those of an uppdrag."""

    id: str
    text: Prosa
    punkter: tuple[DirektivVy, ...]
    samverkar_med: str
    senast: Datum | None
    aterrapporteras: bool


@dataclass(frozen=True, slots=True)
class DirektivgruppVy:
    """The orders to the same bodies: ``mottagare`` in words, the heading, and a text to them all."""

    mottagare: str
    rubrik: str
    text: Prosa
    direktiv: tuple[DirektivVy, ...]


@dataclass(frozen=True, slots=True)
class DirektivsvarVy:
    """A direktiv of the spring in a document that comes after it; ``text`` with its points below.

    ``ursprung`` is the title of the document that gave it, ``besked`` what fullmäktige's plan made of it,
    ``svar`` what the plan of the nämnd answers, a line for each. ``status`` and ``kommentar`` are those of a
    report.
    """

    id: str
    text: Prosa
    mottagare: str
    ursprung: str
    besked: str
    svar: Phrase
    status: str
    kommentar: Phrase
    samverkar_med: str
    senast: Datum | None
    aterrapporteras: bool


@dataclass(frozen=True, slots=True)
class AndringarVy:
    """What has changed since the version before (``sedan``); falsy when nothing is said of it."""

    sedan: str = ""
    datum: Datum | None = None
    text: Prosa = Prosa()

    def __bool__(self) -> bool:
        return bool(self.sedan)


@dataclass(frozen=True, slots=True)
class AtagandeVy:
    """An åtagande; ``text`` reads on from ”… ska”. ``status`` and ``kommentar`` are empty in a plan.

    ``ansvarig``, a name as it stands inside a sentence, is empty where it is the one that answers for most
    (``DokumentVy.ansvarig_for_ataganden``).
    """

    id: str
    text: Prosa
    ansvarig: str
    status: str
    kommentar: Phrase


@dataclass(frozen=True, slots=True)
class NodVy:
    """An item of the goal chain as one document prints it.

    ``djup`` is 1 for the top level. ``rubrik`` is the heading as the styrmodell words it and carries the
    bookmark; ``titel`` the bare title; ``lank`` the title as a link to the heading. ``text`` is decided by
    ``beslutad_av``, ``egen_text`` by the document's own body. ``forst_i_grupp``: first among its siblings;
    ``grupp``: what they are called together (”Insatsområden”). ``utelamnad``: the reason, when the document
    leaves it out on purpose; ``under_bedomt`` that it stands below a level whose goals are judged.
    """

    id: str
    niva: str
    djup: int
    rubrik: Phrase
    titel: Phrase
    lank: Phrase
    grupp: str
    forst_i_grupp: bool
    eget: bool
    beslutad_av: str
    text: Prosa
    egen_text: Prosa
    uppdrag: tuple[UppdragVy, ...]
    ataganden: tuple[AtagandeVy, ...]
    indikatorer: tuple[IndikatorVy, ...]
    barn: tuple[NodVy, ...]
    bedoms: bool
    maluppfyllelse: BedomningVy
    prognos: BedomningVy
    utelamnad: str
    under_bedomt: bool


@dataclass(frozen=True, slots=True)
class NivaVy:
    """A level of the styrmodell in words; ``nyckel`` is what templates may call it."""

    nyckel: str
    namn: str
    flertal: str
    beslutas_av: str
    beskrivning: str


@dataclass(frozen=True, slots=True)
class StyrmodellVy:
    """The styrmodell in words, and its scale."""

    namn: str
    beskrivning: str
    nivaer: tuple[NivaVy, ...]
    bedomningar: tuple[BedomningVy, ...]


@dataclass(frozen=True, slots=True)
class RaknadVy:
    """How many of something: ”Uppfyllt 4”."""

    bedomning: BedomningVy
    antal: int


@dataclass(frozen=True, slots=True)
class MalradVy:
    """A goal on the page that tells how the goals were reached; ``bedoms`` is false for a mere heading.

    ``antal`` tells how many of its indikatorer reached each of ``MaluppfyllelseVy.steg``, ``ovriga`` how many
    are in another state; ``ataganden`` how many åtaganden it has, ``slutforda`` how many of them are done.
    What stands below the goal is counted with it, but for goals that are judged themselves.
    """

    lank: Phrase
    titel: Phrase
    bedoms: bool
    bedomning: BedomningVy
    prognos: BedomningVy
    antal: tuple[int, ...]
    ovriga: int
    ataganden: int
    slutforda: int


@dataclass(frozen=True, slots=True)
class MaluppfyllelseVy:
    """How the goals were reached, for one page; falsy when none is judged.

    ``sammanfattning`` says it in a sentence or two; ``steg`` are the first steps of the scale, at most three;
    ``rader`` the judged goals in order, each under those of the top level.
    """

    sammanfattning: str
    steg: tuple[BedomningVy, ...]
    rader: tuple[MalradVy, ...]

    def __bool__(self) -> bool:
        return bool(self.rader)


@dataclass(frozen=True, slots=True)
class View:
    """What every kind of document has.

    ``noder`` are all nodes in the order of the document, ``rotnoder`` those of the top level;
    ``indikatorgrupper`` the indikatorer that hang on no goal, by category; ``indikatorkapitel`` their title
    and what the document says of them all; ``bilagor`` the chapters that are printed last. ``direktivsvar``
    are the direktiv of the spring that concern the document, ``direktivsvarskapitel`` title and text of their
    chapter.
    """

    dokument: DokumentVy
    styrmodell: StyrmodellVy
    kapitel_fore: tuple[KapitelVy, ...]
    noder: tuple[NodVy, ...]
    rotnoder: tuple[NodVy, ...]
    kapitel_efter: tuple[KapitelVy, ...]
    indikatorgrupper: tuple[IndikatorgruppVy, ...]
    indikatorkapitel: KapitelVy = field(default=NO_CHAPTER, kw_only=True)
    andringar: AndringarVy = field(default=AndringarVy(), kw_only=True)
    bilagor: tuple[KapitelVy, ...] = field(default=(), kw_only=True)
    direktivsvar: tuple[DirektivsvarVy, ...] = field(default=(), kw_only=True)
    direktivsvarskapitel: KapitelVy = field(default=NO_CHAPTER, kw_only=True)
