"""The story as a whole: its outcome, and that it can be told again and again.

Slow, because each test plays the whole story on PostgreSQL.
"""

import json
import os
import runpy
import shutil
from collections.abc import Iterable
from decimal import Decimal
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

from openjcm.measure.errors import NotAllowed, NotFound
from openjcm.store.database import Database, close, configure, connect, reader
from openjcm.store.embedded import Addresses
from openjcm.stories.outcome import outcome
from openjcm.stories.published_record.facts import title_of
from openjcm.stories.thread import desk, enter_published_record, play_story
from openjcm.views.notices import find_notice

pytestmark = pytest.mark.slow

GOLDEN = Path(__file__).with_name("outcome.json")
ORACLE = Path(__file__).parents[2] / "unit/metering/independent_first_issuance.py"


class Interrupted(Exception):
    """Somebody pulled the plug."""


def _played(database: Database) -> dict[str, Any]:
    return outcome(reader(), play_story("first-issuance", desk(database)))


def _records(database: Database) -> list[dict[str, Any]]:
    with connect(database.app_url) as connection:
        return connection.execute(
            "SELECT partnership, side, seq, kind, leaf FROM journal ORDER BY 1, 2, 3"
        ).fetchall()


def test_the_outcome_is_the_golden_one(database: Database) -> None:
    """Every key and figure; ``OPENJCM_REWRITE_GOLDEN=1`` writes it anew."""
    said = _played(database)

    text = json.dumps(said, ensure_ascii=False, indent=1) + "\n"
    if os.environ.get("OPENJCM_REWRITE_GOLDEN"):
        GOLDEN.write_text(text, encoding="utf-8")
    assert text == GOLDEN.read_text(encoding="utf-8")


def test_the_golden_outcome_is_what_an_independent_script_says(tmp_path: Path) -> None:
    """Each year's reductions, credits and Japan's share, without openjcm."""
    folder = Path(str(files("openjcm.stories"))) / "first_issuance"
    for path in (folder / "parameters.toml", *(folder / "readings").glob("*.csv.gz")):
        shutil.copy(path, tmp_path)

    rows = runpy.run_path(str(ORACLE))["results"](tmp_path)

    said = json.loads(GOLDEN.read_text(encoding="utf-8"))
    assert [
        (project["id"], each["year"], each["credits"], each["goj"], *_tonnes(each.values()))
        for project in said["projects"]
        for each in project["vintages"]
    ] == [
        (row["project"], row["year"], row["credits"], row["goj"], *_tonnes(row.values()))
        for row in rows
    ]
    assert said["total_notified"] == sum(row["credits"] for row in rows) == 499
    assert said["goj_total"] == sum(row["goj"] for row in rows) == 251


def test_the_golden_outcome_is_the_published_decision() -> None:
    """The figures of the notice, and the sums that must hold between them."""
    said = json.loads(GOLDEN.read_text(encoding="utf-8"))

    assert said["decision_date"] == said["published"]["decision_date"] == "2022-03-28"
    assert [
        (each["id"], each["months"], each["notified"], each["goj"]) for each in said["projects"]
    ] == [
        ("BD002", 29, 144, 73),
        ("BD004", 38, 355, 178),
    ]
    for project in said["projects"]:
        assert sum(each["credits"] for each in project["vintages"]) == project["notified"]
        assert sum(each["goj"] for each in project["vintages"]) == project["goj"]
        assert {each["basis"] for each in project["vintages"]} == {project["basis"]}
        assert project["basis"] == "reconstructed"
        assert project["published"]["basis"] == "published"
        assert project["agrees"]
    assert said["agrees"]
    assert sum(each["issued"] for each in said["notifications"]) == said["total_notified"]


def test_the_story_told_again_changes_nothing(database: Database) -> None:
    """Same outcome, same records, byte for byte."""
    first = _played(database)
    records = _records(database)

    assert _played(database) == first
    assert _records(database) == records


@pytest.mark.parametrize("stop_at", [1, 11, 20, 24])
def test_an_interrupted_story_goes_on_where_it_was(
    database: Database, tmp_path: Path, stop_at: int
) -> None:
    """Interrupted before a step and told again: nothing twice, nothing missing."""
    readings = _other_readings(tmp_path, stop_at)

    def progress(done: int, _total: int, _what: str) -> None:
        if done == stop_at:
            raise Interrupted

    with pytest.raises(Interrupted):
        play_story("first-issuance", desk(database), readings=readings, progress=progress)
    played = play_story("first-issuance", desk(database), readings=readings)
    said = outcome(reader(), played)

    key = played.story.partnership
    ours = [each for each in _records(database) if each["partnership"] == key]
    assert len(ours) == len(played.story.steps) == 24
    assert len({each["leaf"] for each in ours}) == 24
    assert sum(each["issued"] for each in said["notifications"]) == said["total_notified"]
    assert len(said["blocks"]) == 14


def test_published_facts_are_entered_once(untouched: Addresses, tmp_path: Path) -> None:
    """The second entry finds nothing new and appends nothing."""
    database = Database(untouched.app_url, untouched.owner_url, tmp_path / "files")
    configure(database)
    first = enter_published_record(desk(database))
    records = _records(database)
    second = enter_published_record(desk(database))
    close()

    assert {change.kind for change in first} == {"new"}
    assert second == ()
    assert _records(database) == records
    # Bangladesh: the partnership, the country, 4 projects, 3 methodologies and one decision.
    assert sum(each["partnership"] == "BD" for each in records) == 1 + 1 + 4 + 3 + 1


def test_a_title_that_nobody_printed_is_not_made_up() -> None:
    """A project that is not in the public table has no title."""
    with pytest.raises(NotFound) as refusal:
        title_of("BD", "BD009")
    assert refusal.value.code == "no-project"


def test_a_story_that_nobody_wrote_is_not_found(database: Database) -> None:
    """The refusal lists the stories that there are."""
    with pytest.raises(NotFound, match=r"the stories are: first-issuance, mongolia$") as refusal:
        play_story("second-issuance", desk(database))

    assert refusal.value.code == "no-story"


def test_a_live_data_directory_plays_no_story(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    """REHEARSAL_IS_APART: where real credits are kept, nothing is rehearsed."""
    before = _records(database)

    class Live:
        """A reader of a live data directory."""

        def rows(self, _sql: str) -> list[dict[str, str]]:
            """Say that it is live."""
            return [{"kind": "live"}]

    monkeypatch.setattr("openjcm.stories.thread.reader", Live)
    with pytest.raises(NotAllowed) as refusal:
        play_story("first-issuance", desk(database))

    assert refusal.value.code == "live-plays-no-story"
    assert _records(database) == before


def test_the_rehearsed_notice_is_the_outcome(database: Database) -> None:
    """What the story says is what its notice says."""
    said = _played(database)

    notice = find_notice(reader(), said["decision"])
    assert notice.rehearsal
    assert notice.total_notified.amount == said["total_notified"]
    assert [line.notified.amount for line in notice.lines] == [
        project["notified"] for project in said["projects"]
    ]


def _tonnes(values: Iterable[object]) -> list[str]:
    """Return the decimals among the values, at their first twelve digits."""
    return [
        f"{Decimal(value):.12f}"
        for value in values
        if isinstance(value, Decimal) or (isinstance(value, str) and value[0].isdigit())
    ][-3:]


def _other_readings(folder: Path, moved: int) -> Path:
    """Write the story's readings with every register moved, so that they are another input."""
    bundled = Path(str(files("openjcm.stories"))) / "first_issuance/months"
    for path in bundled.glob("*.csv"):
        header, *rows = path.read_text(encoding="utf-8").splitlines()
        cells = (row.rpartition(",") for row in rows)
        shifted = [f"{row},{int(register) + moved}" for row, _, register in cells]
        (folder / path.name).write_text("\n".join([header, *shifted, ""]), encoding="utf-8")
    return folder
