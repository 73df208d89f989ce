"""A calculation on paper: every intermediate value, in the order of the document.

Of a monitoring report year by year, or of one set of values. What stands over each page says
what it must not be taken for. Not in: how a sheet is drawn.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from importlib.resources import files
from types import MappingProxyType

from openjcm.measure.basis import Basis
from openjcm.methodology import Branch, BranchKind, Explanation
from openjcm.methodology.entries import Heading, heading_kind
from openjcm.papers.figure_words import figure_cell, marks_section
from openjcm.papers.methodologies.names import place_words
from openjcm.papers.methodologies.trees import value_words
from openjcm.papers.record_text.headings import heading_words
from openjcm.papers.recorded import as_recorded
from openjcm.papers.sheet import Cell, Said, Section, Sheet, Table, Twig
from openjcm.papers.walk_words import record_words
from openjcm.papers.words import PAPERS, Catalogue, say_day, say_number, say_period
from openjcm.views.methodologies.calculations import ReportCalculation, YearWorked

# How many places of a series stand on paper; a fleet beyond it is told by its number.
PLACES_SHOWN = 1_000
_WORDS = Catalogue(files("openjcm.papers.methodologies") / "words")
_KINDS_NAMED = (
    *(BranchKind.MONITORED, BranchKind.FIXED, BranchKind.EARLIER, BranchKind.LOOKED_UP),
)
_NO_NOTES: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class CaseWorked:
    """One set of values worked through a definition, as a paper needs it.

    ``credits`` is None where the whole tonne cannot be told; ``draft`` means that the definition
    is a file of the reader's own.
    """

    explained: Explanation
    definition_sha256: str
    title: str
    says: str
    evidence: Basis
    credits: int | None
    warnings: tuple[str, ...]
    draft: bool = False


def report_sheet(found: ReportCalculation, language: str) -> Sheet:
    """Write the calculation of a rehearsed monitoring report."""
    marks = {found.basis, *(basis for year in found.years for basis in bases_in(year.explained))}
    return Sheet(
        language=language,
        dated=found.submitted_on.isoformat(),
        banner=say_on_paper(language, "rehearsal-banner"),
        watermark=say_on_paper(language, "rehearsal"),
        kind=say_on_paper(language, "kind-of-report"),
        title=say_on_paper(language, "title-of-report", report=found.report),
        facts=_report_facts(found, language),
        lead=(say_on_paper(language, "lead-order"), say_on_paper(language, "lead-of-report")),
        sections=(
            _by_vintage(found, language),
            *(_year(year, found, language) for year in found.years),
            marks_section(marks, language),
        ),
        generated=say_on_paper(language, "generated"),
        standing=standing_words(found.worked_by, language),
    )


def case_sheet(done: CaseWorked, language: str) -> Sheet:
    """Write the calculation of one set of values."""
    name = done.explained.definition_id
    told = "" if done.credits is None else say_number(language, done.credits)
    whole = told or say_on_paper(language, "whole-tonnes-not-told")
    mark = basis_words(language, done.explained.basis)
    title = as_recorded(language, done.title)
    facts = (
        Said(say_on_paper(language, "fact-definition"), f"{name} {title}"),
        Said(say_on_paper(language, "label-definition-sha256"), done.definition_sha256),
        *_if_said(language, "fact-case", as_recorded(language, done.says)),
        Said(say_on_paper(language, "fact-given"), basis_words(language, done.evidence)),
        Said(say_on_paper(language, "fact-whole-tonnes"), whole, done.explained.basis, mark),
    )
    warned = Section(say_on_paper(language, "warnings-said"), items=done.warnings)
    return Sheet(
        language=language,
        dated="",
        banner="",
        watermark="",
        kind=say_on_paper(language, "kind-of-case"),
        title=say_on_paper(language, "title-of-case", definition=name),
        facts=facts,
        lead=(say_on_paper(language, "lead-order"), say_on_paper(language, "lead-of-case")),
        sections=(
            *((warned,) if done.warnings else ()),
            Section(say_on_paper(language, "values-said"), trees=twigs(done.explained, language)),
            marks_section({*bases_in(done.explained), done.evidence}, language),
        ),
        generated=say_on_paper(language, "generated"),
        standing=say_on_paper(language, "standing-draft")
        if done.draft
        else standing_words(name, language),
    )


def twigs(
    explained: Explanation, language: str, why: Mapping[str, str] = _NO_NOTES
) -> tuple[Twig, ...]:
    """Write the trees of a calculation.

    Args:
        explained: The calculation laid open.
        language: Of the paper.
        why: Why a value is what it is, by symbol, where somebody said so.
    """
    return tuple(_twig(tree, language, why) for tree in explained.trees)


def _twig(branch: Branch, language: str, why: Mapping[str, str]) -> Twig:
    is_named = branch.kind in _KINDS_NAMED
    is_worked = branch.kind not in (BranchKind.EARLIER, BranchKind.LOOKED_UP)
    more = len(branch.values) - PLACES_SHOWN
    marks = (
        say_on_paper(language, f"branch-{branch.kind}") if is_named else "",
        basis_words(language, branch.basis),
        "" if branch.is_exact else say_on_paper(language, "branch-not-exact"),
        _source_words(language, branch),
    )
    return Twig(
        symbol=branch.symbol,
        formula=branch.formula if is_worked else "",
        mark=say_on_paper(language, "list-comma").join(each for each in marks if each),
        values=tuple(
            (place_words(language, at.at), value_words(language, at, branch.unit))
            for at in branch.values[:PLACES_SHOWN]
        ),
        more=say_on_paper(language, "branch-more", count=more) if more > 0 else "",
        note="" if branch.kind is BranchKind.EARLIER else as_recorded(language, branch.says),
        why=as_recorded(language, why.get(branch.symbol, "")),
        twigs=tuple(_twig(each, language, why) for each in branch.branches),
    )


def _source_words(language: str, branch: Branch) -> str:
    if branch.kind is not BranchKind.LOOKED_UP or not branch.source:
        return ""
    return say_on_paper(language, "branch-source", source=as_recorded(language, branch.source))


def _report_facts(found: ReportCalculation, language: str) -> tuple[Said, ...]:
    title = found.title_ja if language == "ja" else found.title_en
    worked_by = found.worked_by if found.worked_by != found.methodology else ""
    readings = basis_words(language, found.readings_basis)
    return (
        Said(say_on_paper(language, "label-project"), f"{found.project_id} {title}"),
        Said(say_on_paper(language, "label-reference"), found.report),
        Said(say_on_paper(language, "label-monitoring-period"), say_period(language, found.period)),
        Said(say_on_paper(language, "fact-submitted"), say_day(language, found.submitted_on)),
        Said(say_on_paper(language, "fact-record"), record_words(language, found.record)),
        Said(say_on_paper(language, "label-methodology"), found.methodology),
        *_if_said(language, "label-worked-by", worked_by),
        Said(say_on_paper(language, "label-definition-sha256"), found.definition_sha256),
        Said(say_on_paper(language, "fact-readings"), readings),
    )


def _by_vintage(found: ReportCalculation, language: str) -> Section:
    keys = ("label-year", "heading-reductions", "heading-credits")
    rows = tuple(
        (
            Cell(str(year.year)),
            Cell(_reduction(year, language), _mark(year, language)),
            figure_cell(language, year.credits, ()),
        )
        for year in found.years
    )
    headings = tuple(say_on_paper(language, key) for key in keys)
    return Section(say_on_paper(language, "by-vintage"), table=Table(headings, rows, numbers=1))


def _reduction(year: YearWorked, language: str) -> str:
    (tree,) = [each for each in year.explained.trees if each.symbol == "ER"]
    return say_on_paper(language, "tonnes", amount=value_words(language, tree.values[0], ""))


def _mark(year: YearWorked, language: str) -> str:
    basis = basis_words(language, year.credits.basis)
    if not year.uncertainty:
        return basis
    within = uncertainty_words(language, year.uncertainty)
    return say_on_paper(language, "worked-to-within", basis=basis, within=within)


def uncertainty_words(language: str, uncertainty: str) -> str:
    """Write by how much a reduction may be wrong, without powers of ten.

    >>> uncertainty_words("en", "5.2E-47")
    'less than 1 in decimal place 46'
    >>> uncertainty_words("en", "0.3")
    'at most 0.3 t'
    """
    bound = Decimal(uncertainty)
    place = -bound.adjusted() - 1
    if place > 0:
        return say_on_paper(language, "wrong-in-place", place=str(place))
    amount = say_on_paper(language, "tonnes", amount=f"{bound:f}")
    return say_on_paper(language, "wrong-at-most", amount=amount)


def _year(year: YearWorked, found: ReportCalculation, language: str) -> Section:
    why = {each.symbol: each.note for each in found.notes}
    return Section(
        title=say_on_paper(language, "of-vintage", year=str(year.year)),
        trees=twigs(year.explained, language, why),
    )


def standing_words(definition_id: str, language: str) -> str:
    """Say what a definition is not; nothing of one that two persons confirmed."""
    if heading_kind(definition_id) is Heading.TEMPLATE:
        return say_on_paper(language, "standing-template", definition=definition_id)
    return heading_words(language, definition_id)


def bases_in(explained: Explanation) -> Iterator[Basis]:
    """Yield how firm each value of a calculation is."""
    waiting = list(explained.trees)
    while waiting:
        branch = waiting.pop()
        yield branch.basis
        waiting += branch.branches


def _if_said(language: str, key: str, value: str) -> tuple[Said, ...]:
    return (Said(say_on_paper(language, key), value),) if value else ()


def basis_words(language: str, basis: Basis) -> str:
    """Write how firm a figure is."""
    return say_on_paper(language, f"basis-{basis}")


def say_on_paper(language: str, key: str, **values: str | int) -> str:
    """Return words of a calculation on paper, or of any paper."""
    catalogue = _WORDS if _WORDS.has(language, key) else PAPERS
    return catalogue.say(language, key, **values)
