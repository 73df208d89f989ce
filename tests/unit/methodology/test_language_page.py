"""The page on the language explains, and the reference lists what there is."""

import re
from importlib.resources import files
from pathlib import Path

from documents.language import limits, untold

from openjcm.measure.quantity import SPELLED, SYNONYMS
from openjcm.methodology import Check, Kind, Role, Status
from openjcm.methodology.confirming import ConfirmationCheck
from openjcm.methodology.entries import EntryCheck
from openjcm.methodology.language.nodes import FUNCTIONS, POWERS, WORDS

DOCS = Path(__file__).parents[3] / "docs"
PAGE = (DOCS / "methodology-language.md").read_text(encoding="utf-8")
REFERENCE = (DOCS / "methodology-reference.md").read_text(encoding="utf-8")


def test_nothing_of_the_language_is_without_words() -> None:
    """Members, keys, limits and checks say what they are, and each check has its hint."""
    assert list(untold()) == []


def test_every_check_and_unit_and_role_is_in_the_reference() -> None:
    """Each in a row of its own."""
    listed = set(re.findall(r"^\| `([^`]+)` \|", REFERENCE, re.MULTILINE))

    assert {*map(str, Check), *map(str, EntryCheck), *map(str, ConfirmationCheck)} <= listed
    assert {*SPELLED, *SYNONYMS, "1", *Role, *Status, *Kind} <= listed


def test_every_word_of_the_language_is_in_the_reference() -> None:
    """Functions, words and signs, in the part on formulas."""
    formulas = REFERENCE.partition("## Formulas")[2].partition("## Units")[0]

    assert [word for word in (*FUNCTIONS, *WORDS, *POWERS) if word not in formulas] == []


def test_every_block_is_in_the_reference() -> None:
    """With what it gives."""
    for block in (files("openjcm.methodology") / "blocks").iterdir():
        assert f"| `{block.name.removesuffix('.toml')}` | " in REFERENCE, block.name


def test_limits_stand_in_the_reference_alone() -> None:
    """A number that is explained twice is wrong once: the page names none of four digits."""
    assert len(list(limits())) > len(FUNCTIONS)
    assert re.findall(r"\d,\d{3}", PAGE) == []


def test_the_page_leads_to_parts_of_the_reference_that_are_there() -> None:
    """Anchors are headings."""
    headings = {
        re.sub(r"[^a-z -]", "", line.lower()).strip().replace(" ", "-")
        for line in re.findall(r"^##+ (.+)$", REFERENCE, re.MULTILINE)
    }

    assert set(re.findall(r"methodology-reference\.md#([\w-]+)", PAGE)) <= headings
