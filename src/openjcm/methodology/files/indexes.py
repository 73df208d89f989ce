"""The ``[index.X]`` tables of a definition file: what series run over."""

from collections.abc import Sequence
from typing import TypeGuard

from openjcm.methodology.checks import Check
from openjcm.methodology.definition import IndexSet
from openjcm.methodology.files.forms import INDEX
from openjcm.methodology.files.toml import Table
from openjcm.methodology.language.nodes import FUNCTIONS, WORDS
from openjcm.methodology.language.parser import INDEX_SET

MEMBERS_MAX = 10_000
"""Members that a definition names of one index set."""


def read_indexes(table: Table) -> tuple[IndexSet, ...]:
    """Read the declared index sets; one that is only named by ``per`` needs no declaration."""
    return tuple(_index(name, entry) for name, entry in table.tables("index"))


def is_set_name(name: object) -> TypeGuard[str]:
    """Whether a text may name an index set: small letters, and no word of the language."""
    if not isinstance(name, str) or not INDEX_SET.fullmatch(name):
        return False
    return not name.endswith(" ") and not {*name.split(" ")} & {*WORDS, *FUNCTIONS}


def members_of(name: str, indexes: Sequence[IndexSet]) -> tuple[str, ...]:
    """Return the members that the methodology fixes; none when the project brings its own."""
    return next((each.members for each in indexes if each.name == name), ())


def _index(name: str, entry: Table) -> IndexSet:
    entry.only(*INDEX)
    if not is_set_name(name):
        entry.refuse(
            Check.KIND_OF_VALUE, f"'{name}' is no name of an index set, such as \"chiller\""
        )
    index = IndexSet(name, entry.text("says"), entry.texts("members"), entry.flag("ordered"))
    if len(index.members) > MEMBERS_MAX:
        entry.refuse(Check.MEMBERS_NAMED, f"an index set has at most {MEMBERS_MAX} members")
    return index
