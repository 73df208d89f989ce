"""The share of the Government of Japan in words: the fraction, and the reading that rounds it.

Each project has its own, as the share comes from its funding and not from the scheme.
"""

import re

from openjcm.measure.basis import Basis
from openjcm.papers.words import PAPERS, say
from openjcm.views.notice import Funding, Notice

_SAID = re.compile(r"(?P<share>\d+/\d+)(?:, reading (?P<reading>\d{4}))?")


def share_words(language: str, share: str | None, reading: str | None) -> str:
    """Write a share and how it is rounded.

    >>> share_words("en", "1/2", "0001")
    'one half, rounded up per vintage (reading 0001; a reading, not a rule of the scheme)'
    """
    fraction = fraction_words(language, share)
    if share is None or reading is None:
        return fraction
    number, how = reading_words(language, reading), f"rounding-{reading}"
    if not PAPERS.has(language, how):
        return say(language, "share-by-reading", share=fraction, reading=number)
    return say(language, "share-rounded", share=fraction, how=say(language, how), reading=number)


def share_value_words(language: str, value: str) -> str:
    """Write a share as a walk has it: the fraction, and after a comma the reading.

    >>> share_value_words("en", "1/2, reading 0001").startswith("one half, rounded up")
    True
    """
    said = _SAID.fullmatch(value)
    return share_words(language, said["share"], said["reading"]) if said else value


def reading_of(value: str) -> str:
    """Return the number of the reading that a share of a walk names, if any.

    >>> reading_of("1/2, reading 0001")
    '0001'
    """
    said = _SAID.fullmatch(value)
    return (said["reading"] or "") if said else ""


def is_spelt_out(reading: str) -> bool:
    """Whether the catalogue has the text of a reading."""
    return bool(reading) and PAPERS.has("en", f"reading-{reading}-ours")


def fraction_words(language: str, share: str | None) -> str:
    """Write a fraction: one half in words, any other in figures."""
    if share is None:
        return say(language, "not-confirmed")
    return say(language, "one-half") if share == "1/2" else share


def reading_words(language: str, reading: str) -> str:
    """Write the number of a reading as that language cites it."""
    return say(language, "funding-reading", number=cited(language, reading))


def cited(language: str, reading: str) -> str:
    """Write the number of a reading: four digits, in Japanese without the zeros in front."""
    return reading.lstrip("0") if language == "ja" else reading


def share_sentences(notice: Notice, language: str) -> tuple[str, ...]:
    """Say for the projects of a notice by what share Japan's part was worked out.

    Nothing for a project whose funding or share is not known; one sentence for those alike.
    """
    return tuple(
        say(
            language,
            "share-of",
            projects=say(language, "list-comma").join(project_ids),
            share=share_words(language, share, reading),
            basis=say(language, f"basis-{funding_bases(notice)['minimum-share']}"),
        )
        for (share, reading), project_ids in _alike(notice).items()
    )


def funding_bases(notice: Notice) -> dict[str, Basis]:
    """Return the basis of a subsidy and of a share: firm only where they were printed.

    A subsidy is known from secondary sources alone; in a rehearsal nothing is firmer than it.
    """
    if notice.rehearsal:
        basis = notice.total_notified.basis
        return {"subsidy": basis, "minimum-share": basis}
    return {"subsidy": Basis.RECALLED, "minimum-share": Basis.PUBLISHED}


def by_funding(notice: Notice) -> dict[Funding, list[str]]:
    """Return the projects of a notice by their funding, in the order of the notice."""
    found: dict[Funding, list[str]] = {}
    for line in notice.lines:
        if line.funding is not None:
            found.setdefault(line.funding, []).append(line.project_id)
    return found


def _alike(notice: Notice) -> dict[tuple[str | None, str | None], list[str]]:
    alike: dict[tuple[str | None, str | None], list[str]] = {}
    for funding, project_ids in by_funding(notice).items():
        if funding.minimum_share is not None:
            key = (funding.minimum_share, funding.rounding_reading)
            alike.setdefault(key, []).extend(project_ids)
    return alike
