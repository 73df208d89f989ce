"""A project until it is registered: each refusal, by its rule."""

from dataclasses import replace
from fractions import Fraction
from uuid import UUID

import pytest

from fakes.bench import (
    CHAIR_HOST,
    CHAIR_JAPAN,
    CHAIRS,
    PARTICIPANT,
    PROJECT,
    SECRETARY,
    VERIFIER,
    Bench,
)
from openjcm.actions.project.funding import Funding, terms_of
from openjcm.actions.request import Signature
from openjcm.cycle import Actor, Role, Terms
from openjcm.measure.errors import NotAllowed, NotFound, RuleBroken, SchemeError
from openjcm.rulebook import Rule


def test_a_design_document_says_what_the_project_is(bench: Bench) -> None:
    """Titles and methodology stand in the record and on the step that opens the case."""
    receipt = bench.reach("submit-design-document")

    said = {
        "title_en": "A chiller",
        "title_ja": "冷凍機",
        "methodology": "BD_AM001_ver01.0",
        "funding": None,
    }
    assert receipt.body == {
        "project": PROJECT,
        **said,
        "request": receipt.body["request"],
        "steps": [
            {
                "subject": "project",
                "id": PROJECT,
                "stem": "submit-design-document",
                "stage": "design-submitted",
                "project": PROJECT,
                "hands": [
                    {
                        "role": "participant",
                        "person": "engineer",
                        "organisation": "maker",
                        "side": "BD",
                    }
                ],
                "says": said,
            }
        ],
    }


@pytest.mark.parametrize(
    ("name", "stage", "people"),
    [
        ("report-validation", "validated", ["verifier"]),
        ("request-registration", "registration-requested", ["engineer"]),
        ("decide-registration", "registered", ["chair-jp", "chair-bd"]),
    ],
)
def test_each_step_records_stage_and_hands(
    bench: Bench, name: str, stage: str, people: list[str]
) -> None:
    """Who took the step, and where the project is now."""
    receipt = bench.reach(name)

    (taken,) = receipt.body["steps"]
    assert receipt.body["project"] == PROJECT
    assert (taken["stem"], taken["stage"]) == (name, stage)
    assert [hand["person"] for hand in taken["hands"]] == people


def test_a_negative_opinion_is_recorded_and_leaves_the_project_unvalidated(bench: Bench) -> None:
    """VALIDATION_POSITIVE: registration cannot be requested on it."""
    bench.before("report-validation")

    body = bench.ask("report-validation", positive=False).body

    assert (body["positive"], body["steps"][0]["stage"]) == (False, "design-submitted")
    assert [hand["person"] for hand in body["steps"][0]["hands"]] == ["verifier"]
    with bench.refusing(RuleBroken, Rule.VALIDATION_POSITIVE):
        bench.ask("request-registration")


def test_a_positive_validation_may_follow_a_negative_one(bench: Bench) -> None:
    """VALIDATION_POSITIVE: the project goes on from there."""
    bench.before("report-validation")
    bench.ask("report-validation", positive=False)

    body = bench.ask("report-validation", request_id=UUID(int=2)).body

    assert body["steps"][0]["stage"] == "validated"
    assert bench.ask("request-registration").kind == "RegistrationRequested"


def test_a_design_document_carries_its_funding(bench: Bench) -> None:
    """FINANCING_SHARE: programme, least share and reading stand in the record and on the case."""
    bench.before("submit-design-document")
    funding = Funding(
        programme="Financing Programme for JCM Model Projects",
        minimum_share=Fraction(1, 2),
        rounding_reading="0001",
    )

    body = bench.ask("submit-design-document", funding=funding).body

    assert body["funding"] == {
        "programme": "Financing Programme for JCM Model Projects",
        "operator": None,
        "year": None,
        "subsidy": None,
        "minimum_share": "1/2",
        "rounding_reading": "0001",
        "evidence": None,
        "basis": "recorded",
    }
    assert body["steps"][0]["says"]["funding"] == body["funding"]
    assert terms_of(body["funding"], PROJECT) == Terms(Fraction(1, 2), "up, per calendar year")


@pytest.mark.parametrize(
    ("funding", "kind", "code"),
    [
        (None, NotFound, "no-funding"),
        ({"programme": "Another"}, NotFound, "no-such-programme"),
        ({}, NotFound, "no-such-programme"),
        (
            {"programme": "Financing Programme for JCM Model Projects"},
            RuleBroken,
            Rule.FINANCING_SHARE,
        ),
    ],
)
def test_without_a_known_share_nothing_is_proposed(
    funding: dict[str, str] | None, kind: type[SchemeError], code: str
) -> None:
    """FINANCING_SHARE: a share that nobody knows is not a share of zero."""
    with pytest.raises(kind) as refusal:
        terms_of(funding, PROJECT)

    assert refusal.value.code == code


def test_registration_is_not_requested_before_validation(bench: Bench) -> None:
    """VALIDATION_POSITIVE: the request waits for the validation."""
    bench.before("report-validation")

    with bench.refusing(RuleBroken, Rule.VALIDATION_POSITIVE):
        bench.ask("request-registration")


def test_registration_is_not_decided_before_its_request(bench: Bench) -> None:
    """REGISTERED_BY_THE_COMMITTEE: there is nothing to decide on yet."""
    bench.before("request-registration")

    with bench.refusing(RuleBroken, Rule.REGISTERED_BY_THE_COMMITTEE):
        bench.ask("decide-registration")


def test_who_proposed_does_not_validate(bench: Bench) -> None:
    """INDEPENDENT_HANDS: the maker's own house is no third party."""
    bench.before("report-validation")
    insider = Actor("another engineer", PARTICIPANT.organisation, Role.THIRD_PARTY_ENTITY)

    with bench.refusing(RuleBroken, Rule.INDEPENDENT_HANDS):
        bench.ask("report-validation", by=[insider])


def test_who_validated_does_not_decide(bench: Bench) -> None:
    """INDEPENDENT_HANDS: a co-chair from the third-party entity is refused."""
    bench.before("decide-registration")
    partial = replace(CHAIR_HOST, organisation=VERIFIER.organisation)
    bench.journal.people.append(replace(partial, person="partial"))

    with bench.refusing(RuleBroken, Rule.INDEPENDENT_HANDS):
        bench.ask("decide-registration", by=[CHAIR_JAPAN, replace(partial, person="partial")])


@pytest.mark.parametrize("chair", CHAIRS)
def test_one_chair_registers_nothing(bench: Bench, chair: Actor) -> None:
    """DECIDED_BY_BOTH_CHAIRS: each side's co-chair is needed."""
    bench.before("decide-registration")

    with bench.refusing(RuleBroken, Rule.DECIDED_BY_BOTH_CHAIRS):
        bench.ask("decide-registration", by=[chair])


def test_a_chair_who_asks_without_any_signature_decides_nothing(bench: Bench) -> None:
    """DECIDED_BY_BOTH_CHAIRS: asking is not signing."""
    bench.before("decide-registration")

    with bench.refusing(RuleBroken, Rule.DECIDED_BY_BOTH_CHAIRS):
        bench.ask("decide-registration", signatures=())


def test_a_signature_over_something_else_does_not_hold(bench: Bench) -> None:
    """A signature is over this request or worth nothing."""
    bench.before("decide-registration")
    forged = Signature(CHAIR_JAPAN.person, Role.CO_CHAIR, "key of chair-jp", "chair-jp signs 00")

    with bench.refusing(NotAllowed, "signature-does-not-hold"):
        bench.ask("decide-registration", signatures=(forged,))


@pytest.mark.parametrize(
    "name",
    ["submit-design-document", "report-validation", "request-registration", "decide-registration"],
)
def test_a_step_is_for_its_role_only(bench: Bench, name: str) -> None:
    """The secretariat takes none of a project's steps."""
    bench.before(name)

    with bench.refusing(NotAllowed, "role-does-not-fit"):
        bench.ask(name, by=[SECRETARY])
