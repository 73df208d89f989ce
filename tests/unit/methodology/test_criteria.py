"""Criteria of eligibility: those with a condition are worked out, the others left to people."""

from datetime import date
from decimal import Decimal

import pytest

from fakes.drafts import KNOWN, fixed, monitored, read
from openjcm.measure import Malformed
from openjcm.methodology import Definition, Values, answer_criteria, work

TABLE = (
    f'[table.LEAST]\nunit = "1"\nkey = {{ unit = "kW" }}\nclosed = "left"\noutside = "refuse"\n'
    f"row = [{{ from = 0, to = 300, value = 5 }}, {{ from = 300, to = 900, value = 6 }}]\n{KNOWN}"
)
ASKED = (
    f'[asked.CHECKS]\nunit = "1"\n{KNOWN}',
    f'[asked.TYPE]\nkind = "choice"\noptions = ["centrifugal", "screw"]\nper = "chiller"\n{KNOWN}',
    f'[asked.STARTS]\nkind = "day"\n{KNOWN}',
)


def criterion(number: str, text: str = "") -> str:
    """Return the table of a criterion."""
    condition = f"is = '{text}'\n" if text else ""
    return f'[[eligibility]]\nnumber = "{number}"\n{condition}{KNOWN}'


def definition(*criteria: str) -> Definition:
    """Return a definition of chillers with these criteria."""
    return read(
        monitored("EC", "MWh", "chiller"),
        fixed("COP", "1", per="chiller"),
        fixed("CAP", "kW", per="chiller"),
        fixed("EF", "tCO2e/MWh"),
        fixed("DAYS", "1", 365),
        *ASKED,
        TABLE,
        *criteria,
        criterion(
            "used",
            "COP > 0 and CAP / CAP = 1 and TYPE = TYPE and STARTS = STARTS and "
            "CHECKS < DAYS and lookup(LEAST, CAP) > 0",
        ),
        formulas={"RE": "sum(EC) * EF"},
    )


GIVEN: Values = {
    "COP": [Decimal("6.1"), Decimal("5.5")],
    "CAP": [Decimal(300), Decimal(299)],
    "CHECKS": Decimal(4),
    "TYPE": ["centrifugal", "screw"],
    "STARTS": date(2013, 1, 1),
}


@pytest.mark.parametrize(
    ("text", "holds", "why"),
    [
        ("", None, "answered by the validator"),
        ("COP > 5", True, "COP > 5 holds"),
        ("COP > 6", False, "chiller 2: COP > 6 does not hold"),
        ("COP >= lookup(LEAST, CAP)", True, "holds"),
        ("min(COP) > 6 or CHECKS = 4", True, "holds"),
        ("not (CHECKS <> 4)", True, "holds"),
        ('TYPE = "centrifugal"', False, 'chiller 2: TYPE = "centrifugal" does not hold'),
        ('STARTS >= "2013-01-01"', True, "holds"),
        ('STARTS < "2013-01-01"', False, "does not hold"),
        ("sum(EC) * EF > 0", None, "give EC, EF"),
        ("lookup(LEAST, CAP * 3) > 0", False, "chiller 1: .*outside of LEAST"),
        ("CHECKS / 3 * 3 = CHECKS", None, "cannot be told"),
        ("CHECKS = 3 and CHECKS / (CHECKS - 4) > 0", False, "does not hold"),
        ("CHECKS = 4 or CHECKS / (CHECKS - 4) > 0", True, "holds"),
        ("CHECKS = 4 and CHECKS / (CHECKS - 4) > 0", None, "divides by zero"),
        ("DAYS = 365", True, "holds"),
    ],
)
def test_a_criterion_is_answered_with_its_reason(text: str, holds: bool | None, why: str) -> None:  # noqa: FBT001 - an expected answer
    """A series holds when it holds for each of its members."""
    (answer, _) = answer_criteria(definition(criterion("1", text)), GIVEN)

    assert answer.number == "1"
    assert answer.holds is holds
    assert why.rsplit(".*", maxsplit=1)[-1] in answer.why


def test_what_is_asked_for_eligibility_is_no_input_of_a_calculation() -> None:
    """It is asked once, before registration."""
    whole = definition()
    given: Values = {
        "EC": [Decimal(1)],
        "COP": [Decimal(6)],
        "CAP": [Decimal(1)],
        "EF": Decimal(1),
    }

    assert [each.symbol for each in whole.asked] == ["CHECKS", "TYPE", "STARTS"]
    assert work(whole, given).value("ER") == 1


def test_wrong_values_are_refused_all_at_once() -> None:
    """An option that is none, and a symbol that nobody knows."""
    wrong = {**GIVEN, "TYPE": ["scroll", "screw"], "X": Decimal(1), "CHECKS": "four"}

    with pytest.raises(Malformed) as refused:
        answer_criteria(definition(), wrong)

    assert [each.place for each in refused.value.findings] == ["X", "TYPE, chiller 1", "CHECKS"]


def test_a_table_that_the_project_gives_is_asked_for_and_read() -> None:
    """Its rows are values like any other."""
    own = read(
        monitored("EC", "MWh"),
        fixed("EF", "tCO2e/MWh"),
        fixed("CAP", "kW"),
        f'[table.OWN]\nunit = "1"\nkey = {{ unit = "kW" }}\nclosed = "right"\noutside = "refuse"\n'
        f'value_from = "the project"\n{KNOWN}',
        criterion("1", "lookup(OWN, CAP) > 2"),
        formulas={"RE": "EC * EF"},
    )
    rows = [{"from": Decimal(0), "to": Decimal(9), "value": Decimal(3)}]

    (unknown,) = answer_criteria(own, {"CAP": Decimal(9)})
    (known,) = answer_criteria(own, {"CAP": Decimal(9), "OWN": rows})
    with pytest.raises(Malformed, match=r"OWN: row 1: 'value' is missing"):
        answer_criteria(own, {"CAP": Decimal(9), "OWN": [{"to": Decimal(9)}]})
    with pytest.raises(Malformed, match=r"OWN: give its rows"):
        answer_criteria(own, {"CAP": Decimal(9), "OWN": []})

    assert (unknown.holds, unknown.why) == (None, "give OWN")
    assert known.holds is True
