"""The calculation of a monitoring report that somebody filled in, year by year, on paper."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from openjcm.measure.basis import Basis
from openjcm.measure.period import Period
from openjcm.methodology import Explanation, shown
from openjcm.papers.figure_words import marks_section
from openjcm.papers.methodologies.calculations import (
    bases_in,
    basis_words,
    say_on_paper,
    standing_words,
    twigs,
)
from openjcm.papers.recorded import as_recorded
from openjcm.papers.sheet import Cell, Said, Section, Sheet, Table
from openjcm.papers.words import say_number, say_period


@dataclass(frozen=True, slots=True)
class FilledYear:
    """One calendar-year vintage; ``credits`` is None where the whole tonne cannot be told."""

    period: Period
    credits: int | None
    explained: Explanation


@dataclass(frozen=True, slots=True)
class FilledReport:
    """A filled report worked through a definition, as a paper needs it.

    ``over`` is what stands over the workbook, such as the number of the project; ``differences``
    say where the workbook shows another number. ``draft`` means that the definition is a file of
    the reader's own.
    """

    title: str
    over: str
    definition_sha256: str
    evidence: Basis
    years: tuple[FilledYear, ...]
    warnings: tuple[str, ...]
    differences: tuple[str, ...]
    draft: bool = False

    @property
    def basis(self) -> Basis:
        """How firm the results are; they are worked by one definition."""
        return self.years[0].explained.basis

    @property
    def credits(self) -> int | None:
        """The whole tonnes of all years; None where those of one cannot be told."""
        whole = [each.credits for each in self.years if each.credits is not None]
        return sum(whole) if len(whole) == len(self.years) else None


def filled_sheet(done: FilledReport, language: str) -> Sheet:
    """Write the calculation of a filled report."""
    name = done.years[0].explained.definition_id
    marks = {done.evidence, done.basis}
    marks |= {basis for year in done.years for basis in bases_in(year.explained)}
    return Sheet(
        language=language,
        dated="",
        banner="",
        watermark="",
        kind=say_on_paper(language, "kind-of-filled"),
        title=say_on_paper(language, "title-of-filled", definition=name),
        facts=_facts(done, name, language),
        lead=(say_on_paper(language, "lead-order"), say_on_paper(language, "lead-of-filled")),
        sections=(
            *_noted(language, "warnings-said", done.warnings),
            *_noted(language, "differences-said", done.differences),
            _by_vintage(done, language),
            *(_year(each, language) for each in done.years),
            marks_section(marks, language),
        ),
        generated=say_on_paper(language, "generated"),
        standing=(
            say_on_paper(language, "standing-draft")
            if done.draft
            else standing_words(name, language)
        ),
    )


def _facts(done: FilledReport, name: str, language: str) -> tuple[Said, ...]:
    title = as_recorded(language, done.title)
    mark = basis_words(language, done.basis)
    over = [Said(say_on_paper(language, "fact-over"), done.over)] if done.over else []
    return (
        *over,
        Said(say_on_paper(language, "fact-definition"), f"{name} {title}"),
        Said(say_on_paper(language, "label-definition-sha256"), done.definition_sha256),
        Said(say_on_paper(language, "fact-given"), basis_words(language, done.evidence)),
        Said(
            say_on_paper(language, "fact-whole-tonnes"),
            _whole(done.credits, language),
            done.basis,
            mark,
        ),
    )


def _by_vintage(done: FilledReport, language: str) -> Section:
    keys = ("label-monitoring-period", "heading-reductions", "fact-whole-tonnes")
    rows = tuple(
        (
            Cell(say_period(language, each.period)),
            Cell(_reduction(each, language), _mark(each, language)),
            Cell(_whole(each.credits, language), _mark(each, language)),
        )
        for each in done.years
    )
    headings = tuple(say_on_paper(language, key) for key in keys)
    return Section(say_on_paper(language, "by-vintage"), table=Table(headings, rows, numbers=1))


def _year(year: FilledYear, language: str) -> Section:
    title = say_on_paper(language, "of-vintage", year=str(year.period.first.year))
    return Section(title, trees=twigs(year.explained, language))


def _noted(language: str, key: str, items: Iterable[str]) -> tuple[Section, ...]:
    said = tuple(items)
    return (Section(say_on_paper(language, key), items=said),) if said else ()


def _whole(amount: int | None, language: str) -> str:
    if amount is None:
        return say_on_paper(language, "whole-tonnes-not-told")
    return say_number(language, amount)


def _reduction(year: FilledYear, language: str) -> str:
    """Write the reduction as a person reads it; every digit stands in the tree below."""
    (tree,) = [each for each in year.explained.trees if each.symbol == "ER"]
    amount = tree.values[0].value
    assert isinstance(amount, Decimal), "a reduction is a number"
    return say_on_paper(language, "tonnes", amount=shown(amount))


def _mark(year: FilledYear, language: str) -> str:
    return basis_words(language, year.explained.basis)
