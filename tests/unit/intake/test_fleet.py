"""What a played fleet sends: decided by its seed, and as real senders do."""

import hashlib
from collections import Counter
from dataclasses import replace
from datetime import date, timedelta

import pytest

from openjcm.intake.simulating.fleet import Fate, Play, PlayedMeter, script_of
from openjcm.intake.simulating.playing import intervals_differ, prepared
from openjcm.measure.errors import Malformed

METERS = [PlayedMeter("A", 1), PlayedMeter("B", 0), PlayedMeter("C", 2, is_register=False)]
PLAY = Play(
    zone="Asia/Dhaka",
    first=date(2024, 1, 1),
    days=3,
    every=timedelta(minutes=15),
    batch=timedelta(hours=1),
    seed=11,
)
STATE = {
    "name": "roof",
    "basis": "illustrative",
    "zone": "Asia/Dhaka",
    "first": "2024-01-01",
    "last": "2024-12-31",
    "meters": [
        {"meter": "A", "digits": 1, "reads": "register", "expected_interval": "15min"},
        {"meter": "C", "digits": 2, "reads": "interval", "expected_interval": "1h"},
    ],
}


def test_the_seed_decides_everything() -> None:
    """The same seed gives the same to the last byte, another one something else."""
    assert script_of(METERS, PLAY) == script_of(METERS, PLAY)
    assert script_of(METERS, PLAY).table != script_of(METERS, replace(PLAY, seed=12)).table


def test_a_fleet_sends_as_in_life() -> None:
    """Some twice, some late, some lost, some corrected afterwards, one meter cut off."""
    script = script_of(METERS, PLAY)

    sent = script.deliveries
    fates = Counter(each.fate for each in sent)
    assert fates[Fate.CUT] > 0
    assert fates[Fate.UNHEARD] > 0
    assert script.late > 20
    contents = [each.content for each in sent]
    assert len(contents) > len(set(contents)), "some are sent twice"
    corrected = {each.content: each.replaces for each in sent if each.replaces}
    assert len(corrected) == script.corrected > 0
    for content, replaces in corrected.items():
        first = next(each for each in sent if hashlib.sha256(each.content).hexdigest() == replaces)
        assert contents.index(first.content) < contents.index(content)
    assert script.stopped in {"A", "B", "C"}
    assert script.planted == ()


def test_every_reading_is_sent_and_in_the_table() -> None:
    """A register is read at both ends of the days, an interval at its end."""
    script = script_of(METERS, PLAY)

    replaced = {each.replaces for each in script.deliveries}
    counted = {
        line
        for each in script.deliveries
        if hashlib.sha256(each.content).hexdigest() not in replaced
        for line in each.content.decode().splitlines()[1:]
    }
    table = script.table.decode().splitlines()[1:]
    assert counted == set(table)
    assert Counter(line.partition(",")[0] for line in table) == {"A": 289, "B": 289, "C": 288}
    assert script.readings == 866
    assert table[0].startswith("A,2024-01-01T00:00:00+06:00,")


def test_faults_are_planted_where_they_are_said_to_be() -> None:
    """A row twice, and a row that is left out, of each meter; none where there is no room."""
    sound, faulty = script_of(METERS, PLAY), script_of(METERS, replace(PLAY, has_faults=True))

    assert [(each.kind, each.meter) for each in faulty.planted] == [
        (kind, meter) for meter in "ABC" for kind in ("duplicate", "gap")
    ]
    assert faulty.readings == sound.readings
    lines = Counter(faulty.table.decode().splitlines())
    twice = [line for line, count in lines.items() if count == 2]
    said = {(each.meter, each.at) for each in faulty.planted if each.kind == "duplicate"}
    assert {tuple(line.split(",")[:2]) for line in twice} == said
    short = replace(PLAY, days=1, batch=timedelta(hours=12), has_faults=True)
    assert script_of(METERS, short).planted == ()


@pytest.mark.parametrize(
    ("state", "play", "code"),
    [
        ({"basis": "measured"}, PLAY, "readings-are-real"),
        ({"basis": "recorded"}, PLAY, "readings-are-real"),
        ({}, replace(PLAY, first=date(2023, 12, 31)), "outside-the-plan"),
        ({}, replace(PLAY, days=367), "outside-the-plan"),
        ({}, replace(PLAY, days=366, every=timedelta(seconds=1)), "play-too-long"),
    ],
    ids=str,
)
def test_what_may_not_be_played_is_refused(state: dict[str, str], play: Play, code: str) -> None:
    """Readings that are real, days outside the plan, more than anybody waits for."""
    with pytest.raises(Malformed) as refusal:
        prepared(STATE | state, play)

    assert refusal.value.code == code


def test_the_meters_are_those_of_the_intake() -> None:
    """With their digits; whose plan expects another interval is named."""
    script = prepared(STATE | {"basis": "reconstructed"}, PLAY)

    assert {line.partition(",")[0] for line in script.table.decode().splitlines()[1:]} == {"A", "C"}
    assert intervals_differ(STATE, "15min") == ["C"]
