"""A draft tried out from two texts: all that is wrong with them, else what the values come to.

Nothing is read but the texts and what comes along. How much time and memory a text may use is
the caller's to bound.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from openjcm.measure import Basis, Finding, Malformed
from openjcm.methodology.cases import check_case, read_case
from openjcm.methodology.definition import Definition
from openjcm.methodology.drafting.checking import Fault, faults_in_text
from openjcm.methodology.explaining import Explanation, explain
from openjcm.methodology.files.reading import read_definition
from openjcm.methodology.files.toml import read_table
from openjcm.methodology.given import GivenFile, read_given
from openjcm.methodology.vintages import WorkedValues, work_given

DEFINITION, CASE = "definition.toml", "case.toml"
"""What the two texts are called in faults."""


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
    symbols = [each.symbol for each in (*definition.parameters, *definition.asked)]
    try:
        tried = _tried(definition, read_given(case_text, name=CASE))
        found = tuple(_unlike(definition, case_text))
    except Malformed as error:
        return Trial(_faults(case_text, CASE, error, symbols), definition, None)
    return Trial(tuple(faults_in_text(case_text, CASE, found, symbols)), definition, tried)


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
    return tuple(faults_in_text(text, name, found, symbols or ()))
