"""Readings in their normal form: Parquet files that every engine reads, and a manifest beside them.

What is written in a logger's own way was read once, by one machine; from here on a reading is five
whole numbers. The manifest says of which files, and what the numbers add up to, so that a part that
was lost on the way to a cluster is noticed.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

import rfc8785

from openjcm.measure.errors import Finding, Malformed, NotFound
from openjcm.metering.files.opening import ReadFile
from openjcm.metering.plan.plan import Plan
from openjcm.metering.working.engine import READING_COLUMNS, Engine

FORMAT = "openjcm-readings/1"
MANIFEST = "manifest.json"
READINGS = "readings"
_REGISTER_MAX = 1 << 62

_SEEN = f"""
SELECT count(*), {", ".join(f"sum(CAST({name} AS DECIMAL(38, 0)))" for name, _ in READING_COLUMNS)},
    sum(CASE WHEN meter >= 0 AND meter < {{meters}} AND file >= 0 AND file < {{sources}}
        AND abs(register) <= {_REGISTER_MAX} AND row > 0 AND instant IS NOT NULL THEN 0 ELSE 1 END)
FROM reading
"""


@dataclass(frozen=True, slots=True)
class Part:
    """What the number of a file in a reading leads to: a file, or a part of an archive."""

    name: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """What stands beside readings in their normal form.

    ``plan`` is the digest of what reading them rested on; ``sums`` are their number and the sum of
    each column.
    """

    plan: str
    files: tuple[ReadFile, ...]
    sources: tuple[Part, ...]
    sums: tuple[int, ...]


def digest_of(plan: Plan) -> str:
    """Return the digest of what a plan says about reading files: meters, period, clock, columns.

    What it says about faults, calibrations and capacities is not in it: another rule needs no
    other reading.
    """
    said: dict[str, Any] = {
        "zone": plan.zone,
        "first": plan.period.first.isoformat(),
        "last": plan.period.last.isoformat(),
        "clock": plan.clock,
        "columns": asdict(plan.columns),
        "meters": [
            [each.id, each.register_unit, each.digits, each.reads.value, list(each.names)]
            for each in plan.meters
        ],
    }
    return sha256(rfc8785.dumps(said)).hexdigest()


def sums_of(engine: Engine, meters: int, sources: int) -> tuple[tuple[int, ...], int]:
    """Return the number of readings with the sums of their columns, and how many cannot be."""
    ((*sums, strays),) = engine.rows(_SEEN.format(meters=meters, sources=sources))
    return tuple(int(each or 0) for each in sums), int(strays or 0)


def write_manifest(folder: Path, manifest: Manifest) -> None:
    """Write the manifest into the folder of the readings."""
    number, *sums = manifest.sums
    said = {
        "format": FORMAT,
        "plan": manifest.plan,
        "files": [{**asdict(each), "read_as": list(each.read_as)} for each in manifest.files],
        "sources": [each.name for each in manifest.sources],
        "readings": {
            "rows": number,
            # As text: a sum can be longer than what JSON's readers keep exactly.
            "sums": {name: str(of) for (name, _), of in zip(READING_COLUMNS, sums, strict=True)},
        },
    }
    text = json.dumps(said, indent=2, ensure_ascii=False)
    (folder / MANIFEST).write_text(text + "\n", encoding="utf-8")


def read_manifest(folder: Path, plan: Plan) -> Manifest:
    """Read the manifest of a folder of readings, made under this plan.

    Raises:
        NotFound: the folder has none.
        Malformed: it cannot be read, or the plan is another.
    """
    path = folder / MANIFEST
    try:
        table = json.loads(path.read_text(encoding="utf-8"))
    except OSError:
        said = f"there is no {MANIFEST} in {folder}; make it with openjcm meter stage"
        raise NotFound(said, code="no-manifest", about="readings") from None
    except (ValueError, UnicodeDecodeError):
        raise _not_a_manifest(path) from None
    try:
        manifest = _manifest(table)
    except (KeyError, TypeError, ValueError, AttributeError):
        raise _not_a_manifest(path) from None
    if manifest.plan != digest_of(plan):
        said = (
            f"{folder} was staged under another plan: its meters, units, decimals, period, clock "
            "or columns differ from this one's; stage the files again"
        )
        raise Malformed(said, code="another-plan", about="plan")
    return manifest


def _manifest(table: Mapping[str, Any]) -> Manifest:
    if table["format"] != FORMAT:
        raise ValueError(table["format"])
    return Manifest(
        str(table["plan"]),
        tuple(
            ReadFile(
                str(each["name"]), str(each["sha256"]), int(each["rows"]), tuple(each["read_as"])
            )
            for each in table["files"]
        ),
        tuple(Part(str(name)) for name in table["sources"]),
        (
            int(table["readings"]["rows"]),
            *(int(table["readings"]["sums"][name]) for name, _ in READING_COLUMNS),
        ),
    )


def _not_a_manifest(path: Path) -> Malformed:
    said = f"{path} is no manifest of the form {FORMAT}; stage the files again"
    return Malformed(said, code="no-manifest", about="readings")


def differences(engine: Engine, manifest: Manifest, meters: int) -> Sequence[Finding]:
    """Find where the readings are not those of the manifest."""
    sums, strays = sums_of(engine, meters, len(manifest.sources))
    if sums == manifest.sums and not strays:
        return []
    said = (
        f"{sums[0]} readings stand there and the manifest says {manifest.sums[0]}, or their sums "
        "differ; a part was lost or changed on the way: copy the folder again, or stage again"
    )
    return [Finding("readings-changed", READINGS, said)]
