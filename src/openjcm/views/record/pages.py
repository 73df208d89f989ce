"""Long answers in pages: each says where the next one begins, however the record grows."""

import base64
import binascii
import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from openjcm.measure.errors import Malformed

Item = TypeVar("Item")
PAGE_SIZE = 50
LARGEST_PAGE = 500


@dataclass(frozen=True, slots=True)
class Page(Generic[Item]):
    """Some of the items, how many there are in all, and the cursor of the next page."""

    items: tuple[Item, ...]
    total: int
    next: str | None = None


def every(ask: Callable[[str | None], Page[Item]]) -> tuple[Item, ...]:
    """Return the items of all pages.

    Args:
        ask: Gives the page of a cursor; None is the first.
    """
    found: list[Item] = []
    cursor: str | None = None
    while True:
        page = ask(cursor)
        found += page.items
        cursor = page.next
        if cursor is None:
            return tuple(found)


def write_cursor(*values: str | None) -> str:
    """Return the cursor of what follows an item with these values of the order.

    >>> read_cursor(write_cursor("2022-03-28", "BD-2022-03-28"), 2)
    ['2022-03-28', 'BD-2022-03-28']
    """
    text = json.dumps(values, ensure_ascii=False, separators=(",", ":"))
    return base64.urlsafe_b64encode(text.encode()).decode().rstrip("=")


def read_cursor(cursor: str, length: int) -> list[str | None]:
    """Return the values of a cursor.

    Raises:
        Malformed: no page of this question gave it.
    """
    try:
        text = base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4))
        values = json.loads(text)
    except (binascii.Error, ValueError) as error:
        raise _not_ours() from error
    if not isinstance(values, list) or len(values) != length:
        raise _not_ours()
    if not all(value is None or isinstance(value, str) for value in values):
        raise _not_ours()
    return values


def page_size(asked: int | None) -> int:
    """Return how many items a page has.

    Raises:
        Malformed: fewer than one, or more than the largest page.
    """
    if asked is None:
        return PAGE_SIZE
    if not 0 < asked <= LARGEST_PAGE:
        raise Malformed(
            f"limit: {asked} is not between 1 and {LARGEST_PAGE}", code="limit-out-of-range"
        )
    return asked


def _not_ours() -> Malformed:
    return Malformed("cursor: no page gave it; begin without one", code="cursor-unreadable")
