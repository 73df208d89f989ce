"""A folder of many small files says what one file of the same rows says, row by row."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import duckdb
import pytest

from openjcm.measure.errors import Malformed
from openjcm.measure.period import Period
from openjcm.metering import (
    Detailed,
    Meter,
    Plan,
    stage_files,
    summarise,
    summarise_in_detail,
    summarise_staged,
)
from openjcm.metering.files.folders import joining, listing
from openjcm.metering.files.opening import open_files

MANY = 400
START = datetime(2018, 1, 1, tzinfo=UTC)
LONG, WIDE = "meter,read_at,register_kwh", "read_at,A,B"
Write = Callable[..., Path]


@pytest.fixture
def plan() -> Plan:
    """Two registers over fifty days, read every three hours."""
    meters = tuple(
        Meter(name, "EG", f"unit {name}", "kWh", expected_interval="3h") for name in "AB"
    )
    return Plan("UTC", Period(date(2018, 1, 1), date(2018, 2, 19)), meters)


def _rows(*, is_wide: bool = False) -> list[str]:
    """Return 400 rows; the register of A rises by 1 in three hours and that of B by 2."""
    stamps = [
        (START + timedelta(hours=3 * at)).strftime("%Y-%m-%dT%H:%M:%SZ") for at in range(MANY)
    ]
    if is_wide:
        return [f"{stamp},{at},{2 * at}" for at, stamp in enumerate(stamps)]
    half = MANY // 2
    of_a = [f"A,{stamp},{at}" for at, stamp in enumerate(stamps[:half])]
    return of_a + [f"B,{stamp},{2 * at}" for at, stamp in enumerate(stamps[:half])]


@pytest.fixture
def split(tmp_path: Path) -> Write:
    """Write rows as one file for each, or some, in a folder; numbered by their first row."""

    def written(rows: list[str], header: str, *, each: int = 1, ends: str = "\n") -> Path:
        folder = tmp_path / "many"
        folder.mkdir()
        for at in range(0, len(rows), each):
            text = ends.join([header, *rows[at : at + each]]) + ends
            (folder / f"{at // each}.csv").write_text(text, encoding="utf-8", newline="")
        return folder

    return written


def _one(tmp_path: Path, rows: list[str], header: str) -> Path:
    path = tmp_path / "one.csv"
    path.write_text("\n".join([header, *rows]) + "\n", encoding="utf-8")
    return path


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
@pytest.mark.parametrize(("header", "is_wide"), [(LONG, False), (WIDE, True)])
def test_many_files_are_one_file(
    *, plan: Plan, split: Write, tmp_path: Path, header: str, is_wide: bool, ends: str
) -> None:
    """Quantities, faults and conservation are the same; each file has its row."""
    rows = _rows(is_wide=is_wide)
    del rows[100]
    rows.append(rows[7])

    many = summarise([split(rows, header, ends=ends)], plan)
    one = summarise([_one(tmp_path, rows, header)], plan)

    assert (many.quantities, many.conservation) == (one.quantities, one.conservation)
    told = {(each.kind, each.meter): each.count for each in one.fault_counts}
    assert {(each.kind, each.meter): each.count for each in many.fault_counts} | {
        key: count for key, count in told.items() if key[0] == "out-of-order"
    } == told
    readings = 2 if is_wide else 1
    assert [each.rows for each in many.files] == [readings] * MANY


@pytest.mark.parametrize("each", [1, 7])
def test_a_row_of_many_files_is_told_by_its_file(
    plan: Plan, split: Write, tmp_path: Path, each: int
) -> None:
    """Faults and the rows behind quantities stand where one file of the rows has them."""
    rows = _rows()
    del rows[250]
    many = summarise_in_detail([split(rows, LONG, each=each)], plan, has_days=True)
    one = summarise_in_detail([_one(tmp_path, rows, LONG)], plan, has_days=True)

    def there(row: int) -> tuple[str, int]:
        return f"{(row - 2) // each}.csv", 2 + (row - 2) % each

    assert [(f.kind, f.meter, f.file, f.row) for f in many.summary.faults] == [
        (f.kind, f.meter, *there(f.row)) for f in one.summary.faults
    ]
    assert many.days == one.days
    assert _ends(many) == [
        (span.meter, *there(span.first), *there(span.last), span.rows) for span in one.rows
    ]


def _ends(found: Detailed) -> list[tuple[str, str, int, str, int, int]]:
    """Return where the rows of each meter begin and end, with how many there are."""
    ends = []
    for meter in "AB":
        spans = [each for each in found.rows if each.meter == meter]
        spans.sort(key=lambda each: int(each.file.removesuffix(".csv")))
        first, last = spans[0], spans[-1]
        ends.append(
            (meter, first.file, first.first, last.file, last.last, sum(s.rows for s in spans))
        )
    return ends


@pytest.mark.parametrize(
    ("row", "rule", "place"),
    [
        ("A,2018-02-09T15:00:00Z,x", "not-a-number", "317.csv row 3"),
        ("Q,2018-02-09T15:00:00Z,5", "unknown-meter", "317.csv row 3"),
        ("A,2018-02-09T15:00:00Z", "wrong-number-of-cells", "317.csv row 3"),
        ('A,2018-02-09T15:00:00Z,5"0', "not-a-number", "317.csv row 3"),
        ('A,"2018-02-09"T15:00:00Z,50', "stray-quotation-mark", "317.csv row 3"),
        ("A,2018-01-01T00:00:00Z,900", "contradicting-readings", "317.csv row 3"),
    ],
)
def test_a_fault_in_one_of_many_files_is_named_with_its_row(
    plan: Plan, split: Write, row: str, rule: str, place: str
) -> None:
    """So are faults in files behind it, whose rows a rejected one moves in the joined file."""
    folder = split(_rows(), LONG)
    with (folder / "317.csv").open("a") as file:
        file.write(f"{row}\n")
    with (folder / "44.csv").open("a") as file:
        file.write("A,2018-02-09T15:00:00Z,-5\n")

    with pytest.raises(Malformed) as refusal:
        summarise([folder], plan)

    found = {(each.rule, each.place) for each in refusal.value.findings}
    assert {("negative-register", "44.csv row 3"), (rule, place)} <= found
    assert {place for _, place in found} <= {"44.csv row 3", place, "0.csv row 2"}


def test_a_rejected_row_moves_no_row_of_another_file(plan: Plan, split: Write) -> None:
    """Every file lacks a cell in row 3 and has a false value in row 4."""
    mixed = [
        each
        for row in _rows()[:40]
        for each in (row, row.rpartition(",")[0], f"{row.rpartition(',')[0]},x")
    ]
    folder = split(mixed, LONG, each=3)

    with pytest.raises(Malformed) as refusal:
        summarise([folder], plan)

    places = {f.place for f in refusal.value.findings if f.rule == "wrong-number-of-cells"}
    assert places == {f"{at}.csv row 3" for at in range(40)}
    values = {f.place for f in refusal.value.findings if f.rule == "not-a-number"}
    assert values == {f"{at}.csv row 4" for at in range(40)}


def test_what_cannot_be_joined_beyond_doubt_stays_alone(
    plan: Plan, split: Write, tmp_path: Path
) -> None:
    """A blank line, other line ends and a mark in a cell are read as ever, beside the others."""
    rows = _rows()[:60]
    folder = split(rows, LONG)
    (folder / "3.csv").write_text(f"{LONG}\n\n{rows[3]}\n")
    (folder / "5.csv").write_text(f"{LONG}\n{rows[5]}\n\n")
    (folder / "8.csv").write_bytes(f"{LONG}\r\n{rows[8]}\r\n".encode())
    (folder / "9.csv").write_text(f'{LONG},"a ""b"""\n{rows[9]},"x ""y"""\n')
    (folder / "11.csv").write_text(f'{LONG}\n"A","2018-01-02T09:00:00Z","11"\n')
    inside = tmp_path / "inside"
    inside.mkdir()

    opened = open_files([folder], plan, inside)

    assert sorted(len(each.each) for each in opened.sources) == [1, 1, 1, 57]
    assert opened.findings == []
    alone = replace(plan, meters=plan.meters[:1])
    one = summarise([_one(tmp_path, rows, LONG)], alone)
    many = summarise([folder], alone)
    assert (many.quantities, many.faults) == (one.quantities, one.faults)


def test_many_parquet_files_are_read_together(plan: Plan, tmp_path: Path) -> None:
    """Each keeps its rows; one that is damaged is named."""
    folder = tmp_path / "many"
    folder.mkdir()
    with duckdb.connect() as bench:
        for at in range(30):
            bench.execute(
                f"COPY (SELECT 'A' AS meter, TIMESTAMPTZ '2018-01-01 00:00Z' + INTERVAL "
                f"({3 * at}) HOUR AS read_at, {at} AS register_kwh) TO '{folder}/{at}.parquet'"
            )
    alone = replace(plan, meters=plan.meters[:1])
    inside = tmp_path / "inside"
    inside.mkdir()

    opened = open_files([folder], alone, inside)
    summary = summarise([folder], alone)

    assert [len(each.each) for each in opened.sources] == [30]
    assert summary.quantities[0].amount == 29
    assert [each.rows for each in summary.files] == [1] * 30
    whole = (folder / "17.parquet").read_bytes()
    (folder / "17.parquet").write_bytes(whole[:4] + bytes(20) + whole[24:])
    with pytest.raises(Malformed) as refusal:
        summarise([folder], alone)
    assert {each.place for each in refusal.value.findings} == {"17.parquet"}


def test_units_of_rows_are_held_against_the_plan_file_by_file(plan: Plan, split: Write) -> None:
    """The file whose unit is another is named."""
    folder = split([f"{row},kWh" for row in _rows()[:40]], f"{LONG},unit")
    text = (folder / "31.csv").read_text()
    (folder / "31.csv").write_text(text.replace(",kWh\n", ",MWh\n"))

    with pytest.raises(Malformed) as refusal:
        summarise([folder], plan)

    assert [(f.rule, f.place) for f in refusal.value.findings] == [
        ("wrong-unit", "31.csv column unit")
    ]


def test_many_files_are_staged_as_one(plan: Plan, split: Write, tmp_path: Path) -> None:
    """The staged form of many files gives the same summary as they do."""
    folder = split(_rows(), LONG)

    manifest = stage_files([folder], plan, tmp_path / "staged")

    staged, direct = summarise_staged(tmp_path / "staged", plan), summarise([folder], plan)
    assert staged.quantities == direct.quantities
    assert staged.faults == direct.faults
    assert [each.rows for each in manifest.files] == [1] * MANY


def test_joined_files_are_bounded(
    plan: Plan, split: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is held in memory is written when it is large, and is one source then."""
    monkeypatch.setattr(joining, "JOINED_BYTES", 2000)

    opened = open_files([split(_rows(), LONG)], plan, tmp_path)

    assert len(opened.sources) > 10
    assert sum(len(each.each) for each in opened.sources) == MANY


def test_dates_of_any_order_are_put_in_order(plan: Plan, split: Write, tmp_path: Path) -> None:
    """Files named by numbers follow each other in time, day first or not."""
    rows = [f"A,{13 + at % 15}/0{1 + at // 15}/2018 00:00,{at}" for at in range(25)]
    dhaka = replace(plan, clock="UTC", meters=plan.meters[:1])

    opened = open_files([split(rows, LONG)], dhaka, tmp_path)

    (source,) = opened.sources
    assert [each.name for each in source.members] == [f"{at}.csv" for at in range(25)]


def test_too_many_files_are_refused(
    plan: Plan, split: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Before any of them is opened, with what to do."""
    monkeypatch.setattr(listing, "FILES_MAX", 399)

    with pytest.raises(Malformed) as refusal:
        summarise([split(_rows(), LONG)], plan)

    (finding,) = refusal.value.findings
    assert (finding.rule, finding.place) == ("too-many-files", "readings")
    assert "month by month" in finding.message
