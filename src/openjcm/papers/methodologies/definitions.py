"""A definition as lines of a terminal: parameters, tables, formulas, criteria, all of each."""

from collections.abc import Iterable, Iterator

from openjcm.measure.basis import Basis
from openjcm.methodology import Role
from openjcm.papers.columns import wrap
from openjcm.papers.methodologies.fields import field_words
from openjcm.papers.methodologies.names import criterion_words
from openjcm.papers.record_text.lines import LINE, labelled, listed
from openjcm.papers.recorded import as_recorded
from openjcm.papers.words import say
from openjcm.views.methodologies.written import (
    WrittenChoice,
    WrittenCriterion,
    WrittenDefinition,
    WrittenFormula,
    WrittenParameter,
    WrittenTable,
)

_Pairs = Iterator[tuple[str, str]]
_INDENT = "    "


def definition_text(found: WrittenDefinition, heading: str, language: str) -> str:
    """Write a definition under a heading, every part of it with how it is known."""
    lines = [*wrap(heading, LINE), ""] if heading else []
    lines += wrap(f"{found.id}  {as_recorded(language, found.title)}", LINE)
    head = {
        "status": found.status,
        "scope": found.scope,
        "evidence": found.evidence.value,
        "source": found.source,
        "says": found.says,
    }
    lines += labelled(_fields(language, head))
    parts = {
        "parameters": [_item(*_parameter(each, language)) for each in found.parameters],
        "tables": [_item(*_table(each, language)) for each in found.tables],
        "formulas": [_item(*_formula(each, language)) for each in found.formulas],
        "eligibility": [
            *(_item(*_criterion(each, language)) for each in found.criteria),
            *(_item(*_parameter(each, language)) for each in found.asked),
        ],
    }
    for part, items in parts.items():
        if items:
            lines += ["", say(language, f"part-{part}"), *(line for each in items for line in each)]
    return "\n".join(lines)


def choice_words(language: str, choice: WrittenChoice) -> str:
    """Write one source of a value; a hint is told as what it is."""
    name, told = as_recorded(language, choice.name), as_recorded(language, choice.says)
    if choice.hint:
        hint = say(language, "choice-hint", hint=choice.hint)
        told = f"{told} {say(language, 'brackets', text=hint)}"
    known = _known(language, choice.evidence, choice.source, draft=choice.draft)
    return f"{name}{say(language, 'list-colon')}{told} {known}"


def _item(name: str, pairs: _Pairs) -> list[str]:
    return [f"  {line}" for line in wrap(name, LINE - 2)] + labelled(pairs, _INDENT)


def _parameter(each: WrittenParameter, language: str) -> tuple[str, _Pairs]:
    unit = f"  [{each.unit}]" if each.unit else ""
    value = f" = {each.value}" if each.value else ""
    asks = each.required and each.role == Role.PROJECT
    told = {
        "says": each.says,
        "per": each.per,
        "role": each.role,
        "options": ", ".join(each.options),
        "data_source": each.data_source,
        "plausible": each.plausible,
        "monitoring_options": ", ".join(each.monitoring_options),
        "frequency": each.frequency,
    }
    pairs = [
        *_fields(language, told),
        *([(say(language, "compared-value"), say(language, "value-required"))] if asks else []),
        *((say(language, "compared-choice"), choice_words(language, one)) for one in each.choices),
        _known_pair(language, each),
    ]
    return f"{each.symbol}{value}{unit}", iter(pairs)


def _table(each: WrittenTable, language: str) -> tuple[str, _Pairs]:
    rows = field_words(language, "row", "; ".join(each.rows))
    if each.required or each.may_be_given:
        own = say(language, "rows-by-project" if each.required else "rows-or-own")
        rows = own if each.required else f"{rows}. {own}"
    told = {
        "says": each.says,
        "key": each.key,
        "options": ", ".join(each.options),
        "closed": each.closed,
        "outside": each.outside,
    }
    pairs = [*_fields(language, told), (say(language, "compared-row"), rows)]
    return f"{each.symbol}  [{each.unit}]", iter([*pairs, _known_pair(language, each)])


def _formula(each: WrittenFormula, language: str) -> tuple[str, _Pairs]:
    pairs = [*_fields(language, {"says": each.says, "per": each.per}), _known_pair(language, each)]
    return f"{each.gives} = {each.text}  [{each.unit}]", iter(pairs)


def _criterion(each: WrittenCriterion, language: str) -> tuple[str, _Pairs]:
    condition = each.condition or say(language, "validator-answers")
    pairs = [
        (say(language, "compared-is"), condition),
        *_fields(language, {"evidence_asked": each.evidence_asked}),
        _known_pair(language, each),
    ]
    name = criterion_words(language, each.number)
    return f"{name}  {as_recorded(language, each.says)}", iter(pairs)


def _fields(language: str, told: dict[str, str]) -> Iterable[tuple[str, str]]:
    """Label what is said by the key of the file; what is not said has no line."""
    for key, text in told.items():
        if text:
            yield say(language, f"compared-{key}"), field_words(language, key, text)


def _known_pair(
    language: str, each: WrittenParameter | WrittenTable | WrittenFormula | WrittenCriterion
) -> tuple[str, str]:
    known = _known(language, each.evidence, each.source, draft=each.draft)
    return say(language, "compared-evidence"), known


def _known(language: str, evidence: Basis, source: str, *, draft: bool) -> str:
    marks = [say(language, f"basis-{evidence}"), *([say(language, "draft-true")] if draft else [])]
    return f"[{listed(language, marks)}] {as_recorded(language, source)}"
