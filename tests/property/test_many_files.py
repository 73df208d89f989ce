"""Files that are read together say what each says by itself, to the row.

Slow: every example reads its files twice, with a DuckDB of its own each time.
"""

import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from openjcm.measure.errors import Malformed
from openjcm.measure.period import Period
from openjcm.metering import Meter, Plan, summarise_in_detail
from openjcm.metering.files.folders import joining

pytestmark = pytest.mark.slow

EXAMPLES = settings(max_examples=25, deadline=None)
START = datetime(2018, 10, 27)  # noqa: DTZ001 - the clock on a wall
HEADERS = {False: ["meter", "read_at", "register_kwh"], True: ["read_at", "A", "B"]}
# What may be wrong with a row: a cell more or less, blank, of another kind, or quoted amiss.
FAULTS = ("", "", "", "more", "less", "blank", "x", "-5", '5"', '"5', "Q", "line")


@dataclass(frozen=True)
class Folder:
    """Rows of files, the mark between cells, the end of lines, and whether cells are quoted."""

    files: Sequence[Sequence[Sequence[str]]]
    mark: str
    ends: str
    is_quoted: bool
    is_wide: bool

    def write(self, folder: Path) -> None:
        """Write the files."""
        for at, rows in enumerate(self.files):
            lines = [self.mark.join(map(self._cell, row)) for row in rows]
            text = self.ends.join([self.mark.join(HEADERS[self.is_wide]), *lines, ""])
            (folder / f"{at}.csv").write_text(text, encoding="utf-8", newline="")

    def _cell(self, cell: str) -> str:
        return f'"{cell}"' if self.is_quoted and '"' not in cell else cell


@st.composite
def folders(draw: st.DrawFn) -> Folder:
    """Draw readings of two meters, some doubled, lacking or false, cut into files."""
    is_wide = draw(st.booleans())
    hours = draw(st.integers(4, 30))
    stamps = [str(START + timedelta(hours=at)) for at in range(hours)]
    if is_wide:
        rows = [[stamp, str(at), str(2 * at)] for at, stamp in enumerate(stamps)]
    else:
        rows = [[m, stamp, str(at)] for m in "AB" for at, stamp in enumerate(stamps)]
    order = draw(st.sampled_from(["as it stands", "in turns", "shuffled"]))
    if order == "in turns":
        rows.sort(key=lambda row: row[-2])
    elif order == "shuffled":
        rows = draw(st.permutations(rows))
    twice = draw(st.integers(0, len(rows) - 1))
    rows = [*rows[: draw(st.integers(2, len(rows)))], rows[twice]]
    for fault in (draw(st.sampled_from(FAULTS)), draw(st.sampled_from(FAULTS))):
        at = draw(st.integers(0, len(rows) - 1))
        rows[at] = _spoiled(rows[at], fault)
    each = draw(st.integers(1, 5))
    return Folder(
        [rows[at : at + each] for at in range(0, len(rows), each)],
        draw(st.sampled_from(",;\t|")),
        draw(st.sampled_from(["\n", "\r\n"])),
        draw(st.booleans()),
        is_wide,
    )


def _spoiled(row: Sequence[str], fault: str) -> list[str]:
    kinds = {"": [*row], "more": [*row, "7"], "less": [*row[:-1]], "blank": [""] * len(row)}
    return kinds.get(fault, [] if fault == "line" else [*row[:-1], fault])


def _told(folder: Path, plan: Plan) -> object:
    """Return all that is said of a folder, or all for which it is refused."""
    try:
        return summarise_in_detail([folder], plan, has_days=True)
    except Malformed as refusal:
        return sorted((each.rule, each.place, each.message) for each in refusal.findings)


@EXAMPLES
@given(folders(), st.sampled_from(["Asia/Dhaka", "Europe/Berlin"]))
def test_files_read_together_say_what_each_says(folder: Folder, clock: str) -> None:
    """Quantities, faults, days, rows, and every reason to refuse them."""
    meters = tuple(Meter(each, "EG", each, "kWh", expected_interval="1h") for each in "AB")
    plan = Plan(clock, Period(date(2018, 10, 27), date(2018, 10, 28)), meters, clock=clock)
    with tempfile.TemporaryDirectory() as name:
        folder.write(Path(name))
        with patch.object(joining, "JOINED_LEAST", 1):
            together = _told(Path(name), plan)
        with patch.object(joining, "JOINED_LEAST", 1 << 30):
            alone = _told(Path(name), plan)
    assert together == alone
