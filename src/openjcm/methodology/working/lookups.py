"""Looking up in a table: by interval, by option, by the day since which a value holds."""

from bisect import bisect_left, bisect_right
from datetime import date
from decimal import Decimal
from typing import Any

from openjcm.methodology.definition import Closed, LookupTable
from openjcm.methodology.language.shapes import Kind
from openjcm.methodology.working.faults import is_fault
from openjcm.methodology.working.series import Frame, Series

_LEAST, _MOST = Decimal("-Infinity"), Decimal("Infinity")


class Ladder:
    """A table ready to be looked into."""

    def __init__(self, table: LookupTable) -> None:
        self.table = table
        self._values: list[Decimal] = [row.value for row in table.rows]
        self._by_option = {row.option: row.value for row in table.rows}
        self._edges: list[Any] = [
            row.since if table.kind is Kind.DAY else _LEAST if row.start is None else row.start
            for row in table.rows
        ]
        last = table.rows[-1].end
        self._end = _MOST if last is None else last

    def at(self, key: Decimal | str | date) -> Decimal | None:
        """Return what the table says for a key; None outside of it."""
        if self.table.kind is Kind.CHOICE:
            return self._by_option.get(str(key), self.table.outside)
        if isinstance(key, str):
            key = date.fromisoformat(key)
        closed_right = self.table.closed is Closed.RIGHT
        find = bisect_left if closed_right else bisect_right
        place = find(self._edges, key) - 1
        if place < 0 or (not isinstance(key, date) and self._is_beyond(key)):
            return self.table.outside
        return self._values[place]

    def _is_beyond(self, key: Decimal) -> bool:
        return key > self._end if self.table.closed is Closed.RIGHT else key >= self._end


def looked_up(frame: Frame, ladder: Ladder, key: Series) -> Series:
    """Look every place of a series up."""
    return Series([_one(frame, ladder, each, key.error) for each in key.values], key.sets)


def _one(frame: Frame, ladder: Ladder, key: Any, error: Decimal) -> Any:  # noqa: ANN401 - number, option or day
    if is_fault(key):
        return key
    found = ladder.at(key)
    symbol = ladder.table.symbol
    if error and (ladder.at(key - error) != found or ladder.at(key + error) != found):
        return frame.faults.note(
            "too-close-to-tell",
            f"cannot be told: a key of {symbol} is worked to fifty digits and lies at an end",
        )
    if found is None:
        said = f"{key:f}" if isinstance(key, Decimal) else str(key)
        if ladder.table.may_be_given:
            return frame.faults.note(
                "outside-the-table", f"has no row of {symbol} for {said}: give it under [table]"
            )
        return frame.faults.note(
            "outside-the-table",
            f"is not eligible: {said} lies outside of {symbol}, which is never extrapolated",
        )
    return frame.number(found)
