"""A definition file becomes a definition, or all that is wrong with it at once."""

import re
from dataclasses import replace

from openjcm.measure import Basis
from openjcm.methodology.checks import Check, refusal
from openjcm.methodology.definition import Definition, Role, Rounding, Status
from openjcm.methodology.files.canonical import fingerprint
from openjcm.methodology.files.eligibility import read_criteria
from openjcm.methodology.files.equations import check_used, given_by, read_formulas
from openjcm.methodology.files.forms import HEAD, NAMED, ROUNDING, ROWS
from openjcm.methodology.files.indexes import read_indexes
from openjcm.methodology.files.lookups import read_tables
from openjcm.methodology.files.parameters import read_parameters
from openjcm.methodology.files.resolving import Shelf, bundled, resolve
from openjcm.methodology.files.toml import Table, read_table
from openjcm.rulebook import Rule

ID = re.compile(r"[A-Z]{2}_AM[0-9]{3}_ver[0-9]{2}\.[0-9]", re.ASCII)
TEMPLATE_ID = re.compile(r"OJ_[a-z]+(?:_[a-z]+)*_ver[0-9]+", re.ASCII)


def read_definition(text: str, *, place: str, shelf: Shelf = bundled) -> Definition:
    """Read a definition.

    Args:
        text: The TOML text.
        place: What to call it in findings, such as the name of the file.
        shelf: Where families and blocks are found; those that come along by default.

    Raises:
        Malformed: anything is wrong with it; carries every finding.
    """
    table, built_on = resolve(read_table(text, place=place), shelf)
    definition = None if table.found else _definition(table)
    if definition is None or table.found:
        raise refusal(
            f"{place} is no definition of a methodology",
            code="definition-malformed",
            about=place,
            found=table.found,
        )
    return replace(definition, built_on=built_on, sha256=fingerprint(definition))


def _definition(table: Table) -> Definition:
    head = _head(table)
    indexes = read_indexes(table)
    everything = tuple(read_parameters(table, indexes))
    parameters = tuple(each for each in everything if each.role is not Role.ASKED)
    tables = read_tables(table, [each.symbol for each in everything])
    given = given_by(parameters, tables, indexes)
    formulas = read_formulas(table, given)
    around = given_by(everything, tables, indexes)
    criteria = read_criteria(table, around)
    given.symbols |= {each: around.symbols[each] for each in around.symbols}
    check_used(table, given, formulas, criteria)
    definition = replace(
        head,
        parameters=parameters,
        asked=tuple(each for each in everything if each.role is Role.ASKED),
        indexes=indexes,
        tables=tables,
        formulas=formulas,
        criteria=criteria,
    )
    if definition.is_confirmed and "status" in table.entries:
        table.refuse(
            Check.CONFIRMED_BY_PERSONS,
            f"no file says 'status' {Status.CONFIRMED} of itself: two persons do, beside it",
        )
    return definition


def _head(table: Table) -> Definition:
    table.only(*HEAD, *NAMED, *ROWS)
    definition = Definition(
        id=table.text("id"),
        title=table.text("title"),
        family=table.text("family"),
        scope=table.text("scope"),
        status=table.member("status", Status),
        evidence=table.member("evidence", Basis),
        source=table.text("source"),
        says=table.text("says"),
        rounding=_rounding(table),
        parameters=(),
        formulas=(),
    )
    _check_id(table, definition)
    return definition


def _rounding(table: Table) -> Rounding:
    if "rounding" not in table.entries:
        table.refuse(
            Check.KEY_GIVEN, "'rounding' is missing: a table [rounding] with its 'stage' and 'rule'"
        )
        return Rounding("", next(iter(Rule)))
    rounding = table.table("rounding")
    rounding.only(*ROUNDING)
    return Rounding(rounding.text("stage"), rounding.member("rule", Rule))


def _check_id(table: Table, definition: Definition) -> None:
    is_template_id = bool(TEMPLATE_ID.fullmatch(definition.id))
    if definition.id and not ID.fullmatch(definition.id) and not is_template_id:
        table.refuse(
            Check.ID_AS_PRINTED,
            f"'{definition.id}' is no id such as BD_AM001_ver01.0, or OJ_displacement_ver1 for a "
            f"template",
        )
    elif definition.id and is_template_id is not definition.is_template:
        table.refuse(
            Check.TEMPLATE_SAYS_SO,
            f"an id such as OJ_chiller_ver1 and the status '{Status.TEMPLATE}' go together; "
            f"'{definition.id}' is '{definition.status}'",
        )
