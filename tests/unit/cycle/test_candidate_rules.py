"""Published shares against candidate rules, from arithmetic done by hand and by brute force.

Expected values: bangladesh.md, sections 3.2 to 3.5.
"""

from fractions import Fraction
from itertools import product

import pytest

from openjcm.cycle import Base, Candidate, Rounding, Verdict, candidates, judge
from openjcm.cycle.candidate_rules import rounded

HALF = Fraction(1, 2)
UP_BY_YEAR = Candidate(HALF, Base.VINTAGE, Rounding.UP)


def test_one_half_is_tried_in_seven_ways() -> None:
    """Down, to the nearest and up, of the total and by year; and the majority of one half."""
    assert [each.stem for each in candidates(HALF)] == [
        *("1-2-total-down", "1-2-total-nearest", "1-2-total-up"),
        *("1-2-vintage-down", "1-2-vintage-nearest", "1-2-vintage-up"),
        "1-2-total-majority",
    ]


def test_another_share_has_no_majority() -> None:
    """Six ways for one fifth."""
    found = candidates(Fraction(1, 5))

    assert len(found) == 6
    assert all(each.rounding is not Rounding.MAJORITY for each in found)


@pytest.mark.parametrize(
    ("share", "rounding", "amount", "gives"),
    [
        ("1/2", Rounding.DOWN, 355, 177),
        ("1/2", Rounding.UP, 355, 178),
        ("1/2", Rounding.NEAREST, 355, 178),
        ("1/2", Rounding.UP, 144, 72),
        ("1/2", Rounding.MAJORITY, 144, 73),
        ("1/2", Rounding.MAJORITY, 355, 178),
        ("7/10", Rounding.DOWN, 157, 109),
        ("7/10", Rounding.NEAREST, 157, 110),
        ("7/10", Rounding.UP, 8947, 6263),
        ("3/4", Rounding.NEAREST, 585, 439),
        ("3/4", Rounding.DOWN, 296, 222),
        ("3/5", Rounding.NEAREST, 35419, 21251),
        ("1/5", Rounding.NEAREST, 12, 2),
        ("1/5", Rounding.NEAREST, 13, 3),
    ],
)
def test_a_share_comes_to_a_whole_number(
    share: str, rounding: Rounding, amount: int, gives: int
) -> None:
    """A half goes up where it is rounded to the nearest."""
    assert rounded(Candidate(Fraction(share), Base.TOTAL, rounding), amount) == gives


def test_the_total_gives_one_number() -> None:
    """BD-5: one rounding of the total gives 72 of 144, which is not the published 73."""
    found = judge(Candidate(HALF, Base.TOTAL, Rounding.UP), total=144, amount=73, years=3)

    assert (found.verdict, found.gives, found.years_at_least) == (Verdict.CONTRADICTED, 72, None)


def test_a_known_number_of_years_is_explained_or_contradicted() -> None:
    """BD-1: 73 of 144 in three calendar years needs two odd ones; in one year it cannot be."""
    three = judge(UP_BY_YEAR, total=144, amount=73, years=3)
    one = judge(UP_BY_YEAR, total=144, amount=73, years=1)

    assert (three.verdict, three.years_at_least) == (Verdict.EXPLAINED, 2)
    assert (one.verdict, one.years_at_least) == (Verdict.CONTRADICTED, None)


def test_what_depends_on_the_number_of_years_stays_open() -> None:
    """KH001: 92 of 181 needs at least three odd years."""
    found = judge(UP_BY_YEAR, total=181, amount=92, years=None)

    assert (found.verdict, found.years_at_least) == (Verdict.OPEN, 3)


def test_what_holds_for_any_number_of_years_is_explained() -> None:
    """VN004: 76 of 151, one odd year, and one can always be."""
    found = judge(UP_BY_YEAR, total=151, amount=76, years=None)

    assert (found.verdict, found.years_at_least) == (Verdict.EXPLAINED, 1)


def test_what_no_number_of_years_gives_is_contradicted() -> None:
    """TH002 and TH005: 606 of 1,213 is below one half."""
    found = judge(UP_BY_YEAR, total=1213, amount=606, years=None)

    assert (found.verdict, found.years_at_least) == (Verdict.CONTRADICTED, None)


def test_a_small_total_has_no_more_years_than_tonnes() -> None:
    """Of one tonne rounded up, one can be given in one year."""
    found = judge(UP_BY_YEAR, total=1, amount=1, years=None)

    assert (found.verdict, found.years_at_least) == (Verdict.EXPLAINED, 1)


def _splits(total: int, years: int) -> list[tuple[int, ...]]:
    return [
        (*parts, total - sum(parts))
        for parts in product(range(total + 1), repeat=years - 1)
        if sum(parts) <= total
    ]


@pytest.mark.parametrize("share", ["1/2", "1/5", "7/10"])
@pytest.mark.parametrize("rounding", [Rounding.DOWN, Rounding.NEAREST, Rounding.UP])
def test_remainders_say_the_same_as_every_split(share: str, rounding: Rounding) -> None:
    """For small totals every split over up to three years is tried by brute force."""
    candidate = Candidate(Fraction(share), Base.VINTAGE, rounding)
    for total, years in product(range(1, 24, 5), (1, 2, 3)):
        given = {sum(rounded(candidate, part) for part in parts) for parts in _splits(total, years)}
        for amount in range(total + 1):
            found = judge(candidate, total=total, amount=amount, years=years).verdict
            assert (found is Verdict.EXPLAINED) == (amount in given), (total, years, amount)


@pytest.mark.parametrize("share", ["1/2", "1/5", "7/10"])
@pytest.mark.parametrize("rounding", list(Rounding))
def test_bounds_of_several_projects_are_those_of_every_split(
    share: str, rounding: Rounding
) -> None:
    """For small totals every split between two or three projects is tried by brute force."""
    candidate = Candidate(Fraction(share), Base.TOTAL, rounding)
    for total, projects in product(range(3, 40, 7), (2, 3)):
        splits = [split for split in _splits(total, projects) if all(split)]
        given = {sum(rounded(candidate, part) for part in split) for split in splits}
        for amount in range(total + 1):
            found = judge(candidate, total=total, amount=amount, years=None, projects=projects)
            assert (found.gives_least, found.gives_most) == (min(given), max(given))
            sure = Verdict.EXPLAINED if given == {amount} else Verdict.OPEN
            assert found.verdict is (sure if amount in given else Verdict.CONTRADICTED)


def test_more_projects_than_tonnes_contradict_every_rule() -> None:
    """One tonne cannot be of two projects."""
    found = judge(
        Candidate(HALF, Base.TOTAL, Rounding.UP), total=1, amount=1, years=None, projects=2
    )

    assert (found.verdict, found.gives_least, found.gives_most) == (
        Verdict.CONTRADICTED,
        None,
        None,
    )


def test_known_amounts_of_several_projects_give_one_number() -> None:
    """70 % of 50 and of 107, each cut: 35 and 74."""
    found = judge(
        Candidate(Fraction(7, 10), Base.TOTAL, Rounding.DOWN),
        total=157,
        amount=109,
        years=None,
        projects=2,
        parts=(50, 107),
    )

    assert (found.verdict, found.gives) == (Verdict.EXPLAINED, 109)
