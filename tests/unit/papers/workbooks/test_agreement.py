"""Two engines that share nothing agree: LibreOffice works the sheets, ours the same values.

Every value that the file brings is -1, so what is read afterwards was worked by LibreOffice.
That the file is what its format asks for is judged by a third: a port of the validator of
Microsoft's Open XML SDK. ``make check-workbooks`` does the same for the whole catalogue.
"""

import os
import random
import zipfile
from datetime import date
from decimal import Decimal
from pathlib import Path
from random import Random

import openpyxl
import pytest
from openxml_audit import FileFormat, OpenXmlValidator

from openjcm.measure.period import Period
from openjcm.methodology import all_definitions, all_templates
from openjcm.papers.workbooks.asking import chosen, ordered
from openjcm.papers.workbooks.filled.comparing import outcome_of
from openjcm.papers.workbooks.filled.reading import read_workbook
from openjcm.papers.workbooks.sheets.writing import write_workbook
from told.libreoffice import converted
from told.random_values import random_columns

SAMPLE = 12
YEARS = (Period(date(2020, 1, 1), date(2020, 12, 31)), Period(date(2021, 1, 1), date(2021, 3, 31)))


def _ids() -> list[str]:
    every = [each.id for each in (*all_definitions(), *all_templates())]
    if os.environ.get("OPENJCM_ALL_WORKBOOKS"):
        return every
    # The seed is that of the run, which pytest prints.
    return random.sample(every, SAMPLE)


def _written(definition_id: str, folder: Path, seed: int, language: str = "en") -> Path:
    of = chosen(definition_id)
    # Each column has values of its own, so that one that shows another's is seen.
    members, (plan, *measured) = random_columns(of.definition, Random(seed), 1 + len(YEARS))  # noqa: S311 - values, no secrets
    order, _ = ordered(of, members=members, periods=YEARS, estimated=plan, measured=measured)
    path = folder / f"{definition_id}.xlsx"
    path.write_bytes(write_workbook(order, language=language, shown=-1))
    return path


def test_libreoffice_and_the_engine_agree(tmp_path: Path) -> None:
    """Every step to twelve digits of its largest operand, and whole tonnes exactly."""
    seed = random.randint(0, 10**9)  # noqa: S311 - values, no secrets
    files = [_written(each, tmp_path, seed) for each in _ids()]

    outcomes = {
        each.stem: outcome_of(read_workbook(each)) for each in converted(files, tmp_path / "out")
    }

    assert len(outcomes) == len(files)
    wrong = {
        name: (each.differences, each.missing) for name, each in outcomes.items() if not each.agrees
    }
    assert not wrong, f"seed {seed}: {wrong}"
    assert all(len(each.vintages) == len(YEARS) and each.estimate for each in outcomes.values())


@pytest.mark.parametrize("definition_id", ["OJ_chiller_ver1", "BD_AM002_ver01.0"])
def test_what_nobody_recalculated_differs(tmp_path: Path, definition_id: str) -> None:
    """The comparison sees every formula: before it is worked, all of them are -1."""
    path = _written(definition_id, tmp_path, 1)

    outcome = outcome_of(read_workbook(path))

    formulas = {
        f"{sheet.title}!{cell.coordinate}"
        for sheet in openpyxl.load_workbook(path)
        for line in sheet.iter_rows()
        for cell in line
        if cell.data_type == "f"
    }
    assert {each.place for each in outcome.differences} == formulas


def test_whole_tonnes_beside_a_binary_float_are_whole_in_both_engines(tmp_path: Path) -> None:
    """100 MWh at 0.57 are 57 t, and 56.99999999999999 in floats, alone or in two halves."""
    order, _ = ordered(
        chosen("OJ_displacement_ver1"),
        members={"system": ["1", "2"]},
        periods=YEARS,
        measured=[
            {"EF": Decimal("0.57"), "EG": [Decimal(100), Decimal(0)]},
            {"EF": Decimal("0.57"), "EG": [Decimal(50), Decimal(50)]},
        ],
    )
    path = tmp_path / "floats.xlsx"
    path.write_bytes(write_workbook(order, shown=-1))

    (saved,) = converted([path], tmp_path / "out")
    outcome = outcome_of(read_workbook(saved))

    assert [each.credits for each in outcome.vintages] == [57, 57]
    assert outcome.agrees
    book = openpyxl.load_workbook(path)["MRS(calc_process)"]
    whole = next(line for line in book.iter_rows() if line[0].value == "Whole tonnes")
    # LibreOffice mends floats by itself when it cuts them down; other programs do not.
    assert "ROUNDDOWN(ROUND(E11,9),0)" in whole[4].value


def _breaches(path: Path) -> list[str]:
    validator = OpenXmlValidator(FileFormat.MICROSOFT_365, security_validation=True)
    return [f"{x.part_uri} {x.path}: {x.description}" for x in validator.validate(path).errors]


@pytest.mark.parametrize("language", ["en", "ja"])
def test_the_file_format_is_followed_strictly(tmp_path: Path, language: str) -> None:
    """Schemas, relations of parts and the rules beside them, for each workbook as written."""
    seed = random.randint(0, 10**9)  # noqa: S311 - values, no secrets
    files = [_written(each, tmp_path, seed, language) for each in _ids()]

    assert {each.stem: _breaches(each) for each in files} == {each.stem: [] for each in files}


@pytest.mark.parametrize(
    ("what", "instead"),
    [
        (b"<sheetData>", b"<sheetProtection/><sheetData>"),
        (b'<row r="1"', b'<row r="first"'),
        (b'sheet="1"', b'sheet="yes"'),
    ],
)
def test_a_breach_of_the_file_format_is_seen(tmp_path: Path, what: bytes, instead: bytes) -> None:
    """The judge of the format tells the part in which an element or attribute is wrong."""
    path, spoilt = _written("OJ_chiller_ver1", tmp_path, 1), tmp_path / "spoilt.xlsx"
    with zipfile.ZipFile(path) as before, zipfile.ZipFile(spoilt, "w") as after:
        for name in before.namelist():
            part = before.read(name)
            after.writestr(name, part.replace(what, instead) if "sheet4" in name else part)

    assert any("/xl/worksheets/sheet4.xml" in each for each in _breaches(spoilt))
