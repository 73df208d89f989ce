"""Tables of partner countries, projects and methodologies."""

from collections.abc import Iterator, Mapping
from typing import Any

from openjcm.rulebook import load_partner
from openjcm.views.reader import Reader
from openjcm.views.record.decision import sources_of
from openjcm.views.record.projects import expected_per_year
from openjcm.views.record.tables.table import (
    PRINTED,
    Cell,
    Row,
    Table,
    amount,
    count,
    day,
    day_in,
    figure,
    listed,
    printed,
    record_of,
    standing,
    text,
)

_FUNDING = ("programme", "subsidy", "minimum_share", "evidence")
# The spellings of the official table.
_OFFICIAL_STATUS = {
    "registered": "Project registered",
    "validation": "Validation",
    "registration-request-withdrawn": "Request for Registration withdrawn",
}
_DECIDED = """
SELECT project, count(*) AS decisions FROM published_decision, unnest(projects) AS project
GROUP BY project
"""


def _partners(reader: Reader) -> Iterator[Row]:
    facts = [(row, says, load_partner(row["key"])) for row, says in standing(reader, "partner")]
    for row, says, partner in sorted(facts, key=lambda each: each[2].order):
        yield {
            "country": row["key"],
            "iso3": says.get("iso3"),
            "name_en": says["title_en"],
            "name_ja": says["title_ja"],
            "name_kana": partner.kana,
            "signing_order": partner.order,
            "signed_on": day_in(says, "signed_on"),
            "signed_on_known": says.get("known"),
            "time_zones": listed(says.get("zones", ())),
            "note": says.get("note"),
            **_printed(row, says),
        }


def _projects(reader: Reader) -> Iterator[Row]:
    decisions = {row["project"]: row["decisions"] for row in reader.rows(_DECIDED)}
    for row, says in standing(reader, "project"):
        funding = says.get("funding", {})
        yield {
            "project": row["key"],
            "country": row["host"],
            "title_en": says["title_en"],
            "title_ja": says.get("title_ja"),
            "status": says.get("status"),
            "registered_on": day_in(says, "registered_on"),
            "host_participants": listed(says.get("host_participants", ())),
            "japanese_participants": listed(says.get("japanese_participants", ())),
            "methodologies": listed(says.get("methodologies", ())),
            **figure("expected_per_year", expected_per_year(says)),
            **{f"funding_{name}": funding.get(name) for name in _FUNDING},
            "decisions": decisions.get(row["key"], 0),
            **_printed(row, says),
        }


def _official(reader: Reader) -> Iterator[Row]:
    for row, says in standing(reader, "project"):
        status = says.get("status", "")
        yield {
            "reference_no": row["key"],
            "country": load_partner(row["host"]).name_en,
            "title": says["title_en"],
            "status": _OFFICIAL_STATUS.get(status, status),
            "registration_date": day_in(says, "registered_on"),
            "host_participants": listed(says.get("host_participants", ())),
            "japanese_participants": listed(says.get("japanese_participants", ())),
            "methodologies": ";".join(map(_as_official, says.get("methodologies", ()))),
        }


def _as_official(methodology: str) -> str:
    """Write a version as the official table does.

    >>> _as_official("BD_AM001_ver01.0"), _as_official("BD_AM001")
    ('BD_AM001 Ver1.0', 'BD_AM001')
    """
    number, _, version = methodology.partition("_ver")
    return f"{number} Ver{version.removeprefix('0')}" if version else number


def _methodologies(reader: Reader) -> Iterator[Row]:
    plain = ("status", "title_basis", "sectoral_scope", "scope_basis", "technology")
    more = ("proponent", "formula_evidence")
    for row, says in standing(reader, "methodology"):
        approvals = sorted(says.get("approvals", {}).items())
        yield {
            "methodology": row["key"],
            "country": row["host"],
            "title_en": says["title_en"],
            **{name: says.get(name) for name in (*plain, *more)},
            "versions": listed(says.get("versions", ())),
            "approvals": listed(f"{version}={on}" for version, on in approvals),
            "proposed_numbers": listed(says.get("proposed_numbers", ())),
            "public_inputs_first": day_in(says, "public_inputs_first"),
            "public_inputs_last": day_in(says, "public_inputs_last"),
            **_printed(row, says),
        }


def _printed(row: Mapping[str, Any], says: Mapping[str, Any]) -> dict[str, Cell]:
    return printed(sources_of(says), record_of(row), row["recorded_at"])


PARTNERS = Table(
    "partners",
    (
        text("country", needed=True),
        text("iso3"),
        text("name_en", needed=True),
        text("name_ja", needed=True),
        text("name_kana", needed=True),
        count("signing_order", "rank", needed=True),
        day("signed_on", needed=True),
        text("signed_on_known"),
        text("time_zones"),
        text("note"),
        *PRINTED,
    ),
    ("country",),
    _partners,
)
PROJECTS = Table(
    "projects",
    (
        text("project", needed=True),
        text("country", needed=True),
        text("title_en", needed=True),
        text("title_ja"),
        text("status"),
        day("registered_on"),
        text("host_participants"),
        text("japanese_participants"),
        text("methodologies"),
        *amount("expected_per_year"),
        *(text(f"funding_{name}") for name in _FUNDING),
        count("decisions", "decision", needed=True),
        *PRINTED,
    ),
    ("project",),
    _projects,
)
OFFICIAL = Table(
    "projects_official_columns",
    (
        text("reference_no", needed=True),
        text("country", needed=True),
        text("title", needed=True),
        text("status"),
        day("registration_date"),
        text("host_participants"),
        text("japanese_participants"),
        text("methodologies"),
    ),
    ("reference_no",),
    _official,
    licensed_by="projects",
)
METHODOLOGIES = Table(
    "methodologies",
    (
        text("methodology", needed=True),
        text("country", needed=True),
        text("status", needed=True),
        text("title_en", needed=True),
        text("title_basis"),
        text("sectoral_scope"),
        text("scope_basis"),
        text("technology"),
        text("versions"),
        text("approvals"),
        text("proposed_numbers"),
        text("proponent"),
        day("public_inputs_first"),
        day("public_inputs_last"),
        text("formula_evidence"),
        *PRINTED,
    ),
    ("methodology",),
    _methodologies,
)
