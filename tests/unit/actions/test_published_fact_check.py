"""What cannot have been printed, or could not be followed: each fault with its field."""

from typing import Any

import pytest

from openjcm.actions.record.published_fact_check import NEEDED, faults_of
from openjcm.actions.record.published_fact_shape import SHAPES, misshapen

SOURCE = {"id": "page", "title": "A page", "url": "https://example.org/page"}
LINE: dict[str, Any] = {"projects": ["MN001"], "notified": 50}
DECISION: dict[str, Any] = {"decided_on": "2016-09-29", "lines": [LINE], "sources": [SOURCE]}
PROJECT: dict[str, Any] = {"title_en": "A chiller", "sources": [SOURCE]}
PROGRESS: dict[str, Any] = {"measure": "issued", "state": "2024-06-30", "sources": [SOURCE]}


def _faults(fact: str, says: dict[str, Any]) -> list[str]:
    return list(faults_of(fact, says))


def _fields(fact: str, says: dict[str, Any]) -> list[str]:
    return [fault.partition(": ")[0] for fault in _faults(fact, says)]


@pytest.mark.parametrize(
    "line",
    [
        LINE,
        {"unnamed": 2},
        {**LINE, "goj": 0, "period": {"first": "2015-07-06", "last": "2015-12-31"}},
        {**LINE, "period": {"last": "2015-12-31"}},
        {**LINE, "goj": None, "period": None},
        {**LINE, "goj": 30, "also": [{"measure": "goj", "amount": 60, "source": "page"}]},
        {**LINE, "holders": [{"holder": "A ministry", "side": "MN", "amount": 10}]},
        {**LINE, "sides": [{"side": "MN", "notified": 10, "open_on": "2026-06-07"}]},
        {**LINE, "source": "page", "source_of": {"goj": "page"}},
    ],
)
def test_reality_is_entered_as_it_was_printed(line: dict[str, Any]) -> None:
    """Blanks, a zero share, an open issuance and sources that disagree are no faults."""
    assert _faults("issuance-decision", {**DECISION, "lines": [line]}) == []


@pytest.mark.parametrize("year", ["2018", 0, 10_000, 2018.5, True])
def test_a_year_of_announcement_is_a_year(year: object) -> None:
    """A decision whose day of announcement nobody knows may say the year, and nothing else."""
    assert _faults("issuance-decision", {**DECISION, "announced_in": 2018}) == []
    assert _faults("issuance-decision", {**DECISION, "announced_in": year}) == [
        f"announced_in: {year!r} is not a year; write it as 2018"
    ]


@pytest.mark.parametrize(
    ("line", "field"),
    [
        ({}, "lines..projects"),
        ({"unnamed": 0}, "lines.0.projects lines.0.unnamed"),
        ({"unnamed": "2"}, "lines.2.unnamed"),
        ({**LINE, "notified": 0}, "lines.MN001.notified"),
        ({**LINE, "notified": "50"}, "lines.MN001.notified"),
        ({**LINE, "notified": True}, "lines.MN001.notified"),
        ({**LINE, "goj": -1}, "lines.MN001.goj"),
        ({**LINE, "goj": 51}, "lines.MN001.goj"),
        ({**LINE, "period": {"first": "2019-02-30"}}, "lines.MN001.period.first"),
        ({**LINE, "period": {"first": "20190201"}}, "lines.MN001.period.first"),
        ({**LINE, "period": {"first": "2016-01-02", "last": "2016-01-01"}}, "lines.MN001.period"),
        ({**LINE, "sides": [{"notified": 1}]}, "lines.MN001.None.side"),
        ({**LINE, "sides": [{"side": "JP", "notified": 51}]}, "lines.MN001.JP.notified"),
        ({**LINE, "sides": [{"side": "JP", "issued": "4"}]}, "lines.MN001.JP.issued"),
        ({**LINE, "sides": [{"side": "JP", "issued_on": "soon"}]}, "lines.MN001.JP.issued_on"),
        ({**LINE, "sides": [{"side": "JP", "open_on": 2026}]}, "lines.MN001.JP.open_on"),
        ({**LINE, "holders": [{"holder": "A", "side": "MN"}]}, "lines.MN001.A.amount"),
        (
            {**LINE, "holders": [{"side": "MN", "amount": 51}]},
            "lines.MN001.None.holder lines.MN001.None",
        ),
        (
            {**LINE, "also": [{"measure": "sold", "amount": 1, "source": "page"}]},
            "lines.MN001.sold",
        ),
        ({**LINE, "also": [{"measure": "goj", "source": "page"}]}, "lines.MN001.goj.amount"),
        (
            {**LINE, "also": [{"amount": -1, "source": "page"}]},
            "lines.MN001.None.measure lines.MN001.None",
        ),
        ({**LINE, "source": "other"}, "lines.MN001.source"),
        ({**LINE, "source_of": {"goj": "other"}}, "lines.MN001.source"),
    ],
)  # fmt: skip
def test_a_faulty_line_names_its_field(line: dict[str, Any], field: str) -> None:
    """Every fault of the line, each by the field that it is in."""
    found = _fields("issuance-decision", {**DECISION, "lines": [line]})

    assert " ".join(found) == field


@pytest.mark.parametrize(
    ("fact", "says", "field"),
    [
        ("issuance-decision", {**DECISION, "lines": []}, "lines"),
        ("issuance-decision", {**DECISION, "ordinal": 0}, "ordinal"),
        ("issuance-decision", {**DECISION, "decided_on": "28 March"}, "decided_on"),
        ("issuance-decision", {**DECISION, "total": {"notified": 0}}, "total.notified"),
        ("issuance-decision", {**DECISION, "totals": {"goj": 1.5}}, "totals.goj"),
        ("issuance-decision", {**DECISION, "total": {"projects": 0}}, "total.projects"),
        ("project", {"sources": [SOURCE]}, "title_en"),
        ("project", {**PROJECT, "sources": []}, "sources"),
        ("project", {**PROJECT, "sources": [{"url": "https://x.org"}]}, "sources.1.title"),
        ("project", {**PROJECT, "sources": [{"title": "A page"}]}, "sources.1.url"),
        ("project", {**PROJECT, "sources": [{**SOURCE, "url": "ftp://x.org"}]}, "sources.1.url"),
        ("project", {**PROJECT, "sources": [{**SOURCE, "url": "https://["}]}, "sources.1.url"),
        ("project", {**PROJECT, "registered_on": "2018-13-01"}, "registered_on"),
        ("project", {**PROJECT, "expected_per_year": "742"}, "expected_per_year"),
        ("methodology", {**PROJECT, "status": "approved", "approvals": {"01.0": "x"}},
         "approvals.01.0"),
        ("methodology", {**PROJECT, "status": "approved", "public_inputs_first": "x"},
         "public_inputs_first"),
        ("partner", {**PROJECT, "title_ja": "国", "signed_on": "2013-01-32"}, "signed_on"),
        ("progress", {**PROGRESS, "amount": -1}, "amount"),
        ("progress", {**PROGRESS, "partners": 0}, "partners"),
        ("progress", {**PROGRESS, "measure": ""}, "measure"),
        ("goal", {"fiscal_year": 2030, "since": "2021-10-22", "sources": [SOURCE]},
         "million_tonnes"),
    ],
)  # fmt: skip
def test_a_faulty_fact_names_its_field(fact: str, says: dict[str, Any], field: str) -> None:
    """The sentence begins with the field that is to be put right."""
    assert _fields(fact, says) == [field]


# MN006 as it was printed (https://www.jcm.go.jp/jc/mn-projects-issues): 24,249 + 6,063 = 30,312.
MONGOLIA: dict[str, Any] = {
    "projects": ["MN006"],
    "notified": 30312,
    "period": {"first": "2019-07-06", "last": "2020-12-31"},
    "sides": [
        {"side": "JP", "notified": 24249, "issued": 24249, "issued_on": "2026-01-30"},
        {"side": "MN", "notified": 6063, "open_on": "2026-06-07"},
    ],
}
DECIDED: dict[str, Any] = {"decided_on": "2026-01-24", "lines": [MONGOLIA], "sources": [SOURCE]}


def _with(japan: dict[str, Any], **line: object) -> dict[str, Any]:
    """Return the decision with something else for Japan, and on its line."""
    sides = [{**MONGOLIA["sides"][0], **japan}, MONGOLIA["sides"][1]]
    return {**DECIDED, "lines": [{**MONGOLIA, "sides": sides, **line}]}


@pytest.mark.parametrize(
    ("says", "fault"),
    [
        (_with({"notified": 24250}),
         "lines.MN006.sides: both sides were notified of 24250 + 6063, not of the 30312"),
        ({**DECIDED, "total": {"notified": 30313, "sides": MONGOLIA["sides"]}},
         "total.sides: both sides were notified of 24249 + 6063, not of the 30313"),
        (_with({"issued": 24250}), "lines.MN006.JP.issued: 24250 is more than the 24249"),
        (_with({}, period={"last": "2026-12-31"}),
         "lines.MN006.period: ends on 2026-12-31, after the decision on it of 2026-01-24"),
        ({**DECIDED, "decided_on": None, "announced_on": "2020-12-30"},
         "lines.MN006.period: ends on 2020-12-31, after its announcement of 2020-12-30"),
        ({**DECIDED, "decided_on": None, "issued_on": "2020-12-30"},
         "lines.MN006.period: ends on 2020-12-31, after its issuance of 2020-12-30"),
        (_with({"issued_on": "2026-01-23"}),
         "lines.MN006.JP.issued_on: 2026-01-23 is before the decision of 2026-01-24"),
        ({**DECIDED, "announced_on": "2026-01-23"},
         "announced_on: 2026-01-23 is before the decision of 2026-01-24"),
        ({**DECIDED, "issued_on": "2026-01-23"},
         "issued_on: 2026-01-23 is before the decision of 2026-01-24"),
    ],
)  # fmt: skip
def test_what_cannot_be_is_refused(says: dict[str, Any], fault: str) -> None:
    """Sides that are not their total, a period that was not over, an issuance before its decision.

    The same decision as it was printed has no fault.
    """
    found = _faults("issuance-decision", says)

    assert _faults("issuance-decision", DECIDED) == []
    assert len(found) == 1
    assert found[0].startswith(fault)


@pytest.mark.parametrize("where", ["decision", "line"])
def test_sides_that_were_printed_otherwise_than_their_total_are_entered_with_a_remark(
    where: str,
) -> None:
    """Whoever enters it has seen it, and says so to the reader."""
    remarks = ["sides-disagree"]
    says = _with({"notified": 24250})
    says = (
        {**says, "remarks": remarks}
        if where == "decision"
        else _with({"notified": 24250}, remarks=remarks)
    )

    assert _faults("issuance-decision", says) == []


def test_a_period_that_ends_on_the_day_of_its_decision_is_entered() -> None:
    """So do an issuance and an announcement on that day, and a decision that has none."""
    same = {"decided_on": "2020-12-31", "announced_on": "2020-12-31", "issued_on": "2020-12-31"}
    one_day = _with({"issued_on": "2020-12-31"})

    assert _faults("issuance-decision", {**one_day, **same}) == []
    assert _faults("issuance-decision", {**DECIDED, "decided_on": None}) == []


def test_a_published_zero_is_no_blank() -> None:
    """What was printed as zero is entered as zero."""
    assert _faults("progress", {**PROGRESS, "amount": 0}) == []


def test_everything_is_said_at_once() -> None:
    """A missing source, a bad day and two wrong amounts are four faults."""
    says = {
        "decided_on": "28 March",
        "lines": [{**LINE, "notified": "1"}, {**LINE, "goj": 145}],
        "sources": [],
    }

    assert _fields("issuance-decision", says) == [
        "decided_on",
        "sources",
        "lines.MN001.notified",
        "lines.MN001.goj",
    ]


def test_a_fact_of_no_known_kind_is_refused() -> None:
    """What nobody can show is not recorded."""
    assert _faults("rumour", {}) == [f"fact: 'rumour' is not one of {', '.join(NEEDED)}"]


@pytest.mark.parametrize(
    ("says", "fault"),
    [
        ({"notifed": 1}, "notifed: is not a field here"),
        ({"manner": ["meeting"]}, "manner: ['meeting'] is not text"),
        ({"decided_on": ["2022-03-28"]}, "decided_on: ['2022-03-28'] is not one value"),
        ({"remarks": "late"}, "remarks: 'late' is not a list of texts"),
        ({"remarks": [1]}, "remarks: [1] is not a list of texts"),
        ({"lines": {"projects": ["A"]}}, "lines: {'projects': ['A']} is not a list"),
        ({"lines": ["A"]}, "lines.1: 'A' is not a table of fields"),
        ({"total": 499}, "total: 499 is not a table of fields"),
        ({"lines": [LINE, {"period": {"begin": 1}}]}, "lines.2.period.begin: is not a field here"),
        ({"lines": [{"sides": [{"derived": {"goj": 1}}]}]},
         "lines.1.sides.1.derived: {'goj': 1} is not a table of values"),
        ({"total": {"source_of": ["a"]}}, "total.source_of: ['a'] is not a table of values"),
    ],
)  # fmt: skip
def test_what_is_no_field_or_of_another_kind_is_refused(says: dict[str, Any], fault: str) -> None:
    """A misspelt field would be lost without a word, so it is a fault."""
    found = list(misshapen(says, SHAPES["issuance-decision"]))

    assert len(found) == 1
    assert found[0].startswith(fault)
    assert fault in " ".join(_faults("issuance-decision", {**DECISION, **says}))


def test_a_blank_field_is_of_any_kind() -> None:
    """None is what nobody printed."""
    assert _faults("issuance-decision", {**DECISION, "total": None, "remarks": None}) == []


# BD-2022-03-28 and VN-issued-2017-10-10 as they were printed (practice.md, 4).
BANGLADESH = [
    {"projects": ["BD002"], "notified": 144, "goj": 73},
    {"projects": ["BD004"], "notified": 355, "goj": 178},
]
GOVERNMENT = {"holder": "Government of Viet Nam", "side": "VN"}
VIET_NAM = [
    {
        "projects": [name],
        "notified": whole,
        "goj": goj,
        "holders": [{**GOVERNMENT, "amount": held}],
    }
    for name, whole, goj, held in [("VN001", 288, 201, 29), ("VN004", 151, 76, 16)]
]


@pytest.mark.parametrize(
    ("lines", "total"),
    [
        (BANGLADESH, {"notified": 499, "goj": 251}),
        (BANGLADESH[:1], {"notified": 499, "goj": 251}),
        (BANGLADESH, {"notified": 500}),
        (VIET_NAM, {"notified": 439, "goj": 277, "holders": [{**GOVERNMENT, "amount": 45}]}),
        ([{**BANGLADESH[0], "also": [{"measure": "notified", "amount": 999, "source": "page"}]}],
         {"notified": 144}),
    ],
)  # fmt: skip
def test_lines_up_to_their_total_are_entered(
    lines: list[dict[str, Any]], total: dict[str, Any]
) -> None:
    """Lines that make the total or a part of it are no fault; a rival amount is in no sum."""
    assert _faults("issuance-decision", {**DECISION, "lines": lines, "total": total}) == []


@pytest.mark.parametrize("name", ["total", "totals"])
def test_lines_beyond_their_total_are_refused(name: str) -> None:
    """144 and 355 are 499: of 498 they cannot be lines, and 73 and 178 not of 250."""
    says = {**DECISION, "lines": BANGLADESH, name: {"notified": 498, "goj": 250}}

    notified, goj = _faults("issuance-decision", says)

    assert notified.startswith(
        f"{name}.notified: the lines add up to 144 + 355, more than the 498 of the total"
    )
    assert goj.startswith(f"{name}.goj: the lines add up to 73 + 178, more than the 250 of")
    assert goj.endswith("enter what another source prints of a line as also")


def test_a_side_and_a_holder_are_held_to_their_total_too() -> None:
    """Viet Nam's government got 29 and 16, not within 44; what no line says is not compared."""
    held = {**GOVERNMENT, "amount": 44}
    sides = [{"side": "JP", "notified": 200, "issued": 200}]
    lines = [{**line, "sides": [{"side": "JP", "notified": 101}]} for line in VIET_NAM]
    total = {"notified": 439, "goj": None, "sides": sides, "holders": [held]}

    found = _fields("issuance-decision", {**DECISION, "lines": lines, "total": total})

    assert found == ["total.JP.notified", "total.Government of Viet Nam"]


def test_a_share_of_nothing_contains_no_share() -> None:
    """A total of 0 for the Government of Japan is printed, and holds no line of 73."""
    says = {**DECISION, "lines": BANGLADESH[:1], "total": {"notified": 499, "goj": 0}}

    assert _fields("issuance-decision", says) == ["total.goj"]


def test_a_faulty_amount_is_said_once_and_not_added() -> None:
    """An amount that is no whole number has its own fault."""
    lines = [{"projects": ["BD002"], "notified": "144"}, {"projects": ["BD004"], "notified": 355}]

    found = _fields("issuance-decision", {**DECISION, "lines": lines, "total": {"notified": 355}})

    assert found == ["lines.BD002.notified"]
