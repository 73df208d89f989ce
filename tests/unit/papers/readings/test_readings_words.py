"""The words of reports of readings, and that they say what the engine says."""

from decimal import Decimal

import pytest

from openjcm.measure.basis import Basis
from openjcm.metering import FaultKind, Meter, Treatment
from openjcm.metering.plan.faults import TREATMENTS
from openjcm.metering.plan.meter import Lowers, Reads
from openjcm.metering.readings import STEPS
from openjcm.metering.results.not_checked import SAYS, Check
from openjcm.metering.resumable import STAGE_STEPS
from openjcm.metering.working.finding_faults import message, rule_applied
from openjcm.papers.readings.report import FaultPlace
from openjcm.papers.readings.words import (
    READINGS,
    amount_words,
    every_words,
    fault_words,
    percent_words,
    read_as_words,
    rule_words,
    say,
    tonnes_words,
)
from openjcm.papers.words import LANGUAGES, PAPERS

PAIRS = [(kind, treatment) for kind, each in TREATMENTS.items() for treatment in each]


def test_both_catalogues_have_the_same_keys_and_none_of_the_papers() -> None:
    """A key is found in one place alone."""
    english, japanese = (READINGS.keys(language) for language in LANGUAGES)

    assert english == japanese
    assert all(READINGS.has(language, key) for language in LANGUAGES for key in english)
    assert not english & PAPERS.keys("en")


@pytest.mark.parametrize(("kind", "treatment"), PAIRS)
def test_a_rule_is_said_as_the_engine_says_it(kind: FaultKind, treatment: Treatment) -> None:
    """In English word for word; in Japanese nothing is left in English."""
    words = rule_words("en", kind, treatment)

    assert words == rule_applied(kind, treatment)
    assert not rule_words("ja", kind, treatment).isascii()


@pytest.mark.parametrize("kind", FaultKind)
def test_a_fault_is_said_as_the_engine_says_it(kind: FaultKind) -> None:
    """Its first sentence word for word: the second is the rule, which has a column of its own."""
    value = "120000" if kind is FaultKind.STUCK else "12"
    fault = FaultPlace(kind, "M", "a.csv", 2, "", Decimal(0), value, "2018-01-01T00:00:00+06:00")
    meter = Meter("M", "EC", "chiller", expected_interval="15min")

    words = fault_words("en", fault, "15min")

    assert message(meter, kind, value, fault.since).startswith(f"{words} ")
    assert not fault_words("ja", fault, "15min").isascii()


@pytest.mark.parametrize("check", Check)
def test_a_check_is_said_as_the_engine_says_it(check: Check) -> None:
    """Word for word, and in Japanese in words."""
    assert say("en", f"unchecked-{check}") == SAYS[check]
    assert not say("ja", f"check-{check}").isascii()


def test_every_closed_list_has_words() -> None:
    """Treatments, what values are, directions, steps of the work."""
    for language in LANGUAGES:
        for key in (
            *(f"fault-{kind}" for kind in FaultKind),
            *(f"treatment-{each}" for each in Treatment),
            *(f"reads-{each}" for each in Reads),
            *(f"setting-lowers-{each}" for each in Lowers),
            *(f"step-{each}" for each in (*STEPS, *STAGE_STEPS)),
            *(f"basis-{each}" for each in Basis),
        ):
            assert say(language, key)


def test_amounts_have_every_digit_and_a_true_minus() -> None:
    """Nothing is rounded but tonnes, to three decimals with their sign."""
    assert amount_words(-1234567) == "−1,234,567"
    assert amount_words(Decimal("-0.00000010")) == "−0.00000010"
    assert tonnes_words("en", Decimal("1234.5675")) == "+1,234.568"
    assert tonnes_words("en", None) == "not told"
    assert tonnes_words("ja", None) == "算定不可"


def test_a_hundred_percent_is_said_only_where_nothing_lacks() -> None:
    """Cut down, never rounded up."""
    assert percent_words(525_599, 525_600) == "99.99 %"
    assert percent_words(0, 5) == "0.00 %"
    assert percent_words(5, 5) == "100 %"


@pytest.mark.parametrize(
    ("said", "english", "japanese"),
    [
        ("unpacked from gzip", "unpacked from gzip", "gzipを展開"),
        ("cells separated by commas", "cells separated by commas", "コンマ区切り"),
        (
            "instants year-first, without offset, read in Asia/Dhaka",
            "instants year first, without a zone, read in Asia/Dhaka",
            "時刻は年月日順、時差の記載なし",
        ),
        ("not read, as it holds no readings",) * 2 + ("指示値の記載がないため",),
        ("a.md not read, as it holds no readings",) * 2 + ("a.mdは指示値の記載がないため",),
        ("sheet 1 not read, as it holds no instants",) * 2 + ("シート 1は時刻の記載が",),
        ("read by hand", "read by hand", "read by hand"),
    ],
)
def test_how_a_file_was_read_has_words(said: str, english: str, japanese: str) -> None:
    """What nobody translated stays as it was said."""
    assert read_as_words("en", said) == english
    assert read_as_words("ja", said).startswith(japanese)


def test_legal_intervals_have_words() -> None:
    """A length stays as the plan has it."""
    assert [every_words("ja", each) for each in ("month", "day", "15min")] == ["月", "日", "15min"]
