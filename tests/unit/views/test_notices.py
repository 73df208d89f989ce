"""Notices as published and as rehearsed: nothing filled in, nothing mixed."""

from collections.abc import Callable
from datetime import date

import pytest

from openjcm.measure.basis import Basis
from openjcm.measure.errors import NotFound
from openjcm.measure.period import Period
from openjcm.papers.notice.text import notice_table
from openjcm.views.figures import UNDISCLOSED, Figure
from openjcm.views.notice import Funding, SideQuantity
from openjcm.views.notices import find_notice, list_notices
from openjcm.views.reader import Reader
from openjcm.views.record.pages import LARGEST_PAGE, every
from told.canary import PARTNERSHIP as PLANTED
from told.further import LATER
from told.stage import Told

SOURCE = "https://www.env.go.jp/en/headline/2596.html"
DECISION = "BD-2022-03-28"


def test_the_published_notice_says_what_was_printed(public: Reader) -> None:
    """Projects, periods and the two quantities, each with its source."""
    notice = find_notice(public, DECISION)

    assert (notice.key, notice.partnership, notice.rehearsal) == (DECISION, "BD", False)
    assert (notice.decided_on, notice.announced_on) == (date(2022, 3, 28), date(2022, 3, 31))
    assert (notice.decided_by, notice.ordinal) == ("decision", 1)
    assert [(line.project_id, line.notified, line.goj) for line in notice.lines] == [
        ("BD002", _printed(144), _printed(73)),
        ("BD004", _printed(355), _printed(178)),
    ]
    assert notice.total_notified == _printed(499)
    assert notice.goj_total == _printed(251)
    assert notice.not_an_itmo
    assert notice.sources[0].url == SOURCE
    assert notice.sources[0].licence


def test_months_are_counted_as_in_the_notice(public: Reader) -> None:
    """MONTHS_IN_THE_NOTICE: 29 and 38, both end months counted (reading 0002)."""
    notice = find_notice(public, DECISION)

    assert [(line.period, line.months) for line in notice.lines] == [
        (Period(date(2017, 3, 1), date(2019, 7, 31)), 29),
        (Period(date(2016, 6, 1), date(2019, 7, 31)), 38),
    ]


def test_what_is_not_published_is_left_blank(public: Reader) -> None:
    """Each side's quantity and the years are undisclosed, not zero and not worked out."""
    notice = find_notice(public, DECISION)

    assert notice.sides == (
        SideQuantity("JP", None, UNDISCLOSED, UNDISCLOSED, None),
        SideQuantity("BD", None, UNDISCLOSED, UNDISCLOSED, None),
    )
    assert [line.vintages for line in notice.lines] == [(), ()]
    assert Figure(None, Basis.UNDISCLOSED, None) == UNDISCLOSED


def test_a_project_comes_with_both_titles_and_its_funding(public: Reader) -> None:
    """Unknown fields of the funding are None."""
    chiller, hybrid = find_notice(public, DECISION).lines

    assert chiller.title_en.startswith("Installation of High Efficiency Centrifugal Chiller")
    assert chiller.title_ja == "衣料品タグ工場における省エネ型ターボ冷凍機を利用した空調の効率化"
    assert chiller.funding == Funding(
        programme="Financing Programme for JCM Model Projects",
        operator=None,
        year=None,
        subsidy=None,
        minimum_share="1/2",
        rounding_reading="0001",
        evidence="https://www.mofa.go.jp/mofaj/ic/ch/page22_002709.html",
    )
    assert hybrid.funding is not None
    assert hybrid.funding.subsidy


def test_partners_and_goals_are_those_of_the_day_announced(public: Reader) -> None:
    """Seventeen partner countries on 31 March 2022, and the goal then in force."""
    notice = find_notice(public, DECISION)

    assert notice.host.name_en == "Bangladesh"
    signed = " ".join(partner.iso2 for partner in notice.partners)
    assert signed == "MN BD ET KE MV VN LA ID CR PW KH MX SA CL MM TH PH"
    assert [goal.since for goal in notice.goals] == [date(2021, 10, 22)]


def test_a_later_decision_stands_first_with_its_blanks(filled: Reader) -> None:
    """No announcement, no share, a project nobody described: each stays as it is."""
    keys = [notice.key for notice in list_notices(filled).items]
    later = find_notice(filled, LATER)

    assert keys.index(LATER) + 1 == keys.index(DECISION)
    assert later.announced_on is None
    assert later.goj_total == UNDISCLOSED
    assert [line.goj.amount for line in later.lines] == [None, 5]
    assert not later.not_an_itmo
    unknown = later.lines[1]
    assert (unknown.title_en, unknown.title_ja, unknown.funding) == ("", "", None)
    assert later.sources[0].licence == ""


def test_a_notice_of_what_is_partly_known_says_what_is_not(public: Reader) -> None:
    """An unknown period, two projects in one amount, a place in the row that nobody can count."""
    kenya = find_notice(public, "KE-2021-02-07")
    palau = find_notice(public, "PW-2018-01-30")
    thailand = find_notice(public, "TH-2025-10-30")

    assert (kenya.lines[0].period, kenya.lines[0].months, kenya.not_an_itmo) == (None, None, None)
    assert (kenya.decided_by, kenya.ordinal, kenya.lines[0].remarks) == (
        "electronic",
        1,
        ("period-not-confirmed",),
    )
    assert palau.lines[0].project_id == "PW002+PW003"
    assert " / " in palau.lines[0].title_en
    assert (palau.lines[0].notified.amount, palau.lines[0].goj.amount) == (585, 437)
    assert (thailand.ordinal, thailand.not_an_itmo) == (None, False)


def test_an_ordinal_says_whether_a_source_prints_it(public: Reader) -> None:
    """The ministry prints "1st issuance" of Bangladesh; Mongolia's third is counted here."""
    found = {
        key: find_notice(public, key)
        for key in ("BD-2022-03-28", "MN-2018-11-06", "TH-2025-10-30", "BD-R-2022-03-28")
    }

    assert {key: (each.ordinal, each.ordinal_basis) for key, each in found.items()} == {
        "BD-2022-03-28": (1, Basis.PUBLISHED),
        "MN-2018-11-06": (3, Basis.DERIVED),
        "TH-2025-10-30": (None, None),
        "BD-R-2022-03-28": (1, Basis.RECONSTRUCTED),
    }


def test_each_side_issues_on_its_own_day_or_not_yet(public: Reader) -> None:
    """Japan issued six days after the decision; Mongolia had not by 7 June 2026."""
    sides = find_notice(public, "MN-2026-01-24").sides

    assert [(side.side, side.issued.amount, side.issued_on, side.open_on) for side in sides] == [
        ("JP", 24249 + 256 + 110, date(2026, 1, 30), None),
        ("MN", None, None, date(2026, 6, 7)),
    ]
    assert [side.notified.amount for side in sides] == [24615, 6063 + 66 + 29]


def test_a_side_that_was_notified_of_0_has_nothing_to_issue(public: Reader) -> None:
    """The one tonne of MN005 went to Mongolia whole."""
    sides = find_notice(public, "MN-2019-05-17").sides

    assert [(side.side, side.notified.amount, side.issued_on) for side in sides] == [
        ("JP", 0, None),
        ("MN", 1, date(2019, 5, 17)),
    ]


def test_a_notice_counts_the_projects_without_a_number_and_keeps_the_remarks(
    public: Reader,
) -> None:
    """Indonesia's 17,673 are of three projects, one of them named; Palau's line is of two."""
    indonesia = find_notice(public, "ID-2020-01-10")
    palau = find_notice(public, "PW-2018-01-30")

    assert (len(indonesia.lines), indonesia.projects, indonesia.unnamed) == (1, 3, 2)
    assert indonesia.remarks == ("decision-day-inferred", "line-in-total-inferred")
    assert (len(palau.lines), palau.projects, palau.unnamed) == (1, 2, 0)
    assert find_notice(public, "BD-R-2022-03-28").projects == 2


def test_partners_are_those_of_the_decision_where_no_announcement_is_known(filled: Reader) -> None:
    """By June 2023 more countries had signed."""
    later, first = find_notice(filled, LATER), find_notice(filled, DECISION)

    assert len(later.partners) > len(first.partners)
    assert all(partner.signed_on <= later.decided_on for partner in later.partners)


def test_a_rehearsed_notice_is_found_by_its_own_key(public: Reader) -> None:
    """Its figures are reconstructed, and it says that it is a rehearsal."""
    notice = find_notice(public, "BD-R-2022-03-28")

    assert (notice.partnership, notice.rehearsal) == ("BD-R", True)
    assert [
        (line.project_id, line.notified.amount, line.goj.amount, line.months)
        for line in notice.lines
    ] == [("BD002", 144, 73, 29), ("BD004", 355, 178, 38)]
    assert notice.total_notified == Figure(499, Basis.RECONSTRUCTED)
    assert notice.goj_total == Figure(251, Basis.RECONSTRUCTED)
    assert (notice.announced_on, notice.sources, notice.ordinal) == (None, (), 1)
    assert notice.not_an_itmo
    assert notice.host.name_en == "Bangladesh"
    assert len(notice.partners) == 17
    assert notice.decided_by == "decision"


def test_a_rehearsed_line_carries_the_funding_of_its_project(public: Reader) -> None:
    """FINANCING_SHARE: the only reason why 144 becomes 73 stands beside the 73."""
    published = {line.project_id: line.funding for line in find_notice(public, DECISION).lines}

    lines = find_notice(public, "BD-R-2022-03-28").lines

    assert [(line.project_id, line.funding) for line in lines] == list(published.items())
    assert lines[0].funding is not None
    assert (lines[0].funding.minimum_share, lines[0].funding.rounding_reading) == ("1/2", "0001")


def test_only_the_account_of_japans_government_is_japans(
    ask: Callable[[Told], Reader], other_holders: Told
) -> None:
    """Neither a company in Japan nor the host's government adds to what Japan's acquires."""
    notice = find_notice(ask(other_holders), "BD-R-2022-03-28")

    assert [(line.notified.amount, line.goj.amount) for line in notice.lines] == [
        (144, 73),
        (355, 178),
    ]
    assert [(side.side, side.notified.amount) for side in notice.sides] == [
        ("JP", 144 + 178),
        ("BD", 177),
    ]


def test_a_rehearsed_notice_has_its_years(public: Reader) -> None:
    """Credits and Japan's share by calendar year, which sum to the line."""
    for line in find_notice(public, "BD-R-2022-03-28").lines:
        assert sum(vintage.credits.amount or 0 for vintage in line.vintages) == line.notified.amount
        assert sum(vintage.goj.amount or 0 for vintage in line.vintages) == line.goj.amount
        assert {vintage.credits.basis for vintage in line.vintages} == {Basis.RECONSTRUCTED}
        assert line.title_ja
    first, second = find_notice(public, "BD-R-2022-03-28").lines
    assert [vintage.year for vintage in first.vintages] == [2017, 2018, 2019]
    assert [vintage.year for vintage in second.vintages] == [2016, 2017, 2018, 2019]


def test_each_side_issued_its_letter_in_full(public: Reader) -> None:
    """Two letters, two registries, two days; their sum is what was notified."""
    sides = find_notice(public, "BD-R-2022-03-28").sides

    assert [(side.side, side.number, side.issued_on) for side in sides] == [
        ("JP", "BD-R-N-0001", date(2022, 4, 11)),
        ("BD", "BD-R-N-0002", date(2022, 4, 18)),
    ]
    assert [side.notified.amount for side in sides] == [251, 248]
    assert [side.issued for side in sides] == [side.notified for side in sides]


def test_a_share_that_was_not_issued_yet_is_none_issued(
    ask: Callable[[Told], Reader], halfway: Told
) -> None:
    """Before a registry issues, 0 were issued; that is known, not undisclosed."""
    sides = find_notice(ask(halfway), "BD-R-2022-03-28").sides

    assert [(side.issued, side.issued_on) for side in sides] == [
        (Figure(0, Basis.RECONSTRUCTED), None),
        (Figure(0, Basis.RECONSTRUCTED), None),
    ]


def test_a_rehearsal_is_never_in_the_list(filled: Reader) -> None:
    """REHEARSAL_IS_APART: neither the story's nor the planted one."""
    keys = [notice.key for notice in list_notices(filled).items]

    assert {LATER, DECISION} < set(keys)
    assert not [key for key in keys if key.startswith(("BD-R", PLANTED))]
    assert find_notice(filled, f"{PLANTED}-2022-03-28").rehearsal


def test_notices_come_a_page_at_a_time(public: Reader) -> None:
    """Pages of two, one after another, are the whole list: each once and in its order."""
    whole = list_notices(public)
    in_twos = every(lambda cursor: list_notices(public, cursor=cursor, limit=2))

    assert in_twos == whole.items
    assert len(in_twos) == whole.total
    assert [each.decided_on for each in in_twos] == sorted(
        (each.decided_on for each in in_twos), reverse=True
    )


def test_a_project_without_a_number_stands_in_one_row(public: Reader) -> None:
    """The Maldives' is in the line; of Indonesia's three two stand in none."""
    maldives, indonesia = (find_notice(public, k) for k in ("MV-2025-12-16", "ID-2020-01-10"))

    assert (maldives.unnamed, maldives.unlisted, indonesia.unlisted) == (1, 0, 2)
    table = notice_table(maldives, "en")
    assert table.count("1 project without a published number") == 1


def test_a_key_that_nobody_has_is_not_found(public: Reader) -> None:
    """The refusal names the key."""
    with pytest.raises(NotFound, match="there is no notice 'XX'") as refusal:
        find_notice(public, "XX")

    assert (refusal.value.code, refusal.value.about) == ("no-notice", "XX")


def _printed(amount: int) -> Figure:
    return Figure(amount, Basis.PUBLISHED, SOURCE)


@pytest.mark.parametrize("key", ["KH-announced-2020-02-28", "TH-undated-TH003-TH004"])
def test_a_decision_without_its_day_has_no_notice_and_says_why(public: Reader, key: str) -> None:
    """Known by an announcement, or by a list without any day; the decision itself is there."""
    with pytest.raises(NotFound, match=f"{key}: the day .* not published; .* decisions/{key}"):
        find_notice(public, key)

    assert key not in {each.key for each in list_notices(public, limit=LARGEST_PAGE).items}
