"""Whatever stands in a file, a definition is read or refused with findings, and never a crash."""

import tomllib
from collections.abc import Mapping
from contextlib import suppress
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from fakes.drafts import KNOWN, drafted, fixed, index, monitored
from openjcm.measure import SchemeError
from openjcm.methodology import (
    Values,
    answer_criteria,
    check_definition,
    read_definition,
    work,
)

TABLE = 'says = "x"\nevidence = "illustrative"\nsource = "x"\nunit = "1"\noutside = "refuse"\n'
RICH = drafted(
    index("waste", 'members = ["food", "paper"]'),
    index("year"),
    monitored("W", "t", "waste, year", 'plausible = { at_least = 0, evidence = "recalled" }'),
    monitored("EC", "MWh", "chiller", 'monitoring_options = ["B", "C"]\nfrequency = "daily"'),
    fixed("DOC", "1", "{ food = 0.15, paper = 0.40 }", "waste"),
    fixed("CAP", "kW", per="chiller"),
    fixed("EF", "tCO2e/MWh"),
    fixed("GWP", "tCO2e/t", 28),
    f'[fixed.S]\nkind = "choice"\noptions = ["a", "b"]\nrole = "default of the methodology"\n'
    f'value = "a"\n{KNOWN}',
    f'[monitored.D]\nkind = "day"\n{KNOWN}',
    f'[table.REF]\n{TABLE}key = {{ unit = "kW" }}\nclosed = "left"\n'
    "row = [{ from = 0, to = 300, value = 5.0 }, { from = 300, value = 5.4 }]",
    f'[table.BY_DAY]\n{TABLE}key = {{ kind = "day" }}\n'
    "row = [{ since = 2013-01-01, value = 1 }, { since = 2017-01-01, value = 2 }]",
    f'[table.BY_S]\n{TABLE}key = {{ kind = "choice", options = ["a", "b"] }}\n'
    'row = [{ option = "a", value = 1 }, { option = "b", value = 2 }]',
    f'[asked.CHECKS]\nunit = "1"\n{KNOWN}',
    f'[[eligibility]]\nnumber = "1"\nis = "CHECKS > 4 and min(CAP) > 0"\n{KNOWN}',
    formulas={
        "LEFT": ("previous(LEFT, 0) * exp(0 - DOC) + W * DOC", "t"),
        "RE": 'sum(EC / lookup(REF, CAP)) * EF + case when S = "a" then max(sum(LEFT over waste)) '
        "else 0 end * GWP * lookup(BY_DAY, D) ^ 2 / lookup(BY_S, S)",
    },
)
GIVEN: Values = {
    "W": [[1, 2], [3, 4]],
    "EC": [1, 2],
    "CAP": [1, 2],
    "EF": Decimal("0.5"),
    "D": tomllib.loads("d = 2018-01-01")["d"],
}
LINES = RICH.splitlines()
odd = st.sampled_from(
    [
        *("1", "-1", "true", '""', '" "', '"x"', "[]", "{}", "[1]", '["a"]', "[[]]", "[{}]"),
        *("{ a = 1 }", "1e99", "nan", "2013-01-01", "2013-01-01T00:00:00Z", "1.5", '"MWh"'),
        *('"sum(EC)"', '"previous(RE, 0)"', '"a over b"', '"number"', '"choice"', '"the project"'),
        *("[{ from = 1, to = 0 }, 3]", "[{ option = 1 }]", '[{ since = 1, value = "x" }]'),
    ]
)


@st.composite
def spoiled(draw: st.DrawFn) -> str:
    """Draw a definition with one to three values replaced, or lines left out or doubled."""
    lines = list(LINES)
    for _ in range(draw(st.integers(1, 3))):
        at = draw(st.integers(0, len(lines) - 1))
        key, sign, _value = lines[at].partition(" = ")
        how = draw(st.sampled_from(["replace", "drop", "double"]))
        if how == "replace" and sign:
            lines[at] = f"{key} = {draw(odd)}"
        else:
            lines[at : at + 1] = [] if how == "drop" else [lines[at]] * 2
    return "\n".join(lines)


def test_the_definition_that_is_spoiled_is_sound() -> None:
    """So that what is found comes from what was spoiled."""
    assert check_definition(RICH) == []
    assert work(read_definition(RICH, place="x"), GIVEN).value("ER") > 0


@settings(max_examples=300)
@given(text=spoiled())
def test_a_spoiled_file_is_read_or_refused(text: str) -> None:
    """And where it can still be read, it is worked or refused as well."""
    if check_definition(text):
        return
    definition = read_definition(text, place="x")
    for act in (work, answer_criteria):
        with suppress(SchemeError):
            act(definition, GIVEN)


values = st.recursive(
    st.one_of(
        st.integers(-3, 3),
        st.booleans(),
        st.none(),
        st.text(max_size=3),
        st.decimals(allow_nan=True, allow_infinity=True),
        st.dates(),
        st.floats(),
        st.sampled_from([Decimal("sNaN"), Decimal("1E+999999"), Decimal("0E+99"), 10**99]),
    ),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.dictionaries(st.sampled_from(["food", "paper", "x"]), inner, max_size=3),
    ),
    max_leaves=6,
)


@settings(max_examples=300)
@given(change=st.dictionaries(st.sampled_from([*GIVEN, "S", "CHECKS", "REF", "X"]), values))
def test_whatever_values_are_given_they_are_worked_or_refused(change: Mapping[str, Values]) -> None:
    """By a refusal of ours, whatever the kind."""
    definition = read_definition(RICH, place="x")
    for act in (work, answer_criteria):
        with suppress(SchemeError):
            act(definition, {**GIVEN, **change})
