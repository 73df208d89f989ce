"""Which input moves a reduction most, against fractions worked by hand."""

from decimal import Decimal

import pytest

from openjcm.measure import Malformed
from openjcm.methodology import cases_of, load_definition, read_definition
from openjcm.methodology.sensitivity import NotVaried, WhyNot, not_varied, swings
from openjcm.methodology.working.inputs import Given
from unit.methodology.conftest import SOUND

ONE: dict[str, Given] = {
    "EC_PJ": [Decimal(100)],
    "COP_PJ": [Decimal(6)],
    "COP_RE": [Decimal(5)],
    "EF": Decimal("0.5"),
}


def test_the_ratio_of_efficiencies_moves_a_chiller_most() -> None:
    """ER = 100 x (6/5 - 1) x 0.5 = 10 t; each input a tenth smaller and larger, by hand."""
    found = {
        each.parameter.symbol: (each.smaller, each.larger)
        for each in swings(load_definition("OJ_cop_ratio_ver1"), ONE)
    }

    # 100 x (5.4/5 - 1) x 0.5 = 4 and 100 x (6.6/5 - 1) x 0.5 = 16.
    assert found["COP_PJ"] == (Decimal(4), Decimal(16))
    assert found["EC_PJ"] == found["EF"] == (Decimal(9), Decimal(11))
    smaller, larger = found["COP_RE"]
    # 100 x (6/4.5 - 1) x 0.5 = 16.667 and 100 x (6/5.5 - 1) x 0.5 = 4.545.
    assert smaller is not None
    assert larger is not None
    assert (round(smaller, 3), round(larger, 3)) == (Decimal("16.667"), Decimal("4.545"))


def test_the_strongest_comes_first() -> None:
    """COP_RE moves by 6.67 t, COP_PJ by 6, the others by 1."""
    found = swings(load_definition("OJ_cop_ratio_ver1"), ONE)

    assert [each.parameter.symbol for each in found[:2]] == ["COP_RE", "COP_PJ"]


def test_what_cannot_be_worked_then_is_left_open() -> None:
    """A tenth more than 590 kW lies outside of a table that ends at 600 and is not extrapolated."""
    definition = load_definition("OJ_chiller_ver1")
    values: dict[str, Given] = {**cases_of("OJ_chiller_ver1")[0].values, "CAP": [Decimal(590)]}

    found = {each.parameter.symbol: each for each in swings(definition, values)}

    assert found["CAP"].larger is None
    assert found["CAP"].smaller is not None


def test_values_that_cannot_be_worked_are_refused() -> None:
    """As ``work`` refuses them."""
    with pytest.raises(Malformed):
        swings(load_definition("OJ_cop_ratio_ver1"), {"EF": Decimal(1)})


def test_a_default_is_varied_where_the_project_left_it() -> None:
    """ER = 100 x (1.5 - 1) x 0.5 = 25 t; with 1.35 it is 17.5, with 1.65 it is 32.5."""
    text = SOUND.replace("fixed by the methodology", "default of the methodology")
    values: dict[str, Given] = {"EC": {"north": Decimal(60), "south": Decimal(40)}}

    found = {
        each.parameter.symbol: (each.smaller, each.larger)
        for each in swings(read_definition(text, place="made up"), {**values, "EF": Decimal("0.5")})
    }

    assert found["GAIN"] == (Decimal("17.5"), Decimal("32.5"))
    assert found["EC"] == (Decimal("22.5"), Decimal("27.5"))


def test_a_default_for_each_member_is_varied_whole() -> None:
    """Gains of 1.5 and 2 for the pumps, 60 and 40 MWh: 0.5 x (30 + 40) = 35 t, and by hand."""
    text = SOUND.replace("fixed by the methodology", "default of the methodology")
    text = text.replace("value = 1.5", 'per = "pump"\nvalue = { north = 1.5, south = 2 }')
    text += '\n[index.pump]\nsays = "Pumps"\nmembers = ["north", "south"]\n'
    values: dict[str, Given] = {"EC": [Decimal(60), Decimal(40)], "EF": Decimal("0.5")}

    found = {
        each.parameter.symbol: (each.smaller, each.larger)
        for each in swings(read_definition(text, place="made up"), values)
    }

    # 0.5 x (60 x 1.35 + 40 x 1.8 - 100) = 26.5, and 0.5 x (60 x 1.65 + 40 x 2.2 - 100) = 43.5.
    assert found["GAIN"] == (Decimal("26.5"), Decimal("43.5"))


def test_what_has_no_tenth_is_not_varied_and_is_named() -> None:
    """Zero for every chiller, a temperature, and a table; one zero among others is varied."""
    values: dict[str, Given] = {**ONE, "EC_PJ": [Decimal(0)]}
    definition = load_definition("OJ_cop_ratio_ver1")
    assert not_varied(definition, values) == (NotVaried("EC_PJ", WhyNot.ZERO),)
    assert "EC_PJ" not in {each.parameter.symbol for each in swings(definition, values)}

    two = {symbol: given * 2 if isinstance(given, list) else given for symbol, given in ONE.items()}
    assert not_varied(definition, {**two, "EC_PJ": [Decimal(0), Decimal(1)]}) == ()

    chiller = load_definition("OJ_chiller_ver1")
    found = {each.symbol: each.why for each in not_varied(chiller, cases_of(chiller.id)[0].values)}
    assert found["T_CHIL_STD"] is WhyNot.SCALE
    assert found["COP_RE"] is WhyNot.TABLE
    assert "TD_COOL" not in found


def test_a_default_of_zero_is_not_varied_either() -> None:
    """By the members that the methodology names."""
    text = SOUND.replace("fixed by the methodology", "default of the methodology")
    text = text.replace("value = 1.5", "value = 0")
    values: dict[str, Given] = {
        "EC": {"north": Decimal(60), "south": Decimal(40)},
        "EF": Decimal("0.5"),
    }

    assert not_varied(read_definition(text, place="made up"), values) == (
        NotVaried("GAIN", WhyNot.ZERO),
    )
