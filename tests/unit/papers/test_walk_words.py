"""Values of a walk in words: closed lists are translated, anything else stays as recorded."""

import tomllib
from collections.abc import Iterator
from importlib.resources import files
from typing import Any

import pytest

from openjcm.cycle import Role
from openjcm.ledger import AccountKind
from openjcm.measure.basis import Basis
from openjcm.metering import FaultKind
from openjcm.papers import LANGUAGES, record_words, value_words
from openjcm.papers.recorded import as_recorded, japanese

CLOSED = {
    "status": tuple(AccountKind),
    "standing": ("counted", "left out", "duplicate"),
    "fault": tuple(FaultKind),
    "basis": tuple(Basis),
}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("label", "value"), [(label, str(each)) for label, values in CLOSED.items() for each in values]
)
def test_every_value_of_a_closed_list_has_words(label: str, value: str, language: str) -> None:
    """In Japanese none of them is left in English."""
    words = value_words(language, label, value)

    assert words
    assert words.isascii() is (language == "en")


@pytest.mark.parametrize("role", Role)
def test_every_role_that_can_sign_has_words(role: Role) -> None:
    """A signer is a role in words, with the beginning of the person's number."""
    assert value_words("en", "signed-by", f"{role} 56dd60db").endswith(" (56dd60db)")
    assert not value_words("ja", "signed-by", f"{role} 56dd60db").startswith(role[:4])


def test_several_signers_stand_in_one_list() -> None:
    """Both co-chairs, in the order in which they signed."""
    said = "co-chair 56dd60db, co-chair ade16ba3"

    assert value_words("en", "signed-by", said) == "co-chair (56dd60db), co-chair (ade16ba3)"
    assert value_words("ja", "signed-by", said).split("、") == [
        value_words("ja", "signed-by", one) for one in said.split(", ")
    ]
    assert value_words("ja", "signed-by", said).startswith("共同議長")


@pytest.mark.parametrize("label", ["side", "registry"])
def test_a_side_is_called_by_its_country(label: str) -> None:
    """A code that no partner has is not hidden."""
    assert value_words("en", label, "JP") == "Japan"
    assert value_words("ja", label, "BD") == "バングラデシュ"
    assert value_words("en", label, "BD") == "Bangladesh"
    assert value_words("ja", label, "XX") == "XX"


def test_days_are_written_as_in_a_notice() -> None:
    """A period is in the words of the language; anything else stays."""
    assert value_words("ja", "period", "2017-03-01 – 2019-07-31") == "2017年3月1日〜2019年7月31日"
    assert value_words("en", "period", "some day") == "some day"


def test_what_no_list_holds_stays_as_it_was_recorded() -> None:
    """A name is not translated, and an unknown status is shown as it stands."""
    assert value_words("ja", "status", "pledged") == "pledged"
    assert value_words("ja", "holder", "Next Accessories Ltd.") == "Next Accessories Ltd."
    assert value_words("en", "holder", "Government of Japan (rehearsal)").startswith("Gov")


def test_a_record_is_called_by_chain_and_number() -> None:
    """In English as ``verify`` calls it."""
    assert record_words("en", "BD-R/JP record 3") == "BD-R/JP record 3"
    assert record_words("ja", "BD-R/JP record 3") == "BD-R 日本 第3号"
    assert record_words("ja", "BD-R/joint record 16") == "BD-R 合同 第16号"
    assert record_words("ja", "BD-rehearsal/common/12") == "BD-rehearsal/common/12"


def _texts(value: Any, names: set[str]) -> Iterator[str]:  # noqa: ANN401 - any TOML value
    if isinstance(value, dict):
        for name, each in value.items():
            if name in names and isinstance(each, str):
                yield each
            yield from _texts(each, names)
    elif isinstance(value, list):
        for each in value:
            yield from _texts(each, names)


@pytest.mark.parametrize(
    ("place", "names"),
    [
        ("first_issuance/story.toml", {"holder"}),
        ("first_issuance/parameters.toml", {"equipment", "note"}),
        ("published_record/project_notes.toml", {"programme", "subsidy"}),
        ("published_record/sources.toml", {"licence"}),
    ],
)
def test_what_we_wrote_into_the_record_can_be_said_in_japanese(place: str, names: set[str]) -> None:
    """Holders, equipment and notes of the rehearsal, programme and terms of the published facts."""
    text = (files("openjcm.stories") / place).read_text(encoding="utf-8")

    said = set(_texts(tomllib.loads(text), names))

    assert said
    assert not said - japanese().keys()
    assert all(as_recorded("en", each) == each for each in said)
