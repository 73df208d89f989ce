"""An entry file becomes an entry, or all that is wrong with it at once."""

import re
from collections.abc import Iterator
from datetime import date, datetime

from openjcm.measure import Basis
from openjcm.methodology.checks import refusal
from openjcm.methodology.entries.entry import (
    VERSION_NOT_CONFIRMED,
    Confidence,
    Entry,
    EntryStatus,
    ExpectedParameter,
    Relation,
    RestsOn,
    ScopeBasis,
    SpeaksOf,
    StatedFormula,
    TitleRestsOn,
)
from openjcm.methodology.entries.faults import EntryCheck, note, texts_of
from openjcm.methodology.entries.forms import (
    ENTRY,
    EVIDENCE,
    EXPECTED,
    RELATION,
    STATED,
)
from openjcm.methodology.files.toml import Table, read_table

NUMBER = re.compile(r"[A-Z]{2}_[AP]M[0-9]{3}", re.ASCII)
VERSION = re.compile(r"[0-9]{2}\.[0-9]", re.ASCII)
SCOPE = re.compile(r"[0-9]{1,2}(;[0-9]{1,2})*", re.ASCII)


def read_entry(text: str, *, folder: str, families: frozenset[str]) -> Entry:
    """Read an entry.

    Args:
        text: The TOML text.
        folder: The name of its folder, which is the number with its version.
        families: The identifiers of the templates there are.

    Raises:
        Malformed: anything is wrong with it; carries every finding.
    """
    table = read_table(text, place=f"{folder}/entry.toml")
    entry = None if table.found else _entry(table)
    if entry:
        _check(table, entry, folder, families)
    if entry is None or table.found:
        raise refusal(
            f"{table.place} is no entry of the catalogue",
            code="entry-malformed",
            about=folder,
            found=table.found,
        )
    return entry


def _entry(table: Table) -> Entry:
    table.only(*ENTRY)
    return Entry(
        number=table.text("number"),
        version=table.text("version"),
        status=table.member("status", EntryStatus),
        approved_on=_day(table, "approved_on") if "approved_on" in table.entries else None,
        title=table.text("title"),
        title_rests_on=table.member("title_rests_on", TitleRestsOn),
        scope=table.text("scope"),
        scope_basis=table.member("scope_basis", ScopeBasis),
        technology=table.text("technology"),
        family=table.text("family"),
        example_project=table.text("example_project", ""),
        sources=texts_of(table, "sources"),
        says=table.text("says"),
        relation=_relation(table.table("relation")),
        monitored=tuple(_parameters(table, "monitored")),
        fixed=tuple(_parameters(table, "fixed")),
    )


def _relation(table: Table) -> Relation:
    table.only(*RELATION)
    return Relation(
        rests_on=table.member("rests_on", RestsOn),
        confidence=table.member("confidence", Confidence),
        speaks_of=table.member("speaks_of", SpeaksOf),
        reference=_stated(table, "reference"),
        project=_stated(table, "project"),
    )


def _stated(table: Table, key: str) -> StatedFormula | None:
    if key not in table.entries:
        return None
    said = table.table(key)
    said.only(*STATED)
    return StatedFormula(
        said.text("is"), said.text("says"), _evidence(said), _evidence(said, "is_evidence")
    )


def _parameters(table: Table, section: str) -> Iterator[ExpectedParameter]:
    for symbol, said in table.tables(section):
        said.only(*EXPECTED[section])
        yield ExpectedParameter(
            symbol=symbol,
            unit=said.text("unit"),
            per=said.text("per", ""),
            says=said.text("says"),
            evidence=_evidence(said),
            expected_from=said.text("expected_from") if section == "fixed" else "",
        )


def _check(table: Table, entry: Entry, folder: str, families: frozenset[str]) -> None:
    _check_name(table, entry, folder)
    if not SCOPE.fullmatch(entry.scope):
        note(table, EntryCheck.NUMBER_AS_PRINTED, "'scope' is a number, or several joined by ;")
    if entry.family not in families:
        note(table, EntryCheck.FAMILY_KNOWN, f"no family '{entry.family}' in families.toml")
    if not entry.sources or not all(each.startswith("http") for each in entry.sources):
        note(table, EntryCheck.SOURCE_NAMED, "'sources' are addresses, at least one")
    for fault in _relation_faults(entry):
        note(table, EntryCheck.RELATION_AS_FAR_AS_STATED, fault)


def _check_name(table: Table, entry: Entry, folder: str) -> None:
    if not NUMBER.fullmatch(entry.number):
        said = f"'{entry.number}' is no number such as BD_AM001"
        note(table, EntryCheck.NUMBER_AS_PRINTED, said)
    if entry.version != VERSION_NOT_CONFIRMED and not VERSION.fullmatch(entry.version):
        said = f"'version' is as in 01.0, or '{VERSION_NOT_CONFIRMED}'"
        note(table, EntryCheck.NUMBER_AS_PRINTED, said)
    if ("_AM" in entry.number) != (entry.status is EntryStatus.APPROVED):
        note(table, EntryCheck.STATUS_AS_NUMBERED, "an AM is approved, a PM proposed")
    if entry.id != folder:
        said = f"the folder of {entry.id} is not named {folder}"
        note(table, EntryCheck.FOLDER_AS_NAMED, said)


def _relation_faults(entry: Entry) -> Iterator[str]:
    relation = entry.relation
    formulas = [each for each in (relation.reference, relation.project) if each]
    inferred = relation.rests_on in {RestsOn.FAMILY_ANALOGUE, RestsOn.TITLE_ONLY}
    if inferred != (relation.speaks_of is SpeaksOf.OTHER_METHODOLOGIES):
        yield "a family or a title speaks of other methodologies, and nothing else does"
    if inferred and (formulas or relation.confidence is Confidence.STATED):
        yield "a family or a title states no relation; the template of the family has one"
    if entry.is_relation_stated and [each.evidence for each in formulas] != [Basis.PUBLISHED] * 2:
        yield "a stated relation has reference and project, the words of both published"
    yield from (fault for each in formulas for fault in _formula_faults(each))
    if relation.rests_on is RestsOn.ADOPTED_DOCUMENT:
        yield "that it rests on the adopted document is said by two persons beside it"


def _formula_faults(stated: StatedFormula) -> Iterator[str]:
    words, formula = stated.evidence, stated.formula_evidence
    if formula is Basis.PUBLISHED:
        yield "only an adopted document prints a formula; one made of published words is derived"
    if formula is not words and (words, formula) != (Basis.PUBLISHED, Basis.DERIVED):
        yield "a formula is as firm as its words, or derived where they are published"


def _evidence(table: Table, key: str = "evidence") -> Basis:
    basis = table.member(key, Basis)
    if basis not in EVIDENCE:
        said = f"'{key}' is one of {', '.join(EVIDENCE)}"
        note(table, EntryCheck.EVIDENCE_OF_AN_ENTRY, said)
    return basis


def _day(table: Table, key: str) -> date:
    value = table.entries.get(key)
    if isinstance(value, date) and not isinstance(value, datetime):
        return value
    note(table, EntryCheck.NUMBER_AS_PRINTED, f"'{key}' is a day such as 2015-11-10")
    return date.min
