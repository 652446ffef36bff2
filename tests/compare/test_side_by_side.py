"""The page with two versions side by side: whole, safe, and readable without colour or script."""

from __future__ import annotations

import base64
import hashlib
import re
from decimal import Decimal
from html.parser import HTMLParser
from itertools import pairwise

import pytest

from generator.alignment.flow import NOTE, Block, Flow, Kind, placed
from generator.compare.change import Change
from generator.compare.laid import laid
from generator.compare.sentences import told
from generator.compare.side_by_side import as_html
from generator.compare.text_changes import text_changes
from generator.ooxml.bookmark_names import bookmark_name

EVIL = '<script>alert(1)</script> & "x" \' \ufffa9\ufffa </style><img src=http://x>'


def flow(*blocks: Block | str) -> Flow:
    return Flow(placed(Block(Kind.STYCKE, b) if isinstance(b, str) else b for b in blocks))


def heading(text: str, number: str = "") -> Block:
    return Block(Kind.RUBRIK, text, 1, number)


def row(*cells: str) -> Block:
    return Block(Kind.RAD, "\t".join(cells), table=1)


class Page(HTMLParser):
    """What a page holds: its elements with their attributes, open ones checked against closing ones."""

    VOID = ("meta", "br")

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.feed(html)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag not in self.VOID:
            assert self.open.pop() == tag

    def count(self, tag: str) -> int:
        return sum(name == tag for name, _ in self.found)

    def ids(self) -> list[str]:
        return [str(attrs["id"]) for _, attrs in self.found if "id" in attrs]


def alike(number: int) -> list[Block | str]:
    return [f"Stycke {n} är lika i båda versionerna av planen." for n in range(number)]


OLD = flow(
    heading("Mål", "1"), "Nämnden ska svara inom tio dagar.", *alike(9), "Detta stycke försvinner nu helt.",
    heading("Budget", "2"), row("Verksamhet", "2019", "2020"), row("Drift", "35\u00a0063,9", "100"),
)  # fmt: skip
NEW = flow(
    heading("Mål", "1"), "Nämnden ska svara inom sju dagar.", *alike(9),
    heading("Budget", "2"), row("Verksamhet", "2019", "2020"), row("Drift", "35\u00a0500,0", "100"),
    "Ett helt nytt stycke avslutar.",
)  # fmt: skip


def test_words_are_marked_for_eye_and_ear_and_figures_with_their_difference() -> None:
    html = as_html(OLD, NEW, "Plan 0.9", "Plan 1.0")
    assert '<del><span class="dold">[borttaget: </span>tio<span class="dold">]</span></del>' in html
    assert '<ins><span class="dold">[tillagt: </span>sju<span class="dold">]</span></ins>' in html
    assert '<span class="skillnad">(+436,1)</span>' in html
    assert 'aria-hidden="true">−</span>' in html
    assert 'aria-hidden="true">+</span>' in html


def test_the_page_is_whole_and_every_link_leads_somewhere() -> None:
    page = Page(as_html(OLD, NEW, "Plan 0.9", "Plan 1.0"))
    ids = page.ids()
    assert len(ids) == len(set(ids))
    targets = [str(attrs["href"]) for tag, attrs in page.found if tag == "a"]
    assert targets
    assert all(target.startswith("#") and target[1:] in ids for target in targets)
    assert {"header", "nav", "main"} <= {tag for tag, _ in page.found}
    assert page.found[0] == ("html", {"lang": "sv"})


def test_headings_come_in_order_and_changes_are_numbered() -> None:
    html = as_html(OLD, NEW, "a", "b")
    levels = [int(level) for level in re.findall(r"<h([1-6])[ >]", html)]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert [f"({n} av 4)" in html for n in range(1, 6)] == [True, True, True, True, False]


def test_one_change_is_called_one() -> None:
    assert "1 ändring</span>" in as_html(flow("Ett."), flow("Två."), "a", "b")
    assert "0 ändringar</span>" in as_html(flow("Ett."), flow("Ett."), "a", "b")


def test_stretches_alike_are_folded_and_said_to_be_so() -> None:
    page = as_html(OLD, NEW, "a", "b")
    assert re.findall(r"<summary>(.*?)</summary>", page) == ["7 stycken är lika"]


def test_the_same_text_twice_says_that_nothing_differs() -> None:
    html = as_html(OLD, OLD, "a", "b")
    assert "Inga skillnader i texten." in html
    assert "<section" not in html


def test_nothing_from_a_document_is_code_and_nothing_is_fetched() -> None:
    html = as_html(flow(heading(EVIL, EVIL), EVIL), flow(heading(EVIL), EVIL + " ny"), EVIL, EVIL, title=EVIL)
    page = Page(html)
    assert (page.count("script"), page.count("style"), page.count("img")) == (1, 1, 0)
    loads = [attrs for _, attrs in page.found if {"src", "srcset", "style", "onclick"} & attrs.keys()]
    assert loads == []
    assert "alert(1)" in html


def test_the_policy_lets_only_the_pages_own_style_and_script_work() -> None:
    html = as_html(OLD, NEW, "a", "b")
    policy = re.search(r'Content-Security-Policy" content="(.*?)"', html)
    assert policy is not None
    assert policy.group(1).startswith("default-src 'none';")
    for tag in ("style", "script"):
        inside = re.search(rf"<{tag}>(.*?)</{tag}>", html, re.DOTALL)
        assert inside is not None
        digest = base64.b64encode(hashlib.sha256(inside.group(1).encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy.group(1)


def _luminance(colour: str) -> float:
    full = colour if len(colour) == 6 else "".join(sign * 2 for sign in colour)
    parts = [int(full[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_every_colour_of_text_has_contrast_enough_on_every_ground_it_may_stand_on() -> None:
    style = re.findall(r"([^{}]+)\{([^{}]*)\}", as_html(OLD, NEW, "a", "b").split("</style>")[0])
    pairs = []
    for _, rules in style:
        text = re.search(r"(?<![-\w])color: #([0-9a-f]{3,6})", rules)
        ground = re.search(r"background: #([0-9a-f]{3,6})", rules)
        if text:
            pairs.append((text.group(1), ground.group(1) if ground else "ececec"))
    assert len(pairs) > 5
    for colour, behind in pairs:
        bright, dark = sorted((_luminance(colour), _luminance(behind)), reverse=True)
        assert (bright + 0.05) / (dark + 0.05) >= 4.5, (colour, behind)


def test_changes_by_item_come_first_and_lead_to_the_item() -> None:
    anchor = bookmark_name("svar")
    old = flow(Block(Kind.STYCKE, "Nämnden ska svara inom tio dagar.", anchor=anchor), *alike(5))
    new = flow(Block(Kind.STYCKE, "Nämnden ska svara inom sju dagar.", anchor=anchor), *alike(5))
    item = Change(
        "svar", "uppdrag", "changed", "målvärde", "10", "7", ("Mål",), title="Svara", role="uppdrag"
    )
    gone = Change("borta", "uppdrag", "removed", "", "Något annat", "", ("Mål",), title="Något annat")
    html = as_html(old, new, "a", "b", (item, gone))
    assert '<a href="#s0">' in html
    assert 'id="s0"' in html
    assert "<summary>1 ändrat ställe i texten</summary>" in html
    assert html.index("Något annat") < html.index('href="#a1"')


def test_notes_are_numbered_where_they_are_referred_to() -> None:
    html = as_html(flow(f"Ett{NOTE} och två{NOTE}"), flow(f"Ett{NOTE} och tre{NOTE}"), "a", "b")
    assert html.count("<sup>1</sup>") == 2
    assert html.count("<sup>2</sup>") == 2


def test_the_list_of_changes_has_place_kind_and_difference() -> None:
    changed, removed, cell, added = text_changes(OLD, NEW)
    assert (changed.change, changed.field, changed.place) == ("changed", "text", ("1 Mål",))
    assert "tio" in changed.old
    assert "sju" in changed.new
    assert (removed.change, removed.title) == ("removed", "Detta stycke försvinner nu helt.")
    assert (cell.row, cell.column, cell.old, cell.new, cell.difference) == (
        "Drift", "2019", "35\u00a0063,9", "35\u00a0500,0", Decimal("436.1"),
    )  # fmt: skip
    assert (added.change, added.place) == ("added", ("2 Budget",))
    assert text_changes(OLD, OLD) == ()


def test_the_list_backwards_mirrors_the_list_forwards() -> None:
    mirrored = {"added": "removed", "removed": "added", "changed": "changed"}
    there, back = text_changes(OLD, NEW), text_changes(NEW, OLD)
    assert sorted(
        (mirrored[c.change], c.new, c.old, c.title) for c in there if c.change != "changed"
    ) == sorted((c.change, c.old, c.new, c.title) for c in back if c.change != "changed")
    changed = [sorted((c.old, c.new) for c in side if c.change == "changed") for side in (there, back)]
    assert changed[0] == sorted((new, old) for old, new in changed[1])


def test_a_row_is_known_by_what_it_begins_with() -> None:
    old = flow(row("Avser", "2020"), row("Status", "Förslag"), row("Version", "0.9"))
    new = flow(row("Avser", "2020"), row("Status", "Oppositionens reservation"), row("Version", "0.9"))
    (pair,) = [pair for pair in laid(old, new) if pair.changed]
    assert pair.old is not None
    assert pair.new is not None
    assert (pair.old.cells[1], pair.new.cells[1]) == ("Förslag", "Oppositionens reservation")
    twice = flow(row("Status", "Förslag"), row("Status", "Klart"))
    assert [pair.changed for pair in laid(twice, twice)] == [False, False]


def test_a_paragraph_that_only_stands_elsewhere_is_moved() -> None:
    blocks = alike(6)
    moved = [*blocks[1:], blocks[0]]
    (change,) = text_changes(flow(*blocks), flow(*moved))
    assert (change.change, change.old) == ("moved", blocks[0])


@pytest.mark.parametrize(
    "text",
    [
        "år 2019", "den 2019-10-31", "dnr 2018/373", "EX 2019/0001", "§ 12", "§§ 12, 13 och 22",
        "3 kap. 12 §", "den 11 maj", "den 13 och 21 april", "tabell 3", "s. 12", "sidan 12",
        "sidorna 12–22", "kl. 13.30",
        "vecka 12", "SFS 2017:321", "telefon 0455-73 12 00", "§ 12 i protokollet", "32-talet",
    ],
)  # fmt: skip
def test_years_dates_and_numbers_of_papers_have_no_difference(text: str) -> None:
    other = text.translate(str.maketrans("123", "234"))
    old, new = (flow(f"Enligt planen gäller detta {said}, säger nämnden") for said in (text, other))
    (change,) = text_changes(old, new)
    assert change.difference is None
    assert "skillnad" not in as_html(old, new, "a", "b").split("<main>")[1]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("inom 10 dagar", "inom 12 dagar", "+2"),
        ("till 80 % av", "till 81 % av", "+1 procentenhet"),
        ("med 3 procent av", "med 5 procent av", "+2 procentenheter"),
        ("2019 blir 45 platser", "2019 blir 47 platser", "+2"),
        ("från 12 till 14 platser", "från 12 till 15 platser", "+1"),
    ],
)
def test_what_is_counted_or_measured_has_a_difference(old: str, new: str, said: str) -> None:
    before, after = (flow(f"Enligt planen gäller {words}, säger nämnden") for words in (old, new))
    html = as_html(before, after, "a", "b").replace("\N{NO-BREAK SPACE}", " ")
    assert f'<span class="skillnad">({said})</span>' in html


LONG = (
    "I planen säger nämnden hur den tar sig an sin uppgift och vad som är viktigt i år. Den gäller i två år "
    "och följs upp varje tertial av regionstyrelsen, som lämnar en samlad bild av läget till fullmäktige."
)


def test_words_left_out_leave_dots_and_only_words_near_the_change_are_shown() -> None:
    (change,) = text_changes(flow(LONG), flow(LONG.replace("viktigt", "angeläget")))
    assert change.old == "… uppgift och vad som är viktigt i år. Den gäller …"
    assert change.new == change.old.replace("viktigt", "angeläget")
    assert told(change) == "text: … uppgift och vad som är [−viktigt−] [+angeläget+] i år. Den gäller …"
    (twice,) = text_changes(
        flow(LONG), flow(LONG.replace("viktigt", "angeläget").replace("läget till", "läge till"))
    )
    assert "Den gäller … lämnar" in twice.old
    (first,) = text_changes(flow(LONG), flow(f"Nu. {LONG}"))
    assert (first.old, first.new) == ("I planen säger nämnden hur …", "Nu. I planen säger nämnden hur …")


def test_a_row_with_the_same_first_cell_is_the_same_row() -> None:
    head = row("Uppgift", "Innehåll")
    old = flow(head, row("Status", "Förslag"), row("Datum", "16 april 2019"), row("2019", "Start"))
    new = flow(head, row("Status", "Oppositionens version"), row("Datum", "i maj"), row("2019", "Slut nu"))
    changes = text_changes(old, new)
    assert [(c.change, c.field, c.row) for c in changes] == [
        ("changed", "cell", "Status"),
        ("changed", "cell", "Datum"),
        ("changed", "cell", "2019"),
    ]
    assert (changes[0].old, changes[0].new) == ("Förslag", "Oppositionens version")


def test_a_running_number_does_not_make_two_rows_one() -> None:
    old = flow(row("1", "Vägarna plogas"), row("2", "Barn reser gratis"))
    new = flow(row("1", "Alla får svar i tid"), row("2", "Vägarna plogas"), row("3", "Barn reser gratis"))
    first, *_ = text_changes(old, new)
    assert (first.change, first.new) == ("added", "1 Alla får svar i tid")


def test_rows_of_a_table_and_a_whole_table_are_called_what_they_are() -> None:
    table = [row("Verksamhet", "2019"), row("Drift", "100")]
    (more,) = text_changes(flow(*table), flow(*table, row("Lokaler", "50"), row("Övrigt", "7")))
    assert told(more) == "tabellrad ”Lokaler”, med 1 rad till"
    (one,) = text_changes(flow(*table), flow(*table, row("Lokaler", "50")))
    assert told(one) == "tabellrad ”Lokaler; 50”"
    (whole,) = text_changes(flow("Text."), flow("Text.", *table))
    assert told(whole) == "tabell ”Verksamhet”, med 1 rad till"
