"""Reading files that are refused: every fault named with file, row and fix, all at once."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from openjcm.measure.errors import Finding, Malformed
from openjcm.metering import Meter, Plan, summarise

Write = Callable[..., Path]
Refused = Callable[..., list[Finding]]

SOUND = ("M 2017-11 10", "M 2017-12 20", "M 2018-01 30", "M 2018-02 40", "M 2018-03 50")


@pytest.mark.parametrize(
    ("row", "rule", "fix"),
    [
        ("M,2017-12-15T00:00:00,25", "naive-timestamp", "2017-11-01T00:00:00+06:00"),
        ("M,2017-12-15,25", "naive-timestamp", "no offset"),
        ("M,2017-02-30T00:00:00+06:00,25", "not-an-instant", "write it as in"),
        ("M,2017-12-15T24:00:00+06:00,25", "not-an-instant", "write it as in"),
        ("M,2017-12-15T24:00:00+05:30,25", "not-an-instant", "write it as in"),
        ("M,-017-12-15T00:00:00+06:00,25", "not-an-instant", "write it as in"),
        ("M,2017-12-15T00:00:00+15:00,25", "not-an-instant", "write it as in"),
        ("M,15/12/2017 00:00,25", "not-an-instant", "write it as in"),
        ("M,infinity,25", "not-an-instant", "write it as in"),
        ("M,,25", "no-instant", "write it as in"),
        ("M,2017-12-15T00:00:00+06:00,25,5", "wrong-number-of-cells", "as the header"),
        ("M;2017-12-15T00:00:00+06:00;25", "wrong-number-of-cells", "as the header"),
        ("M,2017-12-15T00:00:00+06:00", "wrong-number-of-cells", "as the header"),
        ("M,2017-12-15T00:00:00+06:00,25,5,1", "wrong-number-of-cells", "as the header"),
        ("M,2017-12-15T00:00:00+06:00,-25", "negative-register", "zero or more"),
        ("M,2017-12-15T00:00:00+06:00,25.5", "too-many-decimals", "say digits in the plan"),
        ("M,2017-12-15T00:00:00+06:00,1e6", "not-a-number", "write digits"),
        ("M,2017-12-15T00:00:00+06:00,25 kWh", "not-a-number", "write digits"),
        ("M,2017-12-15T00:00:00+06:00,+25", "not-a-number", "write digits"),
        ("M,2017-12-15T00:00:00+06:00,2 500", "not-a-number", "write digits"),
        ("M,2017-12-15T00:00:00+06:00,2'500", "not-a-number", "write digits"),
        ("M,2017-12-15T00:00:00+06:00,2.500.000", "not-a-number", "write digits"),
        ("M,2017-12-15T00:00:00+06:00,NaN", "not-a-number", "write digits"),
        ("M,2017-12-15T00:00:00+06:00,inf", "not-a-number", "write digits"),
        ("M,2017-12-15T00:00:00+06:00,٢٥", "not-a-number", "write digits"),
        ("M,2017-12-15T00:00:00+06:00,", "no-value", "what the meter showed"),
        ("M,2017-12-15T00:00:00+06:00,4611686018427387905", "value-too-large", "2^62"),
        ("M,2017-12-15T00:00:00+06:00," + "9" * 60, "value-too-large", "2^62"),
        ('M,2017-12-15T00:00:00+06:00,2"5', "not-a-number", "write digits"),
        ('M,2017-12-15T00:00:00+06:00,"25', "stray-quotation-mark", "take it out"),
        ('M,2017-12-15T00:00:00+06:00,"2"5', "stray-quotation-mark", "take it out"),
        ("X,2017-12-15T00:00:00+06:00,25", "unknown-meter", "in the plan"),
        (",2017-12-15T00:00:00+06:00,25", "no-meter", "as in the plan"),
    ],
)
def test_a_faulty_row_is_named(
    write: Write, refused: Refused, row: str, rule: str, fix: str
) -> None:
    """One faulty row is one finding, with file, row and the way out."""
    (finding,) = refused(write(*SOUND, row))

    assert finding.rule == rule
    assert finding.place == "readings.csv row 7"
    assert fix in finding.message


@pytest.mark.parametrize(
    ("header", "rule", "said"),
    [
        ("meter;read_at;register_wh", "wrong-delimiter", "3 cells separated by semicolons"),
        ("meter\tread_at\tregister_wh", "wrong-delimiter", "3 cells separated by tabs"),
        ("meter,read_at,register_kwh", "wrong-unit", "'register_kwh' is in kWh"),
        ("read_at,meter,register_wh", "not-an-instant", "are they swapped?"),
        ("meter,register_wh,read_at", "not-an-instant", "are they swapped?"),
        ("meter,read_at,remark one,remark two", "wrong-header", "no column of 'meter', 'read_at'"),
        ("M,2017-11-01T00:00:00+06:00,10", "wrong-header", "no row at the beginning"),
        ("", "wrong-header", "no row at the beginning"),
    ],
)
def test_a_wrong_header_is_refused(
    write: Write, refused: Refused, header: str, rule: str, said: str
) -> None:
    """Cells under another header could mean anything."""
    (finding,) = refused(write(*SOUND, header=header))

    assert (finding.rule, finding.place) == (rule, "readings.csv row 1")
    assert said in finding.message


@pytest.mark.parametrize(
    ("content", "rule", "place"),
    [
        (b"", "empty-file", "readings.csv row 1"),
        (b"\n \n", "empty-file", "readings.csv row 1"),
        (b"meter,read_at,register_wh\n", "empty-file", "readings.csv"),
        (b"meter,read_at,register_wh\nM,1,1\n\xe3\x81", "cut-off", "readings.csv row 3"),
        (b"meter,read_at,register_wh\nM,\x00,1\n", "control-character", "readings.csv row 2"),
        (b"meter,read_at,register_wh\rM,1,1\r", "line-ends", "readings.csv row 1"),
        (b"meter,read_at,register_wh\r\nM,1,1\rM,1,1\r\n", "line-ends", "readings.csv row 2"),
        (b"x" * (1 << 20), "line-too-long", "readings.csv row 1"),
    ],
)
def test_bytes_that_are_no_table_are_refused(
    tmp_path: Path, refused: Refused, content: bytes, rule: str, place: str
) -> None:
    """What is not plain text in lines is never guessed at."""
    path = tmp_path / "readings.csv"
    path.write_bytes(content)

    findings = refused(path)

    assert (findings[0].rule, findings[0].place) == (rule, place)


def test_a_file_that_is_not_there_is_named(tmp_path: Path, refused: Refused) -> None:
    """A missing file and a folder are named, each as it was asked for."""
    (tmp_path / "folder").mkdir()

    findings = refused(tmp_path / "a.csv", tmp_path / "folder")

    assert {(f.rule, f.place) for f in findings} == {("no-file", "a.csv"), ("no-file", "folder")}


def test_a_pattern_that_fits_no_file_is_named(tmp_path: Path, refused: Refused) -> None:
    """A pattern is asked for like a file, and is missing like one."""
    (finding,) = refused(tmp_path / "2018-*.csv")

    assert (finding.rule, finding.place) == ("no-file", "2018-*.csv")


def test_no_file_at_all_is_refused(refused: Refused) -> None:
    """Without files there is nothing to read, and that is said."""
    assert refused()[0].rule == "no-file"


def test_a_meter_without_readings_is_named(write: Write, refused: Refused, plan: Plan) -> None:
    """Each meter of the plan must be read."""
    wider = replace(plan, meters=(*plan.meters, Meter("N", "EC_PJ", "chiller 2")))

    (finding,) = refused(write(*SOUND), under=wider)

    assert finding.rule == "missing-meter"
    assert "meter N" in finding.message


@pytest.mark.parametrize(
    ("absent", "instant"),
    [(0, "2017-11-01"), (2, "2018-01-01"), (4, "2018-03-01")],
)
def test_a_boundary_without_a_reading_is_named(
    write: Write, refused: Refused, absent: int, instant: str
) -> None:
    """Nothing is interpolated: a reading stands at both ends and at each turn of a year."""
    (finding,) = refused(write(*(row for place, row in enumerate(SOUND) if place != absent)))

    assert finding.rule == "missing-boundary-reading"
    assert f"M has no reading at {instant}T00:00:00+06:00" in finding.message


def test_midnight_elsewhere_is_not_midnight_in_dhaka(write: Write, refused: Refused) -> None:
    """A turn of the year written in UTC is six hours late and is refused."""
    rows = (*SOUND[:2], "M,2018-01-01T00:00:00Z,30", *SOUND[3:])

    (finding,) = refused(write(*rows))

    assert finding.place == "readings.csv row 3"
    assert "the last before is 2017-12-01T00:00:00+06:00" in finding.message
    assert "the next after is 2018-01-01T06:00:00+06:00" in finding.message


def test_a_boundary_whose_register_is_faulty_is_one_finding(write: Write, refused: Refused) -> None:
    """The row is there; only its number must be corrected."""
    (finding,) = refused(write(*SOUND[:2], "M,2018-01-01T00:00:00+06:00,30.5", *SOUND[3:]))

    assert (finding.rule, finding.place) == ("too-many-decimals", "readings.csv row 4")


def test_a_meter_whose_rows_are_all_faulty_is_not_missing(
    write: Write, refused: Refused, plan: Plan
) -> None:
    """Its readings are there; each row says what must be corrected."""
    wider = replace(plan, meters=(*plan.meters, Meter("N", "EC_PJ", "chiller 2")))

    (finding,) = refused(write(*SOUND, "N,2017-11-01T00:00:00+06:00,ten"), under=wider)

    assert finding.rule == "not-a-number"


@pytest.mark.parametrize(("december", "january"), [(20, 99), (20, 15), (31, 30)])
def test_a_boundary_out_of_line_is_refused(
    write: Write, refused: Refused, december: int, january: int
) -> None:
    """A false reading at the turn of a year would move tonnes from one vintage to the other."""
    rows = (SOUND[0], f"M 2017-12 {december}", f"M 2018-01 {january}", *SOUND[3:])

    (finding,) = refused(write(*rows))

    assert finding.rule == "boundary-reading-out-of-line"
    assert finding.place == "readings.csv row 4"


def test_two_registers_at_one_instant_are_refused(write: Write, refused: Refused) -> None:
    """Both rows are named; none is preferred, not even across files or offsets."""
    other = write("M,2017-11-30T18:00:00Z,21", name="other.csv")

    findings = refused(write(*SOUND), other)

    assert [f.rule for f in findings] == ["contradicting-readings"] * 2
    assert [f.place for f in findings] == ["readings.csv row 3", "other.csv row 2"]


def test_everything_wrong_is_said_at_once(write: Write, refused: Refused) -> None:
    """A week is lost with each fault that is found only after the one before was corrected."""
    findings = refused(
        write(*SOUND[1:], "X,2017-12-15,-1", "M 2018-02 41", "M,2018-02-10T00:00:00+06:00,a"),
        write("M 2017-11 10", name="b.csv", header="meter,seen,wh"),
    )

    assert {f.rule for f in findings} == {
        "unknown-meter",
        "naive-timestamp",
        "contradicting-readings",
        "not-a-number",
        "wrong-header",
    }


def test_many_faulty_rows_are_shown_in_part_and_counted(write: Write, refused: Refused) -> None:
    """A hundred rows of a kind are shown; the rest is counted, not forgotten."""
    findings = refused(write(*SOUND, *["M,2017-12-15T00:00:00+06:00,x"] * 250))

    assert len(findings) == 101
    assert findings[-1].message == "150 more rows have the same fault"


def test_many_contradictions_are_shown_in_part_and_counted(write: Write, refused: Refused) -> None:
    """A hundred contradicting rows are shown; the rest is counted."""
    rows = [f"M,2017-12-15T00:00:00+06:00,{register}" for register in range(20, 140)]

    findings = refused(write(*SOUND, *rows))

    assert len(findings) == 101
    assert findings[-1].message == "20 more rows have the same fault"


def test_a_file_that_is_written_while_it_is_read_is_refused(
    write: Write, plan: Plan, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The hash must be of the very bytes that were counted."""
    states = iter([(1, 1, 1), (1, 2, 1)])
    monkeypatch.setattr("openjcm.metering.files.opening.state_of", lambda _: next(states))

    with pytest.raises(Malformed) as refusal:
        summarise([write(*SOUND)], plan)

    assert refusal.value.findings[0].rule == "file-changed"


def test_an_unreadable_file_is_named(
    write: Write, refused: Refused, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What the operating system refuses is passed on as a sentence."""
    path = write(*SOUND)

    def deny(*_args: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", deny)
    (finding,) = refused(path)

    assert finding.message == "the file cannot be read: Permission denied"
