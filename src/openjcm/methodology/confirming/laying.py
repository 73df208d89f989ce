"""What two persons confirmed, laid over a definition: it is confirmed, and says where it stands.

The SHA-256 stays that of what they compared.
"""

from collections.abc import Mapping
from dataclasses import replace

from openjcm.measure import Basis
from openjcm.methodology.confirming.parts import criterion_name, parts_of
from openjcm.methodology.confirming.record import Confirmation
from openjcm.methodology.definition import Definition, Known, LookupTable, Parameter, Status


def confirmed_by(definition: Definition, confirmation: Confirmation) -> Definition:
    """Return a definition as two persons confirmed it: each part published, with its paragraph.

    A parameter that the project gives stands where the first part that names it stands.
    """
    first = confirmation.persons[0]
    where = {
        used.symbol: first.para_of(part.name)
        for part in reversed(parts_of(definition))
        for used in part.uses
    }
    where |= {each.part: each.para for each in first.compared}
    source = confirmation.document.source
    known = {name: Known(Basis.PUBLISHED, source, para) for name, para in where.items()}
    return replace(
        definition,
        status=Status.CONFIRMED,
        evidence=Basis.PUBLISHED,
        source=source,
        parameters=tuple(_parameter(each, known) for each in definition.parameters),
        asked=tuple(_parameter(each, known) for each in definition.asked),
        tables=tuple(_table(each, known) for each in definition.tables),
        formulas=tuple(replace(each, known=known[each.gives]) for each in definition.formulas),
        criteria=tuple(
            replace(each, known=known[criterion_name(each)]) for each in definition.criteria
        ),
    )


def _parameter(parameter: Parameter, known: Mapping[str, Known]) -> Parameter:
    return replace(parameter, known=known[parameter.symbol])


def _table(table: LookupTable, known: Mapping[str, Known]) -> LookupTable:
    rows = tuple(replace(each, known=None) for each in table.rows)
    return replace(table, known=known[table.symbol], rows=rows)
