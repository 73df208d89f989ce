"""Workbooks as people send them: read rightly, or refused with the sheet and the cell."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from openjcm.measure import Malformed
from openjcm.papers.workbooks.filled.comparing import outcome_of
from openjcm.papers.workbooks.filled.reading import read_workbook
from unit.papers.workbooks.conftest import Spoil, cell_of

Spoilt = Callable[[Spoil], Path]
REPORT, PLAN = "MRS(input)", "MPS(input)"
# Worked by hand: (300.1 x 6.05/4.92 + 150.25 x 5.9/4.92 - 450.35) x 0.67 = 66.23…, and so on.
CREDITS = [66, 67, 50]


def _places(path: Path) -> list[tuple[str, str]]:
    with pytest.raises(Malformed) as refused:
        read_workbook(path)
    return [(each.place, each.message) for each in refused.value.findings]


def test_what_was_written_is_read(written: Path) -> None:
    """The values, the members, the vintages; and its own numbers agree."""
    filled = read_workbook(written)
    outcome = outcome_of(filled)

    assert filled.definition.id == "OJ_cop_ratio_ver1"
    assert filled.same_definition
    assert filled.members == {"chiller": ("No. 1", "No. 2")}
    assert [each.credits for each in outcome.vintages] == CREDITS
    assert str(outcome.vintages[0].calculation.value("ER"))[:9] == "66.231678"
    assert not outcome.differences


def test_a_moved_column_is_read_by_its_header(spoilt: Spoilt) -> None:
    """Letters say nothing: a column more before the others changes nothing."""

    def insert(book: openpyxl.Workbook) -> None:
        sheet = book[REPORT]
        rows = [[cell.value for cell in line] for line in sheet.iter_rows()]
        sheet.delete_cols(1, sheet.max_column)
        for at, line in enumerate(rows, 1):
            for column, value in enumerate([line[0], "mine", *line[1:]], 1):
                sheet.cell(at, column, value if column != 2 or at > 9 else None)

    outcome = outcome_of(read_workbook(spoilt(insert)))

    assert [each.credits for each in outcome.vintages] == CREDITS


def test_headers_of_the_other_language_are_known(spoilt: Spoilt) -> None:
    """``Monitored Values`` and モニタリング値 name the same column."""

    def translate(book: openpyxl.Workbook) -> None:
        for line in book[REPORT].iter_rows():
            for cell in line:
                cell.value = {"Monitored Values": "モニタリング値", "Units": "単位"}.get(
                    cell.value, cell.value
                )

    assert [
        each.credits for each in outcome_of(read_workbook(spoilt(translate))).vintages
    ] == CREDITS


def test_headers_that_nobody_knows_are_named(spoilt: Spoilt) -> None:
    """Another language than ours: the sheet, and which headers it needs."""

    def translate(book: openpyxl.Workbook) -> None:
        sheet = book[REPORT]
        cell = sheet[cell_of(sheet, "Monitored Values", row=0)]
        cell.value = "Valeurs mesurées"

    ((place, message),) = _places(spoilt(translate))

    assert place == REPORT
    assert "Monitored Values" in message


def test_a_deleted_row_is_missed_by_name(spoilt: Spoilt) -> None:
    """The parameter, its member and the vintage."""

    def delete(book: openpyxl.Workbook) -> None:
        sheet = book[REPORT]
        row = int(cell_of(sheet, "Monitored Values", row=2)[1:])
        for column in range(1, sheet.max_column + 1):
            sheet.cell(row, column).value = None

    ((place, message),) = _places(spoilt(delete))

    assert place == REPORT
    assert message == (
        "has no row for EC_PJ, chiller = No. 2, 2017-03-01 – 2017-12-31; put it back "
        "(MPS(input)!F17 speaks of it)"
    )


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("5,000", "holds the text '5,000'; type a number in MWh"),
        (None, "is blank; type a number in MWh"),
        ("=12+13", "holds a formula; type the value itself"),
        (True, "holds True; type a number in MWh"),
        (date(2017, 3, 1), "holds the day 2017-03-01; type a number in MWh"),
    ],
)
def test_what_is_no_number_is_named_with_its_cell(spoilt: Spoilt, value: object, said: str) -> None:
    """Text, nothing, a formula, a truth, a day."""
    where = []

    def spoil(book: openpyxl.Workbook) -> None:
        sheet = book[REPORT]
        cell = sheet[cell_of(sheet, "Monitored Values", row=1)]
        cell.value = value
        cell.number_format = "yyyy-mm-dd" if isinstance(value, date) else "General"
        where.append(f"{REPORT}!{cell.coordinate}")

    assert _places(spoilt(spoil)) == [(where[0], said)]


def test_all_that_is_wrong_is_said_at_once(spoilt: Spoilt) -> None:
    """A text on one sheet, a changed unit and a blank on the other."""

    def spoil(book: openpyxl.Workbook) -> None:
        plan, report = book[PLAN], book[REPORT]
        plan[cell_of(plan, "Estimated Values", row=1)].value = "many"
        report[cell_of(report, "Units", row=1)].value = "kWh"
        report[cell_of(report, "Monitored Values", row=3)].value = None

    places = _places(spoilt(spoil))

    assert {place.partition("!")[0] for place, _ in places} == {PLAN, REPORT}
    assert any(
        "says 'kWh'; EC_PJ is worked in MWh: convert the value" in said for _, said in places
    )
    assert len(places) == 3


def test_two_sheets_in_each_others_place_are_told(spoilt: Spoilt) -> None:
    """Plan and report swapped: each says which it is."""

    def swap(book: openpyxl.Workbook) -> None:
        plan, report = book[PLAN], book[REPORT]
        plan.title, report.title = "kept", PLAN
        plan.title = REPORT

    assert _places(spoilt(swap)) == [
        ("MPS(input)!A1", "this is the sheet MRS(input); give the sheets their names back"),
        ("MRS(input)!A1", "this is the sheet MPS(input); give the sheets their names back"),
    ]


def test_a_missing_sheet_is_named(spoilt: Spoilt) -> None:
    """With the names of all of them."""

    def remove(book: openpyxl.Workbook) -> None:
        del book[REPORT]

    ((place, message),) = _places(spoilt(remove))

    assert place == REPORT
    assert "MPS(input), MPS(calc_process), MSS, MRS(input), MRS(calc_process)" in message


def test_a_vintage_that_nobody_filled_in_is_left_out(spoilt: Spoilt) -> None:
    """A report of two years made for three."""

    def clear(book: openpyxl.Workbook) -> None:
        sheet = book[REPORT]
        for row in (5, 6):
            sheet[cell_of(sheet, "Monitored Values", row=row)].value = None

    outcome = outcome_of(read_workbook(spoilt(clear)))

    assert [each.credits for each in outcome.vintages] == CREDITS[:2]


def test_a_typed_over_number_of_the_sheet_is_found(spoilt: Spoilt) -> None:
    """The result of 2018 changed by hand: its cell, the sheet's number and ours."""

    def cheat(book: openpyxl.Workbook) -> None:
        sheet = book["MRS(calc_process)"]
        for line in sheet.iter_rows():
            if line[0].value == "Whole tonnes":
                line[5].value = 70

    outcome = outcome_of(read_workbook(spoilt(cheat)))

    whole = [each for each in outcome.differences if each.symbol == "Whole tonnes"]
    # openpyxl keeps no worked values, so every other cell is blank and differs too.
    assert [(each.place, each.there, str(each.worked)) for each in whole][1:3] == [
        ("MRS(calc_process)!E12", "", "66"),
        ("MRS(calc_process)!F12", "70", "67"),
    ]


def test_kilowatt_hours_in_a_cell_of_megawatt_hours_are_suspected(spoilt: Spoilt) -> None:
    """The slip of the sheet of ID009: a thousand times too much is worked, and warned of."""

    def slip(book: openpyxl.Workbook) -> None:
        sheet = book[REPORT]
        sheet[cell_of(sheet, "Monitored Values", row=1)].value = 42_826_880

    outcome = outcome_of(read_workbook(spoilt(slip)))

    (place, message) = next((x.place, x.message) for x in outcome.warnings if "kWh" in x.message)
    assert place == f"{REPORT}!E10"
    assert message.startswith("EC_PJ, chiller 1: 42826880.0 MWh is not")
