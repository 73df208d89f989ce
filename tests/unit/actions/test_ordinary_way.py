"""Every act on its ordinary way: one event each, and safe to repeat."""

from typing import Any
from uuid import UUID

import pytest

from fakes.bench import WAY, Bench
from openjcm.actions.request import Receipt
from openjcm.measure.errors import Conflict, NotFound

KINDS = {
    "submit-design-document": "DesignDocumentSubmitted",
    "report-validation": "ValidationReported",
    "request-registration": "RegistrationRequested",
    "decide-registration": "RegistrationDecided",
    "submit-monitoring-report": "MonitoringReportSubmitted",
    "report-verification": "VerificationReported",
    "open-account-of-japan": "AccountOpened",
    "open-account-of-the-maker": "AccountOpened",
    "request-issuance": "IssuanceRequested",
    "decide-issuance": "IssuanceDecided",
    "notify-japan": "SideNotified",
    "notify-host": "SideNotified",
    "issue-in-japan": "CreditsIssued",
    "issue-in-host": "CreditsIssued",
}
# An act other than a repeat is refused for what it is; these say the words that differ.
OTHER_WORDS: dict[str, dict[str, Any]] = {
    "submit-design-document": {"title_en": "Another chiller"},
    "report-validation": {"positive": False},
    "request-registration": {"project": "BD009"},
    "decide-registration": {"project": "BD009"},
    "submit-monitoring-report": {"methodology": "BD_AM002_ver01.0"},
    "report-verification": {"positive": False},
    "open-account-of-japan": {"holder": "somebody else"},
    "open-account-of-the-maker": {"holder": "somebody else"},
    "request-issuance": {"allotments": ()},
    "decide-issuance": {"manner": "electronic"},
    "notify-japan": {"decision": "D-9"},
    "notify-host": {"decision": "D-9"},
    "issue-in-japan": {"notification": "N-9"},
    "issue-in-host": {"notification": "N-9"},
}


def test_each_act_appends_one_event_in_its_own_chain(bench: Bench) -> None:
    """The record of the whole way, in order."""
    bench.reach("issue-in-host")

    assert [(kept.side, kept.seq, kept.kind) for kept in bench.journal.records] == [
        ("joint", 1, "DesignDocumentSubmitted"),
        ("joint", 2, "ValidationReported"),
        ("joint", 3, "RegistrationRequested"),
        ("joint", 4, "RegistrationDecided"),
        ("joint", 5, "MonitoringReportSubmitted"),
        ("joint", 6, "VerificationReported"),
        ("JP", 1, "AccountOpened"),
        ("BD", 1, "AccountOpened"),
        ("joint", 7, "IssuanceRequested"),
        ("joint", 8, "IssuanceDecided"),
        ("joint", 9, "SideNotified"),
        ("joint", 10, "SideNotified"),
        ("JP", 2, "CreditsIssued"),
        ("BD", 2, "CreditsIssued"),
    ]


@pytest.mark.parametrize("name", WAY)
def test_the_same_request_again_gives_the_same_receipt(bench: Bench, name: str) -> None:
    """A repeated request appends nothing."""
    first = bench.reach(name)
    length = len(bench.journal.records)

    again = bench.ask(name)

    assert again == first
    assert again.kind == KINDS[name]
    assert len(bench.journal.records) == length


@pytest.mark.parametrize("name", WAY)
def test_the_same_id_with_other_words_is_refused(bench: Bench, name: str) -> None:
    """A request id stands for one content."""
    bench.reach(name)

    with bench.refusing(Conflict, "request-id-reused"):
        bench.ask(name, **OTHER_WORDS[name])


@pytest.mark.parametrize("name", WAY)
def test_nothing_is_done_in_a_partnership_that_was_never_opened(bench: Bench, name: str) -> None:
    """An unknown partnership is said to be unknown."""
    code = "no-decision" if name.startswith("notify") else "no-partnership"

    with bench.refusing(NotFound, code):
        bench.ask(name, partnership="XX")


@pytest.mark.parametrize(
    ("name", "project", "kind", "code"),
    [
        ("report-validation", {"project": "BD009"}, NotFound, "no-project"),
        ("request-registration", {"project": "BD009"}, NotFound, "no-project"),
        ("decide-registration", {"project": "BD009"}, NotFound, "no-project"),
        ("submit-monitoring-report", {"project": "BD009"}, NotFound, "no-project"),
        ("report-verification", {"report": "R-9"}, NotFound, "no-report"),
        ("request-issuance", {"report": "R-9"}, NotFound, "no-report"),
        ("decide-issuance", {"reports": ("R-9",)}, NotFound, "no-report"),
        ("notify-japan", {"decision": "D-9"}, NotFound, "no-decision"),
        ("issue-in-japan", {"notification": "N-9"}, NotFound, "no-notification"),
    ],
)
def test_what_does_not_exist_is_not_found(
    bench: Bench, name: str, project: dict[str, Any], kind: type[NotFound], code: str
) -> None:
    """A step on an unknown project, report, decision or letter names it."""
    bench.before(name)

    with bench.refusing(kind, code) as refusal:
        bench.ask(name, **project)

    asked = next(iter(project.values()))
    assert refusal.value.about == (asked[0] if isinstance(asked, tuple) else asked)
    assert refusal.value.about in refusal.value.message


def test_a_step_is_taken_once(bench: Bench) -> None:
    """A second request of its own for a step that was taken comes too late."""
    bench.reach("request-registration")

    with bench.refusing(Conflict, "step-taken-already"):
        bench.ask("request-registration", request_id=UUID(int=1))


def test_a_receipt_cites_its_record(bench: Bench) -> None:
    """People cite a record by partnership, side and number."""
    receipt = bench.reach("open-account-of-the-maker")

    assert receipt == Receipt("BD-T", "BD", 1, "AccountOpened", receipt.body)
    assert receipt.record == "BD-T/BD record 1"
