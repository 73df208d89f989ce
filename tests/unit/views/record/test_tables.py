"""The public tables: what stands in them, where it was printed, and what stays blank."""

import csv
import io
from collections.abc import Callable
from datetime import date, datetime
from importlib.resources import files
from itertools import pairwise

import pytest

from openjcm.measure.errors import NotFound
from openjcm.views.reader import Reader
from openjcm.views.record.tables import (
    TABLES,
    Filled,
    Row,
    Table,
    Type,
    every_table,
    find_table,
    record_state,
)
from told.canary import CANARY
from told.stage import Told

OURS = files("openjcm.stories.published_record") / "projects.csv"
# The header of the official projects CSV.
OFFICIAL = (
    "reference_no,country,title,status,registration_date,host_participants,"
    "japanese_participants,methodologies"
)
PYTHON = {
    Type.TEXT: str,
    Type.NUMBER: int,
    Type.DAY: date,
    Type.INSTANT: datetime,
    Type.YES_NO: bool,
}


def _one(of: Filled, **cells: object) -> Row:
    """Return the one row with these cells."""
    (row,) = (row for row in of.rows if all(row[name] == cells[name] for name in cells))
    return row


@pytest.mark.parametrize("table", TABLES, ids=lambda table: str(table.name))
def test_an_amount_stands_beside_its_basis(table: Table) -> None:
    """Whatever is counted in tonnes is followed by the column that says why to believe it."""
    names = [column.name for column in table.columns]
    followed = dict(pairwise([*names, ""]))
    amounts = [column for column in table.columns if column.unit == "tCO2e"]

    for column in amounts:
        assert column.type is Type.NUMBER
        assert followed[column.name] == column.name.replace("_tco2e", "_basis")
    assert [name for name in names if name.endswith("_tco2e")] == [each.name for each in amounts]
    assert len(set(names)) == len(names)


@pytest.mark.parametrize("table", TABLES, ids=lambda table: str(table.name))
def test_cells_are_of_the_type_that_their_column_says(public: Reader, table: Table) -> None:
    """No cell that must be there is blank, no text is empty, no key stands twice."""
    found = find_table(public, table.name)

    assert found.rows
    for column in table.columns:
        cells = [row[column.name] for row in found.rows]
        assert {type(cell) for cell in cells} <= {PYTHON[column.type], type(None)}, column.name
        assert "" not in cells, column.name
        assert not (column.needed and None in cells), column.name
    keys = [tuple(row[name] for name in table.key) for row in found.rows]
    assert len(set(keys)) == len(keys)
    assert all(list(row) == [column.name for column in table.columns] for row in found.rows)


@pytest.mark.parametrize("table", TABLES, ids=lambda table: str(table.name))
def test_a_blank_amount_is_not_published_and_never_zero(public: Reader, table: Table) -> None:
    """A basis of undisclosed and a blank go together; no basis is of what is no amount at all."""
    for row in find_table(public, table.name).rows:
        for name in [name for name in row if name.endswith("_tco2e")]:
            basis = row[name.replace("_tco2e", "_basis")]
            assert (row[name] is None) == (basis in {"undisclosed", None}), (name, row)
            assert basis is not None or row["measure"] == "supported-projects", (name, row)


def test_every_row_says_where_it_was_printed(public: Reader) -> None:
    """With sources that the table of sources has, on their terms, and the record behind it."""
    tables = every_table(public)
    sources = {row["source"] for row in find_table(public, "sources").rows}

    for of in tables:
        if of.table.name in {"sources", "projects_official_columns"}:
            continue
        for row in of.rows:
            assert set(str(row["sources"]).split("; ")) <= sources
            assert str(row["source_url"]).startswith("http")
            assert row["licence"]
            assert "/joint record " in str(row["record"])
    assert [of.table for of in tables] == list(TABLES)


def test_the_official_columns_give_our_own_file_back(public: Reader) -> None:
    """Names, order and spellings of the official table, of every project."""
    found = find_table(public, "projects_official_columns")
    spelt = {
        "registered": "Project registered",
        "validation": "Validation",
        "registration-request-withdrawn": "Request for Registration withdrawn",
    }

    ours = list(csv.DictReader(io.StringIO(OURS.read_text(encoding="utf-8"), newline="")))

    assert ",".join(column.name for column in found.table.columns) == OFFICIAL
    assert len(found.rows) == len(ours) == 147
    for row, our in zip(found.rows, ours, strict=True):
        assert row["reference_no"] == our["reference_no"]
        assert row["title"] == our["title_en"]
        assert row["status"] == spelt[our["status"]]
        assert str(row["registration_date"] or "") == our["registered_on"]
        for name in ("host_participants", "japanese_participants"):
            assert (row[name] or "") == our[name]
        versions = our["methodologies"].replace("_ver0", " Ver").replace("_ver", " Ver")
        assert (row["methodologies"] or "") == versions
    assert _one(found, reference_no="BD002")["methodologies"] == "BD_AM001 Ver1.0"
    assert {row["country"] for row in found.rows} >= {"Viet Nam", "Lao PDR", "Saudi Arabia"}


def test_a_decision_is_one_row_and_its_lines_are_others(public: Reader) -> None:
    """BD-2022-03-28: 499 and 251 once, then 144 and 73, 355 and 178."""
    decision = _one(find_table(public, "decisions"), decision="BD-2022-03-28")
    lines = [
        row
        for row in find_table(public, "decision_lines").rows
        if row["decision"] == "BD-2022-03-28"
    ]

    assert (decision["notified_tco2e"], decision["goj_will_acquire_tco2e"]) == (499, 251)
    assert (decision["day_is"], decision["announced_on"]) == ("decided", date(2022, 3, 31))
    assert decision["notified_to_host_tco2e"] is None
    assert decision["issued_by_japan_standing"] == "undisclosed"
    assert [
        (row["projects"], row["months"], row["notified_tco2e"], row["goj_will_acquire_tco2e"])
        for row in lines
    ] == [("BD002", 29, 144, 73), ("BD004", 38, 355, 178)]


def test_an_issuance_that_is_open_is_no_zero(public: Reader) -> None:
    """MN006: Japan issued 24,249 on 30 January 2026, Mongolia nothing by 7 June 2026."""
    line = _one(find_table(public, "decision_lines"), decision="MN-2026-01-24", projects="MN006")

    assert (line["issued_by_japan_tco2e"], line["issued_by_japan_on"]) == (24249, date(2026, 1, 30))
    assert (line["notified_to_host_tco2e"], line["issued_by_host_tco2e"]) == (6063, None)
    assert (line["issued_by_host_standing"], line["open_by_host_on"]) == ("open", date(2026, 6, 7))


def test_amounts_say_what_is_counted(public: Reader) -> None:
    """TH001: 151 is counted once, 150 is another source's; a derived amount says how."""
    rows = find_table(public, "amounts").rows
    thailand = [
        row for row in rows if (row["decision"], row["measure"]) == ("TH-2018-04-20", "goj")
    ]
    derived = _one(
        find_table(public, "amounts"), decision="MN-2026-01-24", measure="notified", line=None,
        side=None,
    )  # fmt: skip

    assert [
        (row["line"], row["amount_tco2e"], row["rival"], row["counted"], row["source"])
        for row in thailand
    ] == [
        (None, 151, False, True, "nies-23982"),
        (1, 151, False, False, "nies-23982"),
        (1, 150, True, False, "indonesia-news-29118"),
    ]
    assert derived["calculation"] == "30312 + 322 + 139"
    assert (derived["amount_basis"], derived["source"]) == ("derived", None)
    assert str(thailand[2]["source_url"]) != str(thailand[1]["source_url"])


def test_partner_countries_stand_in_signing_order(public: Reader) -> None:
    """31 of them, Mongolia first, with the Japanese name and its reading."""
    rows = find_table(public, "partners").rows

    assert [row["signing_order"] for row in rows] == list(range(1, 32))
    assert (rows[0]["country"], rows[0]["name_ja"]) == ("MN", "モンゴル")
    assert rows[0]["signed_on"] == date(2013, 1, 8)


def test_a_project_says_what_was_printed_and_no_more(public: Reader) -> None:
    """A Japanese title only where one was printed; expected reductions are no credits."""
    projects = find_table(public, "projects")
    chiller, other = _one(projects, project="BD002"), _one(projects, project="ID015")

    assert str(chiller["title_ja"]).startswith("衣料品タグ工場")
    assert (chiller["funding_minimum_share"], chiller["decisions"]) == ("1/2", 1)
    assert (other["expected_per_year_tco2e"], other["expected_per_year_basis"]) == (
        742,
        "published",
    )
    assert _one(projects, project="BD001")["title_ja"] is None


def test_goals_and_progress_are_dated(public: Reader) -> None:
    """100 and 200 million tonnes, and what was printed of the scheme as a whole."""
    goals = find_table(public, "goals").rows
    progress = _one(find_table(public, "progress"), figure="expected-2021")

    assert [(row["fiscal_year"], row["amount_tco2e"]) for row in goals] == [
        (2030, 100_000_000),
        (2040, 200_000_000),
    ]
    assert (progress["amount_tco2e"], progress["about"], progress["by_year"]) == (
        17_000_000,
        True,
        2030,
    )


def test_sources_are_listed_once_with_what_cites_them(public: Reader) -> None:
    """The project table is behind 147 projects."""
    table = _one(find_table(public, "sources"), source="project-table")

    assert (table["kind"], table["facts"], table["state"]) == ("copy", 198, date(2026, 6, 7))
    assert str(table["licence"]).startswith("third-party copy")


def test_every_fact_is_there_as_it_was_recorded(public: Reader) -> None:
    """310 facts, each with its record; what it says is JSON with sorted keys."""
    facts = find_table(public, "facts")
    goal = _one(facts, kind="goal", key="FY2030")

    assert len(facts.rows) == 310
    assert str(goal["says"]).startswith('{"fiscal_year": 2030, ')
    assert goal["on_day"] == date(2021, 10, 22)
    assert goal["superseded_at"] is None


def test_facts_of_the_first_form_are_rows_too(filled: Reader) -> None:
    """Without names of sources and with blanks: the address stands for the name."""
    decision = _one(find_table(filled, "decisions"), decision="BD-2023-06-05")

    assert decision["goj_will_acquire_tco2e"] is None
    assert decision["sources"] == decision["source_url"] == "https://example.org/later"
    assert decision["licence"] is None


def test_a_rehearsal_is_in_no_table(public: Reader) -> None:
    """REHEARSAL_IS_APART: no word of one, and it does not change the state of the record."""
    assert CANARY not in repr(every_table(public))
    assert "BD-R" not in repr(every_table(public))


def test_a_table_that_is_not_there_is_said_to_be_so(public: Reader) -> None:
    """The refusal lists the tables there are."""
    with pytest.raises(NotFound, match="tables are partners, projects") as refusal:
        find_table(public, "rehearsals")

    assert refusal.value.code == "no-table"


def test_the_state_of_the_record_changes_with_it(
    ask: Callable[[Told], Reader], story: Told, longer: Told
) -> None:
    """A further fact gives another digest and a later instant; asking again gives the same."""
    before, after = record_state(ask(story)), record_state(ask(longer))

    assert len(before.digest) == len(after.digest) == 64
    assert before.digest != after.digest
    assert before.at is not None
    assert after.at is not None
    assert before.at < after.at
    assert record_state(ask(longer)) == after
