"""The printed serial number."""

from dataclasses import replace

import pytest

from openjcm.ledger import (
    AccountKind,
    Block,
    SerialRange,
    common_form,
    parse_serial,
    serial_text,
)
from openjcm.measure.errors import Malformed, RuleBroken
from openjcm.rulebook import Rule, Value, load_edition

BLOCK = Block("R1-JP-2017", "JP", "BD", "BD002", 2017, 1, 25, "A", AccountKind.HOLDING)
EDITION = load_edition("JCM_BD_PCP_ver_not_confirmed")
FINANCING = load_edition("FP_JCM_Model_Projects_ver_not_confirmed")
SLASHED = "JCM/{vintage}/{registry}/{host}/{project}/{first}/{last}."


def test_the_form_is_the_one_that_editions_give() -> None:
    """Rule.SERIAL_NUMBER_FORM: an edition says how serial numbers are printed."""
    assert common_form([EDITION, FINANCING]) == EDITION.value(Rule.SERIAL_NUMBER_FORM).text


def test_no_form_stands_in_where_editions_give_none_or_two() -> None:
    """Rule.SERIAL_NUMBER_FORM: nothing is printed in a form that nobody chose."""
    placed = replace(EDITION.rules[Rule.SERIAL_NUMBER_FORM], value=Value(text=SLASHED))
    other = replace(EDITION, rules={**EDITION.rules, Rule.SERIAL_NUMBER_FORM: placed})

    with pytest.raises(RuleBroken, match="0 forms"):
        common_form([FINANCING])
    with pytest.raises(RuleBroken, match="2 forms"):
        common_form([EDITION, other])


def test_a_serial_number_says_registry_host_project_vintage_and_range() -> None:
    """Every field of the form is printed."""
    assert serial_text(BLOCK) == "JP-BD-BD002-2017-1-25"


def test_a_rehearsal_can_never_be_mistaken() -> None:
    """Rule.REHEARSAL_IS_APART: a rehearsal's serial number says so first."""
    text = serial_text(BLOCK, rehearsal=True)

    assert text == "REHEARSAL-JP-BD-BD002-2017-1-25"
    assert parse_serial(text).rehearsal


@pytest.mark.parametrize("form", [None, SLASHED])
@pytest.mark.parametrize("rehearsal", [False, True])
def test_what_is_printed_can_be_read(form: str | None, rehearsal: bool) -> None:  # noqa: FBT001 - a column
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
