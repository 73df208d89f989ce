"""How formulas of the second form are worked: choices, tables, years, templates, faults."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

import pytest

from fakes.drafts import KNOWN, drafted, fixed, index, monitored, read
from openjcm.measure import Malformed
from openjcm.methodology import (
    Check,
    Definition,
    Given,
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
    return refused.value.code, str(refused.value)


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
    assert str(refused.value).startswith(f"X: {formula}"[:12])


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
