"""The workbook of a version or of a template, for as many members and years as a reader asks.

Bounded: a site answers many; a larger workbook is written by ``openjcm methodology workbook``.
"""

import re
from dataclasses import dataclass
from datetime import date
from threading import Lock

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.views.decorators.http import require_safe

from openjcm.measure.errors import Malformed, NotFound
from openjcm.methodology import Definition
from openjcm.methodology.entries import find_entry, templates_for
from openjcm.papers.methodologies.names import set_words
from openjcm.papers.workbooks.asking import YEARS_MAX, Chosen, chosen, ordered, periods_of, workbook
from openjcm.papers.workbooks.order import index_sets, rows_of
from openjcm.views.methodologies.versions import find_template, known_version
from openjcm.web.days import day_asked, today
from openjcm.web.pages.answers import tagged
from openjcm.web.pages.record.asking import text

MEMBERS_MAX = 200
ROWS_MAX = 2_000
MEDIA = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_COUNT, _FIRST, _LAST = "count.", "first", "last"
_BY_SHELL = "a larger one is written by `openjcm methodology workbook`"
_writing = Lock()


@dataclass(frozen=True, slots=True)
class WorkbookForm:
    """What a reader may ask of a workbook: the fields of its index sets, and the usual period.

    ``template`` is the unofficial template that it is made of in place of the version; empty
    where it is made of the definition itself.
    """

    address: str
    template: str
    sets: tuple[tuple[str, str], ...]
    first: date
    last: date
    most: int = MEMBERS_MAX


def version_form(language: str, number: str, version: str) -> WorkbookForm | None:
    """Return the form beside a version; None where neither it nor a template can be worked."""
    try:
        of = chosen(f"{number}_ver{version}")
    except NotFound:
        return None
    return _form(of, language, reverse("version-workbook", args=[language, number, version]))


def number_form(language: str, number: str) -> WorkbookForm | None:
    """Return the form of a number of which no version is known; None where it has versions.

    Those have pages of their own.
    """
    entry = find_entry(number)
    if entry is None or not templates_for(number):
        return None
    return _form(chosen(entry.id), language, reverse("number-workbook", args=[language, number]))


def template_form(language: str, definition: Definition | None) -> WorkbookForm | None:
    """Return the form beside a template; None where its definition is not yet written."""
    if definition is None:
        return None
    address = reverse("template-workbook", args=[language, definition.id])
    return _form(chosen(definition.id), language, address)


@require_safe
def of_version(request: HttpRequest, language: str, number: str, version: str) -> HttpResponseBase:
    """Give the workbook of a version, or of the unofficial template in its place."""
    return _file(request, language, chosen(known_version(number, version)))


@require_safe
def of_number(request: HttpRequest, language: str, number: str) -> HttpResponseBase:
    """Give the workbook of the unofficial template for a number of which no version is known."""
    if find_entry(number) is None:
        raise NotFound(
            f"there is no number '{number[:40]}' without versions; the workbook of a version "
            "stands on its page",
            code="no-such-number",
            about=number[:40],
        )
    return _file(request, language, chosen(number))


@require_safe
def of_template(request: HttpRequest, language: str, template_id: str) -> HttpResponseBase:
    """Give the workbook of a template."""
    return _file(request, language, chosen(find_template(template_id).template.id))


def _form(of: Chosen, language: str, address: str) -> WorkbookForm:
    template = of.definition.id if of.stands_for else ""
    sets = tuple((_COUNT + each, set_words(language, each)) for each in _asked_sets(of.definition))
    return WorkbookForm(address, template, sets, *_period(None, None))


def _file(request: HttpRequest, language: str, of: Chosen) -> HttpResponseBase:
    first, last = _period(
        day_asked(text(request, _FIRST), _FIRST), day_asked(text(request, _LAST), _LAST)
    )
    if not first <= last:
        raise Malformed(
            f"{_LAST}: the period ends on {last}, before its first day {first}",
            code="workbook-period",
            about=_LAST,
        )
    if last.year - first.year >= YEARS_MAX:
        raise Malformed(
            f"{_LAST}: a workbook of the site has at most {YEARS_MAX} calendar years",
            code="workbook-periods",
            about=_LAST,
        )
    order, worked = ordered(
        of,
        members={name.removeprefix(_COUNT): _members(request, name) for name in _counts(request)},
        periods=periods_of([f"{first}..{last}"], otherwise=()),
    )
    if (rows := rows_of(order)) > ROWS_MAX:
        raise Malformed(
            f"the workbook would have about {rows} rows, and the site writes at most {ROWS_MAX}: "
            f"ask for fewer members or years; {_BY_SHELL}",
            code="workbook-too-large",
            about=of.definition.id,
        )
    # One at a time in each process: writing keeps a core busy for a second or two.
    with _writing:
        written = workbook(order, worked, language, made_on=today())
    return tagged(request, written.content, MEDIA, name=_name(of, language))


def _asked_sets(definition: Definition) -> tuple[str, ...]:
    """Return the index sets whose members the methodology does not name."""
    named = {each.name for each in definition.indexes if each.members}
    return tuple(each for each in index_sets(definition) if each not in named)


def _counts(request: HttpRequest) -> list[str]:
    return [name for name in request.GET if name.startswith(_COUNT) and text(request, name)]


def _members(request: HttpRequest, name: str) -> list[str]:
    asked = text(request, name) or ""
    if not (asked.isdecimal() and asked.isascii()) or not 0 < int(asked[:9]) <= MEMBERS_MAX:
        raise Malformed(
            f"{name}: {asked[:40]!r} is not a number from 1 to {MEMBERS_MAX}; {_BY_SHELL}",
            code="count-unreadable",
            about=name,
        )
    return [str(at + 1) for at in range(int(asked))]


def _period(first: date | None, last: date | None) -> tuple[date, date]:
    """Return the period: a whole calendar year where nothing is said, the latest that is over."""
    known = first or last
    year = known.year if known else today().year - 1
    return first or date(year, 1, 1), last or date(year, 12, 31)


def _name(of: Chosen, language: str) -> str:
    """Name the file as the scheme's documents are named, in letters that every system takes."""
    named = f"{of.stands_for}_by_{of.definition.id}" if of.stands_for else of.definition.id
    return re.sub(r"[^A-Za-z0-9._-]", "_", f"{named}_{language}.xlsx")
