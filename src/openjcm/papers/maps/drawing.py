"""A map of the world as SVG: partner countries as of a day, or projects by country."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from xml.etree.ElementTree import Element, SubElement, register_namespace, tostring

from openjcm.papers.lettering import SVG, Lettering
from openjcm.papers.maps.circles import Circle, circles
from openjcm.papers.maps.outlines import TENTHS, outlines
from openjcm.papers.palette import COLOURS, Colours, Scheme
from openjcm.papers.words import say, say_day
from openjcm.views.record.partners import PartnerRow

_JAPAN = "JP"
_MARKER = 5
_LARGE = 12
_NUMBER, _LARGE_NUMBER = 9, 13
# Figures of the font are as high as this part of its size.
_FIGURE_HEIGHT = 0.714

Address = Callable[[str], str]

register_namespace("", SVG)


@dataclass(frozen=True, slots=True)
class WorldMap:
    """A map: its stem, its heading, what it says, and the picture itself."""

    stem: str
    title: str
    words: str
    svg: str


def partners_map(
    partners: Sequence[PartnerRow],
    on: date,
    language: str,
    address: Address,
    scheme: Scheme = Scheme.LIGHT,
) -> WorldMap:
    """Draw the countries that had signed by the end of a day.

    Args:
        partners: In the order in which the keyboard walks over them.
        on: The day.
        language: Of the names.
        address: Gives the address of a country's page by its ISO 3166 code.
        scheme: For a light or a dark ground.
    """
    colours = COLOURS[scheme]
    title = say(language, "map-partners", day=say_day(language, on))
    words = map_words(language, "partners", len(partners))
    picture = _picture("partners", title, words, colours)
    countries = _land(picture, language, colours)
    for partner in _placed(partners):
        name = say(
            language,
            "map-country",
            name=_name(language, partner),
            day=say_day(language, partner.signed_on),
            count=partner.projects,
        )
        link = _link(countries, address(partner.iso2), name)
        _country(link, partner.iso2, colours.accent, colours)
    return WorldMap("partners", title, words, tostring(picture, encoding="unicode"))


def projects_map(
    partners: Sequence[PartnerRow],
    language: str,
    address: Address,
    scheme: Scheme = Scheme.LIGHT,
    *,
    filtered: bool = False,
) -> WorldMap:
    """Draw a circle for each country that has projects, and the countries themselves.

    Args:
        partners: In the order in which the keyboard walks over them.
        language: Of the names.
        address: Gives the address of a country's page by its ISO 3166 code.
        scheme: For a light or a dark ground.
        filtered: Whether only the projects are counted that a reader asked for.
    """
    colours = COLOURS[scheme]
    title = say(language, "map-projects")
    words = map_words(language, "projects-asked" if filtered else "projects")
    picture = _picture("projects", title, words, colours)
    countries = _land(picture, language, colours)
    numbers = {each.iso2: each.projects for each in _placed(partners) if each.projects}
    placed = {circle.key: circle for circle in circles(numbers, outlines().places)}
    for partner in _placed(partners):
        if outlines().countries[partner.iso2]:
            _shape(countries, partner.iso2, colours.accent_line, colours)
    _lines(picture, placed.values(), colours)
    lettering = Lettering()
    for partner in (each for each in partners if each.iso2 in placed):
        count = partner.projects
        name = say(language, "map-country-projects", name=_name(language, partner), count=count)
        link = _link(picture, address(partner.iso2), name)
        _circle(link, placed[partner.iso2], count, colours, lettering)
    picture.insert(2, lettering.definitions())
    return WorldMap("projects", title, words, tostring(picture, encoding="unicode"))


def _placed(partners: Sequence[PartnerRow]) -> list[PartnerRow]:
    """Leave out a country that signed after the outlines were made; a test says so at once."""
    return [partner for partner in partners if partner.iso2 in outlines().places]


def map_words(language: str, stem: str, count: int = 0) -> str:
    """Return what a map shows and whose outlines it uses."""
    says = say(language, f"map-says-{stem}", count=count)
    return say(language, "two-sentences", first=says, then=say(language, "map-borders"))


def _picture(stem: str, title: str, words: str, colours: Colours) -> Element:
    drawn = outlines()
    named, said = f"map-{stem}-title", f"map-{stem}-desc"
    picture = _new(
        "svg",
        viewBox=f"0 0 {drawn.width} {drawn.height}",
        role="group",
        **{"class": "map", "aria-labelledby": named, "aria-describedby": said},
    )
    _add(picture, "title", id=named).text = title
    _add(picture, "desc", id=said).text = words
    _add(
        picture,
        "rect",
        width=str(drawn.width),
        height=str(drawn.height),
        fill=colours.ground,
        **{"class": "map-sea"},
    )
    return picture


def _land(picture: Element, language: str, colours: Colours) -> Element:
    """Add all land and Japan, and return the group that countries go into."""
    drawn = outlines()
    group = _add(picture, "g", transform=f"scale({1 / TENTHS:g})")
    _add(group, "path", d=drawn.land, fill=colours.line_soft, **{"class": "map-land"})
    for iso2, path in drawn.countries.items():
        if path and iso2 != _JAPAN:
            _add(group, "path", d=path, fill=colours.line_soft, **{"class": "map-land"})
    japan = _add(
        group,
        "path",
        d=drawn.countries[_JAPAN],
        fill=colours.ink_faint,
        **{"class": "map-japan"},
    )
    _add(japan, "title").text = say(language, "side-japan")
    return group


def _country(link: Element, iso2: str, fill: str, colours: Colours) -> None:
    if outlines().countries[iso2]:
        _shape(link, iso2, fill, colours)
        return
    x, y = outlines().places[iso2]
    _add(
        link,
        "circle",
        cx=f"{x * TENTHS:g}",
        cy=f"{y * TENTHS:g}",
        r=str(_MARKER * TENTHS),
        fill=fill,
        stroke=colours.ground,
        **{"class": "map-partner", "stroke-width": str(TENTHS)},
    )


def _shape(parent: Element, iso2: str, fill: str, colours: Colours) -> None:
    _add(
        parent,
        "path",
        d=outlines().countries[iso2],
        fill=fill,
        stroke=colours.ground,
        **{
            "class": "map-partner" if parent.tag.endswith("}a") else "map-with-projects",
            "stroke-width": str(TENTHS // 2),
        },
    )


def _lines(picture: Element, placed: Iterable[Circle], colours: Colours) -> None:
    for circle in placed:
        if circle.is_away:
            x, y = circle.home
            _add(
                picture,
                "path",
                d=f"M{x:g} {y:g}L{circle.x:g} {circle.y:g}",
                stroke=colours.accent,
                **{"class": "map-line", "stroke-width": "1"},
            )


def _circle(
    link: Element, circle: Circle, count: int, colours: Colours, lettering: Lettering
) -> None:
    _add(
        link,
        "circle",
        cx=f"{circle.x:g}",
        cy=f"{circle.y:g}",
        r=f"{circle.radius:g}",
        fill=colours.accent,
        stroke=colours.ground,
        **{"class": "map-projects", "stroke-width": "1"},
    )
    size = _LARGE_NUMBER if circle.radius >= _LARGE else _NUMBER
    number = _new(
        "text",
        x=f"{circle.x:g}",
        y=f"{circle.y + size * _FIGURE_HEIGHT / 2:.2f}",
        fill=colours.ground,
        **{"font-size": str(size), "text-anchor": "middle"},
    )
    number.text = str(count)
    outlined = lettering.outlined(number)
    outlined.set("class", "map-number")
    link.append(outlined)


def _link(parent: Element, address: str, name: str) -> Element:
    link = _add(parent, "a", href=address, **{"aria-label": name})
    _add(link, "title").text = name
    return link


def _name(language: str, partner: PartnerRow) -> str:
    return str(getattr(partner, f"name_{language}"))


def _new(tag: str, **attributes: str) -> Element:
    return Element(f"{{{SVG}}}{tag}", attributes)


def _add(parent: Element, tag: str, **attributes: str) -> Element:
    return SubElement(parent, f"{{{SVG}}}{tag}", attributes)
