"""Monitoring and verification reports: figures are worked out, never typed in."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest

from fakes.bench import (
    ON,
    PERIOD,
    PROJECT,
    REPORT,
    SECRETARY,
    WAY,
    Bench,
    Readings,
    fixed,
    plan_over,
)
from openjcm.actions.check_derivations import check_derivations
from openjcm.actions.derivation import Filed, Given, Parameter, derive
from openjcm.cycle import Actor, Role
from openjcm.measure.basis import Basis
from openjcm.measure.errors import Conflict, Finding, Malformed, NotAllowed, NotFound, RuleBroken
from openjcm.measure.period import Period
from openjcm.rulebook import Rule, edition_in_force


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


def test_tonnes_are_cut_down_for_each_calendar_year(bench: Bench) -> None:
    """WHOLE_TONNES_PER_VINTAGE: 6 t stay 6, 4.4 t become 4; nothing is carried over."""
    derived = bench.reach("submit-monitoring-report").body["derived"]

    shown = [
        [year[name] for name in ("year", "re", "pe", "er", "credits")] for year in derived["years"]
    ]
    assert shown == [[2018, "36", "30", "6", 6], [2019, "26.4", "22", "4.4", 4]]
    assert derived["years"][0]["steps"][-1] == {
        "symbol": "ER",
        "value": "6",
        "unit": "tCO2e",
        "formula": "RE - PE",
    }
    assert derived["faults"] == [{"kind": "gap"}]
    assert derived["conservation"] == [{"span": 1}]
    assert [row["amount"] for row in derived["quantities"]] == [30_000_000, 22_000_000]
    assert len(derived["definition_sha256"]) == 64


def test_a_figure_is_as_firm_as_its_weakest_input(bench: Bench) -> None:
    """Measured readings with an illustrative factor give illustrative tonnes."""
    assert bench.reach("submit-monitoring-report").body["derived"]["basis"] == "illustrative"


def test_measured_readings_and_recorded_values_give_a_derived_figure() -> None:
    """With nothing weaker in it, a worked-out figure is derived."""
    given = _given(COP_PJ=["6"], COP_RE=["5"], EF=["1"])

    derivation = derive(given, meters=Readings(), edition=edition_in_force("BD", on=ON))

    assert derivation.basis is Basis.DERIVED


def test_each_piece_of_equipment_has_its_own_values() -> None:
    """Two chillers take two COPs, in the order of the plan."""
    given = _given(COP_PJ=["6", "10"], COP_RE=["5", "5"], EF=["1"])
    meters = Readings({2018: 10_000_000}, ("chiller 1", "chiller 2"))

    derivation = derive(given, meters=meters, edition=edition_in_force("BD", on=ON))

    assert [(year["re"], year["pe"], year["credits"]) for year in derivation.years] == [
        ("32", "20", 12)
    ]


def test_two_meters_of_one_piece_of_equipment_add_up() -> None:
    """Two registers on one chiller count together."""
    given = _given(COP_PJ=["6"], COP_RE=["5"], EF=["1"])
    meters = Readings({2018: 10_000_000}, ("chiller 1", "chiller 1"))

    derivation = derive(given, meters=meters, edition=edition_in_force("BD", on=ON))

    assert [(year["pe"], year["credits"]) for year in derivation.years] == [("20", 4)]


def test_a_year_that_is_worse_than_the_reference_gives_no_credit() -> None:
    """NEGATIVE_REDUCTIONS: nothing is issued for it, and what it shows stands in the record."""
    given = _given(COP_PJ=["5"], COP_RE=["6"], EF=["1"])

    derivation = derive(
        given, meters=Readings({2018: 6_000_000}), edition=edition_in_force("BD", on=ON)
    )

    (year,) = derivation.years
    assert (year["re"], year["er"], year["credits"]) == ("5", "-1", 0)


def test_a_parameter_that_the_methodology_does_not_know_is_refused(bench: Bench) -> None:
    """A value without a place in the methodology is not silently left out."""
    bench.before("submit-monitoring-report")

    with bench.refusing(Malformed, "values-malformed") as refusal:
        bench.ask(
            "submit-monitoring-report",
            parameters=(*WAY["submit-monitoring-report"].says["parameters"], fixed("X", "1")),
        )

    assert "X" in [each.place for each in refusal.value.findings]


def test_a_missing_parameter_is_refused(bench: Bench) -> None:
    """No default stands in for a value that the project has to give."""
    bench.before("submit-monitoring-report")

    with bench.refusing(Malformed, "values-malformed"):
        bench.ask("submit-monitoring-report", parameters=())


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


def test_a_verification_says_what_the_readings_come_to(bench: Bench) -> None:
    """The verified amounts are the recomputed ones, without the intermediate steps."""
    body = bench.reach("report-verification").body

    assert body["verified"] == [
        {"year": 2018, "re": "36", "pe": "30", "er": "6", "credits": 6},
        {"year": 2019, "re": "26.4", "pe": "22", "er": "4.4", "credits": 4},
    ]
    assert (body["project"], body["report"], body["positive"]) == (PROJECT, REPORT, True)
    assert body["basis"] == "illustrative"
    assert body["steps"][0]["stage"] == "verified"


def test_a_negative_verification_is_recorded_and_verifies_nothing(bench: Bench) -> None:
    """VERIFIED_BEFORE_REQUEST: the report stays where it was, and issuance is not requested."""
    bench.before("report-verification")
    bench.meters.wh.clear()

    body = bench.ask("report-verification", positive=False).body

    assert (body["positive"], body["verified"], body["basis"]) == (False, [], None)
    assert body["steps"][0]["stage"] == "monitoring-reported"
    with bench.refusing(RuleBroken, Rule.VERIFIED_BEFORE_REQUEST):
        bench.ask("request-issuance")


def test_a_positive_verification_may_follow_a_negative_one(bench: Bench) -> None:
    """VERIFIED_BEFORE_REQUEST: then the report is verified, and no second opinion is taken."""
    bench.before("report-verification")
    bench.ask("report-verification", positive=False)

    body = bench.ask("report-verification", request_id=UUID(int=2)).body

    assert body["steps"][0]["stage"] == "verified"
    assert sum(year["credits"] for year in body["verified"]) == 10
    with bench.refusing(Conflict, "step-taken-already"):
        bench.ask("report-verification", request_id=UUID(int=3), positive=False)


def test_who_gave_a_negative_opinion_had_a_hand_in_it(bench: Bench) -> None:
    """INDEPENDENT_HANDS: an opinion against a report is an opinion on it."""
    bench.before("report-verification")
    other = Actor("other verifier", "other tpe", Role.THIRD_PARTY_ENTITY)
    bench.ask("report-verification", by=[other], positive=False)
    bench.ask("report-verification", request_id=UUID(int=2))
    turned = Actor("colleague", other.organisation, Role.PARTICIPANT, "BD")

    with bench.refusing(RuleBroken, Rule.INDEPENDENT_HANDS):
        bench.ask("request-issuance", by=[turned])


def test_readings_that_come_to_something_else_are_not_verified(bench: Bench) -> None:
    """VERIFIED_BEFORE_REQUEST: the third-party entity recomputes, also what adds no tonne."""
    bench.before("report-verification")
    bench.meters.wh[2019] += 1

    with bench.refusing(RuleBroken, Rule.VERIFIED_BEFORE_REQUEST):
        bench.ask("report-verification")


def test_readings_are_worked_out_while_the_lane_is_free(bench: Bench) -> None:
    """A slow reading file must not stop the registry: nobody waits for it but who handed it in."""
    lanes = []

    def slow(documents: Sequence[Filed], plan: Mapping[str, Any]) -> Mapping[str, Any]:
        lanes.append(bench.journal.is_open)
        return Readings()(documents, plan)

    bench.before("submit-monitoring-report")
    bench.play(WAY["submit-monitoring-report"], "a report", meters=slow)
    bench.play(WAY["report-verification"], "an opinion", meters=slow)

    assert lanes == [False, False]


def test_what_was_free_before_the_readings_were_worked_out_is_asked_again(bench: Bench) -> None:
    """NO_PERIOD_TWICE: a report that was faster takes the period."""
    bench.before("submit-monitoring-report")

    def overtaken(documents: Sequence[Filed], plan: Mapping[str, Any]) -> Mapping[str, Any]:
        bench.ask("submit-monitoring-report", request_id=UUID(int=2), report="BD001-MR-2")
        return Readings()(documents, plan)

    with pytest.raises(RuleBroken) as refusal:
        bench.play(WAY["submit-monitoring-report"], "a report", meters=overtaken)

    assert refusal.value.code == Rule.NO_PERIOD_TWICE
    kinds = [kept.kind for kept in bench.journal.records]
    assert kinds.count("MonitoringReportSubmitted") == 1


@pytest.mark.parametrize("name", ["submit-monitoring-report", "report-verification"])
def test_the_same_request_twice_at_once_is_recorded_once(bench: Bench, name: str) -> None:
    """The slower of the two gets the receipt of the faster."""
    bench.before(name)
    receipts = []

    def twice(documents: Sequence[Filed], plan: Mapping[str, Any]) -> Mapping[str, Any]:
        receipts.append(bench.ask(name))
        return Readings()(documents, plan)

    slower = bench.play(WAY[name], name, meters=twice)

    assert [slower] == receipts
    assert [kept.kind for kept in bench.journal.records].count(slower.kind) == 1


@pytest.mark.parametrize(
    ("says", "place"),
    [
        ({"methodology": "BD_AM002_ver01.0"}, "methodology"),
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


def test_a_rehearsal_calls_no_figure_more_than_reconstructed(bench: Bench) -> None:
    """REHEARSAL_IS_APART: neither readings nor values are published or measured there."""
    bench.before("submit-monitoring-report")
    given = WAY["submit-monitoring-report"].says["parameters"]
    published = replace(given[2], basis=Basis.PUBLISHED)

    with bench.refusing(RuleBroken, Rule.REHEARSAL_IS_APART) as refusal:
        bench.ask(
            "submit-monitoring-report",
            readings_basis=Basis.MEASURED,
            parameters=(*given[:2], published),
        )

    assert [finding.place for finding in refusal.value.findings] == ["readings", "parameters.EF"]


def test_outside_a_rehearsal_readings_are_measured() -> None:
    """REHEARSAL_IS_APART: a live report may call its readings what they are."""
    bench = Bench(kind="live").before("submit-monitoring-report")

    body = bench.ask("submit-monitoring-report", readings_basis=Basis.MEASURED).body

    assert body["readings_basis"] == "measured"


def test_a_value_in_another_unit_is_converted_exactly(bench: Bench) -> None:
    """One kilogram per kilowatt-hour is one tonne per megawatt-hour; half of one is a half."""
    bench.before("submit-monitoring-report")
    given = WAY["submit-monitoring-report"].says["parameters"]

    body = bench.ask(
        "submit-monitoring-report",
        parameters=(*given[:2], fixed("EF", "500", "kgCO2e/MWh")),
    ).body

    years = body["derived"]["years"]
    assert [(Decimal(year["pe"]), Decimal(year["er"])) for year in years] == [
        (Decimal(15), Decimal(3)),
        (Decimal(11), Decimal("2.2")),
    ]
    assert (body["parameters"][2]["values"], body["parameters"][2]["unit"]) == (
        ["500"],
        "kgCO2e/MWh",
    )


@pytest.mark.parametrize(
    ("unit", "code"),
    [
        ("kgCO2e/kWh-of-something", "unit-unreadable"),
        ("tCO2e/banana", "unit-unknown"),
        ("MWh", "units-differ"),
        ("1", "units-differ"),
    ],
)
def test_a_value_in_a_unit_that_does_not_fit_is_refused(bench: Bench, unit: str, code: str) -> None:
    """Nothing is assumed about a unit that cannot be read or measures something else."""
    bench.before("submit-monitoring-report")
    given = WAY["submit-monitoring-report"].says["parameters"]

    with bench.refusing(Malformed, "parameters-malformed") as refusal:
        bench.ask("submit-monitoring-report", parameters=(*given[:2], fixed("EF", "1", unit)))

    assert [(each.rule, each.place) for each in refusal.value.findings] == [(code, "parameters.EF")]


def test_a_report_of_a_project_whose_design_document_is_lost_names_it(bench: Bench) -> None:
    """A case without the record it stands on is a broken record, and is named."""
    bench.before("submit-monitoring-report")
    bench.journal.lose("DesignDocumentSubmitted")

    with bench.refusing(NotFound, "no-design-document"):
        bench.ask("submit-monitoring-report")


def test_a_recorded_report_is_worked_out_again_from_its_readings(bench: Bench) -> None:
    """Verify finds nothing where readings and record agree."""
    body = bench.reach("submit-monitoring-report").body
    reports = [("BD-T/joint record 5", edition_in_force("BD", on=ON).document, body)]

    assert check_derivations(reports, meters=bench.meters) == []


def test_a_report_that_its_readings_do_not_come_to_is_named(bench: Bench) -> None:
    """Verify names the record whose readings give other figures."""
    body = bench.reach("submit-monitoring-report").body
    bench.meters.wh[2018] += 1
    reports = [("BD-T/joint record 5", edition_in_force("BD", on=ON).document, body)]

    assert check_derivations(reports, meters=bench.meters) == [
        Finding(
            "derivation",
            "BD-T/joint record 5",
            "BD-T/joint record 5: its readings do not come to what was recorded",
        )
    ]


@pytest.mark.parametrize(
    ("part", "forged"),
    [
        ("quantities", []),
        ("faults", []),
        ("conservation", [{"span": 2}]),
        ("years", []),
        ("basis", "measured"),
        ("definition_sha256", "0" * 64),
    ],
)
def test_nothing_that_was_derived_can_be_forged(bench: Bench, part: str, forged: object) -> None:
    """Verify compares all of it: quantities, faults, sums, years, basis and definition."""
    body = bench.reach("submit-monitoring-report").body
    derived = {**body["derived"], part: forged}
    edition = edition_in_force("BD", on=ON).document

    findings = check_derivations(
        [("one", edition, {**body, "derived": derived})], meters=bench.meters
    )

    assert [finding.place for finding in findings] == ["one"]


def test_a_report_that_cannot_be_worked_out_again_is_named(bench: Bench) -> None:
    """Verify says why, and goes on to the next report."""
    body = bench.reach("submit-monitoring-report").body
    edition = edition_in_force("BD", on=ON).document
    reports = [("one", "no edition", body), ("other", edition, body)]

    (finding,) = check_derivations(reports, meters=bench.meters)

    assert finding.place == "one"
    assert "cannot be worked out again: " in finding.message


def _given(**parameters: list[str]) -> Given:
    return Given(
        methodology="BD_AM001_ver01.0",
        plan={"zone": "Asia/Dhaka"},
        documents=[Filed("readings.csv", "text/csv", 3, "0" * 64)],
        parameters=[
            Parameter(
                symbol,
                tuple(map(Decimal, values)),
                "tCO2e/MWh" if symbol == "EF" else "1",
                Basis.RECORDED,
            )
            for symbol, values in parameters.items()
        ],
        readings_basis=Basis.MEASURED,
    )
