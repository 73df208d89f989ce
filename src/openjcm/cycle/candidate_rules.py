"""Published shares against the rules that could have made them: explained, contradicted, or open.

No rounding rule of a share is published. A candidate is a share, what it is taken of, and how
it is rounded; a row is judged without the quantities by calendar year, which nobody prints.
Source of the candidates: docs/readings/0001-share-rounded-up-per-vintage.md.
"""

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from functools import cache


class Base(StrEnum):
    """What a share is taken of: a project's whole amount once, or each calendar year by itself."""

    TOTAL = "total"
    VINTAGE = "vintage"


class Rounding(StrEnum):
    """How a share comes to a whole number; ``majority`` is the least number above one half."""

    DOWN = "down"
    NEAREST = "nearest"
    UP = "up"
    MAJORITY = "majority"


class Verdict(StrEnum):
    """What a row says of a candidate.

    ``explained``: the candidate gives the amount, or can give it whatever the number of years.
    ``contradicted``: it cannot. ``open``: it depends on what is not published.
    """

    EXPLAINED = "explained"
    CONTRADICTED = "contradicted"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Candidate:
    """One rule that could have made a published share."""

    share: Fraction
    base: Base
    rounding: Rounding

    @property
    def stem(self) -> str:
        """The name by which catalogues and exports know it."""
        whole = f"{self.share.numerator}-{self.share.denominator}"
        return f"{whole}-{self.base}-{self.rounding}"


@dataclass(frozen=True, slots=True)
class Judgement:
    """The verdict on one row; ``years_at_least`` is the least number of years that gives it.

    ``gives`` is what the rule gives where that is one number; of several projects whose single
    amounts are not printed it gives ``gives_least`` to ``gives_most``.
    """

    verdict: Verdict
    gives: int | None = None
    years_at_least: int | None = None
    gives_least: int | None = None
    gives_most: int | None = None


def candidates(share: Fraction) -> tuple[Candidate, ...]:
    """Return every candidate for a share; the majority of one half only.

    >>> [each.stem for each in candidates(Fraction(1, 5))][:2]
    ['1-5-total-down', '1-5-total-nearest']
    """
    plain = (Rounding.DOWN, Rounding.NEAREST, Rounding.UP)
    found = tuple(Candidate(share, base, rounding) for base in Base for rounding in plain)
    half = Fraction(1, 2)
    majority = (Candidate(half, Base.TOTAL, Rounding.MAJORITY),) if share == half else ()
    return found + majority


def judge(
    candidate: Candidate,
    *,
    total: int,
    amount: int,
    years: int | None,
    projects: int = 1,
    parts: tuple[int, ...] = (),
) -> Judgement:
    """Judge a published amount by a candidate.

    Share, base and rounding belong to each project's agreement, so several projects in one
    amount are never judged as if they were one.

    Args:
        candidate: The rule that is tried.
        total: What was shared, in whole credits.
        amount: What was published as the share.
        years: Calendar years that the period touches; None where the period is not published,
            or where several projects stand in one amount.
        projects: How many projects the total is of.
        parts: What each of them has in the total; empty where that is not printed.
    """
    if candidate.base is Base.TOTAL:
        return _judged_by_project(candidate, total, amount, projects, parts)
    possible = [
        n
        for n in range(projects, _years_tried(total, years) + 1)
        if _can(candidate, total, amount, n)
    ]
    if projects > 1:
        # In which years the projects lie, and what each has there, is all unknown.
        return Judgement(Verdict.OPEN if possible else Verdict.CONTRADICTED)
    least = min(possible, default=None)
    if years is not None:
        verdict = Verdict.EXPLAINED if years in possible else Verdict.CONTRADICTED
    elif not possible:
        verdict = Verdict.CONTRADICTED
    else:
        # With more years than the denominator every residue can occur, so nothing new comes.
        all_of_them = len(possible) == _years_tried(total, years)
        verdict = Verdict.EXPLAINED if all_of_them else Verdict.OPEN
    return Judgement(verdict, years_at_least=least)


def _judged_by_project(
    candidate: Candidate, total: int, amount: int, projects: int, parts: tuple[int, ...]
) -> Judgement:
    known = parts or ((total,) if projects == 1 else ())
    if known:
        can = frozenset({sum(rounded(candidate, part) for part in known)})
    else:
        can = _results(candidate, total, projects)
    least, most = min(can, default=None), max(can, default=None)
    if amount not in can:
        verdict = Verdict.CONTRADICTED
    else:
        verdict = Verdict.EXPLAINED if len(can) == 1 else Verdict.OPEN
    return Judgement(
        verdict, gives=least if least == most else None, gives_least=least, gives_most=most
    )


def _results(candidate: Candidate, total: int, projects: int) -> frozenset[int]:
    """Return all that some split of a total between so many projects gives; each has a tonne."""
    parts, size = candidate.share.as_integer_ratio()
    return frozenset(
        gives + parts * ((total - used) // size)
        for used, gives in _sums(candidate, projects, 1)
        if used <= total and (total - used) % size == 0
    )


def rounded(candidate: Candidate, amount: int) -> int:
    """Return the share of an amount, rounded as the candidate does; a half goes up.

    What is left when down, up and nearest are done is the majority.

    >>> rounded(Candidate(Fraction(1, 2), Base.TOTAL, Rounding.UP), 355)
    178
    """
    exact = candidate.share * amount
    whole = exact.numerator // exact.denominator
    match candidate.rounding:
        case Rounding.DOWN:
            return whole
        case Rounding.UP:
            return whole + (exact != whole)
        case Rounding.NEAREST:
            return whole + (exact - whole >= Fraction(1, 2))
    return whole + 1


def _years_tried(total: int, years: int | None) -> int:
    return years if years is not None else min(total, _YEARS_TRIED)


# Monitoring periods of more calendar years than this, of all projects in one amount, are not known.
_YEARS_TRIED = 12


def _can(candidate: Candidate, total: int, amount: int, years: int) -> bool:
    """Whether some split of the total over that many years gives the amount.

    What rounding adds or takes depends on each year's remainder alone, so a split is as good as
    its remainders, and the rest is spread in whole multiples of the denominator.
    """
    parts, size = candidate.share.as_integer_ratio()
    # In whole numbers: fractions of so many splits would take most of a page's time.
    return any(
        used <= total
        and (total - used) % size == 0
        and gives + parts * ((total - used) // size) == amount
        for used, gives in _sums(candidate, years)
    )


@cache
def _sums(candidate: Candidate, count: int, least: int = 0) -> frozenset[tuple[int, int]]:
    """Return every (sum of remainders, sum of their shares) over so many years or projects.

    A year may have nothing; a project has at least one tonne, so ``least`` is 1 for projects.
    """
    size = candidate.share.denominator
    one = frozenset((left, rounded(candidate, left)) for left in range(least, least + size))
    if count == 1:
        return one
    return frozenset(
        (used + left, gives + given)
        for used, gives in _sums(candidate, count - 1, least)
        for left, given in one
    )
