"""How words, figures, days and tables are written into a page; everything is escaped."""

import hashlib
import re
from datetime import date
from functools import cache
from urllib.parse import urlsplit

from django import template
from django.contrib.staticfiles import finders
from django.template import Context
from django.utils.html import format_html
from django.utils.safestring import SafeString

from openjcm.measure.basis import Basis
from openjcm.measure.period import Period
from openjcm.papers.walk_text import caption_words
from openjcm.papers.words import say_day, say_number, say_ordinal, say_period
from openjcm.views.figures import UNDISCLOSED, Figure, PartnerName
from openjcm.views.measures import Measures
from openjcm.web.rendering import words

register = template.Library()
_LONG = 48
_DECIMALS = 12
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


@register.inclusion_tag("web/parts/figure.html", takes_context=True)
def figure(context: Context, shown: Figure, unit: str = "unit-tonnes") -> dict[str, object]:
    """Write a figure: its number and unit, or that it is not published, and always its basis."""
    amount = None if shown.amount is None else say_number(context["language"], shown.amount)
    link = shown.source if (shown.source or "").startswith(("https://", "http://")) else None
    return {**_badge(context, shown.basis), "amount": amount, "unit": unit, "link": link}


@register.inclusion_tag("web/parts/basis.html", takes_context=True)
def basis(context: Context, of: Basis) -> dict[str, object]:
    """Write the badge of a basis."""
    return _badge(context, of)


@register.inclusion_tag("web/parts/legend.html", takes_context=True)
def legend(context: Context) -> dict[str, object]:
    """Explain the badges that this page has used, firmest first; stands after all of them."""
    used = context["used_bases"]
    return {"language": context["language"], "bases": [one for one in Basis if one in used]}


@register.simple_tag(takes_context=True)
def caption(context: Context, of: str) -> str:
    """Write what a table is headed: words of a stem, or a meter's own name."""
    return caption_words(context["language"], of)


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
    """Let a long hash break across lines, and show a long decimal by its first digits.

    Nothing is rounded: the dots say that digits follow, and all of them are in the title.
    """
    if is_number(value) and len(value.partition(".")[2]) > _DECIMALS:
        shown = value[: value.index(".") + 1 + _DECIMALS]
        return format_html('<span class="figures" title="{}">{}…</span>', value, shown)
    shape = "{}" if len(value) <= _LONG else "<code>{}</code>"
    return format_html(shape, value)


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
def reconstructed(amount: int) -> Figure:
    """Return a rehearsed amount as a figure."""
    return Figure(amount, Basis.RECONSTRUCTED)


@register.simple_tag(takes_context=True)
def side_name(context: Context, side: str, of: PartnerName) -> str:
    """Write the country of a side."""
    if side == of.iso2:
        return str(getattr(of, f"name_{context['language']}"))
    return words(context["language"], "side-japan") if side == "JP" else side


@register.simple_tag
def asset(name: str) -> str:
    """Write the address of a static file; it changes with the file's content."""
    return f"/static/{name}?v={_fingerprint(name)}"


def _badge(context: Context, of: Basis) -> dict[str, object]:
    context["used_bases"].add(of)
    return {"language": context["language"], "basis": of.value}


@cache
def _fingerprint(name: str) -> str:
    path = finders.find(name)
    assert isinstance(path, str), f"the static file {name} comes with the installation"
    with open(path, "rb") as file:  # noqa: PTH123 - the finder answers with text
        return hashlib.file_digest(file, "sha256").hexdigest()[:12]
