"""The röd tråd as plain data for JSON: keys are those of the content files, and nothing is nested deep."""

from __future__ import annotations

import json
from typing import Any

from generator.domain.avtryck import avtryck
from generator.domain.dokument import Dokument
from generator.domain.korpus import Item, Korpus
from generator.domain.mal import Direktiv, Indikator, Nod, Uppdrag
from generator.domain.matris import Matris
from generator.domain.organisation import Organ
from generator.domain.prosa import Prosa, Quote, block_text
from generator.domain.styrmodell import Niva
from generator.trace.thread import Led, Stalle, Trad
from generator.trace.words import vision

VERSION = 1
MANIFEST, THREAD = "röd tråd", "tråd"

Json = dict[str, Any]


def as_json(data: Json) -> str:
    """Return data as JSON for people to read too; equal data gives equal text."""
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def thread_data(trad: Trad, korpus: Korpus) -> Json:
    """Return the trace of one item."""
    return {
        **_head(THREAD, korpus),
        "sak": _step(trad.sak),
        "uppåt": [_step(led) for led in trad.uppat],
        "nedåt": [_step(led) for led in trad.nedat],
        "dokument": [_place(dokument, place) for dokument, place in trad.dokument],
    }


def manifest_data(korpus: Korpus, matris: Matris | None) -> Json:
    """Return what others may check against: all that is decided above the nämnder, and who answers what."""
    here = (d for d in korpus.dokument.values() if _is_above(d, korpus))
    above = [*(d for id_, d in korpus.ovan.dokument.items() if id_ not in korpus.dokument), *here]
    return {
        **_head(MANIFEST, korpus),
        "organ": [_body(o) for o in korpus.organisation.organ.values() if _is_political(o)],
        "nivåer": [_level(n) for n in korpus.styrmodell.nivaer],
        "grund": [{"id": k.id, "titel": str(k.titel), "text": _text(k.text)} for k in korpus.grund],
        "vision": vision(korpus)[0],
        "planer": [_plan(d) for d in above],
        "mål": [_goal(n, korpus) for n in korpus.noder],
        "direktiv": [
            {"dokument": d.id, **_order(each, korpus)} for d in above for each in d.direktiv() if each.id
        ],
        "matris": _matrix(matris) if matris is not None else None,
    }


def _head(kind: str, korpus: Korpus) -> Json:
    day = korpus.organisation.lage
    return {
        "version": VERSION,
        "slag": kind,
        "organisation": korpus.organisation.namn,
        "märkning": korpus.organisation.markning,
        "datum": day.isoformat() if day else None,
    }


def _is_above(dokument: Dokument, korpus: Korpus) -> bool:
    organ = korpus.organisation.organ.get(dokument.organ)
    return organ is not None and not organ.beslutar and not dokument.foljer_upp


def _is_political(organ: Organ) -> bool:
    return organ.beslutar or organ.slag in ("fullmäktige", "beredning")


def _step(led: Led) -> Json:
    facts = dict(led.uppgifter)
    return {"djup": led.djup, "slag": led.slag, "id": led.id, "text": led.text, "uppgifter": facts}


def _place(dokument: Dokument, place: Stalle) -> Json:
    return {
        "id": dokument.id,
        "titel": dokument.titel,
        "organ": dokument.organ,
        "period": str(dokument.period),
        "stadium": dokument.stadium.value,
        "nummer": place.nummer,
        "rubrik": place.rubrik,
        "sida": place.sida or None,
    }


def _body(organ: Organ) -> Json:
    spellings = [s for s in organ.spellings() if s not in (organ.id, organ.namn[0].text)]
    return {"id": organ.id, "slag": organ.slag, "namn": organ.namn[0].text, "skrivs även": spellings}


def _level(niva: Niva) -> Json:
    forms = niva.namn
    return {
        "nyckel": niva.nyckel,
        "namn": [forms.ental, forms.bestamd, forms.flertal, forms.bestamt_flertal],
        "beslutas av": niva.beslutas_av,
        "obligatorisk": niva.obligatorisk,
        "egna": niva.egna,
        "bedöms": niva.bedoms,
    }


def _plan(dokument: Dokument) -> Json:
    return {
        "id": dokument.id,
        "slag": dokument.slag,
        "titel": dokument.titel,
        "organ": dokument.organ,
        "period": str(dokument.period),
        "stadium": dokument.stadium.value,
        "version": dokument.version,
        "utelämnar": dict(dokument.utelamnar),
    }


def _goal(nod: Nod, korpus: Korpus) -> Json:
    start, end = nod.giltighet.start, nod.giltighet.end
    return {
        "id": nod.id,
        "nivå": nod.niva,
        "titel": str(nod.titel),
        "under": nod.under,
        "text": _text(nod.text),
        "beslutad av": nod.beslutad_av,
        "gäller från": start.isoformat() if start else None,
        "gäller till": end.isoformat() if end else None,
        "efterföljare": list(nod.efterfoljare),
        "avtryck": _print(nod, korpus),
        "uppdrag": [_order(u, korpus) for u in nod.uppdrag],
        "indikatorer": [_measure(i, korpus) for i in nod.indikatorer],
    }


def _order(uppdrag: Uppdrag, korpus: Korpus) -> Json:
    points = uppdrag.punkter if isinstance(uppdrag, Direktiv) else ()
    text = "\n\n".join((_text(uppdrag.text), *(f"– {_text(p.text)}" for p in points)))
    return {
        "id": uppdrag.id,
        "text": text,
        "alla nämnder": uppdrag.alla_namnder,
        "mottagare": list(uppdrag.mottagare),
        "i samverkan med": list(uppdrag.samverkar_med),
        "senast": uppdrag.senast.isoformat() if uppdrag.senast else None,
        "återrapporteras": uppdrag.aterrapporteras,
        "beslutad av": uppdrag.beslutad_av,
        "avtryck": _print(uppdrag, korpus),
    }


def _measure(indikator: Indikator, korpus: Korpus) -> Json:
    return {
        "id": indikator.id,
        "namn": str(indikator.namn),
        "ingångsvärde": str(indikator.ingangsvarde),
        "målvärde": str(indikator.malvarde),
        "frekvens": str(indikator.frekvens),
        "källa": str(indikator.kalla),
        "beslutad av": indikator.beslutad_av,
        "avtryck": _print(indikator, korpus),
    }


def _print(item: Item, korpus: Korpus) -> str:
    """Return the fingerprint; of what another organisation has decided, the one it gave itself."""
    return korpus.ovan.avtryck.get(item.id) or avtryck(item)


def _text(text: Prosa) -> str:
    """Return the words, a paragraph each; ”> ” before a quotation, which in a vision is the vision itself."""
    marked = (("> " if isinstance(b, Quote) else "", block_text(b).strip()) for b in text.content)
    return "\n\n".join(mark + words for mark, words in marked if words)


def _matrix(matris: Matris) -> Json:
    return {
        "år": matris.ar,
        "nämnder": [
            {"organ": n.organ, "namn": n.namn, "planer": [p.id for p in n.planer]} for n in matris.namnder
        ],
        "rader": [
            {
                "mål": rad.nod.id,
                "obligatorisk": rad.obligatorisk,
                "celler": [
                    {
                        "täckning": cell.tackning.value,
                        "åtaganden": list(cell.ataganden),
                        "egna": list(cell.egna),
                        "skäl": cell.skal,
                    }
                    for cell in rad.celler
                ],
            }
            for rad in matris.rader
        ],
    }
