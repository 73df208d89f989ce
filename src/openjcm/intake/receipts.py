"""What a sender is told of a batch that arrived, and what arrived as a list of that."""

from dataclasses import dataclass
from datetime import datetime

from openjcm.store.database import reader
from openjcm.store.intakes import Arrived, Intake, counts, latest_batches
from openjcm.views.record.pages import Page, page_size, read_cursor, write_cursor

_LAST_NUMBER = 2**31 - 1


@dataclass(frozen=True, slots=True)
class Receipt:
    """A batch as it arrived; the same batch sent again gets the same receipt.

    ``basis`` is that of the intake's readings.
    """

    intake: str
    number: int
    sha256: str
    name: str
    bytes: int
    readings: int
    meters: int
    first_at: datetime
    last_at: datetime
    read_as: tuple[str, ...]
    replaces: str | None
    sender: str
    received_at: datetime
    basis: str


def receipt_of(intake: Intake, arrived: Arrived) -> Receipt:
    """Return the receipt of a batch."""
    return Receipt(
        intake=intake.name,
        number=arrived.number,
        sha256=arrived.sha256,
        name=arrived.name,
        bytes=arrived.bytes,
        readings=arrived.readings,
        meters=arrived.meters,
        first_at=arrived.first_at,
        last_at=arrived.last_at,
        read_as=arrived.read_as,
        replaces=arrived.replaces,
        sender=arrived.sender,
        received_at=arrived.received_at,
        basis=intake.basis,
    )


def receipts(
    intake: Intake, *, cursor: str | None = None, limit: int | None = None
) -> Page[Receipt]:
    """Return what arrived at an intake, the latest first, a page at a time.

    Raises:
        Malformed: the cursor is of no page, or the limit out of range.
        Stopped: the database does not answer.
    """
    size = page_size(limit)
    before = _LAST_NUMBER
    if cursor is not None:
        (said,) = read_cursor(cursor, 1)
        before = int(said) if said and said.isdecimal() and len(said) < len(str(before)) else 0
    found = latest_batches(reader(), intake.name, before=before, limit=size)
    is_last = not found or found[-1].number == 1
    return Page(
        tuple(receipt_of(intake, each) for each in found),
        counts(reader(), intake.name).batches,
        None if is_last else write_cursor(str(found[-1].number)),
    )
