"""Everything that was found in readings and decided by a rule, each with its place.

Steps bring their class with them; the other kinds are found here in readings and points.
"""

from collections.abc import Iterator, Sequence

from openjcm.metering.plan.faults import FaultKind, Treatment
from openjcm.metering.plan.meter import Meter
from openjcm.metering.plan.plan import Plan
from openjcm.metering.summary import Fault
from openjcm.metering.working.engine import Engine, Named
from openjcm.metering.working.screening.proof import Screened
from openjcm.metering.working.screening.strays import OF_STRAYS, make_strays, stray_counts

SHOWN_MAX = 100

_OF_STEPS = """
SELECT class AS kind, meter, place, until AS instant, change AS effect, since AS other,
    CASE class WHEN 'gap' THEN missing WHEN 'stuck' THEN still // 1000000 ELSE register END AS shown
FROM step WHERE class <> 'sound' AND part_to >= 0 AND part_from < {parts}
    AND (class <> 'stuck' OR since = still_since)
"""
_OF_POINTS = """
SELECT 'non-monotone' AS kind, meter, place, instant, CAST(0 AS BIGINT) AS effect,
    CAST(NULL AS BIGINT) AS other, register AS shown FROM beside WHERE out_of_line
"""
_OF_CONTRADICTIONS = """
SELECT 'contradiction' AS kind, meter, place, instant, CAST(0 AS BIGINT) AS effect,
    highest AS other, register AS shown FROM point WHERE register <> highest
"""
_OF_DUPLICATES = """
SELECT 'duplicate' AS kind, meter, struct_pack(file := file, row := row) AS place, instant,
    CAST(0 AS BIGINT) AS effect, CAST(NULL AS BIGINT) AS other, register AS shown
FROM (
    SELECT *, row_number() OVER (PARTITION BY meter, instant, register ORDER BY file, row) AS nth
    FROM ({readings}) AS reading
) AS numbered WHERE nth > 1
"""
_OF_ORDER = """
SELECT 'out-of-order' AS kind, meter, struct_pack(file := file, row := row) AS place, instant,
    CAST(0 AS BIGINT) AS effect, latest AS other, register AS shown
FROM (
    SELECT *, max(instant) OVER (PARTITION BY file, meter ORDER BY row
        ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS latest FROM ({readings}) AS reading
) AS followed WHERE instant < latest
"""
_OF_TIMES = """
SELECT CASE WHEN instant > {now} THEN 'future-stamp' ELSE 'outside-period' END AS kind, meter,
    struct_pack(file := file, row := row) AS place, instant, CAST(0 AS BIGINT) AS effect,
    CAST(NULL AS BIGINT) AS other, register AS shown
FROM ({readings}) AS reading JOIN meter ON meter.position = reading.meter
WHERE instant > {now} OR instant < {first} OR instant > {last}
"""
_SHOWN = """
SELECT kind, meter, place.file, place.row, instant, effect, other, shown FROM (
    SELECT *, row_number() OVER (PARTITION BY kind, meter ORDER BY instant, place) AS nth FROM fault
) AS numbered WHERE nth <= {shown} ORDER BY meter, instant, kind, place
"""
_COUNTS = "SELECT kind, meter, count(*) FROM fault GROUP BY kind, meter ORDER BY meter, kind"


def make_faults(
    engine: Engine, plan: Plan, screened: Screened, *, now: int, first: int, last: int
) -> None:
    """Name the relation ``fault``: one row for each fault of a reading or step.

    Of meters that the screen proved only what it leaves open is looked for.
    """
    if screened.unordered:
        make_strays(engine, screened, SHOWN_MAX)
    every = (
        _OF_STEPS.format(parts=len(plan.years)),
        _OF_POINTS,
        _OF_CONTRADICTIONS,
        _OF_DUPLICATES.format(readings=screened.readings(screened.doubled)),
        _OF_ORDER.format(readings=screened.readings(())),
        *([OF_STRAYS] if screened.unordered else []),
        _OF_TIMES.format(now=now, first=first, last=last, readings=screened.readings(())),
    )
    engine.relation("fault", " UNION ALL ".join(every), is_kept=True)


def counts(engine: Engine, screened: Screened) -> dict[tuple[int, FaultKind], int]:
    """Return how many faults of each meter and kind were found."""
    found = {(place, FaultKind(kind)): int(times) for kind, place, times in engine.rows(_COUNTS)}
    for place, times in (stray_counts(engine) if screened.unordered else {}).items():
        found[place, FaultKind.OUT_OF_ORDER] = times
    return found


def faults(engine: Engine, sources: Sequence[Named], plan: Plan) -> Iterator[Fault]:
    """Return the faults by meter and instant, at most a hundred of a kind and meter."""
    for kind, place, file, row, at, effect, other, shown in engine.rows(
        _SHOWN.format(shown=SHOWN_MAX)
    ):
        meter = plan.meters[place]
        treatment = meter.treatment(FaultKind(kind))
        value, since = _shown(plan, meter, FaultKind(kind), other, shown)
        yield Fault(
            kind=FaultKind(kind),
            meter=meter.id,
            file=sources[file].name,
            row=row,
            at=plan.local(at),
            effect=int(effect) if treatment is not Treatment.COUNT else 0,
            message=message(meter, FaultKind(kind), value, since),
            value=value,
            since=since,
        )


def _shown(
    plan: Plan, meter: Meter, kind: FaultKind, other: int | None, shown: int
) -> tuple[str, str]:
    """Return what a fault shows and since when, as its sentence says them."""
    since = "" if other is None else plan.local(other).isoformat()
    if kind is FaultKind.CONTRADICTION and other is not None:
        since = meter.face(other)
    is_count = kind in (FaultKind.GAP, FaultKind.STUCK)
    return str(shown) if is_count else meter.face(shown), since


def message(meter: Meter, kind: FaultKind, value: str, since: str) -> str:
    """Say in two sentences what was seen and what is done; values as the register shows them."""
    lasts = _hours(int(value)) if kind is FaultKind.STUCK else ""
    happened = {
        FaultKind.RESET: f"The register fell to {value} since {since}.",
        FaultKind.NEGATIVE_STEP: f"The register fell to {value} since {since}, and not to zero.",
        FaultKind.ROLLOVER: f"The register turned over to {value} since {since}.",
        FaultKind.EXCHANGE: f"The register was exchanged since {since}; it stands at {value}.",
        FaultKind.BEYOND_CAPACITY: f"The register rose to {value} since {since}: more than can be.",
        FaultKind.OUTSIDE_CALIBRATION: f"No calibration is valid from {since} on.",
        FaultKind.STUCK: f"From {since} on the register stands still for {lasts}.",
        FaultKind.NON_MONOTONE: f"The register stands at {value}, out of line with its neighbours.",
        FaultKind.CONTRADICTION: f"{value} and {since} stand at one instant.",
        FaultKind.GAP: (
            f"No reading since {since}: {value} without one ({meter.expected_interval})."
        ),
        FaultKind.DUPLICATE: f"The reading {value} stands in an earlier row too.",
        FaultKind.OUT_OF_ORDER: f"The row stands below a later reading, of {since}.",
        FaultKind.OUTSIDE_PERIOD: f"The reading {value} lies outside the period.",
        FaultKind.FUTURE: f"The reading {value} bears an instant to come.",
        FaultKind.SOURCES_DIFFER: f"The meter comes to {value}; {since}.",
    }
    return f"{happened[kind]} {rule_applied(kind, meter.treatment(kind))}"


def rule_applied(kind: FaultKind, treatment: Treatment) -> str:
    """Say in one sentence what a treatment does about a kind of fault."""
    return _APPLIED.get((kind, treatment)) or _USUAL[treatment]


def _hours(seconds: int) -> str:
    return f"{seconds // 3600} h {seconds % 3600 // 60} min"


_USUAL = {
    Treatment.COUNT: "The difference of the register counts in full.",
    Treatment.EXCLUDE: "The interval counts nothing.",
    Treatment.CONSERVATIVE: "The interval is filled in the direction that lowers the credits.",
    Treatment.REFUSE: "The plan refuses it.",
}
_APPLIED = {
    (FaultKind.RESET, Treatment.EXCLUDE): "The interval in which the register fell counts nothing.",
    (FaultKind.NON_MONOTONE, Treatment.EXCLUDE): (
        "A single reading above or below both its neighbours, which agree with each other, "
        "is left out; the difference of the neighbours counts."
    ),
    (FaultKind.GAP, Treatment.COUNT): (
        "The register is cumulative: the difference across the gap counts in full. At an end of "
        "the period there is none: nothing counts, or the most that can be where that lowers the "
        "credits."
    ),
    (FaultKind.DUPLICATE, Treatment.COUNT): "The same reading twice counts once.",
    (FaultKind.OUT_OF_ORDER, Treatment.COUNT): "Readings are put in order of their instants.",
    (FaultKind.OUTSIDE_PERIOD, Treatment.EXCLUDE): (
        "A reading outside the period is kept and not counted."
    ),
    (FaultKind.FUTURE, Treatment.EXCLUDE): "It is kept and not counted.",
    (FaultKind.CONTRADICTION, Treatment.EXCLUDE): "Neither of them is taken.",
    (FaultKind.ROLLOVER, Treatment.COUNT): "What it moved on through its turn counts in full.",
    (FaultKind.EXCHANGE, Treatment.COUNT): (
        "What the old register moved on to its last reading counts, and the new one from its first."
    ),
    (FaultKind.OUTSIDE_CALIBRATION, Treatment.CONSERVATIVE): (
        "The greatest error of the meter is taken in the direction that lowers the credits."
    ),
    (FaultKind.SOURCES_DIFFER, Treatment.COUNT): "The quantity of the meter is taken.",
    (FaultKind.SOURCES_DIFFER, Treatment.CONSERVATIVE): (
        "Whichever of both lowers the credits is taken."
    ),
    (FaultKind.OUTSIDE_CALIBRATION, Treatment.COUNT): "It counts as if the meter were calibrated.",
}
