"""The ``[[eligibility]]`` tables of a definition file: criteria, some with a condition."""

from dataclasses import replace

from openjcm.measure import Malformed
from openjcm.methodology.checks import Check
from openjcm.methodology.definition import Criterion
from openjcm.methodology.files.equations import Given, is_unread, read_tree, unknown_names
from openjcm.methodology.files.forms import CRITERION
from openjcm.methodology.files.parameters import read_known
from openjcm.methodology.files.toml import Table
from openjcm.methodology.language.shapes import Kind, shape_of


def read_criteria(table: Table, given: Given) -> tuple[Criterion, ...]:
    """Read the criteria; a condition may use parameters, those that are asked for, and tables."""
    criteria: list[Criterion] = []
    for row in table.rows("eligibility"):
        place = row.place.rpartition(": ")[0]
        named = replace(row, place=f"{place}: eligibility {row.entries.get('number', '?')}")
        criterion = _criterion(named, given)
        if criterion.number in {each.number for each in criteria}:
            named.refuse(Check.SYMBOL_GIVEN_ONCE, f"criterion {criterion.number} is given twice")
        criteria.append(criterion)
    return tuple(criteria)


def _criterion(row: Table, given: Given) -> Criterion:
    row.only(*CRITERION)
    criterion = Criterion(
        number=row.text("number"),
        says=row.text("says"),
        known=read_known(row),
        tree=read_tree(row) if "is" in row.entries else None,
        evidence_asked=row.text("evidence_asked", ""),
    )
    if criterion.tree is not None and not is_unread(criterion.tree):
        _check_condition(row, criterion, given)
    return criterion


def _check_condition(row: Table, criterion: Criterion, given: Given) -> None:
    assert criterion.tree is not None, "only conditions are checked"
    unknown_names(row, criterion.tree, given)
    if given.says_nothing_of(criterion.tree):
        return
    try:
        shape = shape_of(criterion.tree, given.known())
    except Malformed as error:
        row.refuse(Check(error.code), error.message)
        return
    if shape.kind is not Kind.TRUTH:
        row.refuse(
            Check.CRITERION_DECIDES, f"a condition is true or not, such as COP > 6; this is {shape}"
        )
