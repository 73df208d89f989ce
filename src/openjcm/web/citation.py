"""How a page is cited: its address, the day, and the state of the record that it was read in.

``?cited=2026-11-27.59eb4cb3de1c`` names day and state together, so that neither is cited
without the other. Such an address always shows the record of today, and says whether the
record has changed since; earlier versions of a fact stand on the page of the fact.
"""

import re
from dataclasses import dataclass
from datetime import date

from django.http import HttpRequest
from django.utils.encoding import escape_uri_path

from openjcm.measure.errors import Malformed
from openjcm.views.record.state import State
from openjcm.web.addresses import origin
from openjcm.web.days import ON, day_in_japan, today

PARAMETER = "cited"
# Of an address that carries what a reader typed into a form: that is cited by nobody.
TYPED = "try"
# As many letters of a state as tell two states apart.
_LETTERS = 12
_SAID = re.compile(rf"^(\d{{4}}-\d{{2}}-\d{{2}})\.([0-9a-f]{{{_LETTERS}}})$")


@dataclass(frozen=True, slots=True)
class Standing:
    """A day, and the state in which the record stood on it."""

    day: date
    state: str

    def __str__(self) -> str:
        """Return how an address carries it."""
        return f"{self.day.isoformat()}.{self.state}"


@dataclass(frozen=True, slots=True)
class Citation:
    """How this page is cited now; ``cited`` is what its address was cited with, if it was."""

    address: str
    now: Standing
    cited: Standing | None

    @property
    def has_changed(self) -> bool:
        """Whether the record stands in another state than when this was cited."""
        return self.cited is not None and self.cited.state != self.now.state


def standing_of(state: State) -> Standing:
    """Return today and the state of the record, as pages say them."""
    return Standing(today(), state.head[:_LETTERS])


def citation_of(request: HttpRequest, state: State, about_day: date | None = None) -> Citation:
    """Return how a page is cited in a state of the record.

    Args:
        request: Of the page; what it asks for is kept.
        state: Of the record.
        about_day: The day that the page is about, so that it is about the same one later, even
            where the reader chose none, or one that had not come.

    Raises:
        Malformed: the address carries a day and a state that this record cannot have had.
    """
    now = standing_of(state)
    plain = address_of(request, about_day)
    joint = "&" if "?" in plain else "?"
    return Citation(f"{plain}{joint}{PARAMETER}={now}", now, _cited(request, state, now))


def address_of(request: HttpRequest, about_day: date | None = None) -> str:
    """Return the permanent address of a page, whether or not it was cited.

    Args:
        request: Of the page.
        about_day: The day that the page is about, which the address then names.
    """
    query, path = plain_query(request, about_day), escape_uri_path(request.path)
    return origin(request) + (f"{path}?{query}" if query else path)


def plain_query(request: HttpRequest, about_day: date | None = None) -> str:
    """Return what an address asks, without what it was cited with; of a day, if there is one.

    What was typed into a form is left out.
    """
    asked = request.GET.copy()
    asked.pop(PARAMETER, None)
    if TYPED in asked:
        asked.clear()
    if about_day:
        asked[ON] = about_day.isoformat()
    return asked.urlencode()


def _cited(request: HttpRequest, state: State, now: Standing) -> Standing | None:
    said = request.GET.get(PARAMETER)
    if said is None:
        return None
    cited = _read(said)
    if cited is None or cited.day > now.day:
        raise Malformed(
            f"{PARAMETER}: {said!r} is not a day up to today and a state; write it as {now}",
            code="citation-unreadable",
            about=PARAMETER,
        )
    _could_stand(cited, now, state)
    return cited


def _could_stand(cited: Standing, now: Standing, state: State) -> None:
    """Refuse a state that cannot have stood on the day beside it.

    The state changes with every record: with none since that day it was then what it is now,
    and before its newest record it was another.
    """
    newest = day_in_japan(state.at) if state.at else None
    if cited.state != now.state and (newest is None or newest < cited.day):
        raise Malformed(
            f"{PARAMETER}: this record was not in the state {cited.state} on {cited.day}; "
            f"it has stood in the state {now.state} since before that day",
            code="state-unknown",
            about=PARAMETER,
        )
    if cited.state == now.state and newest is not None and cited.day < newest:
        raise Malformed(
            f"{PARAMETER}: this record was not in the state {cited.state} on {cited.day}; "
            f"it came into it on {newest}",
            code="state-unknown",
            about=PARAMETER,
        )


def _read(said: str) -> Standing | None:
    found = _SAID.match(said)
    if found is None:
        return None
    try:
        return Standing(date.fromisoformat(found.group(1)), found.group(2))
    except ValueError:
        return None
