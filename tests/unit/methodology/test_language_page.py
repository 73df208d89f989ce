"""The page on the language names what there is."""

import re
from importlib.resources import files
from pathlib import Path

from openjcm.methodology import Check, Role, Status
from openjcm.methodology.language.nodes import FUNCTIONS, POWERS, WORDS

PAGE = (Path(__file__).parents[3] / "docs" / "methodology-language.md").read_text(encoding="utf-8")


def test_every_check_is_on_the_page() -> None:
    """And no check that is gone."""
    named = set(re.findall(r"`([a-z]+(?:-[a-z]+)+)`", PAGE))

    assert {str(each) for each in Check} <= named


def test_every_word_of_the_language_is_on_the_page() -> None:
    """Functions, words and signs, roles and statuses."""
    for word in (*FUNCTIONS, *WORDS, *POWERS, *Role, *Status):
        if word not in (Role.MONITORED, Role.ASKED):
            assert word in PAGE, word


def test_every_block_is_on_the_page() -> None:
    """By its last part."""
    for block in (files("openjcm.methodology") / "blocks").iterdir():
        name = block.name.removesuffix(".toml").removeprefix("electricity-factor")
        assert f"{name}`" in PAGE, name
