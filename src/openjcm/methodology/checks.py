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
    CONFIRMED_BY_PERSONS = "confirmed-by-persons"
    FORMULA_READABLE = "formula-readable"
    UNITS_ALIKE = "units-alike"
    KINDS_ALIKE = "kinds-alike"
    OPTION_KNOWN = "option-known"
    POWER_BOUNDED = "power-bounded"
    SERIES_EXPECTED = "series-expected"
    INDEX_SET_NAMED = "index-set-named"
    INDEX_SET_ORDERED = "index-set-ordered"
    MEMBERS_NAMED = "members-named"
    TABLE_KNOWN = "table-known"
    TABLE_IN_ORDER = "table-in-order"
    UNIT_AS_PROMISED = "unit-as-promised"
    REDUCTION_GIVEN = "reduction-given"
    CRITERION_DECIDES = "criterion-decides"
    BUILT_ON_WHAT_THERE_IS = "built-on-what-there-is"
    NO_CIRCLE = "no-circle"
    TEMPLATE_SAYS_SO = "template-says-so"
    INPUT_KNOWN = "input-known"
    INPUT_GIVEN = "input-given"
    INPUT_A_DECIMAL = "input-a-decimal"
    INPUT_AN_OPTION = "input-an-option"
    INPUT_A_DAY = "input-a-day"
    INPUT_A_TABLE = "input-a-table"
    INPUT_ONE_FOR_EACH = "input-one-for-each"
    INPUT_BOUNDED = "input-bounded"
    INPUT_PLAUSIBLE = "input-plausible"
    WHOLE_TONNE_TOLD = "input-whole-tonne-told"
    CASE_AGREES = "case-agrees"


def refusal(message: str, *, code: str, about: str, found: Sequence[Finding]) -> Malformed:
    """Return the error that carries all findings and lists them in its message."""
    listed = "".join(f"\n  {each.place}: {each.message}" for each in found)
    return Malformed(f"{message}:{listed}", code=code, about=about, findings=tuple(found))
