"""The sentences that the reference prints are those of the language."""

import pytest

from openjcm.methodology.language.nodes import FUNCTIONS, POWERS, WORDS
from openjcm.methodology.language.parser import parse
from openjcm.methodology.language.sentences import CONDITIONS, FUNCTIONS_TOLD, TERMS
from openjcm.methodology.language.tokens import cut_up

ALL = (*TERMS, *FUNCTIONS_TOLD, *CONDITIONS)


def test_every_word_and_sign_has_its_sentence() -> None:
    """And no sentence names one that is gone."""
    assert {each for one in ALL for each in one.spelled} == {*FUNCTIONS, *WORDS, *POWERS}


def test_each_function_is_told_among_the_functions() -> None:
    """Where a reader looks for it."""
    told = {each for one in FUNCTIONS_TOLD for each in one.spelled}

    assert told == {*FUNCTIONS, "over"}


@pytest.mark.parametrize("example", [each for one in ALL for each in one.examples])
def test_an_example_is_a_sentence(example: str) -> None:
    """The parser of the language reads it."""
    assert parse(example)


def test_an_example_shows_what_it_is_for() -> None:
    """At least one word or sign of the form stands in its examples."""
    for one in ALL:
        tokens = {token.text for each in one.examples for token in cut_up(each)}
        assert not one.spelled or tokens & set(one.spelled), one.form
