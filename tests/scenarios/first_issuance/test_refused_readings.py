"""Input that is refused: one clear refusal with file and row, and nothing half-written."""

import shutil
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path

import pytest

from openjcm.measure.errors import Malformed, NotFound, SchemeError
from openjcm.rulebook import Rule
from openjcm.store.database import Database, connect
from openjcm.stories.thread import desk, play_story

FOLDER = Path(str(files("openjcm.stories"))) / "first_issuance"
PARAMETERS = (FOLDER / "parameters.toml").read_text(encoding="utf-8")
Refused = Callable[[type[SchemeError], str], SchemeError]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Give a copy of the story's own readings, to be spoiled."""
    for path in (FOLDER / "months").glob("*.csv"):
        shutil.copy(path, tmp_path)
    return tmp_path


@pytest.fixture
def refused(database: Database, folder: Path) -> Refused:
    """Expect the folder to be refused, with nothing written."""

    def refusing(kind: type[SchemeError], code: str) -> SchemeError:
        before = _state(database)
        with pytest.raises(kind) as refusal:
            play_story("first-issuance", desk(database), readings=folder)
        assert (type(refusal.value), refusal.value.code) == (kind, code)
        assert _state(database) == before, "a refused input leaves no trace"
        return refusal.value

    return refusing


def test_a_missing_file_is_named(folder: Path, refused: Refused) -> None:
    """The refusal says which file belongs there."""
    (folder / "BD004.csv").unlink()

    refusal = refused(NotFound, "no-readings")

    assert "BD004.csv" in refusal.message
    assert str(folder) in refusal.message


def test_a_folder_that_does_not_exist_is_named(folder: Path, refused: Refused) -> None:
    """As if its files were missing."""
    shutil.rmtree(folder)

    assert str(folder) in refused(NotFound, "no-readings").message


@pytest.mark.parametrize(
    ("row", "place"),
    [
        ("BD002-EC-1,2017-05-01T00:00:00+06:00,twelve", "BD002.csv row 4"),
        ("BD002-EC-1,2017-05-01T00:00:00,130718737", "BD002.csv row 4"),
        ("BD002-EC-1,2017-05-01T00:00:00+06:00,-5", "BD002.csv row 4"),
        ("BD002-EC-1,2017-05-01T00:00:00+06:00", "BD002.csv row 4"),
        ("BD009-EC-1,2017-05-01T00:00:00+06:00,130718737", "BD002.csv row 4"),
    ],
)
def test_a_bad_row_is_named_with_its_file(
    folder: Path, refused: Refused, row: str, place: str
) -> None:
    """No number, no offset, below zero, a cell short, a meter of nobody: file and row."""
    _spoil(folder / "BD002.csv", 4, row)

    refusal = refused(Malformed, "input-refused")

    assert place in [finding.place for finding in refusal.findings]


def test_a_missing_reading_at_the_turn_of_a_year_is_named(folder: Path, refused: Refused) -> None:
    """Without it nobody can say which vintage the energy belongs to."""
    lines = (folder / "BD002.csv").read_text(encoding="utf-8").splitlines(keepends=True)
    kept = [line for line in lines if "2018-01-01" not in line]
    (folder / "BD002.csv").write_text("".join(kept), encoding="utf-8")

    refusal = refused(Malformed, "input-refused")

    (finding,) = refusal.findings
    assert finding.place.startswith("BD002.csv row ")
    assert "2018-01-01T00:00:00+06:00" in finding.message


def test_faults_of_all_files_are_said_at_once(folder: Path, refused: Refused) -> None:
    """One bad row in each file is two findings of one refusal."""
    _spoil(folder / "BD002.csv", 4, "BD002-EC-1,2017-05-01T00:00:00+06:00,x")
    _spoil(folder / "BD004.csv", 9, "BD004-EG-1,never,5")

    refusal = refused(Malformed, "input-refused")

    places = {finding.place for finding in refusal.findings}
    assert {"BD002.csv row 4", "BD004.csv row 9"} <= places


@pytest.mark.parametrize(
    ("old", "new", "code", "word"),
    [
        (
            '[project.BD002]\nmethodology = "BD_AM001_ver01.0"\n',
            "[project.BD002]\n",
            "parameters-unreadable",
            "methodology",
        ),
        ('worked_by = "OJ_cop_ratio_ver1"\n', "", "input-refused", "no source states the relation"),
        ('"OJ_cop_ratio_ver1"', '"OJ_displacement_ver1"', "input-refused", "OJ_cop_ratio_ver1"),
        ('"OJ_cop_ratio_ver1"', "[7]", "input-refused", "neither BD_AM001_ver01.0 nor"),
        ("first = 2017-03-01\n", "", "parameters-unreadable", "first"),
        ("first = 2017-03-01\n", 'first = "March"\n', "parameters-unreadable", "BD002"),
        ('readings = "BD002.csv.gz"\n', "", "parameters-unreadable", "readings"),
        ("[project.BD004", "[project.BD005", "parameters-unreadable", "BD004"),
        ("value = 0.67\n", "value = 0.67.1\n", "parameters-unreadable", "parameters.toml"),
        ("[project.", "[other.", "parameters-unreadable", "project"),
        ("value = 0.67\n", "", "input-refused", "value"),
        ("value = 0.67\n", 'value = "much"\n', "input-refused", "BD002"),
        (
            'readings_basis = "reconstructed"',
            'readings_basis = "guessed"',
            "input-refused",
            "guessed",
        ),
        ("[project.BD002.fixed.EF]", "[project.BD002.fixed.EG]", "input-refused", "EF"),
        ('unit = "tCO2e/MWh"', 'unit = "kgCO2e/kWh-of-something"', "input-refused", "EF"),
        ('unit = "tCO2e/MWh"', 'unit = "MWh"', "input-refused", "EF"),
        ('unit = "tCO2e/MWh"\n', "", "input-refused", "unit"),
        ('basis = "reconstructed"', 'basis = "published"', "input-refused", "reconstructed or"),
        ('basis = "reconstructed"', 'basis = "measured"', "input-refused", "reconstructed or"),
        ('parameter = "EC_PJ"', 'parameter = "EC"', "input-refused", "EC"),
        ('zone = "Asia/Dhaka"', 'zone = "Asia/Nowhere"', "input-refused", "Asia/Nowhere"),
        ('zone = "Asia/Dhaka"', 'zone = "Asia/Omsk"', "input-refused", "Asia/Omsk"),
    ],
)
def test_parameters_that_cannot_be_read_are_refused(
    folder: Path, refused: Refused, old: str, new: str, code: str, word: str
) -> None:
    """A field that is missing or means nothing is named."""
    assert old in PARAMETERS
    (folder / "parameters.toml").write_text(PARAMETERS.replace(old, new), encoding="utf-8")

    refusal = refused(Malformed, code)

    told = " ".join(
        [refusal.message, *(f"{each.place} {each.message}" for each in refusal.findings)]
    )
    assert word in told


def test_one_reading_file_for_two_projects_is_refused(folder: Path, refused: Refused) -> None:
    """READINGS_COUNT_ONCE: said before the first of them has used it."""
    text = PARAMETERS.replace("BD004-EG-1", "BD002-EC-1").replace(
        '"BD004.csv.gz"', '"BD002.csv.gz"'
    )
    (folder / "parameters.toml").write_text(
        text.replace("first = 2016-06-01", "first = 2017-03-01"), encoding="utf-8"
    )

    refusal = refused(Malformed, "input-refused")

    assert {finding.rule for finding in refusal.findings} == {Rule.READINGS_COUNT_ONCE}


@pytest.mark.parametrize(
    ("line", "code", "word"),
    [
        ('minimum_share = "1/3"', "input-refused", "at least 1/2"),
        ('minimum_share = "half"', "input-refused", "half"),
        ('minimum_share = "1/0"', "input-refused", "BD002"),
        ('rounding_reading = "0003"', "input-refused", "0003"),
        ('programme = "Another"', "input-refused", "Another"),
        ('colour = "blue"', "input-refused", "colour"),
        ('basis = "published"', "parameters-unreadable", "reconstructed or illustrative"),
    ],
)
def test_a_funding_that_proposes_nothing_is_refused(
    folder: Path, refused: Refused, line: str, code: str, word: str
) -> None:
    """FINANCING_SHARE: a share below the programme's, or one that cannot be read, is named."""
    funding = {
        "programme": 'programme = "Financing Programme for JCM Model Projects"',
        "minimum_share": 'minimum_share = "1/2"',
        "rounding_reading": 'rounding_reading = "0001"',
        line.split(" = ", maxsplit=1)[0]: line,
    }
    text = "\n".join([PARAMETERS, "[project.BD002.funding]", *funding.values(), ""])
    (folder / "parameters.toml").write_text(text, encoding="utf-8")

    refusal = refused(Malformed, code)

    told = " ".join([refusal.message, *(each.message for each in refusal.findings)])
    assert word in told


def test_a_methodology_that_nobody_knows_is_not_found(folder: Path, refused: Refused) -> None:
    """The refusal names it."""
    text = PARAMETERS.replace("BD_AM002_ver01.0", "BD_AM999_ver01.0")
    (folder / "parameters.toml").write_text(text, encoding="utf-8")

    refusal = refused(Malformed, "input-refused")

    assert "BD_AM999_ver01.0" in refusal.findings[0].message


def test_corrected_readings_are_played_after_a_refusal(
    database: Database, folder: Path, refused: Refused
) -> None:
    """Nothing of the refused try stands in the way of the next."""
    good = (folder / "BD002.csv").read_text(encoding="utf-8")
    _spoil(folder / "BD002.csv", 4, "BD002-EC-1,2017-05-01T00:00:00+06:00,x")
    refused(Malformed, "input-refused")
    (folder / "BD002.csv").write_text(good, encoding="utf-8")

    played = play_story("first-issuance", desk(database), readings=folder)

    assert len(played.receipts) == len(played.story.steps)
    assert _state(database)[1] > 0


def _spoil(path: Path, row: int, text: str) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()
    lines[row - 1] = text
    path.write_text("\n".join([*lines, ""]), encoding="utf-8")


def _state(database: Database) -> tuple[int, int, int]:
    """Count records, persons and filed documents."""
    with connect(database.app_url) as connection:
        row = connection.execute(
            "SELECT (SELECT count(*) FROM partnership WHERE kind = 'rehearsal') AS rehearsals,"
            " (SELECT count(*) FROM journal) AS records"
        ).fetchone()
    assert row is not None
    filed = sum(path.is_file() for path in database.files.rglob("*"))
    return row["rehearsals"], row["records"], filed
