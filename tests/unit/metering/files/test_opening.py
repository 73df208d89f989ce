"""Files, folders and patterns: which are opened, how they are named, and their rows' numbers."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import duckdb
import pytest

from openjcm.measure.errors import Malformed, Stopped
from openjcm.metering import Plan, reading_rows, summarise
from openjcm.metering.files import opening
from openjcm.metering.working import staging

Put = Callable[..., Path]
Take = Callable[..., Any]

HEADER = "meter,read_at,value"
FIRST, SECOND = "M,2018-01-01 00:00,100.5", "M,2018-01-14 00:00,250"
SOUND = [("M", "2017-12-31T18:00:00Z", 1005), ("M", "2018-01-13T18:00:00Z", 2500)]


def test_a_folder_stands_for_the_reading_files_in_it(put: Put, take: Take, tmp_path: Path) -> None:
    """Folders within are looked into; what is hidden or no reading file is left."""
    put(HEADER, FIRST, name="data/2018/a.csv")
    put(HEADER, SECOND, name="data/2018/02/b.TXT")
    put("Dear reader", name="data/readme.md")
    put("x", name="data/.a.csv")
    put("x", name="data/~$book.xlsx")
    put("x", name="data/__MACOSX/._a.csv")

    taken = take(tmp_path / "data")

    assert (taken.readings, taken.findings) == (SOUND, [])
    assert taken.names == ["b.TXT", "a.csv", "readme.md"]
    assert taken.read_as[-1] == "not read, as it holds no readings"


def test_a_folder_may_be_hidden_itself(put: Put, take: Take, tmp_path: Path) -> None:
    """Only what lies in it is judged by its name."""
    put(HEADER, FIRST, SECOND, name=".data/a.csv")

    assert take(tmp_path / ".data").readings == SOUND


def test_a_folder_without_a_reading_file_is_refused(put: Put, take: Take, tmp_path: Path) -> None:
    """Nothing to read is no reading of nothing."""
    put("Dear reader", name="data/readme.md")

    assert [(f.rule, f.place) for f in take(tmp_path / "data").findings] == [("no-file", "data")]


def test_a_pattern_stands_for_the_files_that_fit(put: Put, take: Take, tmp_path: Path) -> None:
    """As a shell would have written it out; a file of that very name goes first."""
    put(HEADER, FIRST, name="2018-01.csv")
    put(HEADER, SECOND, name="2018-02.csv")
    put(HEADER, "M,2018-02-01 00:00,x", name="2017-12.csv")

    assert take(tmp_path / "2018-*.csv").readings == SOUND
    assert take(tmp_path / "**" / "2018-0[12].csv").readings == SOUND

    put(HEADER, FIRST, name="2018-*.csv")

    assert take(tmp_path / "2018-*.csv").readings == SOUND[:1]


@pytest.mark.parametrize(
    "name",
    ["it's.csv", "a*b.csv", "[1].csv", "a b?.csv", "données 計.csv", "-x.csv", "%s{0}.csv", "a"],
)
def test_a_file_may_have_any_name(put: Put, take: Take, name: str) -> None:
    """What a file is, is told by what it holds."""
    taken = take(put(HEADER, FIRST, SECOND, name=name))

    assert (taken.readings, taken.names) == (SOUND, [name])


def test_a_name_is_shown_without_what_a_terminal_obeys(put: Put, take: Take) -> None:
    """A line end in a name would be a line of ours."""
    taken = take(put(HEADER, "M,2018-01-01 00:00,x", name="a\nb\x1b[2J.csv"))

    shown = "a\N{REPLACEMENT CHARACTER}b\N{REPLACEMENT CHARACTER}[2J.csv"
    assert (taken.names, taken.findings[0].place) == ([shown], f"{shown} row 2")


def test_the_same_file_twice_changes_nothing(put: Put, plan: Plan) -> None:
    """Each of its readings stands twice and counts once."""
    under = replace(plan, meters=(replace(plan.meters[0], expected_interval="15min"),))
    path = put(HEADER, FIRST, SECOND)

    once, twice = summarise([path], under), summarise([path, path], under)

    assert once.quantities == twice.quantities
    assert [file.name for file in twice.files] == [str(path), str(path)]


def test_rows_are_numbered_with_blank_and_rejected_ones(put: Put, take: Take) -> None:
    """A person finds the row that is named, whatever stands before it."""
    lines = (
        "Logger 4711",
        "",
        HEADER,
        FIRST,
        "",
        "",
        "M,2018-01-02 00:00,1,2",
        SECOND,
        ",,",
        "M,2018-01-15 00:00",
        "",
        "M,2018-01-16 00:00,x",
        "",
    )

    taken = take(put(*lines))

    assert [(f.rule, f.place) for f in taken.findings] == [
        ("wrong-number-of-cells", "a.csv row 7"),
        ("wrong-number-of-cells", "a.csv row 10"),
        ("not-a-number", "a.csv row 12"),
    ]
    assert taken.places == [("a.csv", 4), ("a.csv", 8)]


def test_rejected_rows_are_those_of_their_own_file(put: Put, take: Take) -> None:
    """What was wrong in one file is not said again of the next."""
    first = put(HEADER, "M,1", FIRST, name="a.csv")
    second = put(HEADER, SECOND, "M,2,3,4", "M,2018-01-20 00:00,?", name="b.csv")

    taken = take(first, second, put(HEADER, "N,2018-01-20 00:00,?", name="c.csv"))

    assert [f.place for f in taken.findings] == [
        "a.csv row 2",
        "b.csv row 3",
        "b.csv row 4",
        "c.csv row 2",
    ]


def test_a_wide_table_is_rejected_once(put: Put, take: Take) -> None:
    """It is read once for all of its meters."""
    taken = take(put("time,M,N", "2018-01-01 00:00,1", "", "2018-01-02 00:00,1,x"))

    assert [f.place for f in taken.findings] == ["a.csv row 2", "a.csv row 4 column N"]


def test_many_rejected_rows_are_shown_in_part_and_counted(put: Put, take: Take) -> None:
    """A hundred are shown."""
    taken = take(put(HEADER, FIRST, *["M,1"] * 150, SECOND))

    assert len(taken.findings) == 101
    assert taken.findings[-1].message == "50 more rows cannot be read"
    assert taken.places == [("a.csv", 2), ("a.csv", 153)]


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
@pytest.mark.parametrize("blanks", [0, 1, 3])
def test_a_screened_file_shows_its_rows_by_number(
    put: Put, plan: Plan, ends: str, blanks: int
) -> None:
    """A fault of one meter among sound ones is found in its own row."""
    meters = tuple(replace(meter, expected_interval="1h") for meter in plan.meters)
    rows = [f"M,2018-01-01 {hour:02}:00,{hour}" for hour in range(24)]
    rows += [f"N,2018-01-01 {hour:02}:00,{hour}" for hour in (0, 1, 2, 6, 7)]
    lines = [HEADER, *rows[:10], *[""] * blanks, *rows[10:], ""]
    path = put(content=ends.join(lines).encode())
    under = replace(plan, meters=meters)

    (fault,) = summarise([path], under).faults

    assert (fault.kind.value, fault.meter, fault.row) == ("gap", "N", 29 + blanks)
    shown = reading_rows([path], under, "N", 2018).rows
    assert [row.row for row in shown] == [26 + blanks + at for at in range(5)]


def test_a_row_with_several_faults_is_told_of_each(put: Put, take: Take) -> None:
    """All that must be corrected is said at once."""
    taken = take(put(HEADER, FIRST, SECOND, "X,yesterday,ten", "M,2018-01-16 00:00,1.25"))

    assert [(f.rule, f.place[-1]) for f in taken.findings] == [
        ("not-a-number", "4"),
        ("not-an-instant", "4"),
        ("unknown-meter", "4"),
        ("too-many-decimals", "5"),
    ]


def test_a_sparse_file_of_gigabytes_is_refused_at_once(put: Put, take: Take) -> None:
    """Two gigabytes of nothing are hashed, and no more."""
    path = put(content=b"")
    with path.open("r+b") as file:
        file.truncate(2 << 30)

    assert take(path).rules == ["control-character"]


def test_what_the_system_refuses_without_words_is_passed_on(
    put: Put, take: Take, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Not every refusal has a reason that was put in words."""

    def deny(_: Path) -> None:
        raise OSError("no such luck")

    monkeypatch.setattr(opening, "begins_of", deny)

    assert take(put(HEADER)).findings[0].message == "the file cannot be read: no such luck"


@pytest.mark.parametrize(
    ("fault", "said"),
    [
        (duckdb.InvalidInputException("snappy"), Malformed),
        (duckdb.OutOfMemoryException("full"), Stopped),
    ],
)
def test_damage_is_the_file_s_fault_and_no_memory_is_not(
    put: Put, plan: Plan, monkeypatch: pytest.MonkeyPatch, fault: Exception, said: type[Exception]
) -> None:
    """The one is to be handed in again, the other to be tried on another machine."""

    def fail(*_args: object) -> str:
        raise fault

    monkeypatch.setattr(staging, "full", fail)

    with pytest.raises(said):
        summarise([put(HEADER, FIRST)], plan)


@pytest.mark.parametrize("name", ["plan.toml", "make.py", "report.html", "notes.md"])
def test_a_plan_or_a_program_beside_the_readings_is_passed_over(
    put: Put, take: Take, tmp_path: Path, name: str
) -> None:
    """There are days and numbers in it, and it holds no readings all the same."""
    put("meter,read_at,register_kwh", "M,2018-01-01T00:00:00+06:00,1", name="data/a.csv")
    put("first = 2017-03-01", "2018-01-01, 5", "2018-01-02, 6", name=f"data/{name}")

    taken = take(tmp_path / "data")

    assert (len(taken.readings), taken.findings) == (1, [])
    assert "not read, as it holds no readings" in taken.read_as
