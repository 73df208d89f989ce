"""The files of published facts: what each says, and everything that is wrong with them at once."""

import shutil
from collections.abc import Callable
from datetime import date
from importlib.resources import files
from pathlib import Path

import pytest

from openjcm.measure.errors import Malformed, NotFound
from openjcm.papers.recorded import japanese
from openjcm.stories.published_record.differences import Difference, differences
from openjcm.stories.published_record.fact import PublishedFact
from openjcm.stories.published_record.facts import title_of
from openjcm.stories.published_record.files import read_facts, shipped_facts

SHIPPED = Path(str(files("openjcm.stories.published_record")))
PARTS_OF_OURS = ("title", "licence")
PARTS = ("sources.toml", "projects.csv", "project_notes.toml", "methodologies.csv")
# What is changed in which file, and what is said: place and beginning of the message.
FAULTS: list[tuple[str, str, str, list[tuple[str, str]]]] = [
    ("projects.csv", "BD002,", "BD002;", [("projects.csv row 3", "has another number of cells")]),
    ("projects.csv", "title_en", "title",
     [("projects.csv row 1", "title_en: this column is missing"),
      ("projects.csv row 1", "title: is not a column here")]),
    ("projects.csv", "status,registered_on", "status,status",
     [("projects.csv row 1", "registered_on: this column is missing"),
      ("projects.csv row 1", "status: stands twice in the header")]),
    ("projects.csv", "2018-01-10", "10/01/2018",
     [("projects.csv row 3", "registered_on: '10/01/2018' is not a day")]),
    ("projects.csv", "2018-01-10", "20180110",
     [("projects.csv row 3", "registered_on: '20180110' is not a day")]),
    ("projects.csv", "registered,2018-01-10", "Registered,2018-01-10",
     [("projects.csv row 3", "status: 'Registered' is not one of")]),
    ("projects.csv", "BD003,", "XX003,", [("projects.csv row 4", "key: 'XX' is no partner")]),
    ("projects.csv", "BD003,", "BD001,",
     [("projects.csv row 4", "key: BD001 stands in projects.csv row 2 already")]),
    ("projects.csv", "BD_AM001_ver01.0,project-table", "BD_AM001_ver01.0,a-table",
     [("projects.csv row 3", "sources: 'a-table' is not in sources.toml")]),
    ("projects.csv", '"Nippon Koei', '""Nippon Koei',
     [("projects.csv row 2", "this is not CSV")]),
    ("project_notes.toml", "[BD002]", "[BD902]", [
        ("project_notes.toml BD902", "is no project of projects.csv")]),
    ("project_notes.toml", "title_ja =", "title_jp =",
     [("project_notes.toml BD002", "title_jp: is not a field here")]),
    ("project_notes.toml", "= 742", '= "742"',
     [("projects.csv row 30", "expected_per_year: '742' is not a whole number")]),
    ("project_notes.toml", 'sources  = ["nies-33505"]', 'sources  = "nies-33505"',
     [("project_notes.toml BD002", "sources: 'nies-33505' is not a list of names")]),
    ("project_notes.toml", "# What is", "BD001 = 1\n# What is",
     [("project_notes.toml BD001", "is not a table of notes")]),
    ("methodologies.csv", ",01.0,approved,", ",01.0,,",
     [("methodologies.csv row 3", "status: is missing")]),
    ("methodologies.csv", "https://www.jcm.go.jp/bd-jp/methodologies/49", "https://[",
     [("methodologies.csv row 3", "addresses: 'https://[' is not in sources.toml"),
      ("methodologies.csv row 3", "sources.1.url: is not an address")]),
    ("methodologies.csv", "bd-jp/methodologies/49", "bd-jp/methodologies/50",
     [("methodologies.csv row 3",
       "addresses: 'https://www.jcm.go.jp/bd-jp/methodologies/50' is not in sources.toml")]),
    ("decisions/BD.toml", "goj      = 73", "goj      = 72.5",
     [("decisions/BD.toml row 1 BD-2022-03-28", "lines.BD002.goj: '72.5' is not a whole number")]),
    ("decisions/BD.toml", "goj      = 73", "gojj     = 73",
     [("decisions/BD.toml row 1 BD-2022-03-28", "lines.1.gojj: is not a field here")]),
    ("decisions/BD.toml", "2022-03-28\n", '"28 March"\n',
     [("decisions/BD.toml row 1 BD-2022-03-28", "decided_on: '28 March' is not a day")]),
    ("decisions/BD.toml", "2022-03-28\n", "2022-03-32\n",
     [("decisions/BD.toml", "this is not TOML")]),
    ("decisions/BD.toml", '"moe-2596"', '"moe-9999"',
     [("decisions/BD.toml row 1 BD-2022-03-28", "sources: 'moe-9999' is not in sources.toml")]),
    ("decisions/BD.toml", '["moe-2596", "nies-33505", "rechroma-2808"]', "[1]",
     [("decisions/BD.toml row 1 BD-2022-03-28", "sources: [1] is not a list of names"),
      ("decisions/BD.toml row 1 BD-2022-03-28", "sources: where was it printed?")]),
    ("decisions/BD.toml", "key          =", "keys         =",
     [("decisions/BD.toml row 1", "key: is missing"),
      ("decisions/BD.toml row 1", "keys: is not a field here")]),
    ("decisions/BD.toml", "[[decision]]", "[decision]",
     [("decisions/BD.toml", "decision: begin each row with [[decision]]")]),
    ("decisions/BD.toml", "[[decision]]", "made = 1\n[[decision]]",
     [("decisions/BD.toml", "made: is nothing here")]),
    ("decisions/BD.toml", "[[decision.line]]", "[decision.line]",
     [("decisions/BD.toml", "this is not TOML")]),
    ("decisions/KH.toml", "[[decision.line]]", "[decision.line]",
     [("decisions/KH.toml row 1 KH-announced-2020-02-28", "lines: {")]),
    ("decisions/BD.toml", "{ notified = 499, goj = 251 }", "499",
     [("decisions/BD.toml row 1 BD-2022-03-28", "total: 499 is not a table of fields")]),
    ("decisions/MN.toml", '{ side = "MN", notified = 10,', '{ side = "MM", notified = 10,',
     [("decisions/MN.toml row 1 MN-2016-09-29", "side: 'MM' is no side of this")]),
    ("decisions/MN.toml", 'source_of   = { goj = "vom-37935" }', 'source_of   = "vom-37935"',
     [("decisions/MN.toml row 2 MN-2017-10-24", "lines.1.source_of: 'vom-37935' is not a table")]),
    ("decisions/MN.toml", "sides       = [{", 'sides       = ["JP", {',
     [("decisions/MN.toml row 2 MN-2017-10-24", "lines.1.sides.1: 'JP' is not a table")]),
    ("decisions/BD.toml", 'projects = ["BD002"]', 'projects = ["BD999"]',
     [("decisions/BD.toml row 1 BD-2022-03-28", "lines.1.projects: 'BD999' is no project of")]),
    ("decisions/BD.toml", 'projects = ["BD002"]', 'projects = ["MN001"]',
     [("decisions/BD.toml row 1 BD-2022-03-28", "lines.1.projects: 'MN001' is no project of")]),
    ("decisions/BD.toml", "decided_on   = 2022-03-28", "decided_on   = 2099-03-28",
     [("decisions/BD.toml row 1 BD-2022-03-28",
       "announced_on: 2022-03-31 is before the decision of 2099-03-28"),
      ("decisions/BD.toml row 1 BD-2022-03-28", "decided_on: 2099-03-28 is after 2026-06-07")]),
    ("decisions/BD.toml", '"BD-2022-03-28"', '"BD 2022"',
     [("decisions/BD.toml row 1 BD 2022", "key: 'BD 2022' is not written as BD-2022-03-28")]),
    ("decisions/VN.toml", "announced_in = 2018", "announced_in = 2099",
     [("decisions/VN.toml row 2 VN-undated-VN002", "announced_in: 2099 is after 2026-06-07")]),
    ("decisions/TH.toml", "issued_on = 2025-11-11", "issued_on = 2099-11-11",
     [("decisions/TH.toml row 4 TH-2025-10-30",
       "lines.1.JP.issued_on: 2099-11-11 is after 2026-06-07")]),
    ("projects.csv", "BD_AM001_ver01.0", "BD_AM777_ver01.0",
     [("projects.csv row 3", "methodologies: 'BD_AM777_ver01.0' is of no methodology of")]),
    ("projects.csv", "registered,2018-01-10", "registered,2099-01-10",
     [("projects.csv row 3", "registered_on: 2099-01-10 is after 2026-06-07, the state of these")]),
    ("projects.csv", "BD003,", "BD003x,",
     [("projects.csv row 4", "key: 'BD003x' is not written as BD002")]),
    ("methodologies.csv", "CL_AM003,", "CL_AM03,",
     [("methodologies.csv row 6", "key: 'CL_AM03' is not written as BD_AM001"),
      ("projects.csv row 13", "methodologies: 'CL_AM003")]),
    ("progress.toml", "2021-12-31", "2099-12-31",
     [("progress.toml row 1 expected-2021", "state: 2099-12-31 is after 2026-06-07")]),
    ("progress.toml", "2021-12-31", '"2021"',
     [("progress.toml row 1 expected-2021", "state: '2021' is not a day")]),
    ("progress.toml", 'source    = "msci-2024"', "",
     [("progress.toml row 2 issued-2024", "sources: '' is not in sources.toml"),
      ("progress.toml row 2 issued-2024", "sources: where was it printed?")]),
    ("progress.toml", 'source    = "msci-2024"', "source    = 5",
     [("progress.toml row 2 issued-2024", "sources: [5] is not a list of names"),
      ("progress.toml row 2 issued-2024", "sources: where was it printed?")]),
    ("progress.toml", "[[progress]]", "[[progres]]",
     [("progress.toml", "progres: is nothing here")]),
    ("sources.toml", "state = 2026-06-07\n\n[project-table]", "[project-table]",
     [("sources.toml", "state: the day of these files is missing")]),
    ("sources.toml", "https://www.mofa.go.jp/mofaj/ic/ch/page23_003327.html",
     "https://www.env.go.jp/press/103333.html",
     [("sources.toml mofa-3327",
       "url: https://www.env.go.jp/press/103333.html stands under moe-103333 already")]),
    ("sources.toml", "press/press_00412.html", "press/press_00413.html",
     [("rulebook TN",
       "addresses: 'https://www.env.go.jp/en/press/press_00412.html' is not in sources.toml")]),
    ("sources.toml", 'kind    = "copy"', 'kind    = "hearsay"',
     [("sources.toml project-table", "kind: 'hearsay' is not one of")]),
    ("sources.toml", "state   = 2022-03-31", 'state   = "March"',
     [("sources.toml moe-2596", "state: 'March' is not a day")]),
    ("sources.toml", 'licence = "third-party copy of the official table; facts quoted with source"',
     'terms = "x"',
     [("sources.toml project-table", "licence: is missing"),
      ("sources.toml project-table", "terms: is not a field here")]),
]  # fmt: skip


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Copy the shipped files."""
    shutil.copytree(SHIPPED, tmp_path / "facts")
    return tmp_path / "facts"


@pytest.fixture
def change(folder: Path) -> Callable[[str, str, str], None]:
    """Change the first place in a file where a text stands."""

    def replace(name: str, before: str, after: str) -> None:
        path = folder / name
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace(before, after, 1), encoding="utf-8")

    return replace


def _faults(folder: Path) -> list[tuple[str, str]]:
    with pytest.raises(Malformed) as refusal:
        read_facts(folder)
    assert refusal.value.code == "facts-unreadable"
    return [(each.place, each.message) for each in refusal.value.findings]


def _one(facts: tuple[PublishedFact, ...], fact: str, key: str) -> PublishedFact:
    return next(each for each in facts if (each.fact, each.key) == (fact, key))


def test_the_shipped_files_hold_the_public_record() -> None:
    """31 partner countries, 147 projects, 95 methodologies, 30 decisions, goals and progress."""
    kinds = [each.fact for each in shipped_facts()]

    assert {kind: kinds.count(kind) for kind in kinds} == {
        "partner": 31,
        "goal": 2,
        "project": 147,
        "methodology": 95,
        "issuance-decision": 30,
        "progress": 5,
    }


def test_a_fact_has_its_day_its_source_and_its_place() -> None:
    """The legal day is that of the fact, and what nobody printed is absent."""
    facts = shipped_facts()
    project = _one(facts, "project", "BD002")
    open_ = _one(facts, "project", "BD001")
    decision = _one(facts, "issuance-decision", "BD-2022-03-28")

    assert (project.on, project.place) == (date(2018, 1, 10), "projects.csv row 3")
    assert [source["id"] for source in project.says["sources"]] == ["project-table", "nies-33505"]
    assert project.says["sources"][0]["licence"].startswith("third-party copy")
    assert open_.on == date(2026, 6, 7), "the day of the files where it has none of its own"
    assert "registered_on" not in open_.says
    assert (decision.on, decision.says["total"]) == (
        date(2022, 3, 28),
        {"notified": 499, "goj": 251},
    )
    assert _one(facts, "progress", "issued-2024").on == date(2024, 6, 30)
    assert _one(facts, "goal", "FY2030").partnership == "JP"


def test_titles_of_a_project_are_those_that_were_published() -> None:
    """In both languages; where no Japanese title was printed the English one stands for it."""
    assert (
        title_of("BD", "BD002")[1]
        == "衣料品タグ工場における省エネ型ターボ冷凍機を利用した空調の効率化"
    )
    assert (
        title_of("BD", "BD003") == ("Installation of High Efficiency Loom at Weaving Factory",) * 2
    )
    with pytest.raises(NotFound, match="BD999"):
        title_of("BD", "BD999")


def test_a_copy_of_the_files_says_the_same(folder: Path) -> None:
    """A folder of one's own is read as the shipped one; other files in it are left alone."""
    (folder / "decisions" / "notes.txt").write_text("mine", encoding="utf-8")

    assert read_facts(folder) == shipped_facts()


def test_a_file_that_a_spreadsheet_saved_says_the_same(folder: Path) -> None:
    """A byte order mark, other line ends and blank lines change nothing."""
    path = folder / "projects.csv"
    text = path.read_text(encoding="utf-8").replace("\n", "\r\n")
    path.write_bytes(f"\ufeff{text}\r\n".encode())

    assert read_facts(folder) == shipped_facts()


@pytest.mark.parametrize(("file", "before", "after", "wanted"), FAULTS)
def test_a_fault_is_named_with_file_row_and_field(
    folder: Path,
    change: Callable[[str, str, str], None],
    file: str,
    before: str,
    after: str,
    wanted: list[tuple[str, str]],
) -> None:
    """What is wrong is said where it is to be put right, and nothing else is said."""
    change(file, before, after)

    found = _faults(folder)

    assert [place for place, _ in found] == [place for place, _ in wanted]
    for (_, message), (_, begin) in zip(found, wanted, strict=True):
        assert message.startswith(begin)


@pytest.mark.parametrize("name", [*PARTS, "progress.toml"])
def test_a_missing_file_is_a_fault_of_its_own(folder: Path, name: str) -> None:
    """It is named once, however many rows would have needed it."""
    (folder / name).unlink()

    found = _faults(folder)

    assert (name, "cannot be read: No such file or directory") in found
    assert not [message for _, message in found if "is not in sources.toml" in message]


def test_a_folder_that_is_not_there_names_every_file(tmp_path: Path) -> None:
    """All six places at once."""
    places = [place for place, _ in _faults(tmp_path / "nowhere")]

    assert places == [
        "sources.toml",
        "project_notes.toml",
        "projects.csv",
        "methodologies.csv",
        "decisions/",
        "progress.toml",
    ]


def test_a_file_that_is_not_utf8_is_refused(folder: Path) -> None:
    """It says from which byte on."""
    text = (folder / "progress.toml").read_text(encoding="utf-8")
    (folder / "progress.toml").write_bytes(f"# 進捗\n{text}".encode("shift_jis"))

    assert _faults(folder) == [("progress.toml", "is not UTF-8 from byte 2 on")]


def test_faults_of_all_files_are_said_together(
    folder: Path, change: Callable[[str, str, str], None]
) -> None:
    """One look shows everything that is to be put right."""
    change("decisions/BD.toml", "goj      = 73", "goj      = 1.5")
    change("projects.csv", "2018-01-10", "soon")
    change("sources.toml", 'kind    = "copy"', "")
    (folder / "methodologies.csv").unlink()

    places = {place.partition(" row")[0] for place, _ in _faults(folder)}

    assert places == {
        "decisions/BD.toml",
        "projects.csv",
        "sources.toml project-table",
        "methodologies.csv",
    }


def test_a_difference_is_told_field_by_field() -> None:
    """What came, what went and what changed, each by its place in the fact."""
    before = {"title_en": "A", "hosts": ["a"], "lines": [{"goj": 72, "period": {"first": "x"}}]}
    after = {"title_en": "A", "hosts": ["a", "b"], "lines": [{"goj": 73}, {"goj": 1}]}

    assert differences(before, after) == (
        Difference("hosts", ["a"], ["a", "b"]),
        Difference("lines.1.goj", 72, 73),
        Difference("lines.1.period.first", "x", None),
        Difference("lines.2.goj", None, 1),
    )


def test_every_source_says_of_what_kind_it_is_and_has_one_name() -> None:
    """What methodologies and partner countries name by address, too; a repost is secondary."""
    cited = {
        (each["id"], each["url"]): each for fact in shipped_facts() for each in fact.says["sources"]
    }
    one = _one(shipped_facts(), "methodology", "ID_AM009").says["sources"]

    assert {each["kind"] for each in cited.values()} == {"official", "secondary", "copy"}
    assert len({address for _, address in cited}) == len({name for name, _ in cited}) == len(cited)
    assert {each["url"].split("/")[2]: each["kind"] for each in one}["businessdocbox.com"] == (
        "secondary"
    )


def test_every_title_and_licence_of_a_source_has_japanese() -> None:
    """Both are ours: the Japanese pages and notices show them in Japanese."""
    said = {
        each[part] for f in shipped_facts() for each in f.says["sources"] for part in PARTS_OF_OURS
    }

    assert not said - japanese().keys()
