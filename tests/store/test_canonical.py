"""The bytes of a record are those of ADR 0001, computed here by other hands."""

import json
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openjcm.measure.errors import Malformed
from openjcm.store import canonical as c

GOLDEN = json.loads((Path(__file__).parent / "golden" / "record_v1.json").read_text())


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


def test_golden_bytes_leaves_and_links_are_reproduced() -> None:
    """Bytes written by hand and hashed by sha256sum come out of our one function."""
    chain = c.genesis("BD", "joint")

    assert chain.hex() == GOLDEN["genesis"]
    for golden in GOLDEN["records"]:
        record = record_of(golden["bytes"])
        chain = c.link(chain, c.leaf_hash(record))
        assert c.record_bytes(record).decode() == golden["bytes"]
        assert c.leaf_hash(record).hex() == golden["leaf"]
        assert chain.hex() == golden["chain"]


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
        replace(record, version=2),
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
