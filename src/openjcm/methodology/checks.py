"""What is checked of a definition, of the values given to it, and of its cases.

The names of the checks, one sentence each; ``docs/methodology-language.md`` tells the rest.
"""

from collections.abc import Sequence
from enum import StrEnum

from openjcm.measure import Finding, Malformed


class Check(StrEnum):
    """What must hold; a finding carries the member that does not."""

    FILE_READABLE = "file-readable"
    KEY_GIVEN = "key-given"
    KEY_KNOWN = "key-known"
    KIND_OF_VALUE = "kind-of-value"
    ID_AS_PRINTED = "id-as-printed"
    UNIT_KNOWN = "unit-known"
    SYMBOL_WRITTEN = "symbol-written"
    SYMBOL_GIVEN_ONCE = "symbol-given-once"
    SYMBOL_KNOWN = "symbol-known"
    SYMBOL_USED = "symbol-used"
    VALUE_IN_THE_RIGHT_HANDS = "value-in-the-right-hands"
    RANGE_HAS_ENDS = "range-has-ends"
    CONFIRMED_IS_PUBLISHED = "confirmed-is-published"
    FORMULA_READABLE = "formula-readable"
    UNITS_ALIKE = "units-alike"
    ONE_INDEX_SET = "one-index-set"
    SERIES_EXPECTED = "series-expected"
    UNIT_AS_PROMISED = "unit-as-promised"
    REDUCTION_GIVEN = "reduction-given"
    INPUT_KNOWN = "input-known"
    INPUT_GIVEN = "input-given"
    INPUT_A_DECIMAL = "input-a-decimal"
    INPUT_ONE_FOR_EACH = "input-one-for-each"
    INPUT_PLAUSIBLE = "input-plausible"
    CASE_AGREES = "case-agrees"


def refusal(message: str, *, code: str, about: str, found: Sequence[Finding]) -> Malformed:
    """Return the error that carries all findings and lists them in its message."""
    listed = "".join(f"\n  {each.place}: {each.message}" for each in found)
    return Malformed(f"{message}:{listed}", code=code, about=about, findings=tuple(found))
