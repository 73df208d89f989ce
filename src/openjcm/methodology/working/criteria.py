"""The criteria of eligibility answered for given values, as far as they can be worked out."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import localcontext

from openjcm.measure import Basis, Finding
from openjcm.methodology.checks import Check, refusal
from openjcm.methodology.definition import Criterion, Definition, LookupTable, Parameter
from openjcm.methodology.language.nodes import Node, names_in, tables_in
from openjcm.methodology.language.printing import written
from openjcm.methodology.working.evaluation import Scope, evaluated
from openjcm.methodology.working.faults import is_fault
from openjcm.methodology.working.inputs import Reader, Values, fixed_values
from openjcm.methodology.working.lookups import Ladder
from openjcm.methodology.working.series import Frame, Series, arithmetic


@dataclass(frozen=True, slots=True)
class Answer:
    """Whether a criterion holds; None leaves it open, and ``why`` says why.

    ``asks`` names the values that are still to be given. Where no condition was worked and none
    are, the validator answers.
    """

    number: str
    says: str
    holds: bool | None
    why: str
    evidence: Basis
    source: str
    asks: tuple[str, ...] = ()
    is_worked: bool = False


def answer_criteria(definition: Definition, values: Values) -> tuple[Answer, ...]:
    """Answer every criterion of a definition, in the order of the document.

    Args:
        definition: Whose criteria.
        values: What is known of the project, by symbol, as far as it is known.

    Raises:
        Malformed: a value is of no parameter here, or of another kind; carries every finding.
    """
    known: dict[str, Parameter | LookupTable] = {
        each.symbol: each for each in (*definition.parameters, *definition.asked)
    }
    known |= {each.symbol: each for each in definition.tables}
    reader = Reader(definition, values)
    found = [
        Finding(Check.INPUT_KNOWN, symbol[:40], f"is no parameter of {definition.id}")
        for symbol in values
        if symbol not in known
    ]
    ready = _Ready(reader, known)
    answers = tuple(_answer(each, ready) for each in definition.criteria)
    found += reader.found + reader.uneven
    if found:
        raise refusal(
            f"the criteria of {definition.id} cannot be answered from these values",
            code="values-malformed",
            about=definition.id,
            found=found,
        )
    return answers


class _Ready:
    """Reads each value that a condition asks for, once."""

    def __init__(self, reader: Reader, known: dict[str, Parameter | LookupTable]) -> None:
        self.reader = reader
        self._known = known
        self._ordered = frozenset(each.name for each in reader.indexes if each.ordered)
        self.symbols: dict[str, Series] = {}
        self.tables: dict[str, Ladder] = {}

    def missing(self, tree: Node) -> list[str]:
        """Return the symbols of a condition for which nothing is given."""
        names = dict.fromkeys((*names_in(tree), *tables_in(tree)))
        return [name for name in names if not self._is_read(name)]

    def scope(self) -> Scope:
        """Return what a condition is worked with; conditions do not share faults."""
        frame = Frame(self.reader.members.sizes, arithmetic())
        return Scope(frame, self.symbols, self.tables, self._ordered)

    def _is_read(self, name: str) -> bool:
        if name in self.symbols or name in self.tables:
            return True
        each, is_given = self._known[name], name in self.reader.values
        if isinstance(each, LookupTable):
            if each.is_required and not is_given:
                return False
            if (table := self.reader.table(each)).rows:
                self.tables[name] = Ladder(table)
            return True
        if each.is_required and not is_given:
            return False
        values = self.reader.flat(each) if is_given else fixed_values(each)
        if values:
            self.symbols[name] = Series(values, each.sets)
        return True


def _answer(criterion: Criterion, ready: _Ready) -> Answer:
    holds: bool | None = None
    is_worked = False
    why, asks = "answered by the validator", tuple[str, ...]()
    if criterion.tree is not None:
        asks = tuple(ready.missing(criterion.tree))
        why = f"give {', '.join(asks)}"
        # What is wrong with the values is told at the end, for all criteria at once.
        is_worked = not (asks or ready.reader.found or ready.reader.uneven)
        if is_worked:
            holds, why = _worked(criterion.tree, ready)
    return Answer(
        number=criterion.number,
        says=criterion.says,
        holds=holds,
        why=why,
        evidence=criterion.known.evidence,
        source=criterion.known.source,
        asks=asks,
        is_worked=is_worked,
    )


def _worked(tree: Node, ready: _Ready) -> tuple[bool | None, str]:
    scope = ready.scope()
    with localcontext(scope.frame.context) as context:
        scope.frame.context = context
        series = evaluated(tree, scope)
    said = written(tree)
    places = list(_places(series, ready))
    for place, value in places:
        if value is False:
            return False, f"{place}{said} does not hold"
    for place, value in places:
        if is_fault(value):
            code, message = scope.frame.faults.told(value)
            is_outside = code == "outside-the-table"
            return False if is_outside else None, f"{place}{said} {message}"
    return True, f"{said} holds"


def _places(series: Series, ready: _Ready) -> Iterator[tuple[str, object]]:
    for item, value in enumerate(series.values, start=1):
        at = ready.reader.members.place(series.sets, item)
        yield (f"{at}: " if at else ""), value
