"""What the names of a template are called and mean, in Swedish: for messages and for ``templates show``.

The only place where the fields of a view are spelled with å, ä and ö. A field that is missing here is shown
by its ASCII name alone; a test tells.
"""

from __future__ import annotations

from collections.abc import Mapping

THINGS: Mapping[str, str] = {
    "View": "dokumentet",
    "DokumentVy": "dokumentets uppgifter",
    "BeslutVy": "beslutet",
    "StyrmodellVy": "styrmodellen",
    "NivaVy": "en nivå i styrmodellen",
    "KapitelVy": "ett kapitel",
    "NodVy": "en post i målkedjan",
    "UppdragVy": "ett uppdrag",
    "AtagandeVy": "ett åtagande",
    "IndikatorVy": "en indikator",
    "IndikatorgruppVy": "en grupp indikatorer",
    "BedomningVy": "en bedömning",
    "RaknadVy": "en bedömning med antal",
    "DirektivgruppVy": "direktiven till samma mottagare",
    "DirektivVy": "ett direktiv",
    "DirektivsvarVy": "ett av vårens direktiv",
    "MaluppfyllelseVy": "måluppfyllelsen på en sida",
    "MalradVy": "ett mål på sidan om måluppfyllelse",
    "AndringarVy": "ändringarna sedan förra versionen",
    "GranskningVy": "kontrollen av ett dokument",
    "FyndgruppVy": "fynden med samma kod i ett dokument",
    "FyndVy": "ett fynd",
    "AndringsbladVy": "ändringarna mellan två versioner",
    "AndringsradVy": "en ändring",
}
"""What a value is, by its class."""

_WORDS = """
BeslutVy.organ organ Organet som har beslutat
BeslutVy.datum datum Beslutets dag
BeslutVy.paragraf paragraf Paragrafen i protokollet
BeslutVy.text text Organ, dag och paragraf på en rad
DokumentVy.id id Dokumentets id i innehållet
DokumentVy.slag slag Dokumentets slag, till exempel verksamhetsplan
DokumentVy.titel titel Dokumentets titel
DokumentVy.undertitel undertitel Raden under titeln
DokumentVy.organisation organisation Regionens eller kommunens namn
DokumentVy.organ organ Organet som dokumentet gäller
DokumentVy.organ_id organ_id Organets id
DokumentVy.period period Åren som dokumentet gäller
DokumentVy.stadium stadium Hur långt dokumentet har kommit: utkast, förslag, beslutat …
DokumentVy.beslutat beslutat Om dokumentet är beslutat
DokumentVy.version version Versionens nummer
DokumentVy.datum datum Dokumentets dag
DokumentVy.diarienummer diarienummer Diarienumret
DokumentVy.ansvarig ansvarig Den som svarar för dokumentet
DokumentVy.ansvarig_for_ataganden ansvarig_för_åtaganden Den som svarar för åtaganden utan annan ansvarig
DokumentVy.beslut beslut Beslutet, med organ, dag och paragraf
DokumentVy.markning märkning Märkning som alla sidor bär, till exempel Exempel, ej handling
DokumentVy.overordnat överordnat Titeln på dokumentet som detta bygger på
DokumentVy.overordnat_organ överordnat_organ Organet som beslutade det överordnade dokumentet
DokumentVy.foljer_upp följer_upp Titeln på dokumentet som detta följer upp
DokumentVy.sprak språk Dokumentets språk, till exempel sv-SE
DokumentVy.avsandare avsändare Den som lägger fram förslaget, om det inte är organet
DokumentVy.undertecknas undertecknas Rollen som skriver under
DokumentVy.forslag förslag Vad förslaget till ändring kallas, om dokumentet är ett sådant
AndringarVy.sedan sedan Numret på den förra versionen
AndringarVy.datum datum Den förra versionens dag
AndringarVy.text text Vad som är nytt
KapitelVy.id id Kapitlets id
KapitelVy.titel titel Kapitlets rubrik
KapitelVy.text text Kapitlets text
BedomningVy.nyckel nyckel Bedömningens nyckel i styrmodellen
BedomningVy.tecken tecken Tecknet, till exempel ●
BedomningVy.ord ord Ordet, till exempel Uppfyllt
BedomningVy.bedomd bedömd Om det är en bedömning och inte Ännu inte bedömt
IndikatorVy.id id Indikatorns id
IndikatorVy.namn namn Det som mäts
IndikatorVy.ingangsvarde ingångsvärde Värdet från början
IndikatorVy.malvarde målvärde Värdet som ska nås
IndikatorVy.frekvens frekvens Hur ofta det mäts
IndikatorVy.kalla källa Varifrån värdet kommer
IndikatorVy.uppfoljning uppföljning Frekvens och källa, på var sin rad
IndikatorVy.kategori kategori Kategorin som indikatorn sorteras under
IndikatorVy.beslutad_av beslutad_av Organet som beslutade indikatorn
IndikatorVy.eget eget Om dokumentets eget organ beslutade den
IndikatorVy.utfall utfall Värdet som blev
IndikatorVy.matt mätt När utfallet mättes
IndikatorVy.bedomning bedömning Bedömningen av utfallet
IndikatorVy.kommentar kommentar Kommentaren till utfallet
IndikatorgruppVy.namn namn Gruppens namn
IndikatorgruppVy.indikatorer indikatorer Indikatorerna i gruppen
UppdragVy.id id Uppdragets id
UppdragVy.text text Uppdragets text
UppdragVy.mottagare mottagare Vem uppdraget går till, i ord
UppdragVy.riktas_hit riktas_hit Om uppdraget går till dokumentets organ
UppdragVy.beslutad_av beslutad_av Organet som gav uppdraget
UppdragVy.eget eget Om dokumentets eget organ gav uppdraget
UppdragVy.status status Hur långt uppdraget har kommit
UppdragVy.kommentar kommentar Kommentaren till läget
UppdragVy.samverkar_med samverkar_med De organ som uppdraget utförs tillsammans med, i ord
UppdragVy.senast senast Den sista dagen för uppdraget
UppdragVy.aterrapporteras återrapporteras Om uppdraget ska återrapporteras
UppdragVy.ordinarie ordinarie Varför den ordinarie verksamheten redan svarar på uppdraget
DirektivgruppVy.mottagare mottagare Vem direktiven går till, i ord
DirektivgruppVy.rubrik rubrik Rubriken över direktiven
DirektivgruppVy.text text Det som gäller alla direktiven under rubriken
DirektivgruppVy.direktiv direktiv Direktiven under rubriken
DirektivVy.id id Direktivets id
DirektivVy.text text Direktivets text
DirektivVy.punkter punkter Direktivets underpunkter
DirektivVy.samverkar_med samverkar_med De organ som direktivet utförs tillsammans med, i ord
DirektivVy.senast senast Den sista dagen för direktivet
DirektivVy.aterrapporteras återrapporteras Om direktivet ska återrapporteras
DirektivsvarVy.id id Direktivets id
DirektivsvarVy.text text Direktivets text med underpunkter
DirektivsvarVy.mottagare mottagare Vem direktivet går till, i ord
DirektivsvarVy.ursprung ursprung Titeln på planeringsdirektivet
DirektivsvarVy.besked besked Vad som blev av direktivet i fullmäktiges plan
DirektivsvarVy.svar svar Nämndens svar: åtaganden, ordinarie verksamhet eller skälet att utelämna det
DirektivsvarVy.status status Hur långt direktivet har kommit
DirektivsvarVy.kommentar kommentar Kommentaren till läget
DirektivsvarVy.samverkar_med samverkar_med De organ som direktivet utförs tillsammans med, i ord
DirektivsvarVy.senast senast Den sista dagen för direktivet
DirektivsvarVy.aterrapporteras återrapporteras Om direktivet ska återrapporteras
AtagandeVy.id id Åtagandets id
AtagandeVy.text text Åtagandets text, som fortsätter efter … ska
AtagandeVy.ansvarig ansvarig Den som svarar för åtagandet
AtagandeVy.status status Hur långt åtagandet har kommit
AtagandeVy.kommentar kommentar Kommentaren till läget
NodVy.id id Postens id
NodVy.niva nivå Nyckeln för postens nivå i styrmodellen
NodVy.djup djup 1 för den översta nivån, 2 för nästa …
NodVy.rubrik rubrik Rubriken som styrmodellen skriver den
NodVy.titel titel Bara titeln
NodVy.lank länk Titeln som länk till rubriken
NodVy.grupp grupp Vad posterna kallas tillsammans, i flertal
NodVy.forst_i_grupp först_i_grupp Om posten är den första i sin grupp
NodVy.eget eget Om dokumentets eget organ har lagt till posten
NodVy.beslutad_av beslutad_av Organet som beslutade posten
NodVy.text text Texten som är beslutad med posten
NodVy.egen_text egen_text Det som dokumentets eget organ skriver om posten
NodVy.uppdrag uppdrag Uppdragen under posten
NodVy.ataganden åtaganden Organets åtaganden under posten
NodVy.indikatorer indikatorer Postens indikatorer
NodVy.barn barn Posterna närmast under
NodVy.bedoms bedöms Om måluppfyllelsen ska bedömas
NodVy.maluppfyllelse måluppfyllelse Bedömningen av målet
NodVy.prognos prognos Prognosen för målet
NodVy.utelamnad utelämnad Skälet till att posten inte tas upp
NodVy.under_bedomt under_bedömt Om posten står under en nivå som bedöms
NivaVy.nyckel nyckel Nivåns namn i innehållet och i mallar
NivaVy.namn namn Vad en post på nivån kallas
NivaVy.flertal flertal Vad flera poster på nivån kallas
NivaVy.beslutas_av beslutas_av Vilket slags organ som beslutar
NivaVy.beskrivning beskrivning Vad nivån är
StyrmodellVy.namn namn Styrmodellens namn
StyrmodellVy.beskrivning beskrivning Vad styrmodellen går ut på
StyrmodellVy.nivaer nivåer Nivåerna uppifrån och ned
StyrmodellVy.bedomningar bedömningar Stegen på skalan för måluppfyllelse
RaknadVy.bedomning bedömning Steget på skalan
RaknadVy.antal antal Hur många mål som fått bedömningen
View.dokument dokument Dokumentets uppgifter
View.styrmodell styrmodell Styrmodellen i ord
View.kapitel_fore kapitel_före Kapitlen före målen
View.noder noder Alla poster i målkedjan, i dokumentets ordning
View.rotnoder rotnoder Posterna på den översta nivån
View.kapitel_efter kapitel_efter Kapitlen efter målen
View.indikatorgrupper indikatorgrupper Indikatorerna efter kategori
View.indikatorkapitel indikatorkapitel Rubriken och texten som inleder indikatorerna
View.andringar ändringar Vad som är nytt sedan den förra versionen
View.bilagor bilagor Kapitlen som är bilagor, sist i dokumentet
View.direktivsvar direktivsvar De av vårens direktiv som rör dokumentet
View.direktivsvarskapitel direktivsvarskapitel Rubriken och texten som inleder dem
PlaneringsdirektivVy.direktivkapitel direktivkapitel Rubriken och texten som inleder direktiven
PlaneringsdirektivVy.direktivgrupper direktivgrupper Direktiven efter mottagare
MaluppfyllelseVy.sammanfattning sammanfattning Hur många mål som fått varje bedömning, i ord
MaluppfyllelseVy.steg steg De första stegen på skalan, högst tre
MaluppfyllelseVy.rader rader Målen i ordning
MalradVy.lank länk Målets titel som länk till rubriken
MalradVy.titel titel Bara titeln
MalradVy.bedoms bedöms Om målet bedöms, annars är raden en rubrik
MalradVy.bedomning bedömning Bedömningen av målet
MalradVy.prognos prognos Prognosen för målet
MalradVy.antal antal Antal indikatorer för vart och ett av stegen
MalradVy.ovriga övriga Antal indikatorer med något annat läge
MalradVy.ataganden åtaganden Antal åtaganden under målet
MalradVy.slutforda slutförda Antal åtaganden som är slutförda
VerksamhetsberattelseVy.maluppfyllelsesida måluppfyllelsesida Hur målen har nåtts, på en sida
VerksamhetsberattelseVy.bedomda bedömda Posterna som bedöms
VerksamhetsberattelseVy.maluppfyllelse_antal måluppfyllelse_antal Antal mål för varje bedömning
KontrollrapportVy.dag dag Dagen som allt är bedömt per
KontrollrapportVy.sammanfattning sammanfattning Vad kontrollen visar, i några meningar
KontrollrapportVy.urval urval Vilka koder som rapporten visar, om det inte är alla
KontrollrapportVy.granskningar granskningar Dokumenten i ordning, det gemensamma innehållet först
GranskningVy.titel titel Dokumentets titel
GranskningVy.organ organ Organet som dokumentet gäller
GranskningVy.stadium stadium Hur långt dokumentet har kommit
GranskningVy.fel fel Antal fel
GranskningVy.varningar varningar Antal varningar
GranskningVy.noteringar noteringar Antal noteringar
GranskningVy.godtagna godtagna Antal fynd som har godtagits
GranskningVy.grupper grupper Fynden som inte har godtagits, efter kod
GranskningVy.godtagna_fynd godtagna_fynd Fynden som har godtagits
FyndgruppVy.kod kod Kontrollens kod
FyndgruppVy.rubrik rubrik Vad koden betyder
FyndgruppVy.betydelse betydelse Varför det spelar roll
FyndgruppVy.fynd fynd Fynden
FyndgruppVy.fler fler Hur många fynd till som inte visas
FyndVy.allvar allvar Fel, Varning eller Notering
FyndVy.kod kod Kontrollens kod
FyndVy.text text Vad som är fel
FyndVy.plats plats Var det står
FyndVy.atgard åtgärd Hur det rättas
FyndVy.skal skäl Varför fyndet har godtagits
FyndVy.datum datum Den dag då fyndet godtogs
FyndVy.godtaget_av godtaget_av Den som godtog fyndet
FyndVy.till till Den sista dag som godtagandet gäller
AndringsbladVy.jamfort jämfört Vilka två versioner som jämförs
AndringsbladVy.inte_jamfort inte_jämfört Vad som inte jämförs, om det är något
AndringsbladVy.sammanfattning sammanfattning Ändringarna i siffror, på en rad
AndringsbladVy.saker saker Mål, uppdrag med mera som har tillkommit, utgått, flyttats eller fått ny lydelse
AndringsbladVy.varden värden Målvärden och andra uppgifter om indikatorer
AndringsbladVy.belopp belopp Beloppen
AndringsbladVy.argangar årgångar Att beloppen är av olika årgång, om de är det
AndringsbladVy.ovrigt övrigt Resten, en mening om var sak
AndringsbladVy.fler fler Hur många ändringar som inte fick plats
AndringsbladVy.markta märkta Om ord är märkta som borttagna eller tillagda
AndringsradVy.andring ändring Tillkommer, Utgår, Flyttas, Ersätts eller Ny lydelse
AndringsradVy.text text Vad det gäller
AndringsradVy.tidigare tidigare Vad det hette, eller var det stod, tidigare
AndringsradVy.plats plats Vad det står under
AndringsradVy.fore före Värdet i den äldre versionen
AndringsradVy.efter efter Värdet i den nyare versionen
AndringsradVy.skillnad skillnad Skillnaden mellan beloppen
AndringsradVy.rubrik rubrik Rubriken ovanför raden, om den är den första under den
AndringsradVy.summa summa Om beloppet är en summa av andra
"""

_FIELDS: dict[str, tuple[str, str]] = {}
for _line in _WORDS.strip().splitlines():
    _key, _name, _meaning = _line.split(" ", 2)
    _FIELDS[_key] = (_name, _meaning)
_SPELLED = {key.partition(".")[2]: name for key, (name, _) in _FIELDS.items()}


def spelled(name: str) -> str:
    """Return a name of a view as Swedes spell it: ``malvarde`` gives ``målvärde``."""
    return _SPELLED.get(name, name)


def meaning(owner: type, name: str) -> str:
    """Return what a field of a view is, in words, or nothing when no one has said it."""
    for cls in owner.__mro__:
        found = _FIELDS.get(f"{cls.__name__}.{name}")
        if found:
            return found[1]
    return ""


def thing(owner: type) -> str:
    """Return what a value of a class is: ”ett kapitel”."""
    return next((THINGS[cls.__name__] for cls in owner.__mro__ if cls.__name__ in THINGS), owner.__name__)
