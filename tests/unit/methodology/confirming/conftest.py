"""A definition with every kind of part, and a document to compare it with."""

from datetime import date

import pytest

from fakes.drafts import KNOWN, drafted, fixed, monitored
from openjcm.methodology import Definition, read_definition
from openjcm.methodology.confirming import Document

SHA256 = "0a" * 32
PARTS = ("X", "RE", "PE", "ER", "GAIN", "LOSS", "criterion 1", "criterion 2")


@pytest.fixture
def definition() -> Definition:
    """Give four formulas, a value, a table, and criteria with a condition and without."""
    row = "row = [{ from = 0, to = 5, value = 0.1 }]"
    table = (
        f'[table.LOSS]\nunit = "1"\nkey = {{ unit = "MW" }}\nclosed = "left"\noutside = 0.9\n'
        f"{row}\n{KNOWN}"
    )
    asked = f'[asked.CAP]\nunit = "MW"\n{KNOWN}'
    criteria = (
        f'[[eligibility]]\nnumber = "1"\nis = "CAP <= SIZE"\n{KNOWN}'
        f'[[eligibility]]\nnumber = "2"\n{KNOWN}'
    )
    text = drafted(
        monitored("EG", "MWh", "system"),
        fixed("EF", "tCO2e/MWh"),
        fixed("SIZE", "MW"),
        fixed("GAIN", "1", 1.5),
        table,
        asked,
        criteria,
        formulas={"X": ("sum(EG) * lookup(LOSS, SIZE)", "MWh"), "RE": "X * EF * GAIN"},
    )
    return read_definition(text, place="draft")


@pytest.fixture
def document() -> Document:
    """Give a document with a day of its own."""
    return Document(
        name="JCM_XX_AM001_ver01.0.pdf",
        sha256=SHA256,
        source="https://example.org/xx-am001.pdf",
        dated=date(2020, 1, 31),
        attached_on=date(2026, 11, 27),
    )
