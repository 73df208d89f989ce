"""How readings are refused: everything that was found, at once."""

from collections.abc import Sequence

from openjcm.measure.errors import Finding, Malformed


def refuse(findings: Sequence[Finding]) -> None:
    """Refuse the readings where anything was found.

    Raises:
        Malformed: with all findings.
    """
    if not findings:
        return
    first, others = findings[0], len(findings) - 1
    raise Malformed(
        f"the readings are refused: {first.place}: {first.message}"
        + (f" (and {others} more)" if others else ""),
        code="readings-refused",
        about="readings",
        findings=tuple(findings),
    )
