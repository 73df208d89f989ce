"""The file of values for a methodology: in its units, whole, and nothing made up."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

import pytest

from openjcm.measure.basis import Basis
from openjcm.measure.errors import Malformed
from openjcm.measure.period import Period
from openjcm.metering import Meter, PeriodQuantity, Plan
from openjcm.metering.plan.meter import Reads
from openjcm.metering.plan.plan import Fixed, Worked
from openjcm.metering.results.case_file import case_of
from openjcm.methodology import read_given

CHILLERS = "OJ_cop_ratio_ver1"
LIGHTS = "ID_AM020_ver01.0"


def _plan(*meters: Meter, works: str = CHILLERS, fixed: tuple[Fixed, ...] = ()) -> Plan:
    period = Period(date(2017, 7, 1), date(2018, 6, 30))
    return Plan("Asia/Dhaka", period, meters, worked=Worked("BD_AM001_ver01.0", works, fixed))


def _quantities(
    plan: Plan, *values: str, years: Sequence[int] = (2017, 2018)
) -> list[PeriodQuantity]:
    return [
        PeriodQuantity(
            meter.id, meter.parameter, meter.equipment, year, 0, meter.register_unit, Decimal(value)
        )
        for year in years
        for meter, value in zip(plan.meters, values, strict=True)
    ]


def _refused(plan: Plan, quantities: Sequence[PeriodQuantity]) -> list[str]:
    with pytest.raises(Malformed) as refusal:
        case_of(plan, quantities, [])
    return [each.message for each in refusal.value.findings] or [refusal.value.message]


def test_quantities_stand_in_the_units_of_the_methodology() -> None:
    """250.5 kWh are 0.2505 MWh; the meters of one chiller are added, in the plan's order."""
    meters = (
        Meter("A", "EC_PJ", "chiller 2", "kWh", digits=1),
        Meter("B", "EC_PJ", "chiller\n1", "MWh"),
        Meter("C", "EC_PJ", "chiller 2", "kWh"),
    )
    fixed = (
        Fixed("COP_PJ", (Decimal(6), Decimal("6.5")), "1"),
        Fixed("EF", (Decimal("0.5"),), "kgCO2e/kWh"),
    )
    plan = _plan(*meters, fixed=fixed)

    case = case_of(plan, _quantities(plan, "250.5", "7", "1"), ["Plan: a\nb"], evidence=None)
    given = read_given(case.text, name="case.toml")

    assert case.works == CHILLERS
    assert given.evidence is Basis.ILLUSTRATIVE
    assert given.values.shared == {"COP_PJ": [6, Decimal("6.5")], "EF": Decimal("0.5")}
    assert given.values.of_vintage == {
        "2017": {"EC_PJ": [Decimal("0.2515"), 7]},
        "2018": {"EC_PJ": [Decimal("0.2515"), 7]},
    }
    assert case.text.startswith("# Plan: a?b\n")
    assert "to be written under [fixed]: COP_RE (1)" in case.text
    assert "# chiller 2, chiller?1; MWh" in case.text


def test_one_value_in_all_is_no_list() -> None:
    """The days on which a building is open are one number; the rest is named as lacking."""
    plan = _plan(Meter("D", "D_OPEN", "building", "d"), works=LIGHTS)

    case = case_of(plan, _quantities(plan, "300"), [], evidence=Basis.MEASURED)
    given = read_given(case.text, name="case.toml")

    assert given.evidence is Basis.MEASURED
    assert given.values.of_vintage["2018"] == {"D_OPEN": 300}
    assert "no meter of the plan gives it; to be written into each vintage: EC_PJ (MWh)" in (
        case.text
    )


def test_what_does_not_fit_is_refused_with_all_faults() -> None:
    """An unknown symbol, means of one tank, several pieces for one value, a year without any."""
    mean = Reads.AVERAGE
    plan = _plan(
        Meter("A", "EC", "x", "MWh"),
        Meter("B", "EC_PJ", "y", "MWh", reads=mean),
        Meter("C", "EC_PJ", "y", "MWh", reads=mean),
        Meter("D", "D_OPEN", "one", "d"),
        Meter("E", "D_OPEN", "two", "d"),
        works=LIGHTS,
    )

    said = _refused(plan, _quantities(plan, "1", "2", "3", "4", "5"))

    assert said[0].startswith("EC is no monitored parameter; there are EC_PJ")
    assert "several meters of one piece of equipment cannot be added" in said[1]
    assert said[2].startswith("D_OPEN has one value in all, and the plan has 2 pieces")


@pytest.mark.parametrize(
    ("meters", "works", "years", "words"),
    [
        (
            (Meter("A", "EC_PJ", "chiller 1", "MWh"),),
            CHILLERS,
            (2018,),
            "EC_PJ has no value of chiller 1 in 2017",
        ),
        (
            (
                Meter("A", "EC_PJ", "one", "MWh"),
                Meter("B", "EC_PJ", "two", "MWh"),
                Meter("C", "Q_PJ", "two", "GJ"),
            ),
            "OJ_absorption_chiller_ver1",
            (2017, 2018),
            "Q_PJ has no meter of one, which other parameters have",
        ),
        (
            (Meter("A", "W", "food", "t"),),
            "OJ_biogas_fuel_ver1",
            (2017, 2018),
            "W has values by waste, year: write the case by hand",
        ),
    ],
)
def test_a_value_that_lacks_is_never_made_up(
    meters: tuple[Meter, ...], works: str, years: tuple[int, ...], words: str
) -> None:
    """A year, or a piece of equipment that other parameters have."""
    plan = _plan(*meters, works=works)
    assert _refused(plan, _quantities(plan, *("1",) * len(meters), years=years)) == [words]
