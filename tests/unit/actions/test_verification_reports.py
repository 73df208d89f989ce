"""Verification reports: what the readings come to, and what a negative opinion leaves."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

import pytest

from fakes.bench import (
    PROJECT,
    REPORT,
    WAY,
    Bench,
    Readings,
)
from openjcm.actions.derivation import Filed
from openjcm.cycle import Actor, Role
from openjcm.measure.errors import Conflict, RuleBroken
from openjcm.rulebook import Rule


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
