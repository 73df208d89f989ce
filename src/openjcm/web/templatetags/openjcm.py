"""How words, figures, days and tables are written into a page; everything is escaped."""

import hashlib
import re
from datetime import date
from functools import cache, lru_cache
from urllib.parse import urlsplit

from django import template
from django.contrib.staticfiles import finders
from django.template import Context
from django.template.loader import render_to_string
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from openjcm.measure.basis import Basis
from openjcm.measure.period import Period
from openjcm.papers.figure_words import figure_with_basis
from openjcm.papers.funding_words import is_spelt_out, reading_of
from openjcm.papers.recorded import as_recorded
from openjcm.papers.walk_words import caption_words, record_words, side_words, value_words
from openjcm.papers.words import (
    say_day,
    say_number,
    say_ordinal,
    say_period,
    say_projects,
)
from openjcm.views.figures import UNDISCLOSED, Figure
from openjcm.views.measures import Measures
from openjcm.views.walk import Table
from openjcm.web.rendering import words
from openjcm.web.source_kinds import kind_of

register = template.Library()
_WITHOUT_BLANKS = frozenset({"ja"})
_LONG = 48
_DECIMALS = 12
_FIGURES_KEPT = 8192
_NOTE = "says"
_ADDRESS = re.compile(r"(https?://[!-~]*[A-Za-z0-9/])")
_JAPANESE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")
_WORD = re.compile(r"[A-Za-z]{2,}[ ,.]* +[A-Za-z]|^[A-Z][a-z]+$")
_NUMBER = re.compile(r"^[-−]?[\d,]*\.?\d+%?$")


@register.simple_tag(takes_context=True)
def say(context: Context, key: str, **values: str | int) -> str:
    """Write the words of a key; where a key is put together, its parts are joined by ``|add``."""
    return words(context["language"], key, **values)


@register.simple_tag(takes_context=True)
def twin(context: Context, thing: object, stem: str) -> str:
    """Write ``stem_en`` or ``stem_ja`` of a thing."""
    return str(getattr(thing, f"{stem}_{context['language']}"))


@register.simple_tag(takes_context=True)
def blank(context: Context) -> str:
    """Write what stands between two sentences, or behind a colon: in Japanese nothing."""
    return "" if context["language"] in _WITHOUT_BLANKS else " "


@register.simple_tag(takes_context=True)
def bracketed(context: Context, text: str) -> str:
    """Write a text in brackets behind another; full-width brackets bring their own blank."""
    return blank(context) + words(context["language"], "brackets", text=text)


@register.simple_tag(takes_context=True)
def day(context: Context, on: date) -> SafeString:
    """Write a legal day."""
    text = say_day(context["language"], on)
    return format_html('<time datetime="{}">{}</time>', on.isoformat(), text)


@register.simple_tag(takes_context=True)
def day_words(context: Context, on: date) -> str:
    """Write a legal day for use inside a sentence."""
    return say_day(context["language"], on)


@register.simple_tag(takes_context=True)
def period(context: Context, span: Period) -> str:
    """Write a monitoring period, both ends counted."""
    return say_period(context["language"], span)


@register.simple_tag(takes_context=True)
def ordinal(context: Context, number: int) -> str:
    """Write 1st, 2nd, 第1回."""
    return say_ordinal(context["language"], number)


@register.simple_tag(takes_context=True)
def numbers(context: Context, project_id: str) -> str:
    """Write the project numbers of a line of a notice."""
    return say_projects(context["language"], project_id)


@register.simple_tag(takes_context=True)
def figure(
    context: Context, shown: Figure, unit: str = "unit-tonnes", *, about: bool = False
) -> SafeString:
    """Write a figure: its number and unit, or that it is not published, and always its basis.

    Args:
        context: Of the page.
        shown: The figure.
        unit: The key of its unit; empty where a heading says it.
        about: Whether its source says that it is rounded.
    """
    context["used_bases"].add(shown.basis)
    mark = "about" if about else ""
    return _figure(context["language"], shown.amount, shown.basis, unit, mark)


@register.simple_tag(takes_context=True)
def in_part(context: Context, whole: Figure, part: Figure) -> SafeString:
    """Write a figure, or what is published of it where the whole is not."""
    shown = whole if part.amount is None else part
    context["used_bases"].add(shown.basis)
    mark = "in-part" if shown is part else ""
    return _figure(context["language"], shown.amount, shown.basis, "unit-tonnes", mark)


@register.simple_tag(takes_context=True)
def amount_words(context: Context, shown: Figure, about: bool) -> str:  # noqa: FBT001 - as a template gives it
    """Write an amount for use inside a sentence that says where it was printed."""
    amount = figure_with_basis(context["language"], shown)[0]
    return words(context["language"], "about-amount", amount=amount) if about else amount


@register.simple_tag(takes_context=True)
def basis(context: Context, of: Basis | str, *, plain: bool = False) -> SafeString:
    """Write the badge of a basis; plain inside of what is pressed itself, where no link may be."""
    context["used_bases"].add(Basis(of))
    return _basis(context["language"], Basis(of), plain=plain)


@register.inclusion_tag("web/parts/legend.html", takes_context=True)
def legend(context: Context) -> dict[str, object]:
    """Explain the badges that this page has used, firmest first; stands after all of them."""
    used = context["used_bases"]
    return {"language": context["language"], "bases": [one for one in Basis if one in used]}


@register.simple_tag(takes_context=True)
def caption(context: Context, of: str) -> str:
    """Write what a table is headed: words of a stem, or a meter's own name."""
    return caption_words(context["language"], of)


@register.simple_tag(takes_context=True)
def value(context: Context, label: str, said: str) -> SafeString:
    """Write a value of a walk in words, as its label or column has it."""
    return breakable(value_words(context["language"], label, said))


@register.simple_tag(takes_context=True)
def record(context: Context, name: str) -> str:
    """Write the name of a journal record."""
    return record_words(context["language"], name)


@register.filter
def rows_of(table: Table) -> list[tuple[list[tuple[str, str]], str]]:
    """Return each row as (heading, cell) pairs, and apart from them the note that it ends in."""
    rows = [list(zip(table.headings, row, strict=True)) for row in table.rows]
    if table.headings[-1] != _NOTE:
        return [(cells, "") for cells in rows]
    return [(cells[:-1], cells[-1][1]) for cells in rows]


@register.filter
def columns_of(table: Table) -> tuple[tuple[str, bool], ...]:
    """Return the headings and whether numbers stand below; notes stand under their rows."""
    numbers = (is_number(cell) for cell in table.rows[0])
    columns = tuple(zip(table.headings, numbers, strict=True))
    return columns[:-1] if table.headings[-1] == _NOTE else columns


@register.filter
def has_page(reading: str) -> bool:
    """Whether a reading has a page of its own here."""
    return is_spelt_out(reading)


@register.filter
def reading_named(share: str) -> str:
    """Return the number of the reading that a share follows, if it names one."""
    return reading_of(share)


@register.filter
def is_number(cell: str) -> bool:
    """Whether a cell of a table is set as a number."""
    return bool(_NUMBER.match(cell))


@register.filter
def is_address(text: str | None) -> bool:
    """Whether a source can be followed."""
    return bool(text) and str(text).startswith(("https://", "http://"))


@register.filter
def host(address: str) -> str:
    """Write of an address only whose it is."""
    return urlsplit(address).hostname or address


@register.filter
def breakable(value: str) -> SafeString:
    """Let a long hash break across lines, and set the far digits of a long decimal smaller.

    Nothing is rounded and nothing hidden: every digit stands on the page.
    """
    if is_number(value) and len(value.partition(".")[2]) > _DECIMALS:
        near = value.index(".") + 1 + _DECIMALS
        shape = '<span class="figures exact">{}<span class="far">{}</span></span>'
        return format_html(shape, value[:near], value[near:])
    is_hash = len(value) > _LONG and value.isalnum() and value.isascii()
    return format_html("<code>{}</code>" if is_hash else "{}", value)


@register.filter
def linked(text: str) -> SafeString:
    """Make links of the addresses in a text; Japanese sets no blanks around them."""
    parts = _ADDRESS.split(text)
    shapes = ("{}", '<a href="{0}" rel="external noreferrer">{0}</a>')
    return format_html_join(
        "", "{}", ((format_html(shapes[n % 2], p),) for n, p in enumerate(parts))
    )


@register.filter
def keys(text: str) -> list[str]:
    """Return the keys that a template lists."""
    return text.split()


@register.filter
def five(measures: Measures) -> tuple[tuple[str, Figure], ...]:
    """Return the five measures with their stems, in the order of a tonne's life."""
    stems = ("expected", "verified", "notified", "issued", "used")
    return tuple((stem, getattr(measures, stem)) for stem in stems)


@register.filter
def counts(measures: Measures) -> tuple[tuple[str, Figure], ...]:
    """Return how many decisions, projects and partner countries the public record has."""
    stems = ("decisions", "projects", "partners")
    return tuple((stem, Figure(getattr(measures, stem), Basis.DERIVED)) for stem in stems)


@register.simple_tag
def published(amount: int | None) -> Figure:
    """Return a published amount as a figure, undisclosed where there is none."""
    return UNDISCLOSED if amount is None else Figure(amount, Basis.PUBLISHED)


@register.simple_tag
def rehearsed(amount: int, basis: Basis) -> Figure:
    """Return a rehearsed amount as a figure."""
    return Figure(amount, basis)


@register.simple_tag(takes_context=True)
def side_name(context: Context, side: str) -> str:
    """Write the country of a side."""
    return side_words(context["language"], side)


@register.simple_tag(takes_context=True)
def source_kind(context: Context, address: str) -> str:
    """Return of what kind a source is, empty where nothing says it."""
    return kind_of(address, context["state"])


@register.simple_tag(takes_context=True)
def told(context: Context, text: str) -> SafeString:
    """Write a recorded text: in Japanese where it is ours, else marked as another language."""
    return _marked(context["language"], as_recorded(context["language"], text))


@register.filter
def recorded(text: str, language: str) -> str:
    """Write a recorded text where no markup may stand: in Japanese where it is ours."""
    return as_recorded(language, text)


@register.simple_tag(takes_context=True)
def twin_told(context: Context, thing: object, stem: str) -> SafeString:
    """Write ``stem_en`` or ``stem_ja`` of a thing, marked where it is not in Japanese."""
    return _marked(context["language"], twin(context, thing, stem))


@register.simple_tag
def asset(name: str) -> str:
    """Write the address of a static file; it changes with the file's content."""
    return f"/static/{name}?v={_fingerprint(name)}"


@register.filter
def is_foreign(text: str) -> bool:
    """Whether a text is words without kana and kanji; a code or an address is no language.

    >>> [is_foreign(text) for text in ("Solar PV", "Toyota", "太陽光PV", "www.env.go.jp", "BD002")]
    [True, True, False, False, False]
    """
    return not _JAPANESE.search(text) and bool(_WORD.search(text))


def _marked(language: str, text: str) -> SafeString:
    foreign = language == "ja" and is_foreign(text)
    return format_html('<span lang="en">{}</span>' if foreign else "{}", text)


# A list shows the same few figures and badges hundreds of times, and what is written of one
# follows from these values alone.
@lru_cache(maxsize=_FIGURES_KEPT)
def _figure(language: str, amount: int | None, basis: Basis, unit: str, mark: str) -> SafeString:
    number = None if amount is None else say_number(language, amount)
    shown = {"amount": number, "unit": unit, "about": mark == "about", "in_part": mark == "in-part"}
    return render_to_string(
        "web/parts/figure.html", {"language": language, "basis": basis.value, **shown}
    )


@lru_cache(maxsize=_FIGURES_KEPT)
def _basis(language: str, basis: Basis, *, plain: bool) -> SafeString:
    shown = {"language": language, "basis": basis.value, "plain": plain}
    return render_to_string("web/parts/basis.html", shown)


@cache
def _fingerprint(name: str) -> str:
    path = finders.find(name)
    assert isinstance(path, str), f"the static file {name} comes with the installation"
    with open(path, "rb") as file:  # noqa: PTH123 - the finder answers with text
        return hashlib.file_digest(file, "sha256").hexdigest()[:12]
