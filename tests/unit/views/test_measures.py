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
    assert (found.decisions, found.goj_unknown) == (29, 10)
    assert (found.without_amount, found.amount_in_part) == (3, 1)
    assert (found.projects, found.registered, found.partners) == (147, 94, 31)


def test_what_both_sides_issued_is_one_measure(public: Reader) -> None:
    """Mongolia's both sides, and Indonesia's first 31 and 9; for the rest it is not printed."""
    found = measures(public)

    assert found.issued_by_japan.amount == 103_451 + 31
    assert found.issued_by_hosts.amount == 19_645 + 9
    assert found.issued == Figure(103_482 + 19_654, Basis.DERIVED)
    assert found.issued_unknown == 23


def test_vintages_before_2021_count_nothing_towards_the_ndc(public: Reader) -> None:
    """PRE_2021_IS_NOT_AN_ITMO: known to be zero, whatever was retired; TH014 alone is later."""
    found = measures(public)

    assert found.towards_ndc == Figure(0, Basis.DERIVED)
    assert found.since_2021 == Figure(2_017, Basis.DERIVED)
    assert found.pre_2021 == Figure(136_384, Basis.DERIVED)


def test_parts_by_vintage_add_up_to_the_notified_total(public: Reader, filled: Reader) -> None:
    """Before 2021, from 2021 and not known: nothing is left out, nothing is there twice."""
    for found in (measures(public), measures(filled)):
        parts = (found.pre_2021, found.since_2021, found.vintage_unknown)
        assert sum(part.amount or 0 for part in parts) == found.notified.amount


def test_an_amount_is_of_the_vintages_of_its_own_line_only(public: Reader) -> None:
    """Of Indonesia's 17,673 the period of 1,244 is known; of Mongolia's 9,206 not that of 208."""
    no_period = 705 + 974 + 181 + 207 + 155 + 585 + 296 + 300 + 1_213 + 2_519 + 439 + 878 + 2_477

    assert measures(public).vintage_unknown.amount == no_period + (17_673 - 1_244) + 208


def test_a_period_over_the_turn_to_2021_leaves_its_parts_unknown(filled: Reader) -> None:
    """PRE_2021_IS_NOT_AN_ITMO: of its 30 tonnes, a line of 10 is of before 2021 alone."""
    found = measures(filled)

    assert found.notified.amount == 165_967 + 30
    assert (found.pre_2021.amount, found.since_2021.amount) == (136_384 + 10, 2_017)


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

    blanks = (found.expected, found.notified, found.issued, found.pre_2021, found.towards_ndc)
    assert set(blanks) == {UNDISCLOSED}
    assert (found.since_2021, found.vintage_unknown) == (UNDISCLOSED, UNDISCLOSED)
    assert (found.decisions, found.projects, found.state.records) == (0, 0, 0)


def test_each_total_of_the_measures_says_what_it_is_made_of(public: Reader) -> None:
    """Both registries were added for what is issued; a vintage not known is a part of the rest."""
    found = measures(public)
    made_of = {each.total: each for each in found.made_of}

    assert made_of["issued"].figures == ("figures/issued-japan", "figures/issued-host")
    assert [name for name, each in made_of.items() if each.relation == "part"] == [
        "vintage_unknown"
    ]
    for name, each in made_of.items():
        addresses = [address.removeprefix("figures/") for address in each.figures]
        totals = [summed_figure(public, Summed(address)).total.amount or 0 for address in addresses]
        amount = getattr(found, name).amount
        assert amount == sum(totals) if each.relation == "sum" else amount < sum(totals)
