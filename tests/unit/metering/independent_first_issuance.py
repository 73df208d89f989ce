"""Work out the rehearsal from registers to credits in plain Decimal, without using openjcm.

Usage: independent_first_issuance.py DIR, with BD002.csv.gz, BD004.csv.gz, parameters.toml in DIR.
"""

import csv
import gzip
import sys
import tomllib
from collections import defaultdict
from datetime import datetime, timedelta
from decimal import Decimal
from itertools import pairwise
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

WH_PER_MWH = 10**6


def counted(path: Path, plan: dict[str, Any]) -> dict[tuple[str, int], int]:
    """Sum the rises of each register per calendar year of its legal time."""
    zone, wh = ZoneInfo(plan["zone"]), defaultdict[tuple[str, int], int](int)
    registers = defaultdict[str, dict[datetime, int]](dict)
    for row in csv.DictReader(gzip.decompress(path.read_bytes()).decode().splitlines()):
        at = datetime.fromisoformat(row["read_at"]).astimezone(zone)
        if plan["first"] <= at.date() and at.replace(tzinfo=None) <= datetime.combine(
            plan["last"] + timedelta(days=1), datetime.min.time()
        ):
            registers[row["meter"]][at] = int(row["register_wh"])
    for meter, readings in registers.items():
        points = sorted(readings.items())
        inner = zip(points, points[1:], points[2:], strict=False)
        line = [q for p, q, r in inner if not (p[1] <= r[1] and not p[1] <= q[1] <= r[1])]
        line = [points[0], *line, points[-1]]
        for (since, low), (_, high) in pairwise(line):
            wh[meter, since.year] += max(high - low, 0)
    return wh


def results(folder: Path) -> list[dict[str, Any]]:
    """Return EC, RE, PE, ER, credits and the Government of Japan's half, per project and year."""
    table = tomllib.loads((folder / "parameters.toml").read_text("utf-8"), parse_float=Decimal)
    rows = []
    for project, case in table["project"].items():
        wh = counted(folder / f"{project}.csv.gz", case["plan"])
        fixed = {symbol: entry["value"] for symbol, entry in case["fixed"].items()}
        for year in range(case["plan"]["first"].year, case["plan"]["last"].year + 1):
            mwh = [Decimal(wh[m["id"], year]) / WH_PER_MWH for m in case["plan"]["meter"]]
            if project == "BD002":
                cops = zip(mwh, fixed["COP_PJ"], fixed["COP_RE"], strict=True)
                re = sum(ec * pj / ref for ec, pj, ref in cops) * fixed["EF"]
                pe = sum(mwh) * fixed["EF"]
            else:
                pairs = zip(mwh, fixed["EF_RE"], strict=True)
                re, pe = sum(eg * factor for eg, factor in pairs), Decimal(0)
            tonnes = int(re - pe)
            rows.append(
                {"project": project, "year": year, "EC": sum(mwh), "RE": re, "PE": pe}
                | {"ER": re - pe, "credits": tonnes, "goj": (tonnes + 1) // 2}
            )
    return rows


if __name__ == "__main__":
    for result in results(Path(sys.argv[1])):
        print(*(f"{key}={value}" for key, value in result.items()))  # noqa: T201 - a script
