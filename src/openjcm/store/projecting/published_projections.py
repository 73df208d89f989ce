"""What follows from a published fact: its history, the tables that pages ask, and search.

A newer fact of the same key takes the place of the older one, which stays with its days.
It never decides; what a decision says in figures is worked out by ``cycle``.
"""

import json
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import psycopg

from openjcm.article6 import vintages_of
from openjcm.cycle import (
    PublishedAmount,
    QuantityPart,
    amounts_of,
    day_of,
    issued_in_japan,
    parts_of,
    projects_of,
    unnamed_in,
    unnamed_of,
)
from openjcm.measure.words import words_of
from openjcm.rulebook import all_partners
from openjcm.store.canonical import Record
from openjcm.store.projecting.rows import insert_row
from openjcm.store.projecting.technologies import japanese_for

Connection = psycopg.Connection[dict[str, Any]]
Says = Mapping[str, Any]
_JAPAN = "JP"
_FINDABLE = {"issuance-decision": "decision"}


def project_published_fact(connection: Connection, record: Record) -> None:
    """Change the public tables by one published fact."""
    body = record.body
    key = {"partnership": record.partnership, "fact": body["fact"], "key": body["key"]}
    connection.execute(
        "UPDATE published_fact SET superseded_at = %(at)s WHERE partnership = %(partnership)s"
        " AND fact = %(fact)s AND key = %(key)s AND superseded_at IS NULL",
        {**key, "at": record.at},
    )
    insert_row(
        connection,
        "published_fact",
        {
            **key,
            "seq": record.seq,
            "recorded_at": record.at,
            "basis": body["basis"],
            "body": json.dumps(body["says"], ensure_ascii=False),
        },
    )
    host = _host(connection, record.partnership)
    if body["fact"] == "project":
        _project(connection, key, body["says"], host)
    elif body["fact"] == "issuance-decision":
        _decision(connection, key, body["says"], host)
    elif body["fact"] in {"partner", "methodology"}:
        _titled(connection, key, body["says"], host)


def _host(connection: Connection, partnership: str) -> str:
    found = connection.execute(
        "SELECT host FROM partnership WHERE key = %(key)s", {"key": partnership}
    ).fetchone()
    assert found is not None, "a fact is recorded in a partnership that was opened"
    return str(found["host"])


def _project(connection: Connection, key: Mapping[str, str], says: Says, host: str) -> None:
    where = {"partnership": key["partnership"], "id": key["key"]}
    connection.execute(
        "DELETE FROM published_project WHERE partnership = %(partnership)s AND id = %(id)s", where
    )
    title_ja = says.get("title_ja") or says["title_en"]
    methodologies = says.get("methodologies") or (
        [says["methodology"]] if "methodology" in says else []
    )
    insert_row(
        connection,
        "published_project",
        {
            **where,
            "host": host,
            "title_en": says["title_en"],
            "title_ja": title_ja,
            "status": says.get("status", "registered" if says.get("registered_on") else "unknown"),
            "registered_on": says.get("registered_on"),
            "methodologies": methodologies,
        },
    )
    names = (*says.get("host_participants", ()), *says.get("japanese_participants", ()))
    day = says.get("registered_on")
    technologies = japanese_for(says["title_en"], says.get("technology", ""))
    about = (key["key"], *_names_of(host), *names, *methodologies, *technologies)
    _findable(connection, key, (says["title_en"], title_ja), day, about)


def _titled(connection: Connection, key: Mapping[str, str], says: Says, host: str) -> None:
    """Let a partner country or a methodology be found by its titles and technology."""
    technology = says.get("technology", "")
    about = (*_names_of(host), technology, *japanese_for(says["title_en"], technology))
    _findable(connection, key, (says["title_en"], says.get("title_ja", "")), None, about)


def _decision(connection: Connection, key: Mapping[str, str], says: Says, host: str) -> None:
    where = {"partnership": key["partnership"], "decision": key["key"]}
    _without_decision(connection, where)
    lines: Sequence[Says] = says.get("lines", ())
    of_line = [list(projects_of(line)) for line in lines]
    day = day_of(says)
    every = sorted({project for line in of_line for project in line})
    amounts = amounts_of(says)
    issued = issued_in_japan(amounts) or (None, None)
    insert_row(
        connection,
        "published_decision",
        {
            "partnership": where["partnership"],
            "key": where["decision"],
            "host": host,
            "day": day,
            "decided_on": says.get("decided_on"),
            "announced_on": says.get("announced_on"),
            "manner": says.get("manner", ""),
            "projects": every,
            "issued_goj": issued[0],
            "issued_others": issued[1],
        },
    )
    for number, found in enumerate(amounts, start=1):
        about = {
            "projects": of_line[found.line - 1] if found.line else every,
            "unnamed": unnamed_in(lines[found.line - 1]) if found.line else unnamed_of(says),
        }
        row = {**where, "number": number, "host": host, "day": day}
        insert_row(connection, "published_amount", row | about | _amount(found))
    for number, part in enumerate(parts_of(says), start=1):
        insert_row(connection, "published_part", {**where, "number": number} | _part(part))
    countries = (*_names_of(_JAPAN), *_names_of(host))
    # The last is the name in Japanese, where both countries are written as one word.
    named = (*countries, f"日本・{countries[-1]}", *_written(day), *every)
    said = (*named, *(str(found.amount) for found in amounts))
    _findable(connection, key, (key["key"], key["key"]), day, said)


def _without_decision(connection: Connection, where: Mapping[str, str]) -> None:
    below = (("published_amount", "decision"), ("published_part", "decision"))
    for table, column in (*below, ("published_decision", "key")):
        connection.execute(
            psycopg.sql.SQL("DELETE FROM {} WHERE partnership = %s AND {} = %s").format(
                psycopg.sql.Identifier(table), psycopg.sql.Identifier(column)
            ),
            (where["partnership"], where["decision"]),
        )


def _part(part: QuantityPart) -> dict[str, Any]:
    return {
        "line": part.line,
        "projects": list(part.projects),
        "unnamed": part.unnamed,
        "amount": part.amount,
        "basis": part.basis,
        "source": part.source,
        "calculation": part.calculation,
        "first_day": part.first,
        "last_day": part.last,
        "ended_by": part.ended_by,
        "vintages": vintages_of(part),
    }


def _amount(found: PublishedAmount) -> dict[str, Any]:
    return {
        "line": found.line,
        "measure": found.measure,
        "side": found.side,
        "holder": found.holder,
        "amount": found.amount,
        "on_day": found.on,
        "basis": found.basis,
        "source": found.source,
        "calculation": found.calculation,
        "rival": found.rival,
        "counted": found.counted,
    }


def _names_of(country: str) -> tuple[str, ...]:
    """Return the words by which a country is found."""
    if country == _JAPAN:
        return (_JAPAN, "Japan", "日本")
    names = ((each.name_en, each.name_ja) for each in all_partners() if each.iso2 == country)
    return (country, *(name for both in names for name in both))


def _written(day: object) -> tuple[str, ...]:
    """Return a day as both languages write it."""
    if day is None:
        return ()
    on = date.fromisoformat(str(day))
    return (f"{on.day} {on:%B %Y}", f"{on.year}年{on.month}月{on.day}日")


def _findable(
    connection: Connection,
    key: Mapping[str, str],
    titles: tuple[str, str],
    day: object,
    about: Sequence[str],
) -> None:
    where = {
        "kind": _FINDABLE.get(key["fact"], key["fact"]),
        "partnership": key["partnership"],
        "key": key["key"],
    }
    connection.execute(
        "DELETE FROM findable WHERE kind = %(kind)s AND partnership = %(partnership)s"
        " AND key = %(key)s",
        where,
    )
    connection.execute(
        "INSERT INTO findable (kind, partnership, key, title_en, title_ja, day, words) VALUES"
        " (%(kind)s, %(partnership)s, %(key)s, %(title_en)s, %(title_ja)s, %(day)s,"
        " array_to_tsvector(%(words)s))",
        {
            **where,
            "title_en": titles[0],
            "title_ja": titles[1] or titles[0],
            "day": day,
            "words": sorted(words_of(*titles, *about, key["key"])),
        },
    )
