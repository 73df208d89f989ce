"""The share of the Government of Japan in words, and the reading that rounds it."""

from dataclasses import replace
from pathlib import Path

import pytest

from openjcm.measure.basis import Basis
from openjcm.papers import LANGUAGES, comparison_text, notice_text
from openjcm.papers.funding_words import (
    is_spelt_out,
    reading_of,
    share_sentences,
    share_value_words,
    share_words,
)
from openjcm.papers.notice.sheet import notice_sheet
from openjcm.papers.words import say
from openjcm.views.comparison import Comparison, Pair
from openjcm.views.figures import Figure
from openjcm.views.notice import Funding, Notice

IN_FULL = "one half, rounded up per vintage (reading 0001; a reading, not a rule of the scheme)"
# A reading whose text is not in the catalogue.
OTHER = "0002"
READINGS = Path(__file__).parents[3] / "docs" / "readings"


def _with(notice: Notice, *fundings: Funding | None) -> Notice:
    lines = zip(notice.lines, fundings, strict=True)
    return replace(notice, lines=tuple(replace(line, funding=each) for line, each in lines))


def test_the_share_is_one_half_by_a_reading() -> None:
    """FINANCING_SHARE: words for what makes 144 into 73, and that nobody decided it."""
    assert share_words("en", "1/2", "0001") == IN_FULL
    assert share_value_words("en", "1/2, reading 0001") == IN_FULL
    assert share_words("ja", "1/2", "0001").startswith("2分の1、ビンテージごとに切上げ")
    assert "解釈第1号" in share_words("ja", "1/2", "0001")


def test_a_share_without_a_reading_says_nothing_of_rounding() -> None:
    """What is not known is called so; a reading without words is at least named."""
    assert share_words("en", "1/2", None) == "one half"
    assert share_words("en", None, "0001") == "not confirmed"
    assert share_words("en", "2/3", OTHER) == f"2/3 (reading {OTHER})"
    assert share_value_words("en", "1/2") == "one half"
    assert share_value_words("en", "half") == "half"


def test_the_reading_of_a_share_can_be_followed() -> None:
    """Only where it names one, and only to a text that stands here."""
    assert reading_of("1/2, reading 0001") == "0001"
    assert reading_of("1/2") == reading_of("half") == ""
    assert is_spelt_out("0001")
    assert not is_spelt_out(OTHER)
    assert not is_spelt_out("")


def test_the_text_of_the_reading_is_that_of_its_page() -> None:
    """Every sentence of ours stands in docs/readings."""
    (page,) = READINGS.glob("0001-*.md")
    written = page.read_text(encoding="utf-8").replace("’", "'")

    for part in ("title", "text", "question", "ours"):
        text = say("en", f"reading-0001-{part}").replace("’", "'")
        for sentence in text.split(". "):
            assert sentence.rstrip(".") in written, part


@pytest.mark.parametrize("kind", ["published", "rehearsed"])
def test_a_notice_spells_the_reading_out_once(kind: str, request: pytest.FixtureRequest) -> None:
    """Two projects, two evidences, one reading."""
    notice: Notice = request.getfixturevalue(kind)
    funding = notice.lines[0].funding
    assert funding is not None
    text = notice_text(_with(notice, funding, replace(funding, subsidy="much")), "en")
    one_line = " ".join(text.split())

    assert one_line.count(IN_FULL) == 2
    assert one_line.count("Reading 0001: The share of the Government of Japan") == 1
    assert one_line.count("Agreed by: nobody yet") == 1
    assert one_line.count("How it is rounded is a reading.") == 1


def test_a_reading_without_text_is_named_and_not_spelt_out(published: Notice) -> None:
    """Nothing is made up about a reading that this catalogue does not have."""
    funding = published.lines[0].funding
    assert funding is not None
    other = replace(funding, rounding_reading=OTHER)
    text = notice_text(_with(published, other, other), "en")

    assert f"one half (reading {OTHER})" in text
    assert "Agreed by" not in text


def test_figures_of_the_funding_carry_their_basis(published: Notice, rehearsed: Notice) -> None:
    """A share that a ministry printed is published; a subsidy of secondary sources is recalled."""
    funding = published.lines[0].funding
    assert funding is not None
    with_subsidy = replace(funding, subsidy="half of the investment (secondary source)")

    marks = {
        kind: {
            said.label: said.basis
            for section in notice_sheet(_with(notice, with_subsidy, None), "en").sections
            for said in section.facts
            if said.basis
        }
        for kind, notice in (("published", published), ("rehearsed", rehearsed))
    }

    assert marks == {
        "published": {"Subsidy": Basis.RECALLED, "Minimum share of GoJ": Basis.PUBLISHED},
        "rehearsed": {
            "Subsidy": Basis.RECONSTRUCTED,
            "Minimum share of GoJ": Basis.RECONSTRUCTED,
        },
    }
    assert "recalled: known only" in notice_text(_with(published, with_subsidy, None), "en")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_comparison_says_the_share_where_it_is_known(
    comparison: Comparison, language: str
) -> None:
    """One sentence for projects alike; nothing where no funding, or no share, is known."""
    funding = comparison.rehearsed.lines[0].funding
    assert funding is not None
    share = share_words(language, "1/2", "0001")
    (sentence,) = share_sentences(comparison.rehearsed, language)
    nothing = _with(comparison.rehearsed, None, replace(funding, minimum_share=None))
    unequal = _with(comparison.rehearsed, funding, replace(funding, minimum_share="2/3"))

    assert "BD002" in sentence
    assert "BD004" in sentence
    assert share in sentence
    assert share_sentences(nothing, language) == ()
    assert len(share_sentences(unequal, language)) == 2
    assert say(language, "basis-reconstructed") in sentence


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("agrees", [True, False])
@pytest.mark.parametrize(
    ("basis", "stem"),
    [
        (Basis.RECONSTRUCTED, "reconstructed"),
        (Basis.ILLUSTRATIVE, "illustrative"),
        (Basis.DERIVED, "other"),
    ],
)
def test_what_is_said_of_readings_follows_from_basis_and_agreement(
    comparison: Comparison, basis: Basis, stem: str, language: str, *, agrees: bool
) -> None:
    """Readings that somebody handed in are never said to have been chosen by us to fit."""
    rehearsed = replace(comparison.rehearsed, total_notified=Figure(499, basis))
    pairs = comparison.pairs if agrees else (Pair("BD002", "goj", 73, 72),)
    text = comparison_text(replace(comparison, rehearsed=rehearsed, pairs=pairs), language)
    said = text.replace("\n", "" if language == "ja" else " ")

    keys = {
        f"comparison-{each}-{agree}"
        for each in ("reconstructed", "illustrative")
        for agree in ("agrees", "differs")
    }
    words = {key: say(language, key) for key in keys}
    words["comparison-other"] = say(
        language, "comparison-other", basis=say(language, f"basis-{basis}")
    )
    wanted = f"comparison-{stem}" + (
        "" if stem == "other" else f"-{'agrees' if agrees else 'differs'}"
    )
    assert {key for key, sentence in words.items() if sentence in said} == {wanted}
    chosen = {"en": "chosen by us so that", "ja": "公表された合計になるように"}[language]
    assert (chosen in said) is (basis is Basis.RECONSTRUCTED and agrees)
