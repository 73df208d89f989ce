"""Period quantities from sound and from faulty registers, and what is said about the faults."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from hashlib import sha256
from pathlib import Path

import duckdb
import pytest

from openjcm.measure.errors import NotFound, Stopped
from openjcm.measure.period import Period
from openjcm.metering import (
    FaultKind,
    Meter,
    Plan,
    Summary,
    reading_rows,
    summarise,
    summary_as_json,
)
from openjcm.metering.working.bench import Bench

Write = Callable[..., Path]

SOUND = ("M 2017-11 10", "M 2017-12 20", "M 2018-01 35", "M 2018-02 45", "M 2018-03 70")


def _amounts(summary: Summary) -> dict[tuple[str, int], int]:
    return {(quantity.meter, quantity.year): quantity.amount for quantity in summary.quantities}


def _faults(summary: Summary) -> list[tuple[str, int, int]]:
    return [(fault.kind.value, fault.row, fault.effect) for fault in summary.faults]


def test_a_register_is_cut_at_the_turn_of_the_year(write: Write, plan: Plan) -> None:
    """The year's amount is the difference of the readings at its ends."""
    summary = summarise([write(*SOUND)], plan)

    assert _amounts(summary) == {("M", 2017): 25, ("M", 2018): 35}
    assert summary.faults == ()
    assert summary.quantities[0].parameter == "EC_PJ"
    assert summary.quantities[0].unit == "Wh"


def test_a_file_is_named_with_its_hash_and_rows(write: Write, plan: Plan) -> None:
    """Blank lines and the header are no readings."""
    path = write(*SOUND, "", ",,")

    (file,) = summarise([path], plan).files

    assert (file.name, file.rows) == ("readings.csv", 5)
    assert file.sha256 == sha256(path.read_bytes()).hexdigest()


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("quote", ["", '"'])
def test_files_as_spreadsheets_save_them_are_read(
    tmp_path: Path, plan: Plan, ends: str, mark: str, quote: str
) -> None:
    """Line ends, a byte order mark and quotation marks carry no meaning."""
    rows = ["meter,read_at,register_wh"]
    rows += [f"M,2017-{month}-01T00:00:00+06:00,{month}" for month in (11, 12)]
    rows += [f"M,2018-0{month}-01T00:00:00+06:00,{30 + month}" for month in (1, 2, 3)]
    cells = [",".join(f"{quote}{cell}{quote}" for cell in row.split(",")) for row in rows]
    path = tmp_path / "it's a [1] * file.csv"
    path.write_bytes((mark + ends.join(cells)).encode())

    summary = summarise([path], plan)

    assert _amounts(summary) == {("M", 2017): 20, ("M", 2018): 2}
    assert summary.files[0].name == "it's a [1] * file.csv"


def test_instants_may_be_written_in_any_offset(write: Write, plan: Plan) -> None:
    """An instant is an instant, whichever clock it was read from."""
    rows = (*SOUND[:2], "M,2017-12-31T18:00Z,35", "M,2018-01-31 15:00:00.0-03:00,45", SOUND[4])

    summary = summarise([write(*rows)], plan)

    assert _amounts(summary) == {("M", 2017): 25, ("M", 2018): 35}


def test_a_summer_time_zone_turns_its_years_by_its_own_clock(write: Write) -> None:
    """Santiago stands at -03:00 in January and at -04:00 in July."""
    plan = Plan(
        "America/Santiago",
        Period(date(2018, 7, 1), date(2019, 6, 30)),
        (Meter("M", "EG", "PV system 1", "Wh", "month"),),
    )
    months = [(2018, m) for m in range(7, 13)] + [(2019, m) for m in range(1, 8)]
    winter = [(2018, 7), (2018, 8), (2019, 5), (2019, 6), (2019, 7)]
    rows = [
        f"M,{y}-{m:02}-01T00:00:00-0{4 if (y, m) in winter else 3}:00,{100 * place}"
        for place, (y, m) in enumerate(months)
    ]

    summary = summarise([write(*rows)], plan)

    assert _amounts(summary) == {("M", 2018): 600, ("M", 2019): 600}
    assert summary.faults == ()


def test_a_period_may_begin_at_a_midnight_that_does_not_exist(write: Write) -> None:
    """On 8 September 2019 the day in Santiago began at 01:00."""
    plan = Plan(
        "America/Santiago",
        Period(date(2019, 9, 8), date(2019, 9, 9)),
        (Meter("M", "EG", "PV system 1", "Wh", "day"),),
    )
    rows = (
        "M,2019-09-08T01:00:00-03:00,1",
        "M,2019-09-09T00:00:00-03:00,2",
        "M,2019-09-10T00:00:00-03:00,4",
    )

    summary = summarise([write(*rows)], plan)

    assert _amounts(summary) == {("M", 2019): 3}
    assert summary.faults == ()


def test_a_reset_counts_nothing_and_is_reported(write: Write, plan: Plan) -> None:
    """What flowed while the register was changed is not guessed."""
    rows = ("M 2017-11 510", "M 2017-12 520", "M 2018-01 535", "M 2018-02 4", "M 2018-03 29")

    summary = summarise([write(*rows)], plan)

    assert _amounts(summary) == {("M", 2017): 25, ("M", 2018): 25}
    assert _faults(summary) == [("reset", 5, -531)]
    (register,) = summary.conservation
    assert (register.span, register.counted, register.excluded) == (-481, 50, -531)
    assert register.resets == 1
    assert register.holds


@pytest.mark.parametrize("false", [0, 9, 50, 4_000_000])
def test_a_single_reading_out_of_line_is_left_out(write: Write, plan: Plan, false: int) -> None:
    """A zero sent while the line was down, or a digit misread, makes no tonnes."""
    rows = (*SOUND[:1], f"M 2017-12 {false}", *SOUND[2:])

    summary = summarise([write(*rows)], plan)

    assert _amounts(summary) == {("M", 2017): 25, ("M", 2018): 35}
    assert _faults(summary) == [("non-monotone", 3, 0)]


def test_a_gap_in_a_year_is_counted_across_and_reported(write: Write, plan: Plan) -> None:
    """The register is cumulative: nothing is lost, but the month is not known."""
    summary = summarise([write(*SOUND[:3], SOUND[4])], plan)

    assert _amounts(summary) == {("M", 2017): 25, ("M", 2018): 35}
    assert _faults(summary) == [("gap", 5, 0)]
    assert "No reading since 2018-01-01T00:00:00+06:00" in summary.faults[0].message


def test_monthly_readings_need_not_stand_on_the_first(write: Write, plan: Plan) -> None:
    """A month is read when some reading stands in it."""
    rows = (*SOUND[:3], "M,2018-02-27T09:30:00+06:00,60", SOUND[4])

    assert summarise([write(*rows)], plan).faults == ()


def test_a_day_without_a_reading_is_a_gap_of_a_daily_meter(write: Write) -> None:
    """The interval of the plan decides what is a gap."""
    meter = Meter("M", "EG", "PV system 1", "Wh", "day")
    plan = Plan("Asia/Dhaka", Period(date(2018, 5, 1), date(2018, 5, 4)), (meter,))
    rows = [f"M,2018-05-0{day}T00:00:00+06:00,{day}" for day in (1, 2, 5)]

    summary = summarise([write(*rows)], plan)

    assert _faults(summary) == [("gap", 4, 0)]
    assert "2 without one (day)" in summary.faults[0].message


def test_the_same_reading_twice_counts_once(write: Write, plan: Plan) -> None:
    """Files of two months often share the reading between them."""
    summary = summarise([write(*SOUND, SOUND[4])], plan)

    assert _amounts(summary) == {("M", 2017): 25, ("M", 2018): 35}
    assert _faults(summary) == [("duplicate", 7, 0)]


def test_rows_out_of_order_are_put_in_order_and_reported(write: Write, plan: Plan) -> None:
    """The order of rows says nothing about time."""
    summary = summarise([write(SOUND[1], SOUND[0], *SOUND[2:])], plan)

    assert _amounts(summary) == {("M", 2017): 25, ("M", 2018): 35}
    assert _faults(summary) == [("out-of-order", 3, 0)]


def test_readings_outside_the_period_are_reported_and_not_counted(write: Write, plan: Plan) -> None:
    """A file of the whole year may be handed in for a part of it."""
    summary = summarise([write("M 2017-10 1", *SOUND, "M 2018-04 99")], plan)

    assert _amounts(summary) == {("M", 2017): 25, ("M", 2018): 35}
    assert _faults(summary) == [("outside-period", 2, 0), ("outside-period", 8, 0)]
    assert summary.conservation[0].span == 60


def test_registers_near_the_limit_are_added_exactly(write: Write, plan: Plan) -> None:
    """Two rises of 2^62 do not fit in 63 bits, and yet are right to the last unit."""
    top = 2**62
    days = [f"M,2017-11-1{day}T00:00:00+06:00,{top * (day % 2)}" for day in range(4)]
    rows = ("M 2017-11 0", *days, "M 2017-12 0", "M 2018-01 0", "M 2018-02 0", "M 2018-03 1")

    (register,) = summarise([write(*rows)], plan).conservation

    assert register.holds
    assert register.last - register.first == 1


def test_meters_come_in_the_order_of_the_plan(write: Write, plan: Plan) -> None:
    """The order of equipment is the plan's, not the alphabet's."""
    wider = replace(plan, meters=(Meter("Z", "EC_PJ", "chiller 1"), Meter("A", "EC_PJ", "two")))
    rows = [row.replace("M ", f"{meter} ") for meter in "AZ" for row in SOUND]

    summary = summarise([write(*rows)], wider)

    assert [(q.meter, q.year) for q in summary.quantities] == [
        ("Z", 2017),
        ("Z", 2018),
        ("A", 2017),
        ("A", 2018),
    ]
    assert [register.meter for register in summary.conservation] == ["Z", "A"]


def test_files_of_one_name_are_told_apart(write: Write, plan: Plan, tmp_path: Path) -> None:
    """Two folders may both hold readings.csv."""
    (tmp_path / "b").mkdir()
    paths = [write(*SOUND[:3]), write(*SOUND[3:], name="b/readings.csv")]

    assert [file.name for file in summarise(paths, plan).files] == [str(path) for path in paths]


def test_many_faults_are_shown_in_part_and_all_counted(write: Write, plan: Plan) -> None:
    """A hundred of a kind are shown; the count is of all."""
    summary = summarise([write(*SOUND, *[SOUND[4]] * 150)], plan)

    (count,) = summary.fault_counts
    assert (count.kind, count.count, count.effect) == (FaultKind.DUPLICATE, 150, 0)
    assert len(summary.faults) == 100


def test_a_summary_is_json(write: Write, plan: Plan) -> None:
    """Every amount is a whole number and every instant a text with its offset."""
    rows = ("M 2017-11 510", "M 2017-12 520", "M 2018-01 535", "M 2018-02 4", "M 2018-03 29")

    told = json.loads(json.dumps(summary_as_json(summarise([write(*rows)], plan), plan)))

    assert told["quantities"][1]["amount"] == 25
    assert told["faults"][0]["at"] == "2018-02-01T00:00:00+06:00"
    assert (
        told["fault_counts"][0]["rule_applied"]
        == "The interval in which the register fell counts nothing."
    )
    assert told["conservation"][0]["holds"] is True
    assert told["files"][0]["rows"] == 5


def test_the_rows_behind_a_quantity_are_shown(write: Write, plan: Plan) -> None:
    """From a quantity one comes back to the row of its file, in legal time, and how it counted."""
    rows = (SOUND[0], "M 2017-12 0", 'M,"2017-12-31T18:00:00Z",35', SOUND[2], *SOUND[3:])

    shown = reading_rows([write(*rows)], plan, "M", 2017)

    assert [(row.read_at, row.register, row.row, row.standing) for row in shown.rows] == [
        ("2017-11-01T00:00:00+06:00", 10, 2, "counted"),
        ("2017-12-01T00:00:00+06:00", 0, 3, "left out"),
        ("2018-01-01T00:00:00+06:00", 35, 4, "counted"),
        ("2018-01-01T00:00:00+06:00", 35, 5, "duplicate"),
    ]
    assert {row.file for row in shown.rows} == {"readings.csv"}
    assert shown.left_out == 0


def test_a_zero_between_two_equal_registers_counts_nothing(write: Write, plan: Plan) -> None:
    """A meter that stood still while its line was down made no energy out of nothing."""
    rows = ("M 2017-11 10", "M 2017-12 10", "M 2018-01 10", "M 2018-02 10", "M 2018-03 10")
    still = [row.replace("2017-12 10", "2017-12 0") for row in rows]

    summary = summarise([write(*still)], plan)

    assert _amounts(summary) == {("M", 2017): 0, ("M", 2018): 0}
    assert [fault.kind for fault in summary.faults] == [FaultKind.NON_MONOTONE]


def test_more_than_a_thousand_rows_are_counted_and_not_shown(write: Write, plan: Plan) -> None:
    """What is not shown is said; each row behind the quantity is shown or counted."""
    shown = reading_rows([write(*SOUND, *[SOUND[0]] * 1200)], plan, "M", 2017)

    assert len(shown.rows) == 1000
    assert shown.left_out == 1200 + len(SOUND[:3]) - 1000


def test_rows_of_an_unknown_meter_or_year_are_not_found(write: Write, plan: Plan) -> None:
    """An empty table would look like a meter that stood still."""
    path = write(*SOUND)

    with pytest.raises(NotFound):
        reading_rows([path], plan, "X", 2017)
    with pytest.raises(NotFound):
        reading_rows([path], plan, "M", 2016)


def test_no_room_is_said_in_one_sentence(
    write: Write, plan: Plan, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A full disk is not the fault of the readings."""

    def fail(*_args: object, **_kept: object) -> None:
        raise duckdb.IOException("no space left on device")

    monkeypatch.setattr("openjcm.metering.readings.stage", fail)

    with pytest.raises(Stopped, match="no room"):
        summarise([write(*SOUND)], plan)


def test_the_bench_reads_no_other_file(
    write: Write, plan: Plan, monkeypatch: pytest.MonkeyPatch
) -> None:
    """SQL that went astray could not open a file that was not handed in."""

    def stray(bench: Bench, *_args: object, **_kept: object) -> None:
        bench.run("SELECT * FROM read_text('/etc/hostname')")

    monkeypatch.setattr("openjcm.metering.readings.stage", stray)

    with pytest.raises(duckdb.PermissionException):
        summarise([write(*SOUND)], plan)


def test_a_sound_file_of_one_meter_is_not_counted_again_beside_a_faulty_one(
    write: Write, plan: Plan
) -> None:
    """A file without a column of meters belongs to the one whose name heads its values."""
    meters = tuple(Meter(name, "EC_PJ", name, "Wh", "31d") for name in ("A", "B"))
    wider = replace(plan, meters=meters)
    days = [f"2017-{month}-01T00:00:00+06:00" for month in (11, 12)]
    days += [f"2018-0{month}-01T00:00:00+06:00" for month in (1, 2, 3)]
    sound = [f"{day},{10 * at}" for at, day in enumerate(days)]
    faulty = [f"{day},{at}" for day, at in zip(days, (10, 20, 5, 6, 7), strict=True)]
    paths = [
        write(*sound, name="a.csv", header="read_at,A"),
        write(*faulty, name="b.csv", header="read_at,B"),
    ]

    summary = summarise(paths, wider)

    assert _amounts(summary) == {
        ("A", 2017): 20,
        ("A", 2018): 20,
        ("B", 2017): 10,
        ("B", 2018): 2,
    }
