"""The families of methodologies, each with the identifier of its unofficial template."""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files

from openjcm.measure import NotFound
from openjcm.methodology.checks import refusal
from openjcm.methodology.entries.faults import EntryCheck, note, texts_of
from openjcm.methodology.files.reading import TEMPLATE_ID
from openjcm.methodology.files.toml import Table, read_table

TEMPLATE_HEADING = "Unofficial template"
PATTERN = re.compile(r"[A-H][0-9]?", re.ASCII)
_FILE = "families.toml"
_KEYS = ("heading", "id", "title_en", "title_ja", "covers", "stands_in_for", "readiness", "says")


class Readiness(StrEnum):
    """Whether a family belongs to the catalogue as it is, or is named as a later one."""

    NOW = "now"
    LATER = "later"


@dataclass(frozen=True, slots=True)
class Family:
    """Methodologies of one pattern, and the identifier of the template that stands in for them.

    ``covers`` are the letters of the patterns, as docs/catalogue.md lists them; ``stands_in_for``
    are the other families for whose entries its template may stand in, too.
    """

    id: str
    title_en: str
    title_ja: str
    covers: tuple[str, ...]
    readiness: Readiness
    says: str
    stands_in_for: tuple[str, ...] = ()

    @property
    def heading(self) -> str:
        """What stands over every page and workbook that is made of the template."""
        return TEMPLATE_HEADING


@cache
def all_families() -> tuple[Family, ...]:
    """Return the families in the order of their patterns."""
    text = (files("openjcm.methodology") / _FILE).read_text(encoding="utf-8")
    return read_families(text, place=_FILE)


def load_family(family_id: str) -> Family:
    """Return a family by the identifier of its template.

    Raises:
        NotFound: there is no such family.

    >>> load_family("OJ_chiller_ver1").covers
    ('B1',)
    """
    for family in all_families():
        if family.id == family_id:
            return family
    raise NotFound(
        f"there is no template '{family_id[:60]}'; openjcm methodology templates lists them",
        code="no-template",
        about=family_id[:60],
    )


def read_families(text: str, *, place: str) -> tuple[Family, ...]:
    """Read the list of families.

    Raises:
        Malformed: anything is wrong with it; carries every finding.
    """
    table = read_table(text, place=place)
    table.only("family")
    families = [_family(row) for row in table.rows("family")]
    for each in {one.id for one in families if [two.id for two in families].count(one.id) > 1}:
        note(table, EntryCheck.TEMPLATE_ONCE, f"'{each}' stands there twice")
    named = {each for one in families for each in one.stands_in_for}
    for each in sorted(named - {one.id for one in families}):
        note(table, EntryCheck.FAMILY_KNOWN, f"there is no family '{each}' to stand in for")
    if table.found:
        raise refusal(
            f"{place} is no list of families",
            code="families-malformed",
            about=place,
            found=table.found,
        )
    return tuple(families)


def _family(row: Table) -> Family:
    row.only(*_KEYS)
    family = Family(
        id=row.text("id"),
        title_en=row.text("title_en"),
        title_ja=row.text("title_ja"),
        covers=texts_of(row, "covers"),
        readiness=row.member("readiness", Readiness),
        says=row.text("says"),
        stands_in_for=texts_of(row, "stands_in_for"),
    )
    if not TEMPLATE_ID.fullmatch(family.id):
        note(row, EntryCheck.TEMPLATE_ID, f"'{family.id}' is no id such as OJ_chiller_ver1")
    if row.text("heading") != TEMPLATE_HEADING:
        note(row, EntryCheck.TEMPLATE_HEADING, f"a template is headed '{TEMPLATE_HEADING}'")
    for each in family.covers:
        if not PATTERN.fullmatch(each):
            note(row, EntryCheck.PATTERN_KNOWN, f"'{each}' is no letter of a pattern, such as B1")
    return family
