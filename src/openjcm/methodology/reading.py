"""A definition file becomes a definition, or all that is wrong with it at once."""

import re
from dataclasses import replace

from openjcm.measure import Basis
from openjcm.methodology.canonical import fingerprint
from openjcm.methodology.checks import Check, refusal
from openjcm.methodology.definition import Definition, Rounding, Status
from openjcm.methodology.equations import read_formulas
from openjcm.methodology.parameters import read_parameters
from openjcm.methodology.tables import Table, read_table
from openjcm.rulebook import Rule

ID = re.compile(r"[A-Z]{2}_AM[0-9]{3}_ver[0-9]{2}\.[0-9]", re.ASCII)
_HEAD_KEYS = ("id", "title", "family", "scope", "status", "evidence", "source", "says")
_SECTIONS = ("rounding", "monitored", "fixed", "formula")
_PRINTED = (Basis.PUBLISHED, Basis.RECORDED)


def read_definition(text: str, *, place: str) -> Definition:
    """Read a definition.

    Args:
        text: The TOML text.
        place: What to call it in findings, such as the name of the file.

    Raises:
        Malformed: anything is wrong with it; carries every finding.
    """
    table = read_table(text, place=place)
    definition = None if table.found else _definition(table)
    if definition is None or table.found:
        raise refusal(
            f"{place} is no definition of a methodology",
            code="definition-malformed",
            about=place,
            found=table.found,
        )
    return replace(definition, sha256=fingerprint(definition))


def _definition(table: Table) -> Definition:
    parameters = tuple(read_parameters(table))
    definition = replace(
        _head(table), parameters=parameters, formulas=read_formulas(table, parameters)
    )
    if definition.is_confirmed:
        _check_published(table, definition)
    return definition


def _head(table: Table) -> Definition:
    table.only(*_HEAD_KEYS, *_SECTIONS)
    rounding = table.table("rounding")
    rounding.only("stage", "rule")
    definition = Definition(
        id=table.text("id"),
        title=table.text("title"),
        family=table.text("family"),
        scope=table.text("scope"),
        status=table.member("status", Status),
        evidence=table.member("evidence", Basis),
        source=table.text("source"),
        says=table.text("says"),
        rounding=Rounding(rounding.text("stage"), rounding.member("rule", Rule)),
        parameters=(),
        formulas=(),
    )
    if definition.id and not ID.fullmatch(definition.id):
        table.refuse(Check.ID_AS_PRINTED, f"'{definition.id}' is no id such as BD_AM001_ver01.0")
    return definition


def _check_published(table: Table, definition: Definition) -> None:
    """Note every part of a confirmed definition that no document was seen to say."""
    known = {"the definition": definition.evidence}
    known |= {each.symbol: each.known.evidence for each in definition.parameters}
    known |= {f"formula {each.gives}": each.known.evidence for each in definition.formulas}
    for name, evidence in known.items():
        if evidence not in _PRINTED:
            table.refuse(
                Check.CONFIRMED_IS_PUBLISHED,
                f"a confirmed definition is published or recorded throughout; {name} is {evidence}",
            )
