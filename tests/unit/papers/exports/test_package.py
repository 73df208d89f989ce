"""All files together: described for programs, with checksums, in one archive; words for people."""

import hashlib
import io
import json
import re
import zipfile
from datetime import UTC, date, datetime
from typing import Any

import pytest

from openjcm.papers.exports.column_words import WORDS, column_sentence, table_sentence, unit_words
from openjcm.papers.exports.data_file import DataFile
from openjcm.papers.exports.open_data import open_data_files
from openjcm.papers.words import LANGUAGES, MissingWord
from openjcm.views.record.tables import TABLES, Cell, Column, Filled, Row, Type

AT = datetime(2026, 6, 7, 9, 30, tzinfo=UTC)
CELLS: dict[Type, Cell] = {
    Type.TEXT: "text",
    Type.NUMBER: 1,
    Type.DAY: date(2026, 6, 7),
    Type.INSTANT: AT,
    Type.YES_NO: True,
}
# As the Data Package standard writes names, and as RFC 3339 writes instants.
NAME = re.compile(r"^[a-z0-9._/-]+$")


def _row(columns: tuple[Column, ...]) -> Row:
    cells = {column.name: CELLS[column.type] for column in columns}
    said: dict[str, Cell] = {"source": "page", "licence": "facts quoted with source"}
    return {name: said.get(name, cell) for name, cell in cells.items()}


FILLED = tuple(Filled(table, (_row(table.columns),)) for table in TABLES)


@pytest.fixture(scope="module")
def files() -> dict[str, DataFile]:
    """Every file of one made-up row a table."""
    return {each.name: each for each in open_data_files(FILLED, recorded_at=AT)}


@pytest.fixture(scope="module")
def about(files: dict[str, DataFile]) -> Any:  # noqa: ANN401 - JSON
    """The description of the files, read."""
    return json.loads(files["datapackage.json"].content)


def test_every_table_is_there_in_three_formats(files: dict[str, DataFile]) -> None:
    """And beside them the description, the checksums and the archive."""
    tables = {f"{table.name}.{end}" for table in TABLES for end in ("csv", "json", "parquet")}

    assert set(files) == {
        *tables,
        "datapackage.json",
        "SHA256SUMS",
        "openjcm-open-data.zip",
    }
    assert all(each.size == len(each.content) > 0 for each in files.values())


def test_the_checksums_are_those_of_the_files(files: dict[str, DataFile]) -> None:
    """One line a file, as sha256sum reads it; the list is not of itself."""
    lines = files["SHA256SUMS"].content.decode().splitlines()
    said = {name: digest for digest, name in (line.split("  ") for line in lines)}

    assert set(said) == set(files) - {"SHA256SUMS", "openjcm-open-data.zip"}
    for name, digest in said.items():
        assert digest == hashlib.sha256(files[name].content).hexdigest()


def test_the_archive_holds_every_other_file(files: dict[str, DataFile]) -> None:
    """Byte by byte, and it is the same archive however often it is made."""
    with zipfile.ZipFile(io.BytesIO(files["openjcm-open-data.zip"].content)) as archive:
        held = {name: archive.read(name) for name in archive.namelist()}

    others = {name: each for name, each in files.items() if name != "openjcm-open-data.zip"}
    assert held == {name: each.content for name, each in others.items()}
    again = open_data_files(FILLED, recorded_at=AT)
    assert [each.sha256 for each in again] == [each.sha256 for each in files.values()]


def test_the_description_is_a_data_package(files: dict[str, DataFile], about: Any) -> None:  # noqa: ANN401 - JSON
    """What the standard asks of a package and of each resource, with sizes and digests."""
    assert NAME.match(about["name"])
    assert about["created"] == "2026-06-07T09:30:00.000Z"
    assert about["sources"] == [
        {
            "key": "page",
            "title": "text",
            "path": "text",
            "kind": "text",
            "licence": "facts quoted with source",
            "state": "2026-06-07",
        }
    ]
    assert len(about["resources"]) == 3 * len(TABLES)
    assert len({each["name"] for each in about["resources"]}) == 3 * len(TABLES)
    for each in about["resources"]:
        file = files[each["path"]]
        assert NAME.match(each["name"])
        assert (each["bytes"], each["hash"]) == (file.size, f"sha256:{file.sha256}")
        assert each["mediatype"] == file.media.partition(";")[0]
        assert ("encoding" in each) == (each["format"] != "parquet")
        assert ("dialect" in each) == (each["format"] == "csv")


def test_every_resource_says_its_licences(about: Any) -> None:  # noqa: ANN401 - JSON
    """How it is arranged is ours; what it says stays under the terms of its sources."""
    for each in about["resources"]:
        ours, *theirs = each["licenses"]
        assert ours["name"] == "Apache-2.0"
        assert theirs == [{"name": "notspecified", "title": "facts quoted with source"}]


def test_every_column_is_described(about: Any) -> None:  # noqa: ANN401 - JSON
    """Type, unit, sentence, and whether it may be blank, in the order in which they stand."""
    tables = {table.name: table for table in TABLES}

    for each in about["resources"]:
        table = tables[each["title"]]
        fields = each["schema"]["fields"]
        by_name = sorted(table.columns, key=lambda column: column.name)
        columns = by_name if each["format"] == "json" else table.columns
        assert [field["name"] for field in fields] == [column.name for column in columns]
        assert each["schema"]["primaryKey"] == list(table.key)
        assert each["schema"]["missingValues"] == [""]
        for field, column in zip(fields, columns, strict=True):
            assert field["type"] in {"string", "integer", "date", "datetime", "boolean"}
            assert field["description"].endswith(".")
            assert field.get("unit", "") == column.unit
            assert field["constraints"] == {"required": column.needed}


def test_an_empty_record_is_described_without_an_instant() -> None:
    """Nothing was recorded, so nothing says when."""
    empty = tuple(Filled(table, ()) for table in TABLES)
    files = {each.name: each for each in open_data_files(empty, recorded_at=None)}

    about = json.loads(files["datapackage.json"].content)
    assert "created" not in about
    assert about["sources"] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_table_and_column_has_its_words(language: str) -> None:
    """In each language, and nothing is left over in its catalogue."""
    for table in TABLES:
        assert table_sentence(language, table.name)
        for column in table.columns:
            assert column_sentence(language, table.name, column.name)
            assert not column.unit or unit_words(language, column.unit)
    assert table_sentence(language, "all")
    assert WORDS.keys(language) == WORDS.keys("en")


def test_no_words_are_left_over() -> None:
    """Every key of the catalogue is a table, a unit or a column that there is."""
    known = {"table-all", "column-any-basis"}
    for table in TABLES:
        name = table.name.replace("_", "-")
        known.add(f"table-{name}")
        for column in table.columns:
            own = column.name.replace("_", "-")
            known |= {f"column-{own}", f"column-{name}-{own}", f"unit-{column.unit.lower()}"}

    assert WORDS.keys("en") <= known


def test_a_column_may_have_words_of_its_own_in_one_table() -> None:
    """The basis of an amount is said once for all; what nobody knows is refused."""
    assert column_sentence("en", "goals", "amount_tco2e") != column_sentence(
        "en", "amounts", "amount_tco2e"
    )
    assert column_sentence("en", "goals", "amount_basis") == column_sentence(
        "en", "decisions", "notified_basis"
    )
    with pytest.raises(MissingWord):
        column_sentence("en", "goals", "colour")
