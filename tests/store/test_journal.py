"""The lane: one request, one record; nothing half-done, and time that only goes on."""

from dataclasses import replace
from uuid import uuid4

import pytest

from openjcm.actions.record.open_partnership import OpenPartnership, open_partnership
from openjcm.actions.registry.open_account import open_account
from openjcm.measure.errors import Conflict, NotAllowed, RuleBroken, Stopped
from openjcm.store.journal import PostgresJournal
from openjcm.store.last_seen import Seen
from told.acts import DAY, account, everything, move, moved, opened, rows, two
from told.stage import GOJ, MAKER, PARTNERSHIP, PLANT, Told


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
                    " AND relation = 'lane'::regclass AND database ="
                    " (SELECT oid FROM pg_database WHERE datname = current_database())"
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
