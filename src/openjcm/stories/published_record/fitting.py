"""Whether published facts fit each other and the day of their files.

What one fact says by itself is checked where it is recorded; here it is set beside the others: no
decision on a project that no file has, no methodology that nobody listed, and nothing that came
about after the day whose state the files hold.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from openjcm.actions.record.published_fact_shape import SHAPES, misshapen
from openjcm.cycle import JAPAN, projects_of
from openjcm.measure.errors import Finding
from openjcm.rulebook import all_partners
from openjcm.stories.published_record.fact import PublishedFact
from openjcm.stories.published_record.folder import SOURCES

_DAYS = ("decided_on", "announced_on", "issued_on", "registered_on", "state")
# Facts of the rulebook come with the software, whichever files are read.
_OF_FILES = ("project", "methodology", "issuance-decision", "progress")
_VERSION = "_ver"


def dangling(facts: Iterable[PublishedFact], unread: Iterable[str]) -> Iterator[Finding]:
    """Yield each project and methodology that a fact names and no file has.

    Args:
        facts: All facts of a folder.
        unread: The files that have faults: what stands in them is not known.
    """
    found = _readable(facts)
    whole = {"project": "projects.csv", "methodology": "methodologies.csv"}
    known = {
        kind: {(each.partnership, each.key) for each in found if each.fact == kind}
        for kind, file in whole.items()
        if file not in unread
    }
    for each in found:
        for fault in _dangling(each, known):
            yield Finding("published-fact", each.place, fault)


def too_late(facts: Iterable[PublishedFact], state: date) -> Iterator[Finding]:
    """Yield each day of a past event that is after the day whose state the files hold."""
    for each in _readable(facts):
        for place, said in _past(each) if each.fact in _OF_FILES else ():
            day = _day(said)
            if day and day > state:
                yield Finding(
                    "published-fact",
                    each.place,
                    f"{place}: {said} is after {state}, the state of these files; put one of them"
                    f" right ({SOURCES}, state)",
                )


def _readable(facts: Iterable[PublishedFact]) -> tuple[PublishedFact, ...]:
    """Return the facts that can be looked into; the others have faults of their own."""
    hosts = {JAPAN, *(partner.iso2 for partner in all_partners())}
    return tuple(
        each
        for each in facts
        if each.partnership in hosts and not list(misshapen(each.says, SHAPES[each.fact]))
    )


def _day(said: object) -> date | None:
    """Return a day, of a year its first; None where it is neither, which is a fault of its own."""
    try:
        return date(said, 1, 1) if type(said) is int else date.fromisoformat(str(said))
    except ValueError:
        return None


def _dangling(each: PublishedFact, known: Mapping[str, set[tuple[str, str]]]) -> Iterator[str]:
    projects, methodologies = known.get("project"), known.get("methodology")
    for number, line in enumerate(each.says.get("lines", ()), start=1):
        for project in projects_of(line):
            if projects is not None and (each.partnership, project) not in projects:
                yield f"lines.{number}.projects: {project!r} is no project of {each.partnership}"
    named = each.says.get("methodologies", ()) if each.fact == "project" else ()
    for name in named:
        meant = each.partnership, name.partition(_VERSION)[0]
        if methodologies is not None and meant not in methodologies:
            yield f"methodologies: {name!r} is of no methodology of {each.partnership}"


def _past(each: PublishedFact) -> Iterator[tuple[str, object]]:
    """Yield the days of what has come about, as they were written, with their places."""
    says = each.says
    yield from ((name, says[name]) for name in _DAYS if says.get(name))
    yield "announced_in", says.get("announced_in")
    yield from ((f"approvals.{name}", day) for name, day in says.get("approvals", {}).items())
    parts: list[tuple[str, Mapping[str, Any]]] = [("total", says.get("total") or {})]
    parts += [(f"lines.{n}", line) for n, line in enumerate(says.get("lines", ()), start=1)]
    for place, part in parts:
        yield from _past_of(part, place)


def _past_of(part: Mapping[str, Any], place: str) -> Iterator[tuple[str, object]]:
    yield f"{place}.period.last", (part.get("period") or {}).get("last")
    for side in part.get("sides") or ():
        for name in ("issued_on", "open_on"):
            yield f"{place}.{side.get('side')}.{name}", side.get(name)
