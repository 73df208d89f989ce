"""``verify`` finds every kind of tampering, also by somebody who owns the whole database.

What is done stands in ``forgeries.toml``, one table entry each.
"""

import json
import os
import subprocess
import sys
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from openjcm.actions.check_derivations import check_derivations
from openjcm.measure.errors import Finding, Malformed, Stopped
from openjcm.store import canonical
from openjcm.store.last_seen import LastSeen
from openjcm.store.projecting import projections
from openjcm.store.records import records
from openjcm.store.verifying.replay import check_record
from openjcm.stories.meters import FiledMeters
from told.acts import move, moved, two
from told.forging import forge_hashes, forge_projections, forge_record, forging
from told.stage import Server, Told

_OPENJCM = "import sys; from openjcm.app.entry import main; sys.exit(main())"


@dataclass(frozen=True)
class Forgery:
    """What a forger changes, which traces he removes, and what verify says to it."""

    what: str
    found: tuple[str, str]
    sql: str = "SELECT 1"
    hides: tuple[str, ...] = ()
    appends: tuple[Mapping[str, str], ...] = ()


def read_forgeries() -> list[Forgery]:
    """Read the table of forgeries."""
    said = tomllib.loads((Path(__file__).parent / "forgeries.toml").read_text(encoding="utf-8"))
    return [Forgery(**each) for each in said["forgery"]]


def forge(server: Server, told: Told, forgery: Forgery) -> None:
    """Do what the forger does."""
    with forging(server, told) as connection:
        connection.execute(forgery.sql.encode())
        for each in forgery.appends:
            side, kind = each["record"].split()
            body = json.loads(each["body"])
            forge_record(connection, side, kind, body, each.get("signed_as", ""))
        if "hashes" in forgery.hides:
            forge_hashes(connection)
        if "projections" in forgery.hides:
            forge_projections(connection)


def findings(told: Told) -> list[Finding]:
    """Verify a data directory."""
    return check_record(told.addresses.app_url, told.last_seen)


def test_a_story_verifies(whole_story_copy: Told) -> None:
    """Nothing is found where nothing was forged."""
    assert findings(whole_story_copy) == []


def test_moves_verify(issued: Told) -> None:
    """Nothing is found after blocks were cut and moved."""
    with issued.journal() as journal:
        moved(issued, journal, two(issued, move(30)))
        moved(issued, journal, two(issued, move(7)))

    assert findings(issued) == []


def test_a_forger_who_changes_nothing_is_not_found(cluster: Server, issued: Told) -> None:
    """Making all hashes and projections again changes nothing by itself."""
    nothing = Forgery("nothing", ("", ""), hides=("hashes", "projections"))

    forge(cluster, issued, nothing)

    assert findings(issued) == []


@pytest.mark.parametrize(
    "forgery", read_forgeries(), ids=lambda forgery: forgery.what.replace(" ", "-")
)
def test_a_forgery_is_found_and_named(cluster: Server, issued: Told, forgery: Forgery) -> None:
    """Verify names the record or the table that was forged."""
    forge(cluster, issued, forgery)
    last_seen = issued.last_seen
    if "last seen" in forgery.hides:
        last_seen = LastSeen(issued.data / "nothing-seen.json")

    found = check_record(issued.addresses.app_url, last_seen)

    rule, place = forgery.found
    assert (rule, place) in {(each.rule, each.place) for each in found}
    assert any(place.removesuffix(" record 3") in each.message for each in found)


def test_a_cut_tail_is_found_by_what_was_last_seen_alone(cluster: Server, issued: Told) -> None:
    """A chain that was cut cleanly agrees with itself; only the note beside it tells."""
    sql = "DELETE FROM journal WHERE side = 'JP' AND seq = 3"
    forge(cluster, issued, Forgery("", ("", ""), sql, ("hashes", "projections")))

    unseen = check_record(issued.addresses.app_url, LastSeen(issued.data / "none.json"))

    assert {each.rule for each in unseen} == {"witness"}
    assert [each.rule for each in findings(issued)] == ["chain"]


def test_a_chain_that_was_never_seen_is_said_to_be_one(issued: Told) -> None:
    """Without the note beside the database verify never says that all agrees."""
    found = check_record(issued.addresses.app_url, LastSeen(issued.data / "none.json"))

    assert {each.rule for each in found} == {"witness"}
    places = [each.place for each in found]
    assert len(places) == len(set(places))
    assert {each for each in places if each.startswith("BD")} == {
        "BD/joint",
        "BD-R/BD",
        "BD-R/JP",
        "BD-R/joint",
    }
    assert all("none.json" in each.message for each in found)


@pytest.mark.parametrize(
    ("where", "names"),
    [
        (
            "partnership = 'BD' AND seq = (SELECT max(seq) FROM journal WHERE partnership = 'BD')",
            "BD/",
        ),
        ("side = 'BD' AND seq = 3", "BD-R/BD record 3"),
        ("side = 'JP' AND seq = 3", "BD-R/JP record 3"),
    ],
)
def test_a_row_that_lost_its_record_names_it(
    cluster: Server, issued: Told, where: str, names: str
) -> None:
    """After the last record is cut and the head set back, what is left of it names it."""
    hides = ("hashes",)
    forge(cluster, issued, Forgery("", ("", ""), f"DELETE FROM journal WHERE {where}", hides))  # noqa: S608 - a line of this file

    found = check_record(issued.addresses.app_url, LastSeen(issued.data / "none.json"))

    rest = [each for each in found if each.rule != "witness"]
    assert rest
    assert any(names in each.message and "cut off" in each.message for each in rest)


def test_a_mistake_of_the_projections_is_found_by_the_cores_own_fold(
    issued: Told, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What wrote the tables makes them again in the same wrong way, and the core does not."""
    nothing = projections._BY_KIND["RegistrationRequested"]
    monkeypatch.setitem(projections._BY_KIND, "CreditsTransferred", nothing)
    with issued.journal() as journal:
        moved(issued, journal, two(issued, move(3)))

    assert [(each.rule, each.place) for each in findings(issued)] == [
        ("conservation", "BD-R BD002-MR-1-BD-2017")
    ]


def test_each_byte_of_a_record_counts(whole_story_copy: Told) -> None:
    """Whichever byte of a record is altered, its leaf is another."""
    with whole_story_copy.app() as connection:
        record = next(each for each in records(connection) if each.kind == "AccountOpened")
    said = canonical.record_bytes(record)

    altered = {said[:i] + bytes([said[i] ^ 1]) + said[i + 1 :] for i in range(len(said))}

    assert len(altered) == len(said)
    assert said not in altered


def test_what_was_last_seen_must_be_readable(issued: Told) -> None:
    """A spoiled note is said to be one, and is never taken for an empty one."""
    (issued.data / "last-seen.json").write_text("[{}]", encoding="utf-8")

    with pytest.raises(Malformed) as refusal:
        findings(issued)

    assert refusal.value.code == "last-seen-unreadable"


def test_a_late_note_takes_nothing_back(issued: Told) -> None:
    """A note of an older record leaves the newer one."""
    seen = issued.last_seen.of("BD-R", "JP")
    assert seen is not None

    issued.last_seen.note("BD-R", "JP", type(seen)(seen.seq - 1, bytes(32)))

    assert issued.last_seen.of("BD-R", "JP") == seen


def test_a_database_that_does_not_answer_stops_verify(issued: Told) -> None:
    """Verify never says that all agrees when it could not look."""
    with pytest.raises(Stopped):
        check_record(f"{issued.addresses.app_url}&dbname=none", issued.last_seen)


def reports(told: Told) -> list[tuple[str, str, dict[str, object]]]:
    """Return the monitoring reports of a story."""
    with told.app() as connection:
        return [
            (record.name, record.edition, dict(record.body))
            for record in records(connection)
            if record.kind == "MonitoringReportSubmitted"
        ]


def filed(told: Told) -> list[Path]:
    """Return the filed documents on disk."""
    return sorted(path for path in (told.data / "files").rglob("*") if path.is_file())


def test_filed_readings_give_what_was_recorded(issued: Told) -> None:
    """Every report is worked out again from its readings."""
    assert len(reports(issued)) == 2
    assert check_derivations(reports(issued), meters=FiledMeters(issued.files)) == []


@pytest.mark.parametrize("spoil", ["altered", "gone", "another"])
def test_a_spoiled_reading_file_is_found(issued: Told, spoil: str) -> None:
    """A file that was altered, taken away or exchanged is found by the report it belongs to."""
    first, second = filed(issued)
    if spoil == "altered":
        content = bytearray(first.read_bytes())
        content[len(content) // 2] ^= 1
        first.write_bytes(content)
    elif spoil == "another":
        first.write_bytes(second.read_bytes())
    else:
        first.unlink()

    found = check_derivations(reports(issued), meters=FiledMeters(issued.files))

    assert [each.rule for each in found] == ["derivation"]
    assert found[0].place in {"BD-R/joint record 10", "BD-R/joint record 11"}


def run_verify(told: Told) -> subprocess.CompletedProcess[str]:
    """Run ``openjcm verify`` on a data directory."""
    said = {
        "DATABASE_URL": told.addresses.app_url,
        "OPENJCM_OWNER_URL": told.addresses.owner_url,
        "OPENJCM_DATA": str(told.data),
    }
    return subprocess.run(
        [sys.executable, "-c", _OPENJCM, "verify"],
        env=os.environ | said,
        capture_output=True,
        text=True,
        check=False,
    )


def test_openjcm_verify_ends_with_0_when_all_agrees(issued: Told) -> None:
    """The command says how much it looked at."""
    done = run_verify(issued)

    assert (done.returncode, done.stderr) == (0, "")
    assert "All agrees" in done.stdout


@pytest.mark.parametrize(
    ("what", "says"),
    [
        ("one credit more in an issuance", "BD-R/JP record 3 was altered"),
        ("the last record and every trace of it", "BD-R/JP record 3 is missing"),
    ],
)
def test_openjcm_verify_ends_with_1_when_something_was_forged(
    cluster: Server, issued: Told, what: str, says: str
) -> None:
    """The command's exit code is one that a script can act on, and its words name the record."""
    [forgery] = [each for each in read_forgeries() if each.what == what]
    forge(cluster, issued, forgery)

    done = run_verify(issued)

    assert done.returncode == 1
    assert says in done.stdout
