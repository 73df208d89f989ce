"""The errors of the scheme: kinds, codes, order of precedence."""

import pytest

from openjcm.measure import (
    Conflict,
    Finding,
    Malformed,
    NotAllowed,
    NotFound,
    RuleBroken,
    SchemeError,
    Stopped,
)

IN_ORDER_OF_PRECEDENCE = [
    (Malformed, 422, 2, "malformed"),
    (NotFound, 404, 3, "not-found"),
    (NotAllowed, 403, 4, "not-allowed"),
    (RuleBroken, 409, 5, "rule-broken"),
    (Conflict, 409, 6, "conflict"),
    (Stopped, 503, 7, "stopped"),
]


@pytest.mark.parametrize(("kind", "status", "exit_code", "code"), IN_ORDER_OF_PRECEDENCE)
def test_the_kind_decides_status_and_exit_code(
    kind: type[SchemeError], status: int, exit_code: int, code: str
) -> None:
    """Without a message the class says its own sentence, without a code its own stem."""
    error = kind()

    assert (error.status, error.exit_code, error.code) == (status, exit_code, code)
    assert error.message == str(error) == kind.__doc__


def test_an_error_carries_what_it_is_about_and_all_findings() -> None:
    """A refusal can be read by a person and by a program."""
    finding = Finding("a-rule", "file, row 3", "give a number")

    error = Malformed("it cannot be read", code="unreadable", about="file", findings=(finding,))

    assert str(error) == "it cannot be read"
    assert (error.code, error.about, error.findings) == ("unreadable", "file", (finding,))


def test_anything_else_is_our_own_mistake() -> None:
    """The root of the tree answers 500 and 70."""
    assert (SchemeError.status, SchemeError.exit_code) == (500, 70)
