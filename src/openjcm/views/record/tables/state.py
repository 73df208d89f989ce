"""What the public record stands at: one short text that changes with every record."""

from dataclasses import dataclass
from datetime import datetime

from openjcm.views.reader import Reader


@dataclass(frozen=True, slots=True)
class RecordState:
    """``digest`` is of the heads of all chains of published facts; ``at`` their newest instant.

    ``at`` is None where nothing has been recorded.
    """

    digest: str
    at: datetime | None


_STATE = """
SELECT coalesce(encode(sha256(string_agg(h.chain, ''::bytea ORDER BY h.partnership, h.side)),
  'hex'), '') AS digest, max(h.at) AS at
FROM chain_head h JOIN partnership p ON p.key = h.partnership AND p.kind = 'record'
"""


def record_state(reader: Reader) -> RecordState:
    """Return what the public record stands at; a rehearsal does not change it."""
    row = reader.rows(_STATE)[0]
    return RecordState(row["digest"], row["at"])
