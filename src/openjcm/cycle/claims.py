"""What a monitoring report claims: its days, how they are worked out, and from which readings.

No day is claimed twice, nothing is worked out in another way than the project was designed, and
no reading file counts for two.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from openjcm.measure.basis import Basis
from openjcm.measure.errors import Finding
from openjcm.measure.period import Period
from openjcm.rulebook import Edition, Rule

# A figure of a rehearsal is never called project data, whatever it was handed in as.
REHEARSED_BASES = (Basis.RECONSTRUCTED, Basis.ILLUSTRATIVE)


@dataclass(frozen=True, slots=True)
class Reckoning:
    """How figures are worked out: by which methodology, over which days, in whose time."""

    methodology: str
    zone: str
    first: str
    last: str


@dataclass(frozen=True, slots=True)
class Worked:
    """By which definition figures are worked, beside those by which they may be.

    ``is_official`` says whether the methodology can be worked under its official number;
    ``templates`` are the unofficial ones that may stand in for it.
    """

    methodology: str
    worked_by: str
    is_official: bool
    templates: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Filing:
    """A reading file, by its SHA-256, behind the report of a project."""

    sha256: str
    project: str
    report: str
    period: Period


def check_period(
    period: Period, claimed: Mapping[str, Period], *, edition: Edition
) -> list[Finding]:
    """Check that a monitoring period shares no day with the earlier ones of its project.

    Gaps between periods are normal. A claim that was rejected or withdrawn is not passed in.

    Rules: NO_PERIOD_TWICE.

    Args:
        period: The period of the new report, both ends counted.
        claimed: Periods of the project's earlier reports, by the report's id.
        edition: The edition that the project is under.
    """
    return [
        edition.finding(
            Rule.NO_PERIOD_TWICE,
            f"the period {period.first} to {period.last} shares days with {report} "
            f"({earlier.first} to {earlier.last})",
            report,
        )
        for report, earlier in claimed.items()
        if period.overlaps(earlier)
    ]


def check_as_designed(
    reported: Reckoning, designed: Reckoning, *, edition: Edition
) -> list[Finding]:
    """Check that a report is worked out as its project was designed, over the days it claims.

    Rules: REPORTED_AS_DESIGNED.

    Args:
        reported: What the report hands in: its methodology, and days and zone of its plan.
        designed: The methodology of the design document, the days that the report claims and
            the zone of the partnership.
        edition: The edition that the project is under.
    """
    faults = {
        "methodology": f"the report uses {reported.methodology}, and the design document says "
        f"{designed.methodology}; use the project's own",
        "plan.zone": f"the plan counts days in {reported.zone}, and the partnership's legal time "
        f"is {designed.zone}; plan in that",
        "plan": f"the plan counts {reported.first} to {reported.last}, and the report claims "
        f"{designed.first} to {designed.last}; give both the same days",
    }
    holds = {
        "methodology": reported.methodology == designed.methodology,
        "plan.zone": reported.zone == designed.zone,
        "plan": (reported.first, reported.last) == (designed.first, designed.last),
    }
    return [
        edition.finding(Rule.REPORTED_AS_DESIGNED, fault, place)
        for place, fault in faults.items()
        if not holds[place]
    ]


def check_worked_as_stated(worked: Worked, *, live: bool, edition: Edition) -> list[Finding]:
    """Check that figures are worked by what a source states, or by a template that may stand in.

    Rules: WORKED_AS_STATED.

    Args:
        worked: The methodology of the report and the definition that works it.
        live: Whether the partnership is live, where no template stands in for anything.
        edition: The edition that the project is under.
    """
    own, by = worked.methodology, worked.worked_by
    if by == own and worked.is_official:
        return []
    if not live and by in worked.templates:
        return []
    if by == own:
        fault = f"no source states the relation of {own} in full, so nothing is worked under it"
    elif live:
        fault = f"nothing live is worked by {by}, but by the official definition alone"
    else:
        fault = f"{by} is neither {own} nor a template of its family"
    return [edition.finding(Rule.WORKED_AS_STATED, f"{fault}; {_way_out(worked, live=live)}", by)]


def _way_out(worked: Worked, *, live: bool) -> str:
    ways = [f"use {worked.methodology} itself"] if worked.is_official else []
    if worked.templates and not live:
        ways.append(f"say worked_by = {' or '.join(worked.templates)}")
    return " or ".join(ways) or "its adopted document is attached and confirmed first"


def check_readings_once(
    new: Iterable[Filing], earlier: Iterable[Filing], *, edition: Edition
) -> list[Finding]:
    """Check that no reading file counts a second time.

    A file may stand behind several reports of one project whose periods share no day.

    Rules: READINGS_COUNT_ONCE.

    Args:
        new: The files of the new report.
        earlier: Files of earlier reports of the partnership.
        edition: The edition that the project is under.
    """
    filed = list(earlier)
    return [
        edition.finding(
            Rule.READINGS_COUNT_ONCE,
            f"the reading file {each.sha256[:12]}… counts for {other.report} of {other.project} "
            "already; hand in the readings of this period alone",
            each.report,
        )
        for each in new
        for other in filed
        if each.sha256 == other.sha256
        and (each.project != other.project or each.period.overlaps(other.period))
    ]


def check_bases(bases: Mapping[str, Basis], *, edition: Edition) -> list[Finding]:
    """Check that a rehearsal calls none of its figures more than it is.

    Rules: REHEARSAL_IS_APART.

    Args:
        bases: The basis of readings and of each parameter, by its place in the report.
        edition: The edition that the project is under.
    """
    allowed = " or ".join(REHEARSED_BASES)
    return [
        edition.finding(
            Rule.REHEARSAL_IS_APART,
            f"{place}: nothing in a rehearsal is {basis}; say {allowed}",
            place,
        )
        for place, basis in bases.items()
        if basis not in REHEARSED_BASES
    ]
