"""The committee decides as verified, and writes one letter to each side."""

from typing import Any
from uuid import UUID

import pytest

from fakes.bench import (
    CHAIR_JAPAN,
    CHAIRS,
    DECISION,
    LETTER_TO_HOST,
    LETTER_TO_JAPAN,
    MANAGER_JAPAN,
    PARTICIPANT,
    REPORT,
    SECOND_JAPAN,
    SECRETARY,
    VERIFIER,
    WAY,
    Bench,
    Readings,
)
from openjcm.actions.derivation import Filed
from openjcm.cycle import Actor
from openjcm.measure.errors import Conflict, Malformed, NotAllowed, NotFound, RuleBroken
from openjcm.rulebook import Rule


def test_a_decision_is_as_verified_and_as_requested(bench: Bench) -> None:
    """Lines are the verified tonnes, allotments those of the request; nothing is typed again."""
    body = bench.reach("decide-issuance").body

    assert (body["decision"], body["manner"], body["reports"]) == (DECISION, "meeting", [REPORT])
    assert body["lines"] == [
        {"report": REPORT, "project": "BD001", "vintage": 2018, "amount": 6},
        {"report": REPORT, "project": "BD001", "vintage": 2019, "amount": 4},
    ]
    assert [(part["side"], part["vintage"], part["amount"]) for part in body["allotments"]] == [
        ("JP", 2018, 3),
        ("BD", 2018, 3),
        ("JP", 2019, 2),
        ("BD", 2019, 2),
    ]
    assert {(part["report"], part["project"]) for part in body["allotments"]} == {(REPORT, "BD001")}
    assert [given["person"] for given in body["signatures"]] == ["chair-jp", "chair-bd"]
    assert body["steps"][0]["stage"] == "issuance-decided"


@pytest.mark.parametrize("chair", CHAIRS)
def test_one_chair_decides_nothing(bench: Bench, chair: Actor) -> None:
    """DECIDED_BY_BOTH_CHAIRS: each side's co-chair is needed."""
    bench.before("decide-issuance")

    with bench.refusing(RuleBroken, Rule.DECIDED_BY_BOTH_CHAIRS):
        bench.ask("decide-issuance", by=[chair])


def test_the_same_chair_twice_decides_nothing(bench: Bench) -> None:
    """DECIDED_BY_BOTH_CHAIRS: two signatures of one person are one person."""
    bench.before("decide-issuance")

    with bench.refusing(RuleBroken, Rule.DECIDED_BY_BOTH_CHAIRS):
        bench.ask("decide-issuance", by=[CHAIR_JAPAN, CHAIR_JAPAN])


def test_no_signature_is_no_decision(bench: Bench) -> None:
    """DECIDED_BY_BOTH_CHAIRS: who asks without signing stands alone."""
    bench.before("decide-issuance")

    with bench.refusing(RuleBroken, Rule.DECIDED_BY_BOTH_CHAIRS):
        bench.ask("decide-issuance", signatures=())


def test_officers_of_a_registry_decide_nothing(bench: Bench) -> None:
    """The signatures that decide are co-chairs' signatures."""
    bench.before("decide-issuance")

    with bench.refusing(NotAllowed, "role-does-not-fit"):
        bench.ask("decide-issuance", by=[MANAGER_JAPAN, SECOND_JAPAN])


def test_the_secretariat_files_what_both_chairs_signed(bench: Bench) -> None:
    """The two signatures decide; who carries them serves the committee."""
    bench.before("decide-issuance")
    signatures = bench.signatures("decide-issuance", CHAIRS)

    body = bench.ask("decide-issuance", by=[SECRETARY], signatures=signatures).body

    assert [given["person"] for given in body["signatures"]] == ["chair-jp", "chair-bd"]


@pytest.mark.parametrize("stranger", [PARTICIPANT, VERIFIER, MANAGER_JAPAN])
@pytest.mark.parametrize("name", ["decide-registration", "decide-issuance"])
def test_a_stranger_files_no_decision(bench: Bench, name: str, stranger: Actor) -> None:
    """Whoever came by a signed paper does not bring it in."""
    bench.before(name)
    signatures = bench.signatures(name, CHAIRS)

    with bench.refusing(NotAllowed, "filer-does-not-fit"):
        bench.ask(name, by=[stranger], signatures=signatures)


def test_nothing_is_decided_before_it_is_requested(bench: Bench) -> None:
    """DECIDED_BY_BOTH_CHAIRS: the row of the decision waits for the request."""
    bench.before("request-issuance")

    with bench.refusing(RuleBroken, Rule.DECIDED_BY_BOTH_CHAIRS):
        bench.ask("decide-issuance")


def test_a_report_is_decided_on_once(bench: Bench) -> None:
    """A second decision on the same report comes too late."""
    bench.reach("decide-issuance")

    with bench.refusing(Conflict, "step-taken-already"):
        bench.ask("decide-issuance", request_id=UUID(int=3), decision="D-2")


@pytest.mark.parametrize("reports", [(), (REPORT, REPORT)], ids=["none", "twice"])
def test_a_decision_names_each_report_once(bench: Bench, reports: tuple[str, ...]) -> None:
    """A decision on nothing, or on one report twice, cannot be read."""
    bench.before("decide-issuance")

    with bench.refusing(Malformed, "reports-unclear"):
        bench.ask("decide-issuance", reports=reports)


def test_a_request_that_the_record_lacks_is_not_found(bench: Bench) -> None:
    """A case that stands at the decision without its request is a broken record, and is named."""
    bench.before("decide-issuance")
    bench.journal.lose("IssuanceRequested")

    with bench.refusing(NotFound, "no-request"):
        bench.ask("decide-issuance")


@pytest.mark.parametrize(
    ("name", "number", "side"),
    [("notify-japan", LETTER_TO_JAPAN, "JP"), ("notify-host", LETTER_TO_HOST, "BD")],
)
def test_each_side_is_notified_of_its_own_share(
    bench: Bench, name: str, number: str, side: str
) -> None:
    """COMMITTEE_NOTIFIES_EACH_SIDE: a numbered letter with that side's whole numbers."""
    body = bench.reach(name).body

    assert (body["number"], body["side"], body["decision"]) == (number, side, DECISION)
    assert body["reports"] == [REPORT]
    assert body["lines"] == [
        {"report": REPORT, "project": "BD001", "vintage": 2018, "amount": 3},
        {"report": REPORT, "project": "BD001", "vintage": 2019, "amount": 2},
    ]


def test_a_letter_before_the_decision_is_refused(bench: Bench) -> None:
    """COMMITTEE_NOTIFIES_EACH_SIDE: there is nothing to tell yet."""
    bench.before("decide-issuance")

    with bench.refusing(NotFound, "no-decision"):
        bench.ask("notify-japan")


def test_a_side_is_notified_once(bench: Bench) -> None:
    """The same letter by another request comes too late."""
    bench.reach("notify-japan")

    with bench.refusing(Conflict, "step-taken-already"):
        bench.ask("notify-japan", request_id=UUID(int=4))


def test_a_third_country_is_no_side(bench: Bench) -> None:
    """A letter goes to one of the two sides."""
    bench.before("notify-japan")

    with bench.refusing(Malformed, "side-does-not-fit"):
        bench.ask("notify-japan", side="TH")


def test_a_letter_is_written_by_the_secretariat(bench: Bench) -> None:
    """A co-chair writes no letter."""
    bench.before("notify-japan")

    with bench.refusing(NotAllowed, "role-does-not-fit"):
        bench.ask("notify-japan", by=[CHAIR_JAPAN])


def test_two_reports_are_decided_on_together(bench: Bench) -> None:
    """One decision over two reports keeps their lines and allotments apart."""
    _second_project_up_to_its_request(bench)
    bench.before("decide-issuance")

    body = bench.ask("decide-issuance", reports=(REPORT, "BD002-MR-1")).body
    letter = bench.ask("notify-japan").body

    assert [(line["report"], line["amount"]) for line in body["lines"]] == [
        (REPORT, 6),
        (REPORT, 4),
        ("BD002-MR-1", 6),
        ("BD002-MR-1", 4),
    ]
    assert len(letter["lines"]) == 4
    assert {step["hands"][0]["person"] for step in letter["steps"]} == {SECRETARY.person}


def test_serial_numbers_run_on_over_the_reports_of_one_letter(bench: Bench) -> None:
    """Two reports issued on one letter share one series, without gap or overlap."""
    _second_project_up_to_its_request(bench)
    bench.before("decide-issuance")
    bench.ask("decide-issuance", reports=(REPORT, "BD002-MR-1"))
    bench.ask("notify-japan")

    issued = bench.ask("issue-in-japan").body["issuances"]

    assert [(each["report"], each["first"], each["last"]) for each in issued] == [
        (REPORT, 1, 3),
        (REPORT, 4, 5),
        ("BD002-MR-1", 6, 8),
        ("BD002-MR-1", 9, 10),
    ]


def test_a_year_without_a_whole_tonne_has_no_line() -> None:
    """Nothing is decided on a vintage of zero credits."""
    bench = Bench(meters=Readings({2018: 30_000_000, 2019: 4_000_000}))
    bench.before("request-issuance")
    allotments = WAY["request-issuance"].says["allotments"]
    bench.ask("request-issuance", allotments=allotments[:2])

    body = bench.ask("decide-issuance").body

    assert [(line["vintage"], line["amount"]) for line in body["lines"]] == [(2018, 6)]


def _second_project_up_to_its_request(bench: Bench) -> None:
    bench.ask("open-account-of-japan")
    bench.ask("open-account-of-the-maker")
    names = {"project": "BD002", "report": "BD002-MR-1"}
    for number, name in enumerate(WAY, start=10):
        act = WAY[name]
        if name == "decide-issuance":
            break
        if name.startswith("open-account"):
            continue
        says: dict[str, Any] = {key: names[key] for key in names if key in act.says}
        if name == "submit-monitoring-report":
            says["documents"] = (Filed("others.csv", "text/csv", 3, "2" * 64),)
        bench.ask(name, request_id=UUID(int=number), **says)
