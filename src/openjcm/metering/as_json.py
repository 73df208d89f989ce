"""A summary of readings as plain dictionaries, with stable keys."""

from collections.abc import Mapping
from dataclasses import asdict

from openjcm.metering.summary import Conservation, Fault, FaultCount, Summary


def summary_as_json(summary: Summary) -> Mapping[str, object]:
    """Return a summary as values that JSON knows; amounts are whole register units."""
    return {
        "quantities": [asdict(quantity) for quantity in summary.quantities],
        "faults": [_fault(fault) for fault in summary.faults],
        "fault_counts": [_count(count) for count in summary.fault_counts],
        "conservation": [_conservation(register) for register in summary.conservation],
        "files": [asdict(file) for file in summary.files],
    }


def _fault(fault: Fault) -> dict[str, object]:
    return {**asdict(fault), "kind": fault.kind.value, "at": fault.at.isoformat()}


def _count(count: FaultCount) -> dict[str, object]:
    return {
        **asdict(count),
        "kind": count.kind.value,
        "rule_applied": count.kind.rule_applied,
    }


def _conservation(register: Conservation) -> dict[str, object]:
    return {**asdict(register), "span": register.span, "holds": register.holds}
