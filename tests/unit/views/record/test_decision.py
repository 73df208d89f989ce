"""One decision as it is shown: the whole, lines, sides, holders, rivals and blanks.

Expected values: data/issuances.csv and bangladesh.md, section 3.5, read by hand.
"""

from datetime import UTC, date, datetime
from typing import Any

import pytest

from openjcm.measure.basis import Basis
from openjcm.measure.period import Period
from openjcm.views.figures import UNDISCLOSED, Figure
from openjcm.views.reader import Reader
from openjcm.views.record.decision import Decision, SideFigures, decision_of
from openjcm.views.record.decisions import find_decision

VN008 = "VN-undated-VN008"
MINISTRY = "https://www.env.go.jp/en/headline/2596.html"
PAGE = "https://www.jcm.go.jp/jc/mn-projects-issues"


def _told(says: dict[str, Any]) -> Decision:
    said = {"sources": [{"title": "A page", "url": "https://example.org/"}]} | says
    return decision_of(
        {
            "partnership": "BD",
            "key": "BD-X",
            "host": "BD",
            "body": said,
            "seq": 7,
            "recorded_at": datetime(2026, 11, 27, tzinfo=UTC),
            "ordinal": None,
        }
    )


def _side(decision: Decision, side: str) -> SideFigures:
    return next(each for each in decision.sides if each.side == side)


def test_a_decision_says_what_the_ministry_printed(public: Reader) -> None:
    """BD-3: two projects, 499 in all, 251 to the Government of Japan."""
    found = find_decision(public, "BD-2022-03-28")

    assert (found.host.iso2, found.day, found.day_is) == ("BD", date(2022, 3, 28), "decided")
    assert found.announced_on == date(2022, 3, 31)
    assert (found.ordinal, found.projects) == (1, 2)
    assert found.notified == Figure(499, Basis.PUBLISHED, MINISTRY)
    assert found.goj == Figure(251, Basis.PUBLISHED, MINISTRY)
    assert found.sources[0].url == MINISTRY
    assert found.record.startswith("BD/joint record ")


def test_a_line_says_its_period_in_months(public: Reader) -> None:
    """BD-1 and BD-2: 29 and 38 months, both days counted."""
    first, second = find_decision(public, "BD-2022-03-28").lines

    assert first.projects == ("BD002",)
    assert first.period == Period(date(2017, 3, 1), date(2019, 7, 31))
    assert (first.months, second.months) == (29, 38)
    assert (first.notified.amount, first.goj.amount) == (144, 73)
    assert (second.notified.amount, second.goj.amount) == (355, 178)


def test_the_vintages_are_those_of_all_periods(public: Reader) -> None:
    """From June 2016 to July 2019."""
    found = find_decision(public, "BD-2022-03-28")

    assert (found.first_vintage, found.last_vintage) == (2016, 2019)


def test_what_each_side_was_notified_of_is_not_published_for_bangladesh(public: Reader) -> None:
    """Neither quantity nor day of issue: undisclosed, and no zero."""
    found = find_decision(public, "BD-2022-03-28")

    assert found.sides == (
        SideFigures("JP", UNDISCLOSED, UNDISCLOSED, None, None, "undisclosed"),
        SideFigures("BD", UNDISCLOSED, UNDISCLOSED, None, None, "undisclosed"),
    )
    assert found.holders == ()


def test_each_side_issues_on_its_own_day(public: Reader) -> None:
    """Mongolia 2022: 7,084 on 22 February, Japan's 28,335 two days later."""
    found = find_decision(public, "MN-2022-02-08")

    assert found.notified == Figure(35419, Basis.PUBLISHED, PAGE)
    japan, mongolia = _side(found, "JP"), _side(found, "MN")
    assert (japan.issued, japan.issued_on) == (
        Figure(28335, Basis.PUBLISHED, PAGE),
        date(2022, 2, 24),
    )
    assert (mongolia.issued, mongolia.issued_on) == (
        Figure(7084, Basis.PUBLISHED, PAGE),
        date(2022, 2, 22),
    )
    assert (japan.standing, mongolia.standing) == ("issued", "issued")


def test_a_side_that_has_not_issued_is_open_and_no_zero(public: Reader) -> None:
    """MN006: Japan's 24,249 of 30 January 2026, Mongolia's 6,063 open."""
    found = find_decision(public, "MN-2026-01-24")
    line = next(each for each in found.lines if each.projects == ("MN006",))
    japan, mongolia = line.sides

    assert (japan.issued.amount, japan.issued_on) == (24249, date(2026, 1, 30))
    assert mongolia.notified.amount == 6063
    assert (mongolia.issued, mongolia.issued_on) == (UNDISCLOSED, None)
    assert (mongolia.standing, mongolia.open_on) == ("open", date(2026, 6, 7))


def test_the_sides_of_the_whole_are_added_where_every_line_is_known(public: Reader) -> None:
    """30,312 + 322 + 139; 6,063 + 66 + 29, all open on the same day."""
    found = find_decision(public, "MN-2026-01-24")
    mongolia = _side(found, "MN")

    assert (found.notified.amount, found.notified.basis) == (30773, Basis.DERIVED)
    assert found.notified.calculation == "30312 + 322 + 139"
    assert (mongolia.notified.amount, mongolia.standing) == (6158, "open")
    assert _side(found, "JP").issued_on == date(2026, 1, 30)


def test_sides_that_issued_on_different_days_have_no_day_as_a_whole(public: Reader) -> None:
    """November 2018: three days of issue, and 24 and 42 that are worked out."""
    found = find_decision(public, "MN-2018-11-06")

    assert (_side(found, "JP").issued.amount, _side(found, "JP").issued_on) == (7364, None)
    assert _side(found, "JP").several_days
    # Mongolia's one day is printed, and of its other two lines nothing is.
    assert not _side(found, "MN").several_days
    assert not any(side.several_days for line in found.lines for side in line.sides)
    first, second, _ = found.lines
    assert first.sides[1].notified == Figure(24, Basis.DERIVED, PAGE, calculation="118 − 94")
    assert second.sides[1].notified.amount == 42
    assert (second.period, second.months) == (None, None)


def test_a_decision_of_unnamed_projects_is_not_judged_by_one_line(public: Reader) -> None:
    """Of three projects of January 2020 the period of one is printed; the day tells of the rest."""
    found = find_decision(public, "ID-2020-01-10")

    assert (found.unnamed, found.last_vintage) == (2, None)
    assert (found.vintages, found.ended_by) == ("before", date(2020, 1, 10))


@pytest.mark.parametrize(
    ("key", "vintages", "ended_by"),
    [
        ("BD-2022-03-28", "before", None),
        ("MN-2018-11-06", "before", date(2018, 11, 6)),
        ("PW-2026-05-16", "since", None),
        ("MV-2025-12-16", "since", None),
        ("KE-2021-02-07", "unknown", None),
        ("VN-undated-VN002", "before", date(2018, 12, 31)),
        ("VN-undated-VN008", "unknown", None),
    ],
)
def test_vintages_follow_from_periods_else_from_the_day(
    public: Reader, key: str, vintages: str, ended_by: date | None
) -> None:
    """A period ends before its decision; ITMOs are of 2021 or later; no day tells nothing."""
    found = find_decision(public, key)

    assert (found.vintages, found.ended_by) == (vintages, ended_by)


def test_what_is_published_in_part_is_shown_as_such(public: Reader) -> None:
    """Mongolia issued 1,776 t of 2018, of 24 and 42 nobody printed it; VN008 is one of two."""
    mongolia, viet_nam = (find_decision(public, key) for key in ("MN-2018-11-06", VN008))

    assert mongolia.sides[1].issued == UNDISCLOSED
    assert (mongolia.sides[1].issued_in_part.amount, mongolia.sides[1].standing) == (
        1_776,
        "in-part",
    )
    assert mongolia.sides[0].issued_in_part == UNDISCLOSED
    assert (viet_nam.notified, viet_nam.notified_in_part.amount) == (UNDISCLOSED, 2_477)
    assert viet_nam.goj_in_part.amount == 1_239


def test_a_part_of_several_lines_says_how_it_was_added() -> None:
    """Two of three lines are known; the third is not in the sum."""
    lines = [{"projects": [f"BD00{n}"], "notified": n} for n in (1, 2)]

    found = _told({"lines": [*lines, {"projects": ["BD003"]}]})

    assert found.notified_in_part == Figure(3, Basis.DERIVED, calculation="1 + 2")


def test_the_government_has_of_what_japan_issued_what_follows(public: Reader) -> None:
    """Indonesia 2016: 27 of 31; Mongolia 2016: 109 of 125; the Maldives' amount is not printed."""
    first, mongolia, maldives = (
        find_decision(public, key)
        for key in ("ID-announced-2016-05-13", "MN-2016-09-29", "MV-2025-12-16")
    )

    assert (first.issued_goj.amount, first.issued_others.amount) == (27, 4)
    assert mongolia.issued_others == Figure(16, Basis.DERIVED, calculation="125 − 109")
    assert (maldives.issued_goj, maldives.issued_others) == (UNDISCLOSED, UNDISCLOSED)


def test_a_period_that_is_not_printed_leaves_the_last_vintage_open(public: Reader) -> None:
    """MN002's period of 2018 is not printed, so nobody can say how far the decision goes."""
    found = find_decision(public, "MN-2018-11-06")

    assert (found.first_vintage, found.last_vintage) == (2016, None)


def test_who_is_notified_of_nothing_has_nothing_to_issue(public: Reader) -> None:
    """MN005: 1 in all, 0 for Japan, which is a zero that was printed."""
    found = find_decision(public, "MN-2019-05-17")

    assert (_side(found, "JP").notified.amount, _side(found, "JP").standing) == (0, "nothing")
    assert (_side(found, "MN").issued.amount, _side(found, "MN").standing) == (1, "issued")


def test_a_day_of_issue_without_an_amount_is_issued(public: Reader) -> None:
    """The Maldives' ITMOs: issued in Japan on 16 December 2025; how much is not printed."""
    found = find_decision(public, "MV-2025-12-16")

    assert _side(found, "JP").issued == UNDISCLOSED
    assert _side(found, "JP").issued_on == date(2025, 12, 16)
    assert _side(found, "JP").standing == "issued"


def test_of_the_first_itmos_the_governments_are_known_in_part(public: Reader) -> None:
    """TH014: ITMOs of the government were issued on 11 November 2025; 1,009 (TV-05b, article6.md).

    What Japan issued to others is not published, and neither is what it issued in all.
    """
    found = find_decision(public, "TH-2025-10-30")
    japan = _side(found, "JP")

    assert (japan.issued, japan.issued_in_part.amount) == (UNDISCLOSED, 1009)
    assert japan.issued_in_part.basis is Basis.DERIVED
    assert (japan.standing, japan.issued_on) == ("in-part", date(2025, 11, 11))
    assert (found.issued_goj.amount, found.issued_goj.basis) == (1009, Basis.DERIVED)
    assert found.issued_others == UNDISCLOSED
    assert found.lines[0].sides[0].issued_in_part.amount == 1009


def test_amounts_of_the_first_itmos_are_of_a_secondary_source(public: Reader) -> None:
    """article6.md 6.5: days confirmed by the ministry's release (S40), quantities S42 (RIM)."""
    found = find_decision(public, "TH-2025-10-30")
    rim = "https://www.rim-intelligence.co.jp/news/rre/1813927.html"

    assert (found.notified.source, found.goj.source) == (rim, rim)
    assert found.announced_on == date(2025, 11, 11)
    assert found.sources[0].url == "https://www.env.go.jp/press/press_01692.html"
    assert {"amounts-secondary", "issued-goj-derived"} <= set(found.lines[0].remarks)


def test_sources_that_disagree_are_both_kept(public: Reader) -> None:
    """TH001: 151 and 150, each with its source."""
    (line,) = find_decision(public, "TH-2018-04-20").lines

    assert line.goj.amount == 151
    (rival,) = line.rivals
    assert (rival.measure, rival.amount.amount) == ("goj", 150)
    assert rival.amount.source == "https://indonesia-news.biz/?p=29118"


def test_named_recipients_stand_beside_the_government_of_japan(public: Reader) -> None:
    """Indonesia 2016: Mayekawa 4, the government 5, PT Adib 4."""
    (line,) = find_decision(public, "ID-announced-2016-05-13").lines

    assert [(each.holder, each.side, each.amount.amount) for each in line.holders] == [
        ("Mayekawa", "JP", 4),
        ("Government of Indonesia", "ID", 5),
        ("PT Adib", "ID", 4),
    ]
    assert (line.first, line.last, line.period) == (None, date(2015, 7, 31), None)


def test_recipients_of_the_whole_are_those_that_were_printed_of_it(public: Reader) -> None:
    """Viet Nam 2017: 45 for its government, 117 for others; 29, 16, 58 and 59 in the lines."""
    found = find_decision(public, "VN-issued-2017-10-10")

    assert [(each.side, each.amount.amount) for each in found.holders] == [("VN", 45), ("", 117)]
    assert [line.holders[0].amount.amount for line in found.lines] == [29, 16]


def test_projects_without_numbers_are_counted(public: Reader) -> None:
    """Four in July 2018; three in January 2020, one of them known."""
    four = find_decision(public, "ID-announced-2018-07-12")
    three = find_decision(public, "ID-2020-01-10")

    assert (four.projects, four.lines[0].projects, four.lines[0].unnamed) == (4, (), 4)
    assert (three.projects, three.notified.amount) == (3, 17673)
    assert (four.day, four.day_is) == (date(2018, 7, 12), "announced")


def test_the_ordinal_is_counted_where_every_day_is_known(public: Reader) -> None:
    """Mongolia's third is of November 2018; Thailand has decisions without a day."""
    counted, unknown, first = (
        find_decision(public, key) for key in ("MN-2018-11-06", "TH-2025-10-30", "BD-2022-03-28")
    )

    assert (counted.ordinal, counted.ordinal_basis) == (3, Basis.DERIVED)
    assert (unknown.ordinal, unknown.ordinal_basis) == (None, None)
    assert (first.ordinal, first.ordinal_basis) == (1, Basis.PUBLISHED)


def test_an_amount_that_is_not_published_is_undisclosed(public: Reader) -> None:
    """KH005: decided, and nobody printed how much."""
    found = find_decision(public, "KH-2023-12-22")

    assert (found.notified, found.goj) == (UNDISCLOSED, UNDISCLOSED)
    assert found.decided_on == date(2023, 12, 22)


def test_a_decision_without_any_day_says_so() -> None:
    """No day, and no word for one."""
    found = _told({"lines": [{"projects": ["BD001"], "notified": 3}]})

    assert (found.day, found.day_is, found.manner) == (None, "", "")
    assert (found.first_vintage, found.last_vintage) == (None, None)
    assert found.record == "BD/joint record 7"


def test_a_source_is_known_by_its_address_where_it_has_no_name() -> None:
    """Licence, kind and state may be blank too."""
    (source,) = _told({"lines": []}).sources

    assert (source.key, source.licence, source.kind) == ("https://example.org/", "", "")
    assert source.state is None


def test_what_the_total_says_of_a_side_goes_before_the_lines() -> None:
    """The day of the whole, although a line has another."""
    line = {"projects": ["BD002"], "sides": [{"side": "JP", "issued_on": "2022-05-01"}]}
    total = {"sides": [{"side": "JP", "issued": 5, "issued_on": "2022-05-02"}]}

    found = _told({"total": total, "lines": [line]})

    assert _side(found, "JP").issued_on == date(2022, 5, 2)
    assert found.lines[0].sides[0].issued_on == date(2022, 5, 1)
