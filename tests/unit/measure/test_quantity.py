"""Quantities: read strictly, converted exactly or refused."""

import subprocess
import sys
from decimal import Decimal

import pytest

from openjcm.measure import Malformed, Quantity, unit

CONVERSIONS = [
    ("347200", "kWh", "MWh", "347.2 MWh"),
    ("1", "MWh", "GJ", "3.6 GJ"),
    ("1", "Wh", "J", "3600 J"),
    ("1", "t", "kg", "1000 kg"),
    ("1", "L", "m3", "0.001 m3"),
    ("1", "kL", "L", "1000 L"),
    ("0.533", "tCO2/MWh", "kgCO2e/kWh", "0.533 kgCO2e/kWh"),
    ("2", "tCO2", "tCO2e", "2 tCO2e"),
    ("2", "tCO2eq", "tCO2e", "2 tCO2e"),
    ("1.5", "h", "s", "5400.0 s"),
    ("3", "kW*h", "kWh", "3 kWh"),
    ("7", "kWh/MWh", "1", "0.007"),
    ("0.25", "1", "1", "0.25"),
    ("1E+3", "Wh", "Wh", "1000 Wh"),
]


@pytest.mark.parametrize(("number", "from_", "to", "said"), CONVERSIONS)
def test_a_quantity_is_said_exactly_in_another_unit(
    number: str, from_: str, to: str, said: str
) -> None:
    """The printed text holds every digit, with no exponent."""
    assert str(Quantity(Decimal(number), unit(from_)).to(to)) == said


def test_units_that_measure_different_things_are_refused_by_both_names() -> None:
    """A tonne of steel is no tonne of CO2 equivalent."""
    with pytest.raises(Malformed, match=r"^t cannot be said in tCO2e") as refused:
        Quantity(Decimal(1), unit("t")).to("tCO2e")

    assert refused.value.code == "units-differ"


def test_a_conversion_without_a_finite_decimal_is_refused_by_both_names() -> None:
    """One joule is 1/3600 Wh, which no decimal says."""
    with pytest.raises(Malformed, match="1 J has no exact value in Wh") as refused:
        Quantity(Decimal(1), unit("J")).to("Wh")

    assert refused.value.code == "conversion-not-exact"


@pytest.mark.parametrize(
    "text",
    [
        "",
        " MWh",
        "MWh ",
        "MWh**2",
        "MWh^2",
        "tCO2e/(MWh)",
        "/MWh",
        "MWh/",
        "2*h",
        "\uff37h",
        "h*" * 40 + "h",
    ],
)
def test_what_is_not_written_as_a_unit_is_refused(text: str) -> None:
    """Only words joined by * and / are read; nothing else reaches the unit library."""
    with pytest.raises(Malformed) as refused:
        unit(text)

    assert refused.value.code == "unit-unreadable"


@pytest.mark.parametrize("text", ["mwh", "MWhs", "kkWh", "Mh", "p", "MWh/p", "tco2"])
def test_an_unknown_unit_is_refused_and_the_known_ones_are_named(text: str) -> None:
    """No plural, no free prefix, no unit that a general library happens to know."""
    with pytest.raises(Malformed, match=r"known are .*MWh.* and 1") as refused:
        unit(text)

    assert refused.value.code == "unit-unknown"


def test_units_multiply_and_divide_and_cancel() -> None:
    """MWh times tCO2e/MWh is tCO2e; a left-over scale shows in the text."""
    assert str(unit("MWh") * unit("tCO2/MWh")) == "tCO2e"
    assert str(unit("MWh") * unit("tCO2/kWh")) == "MWh*tCO2e/kWh"
    assert str(unit("MWh") / unit("MWh")) == "1"
    assert str(unit("1") / unit("h")) == "1/h"
    assert str(unit("MWh*h") / unit("h") / unit("h")) == "MWh/h"


def test_a_unit_equals_another_when_a_number_means_the_same_in_both() -> None:
    """Dimension alone is not enough: MWh and kWh differ by a thousand."""
    assert unit("kL").equals(unit("m3"))
    assert not unit("MWh").equals(unit("kWh"))
    assert not unit("MWh").equals(unit("tCO2e"))


def test_resistance_is_a_dimension_of_its_own() -> None:
    """Ohms for a kilometre cancel out between two lines, and are nothing else."""
    assert (unit("ohm/km") / unit("ohm/km")).equals(unit("1"))
    with pytest.raises(Malformed, match="measure different things"):
        Quantity(Decimal(1), unit("ohm")).to("W")


@pytest.mark.parametrize(
    ("text", "others"), [("Nm3", ["m3", "L", "1"]), ("degC", ["1", "J", "Nm3"])]
)
def test_normal_cubic_metres_and_degrees_are_dimensions_of_their_own(
    text: str, others: list[str]
) -> None:
    """What a normal cubic metre is depends on the document; a mean of degrees is no amount."""
    assert str(Quantity(Decimal("1.5"), unit(text)).to(text)) == f"1.5 {text}"
    assert (unit(f"tCO2e/{text}") * unit(text)).equals(unit("tCO2e"))
    for other in others:
        with pytest.raises(Malformed, match="measure different things"):
            Quantity(Decimal(1), unit(text)).to(other)


def test_the_room_is_imported_without_the_unit_library() -> None:
    """The command's help must not pay for pint."""
    program = "import openjcm.measure, sys; print('pint' in sys.modules)"

    said = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )

    assert said.stdout.strip() == "False"
