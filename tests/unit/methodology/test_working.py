"""How values are worked by the second form: names, choices, days, tables, years, faults."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from fakes.drafts import KNOWN, drafted, fixed, index, monitored, read
from openjcm.measure import Malformed
from openjcm.methodology import (
    Case,
    Check,
    Definition,
    Given,
    Kind,
    MonitoringOption,
    Values,
    all_templates,
    cases_of,
    check_case,
    check_definition,
    load_definition,
    work,
)
from openjcm.methodology.working.faults import Faults

ONE = Decimal(1)
TONNE = fixed("T", "tCO2e")
DEFAULT = f'[fixed.A]\nunit = "1"\nrole = "default of the methodology"\nvalue = 2\n{KNOWN}'
WASTES = (
    monitored("W", "t", "waste, year"),
    fixed("DOC", "1", per="waste"),
    fixed("EF", "tCO2e/t"),
)
WASTE = read(*WASTES, formulas={"RE": "sum(sum(W * DOC over waste)) * EF"})


def number(formula: str, *sections: str, **given: Given) -> Decimal:
    """Return what a formula of the unit 1 gives for A and whatever else is given."""
    definition = read(
        fixed("A", "1"), *sections, TONNE, formulas={"X": (formula, "1"), "RE": "X * T"}
    )
    return work(definition, {"T": ONE, **given}).value("X")


def code_of(definition: Definition, values: Values) -> tuple[str, str]:
    """Return code and message of the refusal."""
    with pytest.raises(Malformed) as refused:
        work(definition, values)
    return refused.value.code, refused.value.message


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
    assert "binary floats" in code_of(definition, {"T": ONE, "A": "3"})[1]


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
    ("formula", "expected"),
    [
        ("2 ^ 3 * A ^ 0", "8"),
        ("(A + 1) ^ 3", "1000"),
        ("A ^ (1 / 2)", "3"),
        ("exp(0 * A)", "1"),
        ("case when A > 5 and not A > 9 then 1 when A > 9 then 2 else 3 end", "1"),
        ("case when A < 5 or A <> 9 then 1 when A <= 9 then 2 else 3 end", "2"),
        ("case when A = 9 then A else A / (A - 9) end", "9"),
        ("case when A - 9 > 0 and A / (A - 9) > 2 then 1 else 2 end", "2"),
        ("case when not (1 / (A - 9) > 2) or A = 9 then 1 else 2 end", "1"),
        ("case when A = 8 then max(1 / (A - 9), 2) + exp(A * 1000) else 2 end", "2"),
        ("case when A > 0 then (A - 8) else (A - 20) ^ (A / 2) end", "1"),
    ],
)
def test_powers_comparisons_and_choices_are_worked(formula: str, expected: str) -> None:
    """A = 9, by hand; what is not chosen may be what cannot be worked."""
    assert number(formula, A=Decimal(9)) == Decimal(expected)


def test_what_is_not_chosen_leaves_no_step_behind() -> None:
    """A sum that divides by zero in a branch that does not count is not shown."""
    definition = read(
        monitored("X", "1", "site"),
        TONNE,
        formulas={
            "RE": "case when min(X) > 0 then sum(1 / X) + max(1 / X) + min(1 / X) else 5 end * T"
        },
    )

    done = work(definition, {"X": [ONE, Decimal(0)], "T": ONE})

    assert done.value("RE") == 5
    assert [step.formula for step in done.steps if step.symbol.startswith("RE")] == [
        "min(X)",
        definition.formulas[0].text,
    ]
    assert work(definition, {"X": [ONE, Decimal(2)], "T": ONE}).value("RE") == 3


@pytest.mark.parametrize(
    ("formula", "code"),
    [
        ("exp(A * 112)", "exp-of-no-sense"),
        ("(A - 20) ^ (A / 2)", "power-of-no-sense"),
        ("2 ^ (A * 112)", "power-of-no-sense"),
        ("exp(0 - A * 111) ^ 30 / A", "beyond-all-size"),
        ("case when A / 7 * 7 = A then 1 else 2 end", "too-close-to-tell"),
        ("1 / (A / 7 * 7 - A)", "too-close-to-tell"),
        ("(A / 7 * 7 - A) ^ (1 / 2)", "too-close-to-tell"),
        ("(A / 7 - A / 7) ^ (1 / 2)", "power-of-no-sense"),
        ("((A + 1) / 3 * 3 - A - 1 + 2 / 10 ^ 48) ^ (1 / 2)", "too-close-to-tell"),
        ("exp((A / 7 - A / 7) * 10 ^ 50)", "too-close-to-tell"),
        ("case when 1 / (A - 9) > 2 then 1 else 2 end", "divided-by-zero"),
        ("case when A = 9 and 1 / (A - 9) > 2 then 1 else 2 end", "divided-by-zero"),
        ("lookup(TAB, A / 7 * 7)", "too-close-to-tell"),
        ("lookup(TAB, 1 / (A - 9))", "divided-by-zero"),
    ],
)
def test_what_cannot_be_worked_or_told_is_refused(formula: str, code: str) -> None:
    """A = 9: never a guess, and never a wrong number."""
    table = (
        f'[table.TAB]\nunit = "1"\nkey = {{ unit = "1" }}\nclosed = "right"\noutside = "refuse"\n'
        f"row = [{{ to = 9, value = 1 }}, {{ from = 9, value = 2 }}]\n{KNOWN}"
    )
    sections = [table] if "lookup" in formula else []

    with pytest.raises(Malformed) as refused:
        number(formula, *sections, A=Decimal(9))

    assert refused.value.code == code
    assert refused.value.message.startswith(f"X: {formula}"[:12])


def test_a_table_by_day_says_what_holds_since_when() -> None:
    """Before the first day nothing holds; a day may stand in the formula as a quoted word."""
    table = (
        f'[table.X]\nunit = "1"\nkey = {{ kind = "day" }}\noutside = "refuse"\n'
        f'row = [{{ since = 2013-01-01, value = 5, evidence = "published", source = "a" }},'
        f"{{ since = 2017-01-01, value = 6 }}]\n{KNOWN}"
    )
    day = f'[monitored.D]\nkind = "day"\n{KNOWN}'
    definition = read(
        table, day, TONNE, formulas={"RE": 'lookup(X, D) * lookup(X, "2020-02-02") * T'}
    )

    assert definition.tables[0].rows[0].known is not None
    assert work(definition, {"D": date(2016, 12, 31), "T": ONE}).value("RE") == 30
    assert work(definition, {"D": date(2017, 1, 1), "T": ONE}).value("RE") == 36
    assert code_of(definition, {"D": date(2012, 12, 31), "T": ONE})[0] == "outside-the-table"


@pytest.mark.parametrize(
    ("kind", "rows", "wrong", "asked"),
    [
        (
            'key = { kind = "choice", options = ["a", "b"] }',
            [{"option": "a", "value": ONE}, {"option": "b", "value": Decimal(2)}],
            [{"option": "a", "value": ONE}],
            "each with option and value in 1",
        ),
        (
            'key = { kind = "day" }',
            [{"since": date(2013, 1, 1), "value": ONE}],
            [{"since": "a", "value": ONE}],
            "each with since and value in 1",
        ),
        (
            'key = { unit = "kW" }\nclosed = "left"',
            [{"from": ONE, "value": ONE}],
            [{"from": ONE, "value": ONE}, {"from": ONE, "value": ONE}],
            "each with from, to in kW and value in 1",
        ),
    ],
)
def test_rows_that_the_project_gives_have_the_form_declared(
    kind: str, rows: Given, wrong: Given, asked: str
) -> None:
    """They are checked like rows of a file, and kept with the calculation."""
    parameter = {"choice": 'kind = "choice"\noptions = ["a", "b"]', "day": 'kind = "day"'}
    of = next((each for name, each in parameter.items() if name in kind), 'unit = "kW"')
    keys: Mapping[str, Given] = {"choice": "a", "day": date(2014, 1, 1)}
    key = keys.get(of[8:-1].split('"')[0], ONE)
    definition = read(
        f'[table.X]\nunit = "1"\n{kind}\noutside = "refuse"\nvalue_from = "the project"\n{KNOWN}',
        f"[monitored.K]\n{of}\n{KNOWN}",
        TONNE,
        formulas={"RE": "lookup(X, K) * T"},
    )
    given: Values = {"K": key, "T": ONE}

    done = work(definition, {**given, "X": rows})

    assert done.value("RE") == 1
    assert done.tables[0].rows
    assert asked in code_of(definition, given)[1]
    assert "X" in code_of(definition, {**given, "X": wrong})[1]
    assert "fixed by the methodology" not in code_of(definition, {**given, "X": ONE})[1]


def test_years_may_go_back_through_a_choice_and_from_a_first_value_of_their_own() -> None:
    """10, then half of the year before and what is added; never below 4."""
    before = "previous(Q, FIRST over year) / 2 + W"
    definition = read(
        index("year"),
        monitored("W", "t", "year, site"),
        fixed("FIRST", "t", per="site"),
        fixed("LEAST", "t", 4),
        fixed("EF", "tCO2e/t"),
        formulas={
            "Q": (f"case when {before} < LEAST then LEAST else {before} end", "t"),
            "RE": "sum(sum(Q over year)) * EF",
        },
    )

    done = work(
        definition,
        {"W": [[ONE, Decimal(0)]] * 2, "FIRST": [Decimal(20), ONE], "EF": ONE},
    )

    assert [str(step.value) for step in done.steps if step.symbol == "Q"] == [
        "11",
        "6.5",
        "4",
        "4",
    ]
    assert done.value("RE") == Decimal("25.5")


def test_what_goes_back_may_gather_over_another_set() -> None:
    """What is left of all sites together, and what is added at each of them."""
    definition = read(
        index("year"),
        monitored("W", "t", "year, site"),
        fixed("EF", "tCO2e/t"),
        fixed("FIRST", "t", 1),
        formulas={
            "Q": ("sum(previous(Q, FIRST) / 2 * W / W over site) + sum(W over site)", "t"),
            "RE": "sum(Q) * EF",
        },
    )
    wastes = [[Decimal(2), Decimal(4)], [Decimal(8), Decimal(6)]]

    done = work(definition, {"W": wastes, "EF": ONE})

    assert [str(step.value) for step in done.steps if step.symbol == "Q"] == ["7.0", "21.0"]
    assert [step.formula for step in done.steps if step.symbol == "Q_1"] == ["sum(W over site)"] * 2


def test_a_formula_that_goes_back_in_small_letters_too_long_a_way_is_refused() -> None:
    """Ten thousand places are enough for days of twenty-seven years."""
    definition = read(
        index("day"),
        monitored("X", "tCO2e", "day"),
        formulas={"Q": ("previous(Q, 0) + X", "tCO2e"), "RE": "max(Q)"},
    )

    assert work(definition, {"X": [ONE] * 1000}).value("RE") == 1000
    assert code_of(definition, {"X": [ONE] * 10_001})[0] == "too-many-places"


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


THIRDS = (monitored("X", "tCO2e", "unit"), fixed("A", "1"))


@pytest.mark.parametrize(
    ("formula", "expected"),
    [
        ("sum(X / A)", 700),
        ("max(sum(X / A), 0)", 700),
        ("mean(X / A) * 3 ^ 1", 700),
        ("sum(case when X / A * 3 > X / 2 then X / A else X / (A - 3) end)", 700),
        ("sum(lookup(HALF, X / A) * X / A) * 2", 700),
        ("case when A > 4 then sum(X / (A - 3)) else sum(X / A) end", 700),
    ],
)
def test_a_whole_tonne_that_digits_miss_is_told_by_fractions(formula: str, expected: int) -> None:
    """100 x 7 / 3 three times over is 700, and fifty digits alone cannot say so."""
    table = (
        f'[table.HALF]\nunit = "1"\nkey = {{ unit = "tCO2e" }}\nclosed = "left"\noutside = 0\n'
        f"row = [{{ from = 0, to = 1000, value = 0.5 }}]\n{KNOWN}"
    )
    sections = [table] if "HALF" in formula else []
    definition = read(*THIRDS, *sections, formulas={"RE": formula})

    done = work(
        definition,
        {
            "X": [Decimal("233.333"), Decimal(700) - Decimal("233.333"), Decimal(1400)],
            "A": Decimal(3),
        },
    )

    assert done.value("ER") == expected
    assert done.uncertainty("ER") == 0
    assert not done.warnings
    assert not done.is_exact


def test_the_uncertainty_of_a_large_plant_holds_what_it_promises() -> None:
    """Forty thirds of a tonne and a ninth: more than 28 digits are right, and it says how many."""
    definition = read(*THIRDS, formulas={"RE": "sum(X * 2 / A)"})
    given = [Decimal(20) + Decimal(place) / 1000 for place in range(40)]

    done = work(definition, {"X": given, "A": Decimal(9)})

    off = abs(Fraction(done.value("RE")) - Fraction(sum(given)) * 2 / 9)
    assert 0 < off <= Fraction(done.uncertainty("RE")) < Fraction(1, 10**28)


def test_years_that_go_back_are_told_by_fractions_as_well() -> None:
    """A third of the year before is left each year: 9, 3, 1 and so on, by fifty digits and not."""
    definition = read(
        index("year"),
        monitored("X", "tCO2e", "year"),
        fixed("A", "1"),
        formulas={"Q": ("previous(Q, 0) * (1 / A) + X", "tCO2e"), "RE": "sum(Q)"},
    )

    done = work(definition, {"X": [Decimal(9), Decimal(0), Decimal(0)], "A": Decimal(3)})

    assert done.value("ER") == 13
    assert not done.warnings


@pytest.mark.parametrize(
    ("formula", "count"),
    [
        ("sum(X / A) * exp(0 * A)", 3),
        ("sum(X / A) * A ^ (A - A)", 3),
        ("sum(X / A)", 3003),
        ("sum(X / A) * LONG / LONG", 3),
        ("sum(X / A) * sum(A / (A + X / X * PLACE)) / sum(A / (A + X / X * PLACE))", 1500),
    ],
)
def test_what_fractions_cannot_tell_either_is_told_as_such(formula: str, count: int) -> None:
    """Roots and exp, very many values, and fractions that grow without end."""
    long = {"LONG": ("(A / 7 + 1 / 11) ^ 97 / (A / 13 + 1 / 17) ^ 99 * (A / 19) ^ 98", "1")}
    definition = read(
        *THIRDS,
        *([monitored("PLACE", "1", "unit")] if "PLACE" in formula else []),
        formulas={
            **({**long, "LONG2": ("LONG ^ 7 / (LONG + 1) ^ 8", "1")} if "LONG" in formula else {}),
            "RE": formula.replace("LONG", "(LONG2 ^ 4)"),
        },
    )
    given: Values = {"X": [Decimal(700)] * count, "A": Decimal(3)}
    if "PLACE" in formula:
        given = {**given, "PLACE": [Decimal(10**9 + 7 * place) for place in range(count)]}

    done = work(definition, given)
    (finding, of_er) = done.warnings

    assert (finding.rule, finding.place, of_er.place) == (Check.WHOLE_TONNE_TOLD, "RE", "ER")
    assert finding.message.startswith(f"is {700 * count // 3} tCO2e within ")
    evidence = load_definition("OJ_cop_ratio_ver1").evidence
    case = Case("near", "x", evidence, "x", given, {}, 700 * count // 3)
    assert [each.message for each in check_case(definition, case)] == [
        "whole tonnes cannot be told from fifty digits"
    ]


def test_the_templates_are_loaded_by_ids_of_ours() -> None:
    """No official number, and each says what it is."""
    for template in all_templates():
        assert template.id.startswith("OJ_")
        assert template.is_template
        assert load_definition(template.id) == template


def test_the_cases_of_a_template_lie_in_a_folder_of_its_name() -> None:
    """They are worked like those of an official number."""
    for template in all_templates():
        for case in cases_of(template.id):
            assert check_case(template, case) == []


@pytest.mark.parametrize(
    ("formula", "check"),
    [
        ("T < T < T", Check.FORMULA_READABLE),
        ("T ^ 2 ^ 3", Check.FORMULA_READABLE),
        ("lookup(case, T)", Check.FORMULA_READABLE),
        ("previous(1, T)", Check.FORMULA_READABLE),
        ("sum(T over Year)", Check.FORMULA_READABLE),
        ("sum(T over )", Check.FORMULA_READABLE),
        ("T * T ^ 2", Check.UNIT_AS_PROMISED),
        ('lookup(S, "c") * T', Check.OPTION_KNOWN),
        ("lookup(S, T) * T", Check.KINDS_ALIKE),
        ("lookup(K, T) * T", Check.UNITS_ALIKE),
        ('case when A < "a" then T else 0 end', Check.KINDS_ALIKE),
        ('case when A = "c" then T else 0 end', Check.OPTION_KNOWN),
        ("case when (T > 0) = (T > 0) then T else 0 end", Check.KINDS_ALIKE),
        ('case when D = "2013-13-01" then T else 0 end', Check.KINDS_ALIKE),
        ("case when D = A then T else 0 end", Check.KINDS_ALIKE),
        ("previous(RE, 0) + RE", Check.SYMBOL_KNOWN),
    ],
)
def test_sentences_without_sense_are_found_when_the_file_is_read(
    formula: str, check: Check
) -> None:
    """Each under the check that it fails."""
    table = 'unit = "1"\noutside = 0\n'
    text = drafted(
        f'[table.S]\n{table}key = {{ kind = "choice", options = ["a"] }}\n'
        f'row = [{{ option = "a", value = 1 }}]\n{KNOWN}',
        f'[table.K]\n{table}key = {{ unit = "kW" }}\nclosed = "left"\n'
        f"row = [{{ from = 0, value = 1 }}]\n{KNOWN}",
        f'[monitored.A]\nkind = "choice"\noptions = ["a", "b"]\n{KNOWN}',
        f'[monitored.D]\nkind = "day"\n{KNOWN}',
        TONNE,
        formulas={"RE": formula},
    )

    assert check in {each.rule for each in check_definition(text)}


def test_faults_are_numbered_once_each() -> None:
    """The same words are the same fault."""
    faults = Faults()

    assert not faults
    one, same = faults.note("a", "b"), faults.note("a", "b")
    assert str(one) == str(same) == "NaN1"
    assert faults.told(faults.note("c", "d")) == ("c", "d")
