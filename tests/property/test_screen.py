"""The screen gives what the definition gives, or leaves the meter to it: never anything else.

Slow: every example writes files and reads them twice with a DuckDB of its own.
"""

import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from itertools import zip_longest
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from openjcm.measure.errors import Malformed
from openjcm.measure.period import Period
from openjcm.metering import Meter, Plan, Summary
from openjcm.metering.plan.meter import Calibration, Reads
from openjcm.metering.plan.plan import Turn
from openjcm.metering.readings import sound_readings, summary_of
from openjcm.metering.resumable import stage_files
from openjcm.metering.staged import summarise_staged
from openjcm.metering.working.definition import FAR
from openjcm.metering.working.screening import ordered, strays

pytestmark = pytest.mark.slow

START = datetime(2023, 12, 31, 12, tzinfo=UTC)
WHOLE = datetime(2023, 12, 30, 18, tzinfo=UTC)
INTERVAL = timedelta(minutes=15)
Reading = tuple[str, datetime, int]


@pytest.fixture(autouse=True, scope="module")
def _small() -> Iterator[None]:
    """Fleets are small: so are the blocks and runs in which large ones are worked."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(strays, "BLOCK", 7)
        patch.setattr(ordered, "RUN_LEAST", 3)
        yield


@dataclass(frozen=True)
class Fleet:
    """A plan with the texts of its files, as loggers of some layout write them."""

    plan: Plan
    files: list[str]


@st.composite
def fleets(draw: st.DrawFn) -> Fleet:
    """Draw a few meters over a turn of a year, most of them sound, in files of any layout."""
    names = ["A", "B", "C"][: draw(st.integers(1, 3))]
    meters = tuple(_meter(draw, name) for name in names)
    first, last = draw(st.sampled_from([(31, 1), (31, 2), (30, 3)]))
    turn = draw(st.sampled_from([None, None, Turn.READING]))
    period = Period(date(2023, 12, first), date(2024, 1, last))
    plan = Plan("Asia/Dhaka", period, meters, turn=turn)
    # Two legal days of Dhaka from end to end, where readings must stand at the turns.
    is_whole = turn is Turn.READING and (first, last) == (31, 1)
    count = draw(st.integers(1, 60))
    by_meter = [
        _readings(draw, meter, WHOLE if is_whole else START, 193 if is_whole else count)
        for meter in meters
    ]
    layout = _LAYOUTS[draw(st.sampled_from([*_LAYOUTS]))]
    return Fleet(plan, layout(draw, by_meter))


def _meter(draw: st.DrawFn, name: str) -> Meter:
    is_register = draw(st.sampled_from([True, True, False]))
    kinds = [Reads.REGISTER] if is_register else [Reads.INTERVAL, Reads.AVERAGE]
    return Meter(
        name,
        "EG",
        name,
        reads=draw(st.sampled_from(kinds)),
        stamp=draw(st.sampled_from(["end", "start"])),
        expected_interval="15min",
        digits=draw(st.sampled_from([0, 0, 0, 1])),
        capacity=draw(st.sampled_from([None, Decimal(4000)])),
        stuck_after=draw(st.sampled_from([None, timedelta(hours=2)])),
        turns_at=draw(st.sampled_from([None, 100_000])),
        calibrations=draw(
            st.sampled_from([(), (Calibration(date(2023, 1, 1), date(2023, 12, 31)),)])
        ),
    )


def _readings(draw: st.DrawFn, meter: Meter, start: datetime, count: int) -> list[Reading]:
    if meter.reads is Reads.REGISTER:
        return _registers(draw, meter.id, start, count)
    random = draw(st.randoms(use_true_random=False))
    rows = [(meter.id, start + at * INTERVAL, random.randint(0, 900)) for at in range(count)]
    return _spoilt(draw, rows) if draw(st.sampled_from([False, False, True])) else rows


def _by_meter(draw: st.DrawFn, by_meter: Sequence[list[Reading]]) -> list[str]:
    rows = [row for each in by_meter for row in each]
    cut = draw(st.integers(0, len(rows)))
    return [_written(part) for part in (rows[:cut], rows[cut:]) if part]


def _by_time(draw: st.DrawFn, by_meter: Sequence[list[Reading]]) -> list[str]:
    """Rows take turns, and stand below each other in order of time."""
    rows = [row for some in zip_longest(*by_meter) for row in some if row is not None]
    cut = draw(st.sampled_from([0, len(rows) // 2]))
    return [_written(part) for part in (rows[:cut], rows[cut:]) if part]


def _shuffled(draw: st.DrawFn, by_meter: Sequence[list[Reading]]) -> list[str]:
    rows = draw(st.permutations([row for each in by_meter for row in each]))
    return [_written(rows)]


def _by_turns(draw: st.DrawFn, by_meter: Sequence[list[Reading]]) -> list[str]:
    """The rows of each meter lie in two files, which is handed in twice perhaps."""
    rows = [row for each in by_meter for row in each]
    parts = [part for part in (rows[::2], rows[1::2]) if part]
    return [_written(part) for part in parts * draw(st.sampled_from([1, 1, 2]))]


def _wide(draw: st.DrawFn, by_meter: Sequence[list[Reading]]) -> list[str]:
    """A column for each meter; what one says twice of an instant stands in a row of its own."""
    names = [some[0][0] for some in by_meter]
    instants = list(dict.fromkeys(at for some in by_meter for _, at, _ in some))
    if draw(st.booleans()):
        instants.sort()
    lines = []
    for instant in instants:
        cells = [[level for _, at, level in some if at == instant] for some in by_meter]
        for row in zip_longest(*cells):
            values = ("" if value is None else str(value) for value in row)
            lines.append(",".join([instant.isoformat(), *values]))
    cut = draw(st.sampled_from([0, len(lines) // 2]))
    head = ",".join(["read_at", *names])
    return ["\n".join([head, *part]) for part in (lines[:cut], lines[cut:]) if part]


_LAYOUTS = {
    "by meter": _by_meter,
    "by time": _by_time,
    "shuffled": _shuffled,
    "by turns": _by_turns,
    "wide": _wide,
}


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


def _told(files: Sequence[Path], plan: Plan, *, is_screened: bool) -> Summary | str:
    """Summarise with the screen or without; a refusal is told by its findings."""
    try:
        with sound_readings(files, plan, is_screened=is_screened) as sound:
            return summary_of(sound, plan, now=FAR)
    except Malformed as refusal:
        return str(refusal.findings)


@contextmanager
def _files(fleet: Fleet) -> Iterator[list[Path]]:
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder) / f"{at}.csv" for at in range(len(fleet.files))]
        for path, text in zip(paths, fleet.files, strict=True):
            path.write_text(text, encoding="utf-8")
        yield paths


@settings(max_examples=60, deadline=None)
@given(fleets())
def test_the_screen_and_the_definition_give_the_same(fleet: Fleet) -> None:
    """Quantities, faults, conservation and files: all of it, or the same refusal."""
    with _files(fleet) as files:
        screened = _told(files, fleet.plan, is_screened=True)
        defined = _told(files, fleet.plan, is_screened=False)

    assert screened == defined


@settings(max_examples=20, deadline=None)
@given(fleets())
def test_what_was_staged_is_screened_to_the_same(fleet: Fleet) -> None:
    """Readings in their normal form give what the definition gives of the files themselves."""
    with _files(fleet) as files:
        defined = _told(files, fleet.plan, is_screened=False)
        folder = files[0].parent / "staged"
        try:
            stage_files(files, fleet.plan, folder)
            staged: Summary | str = summarise_staged(folder, fleet.plan)
        except Malformed as refusal:
            staged = str(refusal.findings)

    assert staged == defined


@settings(max_examples=12, deadline=None)
@given(fleets())
def test_every_register_adds_up(fleet: Fleet) -> None:
    """Counted, filled, excluded and outside are the span, whatever is wrong with the readings."""
    with _files(fleet) as files:
        summary = _told(files, fleet.plan, is_screened=True)

    if isinstance(summary, Summary):
        assert all(register.holds for register in summary.conservation)
        for register in summary.conservation:
            amounts = [q.amount for q in summary.quantities if q.meter == register.meter]
            assert sum(amounts) == register.counted + register.filled
