"""The day that an act gives: held for every act, by every journal, when it appends."""

from datetime import UTC, date, datetime
from uuid import uuid4

import pytest

from fakes.bench import ON, RECORDER, Bench
from fakes.journal import FakeJournal
from openjcm.actions.record.open_partnership import OpenPartnership, open_partnership
from openjcm.actions.request import Receipt
from openjcm.measure.errors import RuleBroken
from openjcm.rulebook import Rule


def test_a_rehearsal_replays_days_that_are_past(bench: Bench) -> None:
    """DATED_ON_ITS_LEGAL_DAY: the story plays 2016 to 2022 at once."""
    assert bench.journal.at.date() > ON

    assert bench.reach("submit-design-document").kind == "DesignDocumentSubmitted"


def test_no_act_is_dated_after_the_day_of_its_record(bench: Bench) -> None:
    """DATED_ON_ITS_LEGAL_DAY: not even in a demonstration."""
    bench.journal.at = datetime(ON.year, ON.month, ON.day, tzinfo=UTC).replace(year=ON.year - 1)

    with bench.refusing(RuleBroken, Rule.DATED_ON_ITS_LEGAL_DAY) as refusal:
        bench.ask("submit-design-document")

    assert f"the act is dated {ON}" in refusal.value.message


def test_a_live_record_is_dated_today(bench: Bench) -> None:
    """DATED_ON_ITS_LEGAL_DAY: an old day would bring back a role that has ended."""
    bench.journal.directory = "live"

    with bench.refusing(RuleBroken, Rule.DATED_ON_ITS_LEGAL_DAY):
        bench.ask("submit-design-document")

    bench.journal.at = datetime(ON.year, ON.month, ON.day, tzinfo=UTC)
    assert bench.ask("submit-design-document").kind == "DesignDocumentSubmitted"


def test_what_others_published_keeps_their_day_in_a_live_record() -> None:
    """DATED_ON_ITS_LEGAL_DAY: a decision of 2022 may be entered today, one of tomorrow not."""
    journal = FakeJournal(directory="live")

    assert _opened(journal, "BD-1", date(2018, 1, 10)).kind == "PartnershipOpened"
    with pytest.raises(RuleBroken) as refusal:
        _opened(journal, "BD-2", date(2917, 1, 1))

    assert refusal.value.code == Rule.DATED_ON_ITS_LEGAL_DAY


def _opened(journal: FakeJournal, key: str, on: date) -> Receipt:
    request = OpenPartnership(
        request_id=uuid4(),
        partnership=key,
        host="BD",
        kind="record",
        zone="Asia/Dhaka",
        title="A record",
    )
    return open_partnership(request, by=RECORDER, on=on, journal=journal)
