"""What two persons compare: formulas, values and tables that the definition holds, criteria.

A parameter that the project gives has no value here; its unit and meaning are compared with the
formula in which it stands.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from openjcm.methodology.definition import Criterion, Definition, Known, LookupTable, Value
from openjcm.methodology.language.nodes import Node, names_in, tables_in
from openjcm.methodology.language.printing import written


class PartKind(StrEnum):
    """What kind of part it is."""

    FORMULA = "formula"
    VALUE = "value"
    TABLE = "table"
    CRITERION = "criterion"


@dataclass(frozen=True, slots=True)
class Used:
    """A symbol that stands in a part: its unit, and what it means."""

    symbol: str
    unit: str
    says: str


@dataclass(frozen=True, slots=True)
class Part:
    """One part as the definition has it; ``known`` is how well it was known before."""

    name: str
    kind: PartKind
    text: str
    unit: str
    says: str
    known: Known
    uses: tuple[Used, ...] = ()


def parts_of(definition: Definition) -> tuple[Part, ...]:
    """Return what is to be compared, formulas first, in the order of the document."""
    return (
        *_formulas(definition),
        *_values(definition),
        *_tables(definition),
        *_criteria(definition),
    )


def part_names(definition: Definition) -> frozenset[str]:
    """Return the names of all parts."""
    return frozenset(each.name for each in parts_of(definition))


def criterion_name(criterion: Criterion) -> str:
    """Return what a criterion is called among the parts, where symbols stand too."""
    return f"criterion {criterion.number}"


def _formulas(definition: Definition) -> Iterator[Part]:
    for each in definition.formulas:
        yield Part(
            name=each.gives,
            kind=PartKind.FORMULA,
            text=each.text,
            unit=each.unit.text,
            says=_line(each.says),
            known=each.known,
            uses=tuple(_used(definition, each.tree)),
        )


def _values(definition: Definition) -> Iterator[Part]:
    for each in definition.parameters:
        if each.value is not None:
            values = each.value if isinstance(each.value, tuple) else (each.value,)
            said = ", ".join(map(_value, values))
            yield Part(
                each.symbol, PartKind.VALUE, said, each.unit.text, _line(each.says), each.known
            )


def _tables(definition: Definition) -> Iterator[Part]:
    for each in definition.tables:
        if each.rows:
            yield Part(
                name=each.symbol,
                kind=PartKind.TABLE,
                text="; ".join([*(row.text for row in each.rows), *_outside(each)]),
                unit=each.unit.text,
                says=_line(each.says),
                known=each.known,
            )


def _criteria(definition: Definition) -> Iterator[Part]:
    for each in definition.criteria:
        yield Part(
            name=criterion_name(each),
            kind=PartKind.CRITERION,
            text=written(each.tree) if each.tree else "",
            unit="",
            says=_line(each.says),
            known=each.known,
            uses=tuple(_used(definition, each.tree)) if each.tree else (),
        )


def _outside(table: LookupTable) -> Iterator[str]:
    if table.closed:
        yield f"closed = {table.closed}"
    if table.outside is not None:
        yield f"outside = {table.outside:f}"


def _used(definition: Definition, tree: Node) -> Iterator[Used]:
    given = [
        Used(each.symbol, each.unit.text, _line(each.says))
        for each in (*definition.parameters, *definition.asked)
    ]
    given += [Used(each.symbol, each.unit.text, _line(each.says)) for each in definition.tables]
    known = {each.symbol: each for each in given}
    named = dict.fromkeys((*names_in(tree), *tables_in(tree)))
    yield from (known[symbol] for symbol in named if symbol in known)


def _value(value: Value) -> str:
    return f"{value:f}" if isinstance(value, Decimal) else str(value)


def _line(text: str) -> str:
    return " ".join(text.split())
