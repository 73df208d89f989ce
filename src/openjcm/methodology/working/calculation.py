"""One set of values worked through a definition, every intermediate kept.

Decimals of at most fifty significant digits, and each step says whether that was enough: a
division such as 1/3 needs more. Nothing rounds to tonnes here.
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field, replace
from decimal import ROUND_HALF_EVEN, Decimal, localcontext

from openjcm.measure import Finding, Malformed, NotFound, Unit, cut_down
from openjcm.methodology.checks import Check
from openjcm.methodology.definition import Definition, Formula, LookupTable
from openjcm.methodology.language.nodes import Call, Name
from openjcm.methodology.working.evaluation import evaluated, evaluated_back, laid
from openjcm.methodology.working.faults import is_fault
from openjcm.methodology.working.inputs import (
    PLACES_MAX,
    Checked,
    Input,
    Members,
    Values,
    check_once,
    check_values,
    implausible,
)
from openjcm.methodology.working.scopes import exact_results, scope_of
from openjcm.methodology.working.series import Frame, Series, arithmetic
from openjcm.methodology.working.steps import Line, Step, StepKind

ALL_PLACES_MAX = 4 * PLACES_MAX
"""Places over which all formulas of a calculation run together."""
# Going back is worked place after place, and so takes longer than the rest.
BACK_MAX = 10_000
"""Places along which a formula goes back."""
_FRAME = ("RE", "PE", "ER")


@dataclass(frozen=True, slots=True)
class Calculation:
    """What went in, every step in the order of the document, and what looked implausible.

    ``lines`` keep whole series; ``steps`` opens them.
    """

    definition_id: str
    definition_sha256: str
    inputs: tuple[Input, ...]
    lines: tuple[Line, ...]
    warnings: tuple[Finding, ...]
    tables: tuple[LookupTable, ...] = ()
    members: Members = field(default_factory=Members)

    @property
    def steps(self) -> tuple[Step, ...]:
        """Every step in the order of the document, one for each place of a series."""
        return tuple(step for line in self.lines for step in line.opened(self.members))

    def value(self, symbol: str) -> Decimal:
        """Return what the formula of ``symbol`` gave.

        Raises:
            NotFound: no formula gives this symbol as one value.
        """
        return self._line(symbol).values[0]

    def uncertainty(self, symbol: str) -> Decimal:
        """Return by how much the value of ``symbol`` may be wrong at most; 0 when it is exact.

        Raises:
            NotFound: no formula gives this symbol as one value.
        """
        return self._line(symbol).uncertainty

    def _line(self, symbol: str) -> Line:
        for line in self.lines:
            if line.symbol == symbol and line.kind is StepKind.RESULT and not line.sets:
                return line
        raise NotFound(
            f"no formula of {self.definition_id} gives '{symbol}' as one value",
            code="symbol-not-found",
            about=symbol,
        )

    @property
    def is_exact(self) -> bool:
        """Whether no step needed more than fifty digits."""
        return all(line.is_exact for line in self.lines)


def work(definition: Definition, values: Values) -> Calculation:
    """Work one set of values, such as those of one vintage, through a definition.

    Args:
        definition: What to work by.
        values: For each required parameter one value, or a list of one for each member of its
            index set in the order of the monitoring plan (a table by the members' names does as
            well; over several sets they are nested); in the unit the definition declares.

    Raises:
        Malformed: values are missing, unknown or wrong (every finding is carried), or a formula
            divides by zero or looks beyond a table.
    """
    return _worked(definition, check_values(definition, values))


def work_each(
    definition: Definition, shared: Values, sets: Iterable[Values]
) -> Iterator[Calculation]:
    """Work several sets of values, such as those of each vintage, that share some.

    What they share is read and checked once; each comes out as ``work`` would have it alone.

    Args:
        definition: What to work by.
        shared: The values that are the same in all sets, such as those fixed beforehand.
        sets: The rest of each, in the order of the calculations.

    Raises:
        Malformed: as ``work``, when the set is reached of which it is true.
    """
    once = check_once(definition, shared)
    for each in sets:
        yield _worked(definition, check_values(definition, {**each, **shared}, once))


def _worked(definition: Definition, checked: Checked) -> Calculation:
    _check_bounded(definition, checked.members)
    with localcontext(arithmetic()) as context:
        work_ = _Work(definition, checked, Frame(checked.members.sizes, context))
        for formula in definition.formulas:
            work_.formula(formula)
        lines = list(_decided(definition, checked, work_.lines))
    warnings = [*implausible(checked), *_untold(lines)]
    return Calculation(
        definition_id=definition.id,
        definition_sha256=definition.sha256,
        inputs=checked.inputs,
        lines=tuple(lines),
        warnings=tuple(warnings),
        tables=checked.tables,
        members=checked.members,
    )


def is_whole_tonne_told(value: Decimal, uncertainty: Decimal) -> bool:
    """Whether cutting down to whole tonnes gives the same anywhere within the uncertainty."""
    if not uncertainty:
        return True
    with localcontext(arithmetic()) as context:
        context.prec = 2 * context.prec
        return cut_down(value - uncertainty) == cut_down(value + uncertainty)


class _Work:
    """The formulas of one definition, one after another."""

    def __init__(self, definition: Definition, checked: Checked, frame: Frame) -> None:
        self.members = checked.members
        self.lines: list[Line] = []
        self._taken = {each.symbol for each in definition.parameters}
        self._taken |= {formula.gives for formula in definition.formulas}
        self._scope = scope_of(definition, checked, frame)

    def formula(self, formula: Formula) -> None:
        """Work a formula; what it gives goes into the scope, and its steps into the lines."""
        scope, on_the_way = self._scope, _OnTheWay(formula, self._taken)
        scope.watch = on_the_way.watch
        if formula.along:
            series = evaluated_back(formula.tree, formula.gives, formula.along, scope)
        else:
            series = evaluated(formula.tree, scope)
        series = laid(scope.frame, series, formula.sets)
        result = _line(formula.gives, formula.text, formula.unit, series, StepKind.RESULT)
        lines = [*on_the_way.lines, result]
        if scope.frame.faults:
            self._refuse_faults(lines)
            lines = [line for line in lines if not any(map(is_fault, line.values))]
        scope.symbols[formula.gives] = series
        self.lines.extend(lines)

    def _refuse_faults(self, lines: list[Line]) -> None:
        """Raise for a fault that came through to the result, at the first line that has it."""
        mark = next((value for value in lines[-1].values if is_fault(value)), None)
        if mark is None:
            return
        line, item = next(
            (line, item)
            for line in lines
            for item, value in enumerate(line.values, start=1)
            if is_fault(value) and value.as_tuple() == mark.as_tuple()
        )
        at = f", {self.members.place(line.sets, item)}" if line.sets else ""
        raise self._scope.frame.faults.refusal(
            mark, place=f"{line.symbol}{at}", formula=line.formula
        )


class _OnTheWay:
    """Takes down what a formula gathers on its way."""

    def __init__(self, formula: Formula, taken: Collection[str]) -> None:
        self.lines: list[Line] = []
        self._formula = formula
        self._gatherings = {id(each.tree): each for each in formula.gatherings}
        self._labels = _labels(formula.gives, taken)

    def watch(self, call: Call, inner: Series, result: Series) -> None:
        """Take down what is inside a gathering, and the gathering unless it is the result."""
        of = self._gatherings[id(call)]
        # A bare name was shown already, as an input or as the result of an earlier formula.
        if not isinstance(call.arguments[0], Name):
            self.lines.append(_line(next(self._labels), of.inner, of.unit, inner, StepKind.TERM))
        if call is not self._formula.tree:
            self.lines.append(_line(next(self._labels), of.text, of.unit, result, StepKind.PART))


def _line(symbol: str, formula: str, unit: Unit, series: Series, kind: StepKind) -> Line:
    return Line(
        symbol=symbol,
        values=tuple(series.values),
        unit=unit.text,
        formula=formula,
        kind=kind,
        sets=series.sets,
        uncertainty=series.error,
    )


def _labels(gives: str, taken: Collection[str]) -> Iterator[str]:
    """Yield names for what a formula works out on the way; none is a symbol of the document."""
    number = 0
    while True:
        number += 1
        label = f"{gives}_{number}"
        if label not in taken:
            yield label


def _check_bounded(definition: Definition, members: Members) -> None:
    """Refuse what would have too many places, before anything is worked."""
    total = 0
    for formula in definition.formulas:
        if formula.along and members.sizes[formula.along] > BACK_MAX:
            raise Malformed(
                f"{formula.gives} goes back along {members.sizes[formula.along]} places of "
                f"{formula.along}; at most {BACK_MAX} are worked",
                code="too-many-places",
                about=formula.gives,
            )
        for sets in formula.widest:
            places = 1
            for each in sets:
                places *= members.sizes[each]
            total += places
            if places > PLACES_MAX or total > ALL_PLACES_MAX:
                raise Malformed(
                    f"{formula.gives} runs over {', '.join(sets)}: {places} places, and {total} "
                    f"with those before; at most {PLACES_MAX} of a formula and {ALL_PLACES_MAX} "
                    f"of all are worked",
                    code="too-many-places",
                    about=formula.gives,
                )


def _decided(definition: Definition, checked: Checked, lines: list[Line]) -> Iterator[Line]:
    """Yield the lines; a result that is a whole tonne, as fractions can tell, is that number.

    A third, three times, is a whole that fifty digits miss by the last of them.
    """
    untold = {line.symbol for line in lines if not _is_told(line)}
    exact = exact_results(definition, checked) if untold else {}
    for line in lines:
        whole = exact.get(line.symbol) if line.kind is StepKind.RESULT else None
        if line.symbol in untold and whole is not None and whole.denominator == 1:
            yield replace(line, values=(Decimal(whole.numerator),), uncertainty=Decimal(0))
        else:
            yield line


def _is_told(line: Line) -> bool:
    is_frame = line.symbol in _FRAME and line.kind is StepKind.RESULT
    return not is_frame or is_whole_tonne_told(line.values[0], line.uncertainty)


def _untold(lines: list[Line]) -> Iterator[Finding]:
    """Yield a finding for each result of which the whole tonnes cannot be told."""
    for line in lines:
        if not _is_told(line):
            near = line.values[0].to_integral_value(rounding=ROUND_HALF_EVEN)
            yield Finding(
                Check.WHOLE_TONNE_TOLD,
                line.symbol,
                f"is {near:f} tCO2e within {line.uncertainty:.1E}: whether {line.symbol} reaches "
                f"that whole tonne cannot be told from fifty digits",
            )
