"""Partnerships, published facts and accounts: what is kept apart from what."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

import pytest

from fakes.bench import MANAGER_HOST, MANAGER_JAPAN, ON, RECORDER, SECOND_JAPAN, WAY, Bench
from fakes.journal import FakeJournal
from openjcm.actions.journal import Partnership
from openjcm.actions.record.open_partnership import OpenPartnership, open_partnership
from openjcm.actions.record.record_published_fact import (
    RecordPublishedFact,
    record_published_fact,
)
from openjcm.actions.registry.open_account import open_account
from openjcm.actions.request import Receipt
from openjcm.cycle import Actor
from openjcm.ledger import AccountKind
from openjcm.measure.errors import Malformed, NotAllowed, RuleBroken
from openjcm.rulebook import Rule

SOURCES = [{"title": "a notice", "url": "https://example.org/notice"}]
LINE = {
    "projects": ["BD002"],
    "period": {"first": "2017-03-01", "last": "2019-07-31"},
    "notified": 144,
    "goj": 73,
}
DECISION = {
    "decided_on": "2022-03-28",
    "manner": "decision",
    "ordinal": 1,
    "total": {"notified": 144, "goj": 73},
    "sources": SOURCES,
    "lines": [LINE],
}


def _open(journal: FakeJournal, kind: str, **says: Any) -> Receipt:  # noqa: ANN401 - any field
    request = OpenPartnership(
        request_id=UUID(int=1),
        partnership="BD-T",
        **{"host": "BD", "kind": kind, "zone": "Asia/Dhaka", "title": "A test", **says},
    )
    return open_partnership(request, by=RECORDER, on=ON, journal=journal)


def _record(bench: Bench, says: Mapping[str, Any], fact: str = "issuance-decision") -> Receipt:
    request = RecordPublishedFact(
        request_id=UUID(int=2), partnership=bench.key, fact=fact, key="D-0", says=says
    )
    return record_published_fact(request, by=RECORDER, on=ON, journal=bench.journal)


@pytest.fixture
def published() -> Bench:
    """A record of published facts, still empty."""
    return Bench(kind="record")


@pytest.mark.parametrize(("kind", "rehearses"), [("record", None), ("rehearsal", "D-0")])
def test_a_partnership_is_opened(kind: str, rehearses: str | None) -> None:
    """The record says whose it is and what it is for."""
    journal = FakeJournal()

    receipt = _open(journal, kind, rehearses=rehearses)

    assert receipt.record == "BD-T/joint record 1"
    assert receipt.kind == "PartnershipOpened"
    assert journal.partnerships["BD-T"] == Partnership(
        "BD-T", "BD", kind, "Asia/Dhaka", "A test", rehearses
    )
    assert _open(journal, kind, rehearses=rehearses) == receipt
    assert len(journal.records) == 1


def test_a_partnership_counts_its_days_in_a_time_zone_that_exists() -> None:
    """DATED_ON_ITS_LEGAL_DAY: without one no day of its acts could be told."""
    journal = FakeJournal()

    with pytest.raises(Malformed, match="Asia/Nowhere") as refusal:
        _open(journal, "record", zone="Asia/Nowhere")

    assert (refusal.value.code, refusal.value.about) == ("zone-unknown", "zone")
    assert journal.records == []


def test_a_partnership_has_one_of_three_kinds() -> None:
    """Record, rehearsal or live, and nothing else."""
    bench = Bench()

    with bench.refusing(Malformed, "malformed") as refusal:
        _open(bench.journal, "pilot")

    assert refusal.value.about == "kind"
    assert "record, rehearsal, live" in refusal.value.message


def test_no_partnership_runs_live_on_an_edition_nobody_confirmed() -> None:
    """EDITION_KNOWN: a base file never stands in silently."""
    bench = Bench()

    with bench.refusing(RuleBroken, Rule.EDITION_KNOWN) as refusal:
        _open(bench.journal, "live")

    assert "cannot run live" in refusal.value.message


def test_a_live_partnership_is_opened_on_a_confirmed_edition(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """EDITION_KNOWN: the refusal goes when the edition is known."""
    monkeypatch.setattr("openjcm.rulebook.Edition.require_live", lambda _: None)
    journal = FakeJournal()

    assert _open(journal, "live").body["kind"] == "live"


@pytest.mark.parametrize(("kind", "rehearses"), [("record", "D-0"), ("rehearsal", None)])
def test_only_a_rehearsal_rehearses(kind: str, rehearses: str | None) -> None:
    """REHEARSAL_IS_APART: a rehearsal names what it rehearses, and nothing else does."""
    bench = Bench()

    with bench.refusing(Malformed, "rehearses-unclear"):
        _open(bench.journal, kind, rehearses=rehearses)


def test_a_country_without_any_edition_has_no_partnership() -> None:
    """Where nothing is known of a country's documents, nothing is opened."""
    bench = Bench()

    with bench.refusing(RuleBroken, Rule.EDITION_KNOWN):
        _open(bench.journal, "live", host="FR")


def test_a_published_fact_is_kept_as_it_was_printed(published: Bench) -> None:
    """PUBLISHED_FACTS_ARE_NEVER_TRANSFERRED: of basis published, with its source."""
    receipt = _record(published, DECISION)

    assert receipt.kind == "PublishedFactRecorded"
    assert receipt.side == "joint"
    assert {name: receipt.body[name] for name in ("fact", "key", "basis", "says")} == {
        "fact": "issuance-decision",
        "key": "D-0",
        "basis": "published",
        "says": DECISION,
    }
    assert _record(published, DECISION) == receipt
    assert len(published.journal.records) == 1


@pytest.mark.parametrize("kind", ["rehearsal", "live"])
def test_a_published_fact_stands_in_a_record_only(kind: str) -> None:
    """REHEARSAL_IS_APART: neither a rehearsal nor a live partnership holds published facts."""
    bench = Bench(kind=kind)

    with bench.refusing(RuleBroken, Rule.REHEARSAL_IS_APART) as refusal:
        _record(bench, DECISION)

    assert f"it is a {kind}" in refusal.value.message


def test_a_fact_without_a_source_is_refused(published: Bench) -> None:
    """PUBLISHED_FACTS_ARE_NEVER_TRANSFERRED: what nobody printed is not published."""
    with published.refusing(Malformed, "published-fact-refused") as refusal:
        _record(published, {**DECISION, "sources": []})

    assert refusal.value.about == "D-0"
    assert [each.rule for each in refusal.value.findings] == [
        Rule.PUBLISHED_FACTS_ARE_NEVER_TRANSFERRED
    ]


@pytest.mark.parametrize("name", ["notified", "goj"])
@pytest.mark.parametrize("amount", ["144", True, -1])
def test_a_quantity_is_a_whole_number_or_absent(
    published: Bench, name: str, amount: object
) -> None:
    """Text, fractions and negative tonnes are refused, and the field is named."""
    with published.refusing(Malformed, "published-fact-refused") as refusal:
        _record(published, {**DECISION, "lines": [{**LINE, name: amount}]})

    assert f"lines.BD002.{name}" in refusal.value.findings[0].message


def test_an_undisclosed_quantity_is_left_blank(published: Bench) -> None:
    """A share that nobody printed is no fault and no zero."""
    receipt = _record(published, {**DECISION, "lines": [{**LINE, "goj": None}]})

    assert receipt.body["says"]["lines"][0]["goj"] is None


def test_everything_wrong_with_a_fact_is_said_at_once(published: Bench) -> None:
    """No source, no real day and two wrong lines are five findings."""
    lines = [{**LINE, "notified": "1"}, {**LINE, "goj": 145, "projects": []}]
    wrong = {**DECISION, "sources": [], "decided_on": "28 March 2022", "lines": lines}

    with published.refusing(Malformed, "published-fact-refused") as refusal:
        _record(published, wrong)

    said = [finding.message.partition(":")[0] for finding in refusal.value.findings]
    assert said == [
        "decided_on",
        "sources",
        "lines.BD002.notified",
        "lines..projects",
        "lines..goj",
    ]


def test_a_decision_says_at_least_its_lines(published: Bench) -> None:
    """Days, manner and totals may be unknown; a decision on nothing is none."""
    only_lines = {"lines": [LINE], "sources": SOURCES}

    assert _record(published, only_lines).body["says"] == only_lines


def test_a_decision_on_nothing_is_refused(published: Bench) -> None:
    """Without a line nobody knows what was decided."""
    with published.refusing(Malformed, "published-fact-refused") as refusal:
        _record(published, {**DECISION, "lines": []})

    assert refusal.value.findings[0].message.startswith("lines: is missing")


def test_a_fact_is_of_a_known_kind(published: Bench) -> None:
    """What nobody can show is not recorded."""
    with published.refusing(Malformed, "published-fact-refused") as refusal:
        _record(published, DECISION, fact="rumour")

    known = "partner, project, methodology, issuance-decision, progress, goal"
    assert f"'rumour' is not one of {known}" in refusal.value.message


def test_a_project_is_a_fact_without_lines(published: Bench) -> None:
    """A project's fact says what was printed of it."""
    receipt = _record(published, {"title_en": "A chiller", "sources": SOURCES}, fact="project")

    assert receipt.body["says"]["title_en"] == "A chiller"


def test_a_record_of_published_facts_has_no_account(published: Bench) -> None:
    """PUBLISHED_FACTS_ARE_NEVER_TRANSFERRED: there is nothing to put credits on."""
    with published.refusing(RuleBroken, Rule.PUBLISHED_FACTS_ARE_NEVER_TRANSFERRED):
        published.ask("open-account-of-japan")


@pytest.mark.parametrize("who", [MANAGER_HOST, SECOND_JAPAN])
def test_an_account_is_opened_by_the_manager_of_its_registry(bench: Bench, who: Actor) -> None:
    """Neither the other side's manager nor the second officer opens it."""
    with bench.refusing(NotAllowed, "not-allowed") as refusal:
        bench.ask("open-account-of-japan", by=[who])

    assert refusal.value.about == "side"


def test_accounts_are_numbered_within_their_registry(bench: Bench) -> None:
    """The running number counts accounts of every kind; the host's registry counts its own."""
    act = WAY["open-account-of-japan"]
    numbers = [
        bench.play(act, f"open {kind}", kind=kind).body["number"]
        for kind in (AccountKind.HOLDING, AccountKind.RETIREMENT)
    ]

    assert [number[:-3] for number in numbers] == ["JP-H-000001", "JP-R-000002"]
    assert bench.ask("open-account-of-the-maker").body["number"][:-3] == "BD-H-000001"
    assert act.act is open_account


def test_an_account_says_whose_it_is(bench: Bench) -> None:
    """Holder, kind, side and whether it is the government's."""
    body = bench.ask("open-account-of-japan", by=[MANAGER_JAPAN]).body

    assert {key: body[key] for key in ("side", "kind", "holder", "government")} == {
        "side": "JP",
        "kind": "holding",
        "holder": "Japan",
        "government": True,
    }
    assert body["partnership_kind"] == "rehearsal"
