"""The picture of the way of a tonne: where each station stands, wide for a desk, tall for a phone.

Pure numbers; the words come from the catalogue and the drawing from the template.
"""

from dataclasses import dataclass

STATIONS = (
    "readings",
    "period-quantities",
    "reductions",
    "reports",
    "decision",
    "notified",
    "issued",
    "transferred",
    "retired",
    "counted",
)
_HALF = 5
_STEP_X, _LEFT = 216, 12
_TOP, _BOTTOM = 20, 150
_STEP_Y = 64


@dataclass(frozen=True, slots=True)
class Station:
    """One station: its stem, its dot, and which side of the dot its words start from."""

    stem: str
    x: int
    y: int
    text_x: int
    text_y: int


@dataclass(frozen=True, slots=True)
class Corridor:
    """A drawing: its size, the line through all dots, and the stations on it."""

    name: str
    width: int
    height: int
    line: str
    stations: tuple[Station, ...]


def _wide() -> Corridor:
    there = [(_LEFT + _STEP_X * place, _TOP) for place in range(_HALF)]
    back = [(x, _BOTTOM) for x, _ in reversed(there)]
    stations = tuple(
        Station(stem, x, y, x - 8, y + 34)
        for stem, (x, y) in zip(STATIONS, there + back, strict=True)
    )
    bend = there[-1][0] + 150
    line = (
        f"M{_LEFT} {_TOP}H{bend - 24}a24 24 0 0 1 24 24V{_BOTTOM - 24}a24 24 0 0 1 -24 24H{_LEFT}"
    )
    return Corridor("wide", 1060, 216, line, stations)


def _tall() -> Corridor:
    stations = tuple(
        Station(stem, _LEFT, _TOP + _STEP_Y * place, 40, _TOP + _STEP_Y * place + 6)
        for place, stem in enumerate(STATIONS)
    )
    return Corridor("tall", 320, stations[-1].y + 40, f"M{_LEFT} {_TOP}V{stations[-1].y}", stations)


WIDE = _wide()
TALL = _tall()
