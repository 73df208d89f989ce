"""Five measures of tonnes, side by side; a blank is no zero, and nothing is added up."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from openjcm.measure.basis import Basis
from openjcm.store.database import Database, close, configure, reader
from openjcm.store.embedded import Addresses
from openjcm.views.figures import UNDISCLOSED, Figure
from openjcm.views.measures import measures
from openjcm.views.reader import Reader
from openjcm.views.record.addends import Summed, summed_figure

# What ended before 2021 by the day of its decision, announcement or issuance: MN002, Indonesia's
# four and the rest of its three, Palau, Viet Nam, VN002 (told in 2018), TH001, Lao PDR, the
# Maldives and KH001 (data/issuances.csv).
BY_DAY = 208 + 705 + (17_673 - 1_244) + 881 + 439 + 878 + 300 + 207 + 155 + 181


@pytest.fixture
def empty(database: Addresses, tmp_path: Path) -> Iterator[Reader]:
    """A record in which nothing has been published."""
    configure(Database(database.app_url, database.owner_url, tmp_path))
    yield reader()
    close()


def test_only_what_was_printed_is_a_number(public: Reader) -> None:
    """Expected as printed for the scheme; notified and issued summed; the rest is undisclosed."""
    found = measures(public)

    assert (found.expected.amount, found.expected.basis) == (17_000_000, Basis.PUBLISHED)
    assert found.expected_progress is not None
    assert (found.expected_progress.state, found.expected_progress.by) == (
        date(2021, 12, 31),
        2030,
    )
    assert found.notified == Figure(165_967, Basis.DERIVED)
    assert found.goj_will_acquire == Figure(52_059, Basis.DERIVED)
    assert [found.verified, found.used] == [UNDISCLOSED] * 2
    assert (found.decisions, found.goj_unknown) == (30, 10)
    assert (found.without_amount, found.amount_in_part) == (4, 1)
    assert (found.projects, found.registered, found.partners) == (147, 94, 31)


def test_what_both_sides_issued_is_one_measure(public: Reader) -> None:
    """Mongolia's both sides, Indonesia's first 31 and 9, TH014's 1,009; else it is not printed."""
    found = measures(public)

    assert found.issued_by_japan.amount == 103_451 + 31 + 1_009
    assert found.issued_by_hosts.amount == 19_645 + 9
    assert found.issued == Figure(104_491 + 19_654, Basis.DERIVED)
    assert found.issued_unknown == 24


def test_vintages_before_2021_count_nothing_towards_the_ndc(public: Reader) -> None:
    """PRE_2021_IS_NOT_AN_ITMO: known to be zero, whatever was retired; TH014 alone is later."""
    found = measures(public)

    assert found.pre_2021_towards_ndc == Figure(0, Basis.DERIVED)
    assert found.since_2021 == Figure(2_017, Basis.DERIVED)
    assert found.pre_2021 == Figure(136_384 + BY_DAY, Basis.DERIVED)


def test_parts_by_vintage_add_up_to_the_notified_total(public: Reader, filled: Reader) -> None:
    """Before 2021, from 2021 and not known: nothing is left out, nothing is there twice."""
    for found in (measures(public), measures(filled)):
        parts = (found.pre_2021, found.since_2021, found.vintage_unknown)
        assert sum(part.amount or 0 for part in parts) == found.notified.amount


def test_a_period_that_is_not_printed_ended_before_the_day_that_is(public: Reader) -> None:
    """Of 7,183 t nothing tells the vintages: no day, or one after the turn to 2021 (Kenya)."""
    found = measures(public)

    assert found.vintage_unknown.amount == 2_477 + 2_519 + 1_213 + 974 == 7_183
    assert BY_DAY == 20_383


def test_decisions_without_amount_are_counted_with_their_vintages(public: Reader) -> None:
    """Palau 2025 and KH005 lie before 2021; Palau 2026 and the Maldives' ITMOs do not."""
    found = measures(public)

    assert (found.pre_2021_without_amount, found.since_2021_without_amount) == (2, 2)
    # VN008 was decided with a project that nobody named, but its own tonnes are known.
    assert found.vintage_unknown_without_amount == 0


def test_of_what_japan_issued_its_government_has_what_is_known(public: Reader) -> None:
    """Indonesia 27 and Mayekawa 4; Mongolia until 2022, then nobody printed it; TH014's 1,009."""
    found = measures(public)
    goj, others = 27 + 109 + 6_263 + 6_442 + 21_251 + 1_009, 4 + 16 + 895 + 922 + 7_084

    assert (found.issued_goj.amount, found.issued_japan_others.amount) == (goj, others)
    assert found.issued_japan_open.amount == 35_854 + 24_249 + 256 + 110
    assert found.issued_by_japan.amount == goj + others + (found.issued_japan_open.amount or 0)


def test_what_was_printed_of_the_whole_scheme_stands_beside_the_totals(public: Reader) -> None:
    """About 700,000 t by June 2024, and never in a total."""
    printed = measures(public).issued_progress

    assert printed is not None
    assert (printed.amount and printed.amount.amount, printed.state) == (700_000, date(2024, 6, 30))


def test_a_period_over_the_turn_to_2021_leaves_its_parts_unknown(filled: Reader) -> None:
    """PRE_2021_IS_NOT_AN_ITMO: of its 30 tonnes, a line of 10 is of before 2021 alone."""
    found = measures(filled)

    assert found.notified.amount == 165_967 + 30
    assert (found.pre_2021.amount, found.since_2021.amount) == (136_384 + BY_DAY + 10, 2_017)


def test_a_rehearsal_is_in_no_measure(public: Reader) -> None:
    """REHEARSAL_IS_APART: two rehearsals with issued credits change no figure."""
    rows = public.rows("SELECT partnership FROM published_amount WHERE counted")

    assert not [row for row in rows if "-R" in row["partnership"]]
    assert measures(public).decisions == len(
        public.rows("SELECT FROM published_fact WHERE fact = 'issuance-decision'")
    )


def test_an_empty_record_has_no_figure(empty: Reader) -> None:
    """Nothing recorded yet: blank, and not zero."""
    found = measures(empty)

    blanks = (
        found.expected,
        found.notified,
        found.issued,
        found.pre_2021,
        found.pre_2021_towards_ndc,
    )
    assert set(blanks) == {UNDISCLOSED}
    assert (found.since_2021, found.vintage_unknown) == (UNDISCLOSED, UNDISCLOSED)
    assert (found.decisions, found.projects, found.state.records) == (0, 0, 0)


def test_each_total_of_the_measures_says_what_it_is_made_of(public: Reader) -> None:
    """Both registries were added for what is issued; what is not known whose or when is a part."""
    found = measures(public)
    made_of = {each.total: each for each in found.made_of}

    assert made_of["issued"].figures == ("figures/issued-japan", "figures/issued-host")
    assert [name for name, each in made_of.items() if each.relation == "part"] == [
        "issued_japan_open",
        "vintage_unknown",
    ]
    for name, each in made_of.items():
        addresses = [address.removeprefix("figures/") for address in each.figures]
        totals = [summed_figure(public, Summed(address)).total.amount or 0 for address in addresses]
        amount = getattr(found, name).amount
        assert amount == sum(totals) if each.relation == "sum" else amount < sum(totals)


@pytest.mark.parametrize(
    ("measure", "name", "addends"),
    [
        (
            Summed.ISSUED_GOJ,
            "issued_goj",
            {
                "ID-announced-2016-05-13": 27,
                "MN-2016-09-29": 109,
                "MN-2017-10-24": 6_263,
                "MN-2018-11-06": 6_442,
                "MN-2019-05-17": 0,
                "MN-2022-02-08": 21_251,
                "TH-2025-10-30": 1_009,
            },
        ),
        (
            Summed.ISSUED_OTHERS,
            "issued_japan_others",
            {
                "ID-announced-2016-05-13": 4,
                "MN-2016-09-29": 16,
                "MN-2017-10-24": 895,
                "MN-2018-11-06": 922,
                "MN-2019-05-17": 0,
                "MN-2022-02-08": 7_084,
            },
        ),
    ],
)
def test_whose_credits_japan_issued_is_told_decision_by_decision(
    public: Reader, measure: Summed, name: str, addends: dict[str, int]
) -> None:
    """Printed shares of what was issued (data/issuances.csv), and what is left of each."""
    found = summed_figure(public, measure)

    assert {each.decision: each.amount.amount for each in found.addends} == addends
    assert found.total == getattr(measures(public), name)
    assert {each.amount.basis for each in found.addends} == {Basis.DERIVED}
    assert len(found.addends) + len(found.gaps) == 30
    mongolia = next(each for each in found.addends if each.decision == "MN-2016-09-29")
    said = {Summed.ISSUED_GOJ: "", Summed.ISSUED_OTHERS: "125 − 109"}
    assert (mongolia.projects, mongolia.amount.calculation) == (("MN001", "MN002"), said[measure])
