"""What a plan of meters says of a monitoring plan, line by line."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from openjcm.measure.period import Period
from openjcm.methodology import Kind, load_definition
from openjcm.papers.workbooks.filled.monitoring_plan import MonitoringPlan, Point
from openjcm.papers.workbooks.plan_file import Asked, open_lines, plan_file

LIGHTS = load_definition("ID_AM020_ver01.0")
PERIOD = Period(date(2024, 1, 1), date(2024, 12, 31))


def _written(plan: MonitoringPlan, asked: Asked | None = None) -> str:
    return plan_file(plan, asked or Asked(), name="a\nb.xlsx", sha256="ab")


def _of(symbol: str, **said: str) -> MonitoringPlan:
    parameter = next(each for each in LIGHTS.monitored if each.symbol == symbol)
    members = tuple((each, 'hall, "A"') for each in parameter.sets)
    point = Point(parameter, members, "MPS(input)!B10", "what it is", **said)
    return MonitoringPlan(LIGHTS, (point,), {}, PERIOD)


@pytest.mark.parametrize(
    ("frequency", "interval"),
    [
        ("Every 15 minutes", "15min"),
        ("5-min", "5min"),
        ("Hourly", "1h"),
        ("Once a day.", "day"),
        ("monthly", "month"),
    ],
)
def test_a_frequency_that_is_plain_is_taken(frequency: str, interval: str) -> None:
    """As an interval of the plan, with the words of the sheet beside it."""
    text = _written(_of("EC_PJ", frequency=frequency))

    assert f'\nexpected_interval = "{interval}"  # the sheet: {frequency}\n' in text


def test_a_frequency_that_is_not_plain_stays_open_with_its_words() -> None:
    """Whoever answers it sees what the sheet says."""
    text = _written(_of("EC_PJ", frequency="Continuously"))

    assert (
        '\n#? expected_interval = "15min"  # how often a value is kept (the sheet says: Con' in text
    )


def test_names_fit_into_a_plan() -> None:
    """Without comma and quotation mark, one line each; what has no set is the project's."""
    assert '\nequipment = "hall A"\n' in _written(_of("EC_PJ"))
    text = _written(_of("D_OPEN"))
    assert '\nequipment = "project"\n' in text
    assert "of a b.xlsx,\n" in text


def test_a_zone_of_several_and_no_period_stay_open() -> None:
    """Indonesia has three legal times; days that the sheet does not say are asked for."""
    text = _written(replace(_of("D_OPEN"), period=None))

    assert "\n#? zone = " in text
    assert "\n#? first = " in text
    assert open_lines(text) == text.count("\n#? ")
    template = replace(_of("D_OPEN"), definition=load_definition("OJ_cop_ratio_ver1"))
    assert "\n#? zone = " in _written(template)


def test_what_is_no_number_goes_into_the_case() -> None:
    """An option is neither metered nor a fixed number of the plan."""
    plan = _of("D_OPEN")
    (point,) = plan.points
    choice = replace(point, parameter=replace(point.parameter, kind=Kind.CHOICE))
    fixed = LIGHTS.fixed[0]
    known = replace(LIGHTS, parameters=LIGHTS.parameters)
    text = _written(
        replace(plan, definition=known, points=(choice,), fixed={fixed.symbol: [[Decimal(1)]]})
    )

    assert "D_OPEN is no number of a meter: it goes into the case" in text
    assert "[[meter]]" not in text
    assert f"# {fixed.symbol} is no number or list of numbers" in text
