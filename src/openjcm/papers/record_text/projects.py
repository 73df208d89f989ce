"""Projects: the list, and one project with everything that was published about it."""

from openjcm.papers.columns import wrap
from openjcm.papers.record_text.decisions import decision_rows
from openjcm.papers.record_text.lines import (
    LINE,
    count_text,
    country,
    day_text,
    figure_text,
    labelled,
    listed,
    rest_text,
    sources_text,
    table,
    title,
)
from openjcm.papers.record_text.words import say
from openjcm.views.notice import Funding
from openjcm.views.record.pages import Page
from openjcm.views.record.projects import Project, ProjectRow

_HEADINGS = ("project", "registered-on", "status", "decisions", "title")
_TITLE = len(_HEADINGS) - 1


def projects_text(page: Page[ProjectRow], language: str) -> str:
    """Write projects as a table, and how to get the rest of a long list."""
    headings = [say(language, f"column-{each}") for each in _HEADINGS]
    rows = [_row(row, language) for row in page.items]
    lines = table(headings, rows, wrapped=_TITLE) if rows else []
    return "\n".join([*lines, *rest_text(language, page)]) + "\n"


def project_text(project: Project, language: str) -> str:
    """Write a project: what it is, who takes part, and the decisions on its credits."""
    row = project.row
    head = wrap(f"{row.id} {title(language, row.title_en, row.title_ja)}", LINE)
    head += labelled(
        [
            (say(language, "column-country"), country(language, row.host)),
            (say(language, "column-status"), say(language, f"status-{row.status}")),
            (say(language, "column-registered-on"), _registered(row)),
            (say(language, "column-methodologies"), listed(language, row.methodologies)),
            (say(language, "host-participants"), "; ".join(project.host_participants)),
            (say(language, "japanese-participants"), "; ".join(project.japanese_participants)),
            (
                say(language, "expected-per-year"),
                figure_text(language, project.expected_per_year),
            ),
            *_funding(project.funding, language),
            (say(language, "column-record"), project.record),
        ]
    )
    rows = decision_rows(project.decisions, language)
    decisions = rows or [say(language, "no-decision-on-credits")]
    blocks = [head, decisions, sources_text(language, project.sources)]
    return "\n\n".join("\n".join(block) for block in blocks) + "\n"


def _row(row: ProjectRow, language: str) -> list[str]:
    return [
        row.id,
        day_text(language, row.registered_on) if row.registered_on else "",
        say(language, f"status-{row.status}"),
        count_text(language, row.decisions),
        title(language, row.title_en, row.title_ja),
    ]


def _registered(row: ProjectRow) -> str:
    return row.registered_on.isoformat() if row.registered_on else ""


def _funding(funding: Funding | None, language: str) -> list[tuple[str, str]]:
    if funding is None:
        return []
    share = funding.minimum_share or ""
    if share:
        share = f"{say(language, 'funding-minimum-share')} {share}"
    said = (funding.programme, str(funding.year or ""), funding.subsidy, share)
    return [(say(language, "funding-programme"), "; ".join(each for each in said if each))]
