"""Two engines that share nothing agree: LibreOffice works the sheets, ours the same values.

Every value that the file brings is -1, so what is read afterwards was worked by LibreOffice.
That the file is what its format asks for is judged by a third: a port of the validator of
Microsoft's Open XML SDK. ``make check-workbooks`` does the same for the whole catalogue.
"""

import os
import random
import zipfile
from datetime import date
from pathlib import Path
from random import Random

import pytest
from openxml_audit import FileFormat, OpenXmlValidator

from openjcm.measure.period import Period
from openjcm.methodology import all_definitions, all_templates
from openjcm.papers.workbooks.asking import chosen, ordered
from openjcm.papers.workbooks.filled.comparing import outcome_of
from openjcm.papers.workbooks.filled.reading import read_workbook
from openjcm.papers.workbooks.sheets.writing import write_workbook
from told.libreoffice import converted
from told.random_values import random_values

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
    members, values, _ = random_values(of.definition, Random(seed))  # noqa: S311 - values, no secrets
    order, _ = ordered(
        of, members=members, periods=YEARS, estimated=values, measured=[values, values]
    )
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
    wrong = {name: each.differences for name, each in outcomes.items() if each.differences}
    assert not wrong, f"seed {seed}: {wrong}"
    assert all(len(each.vintages) == len(YEARS) and each.estimate for each in outcomes.values())


def test_what_nobody_recalculated_differs(tmp_path: Path) -> None:
    """The comparison sees every cell: before it is worked, all of them are -1."""
    path = _written("OJ_chiller_ver1", tmp_path, 1)

    outcome = outcome_of(read_workbook(path))

    cells = sum(len(line.values) for line in outcome.vintages[0].calculation.lines)
    # Each step, RE and PE once more over them, and the whole tonnes; in three columns.
    assert len(outcome.differences) == 3 * (cells + 3)


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
