"""A small sound definition that tests spoil in one place."""

from collections.abc import Callable

import pytest

SOUND = """
id = "XX_AM001_ver01.0"
title = "Heat pumps and a boiler"
family = "heat pump"
scope = "3"
status = "not confirmed"
evidence = "illustrative"
source = "made up"
says = "Made up for the tests."
rounding = { stage = "vintage", rule = "whole-tonnes-per-vintage" }

[monitored.EC]
unit = "MWh"
per = "pump"
says = "Electricity of pump i"
evidence = "illustrative"
source = "made up"
plausible = { at_least = 0, at_most = 1000, evidence = "illustrative" }

[fixed.EF]
unit = "tCO2e/MWh"
role = "fixed ex ante by the project"
says = "Factor"
evidence = "illustrative"
source = "made up"

[fixed.GAIN]
unit = "1"
role = "fixed by the methodology"
value = 1.5
says = "Gain"
evidence = "published"
source = "made up"

[[formula]]
gives = "RE"
is = "sum(EC * GAIN) * EF"
unit = "tCO2e"
says = "Reference"
evidence = "illustrative"
source = "made up"

[[formula]]
gives = "PE"
is = "sum(EC) * EF"
unit = "tCO2e"
says = "Project"
evidence = "illustrative"
source = "made up"

[[formula]]
gives = "ER"
is = "RE - PE"
unit = "tCO2e"
says = "Reduction"
evidence = "illustrative"
source = "made up"
"""

Spoil = Callable[..., str]


@pytest.fixture
def sound() -> str:
    """Return the text of a definition without a fault."""
    return SOUND


@pytest.fixture
def spoiled() -> Spoil:
    """Return a function that replaces one passage, which must be there once."""

    def spoil(passage: str, by: str) -> str:
        assert SOUND.count(passage) == 1, f"{passage!r} stands there {SOUND.count(passage)} times"
        return SOUND.replace(passage, by)

    return spoil
