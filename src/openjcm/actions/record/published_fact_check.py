"""What is wrong with a published fact before it is recorded: everything at once.

Reality is entered as it was printed: lines that add up to less than their total, sources that
disagree and blanks are no faults. A fault is what cannot have been printed, or what nobody
could follow; lines that add up to more than their total are no part of it. Sides that do not add
up to their total are entered where a remark says that it was seen (SIDES_DISAGREE).
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import MAXYEAR, MINYEAR, date
from typing import Any
from urllib.parse import urlsplit

from openjcm.actions.record.published_fact_shape import SHAPES, misshapen
from openjcm.cycle import Measure

# What each kind of fact says at least; everything else may be unknown.
NEEDED: Mapping[str, tuple[str, ...]] = {
    "partner": ("title_en", "title_ja", "signed_on"),
    "project": ("title_en",),
    "methodology": ("title_en", "status"),
    "issuance-decision": ("lines",),
    "progress": ("measure", "state"),
    "goal": ("million_tonnes", "fiscal_year", "since"),
}
_DAYS = ("decided_on", "announced_on", "issued_on", "registered_on", "signed_on", "since", "state")
_MORE_DAYS = ("public_inputs_first", "public_inputs_last")
# The remark of a decision, or of its line, whose sides were printed otherwise than their total.
SIDES_DISAGREE = "sides-disagree"
# How the key of a fact is written, by which it is found and named in addresses.
_KEYS: Mapping[str, tuple[str, str]] = {
    "project": (r"[A-Z]{2}\d{3}", "BD002"),
    "methodology": (r"[A-Z]{2}_[AP]M\d{3}", "BD_AM001"),
    "issuance-decision": (r"[A-Z]{2}-[A-Za-z0-9-]+", "BD-2022-03-28"),
}
# Before which of its days a period of a decision is over, and how the sentence says it.
_OVER_BY = {
    "decided_on": "the decision on it",
    "announced_on": "its announcement",
    "issued_on": "its issuance",
}
_BOTH = ("Japan", "the host")
_MEASURES = tuple(measure.value for measure in Measure)
# Whole numbers that no source prints as zero.
_NUMBERS: Mapping[str, tuple[str, ...]] = {
    "partner": ("order",),
    "issuance-decision": ("ordinal",),
    "progress": ("by", "projects", "partners", "cases"),
    "goal": ("million_tonnes", "fiscal_year"),
}


def faults_of(fact: str, says: Mapping[str, Any]) -> Iterator[str]:
    """Yield each fault as a sentence that begins with the field."""
    if fact not in NEEDED:
        yield f"fact: {fact!r} is not one of {', '.join(NEEDED)}"
        return
    faults = list(misshapen(says, SHAPES[fact]))
    yield from faults
    for name in NEEDED[fact]:
        if says.get(name) in (None, "", [], ()):
            yield f"{name}: is missing"
    # What is no table or list where one is needed cannot be looked into.
    if not faults:
        yield from _wrong_values(fact, says)


def faults_of_key(fact: str, key: str) -> Iterator[str]:
    """Yield what is wrong with the key of a fact."""
    form, example = _KEYS.get(fact, (".+", ""))
    if not re.fullmatch(form, key, re.ASCII):
        yield f"key: {key!r} is not written as {example}"


def _wrong_values(fact: str, says: Mapping[str, Any]) -> Iterator[str]:
    for name in (*_DAYS, *_MORE_DAYS):
        yield from _wrong_day(says.get(name), name)
    for version, day in (says.get("approvals") or {}).items():
        yield from _wrong_day(day, f"approvals.{version}")
    for name in ("amount", "expected_per_year"):
        yield from _wrong_amount(says.get(name), name, None)
    for name in _NUMBERS.get(fact, ()):
        yield from _wrong_number(says.get(name), name)
    yield from _wrong_year(says.get("announced_in"), "announced_in")
    yield from _wrong_sources(says.get("sources"))
    known = {source.get("id") for source in says.get("sources") or ()}
    for name in ("total", "totals"):
        total = says.get(name) or {}
        yield from _wrong_number(total.get("projects"), f"{name}.projects")
        yield from _wrong_amounts(total, name, known)
    lines = says.get("lines") or ()
    faults = [fault for line in lines for fault in _wrong_line(line, known)]
    yield from faults
    # A line that is wrong by itself is put right before it is compared with the whole.
    for name in ("total", "totals") if not faults else ():
        yield from _more_than_the_total(says.get(name) or {}, name, lines)
    if fact == "issuance-decision":
        yield from _out_of_order(says)
        yield from _sides_apart(says)


def _out_of_order(says: Mapping[str, Any]) -> Iterator[str]:
    """Yield what came before its decision, and a period that was not over on one of its days."""
    days = {name: day for name in _OVER_BY if (day := _day(says.get(name)))}
    decided = days.get("decided_on")
    parts = list(_parts(says))
    issued = [
        (f"{place}.{side.get('side')}.issued_on", day)
        for place, part in parts
        for side in part.get("sides") or ()
        if (day := _day(side.get("issued_on")))
    ]
    for name, day in [*days.items(), *issued]:
        if decided and day < decided:
            yield f"{name}: {day} is before the decision of {decided}"
    for place, part in parts:
        last = _day((part.get("period") or {}).get("last"))
        early = [name for name, day in days.items() if last and last > day]
        if early:
            what, day = _OVER_BY[early[0]], days[early[0]]
            yield f"{place}.period: ends on {last}, after {what} of {day}"


def _sides_apart(says: Mapping[str, Any]) -> Iterator[str]:
    """Yield the parts whose sides were not notified of the whole, and no remark says so."""
    for place, part in _parts(says):
        notified = [side.get("notified") for side in part.get("sides") or ()]
        whole = part.get("notified")
        known = [each for each in (whole, *notified) if type(each) is int]
        said = (*(says.get("remarks") or ()), *(part.get("remarks") or ()))
        if len(notified) < len(_BOTH) or len(known) <= len(notified) or SIDES_DISAGREE in said:
            continue
        if sum(known[1:]) != whole:
            added = " + ".join(map(str, known[1:]))
            yield (
                f"{place}.sides: both sides were notified of {added}, not of the {whole} of the"
                f" whole; put it right, or say with the remark {SIDES_DISAGREE} that it was"
                " printed so"
            )


def _parts(says: Mapping[str, Any]) -> Iterator[tuple[str, Mapping[str, Any]]]:
    for name in ("total", "totals"):
        if says.get(name):
            yield name, says[name]
    for line in says.get("lines") or ():
        yield _place(line), line


def _day(day: Any) -> str | None:  # noqa: ANN401 - whatever was handed in
    """Return a day that can be read; any other has a fault of its own."""
    return day if day and not list(_wrong_day(day, "")) else None


def _place(line: Mapping[str, Any]) -> str:
    return f"lines.{'+'.join(_projects(line)) or line.get('unnamed', '')}"


def _wrong_line(line: Mapping[str, Any], known: set[str | None]) -> Iterator[str]:
    place = _place(line)
    if not _projects(line) and not line.get("unnamed"):
        yield f"{place}.projects: is missing; name the projects, or say how many as unnamed"
    yield from _wrong_number(line.get("unnamed"), f"{place}.unnamed")
    yield from _wrong_period(line.get("period"), place)
    yield from _wrong_amounts(line, place, known)


def _more_than_the_total(
    total: Mapping[str, Any], name: str, lines: Sequence[Mapping[str, Any]]
) -> Iterator[str]:
    """Yield each printed total that is less than what its lines contain."""
    contained = [dict(_amounts(line)) for line in lines]
    for what, whole in _amounts(total):
        parts = [line[what] for line in contained if what in line]
        if sum(parts) > whole:
            added = " + ".join(map(str, parts))
            yield (
                f"{name}.{what}: the lines add up to {added}, more than the {whole} of the total"
                " that contains them; enter what another source prints of a line as also"
            )


def _amounts(part: Mapping[str, Any]) -> Iterator[tuple[str, int]]:
    """Yield the whole amounts of a total or a line by their fields; a rival is none of them."""
    # Nothing is notified as zero; that is a fault of its own.
    said = [("notified", part.get("notified") or None), ("goj", part.get("goj"))]
    for side in part.get("sides") or ():
        said += [(f"{side.get('side')}.{name}", side.get(name)) for name in ("notified", "issued")]
    said += [(f"{held.get('holder')}", held.get("amount")) for held in part.get("holders") or ()]
    yield from ((name, amount) for name, amount in said if type(amount) is int and amount >= 0)


def _projects(line: Mapping[str, Any]) -> tuple[str, ...]:
    return tuple(line.get("projects") or filter(None, [line.get("project")]))


def _wrong_sources(sources: Any) -> Iterator[str]:  # noqa: ANN401 - whatever was handed in
    if not sources:
        yield "sources: where was it printed? At least one title and URL is needed"
    for number, source in enumerate(sources or (), start=1):
        if not source.get("title"):
            yield f"sources.{number}.title: is missing"
        if not _can_be_followed(source.get("url") or ""):
            yield f"sources.{number}.url: is not an address that can be followed"


def _can_be_followed(url: str) -> bool:
    try:
        said = urlsplit(url)
    except ValueError:
        return False
    return said.scheme in {"http", "https"} and bool(said.netloc)


def _wrong_day(day: Any, place: str) -> Iterator[str]:  # noqa: ANN401 - whatever was handed in
    if day in (None, ""):
        return
    try:
        is_day = date.fromisoformat(day).isoformat() == day
    except (TypeError, ValueError):
        is_day = False
    if not is_day:
        yield f"{place}: {day!r} is not a day; write it as 2022-03-28"


def _wrong_year(year: Any, place: str) -> Iterator[str]:  # noqa: ANN401 - whatever was handed in
    if year is not None and (type(year) is not int or not MINYEAR <= year <= MAXYEAR):
        yield f"{place}: {year!r} is not a year; write it as 2018"


def _wrong_period(period: Mapping[str, Any] | None, place: str) -> Iterator[str]:
    if period is None:
        return
    faults = [
        fault
        for name in ("first", "last")
        for fault in _wrong_day(period.get(name), f"{place}.period.{name}")
    ]
    yield from faults
    first, last = period.get("first"), period.get("last")
    if not faults and first and last and last < first:
        yield f"{place}.period: ends on {last}, before it begins on {first}"


def _wrong_amounts(said: Mapping[str, Any], place: str, sources: set[str | None]) -> Iterator[str]:
    notified = said.get("notified")
    yield from _wrong_amount(notified, f"{place}.notified", None, least=1)
    most = notified if type(notified) is int and notified > 0 else None
    yield from _wrong_amount(said.get("goj"), f"{place}.goj", most)
    for side in said.get("sides") or ():
        where = f"{place}.{side.get('side')}"
        yield from _wrong_amount(side.get("notified"), f"{where}.notified", most)
        told = side.get("notified")
        of_it = told if type(told) is int and told >= 0 else most
        yield from _wrong_amount(side.get("issued"), f"{where}.issued", of_it)
        yield from _wrong_amount(side.get("issued_goj"), f"{where}.issued_goj", of_it)
        yield from _wrong_day(side.get("issued_on"), f"{where}.issued_on")
        yield from _wrong_day(side.get("open_on"), f"{where}.open_on")
        yield from _missing(side, ("side",), where)
    for held in said.get("holders") or ():
        where = f"{place}.{held.get('holder')}"
        yield from _missing(held, ("holder", "amount"), where)
        yield from _wrong_amount(held.get("amount"), where, most)
    for other in said.get("also") or ():
        where = f"{place}.{other.get('measure')}"
        yield from _missing(other, ("measure", "amount", "source"), where)
        yield from _wrong_amount(other.get("amount"), where, None)
        if other.get("measure") not in (None, *_MEASURES):
            yield f"{where}: is not one of {', '.join(_MEASURES)}"
    named = [said.get("source"), *(said.get("source_of") or {}).values()]
    named += [part.get("source") for part in said.get("also") or ()]
    for source in named:
        if source is not None and source not in sources:
            yield f"{place}.source: {source!r} is not among the sources of this fact"


def _wrong_amount(amount: Any, place: str, most: int | None, least: int = 0) -> Iterator[str]:  # noqa: ANN401 - whatever was handed in
    if amount is None:
        return
    if type(amount) is not int or amount < least:
        above = "above zero" if least else "zero or above"
        yield f"{place}: {amount!r} is not a whole number of tonnes {above}"
    elif most is not None and amount > most:
        yield f"{place}: {amount} is more than the {most} of the whole"


def _wrong_number(number: Any, place: str) -> Iterator[str]:  # noqa: ANN401 - whatever was handed in
    if number is not None and (type(number) is not int or number < 1):
        yield f"{place}: {number!r} is not a whole number above zero"


def _missing(said: Mapping[str, Any], names: tuple[str, ...], place: str) -> Iterator[str]:
    for name in names:
        if said.get(name) in (None, ""):
            yield f"{place}.{name}: is missing"
