"""The values given to a calculation: all that is missing, unknown or wrong, at once.

One value is a decimal, an option or a day. A series is a list in the order of the members, or a
table by their names; over several index sets it is nested, the first set outermost.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Context, Decimal, InvalidOperation, Rounded, localcontext
from itertools import chain, islice
from typing import Any

from openjcm.measure import Finding, Quantity
from openjcm.methodology.checks import Check, refusal
from openjcm.methodology.definition import Definition, LookupTable, Parameter, Value
from openjcm.methodology.files.indexes import MEMBERS_MAX
from openjcm.methodology.files.lookups import rows_given
from openjcm.methodology.files.toml import Table
from openjcm.methodology.language.shapes import Kind
from openjcm.methodology.numbers import POWER_OF_TEN_MAX, plain_number
from openjcm.methodology.working.slips import no_number, slip_of

PLACES_MAX = 1_000_000
"""Places over which one formula runs."""
FINDINGS_MAX = 100
"""Findings that are told of one parameter; who sees a hundred will not need the others."""
Given = Value | int | Sequence["Given"] | Mapping[str, "Given"]
Values = Mapping[str, Given]
# Holds the sum of a million plain numbers whole, so that its exponent is the finest of theirs.
_WIDE = Context(prec=99, traps=[Rounded, InvalidOperation])


@dataclass(frozen=True, slots=True)
class Input:
    """What a parameter was worth: one value, or one for each place of its index sets."""

    parameter: Parameter
    values: tuple[Value, ...]


@dataclass(slots=True)
class Members:
    """How many members each index set has, and their names where there are names."""

    sizes: dict[str, int] = field(default_factory=dict)
    names: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def place(self, sets: Sequence[str], item: int) -> str:
        """Say which place the ``item``-th is, counted from 1: ``waste food, year 2``."""
        said = []
        left = item - 1
        for each in reversed(sets):
            left, at = divmod(left, self.sizes[each])
            said.append(f"{each} {self.names[each][at] if each in self.names else at + 1}")
        return ", ".join(reversed(said))


@dataclass(frozen=True, slots=True)
class Checked:
    """Inputs in the order of the definition, tables with their rows, and the index sets."""

    inputs: tuple[Input, ...]
    tables: tuple[LookupTable, ...]
    members: Members
    ends: Mapping[str, tuple[Decimal, Decimal]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Once:
    """Values that many calculations share, read and checked once; ``flat`` has them by symbol."""

    flat: Mapping[str, tuple[Value, ...]]
    members: Members
    ends: Mapping[str, tuple[Decimal, Decimal]]
    forms: Mapping[str, str]


def check_once(definition: Definition, values: Values) -> Once | None:
    """Return what calculations may share of these values; None where each reads its own.

    Each reads its own where something is wrong, so that it is told with all the rest, and where
    a table names members that the definition does not: the first table read gives their order.
    """
    reader = Reader(definition, values)
    flat = {
        each.symbol: reader.flat(each)
        for each in definition.parameters
        if each.symbol in values and each.may_be_given
    }
    declared = {each.name for each in definition.indexes if each.members}
    if reader.found or reader.uneven or not reader.members.names.keys() <= declared:
        return None
    return Once(flat, reader.members, reader.ends, reader.forms)


def check_values(definition: Definition, values: Values, once: Once | None = None) -> Checked:
    """Return an input for every parameter, in the order of the definition.

    Args:
        definition: What the values are for.
        values: All of them.
        once: Those among them that were checked before.

    Raises:
        Malformed: a value is missing, unknown, of another kind, or not one for each; carries
            every finding, each naming the parameter and what to give.
    """
    reader = Reader(definition, values, once)
    found = [*_unknown(definition, values)]
    flat = {each.symbol: reader.flat(each) for each in definition.parameters if each.is_required}
    tables = tuple(map(reader.table, definition.tables))
    found += reader.found or reader.uneven
    if not found:
        flat |= {
            each.symbol: reader.flat(each)
            for each in definition.parameters
            if each.symbol in values and not each.is_required
        }
        found += reader.found + reader.uneven
    if found and once:
        return check_values(definition, values)
    if found:
        raise refusal(
            f"these values cannot be worked by {definition.id}",
            code="values-malformed",
            about=definition.id,
            found=found,
        )
    inputs = tuple(
        Input(each, flat.get(each.symbol) or fixed_values(each)) for each in definition.parameters
    )
    return Checked(inputs, tables, reader.members, reader.ends)


class Reader:
    """Reads given values, learns the index sets from them, and notes what is wrong."""

    def __init__(self, definition: Definition, values: Values, once: Once | None = None) -> None:
        self.values = values
        self._before = once.flat if once else {}
        self.indexes = definition.indexes
        self.found: list[Finding] = []
        # Told only when nothing else is wrong: a wrong kind of value is no wrong number of them.
        self.uneven: list[Finding] = []
        self.members = Members()
        self.ends: dict[str, tuple[Decimal, Decimal]] = {}
        # Which form values per an undeclared set come in: a list beside a table has no order.
        self.forms: dict[str, str] = {}
        for each in definition.indexes:
            if each.members:
                self.members.sizes[each.name] = len(each.members)
                self.members.names[each.name] = each.members
        if once:
            self.members.sizes |= once.members.sizes
            self.ends |= once.ends
            self.forms |= once.forms

    def flat(self, parameter: Parameter) -> tuple[Value, ...]:
        """Return the values of a parameter laid flat; () when something is wrong with them."""
        symbol = parameter.symbol
        if symbol in self._before:
            return self._before[symbol]
        if symbol not in self.values:
            self._note(Check.INPUT_GIVEN, symbol, f"is missing: give {_wanted(parameter)}")
            return ()
        before = len(self.found) + len(self.uneven)
        values = self._laid(parameter, self.values[symbol], parameter.sets)
        if len(self.found) + len(self.uneven) > before:
            return ()
        return self._checked(parameter, values)

    def table(self, table: LookupTable) -> LookupTable:
        """Return a table with its rows: its own, or those that the project gives."""
        is_given = table.may_be_given and table.symbol in self.values
        if not table.is_required and not is_given:
            return table
        rows = self.values.get(table.symbol)
        if not isinstance(rows, list | tuple) or not rows:
            said = f"give its rows: a list, each with {_row_keys(table)} and value in {table.unit}"
            self._note(Check.INPUT_A_TABLE, table.symbol, f"{said} ({table.says})")
            return table
        place = Table(table.symbol, {}, [])
        filled = rows_given(table, list(rows), place)
        for each in place.found:
            self._note(Check.INPUT_A_TABLE, each.place, each.message)
        return filled

    def _laid(self, parameter: Parameter, given: Given, sets: tuple[str, ...]) -> list[Any]:
        parts: list[Any] = [given]
        for over in sets:
            parts = self._opened(parameter, parts, over)
        return parts

    def _opened(self, parameter: Parameter, parts: list[Any], over: str) -> list[Any]:
        """Open the lists of one index set, one behind the other."""
        # Whole sheets come as lists of one length; then nothing has to be looked at one by one.
        if {*map(type, parts)} == {list} and len(lengths := {*map(len, parts)}) == 1:
            (length,) = lengths
            if 0 < length <= PLACES_MAX and length == self.members.sizes.setdefault(over, length):
                self._note_form(parameter, over, "list")
                return list(chain.from_iterable(parts))
        return [each for part in parts for each in self._parts(parameter, part, over)]

    def _parts(self, parameter: Parameter, given: Given, over: str) -> list[Any]:
        if not isinstance(given, list | tuple | dict) or not given:
            self._note_shape(parameter)
            return []
        if len(given) > (MEMBERS_MAX if isinstance(given, dict) else PLACES_MAX):
            said = f"has {len(given)} values per {over}, more than are worked at once"
            self._note(Check.INPUT_BOUNDED, parameter.symbol, said)
            return []
        self._note_form(parameter, over, "table" if isinstance(given, dict) else "list")
        if isinstance(given, dict):
            return self._by_name(parameter, given, over)
        expected = self.members.sizes.setdefault(over, len(given))
        if len(given) != expected:
            self._note_uneven(parameter, over, len(given), expected)
        return list(given)

    def _by_name(self, parameter: Parameter, given: Mapping[str, Given], over: str) -> list[Any]:
        size = self.members.sizes.setdefault(over, len(given))
        if len(given) != size:
            self._note_uneven(parameter, over, len(given), size)
            return []
        names = self.members.names.setdefault(over, tuple(given))
        if set(names) != set(given):
            odd = ", ".join(sorted(map(str, set(given) - set(names)))[:5])
            said = f"names {odd} where the members per {over} are {', '.join(names[:20])}"
            self._note(Check.INPUT_ONE_FOR_EACH, parameter.symbol, said)
            return []
        return [given[name] for name in names]

    def _checked(self, parameter: Parameter, values: list[Any]) -> tuple[Value, ...]:
        kinds = {*map(type, values)}
        if kinds & {list, tuple, dict}:
            self._note_shape(parameter)
            return ()
        if parameter.kind is Kind.NUMBER:
            ends = ends_of_decimals(values) if kinds == {Decimal} else None
            if ends is not None:
                self.ends[parameter.symbol] = ends
                return tuple(values)
            if all(plain_number(value) is not None for value in values):
                return tuple(map(Decimal, values))
            self._note_each(parameter, values, Check.INPUT_A_DECIMAL, no_number)
            return ()
        if parameter.kind is Kind.CHOICE:
            said = f"give one of {', '.join(parameter.options)}"
            self._note_each(parameter, values, Check.INPUT_AN_OPTION, said)
            return tuple(values)
        self._note_each(parameter, values, Check.INPUT_A_DAY, "give a day such as 2013-01-01")
        return tuple(values)

    def _note_each(
        self,
        parameter: Parameter,
        values: list[Any],
        check: Check,
        said: str | Callable[[object], str],
    ) -> None:
        wrong = (each for each in enumerate(values, start=1) if not _is_right(parameter, each[1]))
        for item, value in islice(wrong, FINDINGS_MAX):
            message = said if isinstance(said, str) else said(value)
            self._note(check, place_of(parameter, item, self.members), message)

    def _note_uneven(self, parameter: Parameter, over: str, count: int, expected: int) -> None:
        self.uneven.append(
            Finding(
                Check.INPUT_ONE_FOR_EACH,
                parameter.symbol,
                f"has {count} values where others per {over} have {expected}; "
                f"give one for each {over}",
            )
        )

    def _note_form(self, parameter: Parameter, over: str, form: str) -> None:
        if any(each.name == over and each.members for each in self.indexes):
            return
        if self.forms.setdefault(over, form) != form:
            said = f"gives a {form} where others per {over} give a {self.forms[over]}"
            self._note(Check.INPUT_ONE_FOR_EACH, parameter.symbol, f"{said}: give all in one form")

    def _note_shape(self, parameter: Parameter) -> None:
        self._note(Check.INPUT_ONE_FOR_EACH, parameter.symbol, f"give {_wanted(parameter)}")

    def _note(self, check: Check, place: str, message: str) -> None:
        finding = Finding(check, place, message)
        # Each list of a nested one may be wrong in the same way; once is enough.
        if finding not in self.found[-1:]:
            self.found.append(finding)


def ends_of_decimals(values: Sequence[Any]) -> tuple[Decimal, Decimal] | None:
    """Return the least and the greatest of decimals when all are of plain size, else None.

    The same as asking ``plain_number`` for each, but quick: what is not finite makes the sum not
    finite, and the finest exponent is that of the sum.
    """
    with localcontext(_WIDE):
        try:
            exponent = sum(values, Decimal(0)).as_tuple().exponent
            least, most = min(values), max(values)
        except ArithmeticError:
            return None
    is_fine = isinstance(exponent, int) and exponent >= -POWER_OF_TEN_MAX
    is_plain = is_fine and max(least.adjusted(), most.adjusted()) <= POWER_OF_TEN_MAX
    return (least, most) if is_plain else None


def implausible(checked: Checked) -> Iterator[Finding]:
    """Yield a finding for each value outside its plausible range: a warning, no refusal.

    An official sheet once printed a grid import in kWh under the heading MWh, and nothing
    in the arithmetic notices.
    """
    for each in checked.inputs:
        plausible = each.parameter.plausible
        ends = checked.ends.get(each.parameter.symbol, each.values)
        if plausible is None or plausible.holds_all(ends):
            continue
        numbers = [value for value in each.values if isinstance(value, Decimal)]
        odd = (at for at, value in enumerate(numbers) if not plausible.holds(value))
        for at in islice(odd, FINDINGS_MAX):
            yield Finding(
                Check.INPUT_PLAUSIBLE,
                place_of(each.parameter, at + 1, checked.members),
                f"{Quantity(numbers[at], each.parameter.unit)} is not {plausible}; "
                f"{slip_of(numbers[at], each.parameter.unit, plausible)}",
            )


def place_of(parameter: Parameter, item: int, members: Members) -> str:
    """Say which value of a parameter is meant: ``EC, chiller 2``."""
    if not parameter.sets:
        return parameter.symbol
    return f"{parameter.symbol}, {members.place(parameter.sets, item)}"


def fixed_values(parameter: Parameter) -> tuple[Value, ...]:
    """Return the values that the methodology itself gives."""
    value = parameter.value
    assert value is not None, "what is not given is fixed"
    return value if isinstance(value, tuple) else (value,)


def _unknown(definition: Definition, values: Values) -> Iterator[Finding]:
    required = {each.symbol for each in definition.required}
    required |= {each.symbol for each in definition.tables if each.is_required}
    allowed = required | {each.symbol for each in definition.tables if each.may_be_given}
    allowed |= {each.symbol for each in definition.parameters if each.may_be_given}
    fixed = {each.symbol for each in definition.parameters}
    fixed = (fixed | {each.symbol for each in definition.tables}) - allowed
    for symbol in values:
        if symbol in fixed:
            message = "is fixed by the methodology; leave it out"
            yield Finding(Check.INPUT_KNOWN, symbol, message)
        elif any(each.symbol == symbol for each in definition.asked):
            message = "is asked for eligibility alone: give it under [asked]"
            yield Finding(Check.INPUT_KNOWN, symbol, message)
        elif symbol not in allowed:
            message = f"is no parameter of {definition.id}; it needs {', '.join(sorted(required))}"
            yield Finding(Check.INPUT_KNOWN, symbol[:40], message)


def _is_right(parameter: Parameter, value: object) -> bool:
    if parameter.kind is Kind.NUMBER:
        return plain_number(value) is not None
    if parameter.kind is Kind.CHOICE:
        return value in parameter.options
    return isinstance(value, date) and not isinstance(value, datetime)


def _wanted(parameter: Parameter) -> str:
    sets = parameter.sets
    many = f"a list, one value for each {sets[0]}," if sets else "one value"
    if len(sets) > 1:
        many = f"lists in a list, one value for each {' and '.join(sets)},"
    of = f"in {parameter.unit}" if parameter.kind is Kind.NUMBER else f"of kind {parameter.kind}"
    of = f"among {', '.join(parameter.options)}" if parameter.options else of
    return f"{many} {of} ({parameter.says})"


def _row_keys(table: LookupTable) -> str:
    if table.kind is Kind.NUMBER:
        return f"from, to in {table.key}"
    return "option" if table.kind is Kind.CHOICE else "since"
