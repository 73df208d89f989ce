"""What a workbook shows of itself, compared with the engine: every number of it is looked at."""

from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest

from openjcm.measure import Malformed
from openjcm.papers.workbooks.asking import chosen, ordered, periods_of
from openjcm.papers.workbooks.filled.comparing import Outcome, outcome_of
from openjcm.papers.workbooks.filled.differences import Why
from openjcm.papers.workbooks.filled.reading import read_workbook
from openjcm.papers.workbooks.sheets.writing import write_workbook
from told.random_values import seeded_values
from unit.papers.workbooks.sheet_parts import with_cell, with_text, with_value, without_rows

PLAN, REPORT = "MPS(input)", "MRS(input)"
PLAN_CALCULATION, CALCULATION = "MPS(calc_process)", "MRS(calc_process)"
YEARS = periods_of(["2020-01-01..2021-12-31"], otherwise=())


def _read(path: Path) -> Outcome:
    return outcome_of(read_workbook(path))


def _ipcc(tmp_path: Path) -> Path:
    """Write a workbook with a table and a value of the methodology's own."""
    of = chosen("OJ_fuel_efficiency_ipcc_ver1")
    members, given, _ = seeded_values(of.definition, 5)
    order, worked = ordered(
        of, members=members, periods=YEARS, estimated=given, measured=[given, given]
    )
    path = tmp_path / "ipcc.xlsx"
    path.write_bytes(write_workbook(order, worked=worked))
    return path


@pytest.mark.parametrize(
    ("sheet", "cell", "symbol", "ours"),
    [
        (REPORT, "D21", "ER", "67.755111"),
        (REPORT, "E20", "Whole tonnes", "66"),
        (REPORT, "E23", "Total", "183"),
        (PLAN, "D25", "ER", "73.479526"),
        (PLAN_CALCULATION, "E12", "Whole tonnes", "73"),
        (PLAN_CALCULATION, "E30", "RE", "406.771026"),
        (CALCULATION, "E9", "RE", "367.966178"),
        (CALCULATION, "F13", "Still to give", "0"),
        (CALCULATION, "E17", "EC_PJ", "300.1"),
        (CALCULATION, "G21", "COP_RE", "4.92"),
        (CALCULATION, "F28", "RE_1", "180.177845"),
        (CALCULATION, "G34", "PE_1", "350.75"),
    ],
)
def test_every_number_of_a_sheet_is_looked_at(
    written: Path, sheet: str, cell: str, symbol: str, ours: str
) -> None:
    """Results, the total, the estimate, steps, inputs repeated: one changed is one difference."""
    outcome = _read(with_value(written, sheet, cell, "9999"))

    ((place, named, there, worked, why),) = [
        (each.place, each.symbol, each.there, str(each.worked), each.why)
        for each in outcome.differences
    ]
    assert (place, named, there, why) == (f"{sheet}!{cell}", symbol, "9999", Why.ANOTHER)
    assert worked.startswith(ours)
    assert not outcome.agrees


def test_the_vintage_beside_a_result_is_looked_at(written: Path) -> None:
    """The whole tonnes of 2018 under 2017."""
    outcome = _read(with_text(written, REPORT, "B21", "2017"))

    assert [(each.place, each.worked) for each in outcome.differences] == [
        (f"{REPORT}!B21", "2018")
    ]


@pytest.mark.parametrize(("symbol", "column"), [("KG_PER_TJ", "D"), ("Crude oil", "E")])
def test_what_the_methodology_fixes_is_looked_at(tmp_path: Path, symbol: str, column: str) -> None:
    """A constant in Table 2, and a row of the methodology's own table."""
    path = _ipcc(tmp_path)
    row = next(
        cell.row
        for line in openpyxl.load_workbook(path)[PLAN].iter_rows()
        for cell in line
        if cell.value == symbol
    )

    outcome = _read(with_value(path, PLAN, f"{column}{row}", "2"))

    assert [each.place for each in outcome.differences] == [f"{PLAN}!{column}{row}"]
    assert _read(path).agrees


def test_rows_of_a_table_and_fixed_values_that_are_gone_are_told(tmp_path: Path) -> None:
    """The constant and the first fuel."""
    path = _ipcc(tmp_path)
    rows = {
        cell.value: cell.row
        for line in openpyxl.load_workbook(path)[PLAN].iter_rows()
        for cell in line
        if cell.value in ("KG_PER_TJ", "Crude oil")
    }

    outcome = _read(without_rows(path, PLAN, rows.values()))

    assert [each.message for each in outcome.missing] == [
        "has no row for KG_PER_TJ, which the methodology fixes; it is not compared",
        "shows 22 rows of EF_IPCC; the methodology has 23; it is not compared",
    ]


@pytest.mark.parametrize(
    ("sheet", "rows", "said"),
    [
        (CALCULATION, [11, 12], ["ER, 2017-03-01", "Whole tonnes, 2017-03-01"]),
        (CALCULATION, [28], ["RE_1 (chiller = No. 2), 2017-03-01"]),
        (CALCULATION, [9], ["RE, 2017-03-01"]),
        (PLAN_CALCULATION, [19], ["COP_PJ (chiller = No. 1), the estimate"]),
        (REPORT, [23], ["has no total in Table 2"]),
        (REPORT, [21], ["has no results of 2018-01-01"]),
        (REPORT, range(17, 24), ["has lost Table 2"]),
        (PLAN, range(22, 26), ["has lost Table 3"]),
    ],
)
def test_a_row_that_is_not_there_is_told(
    written: Path, sheet: str, rows: list[int], said: list[str]
) -> None:
    """Nothing agrees of which a part was not found."""
    outcome = _read(without_rows(written, sheet, rows))

    assert not outcome.differences
    assert not outcome.agrees
    assert {each.place for each in outcome.missing} == {sheet}
    for each in said:
        assert any(each in missing.message for missing in outcome.missing)


def test_a_column_whose_header_is_gone_is_told(written: Path) -> None:
    """Four tables of a calculation, each with the vintage in its header."""
    path = with_text(written, CALCULATION, "F16", "the year after")

    (missing,) = _read(path).missing

    assert missing.place == f"{CALCULATION}!A16"
    assert "has no column for 2018-01-01 – 2018-12-31" in missing.message


def test_a_calculation_that_is_wiped_is_told(written: Path) -> None:
    """Nothing but its head is left: every row of each vintage, and how many more."""
    outcome = _read(without_rows(written, CALCULATION, range(7, 36)))

    assert not outcome.differences
    assert sum("has no row for" in each.message for each in outcome.missing) > 15


def test_many_rows_that_are_gone_are_counted(written: Path) -> None:
    """Twenty of a vintage are named, and the rest is a number."""
    order, worked = ordered(
        chosen("OJ_cop_ratio_ver1"),
        members={"chiller": [str(at) for at in range(30)]},
        periods=YEARS[:1],
        measured=[
            {
                **dict.fromkeys(("EC_PJ", "COP_PJ", "COP_RE"), [Decimal(2)] * 30),
                "EF": Decimal(1),
            }
        ],
    )
    written.write_bytes(write_workbook(order, worked=worked))

    outcome = _read(without_rows(written, CALCULATION, range(7, 200)))

    said = [each.message for each in outcome.missing]
    assert len(said) == 21
    assert said[-1].startswith("has no rows for ")


def test_a_blank_vintage_is_said_and_shows_nothing(written: Path) -> None:
    """2019 is not filled in: it is left out, and a number for it is a difference."""
    path = written
    for cell in ("E14", "E15"):
        path = with_cell(path, REPORT, cell, f'<c r="{cell}"{{style}}/>')

    outcome = _read(path)

    assert [each.place for each in outcome.left_out] == [f"{REPORT}!E14"]
    assert "2019-01-01 – 2019-07-31 is not filled in" in outcome.left_out[0].message
    stale = {(each.place, each.worked) for each in outcome.differences}
    # What nobody worked anew still shows 50 t, and 183 t of all.
    assert {(f"{REPORT}!E22", ""), (f"{REPORT}!E23", ""), (f"{CALCULATION}!G12", "")} <= stale
    assert not any("!E2" in place and PLAN in place for place, _ in stale)


def test_a_blank_plan_shows_nothing(written: Path) -> None:
    """Estimates taken out: Table 3 still says 73 t."""
    path = written
    for cell in ("D10", "D11"):
        path = with_cell(path, PLAN, cell, f'<c r="{cell}"{{style}}/>')

    outcome = _read(path)

    assert outcome.estimate is None
    assert (f"{PLAN}!D25", "") in {(each.place, each.worked) for each in outcome.differences}


def test_a_number_beside_a_whole_tonne_is_no_old_number(tmp_path: Path) -> None:
    """66.9999999999 t: the sheet says 67 for ever, and calculating it again cannot help."""
    order, worked = ordered(
        chosen("OJ_displacement_ver1"),
        members={},
        periods=YEARS[:1],
        measured=[{"EF": Decimal(1), "EG": [Decimal("66.9999999999")]}],
    )
    path = tmp_path / "beside.xlsx"
    path.write_bytes(write_workbook(order, worked=worked))
    cells: dict[tuple[str, str], object] = {}
    for sheet in (REPORT, CALCULATION):
        for line in openpyxl.load_workbook(path, data_only=True)[sheet].iter_rows():
            cells |= {(sheet, each.coordinate): each.value for each in line if each.value == 66}
    for sheet, cell in cells:
        path = with_value(path, sheet, cell, "67")

    outcome = _read(path)

    assert [each.credits for each in outcome.vintages] == [66]
    assert len(outcome.differences) == 3
    assert {each.why for each in outcome.differences} == {Why.BESIDE_A_WHOLE_NUMBER}


def test_faults_of_all_vintages_are_told_with_their_cells(written: Path) -> None:
    """A number beyond all size in 2017 and one in 2018."""
    path = with_value(with_value(written, REPORT, "E10", "1e40"), REPORT, "E13", "1e40")

    with pytest.raises(Malformed) as refused:
        _read(path)

    assert [(each.place, each.message[:17]) for each in refused.value.findings] == [
        (f"{REPORT}!E10", "EC_PJ, chiller 1:"),
        (f"{REPORT}!E13", "EC_PJ, chiller 2:"),
    ]


def test_a_step_that_cannot_be_worked_is_told_with_its_cell(written: Path) -> None:
    """A divisor of nought: the step on the sheet of each calculation."""
    with pytest.raises(Malformed) as refused:
        _read(with_value(written, PLAN, "D18", "0"))

    assert [each.place for each in refused.value.findings] == [
        f"{PLAN_CALCULATION}!E27",
        f"{CALCULATION}!E27",
        f"{CALCULATION}!F27",
        f"{CALCULATION}!G27",
    ]
    assert all("divides by zero" in each.message for each in refused.value.findings)


def test_what_has_no_cell_is_told_with_its_sheet_and_vintage(written: Path) -> None:
    """The step that cannot be worked has lost its row."""
    path = without_rows(with_value(written, PLAN, "D18", "0"), CALCULATION, [27])

    with pytest.raises(Malformed) as refused:
        _read(path)

    last = refused.value.findings[-1]
    assert last.place == CALCULATION
    assert "of 2019-01-01 – 2019-07-31" in last.message


def test_warnings_say_their_cell_and_are_said_once(written: Path) -> None:
    """A reduction of nought in each vintage: two cells, two notes."""
    path = with_value(with_value(written, PLAN, "D16", "4.92"), PLAN, "D17", "4.92")

    warnings = _read(path).warnings

    places = [each.place for each in warnings if each.message.startswith("ER: is 0 ")]
    assert places == [f"{CALCULATION}!{letter}11" for letter in "EFG"]
