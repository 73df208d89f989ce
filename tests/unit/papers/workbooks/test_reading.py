"""Workbooks as people send them: read rightly, or refused with the sheet and the cell."""

import re
import zipfile
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest

from openjcm.measure import Malformed
from openjcm.papers.workbooks.asking import chosen, ordered
from openjcm.papers.workbooks.filled.cells import read_cells
from openjcm.papers.workbooks.filled.comparing import outcome_of
from openjcm.papers.workbooks.filled.marks import COLUMNS
from openjcm.papers.workbooks.filled.reading import read_workbook
from openjcm.papers.workbooks.sheets.writing import write_workbook
from told.random_values import seeded_values
from unit.papers.workbooks.conftest import WHOLE, Spoil, cell_of
from unit.papers.workbooks.sheet_parts import changed, part_of, with_cell, with_text, without_rows

Spoilt = Callable[[Spoil], Path]
REPORT, PLAN = "MRS(input)", "MPS(input)"
# Worked by hand: (300.1 x 6.05/4.92 + 150.25 x 5.9/4.92 - 450.35) x 0.67 = 66.23…, and so on.
CREDITS = [66, 67, 50]
_MAIN = b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_DOCUMENT = b"http://schemas.openxmlformats.org/officeDocument/2006"


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


def test_a_vintage_whose_rows_are_gone_is_missed(written: Path) -> None:
    """Both rows of 2018: its results stand on two sheets, and 67 t would be lost."""
    ((place, message),) = _places(without_rows(written, REPORT, [12, 13]))

    assert place == f"{REPORT}!A21"
    assert message == (
        "speaks of 2018-01-01 – 2018-12-31, which has no rows in Table 1 of MRS(input); put them "
        "back, from the workbook as it was written"
    )


def test_a_vintage_is_missed_by_its_column_alone(written: Path) -> None:
    """Its line in Table 2 is gone as well; the calculation still has its column."""
    ((place, message),) = _places(without_rows(written, REPORT, [12, 13, 21]))

    assert place == "MRS(calc_process)!F8"
    assert "2018-01-01 – 2018-12-31" in message


def test_two_periods_of_one_year_are_refused(written: Path) -> None:
    """Each would be cut down to whole tonnes by itself."""
    path = written
    for cell, period in (("A12", "1/Jan/2017-28/Feb/2017"), ("A13", "1/Jan/2017-28/Feb/2017")):
        path = with_text(path, REPORT, cell, period)

    said = (
        "2017-01-01 – 2017-02-28 and 2017-03-01 – 2017-12-31 lie in one calendar year, which is "
        "cut down to whole tonnes once: give it one period"
    )
    assert (f"{REPORT}!A10", said) in _places(path)


@pytest.mark.parametrize(
    ("cell", "instead", "places"),
    [
        # A formula; one in a cell that does not say where it is; one that fills cells beside it.
        ("E10", '<c r="E10"{style}><f>1+299.1</f><v>300.1</v></c>', ["E10"]),
        ("E10", "<c{style}><f>1+299.1</f><v>300.1</v></c>", ["E10"]),
        (
            "D12",
            '<c r="D12"{style} t="str"><f t="array" ref="D12:E13">x</f><v>x</v></c>',
            ["E12", "E13"],
        ),
        ("D12", '<c r="D12"{style} t="str"><f t="dataTable" ref="E12">x</f></c>', ["E12"]),
    ],
)
def test_formulas_are_seen_in_every_form(
    written: Path, cell: str, instead: str, places: list[str]
) -> None:
    """The value that they show is a number like any other."""
    found = _places(with_cell(written, REPORT, cell, instead))

    assert found == [
        (f"{REPORT}!{each}", "holds a formula; type the value itself") for each in places
    ]


def test_rows_that_do_not_say_where_they_are_are_counted(written: Path) -> None:
    """Neither rows nor cells say it on the whole sheet."""
    path = with_cell(written, REPORT, "E10", "<c{style}><f>1+299.1</f><v>300.1</v></c>")
    path = changed(
        path,
        part_of(REPORT),
        lambda xml: re.sub(r'(<row) r="\d+"', r"\1", re.sub(r'(<c) r="[A-Z]+\d+"', r"\1", xml)),
    )
    sheets = read_cells(path, [REPORT])

    (formula, *_) = sorted(sheets[REPORT].formulas)
    row, column = divmod(formula, COLUMNS)
    assert sheets[REPORT].cell(row, column) == Decimal("300.1")


def test_formulas_are_seen_in_the_strict_edition_of_the_format(written: Path) -> None:
    """As a program writes it that follows ISO 29500 strictly."""
    path = with_cell(written, REPORT, "E10", '<c r="E10"{style}><f>1+299.1</f><v>300.1</v></c>')
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    strict = path.with_name("strict.xlsx")
    with zipfile.ZipFile(strict, "w") as package:
        for name, content in parts.items():
            package.writestr(
                name,
                content.replace(_MAIN, b"http://purl.oclc.org/ooxml/spreadsheetml/main").replace(
                    _DOCUMENT, b"http://purl.oclc.org/ooxml/officeDocument"
                ),
            )

    assert (f"{REPORT}!E10", "holds a formula; type the value itself") in _places(strict)


@pytest.mark.parametrize("sheet", [REPORT, PLAN, "MRS(calc_process)", "MSS"])
@pytest.mark.parametrize("number", ["NaN", "INF", "1e400", "9" * 100_000])
def test_what_is_no_number_of_a_cell_is_no_crash(written: Path, sheet: str, number: str) -> None:
    """Somebody's program wrote it; where nobody types, it differs or does not matter."""
    cell = {REPORT: "E10", PLAN: "D16", "MSS": "A11"}.get(sheet, "E12")
    path = with_cell(written, sheet, cell, f'<c r="{cell}"{{style}}><v>{number}</v></c>')

    if sheet in (REPORT, PLAN):
        ((place, message),) = _places(path)
        assert place == f"{sheet}!{cell}"
        assert message.startswith("holds no number that a cell can hold; type a number")
    else:
        differs = outcome_of(read_workbook(path)).differences
        assert [each.place for each in differs] == ([] if sheet == "MSS" else [f"{sheet}!E12"])


@pytest.mark.parametrize("error", ["#DIV/0!", "#VALUE!", "#N/A"])
def test_an_error_in_a_cell_is_named(written: Path, error: str) -> None:
    """It is not called blank; and a vintage full of them is not left out."""
    path = written
    for cell in ("E12", "E13"):
        path = with_cell(path, REPORT, cell, f'<c r="{cell}"{{style}} t="e"><v>{error}</v></c>')

    assert _places(path) == [
        (f"{REPORT}!E12", f"holds {error}; type a number in MWh"),
        (f"{REPORT}!E13", f"holds {error}; type a number in MWh"),
    ]


def test_a_sheet_that_lost_its_tables_is_named(written: Path) -> None:
    """Everything below the head is gone."""
    ((place, message),) = _places(without_rows(written, REPORT, range(7, 40)))

    assert place == REPORT
    assert message.startswith("has no table with the columns")


def test_a_table_to_be_looked_up_is_read_with_its_units(tmp_path: Path) -> None:
    """Another unit over its columns, and a text among its values."""
    of = chosen("OJ_chiller_ver1")
    members, given, _ = seeded_values(of.definition, 5)
    order, worked = ordered(
        of, members=members, periods=tuple(part for _, part in WHOLE.by_year()), estimated=given
    )
    path = tmp_path / "chiller.xlsx"
    path.write_bytes(write_workbook(order, worked=worked))
    sheet = openpyxl.load_workbook(path)[PLAN]
    start = cell_of(sheet, "From [kW]", row=0)
    value = cell_of(sheet, "Value [1]", row=1)

    assert outcome_of(read_workbook(path)).agrees
    found = _places(with_text(with_text(path, PLAN, start, "From [MW]"), PLAN, value, "many"))
    assert found == [
        (f"{PLAN}!{start}", "says 'MW'; COP_RE has kW here: convert the values"),
        (f"{PLAN}!{value}", "holds the text 'many'; type a number in 1"),
    ]
