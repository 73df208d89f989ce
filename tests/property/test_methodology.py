"""The engine against plain arithmetic: whatever formula, whatever values."""

import operator
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from decimal import Context, Decimal, DecimalException, localcontext
from fractions import Fraction
from math import prod
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openjcm.measure import Malformed
from openjcm.methodology import (
    Check,
    Values,
    check_definition,
    load_definition,
    read_definition,
    work,
)
from openjcm.methodology.language.nodes import (
    FUNCTIONS,
    WORDS,
    Call,
    Case,
    Denial,
    Lookup,
    Name,
    Node,
    Number,
    Operation,
    Previous,
    Word,
)
from openjcm.methodology.language.parser import parse
from openjcm.methodology.language.printing import written

HEAD = """
id = "XX_AM001_ver01.0"
title = "T"
family = "F"
scope = "S"
status = "not confirmed"
evidence = "illustrative"
source = "made up"
says = "Made up."
rounding = { stage = "vintage", rule = "whole-tonnes-per-vintage" }
"""
KNOWN = 'says = "x"\nevidence = "illustrative"\nsource = "x"\n'
REST = [("PE", "0"), ("ER", "RE - PE")]
# What each unit is worth, apart from the unit library: tonnes, or joules.
WORTH = {
    "tCO2e": ("tonne", Fraction(1)),
    "tCO2": ("tonne", Fraction(1)),
    "kgCO2e": ("tonne", Fraction(1, 1000)),
    "J": ("joule", Fraction(1)),
    "GJ": ("joule", Fraction(10**9)),
    "kWh": ("joule", Fraction(3600 * 10**3)),
    "MWh": ("joule", Fraction(3600 * 10**6)),
}

JOIN: dict[str, Callable[[Any, Any], Any]] = {
    "+": operator.add,
    "-": operator.sub,
    "*": operator.mul,
    "/": operator.truediv,
}
GATHER: dict[str, Callable[[Iterable[Any]], Any]] = {"sum": sum, "min": min, "max": max}
CHOOSE: dict[str, Callable[[Any, Any], Any]] = {"min": min, "max": max}


@dataclass(frozen=True)
class Sample:
    """A formula as text, and the same as plain Python on any kind of number."""

    text: str
    plain: Callable[[Mapping[str, Any]], Any]


decimals = st.decimals(min_value=0, max_value=10**6, places=3)
positives = st.decimals(min_value=Decimal("0.001"), max_value=10**6, places=3)
symbols = st.from_regex(r"[A-Za-z][A-Za-z0-9_]{0,8}", fullmatch=True).filter(
    lambda text: text not in (*FUNCTIONS, *WORDS)
)
sets = st.sampled_from(["", "waste", "year", "meter point"])
options = st.sampled_from(["grid", "net of the battery", "2013-01-01", "日本 (a, b)"])
leaves: st.SearchStrategy[Node] = st.one_of(
    st.builds(Number, decimals), st.builds(Name, symbols), st.builds(Word, options)
)
SIGNS = ("+", "-", "*", "/", "^", "<", "<=", "=", "<>", ">=", ">", "and", "or")


def _grown(inner: st.SearchStrategy[Node]) -> st.SearchStrategy[Node]:
    return st.one_of(
        st.builds(Operation, st.sampled_from(SIGNS), inner, inner),
        st.builds(Denial, inner),
        st.builds(Call, st.sampled_from(["sum", "mean", "min", "max"]), st.tuples(inner), sets),
        st.builds(Call, st.just("exp"), st.tuples(inner)),
        st.builds(
            Call,
            st.sampled_from(["min", "max"]),
            st.lists(inner, min_size=2, max_size=3).map(tuple),
        ),
        st.builds(
            Case, st.lists(st.tuples(inner, inner), min_size=1, max_size=2).map(tuple), inner
        ),
        st.builds(Lookup, symbols, inner),
        st.builds(Previous, symbols, inner, sets),
    )


trees = st.recursive(leaves, _grown, max_leaves=12)


@given(tree=trees)
def test_a_printed_formula_is_read_as_the_same_tree(tree: Node) -> None:
    """Printing loses nothing, and adds no bracket that changes the meaning."""
    assert parse(written(tree)) == tree


@given(text=st.text(alphabet='AB19.+-*/^<=>"(), summinxcasewhenthenelsendovernotexp', max_size=40))
def test_any_text_is_read_or_refused(text: str) -> None:
    """Nothing else comes out of the parser, and what is read prints and reads again."""
    try:
        tree = parse(text)
    except Malformed:
        return

    assert parse(written(tree)) == tree


def _joined(sign: str, left: Sample, right: Sample) -> Sample:
    join = JOIN[sign]
    return Sample(
        f"({left.text}) {sign} ({right.text})",
        lambda env: join(left.plain(env), right.plain(env)),
    )


def _gathered(function: str, inner: Sample) -> Sample:
    gather = GATHER[function]
    return Sample(
        f"{function}({inner.text})",
        lambda env: gather(inner.plain({**env, "X": x}) for x in env["XS"]),
    )


def _chosen(function: str, left: Sample, right: Sample) -> Sample:
    choose = CHOOSE[function]
    return Sample(
        f"{function}({left.text}, {right.text})",
        lambda env: choose(left.plain(env), right.plain(env)),
    )


values = st.one_of(
    st.just(Sample("A", lambda env: env["A"])),
    decimals.map(lambda value: Sample(f"{value:f}", lambda env: env["number"](value))),
)
series = st.one_of(values, st.just(Sample("X", lambda env: env["X"])))


def _composed(inner: st.SearchStrategy[Sample]) -> st.SearchStrategy[Sample]:
    return st.one_of(
        st.builds(_joined, st.sampled_from("+-*/"), inner, inner),
        st.builds(_chosen, st.sampled_from(["min", "max"]), inner, inner),
    )


in_series = st.recursive(series, _composed, max_leaves=4)
# Joined with X, so that there is a series to gather whatever was drawn.
gathered = st.builds(
    _gathered,
    st.sampled_from(["sum", "min", "max"]),
    in_series.map(lambda each: _joined("*", Sample("X", lambda env: env["X"]), each)),
)
formulas = st.recursive(st.one_of(values, gathered), _composed, max_leaves=4)


def _definition(formula: str) -> str:
    parts = [HEAD, f'[monitored.X]\nunit = "1"\nper = "unit"\n{KNOWN}']
    parts += [
        f'[fixed.{symbol}]\nunit = "{said}"\nrole = "fixed ex ante by the project"\n{KNOWN}'
        for symbol, said in (("A", "1"), ("T", "tCO2e"))
    ]
    reference = f"(({formula}) + 0 * (A + sum(X))) * T"
    parts += [
        f'[[formula]]\ngives = "{gives}"\nis = "{is_}"\nunit = "tCO2e"\n{KNOWN}'
        for gives, is_ in [("RE", reference), *REST]
    ]
    return "\n".join(parts)


def _in(number: Callable[[Decimal], Any], a: Decimal, xs: list[Decimal]) -> dict[str, Any]:
    return {"A": number(a), "XS": [number(x) for x in xs], "number": number}


@given(formula=formulas, a=decimals, xs=st.lists(decimals, min_size=1, max_size=4))
def test_the_engine_agrees_with_plain_arithmetic(
    formula: Sample, a: Decimal, xs: list[Decimal]
) -> None:
    """With plain decimals always; with fractions wherever it says that it is exact."""
    definition = read_definition(_definition(formula.text), place="drawn")
    given_values: Values = {"X": xs, "A": a, "T": Decimal(1)}
    try:
        with localcontext(Context(prec=50)):
            plain = formula.plain(_in(Decimal, a, xs))
    except DecimalException:
        with pytest.raises(Malformed, match=r"divides by zero|cannot be told"):
            work(definition, given_values)
        return

    try:
        calculation = work(definition, given_values)
    except Malformed as refused:
        # A divisor that is zero but for its rounding: plain decimals divide by their own noise.
        assert refused.code == "too-close-to-tell"  # noqa: PT017 - only one way is a fault
        return

    assert calculation.value("RE") == plain
    exact = formula.plain(_in(Fraction, a, xs))
    assert abs(Fraction(plain) - exact) <= Fraction(calculation.uncertainty("RE"))
    assert not calculation.is_exact or Fraction(plain) == exact


@given(
    chillers=st.lists(st.tuples(decimals, positives, positives), min_size=1, max_size=5),
    factor=decimals,
)
def test_chillers_are_worked_as_by_hand(
    chillers: list[tuple[Decimal, Decimal, Decimal]], factor: Decimal
) -> None:
    """RE, PE and ER by the ratio of COPs within one of the forty-fifth digit of the fractions."""
    consumed, project, reference = (list(column) for column in zip(*chillers, strict=True))

    calculation = work(
        load_definition("OJ_cop_ratio_ver1"),
        {"EC_PJ": consumed, "COP_PJ": project, "COP_RE": reference, "EF": factor},
    )

    ratios = [Fraction(e) * Fraction(p) / Fraction(r) for e, p, r in chillers]
    exact_re = sum(ratios, Fraction(0)) * Fraction(factor)
    exact_pe = Fraction(sum(consumed)) * Fraction(factor)
    near = Fraction(1, 10**45) * (1 + exact_re + exact_pe)
    assert calculation.value("PE") == sum(consumed) * factor
    assert abs(Fraction(calculation.value("RE")) - exact_re) <= near
    assert abs(Fraction(calculation.value("ER")) - (exact_re - exact_pe)) <= near
    if calculation.is_exact:
        assert Fraction(calculation.value("ER")) == exact_re - exact_pe


@given(systems=st.lists(st.tuples(decimals, decimals), min_size=1, max_size=5))
def test_solar_systems_are_worked_as_by_hand_and_exactly(
    systems: list[tuple[Decimal, Decimal]],
) -> None:
    """There is no division in BD_AM002, so every step is exact."""
    generated, factors = (list(column) for column in zip(*systems, strict=True))

    calculation = work(load_definition("BD_AM002_ver01.0"), {"EG": generated, "EF_RE": factors})

    assert calculation.is_exact
    assert calculation.value("ER") == sum(eg * ef for eg, ef in systems)


units = st.sampled_from(sorted(WORTH))


@given(amount=units, above=units, below=units)
def test_a_formula_in_a_wrong_unit_is_always_refused(amount: str, above: str, below: str) -> None:
    """By what it measures or by its scale; a right one is never refused."""
    text = _definition("A").replace('[fixed.A]\nunit = "1"', f'[fixed.A]\nunit = "{amount}"')
    text = text.replace('[fixed.T]\nunit = "tCO2e"', f'[fixed.T]\nunit = "{above}/{below}"')
    text = text.replace("((A) + 0 * (A + sum(X))) * T", "sum(X) * A * T")
    kinds = [WORTH[amount][0], WORTH[above][0]]
    of_tonnes = sorted(kinds) == sorted([WORTH[below][0], "tonne"])
    scale = WORTH[amount][1] * WORTH[above][1] / WORTH[below][1]

    found = [each.rule for each in check_definition(text)]

    assert found == ([] if of_tonnes and scale == 1 else [Check.UNIT_AS_PROMISED])


COMPOSED: dict[str, Callable[[Any, Any], Any]] = {
    "{0} * {1}": lambda a, b: (a[0] + b[0], a[1] * b[1]),
    "{0} / {1}": lambda a, b: (a[0] - b[0], a[1] / b[1]),
    "{0} ^ 2 / {1}": lambda a, b: (2 * a[0] - b[0], a[1] ** 2 / b[1]),
    "max({0}, 0) * {1} ^ 0": lambda a, _: a,
    "case when {0} > 0 then {0} else 0 end * exp({1} / {1})": lambda a, _: a,
    "{0} - 0 * {0} + mean({0} * X)": lambda a, _: a,
}


@given(
    above=st.sampled_from(["J", "GJ", "kWh", "MWh"]),
    below=st.sampled_from(["J", "GJ", "kWh", "MWh"]),
    form=st.sampled_from(sorted(COMPOSED)),
    promised=st.sampled_from(["1", "J", "GJ", "kWh", "MWh", "J*J", "MWh*MWh", "kWh*MWh"]),
)
def test_units_never_lie(above: str, below: str, form: str, promised: str) -> None:
    """A formula is taken exactly when power and scale, worked apart, are those promised."""
    power, scale = COMPOSED[form]((1, WORTH[above][1]), (1, WORTH[below][1]))
    words = [] if promised == "1" else promised.split("*")
    right = (len(words), prod(WORTH[word][1] for word in words)) == (power, scale)
    known = 'role = "fixed ex ante by the project"\n' + KNOWN
    text = _definition("A").replace(
        "[[formula]]",
        f'[fixed.P]\nunit = "{above}"\n{known}[fixed.Q]\nunit = "{below}"\n{known}'
        f'[[formula]]\ngives = "U"\nis = "{form.format("P", "Q")}"\nunit = "{promised}"\n{KNOWN}'
        f'[[formula]]\ngives = "V"\nis = "U / U + P / P + Q / Q"\nunit = "1"\n{KNOWN}'
        "[[formula]]",
        1,
    )

    found = {each.rule for each in check_definition(text.replace("* T", "* T * V", 1))}

    assert found == (set() if right else {Check.UNIT_AS_PROMISED})
