"""``openjcm methodology``: the definitions, values worked through one, and what was published."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Annotated

import typer

from openjcm.cli.answers import JsonFlag, Language, answer
from openjcm.cli.commands.methodologies import (
    catalogue,
    confirming,
    drafting,
    reading_back,
    workbooks,
    working,
)
from openjcm.cli.commands.methodologies.working import DRAFT_HEADING
from openjcm.cli.frame import say, wiring_of
from openjcm.methodology.entries import (
    Entry,
    find_named,
    templates_for,
    versions_of,
    why_not_worked,
)
from openjcm.papers.columns import wrap
from openjcm.papers.methodologies.definitions import definition_text
from openjcm.papers.record_text.catalogue import entry_lines
from openjcm.papers.record_text.headings import heading_words
from openjcm.papers.record_text.lines import LINE
from openjcm.papers.record_text.methodologies import methodology_text
from openjcm.store import reader
from openjcm.views.catalogue import CatalogueEntry, catalogue_entries
from openjcm.views.identifiers import found_as
from openjcm.views.methodologies.written import written_definition
from openjcm.views.record.methodologies import find_methodology

group = typer.Typer(
    rich_markup_mode=None, help="The catalogue; definitions: show, check, work; what was published."
)


group.command("list")(catalogue.list_)
group.command("versions")(catalogue.versions)
group.command("templates")(catalogue.templates)
group.command("diff")(drafting.diff)
group.command("new")(drafting.new)
group.command("check")(drafting.check)
group.command("schema")(drafting.schema)
group.command("workbook")(workbooks.write)
group.command("read-workbook")(reading_back.read)
group.command("attach")(confirming.attach)
group.command("confirm")(confirming.confirm)


@group.command()
def show(
    name: Annotated[
        str,
        typer.Argument(help="A version or template, e.g. BD_AM002_ver01.0; a number; a draft."),
    ],
    *,
    as_json: JsonFlag = False,
    language: Language = "en",
) -> None:
    """Show all that a definition holds, or what the catalogue has of a version.

    Of a number without version: the newest version of which a definition is written.

    Raises:
        NotFound: there is no such definition, number or file.
    """
    found = find_named(name)
    versions = versions_of(found.entry.number) if found.entry else ()
    if found.definition:
        whole = written_definition(found.definition)
        if found.draft:
            whole = replace(whole, heading=DRAFT_HEADING)
        over = whole.heading if found.draft else heading_words(language, whole.id)
        shown = "\n".join([definition_text(whole, over, language), *_versions(versions)])
        answer(whole, as_json=as_json, text=lambda: shown)
        return
    assert found.entry is not None, "what has no definition has an entry"
    said = _entry(found.entry.id)
    lines = [*wrap(why_not_worked(found.entry), LINE), "", *entry_lines(said, language)]
    answer(
        {**_catalogued(found.entry), "entry": said},
        as_json=as_json,
        text=lambda: "\n".join([*lines, *_versions(versions)]),
    )


group.command("work")(working.work_)


@group.command()
def published(
    context: typer.Context,
    number: Annotated[str, typer.Argument(help="Without version, e.g. BD_AM001.")],
    as_json: JsonFlag = False,  # noqa: FBT002 - a flag of the command line
    language: Language = "en",
) -> None:
    """Show what was published of a methodology, and the projects that use it.

    Raises:
        NotFound: the public record has no such methodology.
    """
    with wiring_of(context).opened(say):
        found = found_as(reader(), find_methodology, number)
    answer(found, as_json=as_json, text=lambda: methodology_text(found, language))


def _entry(entry_id: str) -> CatalogueEntry:
    number = entry_id.partition("_ver")[0]
    return next(each for each in catalogue_entries(number) if each.version.id == entry_id)


def _catalogued(entry: Entry) -> dict[str, object]:
    return {
        "id": entry.id,
        "title": entry.title,
        "family": entry.family,
        "definition": None,
        "templates": templates_for(entry.id),
        "says": why_not_worked(entry),
    }


def _versions(versions: Sequence[str]) -> list[str]:
    return wrap(f"versions: {', '.join(versions)}", LINE) if versions else []
