"""Acts of the registries after the story, and what the ledger holds before and after them."""

from datetime import date
from typing import Any
from uuid import uuid4

from openjcm.actions.registry.open_account import OpenAccount, open_account
from openjcm.actions.registry.transfer import Transfer, transfer
from openjcm.actions.request import Receipt
from openjcm.ledger import AccountKind
from openjcm.measure.legal_time import legal_day
from openjcm.store.journal import PostgresJournal
from told.stage import MAKER, PARTNERSHIP, PLANT, Connection, Told, signed

DAY = date(2022, 5, 2)


def account(holder: str = "Somebody") -> OpenAccount:
    """Ask for an account in Japan's registry."""
    return OpenAccount(
        request_id=uuid4(),
        partnership=PARTNERSHIP,
        side="JP",
        kind=AccountKind.HOLDING,
        holder=holder,
    )


def move(amount: int = 5) -> Transfer:
    """Ask for a transfer in the registry of Bangladesh."""
    return Transfer(
        request_id=uuid4(),
        partnership=PARTNERSHIP,
        side="BD",
        source=MAKER,
        target=PLANT,
        amount=amount,
    )


def opened(told: Told, journal: PostgresJournal, request: OpenAccount, on: date = DAY) -> Receipt:
    """Open an account as Japan's registry manager."""
    return open_account(request, by=told.actor("manager-jp"), on=on, journal=journal)


def moved(told: Told, journal: PostgresJournal, request: Transfer) -> Receipt:
    """Transfer as the registry manager of Bangladesh."""
    return transfer(request, by=told.actor("manager-bd"), on=DAY, journal=journal)


def two(told: Told, request: Transfer) -> Transfer:
    """Sign as the two officers of the registry of Bangladesh do."""
    return signed(request, told.person("manager-bd"), told.person("second-bd"))


def everything(told: Told) -> dict[str, list[dict[str, Any]]]:
    """Return every row of every table of the ledger."""
    with told.owner() as connection:
        tables = connection.execute(
            "SELECT relname FROM pg_class"
            " WHERE relkind = 'r' AND relnamespace = 'jcm'::regnamespace"
        ).fetchall()
        return {
            table["relname"]: connection.execute(
                f"SELECT t::text AS row FROM jcm.{table['relname']} t ORDER BY 1".encode()  # noqa: S608 - the ledger's own tables
            ).fetchall()
            for table in tables
        }


def rows(connection: Connection, question: str) -> list[dict[str, Any]]:
    """Ask the database."""
    return connection.execute(question.encode()).fetchall()


def today(told: Told) -> date:
    """Return the legal day of the partnership on which a record would be made now."""
    with told.app() as connection:
        (row,) = rows(connection, "SELECT ledger_now() AS now")
    return legal_day(row["now"], told.played.story.zone)


def make_live(told: Told) -> None:
    """Declare the data directory live, as nobody could but with a trigger switched off."""
    with told.owner() as connection:
        connection.execute("ALTER TABLE data_directory DISABLE TRIGGER USER")
        connection.execute("UPDATE data_directory SET kind = 'live'")
