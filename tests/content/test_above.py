"""A nämnd alone with the röd tråd of its region: its own content is checked as if the rest were there."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.content import read_corpus
from generator.content.json_places import line_and_column, places
from generator.domain.dokument import Stadium
from generator.domain.korpus import Korpus
from generator.domain.matris import matris
from generator.domain.rod_trad import RodTrad
from generator.trace.data import as_json, manifest_data
from tests.organisations.small import (
    ANSWER,
    FILES,
    GOAL,
    KINDS,
    MODEL,
    ORG,
    OUTCOME,
    PLAN,
    TOP,
    Case,
    Files,
    all_findings,
    aloud,
    findings,
    korpus,
    read,
    swap,
    told,
)

MANIFEST = "region.json"
AGAIN = "Gör filen på nytt med styrdok trace --format json hos den som har beslutat målen."
ALONE_ORG = """\
namn: Vårdnämnden
märkning: Exempel, ej handling
röd tråd: region.json
organ:
  vårdnämnden-själv:
    namn: Vårdnämnden
    slag: nämnd
    skrivs även: [nämnden]
  förvaltningen:
    namn: Vårdförvaltningen
    slag: förvaltning
    under: vårdnämnden-själv
"""
ABSENT: dict[str, str | bytes | None] = dict.fromkeys(
    (TOP, GOAL, "grund/1-vision.md", "regionplan/dokument.yaml", "regionplan/1-inledning.md")
)

Data = dict[str, Any]


@pytest.fixture(scope="module")
def region(tmp_path_factory: pytest.TempPathFactory) -> Data:
    """The röd tråd of the small organisation, as it is published."""
    whole = korpus(tmp_path_factory.mktemp("region"))
    data: Data = json.loads(as_json(manifest_data(whole, matris(RodTrad(whole), 2019))))
    return data


def _alone(data: object, more: Files | None = None) -> Files:
    text = data if isinstance(data, str | bytes) else json.dumps(data, ensure_ascii=False, indent=1)
    return {**ABSENT, ORG: ALONE_ORG, MANIFEST: text, **(more or {})}


def _korpus(root: Path, files: Files) -> Korpus:
    found = read(root, files)
    assert found.korpus is not None
    return found.korpus


def test_a_namnd_alone_has_no_findings(tmp_path: Path, region: Data) -> None:
    assert findings(tmp_path, _alone(region)) == ()


def test_the_goals_are_there_as_they_were_decided(tmp_path: Path, region: Data) -> None:
    found = _korpus(tmp_path / "alone", _alone(region))
    whole = korpus(tmp_path / "whole")
    for before, after in zip(whole.noder, found.noder, strict=True):
        assert (before.id, before.niva, str(before.titel), before.under) == (
            after.id,
            after.niva,
            str(after.titel),
            after.under,
        )
        assert [u.id for u in before.uppdrag] == [u.id for u in after.uppdrag]
        assert [str(i.malvarde) for i in before.indikatorer] == [str(i.malvarde) for i in after.indikatorer]
    plan = found.plan("regionplan")
    assert plan is not None
    assert (plan.titel, plan.stadium, "regionplan" in found.dokument) == (
        "Regionplan 2019–2021",
        Stadium.JUSTERAD,
        False,
    )
    assert [str(k.text) for k in found.grund] == ["Allt blir bra."]


def test_the_fingerprints_are_those_of_the_sender(tmp_path: Path, region: Data) -> None:
    found = _korpus(tmp_path, _alone(region))
    assert found.ovan.avtryck["vård"] == "87755fc59302d294"
    again = manifest_data(found, None)
    assert [g["avtryck"] for g in again["mål"]] == [g["avtryck"] for g in region["mål"]]
    assert [p["id"] for p in again["planer"]] == ["regionplan"]


def test_a_body_is_known_by_its_name_whatever_its_id(tmp_path: Path, region: Data) -> None:
    data = json.loads(json.dumps(region))
    data["mål"][2]["uppdrag"][0] |= {"alla nämnder": False, "mottagare": ["nämnden", "styrelsen"]}
    found = _korpus(tmp_path, _alone(data))
    assert found.noder[2].uppdrag[0].mottagare == ("vårdnämnden-själv", "styrelsen")


@pytest.mark.parametrize(
    ("change", "place", "message"),
    [
        (
            swap(ANSWER, "svarar på: vård", "svarar på: vårdd"),
            "plan/nämnden/2-mål/1.1-vård.md:2:12 L001 fel",
            "Texten svarar på ”vårdd”, som inte finns",
        ),
        (
            swap(PLAN, "bygger på: regionplan", "bygger på: regionplanen"),
            "plan/nämnden/dokument.yaml:5:12 L001 fel",
            "Det finns inget dokument ”regionplanen”, som ”Verksamhetsplan 2019” bygger på",
        ),
        (
            swap(ANSWER, 'svarar på="korta-köer"', 'svarar på="korta-köerna"'),
            "plan/nämnden/2-mål/1.1-vård.md:20:1 L001 fel",
            "Åtagandet svarar på ”korta-köerna”, som inte finns",
        ),
        (
            {OUTCOME: FILES[OUTCOME].replace("| väntetid |", "| väntetiden |")},
            "uppföljning/nämnden/1-mål/1.1-vård.md:11:3 L001 fel",
            "Här ges utfall för ”väntetiden”, som inte finns",
        ),
    ],
)
def test_what_is_wrong_in_its_own_content_is_found(
    tmp_path: Path, region: Data, change: Files, place: str, message: str
) -> None:
    found = told(tmp_path, Case("", _alone(region, change)))
    assert (place, message) in [(where, said) for where, said, _ in found]


def test_a_goal_that_the_regionplan_leaves_out_is_l006(tmp_path: Path, region: Data) -> None:
    data = json.loads(json.dumps(region))
    data["planer"][0]["utelämnar"] = {"vård": "Vilar."}
    (found,) = told(tmp_path, Case("", _alone(data)))
    assert found[0] == "plan/nämnden/2-mål/1.1-vård.md:2:12 L006 fel"
    assert found[1] == "Målet ”Vård i tid” ingår inte i ”Regionplan 2019–2021” (3 ställen)"


def test_an_undecided_plan_above_is_l005_and_a_goal_that_has_ended_l004(tmp_path: Path, region: Data) -> None:
    data = json.loads(json.dumps(region))
    data["planer"][0]["stadium"] = "förslag"
    data["mål"][1]["gäller till"] = "2018-12-31"
    assert [where.split()[1] for where, _, _ in told(tmp_path, Case("", _alone(data)))] == [
        "L004",
        "L005",
        "L005",
    ]


def test_nothing_in_the_other_organisations_file_is_found_fault_with(tmp_path: Path, region: Data) -> None:
    data = json.loads(json.dumps(region))
    data["mål"].append({**data["mål"][2], "id": "lös", "under": "finns-inte", "uppdrag": []})
    data["mål"][0]["under"] = "köer"
    assert [d for d in findings(tmp_path, _alone(data)) if d.position.file == MANIFEST] == []


def test_an_own_goal_with_the_same_id_is_told_where_it_stands(tmp_path: Path, region: Data) -> None:
    own = {"mål/1-egen.md": "---\nid: hälsa\nnivå: strategi\n---\n# Hälsa\n"}
    (found,) = told(tmp_path, Case("", _alone(region, own)))
    assert found[0].startswith("mål/1-egen.md:")
    assert "I001" in found[0]


def test_a_direktiv_can_be_answered(tmp_path: Path, region: Data) -> None:
    data = json.loads(json.dumps(region))
    data["direktiv"] = [
        {**data["mål"][2]["uppdrag"][0], "id": "spara", "dokument": "regionplan", "senast": "2019-06-30"}
    ]
    change = swap(ANSWER, 'svarar på="korta-köer"', 'svarar på="korta-köer, spara"')
    assert findings(tmp_path / "a", _alone(data, change)) == ()
    (order,) = list(_korpus(tmp_path / "b", _alone(data)).ovan.dokument["regionplan"].direktiv())
    assert order.senast == date(2019, 6, 30)


def test_a_suspect_link_across_organisations_is_told_at_the_child(tmp_path: Path, region: Data) -> None:
    line = '- {"id": "vårdnämnden-själv/mäta", "mot": "vård", "avtryck": "0123456789abcdef", '
    line += '"när": "2019-01-01"}'
    (found,) = told(tmp_path, Case("", _alone(region, {"bekräftat.yaml": line})))
    assert found[:2] == (
        "plan/nämnden/2-mål/1.1-vård.md:14:1 L010 notering",
        "Målet ”Vård i tid” har en annan lydelse än när ett svar prövades mot det",
    )


Change = Callable[[Data], object]


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda d: d.update(version=2), ("2:13 S003", "Filen har formatet 2, och här läses 1")),
        (lambda d: d.update(version=True), ("2:13 S003", "Filen har formatet ?, och här läses 1")),
        (lambda d: d.pop("slag"), ("1:1 S003", "Filen innehåller ingen röd tråd")),
        (lambda d: d["mål"][0].update(id="Å Ä"), ("S003", "Id ”Å Ä” har inte den form som ett id ska ha")),
        (lambda d: d["mål"][2].update(titel=7), ("S003", "”titel” ska vara en text")),
        (lambda d: d["mål"][2].pop("titel"), ("S002", "Uppgiften ”titel” saknas")),
        (lambda d: d["mål"][2].update(uppdrag="x"), ("S003", "”uppdrag” ska vara en lista")),
        (lambda d: d["mål"][2]["uppdrag"].append(3), ("S003", "Här ska stå ett objekt")),
        (
            lambda d: d["mål"][2]["uppdrag"][0].update({"alla nämnder": "ja"}),
            ("S003", "”alla nämnder” ska vara true eller false"),
        ),
        (
            lambda d: d["mål"][2]["uppdrag"][0].update(mottagare=[1]),
            ("S003", "I ”mottagare” ska bara stå texter"),
        ),
        (
            lambda d: d["mål"][1].update({"gäller från": "2019-13-01"}),
            ("S003", "”gäller från” ska ha formen 2019-05-08"),
        ),
        (
            lambda d: d["mål"][1].update({"gäller från": "2019-02-01", "gäller till": "2019-01-01"}),
            ("S003", "Målet slutar gälla innan det börjar"),
        ),
        (
            lambda d: d["planer"][0].update(period="2021–2019"),
            ("S003", "Perioden ska vara ett år, 2019, eller flera, 2019–2021"),
        ),
        (lambda d: d["planer"][0].update(stadium="klar"), ("S003", "Stadiet ”klar” finns inte")),
        (
            lambda d: d["mål"][1].update(avtryck="x"),
            ("S003", "”avtryck” ska vara 16 hexadecimala siffror"),
        ),
        (lambda d: d["mål"][1].update(text="a\x00b"), ("S003", "Texten i ”text” går inte att läsa")),
        (lambda d: d["mål"][1].update(text="x" * 100_001), ("S003", "Texten i ”text” går inte att läsa")),
        (
            lambda d: [g.update({"nivå": "x"}) for g in d["mål"]],
            ("S003", "Styrmodellen har ingen nivå ”x”"),
        ),
    ],
)
def test_what_is_wrong_in_the_file_is_told_once_at_its_place(
    tmp_path: Path, region: Data, change: Change, said: tuple[str, str]
) -> None:
    data = json.loads(json.dumps(region))
    change(data)
    found = aloud(read(tmp_path, _alone(data)).diagnostics)
    assert len(found) == 1, found
    assert found[0][0].startswith(f"{MANIFEST}:")
    assert said[0] in found[0][0]
    assert found[0][1] == said[1]


def test_the_place_is_that_of_the_value(tmp_path: Path, region: Data) -> None:
    data = json.loads(json.dumps(region))
    data["mål"][2]["titel"] = 7
    files = _alone(data)
    (found,) = aloud(read(tmp_path, files).diagnostics)
    text = files[MANIFEST]
    assert isinstance(text, str)
    line = int(found[0].split(":")[1])
    assert text.split("\n")[line - 1].strip() == '"titel": 7,'


@pytest.mark.parametrize(
    ("text", "place", "message"),
    [
        ("", "region.json:1:1 S005 fel", "Filen är ingen hel JSON-fil: läsningen tog slut här"),
        (
            '{"version": 1,',
            "region.json:1:15 S005 fel",
            "Filen är ingen hel JSON-fil: läsningen tog slut här",
        ),
        ("[" * 200_000, "region.json S005 fel", "Filen är ingen JSON-fil som går att läsa"),
        ('{"a": ' * 100_000, "region.json S005 fel", "Filen är ingen JSON-fil som går att läsa"),
        ('{"version": NaN}', "region.json S005 fel", "Filen är ingen JSON-fil som går att läsa"),
        (
            '{"version": ' + "9" * 9_000 + "}",
            "region.json S005 fel",
            "Filen är ingen JSON-fil som går att läsa",
        ),
        ("[]", "region.json:1:1 S003 fel", "Filen ska innehålla ett JSON-objekt"),
        ("7", "region.json:1:1 S003 fel", "Filen ska innehålla ett JSON-objekt"),
        (
            '{"version": 1, "version": 1}',
            "region.json S004 fel",
            "Uppgiften ”version” står två gånger i samma objekt",
        ),
        ("{}", "region.json:1:1 S003 fel", "Filen innehåller ingen röd tråd"),
    ],
)
def test_what_is_no_json_of_ours_is_one_finding_and_nobody_else_is_blamed(
    tmp_path: Path, text: str, place: str, message: str
) -> None:
    (found,) = told(tmp_path, Case("", _alone(text)))
    assert found[:2] == (place, message)


def test_bytes_that_are_no_text_are_findings(tmp_path: Path) -> None:
    for number, data in enumerate((b"PK\x03\x04xxxx", b"\xff\xfe{\x00}\x00", b'{"a": "\xe5"}')):
        found = told(tmp_path / str(number), Case("", _alone(data)))
        assert found
        assert all(where.startswith(MANIFEST) for where, _, _ in found)


def test_a_file_that_is_not_there_is_told_where_it_is_named(tmp_path: Path) -> None:
    (found,) = told(tmp_path, Case("", {**_alone("{}"), MANIFEST: None}))
    assert found == (
        "organisation.yaml:3:11 S005 fel",
        "Filen ”region.json” finns inte",
        "Lägg filen bredvid organisation.yaml, och skriv bara dess namn.",
    )


@pytest.mark.parametrize("name", ["../region.json", "/etc/passwd", "mål", "plan/nämnden/region.json"])
def test_a_file_elsewhere_is_not_read(tmp_path: Path, name: str) -> None:
    files = {**_alone("{}"), ORG: ALONE_ORG.replace("region.json", name), MANIFEST: None}
    (tmp_path / "region.json").write_text("{}", encoding="utf-8")
    (found,) = [f for f in told(tmp_path / "inre", Case("", files)) if "organisation.yaml" in f[0]]
    assert found[1] == f"Filen ”{name}” finns inte"


def test_a_file_that_is_wrong_throughout_is_not_told_of_for_every_value(tmp_path: Path, region: Data) -> None:
    data = json.loads(json.dumps(region))
    data["mål"] += [{"id": 1}] * 500
    found = aloud(read(tmp_path, _alone(data)).diagnostics)
    assert len(found) == 6
    assert found[0] == (MANIFEST + " S003 fel", "Filen har 1495 fel till av samma slag", AGAIN)


def test_several_files_can_be_named(tmp_path: Path, region: Data) -> None:
    first, second = json.loads(json.dumps(region)), json.loads(json.dumps(region))
    first["mål"], second["mål"] = region["mål"][:1], region["mål"][1:]
    files = {
        **_alone(first),
        "b.json": json.dumps(second),
        ORG: ALONE_ORG.replace("region.json", "[region.json, b.json]"),
    }
    assert findings(tmp_path, files) == ()


def test_twenty_thousand_goals_are_read_in_linear_time(tmp_path: Path, region: Data) -> None:
    def seconds(number: int) -> float:
        data = json.loads(json.dumps(region))
        data["mål"] += [{**region["mål"][2], "id": f"i{n}", "uppdrag": []} for n in range(number)]
        root = tmp_path / str(number)
        read(root, _alone(data))
        start = time.process_time()
        found = read_corpus(root, KINDS).korpus
        assert found is not None
        assert len(found.noder) == number + 3
        return time.process_time() - start

    assert seconds(20_000) < 30 * max(seconds(2_000), 0.02)


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=6), inner, max_size=4),
    max_leaves=12,
)
_KEYS = st.sampled_from(["organ", "grund", "planer", "mål", "direktiv", "nivåer", "matris"])


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(key=_KEYS, value=_JSON)
def test_whatever_stands_in_it_ends_in_findings(
    tmp_path: Path, region: Data, key: str, value: object
) -> None:
    data = {**region, key: value}
    for each in read(tmp_path, _alone(data)).diagnostics:
        assert each.position.file


@given(value=_JSON)
def test_every_value_of_a_json_text_is_found_at_its_place(value: object) -> None:
    text = json.dumps({"a": value}, indent=1)
    found = places(text)
    at = found["a",]
    decoded, _ = json.JSONDecoder().raw_decode(text, at)
    assert decoded == value or value != value or "NaN" in text  # noqa: PLR0124  # NaN is not itself
    line, column = line_and_column(text, at)
    assert text.split("\n")[line - 1][column - 1] == text[at]


def test_the_model_decides_which_levels_there_are(tmp_path: Path, region: Data) -> None:
    change = {MODEL: FILES[MODEL].replace("nyckel: insats", "nyckel: område")}
    found = aloud(read(tmp_path, _alone(region, change)).diagnostics)
    assert [f[1] for f in found] == ["Styrmodellen har ingen nivå ”insats”"]
    assert found[0][2] == "Styrmodellens nivåer heter strategi, mål, område; båda måste ha samma nycklar."


ORG_WITHOUT = ALONE_ORG.replace("röd tråd: region.json\n", "")
TIED = {PLAN: FILES[PLAN] + "röd tråd: region.json\n"}
BESIDE = "plan/nämnden/region.json"
SECOND = "plan-2020/nämnden"


def _tied(data: object, more: Files | None = None) -> dict[str, str | bytes | None]:
    """Return a nämnd alone whose plan names the file, which lies beside its dokument.yaml."""
    files = {**_alone(data), ORG: ORG_WITHOUT, MANIFEST: None, **TIED, BESIDE: _json(data)}
    return {**files, **(more or {})}


def _json(data: object) -> str:
    return data if isinstance(data, str) else json.dumps(data, ensure_ascii=False)


def _another_year(region: Data, **changes: object) -> Data:
    """Return the röd tråd of the next year: another goal in the place of the first."""
    text = json.dumps(region).replace('"v\\u00e5rd"', '"omsorg"').replace('"v\\u00e4ntetid"', '"svarstid"')
    text = text.replace('"k\\u00f6er"', '"k\\u00f6er-2"').replace('"korta-k\\u00f6er"', '"korta-2"')
    return {**json.loads(text), **changes}


def test_a_document_can_name_the_file_that_it_answers(tmp_path: Path, region: Data) -> None:
    assert findings(tmp_path / "a", _tied(region)) == ()
    shared = {**_tied(region), BESIDE: None, MANIFEST: _json(region)}
    assert findings(tmp_path / "b", shared) == ()
    found = _korpus(tmp_path / "c", _tied(region))
    assert found.dokument["plan/nämnden"].rod_trad == ("region.json",)
    assert [n.id for n in found.mal_for(found.dokument["plan/nämnden"])] == ["hälsa", "vård", "köer"]
    report = found.dokument["uppföljning/nämnden"]
    assert [n.id for n in found.mal_for(report)] == ["hälsa", "vård", "köer"]


def test_without_it_the_goals_are_not_there(tmp_path: Path, region: Data) -> None:
    said = told(tmp_path, Case("", {**_tied(region), PLAN: FILES[PLAN]}))
    assert ("plan/nämnden/2-mål/1.1-vård.md:2:12 L001 fel") in [place for place, _, _ in said]
    assert [place for place, _, _ in said if "S006" in place] == ["plan/nämnden/region.json S006 varning"]


def test_each_year_answers_its_own_file(tmp_path: Path, region: Data) -> None:
    later = _another_year(region, datum="2020-01-01")
    files = _tied(
        region,
        {
            f"{SECOND}/dokument.yaml": TIED[PLAN].replace("2019", "2020"),
            f"{SECOND}/region.json": _json(later),
            f"{SECOND}/2-mål/1.md": "---\nsvarar på: omsorg\n---\nText.\n\n## Åtaganden\n\n- a. {#a}\n",
        },
    )
    found = _korpus(tmp_path, files)
    assert [n.id for n in found.mal_for(found.dokument["plan/nämnden"])] == ["hälsa", "vård", "köer"]
    assert [n.id for n in found.mal_for(found.dokument[SECOND])] == ["hälsa", "omsorg", "köer-2"]
    codes = [d for d in all_findings(tmp_path, files) if d.code in ("C001", "L001", "L006", "I001")]
    assert codes == [], "ingen plan ska svara på det andra årets mål"
    assert [r.nod.id for r in matris(RodTrad(found), 2020).rader] == ["omsorg", "köer-2"]


def test_what_stands_in_two_files_is_as_the_latest_has_it(tmp_path: Path, region: Data) -> None:
    later = json.loads(json.dumps(region)) | {"datum": "2020-01-01"}
    later["mål"][1]["titel"] = "Vård nu"
    second = {f"{SECOND}/dokument.yaml": TIED[PLAN].replace("2019", "2020")}
    second[f"{SECOND}/region.json"] = _json(later)
    found = _korpus(tmp_path, _tied(region, second))
    assert [str(n.titel) for n in found.noder] == ["God hälsa", "Vård nu", "Kortare köer"]
    assert len(found.mal_for(found.dokument["plan/nämnden"])) == 3
    assert len(found.mal_for(found.dokument[SECOND])) == 3


def test_what_organisation_yaml_names_is_for_all(tmp_path: Path, region: Data) -> None:
    files = {**_tied(region), ORG: ALONE_ORG, MANIFEST: _json(region)}
    found = _korpus(tmp_path, files)
    assert not found.ovan.bara
    assert findings(tmp_path, files) == ()


def test_a_file_that_a_document_names_and_that_is_not_there(tmp_path: Path, region: Data) -> None:
    (found,) = told(tmp_path, Case("", {**_tied(region), BESIDE: None}))
    assert found == (
        "plan/nämnden/dokument.yaml:6:11 S005 fel",
        "Filen ”region.json” finns inte",
        "Lägg filen bredvid dokument.yaml eller organisation.yaml, och skriv bara dess namn.",
    )


def test_a_file_that_a_document_names_may_hold_anything(tmp_path: Path) -> None:
    (found,) = told(tmp_path, Case("", _tied('{"slag": "annat"}')))
    assert found[:2] == ("plan/nämnden/region.json:1:10 S003 fel", "Filen innehåller ingen röd tråd")
