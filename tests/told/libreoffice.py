"""LibreOffice without a window: workbooks recalculated, typed into and printed.

It keeps the values that a file brings unless its profile says otherwise, so the profile does.
"""

import json
import subprocess
from pathlib import Path

RECALCULATES = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop>
</item>
</oor:items>
"""
SECONDS_MAX = 300
TYPIST = Path(__file__).with_name("typist.py")


def profile(folder: Path) -> str:
    """Make a profile that recalculates every workbook it opens; return its address."""
    settings = folder / "profile" / "user" / "registrymodifications.xcu"
    settings.parent.mkdir(parents=True, exist_ok=True)
    settings.write_text(RECALCULATES, encoding="utf-8")
    return f"-env:UserInstallation=file://{folder / 'profile'}"


def converted(files: list[Path], into: Path, form: str = "xlsx") -> list[Path]:
    """Open workbooks, recalculate and save them; return what was written."""
    words = ["soffice", "--headless", profile(into), "--convert-to", form, "--outdir", str(into)]
    subprocess.run([*words, *map(str, files)], check=True, capture_output=True, timeout=SECONDS_MAX)
    return [into / f"{each.stem}.{form}" for each in files]


def typed_into(file: Path, saved: Path, cells: dict[str, dict[str, str]]) -> list[str]:
    """Type values into a workbook and save it as another; return the cells that refused."""
    words = ["/usr/bin/python3", str(TYPIST), str(file), str(saved), str(saved.parent / "typist")]
    done = subprocess.run(
        words,
        input=json.dumps(cells),
        check=True,
        capture_output=True,
        timeout=SECONDS_MAX,
        text=True,
    )
    refused: list[str] = json.loads(done.stdout.splitlines()[-1])
    return refused
