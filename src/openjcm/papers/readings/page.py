"""A report of readings as one HTML file: no script, nothing loaded from anywhere.

It says of itself that it loads nothing (its content policy names its one style by digest), follows
the reader's light or dark, and prints. Its words and tables are those of the sheet; pictures are
shapes among words of the page, each with a text that says the same.
"""

from base64 import b64encode
from collections.abc import Sequence
from hashlib import sha256
from importlib.resources import files
from xml.etree.ElementTree import Element, SubElement, tostring

from openjcm.papers.fonts import letters_as_woff
from openjcm.papers.readings.completeness import Filling, years_of
from openjcm.papers.readings.pictures import (
    SMALLS_A_PICTURE,
    heat_words,
    most_words,
    profile_words,
)
from openjcm.papers.readings.report import DaysLine, ReadingsReport
from openjcm.papers.readings.sheet import PAGE, readings_sheet
from openjcm.papers.readings.strips import HEIGHT, HOURS, Strip, bars, legend, strip
from openjcm.papers.readings.words import percent_words, say
from openjcm.papers.sheet import Cell, Section, Sheet, Table

_BAR_HIGH = 40
# A column whose longest cell has more letters than this is a column of sentences.
_WORDS_FROM = 26
_JAPANESE_FROM = "\u3000"
# As Linux, macOS, Windows and Android name what they bring.
_JAPANESE_FONTS = (
    *("Noto Sans JP", "NotoSansJP-Regular", "Noto Sans CJK JP", "NotoSansCJKjp-Regular"),
    *("Hiragino Sans W3", "HiraginoSans-W3", "Hiragino Kaku Gothic ProN W3", "HiraKakuProN-W3"),
    *("Yu Gothic Regular", "YuGothic-Regular", "Yu Gothic", "Meiryo", "BIZ UDGothic"),
    *("MS PGothic", "MS-PGothic", "IPAexGothic", "TakaoPGothic"),
)
# So many rows stand in a box without scrolling.
_ROWS_SEEN = 12


def readings_page(report: ReadingsReport, language: str) -> bytes:
    """Write a report as a page of its own."""
    sheet = readings_sheet(report, language, PAGE)
    root = Element("html", {"lang": language})
    head, body = SubElement(root, "head"), SubElement(root, "body")
    header = SubElement(body, "header")
    _text(header, "p", sheet.kind, **{"class": "kind"})
    _text(header, "h1", sheet.title)
    if sheet.standing:
        _text(header, "p", sheet.standing, **{"class": "standing"})
    _facts(header, sheet)
    main = SubElement(body, "main")
    _text(main, "p", sheet.lead[0])
    _text(main, "p", sheet.lead[1], **{"class": "strong"})
    _contents(main, sheet, language)
    for section in sheet.sections:
        _section(main, section, report, language)
    footer = SubElement(body, "footer")
    _text(footer, "p", sheet.generated)
    if sheet.standing:
        _text(footer, "p", sheet.standing)
    _head(head, sheet, _styled("".join(root.itertext())))
    return b"<!doctype html>\n" + tostring(root, encoding="unicode", method="html").encode() + b"\n"


def style() -> str:
    """Return the style of the page."""
    return (files("openjcm.papers.readings") / "page.css").read_text(encoding="utf-8").strip()


def _styled(shown: str) -> str:
    """Return the style with a font for the Japanese that is shown, for a machine without any.

    One of the reader's machine is taken before it. Both are one family, the first of the page:
    browsers shape some words too early where a font that comes with a page is the last.
    """
    japanese = frozenset(each for each in shown if each >= _JAPANESE_FROM)
    if not japanese:
        return style()
    font = b64encode(letters_as_woff(japanese)).decode()
    there = "".join(f'local("{name}"),' for name in _JAPANESE_FONTS)
    return (
        f'{style()}\n@font-face{{font-family:"OpenJCM Japanese";font-display:block;'
        f"unicode-range:U+3000-FFEF;src:{there}url(data:font/woff;base64,{font})}}"
    )


def _head(head: Element, sheet: Sheet, styled: str) -> None:
    digest = b64encode(sha256(styled.encode()).digest()).decode()
    SubElement(head, "meta", {"charset": "utf-8"})
    policy = (
        f"default-src 'none'; style-src 'sha256-{digest}'; font-src data:; base-uri 'none'; "
        "form-action 'none'"
    )
    SubElement(head, "meta", {"http-equiv": "Content-Security-Policy", "content": policy})
    viewport = {"name": "viewport", "content": "width=device-width, initial-scale=1"}
    SubElement(head, "meta", viewport)
    SubElement(head, "meta", {"name": "generator", "content": "OpenJCM"})
    _text(head, "title", sheet.title)
    _text(head, "style", styled)


def _facts(parent: Element, sheet: Sheet) -> None:
    facts = SubElement(parent, "dl")
    for said in sheet.facts:
        _text(facts, "dt", said.label)
        _text(facts, "dd", said.value)


def _contents(parent: Element, sheet: Sheet, language: str) -> None:
    contents = SubElement(parent, "nav", {"aria-labelledby": "contents"})
    _text(contents, "h2", say(language, "readings-contents"), id="contents")
    listed = SubElement(contents, "ol")
    for section in sheet.sections:
        _text(SubElement(listed, "li"), "a", section.title, href=f"#{_anchor(section)}")


def _section(parent: Element, section: Section, report: ReadingsReport, language: str) -> None:
    anchor = _anchor(section)
    part = SubElement(parent, "section", {"aria-labelledby": anchor})
    _text(part, "h2", section.title, id=anchor)
    for paragraph in section.paragraphs:
        _text(part, "p", paragraph)
    if anchor == "completeness" and report.days:
        _heat(part, report.days, language)
    if anchor == "profile":
        _profiles(part, [line for line in report.days if line.profile], language)
    if section.items:
        listed = SubElement(part, "ul")
        for item in section.items:
            _text(listed, "li", item)
    if section.table is not None:
        name = say(language, "readings-table-scrolls", title=section.title)
        _table(part, section.table, name)
        if len(section.table.rows) > _ROWS_SEEN:
            said = say(language, "readings-scrolls", count=len(section.table.rows))
            _text(part, "p", said, **{"class": "rows"})


def _anchor(section: Section) -> str:
    return section.anchor or "marks"


def _table(parent: Element, table: Table, name: str) -> None:
    region = SubElement(
        parent, "div", {"class": "scroll", "tabindex": "0", "role": "region", "aria-label": name}
    )
    drawn = SubElement(region, "table")
    head = SubElement(SubElement(drawn, "thead"), "tr")
    for column, words in enumerate(table.headings):
        right = {"class": "number"} if column >= table.numbers else {}
        _text(head, "th", words, scope="col", **right)
    long = [
        max((len(row[column].text) for row in table.rows), default=0) > _WORDS_FROM
        for column in range(len(table.headings))
    ]
    body = SubElement(drawn, "tbody")
    for row in table.rows:
        line = SubElement(body, "tr")
        for column, cell in enumerate(row):
            kind = "number" if column >= table.numbers else "words" if long[column] else ""
            _cell(line, cell, "td" if column else "th", kind)


def _cell(line: Element, cell: Cell, tag: str, kind: str) -> None:
    attributes = {"scope": "row"} if tag == "th" else {"class": kind} if kind else {}
    if cell.anchor:
        line.set("id", cell.anchor)
    drawn = SubElement(line, tag, attributes)
    if cell.link:
        _text(drawn, "a", cell.text, href=f"#{cell.link}")
    else:
        drawn.text = cell.text
    if cell.note:
        _text(drawn, "small", cell.note)


def _heat(parent: Element, days: Sequence[DaysLine], language: str) -> None:
    _legend(parent, language)
    for year in sorted({year for line in days for year, _, _ in years_of(line)}):
        title = say(language, "readings-heat-year", year=str(year))
        _text(parent, "h3", title)
        table = SubElement(parent, "table", {"class": "heat"})
        head = SubElement(SubElement(table, "thead"), "tr")
        _text(head, "th", say(language, "label-meter"), scope="col")
        months = SubElement(head, "th", {"scope": "col"})
        shown = SubElement(months, "div", {"class": "months"})
        for month in range(1, 13):
            _text(shown, "span", say(language, f"month-short-{month}"))
        complete = say(language, "readings-heading-complete")
        _text(head, "th", complete, scope="col", **{"class": "number"})
        body = SubElement(table, "tbody")
        for line in days:
            for each, first, last in years_of(line):
                if each == year:
                    _heat_row(body, (line, first, last), year, language)


def _heat_row(body: Element, part: tuple[DaysLine, int, int], year: int, language: str) -> None:
    line, first, last = part
    row = SubElement(body, "tr")
    _text(row, "th", line.meter, scope="row")
    says = heat_words(line, year, first, last, language)
    _strip(SubElement(row, "td"), strip(line, year, first, last), says)
    read, expected = (sum(each[first:last]) for each in (line.read, line.expected))
    _text(row, "td", percent_words(read, expected), **{"class": "number"})


def _legend(parent: Element, language: str) -> None:
    listed = SubElement(parent, "ul", {"class": "legend"})
    for each in Filling:
        item = SubElement(listed, "li")
        _strip(item, legend(each), "")
        _text(item, "span", say(language, f"filling-{each}"))


def _strip(parent: Element, drawn: Strip, says: str) -> None:
    picture = _picture(parent, f"0 0 {drawn.days} {HEIGHT}", says)
    _path(picture, drawn.read, "read")
    _path(picture, drawn.months, "months-line")
    _path(picture, drawn.lacks, "lacks")
    _path(picture, drawn.still, "still")


def _profiles(parent: Element, told: Sequence[DaysLine], language: str) -> None:
    listed = SubElement(parent, "ul", {"class": "many"}) if told else parent
    for line in told[:SMALLS_A_PICTURE]:
        figure = SubElement(SubElement(listed, "li"), "figure")
        says = profile_words(line, language)
        picture = _picture(figure, f"0 0 {2 * HOURS} {_BAR_HIGH}", says)
        _path(picture, bars(line.profile, _BAR_HIGH), "bar")
        hours = SubElement(figure, "div", {"class": "hours", "aria-hidden": "true"})
        for hour in range(0, HOURS + 1, 6):
            _text(hours, "span", str(hour))
        caption = SubElement(figure, "figcaption")
        caption.text = line.meter
        _text(caption, "small", most_words(line, language))


def _picture(parent: Element, box: str, says: str) -> Element:
    told = {"role": "img", "aria-label": says} if says else {"aria-hidden": "true"}
    return SubElement(parent, "svg", {"viewBox": box, "preserveAspectRatio": "none", **told})


def _path(picture: Element, shape: str, name: str) -> None:
    if shape:
        still = {"vector-effect": "non-scaling-stroke"} if name != "bar" else {}
        SubElement(picture, "path", {"class": name, "d": shape, **still})


def _text(parent: Element, tag: str, words: str, **attributes: str) -> None:
    SubElement(parent, tag, attributes).text = words
