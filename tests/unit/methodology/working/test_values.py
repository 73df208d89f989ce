"""How values are given in the second form: lists, names, choices, days, defaults, slips."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

import pytest

from fakes.drafts import KNOWN, fixed, index, monitored, read
from openjcm.measure import Malformed
from openjcm.methodology import (
    Definition,
    Given,
    Kind,
    MonitoringOption,
    Values,
    work,
    work_each,
)

ONE = Decimal(1)
TONNE = fixed("T", "tCO2e")
DEFAULT = f'[fixed.A]\nunit = "1"\nrole = "default of the methodology"\nvalue = 2\n{KNOWN}'
WASTES = (
    monitored("W", "t", "waste, year"),
    fixed("DOC", "1", per="waste"),
    fixed("EF", "tCO2e/t"),
)
WASTE = read(*WASTES, formulas={"RE": "sum(sum(W * DOC over waste)) * EF"})


def code_of(definition: Definition, values: Values) -> tuple[str, str]:
    """Return code and message of the refusal."""
    with pytest.raises(Malformed) as refused:
        work(definition, values)
    return refused.value.code, str(refused.value)


@pytest.mark.parametrize(
    ("w", "doc"),
    [
        ([[ONE, Decimal(2)], [Decimal(3), Decimal(4)]], [ONE, Decimal(10)]),
        (
            {"food": [ONE, Decimal(2)], "paper": [Decimal(3), Decimal(4)]},
            {"paper": Decimal(10), "food": ONE},
        ),
        (
            [{"2020": ONE, "2021": Decimal(2)}, {"2021": Decimal(4), "2020": Decimal(3)}],
            [ONE, Decimal(10)],
        ),
    ],
    ids=["lists", "names", "both"],
)
def test_values_are_lists_in_order_or_tables_by_name(w: Given, doc: Given) -> None:
    """1 + 2 + 10 x (3 + 4) = 73, whichever way; the first table of a set gives its order."""
    done = work(WASTE, {"W": w, "DOC": doc, "EF": ONE})

    assert done.value("RE") == 73
    assert WASTE.formulas[0].per == ""
    assert [line.per for line in done.lines][:2] == ["waste, year", "year"]


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"W": [ONE, ONE]}, "lists in a list, one value for each waste and year, in t"),
        ({"W": [[ONE], ONE]}, "lists in a list"),
        ({"W": [[[ONE]], [[ONE]]]}, "lists in a list"),
        ({"W": [[ONE], [ONE, ONE]]}, "has 2 values where others per year have 1"),
        ({"W": [[ONE]]}, "has 2 values where others per waste have 1"),
        (
            {"W": {"a": [ONE]}, "DOC": {"a": ONE, "b": ONE}},
            "has 2 values where others per waste have 1",
        ),
        ({"DOC": {"a": ONE}}, "gives a table where others per waste give a list: give all in"),
        (
            {"W": {"a": [ONE], "b": [ONE]}},
            "gives a list where others per waste give a table",
        ),
        (
            {"W": {"a": [ONE], "b": [ONE]}, "DOC": {"a": ONE, "c": ONE}},
            "names c where the members per waste are a, b",
        ),
        ({"DOC": [ONE] * 1_000_001}, "more than are worked at once"),
        ({"DOC": {}}, "a list, one value for each waste"),
        ({"DOC": [Decimal("NaN"), ONE]}, "DOC, waste 1: give a decimal of plain size"),
    ],
)
def test_values_that_do_not_fit_their_sets_are_refused(
    change: Mapping[str, Given], message: str
) -> None:
    """Each with what to give instead."""
    given = {"W": [[ONE], [ONE]], "DOC": [ONE, ONE], "EF": ONE, **change}

    assert message in code_of(WASTE, given)[1]


def test_what_the_methodology_fixes_for_each_member_is_a_table_by_their_names() -> None:
    """Nested over several sets; the project's own lists are in the order of the members."""
    definition = read(
        index("waste", 'members = ["food", "paper"]'),
        index("climate", 'members = ["wet", "dry"]'),
        fixed(
            "K",
            "1",
            "{ food = { dry = 2, wet = 1 }, paper = { wet = 3, dry = 4 } }",
            "waste, climate",
        ),
        monitored("W", "tCO2e", "waste"),
        formulas={"RE": "max(sum(W * K over waste))"},
    )

    assert definition.parameters[1].value == tuple(map(Decimal, (1, 2, 3, 4)))
    assert work(definition, {"W": [ONE, Decimal(10)]}).value("RE") == 42
    assert "names tin" in code_of(definition, {"W": {"food": ONE, "tin": ONE}})[1]


def test_whole_numbers_are_decimals_too() -> None:
    """A list of them, or one."""
    assert work(WASTE, {"W": [[1, 2], [3, 4]], "DOC": [1, 10], "EF": 1}).value("RE") == 73


def test_a_hundred_wrong_values_of_one_parameter_are_told_and_no_more() -> None:
    """A sheet of a million wrong cells is refused as quickly as one of ten."""
    wrong: Values = {"W": [["x"] * 1000] * 2, "DOC": [ONE] * 2, "EF": ONE}

    with pytest.raises(Malformed) as refused:
        work(WASTE, wrong)

    assert len(refused.value.findings) == 100


def test_what_runs_over_too_many_places_is_refused_before_it_is_worked() -> None:
    """A thousand by a thousand and one."""
    definition = read(
        monitored("X", "1", "site"),
        monitored("Y", "tCO2e", "hour"),
        formulas={"RE": "sum(sum(X * Y over site))"},
    )

    code, message = code_of(definition, {"X": [ONE] * 1000, "Y": [ONE] * 1001})

    assert code == "too-many-places"
    assert "RE runs over site, hour: 1001000 places" in message


def test_a_default_is_used_unless_the_project_gives_its_own() -> None:
    """It is no required input, and can be wrong like any other."""
    definition = read(DEFAULT, TONNE, formulas={"RE": "A * T"})

    assert [each.symbol for each in definition.required] == ["T"]
    assert work(definition, {"T": ONE}).value("RE") == 2
    assert work(definition, {"T": ONE, "A": Decimal(3)}).value("RE") == 3
    assert "write a number without quotes" in code_of(definition, {"T": ONE, "A": "3"})[1]


def test_a_choice_and_a_day_have_values_of_their_own_kind() -> None:
    """Fixed by the methodology or given; an option that is none is refused, and so is a text."""
    choice = '[fixed.S]\nkind = "choice"\noptions = ["a", "b"]\n'
    definition = read(
        f'{choice}role = "fixed by the methodology"\nvalue = "b"\n{KNOWN}',
        f'[fixed.D]\nkind = "day"\nrole = "fixed by the methodology"\nvalue = 2013-01-01\n{KNOWN}',
        f'[monitored.E]\nkind = "day"\nmonitoring_options = ["A"]\nfrequency = "once"\n'
        f'data_source = "the permit"\n{KNOWN}',
        f'[monitored.S2]\nkind = "choice"\noptions = ["b", "c"]\nper = "site"\n{KNOWN}',
        TONNE,
        formulas={
            "RE": 'case when S = "b" and E > D then T * 2 else T end '
            "+ sum(case when S2 = S then T else 0 end)"
        },
    )
    given: Values = {"T": ONE, "E": date(2013, 1, 2), "S2": ["b", "c", "b"]}

    assert definition.parameters[0].kind is Kind.DAY
    assert definition.parameters[0].monitoring_options == (MonitoringOption.A,)
    assert work(definition, given).value("RE") == 4
    code, message = code_of(definition, {**given, "E": "2013-01-02", "S2": ["a", "b", "b"]})
    assert code == "values-malformed"
    assert "E: give a day such as 2013-01-01" in message
    assert "S2, site 1: give one of b, c" in message
    assert "one value of kind day" in code_of(definition, {"T": ONE, "S2": ["b"]})[1]
    assert "among b, c" in code_of(definition, {"T": ONE, "E": date(2013, 1, 2)})[1]


@pytest.mark.parametrize(
    ("value", "unit", "ends", "said"),
    [
        ("1000", "MWh", "at_most = 10", "a thousandth of it is: probably kWh in a cell of MWh"),
        ("0.005", "MWh", "at_least = 1", "a thousand times it is: probably GWh in a cell of MWh"),
        ("741", "tCO2e/MWh", "at_most = 2", "probably kgCO2e/MWh in a cell of tCO2e/MWh"),
        ("1000", "Wh", "at_most = 10", "probably a slip of a thousand in a cell of Wh"),
        ("1000", "1", "at_most = 10", "probably a slip of a thousand in a cell of 1"),
        ("100", "MWh", "at_least = 1, at_most = 10", "check the unit"),
        ("0", "MWh", "at_least = 1", "check the unit"),
    ],
)
def test_a_value_outside_its_range_names_the_likely_slip(
    value: str, unit: str, ends: str, said: str
) -> None:
    """Only when a thousandth, or a thousand times the value, lies inside."""
    plausible = f'plausible = {{ {ends}, evidence = "illustrative" }}'
    definition = read(
        monitored("X", unit, further=plausible),
        fixed("T", f"tCO2e/{unit}" if "/" not in unit else "MWh"),
        formulas={"RE": "X * T"},
    )

    (warning,) = work(definition, {"X": Decimal(value), "T": ONE}).warnings

    assert warning.message.endswith(said)


SHARING = (monitored("W", "t", "waste"), fixed("DOC", "1", per="waste"), fixed("EF", "tCO2e/t"))
SHARED = read(*SHARING, formulas={"RE": "sum(W * DOC) * EF"})


def test_sets_that_share_values_come_out_as_each_alone() -> None:
    """What is shared is checked once, and every step is what one calculation alone has."""
    shared: Values = {"DOC": [ONE, Decimal(10)], "EF": Decimal(3)}
    sets: list[Values] = [{"W": [ONE, Decimal(2)]}, {"W": [Decimal(4), Decimal(5)]}]

    done = list(work_each(SHARED, shared, sets))

    assert [each.value("RE") for each in done] == [63, 162]
    assert done == [work(SHARED, {**each, **shared}) for each in sets]


def test_members_named_by_a_table_keep_their_order_in_each_set() -> None:
    """The first table read gives the order, so a table is read again with each set."""
    shared: Values = {"DOC": {"food": ONE, "paper": Decimal(10)}, "EF": ONE}
    sets: list[Values] = [{"W": {"paper": Decimal(2), "food": ONE}}]

    (done,) = work_each(SHARED, shared, sets)

    assert done.value("RE") == 21
    assert done.members.names == {"waste": ("paper", "food")}


@pytest.mark.parametrize(
    ("shared", "other"),
    [
        ({"DOC": [ONE, ONE], "EF": ONE}, {"W": [ONE]}),
        ({"DOC": [ONE, "x"], "EF": ONE}, {"W": [ONE]}),
        ({"DOC": [ONE], "EF": ONE, "OTHER": ONE}, {"W": "x"}),
    ],
    ids=["uneven", "shared is wrong", "all is wrong"],
)
def test_sets_are_refused_as_each_alone(shared: Values, other: Values) -> None:
    """What is wrong is told with all the rest, in the words of one calculation alone."""
    with pytest.raises(Malformed) as refused:
        list(work_each(SHARED, shared, [other]))

    assert (refused.value.code, str(refused.value)) == code_of(SHARED, {**other, **shared})
