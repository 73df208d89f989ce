"""The partner countries, in signing order and in kana order."""

from datetime import date
from zoneinfo import ZoneInfo

import pytest

from openjcm.measure.errors import NotFound
from openjcm.rulebook import Known, all_partners, kana_order, load_partner, partners_on


def test_there_are_thirty_one_partners_in_signing_order() -> None:
    """The order of the files is the order of signing, without a gap."""
    partners = all_partners()

    assert [partner.order for partner in partners] == list(range(1, 32))
    assert [p.signed_on for p in partners] == sorted(p.signed_on for p in partners)


def test_the_notice_of_2022_lists_seventeen_partners() -> None:
    """The countries of a notice are those that had signed by its day, in signing order."""
    names = [partner.name_en for partner in partners_on(date(2022, 3, 31))]

    assert names == [
        "Mongolia",
        "Bangladesh",
        "Ethiopia",
        "Kenya",
        "Maldives",
        "Viet Nam",
        "Lao PDR",
        "Indonesia",
        "Costa Rica",
        "Palau",
        "Cambodia",
        "Mexico",
        "Saudi Arabia",
        "Chile",
        "Myanmar",
        "Thailand",
        "Philippines",
    ]


def test_a_country_counts_from_the_day_it_signed() -> None:
    """The day of signing itself counts."""
    assert [p.iso2 for p in partners_on(date(2013, 1, 8))] == ["MN"]
    assert partners_on(date(2013, 1, 7)) == ()


def test_bangladesh_is_read_whole() -> None:
    """A partner file gives names, zone, and how well the day of signing is known."""
    bangladesh = load_partner("BD")

    assert (bangladesh.name_ja, bangladesh.iso3) == ("バングラデシュ", "BGD")
    assert bangladesh.zone == "Asia/Dhaka"
    assert bangladesh.known is Known.BACKGROUND


def test_a_country_that_never_signed_is_not_found() -> None:
    """A code that is no partner's is not found."""
    with pytest.raises(NotFound, match="FR is no partner country"):
        load_partner("FR")


def test_every_time_zone_exists() -> None:
    """Each zone of each partner is known to the time zone data that is installed."""
    zones = [zone for partner in all_partners() for zone in partner.zones]

    assert [ZoneInfo(zone).key for zone in zones] == zones


def test_kana_order_reads_voiced_small_and_long_marks_as_plain() -> None:
    """A Japanese list puts ケニア before コスタリカ and ジョージア after サウジアラビア."""
    names = [partner.name_ja for partner in kana_order(all_partners())]

    assert names == [
        "アゼルバイジャン",
        "アラブ首長国連邦",
        "インド",
        "インドネシア",
        "ウクライナ",
        "ウズベキスタン",
        "エチオピア",
        "カザフスタン",
        "カンボジア",
        "キルギス",
        "ケニア",
        "コスタリカ",
        "サウジアラビア",
        "ジョージア",
        "スリランカ",
        "セネガル",
        "タイ",
        "タンザニア",
        "チュニジア",
        "チリ",
        "パプアニューギニア",
        "パラオ",
        "バングラデシュ",
        "フィリピン",
        "ベトナム",
        "ミャンマー",
        "メキシコ",
        "モルディブ",
        "モルドバ",
        "モンゴル",
        "ラオス",
    ]
