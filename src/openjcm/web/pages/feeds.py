"""The feed of decisions as Atom (RFC 4287), in both languages.

What was entered last stands first; of what was entered on one day, the latest decision. A decision
without a published day stands behind those that have one.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID, uuid5

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.template.loader import render_to_string
from django.urls import reverse
from django.views.decorators.http import require_safe

from openjcm import store
from openjcm.papers.exports.csv_file import instant
from openjcm.papers.words import LANGUAGES, say_day, say_number
from openjcm.views.figures import Figure, Source
from openjcm.views.record.decision import Decision, DecisionLine
from openjcm.views.record.tables.quantities import all_decisions
from openjcm.web.addresses import origin
from openjcm.web.days import day_in_japan
from openjcm.web.pages.answers import tagged
from openjcm.web.rendering import words

# The page that an entry leads to.
_PAGE = "decision"
_SHOWN = 50
_NAMESPACE = UUID("6f70656e-6a63-4d2d-8000-000000000004")
# Where the record is empty: before anything could have been recorded.
_NEVER = "2013-01-01T00:00:00.000Z"


@dataclass(frozen=True, slots=True)
class Entry:
    """A decision as the feed tells it; ``id`` is the same in every language and for good.

    ``published`` is the beginning of the decision's day in Japan; empty where none was printed.
    """

    id: str
    title: str
    updated: str
    published: str
    address: str
    twins: tuple[tuple[str, str], ...]
    lines: tuple[str, ...]


@require_safe
def decisions(request: HttpRequest, language: str) -> HttpResponseBase:
    """Give the published decisions, those first that were entered last."""
    found = sorted(all_decisions(store.reader()), key=_place, reverse=True)
    last = max((each.recorded_at for each in found), default=None)
    others = [other for other in LANGUAGES if other != language]
    body = render_to_string(
        "web/decisions.atom",
        {
            "language": language,
            "id": _urn("feed", language),
            "updated": instant(last) if last else _NEVER,
            "here": origin(request) + request.path,
            "home": origin(request) + reverse("home", args=[language]),
            "twins": [(each, _feed(request, each)) for each in others],
            "entries": [_entry(request, each, language) for each in found[:_SHOWN]],
        },
    )
    return tagged(request, body.encode(), "application/atom+xml; charset=utf-8")


def _place(decision: Decision) -> tuple[date, date, str]:
    entered = day_in_japan(decision.recorded_at)
    return entered, decision.day or date.min, decision.key


def _entry(request: HttpRequest, decision: Decision, language: str) -> Entry:
    host = getattr(decision.host, f"name_{language}")
    return Entry(
        id=_urn("decision", decision.key),
        title=words(language, "feed-entry", host=host, decision=decision.key),
        updated=instant(decision.recorded_at),
        published=f"{decision.day}T00:00:00+09:00" if decision.day else "",
        address=_page(request, decision.key, language),
        twins=tuple(
            (each, _page(request, decision.key, each)) for each in LANGUAGES if each != language
        ),
        lines=tuple(_lines(decision, language)),
    )


def _lines(decision: Decision, language: str) -> Iterator[str]:
    if decision.day:
        day = say_day(language, decision.day)
        yield words(language, f"feed-day-{decision.day_is}", day=day)
    else:
        yield words(language, "feed-no-day")
    projects = tuple(dict.fromkeys(each for line in decision.lines for each in line.projects))
    named = _projects(projects, decision.unnamed, language)
    yield words(language, "feed-projects", projects=named)
    yield _figure(language, "notified", decision.notified)
    yield _figure(language, "goj-will-acquire", decision.goj)
    if decision.notified.amount is None:
        yield from (_part(line, language) for line in decision.lines if line.notified.amount)
    yield words(language, "feed-sources", sources=_sources(decision.sources, language))


def _sources(sources: Sequence[Source], language: str) -> str:
    """Return the addresses, and of each that is not official what it is."""
    said = []
    for each in sources:
        kind = each.kind if each.kind != "official" else ""
        said.append(each.url)
        if kind:
            said.append(words(language, "brackets", text=words(language, f"source-kind-{kind}")))
    return " ".join(said)


def _part(line: DecisionLine, language: str) -> str:
    """Say what is known of a line where the whole is not."""
    figures = (("notified", line.notified), ("goj-will-acquire", line.goj))
    said = (_figure(language, measure, figure) for measure, figure in figures)
    return " · ".join([_projects(line.projects, line.unnamed, language), *said])


def _projects(named: Sequence[str], unnamed: int, language: str) -> str:
    """Name projects by their numbers, and say how many have none."""
    without = [words(language, "unnamed-projects", count=unnamed)] if unnamed else []
    return ", ".join([*named, *without])


def _figure(language: str, measure: str, figure: Figure) -> str:
    label = words(language, measure)
    if figure.amount is None:
        return words(language, "feed-blank", measure=label)
    amount = words(language, "tonnes", amount=say_number(language, figure.amount))
    basis = words(language, f"basis-{figure.basis}")
    return words(language, "feed-figure", measure=label, amount=amount, basis=basis)


def _page(request: HttpRequest, key: str, language: str) -> str:
    return origin(request) + reverse(_PAGE, args=[language, key])


def _feed(request: HttpRequest, language: str) -> str:
    return origin(request) + reverse("decisions-feed", args=[language])


def _urn(kind: str, key: str) -> str:
    """Return an id that needs no address: the same wherever the record is served."""
    return f"urn:uuid:{uuid5(_NAMESPACE, f'{kind}/{key}')}"
