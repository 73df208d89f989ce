"""Readings that arrive: an intake of two meters, and batches of their quarter-hour registers."""

from datetime import UTC, datetime, timedelta

from openjcm.intake import NewIntake, open_intake
from openjcm.measure.basis import Basis

# Midnight of 2024-01-01 in Asia/Dhaka.
START = datetime(2023, 12, 31, 18, tzinfo=UTC)
QUARTER = timedelta(minutes=15)
PLAN = """
zone = "Asia/Dhaka"
first = 2024-01-01
last = 2024-12-31

[[meter]]
id = "PV1"
parameter = "EG"
equipment = "PV system 1"
register_unit = "kWh"
digits = 1
expected_interval = "15min"

[[meter]]
id = "PV2"
parameter = "EG"
equipment = "PV system 2"
register_unit = "kWh"
digits = 1
expected_interval = "15min"
"""


def opened(
    name: str, basis: Basis = Basis.ILLUSTRATIVE, plan: str = PLAN, sender: str = "logger"
) -> str:
    """Open an intake of the story's project, and return its key."""
    new = NewIntake(name=name, partnership="BD-R", project="BD002", plan=plan, basis=basis)
    return open_intake(new, sender)


def readings(meter: str, first: int, last: int, *, step: int = 5) -> list[str]:
    """Return lines of a register that rises by so many tenths of a kWh each quarter of an hour."""
    base = {"PV1": 1000, "PV2": 90_000}[meter]
    return [
        f"{meter},{(START + at * QUARTER).isoformat()},{(base + step * at) / 10:.1f}"
        for at in range(first, last + 1)
    ]


def table(lines: list[str]) -> bytes:
    """Return lines as a file."""
    return "\n".join(["meter,read_at,kwh", *lines, ""]).encode()


def batch(meter: str, first: int, last: int, *, step: int = 5) -> bytes:
    """Return a batch of one meter."""
    return table(readings(meter, first, last, step=step))
