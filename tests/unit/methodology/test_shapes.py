"""Units and index sets of formulas, before any number is known."""

import pytest

from openjcm.measure import Malformed, unit
from openjcm.methodology.language.parser import parse
from openjcm.methodology.language.shapes import Known, Shape, shape_of

SYMBOLS = {
    "EC": Shape(unit("MWh"), ("chiller",)),
    "COP": Shape(unit("1"), ("chiller",)),
    "D": Shape(unit("d"), ("day",)),
    "EF": Shape(unit("tCO2/MWh")),
    "RE": Shape(unit("tCO2e")),
    "KWH": Shape(unit("kWh")),
}


@pytest.mark.parametrize(
    ("text", "said", "sets"),
    [
        ("EC * COP", "MWh", ("chiller",)),
        ("sum(EC * COP) * EF", "tCO2e", ()),
        ("EC * EF", "tCO2e", ("chiller",)),
        ("RE / EF", "MWh", ()),
        ("EC / EC", "1", ("chiller",)),
        ("min(RE, RE)", "tCO2e", ()),
        ("max(EC * EF, RE)", "tCO2", ("chiller",)),
        ("max(EC) + min(EC)", "MWh", ()),
        ("EC * sum(D)", "MWh*d", ("chiller",)),
        ("2 * RE", "tCO2e", ()),
        ("EC * D", "MWh*d", ("chiller", "day")),
        ("sum(EC * D over chiller)", "MWh*d", ("day",)),
        ("min(COP, D / D)", "1", ("chiller", "day")),
    ],
)
def test_a_formula_has_the_unit_and_index_set_of_its_parts(
    text: str, said: str, sets: tuple[str, ...]
) -> None:
    """One value is the same at every place of a series."""
    shape = shape_of(parse(text), Known(SYMBOLS))

    assert shape.unit.equals(unit(said))
    assert shape.sets == sets


@pytest.mark.parametrize(
    ("text", "code", "message"),
    [
        ("EC + EF", "units-alike", "EC + EF adds MWh and tCO2/MWh"),
        ("RE - 1", "units-alike", "RE - 1 subtracts tCO2e and 1"),
        ("sum(EC) + KWH", "units-alike", "adds MWh and kWh"),
        ("min(EC, RE)", "units-alike", "min(EC, RE) compares MWh and tCO2e"),
        ("sum(EC * D)", "index-set-named", "runs over chiller and day; name one of them by 'over'"),
        ("sum(EC over day)", "index-set-named", "runs over chiller; name one"),
        ("sum(RE)", "series-expected", "sum(RE) is over no index set"),
        ("max(sum(EC))", "series-expected", "is over no index set"),
    ],
)
def test_what_makes_no_sense_is_refused(text: str, code: str, message: str) -> None:
    """The message quotes the part of the formula and names both units or sets."""
    with pytest.raises(Malformed) as refused:
        shape_of(parse(text), Known(SYMBOLS))

    assert refused.value.code == code
    assert message in str(refused.value)
