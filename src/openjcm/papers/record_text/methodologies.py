"""Methodologies: the list, and one with what its title and formula rest on."""

from collections.abc import Sequence

from openjcm.papers.columns import wrap
from openjcm.papers.record_text.catalogue import entry_lines, template_words
from openjcm.papers.record_text.lines import (
    LINE,
    count_text,
    country,
    labelled,
    listed,
    sources_text,
    table,
)
from openjcm.papers.record_text.words import say
from openjcm.papers.recorded import as_recorded
from openjcm.papers.words import say_period
from openjcm.views.record.methodologies import Methodology, MethodologyRow, Version

_HEADINGS = ("methodology", "versions", "projects", "title")
_TITLE = len(_HEADINGS) - 1


def methodologies_text(rows: Sequence[MethodologyRow], language: str) -> str:
    """Write methodologies as a table by number."""
    if not rows:
        return say(language, "list-whole", total=0) + "\n"
    headings = [say(language, f"column-{each}") for each in _HEADINGS]
    lines = table(headings, [_row(row, language) for row in rows], wrapped=_TITLE)
    notes = wrap(say(language, "titles-marked"), LINE)
    return "\n".join([*lines, *notes, say(language, "list-whole", total=len(rows))]) + "\n"


def methodology_text(found: Methodology, language: str) -> str:
    """Write a methodology: versions, what is known of it and from where, who uses it."""
    row = found.row
    head = wrap(f"{row.number} {as_recorded(language, row.title)}", LINE)
    inputs = say_period(language, found.public_inputs) if found.public_inputs else ""
    scope = f"{row.scope} [{say(language, f'scope-{row.scope_basis}')}]" if row.scope else ""
    head += labelled(
        [
            (say(language, "column-country"), country(language, row.host)),
            (say(language, "column-status"), say(language, f"status-{row.status}")),
            (say(language, "title-rests-on"), _stem(language, "title-basis", row.title_basis)),
            (say(language, "column-scope"), scope),
            (say(language, "column-technology"), as_recorded(language, row.technology)),
            (
                say(language, "formula-rests-on"),
                _stem(language, "formula-evidence", row.formula_evidence),
            ),
            (say(language, "calculation-here"), _calculation(row, language)),
            (say(language, "proposed-as"), listed(language, found.proposed_numbers)),
            (say(language, "column-proponent"), found.proponent),
            (say(language, "public-inputs"), inputs),
            (say(language, "column-record"), found.record),
        ]
    )
    versions = [_version(each, language) for each in row.versions]
    used = [f"{each.id} {each.title_en}" for each in found.projects]
    projects = [line for each in used for line in wrap(each, LINE)]
    entries = [line for each in found.entries for line in entry_lines(each, language)]
    blocks = [head, versions, entries, projects, sources_text(language, found.sources)]
    return "\n\n".join("\n".join(block) for block in blocks if block) + "\n"


def _row(row: MethodologyRow, language: str) -> list[str]:
    doubt = "" if row.title_basis in _FIRM else " *"
    return [
        row.number,
        listed(language, (each.number for each in row.versions)),
        count_text(language, row.projects),
        f"{as_recorded(language, row.title)}{doubt}",
    ]


# What a title may rest on without a mark; any other may be worded otherwise in the document.
_FIRM = frozenset(
    {"jc_decision_list", "methodology_text", "official_methodology_list", "official_page"}
)


def _version(version: Version, language: str) -> str:
    approved = (
        say(language, "approved-on", day=version.approved_on.isoformat())
        if version.approved_on
        else say(language, "approval-day-not-known")
    )
    used = say(language, "used-by", count=version.projects)
    return say(language, "version-line", number=version.number, approved=approved, used=used)


def _calculation(row: MethodologyRow, language: str) -> str:
    if not row.template:
        return ""
    said = say(language, f"entry-standing-{row.standing}")
    if row.executable:
        return said
    template = template_words(row.template, language)
    return say(language, "calculation-and-template", said=said, template=template)


def _stem(language: str, group: str, stem: str) -> str:
    return say(language, f"{group}-{stem.replace('_', '-')}") if stem else ""
