"""Definitions built on families and blocks."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from importlib.resources import files

import pytest

from fakes.drafts import HEAD, KNOWN, fixed, formula, monitored
from openjcm.measure import Finding, Malformed
from openjcm.methodology import Definition, Given, Status, Values, read_definition, work

TEMPLATE = HEAD.replace("XX_AM001_ver01.0", "OJ_pumps_ver1").replace(
    "not confirmed", "unofficial template"
)
FAMILY = "\n".join(
    [
        TEMPLATE,
        monitored("EC", "MWh", "pump"),
        fixed("GAIN", "1"),
        fixed("EF", "tCO2e/MWh"),
        formula("RE", "sum(EC * GAIN) * EF"),
        formula("PE", "sum(EC) * EF"),
        formula("ER", "RE - PE"),
        f'[[eligibility]]\nnumber = "1"\n{KNOWN}',
    ]
)
LOWER = (
    fixed("EF_GRID", "tCO2e/MWh")
    + fixed("EF_CAP", "tCO2e/MWh")
    + formula("EF", "min(EF_GRID, EF_CAP)", "tCO2e/MWh")
)
SHELF = {"families/pumps": FAMILY, "blocks/lower": LOWER}
OWN = 'id = "XX_AM001_ver01.0"\nstatus = "not confirmed"\nbased_on = "pumps"\n'


def resolved(text: str, shelf: Mapping[str, str] = SHELF) -> Definition:
    """Read a definition over a shelf of the test's own."""
    return read_definition(text, place="own", shelf=lambda kind, name: shelf.get(f"{kind}/{name}"))


def faults(text: str, shelf: Mapping[str, str] = SHELF) -> tuple[Finding, ...]:
    """Return what is wrong with a definition over a shelf."""
    with pytest.raises(Malformed) as refused:
        resolved(text, shelf)
    return refused.value.findings


def test_what_a_definition_does_not_say_its_family_says() -> None:
    """Only the id and the status are its own here."""
    whole = resolved(OWN)

    assert (whole.id, whole.title, whole.status) == ("XX_AM001_ver01.0", "T", Status.NOT_CONFIRMED)
    assert [each.gives for each in whole.formulas] == ["RE", "PE", "ER"]
    assert [each.number for each in whole.criteria] == ["1"]
    assert whole.built_on == ("families/pumps.toml",)


def test_what_is_given_again_replaces_what_lies_below_in_its_place() -> None:
    """A formula keeps its place, and a fixed value replaces a required input."""
    whole = resolved(
        OWN
        + fixed("GAIN", "1", 1.5)
        + formula("PE", "sum(EC) * EF * GAIN")
        + f'[[eligibility]]\nnumber = "1"\n{KNOWN.replace("x", "y")}'
        f'[[eligibility]]\nnumber = "2"\n{KNOWN}'
    )

    assert [(each.gives, each.text) for each in whole.formulas][1] == ("PE", "sum(EC) * EF * GAIN")
    assert [each.symbol for each in whole.required] == ["EC", "EF"]
    assert [(each.number, each.says) for each in whole.criteria] == [("1", "y"), ("2", "x")]


def test_a_block_replaces_a_parameter_by_a_formula_that_stands_before_its_use() -> None:
    """The factor is then worked out, and the formulas are in an order that can be worked."""
    whole = resolved(OWN + 'uses = ["lower"]\n')
    given: Values = {
        "EC": [Decimal(10)],
        "GAIN": Decimal("1.5"),
        "EF_GRID": Decimal("0.7"),
        "EF_CAP": Decimal("0.5"),
    }

    assert [each.gives for each in whole.formulas] == ["EF", "RE", "PE", "ER"]
    assert "EF" not in {each.symbol for each in whole.parameters}
    assert work(whole, given).value("ER") == Decimal("2.5")
    assert whole.built_on == ("families/pumps.toml", "blocks/lower.toml")


def test_a_parameter_given_again_takes_the_place_of_a_formula() -> None:
    """The other way round as well."""
    whole = resolved(
        OWN.replace('"pumps"', '"lower_pumps"')
        + 'without = ["EF_GRID", "EF_CAP"]\n'
        + fixed("EF", "tCO2e/MWh"),
        {**SHELF, "families/lower_pumps": 'based_on = "pumps"\nuses = ["lower"]\n'},
    )

    assert [each.gives for each in whole.formulas] == ["RE", "PE", "ER"]


def test_what_is_left_out_is_gone() -> None:
    """A symbol, a formula or a criterion, by its name."""
    whole = resolved(OWN + 'without = ["GAIN", "1"]\n' + formula("RE", "sum(EC) * EF"))

    assert "GAIN" not in {each.symbol for each in whole.parameters}
    assert whole.criteria == ()


def test_the_hash_is_over_the_whole() -> None:
    """The same said at once has the same hash, and a change in the family changes it."""
    at_once = FAMILY.replace("OJ_pumps_ver1", "XX_AM001_ver01.0").replace(
        "unofficial template", "not confirmed"
    )
    changed = {**SHELF, "families/pumps": FAMILY.replace("sum(EC) * EF", "EF * sum(EC)")}

    assert resolved(OWN).sha256 == resolved(at_once).sha256
    assert resolved(OWN).sha256 != resolved(OWN, changed).sha256


def test_a_finding_names_the_file_in_which_the_fault_stands() -> None:
    """Own faults under the own name, those of family and block under theirs."""
    spoiled = {
        "families/pumps": FAMILY.replace("sum(EC * GAIN) * EF", "sum(EC * GAIN)"),
        "blocks/lower": LOWER.replace('"tCO2e/MWh"', '"tCO2e/Mh"', 1),
    }

    found = faults(OWN + 'uses = ["lower"]\n' + monitored("EC", "MWh", "Pump"), spoiled)

    assert {each.place for each in found} >= {
        "own: monitored: EC",
        "families/pumps.toml: formula RE",
        "blocks/lower.toml: fixed: EF_GRID",
    }


def test_a_file_below_that_is_no_toml_is_found() -> None:
    """Under its own name."""
    assert faults(OWN, {"families/pumps": "id = "})[0].place == "families/pumps.toml"


@pytest.mark.parametrize(
    ("shelf", "message"),
    [
        ({"families/pumps": 'based_on = "pumps"'}, "'pumps' is built on itself"),
        (
            {"families/pumps": 'based_on = "mills"', "families/mills": 'based_on = "pumps"'},
            "'pumps' is built on itself",
        ),
        (
            {
                "families/pumps": 'based_on = "a"',
                "families/a": 'based_on = "b"',
                "families/b": 'based_on = "c"',
                "families/c": 'based_on = "d"',
                "families/d": FAMILY,
            },
            "at most 4 deep",
        ),
        (
            {
                "families/pumps": f"uses = {[f'b{n}' for n in range(30)]}",
                **{f"blocks/b{n}": "" for n in range(30)},
            },
            "on 20 in all",
        ),
    ],
)
def test_circles_and_towers_are_refused(shelf: dict[str, str], message: str) -> None:
    """Nothing is built on itself, nor deeper than can be followed."""
    assert any(message in each.message for each in faults(OWN, shelf))


def test_formulas_that_need_one_another_are_refused() -> None:
    """No order can help them."""
    text = OWN + formula("RE", "PE") + formula("PE", "RE + sum(EC * GAIN) * EF")

    assert any("neither a parameter nor" in each.message for each in faults(text))


def test_a_family_of_another_form_is_refused_and_not_a_crash() -> None:
    """Whatever stands where tables should stand."""
    odd = 'fixed = 1\nformula = [1, { is = 3 }, { gives = "RE", is = "(" }]\neligibility = 2\n'

    assert faults(OWN, {"families/pumps": odd})
    assert faults(OWN + "formula = 3\nfixed = 2\n")
    assert faults(OWN.replace('"pumps"', "3"))


BLOCKS = sorted(
    each.name.removesuffix(".toml")
    for each in (files("openjcm.methodology") / "blocks").iterdir()
    if each.name.startswith("electricity-factor-")
)
FACTORS: dict[str, tuple[Values, str]] = {
    "grid": ({"EF_GRID": Decimal("0.7")}, "0.7"),
    "captive": (
        {
            "FC_CAP": {"diesel": Decimal(10)},
            "EG_CAP": Decimal(40),
            "NCV_CAP": {"diesel": Decimal(43)},
            "EF_FUEL_CAP": {"diesel": Decimal("0.0741")},
        },
        "0.796575",
    ),
    "captive-ipcc": (
        {
            "FC_CAP": {"diesel": Decimal(10)},
            "EG_CAP": Decimal(40),
            "FUEL_CAP": {"diesel": "Gas/diesel oil"},
        },
        "0.796575",
    ),
    "weighted": (
        {
            "EI_GRID": Decimal(30),
            "EG_CAP": Decimal(10),
            "EF_GRID": Decimal("0.7"),
            "EF_CAP": Decimal("0.5"),
        },
        "0.65",
    ),
    "lower-of-both": ({"EF_GRID": Decimal("0.7"), "EF_CAP": Decimal("0.5")}, "0.5"),
    "off-grid-diesel": ({"EF_DIESEL": Decimal("0.8")}, "0.8"),
    "by-system": (
        {
            "SUPPLY": ["gas"],
            "EF_GRID": Decimal("0.7"),
            "EF_DIESEL": Decimal("0.8"),
            "EF_GAS": Decimal("0.4"),
        },
        "0.4",
    ),
}


@pytest.mark.parametrize("block", BLOCKS)
def test_each_way_to_a_factor_fits_the_family_of_displacement(block: str) -> None:
    """1 MWh displaced gives the factor itself, worked by hand."""
    text = OWN.replace('"pumps"', '"OJ_displacement_ver1"') + f'uses = ["{block}"]\n'
    days: list[Mapping[str, Given]] = [
        {"since": date(2013, 1, 1), "value": Decimal("0.6")},
        {"since": date(2017, 1, 1), "value": Decimal("0.5")},
    ]
    dated: tuple[Values, str] = (
        {"FIRST_DAY": date(2016, 12, 31), "EF_BY_DAY": days},
        "0.6",
    )
    given, factor = FACTORS.get(block.removeprefix("electricity-factor-"), dated)

    done = work(read_definition(text, place="own"), {**given, "EG": [Decimal(1)]})

    assert done.value("ER") == Decimal(factor)
