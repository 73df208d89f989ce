"""A summary of readings as plain dictionaries, with stable keys."""

from collections.abc import Mapping
from dataclasses import asdict

from openjcm.metering.arrivals.later import Later, Revised
from openjcm.metering.plan.plan import Plan
from openjcm.metering.readings import Detailed
from openjcm.metering.results.by_equipment import (
    EquipmentQuantity,
    ParameterQuantity,
    by_equipment,
    by_parameter,
)
from openjcm.metering.results.not_checked import not_checked
from openjcm.metering.summary import (
    Comparison,
    Conservation,
    Fault,
    FaultCount,
    PeriodQuantity,
    Summary,
)
from openjcm.metering.working.finding_faults import rule_applied


def summary_as_json(summary: Summary, plan: Plan) -> Mapping[str, object]:
    """Return a summary as values that JSON knows; amounts are whole last digits of registers.

    What a last digit is worth, in the register's unit and with the multiplier, stands beside the
    conservation of its meter.
    """
    of_equipment = by_equipment(plan, summary.quantities)
    return {
        "by_equipment": [_added(each) for each in of_equipment],
        "by_parameter": [_added(each) for each in by_parameter(of_equipment)],
        "quantities": [_quantity(quantity) for quantity in summary.quantities],
        "faults": [_fault(fault) for fault in summary.faults],
        "fault_counts": [_count(count) for count in summary.fault_counts],
        "conservation": [_conservation(register, plan) for register in summary.conservation],
        "comparisons": [_comparison(each) for each in summary.comparisons],
        "not_checked": [
            {"check": each.check.value, "meters": list(each.meters), "says": each.says}
            for each in not_checked(plan)
        ],
        "files": [{**asdict(file), "read_as": list(file.read_as)} for file in summary.files],
    }


def days_as_json(detailed: Detailed) -> Mapping[str, object]:
    """Return days, daily profiles and the places of rows as values that JSON knows."""
    first = detailed.plan.period.first.isoformat()
    return {
        "days": [
            {"meter": each.meter, "first": first, "read": each.read, "expected": each.expected}
            for each in detailed.days
        ],
        "profile": [
            {"meter": each.meter, "by_hour": each.profile} for each in detailed.days if each.profile
        ],
        "rows": [asdict(each) for each in detailed.rows],
    }


def _added(added: EquipmentQuantity | ParameterQuantity) -> dict[str, object]:
    """Say a sum; unlike ``filled`` of a meter, what of it was filled is in its unit."""
    said = asdict(added)
    del said["filled"]
    return {**said, "value": f"{added.value:f}", "value_filled": f"{added.filled:f}"}


def _quantity(quantity: PeriodQuantity) -> dict[str, object]:
    return {**asdict(quantity), "value": f"{quantity.value:f}"}


def _fault(fault: Fault) -> dict[str, object]:
    return {**asdict(fault), "kind": fault.kind.value, "at": fault.at.isoformat()}


def _count(count: FaultCount) -> dict[str, object]:
    return {
        **asdict(count),
        "kind": count.kind.value,
        "treatment": count.treatment.value,
        "withheld": f"{count.withheld:f}",
        "tonnes": None if count.tonnes is None else f"{count.tonnes:f}",
        "rule_applied": rule_applied(count.kind, count.treatment),
    }


def _comparison(comparison: Comparison) -> dict[str, object]:
    amounts = {key: f"{getattr(comparison, key):f}" for key in ("value", "other", "taken")}
    return {**asdict(comparison), **amounts, "treatment": comparison.treatment.value}


def _conservation(register: Conservation, plan: Plan) -> dict[str, object]:
    meter = plan.meter(register.meter)
    return {
        **asdict(register),
        "holds": register.holds,
        "unit": meter.register_unit,
        "unit_of_last_digit": f"{meter.worth:f}",
    }


def later_as_json(later: Later, plan: Plan) -> Mapping[str, object]:
    """Return what came after a report as values that JSON knows; registers as their face shows."""
    return {
        "quantities": [_revised(each) for each in later.quantities],
        "tonnes": None if later.tonnes is None else f"{later.tonnes:f}",
        "late_readings": later.late_readings,
        "late": [
            {
                **asdict(each),
                "first_at": each.first_at.isoformat(),
                "last_at": each.last_at.isoformat(),
            }
            for each in later.late
        ],
        "withdrawn_readings": later.withdrawn_readings,
        "corrected_readings": later.corrected_readings,
        "corrected": [
            {
                **asdict(each),
                "at": each.at.isoformat(),
                **{
                    key: plan.meter(each.meter).face(getattr(each, key))
                    for key in ("was", "is_now")
                },
            }
            for each in later.corrected
        ],
    }


def _revised(revised: Revised) -> dict[str, object]:
    of = revised.quantity
    said = {"reported": revised.reported, "now": revised.now}
    return {
        "meter": of.meter,
        "parameter": of.parameter,
        "equipment": of.equipment,
        "year": of.year,
        "unit": of.unit,
        **{key: None if each is None else f"{each.value:f}" for key, each in said.items()},
        "difference": None if revised.difference is None else f"{revised.difference:f}",
    }
