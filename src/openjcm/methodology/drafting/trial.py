"""A draft tried out from two texts: all that is wrong with them, else what the values come to.

Nothing is read but the texts and what comes along. How much time and memory a text may use is
the caller's to bound.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from openjcm.measure import Basis, Finding, Malformed
from openjcm.methodology.cases import check_case, read_case
from openjcm.methodology.checks import Check
from openjcm.methodology.definition import Definition
from openjcm.methodology.drafting.checking import Fault, faults_in_text
from openjcm.methodology.drafting.locating import lines_of
from openjcm.methodology.explaining import Explanation, explain
from openjcm.methodology.files.reading import read_definition
from openjcm.methodology.files.toml import parsed, read_table
from openjcm.methodology.given import GivenFile, read_given
from openjcm.methodology.vintages import WorkedValues, work_given
from openjcm.methodology.working.behind import formula_behind, inputs_behind
from openjcm.methodology.working.faults import Unworkable

DEFINITION, CASE = "definition.toml", "case.toml"
"""What the two texts are called in faults."""
_OF_VALUES = (Unworkable.DIVIDED_BY_ZERO, Unworkable.OUTSIDE_THE_TABLE, Unworkable.TOO_MANY_PLACES)
_VINTAGE = re.compile(r"vintage (\d{4}): ")


@dataclass(frozen=True, slots=True)
class TriedCase:
    """Values worked by a draft: each vintage, and its calculation laid open."""

    says: str
    evidence: Basis
    worked: WorkedValues
    opened: tuple[Explanation, ...]


@dataclass(frozen=True, slots=True)
class Trial:
    """What is wrong, and what is not: no definition where its text has faults.

    ``tried`` is None where no values were given, or they cannot be worked. Where a case comes to
    something else than it expects, there are both faults and ``tried``.
    """

    faults: tuple[Fault, ...]
    definition: Definition | None
    tried: TriedCase | None


def try_out(definition_text: str, case_text: str = "") -> Trial:
    """Check a draft, and work values by it where there are any.

    Args:
        definition_text: The TOML of a definition.
        case_text: That of a case, or of values alone; blank for none.
    """
    try:
        definition = read_definition(definition_text, place=DEFINITION)
    except Malformed as error:
        return Trial(_faults(definition_text, DEFINITION, error), None, None)
    if not case_text.strip():
        return Trial((), definition, None)
    texts = {DEFINITION: definition_text, CASE: case_text}
    symbols = [each.symbol for each in (*definition.parameters, *definition.asked)]
    try:
        tried = _tried(definition, read_given(case_text, name=CASE))
        found = tuple(_unlike(definition, case_text))
    except Malformed as error:
        if error.code in set(Unworkable):
            file, finding = _unworkable(definition, texts, error)
            faults = faults_in_text(texts[file], file, (finding,), symbols)
            return Trial(tuple(faults), definition, None)
        return Trial(_faults(case_text, CASE, error, symbols), definition, None)
    return Trial(_in_order(faults_in_text(case_text, CASE, found, symbols)), definition, tried)


def _tried(definition: Definition, given: GivenFile) -> TriedCase:
    worked = work_given(definition, given.values)
    return TriedCase(
        says=given.says,
        evidence=given.evidence,
        worked=worked,
        opened=tuple(
            explain(definition, each.calculation, given.evidence) for each in worked.vintages
        ),
    )


def _unlike(definition: Definition, case_text: str) -> Iterator[Finding]:
    """Yield where a case comes to something else than it expects; values alone expect nothing."""
    if "expected" in read_table(case_text, place=CASE).entries:
        yield from check_case(definition, read_case(case_text, name=CASE))


def _faults(
    text: str, name: str, error: Malformed, symbols: list[str] | None = None
) -> tuple[Fault, ...]:
    """Return the faults of a refusal; what is refused without findings is refused as a whole."""
    found = error.findings or (Finding(error.code, name, error.message),)
    return _in_order(faults_in_text(text, name, found, symbols or ()))


def _in_order(faults: Sequence[Fault]) -> tuple[Fault, ...]:
    """Return faults as their lines stand; how many more there are stays the last."""
    return tuple(sorted(faults, key=lambda each: (each.rule == Check.ALL_TOLD, each.line)))


def _unworkable(
    definition: Definition, texts: Mapping[str, str], error: Malformed
) -> tuple[str, Finding]:
    """Return in which text a fault of the working stands.

    Of a divisor and of a key it is the value given; of anything else the formula, if the draft
    writes it and no family does.
    """
    inputs = inputs_behind(definition, error.code, error.about)
    formula = formula_behind(definition, error.about)
    gives = formula.gives if formula else ""
    given = [each for each in inputs if _stands_in(texts[CASE], each)]
    in_case = given and (error.code in _OF_VALUES or not _writes(texts[DEFINITION], gives))
    file = CASE if in_case or not gives else DEFINITION
    year = _VINTAGE.match(error.message)
    places = [*year.groups(), *given[:1]] if year else given[:1]
    place = ": ".join((file, *places) if file == CASE else (file, f"formula {gives}"))
    resting = f"; it rests on {', '.join(inputs)}" if inputs else ""
    return file, Finding(error.code, place, error.message + resting)


def _stands_in(case_text: str, symbol: str) -> bool:
    return any(path[-1] == symbol for path in lines_of(case_text))


def _writes(definition_text: str, gives: str) -> bool:
    rows = parsed(definition_text).get("formula", [])
    return isinstance(rows, list) and gives in {each.get("gives") for each in rows}
