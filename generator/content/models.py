"""What may stand in each YAML file and head, with the descriptions that an editor shows."""

from __future__ import annotations

from generator.content.declared import ConfigDict, Field
from generator.content.fields import (
    Antal,
    Besked,
    Dag,
    DagEllerManad,
    Fyra,
    Grad,
    IckeTom,
    JaNej,
    Lage,
    MinstEn,
    Pengar,
    Skal,
    SlagsSteg,
    Text,
    Texter,
    Tidsperiod,
)
from generator.content.records import Record
from generator.domain.dokument import Stadium
from generator.domain.kalender import Steg
from generator.domain.organisation import Slag
from generator.domain.styrmodell import Kon


class TidigareNamn(Record):
    """Ett namn som organet har haft förut."""

    namn: IckeTom = Field(description="Det tidigare namnet.")
    fran: Dag | None = Field(None, description="Första dagen med namnet.")
    till: Dag | None = Field(None, description="Sista dagen med namnet.")


class OrganRecord(Record):
    """Ett organ: fullmäktige, en styrelse, en nämnd, en förvaltning eller en del av en förvaltning."""

    namn: IckeTom = Field(description="Organets namn i dag, som det skrivs i dokumenten.")
    slag: Slag = Field(description="Vad för slags organ det är.")
    forkortning: Text = Field("", description="Förkortning, till exempel RS.")
    under: Text = Field("", description="Id för det organ som det lyder under.")
    skrivs_aven: Texter = Field((), description="Andra sätt att skriva namnet som förekommer i texter.")
    tidigare_namn: tuple[TidigareNamn, ...] = Field((), description="Namn som organet har haft förut.")
    galler_fran: Dag | None = Field(None, description="Den dag organet kom till.")
    galler_till: Dag | None = Field(None, description="Den sista dag organet fanns.")
    efterfoljare: Texter = Field((), description="Id för de organ som tog över.")
    egennamn: JaNej = Field(
        False, description="Om namnet har stor bokstav också inne i en mening, som Folktandvården."
    )


class OrganisationRecord(Record):
    """organisation.yaml: regionen eller kommunen och dess organ."""

    model_config = ConfigDict(title="Organisation")

    namn: IckeTom = Field(description="Organisationens namn.")
    sprak: Text = Field("sv-SE", description="Dokumentens språk, till exempel sv-SE.")
    markning: Text = Field("", description="Skrivs ut på varje sida, till exempel ”Exempel, ej handling”.")
    lage: Dag | None = Field(None, description="Den dag som innehållet bedöms efter.")
    rod_trad: Texter = Field(
        (), description="Filer med mål som en annan organisation har beslutat (styrdok trace --format json)."
    )
    organ: dict[str, OrganRecord] = Field(description="Organen, vart och ett under sitt id.")
    kontroller: dict[str, Grad] = Field(
        default_factory=dict, description="Hur allvarligt det som en kontroll finner är: kod och grad."
    )


class NivaRecord(Record):
    """En nivå i målkedjan."""

    nyckel: IckeTom = Field(description="Vad nivån heter i innehållsfiler och mallar: ett enda ord.")
    namn: Fyra = Field(description="Ordets fyra former: [mål, målet, mål, målen].")
    kon: Kon = Field("ett", description="Ordets kön: ett (ett mål) eller en (en strategi).")
    rubrik: IckeTom = Field("{titel}", description="Hur rubriken lyder; {titel} är målets titel.")
    beslutas_av: Slag = Field(description="Vilket slags organ som beslutar nivån.")
    beskrivning: Text = Field("", description="Vad nivån är, i en eller ett par meningar.")
    obligatorisk: JaNej = Field(False, description="Om varje nämnd ska svara på alla på nivån.")
    egna: JaNej = Field(False, description="Om en nämnd får lägga till egna.")
    bedoms: JaNej = Field(False, description="Om uppföljningen bedömer måluppfyllelsen på nivån.")


class BedomningRecord(Record):
    """Ett steg på skalan för måluppfyllelse."""

    nyckel: IckeTom = Field(description="Det som skrivs i uppföljningens filer.")
    ord: IckeTom = Field(description="Det som skrivs ut i dokumentet.")
    tecken: Text = Field("", description="Tecknet som står bredvid ordet, till exempel ●.")
    bedomd: JaNej = Field(True, description="Nej för det läge där ingen bedömning är gjord ännu.")


class StatusRecord(Record):
    """Ett läge för ett uppdrag eller åtagande."""

    nyckel: IckeTom = Field(description="Det som skrivs i uppföljningens filer.")
    ord: IckeTom = Field(description="Det som skrivs ut i dokumentet.")
    slutford: JaNej = Field(False, description="Ja för läget som betyder att det är gjort.")
    avslutad: JaNej = Field(False, description="Ja för läget som betyder att det har upphört utan att göras.")


class StyrmodellRecord(Record):
    """styrmodell.yaml: målkedjans nivåer, skalan för måluppfyllelse och lägena."""

    model_config = ConfigDict(title="Styrmodell")

    namn: IckeTom = Field(description="Styrmodellens namn.")
    beskrivning: Text = Field("", description="Styrmodellen i en mening.")
    nivaer: tuple[NivaRecord, ...] = Field(min_length=1, description="Nivåerna, den översta först.")
    bedomningar: tuple[BedomningRecord, ...] = Field((), description="Skalan, det bästa steget först.")
    statusar: tuple[StatusRecord, ...] = Field((), description="Lägen för uppdrag och åtaganden.")


class MalRecord(Record):
    """Huvudet i en fil i mål/."""

    model_config = ConfigDict(title="Mål")

    id: IckeTom = Field(description="Målets id: små bokstäver med bindestreck emellan.")
    niva: IckeTom = Field(description="Nyckeln för målets nivå i styrmodellen.")
    under: Text = Field("", description="Id för det som målet ligger under.")
    beslutad_av: Text = Field("", description="Organet som beslutat målet, om inte nivåns vanliga.")
    galler_fran: Dag | None = Field(None, description="Målets första dag.")
    galler_till: Dag | None = Field(None, description="Målets sista dag.")
    efterfoljare: Texter = Field((), description="Id för det eller de mål som ersätter målet.")


class SvarRecord(Record):
    """Huvudet i en fil i ett dokuments målmapp."""

    model_config = ConfigDict(title="Svar på mål")

    svarar_pa: IckeTom = Field(description="Id för målet som filen handlar om.")
    maluppfyllelse: Text = Field("", description="Bedömningens nyckel, i en uppföljning.")
    prognos: Text = Field("", description="Bedömningens nyckel för hela året, i en uppföljning under året.")


class KapitelRecord(Record):
    """Huvudet i ett kapitel eller en text i grund/."""

    model_config = ConfigDict(title="Kapitel")

    id: Text = Field("", description="Kapitlets id, om det inte ska vara filens namn.")
    beslutad_av: Text = Field("", description="Organet som beslutat texten, om inte dokumentets.")
    bilaga: JaNej = Field(False, description="Om kapitlet är en bilaga, som skrivs ut sist i dokumentet.")


class AndringarRecord(Record):
    """Huvudet i ändringar.md: vad som är nytt sedan den förra versionen av dokumentet."""

    model_config = ConfigDict(title="Ändringar")

    sedan: IckeTom = Field(description="Den förra versionen, till exempel 0.9.")
    sedan_datum: Dag | None = Field(None, description="Den förra versionens datum.")


class BeslutRecord(Record):
    """Beslutet om ett dokument."""

    organ: IckeTom = Field(description="Organet som beslutade.")
    datum: Dag | None = Field(None, description="Beslutets dag.")
    paragraf: Text = Field("", description="Protokollets paragraf.")


class DokumentRecord(Record):
    """dokument.yaml: vad dokumentet är, vems det är och vad det bygger på."""

    model_config = ConfigDict(title="Dokument")

    slag: IckeTom = Field(description="Dokumentets slag, till exempel verksamhetsplan.")
    titel: IckeTom = Field(description="Dokumentets titel.")
    organ: IckeTom = Field(description="Organet vars dokument det är.")
    period: Tidsperiod = Field(description="Ett år, 2019, eller flera, 2019–2021.")
    undertitel: Text = Field("", description="Vad dokumentet omfattar.")
    bygger_pa: Text = Field("", description="Mappen för det dokument vars mål hämtas.")
    foljer_upp: Text = Field("", description="Mappen för den plan som dokumentet följer upp.")
    rod_trad: Texter = Field(
        (),
        description="Filer med mål som en annan organisation har beslutat, när de bara gäller det här "
        "dokumentet (styrdok trace --format json).",
    )
    stadium: Lage = Field(Stadium.UTKAST, description="Hur långt dokumentet har kommit.")
    version: Text = Field("", description="Versionen, till exempel 1.0.")
    datum: Dag | None = Field(None, description="Dokumentets datum.")
    diarienummer: Text = Field("", description="Diarienummer.")
    ansvarig: Text = Field("", description="Den roll som svarar för dokumentet.")
    avsandare: Text = Field("", description="Den som lägger fram förslaget, om det inte är organet självt.")
    undertecknas: Text = Field("", description="Rollen som skriver under, till exempel Gruppledare.")
    beslut: BeslutRecord | None = Field(None, description="Beslutet om dokumentet.")
    utelamnar: dict[str, Skal] = Field(
        default_factory=dict, description="Det som dokumentet utelämnar: id och skälet."
    )
    ordinarie_verksamhet: dict[str, Skal] = Field(
        default_factory=dict,
        description="Uppdrag och direktiv som den ordinarie verksamheten redan svarar på: id och skälet.",
    )
    direktiv: dict[str, Besked] = Field(
        default_factory=dict,
        description="Vad som blev av vårens direktiv, i en beslutad plan: id, och Inarbetat, Kvarstår eller "
        "Förfaller med ett skäl. ”övriga” gäller dem som inte nämns.",
    )


class ForslagRecord(Record):
    """förslag.yaml: vems ett förslag är, vad det ändrar och det i dokument.yaml som skiljer."""

    model_config = ConfigDict(title="Förslag")

    avsandare: IckeTom = Field(description="Den som lägger fram förslaget, till exempel Oppositionen.")
    titel: Text = Field("", description="Vad förslaget kallas, till exempel Oppositionens förslag.")
    andrar: Text = Field(
        "", description="Det som förslaget ändrar: huvudförslag (förval), eller ett annat förslags mapp."
    )
    undertitel: Text = Field("", description="Dokumentets undertitel, om den ska vara en annan.")
    version: Text = Field("", description="Förslagets version, om den ska vara en annan.")
    datum: Dag | None = Field(None, description="Förslagets datum, om det ska vara ett annat.")
    diarienummer: Text = Field("", description="Diarienummer, om det ska vara ett annat.")
    ansvarig: Text = Field("", description="Den roll som svarar för dokumentet, om den ska vara en annan.")
    undertecknas: Text = Field("", description="Rollen som skriver under, om den ska vara en annan.")
    utelamnar: dict[str, Skal] = Field(
        default_factory=dict, description="Mer som utelämnas: id och skälet, eller utgår för att ta tillbaka."
    )
    ordinarie_verksamhet: dict[str, Skal] = Field(
        default_factory=dict, description="Mer som den ordinarie verksamheten svarar på: id och skälet."
    )
    direktiv: dict[str, Text] = Field(
        default_factory=dict, description="Vad som blev av vårens direktiv, där det skiljer: id och besked."
    )


class MomentRecord(Record):
    """Ett moment i årets gång: ett organ bereder eller beslutar ett slags dokument."""

    slag: IckeTom = Field(description="Vad för slags dokument det gäller, till exempel regionplan.")
    steg: SlagsSteg = Field(Steg.BESLUT, description="Om organet bereder dokumentet eller beslutar det.")
    organ: MinstEn = Field(description="Organet, eller flera med samma dag.")
    nar: DagEllerManad = Field(description="Dagen, 2019-05-08, eller bara månaden, november.")
    period: Tidsperiod | None = Field(None, description="Året eller åren som dokumentet gäller.")
    notering: Text = Field("", description="Något mer att veta om momentet.")


class KalenderRecord(Record):
    """kalender/ÅÅÅÅ.yaml: vad som bereds och beslutas när under året."""

    model_config = ConfigDict(title="Kalender")

    momenter: tuple[MomentRecord, ...] = Field(description="Momenten, vart och ett med sin dag eller månad.")


class RamandringRecord(Record):
    """Ett beslut som ändrar ett organs ram."""

    organ: IckeTom = Field(description="Organet vars ram ändras.")
    ar: Tidsperiod = Field(description="Året eller åren som ändringen gäller.")
    belopp: IckeTom = Field(description="Hur mycket per år. Plus ger organet mer att använda.")
    enhet: Pengar = Field("tkr", description="Beloppets enhet.")
    beslut: BeslutRecord = Field(description="Beslutet: organ, datum och paragraf.")
    skal: Skal = Field(description="Vad ändringen avser, så som den ska läsas i en tabell.")


class RamarRecord(Record):
    """ramar.yaml: de beslut som har ändrat nämndernas ramar sedan planen antogs."""

    model_config = ConfigDict(title="Ramar")

    andringar: tuple[RamandringRecord, ...] = Field(description="Ändringarna, i tidsordning.")


class TermRecord(Record):
    """Ett ord som inte ska användas, och vad man skriver i stället."""

    ord: MinstEn = Field(description="Ordets former. En stjärna sist står för alla ord som börjar så.")
    skriv: IckeTom = Field(description="Vad man skriver i stället.")
    undantag: Texter = Field((), description="Uttryck där ordet är rätt.")
    fran: Dag | None = Field(None, description="Dagen då ordet blev fel; äldre perioder får ha det.")
    notering: Text = Field("", description="Varför, eller något mer att veta.")


class TermerRecord(Record):
    """termer.yaml: organisationens lista över föråldrade och olämpliga ord."""

    model_config = ConfigDict(title="Termer")

    termer: tuple[TermRecord, ...] = Field(description="Orden, vart och ett med det som ska stå i stället.")


class GodtagandeRecord(Record):
    """Ett fynd som får stå kvar, och varför."""

    kod: IckeTom = Field(description="Fyndets kod, till exempel N001.")
    fil: Text = Field("", description="Filen där fyndet står, räknat från den här filens mapp.")
    id: Text = Field("", description="Id för det som fyndet gäller.")
    ord: Text = Field("", description="Ord ur meddelandet, så många att bara detta fynd stämmer.")
    antal: Antal = Field(1, description="Hur många fynd det gäller, om det är flera.")
    skal: IckeTom = Field(description="Varför fyndet får stå kvar.")
    datum: Dag = Field(description="Den dag då fyndet godtogs.")
    av: Text = Field("", description="Rollen eller organet som godtog det.")
    till: Dag | None = Field(None, description="Den sista dag som godtagandet gäller.")


class GodtagnaRecord(Record):
    """godtagna.yaml: fynd som får stå kvar, vart och ett med skäl och dag."""

    model_config = ConfigDict(title="Godtagna fynd")

    godtagna: tuple[GodtagandeRecord, ...] = Field((), description="Fynden som får stå kvar.")


RECORDS: dict[str, type[Record]] = {
    "organisation": OrganisationRecord,
    "styrmodell": StyrmodellRecord,
    "dokument": DokumentRecord,
    "godtagna": GodtagnaRecord,
    "mål": MalRecord,
    "svar": SvarRecord,
    "förslag": ForslagRecord,
    "kapitel": KapitelRecord,
    "ändringar": AndringarRecord,
    "kalender": KalenderRecord,
    "ramar": RamarRecord,
    "termer": TermerRecord,
}
"""By the file they describe, or the Markdown file whose head they are."""
