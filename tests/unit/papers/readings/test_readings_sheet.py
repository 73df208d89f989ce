"""What stands in a report of readings: each section against the report, by hand."""

from dataclasses import replace
from decimal import Decimal

import pytest

from openjcm.measure.basis import Basis
from openjcm.papers.readings.report import FaultPlace, ReadingsReport
from openjcm.papers.readings.sheet import PAGE, PAPER, Room, readings_sheet
from openjcm.papers.readings.text import readings_text
from openjcm.papers.sheet import Section
from openjcm.papers.words import LANGUAGES


def _section(report: ReadingsReport, anchor: str, room: Room = PAGE) -> Section:
    sheet = readings_sheet(report, "en", room)
    return next(each for each in sheet.sections if each.anchor == anchor)


def _rows(section: Section) -> list[list[str]]:
    assert section.table is not None
    return [[cell.text for cell in row] for row in section.table.rows]


def test_each_quantity_leads_to_its_rows(report: ReadingsReport) -> None:
    """By the meter's place in the plan, whatever its name is; with its basis."""
    section = _section(report, "quantities")
    assert section.table is not None
    first, _, mean = section.table.rows

    assert [cell.text for cell in first] == ["M <1>", "2017", "1,234.5 kWh", "0"]
    assert (first[0].note, first[0].link, first[2].note) == (
        "EC_PJ, chiller & pump",
        "rows-1-2017",
        "derived",
    )
    assert mean[2].note == "derived, mean of 2 values"
    assert _rows(section)[1][3] == "0.4"


def test_equipment_stands_first_with_its_meters(report: ReadingsReport) -> None:
    """The sum of all equipment over its pieces; what is not added says so."""
    assert readings_sheet(report, "en").sections[0].anchor == "equipment"
    section = _section(report, "equipment")
    assert section.table is not None
    total, one, mean = section.table.rows

    assert [cell.text for cell in total] == [
        *("EC_PJ, all 2 pieces of equipment", "2017", "1.2345 MWh", "0")
    ]
    assert (total[0].note, one[0].note) == ("3 meters", "M <1>")
    assert (one[0].text, one[2].note) == ("EC_PJ, chiller & pump", "derived")
    assert (mean[0].note, mean[2].note) == ("T, which stands apart", "derived, mean of 2 values")


def test_what_could_not_be_checked_is_said(report: ReadingsReport) -> None:
    """By check and meters, at its place and in the lead; where nothing is, neither is said."""
    section = _section(report, "not-checked")
    assert section.table is not None
    lead = readings_sheet(report, "en").lead[1]

    assert [(check.text, said.note) for check, said in section.table.rows] == [
        ("Jumps and false ends", "Meters: all"),
        ("Conservative side", "Meters: T"),
    ]
    assert section.table.rows[0][1].text.startswith("No capacity is given")
    assert lead.endswith("2 checks were not possible under this plan; below it says which.")
    assert "What could not be checked" in readings_text(report, "en")
    whole = readings_sheet(replace(report, not_checked=()), "en")
    assert "not-checked" not in {each.anchor for each in whole.sections}
    assert whole.lead[1].endswith("decided by the rules of the plan.")


def test_a_fault_of_a_year_names_no_row(report: ReadingsReport) -> None:
    """Two sources that differ are seen in no single row."""
    fault = FaultPlace(
        "sources-differ", "M <1>", "", 0, "2018-01-01 00:00:00+06:00", Decimal(9), "99.9 kWh",
        "bill: 90 kWh",
    )  # fmt: skip
    other = replace(report, faults=(fault,))
    (row,) = _rows(_section(other, "places"))

    assert row[2] == "The meter comes to 99.9 kWh; bill: 90 kWh."
    assert row[4] == "calendar year 2018"
    assert "calendar year 2018" in readings_text(other, "en")


def test_each_place_of_rows_has_its_command(report: ReadingsReport) -> None:
    """The first line of a quantity is its anchor; a name with blanks is quoted for the shell."""
    section = _section(report, "rows")
    assert section.table is not None
    first, second, third, _ = section.table.rows

    assert [cell.text for cell in second] == ["M <1>, 2018", "a.csv", "6", "9", "4"]
    assert (second[0].anchor, third[0].anchor) == ("rows-1-2018", "")
    assert first[0].note == (
        "openjcm meter rows a.csv --plan plan.toml --meter 'M <1>' --year 2017"
    )


def test_a_register_adds_up_in_digits_and_units(report: ReadingsReport) -> None:
    """13,350 + 4 = 13,340 + 4 + 10 last digits, each a tenth of a kWh."""
    section = _section(report, "conservation")
    assert section.table is not None

    assert _rows(section)[0] == [
        *("M <1>", "100 to 13,450", "13,350", "4", "13,340", "4", "10", "0", "yes")
    ]
    assert section.table.rows[0][2].note == "1,335.0 kWh"
    assert section.table.rows[0][0].note == "one last digit: 0.1 kWh"


def test_a_second_source_names_the_rule_only_where_it_differs(report: ReadingsReport) -> None:
    """Within the tolerance nothing is applied."""
    assert _rows(_section(report, "comparisons")) == [
        [
            *("M <1>", "bill", "Whichever of both lowers the credits is taken.", "2018"),
            *("99.9", "90", "no", "90"),
        ],
        ["M <1>", "bill", "", "2017", "1,234.5", "1,234", "yes", "1,234.5"],
    ]


def test_kinds_are_counted_and_effects_stand_by_meter(report: ReadingsReport) -> None:
    """In the meter's unit and in tonnes; what cannot be told is said so."""
    gap = (
        "The register is cumulative: the difference across the gap counts in full. At an end of "
        "the period there is none: nothing counts, or the most that can be where that lowers the "
        "credits."
    )
    reset = "The interval in which the register fell counts nothing."

    assert _rows(_section(report, "faults")) == [
        ["gap", gap, "2", "3"],
        ["reset", reset, "1", "1"],
    ]
    assert _rows(_section(report, "effects")) == [
        ["M <1>", "gap", "count", "2", "0 kWh", "0"],
        ["T", "gap", "count", "1", "0 degC", "not told"],
        ["M <1>", "reset", "exclude", "1", "1.0 kWh", "−0.001"],
    ]


def test_faults_are_listed_with_file_and_row(report: ReadingsReport) -> None:
    """And with what was seen."""
    section = _section(report, "places")
    assert section.table is not None
    row = section.table.rows[0]

    assert row[2].text == "No reading since 2017-12-31T18:00:00+06:00: 2 without one (6h)."
    assert (row[4].text, row[4].note) == ("a.csv", "row 7")


def test_days_are_counted_by_class_and_listed_where_they_lack(report: ReadingsReport) -> None:
    """The table says what the picture shows."""
    assert _rows(_section(report, "completeness")) == [
        ["M <1>", "62.50 %", "10", "16", "2", "0", "1", "0", "1", "0"],
        ["T", "100 %", "4", "4", "4", "0", "0", "0", "0", "0"],
    ]
    assert _rows(_section(report, "lacking")) == [
        ["M <1>", "50 to under 90 %", "2018-01-01", "2 of 4"],
        ["M <1>", "none", "2018-01-02", "0 of 4"],
    ]


def test_days_of_one_class_stand_in_one_line(report: ReadingsReport) -> None:
    """From the first to the last."""
    days = (replace(report.days[0], read=(0, 0, 0, 4)),)

    assert _rows(_section(replace(report, days=days), "lacking")) == [
        ["M <1>", "none", "2017-12-30 to 2018-01-01", "0 of 12"]
    ]


def test_a_day_is_told_by_its_hours(report: ReadingsReport) -> None:
    """A quarter in the first hour, the rest in the second; on paper the highest alone."""
    section = _section(report, "profile")
    assert section.table is not None
    row = section.table.rows[0]

    assert [cell.text for cell in row][:5] == ["M <1>", "4 kWh", "25.0 %", "75.0 %", "0.0 %"]
    assert row[0].note == "most from 1 to 2 o’clock: 75.0 %"
    assert _rows(_section(report, "profile", PAPER)) == [["M <1>", "4 kWh"]]


def test_a_register_that_never_moves_is_said_so(report: ReadingsReport) -> None:
    """No percent of nothing."""
    days = (replace(report.days[0], profile=(Decimal(0),) * 24),)
    section = _section(replace(report, days=days), "profile")
    assert section.table is not None

    assert section.table.rows[0][0].note == "did not move"
    assert section.table.rows[0][2].text == "0 %"


def test_rules_that_hold_for_all_say_so(report: ReadingsReport) -> None:
    """And the others name their meters."""
    table = _section(report, "rules").table
    assert table is not None
    assert [(kind.text, done.text, rule.note) for kind, done, rule in table.rows] == [
        ("gap", "count", ""),
        ("reset", "exclude", "Meters: M <1>"),
        ("sources differ", "conservative", "Meters: M <1>"),
    ]
    assert _rows(_section(report, "meters"))[0] == [
        *("M <1>", "EC_PJ", "the stand of a register", "6h"),
        "multiplier 10, less lowers the credits",
    ]


def test_what_has_no_room_is_counted(report: ReadingsReport) -> None:
    """Nothing is dropped in silence, and no link leads to rows that do not stand there."""
    room = Room(places=1, lacking=1, rows=1, effects=1, hours=1, quantities=1, meters=1)

    for anchor in ("places", "lacking", "conservation", "completeness", "meters", "equipment"):
        said = _section(report, anchor, room).paragraphs[-1]
        assert said == "One more stands in the answer as JSON."
    assert _section(report, "rows", room).paragraphs[-1] == "3 more stand in the answer as JSON."
    assert _section(report, "quantities", room).paragraphs[1:] == (
        "2 more stand in the answer as JSON.",
    )
    table = _section(report, "quantities", replace(PAGE, rows=1)).table
    assert table is not None
    assert [row[0].link for row in table.rows] == ["rows-1-2017", "", ""]


def test_what_was_not_found_is_said(report: ReadingsReport) -> None:
    """A plan of monthly readings, all of them sound."""
    bare = replace(report, comparisons=(), fault_lines=(), faults=(), days=(), rows=(), basis=None)
    bare = replace(bare, not_checked=())
    sheet = readings_sheet(bare, "en")
    words = {each.anchor: each.paragraphs for each in sheet.sections if each.table is None}

    assert words["faults"] == ("Nothing was found.",)
    assert "daily or oftener" in words["completeness"][0]
    assert "every hour or oftener" in words["profile"][0]
    assert sheet.lead[1] == "Every register adds up to its last digit. No fault was found."
    assert {"rows", "places", "effects", "lacking"}.isdisjoint(
        each.anchor for each in sheet.sections
    )
    assert "Nothing was found." in readings_text(bare, "en")


def test_complete_days_are_said_in_one_sentence(report: ReadingsReport) -> None:
    """No empty table."""
    section = _section(replace(report, days=report.days[1:]), "lacking")

    assert section.table is None
    assert section.paragraphs == (
        "Every day of every meter that is read daily or oftener is complete.",
    )


@pytest.mark.parametrize(
    ("basis", "standing", "figures"),
    [
        (Basis.MEASURED, "", Basis.DERIVED),
        (Basis.RECONSTRUCTED, "Reconstructed readings", Basis.RECONSTRUCTED),
        (Basis.ILLUSTRATIVE, "Illustrative readings", Basis.ILLUSTRATIVE),
        (None, "Nobody stated the basis", Basis.ILLUSTRATIVE),
    ],
)
def test_no_figure_stands_without_its_basis(
    report: ReadingsReport, basis: Basis | None, standing: str, figures: Basis
) -> None:
    """What is worked out is as firm as the readings, and what is no project data says so."""
    sheet = readings_sheet(replace(report, basis=basis), "en")

    assert sheet.standing.startswith(standing)
    assert bool(sheet.standing) is bool(standing)
    assert sheet.facts[-1].basis is figures


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_head_names_the_plan_and_its_digest(report: ReadingsReport, language: str) -> None:
    """With the zone, the clock, and the methodology that worked the tonnes."""
    values = [said.value for said in readings_sheet(report, language).facts]

    assert "ab" * 32 in values
    assert {"plan.toml", "Asia/Dhaka", "BD_AM001_ver01.0", "OJ_cop_ratio_ver1"} <= set(values)


def test_the_text_for_a_shell_adds_up_in_lines(report: ReadingsReport) -> None:
    """Parts of nothing are left out; what is not on the register is taken off."""
    text = readings_text(report, "en")

    assert (
        "  M <1>  13,350 = 13,340 counted + 4 filled + 10 excluded − 4 not on the register\n"
        in text
    )
    assert "  T      43 = 43 counted\n" in text
    assert "  M <1>  gap    a.csv, row 7  No reading since" in text
    lines = [" ".join(line.split()) for line in text.splitlines()]
    assert "2018 M <1> 99.9 bill 90 no 90" in lines


def test_the_text_for_a_shell_counts_further_faults(report: ReadingsReport) -> None:
    """Twenty are listed."""
    text = readings_text(replace(report, faults=report.faults * 11), "en")

    assert "2 more stand in the answer as JSON." in text


def test_the_text_for_a_shell_is_also_in_japanese(report: ReadingsReport) -> None:
    """Every heading of it; the basis that nobody stated is said."""
    text = readings_text(replace(report, basis=None), "ja")

    assert "根拠の記載がない。--basisで示す" in text
    assert "  M <1>  13,350 ＝ 計上 13,340 + 補完 4 + 除外 10 − 積算値にない量 4\n" in text
