"""How many projects there are, by partner country, status and year of registration."""

from dataclasses import dataclass

from openjcm.views.reader import Reader

_COUNTS = """
SELECT host, status, extract(year FROM registered_on)::int AS year, count(*) AS projects
FROM published_project GROUP BY 1, 2, 3 ORDER BY 1, 2, 3
"""


@dataclass(frozen=True, slots=True)
class ProjectCount:
    """How many projects of a country (ISO 3166) have a status; ``year`` is of registration."""

    host: str
    status: str
    year: int | None
    projects: int


def project_counts(reader: Reader) -> tuple[ProjectCount, ...]:
    """Return how many projects the public table has; what is not there is in no row."""
    return tuple(ProjectCount(**row) for row in reader.rows(_COUNTS))
