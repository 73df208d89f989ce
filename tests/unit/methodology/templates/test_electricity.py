"""The templates of electricity displaced and electricity saved.

Cases lie beside each template. Expected numbers: W5, W6 and W10 of the pattern document that the
issue names, and arithmetic by hand.
"""

from decimal import Decimal

import pytest

from openjcm.measure import Basis, Malformed
from openjcm.methodology import (
    Definition,
    Role,
    Values,
    all_templates,
    answer_criteria,
    cases_of,
    check_case,
    load_definition,
    work,
)
from openjcm.methodology.entries import all_families

# What the units themselves define is all that a template may fix.
UNITS = {"HOURS": 24, "KWH_IN_MWH": 1000, "WH_IN_MWH": 1_000_000, "GJ_IN_MWH": Decimal("3.6")}
OURS = [family.id for family in all_families() if family.covers and family.covers[0][0] in "AB"]
TEMPLATES = [pytest.param(load_definition(each), id=each) for each in OURS]


def values_of(template: str, case: str) -> Values:
    """Return what goes into a case of a template."""
    return next(each.values for each in cases_of(template) if each.name == f"{case}.toml")


def test_every_family_of_patterns_a_and_b_is_written() -> None:
    """Twenty-four, each under its own identifier."""
    assert len(OURS) == 24
    assert set(OURS) <= {template.id for template in all_templates()}


@pytest.mark.parametrize("template", TEMPLATES)
def test_a_template_has_a_case_that_comes_out(template: Definition) -> None:
    """Each says how its numbers were worked: in print, by hand or by plain decimals."""
    cases = cases_of(template.id)

    assert cases
    for case in cases:
        assert check_case(template, case) == []
        says = case.says.lower()
        assert any(how in says for how in ("print", "publish", "by hand", "outside of the engine"))


@pytest.mark.parametrize("template", TEMPLATES)
def test_a_template_fixes_no_value_but_what_units_define(template: Definition) -> None:
    """A default that no source prints is asked of the project, with where it is expected."""
    for parameter in template.parameters:
        if parameter.role in (Role.METHODOLOGY, Role.DEFAULT):
            assert parameter.value == UNITS[parameter.symbol]
        elif parameter.role is Role.PROJECT:
            assert parameter.value is None
            assert parameter.data_source
        elif parameter.role is Role.MONITORED:
            assert parameter.monitoring_options
            assert parameter.plausible
    assert all(table.is_required for table in template.tables)


@pytest.mark.parametrize("template", TEMPLATES)
def test_a_template_claims_nothing_as_published(template: Definition) -> None:
    """No adopted text was seen: all is derived or recalled."""
    assert set(template.evidence_by_part.values()) <= {Basis.DERIVED, Basis.RECALLED}
    assert "template of ours" in template.says


def test_the_printed_import_is_warned_of_as_a_slip() -> None:
    """W6: 42,826,880 MWh for one shopping mall; 27.747 t as kWh, 28.585 t as printed."""
    template = load_definition("OJ_chiller_on_mixed_supply_ver1")

    printed = work(template, values_of(template.id, "import_as_printed"))
    meant = work(template, values_of(template.id, "import_in_megawatt_hours"))

    assert [(each.rule, each.message) for each in printed.warnings] == [
        (
            "input-plausible",
            (
                "42826880 MWh is not at least 0 and at most 1000000; a thousandth of it is: "
                "probably kWh in a cell of MWh"
            ),
        )
    ]
    assert meant.warnings == ()
    overstated = printed.value("ER") / meant.value("ER") - 1
    assert round(overstated, 3) == Decimal("0.030")


def test_the_corrected_performance_of_each_chiller_is_an_intermediate() -> None:
    """W5: 6.0121 and 7.0061, converted to standard temperatures."""
    template = load_definition("OJ_chiller_ver1")
    done = work(template, values_of(template.id, "two_chillers_by_capacity"))

    corrected = [step.value for step in done.steps if step.symbol == "COP_PJ_TC"]

    assert [str(round(each, 4)) for each in corrected] == ["6.0121", "7.0061"]


@pytest.mark.parametrize("capacity", ["-1", "1500", "1500.5"])
def test_a_chiller_beyond_the_table_is_not_eligible(capacity: str) -> None:
    """The table ends below 1,500 and is never extrapolated."""
    template = load_definition("OJ_chiller_ver1")
    values = {**values_of(template.id, "two_chillers_by_capacity")}
    values["CAP"] = [Decimal(500), Decimal(capacity)]

    with pytest.raises(Malformed, match="not eligible"):
        work(template, values)


def test_the_draft_criteria_of_a_chiller_are_answered() -> None:
    """A COP of 6.0 is not above 6.0, and the plan is for the validator."""
    template = load_definition("OJ_chiller_ver1")
    values = {
        **values_of(template.id, "two_chillers_by_capacity"),
        "COP_PJ": [Decimal(6), Decimal("6.8")],
        "TYPE": ["centrifugal", "centrifugal"],
        "CHECKS": Decimal(5),
        "ODP": [Decimal(0), Decimal(0)],
    }

    answers = {each.number: each.holds for each in answer_criteria(template, values)}

    assert answers == {"1": True, "2": False, "3": True, "4": True, "5": None}
    assert all("no adopted text" in each.says for each in template.criteria)


@pytest.mark.parametrize(("way", "holds"), [("efficiency", True), ("specific consumption", False)])
def test_a_ratio_that_runs_the_wrong_way_is_noticed(way: str, *, holds: bool) -> None:
    """A COP of 1.63 for 1.32 as if less were better: nothing is reduced, and a check says so."""
    template = load_definition("OJ_efficiency_ratio_ver1")
    values = {**values_of(template.id, "freezer"), "WAY": [way]}

    assert [each.holds for each in answer_criteria(template, values)] == [holds]
    assert (work(template, values).value("ER") > 0) is holds


@pytest.mark.parametrize(("cop", "holds"), [("1.785", False), ("1.786", True)])
def test_a_heat_pump_must_emit_less_than_the_boiler(cop: str, *, holds: bool) -> None:
    """A limit that is a formula: 0.9 / 0.07 / 3.6 x 0.5 = 1.7857..."""
    template = load_definition("OJ_heat_pump_for_heat_ver1")
    values = {**values_of(template.id, "hotel_water_heaters"), "COP_HEAT": [Decimal(cop)]}

    assert [each.holds for each in answer_criteria(template, values)] == [holds]
    assert (work(template, values).value("ER") > 0) is holds


def test_variants_share_what_they_are_built_on() -> None:
    """A chiller's project emissions are the formula of any electric equipment."""
    general = load_definition("OJ_efficiency_ratio_ver1")
    for name in (
        "OJ_chiller_ver1",
        "OJ_chiller_on_mixed_supply_ver1",
        "OJ_control_saving_rate_ver1",
    ):
        variant = load_definition(name)
        for symbol in ("RE", "PE", "ER"):
            assert formula_of(variant, symbol) == formula_of(general, symbol)


def formula_of(definition: Definition, symbol: str) -> str:
    """Return a formula as the language prints it."""
    return next(each.printed for each in definition.formulas if each.gives == symbol)
