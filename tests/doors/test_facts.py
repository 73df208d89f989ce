"""``openjcm facts``: what is listed, shown and loaded, in words and in JSON."""

import shutil
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import pytest

from openjcm.cli.changes import say_entered
from openjcm.cli.commands.run import print_the_thread
from openjcm.store.database import Database, close, configure
from openjcm.stories.published_record.differences import Change, Kind
from openjcm.stories.published_record.files import read_facts, shipped_facts
from told.asking import Answers, Shell
from told.stage import Server, Told, copied

SHIPPED = Path(str(files("openjcm.stories.published_record")))
KEY = "BD-2022-03-28"


@pytest.fixture
def record(cluster: Server, story: Told, tmp_path: Path) -> Iterator[Told]:
    """Configure a copy of the story's record, so that it may be changed."""
    with copied(cluster, story, tmp_path / "data") as copy:
        addresses = copy.addresses
        configure(Database(addresses.app_url, addresses.owner_url, copy.data / "files"))
        yield copy
        close()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Copy the shipped files, the share of BD002 being another."""
    shutil.copytree(SHIPPED, tmp_path / "facts")
    path = tmp_path / "facts" / "decisions" / "BD.toml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("goj      = 73", "goj      = 72"), encoding="utf-8")
    return tmp_path / "facts"


def test_facts_are_listed_by_kind(cli: Answers, shell: Shell) -> None:
    """All of them, or those of one kind, each with the record that holds it."""
    assert cli("facts", "list")["total"] == 310
    goals = cli("facts", "list", "--kind", "goal")

    assert (goals["total"], goals["next"]) == (2, None)
    assert [(row["kind"], row["key"]) for row in goals["items"]] == [
        ("goal", "FY2030"),
        ("goal", "FY2040"),
    ]
    assert goals["items"][0]["recorded_at"].endswith("Z")
    assert "JP/joint record" in shell("facts", "list", "--kind", "goal")[1]


def test_a_fact_is_shown_with_its_sources(shell: Shell) -> None:
    """Every value by its place, and where it was printed on which terms."""
    said = shell("facts", "show", "issuance-decision", KEY)[1]

    assert "  lines.1.goj: 73\n" in said
    assert "  lines.1.projects: BD002\n" in said
    assert "https://www.env.go.jp/en/headline/2596.html (facts quoted with source" in said


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("show", "project", "BD999"), 3, "no project 'BD999'"),
        (("show", "rumour", "BD002"), 2, "'rumour' is not one of partner"),
        (("list", "--kind", "rumour"), 2, "'rumour' is not one of partner"),
        (("load", "/nowhere"), 2, "sources.toml: cannot be read"),
    ],
)
def test_what_cannot_be_answered_is_refused(
    shell: Shell, words: tuple[str, ...], code: int, said: str
) -> None:
    """Each refusal with its exit code."""
    found, out, told = shell("facts", *words)

    assert (found, out) == (code, "")
    assert said in told


def test_a_trial_shows_what_would_change_and_enters_nothing(
    cli: Answers, shell: Shell, folder: Path
) -> None:
    """Asked twice, it says the same twice."""
    for _ in range(2):
        said = shell("facts", "load", str(folder), "--dry-run")[1]
        assert f"~ issuance-decision {KEY} (changed)\n    lines.1.goj: 73 → 72\n" in said
        assert "0 new and 1 changed would be entered" in said
    assert len(cli("facts", "show", "issuance-decision", KEY)["versions"]) == 1


def test_a_newer_file_is_entered_once(cli: Answers, shell: Shell, folder: Path) -> None:
    """What changed is told before and after; loading it again changes nothing."""
    first = cli("facts", "load", str(folder))
    again = cli("facts", "load", str(folder))

    assert (first["entered"], first["new"], first["changed"], first["gone"]) == (True, 0, 1, 0)
    assert first["changes"] == [
        {
            "kind": "changed",
            "partnership": "BD",
            "fact": "issuance-decision",
            "key": KEY,
            "fields": [{"field": "lines.1.goj", "before": 73, "after": 72}],
        }
    ]
    assert (again["changed"], again["changes"], again["facts"]) == (0, [], 310)
    versions = cli("facts", "show", "issuance-decision", KEY)["versions"]
    assert [each["superseded_at"] is None for each in versions] == [True, False]
    assert "replaced" in shell("facts", "show", "issuance-decision", KEY)[1]


def _versions(cli: Answers) -> list[tuple[int, bool]]:
    """Return the share of BD002 in each version of its decision, and whether it stands."""
    said = cli("facts", "show", "issuance-decision", KEY)["versions"]
    return [(each["says"]["lines"][0]["goj"], each["superseded_at"] is None) for each in said]


def test_a_newer_fact_stands_after_every_start(
    cli: Answers, shell: Shell, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Neither a story nor ``run`` puts the installation's file back; each says that it does not."""
    shell("facts", "load", str(folder))
    loaded = _versions(cli)
    kept = "1 fact stands as it was loaded and is another in the files of this installation"

    for words in (("story", "mongolia"), ("story", "first-issuance")):
        code, _, said = shell(*words)
        assert code == 0
        assert said.count(kept) == 1
    print_the_thread()

    assert kept in capsys.readouterr().err
    assert sorted(loaded) == [(72, True), (73, False)]
    assert _versions(cli) == loaded


def test_the_files_of_the_installation_are_taken_back_when_asked(
    cli: Answers, shell: Shell, folder: Path
) -> None:
    """``facts load`` without a folder; from then on a start has nothing to say."""
    shell("facts", "load", str(folder))

    said = shell("facts", "load")[1]

    assert f"~ issuance-decision {KEY} (changed)\n    lines.1.goj: 72 → 73\n" in said
    assert shell("story", "mongolia")[2] == ""
    assert [goj for goj, stands in _versions(cli) if stands] == [73]


def test_a_start_says_what_a_newer_installation_changes(
    cli: Answers, shell: Shell, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its files replace those of the one before, and not the other way round."""
    newer, older = read_facts(folder), shipped_facts()
    monkeypatch.setattr("openjcm.stories.published_record.facts.shipped_facts", lambda: newer)

    said = shell("story", "mongolia")[2]

    assert f"~ issuance-decision {KEY} (changed)\n    lines.1.goj: 73 → 72\n" in said
    assert shell("story", "mongolia")[2] == ""
    monkeypatch.setattr("openjcm.stories.published_record.facts.shipped_facts", lambda: older)
    assert "1 fact stands" in shell("story", "mongolia")[2]
    assert [goj for goj, stands in _versions(cli) if stands] == [72]


def test_a_start_counts_what_it_entered_and_what_it_left(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """One line each, however many they are."""
    new = [Change(Kind.NEW, "BD", "project", f"BD00{n}") for n in (1, 2)]
    kept = [Change(Kind.KEPT, "BD", "project", f"BD00{n}") for n in (3, 4)]

    say_entered([*new, *kept])

    said = capsys.readouterr().err.splitlines()
    assert said[0] == "published record: 2 facts entered"
    assert said[1].startswith("published record: 2 facts stand as they were loaded and are others")
    assert len(said) == 2


def test_a_new_field_and_a_fact_that_is_gone_are_told(shell: Shell, folder: Path) -> None:
    """What came from nothing is said so; what is gone from the files stays in the record."""
    path = folder / "projects.csv"
    rows = path.read_text(encoding="utf-8").splitlines(keepends=True)
    kept = [row for row in rows if not row.startswith("BD003")]
    path.write_text("".join(kept).replace("BD001,", "BD101,", 1), encoding="utf-8")
    notes = folder / "project_notes.toml"
    notes.write_text(
        f'{notes.read_text(encoding="utf-8")}\n[BD101]\ntitle_ja = "一"\n', encoding="utf-8"
    )

    said = shell("facts", "load", str(folder))[1]

    assert "+ project BD101 (new)\n" in said
    assert "- project BD001 (gone)\n" in said
    assert "1 new and 1 changed entered; 2 only in the record, which keeps them" in said
    assert shell("facts", "show", "project", "BD003")[0] == 0


def test_sides_that_are_not_their_total_are_entered_with_a_remark_alone(
    shell: Shell, folder: Path
) -> None:
    """24,250 and 6,063 are not 30,312: refused, or entered by who says that it was printed so."""
    path = folder / "decisions" / "MN.toml"
    text = path.read_text(encoding="utf-8").replace("notified = 24249", "notified = 24250")
    path.write_text(text, encoding="utf-8")
    wrong = shell("facts", "load", str(folder))
    remark = 'remarks  = ["sides-disagree"]\nnotified = 30312'
    path.write_text(text.replace("notified = 30312", remark), encoding="utf-8")

    assert shell("facts", "load", str(folder))[0] == 0

    assert wrong[0] == 2
    assert "lines.MN006.sides: both sides were notified of 24250 + 6063, not of the" in wrong[2]
    said = " ".join(shell("decision", "MN-2026-01-24")[1].split())
    assert "What was printed for the two sides is not the total that was printed" in said
    assert shell("story", "mongolia")[0] == 1, "contradicted"


def test_a_broken_folder_enters_nothing(cli: Answers, shell: Shell, folder: Path) -> None:
    """Every fault is on its own line with file, row and field; the record stays as it was."""
    path = folder / "projects.csv"
    path.write_text(
        path.read_text(encoding="utf-8").replace("2018-01-10", "soon", 1), encoding="utf-8"
    )
    (folder / "progress.toml").unlink()

    code, out, told = shell("facts", "load", str(folder))

    assert (code, out) == (2, "")
    assert "  projects.csv row 3: registered_on: 'soon' is not a day" in told
    assert "  progress.toml: cannot be read" in told
    assert len(cli("facts", "show", "issuance-decision", KEY)["versions"]) == 1
