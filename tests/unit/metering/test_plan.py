"""Monitoring plans: what is read, and what is refused with all faults at once."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from openjcm.measure.errors import Malformed, NotFound
from openjcm.measure.period import Period
from openjcm.metering import Meter, Plan, plan_from, read_plan

TOML = """
zone = "Asia/Dhaka"
first = 2017-03-01
last = 2019-07-31
[[meter]]
id = "M"
parameter = "EC_PJ"
equipment = "chiller 1"
"""


def test_a_plan_is_read_from_toml(tmp_path: Path) -> None:
    """Unit and interval have the defaults of the first meters: Wh, monthly."""
    path = tmp_path / "plan.toml"
    path.write_text(TOML, encoding="utf-8")

    plan = read_plan(path)

    assert plan == Plan(
        zone="Asia/Dhaka",
        period=Period(date(2017, 3, 1), date(2019, 7, 31)),
        meters=(Meter("M", "EC_PJ", "chiller 1", "Wh", "month"),),
    )


def test_years_turn_at_the_host_s_midnight(tmp_path: Path) -> None:
    """In Dhaka a year begins at 18:00 UTC of the day before."""
    path = tmp_path / "plan.toml"
    path.write_text(TOML, encoding="utf-8")

    boundaries = read_plan(path).boundaries

    assert boundaries == (
        datetime(2017, 2, 28, 18, tzinfo=UTC),
        datetime(2017, 12, 31, 18, tzinfo=UTC),
        datetime(2018, 12, 31, 18, tzinfo=UTC),
        datetime(2019, 7, 31, 18, tzinfo=UTC),
    )


def test_a_period_in_one_year_has_two_boundaries() -> None:
    """Without a turn of a year only the ends of the period remain."""
    plan = Plan("UTC", Period(date(2018, 5, 1), date(2018, 5, 31)), ())

    assert len(plan.boundaries) == 2


def test_a_missing_plan_is_not_found(tmp_path: Path) -> None:
    """A path without a file is said to be missing."""
    with pytest.raises(NotFound):
        read_plan(tmp_path / "plan.toml")


@pytest.mark.parametrize("content", [b"zone = ", b"zone = '\xff'"])
def test_a_plan_that_is_not_toml_is_refused(tmp_path: Path, content: bytes) -> None:
    """Neither broken syntax nor bytes that are not UTF-8 pass."""
    path = tmp_path / "plan.toml"
    path.write_bytes(content)

    with pytest.raises(Malformed) as refusal:
        read_plan(path)

    assert refusal.value.code == "not-toml"


METER = {"id": "M", "parameter": "EC_PJ", "equipment": "chiller 1"}
TABLE = {"zone": "Asia/Dhaka", "first": date(2017, 3, 1), "last": date(2019, 7, 31)}


@pytest.mark.parametrize(
    ("table", "said"),
    [
        ({**TABLE}, "meter is missing"),
        ({**TABLE, "meter": []}, "at least one [[meter]] table is needed"),
        ({**TABLE, "meter": ["M"]}, "at least one [[meter]] table is needed"),
        ({**TABLE, "meter": [METER], "colour": 1}, "colour is not known in a plan"),
        ({**TABLE, "meter": [METER], "zone": "Asia/Nowhere"}, "'Asia/Nowhere' is not a time zone"),
        ({**TABLE, "meter": [METER], "zone": "../etc"}, "'../etc' is not a time zone"),
        ({**TABLE, "meter": [METER], "zone": 6}, "6 is not a time zone"),
        ({**TABLE, "meter": [METER], "first": "2017-03-01"}, "'2017-03-01' is not a day"),
        (
            {**TABLE, "meter": [METER], "last": datetime(2019, 7, 31, tzinfo=UTC)},
            "is not a day such as 2017-03-01",
        ),
        ({**TABLE, "meter": [METER], "last": date(2017, 2, 1)}, "lies before the first day"),
        ({**TABLE, "meter": [METER, METER]}, "meter 2: the id 'M' stands twice"),
        ({**TABLE, "meter": [{**METER, "id": "M,1"}]}, "meter 1: id is needed"),
        ({**TABLE, "meter": [{**METER, "id": " M"}]}, "meter 1: id is needed"),
        ({**TABLE, "meter": [{**METER, "parameter": ""}]}, "meter 1: parameter is needed"),
        ({**TABLE, "meter": [{**METER, "equipment": 1}]}, "meter 1: equipment is needed"),
        ({**TABLE, "meter": [{**METER, "size": 1}]}, "meter 1: size is not known"),
        ({**TABLE, "meter": [{**METER, "register_unit": "kvarh"}]}, "register_unit is a unit"),
        ({**TABLE, "meter": [{**METER, "expected_interval": "hour"}]}, "expected_interval is one"),
    ],
)
def test_a_faulty_plan_is_refused(table: dict[str, object], said: str) -> None:
    """Each fault is named, with the place of the plan."""
    with pytest.raises(Malformed) as refusal:
        plan_from(table, place="plan.toml")

    (finding,) = refusal.value.findings
    assert said in finding.message
    assert finding.place == "plan.toml"


def test_all_faults_of_a_plan_are_named_at_once() -> None:
    """An empty table misses four things and is told of all four."""
    with pytest.raises(Malformed) as refusal:
        plan_from({}, place="plan.toml")

    assert len(refusal.value.findings) == 4


def test_an_unknown_meter_or_year_is_not_found(plan: Plan) -> None:
    """A question about what is not planned is refused, not answered with nothing."""
    with pytest.raises(NotFound):
        plan.meter("X")
    with pytest.raises(NotFound):
        plan.year(2019)
