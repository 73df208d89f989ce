"""``openjcm methodology read-workbook``: a filled workbook read back, worked, and put on paper."""

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Annotated, Any

import typer

from openjcm.cli.answers import LANGUAGES, JsonFlag, Language, answer
from openjcm.cli.commands.methodologies.workbooks import chosen_by_name, say_long
from openjcm.cli.frame import say
from openjcm.cli.pdf_file import PdfFile, check_pdf_name, write_pdf
from openjcm.measure import cut_down
from openjcm.measure.basis import Basis
from openjcm.measure.errors import Malformed
from openjcm.methodology import Calculation, explain
from openjcm.papers.columns import table_lines
from openjcm.papers.methodologies.filled_reports import FilledReport, FilledYear, filled_sheet
from openjcm.papers.pdf import sheet_pdf
from openjcm.papers.workbooks.filled.comparing import Outcome, outcome_of
from openjcm.papers.workbooks.filled.differences import Difference, Why
from openjcm.papers.workbooks.filled.reading import read_workbook
from openjcm.papers.workbooks.sheets.layout import REPORT
from openjcm.papers.workbooks.words_of_sheets import say as words

FOUND_DIFFERENCES = 1
RESULTS = ("RE", "PE", "ER")
_LABELS = ("credits-label", "missing-label", "header-total", "header-vintage")
_WHYS = {
    Why.BLANK: "read-why-blank",
    Why.BESIDE_A_WHOLE_NUMBER: "read-why-beside",
    Why.ANOTHER: "read-why-another",
}
# Of a workbook of ours with thousands of rows.
_BYTES_A_ROW = 50
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

    With -o the calculation of its report is written as a PDF. Exit 1 where numbers are others, or
    are not on the sheets to be compared.

    Raises:
        NotFound: there is no such file or definition.
        Malformed: it is no workbook of ours, or cells are wrong: all at once, each with its place.
            Or the PDF cannot be written.
    """
    if out:
        check_pdf_name(out)
    known = chosen_by_name(definition).definition if definition else None
    say_long(_rows_about(file), "read, worked and compared")
    outcome = outcome_of(read_workbook(file, known))
    if out:
        report = _report(outcome, evidence, language, draft=known is not None)
        write_pdf(out, sheet_pdf(filled_sheet(report, language)), as_json=as_json)
        for advice in _advice(outcome, language):
            say(advice)
    else:
        answer(_said(outcome), as_json=as_json, text=lambda: _text(outcome, language))
    return 0 if outcome.agrees else FOUND_DIFFERENCES


def _rows_about(file: Path) -> int:
    """Return about how many rows a workbook has, before it is opened."""
    return file.stat().st_size // _BYTES_A_ROW if file.is_file() else 0


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
        warnings=tuple(
            f"{each.place}: {each.message}" for each in (*outcome.left_out, *outcome.warnings)
        ),
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
        "left_out": outcome.left_out,
        "agrees": outcome.agrees,
        "differences": outcome.differences,
        "missing": outcome.missing,
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
        for each in (*outcome.left_out, *outcome.warnings)
    ]
    lines += _differences(outcome, language)
    lines += _advice(outcome, language) or [words(language, "read-agree")]
    return "\n".join(lines)


def _differences(outcome: Outcome, language: str) -> Iterator[str]:
    for other in outcome.differences:
        yield words(
            language,
            "read-differs",
            place=other.place,
            of=_named(other, language),
            worked=f"{other.worked:f}" if isinstance(other.worked, Decimal) else str(other.worked),
            there=repr(other.there),
        )
    for each in outcome.missing:
        yield words(language, "read-missing", place=each.place, message=each.message)
    if outcome.is_cut:
        yield words(language, "read-more")


def _advice(outcome: Outcome, language: str) -> list[str]:
    """Say what to do about what differs; nothing where all agrees."""
    seen = {each.why for each in outcome.differences}
    keys = [_WHYS[each] for each in Why if each in seen]
    keys += ["read-lost"] if outcome.missing else []
    return [words(language, key) for key in keys]


def _named(other: Difference, language: str) -> str:
    keys = (key for key in _LABELS if words("en", key) == other.symbol)
    symbol = next((words(language, key) for key in keys), other.symbol)
    return f"{symbol} ({other.member})" if other.member else symbol


def _numbers(calculation: Calculation) -> list[str]:
    return [_number(calculation.value(symbol)) for symbol in RESULTS]


def _number(value: Decimal) -> str:
    """Write a number short, but never as a whole tonne that it does not reach."""
    short = f"{value:.6f}"
    return short if cut_down(Decimal(short)) == cut_down(value) else f"{value:f}"


def _whole(amount: int | None, language: str) -> str:
    return words(language, "read-untold") if amount is None else str(amount)


def _total(outcome: Outcome) -> int | None:
    whole = [each.credits for each in outcome.vintages]
    return sum(each for each in whole if each is not None) if None not in whole else None
