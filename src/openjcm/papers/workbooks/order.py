"""What a workbook is made for: a definition, equipment, periods, and what is known."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import product

from openjcm.measure import Malformed
from openjcm.measure.period import Period
from openjcm.methodology import Definition, LookupTable, Parameter
from openjcm.methodology.definition import Value

# As the scheme's own sheets print them, in every language.
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
# The rows that a workbook keeps free for a table of the project's.
FREE_ROWS = 6
ROWS_MAX = 100_000
# Of a name beside others of its kind: "waste = food; year = 2017".
_MARKS = ("=", ";")
Flat = Mapping[str, tuple[Value, ...]]


@dataclass(frozen=True, slots=True)
class Order:
    """What a workbook is made for.

    ``members`` names the members of every index set. ``periods`` are the vintages of the
    monitoring period. ``estimated`` holds values of the plan, flat and by symbol, ``measured``
    those of each period; what is not there stays blank. ``heading`` stands on every sheet, such
    as that of an unofficial template; ``stands_for`` is the official number it was asked for.
    """

    definition: Definition
    members: Mapping[str, tuple[str, ...]]
    periods: tuple[Period, ...]
    reference: str = ""
    project: str = ""
    heading: str = ""
    stands_for: str = ""
    is_official: bool = False
    estimated: Flat = field(default_factory=dict)
    measured: tuple[Flat, ...] = ()
    tables: Mapping[str, LookupTable] = field(default_factory=dict)

    @property
    def echoed(self) -> tuple[Parameter, ...]:
        """Every parameter, the monitored first, as the calculation sheets repeat them."""
        return (*self.definition.monitored, *self.definition.fixed)

    def places(self, sets: Sequence[str]) -> list[dict[str, int]]:
        """Return every place of these index sets, the last fastest; one without sets."""
        ranges = [range(len(self.members[each])) for each in sets]
        return [dict(zip(sets, place, strict=True)) for place in product(*ranges)]

    def member(self, sets: Sequence[str], place: Mapping[str, int]) -> str:
        """Say which place is meant: ``waste = food; year = 2017``."""
        return "; ".join(f"{each} = {self.members[each][place[each]]}" for each in sets)

    def table(self, symbol: str) -> LookupTable:
        """Return a table with the rows that are known of it."""
        known = next(each for each in self.definition.tables if each.symbol == symbol)
        return self.tables.get(symbol, known)

    def is_typed(self, symbol: str) -> bool:
        """Whether the project types the rows of a table."""
        return any(each.symbol == symbol and each.is_required for each in self.definition.tables)

    def table_rows(self, symbol: str) -> int:
        """Return how many rows a table has on the plan: its own, or at least those kept free."""
        rows = len(self.table(symbol).rows)
        return max(rows, FREE_ROWS) if self.is_typed(symbol) else rows


def item_of(order: Order, sets: tuple[str, ...], place: Mapping[str, int]) -> int:
    """Return which of the values over these sets stands at a place."""
    item = 0
    for each in sets:
        item = item * len(order.members[each]) + place[each]
    return item


def period_text(period: Period) -> str:
    """Write a period as the scheme's sheets do, both ends counted.

    >>> period_text(Period(date(2017, 1, 1), date(2017, 12, 31)))
    '1/Jan/2017-31/Dec/2017'
    """
    return "-".join(
        f"{day.day}/{MONTHS[day.month - 1]}/{day.year}" for day in (period.first, period.last)
    )


def index_sets(definition: Definition) -> tuple[str, ...]:
    """Return every index set of a definition, in the order of first mention."""
    named = [each for parameter in definition.parameters for each in parameter.sets]
    return tuple(dict.fromkeys(named))


def members_for(
    definition: Definition, asked: Mapping[str, Sequence[str]]
) -> dict[str, tuple[str, ...]]:
    """Return the members of every index set: declared, asked for, or one called 1.

    Raises:
        Malformed: a set is unknown or fixed by the methodology, or a name is blank, twice there,
            or cannot be told from others in a cell.
    """
    declared = {each.name: each.members for each in definition.indexes if each.members}
    known = index_sets(definition)
    for name, members in asked.items():
        if name not in known:
            said = f"index sets are {', '.join(known)}" if known else "it has no index set"
            raise _wrong(name, f"{definition.id} has no index set {name!r}; {said}")
        if name in declared and tuple(members) != declared[name]:
            raise _wrong(name, f"the members per {name} are fixed: {', '.join(declared[name])}")
        _check_names(name, members)
    return {name: declared.get(name) or tuple(asked.get(name) or ("1",)) for name in known}


def rows_of(order: Order) -> int:
    """Return about how many rows a workbook has: each value of each period, and every step."""
    rows = sum(len(order.places(each.sets)) for each in order.definition.parameters)
    rows *= max(len(order.periods), 1)
    return rows + sum(
        len(order.places(sets)) for each in order.definition.formulas for sets in each.widest
    )


def check_size(order: Order) -> None:
    """Refuse a workbook of more rows than a sheet can hold and a person can read.

    Raises:
        Malformed: it would have more than ``ROWS_MAX`` rows on a sheet.
    """
    rows = rows_of(order)
    if rows > ROWS_MAX:
        raise Malformed(
            f"the workbook would have {rows} rows; at most {ROWS_MAX} are written: ask for fewer "
            "members or periods",
            code="workbook-too-large",
            about=order.definition.id,
        )


def _check_names(name: str, members: Sequence[str]) -> None:
    if not members or len(set(members)) < len(members):
        raise _wrong(name, f"the members per {name} are names, each there once")
    odd = [each for each in members if not each.strip() or any(mark in each for mark in _MARKS)]
    if odd:
        raise _wrong(name, f"a member per {name} is called {odd[0]!r}; write it without = and ;")


def _wrong(name: str, said: str) -> Malformed:
    return Malformed(said, code="workbook-members", about=name)
