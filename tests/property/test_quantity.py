"""No conversion changes a quantity."""

from decimal import Decimal
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from openjcm.measure import Malformed, Quantity, unit

ENERGY = ("J", "kJ", "MJ", "GJ", "TJ", "Wh", "kWh", "MWh", "GWh", "kW*h")
WORDS = (*ENERGY, "t", "kg", "m3", "L", "tCO2e", "h", "d", "1", "m2", "ha")
numbers = st.decimals(
    allow_nan=False, allow_infinity=False, places=9, min_value=-(10**9), max_value=10**9
)
words = st.sampled_from(WORDS)


@given(value=numbers, from_=st.sampled_from(ENERGY), to=st.sampled_from(ENERGY))
def test_a_conversion_round_trips_or_is_refused(value: Decimal, from_: str, to: str) -> None:
    """There and back gives the same number; its worth in the base unit never moves."""
    quantity = Quantity(value, unit(from_))
    try:
        other = quantity.to(to)
    except Malformed:
        assert "J" in {from_[-1], to[-1]}, "only between joules and watt hours"
        return

    assert other.to(from_).value == value
    assert Fraction(other.value) * unit(to).factor == Fraction(value) * unit(from_).factor


@given(left=words, right=words)
def test_a_product_divided_by_one_part_is_the_other(left: str, right: str) -> None:
    """Units form a group under multiplication."""
    product = unit(left) * unit(right)

    assert (product / unit(right)).equals(unit(left))
    assert product.factor == unit(left).factor * unit(right).factor


@given(left=words, right=words)
def test_a_conversion_succeeds_only_within_one_dimension(left: str, right: str) -> None:
    """Zero has an exact value in every unit, so only the dimension can stand in the way."""
    zero = Quantity(Decimal(0), unit(left))
    try:
        converted = zero.to(right)
    except Malformed:
        assert unit(left).dimensions != unit(right).dimensions
    else:
        assert unit(left).dimensions == unit(right).dimensions
        assert converted.value == 0
