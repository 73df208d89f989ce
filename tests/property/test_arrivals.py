"""Readings that arrive in any order, cut anywhere and sent any number of times are the same."""

from collections.abc import Iterator
from itertools import count, pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from openjcm.intake import READERS, Sent, deliver, summarise_intake
from openjcm.metering import Summary
from openjcm.store.database import Database, close, configure, reader
from openjcm.store.embedded import Addresses
from openjcm.store.intakes import add_intake, batches, find_intake
from told.metering.arriving import PLAN, readings, table

LAST = 96
ROWS = [*readings("PV1", 0, LAST), *readings("PV2", 0, LAST)]
NUMBERS = count(1)


@pytest.fixture
def record(database: Addresses, tmp_path: Path) -> Iterator[Addresses]:
    """Configure an empty record."""
    configure(Database(database.app_url, database.owner_url, tmp_path / "files"))
    yield database
    READERS.end()
    close()


def _summary(record: Addresses, contents: list[bytes]) -> tuple[Summary, int]:
    name = f"any-{next(NUMBERS)}"
    new = {"name": name, "partnership": "BD-R", "project": "BD002", "basis": "illustrative"}
    add_intake(record.app_url, new | {"plan": PLAN})
    intake = find_intake(reader(), name)
    for content in contents:
        deliver(intake, Sent(content))
    return summarise_intake(intake).summary, len(batches(reader(), name))


@st.composite
def _sent(draw: st.DrawFn) -> list[bytes]:
    """Cut the rows, shuffled or not, into batches; send some again, in any order."""
    rows = draw(st.permutations(ROWS)) if draw(st.booleans()) else ROWS
    cuts = draw(st.lists(st.integers(1, len(rows) - 1), max_size=5, unique=True))
    ends = [0, *sorted(cuts), len(rows)]
    parts = [table(rows[at:until]) for at, until in pairwise(ends)]
    again = draw(st.lists(st.sampled_from(parts), max_size=3))
    return draw(st.permutations([*parts, *again]))


@pytest.mark.slow
@settings(max_examples=12, suppress_health_check=list(HealthCheck))
@given(sent=_sent())
def test_order_splitting_and_repetition_change_nothing(
    record: Addresses, sent: list[bytes]
) -> None:
    """The quantities and the conservation of one file; slow, for each batch is read on its own."""
    summary, arrived = _summary(record, sent)

    assert [each.amount for each in summary.quantities] == [5 * LAST] * 2
    assert all(each.holds and each.span == 5 * LAST for each in summary.conservation)
    assert arrived == len(set(sent))
