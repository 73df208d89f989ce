"""Which meters are proved without the definition, by which pass, and what becomes of the others.

That the figures are the definition's is the property test's matter; the figures here are by hand.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from openjcm.measure.errors import Malformed
from openjcm.measure.period import Period
from openjcm.metering import (
    Meter,
    Plan,
    Summary,
    stage_files,
    summarise,
    summarise_in_detail,
    summarise_staged,
)
from openjcm.metering.plan.faults import FaultKind
from openjcm.metering.plan.meter import Reads
from openjcm.metering.readings import sound_readings
from openjcm.metering.working.screening.proof import Screened

Write = Callable[..., Path]
START = datetime(2024, 1, 1, tzinfo=UTC)
HOURS = range(25)


def _plan(*meters: Meter) -> Plan:
    """Plan one day of meters that are read every hour."""
    return Plan("UTC", Period(date(2024, 1, 1), date(2024, 1, 1)), meters)


def _meter(name: str, **other: Any) -> Meter:  # noqa: ANN401 - whatever a meter has
    return replace(Meter(name, "EG", name, expected_interval="1h"), **other)


TWO = _plan(_meter("A"), _meter("B"))


def _row(name: str, hour: int, value: object = None) -> str:
    """Write what a register shows that moves on by ten an hour."""
    shown = 10 * hour if value is None else value
    return f"{name},{(START + timedelta(hours=hour)).isoformat()},{shown}"


def _wide(hours: Iterable[int], cells: Callable[[int], str]) -> Iterator[str]:
    for hour in hours:
        yield f"{(START + timedelta(hours=hour)).isoformat()},{cells(hour)}"


def _screened(files: Sequence[Path], plan: Plan = TWO) -> Screened:
    with sound_readings(files, plan) as sound:
        return sound.screened


def _amounts(summary: Summary) -> dict[str, int]:
    return {each.meter: each.amount for each in summary.quantities}


def _faults(summary: Summary) -> dict[tuple[str, FaultKind], int]:
    return {(each.meter, each.kind): each.count for each in summary.fault_counts}


def test_rows_that_take_turns_are_proved_as_they_stand(write: Write) -> None:
    """Each row follows the one as far above it as there are meters."""
    file = write(*(_row(name, hour) for hour in HOURS for name in "AB"))

    screened = _screened([file])

    assert screened.in_files == [0, 1]
    assert _amounts(summarise([file], TWO)) == {"A": 240, "B": 240}


def test_a_file_an_hour_is_proved_as_it_stands(write: Write) -> None:
    """Each file has one row of each meter; none stands above another of its meter."""
    files = [write(_row("A", hour), _row("B", hour), name=f"{hour}.csv") for hour in HOURS]

    assert _screened(files).in_files == [0, 1]


def test_turns_that_begin_with_a_row_of_its_own_are_put_in_order(write: Write) -> None:
    """The first row's meter comes but once in this file: nothing says how far above to look."""
    rows = [_row("A", 0), *(_row("B", hour) for hour in HOURS)]
    rest = [_row("A", hour) for hour in HOURS[1:]]
    files = [write(*rows, name="1.csv"), write(*rest, name="2.csv")]

    assert _screened(files).apart == {0, 1}


def test_a_cell_that_cannot_be_read_proves_nothing(write: Write) -> None:
    """The column goes to the definition, which names the cell."""
    lines = _wide(HOURS, lambda hour: f"{'?' if hour == 3 else hour},{hour}")

    with pytest.raises(Malformed) as refusal:
        summarise([write(*lines, header="read_at,A,B")], TWO)

    assert [each.rule for each in refusal.value.findings] == ["not-a-number"]


def test_columns_of_meters_are_proved_as_they_stand(write: Write) -> None:
    """Each cell follows the one above; registers, intervals and means stand side by side."""
    plan = _plan(
        _meter("A", stuck_after=timedelta(hours=6)),
        _meter("B", reads=Reads.INTERVAL),
        _meter("C", reads=Reads.AVERAGE, stamp="start", digits=1),
    )
    lines = _wide(HOURS[1:], lambda hour: f"{10 * hour},3,{hour}.5")
    file = write(*lines, header="read_at,A,B,C")

    screened = _screened([file], plan)

    assert screened.in_files == [0, 1, 2]
    # The register stands from one o'clock; each hour brings three; the means are from one to 24.
    summary = summarise([file], plan)
    assert _amounts(summary) == {"A": 230, "B": 72, "C": sum(range(15, 255, 10)) - 245}
    assert summary.files[0].rows == 72


def test_a_column_with_blank_cells_is_put_in_order(write: Write) -> None:
    """A blank cell is no reading; the other column is proved as it stands."""
    lines = _wide(HOURS, lambda hour: f"{10 * hour},{'' if hour % 2 else 10 * hour}")
    plan = _plan(_meter("A"), _meter("B", expected_interval="2h"), _meter("C"))
    other = write(*(_row("C", hour) for hour in HOURS), name="c.csv")
    file = write(*lines, header="read_at,A,B")

    screened = _screened([file, other], plan)

    assert (screened.in_files, screened.apart) == ([0, 2], {1})
    assert not screened.unordered
    assert screened.rows.total() == 25 + 13 + 25


def test_a_column_of_a_file_may_be_blank_throughout(write: Write) -> None:
    """The meter stands in another file, and nothing is amiss."""
    first = write(*_wide(HOURS, lambda hour: f"{10 * hour},"), header="read_at,A,B", name="1.csv")
    second = write(*_wide(HOURS, lambda hour: f",{hour}"), header="read_at,A,B", name="2.csv")

    assert _screened([first, second]).in_files == [0, 1]


def test_rows_in_any_order_are_proved_once_in_order(write: Write) -> None:
    """Every row but the first of each meter stands below a later one, and that is said."""
    rows = [_row(name, hour) for hour in reversed(HOURS) for name in "AB"]
    file = write(*rows)

    screened = _screened([file])

    assert (screened.apart, screened.unordered, screened.doubled) == ({0, 1}, {0, 1}, set())
    summary = summarise([file], TWO)
    kind = FaultKind.OUT_OF_ORDER
    assert _faults(summary) == {("A", kind): 24, ("B", kind): 24}
    assert (summary.faults[0].row, summary.faults[0].at) == (50, START)
    assert _amounts(summary) == {"A": 240, "B": 240}


def test_rows_without_any_order_are_not_compared_as_they_stand(write: Write) -> None:
    """Rows of two meters take turns by no rule; blank lines among them count as rows."""
    rows = [_row("AB"[hour * hour % 3 % 2], hour // 2) for hour in range(50)]
    rest = [_row(name, hour) for hour in HOURS for name in "AB"]
    rows += [row for row in rest if row not in rows]
    rows = list(dict.fromkeys(rows))
    file = write("", *rows, rows[3])

    summary = summarise([file], TWO)

    assert _screened([file]).apart == {0, 1}
    assert _amounts(summary) == {"A": 240, "B": 240}
    (double,) = [each for each in summary.faults if each.kind is FaultKind.DUPLICATE]
    assert double.row == len(rows) + 3


def test_a_file_handed_in_twice_is_proved(write: Write) -> None:
    """Each reading stands twice, which is a fault and changes no sum."""
    rows = [_row("A", hour) for hour in HOURS]
    files = [write(*rows, name=f"{at}.csv") for at in range(2)]
    plan = _plan(_meter("A"))

    screened = _screened(files, plan)

    assert (screened.apart, screened.doubled, screened.unordered) == ({0}, {0}, set())
    summary = summarise(files, plan)
    assert _faults(summary) == {("A", FaultKind.DUPLICATE): 25}
    assert _amounts(summary) == {"A": 240}
    detailed = summarise_in_detail(files, plan, has_days=True)
    assert detailed.days[0].read == (24,)
    assert [(each.file, each.rows) for each in detailed.rows] == [("0.csv", 25), ("1.csv", 25)]


def test_a_row_that_lacks_leaves_the_others_proved(write: Write) -> None:
    """Turns are broken by it for all meters, but rows are in order of time; the gap is told."""
    rows = [_row(name, hour) for hour in HOURS for name in "ABC" if (name, hour) != ("B", 20)]
    plan = _plan(_meter("A"), _meter("B"), _meter("C", stuck_after=timedelta(hours=3)))
    file = write(*rows)

    screened = _screened([file], plan)

    assert (screened.apart, screened.unordered) == ({0, 2}, set())
    assert _faults(summarise([file], plan)) == {("B", FaultKind.GAP): 1}


@pytest.mark.parametrize("rows", [[4, 5, 5, 3, 7], [0, 1, 9, 10]])
def test_what_no_order_proves_is_not_put_in_order_twice(rows: list[int], write: Write) -> None:
    """A register that fell, and one that lacks hours in the only file, go to the definition."""
    fallen = [_row("A", hour, value) for hour, value in enumerate(rows)]
    gap = [_row("A", hour) for hour in rows]
    file = write(*(fallen if rows[0] else gap), *(_row("B", hour) for hour in HOURS))

    screened = _screened([file])

    assert (screened.hopeless, screened.in_files, screened.apart) == ({0}, [1], set())


def test_meters_of_other_kinds_and_decimals_in_one_column_are_proved(write: Write) -> None:
    """Each kind has its own statement, and each meter its decimals."""
    plan = _plan(
        _meter("A", digits=2),
        _meter("B", reads=Reads.INTERVAL),
        _meter("C", reads=Reads.INTERVAL, stamp="start"),
    )
    rows = [
        *(_row("A", hour, f"{hour}.25") for hour in HOURS),
        *(_row("B", hour, 3) for hour in HOURS[1:]),
        *(_row("C", hour, 4) for hour in HOURS[:-1]),
    ]
    file = write(*rows)

    assert _screened([file], plan).in_files == [0, 1, 2]
    assert _amounts(summarise([file], plan)) == {"A": 2400, "B": 72, "C": 96}


def test_an_interval_that_lacks_or_is_negative_is_not_proved(write: Write) -> None:
    """An hour without a value between two files is a gap; less than nothing is a fault."""
    plan = _plan(_meter("A", reads=Reads.INTERVAL), _meter("B", reads=Reads.INTERVAL))
    first = [_row("A", hour, 3) for hour in HOURS[1:12]]
    second = [_row("A", hour, 3) for hour in HOURS[13:]]
    negative = [_row("B", hour, -1 if hour == 5 else 3) for hour in HOURS[1:]]
    files = [write(*first, name="1.csv"), write(*second, *negative, name="2.csv")]

    summary = summarise(files, plan)

    assert not _screened(files, plan).sums
    assert _faults(summary) == {("A", FaultKind.GAP): 1, ("B", FaultKind.NEGATIVE_STEP): 1}


def test_intervals_in_several_files_are_joined(write: Write) -> None:
    """The values of both files make the quantity, and nothing stands between them."""
    plan = _plan(_meter("A", reads=Reads.INTERVAL))
    rows = [_row("A", hour, 3) for hour in HOURS[1:]]
    files = [write(*rows[:10], name="1.csv"), write(*rows[10:], name="2.csv")]

    assert _screened(files, plan).in_files == [0]
    assert _amounts(summarise(files, plan)) == {"A": 72}


def test_rows_that_cannot_be_cut_into_cells_are_refused_with_the_screen(write: Write) -> None:
    """The screen gives up, and the row is named."""
    lines = [*_wide(HOURS, lambda hour: f"{hour},1"), "2024-01-01T23:00:00+00:00,1,2,3"]
    wide = write(*lines, header="read_at,A,B", name="w.csv")
    mixed = [_row("AB"[hour * hour % 3 % 2], hour) for hour in HOURS]
    for file in (wide, write(*mixed, "A,B,C,D,E", name="m.csv")):
        with pytest.raises(Malformed) as refusal:
            summarise([file], TWO)
        assert {each.rule for each in refusal.value.findings} == {"wrong-number-of-cells"}


def test_runs_of_staged_rows_are_proved(write: Write, tmp_path: Path) -> None:
    """Long runs of each meter follow each other, be it from below to above in the file."""
    hours = range(24 * 31 + 1)
    plan = replace(TWO, period=Period(date(2024, 1, 1), date(2024, 1, 31)))
    rows = [_row("A", hour) for hour in hours]
    rows = [*rows[300:], *(_row("B", hour) for hour in hours if hour != 400), *rows[:300]]
    file = write(*rows)
    stage_files([file], plan, tmp_path / "staged")

    summary = summarise_staged(tmp_path / "staged", plan)

    assert summary == summarise([file], plan)
    faults = {("A", FaultKind.OUT_OF_ORDER): 300, ("B", FaultKind.GAP): 1}
    assert _faults(summary) == faults
    assert _amounts(summary) == {"A": 7440, "B": 7440}


def test_staged_rows_without_runs_are_put_in_order(write: Write, tmp_path: Path) -> None:
    """Rows of two meters take turns: the same as of the files themselves."""
    file = write(*(_row(name, hour) for hour in HOURS for name in "AB"))
    stage_files([file], TWO, tmp_path / "staged")

    assert summarise_staged(tmp_path / "staged", TWO) == summarise([file], TWO)
