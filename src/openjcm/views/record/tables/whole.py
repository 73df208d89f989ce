"""Tables of the scheme as a whole and of the record itself: goals, progress, sources, facts."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from openjcm.views.reader import Reader
from openjcm.views.record.decision import sources_of
from openjcm.views.record.facts import list_sources
from openjcm.views.record.progress import goal_of, progress_of
from openjcm.views.record.tables.table import (
    PRINTED,
    Cell,
    Column,
    Row,
    Table,
    Type,
    amount,
    count,
    day,
    figure,
    listed,
    printed,
    record_of,
    standing,
    text,
)

_EVERY = """
SELECT f.partnership, f.fact, f.key, f.body, f.seq, f.recorded_at, f.superseded_at, j.on_day
FROM published_fact f
JOIN journal j ON (j.partnership, j.side, j.seq) = (f.partnership, 'joint', f.seq)
ORDER BY f.fact, f.key, f.recorded_at, f.seq
"""


def _goals(reader: Reader) -> Iterator[Row]:
    for row, says in standing(reader, "goal"):
        goal = goal_of(says)
        yield {
            "goal": row["key"],
            "fiscal_year": goal.fiscal_year,
            **figure("amount", goal.amount),
            "since": goal.since,
            "since_known": goal.known,
            "text_en": goal.text_en,
            "text_ja": goal.text_ja,
            **_printed(row, says),
        }


def _progress(reader: Reader) -> Iterator[Row]:
    for row, says in standing(reader, "progress"):
        found = progress_of(row["key"], says)
        yield {
            "figure": found.key,
            "measure": found.measure,
            "state": found.state,
            **figure("amount", found.amount),
            "about": found.about,
            "at_least": found.at_least,
            "by_year": found.by,
            "projects": found.projects,
            "partners": found.partners,
            "cases": found.cases,
            "remarks": listed(found.remarks),
            **_printed(row, says),
        }


def _sources(reader: Reader) -> Iterator[Row]:
    for each in list_sources(reader):
        source = each.source
        yield {
            "source": source.key,
            "title": source.title,
            "url": source.url,
            "kind": source.kind,
            "state": source.state,
            "licence": source.licence,
            "facts": each.facts,
        }


def _facts(reader: Reader) -> Iterator[Row]:
    for row in reader.rows(_EVERY):
        yield {
            "partnership": row["partnership"],
            "kind": row["fact"],
            "key": row["key"],
            "on_day": row["on_day"],
            "superseded_at": row["superseded_at"],
            "says": json.dumps(row["body"], ensure_ascii=False, sort_keys=True),
            **_printed(row, row["body"]),
        }


def _printed(row: Mapping[str, Any], says: Mapping[str, Any]) -> dict[str, Cell]:
    return printed(sources_of(says), record_of(row), row["recorded_at"])


GOALS = Table(
    "goals",
    (
        text("goal", needed=True),
        count("fiscal_year", "year", needed=True),
        *amount("amount"),
        day("since", needed=True),
        text("since_known", needed=True),
        text("text_en", needed=True),
        text("text_ja", needed=True),
        *PRINTED,
    ),
    ("goal",),
    _goals,
)
PROGRESS = Table(
    "progress",
    (
        text("figure", needed=True),
        text("measure", needed=True),
        day("state", needed=True),
        *amount("amount", needed=False),
        Column("about", Type.YES_NO, needed=True),
        Column("at_least", Type.YES_NO, needed=True),
        count("by_year", "year"),
        count("projects", "project"),
        count("partners", "country"),
        count("cases", "case"),
        text("remarks"),
        *PRINTED,
    ),
    ("figure",),
    _progress,
)
SOURCES = Table(
    "sources",
    (
        text("source", needed=True),
        text("title", needed=True),
        text("url", needed=True),
        text("kind"),
        day("state"),
        text("licence"),
        count("facts", "fact", needed=True),
    ),
    ("source",),
    _sources,
)
FACTS = Table(
    "facts",
    (
        text("partnership", needed=True),
        text("kind", needed=True),
        text("key", needed=True),
        day("on_day", needed=True),
        Column("superseded_at", Type.INSTANT),
        text("says", needed=True),
        *PRINTED,
    ),
    ("record",),
    _facts,
)
