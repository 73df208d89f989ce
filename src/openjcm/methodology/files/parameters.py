"""The ``[monitored.X]``, ``[fixed.X]`` and ``[asked.X]`` tables of a definition file."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from types import MappingProxyType

from openjcm.measure import Basis, Malformed, Unit, unit
from openjcm.methodology.checks import Check
from openjcm.methodology.definition import (
    Choice,
    IndexSet,
    Known,
    MonitoringOption,
    Parameter,
    Plausible,
    Role,
    Value,
)
from openjcm.methodology.files.forms import CHOICE, PARAMETERS, PLAUSIBLE
from openjcm.methodology.files.indexes import is_set_name, members_of
from openjcm.methodology.files.toml import Table
from openjcm.methodology.language.nodes import FUNCTIONS, WORDS
from openjcm.methodology.language.shapes import Kind
from openjcm.methodology.language.tokens import OPTION, SYMBOL
from openjcm.methodology.numbers import plain_number

# Stands for a unit that could not be read, so that one fault is not found twice.
UNREADABLE = Unit("?", (), Fraction(0))
_ROLES: Mapping[str, Role] = MappingProxyType({"monitored": Role.MONITORED, "asked": Role.ASKED})
_WITH_VALUE = (Role.METHODOLOGY, Role.DEFAULT)


@dataclass(frozen=True, slots=True)
class _Said:
    """What a parameter is: its section, its entry, and the index sets around it."""

    section: str
    entry: Table
    indexes: Sequence[IndexSet]


def read_parameters(table: Table, indexes: Sequence[IndexSet]) -> Iterator[Parameter]:
    """Yield the parameters in the order of the file; faults go into the table's findings."""
    seen: set[str] = set()
    for section, form in PARAMETERS.items():
        for symbol, entry in table.tables(section):
            entry.only(*form)
            check_symbol(entry, symbol, seen)
            seen.add(symbol)
            yield _parameter(symbol, _Said(section, entry, indexes))


def check_symbol(entry: Table, symbol: str, seen: Collection[str]) -> None:
    """Note a symbol that is not written as one, or that is given a second time."""
    if not SYMBOL.fullmatch(symbol) or symbol in FUNCTIONS or symbol in WORDS:
        entry.refuse(
            Check.SYMBOL_WRITTEN,
            f"'{symbol}' is no symbol: letters, digits and _, beginning with a letter, "
            f"at most 40, and none of {', '.join((*FUNCTIONS, *WORDS))}",
        )
    if symbol in seen:
        entry.refuse(Check.SYMBOL_GIVEN_ONCE, f"'{symbol}' is given twice")


def read_unit(entry: Table, key: str = "unit") -> Unit:
    """Read a unit; ``UNREADABLE`` where there is none."""
    text = entry.text(key)
    try:
        return unit(text) if text else UNREADABLE
    except Malformed as error:
        entry.refuse(Check.UNIT_KNOWN, error.message)
        return UNREADABLE


def read_known(entry: Table) -> Known:
    """Read how well the item is known."""
    return Known(
        evidence=entry.member("evidence", Basis),
        source=entry.text("source"),
        para=entry.text("para", "not confirmed"),
        is_draft=entry.flag("draft"),
    )


def read_kind(entry: Table) -> tuple[Kind, Unit, tuple[str, ...]]:
    """Read what stands at each place: a number with its unit, an option, or a day."""
    kind = entry.member("kind", Kind) if "kind" in entry.entries else Kind.NUMBER
    if kind is Kind.TRUTH:
        entry.refuse(Check.KIND_OF_VALUE, "'kind' is number, choice or day")
    if kind is Kind.NUMBER:
        return kind, read_unit(entry), _no_options(entry)
    if "unit" in entry.entries:
        entry.refuse(Check.KIND_OF_VALUE, f"a {kind} has no unit: leave out 'unit'")
    if kind is not Kind.CHOICE:
        return kind, unit("1"), _no_options(entry)
    options = entry.texts("options")
    if not options or not all(OPTION.fullmatch(each) for each in options):
        entry.refuse(Check.KIND_OF_VALUE, "a choice has 'options', each at most 60 plain letters")
    return kind, unit("1"), options


def _no_options(entry: Table) -> tuple[str, ...]:
    if "options" in entry.entries:
        entry.refuse(Check.KIND_OF_VALUE, "only what has kind = \"choice\" has 'options'")
    return ()


def _parameter(symbol: str, said: _Said) -> Parameter:
    entry = said.entry
    kind, in_unit, options = read_kind(entry)
    per = _per(entry)
    parameter = Parameter(
        symbol=symbol,
        unit=in_unit,
        role=_ROLES.get(said.section) or _role(entry),
        per=per,
        says=entry.text("says"),
        known=read_known(entry),
        value=_value(said, kind, options, tuple(per.split(", ")) if per else ()),
        plausible=_plausible(entry),
        choices=tuple(_choice(row) for row in entry.rows("choice")),
        kind=kind,
        options=options,
        monitoring_options=_monitoring_options(entry),
        frequency=entry.text("frequency", ""),
        data_source=entry.text("data_source", ""),
    )
    if parameter.plausible and kind is not Kind.NUMBER:
        entry.refuse(Check.KIND_OF_VALUE, f"a {kind} has no plausible range")
    _check_hands(entry, parameter)
    return parameter


def _per(entry: Table) -> str:
    given = entry.entries.get("per", [])
    listed = given if isinstance(given, list) else [given]
    names = [each for each in listed if is_set_name(each)]
    is_said = bool(names) or "per" not in entry.entries
    if is_said and len({*names}) == len(listed):
        return ", ".join(names)
    entry.refuse(
        Check.KIND_OF_VALUE,
        "'per' names an index set in small letters, \"chiller\", or a list of different ones",
    )
    return ""


def _role(entry: Table) -> Role:
    role = entry.member("role", Role)
    if role in _ROLES.values() and "role" in entry.entries:
        section = "monitored" if role is Role.MONITORED else "asked"
        entry.refuse(Check.KIND_OF_VALUE, f"what is {section} stands under [{section}.…]")
    return role


def _monitoring_options(entry: Table) -> tuple[MonitoringOption, ...]:
    options = entry.texts("monitoring_options")
    if not set(options) <= set(MonitoringOption):
        entry.refuse(Check.KIND_OF_VALUE, "'monitoring_options' are among A, B and C")
        return ()
    return tuple(map(MonitoringOption, options))


def _value(
    said: _Said, kind: Kind, options: tuple[str, ...], sets: tuple[str, ...]
) -> Value | tuple[Decimal, ...] | None:
    if "value" not in said.entry.entries:
        return None
    if kind is Kind.DAY:
        return said.entry.day("value")
    if kind is Kind.CHOICE:
        word = said.entry.text("value")
        if word not in options:
            said.entry.refuse(Check.OPTION_KNOWN, f"'{word}' is none of {', '.join(options)}")
        return word
    if not sets or not all(members_of(each, said.indexes) for each in sets):
        return said.entry.number("value")
    numbers = _laid_out(said, said.entry.entries["value"], sets)
    read = [each for each in map(plain_number, numbers) if each is not None]
    if not numbers or len(read) < len(numbers):
        said.entry.refuse(
            Check.MEMBERS_NAMED,
            f"'value' is a table with one number of plain size for each {', each '.join(sets)}",
        )
    return tuple(read)


def _laid_out(said: _Said, given: object, sets: tuple[str, ...]) -> list[object]:
    """Return the numbers in the order of the members, the last index set fastest; [] if wrong."""
    if not sets:
        return [given]
    members = members_of(sets[0], said.indexes)
    if not isinstance(given, dict) or set(given) != set(members):
        return []
    parts = [_laid_out(said, given[member], sets[1:]) for member in members]
    return [each for part in parts for each in part] if all(parts) else []


def _check_hands(entry: Table, parameter: Parameter) -> None:
    """Note a value where the project must give it, and none where the methodology must."""
    check = Check.VALUE_IN_THE_RIGHT_HANDS
    if parameter.role is Role.PROJECT and parameter.value is not None:
        entry.refuse(check, "a value fixed by the project has no default: leave out 'value'")
    if parameter.role not in _WITH_VALUE:
        return
    # One that cannot be read is told of already.
    if parameter.value is None and "value" not in entry.entries:
        entry.refuse(check, "what the methodology fixes, or has as a default, needs its 'value'")
    if parameter.known.evidence is Basis.UNDISCLOSED:
        entry.refuse(check, "an undisclosed value cannot be given")
    if parameter.per and not isinstance(parameter.value, tuple):
        entry.refuse(
            check,
            "what the methodology fixes is one value: leave out 'per', or declare the 'members' "
            "of its index sets",
        )


def _plausible(entry: Table) -> Plausible | None:
    if "plausible" not in entry.entries:
        return None
    table = entry.table("plausible")
    table.only(*PLAUSIBLE)
    least, most = table.number("at_least"), table.number("at_most")
    if not _has_ends(least, most):
        table.refuse(Check.RANGE_HAS_ENDS, "a range needs 'at_least', or 'at_most' not below it")
    return Plausible(least, most, table.member("evidence", Basis))


def _has_ends(least: Decimal | None, most: Decimal | None) -> bool:
    if least is None or most is None:
        return least is not most
    return least <= most


def _choice(row: Table) -> Choice:
    row.only(*CHOICE)
    return Choice(
        name=row.text("name"),
        says=row.text("says"),
        known=read_known(row),
        hint=row.number("hint"),
    )
