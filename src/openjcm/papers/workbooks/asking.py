"""What was asked for, made an order: which definition, which members and periods, which values."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from openjcm.measure import Malformed, NotFound
from openjcm.measure.period import Period
from openjcm.methodology import Calculation, Definition, Values, load_definition, work
from openjcm.methodology.definition import Value
from openjcm.methodology.entries import find_entry, heading_of, is_executable, templates_for
from openjcm.methodology.working.inputs import Checked, check_values
from openjcm.papers.workbooks.order import Order, check_size, members_for
from openjcm.papers.workbooks.sheets.writing import write_workbook

YEARS_MAX = 30
_SEPARATOR = ".."


@dataclass(frozen=True, slots=True)
class Chosen:
    """The definition of a workbook; ``stands_for`` is the official number it was asked for.

    ``is_official`` where figures may be worked by it under its number.
    """

    definition: Definition
    heading: str
    stands_for: str = ""
    is_official: bool = False


@dataclass(frozen=True, slots=True)
class Over:
    """What stands over each sheet: the number of a project, and its title."""

    reference: str = ""
    project: str = ""


NOTHING_OVER = Over()


@dataclass(frozen=True, slots=True)
class Written:
    """A workbook, and what is known of it."""

    content: bytes
    order: Order


def chosen(definition_id: str) -> Chosen:
    """Return what a workbook is made of for an id.

    Where nothing is worked under an official number, it is the unofficial template of its family,
    and says so on every sheet.

    Raises:
        NotFound: there is no such version, or no template for it.
    """
    entry = find_entry(definition_id)
    if entry is None or is_executable(entry):
        definition, heading = load_definition(definition_id), heading_of(definition_id)
        return Chosen(definition, heading, is_official=entry is not None)
    templates = templates_for(definition_id)
    if not templates:
        raise NotFound(
            f"no source states the relation of {definition_id}, and its family has no template yet",
            code="workbook-no-template",
            about=definition_id,
        )
    return Chosen(load_definition(templates[0]), heading_of(templates[0]), definition_id)


def periods_of(texts: Sequence[str], *, otherwise: Sequence[Period]) -> tuple[Period, ...]:
    """Return the vintages of monitoring periods written as ``2017-03-01..2019-07-31``.

    Args:
        texts: The periods.
        otherwise: What counts where there are none.

    Raises:
        Malformed: one is no period, they overlap, or they are more than thirty.

    >>> [str(each.last) for each in periods_of(["2017-03-01..2018-07-31"], otherwise=())]
    ['2017-12-31', '2018-07-31']
    """
    whole = [_period(each) for each in texts] or otherwise
    vintages = sorted(part for each in whole for _, part in each.by_year())
    years = [each.first.year for each in vintages]
    if len(set(years)) < len(years) or len(years) > YEARS_MAX:
        raise Malformed(
            f"the periods give a calendar year twice, or more than {YEARS_MAX}: a report has one "
            "column for each vintage",
            code="workbook-periods",
            about="period",
        )
    return tuple(vintages)


def ordered(
    of: Chosen,
    *,
    members: Mapping[str, Sequence[str]],
    periods: tuple[Period, ...],
    estimated: Values | None = None,
    measured: Sequence[Values] = (),
    over: Over = NOTHING_OVER,
) -> tuple[Order, tuple[Calculation | None, ...]]:
    """Return an order, and what the engine makes of the values that were given with it.

    Raises:
        Malformed: members, periods or values do not fit; all at once.
    """
    given = [each for each in (estimated, *measured) if each is not None]
    checked = [check_values(of.definition, each) for each in given]
    flat = [{x.parameter.symbol: x.values for x in each.inputs} for each in checked]
    order = Order(
        of.definition,
        members_for(of.definition, _named(members, checked)),
        periods,
        reference=over.reference,
        project=over.project,
        heading=of.heading,
        stands_for=of.stands_for,
        is_official=of.is_official,
        estimated=flat[0] if estimated is not None else _fixed(of.definition, flat),
        measured=tuple(flat[1 if estimated is not None else 0 :]),
        tables={table.symbol: table for each in checked for table in each.tables},
    )
    check_size(order)
    worked = [work(of.definition, each) for each in given]
    plan = [None] if estimated is None else []
    return order, (*plan, *worked)


def _named(
    members: Mapping[str, Sequence[str]], checked: Sequence[Checked]
) -> Mapping[str, Sequence[str]]:
    """Return the names of members: those that were asked for, else those of the values."""
    named = dict(members)
    for each in checked:
        for name, size in each.members.sizes.items():
            names = each.members.names.get(name) or tuple(str(at + 1) for at in range(size))
            if len(named.setdefault(name, names)) != size:
                raise Malformed(
                    f"{name} has {size} members in the values and {len(named[name])} where they "
                    "are named",
                    code="workbook-members",
                    about=name,
                )
    return named


def workbook(
    order: Order,
    worked: tuple[Calculation | None, ...],
    language: str,
    made_on: date | None = None,
) -> Written:
    """Write the workbook of an order; see ``write_workbook``."""
    content = write_workbook(order, language=language, worked=worked, made_on=made_on)
    return Written(content, order)


def _fixed(
    definition: Definition, flat: Sequence[Mapping[str, tuple[Value, ...]]]
) -> Mapping[str, tuple[Value, ...]]:
    """Return what is fixed beforehand, where only measured values were given."""
    if not flat:
        return {}
    return {each.symbol: flat[0][each.symbol] for each in definition.fixed}


def _period(text: str) -> Period:
    try:
        first, last = (date.fromisoformat(each) for each in text.split(_SEPARATOR))
        return Period(first, last)
    except ValueError:
        raise Malformed(
            f"{text!r} is no period; write it as 2017-03-01{_SEPARATOR}2019-07-31",
            code="workbook-period",
            about="period",
        ) from None
