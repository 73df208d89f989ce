"""One form of every identifier: found by letters of any case, answered under its own.

A project, decision, methodology or country has one canonical identifier, as lists give it. Not
in: what an address makes of another spelling, which is the doors' business.
"""

from collections.abc import Callable
from typing import TypeVar

from openjcm.measure.errors import NotFound
from openjcm.rulebook import all_partners
from openjcm.views.reader import Reader

Answer = TypeVar("Answer")
_PROJECT = """
SELECT EXISTS (SELECT FROM case_file WHERE subject = 'project' AND partnership = %(partnership)s
    AND id = %(project)s)
  OR EXISTS (SELECT FROM published_project WHERE partnership = %(partnership)s
    AND id = %(project)s) AS known
"""
_PARTNERSHIPS = """
SELECT partnership FROM case_file WHERE subject = 'project' AND id = %(project)s
UNION SELECT partnership FROM published_project WHERE id = %(project)s
ORDER BY partnership
"""
_KNOWN = """
SELECT key FROM published_fact WHERE superseded_at IS NULL AND lower(key) = lower(%(said)s)
UNION SELECT key FROM partnership WHERE kind = 'rehearsal' AND lower(key) = lower(%(said)s)
UNION SELECT d.id FROM decision d JOIN partnership p ON p.key = d.partnership
WHERE p.kind = 'rehearsal' AND lower(d.id) = lower(%(said)s)
"""


def known_as(reader: Reader, said: str) -> str | None:
    """Return the identifier that differs from what was said in the case of letters alone.

    None where there is none, or several.
    """
    # No identifier holds another character, and no database text holds every one of them.
    if not (said.isascii() and said.isprintable()):
        return None
    found = {row["key"] for row in reader.rows(_KNOWN, {"said": said})}
    found |= {each.iso2 for each in all_partners() if each.iso2 == said.upper()}
    return found.pop() if len(found) == 1 and said not in found else None


def found_as(reader: Reader, find: Callable[..., Answer], *said: str) -> Answer:
    """Return what a question finds under identifiers, in whatever case they were written.

    Args:
        reader: The record.
        find: The question: it takes the record and the identifiers, and a refusal names the one
            that it does not know.
        *said: The identifiers as they were written.

    Raises:
        NotFound: there is nothing of that name in any case of letters.
    """
    try:
        return find(reader, *said)
    except NotFound as missing:
        known = known_as(reader, missing.about) if missing.about in said else None
        if known is None:
            raise
        mended = [known if each == missing.about else each for each in said]
    return found_as(reader, find, *mended)


def require_project(reader: Reader, partnership: str, project: str) -> None:
    """Refuse a project that the record does not know.

    Raises:
        NotFound: there is no such project in this partnership; where there is one is said.
    """
    asked = {"partnership": partnership, "project": project}
    if reader.rows(_PROJECT, asked)[0]["known"]:
        return
    found = [f"{row['partnership']}/{project}" for row in reader.rows(_PARTNERSHIPS, asked)]
    fix = f"say {' or '.join(found)}" if found else "openjcm projects lists the public ones"
    raise NotFound(
        f"the record has no project {project!r} in {partnership!r}; {fix}",
        code="no-project",
        about=project,
    )
