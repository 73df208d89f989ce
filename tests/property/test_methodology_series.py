"""Series over several index sets, choices, years and powers: the engine against plain Decimal."""

import operator
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Context, Decimal, localcontext
from fractions import Fraction
from itertools import pairwise, product
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from fakes.drafts import fixed, index, monitored, read
from openjcm.methodology import work

decimals = st.decimals(min_value=0, max_value=1000, places=2)
factors = st.decimals(min_value=Decimal("0.01"), max_value=5, places=3)
JOIN: dict[str, Callable[[Any, Any], Any]] = {
    "+": operator.add,
    "-": operator.sub,
    "*": operator.mul,
}
COMPARE: dict[str, Callable[[Any, Any], bool]] = {
    "<": operator.lt,
    "<=": operator.le,
    "=": operator.eq,
    "<>": operator.ne,
    ">=": operator.ge,
    ">": operator.gt,
}
CHOOSE: dict[str, Callable[[Any, Any], Any]] = {"min": min, "max": max}


@dataclass(frozen=True)
class Sample:
    """A formula as text, and the same as plain Python at one place."""

    text: str
    plain: Callable[[Mapping[str, Any]], Any]


leaves = st.one_of(
    st.sampled_from("ABCD").map(lambda name: Sample(name, lambda env: env[name])),
    decimals.map(lambda value: Sample(f"{value:f}", lambda _: value)),
)


def _joined(sign: str, left: Sample, right: Sample) -> Sample:
    join = JOIN[sign]
    return Sample(
        f"({left.text}) {sign} ({right.text})",
        lambda env: join(left.plain(env), right.plain(env)),
    )


def _chosen(function: str, left: Sample, right: Sample) -> Sample:
    choose = CHOOSE[function]
    return Sample(
        f"{function}({left.text}, {right.text})",
        lambda env: choose(left.plain(env), right.plain(env)),
    )


def _cased(sign: str, left: Sample, right: Sample, then: Sample, other: Sample) -> Sample:
    compare = COMPARE[sign]
    return Sample(
        f"case when {left.text} {sign} {right.text} then {then.text} else {other.text} end",
        lambda env: (
            then.plain(env) if compare(left.plain(env), right.plain(env)) else other.plain(env)
        ),
    )


def _powered(base: Sample, exponent: int) -> Sample:
    return Sample(
        f"({base.text}) ^ {exponent}",
        # Zero to the power of nothing is 1 in the language, and nothing in plain decimals.
        lambda env: base.plain(env) ** exponent if exponent else Decimal(1),
    )


def _grown(inner: st.SearchStrategy[Sample]) -> st.SearchStrategy[Sample]:
    return st.one_of(
        st.builds(_joined, st.sampled_from("+-*"), inner, inner),
        st.builds(_chosen, st.sampled_from(["min", "max"]), inner, inner),
        st.builds(_cased, st.sampled_from(list(COMPARE)), inner, inner, inner, inner),
        st.builds(_powered, leaves, st.integers(0, 3)),
    )


samples = st.recursive(leaves, _grown, max_leaves=6)


@st.composite
def sheets(draw: st.DrawFn) -> dict[str, Any]:
    """Draw values of A (over both sets), B, C (over one each) and D (one)."""
    rows, columns = draw(st.integers(1, 3)), draw(st.integers(1, 3))
    column = st.lists(decimals, min_size=columns, max_size=columns)
    return {
        "A": draw(st.lists(column, min_size=rows, max_size=rows)),
        "B": draw(st.lists(decimals, min_size=rows, max_size=rows)),
        "C": draw(column),
        "D": draw(decimals),
        "T": Decimal(1),
    }


@given(sample=samples, sheet=sheets())
def test_two_index_sets_are_worked_as_two_loops(sample: Sample, sheet: dict[str, Any]) -> None:
    """Whatever is joined at a place is that place's own, and every place is summed once."""
    definition = read(
        monitored("A", "1", "row, column"),
        monitored("B", "1", "row"),
        monitored("C", "1", "column"),
        monitored("D", "1"),
        fixed("T", "tCO2e"),
        formulas={"RE": f"sum(sum({sample.text} + 0 * A * (B + C + D) over row)) * T"},
    )

    calculation = work(definition, sheet)

    places = product(range(len(sheet["B"])), range(len(sheet["C"])))
    with localcontext(Context(prec=200)):
        plain = sum(
            sample.plain(
                {"A": sheet["A"][r][c], "B": sheet["B"][r], "C": sheet["C"][c], "D": sheet["D"]}
            )
            for r, c in places
        )
    off = abs(Fraction(calculation.value("RE")) - Fraction(plain))
    assert off <= Fraction(calculation.uncertainty("RE"))


@given(
    wastes=st.lists(
        st.tuples(factors, st.lists(decimals, min_size=3, max_size=3)), min_size=1, max_size=3
    )
)
def test_decay_over_years_is_the_sum_of_all_years_before(
    wastes: list[tuple[Decimal, list[Decimal]]],
) -> None:
    """A scan gives what the double sum of the guideline gives, within its uncertainty."""
    definition = read(
        index("year"),
        monitored("W", "t", "waste, year"),
        fixed("K", "1", per="waste"),
        fixed("EF", "tCO2e/t"),
        formulas={
            "LEFT": ("previous(LEFT, 0) * exp(0 - K) + W * (1 - exp(0 - K))", "t"),
            "RE": "max(sum(LEFT over waste)) * EF + sum(sum(LEFT over waste)) * EF",
        },
    )

    calculation = work(
        definition,
        {"W": [tonnes for _, tonnes in wastes], "K": [k for k, _ in wastes], "EF": Decimal(1)},
    )

    with localcontext(Context(prec=90)):
        years = [
            sum(
                tonnes[x] * (-k * (y - x)).exp() * (1 - (-k).exp())
                for k, tonnes in wastes
                for x in range(y + 1)
            )
            for y in range(3)
        ]
        off = abs(calculation.value("RE") - max(years) - sum(years))
        assert off <= calculation.uncertainty("RE") + Decimal("1E-80")
    assert calculation.uncertainty("RE") < Decimal("1E-40")


@given(base=factors, exponent=factors)
def test_a_power_is_right_within_its_uncertainty(base: Decimal, exponent: Decimal) -> None:
    """Also where base and exponent come from a division."""
    definition = read(
        fixed("A", "1"),
        fixed("B", "1"),
        fixed("T", "tCO2e"),
        formulas={"RE": "((A / 3) ^ (B / 7) + A ^ B) * T"},
    )

    calculation = work(definition, {"A": base, "B": exponent, "T": Decimal(1)})

    with localcontext(Context(prec=90)):
        off = abs(calculation.value("RE") - (base / 3) ** (exponent / 7) - base**exponent)
        assert off <= calculation.uncertainty("RE") + Decimal("1E-80")


@given(values=st.lists(decimals, min_size=1, max_size=5), first=decimals)
def test_the_place_before_is_the_place_before(values: list[Decimal], first: Decimal) -> None:
    """Of another series: moved by one, with the first given."""
    definition = read(
        index("year"),
        monitored("X", "1", "year"),
        fixed("A", "1"),
        fixed("T", "tCO2e"),
        formulas={"RE": "sum(previous(X, A) * X) * T"},
    )

    calculation = work(definition, {"X": values, "A": first, "T": Decimal(1)})

    before = [first, *values[:-1]]
    assert calculation.value("RE") == sum(x * y for x, y in zip(before, values, strict=True))


@given(values=st.lists(decimals, min_size=1, max_size=7))
def test_a_mean_is_the_sum_over_the_number(values: list[Decimal]) -> None:
    """Within its uncertainty, and exactly where it says so."""
    definition = read(monitored("X", "tCO2e", "site"), formulas={"RE": "mean(X)"})

    calculation = work(definition, {"X": values})

    off = abs(Fraction(calculation.value("RE")) - Fraction(sum(values)) / len(values))
    assert off <= Fraction(calculation.uncertainty("RE"))


edges = st.lists(st.integers(0, 50), min_size=2, max_size=6, unique=True).map(sorted)


@given(ends=edges, key=st.decimals(min_value=-1, max_value=51, places=1), left=st.booleans())
def test_a_table_gives_the_row_whose_interval_holds_the_key(
    ends: list[int],
    key: Decimal,
    left: bool,  # noqa: FBT001 - drawn
) -> None:
    """Both ways of closing, every edge, and the declared value outside."""
    rows = ", ".join(
        f"{{ from = {low}, to = {high}, value = {number} }}"
        for number, (low, high) in enumerate(pairwise(ends), start=1)
    )
    closed = "left" if left else "right"
    definition = read(
        fixed("A", "kW"),
        fixed("T", "tCO2e"),
        f'[table.X]\nunit = "1"\nkey = {{ unit = "kW" }}\nclosed = "{closed}"\noutside = 99\n'
        f'row = [{rows}]\nsays = "x"\nevidence = "illustrative"\nsource = "x"\n',
        formulas={"RE": "lookup(X, A) * T"},
    )

    found = work(definition, {"A": key, "T": Decimal(1)}).value("RE")

    inside = [
        number
        for number, (low, high) in enumerate(pairwise(ends), start=1)
        if (low <= key < high if left else low < key <= high)
    ]
    assert found == (inside[0] if inside else 99)
