"""Quantities by parameter, equipment and calendar year, added up by hand."""

from decimal import Decimal

import pytest

from openjcm.metering import (
    EquipmentQuantity,
    Meter,
    PeriodQuantity,
    Plan,
    by_equipment,
    by_parameter,
)
from openjcm.metering.plan.meter import Reads
from told.metering.hourly import plan_of


def _plan(*meters: Meter) -> Plan:
    plan = plan_of(meters[0])
    return Plan(plan.zone, plan.period, meters)


def _quantity(meter: Meter, value: str, *, year: int = 2018, filled: int = 0) -> PeriodQuantity:
    amount = int(Decimal(value) / meter.worth)
    samples = 4 if meter.reads is Reads.AVERAGE else 0
    return PeriodQuantity(
        meter.id, meter.parameter, meter.equipment, year, amount, meter.register_unit,
        Decimal(value), filled=filled, samples=samples,
    )  # fmt: skip


def _said(lines: tuple[EquipmentQuantity, ...]) -> list[tuple[str, str, tuple[str, ...], bool]]:
    return [(f"{each.value:f}", each.unit, each.meters, each.is_apart) for each in lines]


def test_meters_of_one_piece_of_equipment_add_up_in_one_unit() -> None:
    """1.5 MWh and 250.5 kWh are 1.7505 MWh, of which 500 Wh were filled."""
    main = Meter("A", "EG", "PV 1", "MWh", digits=4)
    second = Meter("B", "EG", "PV 1", "kWh", digits=1)
    plan = _plan(main, second)

    (line,) = by_equipment(plan, [_quantity(main, "1.5"), _quantity(second, "250.5", filled=5)])

    assert (line.parameter, line.equipment, line.year) == ("EG", "PV 1", 2018)
    assert (line.value, line.unit, line.filled) == (Decimal("1.7505"), "MWh", Decimal("0.0005"))
    assert line.meters == ("A", "B")


def test_the_unit_is_one_in_which_all_have_an_exact_value() -> None:
    """1 kWh is 0.0036 GJ, but 1 GJ is no finite number of kWh."""
    power, heat = Meter("A", "Q", "boiler", "kWh"), Meter("B", "Q", "boiler", "GJ")

    lines = by_equipment(_plan(power, heat), [_quantity(power, "1"), _quantity(heat, "1")])

    assert _said(lines) == [("1.0036", "GJ", ("A", "B"), False)]


@pytest.mark.parametrize("unit", ["L", "t"])
def test_what_cannot_be_converted_stands_apart(unit: str) -> None:
    """A volume and an energy are two lines; nothing is guessed about a density."""
    power, other = Meter("A", "Q", "boiler", "kWh"), Meter("B", "Q", "boiler", unit)

    lines = by_equipment(_plan(power, other), [_quantity(power, "1"), _quantity(other, "2")])

    assert _said(lines) == [("1", "kWh", ("A",), True), ("2", unit, ("B",), True)]


def test_means_are_never_added() -> None:
    """One alone stands as it is; two of one equipment stand apart, and no sum of all is told."""
    first = Meter("A", "T", "tank 1", "degC", reads=Reads.AVERAGE)
    second = Meter("B", "T", "tank 1", "degC", reads=Reads.AVERAGE)
    alone = Meter("C", "T", "tank 2", "degC", reads=Reads.AVERAGE)
    quantities = [_quantity(first, "20"), _quantity(second, "22"), _quantity(alone, "5")]

    lines = by_equipment(_plan(first, second, alone), quantities)

    assert _said(lines) == [
        ("20", "degC", ("A",), True),
        ("22", "degC", ("B",), True),
        ("5", "degC", ("C",), False),
    ]
    assert {each.samples for each in lines} == {4}
    assert by_parameter(lines) == ()


def test_the_equipment_of_a_parameter_adds_up_by_year() -> None:
    """Two pieces with three meters; a parameter with one piece needs no sum."""
    meters = (
        Meter("A", "EG", "PV 1", "kWh"),
        Meter("B", "EG", "PV 1", "kWh"),
        Meter("C", "EG", "PV 2", "MWh", digits=3),
        Meter("D", "EC", "fan", "kWh"),
    )
    values = (("1", 2018), ("2", 2018), ("0.003", 2018), ("7", 2018))
    later = (("10", 2019), ("20", 2019), ("0.03", 2019), ("70", 2019))
    quantities = [
        _quantity(meter, value, year=year)
        for of_year in (values, later)
        for meter, (value, year) in zip(meters, of_year, strict=True)
    ]

    totals = by_parameter(by_equipment(_plan(*meters), quantities))

    assert [(each.parameter, each.year, each.value, each.unit) for each in totals] == [
        ("EG", 2018, Decimal(6), "kWh"),
        ("EG", 2019, Decimal(60), "kWh"),
    ]
    assert [(each.equipment, each.meters) for each in totals] == [(2, 3), (2, 3)]
