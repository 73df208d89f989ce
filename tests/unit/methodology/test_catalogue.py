"""The bundled definitions, and files from outside."""

from decimal import Decimal
from pathlib import Path

import pytest

from openjcm.measure import Basis, Malformed, NotFound
from openjcm.methodology import (
    Check,
    Role,
    all_definitions,
    check_definition,
    load_definition,
)
from openjcm.rulebook import Rule

IDS = [
    *("BD_AM002_ver01.0", "ET_AM002_ver01.0", "ID_AM004_ver02.0"),
    *("ID_AM020_ver01.0", "ID_AM022_ver01.0", "KE_AM002_ver01.0", "MM_AM002_ver01.0"),
    *("MV_AM001_ver01.0", "PH_AM001_ver01.0", "SA_AM001_ver01.0", "TH_AM001_ver01.0"),
    *("TH_AM005_ver03.0", "TH_AM009_ver01.0", "TH_AM016_ver01.0", "VN_AM007_ver01.0"),
]
CONVERSIONS = {"GJ_IN_MWH", "KWH_IN_MWH"}


def test_the_bundled_definitions_are_listed_by_id() -> None:
    """A folder has the name of the definition in it."""
    assert [each.id for each in all_definitions()] == IDS


def test_no_bundled_definition_is_confirmed() -> None:
    """Nobody here has compared one with the adopted text, and each says so."""
    for definition in all_definitions():
        assert not definition.is_confirmed
        assert all(each.known.evidence is not Basis.PUBLISHED for each in definition.formulas)
        assert definition.rounding.rule is Rule.WHOLE_TONNES_PER_VINTAGE


def test_no_bundled_definition_has_a_default() -> None:
    """Every unknown value is a required input, fixed ex ante by the project."""
    for definition in all_definitions():
        fixed = [each for each in definition.fixed if each.symbol not in CONVERSIONS]
        assert {each.role for each in fixed} == {Role.PROJECT}
        assert {*definition.required} == {*definition.monitored, *fixed}


def test_the_solar_factor_is_chosen_among_three_sources() -> None:
    """0.533 is a hint with its evidence for one of them, and a default for none."""
    factor = load_definition("BD_AM002_ver01.0").fixed[0]

    assert [each.name for each in factor.choices] == [
        "national grid",
        "diesel generator",
        "gas generator",
    ]
    assert [each.hint for each in factor.choices] == [None, Decimal("0.533"), None]
    assert factor.choices[1].known.evidence is Basis.RECALLED
    assert factor.is_required


@pytest.mark.parametrize(
    ("wrong", "alike"),
    [
        ("", ""),
        ("../methodology", ""),
        ("/etc", ""),
        ("x" * 99, ""),
        ("OJ_chiler_ver1", "alike are OJ_chiller_ver1, "),
        ("BD_AM002_ver02.0", "alike are BD_AM002_ver01.0, "),
    ],
)
def test_an_unknown_id_is_not_found_and_those_most_alike_are_named(wrong: str, alike: str) -> None:
    """An id is looked up in the list, never joined to a path; at most three are named."""
    with pytest.raises(NotFound) as refusal:
        load_definition(wrong)

    message = str(refusal.value)
    assert f"comes with this installation; {alike}" in message
    assert ("alike are" in message) is bool(alike)
    assert message.count(", ") <= 2
    assert message.endswith("openjcm methodology list and openjcm methodology templates list them")


def test_a_file_is_checked_under_its_name(tmp_path: Path, sound: str) -> None:
    """Nothing is found in a sound one."""
    file = tmp_path / "draft.toml"
    file.write_text(sound, encoding="utf-8")
    assert check_definition(file) == []

    file.write_text(sound.replace("RE - PE", "RE - XX"), encoding="utf-8")
    assert [(each.rule, each.place) for each in check_definition(file)] == [
        (Check.SYMBOL_KNOWN, "draft.toml: formula ER")
    ]


def test_a_missing_file_is_not_found(tmp_path: Path) -> None:
    """Neither is a folder a file."""
    with pytest.raises(NotFound, match=r"none\.toml cannot be read"):
        check_definition(tmp_path / "none.toml")
    with pytest.raises(NotFound):
        check_definition(tmp_path)


def test_a_file_that_is_no_text_is_refused(tmp_path: Path) -> None:
    """A spreadsheet under the wrong name says what is wrong with it."""
    file = tmp_path / "book.toml"
    file.write_bytes(b"\xff\xfe\x00")

    with pytest.raises(Malformed, match="no text in UTF-8"):
        check_definition(file)
