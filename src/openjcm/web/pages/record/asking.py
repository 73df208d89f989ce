"""What readers put into an address: filters and cursors, read once and said back in links."""

from collections.abc import Collection, Mapping
from enum import StrEnum
from typing import TypeVar
from urllib.parse import urlencode

from django.http import HttpRequest

from openjcm.measure.errors import Malformed
from openjcm.rulebook import all_partners

Choice = TypeVar("Choice", bound=StrEnum)
_TRUE, _FALSE = "yes", "no"
_YEAR_DIGITS = 4
_COUNT_DIGITS = 9


def text(request: HttpRequest, name: str) -> str | None:
    """Return what was asked under a name, None where nothing was."""
    return request.GET.get(name, "").strip() or None


def year(request: HttpRequest, name: str = "year") -> int | None:
    """Return a calendar year.

    Raises:
        Malformed: it is none.
    """
    asked = text(request, name)
    if asked is None:
        return None
    if not asked.isdecimal() or len(asked) != _YEAR_DIGITS:
        raise Malformed(
            f"{name}: {asked!r} is not a year; write it as 2022", code="year-unreadable", about=name
        )
    return int(asked)


def number(request: HttpRequest, name: str) -> int:
    """Return a count from nought up; nought where nothing was asked.

    Raises:
        Malformed: it is none.
    """
    asked = text(request, name) or "0"
    if not asked.isdecimal() or len(asked) > _COUNT_DIGITS:
        raise Malformed(
            f"{name}: {asked!r} is not a count; write it as 200",
            code="count-unreadable",
            about=name,
        )
    return int(asked)


def choice(request: HttpRequest, name: str, of: type[Choice], default: Choice) -> Choice:
    """Return one of several choices.

    Raises:
        Malformed: it is none of them.
    """
    asked = text(request, name)
    if asked is None:
        return default
    try:
        return of(asked)
    except ValueError as error:
        raise Malformed(
            f"{name}: {asked!r} is not one of {', '.join(of)}", code="choice-unknown", about=name
        ) from error


def known(request: HttpRequest, name: str, of: Collection[str]) -> str | None:
    """Return one of the words that are known, None where nothing was asked.

    Raises:
        Malformed: it is none of them.
    """
    asked = text(request, name)
    if asked is not None and asked not in of:
        raise Malformed(
            f"{name}: {asked!r} is not one of {', '.join(of)}", code="choice-unknown", about=name
        )
    return asked


def partner(request: HttpRequest) -> str | None:
    """Return the partner country that a list is asked for.

    Raises:
        Malformed: there is no such partner country.
    """
    asked = text(request, "partner")
    codes = [each.iso2 for each in all_partners()]
    return asked.upper() if asked and asked.upper() in codes else known(request, "partner", codes)


def yes_or_no(request: HttpRequest, name: str) -> bool | None:
    """Return a yes, a no, or None where nobody asked.

    Raises:
        Malformed: it is neither.
    """
    asked = text(request, name)
    if asked in (None, _TRUE, _FALSE):
        return None if asked is None else asked == _TRUE
    raise Malformed(f"{name}: write {_TRUE} or {_FALSE}", code="choice-unknown", about=name)


def query(asked: Mapping[str, str | None], **changed: str | None) -> str:
    """Return the tail of an address with these filters; what is None is left out.

    >>> query({"partner": "BD", "year": None}, cursor="x")
    '?partner=BD&cursor=x'
    """
    said = {name: value for name, value in {**asked, **changed}.items() if value}
    return f"?{urlencode(said)}" if said else ""
