"""Definition files: all that can be wrong with one is found, at once."""

from collections.abc import Callable

import pytest

from fakes.faults import FURTHER
from openjcm.measure import Basis, Malformed
from openjcm.methodology import Check, Role, check_definition, read_definition
from openjcm.methodology.definition import Plausible

FORMULA = 'is = "sum(EC * GAIN) * EF"'
PROJECT = 'is = "sum(EC) * EF"'
HEAD = 'id = "XX_AM001_ver01.0"'
PUMP = 'per = "pump"'
RANGE = 'plausible = { at_least = 0, at_most = 1000, evidence = "illustrative" }'
FAULTS = [
    (HEAD, "id = ", Check.FILE_READABLE, "definition.toml", "this is no TOML"),
    (HEAD, "id = " + "9" * 5000, Check.FILE_READABLE, "definition.toml", "too many digits"),
    (HEAD, "id = " + "[" * 5000, Check.FILE_READABLE, "definition.toml", "nested too deeply"),
    (HEAD, HEAD + " #" + "x" * 200_000, Check.FILE_READABLE, "definition.toml", "200000 char"),
    (HEAD, "", Check.KEY_GIVEN, "definition.toml", "'id' is missing"),
    (HEAD, "id = 3", Check.KIND_OF_VALUE, "definition.toml", "'id' is a text"),
    (HEAD, 'id = " "', Check.KIND_OF_VALUE, "definition.toml", "not empty"),
    (HEAD, 'id = "XX_AM1"', Check.ID_AS_PRINTED, "definition.toml", "no id such as"),
    (HEAD, HEAD + "\nnote = 1", Check.KEY_KNOWN, "definition.toml", "no key 'note' here"),
    ('"not confirmed"', '"sure"', Check.KIND_OF_VALUE, "definition.toml", "'status' is one of"),
    ('"whole-tonnes-per-vintage"', '"half-up"', Check.KIND_OF_VALUE, "rounding", "'rule' is one"),
    (
        'rounding = { stage = "vintage", rule = "whole-tonnes-per-vintage" }',
        "rounding = 1",
        Check.KIND_OF_VALUE,
        "definition.toml",
        "'rounding' is a table",
    ),
    ("[monitored.EC]", "[monitored.sum]", Check.SYMBOL_WRITTEN, "monitored: sum", "no symbol"),
    ("[monitored.EC]", '[monitored."E C"]', Check.SYMBOL_WRITTEN, "E C", "letters, digits"),
    ("[fixed.EF]", "[fixed.EC]", Check.SYMBOL_GIVEN_ONCE, "fixed: EC", "'EC' is given twice"),
    ('gives = "PE"', 'gives = "EF"', Check.SYMBOL_GIVEN_ONCE, "formula EF", "is given twice"),
    ('unit = "MWh"', 'unit = "MWs"', Check.UNIT_KNOWN, "monitored: EC", "'MWs' is no unit"),
    ('unit = "MWh"', "", Check.KEY_GIVEN, "monitored: EC", "'unit' is missing"),
    (PUMP, 'per = "Pump 1"', Check.KIND_OF_VALUE, "monitored: EC", "small letters"),
    (PUMP, "", Check.SERIES_EXPECTED, "formula RE", "is over no index set"),
    ("value = 1.5", "", Check.VALUE_IN_THE_RIGHT_HANDS, "fixed: GAIN", "needs its 'value'"),
    ("value = 1.5", 'value = "1.5"', Check.KIND_OF_VALUE, "fixed: GAIN", "a number of plain"),
    ("value = 1.5", "value = nan", Check.KIND_OF_VALUE, "fixed: GAIN", "a number of plain"),
    ("value = 1.5", "value = true", Check.KIND_OF_VALUE, "fixed: GAIN", "a number of plain"),
    ("value = 1.5", "value = 1e31", Check.KIND_OF_VALUE, "fixed: GAIN", "a number of plain"),
    ("value = 1.5", "value = 1e-31", Check.KIND_OF_VALUE, "fixed: GAIN", "a number of plain"),
    (
        "value = 1.5",
        f"value = 1.5\n{PUMP}",
        Check.VALUE_IN_THE_RIGHT_HANDS,
        "fixed: GAIN",
        "leave out 'per'",
    ),
    (
        '"published"',
        '"undisclosed"',
        Check.VALUE_IN_THE_RIGHT_HANDS,
        "fixed: GAIN",
        "an undisclosed value",
    ),
    (
        '"fixed by the methodology"',
        '"fixed ex ante by the project"',
        Check.VALUE_IN_THE_RIGHT_HANDS,
        "fixed: GAIN",
        "no default",
    ),
    (
        '"fixed by the methodology"\nvalue = 1.5',
        '"monitored"',
        Check.KIND_OF_VALUE,
        "fixed: GAIN",
        "stands under [monitored.…]",
    ),
    (RANGE, "plausible = 1", Check.KIND_OF_VALUE, "monitored: EC", "'plausible' is a table"),
    (
        RANGE,
        'plausible = { evidence = "recalled" }',
        Check.RANGE_HAS_ENDS,
        "EC: plausible",
        "a range needs",
    ),
    (
        RANGE,
        'plausible = { at_least = 2, at_most = 1, evidence = "recalled" }',
        Check.RANGE_HAS_ENDS,
        "EC: plausible",
        "not below it",
    ),
    (RANGE, "choice = 1", Check.KIND_OF_VALUE, "monitored: EC", "[[choice]]"),
    (FORMULA, 'is = "sum(EC"', Check.FORMULA_READABLE, "formula RE", "character 7"),
    (FORMULA, "", Check.KEY_GIVEN, "formula RE", "'is' is missing"),
    (FORMULA, 'is = "sum(EC * Z) * EF"', Check.SYMBOL_KNOWN, "formula RE", "'Z' is neither"),
    (FORMULA, 'is = "PE * GAIN"', Check.SYMBOL_KNOWN, "formula RE", "'PE' is neither"),
    (FORMULA, 'is = "sum(EC + EF) * GAIN"', Check.UNITS_ALIKE, "formula RE", "adds MWh and tCO2e"),
    (PROJECT, 'is = "sum(EC)"', Check.UNIT_AS_PROMISED, "formula PE", "MWh; promised is tCO2e"),
    (
        'unit = "tCO2e/MWh"',
        'unit = "tCO2e/kWh"',
        Check.UNIT_AS_PROMISED,
        "formula PE",
        "comes out in MWh*tCO2e/kWh, which is 1000 tCO2e; promised is tCO2e",
    ),
    (FORMULA, 'is = "sum(EC) * EF"', Check.SYMBOL_USED, "definition.toml", "'GAIN' is used by no"),
    ('gives = "PE"', "", Check.KEY_GIVEN, "formula ?", "'gives' is missing"),
    ('gives = "PE"', 'gives = "LE"', Check.REDUCTION_GIVEN, "definition.toml", "no formula gives"),
    ('is = "RE - PE"', 'is = "EC * EF"', Check.REDUCTION_GIVEN, "definition.toml", "ER is one"),
    (
        'is = "RE - PE"\nunit = "tCO2e"',
        'is = "(RE - PE) / EF"\nunit = "MWh"',
        Check.REDUCTION_GIVEN,
        "definition.toml",
        "ER is one value in tCO2e",
    ),
    (
        '"not confirmed"',
        '"confirmed"',
        Check.CONFIRMED_BY_PERSONS,
        "definition.toml",
        "two persons do, beside it",
    ),
]


@pytest.mark.parametrize(
    ("passage", "by", "check", "place", "message"),
    [*FAULTS, *(pytest.param(*row, id=f"{row[2]}-{row[4]}") for row in FURTHER)],
)
def test_a_fault_is_found_with_its_check_and_its_place(
    spoiled: Callable[[str, str], str],
    passage: str,
    by: str,
    check: Check,
    place: str,
    message: str,
) -> None:
    """Whatever else a fault brings with it, it is found under its own name."""
    found = check_definition(spoiled(passage, by))

    assert any(
        each.rule == check and each.place.endswith(place) and message in each.message
        for each in found
    ), found


def test_every_check_of_a_definition_has_its_fault() -> None:
    """The table above forgets none, nor do those of the second form of the language."""
    of_definitions = {each for each in Check if not each.startswith(("input-", "case-"))}
    # Not a fault of its own: how many more there are.
    of_definitions -= {Check.ALL_TOLD}

    assert of_definitions == {row[2] for row in (*FAULTS, *FURTHER)}


def test_an_unreadable_unit_is_one_fault_and_not_two(spoiled: Callable[[str, str], str]) -> None:
    """The formulas that use it are not blamed for it, nor those that use their results."""
    text = spoiled('unit = "MWh"', 'unit = "GWp"')

    assert [each.rule for each in check_definition(text)] == [Check.UNIT_KNOWN]


def test_an_unreadable_promise_is_one_fault_and_not_two(
    spoiled: Callable[[str, str], str],
) -> None:
    """What is built upon it is checked again once it is readable."""
    text = spoiled(PROJECT + '\nunit = "tCO2e"', PROJECT + '\nunit = "tonne"')

    assert [each.rule for each in check_definition(text)] == [Check.UNIT_KNOWN]


def test_all_faults_are_found_at_once(spoiled: Callable[[str, str], str]) -> None:
    """A file with five faults goes back once, not five times."""
    text = spoiled(FORMULA, 'is = "sum(EC"').replace('"Project"', "7").replace("= 1.5", "= inf")
    text = text.replace(HEAD, HEAD + "\nfurther = 1").replace('unit = "MWh"', 'unit = "mwh"')

    found = check_definition(text)

    assert {each.rule for each in found} >= {
        Check.FORMULA_READABLE,
        Check.KIND_OF_VALUE,
        Check.KEY_KNOWN,
        Check.UNIT_KNOWN,
    }


def test_a_definition_with_faults_is_refused_with_all_of_them(
    spoiled: Callable[[str, str], str],
) -> None:
    """The message names the file, the formula and both units."""
    text = spoiled(PROJECT, 'is = "sum(EC)"')

    with pytest.raises(Malformed, match=r"promised is tCO2e") as refused:
        read_definition(text, place="draft.toml")

    assert "draft.toml: formula PE: PE = sum(EC) comes out in MWh" in str(refused.value)
    assert (refused.value.code, refused.value.about) == ("definition-malformed", "draft.toml")
    assert len(refused.value.findings) == 1


def test_a_sound_definition_is_read(sound: str) -> None:
    """Parameters and formulas keep the order of the file."""
    definition = read_definition(sound, place="sound.toml")

    assert [each.symbol for each in definition.parameters] == ["EC", "EF", "GAIN"]
    assert [each.symbol for each in definition.monitored] == ["EC"]
    assert [each.symbol for each in definition.fixed] == ["EF", "GAIN"]
    assert [each.symbol for each in definition.required] == ["EC", "EF"]
    assert [each.gives for each in definition.formulas] == ["RE", "PE", "ER"]
    assert definition.fixed[1].role is Role.METHODOLOGY
    assert not definition.is_confirmed
    assert definition.formulas[0].known.para == "not confirmed"


def test_zero_is_zero_in_every_unit(spoiled: Callable[[str, str], str]) -> None:
    """PE = 0 needs no zero with a unit, but one tonne would."""
    assert check_definition(spoiled(PROJECT, 'is = "0"')) == []
    assert [each.rule for each in check_definition(spoiled(PROJECT, 'is = "1"'))] == [
        Check.UNIT_AS_PROMISED
    ]


def test_choices_are_named_and_hint_only(spoiled: Callable[[str, str], str]) -> None:
    """A hint never makes a parameter optional."""
    text = spoiled(
        "[fixed.GAIN]",
        '[[fixed.EF.choice]]\nname = "grid"\nsays = "x"\nevidence = "recalled"\nsource = "x"\n'
        "hint = 0.5\n[fixed.GAIN]",
    )

    factor = read_definition(text, place="sound.toml").fixed[0]

    assert [(each.name, str(each.hint)) for each in factor.choices] == [("grid", "0.5")]
    assert factor.is_required


@pytest.mark.parametrize(
    ("ends", "said"),
    [
        ("at_least = 0", "at least 0"),
        ("at_most = 9", "at most 9"),
        ("at_least = 0, at_most = 9", "at least 0 and at most 9"),
    ],
)
def test_a_plausible_range_has_one_end_or_two(
    spoiled: Callable[[str, str], str], ends: str, said: str
) -> None:
    """The range carries its own evidence."""
    text = spoiled(RANGE, f'plausible = {{ {ends}, evidence = "recalled" }}')

    plausible = read_definition(text, place="sound.toml").monitored[0].plausible

    assert isinstance(plausible, Plausible)
    assert (str(plausible), plausible.evidence) == (said, Basis.RECALLED)
