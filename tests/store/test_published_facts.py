"""Published facts on PostgreSQL: what a newer file changes, and the tables that follow from it."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from openjcm.measure.errors import Finding, Malformed
from openjcm.store.embedded import Addresses
from openjcm.store.journal import PostgresJournal
from openjcm.store.last_seen import LastSeen
from openjcm.store.projecting.projections import FORM
from openjcm.store.projecting.rebuilding import rebuild_if_needed
from openjcm.store.verifying.replay import check_record
from openjcm.stories.play import play
from openjcm.stories.published_record.differences import Change, Difference, Kind
from openjcm.stories.published_record.fact import PublishedFact
from openjcm.stories.published_record.facts import (
    changes,
    record_published_facts,
    record_shipped_facts,
)
from openjcm.stories.published_record.files import shipped_facts
from openjcm.stories.story_file import read_story
from told.stage import Server, Told, copied, told

KEY = ("issuance-decision", "BD-2022-03-28")
COUNTS = "SELECT (SELECT count(*) FROM journal) AS records, count(*) AS facts FROM published_fact"


@pytest.fixture(scope="session")
def entered(cluster: Server, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Told]:
    """Enter the published record once, and play nothing."""
    with told(cluster, tmp_path_factory.mktemp("entered"), steps=0) as new:
        yield new


@pytest.fixture
def record(cluster: Server, entered: Told, tmp_path: Path) -> Iterator[Told]:
    """Give a copy of the published record."""
    with copied(cluster, entered, tmp_path / "data") as copy:
        yield copy


def _newer(**says: object) -> tuple[PublishedFact, ...]:
    """Return the shipped facts, the decision of Bangladesh saying something else."""
    return tuple(
        replace(each, says={**each.says, **says}) if (each.fact, each.key) == KEY else each
        for each in shipped_facts()
    )


def _enter(record: Told, facts: tuple[PublishedFact, ...]) -> tuple[Change, ...]:
    with record.journal() as journal:
        return record_published_facts(facts, journal=journal)


def _rows(record: Told, sql: str, *values: object) -> list[dict[str, Any]]:
    with record.app() as connection:
        return connection.execute(sql.encode(), values).fetchall()


def test_loading_twice_changes_nothing(record: Told) -> None:
    """Neither a record nor a row is added, and no difference is found."""
    before = _rows(record, COUNTS)

    assert changes(shipped_facts(), record.addresses.app_url) == ()
    assert _enter(record, shipped_facts()) == ()
    assert _rows(record, COUNTS) == before


def test_a_newer_file_is_told_field_by_field_and_entered(record: Told) -> None:
    """The older version stays, with the instant until which it stood."""
    total = {"notified": 499, "goj": 252}
    wanted = Change(Kind.CHANGED, "BD", *KEY, fields=(Difference("total.goj", 251, 252),))

    assert changes(_newer(total=total), record.addresses.app_url) == (wanted,)
    assert _enter(record, _newer(total=total)) == (wanted,)

    versions = _rows(
        record,
        "SELECT body -> 'total' ->> 'goj' AS goj, superseded_at IS NULL AS stands"
        " FROM published_fact WHERE (fact, key) = (%s, %s) ORDER BY seq",
        *KEY,
    )
    assert [(each["goj"], each["stands"]) for each in versions] == [("251", False), ("252", True)]
    amounts = _rows(
        record,
        "SELECT amount FROM published_amount WHERE decision = %s AND measure = 'goj' AND line = 0",
        KEY[1],
    )
    assert [each["amount"] for each in amounts] == [252], "the table has the standing version only"


def test_what_was_loaded_before_the_first_start_stands(
    untouched: Addresses, tmp_path: Path
) -> None:
    """What comes with the installation fills up what is missing, and says what it left alone."""
    journal = PostgresJournal(untouched.app_url, LastSeen(tmp_path / "last-seen.json"))
    with closing(journal):
        newer = _newer(total={"notified": 499, "goj": 252})
        record_published_facts([each for each in newer if each.key == KEY[1]], journal=journal)

        first = record_shipped_facts(journal=journal)
        again = record_shipped_facts(journal=journal)

    total = Difference("total.goj", 252, 251)
    left = Change(Kind.KEPT, "BD", *KEY, fields=(total,))
    assert [each.kind for each in first].count(Kind.NEW) == len(shipped_facts()) - 1
    assert left in first
    assert again == (left,)


def test_a_return_to_what_was_said_before_is_entered(record: Told) -> None:
    """There and back are two changes; the request of long ago is not taken for a repeat."""
    newer = _newer(total={"notified": 499, "goj": 252})

    assert [len(_enter(record, facts)) for facts in (newer, shipped_facts(), newer, newer)] == [
        1,
        1,
        1,
        0,
    ]
    assert changes(newer, record.addresses.app_url) == ()
    assert check_record(record.addresses.app_url, record.last_seen) == []


def test_what_the_files_no_longer_have_stays_and_is_told(record: Told) -> None:
    """Nothing leaves the record because a file is shorter."""
    shorter = tuple(each for each in shipped_facts() if each.key != "BD003")

    assert _enter(record, shorter) == (Change(Kind.GONE, "BD", "project", "BD003"),)
    assert _rows(record, "SELECT id FROM published_project WHERE id = 'BD003'")


def test_a_new_fact_is_entered_and_progress_is_told(record: Told) -> None:
    """How many are left is counted in facts that differ, not in all facts."""
    project = next(each for each in shipped_facts() if each.key == "BD003")
    more = (*shipped_facts(), replace(project, key="BD099"))
    told_: list[tuple[int, int, str]] = []

    with record.journal() as journal:
        found = record_published_facts(
            more, journal=journal, progress=lambda *each: told_.append(each)
        )

    assert found == (Change(Kind.NEW, "BD", "project", "BD099"),)
    assert told_ == [(1, 1, "BD BD099")]


def test_nothing_is_entered_where_one_fact_is_wrong(record: Told) -> None:
    """The whole set is checked before the first is recorded, and every fault is named."""
    before = _rows(record, COUNTS)
    good = _newer(total={"notified": 499, "goj": 252})
    project = next(each for each in good if each.key == "VN001")
    bad = replace(project, key="VN099", says={**project.says, "registered_on": "soon"})

    with pytest.raises(Malformed) as refusal:
        _enter(record, (*good, bad, replace(project, key="VN098", says={})))

    assert refusal.value.code == "facts-refused"
    assert [each.message.partition(":")[0] for each in refusal.value.findings] == [
        "registered_on",
        "title_en",
        "sources",
    ]
    assert refusal.value.findings[0] == Finding(
        "published-fact",
        project.place,
        "registered_on: 'soon' is not a day; write it as 2022-03-28",
    )
    assert _rows(record, COUNTS) == before


def test_a_fact_of_a_day_to_come_enters_nothing(record: Told) -> None:
    """Asked beforehand, or those before it would be entered; a trial refuses it too."""
    before = _rows(record, COUNTS)
    good = _newer(total={"notified": 499, "goj": 252})
    project = next(each for each in good if each.key == "VN001")
    late = (*good, replace(project, key="VN099", on=date(2099, 1, 1)))

    for refused in (_enter, lambda told, facts: changes(facts, told.addresses.app_url)):
        with pytest.raises(Malformed) as refusal:
            refused(record, late)
        assert [each.message.partition(" has")[0] for each in refusal.value.findings] == [
            "on: 2099-01-01"
        ]
    assert _rows(record, COUNTS) == before


def test_the_tables_hold_what_the_facts_say(record: Told) -> None:
    """Projects, decisions, amounts and what can be found, as the sources print them."""
    project = _rows(record, "SELECT * FROM published_project WHERE id = 'BD002'")[0]
    decision = _rows(record, "SELECT * FROM published_decision WHERE key = 'MN-2026-01-24'")[0]
    issued = _rows(
        record,
        "SELECT line, projects, side, amount, on_day::text FROM published_amount"
        " WHERE decision = 'MN-2026-01-24' AND measure = 'issued' ORDER BY number",
    )

    assert (project["host"], project["status"], project["methodologies"]) == (
        "BD",
        "registered",
        ["BD_AM001_ver01.0"],
    )
    assert decision["projects"] == ["MN001", "MN002", "MN006"]
    assert [(each["line"], each["side"], each["amount"]) for each in issued] == [
        (0, "JP", 24615),
        (1, "JP", 24249),
        (2, "JP", 256),
        (3, "JP", 110),
    ], "Mongolia has issued nothing of it yet: no row, no zero"
    assert (issued[1]["projects"], issued[1]["on_day"]) == (["MN006"], "2026-01-30")


def test_what_can_be_found_has_the_words_of_both_languages(record: Told) -> None:
    """A project by a participant and a Japanese word, a decision by its project."""
    asked = "SELECT kind, key FROM findable WHERE words @@ %s::tsquery ORDER BY kind, key"

    assert _rows(record, asked, "'ebara' & '衣料'") == [{"kind": "project", "key": "BD002"}]
    assert {"kind": "decision", "key": KEY[1]} in _rows(record, asked, "'bd002'")
    assert {"kind": "partner", "key": "MN"} in _rows(record, asked, "'mongolia'")
    assert not _rows(record, asked, "'fy2030'"), "goals are not searched for"


def test_facts_of_the_first_form_are_still_shown(record: Told) -> None:
    """One methodology by itself, no status printed, no Japanese title."""
    project = next(each for each in shipped_facts() if each.key == "BD003")
    sources = project.says["sources"]
    first = {"title_en": "A loom", "methodology": "BD_AM003_ver01.0", "sources": sources}
    registered = {**first, "registered_on": "2019-04-04"}
    _enter(
        record,
        (
            *shipped_facts(),
            replace(project, key="BD097", says={"title_en": "A loom", "sources": sources}),
            replace(project, key="BD098", says=first),
            replace(project, key="BD099", says=registered),
        ),
    )

    rows = _rows(
        record,
        "SELECT title_ja, status, methodologies FROM published_project"
        " WHERE id IN ('BD097', 'BD098', 'BD099') ORDER BY id",
    )
    assert [tuple(each.values()) for each in rows] == [
        ("A loom", "unknown", []),
        ("A loom", "unknown", ["BD_AM003_ver01.0"]),
        ("A loom", "registered", ["BD_AM003_ver01.0"]),
    ]


def test_tables_of_another_form_are_made_anew_from_the_journal(record: Told) -> None:
    """An older data directory has the rows of today's code after its next start."""
    said: list[str] = []
    with record.owner() as owner:
        owner.execute("UPDATE projected SET form = 0")
        owner.execute("TRUNCATE published_amount")

    assert rebuild_if_needed(record.addresses.owner_url, said.append) is True

    assert said == ["record: making the tables anew from the journal"]
    assert _rows(record, "SELECT form FROM projected") == [{"form": FORM}]
    assert check_record(record.addresses.app_url, record.last_seen) == []


def test_a_record_with_credits_is_made_anew_too(record: Told) -> None:
    """What the database checks only at the end does not keep the tables from their guards."""
    with record.journal() as journal:
        play(read_story("first-issuance"), journal=journal, files=record.files)
    with record.owner() as owner:
        owner.execute("UPDATE projected SET form = 0")

    assert rebuild_if_needed(record.addresses.owner_url, lambda _: None) is True

    assert _rows(record, "SELECT sum(hi - lo) > 0 AS credits FROM block") == [{"credits": True}]
    assert check_record(record.addresses.app_url, record.last_seen) == []


def test_tables_of_todays_form_are_left_alone(record: Told) -> None:
    """A second start does nothing and says nothing."""
    rebuild_if_needed(record.addresses.owner_url, lambda _: None)
    said: list[str] = []

    assert rebuild_if_needed(record.addresses.owner_url, said.append) is False
    assert said == []


def test_an_interrupted_rebuilding_leaves_the_old_tables(record: Told) -> None:
    """All happens in one transaction, and the next start begins again."""
    rebuild_if_needed(record.addresses.owner_url, lambda _: None)
    before = _rows(record, "SELECT count(*) AS n FROM published_amount")
    with record.owner() as owner:
        owner.execute("UPDATE projected SET form = 0")

    def interrupt(_line: str) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        rebuild_if_needed(record.addresses.owner_url, interrupt)

    assert _rows(record, "SELECT count(*) AS n FROM published_amount") == before
    assert rebuild_if_needed(record.addresses.owner_url, lambda _: None) is True
