"""The issuance request: explicit whole numbers, and everything that is wrong with them at once."""

from dataclasses import replace

import pytest

from fakes.bench import (
    GOVERNMENT,
    MAKER,
    REPORT,
    VERIFIER,
    WAY,
    Bench,
    Readings,
)
from openjcm.cycle import Allotment
from openjcm.ledger import AccountKind
from openjcm.measure.errors import NotAllowed, RuleBroken
from openjcm.methodology import Definition
from openjcm.rulebook import Rule

ALLOTMENTS: tuple[Allotment, ...] = WAY["request-issuance"].says["allotments"]


def test_a_request_carries_its_whole_numbers(bench: Bench) -> None:
    """Who gets how much of which vintage stands in the record as it was asked."""
    body = bench.reach("request-issuance").body

    assert [(row["vintage"], row["side"], row["amount"]) for row in body["allotments"]] == [
        (2018, "JP", 3),
        (2018, "BD", 3),
        (2019, "JP", 2),
        (2019, "BD", 2),
    ]
    assert (body["report"], body["project"]) == (REPORT, "BD001")
    assert body["steps"][0]["stage"] == "issuance-requested"


def test_nothing_is_requested_before_it_is_verified(bench: Bench) -> None:
    """VERIFIED_BEFORE_REQUEST: a reported amount is not a verified one."""
    bench.before("report-verification")

    with bench.refusing(RuleBroken, Rule.VERIFIED_BEFORE_REQUEST):
        bench.ask("request-issuance")


def test_an_unregistered_project_requests_nothing(bench: Bench) -> None:
    """ONLY_REGISTERED_PROJECTS_ARE_ISSUED: monitoring may come first, credits may not."""
    for name in ("submit-design-document", "submit-monitoring-report", "report-verification"):
        bench.ask(name)

    with bench.refusing(RuleBroken, Rule.ONLY_REGISTERED_PROJECTS_ARE_ISSUED):
        bench.ask("request-issuance")


def _with(row: Allotment) -> tuple[Allotment, ...]:
    return (row, *ALLOTMENTS[1:])


@pytest.mark.parametrize(
    ("rule", "allotments"),
    [
        (Rule.ALLOCATION_SUMS_TO_VERIFIED, _with(replace(ALLOTMENTS[0], amount=2))),
        (Rule.ALLOCATION_SUMS_TO_VERIFIED, _with(replace(ALLOTMENTS[0], amount=4))),
        (Rule.ALLOCATION_SUMS_TO_VERIFIED, ALLOTMENTS[:2]),
        (Rule.ALLOCATION_SUMS_TO_VERIFIED, ()),
        (Rule.ALLOCATION_SUMS_TO_VERIFIED, _with(replace(ALLOTMENTS[0], vintage=2017))),
        (Rule.EXPLICIT_INTEGERS, _with(replace(ALLOTMENTS[0], amount=0))),
        (Rule.EXPLICIT_INTEGERS, (*ALLOTMENTS, ALLOTMENTS[0])),
        (Rule.RECIPIENT_HOLDS_AN_ACCOUNT, _with(replace(ALLOTMENTS[0], account=""))),
        (Rule.RECIPIENT_HOLDS_AN_ACCOUNT, _with(replace(ALLOTMENTS[0], account="JP-H-000009-99"))),
        (Rule.RECIPIENT_HOLDS_AN_ACCOUNT, _with(replace(ALLOTMENTS[0], side="BD"))),
    ],
)
def test_an_allocation_that_does_not_fit_is_refused(
    bench: Bench, rule: Rule, allotments: tuple[Allotment, ...]
) -> None:
    """Each rule of the allocation, with its finding attached."""
    bench.before("request-issuance")

    with bench.refusing(RuleBroken, rule) as refusal:
        bench.ask("request-issuance", allotments=allotments)

    assert rule in [finding.rule for finding in refusal.value.findings]
    assert refusal.value.about == REPORT


def test_credits_are_requested_for_holding_accounts_only(bench: Bench) -> None:
    """RECIPIENT_HOLDS_AN_ACCOUNT: what is issued is not retired on the way."""
    bench.before("request-issuance")
    opened = bench.play(
        WAY["open-account-of-japan"], "a retirement account", kind=AccountKind.RETIREMENT
    )

    with bench.refusing(RuleBroken, Rule.RECIPIENT_HOLDS_AN_ACCOUNT) as refusal:
        bench.ask(
            "request-issuance",
            allotments=_with(replace(ALLOTMENTS[0], account=opened.body["number"])),
        )

    assert "credits are issued to holding accounts" in refusal.value.message


def test_everything_that_is_wrong_is_said_at_once(bench: Bench) -> None:
    """A wrong sum and a missing account are two findings of one refusal."""
    bench.before("request-issuance")
    wrong = replace(ALLOTMENTS[0], account="", amount=1)

    with bench.refusing(RuleBroken, Rule.ALLOCATION_SUMS_TO_VERIFIED) as refusal:
        bench.ask("request-issuance", allotments=_with(wrong))

    assert [finding.rule for finding in refusal.value.findings] == [
        Rule.ALLOCATION_SUMS_TO_VERIFIED,
        Rule.RECIPIENT_HOLDS_AN_ACCOUNT,
    ]


def test_a_year_without_a_whole_tonne_asks_for_nothing() -> None:
    """A vintage of zero credits needs no row, and none is accepted."""
    bench = Bench(meters=Readings({2018: 30_000_000, 2019: 4_000_000}))
    bench.before("request-issuance")

    receipt = bench.ask("request-issuance", allotments=ALLOTMENTS[:2])

    assert len(receipt.body["allotments"]) == 2


def test_request_is_for_a_participant(bench: Bench) -> None:
    """The third-party entity requests nothing."""
    bench.before("request-issuance")

    with bench.refusing(NotAllowed, "role-does-not-fit"):
        bench.ask("request-issuance", by=[VERIFIER])


def test_a_live_partnership_needs_a_confirmed_methodology() -> None:
    """CONFIRMED_METHODOLOGY: what nobody confirmed against its document issues nothing live."""
    bench = Bench(kind="live").before("request-issuance")

    with bench.refusing(RuleBroken, Rule.CONFIRMED_METHODOLOGY) as refusal:
        bench.ask("request-issuance")

    assert "BD_AM002_ver01.0 is not confirmed" in refusal.value.message


def test_a_live_partnership_with_a_confirmed_methodology_goes_on(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """CONFIRMED_METHODOLOGY: once the document is confirmed, the same request goes through."""
    bench = Bench(kind="live").before("request-issuance")
    monkeypatch.setattr(Definition, "is_confirmed", property(bool))

    assert bench.ask("request-issuance").kind == "IssuanceRequested"


def test_a_request_belongs_to_its_own_project(bench: Bench) -> None:
    """The project of the request is that of the report, whatever else is on its way."""
    bench.before("request-issuance")
    bench.play(WAY["submit-design-document"], "another project", project="BD002")

    receipt = bench.ask("request-issuance")

    assert receipt.body["project"] == "BD001"
    assert {row["account"] for row in receipt.body["allotments"]} == {GOVERNMENT, MAKER}
