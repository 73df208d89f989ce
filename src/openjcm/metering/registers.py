"""From readings to intervals: which readings count, what moved between them, and in which year.

All in whole register units; sums are 128 bits wide.
"""

from openjcm.metering.plan import Plan
from openjcm.metering.summary import Conservation, PeriodQuantity
from openjcm.metering.workbench import Bench

# One row per meter and instant inside the period. A single reading above or below both its
# neighbours, which agree with each other, is out of line: a misread digit, or a zero sent while
# the line was down. Counting its rise would make tonnes out of nothing.
_POINTS = """
CREATE TABLE point AS
WITH distinct_point AS (
    SELECT meter, instant, any_value(register) AS register,
        min(struct_pack(file := file, row := row)) AS place
    FROM reading
    WHERE instant >= (SELECT min(instant) FROM boundary)
        AND instant <= (SELECT max(instant) FROM boundary)
    GROUP BY meter, instant
), beside AS (
    SELECT *, lag(register) OVER one AS before, lead(register) OVER one AS after
    FROM distinct_point WINDOW one AS (PARTITION BY meter ORDER BY instant)
)
SELECT *, coalesce(
    before <= after AND (register > after OR register < before), false) AS out_of_line
FROM beside
"""

_STEPS = """
CREATE TABLE step AS
WITH beside AS (
    SELECT meter, instant, register, place, lag(instant) OVER one AS since,
        register - lag(register) OVER one AS change
    FROM point WHERE NOT out_of_line WINDOW one AS (PARTITION BY meter ORDER BY instant)
)
SELECT beside.*, year_part.year FROM beside
JOIN year_part ON since >= year_part.start AND since < year_part.until
"""

_QUANTITIES = """
SELECT plan_meter.position, year_part.year, coalesce(sum(change) FILTER (change > 0), 0)
FROM plan_meter CROSS JOIN year_part
LEFT JOIN step ON step.meter = plan_meter.id AND step.year = year_part.year
GROUP BY ALL ORDER BY ALL
"""

_ENDS = """
SELECT id, min_by(register, instant), max_by(register, instant)
FROM plan_meter JOIN point ON point.meter = plan_meter.id
GROUP BY id, position ORDER BY position
"""

_FALLS = """
SELECT count(*), coalesce(sum(change), 0) FROM step WHERE meter = ? AND change < 0
"""


def make_points(bench: Bench) -> None:
    """Make the table ``point``: one row per meter and instant, told whether it is out of line."""
    bench.execute(_POINTS)


def make_steps(bench: Bench) -> None:
    """Make the table ``step``: what a register moved from one counted reading to the next."""
    bench.execute(_STEPS)


def quantities(bench: Bench, plan: Plan) -> tuple[PeriodQuantity, ...]:
    """Add up the rises of each register per calendar year, in the order of the plan."""
    rows = bench.execute(_QUANTITIES).fetchall()
    return tuple(
        PeriodQuantity(
            meter.id, meter.parameter, meter.equipment, year, amount, meter.register_unit
        )
        for meter, year, amount in ((plan.meters[place], *rest) for place, *rest in rows)
    )


def conservation(bench: Bench, counted: tuple[PeriodQuantity, ...]) -> tuple[Conservation, ...]:
    """Set the span of each register against what was counted and what was excluded."""
    registers = []
    for meter, first, last in bench.execute(_ENDS).fetchall():
        resets, excluded = bench.execute(_FALLS, [meter]).fetchone() or (0, 0)
        amount = sum(quantity.amount for quantity in counted if quantity.meter == meter)
        register = Conservation(meter, first, last, amount, excluded, resets)
        if not register.holds:
            raise AssertionError(f"what {meter} spans is neither counted nor excluded")
        registers.append(register)
    return tuple(registers)
