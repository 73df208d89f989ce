"""A made-up methodology from its document to credits, in a checkout of its own."""

import json
import os
import shutil
import subprocess
import sys
from importlib.resources import files
from pathlib import Path

import pytest

OURS = Path(str(files("openjcm")))
PDF = b"%PDF-1.7 an adopted document that was made up for the tests"
SOURCE = "https://example.org/mn-am090.pdf"
MADE_UP = "MN_AM090_ver01.0"
ENTRY = f"""
number = "MN_AM090"
version = "01.0"
status = "approved"
title = "A made-up plant"
title_rests_on = "to_be_confirmed"
scope = "1"
scope_basis = "inferred"
technology = "made up"
family = "OJ_displacement_ver1"
sources = ["{SOURCE}"]
says = "Made up for the tests."
[relation]
rests_on = "family_analogue"
confidence = "derived"
speaks_of = "other methodologies"
[monitored.EG]
unit = "MWh"
says = "Electricity"
evidence = "derived"
[fixed.EF]
unit = "tCO2e/MWh"
says = "Factor"
evidence = "derived"
expected_from = "the adopted document"
"""
DEFINITION = f"""
based_on = "OJ_displacement_ver1"
id = "{MADE_UP}"
title = "A made-up plant"
scope = "1. Energy industries"
status = "not confirmed"
evidence = "derived"
source = "{SOURCE}"
says = "Made up for the tests."
"""
# 40 MWh and 2.5 MWh, times 0.8 t/MWh: 34 t, by hand.
CASE = """
says = "(40 + 2.5) x 0.8 = 34"
evidence = "illustrative"
source = "worked by hand"
[monitored]
EG = [40, 2.5]
[fixed]
EF = 0.8
[expected]
ER = "34"
credits = 34
"""


class Checkout:
    """A copy of the code with a made-up entry, and its own ``openjcm``."""

    def __init__(self, root: Path) -> None:
        self.root = root
        shutil.copytree(OURS, root / "src" / "openjcm", ignore=shutil.ignore_patterns("static"))
        self.version = root / "src" / "openjcm" / "methodology" / "definitions" / MADE_UP
        (self.version / "cases").mkdir(parents=True)
        for name, text in (("entry", ENTRY), ("definition", DEFINITION), ("cases/first", CASE)):
            (self.version / f"{name}.toml").write_text(text, encoding="utf-8")
        (root / "paper.pdf").write_bytes(PDF)

    def run(self, *words: str) -> tuple[int, str]:
        """Run a command of this checkout from within it."""
        code = "import sys; from openjcm.app.entry import main; sys.exit(main())"
        done = subprocess.run(
            [sys.executable, "-c", code, "methodology", *words],
            cwd=self.version.parent,
            env={
                **os.environ,
                "PYTHONPATH": str(self.root / "src"),
                "OPENJCM_DATA": str(self.root),
            },
            capture_output=True,
            text=True,
            check=False,
        )
        return done.returncode, done.stdout

    def executable(self) -> bool:
        """Whether the catalogue lists it among what can be worked."""
        listed = json.loads(self.run("list", "--executable", "--json")[1])
        return "MN_AM090" in {each["number"] for each in listed}


@pytest.mark.slow
def test_a_made_up_entry_goes_the_whole_way(tmp_path: Path) -> None:
    """From a document to credits under its number, in a checkout of its own: a dozen processes."""
    ours = Checkout(tmp_path)
    case = str(ours.version / "cases" / "first.toml")
    assert ours.run("check")[1] == "no faults\n"
    assert not ours.executable()
    assert ours.run("work", MADE_UP, case)[1].startswith("Not official")

    assert ours.run("attach", MADE_UP, str(tmp_path / "paper.pdf"), "--source", SOURCE)[0] == 0
    words = ("confirm", MADE_UP, "--all", "--by")
    assert ours.run(*words, "Aiko Tanaka", "--paragraph", "F.2")[0] == 0
    assert ours.run(*words, "Aiko Tanaka")[0] == 4
    assert not ours.executable()
    assert ours.run(*words, "Bat Erdene")[0] == 0

    assert ours.executable()
    worked = json.loads(ours.run("work", MADE_UP, case, "--json")[1])
    assert (worked["heading"], worked["ER"], worked["credits"]) == ("", "34.00", 34)
    assert ours.run("show", MADE_UP)[1].startswith(MADE_UP)
    assert json.loads(ours.run("show", MADE_UP, "--json")[1])["status"] == "confirmed"
    assert ours.run("check")[0] == 0

    definition = ours.version / "definition.toml"
    text = definition.read_text(encoding="utf-8")
    definition.write_text(text.replace("Made up for", "Made for"), encoding="utf-8")
    assert ours.run("check")[0] == 1
    assert not ours.executable()
    assert ours.run("work", MADE_UP, case)[1].startswith("Not official")
