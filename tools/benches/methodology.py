"""Methodologies measured: loading the whole catalogue, and working a large plant.

The formula written by hand is what a careful person would write in ``Decimal``: one generator
for each total, vintage after vintage, with fifty digits. The engine checks every value as well,
keeps every intermediate and bounds what rounding did to each.
"""

import subprocess
import sys
import time
from collections.abc import Callable
from decimal import Context, Decimal, localcontext
from random import Random

from openjcm.methodology import Values, read_definition, work, work_each

EQUIPMENT, VINTAGES, RUNS = 1000, 10, 25
_LOADED = """
import time
started = time.perf_counter()
from openjcm.methodology import all_definitions, all_templates
count = len(all_definitions()) + len(all_templates())
print(time.perf_counter() - started)
"""
_KNOWN = 'says = "x"\nevidence = "illustrative"\nsource = "x"\n'
_PROJECT = 'role = "fixed ex ante by the project"\n'
_PLANT = f"""
id = "XX_AM001_ver01.0"
title = "T"
family = "F"
scope = "S"
status = "not confirmed"
rounding = {{ stage = "vintage", rule = "whole-tonnes-per-vintage" }}
{_KNOWN}
[monitored.EC]
unit = "MWh"
per = ["chiller", "vintage"]
plausible = {{ at_least = 0, at_most = 100000, evidence = "illustrative" }}
{_KNOWN}
[fixed.COP_PJ]
unit = "1"
per = "chiller"
{_PROJECT}{_KNOWN}
[fixed.COP_RE]
unit = "1"
per = "chiller"
{_PROJECT}{_KNOWN}
[fixed.EF]
unit = "tCO2e/MWh"
{_PROJECT}{_KNOWN}
[[formula]]
gives = "RE"
is = "sum(sum(EC * COP_PJ / COP_RE over chiller)) * EF"
unit = "tCO2e"
{_KNOWN}
[[formula]]
gives = "PE"
is = "sum(sum(EC over chiller)) * EF"
unit = "tCO2e"
{_KNOWN}
[[formula]]
gives = "ER"
is = "RE - PE"
unit = "tCO2e"
{_KNOWN}
"""


def load_seconds() -> float:
    """Load and check the whole catalogue in a process of its own, which has read nothing yet."""
    words = [sys.executable, "-c", _LOADED]
    done = subprocess.run(words, check=True, capture_output=True, text=True)
    return float(done.stdout)


def work_ratio() -> float:
    """Return how many times as long the engine takes as the formula written by hand."""
    return _ratio(EQUIPMENT, VINTAGES)


def growth_ratio() -> float:
    """Return how the ratio to the hand grows with four times the plant: 1 is linear as the hand."""
    return _ratio(2 * EQUIPMENT, 2 * VINTAGES) / _ratio(EQUIPMENT, VINTAGES)


def vintages_ratio() -> float:
    """Return the same for one calculation of each vintage, as a monitoring report is worked."""
    text = _PLANT.replace('["chiller", "vintage"]', '"chiller"')
    text = text.replace("sum(sum(EC * COP_PJ / COP_RE over chiller))", "sum(EC * COP_PJ / COP_RE)")
    text = text.replace("sum(sum(EC over chiller))", "sum(EC)")
    definition, given = read_definition(text, place="plant"), _plant(EQUIPMENT, VINTAGES)
    shared = {symbol: value for symbol, value in given.items() if symbol != "EC"}
    rows: list[list[Decimal]] = given["EC"]  # type: ignore[assignment]  # as made below
    sets = [{"EC": list(column)} for column in zip(*rows, strict=True)]
    pairs = [
        (_timed(lambda: list(work_each(definition, shared, sets))), _timed(lambda: _by_hand(given)))
        for _ in range(RUNS)
    ]
    return min(engine for engine, _ in pairs) / min(hand for _, hand in pairs)


def _ratio(equipment: int, vintages: int) -> float:
    definition = read_definition(_PLANT, place="plant")
    given = _plant(equipment, vintages)
    if abs(work(definition, given).value("ER") - _by_hand(given)) > Decimal("1E-30"):
        raise SystemExit("the engine and the hand do not agree; nothing was measured")
    # In turn, so that what else the machine does falls on both alike.
    pairs = [
        (_timed(lambda: work(definition, given)), _timed(lambda: _by_hand(given)))
        for _ in range(RUNS)
    ]
    return min(engine for engine, _ in pairs) / min(hand for _, hand in pairs)


def _plant(equipment: int, vintages: int) -> Values:
    chance = Random(7)  # noqa: S311 - amounts of a made-up plant

    def decimal(low: int, high: int) -> Decimal:
        return Decimal(chance.randint(low, high)).scaleb(-2)

    return {
        "EC": [[decimal(1, 50_000) for _ in range(vintages)] for _ in range(equipment)],
        "COP_PJ": [decimal(500, 800) for _ in range(equipment)],
        "COP_RE": [decimal(400, 600) for _ in range(equipment)],
        "EF": Decimal("0.741"),
    }


def _by_hand(given: Values) -> Decimal:
    rows: list[list[Decimal]] = given["EC"]  # type: ignore[assignment]  # as made above
    project: list[Decimal] = given["COP_PJ"]  # type: ignore[assignment]  # as made above
    reference: list[Decimal] = given["COP_RE"]  # type: ignore[assignment]  # as made above
    factor: Decimal = given["EF"]  # type: ignore[assignment]  # as made above
    with localcontext(Context(prec=50)):
        re = pe = Decimal(0)
        for vintage in range(len(rows[0])):
            equipment = zip(rows, project, reference, strict=True)
            re += sum(row[vintage] * p / r for row, p, r in equipment) * factor
            pe += sum(row[vintage] for row in rows) * factor
        return re - pe


def _timed(act: Callable[[], object]) -> float:
    started = time.perf_counter()
    act()
    return time.perf_counter() - started
