"""Charts and maps at their addresses: whole, safe, named, and with the numbers of the record."""

import csv
import re
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date
from importlib.resources import files
from typing import TYPE_CHECKING, Any
from xml.etree.ElementTree import Element, fromstring

import pytest

from openjcm.papers.charts import STEMS, Chart, value_words
from openjcm.papers.words import LANGUAGES
from openjcm.rulebook import partners_on
from openjcm.store.database import reader
from openjcm.web import pictures
from openjcm.web.headers import HEADERS
from openjcm.web.pictures import chart_of

if TYPE_CHECKING:
    from django.test import Client

SVG = "{http://www.w3.org/2000/svg}"
TODAY = date(2026, 11, 27)
SCHEMES = ("light", "dark")
SIZES = ("wide", "narrow")
MAPS = ("maps/partners.svg", "maps/projects.svg")
PICTURES = (*(f"charts/{stem}.svg" for stem in STEMS), *MAPS)
RECORD = files("openjcm.stories") / "published_record"
# What a drawing may consist of: no script, no style, no picture in it, no frame of a page.
HARMLESS = {"svg", "title", "desc", "defs", "g", "path", "use", "rect", "circle", "line", "a"}


def _read(client: "Client", address: str, **asked: str) -> Element:
    response = client.get(f"/{address}", asked)
    assert response.status_code == 200, response.content
    return fromstring(response.content)  # noqa: S314 - our own answer


def _decisions() -> Iterator[dict[str, Any]]:
    for file in sorted((RECORD / "decisions").iterdir(), key=lambda file: file.name):
        for decision in tomllib.loads(file.read_text("utf-8"))["decision"]:
            yield {**decision, "host": file.name.removesuffix(".toml")}


def _notified(decision: dict[str, Any]) -> tuple[int | None, bool]:
    """Return what was printed as notified in all, and whether something of it was not printed."""
    total = decision.get("total", {}).get("notified")
    if total is not None:
        return total, False
    lines = [line.get("notified") for line in decision["line"]]
    known = [amount for amount in lines if amount is not None]
    partly = len(known) < len(lines) or "further-project-not-known" in decision.get("remarks", ())
    return (sum(known) if known else None), partly


def _day(decision: dict[str, Any]) -> date | None:
    days = (decision.get(f"{name}_on") for name in ("decided", "announced", "issued"))
    return next((day for day in days if day), None)


def _projects() -> list[dict[str, str]]:
    lines = (RECORD / "projects.csv").read_text("utf-8").splitlines()
    return list(csv.DictReader(lines))


def _amounts(chart: Chart) -> dict[str, tuple[int | None, ...]]:
    return {
        row.key: tuple(value.figure.amount if value.figure else None for value in row.values)
        for row in chart.rows
    }


def _grouped(by: str) -> tuple[dict[str, int], Counter[str]]:
    """Add up the data files: amounts, and decisions of which an amount is missing."""
    amounts: dict[str, int] = defaultdict(int)
    missing: Counter[str] = Counter()
    for decision in _decisions():
        day = _day(decision)
        year = str(day.year) if day else "no-day"
        key = decision["host"] if by == "host" else year
        amount, partly = _notified(decision)
        amounts[key] += amount or 0
        missing[key] += partly
    return amounts, missing


@pytest.mark.parametrize(
    ("stem", "by"), [("notified-by-year", "year"), ("notified-by-partner", "host")]
)
@pytest.mark.usefixtures("client")
def test_notified_amounts_are_those_of_the_data_files(stem: str, by: str) -> None:
    """Every bar, every missing amount; added up here from the files, not from the tables."""
    amounts, missing = _grouped(by)

    chart = chart_of(reader(), stem, TODAY)

    shown = {key: values[0] or 0 for key, values in _amounts(chart).items()}
    shown.pop("2024", None)
    assert shown == amounts
    marked = {
        row.key: row.values[0].count + row.values[0].in_part
        for row in chart.rows
        if row.values[0].incomplete
    }
    assert marked == {key: number for key, number in missing.items() if number}


@pytest.mark.usefixtures("client")
def test_years_without_amount_are_marked_and_not_zero() -> None:
    """2022 has 499 and 35,419; 2023 has one decision without amount; 2024 has no decision."""
    chart = chart_of(reader(), "notified-by-year", TODAY)
    words = {row.key: value_words("en", chart, row.values[0]) for row in chart.rows}

    assert list(words) == [*map(str, range(2016, 2027)), "no-day"]
    assert words["2022"] == "35,918"
    assert words["2023"] == "1 decision, amount not published"
    assert words["2024"] == "no decision"
    assert words["2025"] == "46,834 + 2 without amount"
    assert words["no-day"] == "7,276, 1 in part"


@pytest.mark.usefixtures("client")
def test_countries_stand_by_amount() -> None:
    """The largest amount first: Mongolia's, as its page prints them, are the most."""
    chart = chart_of(reader(), "notified-by-partner", TODAY)
    amounts = [values[0] or 0 for values in _amounts(chart).values()]

    assert chart.rows[0].key == "MN"
    assert amounts == sorted(amounts, reverse=True)


@pytest.mark.usefixtures("client")
def test_each_side_is_shown_as_it_was_issued() -> None:
    """Nothing for Japan is 0, a part is a part, and Mongolia's of 2026 is not yet issued."""
    chart = chart_of(reader(), "issued-by-side", TODAY)
    words = {
        row.key: tuple(value_words("en", chart, value) for value in row.values)
        for row in chart.rows
    }

    assert words["MN-2019-05-17"] == ("0", "1")
    assert words["MN-2018-11-06"] == ("7,364", "1,776 + a part not published")
    assert words["MN-2026-01-24"] == ("24,615", "not yet issued on 7 June 2026")
    assert words["MN-2025-03-27"] == ("35,854", "8,963")
    printed = [each for each in _decisions() if _issued(each)]
    assert {each["key"] for each in printed} == words.keys()
    assert chart.left_out == len(list(_decisions())) - len(printed)


def _issued(decision: dict[str, Any]) -> bool:
    parts = [decision.get("total", {}), *decision["line"]]
    sides = [side for part in parts for side in part.get("sides", ())]
    return any("issued" in side for side in sides)


@pytest.mark.usefixtures("client")
def test_projects_are_those_of_the_table() -> None:
    """By country and status, and by year of registration, counted in the file itself."""
    rows = _projects()
    statuses = ("registered", "validation", "registration-request-withdrawn")
    counted = Counter((row["reference_no"][:2], row["status"]) for row in rows)
    countries = {row["reference_no"][:2] for row in rows}
    years = Counter(row["registered_on"][:4] for row in rows if row["registered_on"])

    by_partner = chart_of(reader(), "projects-by-partner", TODAY)
    by_year = chart_of(reader(), "registered-by-year", TODAY)

    assert _amounts(by_partner) == {
        country: tuple(counted[country, status] for status in statuses) for country in countries
    }
    assert sum(sum(map(int, v)) for v in _counts(by_partner)) == len(rows) == 147
    assert by_partner.left_out == 31 - len(countries)
    assert {k: v[0] for k, v in _amounts(by_year).items() if v[0]} == dict(years)


def _counts(chart: Chart) -> list[tuple[int, ...]]:
    return [tuple(amount or 0 for amount in values) for values in _amounts(chart).values()]


@pytest.mark.usefixtures("client")
def test_goals_stand_beside_expected_reductions_only() -> None:
    """About 17 million expected; goals of about 100 and 200 million; no credits."""
    chart = chart_of(reader(), "goals", TODAY)

    assert chart.series == ("expected", "goal")
    assert list(_amounts(chart).values()) == [(17_000_000,), (100_000_000,), (200_000_000,)]
    assert {value.series for row in chart.rows for value in row.values} == {"expected", "goal"}


@pytest.mark.usefixtures("client")
def test_goals_are_those_of_the_day() -> None:
    """On 31 March 2022 one goal was in force."""
    chart = chart_of(reader(), "goals", date(2022, 3, 31))

    assert [row.key for row in chart.rows] == ["expected-2021", "goal-2030"]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("picture", PICTURES)
def test_a_picture_is_whole_and_loads_nothing(
    client: "Client", picture: str, scheme: str, language: str
) -> None:
    """Well-formed, named, in shapes alone, and without a reference to anywhere else."""
    for size in SIZES if picture.startswith("charts") else ("",):
        asked = {"scheme": scheme, **({"size": size} if size else {})}
        read = _read(client, f"{language}/{picture}", **asked)

        tags = {each.tag.removeprefix(SVG) for each in read.iter()}
        assert tags <= HARMLESS
        assert read.findtext(f"{SVG}title")
        assert read.findtext(f"{SVG}desc")
        assert read.get("aria-labelledby", "").split()[0] == read[0].get("id")
        names = {each.get("id") for each in read.iter() if each.get("id")}
        for each in read.iter():
            assert not {name for name in each.attrib if name.startswith("on") or name == "style"}
            assert "url(" not in "".join(each.attrib.values())
            link = each.get("href", "#")
            assert link.removeprefix("#") in names | {""} or link.startswith(f"/{language}/")


@pytest.mark.parametrize("picture", PICTURES)
def test_a_picture_is_asked_for_again_by_its_content(client: "Client", picture: str) -> None:
    """Type, headers and a tag that follows from the bytes; unchanged, it is not sent again."""
    first = client.get(f"/en/{picture}")

    again = client.get(f"/en/{picture}", headers={"If-None-Match": first["ETag"]})

    assert first["Content-Type"] == "image/svg+xml; charset=utf-8"
    assert {name: first[name] for name in HEADERS} == HEADERS
    assert re.fullmatch('"[0-9a-f]{32}"', first["ETag"])
    assert again.status_code == 304
    other = client.get(f"/en/{picture}", {"scheme": "dark"})
    assert other["ETag"] != first["ETag"]


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("charts/no-such-chart.svg", 404),
        ("charts/goals.svg?on=2013-01-01", 404),
        ("charts/goals.svg?scheme=purple", 422),
        ("charts/goals.svg?size=huge", 422),
        ("maps/partners.svg?on=yesterday", 422),
    ],
)
def test_a_picture_that_cannot_be_is_refused_in_words(
    client: "Client", address: str, status: int
) -> None:
    """What is not known, not yet there, or not a choice."""
    assert client.get(f"/en/{address}").status_code == status


def test_a_picture_is_drawn_once(client: "Client", monkeypatch: pytest.MonkeyPatch) -> None:
    """The second reader of the same content does not wait."""
    drawn: list[str] = []
    pictures.chart_picture.cache_clear()

    def draw(chart: Chart, *_: object) -> bytes:
        drawn.append(chart.stem)
        return b"<svg/>"

    monkeypatch.setattr(pictures, "chart_svg", draw)
    for number in range(3):
        client.get(f"/en/charts/goals.svg?reader={number}")
    pictures.chart_picture.cache_clear()

    assert drawn == ["goals"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_map_shows_who_had_signed_on_a_day(client: "Client", language: str) -> None:
    """The notice's 17, in its order, each a link with its name that leads to its page."""
    read = _read(client, f"{language}/maps/partners.svg", on="2022-03-31")
    signed = partners_on(date(2022, 3, 31))

    links = list(read.iter(f"{SVG}a"))

    assert len(links) == 17
    for link, partner in zip(links, signed, strict=True):
        assert link.get("href") == f"/{language}/partners/{partner.iso2}"
        name = partner.name_ja if language == "ja" else partner.name_en
        assert link.get("aria-label", "").startswith(name)
        assert link.findtext(f"{SVG}title") == link.get("aria-label")
        assert client.get(link.get("href", "")).status_code == 200
    marked = [link.get("href", "")[-2:] for link in links if link.find(f"{SVG}circle") is not None]
    assert marked == ["MV", "PW"]


def test_circles_are_as_large_as_their_numbers(client: "Client") -> None:
    """Twice the area for twice the projects, as the file counts them."""
    counted = Counter(row["reference_no"][:2] for row in _projects())
    read = _read(client, "en/maps/projects.svg")

    found = {
        link.get("href", "")[-2:]: float(circle.get("r", 0)) ** 2
        for link in read.iter(f"{SVG}a")
        for circle in link.iter(f"{SVG}circle")
    }

    assert found.keys() == counted.keys()
    for country, area in found.items():
        assert area / counted[country] == pytest.approx(found["SA"], rel=0.01)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("stem", STEMS)
def test_a_page_shows_a_chart_with_its_table(client: "Client", stem: str, language: str) -> None:
    """Pictures for light, dark and narrow pages that are there, and every number as text."""
    from django.template import engines  # noqa: PLC0415 - after the settings

    chart = chart_of(reader(), stem, TODAY)
    template = engines["django"].from_string("{% load pictures %}{% chart_figure chart on %}")
    part = template.render({"language": language, "chart": chart, "on": TODAY, "used_bases": set()})

    addresses = re.findall(r'(?:src|srcset)="([^"]+)"', part)
    assert len(addresses) == 4
    for address in addresses:
        assert client.get(address.replace("&amp;", "&")).status_code == 200
    for row in chart.rows:
        assert (row.name_ja if language == "ja" else row.name_en) in part
        for value in row.values:
            if value.figure and value.figure.amount is not None:
                assert f">{value.figure.amount:,}<" in part


@pytest.mark.usefixtures("client")
def test_a_page_shows_a_map_whose_links_work() -> None:
    """The picture stands in the page itself."""
    from django.template import engines  # noqa: PLC0415 - after the settings

    drawn = pictures.partners_picture(reader(), TODAY, "en")
    template = engines["django"].from_string("{% load pictures %}{% map_figure map %}")
    part = template.render({"language": "en", "map": drawn})

    assert part.count("<a ") == 31
    assert "<svg " in part
    assert "Partner countries on 27 November 2026" in part
