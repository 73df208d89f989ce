"""The picture of the way of a tonne: the same stations, wide and tall, none outside the frame."""

import pytest

from openjcm.web.corridor import STATIONS, TALL, WIDE, Corridor


@pytest.mark.parametrize("drawing", [WIDE, TALL], ids=["wide", "tall"])
def test_every_station_stands_inside_the_drawing(drawing: Corridor) -> None:
    """In the order of the way, each at a place of its own."""
    assert [station.stem for station in drawing.stations] == list(STATIONS)
    assert len({(station.x, station.y) for station in drawing.stations}) == len(STATIONS)
    for station in drawing.stations:
        assert 0 < station.x < drawing.width
        assert 0 < station.y < station.text_y < drawing.height


def test_the_wide_way_runs_there_and_back() -> None:
    """Five stations to the right, five to the left below them."""
    xs = [station.x for station in WIDE.stations]

    assert xs[:5] == sorted(xs[:5])
    assert xs[5:] == sorted(xs[:5], reverse=True)
