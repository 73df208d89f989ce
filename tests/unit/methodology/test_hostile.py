"""Files made to hurt are refused quickly and in little memory."""

import json
import resource
import subprocess
import sys
from pathlib import Path

import pytest

from fakes.drafts import KNOWN, drafted, fixed, formula, index, monitored

SECONDS = 1
MEGABYTES = 100
TIMED = """
import json, resource, sys, time
from pathlib import Path
from decimal import Decimal
import openjcm.methodology as m
from openjcm.measure import SchemeError, unit
unit("tCO2e/MWh")
size = lambda: resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
before, started = size(), time.process_time()
path, values, code = Path(sys.argv[1]), json.loads(sys.argv[2]), ""
try:
    if path.stat().st_size > 10**6:
        code = m.check_definition(path)[0].rule
    else:
        definition = m.read_definition(path.read_text(), place="x")
    if values is not None:
        given = {k: [Decimal(1)] * v[0] if isinstance(v, list) else Decimal(v)
                 for k, v in values.items()}
        m.work(definition, given)
except SchemeError as error:
    code = error.findings[0].rule if error.code == "definition-malformed" else error.code
print(json.dumps([code, time.process_time() - started, (size() - before) / 1024]))
"""
BASE = (monitored("A", "1"), fixed("T", "tCO2e"))


def _chain(count: int, text: str) -> str:
    """Return formulas that each use the one before twice: as long as a file may be."""
    rows = [formula("X0", "A", "1")]
    rows += [formula(f"X{n}", text.format(n - 1), "1") for n in range(1, count)]
    rows += [formula("RE", f"T * X{count - 1}"), formula("PE", "0"), formula("ER", "RE - PE")]
    return drafted(*BASE, formulas={}).split("[[formula]]", maxsplit=1)[0] + "\n".join(rows)


WIDE = drafted(
    monitored("X", "1", "chiller"),
    monitored("Y", "1", "day"),
    monitored("Z", "1", "hour"),
    fixed("T", "tCO2e"),
    formulas={"RE": "sum(sum(sum(X * Y * Z over chiller) over day)) * T"},
)
YEARS = drafted(
    index("year"),
    monitored("X", "1", "year"),
    fixed("T", "tCO2e"),
    formulas={
        "Q": ("previous(Q, 2) ^ 99 + X", "1"),
        "RE": "sum(Q) * T",
    },
)
HOSTILE = [
    ("huge", "#" * 300_000_000, None, "file-readable"),
    ("deep", "a = " + "[" * 90_000, None, "file-readable"),
    ("deep-keys", "a" + ".a" * 90_000 + " = 1", None, "file-readable"),
    ("deep-tables", "[fixed" + ".a" * 90_000 + "]", None, "file-readable"),
    ("deep-values", "fixed = " + "{ a = " * 900 + "1" + " }" * 900, None, "file-readable"),
    (
        "rather-deep-keys",
        "".join(f"k{n}" + ".a" * 39 + " = 1\n" for n in range(2200)),
        None,
        "key-known",
    ),
    ("many-tables", "[[formula]]\n" * 15_000, None, "key-given"),
    ("escapes", 'id = "' + "\\n" * 95_000 + '"', None, "kind-of-value"),
    ("long-number", "a = " + "9" * 190_000, None, "file-readable"),
    ("deep-formula", drafted(*BASE, formulas={"RE": "(" * 400 + "T"}), None, "formula-readable"),
    ("denials", drafted(*BASE, formulas={"RE": "not " * 199 + "T"}), None, "formula-readable"),
    ("cases", drafted(*BASE, formulas={"RE": "case when " * 99}), None, "formula-readable"),
    ("long-formula", drafted(*BASE, formulas={"RE": "T+" * 9000}), None, "formula-readable"),
    (
        "whole-power",
        drafted(*BASE, formulas={"RE": "T * 2 ^ 999999999 * A"}),
        None,
        "power-bounded",
    ),
    (
        "power",
        drafted(*BASE, formulas={"RE": "T * 2 ^ (999999999 * A)"}),
        {"A": 1, "T": 1},
        "power-of-no-sense",
    ),
    (
        "tower",
        drafted(*BASE, formulas={"RE": "T * ((9 ^ (99 * A)) ^ 99) ^ 99"}),
        {"A": 1, "T": 1},
        "beyond-all-size",
    ),
    (
        "exp",
        drafted(*BASE, formulas={"RE": "T * exp(1000000000 * A)"}),
        {"A": 1, "T": 1},
        "exp-of-no-sense",
    ),
    ("doubling", _chain(900, "X{0} * X{0} * 9"), {"A": 9, "T": 1}, "beyond-all-size"),
    ("years", YEARS, {"X": [100_000], "T": 1}, "too-many-places"),
    ("towers-of-years", YEARS, {"X": [1000], "T": 1}, "beyond-all-size"),
    ("wide", WIDE, {"X": [2000], "Y": [2000], "Z": [2000], "T": 1}, "too-many-places"),
    (
        "built-on-itself",
        'id = "XX_AM001_ver01.0"\nuses = [' + '"none",' * 9000 + "]",
        None,
        "kind-of-value",
    ),
    (
        "many-references",
        'id = "XX_AM001_ver01.0"\nuses = [' + ",".join(f'"b{n}"' for n in range(20_000)) + "]",
        None,
        "built-on-what-there-is",
    ),
    ("long-formulas", _chain(190, "+".join(["X{0}"] * 99)), None, ""),
    ("long-products", _chain(190, "*".join(["X{0}"] * 99)), None, ""),
    ("long-minima", _chain(140, "min(" + ",".join(["X{0}"] * 98) + ")"), None, ""),
    ("many-formulas", _chain(1500, "X{0} + X{0}"), None, ""),
    (
        "many-members",
        drafted(
            index("year", f"members = {[str(n) for n in range(20_000)]}"),
            *BASE,
            formulas={"RE": "T * A"},
        ),
        None,
        "members-named",
    ),
    (
        "many-rows",
        drafted(
            f'[table.X]\nunit = "1"\nkey = {{ unit = "1" }}\nclosed = "left"\noutside = 0\n'
            f"row = [{'{ from = 0, value = 1 },' * 6000}]\n{KNOWN}",
            *BASE,
            formulas={"RE": "T * lookup(X, A)"},
        ),
        None,
        "table-in-order",
    ),
    (
        "long-unit",
        drafted(*BASE, formulas={"RE": ("T * A", "*".join(["m"] * 20_000))}),
        None,
        "unit-known",
    ),
]


@pytest.mark.parametrize(
    ("text", "values", "code"),
    [pytest.param(*row[1:], id=row[0]) for row in HOSTILE],
)
def test_what_is_made_to_hurt_is_refused_at_once(
    tmp_path: Path, text: str, values: object, code: str
) -> None:
    """In under a second and a hundred megabytes, in a process of its own."""
    file = tmp_path / "hostile.toml"
    file.write_text(text, encoding="utf-8")

    done = subprocess.run(
        [sys.executable, "-c", TIMED, str(file), json.dumps(values)],
        check=True,
        capture_output=True,
        text=True,
        timeout=60,
    )

    said, seconds, megabytes = json.loads(done.stdout)
    assert said == code
    assert seconds < SECONDS
    assert megabytes < MEGABYTES
    assert resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss > 0
