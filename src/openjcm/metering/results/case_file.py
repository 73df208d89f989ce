"""From quantities to the file of values that a methodology is worked with.

What ``openjcm methodology work`` takes: the plan's fixed values, and for each vintage one value
for each piece of equipment, in the units of the methodology, exactly or not at all. What the
methodology asks for and no meter of the plan gives is named, and never made up.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from openjcm.measure.basis import Basis
from openjcm.measure.errors import Finding, Malformed
from openjcm.measure.quantity import Quantity, unit
from openjcm.metering.plan.plan import Plan, Worked
from openjcm.metering.results.by_equipment import EquipmentQuantity, by_equipment
from openjcm.metering.summary import PeriodQuantity
from openjcm.methodology import Definition, Parameter, Role, load_definition
from openjcm.methodology.reported import StatedValue, fixed_as_stated


@dataclass(frozen=True, slots=True)
class Case:
    """A file of values, and the name of the methodology or template that works it."""

    works: str
    text: str


def methodology_of(plan: Plan) -> Worked:
    """Return by which methodology a plan is worked.

    Raises:
        Malformed: the plan names none.
    """
    if plan.worked is None:
        raise Malformed(
            "the plan names no methodology, so there are no values for one: write its id and "
            'fixed values under [methodology] in the plan, such as id = "BD_AM002_ver01.0"',
            code="no-methodology",
            about="plan",
        )
    return plan.worked


def case_of(
    plan: Plan,
    quantities: Sequence[PeriodQuantity],
    head: Sequence[str],
    *,
    evidence: Basis | None = None,
) -> Case:
    """Write the values of a calculation as TOML.

    Args:
        plan: Names the methodology and its fixed values.
        quantities: What the meters come to.
        head: Lines for its head: the basis of the readings, the plan, the files.
        evidence: The basis of the readings; such as nobody stated are illustrative.

    Raises:
        NotFound: there is no such methodology.
        Malformed: the plan names none, or quantities do not fit it; all faults at once.
    """
    worked = methodology_of(plan)
    definition = load_definition(worked.worked_by or worked.methodology)
    lines = by_equipment(plan, quantities)
    by_symbol: dict[str, list[EquipmentQuantity]] = {}
    for each in lines:
        by_symbol.setdefault(each.parameter, []).append(each)
    findings = [*_misfits(plan, definition, by_symbol)]
    vintages = {} if findings else _vintages(plan, definition, by_symbol, findings)
    if findings:
        raise Malformed(
            f"the quantities do not fit {definition.id}: {findings[0].message}",
            code="case-does-not-fit",
            about="plan",
            findings=tuple(findings),
        )
    said = [*(_comment(line) for line in (*head, *_left_out(definition, worked, by_symbol)))]
    said += ["", f'evidence = "{evidence or Basis.ILLUSTRATIVE}"']
    fixed = list(_fixed(definition, worked))
    said += ["", "[fixed]", *fixed] if fixed else []
    for year, values in vintages.items():
        said += ["", f"[vintage.{year}]", *values]
    return Case(definition.id, "\n".join(said) + "\n")


def _misfits(
    plan: Plan, definition: Definition, by_symbol: Mapping[str, Sequence[EquipmentQuantity]]
) -> Iterator[Finding]:
    known = {each.symbol: each for each in definition.monitored}
    years = [each.year for each in plan.years]
    for symbol, lines in by_symbol.items():
        parameter, equipment = known.get(symbol), list(dict.fromkeys(e.equipment for e in lines))
        said = ""
        if parameter is None:
            said = f"is no monitored parameter; there are {', '.join(known)}"
        elif any(each.is_apart for each in lines):
            said = (
                "several meters of one piece of equipment cannot be added (means, or units that "
                "have no exact value in each other): keep one of them, or write the case by hand"
            )
        elif len(parameter.sets) > 1:
            said = f"has values by {parameter.per}: write the case by hand"
        elif not parameter.sets and len(equipment) > 1:
            said = (
                f"has one value in all, and the plan has {len(equipment)} pieces of equipment: "
                "give their meters one equipment"
            )
        else:
            said = _lacking(lines, equipment, years)
        if said:
            yield Finding("case-does-not-fit", f"parameter {symbol}", f"{symbol} {said}")


def _lacking(
    lines: Sequence[EquipmentQuantity], equipment: Sequence[str], years: Sequence[int]
) -> str:
    have = {(each.equipment, each.year) for each in lines}
    lacks = [(name, year) for name in equipment for year in years if (name, year) not in have]
    return f"has no value of {lacks[0][0]} in {lacks[0][1]}" if lacks else ""


def _vintages(
    plan: Plan,
    definition: Definition,
    by_symbol: Mapping[str, Sequence[EquipmentQuantity]],
    findings: list[Finding],
) -> dict[int, list[str]]:
    """Write the values of each vintage, those of one index set in one order of equipment."""
    parameters = {each.symbol: each for each in definition.monitored}
    order: dict[str, list[str]] = {}
    for symbol, lines in by_symbol.items():
        of_set = order.setdefault(parameters[symbol].per, [])
        of_set += [e for e in dict.fromkeys(each.equipment for each in lines) if e not in of_set]
    vintages: dict[int, list[str]] = {}
    for year in (each.year for each in plan.years):
        for symbol, lines in by_symbol.items():
            parameter = parameters[symbol]
            values = {each.equipment: each for each in lines if each.year == year}
            for name in order[parameter.per]:
                if name not in values:
                    said = f"{symbol} has no meter of {name}, which other parameters have"
                    findings.append(Finding("case-does-not-fit", f"parameter {symbol}", said))
                    return {}
            told = [_in_units_of(parameter, values[name]) for name in order[parameter.per]]
            named = _comment(f"{', '.join(order[parameter.per])}; {parameter.unit}")
            vintages.setdefault(year, []).append(f"{_entry(parameter, told)}  {named}")
    return vintages


def _in_units_of(parameter: Parameter, line: EquipmentQuantity) -> Decimal:
    """Say a quantity in the unit of its parameter.

    Raises:
        Malformed: it has no exact value there.
    """
    return Quantity(line.value, unit(line.unit)).to(str(parameter.unit)).value


def _fixed(definition: Definition, worked: Worked) -> Iterator[str]:
    stated = [StatedValue(each.symbol, each.values, each.unit) for each in worked.fixed]
    for symbol, values in fixed_as_stated(definition, stated).items():
        yield f"{symbol} = {_values(values)}"


def _entry(parameter: Parameter, values: Sequence[Decimal]) -> str:
    return f"{parameter.symbol} = {_values(list(values) if parameter.sets else values[0])}"


def _comment(words: str) -> str:
    """Write a comment of one line, whatever a name in it holds."""
    return f"# {''.join(each if each.isprintable() else '?' for each in words)}"


def _values(values: Sequence[Decimal] | Decimal) -> str:
    if isinstance(values, Decimal):
        return f"{values:f}"
    return f"[{', '.join(f'{value:f}' for value in values)}]"


def _left_out(
    definition: Definition,
    worked: Worked,
    by_symbol: Mapping[str, Sequence[EquipmentQuantity]],
) -> Iterator[str]:
    """Name what the methodology asks for and neither the meters nor the plan give."""
    given = {each.symbol for each in worked.fixed}
    lacks = {
        "Monitored, and no meter of the plan gives it; to be written into each vintage": [
            each for each in definition.monitored if each.symbol not in by_symbol
        ],
        "Fixed ex ante, and not in the plan; to be written under [fixed]": [
            each
            for each in definition.fixed
            if each.role is Role.PROJECT and each.symbol not in given
        ],
    }
    for said, parameters in lacks.items():
        if parameters:
            yield f"{said}: {', '.join(f'{each.symbol} ({each.unit})' for each in parameters)}"
