"""Recorded reports worked out again from their readings: what was forged is named."""

import pytest

from fakes.bench import (
    ON,
    Bench,
)
from openjcm.actions.check_derivations import check_derivations
from openjcm.measure.errors import Finding, NotFound
from openjcm.rulebook import edition_in_force


def test_a_report_of_a_project_whose_design_document_is_lost_names_it(bench: Bench) -> None:
    """A case without the record it stands on is a broken record, and is named."""
    bench.before("submit-monitoring-report")
    bench.journal.lose("DesignDocumentSubmitted")

    with bench.refusing(NotFound, "no-design-document"):
        bench.ask("submit-monitoring-report")


def test_a_recorded_report_is_worked_out_again_from_its_readings(bench: Bench) -> None:
    """Verify finds nothing where readings and record agree."""
    body = bench.reach("submit-monitoring-report").body
    reports = [("BD-T/joint record 5", edition_in_force("BD", on=ON).document, body)]

    assert check_derivations(reports, meters=bench.meters) == []


def test_a_report_that_its_readings_do_not_come_to_is_named(bench: Bench) -> None:
    """Verify names the record whose readings give other figures."""
    body = bench.reach("submit-monitoring-report").body
    bench.meters.wh[2018] += 1
    reports = [("BD-T/joint record 5", edition_in_force("BD", on=ON).document, body)]

    assert check_derivations(reports, meters=bench.meters) == [
        Finding(
            "derivation",
            "BD-T/joint record 5",
            "BD-T/joint record 5: its readings do not come to what was recorded",
        )
    ]


@pytest.mark.parametrize(
    ("part", "forged"),
    [
        ("quantities", []),
        ("faults", []),
        ("conservation", [{"span": 2}]),
        ("years", []),
        ("basis", "measured"),
        ("definition_sha256", "0" * 64),
    ],
)
def test_nothing_that_was_derived_can_be_forged(bench: Bench, part: str, forged: object) -> None:
    """Verify compares all of it: quantities, faults, sums, years, basis and definition."""
    body = bench.reach("submit-monitoring-report").body
    derived = {**body["derived"], part: forged}
    edition = edition_in_force("BD", on=ON).document

    findings = check_derivations(
        [("one", edition, {**body, "derived": derived})], meters=bench.meters
    )

    assert [finding.place for finding in findings] == ["one"]


def test_a_report_that_cannot_be_worked_out_again_is_named(bench: Bench) -> None:
    """Verify says why, and goes on to the next report."""
    body = bench.reach("submit-monitoring-report").body
    edition = edition_in_force("BD", on=ON).document
    reports = [("one", "no edition", body), ("other", edition, body)]

    (finding,) = check_derivations(reports, meters=bench.meters)

    assert finding.place == "one"
    assert "cannot be worked out again: " in finding.message
