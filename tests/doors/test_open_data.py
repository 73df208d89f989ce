"""Open data through the site and the shell: the same files, whole, and asked for only once."""

import csv
import hashlib
import io
import json
import zipfile
from html import unescape
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from openjcm.papers.recorded import as_recorded
from openjcm.papers.words import LANGUAGES
from openjcm.views.record.tables import TABLES
from told.asking import Answers, Shell

if TYPE_CHECKING:
    from django.test import Client

MEDIA = {
    "csv": "text/csv; charset=utf-8",
    "json": "application/json; charset=utf-8",
    "parquet": "application/vnd.apache.parquet",
}
ABOUT_ALL = ("datapackage.json", "SHA256SUMS", "openjcm-open-data.zip")


def _file(client: "Client", name: str) -> bytes:
    response = client.get(f"/open-data/{name}")
    assert response.status_code == 200, name
    return response.content


def _sums(client: "Client") -> dict[str, str]:
    lines = _file(client, "SHA256SUMS").decode().splitlines()
    return {name: digest for digest, name in (line.split("  ") for line in lines)}


@pytest.mark.parametrize("table", TABLES, ids=lambda table: str(table.name))
def test_a_table_is_the_same_in_every_form(client: "Client", cli: Answers, table: Any) -> None:  # noqa: ANN401 - a table
    """The rows of the shell are those of the JSON file, and as text those of the CSV file."""
    rows = cli("open-data", table.name)

    assert json.loads(_file(client, f"{table.name}.json")) == rows
    said = io.StringIO(_file(client, f"{table.name}.csv").decode("utf-8-sig"), newline="")
    names = {True: "true", False: "false", None: ""}
    wanted = [
        {
            name: names[cell] if cell is None or isinstance(cell, bool) else str(cell)
            for name, cell in row.items()
        }
        for row in rows
    ]
    assert list(csv.DictReader(said)) == wanted


@pytest.mark.parametrize("ending", MEDIA)
def test_every_file_is_what_the_checksums_say(client: "Client", ending: str) -> None:
    """Of each table, with its media type; anybody's page may read it."""
    sums = _sums(client)

    for table in TABLES:
        response = client.get(f"/open-data/{table.name}.{ending}")
        assert hashlib.sha256(response.content).hexdigest() == sums[f"{table.name}.{ending}"]
        assert response["Content-Type"] == MEDIA[ending]
        assert response["Access-Control-Allow-Origin"] == "*"
        assert response["Cross-Origin-Resource-Policy"] == "cross-origin"
        assert ("attachment" in response.get("Content-Disposition", "")) == (ending != "json")


@pytest.mark.parametrize("name", ["decisions.csv", "facts.parquet", *ABOUT_ALL])
def test_who_has_a_file_is_told_so(client: "Client", name: str) -> None:
    """An ETag comes with it; asked with the same one, nothing is sent again."""
    etag = client.get(f"/open-data/{name}")["ETag"]

    again = client.get(f"/open-data/{name}", headers={"if-none-match": etag})
    other = client.get(f"/open-data/{name}", headers={"if-none-match": '"another"'})

    assert (again.status_code, again.content, again["ETag"]) == (304, b"", etag)
    assert other.status_code == 200
    assert client.head(f"/open-data/{name}")["ETag"] == etag


def test_the_archive_holds_what_the_site_gives(client: "Client") -> None:
    """Every other file, byte by byte."""
    with zipfile.ZipFile(io.BytesIO(_file(client, "openjcm-open-data.zip"))) as archive:
        for name in archive.namelist():
            assert archive.read(name) == _file(client, name), name
        assert set(archive.namelist()) == {*_sums(client), "SHA256SUMS"}


@pytest.mark.parametrize("name", ["rehearsals.csv", "decisions.xlsx", "..", "decisions"])
def test_a_file_that_is_not_there_is_said_to_be_so(client: "Client", name: str) -> None:
    """404 in words."""
    assert client.get(f"/open-data/{name}").status_code == 404


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_lists_every_file_with_size_and_checksum(client: "Client", language: str) -> None:
    """And every column with what it means."""
    shown = unescape(client.get(f"/{language}/open-data").content.decode())
    described = json.loads(_file(client, "datapackage.json"))["resources"]

    for each in described:
        assert f'href="/open-data/{each["path"]}"' in shown
        assert each["hash"].removeprefix("sha256:") in shown
        assert f"{each['bytes']:,}" in shown
        assert all(f"<code>{field['name']}</code>" in shown for field in each["schema"]["fields"])
        notes = [as_recorded(language, note["title"]) for note in each["licenses"][1:]]
        assert all(note in shown for note in notes)
    for name in ABOUT_ALL:
        assert f'href="/open-data/{name}"' in shown
    assert ("What the committee notified" in shown) == (language == "en")
    assert ("合同委員会が双方に通知した量" in shown) == (language == "ja")


def test_the_shell_writes_the_files_of_the_site(
    client: "Client", shell: Shell, tmp_path: Path
) -> None:
    """``--all`` fills a folder, and each file in it is that of the site."""
    code, said, told = shell("open-data", "--all", "-o", str(tmp_path / "data"))

    assert (code, said) == (0, "")
    assert "36 files" in told
    sums = _sums(client)
    assert {path.name for path in (tmp_path / "data").iterdir()} == {*sums, *ABOUT_ALL}
    for path in (tmp_path / "data").iterdir():
        assert path.read_bytes() == _file(client, path.name), path.name


@pytest.mark.parametrize("ending", MEDIA)
def test_the_shell_writes_one_table(
    client: "Client", shell: Shell, tmp_path: Path, ending: str
) -> None:
    """In the format that was asked for."""
    path = tmp_path / "decisions"

    code, _, told = shell("open-data", "decisions", "--format", ending, "-o", str(path))

    assert code == 0
    assert f"written: {path}" in told
    assert path.read_bytes() == _file(client, f"decisions.{ending}")


def test_the_shell_prints_a_table_as_csv(client: "Client", shell: Shell) -> None:
    """Unless another format is asked for."""
    assert shell("open-data", "goals")[1].encode() == _file(client, "goals.csv")
    assert shell("open-data", "goals", "--format", "json")[1].encode() == _file(
        client, "goals.json"
    )


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("rehearsals",), 3, "tables are partners"),
        (("goals", "--format", "xlsx"), 2, "csv, json, parquet"),
        (("goals", "--format", "parquet"), 2, "-o FILE"),
        (("--all",), 2, "-o FOLDER"),
        (("goals", "-o", "/dev/full"), 7, "nothing was half-written"),
    ],
)
def test_the_shell_says_what_it_needs(
    shell: Shell, words: tuple[str, ...], code: int, said: str
) -> None:
    """Each refusal with its exit code and the way out."""
    found, out, told = shell("open-data", *words)

    assert (found, out) == (code, "")
    assert said in told


def test_the_tables_are_described_in_the_shell(cli: Answers) -> None:
    """Without a table they are listed, with columns, units and what they mean."""
    said = {each["table"]: each for each in cli("open-data")}

    assert list(said) == [table.name for table in TABLES]
    amount = next(each for each in said["goals"]["columns"] if each["name"] == "amount_tco2e")
    assert (amount["type"], amount["unit"]) == ("integer", "tCO2e")
    assert said["projects"]["rows"] == 147
