"""The unofficial templates of fuels, networks, waste, land and transport.

Expected values: section 9 of the pattern document that the issue names, its drafts of criteria,
and sums that are written where they stand.
"""

from collections.abc import Mapping, Sequence
from decimal import Decimal, localcontext
from typing import cast

import pytest

from fakes.drafts import fixed, monitored, read
from openjcm.measure import Basis, Malformed
from openjcm.methodology import (
    Case,
    Given,
    Role,
    Values,
    all_templates,
    answer_criteria,
    cases_of,
    check_case,
    load_definition,
    read_definition,
    work,
)
from openjcm.methodology.cases import at_digits_of

CASES = [
    pytest.param(template.id, case, id=f"{template.id}-{case.name}")
    for template in all_templates()
    for case in cases_of(template.id)
]
OURS = [
    *("OJ_fuel_efficiency_ipcc_ver1", "OJ_landfill_decay_ipcc_ver1"),
    *("OJ_fuel_efficiency_ratio_ver1", "OJ_boiler_part_operation_ver1", "OJ_heat_supply_ver1"),
    *("OJ_fuel_and_power_per_output_ver1", "OJ_fuel_switching_ver1", "OJ_steam_history_ver1"),
    *("OJ_cogeneration_ver1", "OJ_cogeneration_with_cooling_ver1"),
    *("OJ_transformer_losses_ver1", "OJ_line_losses_ver1"),
    *("OJ_network_control_ver1", "OJ_landfill_decay_ver1", "OJ_biogas_fuel_ver1"),
    *(
        "OJ_waste_combustion_ver1",
        "OJ_redd_plus_ver1",
        "OJ_redd_plus_average_level_ver1",
        "OJ_eco_driving_ver1",
    ),
    *("OJ_modal_shift_ver1", "OJ_electric_vehicle_ver1", "OJ_bus_fuel_substitution_ver1"),
]
CONVERSIONS = {
    "M_C": (12, "t"),
    "M_CH4": (16, "t"),
    "M_CO2": (44, "tCO2e"),
    "GJ_PER_MWH": (Decimal("3.6"), "GJ/MWh"),
    "HOURS": (24, "h/d"),
    "CONVERT": (Decimal("0.000001"), "MWh/W/h"),
    "KG_PER_T": (1000, "kgCO2e/tCO2e"),
    "KG_PER_TJ": (1_000_000, "kgCO2e/TJ/tCO2e*GJ"),
}
OF_A_DRAFT = {
    "CAP_LEAST": (Decimal("0.10"), "MW"),
    "CAP_MOST": (Decimal("3.15"), "MW"),
    "YIELD_LEAST": (30, "m3/t"),
    "ETA_ALL_LEAST": (Decimal("0.8"), "1"),
}
BOILER: Values = {
    "FC_PJ": [Decimal(1_200_000)],
    "EC_PJ": Decimal(0),
    "NCV": Decimal("0.0360"),
    "ETA_PJ": [Decimal("0.95")],
    "ETA_RE": [Decimal("0.88")],
    "EF_FUEL_DEFAULT": Decimal("0.0561"),
    "EF_FUEL_LOWER": Decimal("0.0543"),
    "EF_FUEL_UPPER": Decimal("0.0583"),
    "EF_GRID": Decimal("0.8"),
}
OWN = 'id = "XX_AM001_ver01.0"\nstatus = "not confirmed"\n'


@pytest.mark.parametrize(("template", "case"), CASES)
def test_a_case_of_a_template_comes_out_as_expected(template: str, case: Case) -> None:
    """The expected numbers were worked outside the engine, and each case says how."""
    assert check_case(load_definition(template), case) == []
    assert case.expected
    assert case.says


def test_every_template_has_a_case() -> None:
    """None is without."""
    assert [each.id for each in all_templates() if not cases_of(each.id)] == []


@pytest.mark.parametrize("template", OURS)
def test_no_value_stands_in_a_template_but_conversions_and_limits_of_drafts(template: str) -> None:
    """A default that no source was seen to print is a required input."""
    definition = load_definition(template)

    for each in definition.fixed:
        if each.role is not Role.PROJECT:
            assert each.role is Role.METHODOLOGY
            value, unit = {**CONVERSIONS, **OF_A_DRAFT}[each.symbol]
            assert (each.value, str(each.unit)) == (value, unit)


@pytest.mark.parametrize("template", OURS)
def test_no_part_of_a_template_is_said_to_be_published(template: str) -> None:
    """No adopted text was seen: what pages and drafts print is derived from them."""
    definition = load_definition(template)

    assert {*definition.evidence_by_part.values()} <= {Basis.DERIVED, Basis.RECALLED}
    assert "A template of ours and no official methodology." in definition.says


@pytest.mark.parametrize("template", OURS)
def test_what_is_required_says_where_it_is_expected_from(template: str) -> None:
    """A fixed one without a value names its expected source; a monitored one its options."""
    for each in load_definition(template).parameters:
        if each.role is Role.PROJECT and each.symbol != "EF_GRID":
            assert each.data_source, each.symbol
        elif each.role is Role.MONITORED:
            assert each.monitoring_options, each.symbol
            assert each.plausible or each.kind == "choice", each.symbol


@pytest.mark.parametrize(
    ("policy", "expected"),
    [("central", "192.78"), ("lower-and-upper", "13.79"), ("lower-both", "186.59")],
)
def test_a_definition_fixes_which_bound_counts(policy: str, expected: str) -> None:
    """W7: 192.78, 13.79 or 186.59 t from the same boiler, and a project cannot choose."""
    definition = read_definition(
        OWN + f'based_on = "OJ_fuel_efficiency_ratio_ver1"\nuses = ["fuel-bounds-{policy}"]\n',
        place="own",
    )

    done = work(definition, BOILER)

    assert str(at_digits_of(Decimal(expected), done.value("ER"))) == expected
    with pytest.raises(Malformed, match="BOUND_RE"):
        work(definition, {**BOILER, "BOUND_RE": "default"})


def test_a_template_leaves_the_bound_to_the_definition() -> None:
    """Without it nothing is worked: a bound is never a default of ours."""
    with pytest.raises(Malformed, match="BOUND_PJ"):
        work(load_definition("OJ_fuel_efficiency_ratio_ver1"), BOILER)


def test_steam_beyond_the_plants_history_is_refused() -> None:
    """What was never seen before is not extrapolated."""
    history: list[Mapping[str, Given]] = [
        {"from": Decimal(0), "to": Decimal(50), "value": Decimal("0.2")}
    ]
    values: Values = {
        "STEAM": [Decimal(10), Decimal(50)],
        "FC_PJ": [Decimal(1)],
        "EC_PJ": Decimal(0),
        "NCV": [Decimal(45)],
        "EF_FUEL": [Decimal("0.08")],
        "EF_GRID": Decimal("0.7"),
        "SE_RE": history,
    }

    with pytest.raises(Malformed, match=r"hour 2: .* 50 lies outside of SE_RE"):
        work(load_definition("OJ_steam_history_ver1"), values)


@pytest.mark.parametrize(
    ("template", "correction", "others"),
    [
        ("OJ_landfill_decay_ver1", "MCF_RE", "0"),
        ("OJ_biogas_fuel_ver1", "MCF", "88.2"),
        ("OJ_waste_combustion_ver1", "MCF", "2500"),
    ],
)
def test_decay_is_the_double_sum_over_years_and_wastes(
    template: str, correction: str, others: str
) -> None:
    """Every case as the equation is printed elsewhere, worked in plain decimals without a scan."""
    for case in cases_of(template):
        with localcontext(prec=60):
            expected = by_double_sum(case.values, case.values[correction]) + Decimal(others)

        got = work(load_definition(template), case.values).value("RE")

        assert abs(got - expected) < Decimal("1E-30")


def by_double_sum(values: Values, correction: Given) -> Decimal:
    """Return methane of waste: each year's, of each year's waste before, summed directly."""
    one = cast("Mapping[str, Decimal]", values)
    each = cast("Mapping[str, Mapping[str, Decimal]]", values)
    series = cast("Mapping[str, Sequence[Decimal]]", values)
    total = Decimal(0)
    for year, share in enumerate(series["SHARE_P"]):
        for waste, rate in each["K"].items():
            for past in range(year + 1):
                decays = (-rate * (year - past)).exp() * (1 - (-rate).exp())
                total += tonnes(values, waste, past) * each["DOC"][waste] * decays * share
    kept = one["PHI"] * (1 - one["CAPTURED"]) * (1 - one["OX"]) * one["F"] * one["DOC_F"]
    return total * kept * 16 / 12 * one["GWP_CH4"] * cast("Decimal", correction)


def tonnes(values: Values, waste: str, year: int) -> Decimal:
    """Return the waste of a year: given by itself, or as a share of the total."""
    given = cast("Mapping[str, Mapping[str, Sequence[Decimal]]]", values)
    if "W" in values:
        return given["W"][waste][year]
    return given["SHARE"][waste][year] * cast("Sequence[Decimal]", values["W_TOTAL"])[year]


def test_the_history_of_the_waste_counts() -> None:
    """The third year with no waste before it is a first year: 14,005.561 t."""
    share = {"food": "0.55", "paper": "0.20", "wood": "0.05"}
    [case] = [each for each in cases_of("OJ_landfill_decay_ver1") if each.name == "year_3.toml"]
    values: Values = {
        **case.values,
        "W_TOTAL": [Decimal(0), Decimal(0), Decimal(50_000)],
        "SHARE": {waste: [Decimal(part)] * 3 for waste, part in share.items()},
    }

    done = work(load_definition("OJ_landfill_decay_ver1"), values)

    assert at_digits_of(Decimal("0.001"), done.value("RE")) == Decimal("14005.561")


def test_a_published_total_is_taken_over_the_years_of_a_period() -> None:
    """W4: 1,776 t of Vietnamese trucks over 1,980 days, 5.42 years, are 327.6 t a year."""
    definition = read(
        monitored("ISSUED", "tCO2e"),
        monitored("DAYS", "d"),
        fixed("YEAR", "d", 365.25),
        formulas={"RE": "ISSUED / DAYS * YEAR"},
    )

    done = work(definition, {"ISSUED": Decimal(1776), "DAYS": Decimal(1980)})

    assert at_digits_of(Decimal("327.6"), done.value("ER")) == Decimal("327.6")


def holds(template: str, number: str, values: Values) -> bool | None:
    """Return how a criterion of a template is answered."""
    answers = answer_criteria(load_definition(template), values)
    return next(each.holds for each in answers if each.number == number)


@pytest.mark.parametrize(
    ("capacity", "answer"), [("0.10", "yes"), ("3.15", "yes"), ("0.09", "no"), ("3.16", "no")]
)
def test_a_heat_only_boiler_is_of_the_size_of_the_draft(capacity: str, answer: str) -> None:
    """0.10 to 3.15 MW, both ends within."""
    values: Values = {"CAP": [Decimal(1), Decimal(capacity)]}

    assert holds("OJ_heat_supply_ver1", "1", values) is (answer == "yes")


def test_each_heat_only_boiler_has_a_dust_collector() -> None:
    """One without is enough to fail."""
    assert holds("OJ_heat_supply_ver1", "2", {"COLLECTOR": ["yes", "yes"]}) is True
    assert holds("OJ_heat_supply_ver1", "2", {"COLLECTOR": ["yes", "no"]}) is False
    assert holds("OJ_heat_supply_ver1", "2", {}) is None


@pytest.mark.parametrize(
    ("template", "symbol", "least", "below"),
    [
        ("OJ_biogas_fuel_ver1", "YIELD", "30", "29.9"),
        ("OJ_cogeneration_ver1", "ETA_ALL", "0.80", "0.79"),
    ],
)
def test_limits_of_a_draft_are_within(template: str, symbol: str, least: str, below: str) -> None:
    """At least 30 Nm3 for a tonne; at least 80 %."""
    assert holds(template, "1", {symbol: Decimal(least)}) is True
    assert holds(template, "1", {symbol: Decimal(below)}) is False


def test_two_boilers_are_needed_where_boilers_are_optimised() -> None:
    """One is not enough; software and history are the validator's to see."""
    assert holds("OJ_steam_history_ver1", "2", {"BOILERS": Decimal(2)}) is True
    assert holds("OJ_steam_history_ver1", "2", {"BOILERS": Decimal(1)}) is False
    assert holds("OJ_steam_history_ver1", "1", {"BOILERS": Decimal(2)}) is None
