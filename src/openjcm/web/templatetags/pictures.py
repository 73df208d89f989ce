"""How charts and maps are put into a page: the picture, its words, and the same numbers as text."""

from datetime import date
from urllib.parse import urlencode

from django import template
from django.template import Context
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe

from openjcm.measure.basis import Basis
from openjcm.papers.charts import (
    Chart,
    ChartValue,
    chart_title,
    chart_words,
    note_words,
    series_words,
)
from openjcm.papers.charts.swings import end_words, not_varied_sentences, swings_words
from openjcm.papers.maps import WorldMap
from openjcm.papers.words import say
from openjcm.views.methodologies.sensitivity import find_sensitivity

register = template.Library()
_ORIGINS = {
    "notified-by-year": ("figure", "notified"),
    "notified-by-partner": ("figure", "notified"),
    "issued-by-side": ("decisions",),
    "projects-by-partner": ("projects",),
    "registered-by-year": ("projects",),
}


@register.inclusion_tag("web/parts/chart.html", takes_context=True)
def chart_figure(context: Context, chart: Chart, on: date | None = None) -> dict[str, object]:
    """Show a chart with its heading and its table.

    Args:
        context: Of the page.
        chart: What it shows.
        on: The day that the page is of, where its reader chose one.
    """
    language = context["language"]
    day = {"on": on.isoformat()} if on else {}
    address = reverse("chart", args=[language, chart.stem])
    return {
        "language": language,
        "used_bases": context["used_bases"],
        "chart": chart,
        "title": chart_title(language, chart),
        "words": chart_words(language, chart),
        **_drawings(address, day),
        "origin": _origin(language, chart.stem),
        "one_each": all(len(row.values) == 1 for row in chart.rows),
    }


@register.inclusion_tag("web/record/parts/swings.html", takes_context=True)
def swings_figure(context: Context, definition_id: str, basis: Basis) -> dict[str, object]:
    """Show which input moves the worked case of a definition most, with a table.

    Args:
        context: Of the page of the definition, at whose address the picture stands.
        definition_id: Whose case it is.
        basis: How firm its numbers are.
    """
    language, found = context["language"], find_sensitivity(definition_id)
    address = f"{context['here']}/sensitivity.svg"
    return {
        "language": language,
        "used_bases": context["used_bases"],
        "basis": basis,
        "title": say(language, "chart-swings"),
        "words": swings_words(language, found),
        "not_varied": not_varied_sentences(language, found),
        "rows": [
            (each, *(end_words(language, found, end) for end in (each.smaller, each.larger)))
            for each in found.inputs
        ],
        **_drawings(address, {}),
    }


@register.inclusion_tag("web/parts/map.html", takes_context=True)
def map_figure(context: Context, world: WorldMap) -> dict[str, object]:
    """Show a map whose countries are links."""
    return {"language": context["language"], "map": world}


@register.simple_tag
def drawn(world: WorldMap) -> SafeString:
    """Write the picture of a map into the page."""
    return mark_safe(world.svg)  # noqa: S308 - drawn by ourselves; names in it are escaped


@register.simple_tag(takes_context=True)
def chart_series(context: Context, series: str) -> str:
    """Write the name of a series."""
    return series_words(context["language"], series)


@register.simple_tag(takes_context=True)
def chart_note(context: Context, value: ChartValue) -> str:
    """Write what must be said with a value."""
    return note_words(context["language"], value)


def _origin(language: str, stem: str) -> str:
    """Return where the figures of a chart come from; those of goals stand under it."""
    page = _ORIGINS.get(stem)
    return reverse(page[0], args=[language, *page[1:]]) if page else ""


def _drawings(address: str, asked: dict[str, str]) -> dict[str, str]:
    """Return where a picture stands for each page and each ground."""
    return {
        "light": _at(address, asked),
        "dark": _at(address, {**asked, "scheme": "dark"}),
        "narrow": _at(address, {**asked, "size": "narrow"}),
        "narrow_dark": _at(address, {**asked, "scheme": "dark", "size": "narrow"}),
    }


def _at(address: str, asked: dict[str, str]) -> str:
    return f"{address}?{urlencode(asked)}" if asked else address
