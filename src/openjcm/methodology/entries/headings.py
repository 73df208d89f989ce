"""What stands over all that a definition gives: pages, text, JSON and workbooks take it from here.

Nothing stands only over a definition that was compared with the adopted document.
"""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from openjcm.methodology.catalogue import definition_ids, load_definition
from openjcm.methodology.entries.entry import EntryStatus, SpeaksOf
from openjcm.methodology.entries.families import TEMPLATE_HEADING
from openjcm.methodology.entries.shelf import find_entry, is_official
from openjcm.methodology.files.reading import TEMPLATE_ID


class Heading(StrEnum):
    """Why something stands over it, the weakest first; a confirmed definition has none."""

    TEMPLATE = "template"
    PROPOSED = "proposed"
    NOT_WRITTEN = "not-written"
    NOT_OFFICIAL = "not-official"
    PROPOSED_FORM = "proposed-form"
    NOT_CONFIRMED = "not-confirmed"
    NONE = ""


_WORDS: Mapping[Heading, str] = MappingProxyType(
    {
        Heading.TEMPLATE: TEMPLATE_HEADING,
        Heading.PROPOSED: "Not official: {id} is only a proposal; it belongs to the unofficial "
        "template of its family",
        Heading.NOT_WRITTEN: "Not official: no definition of {id} is written here, and nothing is "
        "worked under its number; what stands in is the unofficial template of its family",
        Heading.NOT_OFFICIAL: "Not official: no source states the relation of {id} in full, so "
        "this is a definition of ours; it belongs to the unofficial template of its family",
        Heading.PROPOSED_FORM: "Not confirmed: written from the official summary of the form that "
        "it was proposed as, from which the approved text may differ; the adopted document was "
        "not seen",
        Heading.NOT_CONFIRMED: "Not confirmed: written from an official summary; the adopted "
        "document was not seen",
        Heading.NONE: "",
    }
)
_OF_A_FAMILY = {Heading.PROPOSED, Heading.NOT_WRITTEN, Heading.NOT_OFFICIAL}


def heading_kind(definition_id: str) -> Heading:
    """Return why something stands over all that a definition gives.

    >>> heading_kind("BD_AM002_ver01.0").value, heading_kind("KE_AM002_ver01.0").value
    ('proposed-form', 'not-confirmed')
    """
    if TEMPLATE_ID.fullmatch(definition_id):
        return Heading.TEMPLATE
    entry = find_entry(definition_id)
    if entry is not None and entry.status is EntryStatus.PROPOSED:
        return Heading.PROPOSED
    if entry is not None and definition_id not in definition_ids():
        return Heading.NOT_WRITTEN
    if entry is None or not is_official(definition_id):
        return Heading.NOT_OFFICIAL
    if load_definition(definition_id).is_confirmed:
        return Heading.NONE
    is_proposed = entry.relation.speaks_of is SpeaksOf.PROPOSED_FORM
    return Heading.PROPOSED_FORM if is_proposed else Heading.NOT_CONFIRMED


def heading_of(definition_id: str) -> str:
    """Return what stands over all that a definition gives, in English; papers say it in Japanese.

    >>> heading_of("OJ_chiller_ver1")
    'Unofficial template'
    """
    kind = heading_kind(definition_id)
    words = _WORDS[kind].format(id=definition_id)
    entry = find_entry(definition_id)
    return f"{words}, {entry.family}" if entry and kind in _OF_A_FAMILY else words
