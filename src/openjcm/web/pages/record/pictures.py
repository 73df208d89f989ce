"""Charts and maps by themselves, as SVG that loads nothing."""

import hashlib

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from openjcm import store
from openjcm.papers.charts.layout import Size
from openjcm.papers.palette import Scheme
from openjcm.views.methodologies.sensitivity import find_sensitivity
from openjcm.views.methodologies.versions import find_template, known_version
from openjcm.web.days import chosen_day
from openjcm.web.pages.record.asking import choice, text
from openjcm.web.pictures import (
    chart_of,
    chart_picture,
    partners_picture,
    projects_picture,
    swings_picture,
)


@require_safe
def chart(request: HttpRequest, language: str, stem: str) -> HttpResponse:
    """Give a chart for a light or dark page, wide or narrow."""
    shown = chart_of(store.reader(), stem, chosen_day(text(request, "on")))
    size = choice(request, "size", Size, Size.WIDE)
    return _picture(chart_picture(shown, language, _scheme(request), size), language)


@require_safe
def partners_map(request: HttpRequest, language: str) -> HttpResponse:
    """Give the map of the countries that had signed by the end of a day."""
    on = chosen_day(text(request, "on"))
    drawn = partners_picture(store.reader(), on, language, _scheme(request))
    return _picture(drawn.svg.encode(), language)


@require_safe
def projects_map(request: HttpRequest, language: str) -> HttpResponse:
    """Give the map of the projects of each partner country."""
    on = chosen_day(text(request, "on"))
    drawn = projects_picture(store.reader(), on, language, _scheme(request))
    return _picture(drawn.svg.encode(), language)


@require_safe
def version_swings(request: HttpRequest, language: str, number: str, version: str) -> HttpResponse:
    """Give the picture of which input moves the worked case of a version most."""
    return _swings(request, language, known_version(number, version))


@require_safe
def template_swings(request: HttpRequest, language: str, template_id: str) -> HttpResponse:
    """Give the picture of which input moves the worked case of a template most."""
    return _swings(request, language, find_template(template_id).template.id)


def _swings(request: HttpRequest, language: str, definition_id: str) -> HttpResponse:
    size = choice(request, "size", Size, Size.WIDE)
    found = find_sensitivity(definition_id)
    return _picture(swings_picture(found, language, _scheme(request), size), language)


def _scheme(request: HttpRequest) -> Scheme:
    return choice(request, "scheme", Scheme, Scheme.LIGHT)


def _picture(content: bytes, language: str) -> HttpResponse:
    response = HttpResponse(content, content_type="image/svg+xml; charset=utf-8")
    response["Content-Language"] = language
    response["ETag"] = f'"{hashlib.sha256(content).hexdigest()[:32]}"'
    return response
