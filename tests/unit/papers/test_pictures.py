"""What pictures are made of: letters, colours, circles, outlines."""

import json
import math
import re
from datetime import date
from importlib.resources import files
from xml.etree.ElementTree import Element

import pytest
from fontTools.ttLib import TTFont

from openjcm.papers.fonts import face_files
from openjcm.papers.lettering import Lettering, MissingGlyph, letters, width_of
from openjcm.papers.maps import partners_map, projects_map
from openjcm.papers.maps.circles import circles
from openjcm.papers.maps.outlines import outlines
from openjcm.papers.palette import COLOURS, Colours, Scheme
from openjcm.papers.words import LANGUAGES
from openjcm.rulebook.partner import all_partners
from openjcm.views.record.partners import PartnerRow

OUTLINES = files("openjcm.papers.maps") / "outlines.json"
STYLES = files("openjcm.web") / "static" / "openjcm.css"
SHAPE_CONTRAST, TEXT_CONTRAST = 3.0, 4.5


def _luminance(colour: str) -> float:
    """Return the relative luminance of WCAG 2.2."""
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _contrast(one: str, other: str) -> float:
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_the_contrast_is_worked_out_as_the_standard_does() -> None:
    """Black on white is 21, and a colour on itself is 1."""
    assert _contrast("#000000", "#ffffff") == pytest.approx(21)
    assert _contrast("#777777", "#777777") == 1


@pytest.mark.parametrize("scheme", Scheme)
def test_shapes_and_text_can_be_told_from_their_ground(scheme: Scheme) -> None:
    """WCAG 2.2, 1.4.3 and 1.4.11: text 4.5, edges of shapes 3; fills next to each other too."""
    colours = COLOURS[scheme]

    for ink in (colours.ink, colours.ink_soft):
        assert _contrast(ink, colours.ground) >= TEXT_CONTRAST
    for edge in (colours.accent, colours.ink_faint):
        assert _contrast(edge, colours.ground) >= SHAPE_CONTRAST
    for mark in (colours.accent, colours.ink_faint):
        assert _contrast(mark, colours.line_soft) >= SHAPE_CONTRAST
    full, light, empty = colours.fills
    assert _contrast(full, light) >= SHAPE_CONTRAST
    assert _contrast(full, empty) >= SHAPE_CONTRAST


def test_the_light_colours_are_those_of_the_site() -> None:
    """A picture and the page around it have one palette."""
    root = STYLES.read_text("utf-8").partition(":root {")[2].partition("}")[0]
    tokens = dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6});", root))

    for name in Colours.__dataclass_fields__:
        assert getattr(COLOURS[Scheme.LIGHT], name) == tokens[name.replace("_", "-")]


def test_every_character_of_our_words_can_be_drawn() -> None:
    """No box instead of a letter, in any sentence that a picture might show."""
    texts = [
        (files("openjcm.papers") / "words" / f"{language}.ftl").read_text("utf-8")
        for language in LANGUAGES
    ]
    texts += [f"{partner.name_en}{partner.name_ja}" for partner in all_partners()]
    wanted = sorted(set("".join(texts)) - {"\n"})
    held = {code for path in face_files() for code in TTFont(path).getBestCmap()}

    assert [each for each in wanted if ord(each) not in held] == []
    assert len(letters("".join(wanted))) == len(wanted)


def test_a_character_that_no_font_has_is_refused() -> None:
    """Better no picture than one with boxes."""
    with pytest.raises(MissingGlyph, match=r"U\+1F600"):
        letters("\U0001f600")


def test_a_text_is_as_wide_as_its_letters() -> None:
    """By the fonts' own advances: Latin from the first, Japanese from the second."""
    latin, japanese = (TTFont(path) for path in face_files())
    digit = latin["hmtx"][latin.getBestCmap()[ord("2")]][0] / latin["head"].unitsPerEm
    kanji = japanese["hmtx"][japanese.getBestCmap()[ord("年")]][0] / japanese["head"].unitsPerEm

    assert width_of("2年", 10) == pytest.approx(10 * (digit + kanji))


def test_a_text_becomes_shapes_where_it_stood() -> None:
    """A letter stands once among the shapes, however often it is used; a blank needs none."""
    lettering = Lettering()
    said = Element("text", {"font-size": "20px", "x": "5", "text-anchor": "end", "fill": "#123456"})
    said.text = "2 2"

    drawn = lettering.outlined(said)

    assert drawn.get("fill") == "#123456"
    begin = 5 - width_of("2 2", 20)
    assert drawn[0].get("transform") == f"translate({begin:.2f},0.00)scale(20)"
    assert [use.get("href") for use in drawn[0]] == ["#u32", "#u32"]
    assert [path.get("id") for path in lettering.definitions()] == ["u32"]


def test_circles_never_cover_each_other() -> None:
    """Five in one place move apart, and the same numbers give the same picture."""
    numbers = {"A": 40, "B": 34, "C": 20, "D": 5, "E": 1}
    places = {key: (100.0 + at, 100.0) for at, key in enumerate(numbers)}

    drawn = circles(numbers, places)

    assert drawn == circles(numbers, places)
    for one in drawn:
        for other in drawn:
            apart = math.dist((one.x, one.y), (other.x, other.y))
            assert one is other or apart >= one.radius + other.radius
    assert any(circle.is_away for circle in drawn)
    areas = {circle.key: circle.radius**2 for circle in drawn}
    assert areas["A"] / areas["E"] == pytest.approx(40, rel=0.01)


def test_circles_of_one_place_come_apart() -> None:
    """Two countries at the very same point are still two circles."""
    one, other = circles({"A": 4, "B": 4}, {"A": (10.0, 10.0), "B": (10.0, 10.0)})

    assert math.dist((one.x, one.y), (other.x, other.y)) >= one.radius + other.radius


def test_the_outlines_are_small_and_say_whose_they_are() -> None:
    """Under 150 kB, Natural Earth, in the public domain, with the tool that made them."""
    made = json.loads(OUTLINES.read_text("utf-8"))

    assert len(OUTLINES.read_bytes()) < 150_000
    assert "Natural Earth" in made["source"]
    assert made["licence"] == "public domain"
    assert made["made_by"] == "tools/outlines.py"


def test_every_partner_country_has_its_place_and_most_an_outline() -> None:
    """Only island states are too small for one; each place lies in or near its own outline."""
    drawn = outlines()
    partners = {partner.iso2 for partner in all_partners()}

    assert partners | {"JP"} == drawn.countries.keys() == drawn.places.keys()
    assert {iso2 for iso2, path in drawn.countries.items() if not path} == {"MV", "PW"}
    for iso2, path in drawn.countries.items():
        x, y = drawn.places[iso2]
        assert 0 < x < drawn.width
        assert 0 < y < drawn.height
        if path:
            points = _points(path)
            assert min(p[0] for p in points) - 3 <= x <= max(p[0] for p in points) + 3, iso2
            assert min(p[1] for p in points) - 3 <= y <= max(p[1] for p in points) + 3, iso2


def test_a_country_that_has_no_place_yet_is_left_out() -> None:
    """A page with 31 countries and a new one is better than no page."""
    rows = tuple(
        PartnerRow(iso2, "XXX", name, name, "", order, date(2026, 1, 1), "confirmed", 3, 1, 0)
        for order, (iso2, name) in enumerate((("MN", "Mongolia"), ("XX", "Atlantis")), 1)
    )

    drawn = (
        partners_map(rows, date(2026, 1, 2), "en", "/en/partners/{}".format),
        projects_map(rows, "en", "/en/partners/{}".format),
    )

    for each in drawn:
        assert each.svg.count("<a ") == 1
        assert "Atlantis" not in each.svg


def test_the_map_has_japan_and_the_pacific_together() -> None:
    """From Africa at the left over Japan to America at the right."""
    places = outlines().places

    order = sorted(("CL", "JP", "KE", "MX", "PG", "SN", "TH"), key=lambda iso2: places[iso2][0])

    assert order == ["SN", "KE", "TH", "JP", "PG", "MX", "CL"]


def _points(path: str) -> list[tuple[float, float]]:
    """Return the points of a path of one or more rings, in the picture's units."""
    points: list[tuple[float, float]] = []
    for ring in path.strip("M").split("M"):
        start, _, steps = ring.partition("l")
        x, y = (int(number) for number in start.split())
        numbers = [int(number) for number in re.findall(r"-?\d+", steps)]
        points.append((x / 10, y / 10))
        for dx, dy in zip(numbers[::2], numbers[1::2], strict=True):
            x, y = x + dx, y + dy
            points.append((x / 10, y / 10))
    return points
