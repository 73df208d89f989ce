"""What a reader types into the form of a methodology: numbers of any size, and what is wrong."""

import re
from decimal import Decimal
from html import unescape
from typing import TYPE_CHECKING

import pytest

from openjcm.methodology.catalogue import definition_ids, template_ids
from openjcm.views.methodologies.trial import find_trial

if TYPE_CHECKING:
    from django.test import Client

RATIO = "methodology-templates/OJ_cop_ratio_ver1"
VERSION = "methodologies/BD_AM002/ver01.0"
LARGEST = ("9" * 30, f"{'9' * 30}.{'9' * 30}", f"-{'9' * 30}", f"0.{'0' * 29}1")


def _try(client: "Client", language: str, path: str, **typed: str) -> str:
    answer = client.get(f"/{language}/{path}/try", typed)
    assert answer.status_code == 200
    return " ".join(re.sub(r"<[^>]+>", " ", unescape(answer.content.decode())).split())


def _case(path: str) -> dict[str, str]:
    form = find_trial(path.rpartition("/")[2])
    return {field.name: field.text for each in form.inputs for field in each.fields}


def _address(definition_id: str) -> str:
    if definition_id.startswith("OJ_"):
        return f"methodology-templates/{definition_id}"
    number, _, version = definition_id.partition("_ver")
    return f"methodologies/{number}/ver{version}"


@pytest.mark.parametrize("definition_id", [*definition_ids(), *template_ids()])
def test_the_largest_numbers_are_worked_or_refused_in_words(
    client: "Client", definition_id: str
) -> None:
    """Thirty nines in every field, thirty behind the point, below zero, and next to nothing."""
    form = find_trial(definition_id)
    for text in LARGEST:
        typed = {
            field.name: text
            for each in form.inputs
            if each.kind == "number"
            for field in each.fields
        }
        said = _try(client, "en", _address(definition_id), **typed)
        assert re.search("Whole tonnes|cannot be worked", said)


def test_every_digit_of_a_large_number_of_tonnes_stands_there(client: "Client") -> None:
    """(10^30 - 1) MWh at 1 t are as many whole tonnes, in groups of three."""
    said = _try(client, "ja", VERSION, **{"EG.1": "9" * 30, "EF_RE.1": "1"})

    assert ",".join(["999"] * 10) in said


@pytest.mark.parametrize(
    ("typed", "en", "ja"),
    [
        ("", "is blank", "空欄です"),
        ("9" * 31, "at most 30 digits", "30桁以内"),
        ("1." + "9" * 31, "at most 30 digits", "30桁以内"),
        ("9" * 101, "at most 30 digits", "30桁以内"),
        ("1 000", "without commas and blanks", "コンマ及び空白を付けず"),
        ("１，０００", "without commas and blanks", "コンマ及び空白を付けず"),  # noqa: RUF001 - as typed
        ("1000 MWh", "without a unit; it is read in MWh", "単位はMWhです"),
        ("1e5", "100000, and not 1e5", "1e5ではなく100000"),
        ("x", "with digits, a point", "数字と小数点のみ"),
        ("١٢", "with digits, a point", "数字と小数点のみ"),
        ("10²", "without a unit", "単位を付けず"),
        (".", "with digits, a point", "数字と小数点のみ"),
    ],
)
def test_a_field_says_what_is_wrong_with_it(client: "Client", typed: str, en: str, ja: str) -> None:
    """By name, with what to write, in the reader's language."""
    asked = {"EG.1": typed, "EF_RE.1": "1"}

    english = _try(client, "en", VERSION, **asked)
    assert en in english.partition("EG system 1: ")[2]
    assert ja in _try(client, "ja", VERSION, **asked)


def test_full_width_digits_are_the_digits_they_are(client: "Client") -> None:
    """As a Japanese keyboard gives them: 1000.5 MWh at 0.4 t are 400.2 t."""
    typed = {"EG.1": "１０００．５", "EF_RE.1": "０．４"}  # noqa: RUF001 - as typed

    assert "400.20 tCO2e" in _try(client, "ja", VERSION, **typed)


@pytest.mark.parametrize("language", ["en", "ja"])
def test_a_division_by_zero_names_the_field(client: "Client", language: str) -> None:
    """A reference that is zero: its field is named, and what to write."""
    typed = {**_case(RATIO), "COP_RE.1": "0"}
    said = _try(client, language, RATIO, **typed)
    page = client.get(f"/{language}/{RATIO}", {"try": "1", **typed})
    text = unescape(page.content.decode())

    want = {
        "en": "COP_RE chiller 1: is 0, and something is divided by it; write another number",
        "ja": "COP_RE 冷凍機1：0は除数となるため計算できません。0以外の数値を入力してください",  # noqa: RUF001 - as written
    }
    assert want[language] in said.replace(" ：", "：")  # noqa: RUF001 - as written
    assert "RE_1" not in said
    assert page.status_code == 422
    assert text.count('aria-invalid="true" aria-describedby="says-COP_RE.1"') == 1
    assert text.count('id="says-COP_RE.1" data-wrong') == 1


@pytest.mark.parametrize(
    ("typed", "en", "ja"),
    [
        ("-5", "plausible is at least 0 and at most 100000 (MWh)", "妥当な範囲は0以上、100000以下"),
        ("900000", "A thousandth of it would be plausible", "1000分の1であれば範囲内です"),
    ],
)
def test_a_value_outside_of_its_range_qualifies_the_result(
    client: "Client", typed: str, en: str, ja: str
) -> None:
    """What is odd is said above the result, with the range; the whole tonnes say so too."""
    asked = {**_case(RATIO), "EC_PJ.1": typed}
    english, japanese = (_try(client, each, RATIO, **asked) for each in ("en", "ja"))

    assert english.index(en) < english.index("Whole tonnes")
    assert "if the values above are right" in english
    assert japanese.index(ja) < japanese.index("整数トン")
    assert "上の値が正しい場合" in japanese
    assert not re.search("[a-z]{4,} [a-z]{3,}", japanese)
    assert "if the values above" not in _try(client, "en", RATIO, **_case(RATIO))


def test_a_value_a_thousand_times_too_small_is_told(client: "Client") -> None:
    """An emission factor in tCO2e/kWh where one in tCO2e/MWh is asked for."""
    form = find_trial("OJ_cop_ratio_ver1")
    cop = next(each for each in form.inputs if each.symbol == "COP_PJ")
    least = Decimal(cop.plausible.split()[2])

    said = _try(client, "en", RATIO, **{**_case(RATIO), "COP_PJ.1": f"{least / 500:f}"})

    assert "A thousand times it would be plausible" in said


@pytest.mark.parametrize("language", ["en", "ja"])
def test_nothing_that_was_typed_is_cited(client: "Client", language: str) -> None:
    """Neither in the address to cite nor in that for machines; the other language keeps it."""
    answer = client.get(f"/{language}/{VERSION}", {"try": "1", "EG.1": "2.5", "EF_RE.1": "0.4321"})
    page = unescape(answer.content.decode())
    cited = page.partition('class="cite"')[2].partition("</section>")[0]

    assert answer.status_code == 200
    assert f"{VERSION}?cited=" in cited
    assert "0.4321" not in cited
    assert all("0.4321" not in each for each in re.findall("<link [^>]*>", page))
    assert re.search(r'<a href="[^"]*EF_RE.1=0.4321[^"]*" lang="', page)
