"""The allocation workbench against bangladesh.md, section 3.2: ten rows and three rules.

H1 rounds one half of the total up, H2 takes the least number above one half, H3 rounds one half
of each calendar year up.
"""

from collections.abc import Mapping
from copy import deepcopy
from typing import Any

import pytest

from openjcm.cycle import Verdict
from openjcm.views.reader import Reader
from openjcm.views.record.workbench import ShareRow, Trial, Workbench, allocation_workbench

H1, H2, H3 = "1-2-total-up", "1-2-total-majority", "1-2-vintage-up"
YES, NO, OPEN = Verdict.EXPLAINED, Verdict.CONTRADICTED, Verdict.OPEN
# Project, total, GoJ, calendar years, then what H1, H2 and H3 are found to be.
PRINTED = [
    ("BD002", 144, 73, 3, NO, YES, YES),
    ("BD004", 355, 178, 4, YES, YES, YES),
    ("TH001", 300, 151, None, NO, YES, OPEN),
    ("KE002", 974, 488, None, NO, YES, OPEN),
    ("KH001", 181, 92, None, NO, NO, OPEN),
    ("SA001", 5300, 2650, 2, YES, NO, YES),
    ("VN005", 189, 95, 2, YES, YES, YES),
    ("VN004", 151, 76, None, YES, YES, YES),
    ("VN008", 2477, 1239, None, YES, YES, YES),
    ("TH014", 2017, 1009, 1, YES, YES, YES),
]


def _bench(reader: Reader, whose: str, share: str) -> Workbench:
    return next(
        each for each in allocation_workbench(reader) if (each.whose, each.share) == (whose, share)
    )


def _row(bench: Workbench, project: str) -> ShareRow:
    return next(row for row in bench.rows if row.projects == (project,))


def _trial(row: ShareRow, rule: str) -> Trial:
    return next(trial for trial in row.trials if trial.rule == rule)


@pytest.mark.parametrize("printed", PRINTED, ids=[row[0] for row in PRINTED])
def test_the_ten_rows_come_out_as_they_were_printed(
    public: Reader, printed: tuple[str, int, int, int | None, Verdict, Verdict, Verdict]
) -> None:
    """Total, share, calendar years, and the verdict on each of the three rules."""
    project, total, goj, years, *verdicts = printed

    row = _row(_bench(public, "goj", "1/2"), project)

    assert (row.total.amount, row.amount.amount, row.years) == (total, goj, years)
    assert [_trial(row, rule).verdict for rule in (H1, H2, H3)] == verdicts


def test_an_open_row_says_how_many_years_it_would_take(public: Reader) -> None:
    """TH001 and KE002 at least two odd years, KH001 at least three."""
    bench = _bench(public, "goj", "1/2")

    least = {name: _trial(_row(bench, name), H3) for name in ("TH001", "KE002", "KH001")}

    assert {name: trial.years_at_least for name, trial in least.items()} == {
        "TH001": 2,
        "KE002": 2,
        "KH001": 3,
    }


def test_the_anomaly_contradicts_every_rule_that_rounds_up(public: Reader) -> None:
    """TH002 and TH005: 606 of 1,213, below one half."""
    bench = _bench(public, "goj", "1/2")
    row = next(row for row in bench.rows if row.projects == ("TH002", "TH005"))

    assert (row.total.amount, row.amount.amount, row.years) == (1213, 606, None)
    assert [_trial(row, rule).verdict for rule in (H1, H2, H3)] == [NO, NO, NO]


def test_a_score_counts_the_rows_of_a_rule(public: Reader) -> None:
    """Explained, contradicted and open are all rows but those of another source."""
    bench = _bench(public, "goj", "1/2")
    own = [row for row in bench.rows if not row.rival]

    assert len(own) == len(bench.rows) - 1
    for score in bench.scores:
        assert score.explained + score.contradicted + score.open == len(own)
    assert [score.rule for score in bench.scores] == [rule.stem for rule in bench.rules]


def test_the_whole_is_tried_where_a_line_has_no_share(public: Reader) -> None:
    """Mongolia 2016: 109 of 157 was printed of both projects together."""
    bench = _bench(public, "goj", "7/10")
    row = next(row for row in bench.rows if row.decision == "MN-2016-09-29")

    assert (row.projects, row.unnamed) == (("MN001", "MN002"), 0)
    assert (row.total.amount, row.amount.amount) == (157, 109)
    assert _trial(row, "7-10-total-down").gives == 109


def test_projects_without_numbers_are_counted(public: Reader) -> None:
    """January 2020: three projects, one of them known; 8,837 of 17,673."""
    bench = _bench(public, "goj", "1/2")
    row = next(row for row in bench.rows if row.decision == "ID-2020-01-10")

    assert (row.projects, row.unnamed, row.years) == (("ID015",), 2, None)
    assert (row.total.amount, row.amount.amount) == (17673, 8837)


def test_the_partners_share_is_tried_too(public: Reader) -> None:
    """Mongolia's 66 of 322 and 29 of 139 of 2026 need more than one rounding (section 3.4)."""
    bench = _bench(public, "host", "1/5")
    rows = {row.projects[0]: row for row in bench.rows if row.decision == "MN-2026-01-24"}

    assert (rows["MN002"].total.amount, rows["MN002"].amount.amount) == (322, 66)
    assert (rows["MN001"].total.amount, rows["MN001"].amount.amount) == (139, 29)
    for name in ("MN001", "MN002"):
        assert _trial(rows[name], "1-5-total-up").verdict is NO
        assert _trial(rows[name], "1-5-vintage-up").verdict is YES


def test_a_share_says_why_it_is_tried(public: Reader) -> None:
    """In both languages, with the source."""
    for bench in allocation_workbench(public):
        assert bench.why
        assert bench.why_ja
        assert bench.source.startswith("http")


def test_what_another_source_prints_is_a_row_of_its_own(public: Reader) -> None:
    """TH001: 150 of 300 is one half; 151 of 300 is the least number above it (practice.md 4)."""
    rows = [row for row in _bench(public, "goj", "1/2").rows if row.projects == ("TH001",)]

    assert [(row.amount.amount, row.rival) for row in rows] == [(151, False), (150, True)]
    assert [_trial(rows[1], rule).verdict for rule in (H1, H2, H3)] == [YES, NO, YES]
    assert rows[1].amount.source != rows[0].amount.source


def test_named_holders_are_rows_of_their_own(public: Reader) -> None:
    """Viet Nam's government: 29 of 288 and 16 of 151, ten per cent rounded up (practice.md 4)."""
    bench = _bench(public, "holder", "1/10")
    of_viet_nam = [row for row in bench.rows if row.holder == "Government of Viet Nam"]

    assert [(row.projects, row.total.amount, row.amount.amount) for row in of_viet_nam] == [
        (("VN001",), 288, 29),
        (("VN004",), 151, 16),
    ]
    assert [_trial(row, "1-10-total-up").verdict for row in of_viet_nam] == [YES, YES]
    assert [_trial(row, "1-10-total-nearest").verdict for row in of_viet_nam] == [YES, NO]


def test_holders_of_one_amount_are_told_apart(public: Reader) -> None:
    """Indonesia 2016: of 40 in two projects a tenth cut down is 3 or 4, and never 5."""
    rows = [row for row in _bench(public, "holder", "1/10").rows if row.total.amount == 40]

    found = {row.holder: _trial(row, "1-10-total-down").verdict for row in rows}

    assert found == {"Mayekawa": OPEN, "Government of Indonesia": NO, "PT Adib": OPEN}


class _Changed:
    """The record, with the facts of one decision changed."""

    def __init__(self, record: Reader, key: str, line: Mapping[str, Any], **whole: object) -> None:
        self._record, self._key, self._line, self._whole = record, key, line, whole

    def rows(self, sql: str, params: Mapping[str, Any] | None = None) -> list[dict[str, Any]]:
        found = deepcopy(self._record.rows(sql, params))
        for row in found:
            if "digest" in row:
                # Other facts, another state of the record.
                row["digest"] = f"{row['digest']} {self._line} {self._whole}"
            if row.get("key") == self._key:
                row["body"] |= self._whole
                row["body"]["lines"][0] |= self._line
        return found


@pytest.mark.parametrize(
    ("first", "last", "years"),
    [
        ("2017-03-01", "2019-07-31", 3),
        ("2013-01-08", "2019-07-31", 7),
        ("2012-12-31", "2019-07-31", None),
        ("0217-03-01", "2019-07-31", None),
        ("2017-03-01", "2022-03-28", 6),
        ("2017-03-01", "2109-07-31", None),
    ],
)
def test_a_mistyped_year_does_not_spread(
    public: Reader, first: str, last: str, years: int | None
) -> None:
    """Mongolia signed first, in 2013; a period cannot end after the year of its decision, 2022."""
    changed = _Changed(public, "BD-2022-03-28", {"period": {"first": first, "last": last}})

    row = _row(_bench(changed, "goj", "1/2"), "BD002")

    assert (row.years, _trial(row, H3).verdict) == (years, YES if years else OPEN)


class _Counted:
    """The record, with how often its decisions were asked for."""

    def __init__(self, record: Reader) -> None:
        self._record, self.asked = record, 0

    def rows(self, sql: str, params: Mapping[str, Any] | None = None) -> list[dict[str, Any]]:
        self.asked += "chain_head" not in sql
        return self._record.rows(sql, params)


def test_one_state_of_the_record_is_worked_out_once(public: Reader) -> None:
    """Until another fact is published the answer is the same, and only the state is asked for."""
    first = allocation_workbench(public)
    counted = _Counted(public)

    assert allocation_workbench(counted) is first
    assert counted.asked == 0
    assert allocation_workbench(_Changed(public, "BD-2022-03-28", {})) is not first


def test_a_rival_total_and_the_holder_of_a_whole_are_tried(public: Reader) -> None:
    """Ours: 300 printed as 302 elsewhere, and 30 of the whole for a holder; 151 is half of 302."""
    also = [{"measure": "notified", "amount": 302, "source": "portal-13663"}]
    also += [{"measure": "issued", "amount": 1, "source": "portal-13663"}]
    total = {"notified": 300, "holders": [{"holder": "A", "side": "TH", "amount": 30}]}
    changed = _Changed(public, "TH-2018-04-20", {"also": also}, total=total)

    rows = [row for row in _bench(changed, "goj", "1/2").rows if row.projects == ("TH001",)]
    held = [row for row in _bench(changed, "holder", "1/10").rows if row.holder == "A"]

    assert [(row.total.amount, row.amount.amount, row.rival) for row in rows] == [
        (300, 151, False),
        (302, 151, True),
    ]
    assert _trial(rows[1], H1).verdict is YES
    assert [(row.total.amount, row.amount.amount, row.years) for row in held] == [(300, 30, None)]
    assert _trial(held[0], "1-10-total-down").verdict is YES


# Rows of several projects on the half rule (bangladesh.md 3.5), worked by hand: one half of each
# project's tonnes, rounded up, adds half a tonne for each odd one; the least number above one
# half adds half a tonne for an odd one and a whole one for an even one. Of 705 in four projects
# one or three are odd, of 17,673 in three one or three, of 2,519 in two exactly one.
SEVERAL = [
    ("ID-announced-2018-07-12", 353, OPEN, (353, 354), NO, (355, 356)),
    ("ID-2020-01-10", 8837, OPEN, (8837, 8838), NO, (8838, 8839)),
    ("TH-undated-TH003-TH004", 1260, YES, (1260, 1260), NO, (1261, 1261)),
]


@pytest.mark.parametrize("printed", SEVERAL, ids=[row[0] for row in SEVERAL])
def test_several_projects_in_one_amount_are_no_single_project(
    public: Reader, printed: tuple[str, int, Verdict, tuple[int, int], Verdict, tuple[int, int]]
) -> None:
    """practice.md 4: share, base and rounding belong to each project's own agreement."""
    key, amount, up, up_gives, majority, majority_gives = printed

    row = next(row for row in _bench(public, "goj", "1/2").rows if row.decision == key)

    assert row.amount.amount == amount
    found = [_trial(row, rule) for rule in (H1, H2)]
    assert [trial.verdict for trial in found] == [up, majority]
    assert [(trial.gives_least, trial.gives_most) for trial in found] == [up_gives, majority_gives]


def test_what_a_majority_explains_is_of_single_projects(public: Reader) -> None:
    """Eight of the ten rows of bangladesh.md 3.2; no row of several projects is among them."""
    bench = _bench(public, "goj", "1/2")
    explained = [row.projects for row in bench.rows if _trial(row, H2).verdict is YES]

    assert all(len(projects) == 1 for projects in explained)
    assert next(score.explained for score in bench.scores if score.rule == H2) == 8


def test_a_rule_by_year_of_several_projects_stays_open(public: Reader) -> None:
    """How 705 is split between four projects and their years is not printed: 353 can be."""
    bench = _bench(public, "goj", "1/2")
    row = next(row for row in bench.rows if row.decision == "ID-announced-2018-07-12")

    assert (_trial(row, H3).verdict, _trial(row, H3).years_at_least) == (OPEN, None)


def test_printed_parts_tell_what_the_whole_cannot(public: Reader) -> None:
    """Mongolia 2016: 70 % of 50 is 35 and of 107 is 74.9; 109 was printed of both."""
    bench = _bench(public, "goj", "7/10")
    row = next(row for row in bench.rows if row.decision == "MN-2016-09-29")

    found = {rule: _trial(row, f"7-10-total-{rule}") for rule in ("down", "nearest", "up")}

    assert {rule: (each.gives, each.verdict) for rule, each in found.items()} == {
        "down": (109, YES),
        "nearest": (110, NO),
        "up": (110, NO),
    }
