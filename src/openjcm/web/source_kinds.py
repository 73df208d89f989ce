"""Of what kind a source is, kept as long as the record stands as it did."""

from collections.abc import Mapping
from functools import lru_cache

from openjcm import store
from openjcm.views.record.facts import source_kinds
from openjcm.views.record.state import State


def kind_of(address: str, state: State | None) -> str:
    """Return official, secondary or copy; empty where nothing says it.

    Args:
        address: Where a figure was printed.
        state: Of the record; None while it is not known, and then nothing is said.
    """
    return _kinds(state.head).get(address, "") if state else ""


@lru_cache(maxsize=2)
def _kinds(head: str) -> Mapping[str, str]:
    assert head, "a state has a name"
    return source_kinds(store.reader())
