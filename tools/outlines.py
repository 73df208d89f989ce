"""Make the outlines of the maps: Natural Earth's countries, projected and thinned out, as JSON.

Run once when a partner country is new or the picture is to change; the file that it writes is
committed. What goes in is ``countries-50m.json`` of the npm package world-atlas, version 2.0.2:
Natural Earth 4.1.0, which is in the public domain, as TopoJSON.

* Partner countries and Japan have outlines of their own; all other land is one shape without
  borders, so nothing is said about a border that is no partner's.
* Natural Earth draws who holds a place. Where Japan's government maps it otherwise within a
  country that is drawn here, its map is followed: Crimea with Ukraine, the Northern
  Territories with Japan.
* The projection is Natural Earth's (Patterson's polynomial), centred on 150 degrees east, so
  that Japan and the Pacific are together. Antarctica is left out.
* Borders are thinned arc by arc, so neighbours still meet. Small islands are left out; a
  country that has no larger ones (Maldives, Palau) has a place and no outline.
"""

import argparse
import json
import math
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from openjcm.rulebook.partner import all_partners

Point = tuple[float, float]
Ring = list[Point]

_CENTRE = 150.0
_SOUTH, _NORTH = -57.0, 78.0
_WIDTH = 1000.0
_TOLERANCE = 0.12
_SMALLEST = 0.7
_STEP = 2.0
_ANTARCTICA, _JAPAN, _RUSSIA, _UKRAINE = "010", "392", "643", "804"
_NAMES = {
    "LA": "Laos",
    "VN": "Vietnam",
    "KG": "Kyrgyzstan",
    "AE": "United Arab Emirates",
    "JP": "Japan",
}
# West, south, east, north: all islands of these two boxes, and none beside them.
_CRIMEA = (32.0, 44.0, 37.0, 46.5)
_NORTHERN_TERRITORIES = (145.3, 43.3, 149.0, 45.6)
# Capitals, degrees north and east: where a country is marked. General knowledge, rounded.
_CAPITALS: dict[str, Point] = {
    "MN": (47.9, 106.9),
    "BD": (23.8, 90.4),
    "ET": (9.0, 38.7),
    "KE": (-1.3, 36.8),
    "MV": (4.2, 73.5),
    "VN": (21.0, 105.8),
    "LA": (18.0, 102.6),
    "ID": (-6.2, 106.8),
    "CR": (9.9, -84.1),
    "PW": (7.5, 134.6),
    "KH": (11.6, 104.9),
    "MX": (19.4, -99.1),
    "SA": (24.7, 46.7),
    "CL": (-33.4, -70.7),
    "MM": (19.7, 96.1),
    "TH": (13.8, 100.5),
    "PH": (14.6, 121.0),
    "SN": (14.7, -17.4),
    "TN": (36.8, 10.2),
    "AZ": (40.4, 49.9),
    "MD": (47.0, 28.8),
    "GE": (41.7, 44.8),
    "LK": (6.9, 79.9),
    "UZ": (41.3, 69.2),
    "PG": (-9.5, 147.2),
    "AE": (24.5, 54.4),
    "KG": (42.9, 74.6),
    "KZ": (51.2, 71.4),
    "UA": (50.5, 30.5),
    "TZ": (-6.2, 35.7),
    "IN": (28.6, 77.2),
    "JP": (35.7, 139.7),
}


def main() -> None:
    """Write the outlines into the file that is asked for."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--world", type=Path, required=True, help="countries-50m.json")
    parser.add_argument("--out", type=Path, required=True)
    asked = parser.parse_args()
    made = _outlines(json.loads(asked.world.read_text(encoding="utf-8")))
    text = json.dumps(made, ensure_ascii=False, indent=1)
    asked.out.write_text(f"{text}\n", encoding="utf-8")
    print(f"{asked.out.name}: {len(made['countries'])} countries, {len(text):,} characters")


def _outlines(world: dict[str, Any]) -> dict[str, Any]:
    arcs = [_thinned(arc) for arc in _degrees(world)]
    shapes = _shapes(world)
    _follow_japans_map(shapes, _degrees(world))
    names = {partner.iso2: partner.name_en for partner in all_partners()}
    ours = {iso2: _NAMES.get(iso2, names.get(iso2, "")) for iso2 in _CAPITALS}
    assert names.keys() < ours.keys(), f"no capital of {sorted(names.keys() - ours.keys())}"
    frame = _Frame()
    countries = {iso2: frame.path(_rings(shapes[name], arcs)) for iso2, name in ours.items()}
    rest = [shape for name, shape in shapes.items() if name not in ours.values()]
    land = [ring for shape in rest for ring in _rings(shape, arcs)]
    return {
        "source": "Natural Earth 4.1.0, 1:50m, as in the npm package world-atlas 2.0.2",
        "licence": "public domain",
        "made_by": "tools/outlines.py",
        "borders": "Crimea with Ukraine and the Northern Territories with Japan, as Japan's"
        " government maps them; other land without borders",
        "width": frame.width,
        "height": frame.height,
        "land": frame.path(land),
        "countries": countries,
        "places": {
            iso2: frame.place(east, north) for iso2, (north, east) in sorted(_CAPITALS.items())
        },
    }


def _degrees(world: dict[str, Any]) -> list[Ring]:
    (sx, sy), (tx, ty) = world["transform"]["scale"], world["transform"]["translate"]
    arcs = []
    for steps in world["arcs"]:
        x = y = 0
        arc = []
        for dx, dy in steps:
            x, y = x + dx, y + dy
            arc.append((x * sx + tx, y * sy + ty))
        arcs.append(arc)
    return arcs


def _shapes(world: dict[str, Any]) -> dict[str, list[list[list[int]]]]:
    """Return the polygons of each country by its English name, each ring a list of arcs."""
    return {
        each["properties"]["name"]: [each["arcs"]] if each["type"] == "Polygon" else each["arcs"]
        for each in world["objects"]["countries"]["geometries"]
        if each.get("id") != _ANTARCTICA
    }


def _follow_japans_map(shapes: dict[str, list[list[list[int]]]], arcs: list[Ring]) -> None:
    for polygon in list(shapes["Russia"]):
        ring = _ring(polygon[0], arcs)
        if _within(ring, _NORTHERN_TERRITORIES):
            shapes["Russia"].remove(polygon)
            shapes["Japan"].append(polygon)
        if _within(ring, _CRIMEA):
            shapes["Russia"].remove(polygon)
            border, coast = polygon[0]
            mainland = shapes["Ukraine"][0][0]
            mainland[mainland.index(~border)] = coast


def _within(ring: Ring, box: tuple[float, float, float, float]) -> bool:
    west, south, east, north = box
    return all(west < x < east and south < y < north for x, y in ring)


def _rings(shape: list[list[list[int]]], arcs: list[Ring]) -> list[Ring]:
    return [_ring(ring, arcs) for polygon in shape for ring in polygon]


def _ring(indices: Sequence[int], arcs: list[Ring]) -> Ring:
    ring: Ring = []
    for index in indices:
        arc = arcs[index] if index >= 0 else arcs[~index][::-1]
        ring += arc[1:] if ring else arc
    return ring


def _thinned(arc: Ring) -> Ring:
    """Leave out points nearer than the tolerance to the line without them (Douglas, Peucker)."""
    closed = arc[0] == arc[-1]
    if closed and len(arc) > 3:  # noqa: PLR2004 - a ring of fewer points cannot be halved
        half = len(arc) // 2
        return _thinned(arc[: half + 1]) + _thinned(arc[half:])[1:]
    keep = {0, len(arc) - 1}
    spans = [(0, len(arc) - 1)]
    while spans:
        first, last = spans.pop()
        far, distance = first, 0.0
        for middle in range(first + 1, last):
            found = _distance(arc[middle], arc[first], arc[last])
            if found > distance:
                far, distance = middle, found
        if distance > _TOLERANCE:
            keep.add(far)
            spans += [(first, far), (far, last)]
    return [arc[index] for index in sorted(keep)]


def _distance(point: Point, first: Point, last: Point) -> float:
    (px, py), (ax, ay), (bx, by) = point, first, last
    length = (bx - ax) ** 2 + (by - ay) ** 2
    along = ((px - ax) * (bx - ax) + (py - ay) * (by - ay)) / length if length else 0.0
    along = min(1.0, max(0.0, along))
    return math.hypot(px - ax - along * (bx - ax), py - ay - along * (by - ay))


class _Frame:
    """From degrees to the whole numbers of the picture, a tenth of a unit each."""

    def __init__(self) -> None:
        self._scale = _WIDTH / (2 * _project(180.0, 0.0)[0])
        self._top = _project(0.0, _NORTH)[1]
        self.width = round(_WIDTH)
        self.height = round((self._top - _project(0.0, _SOUTH)[1]) * self._scale)

    def place(self, east: float, north: float) -> list[float]:
        """Return where a place stands."""
        x, y = self._at((_around(east), north))
        return [round(x, 1), round(y, 1)]

    def path(self, rings: Iterable[Ring]) -> str:
        """Return the path of rings in degrees, without the smallest ones."""
        drawn = [
            [self._at(point) for point in self._denser(piece)]
            for ring in rings
            for piece in _windows(_unrolled(ring))
        ]
        return "".join(_written(ring) for ring in drawn if _area(ring) >= _SMALLEST)

    def _at(self, point: Point) -> Point:
        x, y = _project(point[0] - _CENTRE, max(_SOUTH - 9, point[1]))
        return x * self._scale + _WIDTH / 2, (self._top - y) * self._scale

    @staticmethod
    def _denser(ring: Ring) -> Iterator[Point]:
        for (ax, ay), (bx, by) in zip(ring, ring[1:] + ring[:1], strict=True):
            steps = max(1, math.ceil(abs(by - ay) / _STEP)) if ax == bx else 1
            for step in range(steps):
                yield ax + (bx - ax) * step / steps, ay + (by - ay) * step / steps


def _project(east: float, north: float) -> Point:
    """Return a place in the Natural Earth projection of Patterson, in radians."""
    p = math.radians(north)
    p2, p4 = p * p, p**4
    length = 0.8707 - 0.131979 * p2 + p4 * (-0.013791 + p4 * (0.003971 * p2 - 0.001529 * p4))
    height = 1.007226 + p2 * (0.015085 + p4 * (-0.044475 + 0.028874 * p2 - 0.005916 * p4))
    return math.radians(east) * length, p * height


def _around(east: float) -> float:
    return (east - _CENTRE + 180.0) % 360.0 + _CENTRE - 180.0


def _unrolled(ring: Ring) -> Ring:
    """Let longitudes run on where a ring crosses the antimeridian."""
    unrolled = [ring[0]]
    for x, y in ring[1:]:
        before = unrolled[-1][0]
        unrolled.append((before + (x - before + 180.0) % 360.0 - 180.0, y))
    return unrolled[:-1] if unrolled[0] == unrolled[-1] else unrolled


def _windows(ring: Ring) -> Iterator[Ring]:
    """Cut a ring at the edge of the map; what hangs over comes back on the other side."""
    west, east = _CENTRE - 180.0, _CENTRE + 180.0
    for turn in (-360.0, 0.0, 360.0):
        moved = [(x + turn, y) for x, y in ring]
        cut = _cut(_cut(moved, west, 1.0), east, -1.0)
        if len(cut) > 2:  # noqa: PLR2004 - fewer points bound nothing
            yield cut


def _cut(ring: Ring, edge: float, side: float) -> Ring:
    """Keep what lies on one side of a meridian (Sutherland, Hodgman)."""
    kept: Ring = []
    for (ax, ay), (bx, by) in zip(ring, ring[1:] + ring[:1], strict=True):
        inside, next_inside = (ax - edge) * side >= 0, (bx - edge) * side >= 0
        if inside:
            kept.append((ax, ay))
        if inside != next_inside:
            kept.append((edge, ay + (by - ay) * (edge - ax) / (bx - ax)))
    return kept


def _area(ring: Ring) -> float:
    pairs = zip(ring, ring[1:] + ring[:1], strict=True)
    return abs(sum(ax * by - bx * ay for (ax, ay), (bx, by) in pairs)) / 2


def _written(ring: Ring) -> str:
    """Write a ring in tenths, each point as the step from the one before."""
    points = [(round(x * 10), round(y * 10)) for x, y in ring]
    points = [p for n, p in enumerate(points) if n == 0 or p != points[n - 1]]
    (x, y), *rest = points
    text = f"M{x} {y}l"
    steps = []
    for nx, ny in rest:
        steps.append(f"{nx - x} {ny - y}")
        x, y = nx, ny
    return text + " ".join(steps).replace(" -", "-") + "z"


if __name__ == "__main__":
    main()
