"""Every fault at once: its file, its line, and what to do about it."""

import re
import shutil
from importlib.resources import files
from pathlib import Path

import pytest

from openjcm.measure import Finding, Malformed, NotFound
from openjcm.methodology.checks import Check
from openjcm.methodology.confirming import ConfirmationCheck
from openjcm.methodology.drafting import draft_of, faults_of
from openjcm.methodology.drafting.hints import all_hints, hint_for
from openjcm.methodology.drafting.locating import line_said, lines_of, nearest, path_of
from openjcm.methodology.entries import EntryCheck
from openjcm.methodology.working.faults import Unworkable

DEFINITION = Path(str(files("openjcm.methodology"))) / "definitions" / "BD_AM002_ver01.0"


@pytest.fixture
def version(tmp_path: Path) -> Path:
    """Give a version's folder to break."""
    folder = tmp_path / "BD_AM002_ver01.0"
    shutil.copytree(DEFINITION, folder)
    return folder


def _broken(version: Path, old: str, new: str, *, file: str = "definition.toml") -> list[int]:
    path = version / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return [each.line for each in faults_of(version)]


def test_the_catalogue_has_no_fault() -> None:
    """Definitions, entries, templates and cases, all of them."""
    assert faults_of() == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('id = "BD_AM002_ver01.0"', 'id = "BD2"'),
        ('status = "not confirmed"', 'status = "unofficial template"'),
        ('unit = "MWh"', 'unit = "MWHH"'),
        ('says = "AC output', 'sais = "AC output'),
        ("hint = 0.533", 'hint = "0.533"'),
        ('is = "sum(EG * EF_RE)"', 'is = "sum(EG * EF_RX)"'),
        ('is = "sum(EG * EF_RE)"', 'is = "sum(EG *)"'),
        ('is = "sum(EG * EF_RE)"', 'is = "sum(EG + EF_RE)"'),
        ('title = "Installation', "title = Installation"),
    ],
)
def test_a_fault_is_told_with_its_line(version: Path, old: str, new: str) -> None:
    """The line is the one that an editor shows."""
    text = (version / "definition.toml").read_text(encoding="utf-8")
    line = text[: text.index(old)].count("\n") + 1

    assert line in _broken(version, old, new)


def test_a_fault_of_a_case_has_the_line_of_its_symbol(version: Path) -> None:
    """What does not come out, and what is no value, each where it stands."""
    case = "cases/mongolian_rooftop.toml"
    text = (version / case).read_text(encoding="utf-8")
    number = text.splitlines().index(next(x for x in text.splitlines() if x.startswith("ER"))) + 1

    assert _broken(version, 'ER = "', 'ER = "9', file=case) == [number]


def test_a_fault_of_what_it_is_built_on_names_that_file(tmp_path: Path) -> None:
    """A symbol that is left out leaves a formula of the family in want of it."""
    drafted = draft_of("OJ_mine_ver1", "OJ_displacement_ver1")["definition.toml"]
    path = tmp_path / "definition.toml"
    path.write_text(f'without = ["EF"]\n{drafted}'.replace('= ""', '= "x"'), encoding="utf-8")

    found = [each for each in faults_of(path) if each.rule == Check.SYMBOL_KNOWN]

    assert [each.file for each in found] == ["families/OJ_displacement_ver1.toml"]
    assert found[0].line > 1


def test_a_fault_of_a_file_that_is_not_there_names_no_line(tmp_path: Path) -> None:
    """A block that nobody has is a fault of the file that asks for it."""
    path = tmp_path / "definition.toml"
    path.write_text('uses = ["nothing-of-the-kind"]\n', encoding="utf-8")

    assert [each.rule for each in faults_of(path)][:1] == ["built-on-what-there-is"]


def test_a_draft_leaves_blank_what_its_author_says(tmp_path: Path) -> None:
    """And the check names each blank, of the entry too."""
    for place, text in draft_of("KE_AM004_ver01.0", "OJ_displacement_ver1").items():
        path = tmp_path / "KE_AM004_ver01.0" / place
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    found = faults_of(tmp_path)

    assert {Path(each.file).name for each in found} == {"definition.toml", "entry.toml"}
    assert all(each.line > 1 and each.hint for each in found)


@pytest.mark.parametrize(
    ("name", "family", "kind"),
    [
        ("mine", "OJ_displacement_ver1", Malformed),
        ("OJ_mine_ver1", "OJ_nothing_ver1", NotFound),
        ("OJ_mine_ver1", "OJ_rice_cultivation_ver1", NotFound),
    ],
)
def test_a_draft_of_nothing_is_refused(name: str, family: str, kind: type[Exception]) -> None:
    """No identifier, no family, and no template of it."""
    with pytest.raises(kind):
        draft_of(name, family)


def test_every_check_has_a_hint() -> None:
    """And no hint is for a check that there is not."""
    of_the_head = "key-given-in-the-head"
    checks = (*Check, *EntryCheck, *ConfirmationCheck, *Unworkable)

    assert set(all_hints()) == {*map(str, checks), of_the_head}


def test_a_mistyped_word_is_told_the_nearest_one() -> None:
    """Of the keys that the message names, or of the symbols of the file."""
    key = Finding("key-known", "x", "no key 'sais' here; known are unit, says")
    symbol = Finding("symbol-known", "x", "'EF_R' is neither a parameter nor given")

    assert hint_for(key).startswith("did you mean 'says'? ")
    assert hint_for(symbol, ("EF_RE", "EG")).startswith("did you mean 'EF_RE'? ")
    assert not hint_for(Finding("unheard-of", "x", "nothing is quoted"))


TEXT = '''id = "x" # [not.a.table]
says = """
[monitored.NO]
no = 1
"""
list = [
  "a = 1",
]
"quoted key" = { a = 1 }

[fixed.EF]
unit = "1"

[[fixed.EF.choice]]
name = "one"

[[fixed.EF.choice]]
name = "two"

[[formula]]
gives = "RE"
'''


def test_lines_are_found_past_long_texts_and_lists() -> None:
    """What only looks like a header or a key inside of a text is none."""
    lines = lines_of(TEXT)

    assert lines["fixed", "EF", "choice", "2", "name"] == 18
    assert lines["quoted key",] == 9
    assert nearest(lines, path_of(TEXT, "x.toml: fixed: EF: choice 1: hint")) == 14
    assert nearest(lines, path_of(TEXT, "x.toml: formula RE")) == 20
    assert nearest(lines, path_of(TEXT, "x.toml: formula ?")) == 20
    assert nearest(lines, path_of(TEXT, "x.toml: nowhere")) == 1
    assert ("monitored", "NO") not in lines
    assert line_said("(at line 7, column 2)") == 7
    assert line_said("nothing said") == 1


@pytest.mark.parametrize(
    ("unit", "hint"),
    [
        ("mwh", "did you mean 'MWh'? join"),
        ("lx", "join the words"),
        ("MWh/p", "join the words"),
        ("tCO2eqq/MWh", "did you mean 'tCO2e'? join"),
    ],
)
def test_a_short_unit_is_not_taken_for_another(version: Path, unit: str, hint: str) -> None:
    """What is counted has no unit, and the hint says so."""
    path = version / "definition.toml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace('unit = "MWh"', f'unit = "{unit}"', 1), encoding="utf-8")

    (fault,) = faults_of(path)

    assert fault.hint.startswith(hint)
    assert "has the unit 1 and is left out: MWh, and not MWh/p" in fault.hint


def test_a_table_of_the_head_that_is_missing_is_told_once(version: Path) -> None:
    """With what stands in it, and where keys of the head go."""
    path = version / "definition.toml"
    lines = path.read_text(encoding="utf-8").splitlines()
    left = [each for each in lines if not each.startswith("rounding = ")]
    assert len(left) < len(lines)
    path.write_text("\n".join(left), encoding="utf-8")

    (fault,) = faults_of(path)

    assert fault.message == "'rounding' is missing: a table [rounding] with its 'stage' and 'rule'"
    assert fault.hint.startswith("add the key at the top of the file")


def test_a_file_that_is_no_toml_says_that_more_may_be_wrong(tmp_path: Path) -> None:
    """Its reader stops at the first fault."""
    path = tmp_path / "definition.toml"
    path.write_text("x =\ny =\n", encoding="utf-8")

    (fault,) = faults_of(path)

    assert "reading stopped there" in fault.message
    assert fault.line == 1


@pytest.mark.parametrize(
    ("text", "said", "line"),
    [
        ("a = 1\nb = " + "[" * 5_000, "nested too deeply (at line 2)", 2),
        ("a = 1\n\nb = " + "{a=" * 5_000, "nested too deeply (at line 3)", 3),
        ("a = 1\nb = " + "9" * 5_000, "too many digits to be one (at line 2)", 2),
        ("a = 1e999999999999999999999", "too many digits to be one (at line 1)", 1),
        ("a = " + "0.a" * 3_000 + "[" * 30, "more than 40 points", 1),
    ],
)
def test_what_is_too_large_is_told_in_words_of_the_file(
    tmp_path: Path, text: str, said: str, line: int
) -> None:
    """With its line, and with no word of the program that read it."""
    path = tmp_path / "definition.toml"
    path.write_text(text, encoding="utf-8")

    (fault,) = faults_of(path)

    assert said in fault.message
    assert fault.line == line
    assert not re.search("recursion|sys\\.|limit|exceed", fault.message)


@pytest.mark.parametrize(
    ("old", "new", "rules"),
    [
        ("value = 20", 'value = "x"', ["kind-of-value"]),
        ('is = "CAP <= CAP_MOST"', 'is = "CAP <="', ["formula-readable"]),
    ],
)
def test_one_slip_is_one_fault(tmp_path: Path, old: str, new: str, rules: list[str]) -> None:
    """What follows from a text that could not be read is not told besides."""
    text = (files("openjcm.web") / "drafts" / "example" / "definition.toml").read_text("utf-8")
    assert old in text
    path = tmp_path / "definition.toml"
    path.write_text(text.replace(old, new), encoding="utf-8")

    assert [each.rule for each in faults_of(path)] == rules


def test_a_fault_of_a_vintage_stands_on_its_line(version: Path) -> None:
    """What does not come out in one year, and a value of it that is wrong."""
    case = version / "cases" / "years.toml"
    text = """says = "x"
evidence = "illustrative"
source = "x"
[fixed]
EF_RE = [0.5]
[vintage.2017]
EG = [3]
[vintage.2018]
EG = [4]
[expected.2018]
RE = "2.1"
"""
    case.write_text(text, encoding="utf-8")
    assert [each.line for each in faults_of(version)] == [11]
    case.write_text(text.replace("[4]", '["4"]'), encoding="utf-8")
    assert [each.line for each in faults_of(version)] == [9]
    case.write_text(text.replace("EG = [4]", ""), encoding="utf-8")
    assert [each.line for each in faults_of(version)] == [8]


def test_a_hundred_faults_are_listed_and_how_many_more_there_are(tmp_path: Path) -> None:
    """Twelve more are the keys of a head and the results that are missing."""
    path = tmp_path / "definition.toml"
    path.write_text("".join(f"k{n} = 1\n" for n in range(200)), encoding="utf-8")

    *listed, last = faults_of(path)

    assert len(listed) == 100
    assert last.rule == Check.ALL_TOLD
    assert last.message == "112 more faults are not listed: there are 212 in all"


def test_a_file_that_is_no_text_has_no_lines(version: Path) -> None:
    """Its fault is told all the same."""
    (version / "entry.toml").write_bytes(b"\xff")

    assert EntryCheck.TEXT_IN_UTF8 in {each.rule for each in faults_of(version)}


def test_rows_of_a_text_that_is_refused_are_not_counted() -> None:
    """Nothing is looked for in it."""
    assert path_of("x = ", "x.toml: formula RE") == ("formula", "RE")


def test_what_is_no_table_among_rows_is_passed_over() -> None:
    """Rows are counted as they stand, and what is none has no name."""
    text = 'formula = [1, { gives = "RE", is = "1" }]\n'

    assert path_of(text, "x.toml: formula RE") == ("formula", "2")
    assert path_of("formula = 3\n", "x.toml: formula RE") == ("formula", "RE")
