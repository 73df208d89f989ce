"""Parquet: instants and values of any type, exact or refused."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import duckdb
import pytest

from openjcm.measure.errors import Malformed
from openjcm.metering import Plan, summarise

Put = Callable[..., Path]
Take = Callable[..., Any]
Parquet = Callable[..., Path]

NOON = "2018-01-13T06:30:00Z"


@pytest.fixture
def parquet(tmp_path: Path) -> Parquet:
    """Write the rows of a SELECT as a Parquet file."""

    def written(select: str, name: str = "a.parquet") -> Path:
        path = tmp_path / name
        with duckdb.connect() as bench:
            bench.execute("SET TimeZone = 'UTC'")
            bench.execute(f"COPY ({select}) TO '{path}' (FORMAT parquet)")
        return path

    return written


@pytest.mark.parametrize(
    "read_at",
    [
        "TIMESTAMPTZ '2018-01-13 12:30:00+06'",
        "TIMESTAMP '2018-01-13 12:30:00'",
        "TIMESTAMP_NS '2018-01-13 12:30:00'",
        "TIMESTAMP_MS '2018-01-13 12:30:00'",
        "'2018-01-13T12:30:00+06:00'",
        "'2018-01-13 12:30'",
        "'13/01/2018 12:30'",
        "1515825000",
        "1515825000000::BIGINT",
    ],
)
def test_instants_of_any_type_are_read(parquet: Parquet, take: Take, read_at: str) -> None:
    """A timestamp with a zone is an instant; one without is the clock on the wall."""
    taken = take(parquet(f"SELECT 'M' AS meter, {read_at} AS read_at, 1.5 AS value"))

    assert (taken.readings, taken.findings) == ([("M", NOON, 15)], [])
    assert taken.places == [("a.parquet", 1)]


def test_days_and_times_are_read(parquet: Parquet, take: Take) -> None:
    """They may stand in two columns here too."""
    select = "SELECT 'M' AS meter, DATE '2018-01-13' AS date, TIME '12:30:00' AS time, 1.5 AS value"

    assert take(parquet(select)).readings == [("M", NOON, 15)]


@pytest.mark.parametrize(
    ("value", "register"),
    [
        ("7::TINYINT", 70),
        ("7::INTEGER", 70),
        ("461168601842738790::BIGINT", 4611686018427387900),
        ("7::UBIGINT", 70),
        ("7::HUGEINT", 70),
        ("7.5::DECIMAL(18, 1)", 75),
        ("7.500::DECIMAL(30, 3)", 75),
        ("7.5::DOUBLE", 75),
        ("0.1::DOUBLE + 0.2", None),
        ("1234567.1::DOUBLE", 12345671),
        ("7.1::FLOAT", 71),
        ("7.25::DOUBLE", None),
        ("7.25::FLOAT", None),
        ("7.25", None),
        ("'inf'::DOUBLE", None),
        ("1e300::DOUBLE", None),
        ("NULL::DOUBLE", None),
        ("NULL::BIGINT", None),
        ("461168601842738791::BIGINT", None),
        ("9223372036854775807::BIGINT", None),
        ("(-9223372036854775808)::BIGINT", None),
        ("170141183460469231731687303715884105727::HUGEINT", None),
        ("true", None),
        ("'7.5'", 75),
        ("'7,5'", None),
    ],
)
def test_a_value_is_a_whole_number_of_last_digits_or_refused(
    parquet: Parquet, take: Take, value: str, register: int | None
) -> None:
    """A binary fraction counts where its shortest decimal has no more digits than the plan's."""
    select = f"SELECT 'M' AS meter, TIMESTAMP '2018-01-13 12:30:00' AS read_at, {value} AS value"

    taken = take(parquet(select))

    assert taken.readings == ([] if register is None else [("M", NOON, register)])
    assert [f.place for f in taken.findings] == (["a.parquet row 1"] if register is None else [])


def test_whole_registers_without_decimals_keep_their_limit(
    parquet: Parquet, take: Take, plan: Plan
) -> None:
    """2^62 last digits are the most."""
    meters = tuple(replace(meter, digits=0) for meter in plan.meters)
    rows = " UNION ALL ".join(
        f"SELECT 'M' AS meter, TIMESTAMP '2018-01-13 12:30:00' AS read_at, {value} AS value"
        for value in ((1 << 62), (1 << 62) + 1)
    )

    taken = take(parquet(rows), under=replace(plan, meters=meters))

    assert taken.readings == [("M", NOON, 1 << 62)]
    assert [(f.rule, f.place) for f in taken.findings] == [("value-too-large", "a.parquet row 2")]


@pytest.mark.parametrize(
    ("read_at", "rule"),
    [
        ("TIMESTAMP 'infinity'", "not-an-instant"),
        ("NULL::TIMESTAMP", "no-instant"),
        ("NULL::TIMESTAMPTZ", "no-instant"),
        ("TIMESTAMP_NS '2018-01-13 12:30:00' + INTERVAL '0' DAY", None),
    ],
)
def test_a_timestamp_that_is_none_is_refused(
    parquet: Parquet, take: Take, read_at: str, rule: str | None
) -> None:
    """What stands beside it is no reading."""
    select = f"SELECT 'M' AS meter, {read_at} AS read_at, 1 AS value"

    assert take(parquet(select)).rules == ([] if rule is None else [rule])


@pytest.mark.parametrize(
    ("select", "rule", "said"),
    [
        ("SELECT 'M' AS meter, 1 AS seen, 1 AS shown", "wrong-header", "'meter', 'seen', 'shown'"),
        ("SELECT 'M' AS meter, 'x' AS read_at, 1 AS value", "not-an-instant", "with a zone"),
        ("SELECT 'M' AS meter, 43113 AS read_at, 1 AS value", "not-an-instant", "'43113'"),
        ("SELECT 'M' AS meter, now() AS read_at, 1 AS value LIMIT 0", "empty-file", "no readings"),
        ("SELECT 'M' AS meter, now() AS read_at, 1 AS value_mwh", "wrong-unit", "is in MWh"),
        (
            "SELECT 'M' AS meter, now() AS read_at, 1 AS value, 1 AS file_row_number",
            "wrong-header",
            "give it another name",
        ),
        (
            "SELECT 'M' AS meter, now()::TIMESTAMP AS \"read_at (UTC)\", 1 AS value",
            "wrong-clock",
            "whose clock is Asia/Dhaka",
        ),
    ],
)
def test_columns_that_cannot_be_read_are_refused(
    parquet: Parquet, take: Take, select: str, rule: str, said: str
) -> None:
    """The file says its types itself, and is held to them."""
    taken = take(parquet(select))

    assert taken.rules == [rule]
    assert said in taken.findings[0].message


def test_columns_may_have_any_name(
    parquet: Parquet, take: Take, plan: Plan, tmp_path: Path
) -> None:
    """A quotation mark in a header is no end of it."""
    select = """SELECT TIMESTAMP '2018-01-13 12:30:00' AS read_at, 1.5 AS "it's ""M"" [kWh]" """
    meters = (replace(plan.meters[0], names=('it\'s "M"',)), plan.meters[1])
    path = parquet(select).rename(tmp_path / "it's [1] *.parquet")

    taken = take(path, under=replace(plan, meters=meters))

    assert taken.readings == [("M", NOON, 15)]


@pytest.mark.parametrize("part", [0.999, 0.5, 0.0])
def test_a_parquet_file_that_was_cut_off_is_refused(
    parquet: Parquet, put: Put, take: Take, part: float
) -> None:
    """Its end says what it holds."""
    whole = parquet("SELECT 'M' AS meter, now() AS read_at, i AS value FROM range(9999) AS t(i)")
    content = whole.read_bytes()

    taken = take(put(content=content[: max(int(len(content) * part), 4)], name="b.parquet"))

    assert [(f.rule, f.place) for f in taken.findings] == [("cut-off", "b.parquet")]


def test_a_parquet_file_that_is_damaged_within_is_refused(
    parquet: Parquet, put: Put, take: Take, plan: Plan
) -> None:
    """Its beginning and end are sound; what lies between cannot be unpacked."""
    select = (
        "SELECT 'M' AS meter, TIMESTAMP '2018-01-01' + INTERVAL (i) MINUTE AS read_at, "
        "(hash(i) % 1000000007)::BIGINT AS value FROM range(40000) AS t(i)"
    )
    content = bytearray(parquet(select).read_bytes())
    middle = len(content) // 2
    content[middle : middle + 20000] = b"\xff" * 20000
    path = put(content=bytes(content), name="b.parquet")

    taken = take(path)

    assert [(f.rule, f.place) for f in taken.findings] == [("damaged", "b.parquet")]
    with pytest.raises(Malformed, match="the file is damaged"):
        summarise([path], plan)
