"""How formulas, values and what a version says are written into a page."""

import re
from collections.abc import Sequence
from decimal import Decimal

from django import template
from django.template import Context
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from openjcm.methodology import (
    Answer,
    Branch,
    Criterion,
    Formula,
    LookupTable,
    Parameter,
    shown,
)
from openjcm.methodology.comparing import WHOLE, ComparedField
from openjcm.methodology.drafting import Fault
from openjcm.methodology.language.printing import written
from openjcm.methodology.language.shapes import Kind
from openjcm.papers.methodologies.answers import answer_words
from openjcm.papers.methodologies.calculations import uncertainty_words
from openjcm.papers.methodologies.comparisons import count_sentences
from openjcm.papers.methodologies.fields import field_words
from openjcm.papers.methodologies.mathml import condition_mathml, formula_mathml
from openjcm.papers.methodologies.names import criterion_words, option_words, place_words
from openjcm.papers.methodologies.trees import SHOWN, value_words
from openjcm.papers.record_text.catalogue import formula_mark as mark_words
from openjcm.papers.record_text.headings import heading_words
from openjcm.views.catalogue import EntryFormula
from openjcm.views.methodologies.changes import VersionChange
from openjcm.web.drafts.listing import Listing, id_of
from openjcm.web.templatetags.openjcm import is_address, is_foreign

register = template.Library()
# Between each three digits, counted from the point, of a number of any size.
_THOUSANDS = re.compile(r"(?<=\d)(?=(?:\d{3})+$)")


@register.simple_tag(takes_context=True)
def formula_math(context: Context, formula: Formula) -> SafeString:
    """Write an equation as MathML; each text in it is escaped where it is written."""
    return mark_safe(formula_mathml(formula, context["language"]))  # noqa: S308 - written by us


@register.simple_tag(takes_context=True)
def condition_math(context: Context, criterion: Criterion) -> SafeString:
    """Write a condition as MathML; empty where the validator answers."""
    return mark_safe(condition_mathml(criterion, context["language"]))  # noqa: S308 - written by us


@register.simple_tag(takes_context=True)
def formula_mark(context: Context, formula: EntryFormula) -> str:
    """Say how well a formula of an entry is known, apart from its words."""
    return mark_words(formula, context["language"])


@register.simple_tag(takes_context=True)
def heading(context: Context, definition_id: str) -> str:
    """Write what stands over all that a definition gives; empty over a confirmed one."""
    return heading_words(context["language"], definition_id)


@register.filter
def condition_text(criterion: Criterion) -> str:
    """Write a condition as the language prints it."""
    return written(criterion.tree) if criterion.tree else ""


@register.simple_tag(takes_context=True)
def answered(context: Context, answer: Answer) -> str:
    """Say whether a criterion holds, does not, or why it is open."""
    return answer_words(answer, context["language"])


@register.simple_tag(takes_context=True)
def said(context: Context, key: str, text: str) -> SafeString:
    """Write what a file says under a key: a formula or a name of ours as code, a link as one."""
    if key in {"is", "built_on", "sha256"}:
        return format_html("<code>{}</code>", text)
    words = field_words(context["language"], key, text)
    if is_address(words) and " " not in words:
        return format_html('<a href="{0}" rel="external noreferrer">{0}</a>', words)
    foreign = context["language"] == "ja" and is_foreign(words)
    return format_html('<span lang="en">{}</span>' if foreign else "{}", words)


@register.simple_tag(takes_context=True)
def one_side(context: Context, part: str, name: str, field: ComparedField, side: str) -> SafeString:
    """Write what one side says, or why it says nothing; of a whole the thing names the kind."""
    if blank := getattr(field, f"{side}_blank"):
        words = field_words(context["language"], "blank", blank)
        return format_html('<span class="gap">{}</span>', words)
    return said(context, name if part in WHOLE else field.key, getattr(field, side))


@register.simple_tag(takes_context=True)
def change_words(context: Context, change: VersionChange) -> str:
    """Say what is known to have changed from one version to another, and what is not."""
    apart = "" if context["language"] == "ja" else " "
    return apart.join(count_sentences(change, context["language"]))


@register.filter
def unit_of(parameter: Parameter) -> str:
    """Write the unit of a parameter; an option and a day have none."""
    return parameter.unit.text if parameter.kind is Kind.NUMBER else "–"


@register.filter
def value_of(parameter: Parameter) -> str:
    """Write the value that the methodology itself gives; empty where it gives none."""
    value = parameter.value
    values = value if isinstance(value, tuple) else () if value is None else (value,)
    return ", ".join(map(str, values))


@register.filter
def joined(words: Sequence[str]) -> str:
    """Join names by commas, as the file does."""
    return ", ".join(words)


@register.filter
def written_as(value: object) -> str:
    """Write a range, or a number with the digits of the file."""
    return f"{value:f}" if isinstance(value, Decimal) else str(value)


@register.filter
def key_of(table: LookupTable) -> str:
    """Write what a table is asked with: a unit, or the kind of its key."""
    return table.key.text if table.kind is Kind.NUMBER else table.kind.value


@register.filter
def outside_of(table: LookupTable) -> str:
    """Write what a table says beyond its rows."""
    return "refuse" if table.outside is None else f"{table.outside:f}"


@register.filter
def rows_written(table: LookupTable) -> list[str]:
    """Write the rows of a table, each in a line."""
    return [row.text for row in table.rows]


@register.filter
def values_shown(branch: Branch, language: str) -> list[tuple[str, str]]:
    """Return the first places of a series with their values, every digit of them."""
    return [
        (place_words(language, at.at), value_words(language, at, branch.unit))
        for at in branch.values[:SHOWN]
    ]


@register.filter
def values_left(branch: Branch) -> int:
    """Return how many places are not shown."""
    return max(0, len(branch.values) - SHOWN)


@register.filter
def has_line(fault: Fault, listings: list[Listing]) -> bool:
    """Whether the line of a fault is shown on the page."""
    return any(
        each.name == fault.file and any(line.number == fault.line for line in each.lines)
        for each in listings
    )


@register.filter
def line_id(fault: Fault) -> str:
    """Write what the line of a fault is called on the page."""
    return f"{id_of(fault.file)}-{fault.line}"


@register.filter
def at_place(place: str, language: str) -> str:
    """Write at which member a value stands."""
    return place_words(language, place)


@register.filter
def option_in(option: str, language: str) -> str:
    """Write an option, in Japanese with its meaning behind it."""
    return option_words(language, option)


@register.filter
def criterion_in(number: str, language: str) -> str:
    """Write what a criterion is called."""
    return criterion_words(language, number)


@register.filter
def wrong_by(uncertainty: str, language: str) -> str:
    """Write by how much a reduction may be wrong."""
    return uncertainty_words(language, uncertainty)


@register.filter
def in_short(value: str) -> str:
    """Write a value with its unit as a person reads it; every digit stands in the tree below.

    >>> in_short("1470.00 tCO2e"), in_short("-12345.678 tCO2e"), in_short("385.3 tCO2e")
    ('1,470.00 tCO2e', '-12,345.678 tCO2e', '385.3 tCO2e')
    """
    number, _, unit = value.partition(" ")
    whole, point, rest = shown(Decimal(number)).partition(".")
    return f"{_THOUSANDS.sub(',', whole)}{point}{rest} {unit}"
