"""The bytes of a record are those of ADR 0001 and 0022, computed here by other hands."""

import json
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openjcm.actions.registry.retire import Retire
from openjcm.actions.request import content_of
from openjcm.measure.errors import Malformed
from openjcm.store import canonical as c

FOLDER = Path(__file__).parent / "golden"
GOLDEN = json.loads((FOLDER / "record_v1.json").read_text(encoding="utf-8"))
NEWEST = json.loads((FOLDER / "record_v2.json").read_text(encoding="utf-8"))


def record_of(text: str) -> c.Record:
    """Read a golden record's bytes as a record."""
    fields = json.loads(text)
    return c.Record(
        partnership=fields["partnership"],
        side=fields["side"],
        seq=fields["seq"],
        request_id=UUID(fields["request_id"]),
        on=date.fromisoformat(fields["on"]),
        at=datetime.fromisoformat(fields["at"]),
        actor=fields["actor"],
        edition=fields["edition"],
        kind=fields["kind"],
        body=fields["body"],
        version=fields["version"],
    )


@pytest.mark.parametrize("vectors", [GOLDEN, NEWEST], ids=["version 1", "version 2"])
def test_golden_bytes_leaves_and_links_are_reproduced(vectors: dict[str, Any]) -> None:
    """Bytes written by hand and hashed by sha256sum come out of our one function."""
    chain = c.genesis("BD", "joint")

    assert chain.hex() == vectors["genesis"]
    for golden in vectors["records"]:
        record = record_of(golden["bytes"])
        chain = c.link(chain, c.leaf_hash(record))
        assert c.record_bytes(record).decode() == golden["bytes"]
        assert c.leaf_hash(record).hex() == golden["leaf"]
        assert chain.hex() == golden["chain"]


def test_what_is_signed_has_the_golden_digest() -> None:
    """The request's act, id and words as bytes written by hand, hashed by sha256sum."""
    asked = Retire(
        request_id=UUID("2f1d6f0e-9c1b-5b34-8d3e-333333333333"),
        partnership="BD",
        side="JP",
        source="JP-H-000001-35",
        target="JP-R-000002-95",
        amount=5,
    )
    golden = NEWEST["request"]

    assert c.canonical(content_of(asked)).decode() == golden["bytes"]
    assert c.digest(content_of(asked)) == golden["digest"]


def test_a_sealed_value_has_the_golden_commitment() -> None:
    """A salted commitment is what sha256sum makes of the same bytes."""
    sealed = GOLDEN["sealed"]

    assert c.commitment(sealed["value"], bytes.fromhex(sealed["salt"])) == sealed["commitment"]


def test_every_field_changes_the_leaf() -> None:
    """No field of a record can change without its leaf changing."""
    record = record_of(GOLDEN["records"][0]["bytes"])
    others = [
        replace(record, partnership="MN"),
        replace(record, side="JP"),
        replace(record, seq=9),
        replace(record, request_id=UUID(int=7)),
        replace(record, on=date(2022, 3, 29)),
        replace(record, at=datetime.fromisoformat("2026-11-24T03:00:00.001Z")),
        replace(record, actor={}),
        replace(record, edition="other"),
        replace(record, kind="Other"),
        replace(record, body={}),
        replace(record, version=9),
    ]

    assert len({c.leaf_hash(each) for each in [record, *others]}) == len(others) + 1


@pytest.mark.parametrize("value", [1.5, {"a": [2.0]}, 2**53, -(2**53), b"x", {1, 2}])
def test_what_cannot_be_exact_is_refused(value: object) -> None:
    """Floats, too large integers and foreign types never enter a record."""
    with pytest.raises(Malformed):
        c.canonical(value)


@pytest.mark.parametrize("value", ["a\0b", {"a\0": 1}, ["\ud800"]])
def test_text_that_the_database_could_not_look_into_is_refused(value: object) -> None:
    """One record with a zero character would stop every later question about its kind."""
    with pytest.raises(Malformed):
        c.canonical(value)


@pytest.mark.parametrize("text", ['{"b":1,"a":2}', '{"a": 1}', '{"a":1.0}', "[]", "{", '{"a":1}\n'])
def test_stored_text_that_is_not_canonical_is_refused(text: str) -> None:
    """Another spelling of the same value is not the stored record."""
    with pytest.raises(Malformed):
        c.parse(text, "BD/joint record 1")


texts = st.text(st.characters(codec="utf-8", exclude_characters="\0"))
values = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53) + 1, 2**53 - 1) | texts,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(texts, inner, max_size=4),
    max_leaves=20,
)


@given(st.dictionaries(texts, values, max_size=5))
def test_canonical_bytes_round_trip(value: dict[str, object]) -> None:
    """What was written can be read back as the same value and the same bytes."""
    assert c.parse(c.canonical(value).decode(), "here") == value
