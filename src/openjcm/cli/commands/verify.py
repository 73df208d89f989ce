"""``openjcm verify``: recompute, replay, re-derive, compare; exit 0 only if all agree."""

import typer

from openjcm.actions.check_derivations import check_derivations
from openjcm.cli.answers import JsonFlag, answer
from openjcm.cli.frame import say, wiring_of
from openjcm.measure.errors import Finding
from openjcm.store import configured, reader
from openjcm.store.files import FileStore
from openjcm.store.intakes import batches_of_all
from openjcm.store.verifying.intakes import check_intakes
from openjcm.store.verifying.replay import check_record
from openjcm.stories.meters import FiledMeters
from openjcm.stories.thread import last_seen
from openjcm.views.reports import recorded_reports

FOUND_PROBLEMS = 1


def command(
    context: typer.Context,
    as_json: JsonFlag = False,  # noqa: FBT002 - a flag of the command line
) -> int:
    """Check every hash, signature, balance, reduction and batch of the record.

    Raises:
        Stopped: the database does not answer.
    """
    with wiring_of(context).opened(say):
        where = configured()
        findings = check_record(where.app_url, last_seen(where))
        reports = [] if findings else recorded_reports(reader())
        files = FileStore(where.files)
        findings += check_derivations(reports, meters=FiledMeters(files))
        findings += check_intakes(reader(), files)
        batches = batches_of_all(reader())
        counts = reader().rows("SELECT partnership, side, seq FROM chain_head ORDER BY 1, 2")
    said = {
        "agrees": not findings,
        "chains": counts,
        "reports": len(reports),
        "batches": batches,
        "findings": findings,
    }
    answer(said, as_json=as_json, text=lambda: _text(findings, counts, len(reports), batches))
    return FOUND_PROBLEMS if findings else 0


def _text(
    findings: list[Finding], counts: list[dict[str, object]], reports: int, batches: int
) -> str:
    if findings:
        lines = [f"  {finding.message}" for finding in findings]
        return "\n".join([f"{len(findings)} problem(s) found:", *lines])
    records = sum(int(str(count["seq"])) for count in counts)
    arrived = f" The files of {batches} batches of readings are what arrived." if batches else ""
    return (
        f"All agrees: {records} records in {len(counts)} chains, every hash, signature and "
        f"balance, and {reports} monitoring reports worked out again from their readings.{arrived}"
    )
