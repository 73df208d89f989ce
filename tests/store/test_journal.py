"""The lane: one request, one record; nothing half-done, and time that only goes on."""

import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from uuid import uuid4

import psycopg
import pytest

from openjcm.actions.record.open_partnership import OpenPartnership, open_partnership
from openjcm.actions.registry.open_account import open_account
from openjcm.actions.request import Receipt
from openjcm.measure.errors import Conflict, NotAllowed, RuleBroken, SchemeError, Stopped
from openjcm.rulebook import Rule
from openjcm.store.journal import PostgresJournal, PostgresRecord, retried
from openjcm.store.last_seen import Seen
from told.acts import DAY, account, everything, make_live, move, moved, opened, rows, today, two
from told.stage import GOJ, MAKER, PARTNERSHIP, PLANT, Server, Told

BEFORE_ITS_REGISTRY = datetime(2020, 1, 1, tzinfo=UTC)


def test_the_same_request_again_gives_the_same_receipt(
    issued: Told, journal: PostgresJournal
) -> None:
    """Who asks twice, because the answer was lost, is answered as the first time."""
    request = account()
    first = opened(issued, journal, request)
    before = everything(issued)

    assert opened(issued, journal, request) == first
    assert everything(issued) == before


def test_the_same_transfer_again_moves_nothing(issued: Told, journal: PostgresJournal) -> None:
    """A signed request is done once, however often it arrives."""
    request = two(issued, move())
    first = moved(issued, journal, request)
    before = everything(issued)

    assert moved(issued, journal, request) == first
    assert everything(issued) == before


def test_a_request_id_with_other_content_is_refused(issued: Told, journal: PostgresJournal) -> None:
    """An id stands for what was asked with it, and for nothing else."""
    request = account()
    opened(issued, journal, request)
    before = everything(issued)

    with pytest.raises(Conflict) as refusal:
        opened(issued, journal, replace(request, holder="Somebody else"))

    assert refusal.value.code == "request-id-reused"
    assert everything(issued) == before


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


def test_a_partnership_is_opened_once(issued: Told, journal: PostgresJournal) -> None:
    """A second opening is refused by the table's key, and leaves no record."""
    story = issued.played.story
    before = everything(issued)
    request = OpenPartnership(
        request_id=uuid4(),
        partnership=PARTNERSHIP,
        host=story.host,
        kind="rehearsal",
        zone=story.zone,
        title="Again",
        rehearses=story.rehearses,
    )

    with pytest.raises(Conflict) as refusal:
        open_partnership(request, by=issued.actor("recorder"), on=DAY, journal=journal)

    assert refusal.value.code == "a_partnership_is_opened_once"
    assert everything(issued) == before


def test_an_act_that_fails_after_its_record_leaves_nothing(
    issued: Told, journal: PostgresJournal
) -> None:
    """No record, no row, no head of a chain and nothing last seen remains of half an act."""
    before, seen = everything(issued), issued.last_seen.of(PARTNERSHIP, "JP")
    by = issued.actor("manager-jp")

    def half_an_act() -> None:
        with journal.open(account(), by=by, on=DAY, side="JP") as record:
            record.append("RegistrationRequested", {"steps": []})
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        half_an_act()

    assert everything(issued) == before
    assert issued.last_seen.of(PARTNERSHIP, "JP") == seen


def test_a_kind_that_nothing_follows_from_is_never_kept(
    issued: Told, journal: PostgresJournal
) -> None:
    """A record whose projections nobody wrote is refused by the journal itself, in few words."""
    before = everything(issued)

    with (
        pytest.raises(Conflict) as refusal,
        journal.open(account(), by=issued.actor("manager-jp"), on=DAY) as record,
    ):
        record.append("SomethingNew", {})

    assert refusal.value.code == "a_record_is_of_a_known_kind"
    assert refusal.value.message == "the ledger refused: a record is of a known kind."
    assert everything(issued) == before


def test_a_receipt_is_for_those_who_hold_the_role(issued: Told, journal: PostgresJournal) -> None:
    """Who sends somebody else's request again hears nothing of what it said."""
    request = account()
    opened(issued, journal, request)
    stranger = replace(issued.actor("manager-jp"), person=str(uuid4()))

    with pytest.raises(NotAllowed) as refusal:
        open_account(request, by=stranger, on=DAY, journal=journal)

    assert refusal.value.code == "role-not-held"


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


def test_a_chain_that_was_never_noted_is_noted_when_its_record_is_met(
    issued: Told, journal: PostgresJournal
) -> None:
    """Who was killed between commit and note asks again, and then it is noted."""
    request = account()
    receipt = opened(issued, journal, request)
    (issued.data / "last-seen.json").unlink()

    opened(issued, journal, request)

    seen = issued.last_seen.of(PARTNERSHIP, "JP")
    assert seen is not None
    assert seen.seq == receipt.seq


def test_a_database_that_goes_away_in_the_middle_leaves_nothing(
    issued: Told, journal: PostgresJournal
) -> None:
    """The act is stopped, nothing is half-written, and the next act goes through."""
    before = everything(issued)
    by = issued.actor("manager-jp")

    def interrupted() -> None:
        with journal.open(account(), by=by, on=DAY, side="JP") as record:
            record.append("RegistrationRequested", {"steps": []})
            with issued.app() as other:
                other.execute(
                    "SELECT pg_terminate_backend(pid) FROM pg_locks WHERE mode = 'ExclusiveLock'"
                    " AND relation = 'lane'::regclass"
                )

    with pytest.raises(Stopped) as refusal:
        interrupted()

    assert refusal.value.code == "database-stopped"
    assert everything(issued) == before
    assert opened(issued, journal, account()).seq == 4


def test_each_record_is_noted_as_last_seen(issued: Told, journal: PostgresJournal) -> None:
    """The note beside the database is that of the newest record."""
    receipt = opened(issued, journal, account())

    with issued.app() as connection:
        *_, row = rows(connection, "SELECT chain FROM journal WHERE side = 'JP' ORDER BY seq")
    assert issued.last_seen.of(PARTNERSHIP, "JP") == Seen(receipt.seq, bytes(row["chain"]))


def test_credits_go_where_the_record_says(issued: Told, journal: PostgresJournal) -> None:
    """A transfer across two issuances takes the lowest serial numbers, and cuts one block."""
    moved(issued, journal, two(issued, move(30)))

    with issued.app() as connection:
        held = rows(
            connection,
            "SELECT lo, hi, account FROM block WHERE side = 'BD' AND lo < 72 ORDER BY lo",
        )
    assert [(row["lo"], row["hi"], row["account"]) for row in held] == [
        (1, 25, PLANT),
        (25, 31, PLANT),
        (31, 55, MAKER),
        (55, 72, MAKER),
    ]


def test_an_account_of_the_other_registry_receives_nothing(
    issued: Told, journal: PostgresJournal
) -> None:
    """Rule.TRANSFER_WITHIN_ONE_REGISTRY is asked before the tables have to refuse."""
    request = two(issued, replace(move(), target=GOJ))

    with pytest.raises(RuleBroken) as refusal:
        moved(issued, journal, request)

    assert refusal.value.code == "transfer-within-one-registry"
