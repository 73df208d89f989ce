"""The catalogue of methodologies: the list, the templates, and what an entry says."""

from collections.abc import Iterator, Sequence

from openjcm.papers.columns import wrap
from openjcm.papers.record_text.headings import heading_words
from openjcm.papers.record_text.lines import LINE, day_text, labelled, listed, table
from openjcm.papers.record_text.words import say
from openjcm.papers.recorded import as_recorded
from openjcm.views.catalogue import (
    CatalogueEntry,
    CatalogueRow,
    EntryFormula,
    EntryParameter,
    Template,
    TemplateName,
)
from openjcm.views.methodologies.known import MethodologyVersionRow

_HEADINGS = ("methodology", "versions", "calculation", "title")
_TITLE = len(_HEADINGS) - 1


def catalogue_text(rows: Sequence[CatalogueRow], language: str) -> str:
    """Write the catalogue as a table by number, and how many can be worked."""
    whole = say(language, "list-whole", total=len(rows))
    if not rows:
        return whole + "\n"
    headings = [say(language, f"column-{each}") for each in _HEADINGS]
    lines = table(headings, [_row(row, language) for row in rows], wrapped=_TITLE)
    counts = say(
        language,
        "catalogue-counts",
        executable=sum(row.executable for row in rows),
        stated=sum(row.standing == "not-yet-written" for row in rows),
    )
    return "\n".join([*lines, *wrap(counts, LINE), whole]) + "\n"


def versions_text(versions: Sequence[MethodologyVersionRow], language: str) -> str:
    """Write each version: what the catalogue says, its definition, who confirmed it."""
    lines: list[str] = []
    for each in versions:
        lines += wrap(f"{each.entry.version.id}  {each.title}", LINE)
        lines += [f"  {line}" for line in wrap(each.heading, LINE - 2) if each.heading]
        lines += entry_lines(each.entry, language)[1:]
        lines += [*labelled(_confirmed(each, language), "  "), ""]
    return "\n".join([*lines, say(language, "list-whole", total=len(versions))]) + "\n"


def templates_text(templates: Sequence[Template], language: str) -> str:
    """Write every template under its heading, with its family and how many numbers it has."""
    lines = [say(language, "template-heading"), ""]
    for each in templates:
        lines += wrap(f"{each.name.id}  {_title(each.name, language)}", LINE)
        lines += labelled(
            [
                (say(language, "template-covers"), listed(language, each.covers)),
                (say(language, "template-numbers"), listed(language, each.numbers)),
                (say(language, "column-status"), _readiness(each.name, language)),
            ],
            "  ",
        )
    return "\n".join(lines) + "\n"


def template_words(template: TemplateName, language: str) -> str:
    """Name a template as what it is: unofficial, with its identifier and its family."""
    return say(language, "template-named", id=template.id, title=_title(template, language))


def formula_mark(formula: EntryFormula, language: str) -> str:
    """Say how well a formula of an entry is known, apart from the words that it is made of."""
    if formula.basis is formula.says_basis:
        return say(language, f"entry-basis-{formula.basis}")
    return say(language, "entry-formula-of-words")


def entry_lines(entry: CatalogueEntry, language: str) -> list[str]:
    """Write what the catalogue says of one version: its source, relation and parameters."""
    version = entry.version
    pairs = [
        (say(language, "calculation-here"), say(language, f"entry-standing-{version.standing}")),
        (say(language, "source-speaks-of"), say(language, f"speaks-of-{version.speaks_of}")),
        (say(language, "entry-note"), as_recorded(language, entry.says)),
        *_formula("RE", entry.reference, language),
        *_formula("PE", entry.project, language),
        *(_parameter(each, "monitored", language) for each in entry.monitored),
        *(_parameter(each, "fixed", language) for each in entry.fixed),
    ]
    heading = heading_words(language, version.id) if version.executable else ""
    head = [f"  {line}" for line in wrap(heading, LINE - 2)] if heading else []
    return [version.id, *head, *labelled(pairs, "  ")]


def _confirmed(row: MethodologyVersionRow, language: str) -> Iterator[tuple[str, str]]:
    definition, known = row.definition, row.confirmation
    label = say(language, "confirm-definition")
    if definition is None:
        yield label, say(language, "confirm-no-definition")
    else:
        status = definition.status.replace(" ", "-")
        yield label, say(language, f"definition-status-{status}")
        yield " ", f"SHA-256 {definition.sha256}"
        for each in definition.formulas:
            yield " ", each
    label = say(language, "confirm-document")
    if known is None:
        yield label, say(language, "confirm-no-document")
        return
    day = day_text(language, known.document.dated)
    yield label, say(language, "confirm-dated", name=known.document.name, day=day)
    yield " ", f"SHA-256 {known.document.sha256}"
    yield " ", known.document.url
    for one in known.persons:
        day = one.compared_on.isoformat()
        words = say(language, "confirm-one", name=one.person, day=day, count=one.parts)
        yield say(language, "compared-confirmed_by"), words
    yield " ", say(language, "confirm-whole" if known.confirmed_on else "confirm-not-whole")


def _row(row: CatalogueRow, language: str) -> list[str]:
    return [
        row.number,
        listed(language, (each.version for each in row.versions)),
        _calculation(row, language),
        f"{as_recorded(language, row.title)}\n{row.family}",
    ]


def _calculation(row: CatalogueRow, language: str) -> str:
    """Say whether a number can be worked, and by which versions where others cannot."""
    word = say(language, f"entry-word-{row.standing}")
    able = [each.version for each in row.versions if each.executable]
    if not able or len(able) == len(row.versions):
        return word
    return f"{word}\n({listed(language, able)})"


def _formula(
    symbol: str, formula: EntryFormula | None, language: str
) -> tuple[tuple[str, str], ...]:
    if formula is None:
        return ()
    return ((symbol, f"{formula.text}  [{formula_mark(formula, language)}]"),)


def _parameter(parameter: EntryParameter, role: str, language: str) -> tuple[str, str]:
    marks = listed(
        language,
        (say(language, f"entry-{role}"), say(language, f"entry-basis-{parameter.basis}")),
    )
    unit = as_recorded(language, parameter.unit)
    return parameter.symbol, f"{as_recorded(language, parameter.says)}  {unit}  [{marks}]"


def _readiness(template: TemplateName, language: str) -> str:
    stem = "written" if template.written else template.readiness
    return say(language, f"template-{stem}")


def _title(template: TemplateName, language: str) -> str:
    return template.title_ja if language == "ja" else template.title_en
