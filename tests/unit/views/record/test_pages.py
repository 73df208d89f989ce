"""Long answers in pages: sizes, cursors, and all pages one after the other."""

import base64
import json

import pytest

from openjcm.measure.errors import Malformed
from openjcm.views.record.pages import Page, every, page_size, read_cursor, write_cursor

PAGES = {None: Page((1, 2), 5, "b"), "b": Page((3, 4), 5, "c"), "c": Page((5,), 5)}


def _written(value: object) -> str:
    return base64.urlsafe_b64encode(json.dumps(value).encode()).decode().rstrip("=")


def test_all_pages_are_asked_for_one_after_the_other() -> None:
    """Until one has no next."""
    assert every(lambda cursor: PAGES[cursor]) == (1, 2, 3, 4, 5)


@pytest.mark.parametrize(
    "values", [("2022-03-28", "BD-2022-03-28"), (None, "VN-undated-VN002"), ("省エネ", "BD002")]
)
def test_a_cursor_gives_back_what_was_written(values: tuple[str | None, str]) -> None:
    """Blanks and Japanese letters too; nothing in it needs to be quoted in an address."""
    cursor = write_cursor(*values)

    assert read_cursor(cursor, 2) == list(values)
    assert cursor.isascii()
    assert set("=+/&?").isdisjoint(cursor)


@pytest.mark.parametrize(
    "cursor",
    [
        *("x", "####", "{}", "é"),
        *(_written(value) for value in (["a"], ["a", "b", "c"], {"a": 1}, ["a", 1], "ab")),
        base64.urlsafe_b64encode(b"\xff\xfe").decode(),
    ],
)
def test_a_cursor_that_no_page_gave_is_refused(cursor: str) -> None:
    """Whatever stands in it."""
    with pytest.raises(Malformed, match="no page gave it"):
        read_cursor(cursor, 2)


def test_a_page_has_fifty_unless_another_number_is_asked_for() -> None:
    """From 1 to 500."""
    assert [page_size(asked) for asked in (None, 1, 500)] == [50, 1, 500]
    for asked in (0, -3, 501):
        with pytest.raises(Malformed, match="between 1 and 500"):
            page_size(asked)
