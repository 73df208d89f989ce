"""CSV as loggers and spreadsheets write it: marks, headers, columns; what is told and refused."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from openjcm.metering import Plan
from openjcm.metering.plan.plan import Columns

Put = Callable[..., Path]
Take = Callable[..., Any]

SOUND = [
    ("M", "2017-12-31T18:00:00Z", 1005),
    ("M", "2018-01-13T18:00:00Z", 2500),
]


@pytest.mark.parametrize(
    ("mark", "said"), [(",", "commas"), (";", "semicolons"), ("\t", "tabs"), ("|", "bars")]
)
@pytest.mark.parametrize("quote", ["", '"'])
def test_cells_are_separated_by_any_usual_mark(
    put: Put, take: Take, mark: str, said: str, quote: str
) -> None:
    """The mark is told by the header and said for the file."""
    rows = [
        ("meter", "read_at", "register_kwh"),
        ("M", "2018-01-01T00:00:00+06:00", "100.5"),
        ("M", "2018-01-14T00:00:00+06:00", "250.0"),
    ]
    lines = [mark.join(f"{quote}{cell}{quote}" for cell in row) for row in rows]

    taken = take(put(*lines))

    assert (taken.readings, taken.findings) == (SOUND, [])
    assert f"cells separated by {said}" in taken.read_as


@pytest.mark.parametrize("mark", [";", "\t", "|"])
def test_decimal_commas_are_read_and_said(put: Put, take: Take, mark: str) -> None:
    """A comma before decimals is told by the beginning of a file."""
    lines = ("meter;read_at;value", "M;2018-01-01 00:00;100,5", "M;2018-01-14 00:00;250")

    taken = take(put(*(line.replace(";", mark) for line in lines)))

    assert (taken.readings, taken.findings) == (SOUND, [])
    assert "decimal commas" in taken.read_as


def test_quoted_decimal_commas_are_read_among_commas(put: Put, take: Take) -> None:
    """Quotation marks keep the cell together."""
    lines = ("meter,read_at,value", 'M,2018-01-01 00:00,"100,5"', "M,2018-01-14 00:00,250")

    assert take(put(*lines)).readings == SOUND


def test_a_point_in_a_file_of_decimal_commas_is_refused(put: Put, take: Take) -> None:
    """It may mark thousands: 1.234 would be a thousandth of what was meant."""
    rows = [f"M;2018-01-01 00:{minute % 60:02};100,5" for minute in range(2100)]

    taken = take(put("meter;read_at;value", *rows, "M;2018-01-14 00:00;2.500"))

    assert [(f.rule, f.place) for f in taken.findings] == [("decimal-comma", "a.csv row 2102")]
    assert "write one decimal point" in taken.findings[0].message


def test_a_comma_in_a_file_of_decimal_points_is_refused(put: Put, take: Take) -> None:
    """The two do not stand in one file."""
    taken = take(put("meter;read_at;value", "M;2018-01-01 00:00;100.5", "M;2018-01-14 00:00;250,5"))

    assert [(f.rule, f.place) for f in taken.findings] == [("decimal-comma", "a.csv row 3")]


@pytest.mark.parametrize("value", ["1,234", '"12,345"'])
def test_a_comma_that_may_mark_thousands_is_refused(put: Put, take: Take, value: str) -> None:
    """Whether 1,234 is one or a thousand is never guessed."""
    taken = take(put("meter;read_at;value", f"M;2018-01-01 00:00;{value}"))

    assert [(f.rule, f.place) for f in taken.findings] == [("decimal-comma", "a.csv row 1")]
    assert "marks of thousands are not read" in taken.findings[0].message


@pytest.mark.parametrize("value", ["1,234,567", "1.234.567", "1 234", "1'234", "1.234,5", "12 kWh"])
def test_marks_of_thousands_and_words_are_no_numbers(put: Put, take: Take, value: str) -> None:
    """A number is digits and one decimal mark."""
    taken = take(put("meter;read_at;value", f"M;2018-01-01 00:00;{value}"))

    assert [(f.rule, f.place) for f in taken.findings] == [("not-a-number", "a.csv row 2")]


def test_lines_before_the_header_are_passed_over(put: Put, take: Take) -> None:
    """Loggers begin with who they are; rows keep their numbers."""
    preamble = ("Logger 4711", "Date,2018-02-01", "", "Site,Dhaka,EPZ", "")
    lines = ("meter,date time,value", "M,2018-01-01 00:00,100.5", "M,2018-01-14 00:00,250")

    taken = take(put(*preamble, *lines))

    assert taken.readings == SOUND
    assert taken.places == [("a.csv", 7), ("a.csv", 8)]


def test_a_header_may_be_broken_over_two_lines(put: Put, take: Take) -> None:
    """A quoted cell may hold a line end."""
    lines = ('meter,read_at,"value\n(kWh)"', "M,2018-01-01 00:00,100.5", "M,2018-01-14 00:00,250")

    taken = take(put(*lines))

    assert (taken.readings, taken.findings) == (SOUND, [])


def test_a_mark_at_the_end_of_each_row_is_no_cell(put: Put, take: Take) -> None:
    """Some loggers end each row like each cell."""
    lines = ("meter;read_at;value", "M;2018-01-01 00:00;100,5;", "M;2018-01-14 00:00;250;")

    taken = take(put(*lines))

    assert (taken.readings, taken.findings) == (SOUND, [])


@pytest.mark.parametrize(
    "header",
    [
        "meter,date,time,register_kwh",
        "計器番号,日付,時刻,指示値（ｋＷｈ）",
        "medidor,fecha,hora,lectura (kWh)",
        "Meter No.,DATE,Clock,Energy [kWh]",
    ],
)
def test_day_and_time_may_stand_in_two_columns(put: Put, take: Take, header: str) -> None:
    """Headers are known in English, Japanese and Spanish."""
    lines = (header, "M,2018-01-01,00:00,100.5", "M,2018/1/14,0:00:00,250")

    taken = take(put(*lines))

    assert (taken.readings, taken.findings) == (SOUND, [])


@pytest.mark.parametrize(
    "header",
    ["Device ID,Timestamp,Reading", "計器,計測日時,積算値 (kWh)", "Medidor,Fecha y hora,Valor"],
)
def test_usual_headers_are_known(put: Put, take: Take, header: str) -> None:
    """What a column holds is told by its header, in any case and with any blanks."""
    lines = (header, "M,2018-01-01 00:00,100.5", "M,2018-01-14 00:00,250")

    assert take(put(*lines)).readings == SOUND


def test_a_plan_names_unusual_headers(put: Put, take: Take, plan: Plan) -> None:
    """What is not known is said in the plan, and columns that are not read are said."""
    columns = Columns(meter="Zähler", read_at="wann", value="was")
    path = put("wann,was,Zähler,read_at", "2018-01-01 00:00,100.5,M,x", "2018-01-14,250,M,x")

    taken = take(path, under=replace(plan, columns=columns))

    assert taken.readings == SOUND
    assert "columns not read: 'read_at'" in taken.read_as


def test_two_columns_that_could_hold_the_value_are_not_chosen_between(put: Put, take: Take) -> None:
    """The plan must say which of them it is."""
    taken = take(put("meter,read_at,import_kwh,export_kwh", "M,2018-01-01 00:00,1,2"))

    assert taken.rules == ["wrong-header"]
    assert "columns = {" in taken.findings[0].message


def test_each_meter_may_have_a_column_of_its_own(put: Put, take: Take, plan: Plan) -> None:
    """A blank cell is no reading; a column of another meter is said not to be read."""
    second = replace(plan.meters[1], names=("Second",), digits=3)
    lines = (
        "time,M [kWh],Second,Third",
        "2018-01-01 00:00,100.5,7.125,1",
        "2018-01-14 00:00,250,,2",
    )

    taken = take(put(*lines), under=replace(plan, meters=(plan.meters[0], second)))

    assert (taken.readings, taken.findings) == (
        [*SOUND, ("N", "2017-12-31T18:00:00Z", 7125)],
        [],
    )
    assert "columns not read: 'Third'" in taken.read_as


def test_a_fault_in_a_wide_table_names_its_column(put: Put, take: Take) -> None:
    """An instant is named once for its row, a value with its column."""
    lines = ("time,M,N", "2018-01-01 00:00,1,2", "yesterday,3,4", "2018-01-14 00:00,x,-5")

    taken = take(put(*lines))

    assert [(f.rule, f.place) for f in taken.findings] == [
        ("not-an-instant", "a.csv row 3"),
        ("negative-register", "a.csv row 4 column N"),
        ("not-a-number", "a.csv row 4 column M"),
    ]


def test_a_plan_of_one_meter_needs_no_column_of_meters(put: Put, take: Take, plan: Plan) -> None:
    """What else could the values be of."""
    lines = ("read_at,register_kwh", "2018-01-01 00:00,100.5", "2018-01-14 00:00,250")

    assert take(put(*lines), under=replace(plan, meters=plan.meters[:1])).readings == SOUND


@pytest.mark.parametrize(
    "header",
    ["register_wh", "Energy (MWh)", "Energy (kVAh)", "指示値（㎥）", "power_kw", "value [Nm³]"],
)
def test_a_unit_that_is_not_the_plan_s_is_refused(put: Put, take: Take, header: str) -> None:
    """A thousand times too much is worse than nothing."""
    columns = f"meter,read_at,{header}"

    taken = take(put(columns, "M,2018-01-01 00:00,1"))

    assert [(f.rule, f.place) for f in taken.findings] == [("wrong-unit", "a.csv row 1")]
    assert "M of the plan in kWh" in taken.findings[0].message


def test_a_gas_meter_is_read_in_normal_cubic_metres(put: Put, take: Take, plan: Plan) -> None:
    """Nm³ is written in several ways; m³ is another unit."""
    meters = (replace(plan.meters[0], register_unit="Nm3", digits=0),)
    path = put("read_at,gas_nm3", "2018-01-01 00:00,1")

    assert take(path, under=replace(plan, meters=meters)).findings == []


@pytest.mark.parametrize(
    ("digits", "register"), [(0, 5), (3, 5000), (9, 5 * 10**9), (12, 5 * 10**12)]
)
@pytest.mark.parametrize("value", ["5", "5.", "5.0", "5.000000000000000", "005", " 5 "])
def test_a_register_has_the_digits_of_its_meter(
    put: Put, take: Take, plan: Plan, digits: int, register: int, value: str
) -> None:
    """Zeros behind the last digit are none, and meters may differ."""
    first, second = plan.meters
    under = replace(plan, meters=(replace(first, digits=digits), second))
    alone = replace(under, meters=under.meters[:1])
    path = put("meter,read_at,value", f"M,2018-01-01 00:00,{value}")

    for each in (under, alone):
        assert take(path, under=each).readings == [("M", SOUND[0][1], register)]


def test_a_cell_as_long_as_a_book_is_no_header(put: Put, take: Take) -> None:
    """What is not a table is said not to be one."""
    taken = take(put(f"{'x' * 200_000},read_at,value", "M,2018-01-01 00:00,1"))

    assert taken.rules == ["wrong-header"]
