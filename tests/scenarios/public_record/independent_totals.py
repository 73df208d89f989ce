"""The totals of the public record, recomputed from its data files by other means.

Nothing of OpenJCM is imported: the files are read with csv and tomllib, and only whole numbers
are added. A decision's printed total goes before the sum of its lines; what is not printed is
left out and never counted as zero.
"""

import csv
import tomllib
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

DATA = Path(__file__).resolve().parents[3] / "src/openjcm/stories/published_record"
# What another source prints, or what a named recipient got, is no total of a measure.
MEASURES = ("notified", "goj", "issued_japan", "issued_host")
COUNTS = (
    *("decisions", "without_amount", "amount_in_part", "goj_unknown"),
    *("issued_unknown", "issued_japan_unknown", "issued_host_unknown"),
)
FIELDS = (*MEASURES, *COUNTS)


def decisions() -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield each decision with its partner country."""
    for path in sorted((DATA / "decisions").glob("*.toml")):
        for decision in tomllib.loads(path.read_text(encoding="utf-8"))["decision"]:
            yield path.stem, decision


def year_of(decision: dict[str, Any]) -> int | None:
    """Return the year of the decision, else of its announcement, else of the issuance."""
    for name in ("decided_on", "announced_on", "issued_on"):
        day: date | None = decision.get(name)
        if day:
            return day.year
    return None


def printed(part: dict[str, Any], measure: str, host: str) -> int | None:
    """Return what a line or a total prints of a measure."""
    if measure in ("notified", "goj"):
        found: int | None = part.get(measure)
        return found
    wanted = "JP" if measure == "issued_japan" else host
    for side in part.get("sides", []):
        if side["side"] == wanted:
            issued: int | None = side.get("issued", side.get("issued_goj"))
            return issued
    return None


def is_whole(part: dict[str, Any], measure: str) -> bool:
    """Whether what is printed is all of it: of an issuance, not the government's part alone."""
    return measure != "issued_japan" or not any("issued_goj" in s for s in part.get("sides", []))


def amount(decision: dict[str, Any], measure: str, host: str) -> tuple[int | None, bool]:
    """Return what is known of a decision's measure, and whether that is all of it."""
    total = printed(decision.get("total", {}), measure, host)
    if total is not None:
        return total, True
    lines = decision.get("line", [])
    known = [found for line in lines if (found := printed(line, measure, host)) is not None]
    partial = "further-project-not-known" in decision.get("remarks", [])
    partial = partial or not all(is_whole(line, measure) for line in lines)
    complete = len(known) == len(lines) and not partial
    return (sum(known) if known else None), complete and bool(known)


def totals(by: str) -> dict[Any, dict[str, int | None]]:
    """Return the totals by ``all``, ``country`` or ``year``; None where nothing is printed."""
    found: dict[Any, dict[str, int | None]] = {}
    for host, decision in decisions():
        group = {"all": None, "country": host, "year": year_of(decision)}[by]
        row = found.setdefault(group, {**dict.fromkeys(FIELDS, 0), **dict.fromkeys(MEASURES)})
        known = {measure: amount(decision, measure, host) for measure in MEASURES}
        for measure, (tonnes, _) in known.items():
            if tonnes is not None:
                row[measure] = (row[measure] or 0) + tonnes
        whole = {measure: is_whole for measure, (_, is_whole) in known.items()}
        counts = {
            "decisions": True,
            "without_amount": known["notified"][0] is None,
            "amount_in_part": known["notified"][0] is not None and not whole["notified"],
            "goj_unknown": not whole["goj"],
            "issued_unknown": not (whole["issued_japan"] and whole["issued_host"]),
            "issued_japan_unknown": not whole["issued_japan"],
            "issued_host_unknown": not whole["issued_host"],
        }
        for name, counted in counts.items():
            row[name] = (row[name] or 0) + int(counted)
    return found


def projects_by_country() -> tuple[Counter[str], Counter[str]]:
    """Return how many projects each country has, and how many of them are registered."""
    with (DATA / "projects.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    every = Counter(row["reference_no"][:2] for row in rows)
    return every, Counter(row["reference_no"][:2] for row in rows if row["registered_on"])
