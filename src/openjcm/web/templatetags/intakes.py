"""How a typed value, its instant and what is odd about it are written."""

from datetime import date, datetime
from decimal import Decimal

from django import template
from django.template import Context
from django.utils.html import format_html
from django.utils.safestring import SafeString

from openjcm.intake.looking import Question
from openjcm.metering.plan.meter import Meter
from openjcm.papers.words import say_day
from openjcm.store.intakes import Evidence
from openjcm.web.rendering import words

register = template.Library()
_KILOBYTE, _MEGABYTE = 1000, 1_000_000


@register.simple_tag(takes_context=True)
def instant(context: Context, at: datetime) -> SafeString:
    """Write an instant as the clock on the plan's wall shows it."""
    said = _wall(context["language"], at)
    return format_html('<time datetime="{}">{}</time>', at.isoformat(timespec="seconds"), said)


@register.simple_tag(takes_context=True)
def in_legal_time(context: Context, at: datetime) -> SafeString:
    """Write an instant as the clock on the plan's wall shows it, whatever zone it is in."""
    return instant(context, at.astimezone(context["plan"].tzinfo))


@register.simple_tag(takes_context=True)
def between(context: Context, since: datetime, until: datetime) -> str:
    """Write from when until when an amount was counted."""
    language = context["language"]
    return words(
        language, "typed-between", since=_wall(language, since), until=_wall(language, until)
    )


@register.simple_tag(takes_context=True)
def month_words(context: Context, on: date) -> str:
    """Write a calendar month."""
    month = words(context["language"], f"month-{on.month}")
    return words(context["language"], "typed-month", year=str(on.year), name=month, month=on.month)


@register.simple_tag
def clock_from_utc(at: datetime) -> str:
    """Write how far the clock on the wall is from UTC."""
    far = at.strftime("%z")
    return f"UTC{far[:3]}:{far[3:5]}"


@register.simple_tag(takes_context=True)
def asked(context: Context, question: Question, meter: Meter) -> str:
    """Write what is odd about a value, as a sentence."""
    language = context["language"]
    return words(
        language,
        f"typed-asks-{question.code}",
        value=question.value,
        unit=meter.register_unit,
        at=_wall(language, question.at) if question.at else "",
        count=question.count,
    )


@register.filter
def grouped(value: Decimal) -> str:
    """Write an exact amount with its thousands apart; nothing is rounded."""
    return f"{value:,f}".replace("-", "\u2212")


@register.filter
def signed(value: Decimal) -> str:
    """Write a difference with its sign."""
    return f"{value:+,f}".replace("-", "\u2212")


@register.filter
def as_day(text: str) -> date:
    """Return the day that a form gave."""
    return date.fromisoformat(text)


@register.filter
def size_of(evidence: Evidence) -> str:
    """Write the size of a file so that a slow line is no surprise."""
    if evidence.bytes >= _MEGABYTE:
        return f"{evidence.bytes / _MEGABYTE:.1f} MB"
    return f"{max(evidence.bytes // _KILOBYTE, 1)} kB"


def _wall(language: str, at: datetime) -> str:
    return f"{say_day(language, at.date())} {at:%H:%M}"
