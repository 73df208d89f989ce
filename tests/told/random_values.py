"""Random values that a definition can be worked with, each within what is plausible for it."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from decimal import Decimal
from random import Random

from openjcm.measure.errors import Malformed
from openjcm.methodology import Calculation, Definition, Kind, LookupTable, Parameter, work
from openjcm.methodology.working.inputs import Given
from openjcm.papers.workbooks.order import index_sets

MEMBERS_MAX = 4
TRIES = 60
# More tonnes than all projects of the scheme together; a sheet of floats is exact below.
TONNES_MAX = 10**9


def random_values(
    definition: Definition, random: Random
) -> tuple[dict[str, tuple[str, ...]], dict[str, Given], Calculation]:
    """Return members, values and what the engine makes of them."""
    members = {
        name: next((each.members for each in definition.indexes if each.name == name), ())
        or tuple(f"m{at}" for at in range(random.randint(1, MEMBERS_MAX)))
        for name in index_sets(definition)
    }
    for _ in range(TRIES):
        values: dict[str, Given] = {
            each.symbol: _nested(each, each.sets, members, random)
            for each in definition.parameters
            if each.is_required
        }
        values |= {each.symbol: _rows(each, random) for each in definition.tables if not each.rows}
        try:
            worked = work(definition, values)
        except Malformed:
            continue
        if max(abs(worked.value(each)) for each in ("RE", "PE")) < TONNES_MAX:
            return members, values, worked
    raise AssertionError(f"no random values were found for {definition.id}")


def random_columns(
    definition: Definition, random: Random, count: int
) -> tuple[dict[str, tuple[str, ...]], list[dict[str, Given]]]:
    """Return members, and so many sets of values: alike in what is fixed, each measured anew."""
    members, first, _ = random_values(definition, random)
    columns = [first]
    for _ in range(TRIES * count):
        measured = {
            each.symbol: _nested(each, each.sets, members, random) for each in definition.monitored
        }
        try:
            worked = work(definition, {**first, **measured})
        except Malformed:
            continue
        if max(abs(worked.value(each)) for each in ("RE", "PE")) < TONNES_MAX:
            columns.append({**first, **measured})
        if len(columns) == count:
            return members, columns
    raise AssertionError(f"no random values were found for {definition.id}")


def seeded_values(
    definition: Definition, seed: int
) -> tuple[dict[str, tuple[str, ...]], dict[str, Given], Calculation]:
    """Return members, values and what the engine makes of them, the same for a seed."""
    return random_values(definition, Random(seed))  # noqa: S311 - values, no secrets


def _nested(
    parameter: Parameter,
    sets: Sequence[str],
    members: Mapping[str, Sequence[str]],
    random: Random,
) -> Given:
    if not sets:
        return _value(parameter, random)
    return [_nested(parameter, sets[1:], members, random) for _ in members[sets[0]]]


def _value(parameter: Parameter, random: Random) -> Given:
    if parameter.kind is Kind.CHOICE:
        return random.choice(parameter.options)
    if parameter.kind is Kind.DAY:
        return date(2013, 1, 1) + timedelta(random.randint(0, 3000))
    least, most = Decimal("0.1"), Decimal(500) if parameter.unit.text != "1" else Decimal("0.95")
    if plausible := parameter.plausible:
        least = plausible.at_least if plausible.at_least is not None else Decimal(0)
        most = plausible.at_most if plausible.at_most is not None else least * 10 + 100
    # Small values as often as large ones: a product of many large ones is no project.
    share = Decimal(random.randint(1, 99_999)) / 10 ** random.randint(5, 9)
    # Six digits, as a meter or a data sheet prints them.
    return Decimal(f"{least + (most - least) * share:.6g}")


def _rows(table: LookupTable, random: Random) -> Given:
    value = Decimal(random.randint(400, 700)) / 100
    if table.kind is Kind.CHOICE:
        return [{"option": each, "value": value + at} for at, each in enumerate(table.options)]
    if table.kind is Kind.DAY:
        return [
            {"since": date(2000, 1, 1), "value": value},
            {"since": date(2016, 1, 1), "value": value + 1},
        ]
    return [
        {"from": Decimal(0), "to": Decimal(200), "value": value},
        {"from": Decimal(200), "to": Decimal(100_000), "value": value + 1},
    ]
