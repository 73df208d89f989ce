"""All that definitions, entries, templates and cases say has Japanese; only official titles do not.

The texts are taken from the files themselves, as their authors wrote them.
"""

import re
import tomllib
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

from openjcm.papers.methodologies.fields import field_words
from openjcm.papers.methodologies.names import criterion_words, place_words
from openjcm.papers.recorded import as_recorded, japanese, names

_FOLDER = Path(str(files("openjcm.methodology")))
_LISTS = ("catalogue.toml", "definitions.toml", "cases.toml")
_KEYS = (
    *("says", "title", "family", "technology", "scope", "source", "data_source", "frequency"),
    *("expected_from", "evidence_asked", "name"),
)
_WORDS = re.compile(r"[A-Za-z]{2,}")
# An address, a page of the documents or the id of a template is no text of a language.
_NO_TEXT = re.compile(r"https?://\S+|docs/\S+|OJ_\w+")


def _said(value: Any, key: str = "") -> Iterator[tuple[str, str]]:  # noqa: ANN401 - any TOML value
    """Yield every text of a file with the key under which it stands."""
    if isinstance(value, dict):
        for name, each in value.items():
            yield from _said(each, name)
    elif isinstance(value, list):
        for each in value:
            yield from _said(each, key)
    elif isinstance(value, str):
        yield key, value


def _files() -> Iterator[tuple[Path, dict[str, Any]]]:
    for place in sorted(_FOLDER.rglob("*.toml")):
        if "drafting" not in place.parts:
            yield place, tomllib.loads(place.read_text(encoding="utf-8"))


def _official(place: Path, key: str, text: str) -> bool:
    """Tell whether a text is the title of a methodology, and not a working title of ours."""
    return (
        key == "title" and "definitions" in place.parts and not text.startswith("(working title)")
    )


def _texts() -> Iterator[str]:
    for place, table in _files():
        for key, text in _said(table):
            if key in _KEYS and not _official(place, key, text):
                yield text


def _without_japanese(texts: Iterator[str]) -> list[str]:
    """Return the texts that a reader of Japanese would be shown in English."""
    return sorted(
        text
        for text in set(texts)
        if _WORDS.search(text) and not _NO_TEXT.fullmatch(text) and as_recorded("ja", text) == text
    )


def test_every_text_of_a_methodology_has_japanese() -> None:
    """Of definitions, entries, families, blocks and cases; official titles stay as they are."""
    texts = list(_texts())

    assert len(set(texts)) > 800
    assert _without_japanese(iter(texts)) == []


def test_a_text_without_japanese_is_found() -> None:
    """A whole text, or one whose second sentence nobody has said in Japanese."""
    new = ("Electricity of a mill", "Two chillers. A third is broken.", "Two chillers.", "3.5 t")

    assert _without_japanese(iter(new)) == [
        "Electricity of a mill",
        "Two chillers. A third is broken.",
    ]


def test_a_title_that_a_document_has_is_not_translated() -> None:
    """No official Japanese title is known, and none is invented."""
    titles = {
        text
        for place, table in _files()
        for key, text in _said(table)
        if _official(place, key, text)
    }

    assert len(titles) > 40
    assert titles & japanese().keys() == set()
    assert as_recorded("ja", "(working title) air-saving loom").endswith("省エアー織機")


@pytest.mark.parametrize("name", _LISTS)
def test_no_list_keeps_what_nothing_says_any_more(name: str) -> None:
    """Japanese is looked up by the English: a changed text leaves its old one behind."""
    said = {text for _, table in _files() for _, text in _said(table)}
    sentences = {each for text in said for each in re.split(r"(?<=\.) ", text)}
    place = files("openjcm.papers") / "words" / name
    listed = [each["en"] for each in tomllib.loads(place.read_text("utf-8"))["recorded"]]

    assert len(listed) == len(set(listed))
    # How the rounding of a definition is written when two versions are compared.
    rounding = {"vintage: whole-tonnes-per-vintage"}
    assert sorted(set(listed) - said - sentences - rounding) == []


def test_every_name_of_a_formula_has_a_meaning() -> None:
    """Index sets and options, in every file; the option itself stays beside its meaning."""
    found: dict[str, set[str]] = {"per": set(), "options": set()}
    for _, table in _files():
        for key, text in _said(table):
            if key == "per":
                found[key].update(text.split(", "))
            elif key == "options":
                found[key].add(text)

    assert found["per"] == names("sets").keys()
    assert found["options"] == names("options").keys()


def test_every_criterion_that_we_named_is_named_in_japanese() -> None:
    """A document numbers its criteria; a word in place of a number is ours."""
    named = {
        each["number"]
        for _, table in _files()
        for each in table.get("eligibility", [])
        if _WORDS.fullmatch(each["number"])
    }

    assert named == names("criteria").keys()
    assert criterion_words("ja", "guarantee") == "保証値"
    assert criterion_words("ja", "2") == "2"


@pytest.mark.parametrize(
    ("key", "english", "said"),
    [
        ("per", "waste, year", "廃棄物、年"),
        ("options", "on, off", "on（作動）、off（停止）"),  # noqa: RUF001 - as it is written
        ("value", "12, 44", "12、44"),
        (
            "options",
            "bulk waste; tropical, dry, another fuel",
            "bulk waste; tropical, dry（混合ごみ、熱帯の乾燥気候）、another fuel（その他の燃料）",  # noqa: RUF001 - as it is written
        ),
        ("row", "gas: 0.5; on: 2", "gas（ガス）: 0.5; on（作動）: 2"),  # noqa: RUF001 - as it is written
        ("choice", "national grid, grid", "国の系統、系統"),
        ("plausible", "at least 0 and at most 2", "0以上、2以下"),
        ("closed", "left", "下限"),
        ("row", "the project", "プロジェクトが与える"),
        ("key", "kW", "kW"),
    ],
)
def test_names_and_closed_words_are_said_in_japanese(key: str, english: str, said: str) -> None:
    """In English each stands as the file has it."""
    assert field_words("ja", key, english) == said
    assert field_words("en", key, english) == english


def test_a_member_is_called_by_its_number_or_its_name() -> None:
    """A name that a project gives stays as it is."""
    assert place_words("ja", "vehicle 2") == "車両2"
    assert place_words("ja", "recipient clinic, year 1") == "受益者 診療所、年1"
    assert place_words("ja", "loom Nagoya-7") == "織機 Nagoya-7"
    assert place_words("en", "vehicle 2") == "vehicle 2"
    assert place_words("ja", "") == ""
