"""``openjcm methodology read-workbook``: a filled workbook read back, worked, and put on paper."""

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any

import typer

from openjcm.cli.answers import LANGUAGES, JsonFlag, Language, answer
from openjcm.cli.commands.methodologies.workbooks import chosen_by_name
from openjcm.cli.frame import say
from openjcm.cli.pdf_file import PdfFile, check_pdf_name, write_pdf
from openjcm.measure.basis import Basis
from openjcm.measure.errors import Malformed
from openjcm.methodology import Calculation, explain
from openjcm.papers.columns import table_lines
from openjcm.papers.methodologies.filled_reports import FilledReport, FilledYear, filled_sheet
from openjcm.papers.pdf import sheet_pdf
from openjcm.papers.workbooks.filled.comparing import Difference, Outcome, outcome_of
from openjcm.papers.workbooks.filled.reading import read_workbook
from openjcm.papers.workbooks.sheets.layout import REPORT
from openjcm.papers.workbooks.words_of_sheets import say as words

FOUND_DIFFERENCES = 1
RESULTS = ("RE", "PE", "ER")
# The third line over each sheet names the project.
_OVER = 2


def read(
    file: Annotated[Path, typer.Argument(help="A filled workbook.")],
    definition: Annotated[
        str, typer.Option(help="What it was made of, where that is a draft: its file.")
    ] = "",
    out: PdfFile = None,
    *,
    evidence: Annotated[
        Basis, typer.Option(help="How firm the weakest of the typed values is, for the paper.")
    ] = Basis.ILLUSTRATIVE,
    as_json: JsonFlag = False,
    language: Language = "en",
) -> int:
    """Read a filled workbook back, work it by the engine, and say where its numbers are others.

    With -o the calculation of its report is written as a PDF. Exit 1 where numbers are others.

    Raises:
        NotFound: there is no such file or definition.
        Malformed: it is no workbook of ours, or cells are wrong: all at once, each with its place.
            Or the PDF cannot be written.
    """
    if out:
        check_pdf_name(out)
    known = chosen_by_name(definition).definition if definition else None
    outcome = outcome_of(read_workbook(file, known))
    if out:
        report = _report(outcome, evidence, language, draft=known is not None)
        write_pdf(out, sheet_pdf(filled_sheet(report, language)), as_json=as_json)
        if outcome.differences:
            say(words(language, "read-differ"))
    else:
        answer(_said(outcome), as_json=as_json, text=lambda: _text(outcome, language))
    return FOUND_DIFFERENCES if outcome.differences else 0


def _report(outcome: Outcome, evidence: Basis, language: str, *, draft: bool) -> FilledReport:
    """Return the report of a workbook as a paper needs it."""
    if not outcome.vintages:
        raise Malformed(
            "-o writes the calculation of the monitoring report, and nothing is filled in on "
            "MRS(input): type measured values into its blue cells",
            code="report-empty",
        )
    filled = outcome.filled
    return FilledReport(
        title=filled.definition.title,
        over=_over(outcome),
        definition_sha256=filled.definition.sha256,
        evidence=evidence,
        years=tuple(
            FilledYear(
                each.period, each.credits, explain(filled.definition, each.calculation, evidence)
            )
            for each in outcome.vintages
        ),
        warnings=tuple(f"{each.place}: {each.message}" for each in outcome.warnings),
        differences=tuple(_differences(outcome, language)),
        draft=draft,
    )


def _over(outcome: Outcome) -> str:
    """Return what names the project over the report, in the workbook's language; else nothing."""
    said = outcome.filled.sheets[REPORT].text(_OVER, 0)
    nothing = {words(each, "reference-none") for each in LANGUAGES}
    return "" if said in nothing else said


def _said(outcome: Outcome) -> dict[str, Any]:
    filled = outcome.filled
    return {
        "definition": filled.definition.id,
        "same_definition": filled.same_definition,
        "estimate": outcome.estimate and outcome.estimate.value("ER"),
        "vintages": [
            {
                "first": each.period.first,
                "last": each.period.last,
                **{symbol: each.calculation.value(symbol) for symbol in RESULTS},
                "credits": each.credits,
            }
            for each in outcome.vintages
        ],
        "credits": _total(outcome),
        "differences": outcome.differences,
        "more_differences": outcome.is_cut,
        "warnings": outcome.warnings,
    }


def _text(outcome: Outcome, language: str) -> str:
    filled = outcome.filled
    lines = [filled.definition.id]
    if not filled.same_definition:
        lines.append(words(language, "read-other-state"))
    rows = [["", *RESULTS, words(language, "read-whole")]]
    if outcome.estimate:
        rows.append([words(language, "read-plan"), *_numbers(outcome.estimate), ""])
    for each in outcome.vintages:
        whole = _whole(each.credits, language)
        rows.append([str(each.period.first.year), *_numbers(each.calculation), whole])
    if len(outcome.vintages) > 1:
        total = _whole(_total(outcome), language)
        rows.append([words(language, "read-total"), "", "", "", total])
    lines += table_lines(rows)
    lines += [
        words(language, "read-note", place=each.place, message=each.message)
        for each in outcome.warnings
    ]
    lines += _differences(outcome, language)
    lines.append(words(language, "read-differ" if outcome.differences else "read-agree"))
    return "\n".join(lines)


def _differences(outcome: Outcome, language: str) -> Iterator[str]:
    for other in outcome.differences:
        yield words(
            language,
            "read-differs",
            place=other.place,
            of=_named(other),
            worked=f"{other.worked:f}",
            there=repr(other.there),
        )
    if outcome.is_cut:
        yield words(language, "read-more")


def _named(other: Difference) -> str:
    return f"{other.symbol} ({other.member})" if other.member else other.symbol


def _numbers(calculation: Calculation) -> list[str]:
    return [f"{calculation.value(symbol):.6f}" for symbol in RESULTS]


def _whole(amount: int | None, language: str) -> str:
    return words(language, "read-untold") if amount is None else str(amount)


def _total(outcome: Outcome) -> int | None:
    whole = [each.credits for each in outcome.vintages]
    return sum(each for each in whole if each is not None) if None not in whole else None
