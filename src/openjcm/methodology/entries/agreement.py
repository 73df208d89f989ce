"""A definition under an official number agrees with the entry on which it rests.

It says nothing of another methodology's source, and leaves out nothing that the source names.
"""

from collections.abc import Iterator, Mapping, Sequence

from openjcm.measure import Basis
from openjcm.methodology.definition import Definition, Role
from openjcm.methodology.entries.entry import Entry, ExpectedParameter
from openjcm.methodology.entries.faults import EntryCheck

Disagreement = tuple[EntryCheck, str, str]


def disagreements(entry: Entry, definition: Definition) -> Iterator[Disagreement]:
    """Yield check, part and sentence for each disagreement; none where no relation is stated.

    A source that is no address is general, such as the definition of a unit. Where a choice's
    hint was found is not asked: a hint is never a default.
    """
    if not entry.is_relation_stated:
        return
    for part, source in _sources(definition).items():
        if source.startswith("http") and source not in entry.sources:
            said = f"{source} is none of the sources of {entry.id}"
            yield EntryCheck.SOURCES_OF_THE_ENTRY, part, said
    for each in _named(entry.monitored):
        yield from _left_out(each, definition, is_monitored=True)
    for each in _named(entry.fixed):
        yield from _left_out(each, definition, is_monitored=False)


def _named(expected: Sequence[ExpectedParameter]) -> Iterator[str]:
    """Yield the symbols of what the source names; what was only worked out binds nobody."""
    return (each.symbol for each in expected if each.evidence is Basis.PUBLISHED)


def _left_out(symbol: str, definition: Definition, *, is_monitored: bool) -> Iterator[Disagreement]:
    roles = {each.symbol: each.role for each in definition.parameters}
    others = {*(each.symbol for each in definition.tables), *(f.gives for f in definition.formulas)}
    if symbol not in roles and (is_monitored or symbol not in others):
        said = f"the source of the entry names {symbol}, and the definition has no such parameter"
        yield EntryCheck.PARAMETERS_OF_THE_ENTRY, symbol, said
    elif symbol in roles and is_monitored != (roles[symbol] is Role.MONITORED):
        said = f"{symbol} is monitored in one of entry and definition and fixed in the other"
        yield EntryCheck.PARAMETERS_OF_THE_ENTRY, symbol, said


def _sources(definition: Definition) -> Mapping[str, str]:
    return {
        "the definition": definition.source,
        **{each.symbol: each.known.source for each in definition.parameters},
        **{each.symbol: each.known.source for each in definition.asked},
        **{each.symbol: each.known.source for each in definition.tables},
        **{f"formula {each.gives}": each.known.source for each in definition.formulas},
        **{f"criterion {each.number}": each.known.source for each in definition.criteria},
    }
