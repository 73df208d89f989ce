"""The workbook of a version or of a template, for as many members and years as a reader asks.

Bounded: a site answers many; a larger workbook is written by ``openjcm methodology workbook``.
What is asked wrongly comes back in the form, with what to write instead.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from http import HTTPStatus

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.views.decorators.http import require_safe

from openjcm.intake.seats import Seats
from openjcm.measure.errors import Malformed, NotFound
from openjcm.methodology import Definition
from openjcm.methodology.entries import find_entry, templates_for
from openjcm.papers.methodologies.names import set_words
from openjcm.papers.workbooks.asking import YEARS_MAX, Chosen, chosen, ordered, periods_of, workbook
from openjcm.papers.workbooks.order import index_sets, rows_of
from openjcm.views.methodologies.versions import find_template, known_version
from openjcm.web.days import today
from openjcm.web.pages.answers import tagged
from openjcm.web.pages.record.asking import text
from openjcm.web.rendering import page

MEMBERS_MAX = 200
ROWS_MAX = 2_000
MEDIA = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_COUNT, _FIRST, _LAST = "count.", "first", "last"
_TOO_LARGE = "workbook-too-large"
_WIDE_DIGITS = str.maketrans("０１２３４５６７８９－", "0123456789-")  # noqa: RUF001 - what is typed
_DIGITS_MAX = 9
# One at a time in each process: writing keeps a core busy for a second or two.
SEATS = Seats(1)


@dataclass(frozen=True, slots=True)
class FormField:
    """A field: its name, what stands in it, and by a stem what is wrong with that.

    ``set`` is the index set that is counted, in words; empty for a day.
    """

    name: str
    text: str
    set: str = ""
    wrong: str = ""


@dataclass(frozen=True, slots=True)
class WorkbookForm:
    """What a reader may ask of a workbook: the members of its index sets, and the period.

    ``page`` is where the form belongs. ``template`` is the unofficial template that the workbook
    is made of in place of the version; empty where it is made of the definition itself.
    """

    page: str
    template: str
    sets: tuple[FormField, ...]
    days: tuple[FormField, ...]
    is_too_large: bool = False
    most: int = MEMBERS_MAX
    most_rows: int = ROWS_MAX
    most_years: int = YEARS_MAX

    @property
    def address(self) -> str:
        """The address of the file."""
        return f"{self.page}/workbook.xlsx"

    @property
    def wrong(self) -> tuple[FormField, ...]:
        """The fields that cannot be taken."""
        return tuple(each for each in (*self.sets, *self.days) if each.wrong)


def version_form(language: str, number: str, version: str) -> WorkbookForm | None:
    """Return the form beside a version; None where neither it nor a template can be worked."""
    try:
        of = chosen(f"{number}_ver{version}")
    except NotFound:
        return None
    return _form(of, language, reverse("methodology-version", args=[language, number, version]))


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
    address = reverse("methodology-template", args=[language, definition.id])
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


def _form(
    of: Chosen, language: str, address: str, asked: Mapping[str, str] | None = None
) -> WorkbookForm:
    """Return a form with what was asked in it, each field judged."""
    said = {name: each.strip().translate(_WIDE_DIGITS) for name, each in (asked or {}).items()}
    template = of.definition.id if of.stands_for else ""
    counts = [
        FormField(_COUNT + each, said.get(_COUNT + each) or "1", set_words(language, each))
        for each in _asked_sets(of.definition)
    ]
    return WorkbookForm(
        address,
        template,
        tuple(each if _is_count(each.text) else replace(each, wrong="count") for each in counts),
        _days(said.get(_FIRST, ""), said.get(_LAST, "")),
    )


def _file(request: HttpRequest, language: str, of: Chosen) -> HttpResponseBase:
    address = request.path.rpartition("/")[0]
    form = _form(of, language, address, request.GET.dict())
    if form.wrong:
        return _again(request, form)
    members = {each.name: [str(n + 1) for n in range(int(each.text))] for each in form.sets}
    strange = [name for name in request.GET if name.startswith(_COUNT) and name not in members]
    first, last = (each.text for each in form.days)
    try:
        order, worked = ordered(
            of,
            members={
                name.removeprefix(_COUNT): members.get(name, ["1"])
                for name in (*members, *filter(lambda each: text(request, each), strange))
            },
            periods=periods_of([f"{first}..{last}"], otherwise=()),
        )
    except Malformed as error:
        if error.code != _TOO_LARGE:
            raise
        return _again(request, replace(form, is_too_large=True))
    if rows_of(order) > ROWS_MAX:
        return _again(request, replace(form, is_too_large=True))
    with SEATS.one():
        written = workbook(order, worked, language, made_on=today())
    return tagged(request, written.content, MEDIA, name=_name(of, language))


def _again(request: HttpRequest, form: WorkbookForm) -> HttpResponseBase:
    """Show the form once more, with what was asked and what is wrong with it."""
    return page(
        request,
        "record/workbook_asked.html",
        status=HTTPStatus.UNPROCESSABLE_ENTITY,
        workbook=form,
    )


def _asked_sets(definition: Definition) -> tuple[str, ...]:
    """Return the index sets whose members the methodology does not name."""
    named = {each.name for each in definition.indexes if each.members}
    return tuple(each for each in index_sets(definition) if each not in named)


def _is_count(said: str) -> bool:
    is_whole = said.isdecimal() and said.isascii() and len(said) <= _DIGITS_MAX
    return is_whole and 0 < int(said) <= MEMBERS_MAX


def _days(first: str, last: str) -> tuple[FormField, FormField]:
    """Return the period: a whole calendar year where nothing is said, the latest that is over."""
    known = [day for day in map(_day, (first, last)) if day]
    year = known[0].year if known else today().year - 1
    begins, ends = first or f"{year}-01-01", last or f"{year}-12-31"
    days = _day(begins), _day(ends)
    fields = [
        FormField(name, said[:40], wrong="" if day else "day")
        for name, said, day in zip((_FIRST, _LAST), (begins, ends), days, strict=True)
    ]
    if days[0] and days[1] and days[1] < days[0]:
        fields[1] = replace(fields[1], wrong="order")
    elif days[0] and days[1] and days[1].year - days[0].year >= YEARS_MAX:
        fields[1] = replace(fields[1], wrong="years")
    return fields[0], fields[1]


def _day(said: str) -> date | None:
    try:
        return date.fromisoformat(said)
    except ValueError:
        return None


def _name(of: Chosen, language: str) -> str:
    """Name the file as the scheme's documents are named, in letters that every system takes."""
    named = f"{of.stands_for}_by_{of.definition.id}" if of.stands_for else of.definition.id
    return re.sub(r"[^A-Za-z0-9._-]", "_", f"{named}_{language}.xlsx")
