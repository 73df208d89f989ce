"""What a published decision says in figures: printed, added up, and never counted twice.

The decisions are those of the public record, written out again from the sources named there.
"""

from datetime import date
from typing import Any

import pytest

from openjcm.cycle import (
    WHOLE,
    Measure,
    PublishedAmount,
    amounts_of,
    day_of,
    issued_in_japan,
    projects_of,
)
from openjcm.measure.basis import Basis

SOURCES = [{"id": "page", "url": "https://example.org/page"}]


def _decision(*lines: dict[str, Any], **says: object) -> dict[str, Any]:
    return {"sources": SOURCES, "lines": list(lines), **says}


def _of(
    says: dict[str, Any], measure: Measure, side: str | None = None
) -> list[tuple[int, int, bool]]:
    """Return line, amount and whether it is counted."""
    found = [each for each in amounts_of(says) if (each.measure, each.side) == (measure, side)]
    return [(each.line, each.amount, each.counted) for each in found]


def test_a_printed_total_is_counted_and_its_lines_are_not() -> None:
    """Bangladesh, 28 March 2022: 499 = 144 + 355, and 499 stands in totals once."""
    says = _decision(
        {"projects": ["BD002"], "notified": 144, "goj": 73},
        {"projects": ["BD004"], "notified": 355, "goj": 178},
        total={"notified": 499, "goj": 251},
    )

    assert _of(says, Measure.NOTIFIED) == [(0, 499, True), (1, 144, False), (2, 355, False)]
    assert _of(says, Measure.GOJ) == [(0, 251, True), (1, 73, False), (2, 178, False)]
    assert {each.basis for each in amounts_of(says)} == {Basis.PUBLISHED}


def test_a_total_that_nobody_printed_is_derived_and_says_how() -> None:
    """Mongolia, 24 January 2026: 30,312 + 322 + 139 were notified."""
    says = _decision(*({"projects": [], "notified": n} for n in (30312, 322, 139)))

    whole = amounts_of(says)[0]

    assert (whole.line, whole.amount, whole.basis) == (WHOLE, 30773, Basis.DERIVED)
    assert (whole.calculation, whole.source) == ("30312 + 322 + 139", "")
    assert [each.counted for each in amounts_of(says)] == [True, False, False, False]


def test_the_total_of_one_line_is_that_line() -> None:
    """Nothing is worked out: basis, source and day stay those of the line."""
    sides = [{"side": "JP", "notified": 7158, "issued": 7158, "issued_on": "2017-10-24"}]
    says = _decision({"projects": ["MN004"], "notified": 8947, "sides": sides})

    issued = next(each for each in amounts_of(says) if each.measure is Measure.ISSUED)

    assert issued == PublishedAmount(
        WHOLE,
        Measure.ISSUED,
        7158,
        side="JP",
        on=date(2017, 10, 24),
        source="page",
        counted=True,
    )
    notified = next(each for each in amounts_of(says) if each.side == "JP")
    assert notified.on is None, "the day is of the issuance, not of the notification"


def test_a_total_is_not_added_from_some_of_the_lines() -> None:
    """Where a line has no amount, the known lines are counted and there is no total."""
    says = _decision({"project": "VN004", "notified": 151}, {"project": "VN002"})

    assert _of(says, Measure.NOTIFIED) == [(1, 151, True)]


def test_a_part_of_a_decision_has_no_total() -> None:
    """VN008: a further project is not known, so its 2,477 are not the decision's amount."""
    says = _decision(
        {"projects": ["VN008"], "notified": 2477}, remarks=["further-project-not-known"]
    )

    assert _of(says, Measure.NOTIFIED) == [(1, 2477, True)]


def test_what_another_source_prints_is_kept_and_never_counted() -> None:
    """TH001: 151 and 150 are both printed for the Government of Japan."""
    line = {
        "projects": ["TH001"],
        "notified": 300,
        "goj": 151,
        "also": [{"measure": "goj", "amount": 150, "source": "news"}],
    }

    found = [each for each in amounts_of(_decision(line)) if each.measure is Measure.GOJ]

    assert [(e.line, e.amount, e.rival, e.counted, e.source) for e in found] == [
        (0, 151, False, True, "page"),
        (1, 151, False, False, "page"),
        (1, 150, True, False, "news"),
    ]


def test_a_named_recipient_is_no_measure_to_add() -> None:
    """VN001: 29 for the Government of Viet Nam stand in no total."""
    held = [{"holder": "Government of Viet Nam", "side": "VN", "amount": 29}]
    says = _decision({"projects": ["VN001"], "holders": held}, total={"holders": held})

    assert _of(says, Measure.HOLDER, "VN") == [(0, 29, False), (1, 29, False)]


def test_a_derived_amount_says_how() -> None:
    """MN001, November 2018: Mongolia's 24 are 118 less 94."""
    sides = [{"side": "MN", "notified": 24, "derived": {"notified": "118 − 94"}}]
    line = {"projects": ["MN002"], "notified": 208, "derived": {"notified": "637 − 429"}}
    says = _decision({**line, "sides": sides})

    found = {(each.measure, each.side): each for each in amounts_of(says) if each.line}

    assert found[Measure.NOTIFIED, "MN"].calculation == "118 − 94"
    assert found[Measure.NOTIFIED, None].basis is Basis.DERIVED


def test_an_amount_names_the_source_that_prints_it() -> None:
    """Its own, else the line's, else the first of the decision."""
    says = _decision(
        {"projects": ["A"], "notified": 2, "goj": 1, "source": "b", "source_of": {"goj": "c"}},
        {"projects": ["B"], "notified": 3},
        sources=[{"url": "https://example.org/without-a-name"}],
    )

    found = [(each.amount, each.source) for each in amounts_of(says) if each.line]

    assert found == [(2, "b"), (1, "c"), (3, "https://example.org/without-a-name")]


def test_the_first_form_of_the_record_is_still_read() -> None:
    """One project a line, and totals under another name."""
    says = _decision({"project": "BD002", "notified": 144}, totals={"notified": 499, "goj": None})

    assert _of(says, Measure.NOTIFIED) == [(0, 499, True), (1, 144, False)]
    assert projects_of(says["lines"][0]) == ("BD002",)
    assert projects_of({"unnamed": 2}) == ()


@pytest.mark.parametrize(
    ("says", "day"),
    [
        ({"decided_on": "2022-03-28", "announced_on": "2022-03-31"}, date(2022, 3, 28)),
        ({"decided_on": None, "announced_on": "2020-02-28"}, date(2020, 2, 28)),
        ({"issued_on": "2017-10-10"}, date(2017, 10, 10)),
        ({}, None),
    ],
)
def test_a_decision_is_filed_by_the_day_that_is_known(
    says: dict[str, Any], day: date | None
) -> None:
    """Decided, else announced, else issued."""
    assert day_of(says) == day


def test_what_a_government_is_known_to_hold_is_a_part_of_what_was_issued() -> None:
    """TV-05b: 1,009 of the government; what was issued in all is not known, nor what others got."""
    side = {"side": "JP", "issued_goj": 1009, "derived": {"issued_goj": "its share"}}
    line = {"projects": ["TH014"], "notified": 2017, "goj": 1009, "sides": [side]}

    amounts = amounts_of({"sources": [{"id": "a"}], "lines": [line]})
    issued = [each for each in amounts if each.measure is Measure.ISSUED]

    assert [(each.line, each.amount, each.counted, each.in_part) for each in issued] == [
        (1, 1009, True, True)
    ]
    assert issued_in_japan(amounts) == (1009, None)
