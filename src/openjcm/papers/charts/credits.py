"""Charts of credits: notified by year and by partner country, issued by each side."""

from collections.abc import Iterable, Sequence
from datetime import date

from openjcm.measure.basis import Basis
from openjcm.papers.charts.table import Chart, ChartRow, ChartValue, named_row, year_name
from openjcm.papers.words import say, say_day
from openjcm.views.figures import UNDISCLOSED, Figure
from openjcm.views.record.decision import Decision, SideFigures
from openjcm.views.record.totals import Total

_NOTIFIED = "notified"
_SIDES = ("japan", "partner-country")


def notified_by_year(totals: Sequence[Total]) -> Chart:
    """Return what was notified in each year from the first to the last, then without a day.

    Args:
        totals: By year, as ``totals(reader, Grouping.YEAR)`` gives them.
    """
    found = {total.year: total for total in totals}
    years = [year for year in found if year is not None]
    rows = [
        named_row(str(year), year_name(year), _notified(found.get(year)))
        for year in range(min(years, default=0), max(years, default=-1) + 1)
    ]
    if None in found:
        rows.append(
            named_row(
                "no-day", lambda language: say(language, "chart-no-day"), _notified(found[None])
            )
        )
    return Chart("notified-by-year", "tonnes", (_NOTIFIED,), tuple(rows))


def notified_by_partner(totals: Iterable[Total]) -> Chart:
    """Return what was notified in each partnership that decided, the largest amount first.

    Args:
        totals: By country, as ``totals(reader, Grouping.COUNTRY)`` gives them.
    """
    named = [total for total in totals if total.host]
    # Equal amounts stay in signing order, in which they come.
    named.sort(key=lambda total: -(total.notified.amount or 0))
    rows = tuple(
        ChartRow(total.host.iso2, total.host.name_en, total.host.name_ja, (_notified(total),))
        for total in named
        if total.host
    )
    return Chart("notified-by-partner", "tonnes", (_NOTIFIED,), rows)


def issued_by_side(decisions: Sequence[Decision], of: int) -> Chart:
    """Return what each side issued of every decision of which an amount was published.

    Args:
        decisions: Those that may have an issued amount; the oldest is drawn first.
        of: How many decisions there are in all; those without an amount are left out.
    """
    oldest_first = sorted(decisions, key=lambda each: (each.day or date.max, each.key))
    rows = tuple(row for row in map(_sides_row, oldest_first) if _is_told(row))
    return Chart(
        stem="issued-by-side",
        unit="tonnes",
        series=_SIDES,
        rows=rows,
        left_out=of - len(rows),
    )


def _notified(total: Total | None) -> ChartValue:
    if total is None:
        return ChartValue(_NOTIFIED, None, note="no-decision")
    if not total.notified_unknown:
        return ChartValue(_NOTIFIED, total.notified)
    return ChartValue(
        _NOTIFIED,
        total.notified,
        note=_note(total),
        count=total.without_amount,
        in_part=total.amount_in_part,
        incomplete=True,
    )


def _note(total: Total) -> str:
    if total.notified.amount is None:
        return "only-without-amount"
    if not total.amount_in_part:
        return "without-amount"
    return "without-amount-and-in-part" if total.without_amount else "in-part"


def _is_told(row: ChartRow) -> bool:
    return any(value.figure and value.figure.amount is not None for value in row.values)


def _sides_row(decision: Decision) -> ChartRow:
    values = (_issued(series, number, decision) for number, series in enumerate(_SIDES))
    return named_row(decision.key, lambda language: _decision(language, decision), *values)


def _decision(language: str, decision: Decision) -> str:
    day = say_day(language, decision.day) if decision.day else say(language, "chart-no-day")
    host = str(getattr(decision.host, f"name_{language}"))
    return say(language, "chart-decision", host=host, day=day)


def _issued(series: str, number: int, decision: Decision) -> ChartValue:
    """Return what a side issued: of the whole, or of those lines of which it was published."""
    whole = decision.sides[number]
    if whole.issued.amount is not None:
        return ChartValue(series, whole.issued)
    lines = [line.sides[number] for line in decision.lines]
    known = [side.issued.amount for side in lines if side.issued.amount is not None]
    if known:
        figure = Figure(sum(known), Basis.DERIVED)
        if len(known) == len(lines):
            return ChartValue(series, figure)
        return ChartValue(series, figure, note="partly-published", incomplete=True)
    return _not_issued(series, [whole, *lines])


def _not_issued(series: str, sides: Sequence[SideFigures]) -> ChartValue:
    open_on = max((side.open_on for side in sides if side.open_on), default=None)
    if open_on:
        return ChartValue(series, None, note="not-yet-issued", day=open_on)
    return ChartValue(series, UNDISCLOSED, incomplete=True)
