"""What is checked of a definition, of the values given to it, and of its cases.

The names of the checks with a sentence each, which ``docs/methodology-reference.md`` prints.
"""

from collections.abc import Sequence
from enum import StrEnum

from openjcm.measure import Finding, Malformed


class Check(StrEnum):
    """What must hold; a finding carries the member that does not."""

    FILE_READABLE = "file-readable"
    """The file is TOML of a bounded length, and no key of it is deep."""
    KEY_GIVEN = "key-given"
    """Each key that must stand does."""
    KEY_KNOWN = "key-known"
    """There are no keys but those of the form."""
    KIND_OF_VALUE = "kind-of-value"
    """The value of each key is of its kind."""
    ID_AS_PRINTED = "id-as-printed"
    """The id is written as an official one, or as one of a template of ours."""
    UNIT_KNOWN = "unit-known"
    """A unit is made of words that are known."""
    SYMBOL_WRITTEN = "symbol-written"
    """A symbol is well formed, and no word of the language."""
    SYMBOL_GIVEN_ONCE = "symbol-given-once"
    """Nothing is given twice."""
    SYMBOL_KNOWN = "symbol-known"
    """Every symbol is given before it is used."""
    SYMBOL_USED = "symbol-used"
    """Every symbol is used by some formula or criterion."""
    VALUE_IN_THE_RIGHT_HANDS = "value-in-the-right-hands"
    """A value stands in the file exactly when the methodology itself says it."""
    RANGE_HAS_ENDS = "range-has-ends"
    """A plausible range has an end, and its ends are in order."""
    CONFIRMED_BY_PERSONS = "confirmed-by-persons"
    """No definition says of itself that it is confirmed."""
    FORMULA_READABLE = "formula-readable"
    """The formula is a sentence of the language; the message says at which character not."""
    UNITS_ALIKE = "units-alike"
    """What is added, subtracted or compared has one unit."""
    KINDS_ALIKE = "kinds-alike"
    """What is compared is of one kind: numbers, options or days."""
    OPTION_KNOWN = "option-known"
    """A quoted word is one of the options."""
    POWER_BOUNDED = "power-bounded"
    """An exponent, and the unit of a part, stay within their bounds."""
    SERIES_EXPECTED = "series-expected"
    """What is gathered runs over a set."""
    INDEX_SET_NAMED = "index-set-named"
    """What is gathered over one of several sets says over which."""
    INDEX_SET_ORDERED = "index-set-ordered"
    """A formula goes back along an ordered set alone, and along one."""
    MEMBERS_NAMED = "members-named"
    """The members of a set are not too many, and a value over them has one for each."""
    TABLE_KNOWN = "table-known"
    """A table that is asked is there."""
    TABLE_IN_ORDER = "table-in-order"
    """The rows of a table have no gap, no overlap and no disorder."""
    UNIT_AS_PROMISED = "unit-as-promised"
    """The formula comes out in the unit that it promises, scale included."""
    REDUCTION_GIVEN = "reduction-given"
    """RE, PE and ER are given, each one value in tCO2e."""
    CRITERION_DECIDES = "criterion-decides"
    """A condition of eligibility is true or not."""
    BUILT_ON_WHAT_THERE_IS = "built-on-what-there-is"
    """Families, blocks and what is left out are there."""
    NO_CIRCLE = "no-circle"
    """Nothing stands on itself, nor on too many files."""
    TEMPLATE_SAYS_SO = "template-says-so"
    """An id of ours has the status of a template, and no other has."""
    INPUT_KNOWN = "input-known"
    """Every value given is asked for."""
    INPUT_GIVEN = "input-given"
    """Every value that is asked for is given."""
    INPUT_A_DECIMAL = "input-a-decimal"
    """A number is a plain decimal within bounds, and no binary float."""
    INPUT_AN_OPTION = "input-an-option"
    """A choice is one of its options."""
    INPUT_A_DAY = "input-a-day"
    """A day is one of the calendar."""
    INPUT_A_TABLE = "input-a-table"
    """Rows of a project’s own table are as the definition has them."""
    INPUT_ONE_FOR_EACH = "input-one-for-each"
    """A series has one value for each member of its sets."""
    INPUT_BOUNDED = "input-bounded"
    """The members given are not too many."""
    INPUT_PLAUSIBLE = "input-plausible"
    """A warning: a value lies outside its plausible range; it is worked all the same."""
    WHOLE_TONNE_TOLD = "input-whole-tonne-told"
    """A warning: fifty digits do not tell whether a result reaches a whole tonne."""
    CASE_AGREES = "case-agrees"
    """A case comes to what it expects, at the digits that it states."""
    ALL_TOLD = "all-told"
    """Not a fault: how many more there are than those that are listed."""


FINDINGS_MAX = 100
"""Findings of one file that are told; who sees a hundred will not need the others."""


def refusal(message: str, *, code: str, about: str, found: Sequence[Finding]) -> Malformed:
    """Return the error that carries the findings: a hundred, and how many more there are."""
    told = tuple(found[:FINDINGS_MAX])
    if more := len(found) - len(told):
        place = told[-1].place.partition(": ")[0]
        said = f"{more} more faults are not listed: there are {len(found)} in all"
        told = (*told, Finding(Check.ALL_TOLD, place, said))
    refused = Malformed(message, code=code, about=about, findings=told)
    # What a program prints of it has every finding; doors print message and findings apart.
    listed = (f"\n  {each.place}: {each.message}" for each in told)
    refused.args = (f"{message}:{''.join(listed)}",)
    return refused
