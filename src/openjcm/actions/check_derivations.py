"""Work every monitoring report out again from its filed readings, and compare."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict
from typing import Any

from openjcm.actions.derivation import Meters
from openjcm.actions.issuance.report_verification import rederive
from openjcm.actions.request import json_value
from openjcm.measure.errors import Finding, SchemeError
from openjcm.rulebook import load_edition


def check_derivations(
    reports: Iterable[tuple[str, str, Mapping[str, Any]]], *, meters: Meters
) -> list[Finding]:
    """Return every report whose readings do not come to what was recorded.

    Args:
        reports: For each recorded monitoring report: the record's name, the document of the
            edition it was recorded under, and its body.
        meters: Readings of the filed documents.
    """
    findings = []
    for name, document, reported in reports:
        fault = _fault(document, reported, meters)
        if fault:
            findings.append(Finding("derivation", name, f"{name}: {fault}"))
    return findings


def _fault(document: str, reported: Mapping[str, Any], meters: Meters) -> str:
    try:
        again = rederive(reported, meters=meters, edition=load_edition(document))
    except SchemeError as error:
        return f"cannot be worked out again: {error.message}"
    if json_value(asdict(again)) != reported["derived"]:
        return "its readings do not come to what was recorded"
    return ""
