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
    ALL_TOLD = "all-told"


# Of one file; who sees a hundred will not need the others.
FINDINGS_MAX = 100


class _Listed(Malformed):
    """What a program prints of it has every finding; doors print message and findings apart."""

    def __str__(self) -> str:
        listed = (f"\n  {each.place}: {each.message}" for each in self.findings)
        return f"{self.message}:{''.join(listed)}"


def refusal(message: str, *, code: str, about: str, found: Sequence[Finding]) -> Malformed:
    """Return the error that carries the findings: a hundred, and how many more there are."""
    told = tuple(found[:FINDINGS_MAX])
    if more := len(found) - len(told):
        place = told[-1].place.partition(": ")[0]
        said = f"{more} more faults are not listed: there are {len(found)} in all"
        told = (*told, Finding(Check.ALL_TOLD, place, said))
    return _Listed(message, code=code, about=about, findings=told)
