"""The screen gives what the definition gives, or leaves the meter to it: never anything else.

Slow: every example writes files and reads them twice with a DuckDB of its own.
"""

import tempfile
from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from openjcm.measure.errors import Malformed
from openjcm.measure.period import Period
from openjcm.metering import Meter, Plan, Summary
from openjcm.metering.plan.meter import Calibration
from openjcm.metering.plan.plan import Turn
from openjcm.metering.readings import sound_readings, summary_of
from openjcm.metering.working.definition import FAR

pytestmark = pytest.mark.slow

START = datetime(2023, 12, 31, 12, tzinfo=UTC)
WHOLE = datetime(2023, 12, 30, 18, tzinfo=UTC)
INTERVAL = timedelta(minutes=15)
Reading = tuple[str, datetime, int]


@st.composite
def fleets(draw: st.DrawFn) -> tuple[Plan, list[list[Reading]]]:
    """Draw a few meters over a turn of a year, most of them sound, as loggers write them."""
    names = ["A", "B", "C"][: draw(st.integers(1, 3))]
    meters = tuple(
        Meter(
            name,
            "EG",
            name,
            expected_interval="15min",
            capacity=draw(st.sampled_from([None, Decimal(4000)])),
            stuck_after=draw(st.sampled_from([None, timedelta(hours=2)])),
            turns_at=draw(st.sampled_from([None, 100_000])),
            calibrations=draw(
                st.sampled_from([(), (Calibration(date(2023, 1, 1), date(2023, 12, 31)),)])
            ),
        )
        for name in names
    )
    first, last = draw(st.sampled_from([(31, 1), (31, 2), (30, 3)]))
    turn = draw(st.sampled_from([None, None, Turn.READING]))
    period = Period(date(2023, 12, first), date(2024, 1, last))
    plan = Plan("Asia/Dhaka", period, meters, turn=turn)
    rows: list[Reading] = []
    # Two legal days of Dhaka from end to end, where readings must stand at the turns.
    is_whole = turn is Turn.READING and (first, last) == (31, 1)
    for name in names:
        count = 193 if is_whole else draw(st.integers(1, 60))
        rows += _registers(draw, name, WHOLE if is_whole else START, count)
    cut = draw(st.integers(0, len(rows)))
    return plan, [part for part in (rows[:cut], rows[cut:]) if part]


def _registers(draw: st.DrawFn, name: str, start: datetime, count: int) -> list[Reading]:
    level, rows = draw(st.integers(0, 90_000)), list[Reading]()
    most = draw(st.sampled_from([50, 900]))
    random = draw(st.randoms(use_true_random=False))
    steps = [random.randint(0, most) for _ in range(count)]
    if draw(st.booleans()):
        still = draw(st.integers(0, count))
        steps[still : still + 10] = [0] * len(steps[still : still + 10])
    for at, step in enumerate(steps):
        level += step
        rows.append((name, start + at * INTERVAL, level))
    for _ in range(draw(st.sampled_from([0, 0, 0, 1, 2]))):
        rows = _spoilt(draw, rows)
    return rows


def _spoilt(draw: st.DrawFn, rows: list[Reading]) -> list[Reading]:
    at = draw(st.integers(0, len(rows) - 1))
    name, instant, level = rows[at]
    return draw(
        st.sampled_from(
            [
                rows[:at] + rows[at + 1 :] or rows,
                [*rows, rows[at]],
                [*rows[:at], (name, instant, 0), *rows[at + 1 :]],
                [*rows[:at], (name, instant, -1), *rows[at + 1 :]],
                [*rows[:at], (name, instant, level + 50_000), *rows[at + 1 :]],
                [*rows[:at], *((n, i, r - r % 1000) for n, i, r in rows[at:])],
                [*rows[:at], (name, instant + timedelta(minutes=7), level), *rows[at + 1 :]],
                [*rows[at:], *rows[:at]],
                [*rows[:at], *((n, i, (r + 20_000) % 100_000) for n, i, r in rows[at:])],
            ]
        )
    )


def _written(rows: Sequence[Reading]) -> str:
    lines = [f"{meter},{at.isoformat()},{register}" for meter, at, register in rows]
    return "\n".join(["meter,read_at,register_wh", *lines])


def _summaries(plan: Plan, parts: Sequence[Sequence[Reading]]) -> list[Summary | str]:
    """Summarise with the screen and without; a refusal is told by its findings."""
    told = list[Summary | str]()
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder) / f"{at}.csv" for at in range(len(parts))]
        for path, part in zip(paths, parts, strict=True):
            path.write_text(_written(part), encoding="utf-8")
        for is_screened in (True, False):
            try:
                with sound_readings(paths, plan, is_screened=is_screened) as sound:
                    told.append(summary_of(sound, plan, now=FAR))
            except Malformed as refusal:
                told.append(str(refusal.findings))
    return told


@settings(max_examples=120, deadline=None)
@given(fleets())
def test_the_screen_and_the_definition_give_the_same(
    fleet: tuple[Plan, list[list[Reading]]],
) -> None:
    """Quantities, faults, conservation and files: all of it, or the same refusal."""
    screened, ordered = _summaries(*fleet)

    assert screened == ordered


@settings(max_examples=40, deadline=None)
@given(fleets())
def test_every_register_adds_up(fleet: tuple[Plan, list[list[Reading]]]) -> None:
    """Counted, filled, excluded and outside are the span, whatever is wrong with the readings."""
    (summary, _) = _summaries(*fleet)

    if isinstance(summary, Summary):
        assert all(register.holds for register in summary.conservation)
        for register in summary.conservation:
            amounts = [q.amount for q in summary.quantities if q.meter == register.meter]
            assert sum(amounts) == register.counted + register.filled
