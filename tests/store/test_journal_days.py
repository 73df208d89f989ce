"""Days and instants of records: time never goes back, and who may set a clock."""

from datetime import UTC, date, datetime, timedelta

import pytest

from openjcm.measure.errors import Conflict, RuleBroken
from openjcm.rulebook import Rule
from openjcm.store.journal import PostgresJournal
from told.acts import account, everything, make_live, opened, rows, today
from told.stage import Told

BEFORE_ITS_REGISTRY = datetime(2020, 1, 1, tzinfo=UTC)


def test_time_never_goes_back(issued: Told, journal: PostgresJournal) -> None:
    """A record from before the one before it is refused."""
    journal.at = BEFORE_ITS_REGISTRY

    with pytest.raises(Conflict) as refusal:
        opened(issued, journal, account(), on=BEFORE_ITS_REGISTRY.date())

    assert refusal.value.code == "time_never_goes_back"


def test_a_demonstration_may_set_its_clock(issued: Told, journal: PostgresJournal) -> None:
    """The instant of a record in a demonstration is the story's, to the millisecond."""
    journal.at = datetime(2030, 4, 1, 3, 0, 0, 1500, tzinfo=UTC)

    receipt = opened(issued, journal, account())

    with issued.app() as connection:
        *_, row = rows(connection, "SELECT at FROM journal WHERE side = 'JP' ORDER BY seq")
    assert receipt.seq == 4
    assert row["at"] == datetime(2030, 4, 1, 3, 0, 0, 1000, tzinfo=UTC)


def test_a_live_data_directory_refuses_to_have_its_clock_set(
    issued: Told, journal: PostgresJournal
) -> None:
    """In a live data directory the instant is the database's own."""
    make_live(issued)
    now = today(issued)
    opened(issued, journal, account(), on=now)
    journal.at = datetime(2030, 4, 1, tzinfo=UTC)

    with pytest.raises(Conflict) as refusal:
        opened(issued, journal, account(), on=now)

    assert refusal.value.code == "a_live_clock_is_never_set"


@pytest.mark.parametrize("days", [-1, 1])
def test_a_live_record_is_dated_on_the_legal_day_of_the_partnership(
    issued: Told, journal: PostgresJournal, days: int
) -> None:
    """DATED_ON_ITS_LEGAL_DAY: another day would ask whether a role was held on that day."""
    make_live(issued)
    now = today(issued)
    before = everything(issued)

    with pytest.raises(RuleBroken) as refusal:
        opened(issued, journal, account(), on=now + timedelta(days=days))

    assert refusal.value.code == Rule.DATED_ON_ITS_LEGAL_DAY
    assert everything(issued) == before


def test_no_act_of_a_demonstration_is_dated_after_its_clock(
    issued: Told, journal: PostgresJournal
) -> None:
    """DATED_ON_ITS_LEGAL_DAY: nothing is transferred in 2917."""
    with pytest.raises(RuleBroken) as refusal:
        opened(issued, journal, account(), on=date(2917, 1, 1))

    assert refusal.value.code == Rule.DATED_ON_ITS_LEGAL_DAY
