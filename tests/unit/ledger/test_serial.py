"""The printed serial number."""

import pytest

from openjcm.ledger import (
    DEFAULT_FORM,
    AccountKind,
    Block,
    SerialRange,
    parse_serial,
    serial_text,
)
from openjcm.measure.errors import Malformed
from openjcm.rulebook import Rule, load_edition

BLOCK = Block("R1-JP-2017", "JP", "BD", "BD002", 2017, 1, 25, "A", AccountKind.HOLDING)
SLASHED = "JCM/{vintage}/{registry}/{host}/{project}/{first}/{last}."


def test_the_default_form_is_the_one_of_the_edition() -> None:
    """Rule.SERIAL_NUMBER_FORM: code and edition print the same."""
    edition = load_edition("JCM_BD_PCP_ver_not_confirmed")

    assert edition.value(Rule.SERIAL_NUMBER_FORM).text == DEFAULT_FORM


def test_a_serial_number_says_registry_host_project_vintage_and_range() -> None:
    """The default form is printed in full."""
    assert serial_text(BLOCK) == "JP-BD-BD002-2017-1-25"


def test_a_rehearsal_can_never_be_mistaken() -> None:
    """Rule.REHEARSAL_IS_APART: a rehearsal's serial number says so first."""
    text = serial_text(BLOCK, rehearsal=True)

    assert text == "REHEARSAL-JP-BD-BD002-2017-1-25"
    assert parse_serial(text).rehearsal


@pytest.mark.parametrize("form", [DEFAULT_FORM, SLASHED])
@pytest.mark.parametrize("rehearsal", [False, True])
def test_what_is_printed_can_be_read(form: str, rehearsal: bool) -> None:  # noqa: FBT001 - a column
    """Printing and reading agree in every form."""
    text = serial_text(BLOCK, rehearsal=rehearsal, form=form)

    assert parse_serial(f" {text}\n", form=form) == SerialRange(
        "JP", "BD", "BD002", 2017, 1, 25, rehearsal
    )


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("", "registry"),
        ("jp-BD-BD002-2017-1-25", "registry"),
        ("JP/BD-BD002-2017-1-25", "host"),
        ("JP-B-BD002-2017-1-25", "host"),
        ("JP-BD-002-2017-1-25", "project"),
        ("JP-BD-BD002-17-1-25", "vintage"),
        ("JP-BD-BD002-2017-0-25", "first"),
        ("JP-BD-BD002-2017-01-25", "first"),
        ("JP-BD-BD002-2017-1", "last"),
        ("JP-BD-BD002-2017-26-25", "last"),
        ("JP-BD-BD002-2017-1-25x", "last"),
        ("rehearsal-JP-BD-BD002-2017-1-25", "registry"),
    ],
)
def test_what_cannot_be_read_names_its_field(text: str, field: str) -> None:
    """The first field that cannot be read is named."""
    with pytest.raises(Malformed) as refusal:
        parse_serial(text)

    assert refusal.value.about == field


def test_a_form_that_ends_in_words_is_read_to_its_end() -> None:
    """What follows the last field belongs to the form."""
    with pytest.raises(Malformed) as refusal:
        parse_serial("JCM/2017/JP/BD/BD002/1/25", form=SLASHED)

    assert refusal.value.about == "end"
