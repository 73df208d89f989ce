"""The editions that come with OpenJCM: one by name, or the one in force for a partner.

A base file never stands in for an edition that is not known.
"""

from datetime import date
from functools import cache
from importlib.resources import files

from openjcm.measure.errors import NotFound, RuleBroken
from openjcm.rulebook.edition import Edition, Kind
from openjcm.rulebook.edition_file import parse_edition
from openjcm.rulebook.rules import Rule

_ENDING = ".toml"


@cache
def all_editions() -> tuple[Edition, ...]:
    """Return every edition, by the name of its document.

    Raises:
        Malformed: a file has faults; all of them are attached as findings.
    """
    folder = files("openjcm.rulebook") / "editions"
    return tuple(
        parse_edition(file.read_text(encoding="utf-8"), name=file.name.removesuffix(_ENDING))
        for file in sorted(folder.iterdir(), key=lambda file: file.name)
        if file.name.endswith(_ENDING)
    )


def load_edition(document: str) -> Edition:
    """Return the edition of this document.

    Args:
        document: The document's own code, as in ``JCM_ID_PCP_ver06.0``.

    Raises:
        NotFound: no edition of that name is known here.
    """
    for edition in all_editions():
        if edition.document == document:
            return edition
    raise NotFound(f"no edition {document} is known here", code="no-such-edition", about=document)


def record_edition() -> Edition:
    """Return the rules of the record of published facts, which bind it for every country.

    Rules: EDITION_KNOWN.

    Raises:
        RuleBroken: they do not come with this installation.
    """
    for edition in all_editions():
        if edition.kind is Kind.RECORD:
            return edition
    raise RuleBroken(
        "the rules of the record of published facts are not known here",
        code=Rule.EDITION_KNOWN.value,
    )


def edition_of(kind: str, host: str, on: date) -> Edition:
    """Return the rules that bind a partnership on a day: the record's own, or the scheme's.

    Args:
        kind: record, rehearsal or live.
        host: The partner country, ISO 3166 alpha-2.
        on: The legal day.

    Raises:
        RuleBroken: no edition is known for that partner and day.
    """
    return record_edition() if kind == "record" else edition_in_force(host, on=on)


def conditions_of(programme: str) -> Edition:
    """Return the conditions of a financing programme.

    Args:
        programme: Its name, as a project's design document gives it.

    Raises:
        NotFound: no conditions of that programme are known here.
    """
    for edition in all_editions():
        if edition.kind is Kind.FINANCING and edition.programme == programme:
            return edition
    raise NotFound(
        f"no conditions of the programme {programme!r} are known here; "
        "add its edition, or allot whole numbers without a proposal",
        code="no-such-programme",
        about=programme,
    )


def edition_in_force(partner_iso2: str, on: date) -> Edition:
    """Return the rules of the scheme that bind a partnership on a day.

    Rules: EDITION_KNOWN.

    Args:
        partner_iso2: The partner country, ISO 3166 alpha-2.
        on: The legal day; an edition with unknown days binds every day.

    Raises:
        RuleBroken: no edition is known for that partner and day.
    """
    for edition in all_editions():
        is_theirs = edition.kind is Kind.SCHEME and edition.partner == partner_iso2
        if is_theirs and edition.binds(on):
            return edition
    raise RuleBroken(
        f"no edition of the scheme's documents is known for {partner_iso2} on {on}: "
        "edition not known: cannot run live",
        code=Rule.EDITION_KNOWN.value,
        about=partner_iso2,
    )
