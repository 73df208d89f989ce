"""Mongolia, told from published figures: total = Japan + Mongolia, each side on its own day.

Expected values were read by hand from the page of issuances
(https://www.jcm.go.jp/jc/mn-projects-issues) and, where it says so, from the announcements
(https://www.mofa.go.jp/mofaj/ic/ch/page22_002709.html, http://www.env.go.jp/press/106143.html).
"""

import json
import re
from dataclasses import replace
from typing import Any

import pytest

from openjcm.measure.basis import Basis
from openjcm.measure.errors import NotAllowed
from openjcm.papers.columns import width
from openjcm.papers.record_text.lines import LINE
from openjcm.store.database import connect
from openjcm.stories.story_file import read_story, story_names
from openjcm.views.figures import Figure
from openjcm.views.reader import Reader
from openjcm.views.record.decision import Decision
from openjcm.views.record.decisions import DecisionFilter, every_decision
from told.asking import Shell
from told.stage import Told

pytestmark = pytest.mark.slow

# Decision: total, Japan's share and Mongolia's; then what each issued and on which day. None is
# not published or, for the last, not issued by 7 June 2026.
DECISIONS = {
    # The announcement: 157 in all (MN001 50, MN002 107).
    "MN-2016-09-29": (157, 125, 32, (125, "2016-09-30"), (32, "2016-09-30")),
    "MN-2017-10-24": (8947, 7158, 1789, (7158, "2017-10-24"), (1789, "2017-10-24")),
    # The announcement: 9,206 in all. Japan: 94 + 166 + 7,104, each on a day of its own.
    # Mongolia: 24 and 42 are worked out, 1,776 is printed; the issuance of the two is not.
    "MN-2018-11-06": (9206, 7364, 1842, (7364, None), (None, None)),
    "MN-2019-05-17": (1, 0, 1, (0, None), (1, "2019-05-17")),
    "MN-2022-02-08": (35419, 28335, 7084, (28335, "2022-02-24"), (7084, "2022-02-22")),
    "MN-2025-03-27": (44817, 35854, 8963, (35854, "2025-04-11"), (8963, "2025-05-07")),
    # 30,312 + 322 + 139; 24,249 + 256 + 110; 6,063 + 66 + 29.
    "MN-2026-01-24": (30773, 24615, 6158, (24615, "2026-01-30"), (None, None)),
}


def _told(shell: Shell) -> dict[str, Any]:
    code, said, _ = shell("story", "mongolia", "--json")
    assert code == 0
    assert said.count("\n") == 1
    answer: dict[str, Any] = json.loads(said)
    return answer


def _parts(told: dict[str, Any], decision: str) -> dict[str, dict[str, Any]]:
    found = next(each for each in told["decisions"] if each["decision"] == decision)
    return {part["projects"][0]: part for part in found["parts"]}


def test_every_decision_is_told_in_order_with_both_sides(shell: Shell) -> None:
    """Seven decisions: total, shares, and what each side issued on its own day."""
    told = _told(shell)

    assert {
        each["decision"]: (
            each["whole"]["notified"]["amount"],
            each["whole"]["japan"]["notified"]["amount"],
            each["whole"]["host"]["notified"]["amount"],
            (each["whole"]["japan"]["issued"]["amount"], each["whole"]["japan"]["issued_on"]),
            (each["whole"]["host"]["issued"]["amount"], each["whole"]["host"]["issued_on"]),
        )
        for each in told["decisions"]
    } == DECISIONS
    days = [each["day"] for each in told["decisions"]]
    assert days == sorted(days) == [key.removeprefix("MN-") for key in DECISIONS]


def test_every_total_is_japan_and_mongolia_together(shell: Shell) -> None:
    """Of each decision; nothing is contradicted."""
    told = _told(shell)

    assert {each["whole"]["agreement"] for each in told["decisions"]} == {"agrees"}
    assert told["contradicted"] == []
    assert all(total == japan + host for total, japan, host, *_ in DECISIONS.values())


def test_one_side_has_issued_and_the_other_has_not(shell: Shell) -> None:
    """MN006: Japan's 24,249 of 30 January 2026, Mongolia's 6,063 open: no error, no zero."""
    part = _parts(_told(shell), "MN-2026-01-24")["MN006"]

    assert part["notified"]["amount"] == 30312
    assert part["agreement"] == "agrees"
    assert part["japan"]["issued"]["amount"] == 24249
    assert part["japan"]["issued_on"] == "2026-01-30"
    assert part["host"]["notified"]["amount"] == 6063
    assert part["host"]["issued"] == {
        "amount": None,
        "basis": "undisclosed",
        "source": None,
        "calculation": "",
    }
    assert (part["host"]["standing"], part["host"]["open_on"]) == ("open", "2026-06-07")


def test_a_share_that_was_worked_out_from_the_total_checks_nothing(shell: Shell) -> None:
    """November 2018: 24 is 118 − 94 and 42 is 208 − 166; 1,776 is printed."""
    parts = _parts(_told(shell), "MN-2018-11-06")

    said = {
        key: (part["host"]["notified"]["amount"], part["host"]["notified"]["basis"])
        for key, part in parts.items()
    }
    assert said == {
        "MN001": (24, "derived"),
        "MN002": (42, "derived"),
        "MN003": (1776, "published"),
    }
    assert {key: part["agreement"] for key, part in parts.items()} == {
        "MN001": "no-check",
        "MN002": "no-check",
        "MN003": "agrees",
    }
    assert [part["japan"]["issued_on"] for part in parts.values()] == [
        "2018-11-07",
        "2018-11-29",
        "2018-12-14",
    ]


def test_the_sums_by_side_say_what_is_in_none_of_them(shell: Shell) -> None:
    """129,320 = 103,451 + 25,869; Mongolia's issuance of 2018 is partly, of 2026 wholly missing."""
    told = _told(shell)

    names = ("notified", "notified_japan", "notified_host", "issued_japan", "issued_host")
    assert [
        (told[name]["total"]["amount"], told[name]["unknown"], told[name]["open"]) for name in names
    ] == [
        (sum(row[0] for row in DECISIONS.values()), 0, 0),
        (sum(row[1] for row in DECISIONS.values()), 0, 0),
        (sum(row[2] for row in DECISIONS.values()), 0, 0),
        (103451, 0, 0),
        # 32 + 1,789 + 1,776 + 1 + 7,084 + 8,963
        (19645, 1, 1),
    ]
    assert [told[name]["total"]["amount"] for name in names[:3]] == [129320, 103451, 25869]
    assert {told[name]["total"]["basis"] for name in names} == {"derived"}


@pytest.mark.parametrize(
    ("language", "words"),
    [
        (
            "en",
            (
                "Published figures only; nothing is reconstructed.",
                "not issued by",
                "24,249",
                "6,063",
                "no check",
                "Issued, Mongolia 19,645 [derived], 1 decision without amount",
                "MN-2018-11-06: Lines were rebuilt from the cumulative totals",
                "Total and sides agree in 7 of 7 decisions.",
            ),
        ),
        (
            "ja",
            (
                "公表された数値のみであり、再構成した数値はない。",
                "未発行",
                "24,249",
                "6,063",
                "確認不可",
                "発行量、モンゴル 19,645 [算出値]、量が公表されていない",
                "全7件の決定のうち7件で、合計と両国の量が一致する。",
            ),
        ),
    ],
)
def test_the_story_is_told_in_both_languages(
    shell: Shell, language: str, words: tuple[str, ...]
) -> None:
    """Introduction, open issuance, sums and verdict."""
    code, said, _ = shell("story", "mongolia", "--language", language)

    # A sentence in English breaks at a blank, one in Japanese anywhere.
    flat = " ".join(said.split()) if language == "en" else said.replace("\n", "")
    assert code == 0
    assert [word for word in words if word not in re.sub(" +", " ", flat)] == []
    assert max(map(width, said.splitlines())) <= LINE


def test_the_story_told_again_changes_nothing(shell: Shell, record: Told) -> None:
    """It enters the published record, which is there already, and plays nothing."""
    first = _told(shell)
    records = _records(record)

    assert _told(shell) == first
    assert _records(record) == records


def test_a_contradicted_total_exits_one(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    """It ran and found something: the sentence names the decision and the figures."""

    def altered(reader: Reader, which: DecisionFilter) -> tuple[Decision, ...]:
        first, *rest = every_decision(reader, which)
        return (replace(first, notified=Figure(158, Basis.PUBLISHED)), *rest)

    monkeypatch.setattr("openjcm.views.record.both_sides.every_decision", altered)
    code, said, _ = shell("story", "mongolia")
    exited, as_json, _ = shell("story", "mongolia", "--json")

    assert (code, exited) == (1, 1)
    assert "Contradicted: MN-2016-09-29, MN001, MN002: 158 ≠ 125 + 32." in said
    assert json.loads(as_json)["contradicted"] == ["MN-2016-09-29"]


def test_it_is_among_the_stories_and_takes_no_readings(shell: Shell) -> None:
    """With readings it is refused, for there is nothing to play."""
    assert story_names() == ("first-issuance", "mongolia")
    with pytest.raises(NotAllowed) as refusal:
        read_story("mongolia")
    code, said, told = shell("story", "mongolia", "--readings", "nowhere")

    assert refusal.value.code == "nothing-to-play"
    assert (code, said) == (NotAllowed.exit_code, "")
    assert "it takes no readings" in told


def _records(record: Told) -> list[dict[str, Any]]:
    with connect(record.addresses.app_url) as connection:
        return connection.execute(
            "SELECT partnership, side, seq, leaf FROM journal ORDER BY 1, 2, 3"
        ).fetchall()
