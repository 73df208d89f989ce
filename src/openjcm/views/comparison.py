"""Published and rehearsed figures side by side, and whether they agree."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from openjcm.ledger import AccountKind, Block, serial_text
from openjcm.measure.errors import NotFound
from openjcm.rulebook import load_partner
from openjcm.views.figures import PartnerName
from openjcm.views.notice import Notice
from openjcm.views.notices import find_notice
from openjcm.views.published import partner_name
from openjcm.views.reader import Reader


@dataclass(frozen=True, slots=True)
class Pair:
    """One figure twice; ``published`` None where it is not published."""

    project_id: str
    measure: str
    published: int | None
    rehearsed: int

    @property
    def agrees(self) -> bool | None:
        """Whether both say the same; None where nothing is published to compare with."""
        return None if self.published is None else self.published == self.rehearsed


@dataclass(frozen=True, slots=True)
class Comparison:
    """A published decision and its rehearsal."""

    published: Notice
    rehearsed: Notice
    pairs: tuple[Pair, ...]
    first_serials: tuple[str, ...]

    @property
    def agrees(self) -> bool:
        """Whether every published figure is reproduced."""
        return all(pair.agrees is not False for pair in self.pairs)


@dataclass(frozen=True, slots=True)
class Rehearsal:
    """A rehearsal that was played: its partnership, what it rehearses, its decision."""

    key: str
    title: str
    rehearses: str
    decision: str
    decided_on: date
    host: PartnerName


_REHEARSALS = """
SELECT p.key, p.title, p.rehearses, p.host, d.id AS decision, d.decided_on FROM partnership p
JOIN decision d ON d.partnership = p.key
WHERE p.kind = 'rehearsal' ORDER BY length(p.key), p.key
"""
_BLOCKS = """
SELECT b.issuance, b.side, p.host, i.project, i.vintage, b.lo AS first, b.hi - 1 AS last,
  b.account, b.account_kind AS kind
FROM block b JOIN issuance i ON (i.partnership, i.id) = (b.partnership, b.issuance)
JOIN partnership p ON p.key = b.partnership
WHERE b.partnership = %(partnership)s ORDER BY b.side DESC, b.lo
"""


def list_rehearsals(reader: Reader) -> tuple[Rehearsal, ...]:
    """Return the rehearsals that came to a decision, the one of the checked-in readings first."""
    return tuple(
        Rehearsal(**{**row, "host": partner_name(load_partner(row["host"]))})
        for row in reader.rows(_REHEARSALS)
    )


def comparison(reader: Reader, key: str) -> Comparison:
    """Return a rehearsal beside what it rehearses.

    Args:
        reader: The record.
        key: The rehearsal's partnership.

    Raises:
        NotFound: there is no such rehearsal.
    """
    found = [each for each in list_rehearsals(reader) if each.key == key]
    if not found:
        raise NotFound(f"there is no rehearsal {key!r}", code="no-rehearsal", about=key)
    published = find_notice(reader, found[0].rehearses)
    rehearsed = find_notice(reader, found[0].decision)
    blocks = reader.rows(_BLOCKS, {"partnership": key})
    return Comparison(
        published=published,
        rehearsed=rehearsed,
        pairs=_pairs(published, rehearsed),
        first_serials=tuple(_serial(row) for row in blocks),
    )


def _pairs(published: Notice, rehearsed: Notice) -> tuple[Pair, ...]:
    printed = {line.project_id: line for line in published.lines}
    pairs = []
    for line in rehearsed.lines:
        of = printed.get(line.project_id)
        for measure, ours, theirs in (
            ("months", line.months, of.months if of else None),
            ("notified", line.notified.amount, of.notified.amount if of else None),
            ("goj", line.goj.amount, of.goj.amount if of else None),
        ):
            pairs.append(Pair(line.project_id, measure, theirs, ours or 0))
    totals = (
        ("notified", rehearsed.total_notified.amount, published.total_notified.amount),
        ("goj", rehearsed.goj_total.amount, published.goj_total.amount),
    )
    pairs += [Pair("", measure, theirs, ours or 0) for measure, ours, theirs in totals]
    return tuple(pairs)


def _serial(row: Mapping[str, Any]) -> str:
    block = Block(**{**row, "kind": AccountKind(row["kind"])})
    return serial_text(block, rehearsal=True)
