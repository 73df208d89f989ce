"""Every recorded monitoring report, for those who work it out again."""

import json
from typing import Any

from openjcm.views.reader import Reader

_REPORTS = """
SELECT partnership, side, seq, edition, body FROM journal
WHERE kind = 'MonitoringReportSubmitted' ORDER BY partnership, seq
"""


def recorded_reports(reader: Reader) -> list[tuple[str, str, dict[str, Any]]]:
    """Return each report as the record's name, its edition's document, and its body."""
    return [
        (
            f"{row['partnership']}/{row['side']} record {row['seq']}",
            row["edition"],
            json.loads(row["body"]),
        )
        for row in reader.rows(_REPORTS)
    ]
