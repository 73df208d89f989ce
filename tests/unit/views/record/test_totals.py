"""Totals: each measure apart, nothing twice, a blank counted and never zero.

Expected values: data/issuances.csv, added up by hand.
"""

from urllib.parse import parse_qsl

import pytest

from openjcm.measure.basis import Basis
from openjcm.views.figures import UNDISCLOSED, Figure
from openjcm.views.reader import Reader
from openjcm.views.record.addends import Summed, summed_figure
from openjcm.views.record.totals import Grouping, Total, totals


def _amounts(total: Total) -> tuple[int | None, ...]:
    figures = (total.notified, total.goj, total.issued_japan, total.issued_host)
    return tuple(figure.amount for figure in figures)


def _blanks(total: Total) -> tuple[int, int, int]:
    return total.without_amount, total.goj_unknown, total.issued_unknown


def test_the_whole_record_is_one_group(public: Reader) -> None:
    """Aggregate rows are never added to what they contain: ID015's 1,244 is in the 17,673."""
    (found,) = totals(public)

    assert (found.host, found.year, found.decisions) == (None, None, 30)
    assert _amounts(found) == (165967, 52059, 103482 + 1009, 19654)
    assert found.notified.basis is Basis.DERIVED
    assert _blanks(found) == (4, 10, 24)
    assert found.amount_in_part == 1, "VN008's 2,477; a further project is not known"


def test_countries_stand_in_signing_order(public: Reader) -> None:
    """Those of which a decision was published."""
    found = totals(public, Grouping.COUNTRY)

    assert [each.host.iso2 for each in found if each.host] == [
        *("MN", "BD", "KE", "MV", "VN", "LA", "ID", "PW", "KH", "SA", "TH")
    ]


def test_mongolia_adds_both_sides_apart(public: Reader) -> None:
    """bangladesh.md section 5: 53,730 up to 2022, then 44,817 + 30,312 + 322 + 139."""
    mongolia = totals(public, Grouping.COUNTRY)[0]

    assert mongolia.decisions == 7
    assert _amounts(mongolia) == (53730 + 44817 + 30312 + 322 + 139, 34065, 103451, 19645)
    assert _blanks(mongolia) == (0, 2, 2)


def test_a_decision_without_amount_is_counted_as_one(public: Reader) -> None:
    """Cambodia: 181, and KH005 of which nobody printed the amount."""
    cambodia = next(
        each for each in totals(public, Grouping.COUNTRY) if each.host and each.host.iso2 == "KH"
    )

    assert (cambodia.decisions, cambodia.without_amount) == (2, 1)
    assert cambodia.notified == Figure(181, Basis.DERIVED)


def test_what_nobody_printed_is_undisclosed(public: Reader) -> None:
    """Lao PDR: how much goes to the Government of Japan is not known."""
    laos = next(
        each for each in totals(public, Grouping.COUNTRY) if each.host and each.host.iso2 == "LA"
    )

    assert (laos.goj, laos.issued_japan) == (UNDISCLOSED, UNDISCLOSED)


def test_each_side_counts_its_own_blanks(public: Reader) -> None:
    """2019: one printed 0 for Japan stands beside two decisions that say nothing."""
    year = next(each for each in totals(public, Grouping.YEAR) if each.year == 2019)

    assert (year.issued_japan.amount, year.issued_japan_unknown) == (0, 2)
    assert (year.issued_host.amount, year.issued_host_unknown) == (1, 2)


@pytest.mark.parametrize(
    ("measure", "name"),
    [
        (Summed.NOTIFIED, "notified_unknown"),
        (Summed.GOJ, "goj_unknown"),
        (Summed.ISSUED_JAPAN, "issued_japan_unknown"),
        (Summed.ISSUED_HOST, "issued_host_unknown"),
    ],
)
def test_a_total_counts_the_blanks_that_its_addends_list(
    public: Reader, measure: Summed, name: str
) -> None:
    """Whoever asks what is in a total finds as many decisions left out as it says."""
    for total in totals(public, Grouping.YEAR):
        if total.year:
            listed = summed_figure(public, measure, year=total.year).gaps
            assert len(listed) == getattr(total, name), total.year


def test_years_rise_and_those_without_a_day_come_last(public: Reader) -> None:
    """2018: 9,206 of Mongolia, 705 of Indonesia, 300 of Thailand, 585 of Palau."""
    found = totals(public, Grouping.YEAR)
    by_year = {each.year: each for each in found}

    assert [each.year for each in found] == [
        *(2016, 2017, 2018, 2019, 2020, 2021, 2022, 2023, 2025, 2026, None)
    ]
    assert by_year[2018].notified.amount == 9206 + 705 + 300 + 585
    assert by_year[2023].notified == UNDISCLOSED
    assert by_year[None].notified.amount == 878 + 189 + 2477 + 2519 + 1213


def test_every_grouping_adds_up_to_the_same(public: Reader) -> None:
    """However the record is cut, each measure is the same in all."""
    (whole,) = totals(public)
    for by in (Grouping.COUNTRY, Grouping.YEAR):
        parts = totals(public, by)
        assert sum(each.notified.amount or 0 for each in parts) == whole.notified.amount
        assert sum(each.goj.amount or 0 for each in parts) == whole.goj.amount
        assert sum(each.decisions for each in parts) == whole.decisions


def _asked(address: str) -> tuple[Summed, str | None, int | None]:
    path, _, query = address.partition("?")
    asked = dict(parse_qsl(query))
    year = asked.get("year")
    return Summed(path.removeprefix("figures/")), asked.get("partner"), int(year) if year else None


@pytest.mark.parametrize("by", Grouping)
def test_each_total_has_the_address_of_what_it_is_made_of(public: Reader, by: Grouping) -> None:
    """The amounts found there add up to the total beside it, measure by measure."""
    for total in totals(public, by):
        undated = by is Grouping.YEAR and total.year is None
        assert [each.total for each in total.made_of] == (
            [] if undated else ["notified", "goj", "issued_japan", "issued_host"]
        )
        for each in total.made_of:
            (address,) = each.figures
            measure, partner, year = _asked(address)
            found = summed_figure(public, measure, partner=partner, year=year)
            parts = [addend.amount.amount or 0 for addend in found.addends]
            assert (sum(parts) if parts else None) == getattr(total, each.total).amount, address


def test_an_address_names_the_group(public: Reader) -> None:
    """Written out by hand."""
    whole = totals(public)[0]
    bangladesh = next(
        each
        for each in totals(public, Grouping.COUNTRY)
        if each.host is not None and each.host.iso2 == "BD"
    )
    later = next(each for each in totals(public, Grouping.YEAR) if each.year == 2022)

    assert [each.figures for each in whole.made_of] == [
        ("figures/notified",),
        ("figures/goj",),
        ("figures/issued-japan",),
        ("figures/issued-host",),
    ]
    assert bangladesh.made_of[1].figures == ("figures/goj?partner=BD",)
    assert later.made_of[0].figures == ("figures/notified?year=2022",)


def test_an_amount_added_from_its_lines_names_their_source(public: Reader) -> None:
    """MN-2018-11-06: 94, 166 and 7,104 stand on one page of the scheme's site."""
    found = summed_figure(public, Summed.ISSUED_JAPAN, partner="MN")
    added = next(each for each in found.addends if each.decision == "MN-2018-11-06")

    assert (added.amount.amount, added.amount.calculation) == (7364, "94 + 166 + 7104")
    assert added.amount.source == "https://www.jcm.go.jp/jc/mn-projects-issues"
