"""Pictures of the site: which answers a chart or a map is drawn from, and the drawing, kept.

Drawing takes a tenth of a second or more, so each picture is drawn once a content and kept
in this process, a bounded number of them.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from functools import lru_cache

from django.urls import reverse

from openjcm.measure.errors import NotFound
from openjcm.papers import charts
from openjcm.papers.charts import STEMS, Chart
from openjcm.papers.charts.drawing import chart_svg
from openjcm.papers.charts.layout import Size
from openjcm.papers.charts.swings import swings_svg
from openjcm.papers.maps import WorldMap, partners_map, projects_map
from openjcm.papers.palette import Scheme
from openjcm.views.methodologies.sensitivity import Sensitivity
from openjcm.views.reader import Reader
from openjcm.views.record.decisions import DecisionFilter, count_decisions, every_decision
from openjcm.views.record.partners import PartnerRow, list_partners
from openjcm.views.record.progress import progress
from openjcm.views.record.projects import ProjectFilter, project_counts, projects_by_country
from openjcm.views.record.totals import Grouping, totals

_CHARTS_KEPT = 96
_MAPS_KEPT = 32


def chart_of(reader: Reader, stem: str, on: date) -> Chart:
    """Return what a chart shows.

    Args:
        reader: Of the record.
        stem: One of ``STEMS``.
        on: The day whose partner countries and goals are meant; other figures are today's.

    Raises:
        NotFound: there is no such chart.
    """
    ask = _ASK.get(stem)
    if ask is None:
        raise NotFound(f"there is no chart {stem!r}", code="no-chart", about=stem)
    return ask(reader, on)


@lru_cache(maxsize=_CHARTS_KEPT)
def chart_picture(chart: Chart, language: str, scheme: Scheme, size: Size) -> bytes:
    """Return the picture of a chart.

    Raises:
        NotFound: the record holds nothing that it could show.
    """
    if not chart.rows:
        raise NotFound("the record has nothing to draw yet", code="nothing-to-draw")
    return chart_svg(chart, language, scheme, size)


@lru_cache(maxsize=_CHARTS_KEPT)
def swings_picture(found: Sensitivity, language: str, scheme: Scheme, size: Size) -> bytes:
    """Return the picture of which input moves the result of a case most."""
    return swings_svg(found, language, scheme, size)


def partners_picture(
    reader: Reader, on: date, language: str, scheme: Scheme = Scheme.LIGHT
) -> WorldMap:
    """Return the map of the countries that had signed by the end of a day."""
    return _partners(list_partners(reader, on), on, language, scheme)


def projects_picture(
    reader: Reader,
    on: date,
    language: str,
    scheme: Scheme = Scheme.LIGHT,
    which: ProjectFilter | None = None,
) -> WorldMap:
    """Return the map of the projects of the countries that had signed by the end of a day.

    Args:
        reader: Of the record.
        on: The day.
        language: Of the names.
        scheme: For a light or a dark page.
        which: Those alone that a reader asked for; all where nothing was.

    Raises:
        Malformed: the filter's words are none that can be searched.
    """
    partners = list_partners(reader, on)
    if which is not None:
        found = projects_by_country(reader, which)
        partners = tuple(replace(each, projects=found.get(each.iso2, 0)) for each in partners)
    return _projects(partners, language, scheme, which is not None)


@lru_cache(maxsize=_MAPS_KEPT)
def _partners(
    partners: tuple[PartnerRow, ...], on: date, language: str, scheme: Scheme
) -> WorldMap:
    return partners_map(partners, on, language, _address(language), scheme)


@lru_cache(maxsize=_MAPS_KEPT)
def _projects(
    partners: tuple[PartnerRow, ...],
    language: str,
    scheme: Scheme,
    filtered: bool,  # noqa: FBT001 - private, one caller in sight
) -> WorldMap:
    return projects_map(partners, language, _address(language), scheme, filtered=filtered)


def _address(language: str) -> Callable[[str], str]:
    return lambda iso2: reverse("partner", args=[language, iso2])


def _issued_by_side(reader: Reader, _: date) -> Chart:
    decisions = every_decision(reader, DecisionFilter(issued=True))
    return charts.issued_by_side(decisions, of=count_decisions(reader))


_ASK: Mapping[str, Callable[[Reader, date], Chart]] = {
    "notified-by-year": lambda reader, _: charts.notified_by_year(totals(reader, Grouping.YEAR)),
    "notified-by-partner": lambda reader, _: charts.notified_by_partner(
        totals(reader, Grouping.COUNTRY)
    ),
    "issued-by-side": _issued_by_side,
    "projects-by-partner": lambda reader, on: charts.projects_by_partner(
        project_counts(reader), list_partners(reader, on)
    ),
    "registered-by-year": lambda reader, _: charts.registered_by_year(project_counts(reader)),
    "goals": lambda reader, on: charts.goals_chart(progress(reader, on)),
}
assert tuple(_ASK) == STEMS, "every chart has its question"
