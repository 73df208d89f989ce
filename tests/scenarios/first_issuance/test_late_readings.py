"""Readings that arrive after the rehearsed report: told beside it, and nothing of it changes."""

import gzip
import json
from collections.abc import Callable
from fractions import Fraction
from hashlib import sha256
from importlib.resources import files
from uuid import uuid4

import pytest

from openjcm.intake import Sent, deliver, open_intake
from openjcm.intake.differing import later_than_reports
from openjcm.intake.opening import NewIntake
from openjcm.measure.basis import Basis
from openjcm.store.database import Database, reader
from openjcm.store.intakes import Intake, find_intake
from openjcm.stories.thread import desk, play_story
from openjcm.views.reports import recorded_reports

pytestmark = pytest.mark.slow
PARTNERSHIP, REPORT, PROJECT = "BD-R", "BD002-MR-1", "BD002"
HEADER = "meter,read_at,register_wh"
PLAN = """
zone = "Asia/Dhaka"
first = 2017-03-01
last = 2019-07-31
[[meter]]
id = "BD002-EC-1"
parameter = "EC_PJ"
equipment = "chiller 1"
expected_interval = "15min"
"""


def _rows() -> list[str]:
    place = files("openjcm.stories") / "first_issuance" / "readings" / "BD002.csv.gz"
    return gzip.decompress(place.read_bytes()).decode().splitlines()


@pytest.fixture
def send(database: Database) -> Callable[..., Intake]:
    """Play the story, open an intake of its chiller, and let rows arrive there."""
    play_story("first-issuance", desk(database))

    def sent(rows: str, plan: str = PLAN) -> Intake:
        # The database is that of all tests here.
        name = f"chiller-{uuid4().hex}"
        open_intake(
            NewIntake(
                name=name,
                partnership=PARTNERSHIP,
                project=PROJECT,
                plan=plan,
                basis=Basis.RECONSTRUCTED,
            )
        )
        intake = find_intake(reader(), name)
        deliver(intake, Sent(f"{HEADER}\n{rows}\n".encode()))
        return intake

    return sent


def _recorded() -> str:
    return json.dumps(recorded_reports(reader()), sort_keys=True)


def test_a_corrected_reading_would_change_credits_and_changes_no_report(
    send: Callable[..., Intake],
) -> None:
    """The register at the end is told 40 MWh higher: 2019 would have more, the report has not.

    The reference chiller would have taken more by the quotient of both performances, so that each
    MWh of ours is worth that quotient less one, times the emission factor of the grid.
    """
    before = _recorded()
    meter, read_at, register = _rows()[-1].split(",")

    intake = send(f"{meter},{read_at},{int(register) + 40_000_000}")
    (found,) = later_than_reports(intake)

    assert _recorded() == before
    assert found.later is not None
    (corrected,) = found.later.corrected
    assert (corrected.is_now - corrected.was, corrected.file) == (40_000_000, "batch 1")
    assert [each.number for each in found.batches] == [1]
    assert [each.reported for each in found.vintages] == [49, 60, 35]
    (body,) = (body for _, _, body in recorded_reports(reader()) if body["report"] == REPORT)
    reduced = Fraction(body["derived"]["years"][-1]["er"])
    more = 40 * (Fraction("6.42") / Fraction("5.67") - 1) * Fraction("0.67")
    assert [each.now for each in found.vintages] == [49, 60, int(reduced + more)]
    assert int(reduced + more) > 35


def test_readings_that_the_report_has_are_no_difference(send: Callable[..., Intake]) -> None:
    """A logger that sends its memory again has nothing new to say."""
    intake = send("\n".join(_rows()[1:50]))

    (found,) = later_than_reports(intake)

    assert found.later is not None
    assert (found.later.late, found.later.corrected) == ((), ())
    assert all(each.reported == each.now for each in found.vintages)


def test_what_cannot_be_told_of_a_report_is_said(send: Callable[..., Intake]) -> None:
    """The intake's register has decimals, which the report's plan does not know."""
    meter, read_at, register = _rows()[1].split(",")

    intake = send(f"{meter},{read_at},{register}.5", PLAN + "digits = 1\n")
    (found,) = later_than_reports(intake)

    assert found.later is None
    assert "more decimals than the plan's" in found.refused
    assert [each.number for each in found.batches] == [1]


def test_a_correction_that_leaves_nothing_of_a_report_s_file_is_told(
    send: Callable[..., Intake],
) -> None:
    """The file that the report stands on is replaced by a reading that lies beside the period."""
    meter, read_at, register = _rows()[1].split(",")
    place = files("openjcm.stories") / "first_issuance" / "readings" / "BD002.csv.gz"
    content = place.read_bytes()

    intake = send(f"{meter},{read_at},{register}")
    deliver(intake, Sent(content))
    beside = f"{HEADER}\n{meter},2019-09-01T00:00:00+06:00,{register}\n".encode()
    deliver(intake, Sent(beside, replaces=sha256(content).hexdigest()))
    (found,) = later_than_reports(intake)

    assert [each.number for each in found.batches] == [1, 3]
    assert "has no reading at" in found.refused
