"""What no set of registers may break: order, files and repetition change nothing; units stay.

Slow: every example writes files and reads them with a DuckDB of its own.
"""

import tempfile
from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from openjcm.measure.errors import Malformed
from openjcm.measure.period import Period
from openjcm.metering import Meter, Plan, Summary, reading_rows, summarise

pytestmark = pytest.mark.slow

ZONES = ("Asia/Dhaka", "America/Santiago", "UTC", "Asia/Tokyo")
Reading = tuple[str, datetime, int]
EXAMPLES = settings(max_examples=25, deadline=None)


@st.composite
def plans(draw: st.DrawFn) -> Plan:
    """Draw up to two meters over up to three years in some country's legal time."""
    first = draw(st.dates(date(2016, 1, 1), date(2019, 12, 31)))
    period = Period(first, first + timedelta(days=draw(st.integers(0, 900))))
    meters = tuple(Meter(name, "EG", name) for name in draw(st.sampled_from(["A", "AB"])))
    return Plan(draw(st.sampled_from(ZONES)), period, meters)


@st.composite
def registers(draw: st.DrawFn, plan: Plan) -> list[Reading]:
    """Draw readings at all boundaries and at other instants, some of them faulty."""
    readings = []
    for meter in plan.meters:
        start, until = plan.boundaries[0], plan.boundaries[-1]
        seconds = int((until - start).total_seconds())
        offsets = draw(st.sets(st.integers(-(10**6), seconds + 10**6), max_size=12))
        instants = {start + timedelta(seconds=offset) for offset in offsets} | {*plan.boundaries}
        level = draw(st.integers(0, 2**61))
        for instant in sorted(instants):
            top = min(level + 10**9, 2**62)
            level = draw(st.one_of(st.integers(level, top), st.integers(0, 2**62)))
            readings.append((meter.id, instant, level))
    return readings


def _written(readings: Sequence[Reading]) -> str:
    rows = [f"{meter},{at.isoformat()},{register}" for meter, at, register in readings]
    return "\n".join(["meter,read_at,register_wh", *rows])


def _summary(plan: Plan, *parts: Sequence[Reading]) -> Summary | None:
    """Summarise the parts as files; ``None`` if a boundary is out of line and refused."""
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder) / f"{place}.csv" for place, part in enumerate(parts) if part]
        for path, part in zip(paths, filter(None, parts), strict=True):
            path.write_text(_written(part), encoding="utf-8")
        try:
            return summarise(paths, plan)
        except Malformed as refusal:
            if {f.rule for f in refusal.findings} != {"boundary-reading-out-of-line"}:
                raise
            return None


def _plain(plan: Plan, readings: Sequence[Reading]) -> dict[tuple[str, int], int] | None:
    """Work the quantities out in plain Python; ``None`` if a boundary is out of line."""
    zone, ends = ZoneInfo(plan.zone), plan.boundaries
    amounts = {(meter.id, part.year): 0 for meter in plan.meters for part in plan.years}
    for meter in plan.meters:
        line = sorted(
            (at, register)
            for name, at, register in set(readings)
            if name == meter.id and ends[0] <= at <= ends[-1]
        )
        false = {
            b
            for a, b, c in zip(line, line[1:], line[2:], strict=False)
            if _astray(a[1], b[1], c[1])
        }
        if {at for at, _ in false} & {*ends}:
            return None
        for (since, low), (_, high) in pairwise([point for point in line if point not in false]):
            amounts[meter.id, since.astimezone(zone).year] += max(high - low, 0)
    return amounts


def _astray(before: int, register: int, after: int) -> bool:
    return before <= after and not before <= register <= after


def _amounts(summary: Summary | None) -> dict[tuple[str, int], int] | None:
    return None if summary is None else {(q.meter, q.year): q.amount for q in summary.quantities}


@EXAMPLES
@given(st.data())
def test_quantities_are_those_of_plain_python(data: st.DataObject) -> None:
    """Whatever the registers do, SQL and a loop over integers agree to the last unit."""
    plan = data.draw(plans())
    readings = data.draw(registers(plan))

    assert _amounts(_summary(plan, readings)) == _plain(plan, readings)


@EXAMPLES
@given(st.data())
def test_order_files_and_repetition_change_no_quantity(data: st.DataObject) -> None:
    """Shuffled, split into files, and with rows twice, the readings say the same."""
    plan = data.draw(plans())
    readings = data.draw(registers(plan))
    again = data.draw(st.lists(st.sampled_from(readings), max_size=5))
    mixed = data.draw(st.permutations([*readings, *again]))
    cut = data.draw(st.integers(0, len(mixed)))
    elsewhere = [(m, at.astimezone(ZoneInfo(plan.zone)), r) for m, at, r in mixed[cut:]]

    whole, parts = _summary(plan, readings), _summary(plan, mixed[:cut], elsewhere)

    assert _amounts(whole) == _amounts(parts)
    if whole and parts:
        assert whole.conservation == parts.conservation


@EXAMPLES
@given(st.data())
def test_what_a_register_spans_is_counted_or_excluded(data: st.DataObject) -> None:
    """No unit is lost or counted twice, and the faults account for all that is excluded."""
    plan = data.draw(plans())
    summary = _summary(plan, data.draw(registers(plan)))

    if summary is None:
        return
    for register in summary.conservation:
        effects = sum(c.effect for c in summary.fault_counts if c.meter == register.meter)
        assert register.span == register.counted + register.excluded
        assert register.excluded == effects
        assert register.counted >= 0


@EXAMPLES
@given(st.data())
def test_the_rows_shown_lead_to_the_quantity(data: st.DataObject) -> None:
    """Whoever adds up by hand what the steps to the counted rows of a year come to has it."""
    plan = data.draw(plans())
    readings = data.draw(registers(plan))
    summary = _summary(plan, readings)
    quantity = data.draw(st.sampled_from(summary.quantities)) if summary else None
    if quantity is None:
        return

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.csv"
        path.write_text(_written(readings), encoding="utf-8")
        rows = reading_rows([path], plan, quantity.meter, quantity.year).rows

    read = [row for row in rows if row.standing in {"counted", "excluded", "filled"}]
    steps = [
        high.register - low.register for low, high in pairwise(read) if high.standing == "counted"
    ]
    assert sum(steps) == quantity.amount
    assert all(step >= 0 for step in steps)
    assert datetime.fromisoformat(rows[0].read_at).astimezone(UTC) in plan.boundaries
