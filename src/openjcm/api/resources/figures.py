"""Figures of the record as a whole: measures, totals, goals, and the allocation workbench."""

from typing import Any

from django.http import HttpRequest
from ninja import Query, Router
from pydantic import Field

from openjcm.api.answers import REFUSALS
from openjcm.api.asked import Asked, Country, Day, Year
from openjcm.api.schemas import list_of, schema_of
from openjcm.store import reader
from openjcm.views.measures import Measures
from openjcm.views.measures import measures as five
from openjcm.views.record.addends import Summed, SummedFigure, summed_figure
from openjcm.views.record.progress import Progress, progress
from openjcm.views.record.state import day_of_question
from openjcm.views.record.totals import Grouping, Total
from openjcm.views.record.totals import totals as added_up
from openjcm.views.record.workbench import Workbench, allocation_workbench

router = Router(tags=["figures"])


class TotalsQuestion(Asked):
    """By what totals are grouped."""

    by: Grouping = Field(Grouping.ALL, description="One group, or one a country or a year.")


class FigureQuestion(Asked):
    """Of which decisions."""

    partner: Country | None = Field(None, description="Of this partner country (ISO 3166).")
    year: Year | None = Field(None, description="Of the decisions filed in this year.")
    until: Day | None = Field(None, description="Of the decisions filed up to this day.")


class GoalsQuestion(Asked):
    """As of which day."""

    on: Day | None = Field(
        None,
        description="Goals in force and figures known on this day; today, also for a day to come.",
    )


@router.get("/measures", response={200: schema_of(Measures), **REFUSALS}, operation_id="measures")
def measures(request: HttpRequest) -> Any:
    """Return the five measures of tonnes of the published record; they are never added."""
    return five(reader())


@router.get("/totals", response={200: list_of(Total), **REFUSALS}, operation_id="totals")
def totals(request: HttpRequest, asked: Query[TotalsQuestion]) -> Any:
    """Return totals of the published measures; what is not published is counted, never zero."""
    return list(added_up(reader(), asked.by))


@router.get(
    "/figures/{measure}", response={200: schema_of(SummedFigure), **REFUSALS}, operation_id="figure"
)
def figure(request: HttpRequest, measure: Summed, asked: Query[FigureQuestion]) -> Any:
    """Return where a total comes from: every amount in it, and every decision without one."""
    return summed_figure(
        reader(), measure, partner=asked.partner, year=asked.year, until=asked.until
    )


@router.get("/goals", response={200: schema_of(Progress), **REFUSALS}, operation_id="goals")
def goals(request: HttpRequest, asked: Query[GoalsQuestion]) -> Any:
    """Return policy goals and published progress: expected reductions, never set beside credits."""
    record = reader()
    return progress(record, day_of_question(record, asked.on))


@router.get(
    "/allocation-workbench",
    response={200: list_of(Workbench), **REFUSALS},
    operation_id="allocation-workbench",
)
def workbench(request: HttpRequest) -> Any:
    """Return every published share against every rule that could have made it."""
    return list(allocation_workbench(reader()))
