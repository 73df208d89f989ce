"""All that a file gives worked at once: each vintage, what they come to, and eligibility.

In: whole tonnes of each calendar year, as a preview of what an edition cuts when a report is
verified. Not in: the edition's own cut (``cycle``), which alone makes credits.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal, localcontext

from openjcm.measure import Finding, Malformed, cut_down
from openjcm.methodology.checks import refusal
from openjcm.methodology.definition import Definition
from openjcm.methodology.given import GivenValues
from openjcm.methodology.numbers import shown
from openjcm.methodology.working.calculation import Calculation, work
from openjcm.methodology.working.criteria import Answer, answer_criteria
from openjcm.methodology.working.inputs import Values
from openjcm.rulebook import Rule

_DIGITS = 110


@dataclass(frozen=True, slots=True)
class WorkedVintage:
    """The calculation of one calendar year; ``year`` is empty where the file names none.

    ``credits`` is null where the digits do not tell the whole tonne, and 0 where there is no
    reduction.
    """

    year: str
    calculation: Calculation
    credits: int | None

    @property
    def warnings(self) -> tuple[Finding, ...]:
        """What its reader must be told, each with its place.

        Rules: NEGATIVE_REDUCTIONS.
        """
        amount = self.calculation.value("ER")
        if amount > 0:
            return self.calculation.warnings
        said = (
            f"is {shown(amount)} tCO2e: a calendar year whose reduction is zero or below gives no "
            f"credits and takes none from another (our reading 0004, to be confirmed)"
        )
        return (*self.calculation.warnings, Finding(Rule.NEGATIVE_REDUCTIONS, "ER", said))


@dataclass(frozen=True, slots=True)
class WorkedValues:
    """Every vintage of a file in order, and its criteria of eligibility answered."""

    vintages: tuple[WorkedVintage, ...]
    answers: tuple[Answer, ...]

    @property
    def credits(self) -> int | None:
        """The credits of all vintages; null where those of one are not told."""
        told = [each.credits for each in self.vintages if each.credits is not None]
        return sum(told) if len(told) == len(self.vintages) else None

    def total(self, symbol: str) -> Decimal:
        """Return the sum over the vintages of what a formula gave."""
        with localcontext(prec=_DIGITS):
            return sum((each.calculation.value(symbol) for each in self.vintages), Decimal(0))


def work_given(definition: Definition, given: GivenValues) -> WorkedValues:
    """Work every vintage, and answer the criteria for all of them.

    Raises:
        Malformed: values are missing, unknown or wrong, those for eligibility too (the findings
            are carried, each with its vintage), or a formula cannot be worked.
    """
    vintages, found = [], []
    answers: dict[str, tuple[Answer, ...]] = {}
    for year, values in given.sets.items():
        try:
            done = work(definition, values)
            vintages.append(WorkedVintage(year, done, credits_of(done)))
        except Malformed as error:
            found += [(year, each) for each in _findings(error, year)]
        try:
            answers[year] = answer_criteria(definition, _known(definition, values, given.asked))
        except Malformed as error:
            found += [(year, each) for each in error.findings]
    if found:
        raise refusal(
            f"these values cannot be worked by {definition.id}",
            code="values-malformed",
            about=definition.id,
            found=_placed(found, years=len(given.sets)),
        )
    return WorkedValues(tuple(vintages), _for_all(answers))


def credits_of(calculation: Calculation) -> int | None:
    """Return the whole tonnes of a reduction, never below zero; None where they are not told."""
    amount, uncertainty = calculation.value("ER"), calculation.uncertainty("ER")
    with localcontext(prec=_DIGITS):
        least, most = (max(cut_down(amount + by), 0) for by in (-uncertainty, uncertainty))
    return least if least == most else None


def _known(definition: Definition, values: Values, asked: Values) -> Values:
    """Return what criteria may ask: what is unknown among the values is told once, elsewhere."""
    known = {each.symbol for each in definition.parameters}
    known |= {each.symbol for each in definition.tables}
    return {**{symbol: each for symbol, each in values.items() if symbol in known}, **asked}


def _findings(error: Malformed, year: str) -> tuple[Finding, ...]:
    """Return the findings of a refusal; what is refused without any is refused as a whole."""
    if error.findings:
        return error.findings
    raise Malformed(
        f"vintage {year}: {error.message}" if year else error.message,
        code=error.code,
        about=error.about,
    ) from error


def _placed(found: list[tuple[str, Finding]], *, years: int) -> list[Finding]:
    """Return each finding once, with its vintage where it is not one of all."""
    told: dict[Finding, list[str]] = {}
    for year, each in found:
        told.setdefault(each, []).append(year)
    return [
        placed
        for each, of in told.items()
        for placed in (
            [each]
            if len({*of}) == years
            else [replace(each, place=f"{year}: {each.place}") for year in dict.fromkeys(of)]
        )
    ]


def _for_all(answers: Mapping[str, tuple[Answer, ...]]) -> tuple[Answer, ...]:
    """Return for each criterion the answer that counts: one vintage that fails is enough."""
    return tuple(
        min(
            (_of_year(each, year) for year, each in zip(answers, of_one, strict=True)),
            key=lambda each: (False, None, True).index(each.holds),
        )
        for of_one in zip(*answers.values(), strict=True)
    )


def _of_year(answer: Answer, year: str) -> Answer:
    return (
        replace(answer, why=f"{year}: {answer.why}") if year and answer.holds is False else answer
    )
