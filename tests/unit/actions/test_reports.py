"""Monitoring reports: what may be claimed, by whom, and from which readings."""

from datetime import date
from typing import Any
from uuid import UUID

import pytest

from fakes.bench import (
    PERIOD,
    PROJECT,
    REPORT,
    SECRETARY,
    WAY,
    Bench,
    plan_over,
)
from openjcm.actions.derivation import Filed
from openjcm.cycle import Actor, Role
from openjcm.measure.errors import Conflict, NotAllowed, NotFound, RuleBroken
from openjcm.measure.period import Period
from openjcm.methodology import load_definition
from openjcm.rulebook import Rule


def test_a_report_carries_what_its_figures_follow_from(bench: Bench) -> None:
    """Everything that is needed to work it out again stands in the record, as text or integer."""
    body = bench.reach("submit-monitoring-report").body

    assert {name: body[name] for name in ("project", "report", "methodology", "plan")} == {
        "project": PROJECT,
        "report": REPORT,
        "methodology": "BD_AM001_ver01.0",
        "plan": {"zone": "Asia/Dhaka", "first": "2018-07-01", "last": "2019-06-30"},
    }
    assert body["period"] == {"first": "2018-07-01", "last": "2019-06-30"}
    assert body["readings_basis"] == "illustrative"
    assert body["documents"] == [
        {
            "name": "readings.csv",
            "media_type": "text/csv",
            "bytes": 3,
            "private_sha256": "0" * 64,
            "public_sha256": None,
        }
    ]
    assert body["parameters"][0] == {
        "symbol": "COP_PJ",
        "values": ["6"],
        "unit": "1",
        "basis": "illustrative",
        "note": "chosen for this test",
    }
    assert body["steps"][0]["stage"] == "monitoring-reported"


@pytest.mark.parametrize("shared", [date(2018, 7, 1), date(2019, 6, 30)])
def test_no_day_is_claimed_by_two_reports(bench: Bench, shared: date) -> None:
    """NO_PERIOD_TWICE: one shared day is enough, at either end."""
    bench.reach("submit-monitoring-report")

    with bench.refusing(RuleBroken, Rule.NO_PERIOD_TWICE) as refusal:
        bench.ask(
            "submit-monitoring-report",
            request_id=UUID(int=2),
            report="BD001-MR-2",
            period=Period(shared, shared),
            plan=plan_over(Period(shared, shared)),
        )

    assert REPORT in refusal.value.message
    assert refusal.value.findings


def test_a_report_is_submitted_once(bench: Bench) -> None:
    """The same report by another request comes too late, whatever its period."""
    bench.reach("submit-monitoring-report")

    with bench.refusing(Conflict, "step-taken-already"):
        bench.ask("submit-monitoring-report", request_id=UUID(int=2))


def test_who_verified_one_report_does_not_submit_the_next(bench: Bench) -> None:
    """INDEPENDENT_HANDS: a hand in an earlier report of the project alone is remembered."""
    bench.before("report-verification")
    other = Actor("other verifier", "other tpe", Role.THIRD_PARTY_ENTITY)
    bench.ask("report-verification", by=[other])
    turned = Actor("colleague", other.organisation, Role.PARTICIPANT, "BD")
    later = Period(date(2019, 7, 1), date(2019, 12, 31))

    with bench.refusing(RuleBroken, Rule.INDEPENDENT_HANDS):
        bench.ask(
            "submit-monitoring-report",
            by=[turned],
            request_id=UUID(int=2),
            report="BD001-MR-2",
            period=later,
            plan=plan_over(later),
        )


def test_a_report_that_the_record_lacks_is_not_found(bench: Bench) -> None:
    """A case without the record it stands on is a broken record, and is named."""
    bench.before("report-verification")
    bench.journal.lose("MonitoringReportSubmitted")

    with bench.refusing(NotFound, "no-report"):
        bench.ask("report-verification")


def test_the_next_period_of_the_same_project_is_reported(bench: Bench) -> None:
    """NO_PERIOD_TWICE, READINGS_COUNT_ONCE: a later period is free, and may share the file."""
    bench.reach("submit-monitoring-report")
    later = Period(date(2019, 7, 1), date(2019, 12, 31))

    receipt = bench.ask(
        "submit-monitoring-report",
        request_id=UUID(int=2),
        report="BD001-MR-2",
        period=later,
        plan=plan_over(later),
    )

    assert receipt.body["report"] == "BD001-MR-2"


def test_monitoring_is_reported_before_the_project_is_registered(bench: Bench) -> None:
    """MONITORING_MAY_BEGIN_BEFORE_REGISTRATION: a design document is enough."""
    bench.reach("submit-design-document")

    receipt = bench.ask("submit-monitoring-report")

    assert receipt.kind == "MonitoringReportSubmitted"


@pytest.mark.parametrize("name", ["submit-monitoring-report", "report-verification"])
def test_a_report_is_for_its_role_only(bench: Bench, name: str) -> None:
    """The secretariat reports nothing."""
    bench.before(name)

    with bench.refusing(NotAllowed, "role-does-not-fit"):
        bench.ask(name, by=[SECRETARY])


@pytest.mark.parametrize(
    ("says", "place"),
    [
        ({"methodology": "BD_AM002_ver01.0", "worked_by": ""}, "methodology"),
        ({"plan": {**plan_over(PERIOD), "zone": "Asia/Tokyo"}}, "plan.zone"),
        ({"plan": {**plan_over(PERIOD), "first": "2018-07-02"}}, "plan"),
        ({"plan": {**plan_over(PERIOD), "last": "2019-07-01"}}, "plan"),
        ({"period": Period(date(2019, 7, 1), date(2019, 7, 1))}, "plan"),
        ({"plan": {"zone": "Asia/Dhaka"}}, "plan"),
    ],
)
def test_a_report_is_worked_out_as_its_project_was_designed(
    bench: Bench, says: dict[str, Any], place: str
) -> None:
    """REPORTED_AS_DESIGNED: own methodology, own legal time, and exactly the days it claims."""
    bench.before("submit-monitoring-report")

    with bench.refusing(RuleBroken, Rule.REPORTED_AS_DESIGNED) as refusal:
        bench.ask("submit-monitoring-report", **says)

    assert [finding.place for finding in refusal.value.findings] == [place]


def test_a_report_names_the_template_that_worked_it(bench: Bench) -> None:
    """WORKED_AS_STATED: beside the methodology of the design document, which stays as it is."""
    body = bench.reach("submit-monitoring-report").body

    assert (body["methodology"], body["worked_by"]) == ("BD_AM001_ver01.0", "OJ_cop_ratio_ver1")
    assert body["derived"]["definition_sha256"] == load_definition("OJ_cop_ratio_ver1").sha256


def test_a_report_that_its_methodology_worked_names_no_template() -> None:
    """WORKED_AS_STATED: said in two words or in none, it is the same record."""
    silent = Bench(kind="live").reach("submit-monitoring-report").body
    spelt = Bench(kind="live").before("submit-monitoring-report")
    body = spelt.ask("submit-monitoring-report", worked_by="BD_AM002_ver01.0").body

    assert "worked_by" not in silent
    assert {**body, "request": ""} == {**silent, "request": ""}


@pytest.mark.parametrize("worked_by", ["", "BD_AM001_ver01.0", "OJ_displacement_ver1", "nothing"])
def test_what_no_source_states_is_worked_by_a_template_of_its_family_alone(
    bench: Bench, worked_by: str
) -> None:
    """WORKED_AS_STATED: neither under its number, nor by another family, nor by nothing."""
    bench.before("submit-monitoring-report")

    with bench.refusing(RuleBroken, Rule.WORKED_AS_STATED) as refusal:
        bench.ask("submit-monitoring-report", worked_by=worked_by)

    assert "say worked_by = OJ_cop_ratio_ver1" in refusal.value.message


def test_nothing_live_is_worked_by_a_template() -> None:
    """WORKED_AS_STATED: the official definition works a live report, or nothing does."""
    bench = Bench(kind="live").before("submit-monitoring-report")

    with bench.refusing(RuleBroken, Rule.WORKED_AS_STATED) as refusal:
        bench.ask("submit-monitoring-report", worked_by="OJ_displacement_ver1")

    assert "by the official definition alone" in refusal.value.message


def test_the_readings_of_a_claimed_period_do_not_serve_another(bench: Bench) -> None:
    """NO_PERIOD_TWICE: an old plan and its readings under a new period claim nothing more."""
    bench.reach("submit-monitoring-report")
    later = Period(date(2019, 7, 1), date(2019, 7, 1))

    with bench.refusing(RuleBroken, Rule.REPORTED_AS_DESIGNED):
        bench.ask(
            "submit-monitoring-report",
            request_id=UUID(int=2),
            report="BD001-MR-2",
            period=later,
        )


def test_a_reading_file_of_another_project_does_not_count_again(bench: Bench) -> None:
    """READINGS_COUNT_ONCE: whatever the period, one project's readings are not another's."""
    bench.reach("submit-monitoring-report")
    bench.play(WAY["submit-design-document"], "another project", project="BD009")
    later = Period(date(2019, 7, 1), date(2019, 12, 31))

    with bench.refusing(RuleBroken, Rule.READINGS_COUNT_ONCE) as refusal:
        bench.ask(
            "submit-monitoring-report",
            request_id=UUID(int=2),
            project="BD009",
            report="BD009-MR-1",
            period=later,
            plan=plan_over(later),
        )

    assert f"counts for {REPORT} of {PROJECT} already" in refusal.value.message


def test_other_readings_of_another_project_count(bench: Bench) -> None:
    """READINGS_COUNT_ONCE: a file of its own is free."""
    bench.reach("submit-monitoring-report")
    bench.play(WAY["submit-design-document"], "another project", project="BD009")

    receipt = bench.ask(
        "submit-monitoring-report",
        request_id=UUID(int=2),
        project="BD009",
        report="BD009-MR-1",
        documents=(Filed("others.csv", "text/csv", 3, "1" * 64),),
    )

    assert receipt.body["project"] == "BD009"
