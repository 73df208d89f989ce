"""A fact in a reader's words: every field has a name, every code is said, nothing is left out."""

from collections.abc import Iterator, Mapping
from typing import Any

import pytest

from openjcm.actions.record.published_fact_shape import SHAPES
from openjcm.papers.words import LANGUAGES
from openjcm.stories.published_record.files import shipped_facts
from openjcm.web.fact_words import FIELDS, parts_of
from openjcm.web.rendering import SITE


def _leaves(value: Any) -> Iterator[str]:  # noqa: ANN401 - any JSON value
    if isinstance(value, Mapping):
        for each in value.values():
            yield from _leaves(each)
    elif isinstance(value, list):
        for each in value:
            yield from _leaves(each)
    else:
        yield str(value)


def _fields(shape: Any) -> Iterator[str]:  # noqa: ANN401 - a shape or a part of one
    if isinstance(shape, list):
        yield from _fields(shape[0])
    elif isinstance(shape, Mapping):
        for name, part in shape.items():
            yield name
            yield from _fields(part)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_field_that_a_fact_may_have_has_a_name_and_a_place(language: str) -> None:
    """Whatever the record can hold; and no name is kept for what it cannot."""
    fields = {name for shape in SHAPES.values() for name in _fields(shape)}

    assert fields == set(FIELDS)
    assert len(FIELDS) == len(set(FIELDS))
    for field in fields:
        assert SITE.has(language, f"field-{field.replace('_', '-')}"), field


@pytest.mark.parametrize("language", LANGUAGES)
def test_everything_that_a_fact_says_is_shown_once(language: str) -> None:
    """As many fields as values but those that head what stands under them; each path once."""
    for fact in shipped_facts():
        fields = [each for part in parts_of(language, fact.fact, fact.says) for each in part.fields]

        heads = [
            each
            for part in (fact.says.get("total") or {}, *fact.says.get("lines", []))
            for each in (*part.get("sides", []), *part.get("holders", []))
        ]
        assert len(fields) == len(list(_leaves(fact.says))) - len(heads), fact.key
        assert len({each.path for each in fields}) == len(fields), fact.key


def _said(language: str, key: str) -> dict[str, tuple[str, str, str]]:
    (fact,) = (each for each in shipped_facts() if each.key == key)
    return {
        each.path: (each.label, each.value, each.code)
        for part in parts_of(language, fact.fact, fact.says)
        for each in part.fields
    }


def test_a_decision_is_said_in_words_with_its_codes_beside_them() -> None:
    """Days, tonnes, sides, remarks and calculations as the pages write them."""
    english, japanese = _said("en", "MN-2018-11-06"), _said("ja", "MN-2018-11-06")

    assert english["decided_on"] == ("Decided on", "6 November 2018", "")
    assert english["lines.3.notified"] == ("Notified", "8,880", "")
    assert english["lines.1.sides.2.derived.notified"] == (
        "Mongolia · Worked out · Notified",
        "118 − 94",
        "",
    )
    assert english["lines.1.period.first"] == ("Monitoring period · From", "20 September 2016", "")
    assert english["lines.1.source_of.goj"] == (
        "Source of · GoJ will acquire",
        "Ministry of the Environment, Japan: press release of 6 November 2018",
        "moe-106143",
    )
    assert english["remarks.1"][2] == "rows-rebuilt"
    assert english["remarks.1"][1] != "rows-rebuilt"
    worked_out = japanese["lines.2.derived.notified"]
    assert worked_out[0] == "算出の方法 · 通知量"
    assert "出典のページにある累計による" in worked_out[1]
    assert japanese["sources.1.kind"] == ("種別", "公式", "official")
    assert japanese["lines.1.sides.2.notified"] == ("モンゴル · 通知量", "24", "")


def test_named_holders_head_what_they_received_and_sides_are_countries() -> None:
    """The holder of 4 is Mayekawa, on the side of Japan."""
    japanese = _said("ja", "ID-announced-2016-05-13")

    assert japanese["lines.1.holders.1.amount"] == ("前川製作所 · 量", "4", "")
    assert japanese["lines.1.holders.1.side"] == ("前川製作所 · 国", "日本", "JP")


def test_a_code_that_nobody_knows_is_shown_as_it_stands() -> None:
    """A newer folder may hold one; it is not called something else."""
    (part,) = parts_of("en", "project", {"status": "expected", "a_field": "x", "known": "hearsay"})

    assert [(each.label, each.value, each.code) for each in part.fields] == [
        ("Status", "expected", ""),
        ("How well known", "hearsay", ""),
        ("a_field", "x", ""),
    ]


def test_parts_of_a_fact_are_headed_and_counted() -> None:
    """What stands alone first, then the whole, the lines and the sources."""
    (fact,) = (each for each in shipped_facts() if each.key == "MN-2018-11-06")

    headings = [part.heading for part in parts_of("en", fact.fact, fact.says)]

    assert headings == [
        *("", "The whole decision", "Line 1", "Line 2", "Line 3", "Source 1", "Source 2"),
    ]
