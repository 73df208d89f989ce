"""On which day an act may be dated: asked by every journal when it appends."""

from datetime import date, datetime

from openjcm.actions.journal import Partnership
from openjcm.actions.taking import refuse
from openjcm.cycle import check_legal_day
from openjcm.rulebook import edition_of


def require_legal_day(on: date, *, at: datetime, partnership: Partnership, directory: str) -> None:
    """Refuse an act that is not dated on the legal day of its record.

    Only a demonstration or test replays days that are past; what others published is recorded
    with their day.

    Rules: DATED_ON_ITS_LEGAL_DAY.

    Args:
        on: The legal day that the act gives.
        at: The instant of its record, from the record's one clock.
        partnership: Where it is recorded.
        directory: What the data directory is: live, demonstration or test.

    Raises:
        RuleBroken: the day is another.
    """
    findings = check_legal_day(
        on,
        at=at,
        zone=partnership.zone,
        replayed=directory != "live" or partnership.kind == "record",
        edition=edition_of(partnership.kind, partnership.host, on=on),
    )
    refuse(findings, partnership.key)
