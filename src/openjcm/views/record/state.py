"""The state of the whole record: how many records it has, when the last came, and the day."""

from dataclasses import dataclass
from datetime import date, datetime

from openjcm.views.reader import Reader


@dataclass(frozen=True, slots=True)
class State:
    """The record as it stands: ``head`` names this very state, ``at`` is its newest record's.

    ``at`` is None while nothing is recorded.
    """

    head: str
    records: int
    at: datetime | None


# An empty chain has no instant; PostgreSQL's -infinity is no day that a program can hold.
_STATE = """
SELECT md5(coalesce(string_agg(partnership || '/' || side || encode(chain, 'hex'), ' '
    ORDER BY partnership, side), '')) AS head,
  coalesce(sum(seq), 0)::bigint AS records, max(at) FILTER (WHERE seq > 0) AS at
FROM chain_head
"""


def record_state(reader: Reader) -> State:
    """Return the state of the record; it changes with every act and with nothing else."""
    return State(**reader.rows(_STATE)[0])


_TODAY = "SELECT (ledger_now() AT TIME ZONE 'Asia/Tokyo')::date AS today"


def today(reader: Reader) -> date:
    """Return the day in Japan by the record's clock: what a question without a day is about."""
    day: date = reader.rows(_TODAY)[0]["today"]
    return day


def day_of_question(reader: Reader, asked: date | None) -> date:
    """Return the day that a question is about: the one asked, today without one or of one to come.

    Of a day to come nothing is known but what is known today.
    """
    now = today(reader)
    return min(asked, now) if asked else now
