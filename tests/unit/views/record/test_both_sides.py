"""Both sides of decisions: what agrees, what is contradicted, what nobody can tell, and sums.

Expected values: data/issuances.csv, read by hand; decisions of Bangladesh here are made up.
"""

from datetime import UTC, date, datetime
from typing import Any

import pytest

from openjcm.measure.basis import Basis
from openjcm.measure.errors import NotFound
from openjcm.views.figures import UNDISCLOSED, Figure, PartnerName
from openjcm.views.reader import Reader
from openjcm.views.record.both_sides import (
    Agreement,
    BothSides,
    SideSum,
    both_sides,
    both_sides_of,
)
from openjcm.views.record.decision import decision_of

HOST = PartnerName("BD", "Bangladesh", "バングラデシュ", date(2013, 3, 19))
SOURCE = {"title": "A page", "url": "https://example.org/"}


def _told(*decisions: dict[str, Any]) -> BothSides:
    return both_sides_of(
        HOST,
        [
            decision_of(
                {
                    "partnership": "BD",
                    "key": f"BD-{number}",
                    "host": "BD",
                    "body": {"sources": [SOURCE]} | says,
                    "seq": number,
                    "recorded_at": datetime(2026, 11, 27, tzinfo=UTC),
                    "ordinal": None,
                }
            )
            for number, says in enumerate(decisions, 1)
        ],
    )


def _line(
    total: int | None, japan: dict[str, Any] | None, host: dict[str, Any] | None, **more: object
) -> dict[str, Any]:
    sides = [{"side": "JP", **(japan or {})}, {"side": "BD", **(host or {})}]
    return {"notified": total, "sides": sides, "projects": ["BD001"], **more}


def _agreement(*lines: dict[str, Any], **more: object) -> Agreement:
    return _told({"lines": list(lines), **more}).decisions[0].whole.agreement


def test_mongolia_is_told_earliest_first(public: Reader) -> None:
    """Seven decisions; those of one line have no parts."""
    found = both_sides(public, "MN")

    assert found.host.name_en == "Mongolia"
    assert [(each.decision, len(each.parts)) for each in found.decisions] == [
        ("MN-2016-09-29", 2),
        ("MN-2017-10-24", 0),
        ("MN-2018-11-06", 3),
        ("MN-2019-05-17", 0),
        ("MN-2022-02-08", 0),
        ("MN-2025-03-27", 0),
        ("MN-2026-01-24", 3),
    ]
    assert {each.whole.agreement for each in found.decisions} == {Agreement.AGREES}
    assert found.decisions[0].whole.projects == ("MN001", "MN002")
    assert found.issued_host == SideSum(Figure(19645, Basis.DERIVED), unknown=1, open=1)
    assert "https://www.jcm.go.jp/jc/mn-projects-issues" in {each.url for each in found.sources}


def test_a_country_whose_sides_are_not_published_has_no_sum(public: Reader) -> None:
    """Bangladesh: 499 in all; of either side nothing is known, which is no zero."""
    found = both_sides(public, "BD")

    assert [each.whole.agreement for each in found.decisions] == [Agreement.OPEN]
    assert found.notified.total.amount == 499
    assert found.notified_japan == SideSum(UNDISCLOSED, unknown=1, open=0)
    assert found.issued_host == SideSum(UNDISCLOSED, unknown=1, open=0)


def test_a_country_that_is_no_partner_is_not_found(public: Reader) -> None:
    """By its code."""
    with pytest.raises(NotFound):
        both_sides(public, "XX")


def test_a_contradicted_total_is_named() -> None:
    """10 is not 6 and 5; the decision beside it agrees."""
    found = _told(
        {"lines": [_line(11, {"notified": 6}, {"notified": 5})]},
        {"lines": [_line(10, {"notified": 6}, {"notified": 5})]},
    )

    assert found.contradicted == ("BD-2",)
    first, second = found.decisions
    assert first.contradicted == ()
    assert second.contradicted == (second.whole,)
    assert second.whole.agreement is Agreement.CONTRADICTED


def test_a_contradicted_line_is_named_where_the_whole_agrees() -> None:
    """Two lines whose errors cancel out."""
    lines = [
        _line(10, {"notified": 6}, {"notified": 5}),
        _line(10, {"notified": 6}, {"notified": 3}),
    ]
    (decision,) = _told({"lines": lines}).decisions

    assert decision.whole.agreement is Agreement.AGREES
    assert decision.contradicted == decision.parts


@pytest.mark.parametrize(("total", "japan", "host"), [(None, 6, 5), (11, None, 5), (11, 6, None)])
def test_what_is_not_published_leaves_it_open(
    total: int | None, japan: int | None, host: int | None
) -> None:
    """One of the three is enough."""
    assert _agreement(_line(total, {"notified": japan}, {"notified": host})) is Agreement.OPEN


@pytest.mark.parametrize("derived", ["total", "japan", "host"])
def test_what_was_worked_out_from_the_others_checks_nothing(derived: str) -> None:
    """11 = 6 + 5, 6 = 11 − 5, 5 = 11 − 6."""
    why = {"total": "6 + 5", "japan": "11 − 5", "host": "11 − 6"}
    said = {name: {"derived": {"notified": why[name]}} if name == derived else {} for name in why}

    line = _line(
        11, {"notified": 6, **said["japan"]}, {"notified": 5, **said["host"]}, **said["total"]
    )

    assert _agreement(line) is Agreement.NO_CHECK


def test_a_whole_of_unchecked_lines_is_checked_by_a_printed_total_only() -> None:
    """There is no check of 22 while nobody printed it; once it is printed, it agrees."""
    line = _line(11, {"notified": 6}, {"notified": 5, "derived": {"notified": "11 − 6"}})
    checked = _line(11, {"notified": 6}, {"notified": 5})

    assert _agreement(line, line) is Agreement.NO_CHECK
    assert _agreement(line, line, total={"notified": 22}) is Agreement.AGREES
    assert _agreement(line, checked) is Agreement.AGREES


def test_lines_of_six_and_five_are_no_shares_of_six_and_five() -> None:
    """The whole is worked out as 6 + 5, from its lines and not from its sides."""
    lines = (
        _line(6, {"notified": 3}, {"notified": 3}),
        _line(5, {"notified": 3}, {"notified": 2}),
    )

    assert _agreement(*lines) is Agreement.AGREES


def test_a_sum_takes_what_is_known_and_counts_the_rest() -> None:
    """One issued, one issued in part, one open in part, one not published."""
    issued = {"notified": 6, "issued": 6, "issued_on": "2026-01-30"}
    still_open = {"notified": 6, "open_on": "2026-06-07"}
    found = _told(
        {"lines": [_line(11, issued, None)]},
        {"lines": [_line(11, issued, None), _line(11, {"notified": 6}, None)]},
        {"lines": [_line(11, issued, None), _line(11, still_open, None)]},
        {"lines": [_line(11, None, None)]},
    )

    assert found.issued_japan == SideSum(Figure(18, Basis.DERIVED), unknown=2, open=1)
    assert found.notified_japan == SideSum(Figure(30, Basis.DERIVED), unknown=1, open=0)
    assert found.notified == SideSum(Figure(66, Basis.DERIVED), unknown=0, open=0)
    assert found.issued_host == SideSum(UNDISCLOSED, unknown=4, open=0)


def test_projects_without_a_number_are_counted() -> None:
    """One named, two not."""
    (decision,) = _told({"lines": [_line(11, None, None, unnamed=2)]}).decisions

    assert (decision.whole.projects, decision.whole.unnamed) == (("BD001",), 2)
