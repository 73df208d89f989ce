"""Issuance in each side's own registry: as notified, by two persons of that registry."""

from dataclasses import replace
from uuid import UUID

import pytest

from fakes.bench import (
    DESK_HOST,
    DESK_JAPAN,
    GOVERNMENT,
    LETTER_TO_HOST,
    LETTER_TO_JAPAN,
    MAKER,
    MANAGER_JAPAN,
    PARTICIPANT,
    REPORT,
    SECOND_HOST,
    SECOND_JAPAN,
    Bench,
)
from openjcm.cycle import Actor, Role
from openjcm.measure.errors import Conflict, NotAllowed, NotFound, RuleBroken
from openjcm.rulebook import Rule


def test_a_side_issues_what_it_was_notified_of(bench: Bench) -> None:
    """ISSUED_AS_NOTIFIED: each vintage is an issuance, serial numbers run on without a gap."""
    body = bench.reach("issue-in-japan").body

    assert [
        (each["issuance"], each["vintage"], each["first"], each["last"])
        for each in body["issuances"]
    ] == [(f"{REPORT}-JP-2018", 2018, 1, 3), (f"{REPORT}-JP-2019", 2019, 4, 5)]
    assert {place["account"] for each in body["issuances"] for place in each["placed"]} == {
        GOVERNMENT
    }
    assert {each["report"] for each in body["issuances"]} == {REPORT}
    assert (body["side"], body["notification"]) == ("JP", LETTER_TO_JAPAN)
    assert [given["person"] for given in body["signatures"]] == ["manager-jp", "second-jp"]


def test_each_registry_counts_its_own_serial_numbers(bench: Bench) -> None:
    """EACH_SIDE_ISSUES_ITS_SHARE: the host's series starts at one, too."""
    body = bench.reach("issue-in-host").body

    assert [(each["first"], each["last"]) for each in body["issuances"]] == [(1, 3), (4, 5)]
    assert {place["account"] for each in body["issuances"] for place in each["placed"]} == {MAKER}


def test_a_side_may_issue_before_the_other_is_notified(bench: Bench) -> None:
    """Each side goes at its own pace."""
    bench.before("notify-host")

    assert bench.ask("issue-in-japan").kind == "CreditsIssued"


@pytest.mark.parametrize(
    "hands",
    [
        pytest.param((MANAGER_JAPAN,), id="one person"),
        pytest.param((MANAGER_JAPAN, MANAGER_JAPAN), id="the same person twice"),
        pytest.param((MANAGER_JAPAN, PARTICIPANT), id="no second officer"),
        pytest.param((MANAGER_JAPAN, SECOND_HOST), id="the other registry's second officer"),
        pytest.param((MANAGER_JAPAN, SECOND_JAPAN, PARTICIPANT), id="somebody else besides"),
    ],
)
def test_credits_are_issued_by_two_persons_of_that_registry(
    bench: Bench, hands: tuple[Actor, ...]
) -> None:
    """TWO_PERSONS: the registry manager and a second officer of the same registry sign."""
    bench.before("issue-in-japan")

    with bench.refusing(RuleBroken, Rule.TWO_PERSONS):
        bench.ask("issue-in-japan", by=hands)


def test_two_others_cannot_sign_for_the_manager_who_acts(bench: Bench) -> None:
    """TWO_PERSONS: who issues has signed."""
    bench.before("issue-in-japan")
    colleague = replace(MANAGER_JAPAN, person="colleague")

    with bench.refusing(RuleBroken, Rule.TWO_PERSONS):
        bench.ask(
            "issue-in-japan",
            by=(colleague,),
            signatures=bench.signatures("issue-in-japan", DESK_JAPAN),
        )


def test_one_person_in_two_roles_is_one_person(bench: Bench) -> None:
    """TWO_PERSONS: holding both roles does not make two persons."""
    bench.before("issue-in-japan")
    both = replace(SECOND_JAPAN, person=MANAGER_JAPAN.person)
    bench.journal.people.append(both)

    with bench.refusing(RuleBroken, Rule.TWO_PERSONS):
        bench.ask("issue-in-japan", by=(MANAGER_JAPAN, both))


def test_a_registry_does_not_issue_for_the_other_side(bench: Bench) -> None:
    """EACH_SIDE_ISSUES_ITS_SHARE: Japan's desk cannot issue the host's share."""
    bench.before("issue-in-host")

    with bench.refusing(RuleBroken, Rule.EACH_SIDE_ISSUES_ITS_SHARE):
        bench.ask("issue-in-host", by=DESK_JAPAN)


def test_a_letter_to_the_other_side_is_no_letter_to_this_one(bench: Bench) -> None:
    """A side issues on its own letter."""
    bench.before("issue-in-host")

    with bench.refusing(NotFound, "no-notification"):
        bench.ask("issue-in-host", by=DESK_JAPAN, side="JP", notification=LETTER_TO_HOST)


def test_credits_are_issued_once(bench: Bench) -> None:
    """The same letter by another request comes too late."""
    bench.reach("issue-in-japan")

    with bench.refusing(Conflict, "step-taken-already"):
        bench.ask("issue-in-japan", request_id=UUID(int=5))


def test_issuing_is_for_a_registry_manager(bench: Bench) -> None:
    """The second officer signs, and does not issue."""
    bench.before("issue-in-japan")

    with bench.refusing(NotAllowed, "role-does-not-fit"):
        bench.ask("issue-in-japan", by=(SECOND_JAPAN, MANAGER_JAPAN))


def test_a_third_registry_has_nothing_to_issue(bench: Bench) -> None:
    """Only the two sides have registries here."""
    bench.before("issue-in-japan")
    desk = (
        Actor("manager-th", "registry-th", Role.REGISTRY_MANAGER, "TH"),
        Actor("second-th", "registry-th", Role.SECOND_OFFICER, "TH"),
    )
    bench.journal.people += desk

    with bench.refusing(NotFound, "no-notification"):
        bench.ask("issue-in-japan", by=desk, side="TH")


def test_credits_need_the_account_they_were_allotted_to(bench: Bench) -> None:
    """RECIPIENT_HOLDS_AN_ACCOUNT: an account that is gone from the record is missed."""
    bench.before("issue-in-japan")
    bench.journal.lose("AccountOpened")

    with bench.refusing(RuleBroken, Rule.RECIPIENT_HOLDS_AN_ACCOUNT):
        bench.ask("issue-in-japan")


def test_the_host_issues_by_its_own_desk(bench: Bench) -> None:
    """TWO_PERSONS: the host's manager and second officer are its two persons."""
    body = bench.reach("issue-in-host").body

    assert [given["person"] for given in body["signatures"]] == [each.person for each in DESK_HOST]


def test_both_who_sign_leave_a_hand(bench: Bench) -> None:
    """INDEPENDENT_HANDS: the second officer is no party to the project, before or after."""
    body = bench.reach("issue-in-japan").body

    assert [(hand["person"], hand["role"]) for step in body["steps"] for hand in step["hands"]] == [
        ("manager-jp", "registry-manager"),
        ("second-jp", "second-officer"),
    ]


def test_a_participant_is_no_second_officer(bench: Bench) -> None:
    """INDEPENDENT_HANDS: who took part in the project does not confirm its credits."""
    bench.before("issue-in-japan")
    partial = replace(SECOND_JAPAN, organisation=PARTICIPANT.organisation, person="a colleague")
    bench.journal.people.append(partial)

    with bench.refusing(RuleBroken, Rule.INDEPENDENT_HANDS):
        bench.ask("issue-in-japan", by=(MANAGER_JAPAN, partial))
