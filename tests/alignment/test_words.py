"""Words: nothing of the text is lost, amounts stay whole, and changes read as a person would mark them."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.alignment.words import word_runs, words

_TEXT = st.text(st.sampled_from("ab å,.1\u00a0\u0301\n"), max_size=30)


def _marked(old: str, new: str) -> str:
    """Show the changes as [-removed-]{+added+}."""
    left, right = words(old), words(new)
    shown = ""
    for run in word_runs(left, right):
        gone, come = "".join(run.old.of(left)), "".join(run.new.of(right))
        if run.equal:
            shown += gone
        else:
            shown += (f"[-{gone}-]" if gone else "") + (f"{{+{come}+}}" if come else "")
    return shown


@given(st.text())
def test_the_words_joined_are_the_text(text: str) -> None:
    assert "".join(words(text)) == text


@settings(max_examples=200, deadline=None)
@given(_TEXT, _TEXT)
def test_word_runs_give_back_both_sides(old: str, new: str) -> None:
    left, right = words(old), words(new)
    found = word_runs(left, right)
    assert [word for run in found for word in run.old.of(left)] == left
    assert [word for run in found for word in run.new.of(right)] == right
    assert all(run.old.of(left) == run.new.of(right) for run in found if run.equal)
    assert (old == new) == all(run.equal for run in found)


def test_an_amount_is_one_word() -> None:
    assert words("35\u00a0063,9 tkr") == ["35\u00a0063,9", " ", "tkr"]
    assert words("kl. 08:30, 3.1.2.") == ["kl", ".", " ", "08:30", ",", " ", "3.1.2", "."]
    assert words("2019a 12 345") == ["2019a", " ", "12", " ", "345"]
    assert words("cafe\u0301s bar") == ["cafe\u0301s", " ", "bar"]


def test_one_changed_word_is_marked_alone() -> None:
    assert _marked("Målet är 80 procent.", "Målet är 85 procent.") == "Målet är [-80-]{+85+} procent."


def test_an_added_word_takes_the_blank_after_it() -> None:
    assert _marked("en plan för", "en ny plan för") == "en {+ny +}plan för"
    assert _marked("en ny plan för", "en plan för") == "en [-ny -]plan för"
    assert _marked("hälsa, vård och", "hälsa, vård, tandvård och") == "hälsa, vård{+, tandvård+} och"


def test_blanks_and_short_words_between_rewritten_stretches_go_with_them() -> None:
    assert (
        _marked("alla våra mål nu", "några andra planer nu") == "[-alla våra mål-]{+några andra planer+} nu"
    )
    assert (
        _marked("verksamhetsplanering och uppföljning", "utvecklingsarbete och ledningsprocess")
        == "[-verksamhetsplanering och uppföljning-]{+utvecklingsarbete och ledningsprocess+}"
    )
    assert _marked("röd och blå", "gul och vit") == "[-röd-]{+gul+} och [-blå-]{+vit+}"


def test_what_is_no_text_is_never_swallowed() -> None:
    picture = ("bild", 1)
    found = word_runs(["a", picture, "b"], ["x", picture, "y"])
    assert [run.equal for run in found] == [False, True, False]
