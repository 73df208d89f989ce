"""The values of the IPCC that stand in blocks, and how a definition takes them.

Expected values: the secondary copies that each block names, keyed in here a second time; sums in
a script of their own where they stand.
"""

from collections.abc import Mapping
from decimal import Decimal, localcontext
from importlib.resources import files
from tomllib import loads

import pytest

from openjcm.measure import Basis, Malformed
from openjcm.methodology import (
    Branch,
    BranchKind,
    Given,
    Role,
    Values,
    cases_of,
    explain,
    load_definition,
    read_definition,
    work,
)

OWN = 'id = "XX_AM001_ver01.0"\nstatus = "not confirmed"\n'
# Fuel: net calorific value in TJ/Gg, CO2 factor in kg/TJ.
FUELS = {
    "Crude oil": ("42.3", 73_300),
    "Natural gas liquids": ("44.2", 64_200),
    "Motor gasoline": ("44.3", 69_300),
    "Aviation gasoline": ("44.3", 70_000),
    "Jet kerosene": ("44.1", 71_500),
    "Other kerosene": ("43.8", 71_900),
    "Gas/diesel oil": ("43.0", 74_100),
    "Residual fuel oil": ("40.4", 77_400),
    "Liquefied petroleum gases": ("47.3", 63_100),
    "Ethane": ("46.4", 61_600),
    "Naphtha": ("44.5", 73_300),
    "Petroleum coke": ("32.5", 97_500),
    "Refinery gas": ("49.5", 57_600),
    "Anthracite": ("26.7", 98_300),
    "Coking coal": ("28.2", 94_600),
    "Other bituminous coal": ("25.8", 94_600),
    "Sub-bituminous coal": ("18.9", 96_100),
    "Lignite": ("11.9", 101_000),
    "Coke oven coke and lignite coke": ("28.2", 107_000),
    "Coke oven gas": ("38.7", 44_400),
    "Blast furnace gas": ("2.47", 260_000),
    "Natural gas": ("48.0", 56_100),
    "Peat": ("9.76", 106_000),
}
CLIMATES = (
    "boreal and temperate, dry",
    "boreal and temperate, wet",
    "tropical, dry",
    "tropical, moist and wet",
)
# Default, lower and upper end in each climate.
RATES = {
    "paper and textiles": "0.04 0.03 0.05 0.06 0.05 0.07 0.045 0.04 0.06 0.07 0.06 0.085",
    "wood and straw": "0.02 0.01 0.03 0.03 0.02 0.04 0.025 0.02 0.04 0.035 0.03 0.05",
    "garden and park": "0.05 0.04 0.06 0.1 0.06 0.1 0.065 0.05 0.08 0.17 0.15 0.2",
    "food and sewage sludge": "0.06 0.05 0.08 0.185 0.1 0.2 0.085 0.07 0.1 0.4 0.17 0.7",
    "bulk waste": "0.05 0.04 0.06 0.09 0.08 0.1 0.065 0.05 0.08 0.17 0.15 0.2",
}
CARBON = {
    "food": 15,
    "garden and park": 20,
    "paper and cardboard": 40,
    "wood": 43,
    "textiles": 24,
    "nappies": 24,
    "rubber and leather": 39,
}
BOILER = cases_of("OJ_fuel_efficiency_ipcc_ver1")[0].values
LANDFILL = cases_of("OJ_landfill_decay_ipcc_ver1")[0].values


def rows_of(block: str, symbol: str) -> Mapping[str, Decimal]:
    """Return the rows of a block's table by option."""
    text = (files("openjcm.methodology") / "blocks" / f"{block}.toml").read_text(encoding="utf-8")
    rows = loads(text, parse_float=Decimal)["table"][symbol]["row"]
    return {row["option"]: Decimal(row["value"]) for row in rows}


def test_fuels_have_the_values_of_both_tables() -> None:
    """Tables 1.2 and 1.4, each row as the copies have it."""
    assert rows_of("ipcc-net-calorific-values", "NCV_IPCC") == {
        fuel: Decimal(value) for fuel, (value, _) in FUELS.items()
    }
    assert rows_of("ipcc-fuel-factors", "EF_IPCC") == {
        fuel: factor for fuel, (_, factor) in FUELS.items()
    }


@pytest.mark.parametrize(("ending", "place"), [("", 0), ("-lower", 1), ("-upper", 2)])
def test_decay_rates_have_the_values_of_the_table(ending: str, place: int) -> None:
    """Table 3.3 in each of four climates; the ends hold the default between them."""
    assert rows_of(f"ipcc-decay-rates{ending}", "K_IPCC") == {
        f"{waste}; {climate}": Decimal(rates.split()[3 * number + place])
        for waste, rates in RATES.items()
        for number, climate in enumerate(CLIMATES)
    }


def test_degradable_carbon_has_the_values_of_the_table() -> None:
    """Table 2.4, per cent of wet waste."""
    assert rows_of("ipcc-degradable-carbon", "DOC_IPCC") == {
        waste: Decimal(percent) / 100 for waste, percent in CARBON.items()
    }


@pytest.mark.parametrize(
    "template", ["OJ_fuel_efficiency_ipcc_ver1", "OJ_landfill_decay_ipcc_ver1"]
)
def test_each_table_says_where_it_stands_and_that_a_copy_was_read(template: str) -> None:
    """Table, copy and evidence; the guidelines themselves were not seen, so none is published."""
    for each in load_definition(template).tables:
        assert "Table" in each.known.source
        assert "read in" in each.known.source
        assert "secondary cop" in each.known.source
        assert each.known.evidence is Basis.DERIVED
        assert each.may_be_given


def test_the_ends_that_no_copy_was_found_of_are_inputs_that_name_their_table() -> None:
    """The lower and the upper end of Table 1.4."""
    ends = [
        each
        for each in load_definition("OJ_fuel_efficiency_ipcc_ver1").fixed
        if each.symbol in ("EF_FUEL_LOWER", "EF_FUEL_UPPER")
    ]

    assert [(each.role, each.value) for each in ends] == [(Role.PROJECT, None)] * 2
    assert all("Table 1.4" in each.data_source for each in ends)


def test_a_value_looked_up_is_explained_by_its_table() -> None:
    """Its source names table and copies, its basis is the table's."""
    found = looked_up("OJ_fuel_efficiency_ipcc_ver1", BOILER)

    assert (found.basis, found.values[0].value) == (Basis.DERIVED, Decimal(56_100))
    assert "Volume 2, Chapter 1, Table 1.4" in found.source


def test_a_row_of_the_projects_own_counts_in_place_of_the_table() -> None:
    """It is as firm as what was given, and has no source of ours; other rows keep theirs."""
    own: Given = [{"option": "Natural gas", "value": Decimal(55_000)}]

    found = looked_up("OJ_fuel_efficiency_ipcc_ver1", {**BOILER, "EF_IPCC": own})
    other = looked_up("OJ_fuel_efficiency_ipcc_ver1", {**BOILER, "FUEL": "Lignite", "EF_IPCC": own})

    assert (found.basis, found.source) == (Basis.MEASURED, "")
    assert found.values[0].value == 55_000
    assert (other.basis, other.values[0].value) == (Basis.DERIVED, Decimal(101_000))


def test_another_fuel_needs_its_row() -> None:
    """What the table does not have is never guessed, and the refusal says what to give."""
    other: Values = {**BOILER, "FUEL": "another fuel"}
    row: Given = {"option": "another fuel", "value": Decimal(60_000)}
    definition = load_definition("OJ_fuel_efficiency_ipcc_ver1")

    assert work(definition, {**other, "EF_IPCC": [row]}).lines[0].values == (Decimal("0.06"),)
    with pytest.raises(Malformed, match=r"no row of EF_IPCC for another fuel: give it under"):
        work(definition, other)


def test_a_row_of_ones_own_is_checked_as_any_other() -> None:
    """An option that there is not, and a value that is no number."""
    definition = load_definition("OJ_fuel_efficiency_ipcc_ver1")

    with pytest.raises(Malformed, match="coal dust is none of the options"):
        work(definition, {**BOILER, "EF_IPCC": [{"option": "coal dust", "value": Decimal(1)}]})
    with pytest.raises(Malformed, match="EF_IPCC: give its rows"):
        work(definition, {**BOILER, "EF_IPCC": Decimal(1)})


@pytest.mark.parametrize(
    ("end", "rates"),
    [("lower", ("0.17", "0.06", "0.03")), ("upper", ("0.7", "0.085", "0.05"))],
)
def test_a_family_takes_an_end_of_the_range_by_name(end: str, rates: tuple[str, ...]) -> None:
    """W8's first year at that end: 50,000 t x share x carbon of each waste, decayed for a year."""
    uses = f'uses = ["decay-ipcc", "ipcc-decay-rates-{end}"]'
    definition = read_definition(f'{OWN}based_on = "OJ_landfill_decay_ver1"\n{uses}', place="own")
    with localcontext(prec=60):
        # 27,500 t x 0.15, 10,000 t x 0.40 and 2,500 t x 0.43.
        decayed = sum(
            carbon * (1 - (-Decimal(rate)).exp())
            for carbon, rate in zip((4125, 4000, 1075), rates, strict=True)
        )
        expected = decayed * Decimal("0.5") * Decimal("0.5") * 16 / 12 * Decimal("0.9") * 28

    done = work(definition, LANDFILL)

    assert abs(done.value("RE") - expected) < Decimal("1E-40")


@pytest.mark.parametrize(("report", "value"), [("ar4", 25), ("ar5", 28)])
def test_the_potential_of_methane_is_a_default_of_the_named_report(report: str, value: int) -> None:
    """25 and 28 over 100 years; a project may give its own."""
    definition = read_definition(
        f'{OWN}based_on = "OJ_landfill_decay_ipcc_ver1"\nuses = ["gwp-{report}"]', place="own"
    )
    without = {symbol: each for symbol, each in LANDFILL.items() if symbol != "GWP_CH4"}
    own = work(definition, {**without, "GWP_CH4": Decimal(1)})

    with localcontext(prec=60):
        expected = own.value("RE") * value
        assert abs(work(definition, without).value("RE") - expected) < Decimal("1E-40")


def looked_up(template: str, values: Values) -> Branch:
    """Return the first branch that was looked up, of values that were measured."""
    definition = load_definition(template)
    explained = explain(definition, work(definition, values), Basis.MEASURED)
    return next(each for each in explained.trees[0].branches if each.kind is BranchKind.LOOKED_UP)
