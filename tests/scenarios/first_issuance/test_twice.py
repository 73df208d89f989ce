"""After the story: nothing that was credited is credited again, and no lane waits for readings.

Slow, because the whole story is played on PostgreSQL.
"""

from collections.abc import Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from uuid import uuid4

import pytest
from psycopg.pq import TransactionStatus

from openjcm.actions.derivation import Filed
from openjcm.actions.issuance.submit_monitoring_report import (
    SubmitMonitoringReport,
    submit_monitoring_report,
)
from openjcm.measure.errors import Conflict, RuleBroken
from openjcm.measure.period import Period
from openjcm.rulebook import Rule
from openjcm.store.database import Database
from openjcm.stories.meters import FiledMeters
from openjcm.stories.play import _actor, play
from openjcm.stories.played import Played
from openjcm.stories.requests import request_for
from openjcm.stories.thread import Desk, desk, play_story

pytestmark = pytest.mark.slow

ON = date(2022, 6, 1)
NEXT_DAY = Period(date(2019, 8, 1), date(2019, 8, 1))


@dataclass(slots=True)
class Watching:
    """Meters that see whether the lane is open while they work."""

    desk: Desk
    lanes: list[TransactionStatus]

    def __call__(self, documents: Sequence[Filed], plan: Mapping[str, Any]) -> Mapping[str, Any]:
        """Work the readings, and note the state of the journal's connection."""
        self.lanes.append(self.desk.journal._connected().info.transaction_status)
        return FiledMeters(self.desk.files)(documents, plan)


def _again(played: Played, project: str, **says: Any) -> SubmitMonitoringReport:  # noqa: ANN401 - any field
    step = next(
        each
        for each in played.story.steps
        if each.do == "submit-monitoring-report" and each.says["project"] == project
    )
    _, request = request_for(played, step, uuid4())
    assert isinstance(request, SubmitMonitoringReport)
    return replace(request, report=f"{project}-MR-{uuid4()}", **says)


def _submit(at: Desk, played: Played, request: SubmitMonitoringReport) -> list[TransactionStatus]:
    meters = Watching(at, [])
    by = _actor(played.story.people["maker-engineer"])
    at.journal.at = None
    with closing(at.journal) as journal:
        submit_monitoring_report(request, by=by, on=ON, journal=journal, meters=meters)
    return meters.lanes


def _plan(played: Played, project: str, period: Period) -> dict[str, Any]:
    plan = played.story.cases[project].plan
    return {**plan, "first": str(period.first), "last": str(period.last)}


def test_a_credited_period_is_not_credited_again_under_another_name(database: Database) -> None:
    """NO_PERIOD_TWICE: another period over the old plan and readings is refused."""
    at = desk(database)
    played = play_story("first-issuance", at)

    with pytest.raises(RuleBroken) as refusal:
        _submit(at, played, _again(played, "BD002", period=NEXT_DAY))

    assert refusal.value.code == Rule.REPORTED_AS_DESIGNED


def test_a_project_is_not_credited_for_another_ones_readings(database: Database) -> None:
    """REPORTED_AS_DESIGNED, READINGS_COUNT_ONCE: neither its methodology nor its file."""
    at = desk(database)
    played = play_story("first-issuance", at)
    other = _again(played, "BD004")
    request = _again(
        played,
        "BD002",
        period=NEXT_DAY,
        plan=_plan(played, "BD004", NEXT_DAY),
        methodology=other.methodology,
        worked_by=other.worked_by,
        documents=other.documents,
        parameters=other.parameters,
    )

    with pytest.raises(RuleBroken) as refusal:
        _submit(at, played, request)

    assert [finding.rule for finding in refusal.value.findings] == [
        Rule.REPORTED_AS_DESIGNED,
        Rule.READINGS_COUNT_ONCE,
    ]


def test_readings_are_worked_out_while_the_lane_is_free(database: Database) -> None:
    """A slow file of one project must not stop the acts of all others."""
    at = desk(database)
    played = play_story("first-issuance", at)
    later = Period(date(2019, 9, 1), date(2019, 9, 1))
    kept = at.files.put(
        b"meter,read_at,register_wh\n"
        b"BD002-EC-1,2019-09-01T00:00:00+06:00,0\n"
        b"BD002-EC-1,2019-09-02T00:00:00+06:00,9000000\n"
    )
    request = _again(
        played,
        "BD002",
        period=later,
        plan=_plan(played, "BD002", later),
        documents=(Filed("next.csv", "text/csv", 3, kept),),
    )

    assert _submit(at, played, request) == [TransactionStatus.IDLE]


def _play_otherwise(at: Desk, played: Played) -> Conflict:
    """Play the story with another template, as another version of it may."""
    case = replace(played.story.cases["BD002"], worked_by="OJ_chiller_ver1")
    story = replace(played.story, cases={**played.story.cases, "BD002": case})
    with pytest.raises(Conflict) as refusal, closing(at.journal):
        play(story, journal=at.journal, files=at.files)
    return refusal.value


def test_a_story_that_was_played_with_other_content_is_not_played_over_it(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The refusal says what to do; any other conflict of an act is told as it is."""
    at = desk(database)
    played = play_story("first-issuance", at)

    assert "set this data directory aside" in _play_otherwise(at, played).message
    monkeypatch.setattr("openjcm.stories.play._RECORDED_OTHERWISE", "")
    assert _play_otherwise(at, played).code == "request-id-reused"
