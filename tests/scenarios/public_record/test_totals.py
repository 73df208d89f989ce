"""The totals that pages show are those which the data files give by other means."""

from datetime import date

import pytest

from openjcm.views.reader import Reader
from openjcm.views.record.partners import list_partners
from openjcm.views.record.totals import Grouping, Total, totals
from scenarios.public_record import independent_totals as independent

TODAY = date(2026, 6, 7)


def _row(total: Total) -> dict[str, int | None]:
    row: dict[str, int | None] = {
        "notified": total.notified.amount,
        "goj": total.goj.amount,
        "issued_japan": total.issued_japan.amount,
        "issued_host": total.issued_host.amount,
    }
    return row | {name: getattr(total, name) for name in independent.COUNTS}


def _group(total: Total, by: Grouping) -> str | int | None:
    if by is Grouping.COUNTRY:
        assert total.host is not None
        return total.host.iso2
    return total.year


@pytest.mark.parametrize("by", list(Grouping))
def test_totals_recompute_from_the_data_files(record: Reader, by: Grouping) -> None:
    """By country, by year and as a whole, each measure for itself, and what is not published."""
    shown = {_group(each, by): _row(each) for each in totals(record, by)}

    assert shown == independent.totals(by.value)


def test_the_printed_totals_are_among_them() -> None:
    """The decision of 28 March 2022 is all of Bangladesh: 499, of which 251 for Japan."""
    bangladesh = independent.totals("country")["BD"]

    assert (bangladesh["notified"], bangladesh["goj"]) == (499, 251)
    assert bangladesh["issued_japan"] is None, "not published, and no zero"


def test_projects_count_as_the_project_table_has_them(record: Reader) -> None:
    """Of every country, all projects and the registered ones."""
    every, registered = independent.projects_by_country()

    for partner in list_partners(record, TODAY):
        assert partner.projects == every[partner.iso2], partner.iso2
        assert partner.registered == registered[partner.iso2], partner.iso2
    assert (every.total(), registered.total()) == (147, 94)
