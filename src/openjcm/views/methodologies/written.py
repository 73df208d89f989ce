"""A definition as doors show it: everything that the language holds of it, as plain values.

Numbers are texts with the digits of the file; what is not said is empty, and never a zero.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from openjcm.measure.basis import Basis
from openjcm.methodology import (
    Criterion,
    Definition,
    Formula,
    LookupTable,
    Parameter,
)
from openjcm.methodology.definition import Choice, Value
from openjcm.methodology.entries import heading_of
from openjcm.methodology.language.printing import written
from openjcm.methodology.language.shapes import Kind


@dataclass(frozen=True, slots=True)
class WrittenChoice:
    """One of the sources from which a project takes a value; a hint is never a default."""

    name: str
    says: str
    hint: str
    evidence: Basis
    source: str
    draft: bool


@dataclass(frozen=True, slots=True)
class WrittenParameter:
    """A parameter; ``required`` says that a calculation must be given it.

    ``data_source`` is where its value is expected to be found.
    """

    symbol: str
    kind: str
    unit: str
    options: tuple[str, ...]
    role: str
    per: str
    says: str
    value: str
    required: bool
    data_source: str
    plausible: str
    monitoring_options: tuple[str, ...]
    frequency: str
    choices: tuple[WrittenChoice, ...]
    evidence: Basis
    source: str
    para: str
    draft: bool


@dataclass(frozen=True, slots=True)
class WrittenTable:
    """A table; ``required`` says that the project gives its rows.

    ``may_be_given`` says that it may give rows of its own in place of these.
    """

    symbol: str
    unit: str
    says: str
    key: str
    options: tuple[str, ...]
    closed: str
    outside: str
    rows: tuple[str, ...]
    required: bool
    may_be_given: bool
    evidence: Basis
    source: str
    para: str
    draft: bool


@dataclass(frozen=True, slots=True)
class WrittenFormula:
    """A formula as the language prints it."""

    gives: str
    text: str
    unit: str
    per: str
    says: str
    evidence: Basis
    source: str
    para: str
    draft: bool


@dataclass(frozen=True, slots=True)
class WrittenCriterion:
    """A criterion of eligibility; without a condition the validator answers it."""

    number: str
    says: str
    condition: str
    evidence_asked: str
    evidence: Basis
    source: str
    para: str
    draft: bool


@dataclass(frozen=True, slots=True)
class WrittenDefinition:
    """A definition with all its parts; ``heading`` stands over all that is made of it.

    ``asked`` are the values that only eligibility asks for.
    """

    id: str
    heading: str
    title: str
    family: str
    scope: str
    status: str
    evidence: Basis
    source: str
    says: str
    built_on: tuple[str, ...]
    sha256: str
    parameters: tuple[WrittenParameter, ...]
    asked: tuple[WrittenParameter, ...]
    tables: tuple[WrittenTable, ...]
    formulas: tuple[WrittenFormula, ...]
    criteria: tuple[WrittenCriterion, ...]


def written_definition(definition: Definition) -> WrittenDefinition:
    """Return what a definition says."""
    return WrittenDefinition(
        id=definition.id,
        heading=heading_of(definition.id),
        title=definition.title,
        family=definition.family,
        scope=definition.scope,
        status=definition.status.value,
        evidence=definition.evidence,
        source=definition.source,
        says=_line(definition.says),
        built_on=definition.built_on,
        sha256=definition.sha256,
        parameters=tuple(map(_parameter, definition.parameters)),
        asked=tuple(map(_parameter, definition.asked)),
        tables=tuple(map(_table, definition.tables)),
        formulas=tuple(map(_formula, definition.formulas)),
        criteria=tuple(map(_criterion, definition.criteria)),
    )


def _parameter(parameter: Parameter) -> WrittenParameter:
    value = parameter.value
    values: Sequence[Value] = (
        value if isinstance(value, tuple) else () if value is None else (value,)
    )
    return WrittenParameter(
        symbol=parameter.symbol,
        kind=parameter.kind.value,
        unit=parameter.unit.text if parameter.kind is Kind.NUMBER else "",
        options=parameter.options,
        role=parameter.role.value,
        per=parameter.per,
        says=_line(parameter.says),
        value=", ".join(map(_text, values)),
        required=parameter.is_required,
        data_source=parameter.data_source,
        plausible=str(parameter.plausible or ""),
        monitoring_options=tuple(each.value for each in parameter.monitoring_options),
        frequency=parameter.frequency,
        choices=tuple(map(_choice, parameter.choices)),
        evidence=parameter.known.evidence,
        source=parameter.known.source,
        para=parameter.known.para,
        draft=parameter.known.is_draft,
    )


def _choice(choice: Choice) -> WrittenChoice:
    return WrittenChoice(
        name=choice.name,
        says=_line(choice.says),
        hint="" if choice.hint is None else _text(choice.hint),
        evidence=choice.known.evidence,
        source=choice.known.source,
        draft=choice.known.is_draft,
    )


def _table(table: LookupTable) -> WrittenTable:
    return WrittenTable(
        symbol=table.symbol,
        unit=table.unit.text,
        says=_line(table.says),
        key=table.key.text if table.kind is Kind.NUMBER else table.kind.value,
        options=table.options,
        closed=table.closed or "",
        outside="refuse" if table.outside is None else _text(table.outside),
        rows=tuple(row.text for row in table.rows),
        required=table.is_required,
        may_be_given=table.may_be_given,
        evidence=table.known.evidence,
        source=table.known.source,
        para=table.known.para,
        draft=table.known.is_draft,
    )


def _formula(formula: Formula) -> WrittenFormula:
    return WrittenFormula(
        gives=formula.gives,
        text=formula.text,
        unit=formula.unit.text,
        per=formula.per,
        says=_line(formula.says),
        evidence=formula.known.evidence,
        source=formula.known.source,
        para=formula.known.para,
        draft=formula.known.is_draft,
    )


def _criterion(criterion: Criterion) -> WrittenCriterion:
    return WrittenCriterion(
        number=criterion.number,
        says=_line(criterion.says),
        condition=written(criterion.tree) if criterion.tree else "",
        evidence_asked=criterion.evidence_asked,
        evidence=criterion.known.evidence,
        source=criterion.known.source,
        para=criterion.known.para,
        draft=criterion.known.is_draft,
    )


def _text(value: Value) -> str:
    if isinstance(value, Decimal):
        return f"{value:f}"
    return value.isoformat() if isinstance(value, date) else value


def _line(text: str) -> str:
    return " ".join(text.split())
