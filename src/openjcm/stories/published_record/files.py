"""The files of published facts, read: each row with its sources, everything wrong at once.

In: ``sources.toml``, ``projects.csv`` with ``project_notes.toml``, ``methodologies.csv``,
``decisions/*.toml``, ``progress.toml``; partner countries and goals come from the rulebook.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any

from openjcm.actions.record.published_fact_check import faults_of, faults_of_key
from openjcm.actions.request import json_value
from openjcm.cycle import day_of
from openjcm.measure.errors import Finding, Malformed
from openjcm.rulebook import all_goals, all_partners
from openjcm.stories.published_record.fact import PublishedFact
from openjcm.stories.published_record.fitting import dangling, too_late
from openjcm.stories.published_record.folder import FactFolder, Place, Table, listed

JAPAN = "JP"
_STATUSES = ("validation", "registered", "registration-request-withdrawn")
_PROJECT = (
    *("reference_no", "title_en", "status", "registered_on"),
    *("host_participants", "japanese_participants", "methodologies", "sources"),
)
_PLAIN = (
    *("status", "title_en", "title_basis", "sectoral_scope", "scope_basis", "technology"),
    *("proponent", "formula_evidence"),
)
_LISTS = ("versions", "proposed_numbers")
_DAYS = ("public_inputs_first", "public_inputs_last")
_METHODOLOGY = ("number", *_PLAIN, *_LISTS, *_DAYS, "approvals", "addresses")
_NOTES = ("title_ja", "funding", "expected_per_year")


@cache
def shipped_facts() -> tuple[PublishedFact, ...]:
    """Return the published facts that come with the installation."""
    return read_facts(files("openjcm.stories.published_record"))


def read_facts(folder: Place) -> tuple[PublishedFact, ...]:
    """Return every published fact of a folder, partner countries first.

    Raises:
        Malformed: files are missing, or hold what cannot be read or cannot have been printed;
            each fault with its file, row and field.
    """
    reading = FactFolder(folder)
    facts = (
        *_partners(reading),
        *_goals(reading),
        *_projects(reading),
        *_methodologies(reading),
        *_decisions(reading),
        *_progress(reading),
    )
    unread = {each.place.partition(" ")[0] for each in reading.faults}
    faults = (
        *reading.faults,
        *faults_in(facts),
        *dangling(facts, unread),
        *(too_late(facts, reading.state) if reading.state is not date.min else ()),
    )
    if faults:
        raise Malformed(
            f"{folder}: the facts cannot be entered; faults: {len(faults)}",
            code="facts-unreadable",
            findings=faults,
        )
    return facts


def faults_in(facts: Iterable[PublishedFact]) -> Iterator[Finding]:
    """Yield everything that is wrong with facts, alone and beside each other."""
    hosts = {JAPAN, *(partner.iso2 for partner in all_partners())}
    seen: dict[tuple[str, str], str] = {}
    for each in facts:
        for fault in faults_of(each.fact, each.says):
            yield Finding("published-fact", each.place, fault)
        for fault in faults_of_key(each.fact, each.key) if each.key else ():
            yield Finding("published-fact", each.place, fault)
        if each.partnership not in hosts:
            yield Finding(
                "published-fact", each.place, f"key: {each.partnership!r} is no partner country"
            )
        for side in _sides(each.says):
            if side not in {JAPAN, each.partnership}:
                yield Finding("published-fact", each.place, f"side: {side!r} is no side of this")
        if (each.fact, each.key) in seen:
            first = seen[each.fact, each.key]
            yield Finding(
                "published-fact", each.place, f"key: {each.key} stands in {first} already"
            )
        seen.setdefault((each.fact, each.key), each.place)


def _projects(folder: FactFolder) -> Iterator[PublishedFact]:
    notes = folder.toml("project_notes.toml")
    for place, row in folder.csv("projects.csv", _PROJECT):
        key = row["reference_no"]
        note = _note(folder, key, notes.pop(key, {}))
        says = {
            **{name: text for name in ("title_en", "status") if (text := row[name])},
            **{name: note[name] for name in _NOTES if name in note},
            "registered_on": folder.day(row["registered_on"], place, "registered_on"),
            "host_participants": listed(row["host_participants"]),
            "japanese_participants": listed(row["japanese_participants"]),
            "methodologies": listed(row["methodologies"]),
            "sources": folder.cited([*listed(row["sources"]), *note.get("sources", ())], place),
        }
        if row["status"] not in _STATUSES:
            folder.fault(place, f"status: {row['status']!r} is not one of {', '.join(_STATUSES)}")
        on = date.fromisoformat(says["registered_on"]) if says["registered_on"] else folder.state
        yield _fact(key[:2], "project", key, on, says, place)
    # A row that cannot be read may be the one that the notes are about.
    is_whole = not any(each.place.startswith("projects.csv") for each in folder.faults)
    for key in notes if is_whole else ():
        folder.fault(f"project_notes.toml {key}", "is no project of projects.csv")


def _note(folder: FactFolder, key: str, note: object) -> Table:
    place = f"project_notes.toml {key}"
    if not isinstance(note, dict):
        folder.fault(place, "is not a table of notes")
        return {}
    for name in note.keys() - {*_NOTES, "sources"}:
        folder.fault(place, f"{name}: is not a field here; they are {', '.join(_NOTES)}, sources")
    return {**note, "sources": _names(folder, note.get("sources", []), place)}


def _methodologies(folder: FactFolder) -> Iterator[PublishedFact]:
    for place, row in folder.csv("methodologies.csv", _METHODOLOGY):
        approvals = _approvals(folder, row["approvals"], place)
        says = {
            **{name: text for name in _PLAIN if (text := row[name])},
            **{name: listed(row[name]) for name in _LISTS},
            **{name: folder.day(row[name], place, name) for name in _DAYS},
            "approvals": approvals,
            "sources": folder.cited_by_address(row["addresses"].split(), place),
        }
        on = max(map(date.fromisoformat, approvals.values()), default=folder.state)
        yield _fact(row["number"][:2], "methodology", row["number"], on, says, place)


def _approvals(folder: FactFolder, text: str, place: str) -> dict[str, str]:
    parts = (part.partition("=") for part in listed(text))
    found = ((version, folder.day(on, place, "approvals")) for version, _, on in parts)
    return {version: day for version, day in found if day}


def _decisions(folder: FactFolder) -> Iterator[PublishedFact]:
    for name in folder.names("decisions", ".toml"):
        file = f"decisions/{name}"
        for number, row in enumerate(folder.tables(file, "decision"), start=1):
            key, place = _key(folder, row, f"{file} row {number}")
            says = json_value({k: v for k, v in row.items() if k not in ("key", "line")})
            says["lines"] = json_value(row.get("line", []))
            mine = _names(folder, row.get("sources", []), place)
            says["sources"] = folder.cited([*mine, *_sources_of(row)], place)
            host = name.removesuffix(".toml")
            yield _fact(host, "issuance-decision", key, _filed(says, folder), says, place)


def _progress(folder: FactFolder) -> Iterator[PublishedFact]:
    file = "progress.toml"
    for number, row in enumerate(folder.tables(file, "progress"), start=1):
        key, place = _key(folder, row, f"{file} row {number}")
        says = {k: v for k, v in row.items() if k not in ("key", "source")}
        says["sources"] = folder.cited([row.get("source", "")], place)
        state = row.get("state")
        on = state if type(state) is date else folder.state
        yield _fact(JAPAN, "progress", key, on, says, place)


def _key(folder: FactFolder, row: Table, place: str) -> tuple[str, str]:
    key = row.get("key")
    if isinstance(key, str) and key:
        return key, f"{place} {key}"
    folder.fault(place, "key: is missing")
    return "", place


def _names(folder: FactFolder, names: object, place: str) -> list[str]:
    if isinstance(names, list) and all(isinstance(name, str) for name in names):
        return names
    folder.fault(place, f"sources: {names!r} is not a list of names")
    return []


def _filed(says: Table, folder: FactFolder) -> date:
    """Return the legal day of a decision; a day that is none is a fault of its own."""
    try:
        return day_of(says) or folder.state
    except (TypeError, ValueError):
        return folder.state


def _sources_of(row: Table) -> list[str]:
    """Return the sources that the amounts of a decision name, beside its own."""
    lines = row.get("line", [])
    parts = [row.get("total"), *(lines if isinstance(lines, list) else [])]
    named: list[object] = []
    for part in parts:
        if isinstance(part, dict):
            named.append(part.get("source"))
            of = part.get("source_of")
            named += of.values() if isinstance(of, dict) else []
    return [name for name in named if isinstance(name, str)]


def _sides(says: Table) -> Iterator[str]:
    """Yield the sides that a decision speaks of."""
    lines = says.get("lines")
    parts: Sequence[object] = [says.get("total"), *(lines if isinstance(lines, list) else [])]
    for part in parts:
        for name in ("sides", "holders"):
            found = part.get(name) if isinstance(part, dict) else None
            for side in found if isinstance(found, list) else []:
                if isinstance(side, dict) and isinstance(side.get("side"), str):
                    yield side["side"]


def _fact(host: str, fact: str, key: str, on: date, says: Table, place: str) -> PublishedFact:
    return PublishedFact(host, fact, key, on, _present(says), place)


def _partners(folder: FactFolder) -> Iterator[PublishedFact]:
    for partner in all_partners():
        names = ("iso3", "order", "signed_on", "known", "zones", "note")
        says = {name: getattr(partner, name) for name in names if getattr(partner, name)}
        place = f"rulebook {partner.iso2}"
        addresses = dict.fromkeys((partner.source, partner.membership_source))
        followed = [url for url in addresses if url.startswith("http")]
        says |= {"title_en": partner.name_en, "title_ja": partner.name_ja}
        says["day_from"] = partner.source
        says["sources"] = folder.cited_by_address(followed, place)
        yield _fact(partner.iso2, "partner", partner.iso2, partner.signed_on, says, place)


def _goals(folder: FactFolder) -> Iterator[PublishedFact]:
    for goal in all_goals():
        names = ("million_tonnes", "fiscal_year", "since", "known", "text_en", "text_ja")
        says = {name: getattr(goal, name) for name in names}
        key = f"FY{goal.fiscal_year}"
        says["sources"] = folder.cited_by_address([goal.source], f"rulebook {key}")
        yield _fact(JAPAN, "goal", key, goal.since, says, f"rulebook {key}")


def _present(says: Table) -> dict[str, Any]:
    said: dict[str, Any] = json_value(says)
    return {name: value for name, value in said.items() if value not in (None, "", [], {})}
