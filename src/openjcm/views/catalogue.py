"""The catalogue of methodologies: what each relation rests on, and what may be worked.

It comes with the installation and asks no record.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from openjcm.measure.basis import Basis
from openjcm.methodology.entries import (
    Entry,
    EntryStatus,
    ExpectedParameter,
    Family,
    Number,
    Standing,
    StatedFormula,
    all_families,
    all_numbers,
    heading_of,
    is_executable,
    is_template_written,
    standing_of,
)


@dataclass(frozen=True, slots=True)
class TemplateName:
    """The template of a family as others name it: an identifier of ours, under its heading."""

    id: str
    heading: str
    title_en: str
    title_ja: str
    readiness: str
    written: bool


@dataclass(frozen=True, slots=True)
class Template:
    """The template of a family, with the numbers whose family it is."""

    name: TemplateName
    covers: tuple[str, ...]
    says: str
    numbers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CatalogueVersion:
    """One version in the catalogue: its standing, and of what text its source speaks.

    ``heading`` stands over all that is made of it; empty where its definition is confirmed.
    """

    id: str
    heading: str
    version: str
    approved_on: date | None
    speaks_of: str
    standing: str
    executable: bool


@dataclass(frozen=True, slots=True)
class CatalogueRow:
    """A number in the catalogue; ``evidence`` is what its relation rests on, as a stem.

    ``standing`` is that of the version of which most may be worked.
    """

    number: str
    host: str
    status: str
    title: str
    title_basis: str
    scope: str
    scope_basis: str
    technology: str
    versions: tuple[CatalogueVersion, ...]
    evidence: str
    confidence: str
    family: str
    template: TemplateName
    standing: str
    executable: bool


@dataclass(frozen=True, slots=True)
class EntryFormula:
    """A relation as far as a source states it.

    ``basis`` is that of ``text``, the formula in symbols of ours; ``says_basis`` that of the words.
    """

    text: str
    basis: Basis
    says: str
    says_basis: Basis


@dataclass(frozen=True, slots=True)
class EntryParameter:
    """A value that is monitored or fixed; a fixed one says where it is expected to be found."""

    symbol: str
    unit: str
    per: str
    says: str
    basis: Basis
    expected_from: str


@dataclass(frozen=True, slots=True)
class CatalogueEntry:
    """What the catalogue says of one version; null formulas: no source states the relation."""

    version: CatalogueVersion
    says: str
    reference: EntryFormula | None
    project: EntryFormula | None
    monitored: tuple[EntryParameter, ...]
    fixed: tuple[EntryParameter, ...]


def list_catalogue(
    partner: str | None = None,
    family: str | None = None,
    *,
    executable: bool = False,
    proposed: bool = False,
) -> tuple[CatalogueRow, ...]:
    """Return the approved numbers of the catalogue.

    Args:
        partner: Those of this country alone, ISO 3166 alpha-2.
        family: Those whose template has this identifier.
        executable: Only those that can be worked under their official number.
        proposed: The numbers of proposals as well.
    """
    return tuple(
        row
        for row in _rows()
        if (proposed or row.status == EntryStatus.APPROVED)
        and partner in {None, row.host}
        and family in {None, row.family}
        and (row.executable or not executable)
    )


def list_templates() -> tuple[Template, ...]:
    """Return the templates of all families, those named for later last."""
    rows = _rows()
    return tuple(
        Template(
            name=_template(family),
            covers=family.covers,
            says=family.says,
            numbers=tuple(row.number for row in rows if row.family == family.id),
        )
        for family in all_families()
    )


def catalogue_row(number: str) -> CatalogueRow | None:
    """Return a number as the catalogue has it; None where the record alone knows it."""
    return _by_number().get(number)


def catalogue_entries(number: str) -> tuple[CatalogueEntry, ...]:
    """Return what the catalogue says of each version of a number, the oldest first."""
    found = (each.entries for each in all_numbers() if each.number == number)
    return tuple(_entry(entry) for entries in found for entry in entries)


@cache
def _rows() -> tuple[CatalogueRow, ...]:
    return tuple(map(_row, all_numbers()))


@cache
def _by_number() -> dict[str, CatalogueRow]:
    return {row.number: row for row in _rows()}


def _row(number: Number) -> CatalogueRow:
    newest = number.newest
    return CatalogueRow(
        number=number.number,
        host=number.number[:2],
        status=newest.status.value,
        title=newest.title,
        title_basis=newest.title_rests_on.value,
        scope=newest.scope,
        scope_basis=newest.scope_basis.value,
        technology=newest.technology,
        versions=tuple(map(_version, number.entries)),
        evidence=number.relation.rests_on.value,
        confidence=number.relation.confidence.value,
        family=newest.family,
        template=_template(number.family),
        standing=min(map(standing_of, number.entries), key=list(Standing).index).value,
        executable=number.is_executable,
    )


def _version(entry: Entry) -> CatalogueVersion:
    return CatalogueVersion(
        id=entry.id,
        heading=heading_of(entry.id),
        version=entry.version,
        approved_on=entry.approved_on,
        speaks_of=entry.relation.speaks_of.name.lower().replace("_", "-"),
        standing=standing_of(entry).value,
        executable=is_executable(entry),
    )


def _template(family: Family) -> TemplateName:
    return TemplateName(
        id=family.id,
        heading=family.heading,
        title_en=family.title_en,
        title_ja=family.title_ja,
        readiness=family.readiness.value,
        written=is_template_written(family),
    )


def _entry(entry: Entry) -> CatalogueEntry:
    return CatalogueEntry(
        version=_version(entry),
        says=entry.says,
        reference=_formula(entry.relation.reference),
        project=_formula(entry.relation.project),
        monitored=_parameters(entry.monitored),
        fixed=_parameters(entry.fixed),
    )


def _formula(stated: StatedFormula | None) -> EntryFormula | None:
    if stated is None:
        return None
    return EntryFormula(stated.text, stated.formula_evidence, stated.says, stated.evidence)


def _parameters(expected: Sequence[ExpectedParameter]) -> tuple[EntryParameter, ...]:
    return tuple(
        EntryParameter(
            each.symbol, each.unit, each.per, each.says, each.evidence, each.expected_from
        )
        for each in expected
    )
