"""``openjcm methodology work``: the values of a file worked, vintage by vintage."""

from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from decimal import Decimal
from pathlib import Path
from typing import Annotated, Any

import typer

from openjcm.cli.answers import JsonFlag, Language, answer
from openjcm.cli.pdf_file import PdfFile, check_pdf_name, write_pdf
from openjcm.measure.errors import Finding, Malformed, NotFound
from openjcm.methodology import (
    Definition,
    Explanation,
    GivenFile,
    Step,
    WorkedValues,
    WorkedVintage,
    explain,
    read_given,
    shown,
    work_given,
)
from openjcm.methodology.drafting import faults_in
from openjcm.methodology.entries import definition_to_work, heading_of
from openjcm.methodology.files.toml import text_of
from openjcm.papers.columns import table_lines, wrap
from openjcm.papers.methodologies.answers import answers_text
from openjcm.papers.methodologies.calculations import CaseWorked, case_sheet
from openjcm.papers.methodologies.trees import tree_text
from openjcm.papers.pdf import sheet_pdf
from openjcm.papers.record_text.headings import heading_words
from openjcm.papers.record_text.lines import LINE
from openjcm.papers.words import say

# Whatever number a draft bears, what is worked by it is never taken for the scheme's own.
DRAFT_HEADING = "Draft: worked by a file of yours, which is no official methodology"
RESULTS = ("RE", "PE", "ER")


@dataclass(frozen=True, slots=True)
class _Done:
    """What a file came to, with every vintage laid open."""

    definition: Definition
    is_draft: bool
    given: GivenFile
    worked: WorkedValues
    opened: tuple[Explanation, ...]

    @property
    def heading(self) -> str:
        return DRAFT_HEADING if self.is_draft else heading_of(self.definition.id)

    @property
    def each(self) -> Iterator[tuple[WorkedVintage, Explanation]]:
        return zip(self.worked.vintages, self.opened, strict=True)

    @property
    def has_years(self) -> bool:
        return bool(self.worked.vintages[0].year)

    @property
    def warnings(self) -> list[Finding]:
        return [
            Finding(each.rule, f"{vintage.year}: {each.place}", each.message)
            if vintage.year
            else each
            for vintage in self.worked.vintages
            for each in vintage.warnings
        ]

    def result(self, symbol: str) -> Decimal:
        """Return a result, or its sum over the vintages."""
        first = self.worked.vintages[0]
        return self.worked.total(symbol) if self.has_years else first.calculation.value(symbol)


def work_(
    name: Annotated[
        str,
        typer.Argument(help="A version or template, e.g. BD_AM002_ver01.0, or a draft: its file."),
    ],
    case: Annotated[Path, typer.Argument(help="A TOML file with a [monitored] table of values.")],
    out: PdfFile = None,
    *,
    explained: Annotated[
        bool, typer.Option("--explain", help="As a tree: what each value is made of.")
    ] = False,
    as_json: JsonFlag = False,
    language: Language = "en",
) -> None:
    """Work a set of values, or one for each vintage; every intermediate is kept.

    The results are as firm as the weakest of the definition, its formulas and what the file's
    evidence says of its values; values of which it says nothing count as illustrative. The
    criteria of eligibility are answered as far as the values under [asked] and the others go.

    Raises:
        NotFound: there is no such definition or file.
        Malformed: a value is missing or does not fit; all at once, each with its line and a hint.
            Or the PDF cannot be written.
    """
    if out:
        check_pdf_name(out)
    done = _worked(name, case)
    if out:
        write_pdf(out, sheet_pdf(case_sheet(_paper(done), language)), as_json=as_json)
    elif as_json:
        answer(_said(done, explained=explained), as_json=True, text=str)
    else:
        typer.echo("\n".join(_lines(done, language, explained=explained)))


def _worked(name: str, case: Path) -> _Done:
    """Work a file; what is wrong with it or with a draft is told with lines and hints."""
    try:
        named = definition_to_work(name)
    except Malformed as error:
        raise _located(error, Path(name)) from error
    definition = named.definition
    assert definition is not None, "only what has a definition is worked"
    try:
        given = _given(case)
        worked = work_given(definition, given.values)
    except Malformed as error:
        symbols = [each.symbol for each in (*definition.parameters, *definition.asked)]
        raise _located(error, case, symbols) from error
    return _Done(
        definition=definition,
        is_draft=named.draft is not None,
        given=given,
        worked=worked,
        opened=tuple(
            explain(definition, each.calculation, given.evidence) for each in worked.vintages
        ),
    )


def _given(case: Path) -> GivenFile:
    try:
        return read_given(text_of(case), name=case.name)
    except OSError:
        raise NotFound(f"there is no file {case}", code="no-case", about=str(case)) from None
    except UnicodeDecodeError:
        raise Malformed(
            f"{case} is no text in UTF-8", code="file-unreadable", about=str(case)
        ) from None


def _located(error: Malformed, path: Path, symbols: Sequence[str] = ()) -> Malformed:
    """Return a refusal whose findings name file and line, and what to do about each."""
    if path.is_dir():
        path = path / "definition.toml"
    found = (
        Finding(
            rule=each.rule,
            place=": ".join((f"{each.file}:{each.line}", *each.place.split(": ")[1:])),
            message=f"{each.message}; {each.hint}" if each.hint else each.message,
        )
        for each in faults_in(path, error.findings, symbols)
    )
    return Malformed(error.message, code=error.code, about=error.about, findings=tuple(found))


def _paper(done: _Done) -> CaseWorked:
    """Return one set of values as a paper needs it."""
    if len(done.opened) > 1:
        raise Malformed(
            "-o writes the calculation of one set of values: leave one vintage in the file",
            code="one-vintage-a-paper",
            about="vintage",
        )
    (vintage,) = done.worked.vintages
    return CaseWorked(
        explained=done.opened[0],
        definition_sha256=done.definition.sha256,
        title=done.definition.title,
        says=" ".join(done.given.says.split()),
        evidence=done.given.evidence,
        credits=vintage.credits,
        warnings=tuple(f"{each.place}: {each.message}" for each in done.warnings),
        draft=done.is_draft,
    )


def _said(done: _Done, *, explained: bool) -> dict[str, Any]:
    basis = done.opened[0].basis
    trees: dict[str, Any] = {}
    if explained:
        trees = {"trees": done.opened[0].trees}
        if done.has_years:
            trees["trees"] = [
                {"vintage": int(vintage.year), "trees": opened.trees}
                for vintage, opened in done.each
            ]
    return {
        "definition": done.definition.id,
        "heading": done.heading,
        "sha256": done.definition.sha256,
        "basis": basis,
        **{symbol: done.result(symbol) for symbol in RESULTS},
        "credits": done.worked.credits,
        "vintages": [
            {
                "vintage": int(each.year) if each.year else None,
                **{symbol: each.calculation.value(symbol) for symbol in RESULTS},
                "credits": each.credits,
                "basis": basis,
            }
            for each in done.worked.vintages
        ],
        "steps": [each for vintage, opened in done.each for each in _steps_said(vintage, opened)],
        "eligibility": [_answer_said(asdict(each)) for each in done.worked.answers],
        "warnings": done.warnings,
        **trees,
    }


def _answer_said(answer: dict[str, Any]) -> dict[str, Any]:
    says = " ".join(answer["says"].split())
    return {**{key: answer[key] for key in answer if key != "is_worked"}, "says": says}


def _steps_said(vintage: WorkedVintage, opened: Explanation) -> Iterator[dict[str, Any]]:
    year = {"vintage": int(vintage.year)} if vintage.year else {}
    steps = vintage.calculation.steps
    for each, basis in zip(steps, opened.bases(steps), strict=True):
        yield {**year, **asdict(each), "basis": basis}


def _lines(done: _Done, language: str, *, explained: bool) -> Iterator[str]:
    over = done.heading if done.is_draft else heading_words(language, done.definition.id)
    if over:
        yield from (*wrap(over, LINE), "")
    for vintage, opened in done.each:
        if vintage.year:
            yield say(language, "worked-vintage", year=vintage.year)
        if explained:
            yield tree_text(opened, language)
        rows = [] if explained else _steps(vintage, opened)
        yield from table_lines([*rows, _credits(vintage.credits, opened.basis, language)])
        if vintage.year:
            yield ""
    if done.has_years:
        yield say(language, "worked-vintages")
        yield from table_lines(_totals(done, language))
    if done.worked.answers:
        yield from ("", answers_text(done.worked.answers, language))
    yield from _notes(done, language, is_cut=not explained)


def _notes(done: _Done, language: str, *, is_cut: bool) -> Iterator[str]:
    notes = [
        say(language, "worked-note", place=each.place, message=each.message)
        for each in done.warnings
    ]
    if is_cut and any(map(_is_cut, done.worked.vintages)):
        notes.append(say(language, "worked-digits"))
    if notes:
        yield ""
    for note in notes:
        yield from wrap(note, LINE)


def _totals(done: _Done, language: str) -> list[list[str]]:
    basis = done.opened[0].basis
    how = say(language, "worked-sum")
    rows = [[symbol, shown(done.result(symbol)), "tCO2e", f"[{basis}]", how] for symbol in RESULTS]
    return [*rows, _credits(done.worked.credits, basis, language)]


def _steps(vintage: WorkedVintage, opened: Explanation) -> list[list[str]]:
    steps = vintage.calculation.steps
    return [
        [_step_name(each), shown(each.value), each.unit, f"[{basis}]", each.formula]
        for each, basis in zip(steps, opened.bases(steps), strict=True)
    ]


def _credits(amount: int | None, basis: str, language: str) -> list[str]:
    told = say(language, "worked-credits-untold") if amount is None else str(amount)
    how = say(language, "worked-credits-how")
    return [say(language, "worked-credits"), told, "tCO2e", f"[{basis}]", how]


def _is_cut(vintage: WorkedVintage) -> bool:
    return any(shown(each.value).endswith("…") for each in vintage.calculation.steps)


def _step_name(step: Step) -> str:
    return f"{step.symbol} ({step.at})" if step.item else step.symbol
