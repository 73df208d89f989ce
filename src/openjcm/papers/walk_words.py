"""Labels, values and records of a walk in the words of a language.

A walk has stems and recorded text; what a closed list can hold has words, and any other value
stays as it was recorded. Not in: how a page or a shell lays them out.
"""

import re
from collections.abc import Callable, Mapping
from datetime import date

from openjcm.measure.period import Period
from openjcm.papers.funding_words import share_value_words
from openjcm.papers.recorded import as_recorded
from openjcm.papers.template_words import template_words
from openjcm.papers.words import PAPERS, say, say_period
from openjcm.rulebook.partner import all_partners

_STEM = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
_RECORD = re.compile(r"(?P<partnership>.+)/(?P<chain>[A-Za-z]+) record (?P<number>\d+)")
_DAYS = re.compile(r"(\d{4}-\d\d-\d\d) – (\d{4}-\d\d-\d\d)")
_JAPAN, _JOINT = "JP", "joint"


def label_words(language: str, label: str) -> str:
    """Write a label: a stem in words, a symbol of a methodology as its document has it."""
    return say(language, f"label-{label}") if _STEM.fullmatch(label) else label


def caption_words(language: str, caption: str) -> str:
    """Write what stands over a table: words of the catalogue, or a name such as a meter's."""
    key = f"label-{caption}"
    return say(language, key) if PAPERS.has(language, key) else caption


def value_words(language: str, label: str, value: str) -> str:
    """Write the value of a label or of a column.

    >>> value_words("ja", "status", "holding"), value_words("ja", "side", "BD")
    ('保有', 'バングラデシュ')
    """
    return _WORDS.get(label, as_recorded)(language, value)


def record_words(language: str, record: str) -> str:
    """Write the name of a journal record.

    >>> record_words("en", "BD-R/joint record 16")
    'BD-R/joint record 16'
    """
    said = _RECORD.fullmatch(record)
    if said is None:
        return record
    chain = said["chain"]
    words = say(language, "chain-joint") if chain == _JOINT else side_words(language, chain)
    parts = {"partnership": said["partnership"], "chain": chain, "words": words}
    return say(language, "record-of", **parts, number=said["number"])


def side_words(language: str, side: str) -> str:
    """Write the country of a side by its code; a code that no partner has stays as it is."""
    if side == _JAPAN:
        return say(language, "side-japan")
    names = {each.iso2: each for each in all_partners()}
    if side not in names:
        return side
    return names[side].name_ja if language == "ja" else names[side].name_en


def _of_a_list(stem: str) -> Callable[[str, str], str]:
    def words(language: str, value: str) -> str:
        key = f"{stem}-{value.replace(' ', '-')}"
        return say(language, key) if PAPERS.has(language, key) else value

    return words


def _signers(language: str, value: str) -> str:
    signers = (signer.rpartition(" ") for signer in value.split(", "))
    role_words = _of_a_list("role")
    return say(language, "list-comma").join(
        say(language, "signer", role=role_words(language, role), person=person)
        for role, _, person in signers
    )


def _days(language: str, value: str) -> str:
    said = _DAYS.fullmatch(value)
    if said is None:
        return value
    first, last = (date.fromisoformat(day) for day in said.groups())
    return say_period(language, Period(first, last))


_WORDS: Mapping[str, Callable[[str, str], str]] = {
    "basis": _of_a_list("basis"),
    "fault": _of_a_list("fault"),
    "period": _days,
    "registry": side_words,
    "share": share_value_words,
    "side": side_words,
    "signed-by": _signers,
    "standing": _of_a_list("standing"),
    "status": _of_a_list("status"),
    "worked-by": template_words,
}
