"""One form of every identifier, in whatever letters it was written."""

import pytest

from openjcm.measure.errors import NotFound
from openjcm.views.identifiers import found_as, known_as
from openjcm.views.reader import Reader
from openjcm.views.record.decisions import find_decision
from openjcm.views.walks import walk_published


@pytest.mark.parametrize(
    ("said", "known"),
    [
        ("bd002", "BD002"),
        ("mn-2025-03-27", "MN-2025-03-27"),
        ("VN-ISSUED-2017-10-10", "VN-issued-2017-10-10"),
        ("bd_am001", "BD_AM001"),
        ("mn", "MN"),
        ("BD002", None),
        ("bd999", None),
        ("bd002\x00", None),
        ("国002", None),
        ("", None),
    ],
)  # fmt: skip
def test_letters_of_another_case_are_the_same_identifier(
    public: Reader, said: str, known: str | None
) -> None:
    """What is written as lists give it needs no other form; what is unknown has none."""
    assert known_as(public, said) == known


def test_a_question_is_asked_again_under_the_identifier(public: Reader) -> None:
    """One identifier, then two in one question."""
    assert found_as(public, find_decision, "bd-2022-03-28").key == "BD-2022-03-28"
    walk = found_as(public, walk_published, "bd-2022-03-28", "bd002")
    assert walk.heading == "BD-2022-03-28 BD002"


def test_what_is_unknown_in_any_letters_is_refused(public: Reader) -> None:
    """In the words of the question itself."""
    with pytest.raises(NotFound, match="bd-2022-03-29"):
        found_as(public, find_decision, "bd-2022-03-29")
