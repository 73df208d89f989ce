"""The lane of the journal: one writer at a time, and what the others hear."""

import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace

import psycopg
import pytest

from openjcm.actions.request import Receipt
from openjcm.measure.errors import Conflict, RuleBroken, SchemeError, Stopped
from openjcm.store.journal import PostgresJournal, PostgresRecord, retried
from told.acts import DAY, account, everything, move, moved, opened, rows, two
from told.stage import GOJ, PARTNERSHIP, Server, Told


def at_once(told: Told, *acts: Callable[[PostgresJournal], object]) -> list[object]:
    """Do acts at the same moment, each in a thread and on a connection of its own."""

    def act(what: Callable[[PostgresJournal], object]) -> object:
        with told.journal() as journal:
            start.wait()
            try:
                return what(journal)
            except SchemeError as error:
                return error.code

    start = threading.Barrier(len(acts))
    with ThreadPoolExecutor(len(acts)) as pool:
        return list(pool.map(act, acts))


def test_a_race_for_the_lane_leaves_a_sequence_without_a_gap(issued: Told) -> None:
    """Two who write at once get one record each, one after another."""

    def write(journal: PostgresJournal) -> list[int]:
        return [opened(issued, journal, account()).seq for _ in range(6)]

    mine, yours = at_once(issued, write, write)

    assert isinstance(mine, list)
    assert isinstance(yours, list)
    assert sorted(mine + yours) == list(range(4, 16))
    seen = issued.last_seen.of(PARTNERSHIP, "JP")
    assert seen is not None
    assert seen.seq == 15


def test_one_request_in_a_race_is_done_once(issued: Told) -> None:
    """The same transfer, sent twice at the same moment, has one record and one answer."""
    request = two(issued, move(20))

    first, second = at_once(issued, *[lambda journal: moved(issued, journal, request)] * 2)

    assert isinstance(first, Receipt)
    assert first == second


def test_the_last_credits_go_to_one_of_two(issued: Told) -> None:
    """Two transfers of all that an account holds: one is done, the other finds nothing left."""

    def write(journal: PostgresJournal) -> str:
        return moved(issued, journal, two(issued, move(71))).kind

    answers = at_once(issued, write, write)

    assert sorted(map(str, answers)) == ["CreditsTransferred", "not-enough-credits"]


def test_the_lane_is_serializable(issued: Told, journal: PostgresJournal) -> None:
    """No act decides on what another transaction is changing."""
    with journal.open(account(), by=issued.actor("manager-jp"), on=DAY, side="JP") as record:
        assert isinstance(record, PostgresRecord)
        [row] = rows(record.connection, "SHOW transaction_isolation")

    assert row == {"transaction_isolation": "serializable"}


def limited(cluster: Server, told: Told, setting: str, value: str) -> None:
    """Give the application less patience in this database."""
    with psycopg.connect(cluster.superuser_url, autocommit=True) as connection:
        connection.execute(
            f"ALTER ROLE openjcm_app IN DATABASE {told.name} SET {setting} = '{value}'".encode()
        )


def test_an_act_that_waits_too_long_for_the_lane_hears_that_it_is_busy(
    cluster: Server, issued: Told
) -> None:
    """The registry works on something else; nothing stopped and nothing was written."""
    limited(cluster, issued, "lock_timeout", "100ms")
    with (
        issued.journal() as slow,
        issued.journal() as waiting,
        slow.open(account(), by=issued.actor("manager-jp"), on=DAY, side="JP"),
        pytest.raises(Stopped) as refusal,
    ):
        opened(issued, waiting, account())

    assert refusal.value.code == "registry-busy"
    assert "ry again" in refusal.value.message


def test_an_act_that_lets_the_others_wait_is_ended(cluster: Server, issued: Told) -> None:
    """Who does something else for too long while the lane is taken hears so, and may try again."""
    limited(cluster, issued, "idle_in_transaction_session_timeout", "100ms")
    before = everything(issued)

    def dawdling(journal: PostgresJournal) -> None:
        with journal.open(account(), by=issued.actor("manager-jp"), on=DAY, side="JP") as record:
            time.sleep(0.4)
            record.append("RegistrationRequested", {"steps": []})

    with issued.journal() as journal:
        with pytest.raises(Stopped) as refusal:
            dawdling(journal)
        assert refusal.value.code == "act-too-slow"
        assert everything(issued) == before
        assert opened(issued, journal, account()).seq == 4


@dataclass
class Overtaken:
    """An act that another overtakes a number of times before it goes through."""

    told: Told
    journal: PostgresJournal
    times: int
    tries: int = 0

    def __call__(self) -> Receipt:
        """Try once; the database answers as it does to a transaction that was overtaken."""
        self.tries += 1
        if self.tries > self.times:
            return opened(self.told, self.journal, account())
        by = self.told.actor("manager-jp")
        with self.journal.open(account(), by=by, on=DAY, side="JP") as record:
            assert isinstance(record, PostgresRecord)
            record.connection.execute(
                "DO $$ BEGIN RAISE EXCEPTION 'overtaken' USING ERRCODE = '40001'; END $$"
            )
        raise AssertionError("the database lets nothing pass here")


def test_an_act_that_was_overtaken_is_begun_anew(issued: Told, journal: PostgresJournal) -> None:
    """Three times at most, and from the beginning: it reads and decides again."""
    act = Overtaken(issued, journal, times=3)

    assert retried(act).seq == 4
    assert act.tries == 4


def test_an_act_that_is_always_overtaken_is_refused(issued: Told, journal: PostgresJournal) -> None:
    """After the fourth try it is for the one who asks to try again; nothing was written."""
    act, before = Overtaken(issued, journal, times=4), everything(issued)

    with pytest.raises(Conflict) as refusal:
        retried(act)

    assert refusal.value.code == "another-act-came-in-between"
    assert act.tries == 4
    assert everything(issued) == before


def test_a_refusal_is_not_tried_again(issued: Told, journal: PostgresJournal) -> None:
    """What the ledger refuses once it refuses each time."""
    tries = []

    def refused() -> Receipt:
        tries.append(1)
        return moved(issued, journal, two(issued, replace(move(), target=GOJ)))

    with pytest.raises(RuleBroken):
        retried(refused)

    assert len(tries) == 1
