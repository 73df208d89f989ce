"""Circles whose area is a number, moved aside where they would cover each other."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

_RADIUS_OF_ONE = 4.2
_APART = 1.5
_ROUNDS = 400
# Home draws them for the first rounds; then they only make room for each other.
_DRAWN_ROUNDS = 250
_HOMEWARD = 0.02
# Each begins a little beside its place, in a direction of its own, so that none is in line.
_BESIDE = 0.5
_TURN = 2.4


@dataclass(frozen=True, slots=True)
class Circle:
    """A circle, and the place that it belongs to."""

    key: str
    x: float
    y: float
    radius: float
    home: tuple[float, float]

    @property
    def is_away(self) -> bool:
        """Whether the circle no longer covers its place."""
        return math.dist((self.x, self.y), self.home) > self.radius


def circles(
    numbers: Mapping[str, int], places: Mapping[str, tuple[float, float]]
) -> tuple[Circle, ...]:
    """Return one circle a number, none covering another; the same numbers give the same ones."""
    keys = sorted(numbers, key=lambda key: (-numbers[key], key))
    radii = [_RADIUS_OF_ONE * math.sqrt(numbers[key]) for key in keys]
    at = [
        [places[key][0] + _BESIDE * math.cos(turn), places[key][1] + _BESIDE * math.sin(turn)]
        for key, turn in zip(keys, (_TURN * number for number in range(len(keys))), strict=True)
    ]
    for number in range(_ROUNDS):
        if number < _DRAWN_ROUNDS:
            for spot, key in zip(at, keys, strict=True):
                for axis in (0, 1):
                    spot[axis] += (places[key][axis] - spot[axis]) * _HOMEWARD
        _push_apart(at, radii)
    return tuple(
        Circle(key, round(x, 1), round(y, 1), round(radius, 2), places[key])
        for key, (x, y), radius in zip(keys, at, radii, strict=True)
    )


def _push_apart(at: Sequence[list[float]], radii: Sequence[float]) -> None:
    """Move each two that touch by half of what is missing, the lighter one further."""
    for one in range(len(at)):
        for other in range(one + 1, len(at)):
            dx, dy = at[other][0] - at[one][0], at[other][1] - at[one][1]
            distance = math.hypot(dx, dy)
            missing = radii[one] + radii[other] + _APART - distance
            if missing <= 0:
                continue
            share = radii[other] / (radii[one] + radii[other])
            for axis, step in enumerate((dx / distance, dy / distance)):
                at[one][axis] -= step * missing * share
                at[other][axis] += step * missing * (1 - share)
