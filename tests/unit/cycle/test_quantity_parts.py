"""The parts of what was notified: their amounts, and the days that enclose their periods.

The decisions are those of data/issuances.csv, written out again; some are made up for a rule.
"""

from datetime import date
from typing import Any

import pytest

from openjcm.cycle import QuantityPart, amounts_of, issued_in_japan, parts_of, unnamed_of
from openjcm.measure.basis import Basis

SOURCES = [{"id": "page", "url": "https://example.org/page"}]
BEFORE = {"first": "2017-01-01", "last": "2018-09-30"}


def _parts(*lines: dict[str, Any], **says: object) -> tuple[QuantityPart, ...]:
    return parts_of({"sources": SOURCES, "lines": list(lines), **says})


def test_a_total_has_beside_its_lines_what_no_line_holds() -> None:
    """Indonesia, January 2020: of 17,673 t of three projects, 1,244 are of the one named."""
    line = {"projects": ["ID015"], "period": BEFORE, "notified": 1244}
    total = {"notified": 17673, "projects": 3}

    named, rest = _parts(line, total=total, decided_on="2020-01-10", announced_on="2020-01-16")

    assert (named.amount, named.first, named.last) == (1244, date(2017, 1, 1), date(2018, 9, 30))
    assert (named.ended_by, named.unnamed) == (None, 0)
    assert (rest.amount, rest.projects, rest.unnamed) == (16429, (), 2)
    assert (rest.basis, rest.calculation) == (Basis.DERIVED, "17673 − 1244")
    assert (rest.first, rest.last, rest.ended_by) == (None, date(2020, 1, 10), date(2020, 1, 10))


def test_lines_that_add_up_to_the_total_leave_no_rest() -> None:
    """Bangladesh: 499 = 144 + 355, and each is a part."""
    lines = [{"projects": [f"BD00{n}"], "notified": amount} for n, amount in ((2, 144), (4, 355))]

    assert [each.amount for each in _parts(*lines, total={"notified": 499})] == [144, 355]


def test_a_total_of_which_no_line_is_printed_is_one_part() -> None:
    """It reaches over the periods of all its lines."""
    lines = [
        {"projects": ["BD002"], "period": BEFORE},
        {"projects": ["BD004"], "period": {"first": "2016-06-01", "last": "2019-07-31"}},
    ]

    (whole,) = _parts(*lines, total={"notified": 499})

    assert (whole.amount, whole.projects) == (499, ("BD002", "BD004"))
    assert (whole.first, whole.last) == (date(2016, 6, 1), date(2019, 7, 31))
    assert (whole.basis, whole.ended_by) == (Basis.PUBLISHED, None)


def test_a_line_without_an_amount_is_a_part_that_is_not_published() -> None:
    """Cambodia, 2023: KH005's period is printed and its tonnes are not."""
    (part,) = _parts({"projects": ["KH005"], "period": BEFORE}, decided_on="2023-12-22")

    assert (part.amount, part.basis, part.last) == (None, Basis.UNDISCLOSED, date(2018, 9, 30))


@pytest.mark.parametrize(
    "says",
    [{"lines": []}, {"lines": [{"projects": ["VN008"]}], "remarks": ["further-project-not-known"]}],
)
def test_what_is_known_of_nobody_is_a_part_too(says: dict[str, Any]) -> None:
    """A decision of which nothing is printed, and a further project that is not known."""
    *_, rest = parts_of({"sources": SOURCES, **says})

    assert (rest.line, rest.projects, rest.amount, rest.last) == (0, (), None, None)


@pytest.mark.parametrize(
    ("says", "ended_by"),
    [
        ({"decided_on": "2018-01-30", "announced_on": "2018-02-01"}, date(2018, 1, 30)),
        ({"issued_on": "2019-07-10"}, date(2019, 7, 10)),
        ({"announced_in": 2018}, date(2018, 12, 31)),
        ({"total": {"sides": [{"side": "JP", "issued_on": "2016-09-30"}]}}, date(2016, 9, 30)),
        ({}, None),
    ],
)
def test_a_period_has_ended_by_the_first_day_that_is_known(
    says: dict[str, Any], ended_by: date | None
) -> None:
    """Decided, told or issued, whichever came first; of a year alone, its last day."""
    (part,) = _parts({"projects": ["PW001"], "notified": 296}, **says)

    assert (part.last, part.ended_by) == (ended_by, ended_by)


def test_an_issuance_of_a_line_ends_the_period_of_that_line() -> None:
    """The other line of the decision is told nothing by it."""
    issued = {"projects": ["MN001"], "notified": 1, "sides": [{"issued_on": "2018-11-07"}]}

    first, second = _parts(issued, {"projects": ["MN002"], "notified": 2})

    assert (first.ended_by, second.ended_by) == (date(2018, 11, 7), None)


def test_a_project_without_a_number_has_no_period_that_could_be_told() -> None:
    """Whatever is printed beside it is of another."""
    (part,) = _parts({"unnamed": 4, "notified": 705, "period": BEFORE})

    assert (part.first, part.last, part.unnamed) == (None, None, 4)


def test_unnamed_projects_are_those_of_the_lines_or_what_the_total_has_more() -> None:
    """Four in a line; two of the three of a total, one of which is named."""
    assert unnamed_of({"lines": [{"unnamed": 4}]}) == 4
    assert unnamed_of({"total": {"projects": 3}, "lines": [{"projects": ["ID015"]}]}) == 2


def _issued(*lines: dict[str, Any]) -> tuple[int, int | None] | None:
    return issued_in_japan(amounts_of({"sources": SOURCES, "lines": list(lines)}))


def test_whose_credits_japan_issued_follows_from_what_it_was_notified_of() -> None:
    """Mongolia 2017: Japan issued its 7,158 whole, so its government has its 6,263."""
    side = {"side": "JP", "notified": 7158, "issued": 7158}

    assert _issued({"projects": ["MN004"], "goj": 6263, "sides": [side]}) == (6263, 895)
    assert _issued({"projects": ["MN004"], "goj": 6263, "sides": [side | {"issued": 7000}]}) is None
    assert _issued({"projects": ["MN004"], "sides": [side]}) is None
    assert _issued({"projects": ["MN004"], "goj": 7159, "sides": [side]}) is None


def test_named_holders_tell_whose_credits_are() -> None:
    """Indonesia 2016: 31 = 27 to the government and 4 to a company."""
    line = {"projects": ["ID002"], "goj": 27, "sides": [{"side": "JP", "issued": 31}]}
    held = [{"holder": "Mayekawa", "side": "JP", "amount": 4}]

    assert _issued(line | {"holders": held}) == (27, 4)
    assert _issued(line) is None
