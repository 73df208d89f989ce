"""A reading has two ends: the page that explains it and the rule that rests on it."""

import re
from pathlib import Path

import pytest
from source import DOCS, ours

from openjcm.rulebook import all_editions

READINGS = {path.name[:4]: path for path in sorted((DOCS / "readings").glob("*.md"))}
CITED = {
    placed.reading
    for edition in all_editions()
    for placed in edition.rules.values()
    if placed.reading
}


@pytest.mark.parametrize("number", sorted(CITED))
def test_every_reading_that_a_rule_cites_is_written(number: str) -> None:
    """A rule that rests on a reading leads to its page."""
    assert number in READINGS, f"docs/readings/{number}-….md is missing"


@pytest.mark.parametrize("number", READINGS)
def test_every_reading_is_cited_by_a_rule(number: str) -> None:
    """A page that no rule rests on is named."""
    assert number in CITED, f"{READINGS[number].name} is cited by no edition"


@pytest.mark.parametrize("path", READINGS.values(), ids=READINGS)
def test_every_reading_says_who_agreed_and_when(path: Path) -> None:
    """A reading gives text, question, reading, date and who agreed."""
    text = path.read_text(encoding="utf-8")
    parts = ("Rule: ", "Date: ", "Agreed by: ", "**Text.**", "**Question.**", "**Our reading.**")
    missing = [part for part in parts if part not in text]

    assert not missing, f"{path.name} lacks {missing}"


def test_no_code_mentions_a_reading_that_is_not_written() -> None:
    """A reading named in the source exists."""
    lost = [
        f"{module.place}: reading {number}"
        for module in ours()
        for number in re.findall(r"[Rr]eading (\d{4})", module.text)
        if number not in READINGS
    ]

    assert not lost, f"no such page in docs/readings: {lost}"
