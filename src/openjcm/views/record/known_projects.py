"""Whether the record knows a project: one of the public table, or one of a rehearsal."""

from openjcm.measure.errors import NotFound
from openjcm.views.reader import Reader

_KNOWN = """
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


def require_project(reader: Reader, partnership: str, project: str) -> None:
    """Refuse a project that the record does not know.

    Raises:
        NotFound: there is no such project in this partnership; where there is one is said.
    """
    asked = {"partnership": partnership, "project": project}
    if reader.rows(_KNOWN, asked)[0]["known"]:
        return
    found = [f"{row['partnership']}/{project}" for row in reader.rows(_PARTNERSHIPS, asked)]
    fix = f"say {' or '.join(found)}" if found else "openjcm projects lists the public ones"
    raise NotFound(
        f"the record has no project {project!r} in {partnership!r}; {fix}",
        code="no-project",
        about=project,
    )
