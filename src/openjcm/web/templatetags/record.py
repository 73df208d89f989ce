"""How the public record is written into a page: names of projects, versions, numbers."""

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from functools import partial
from typing import Any

from django import template
from django.template import Context
from django.urls import reverse

from openjcm.papers.record_text.decisions import remainder_words
from openjcm.papers.recorded import calculation_words
from openjcm.papers.words import say_day, say_number
from openjcm.views.figures import Figure
from openjcm.views.record.addends import Gap, SummedFigure
from openjcm.views.record.decision import Decision, DecisionLine
from openjcm.views.record.finding import Found
from openjcm.views.record.projects import Project, ProjectTitle
from openjcm.views.record.totals import Total
from openjcm.views.record.workbench import CandidateRule
from openjcm.web.days import in_japan
from openjcm.web.fact_words import Part, parts_of
from openjcm.web.rendering import words

register = template.Library()
_NAME = re.compile(r"^(?P<number>[A-Z]{2}_[A-Z]{2}\d{3})_ver0*(?P<version>\d+\.\d+)$")

# Of each measure its total, and what is counted beside it: words and number.
_SUMMED: Mapping[str, Callable[[Total], tuple[Figure, dict[str, int]]]] = {
    "notified": lambda row: (
        row.notified,
        {"decisions-without-amount": row.without_amount, "decisions-in-part": row.amount_in_part},
    ),
    "goj": lambda row: (row.goj, {"gaps": row.goj_unknown}),
    "issued-japan": lambda row: (row.issued_japan, {"gaps": row.issued_japan_unknown}),
    "issued-host": lambda row: (row.issued_host, {"gaps": row.issued_host_unknown}),
}


@register.simple_tag
def named_projects(decision: Decision) -> tuple[str, ...]:
    """Return the project numbers of a decision, each once, in the order of its lines."""
    return tuple(dict.fromkeys(each for line in decision.lines for each in line.projects))


@register.simple_tag(takes_context=True)
def number(context: Context, amount: int) -> str:
    """Write a number with its separators; its heading says of what it is."""
    return say_number(context["language"], amount)


@register.simple_tag(takes_context=True)
def rule_labels(context: Context, rules: Sequence[CandidateRule]) -> list[str]:
    """Return what each candidate rule takes its share of, and how it rounds."""
    say = partial(words, context["language"])
    comma = say("list-comma")
    return [
        comma.join((say(f"base-{rule.base}"), say(f"rounding-{rule.rounding}"))) for rule in rules
    ]


@register.filter
def beside(these: Sequence[object], those: Sequence[object]) -> tuple[tuple[object, object], ...]:
    """Return two lists of one length as pairs."""
    return tuple(zip(these, those, strict=True))


@register.simple_tag
def lines_of(project: Project) -> tuple[tuple[Decision, DecisionLine], ...]:
    """Return the decisions on a project's credits, each with the line that is about it."""
    return tuple(
        (decision, line)
        for decision in project.decisions
        for line in decision.lines
        if project.row.id in line.projects
    )


@register.simple_tag(takes_context=True)
def title_of(context: Context, titles: Mapping[str, ProjectTitle], project: str) -> str:
    """Write the title of a project in the language of the page; nothing where it is not known."""
    found = titles.get(project)
    return str(getattr(found, f"title_{context['language']}")) if found else ""


@register.simple_tag(takes_context=True)
def remainder(context: Context, part: Decision | DecisionLine) -> str:
    """Say what the Government of Japan does not acquire, where nothing says who holds it."""
    return remainder_words(part, context["language"])


@register.simple_tag(takes_context=True)
def hit_address(context: Context, hit: Found) -> str:
    """Write the address of something that was found."""
    return reverse(hit.kind, args=[context["language"], hit.key])


@register.inclusion_tag("web/parts/summed.html", takes_context=True)
def summed(context: Context, row: Total, grouped: str, measure: str) -> dict[str, object]:
    """Write a total that leads to its addends, and how many decisions lack the amount."""
    language = context["language"]
    shown, counts = _SUMMED[measure](row)
    address = reverse("figure", args=[language, measure])
    tail = f"?partner={row.host.iso2}" if grouped == "country" and row.host else ""
    tail = f"?year={row.year}" if grouped == "year" and row.year else tail
    known = shown.amount is not None and (tail or grouped == "all")
    return {
        "language": language,
        "used_bases": context["used_bases"],
        "shown": shown,
        "gaps": [words(language, key, count=count) for key, count in counts.items() if count],
        "address": address + tail if known else "",
    }


@register.filter
def gaps_of(found: SummedFigure) -> tuple[tuple[str, str, tuple[Gap, ...]], ...]:
    """Return heading, words and decisions: those not in a total, and those in it in part."""
    without = tuple(each for each in found.gaps if not each.in_part)
    in_part = tuple(each for each in found.gaps if each.in_part)
    said = "gaps-words-by-vintage" if found.measure.is_by_vintage else "gaps-words"
    return ("gaps-title", said, without), ("parts-title", "parts-words", in_part)


@register.simple_tag(takes_context=True)
def calculation(context: Context, said: str) -> str:
    """Write how a figure was worked out."""
    return calculation_words(context["language"], said)


@register.filter
def number_of(name: str) -> str:
    """Return the number of a methodology without its version.

    >>> number_of("BD_AM001_ver01.0")
    'BD_AM001'
    """
    return name.partition("_ver")[0]


@register.filter
def version_words(name: str) -> str:
    """Write a methodology with its version as the scheme's site does.

    >>> version_words("BD_AM001_ver01.0")
    'BD_AM001 Ver1.0'
    """
    found = _NAME.match(name)
    return f"{found['number']} Ver{found['version']}" if found else name


@register.filter
def short_version(version: str) -> str:
    """Write a version without leading zeros.

    >>> short_version("01.0")
    'Ver1.0'
    """
    return f"Ver{version.lstrip('0')}" if not version.startswith("00") else f"Ver{version[1:]}"


@register.simple_tag(takes_context=True)
def parts(context: Context, kind: str, says: Mapping[str, Any]) -> tuple[Part, ...]:
    """Return what a fact says, in parts and in words."""
    return parts_of(context["language"], kind, says)


@register.simple_tag(takes_context=True)
def instant(context: Context, at: datetime) -> str:
    """Write an instant to the second, in Japan's time, under which all days of the site stand."""
    there = in_japan(at)
    on = say_day(context["language"], there.date())
    return words(context["language"], "instant", day=on, time=there.strftime("%H:%M:%S"))
