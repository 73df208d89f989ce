"""One version of a methodology, or a template: what it says, and a case worked through it.

It comes with the installation; only the projects that use it are asked of the record.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from openjcm.measure.errors import NotFound
from openjcm.methodology import (
    Answer,
    Case,
    Definition,
    Explanation,
    cases_of,
    explain,
    load_definition,
    work_given,
)
from openjcm.methodology.catalogue import definition_ids, template_ids
from openjcm.methodology.entries import all_entries, find_entry, heading_of, load_family
from openjcm.views.catalogue import (
    CatalogueEntry,
    CatalogueRow,
    Template,
    TemplateName,
    catalogue_entries,
    catalogue_row,
    list_templates,
)
from openjcm.views.methodologies.known import VersionConfirmation, confirmation_of
from openjcm.views.methodologies.written import WrittenDefinition, written_definition
from openjcm.views.reader import Reader
from openjcm.views.record.pages import LARGEST_PAGE
from openjcm.views.record.projects import ProjectFilter, ProjectRow, list_projects


@dataclass(frozen=True, slots=True)
class WorkedCase:
    """A case that comes with a definition, every value of it laid open.

    ``answers`` are those of its criteria, where the case says what only eligibility asks for.
    """

    case: Case
    explained: Explanation
    answers: tuple[Answer, ...] = ()


@dataclass(frozen=True, slots=True)
class MethodologyVersion:
    """One version: what the catalogue says of it, and its definition where one is written.

    ``heading`` stands over all that is made of it; empty where its definition is confirmed.
    ``sources`` are the addresses where what the catalogue says was read.
    """

    id: str
    heading: str
    row: CatalogueRow
    entry: CatalogueEntry
    technology: str
    sources: tuple[str, ...]
    definition: Definition | None
    worked: WorkedCase | None
    projects: tuple[ProjectRow, ...]
    confirmation: VersionConfirmation | None


@dataclass(frozen=True, slots=True)
class TemplatePage:
    """A template with what it says; no definition where it is not yet written."""

    template: TemplateName
    says: str
    numbers: tuple[str, ...]
    definition: Definition | None
    worked: WorkedCase | None


@dataclass(frozen=True, slots=True)
class ComparableVersion:
    """A version or a template as a reader chooses it: by id, with its title."""

    id: str
    title: str


@dataclass(frozen=True, slots=True)
class WrittenTemplate:
    """A template and the numbers of its family; null where its definition is not yet written."""

    template: Template
    definition: WrittenDefinition | None


def known_version(number: str, version: str) -> str:
    """Return the id of a version of the catalogue.

    Raises:
        NotFound: the catalogue has no such version.
    """
    version_id = f"{number}_ver{version}"
    if find_entry(version_id) is None:
        raise NotFound(
            f"the catalogue has no version '{version_id[:40]}'",
            code="no-such-version",
            about=version_id[:40],
        )
    return version_id


def find_version(reader: Reader, number: str, version: str) -> MethodologyVersion:
    """Return one version of a methodology.

    Raises:
        NotFound: the catalogue has no such version.
    """
    version_id = known_version(number, version)
    row, known = catalogue_row(number), find_entry(version_id)
    (entry,) = [each for each in catalogue_entries(number) if each.version.id == version_id]
    assert row is not None, "the catalogue lists every entry under its number"
    assert known is not None, "the version is one of the catalogue"
    used = list_projects(reader, ProjectFilter(methodology=number), limit=LARGEST_PAGE).items
    return MethodologyVersion(
        id=version_id,
        heading=heading_of(version_id),
        row=row,
        entry=entry,
        technology=known.technology,
        sources=tuple(known.sources),
        definition=_definition(version_id),
        worked=_worked(version_id),
        projects=tuple(each for each in used if version_id in each.methodologies),
        confirmation=confirmation_of(version_id),
    )


def find_template(template_id: str) -> TemplatePage:
    """Return a template of ours.

    Raises:
        NotFound: there is no such template.
    """
    found = _template(template_id)
    return TemplatePage(
        found.name, found.says, found.numbers, _definition(template_id), _worked(template_id)
    )


def find_written_template(template_id: str) -> WrittenTemplate:
    """Return a template of ours with all that its definition holds, as plain values.

    Raises:
        NotFound: there is no such template.
    """
    found, definition = _template(template_id), _definition(template_id)
    return WrittenTemplate(found, written_definition(definition) if definition else None)


def comparable_versions() -> tuple[ComparableVersion, ...]:
    """Return every version and template that can be compared, by id, with its title."""
    numbered = (ComparableVersion(each.id, each.title) for each in all_entries())
    ours = (ComparableVersion(each, load_family(each).title_en) for each in template_ids())
    return (*numbered, *ours)


def _template(template_id: str) -> Template:
    for each in list_templates():
        if each.name.id == template_id:
            return each
    raise NotFound(
        f"there is no template '{template_id[:60]}'", code="no-template", about=template_id[:60]
    )


def _definition(definition_id: str) -> Definition | None:
    return load_definition(definition_id) if definition_id in _written() else None


def _worked(definition_id: str) -> WorkedCase | None:
    """Work the first case of one set of values that comes with a definition."""
    if definition_id not in _written():
        return None
    definition = load_definition(definition_id)
    case = next(each for each in cases_of(definition_id) if not each.of_vintage)
    worked = work_given(definition, case.given)
    return WorkedCase(
        case,
        explain(definition, worked.vintages[0].calculation, case.evidence),
        worked.answers if case.asked else (),
    )


def _written() -> Sequence[str]:
    return (*definition_ids(), *template_ids())
