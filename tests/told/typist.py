"""Types values into a workbook with LibreOffice, as a person would, and saves it.

Run by the system's Python, which is the one that knows LibreOffice:
``python3 typist.py FILE SAVED PROFILE_FOLDER`` with ``{"sheet": {"E10": "300.1"}}`` on standard
input. Prints the cells that would not be typed into, because they are protected.
"""

import json
import subprocess
import sys
import time
import uuid
from pathlib import Path
from typing import Any

import uno  # the package python3-uno
from com.sun.star.beans import PropertyValue

SECONDS_MAX = 60


def main(file: str, saved: str, folder: str, cells: dict[str, dict[str, str]]) -> list[str]:
    """Open a workbook, type, save it as another, and close."""
    pipe = f"openjcm-{uuid.uuid4().hex}"
    office = subprocess.Popen(
        [
            *("soffice", "--headless", "--norestore", f"-env:UserInstallation=file://{folder}"),
            f"--accept=pipe,name={pipe};urp;",
        ]
    )
    try:
        desktop = _desktop(pipe)
        document = desktop.loadComponentFromURL(
            Path(file).as_uri(), "_blank", 0, (_property("Hidden", True),)
        )
        refused = [
            f"{sheet}!{place}"
            for sheet, typed in cells.items()
            for place, text in typed.items()
            if not _typed(document.Sheets.getByName(sheet), place, text)
        ]
        document.calculateAll()
        form = _property("FilterName", "Calc MS Excel 2007 XML")
        document.storeToURL(Path(saved).as_uri(), (form,))
        document.close(True)
        desktop.terminate()
        office.wait(SECONDS_MAX)
        return refused
    finally:
        office.kill()


def _typed(
    sheet: Any,  # noqa: ANN401 - of a program without types
    place: str,
    text: str,
) -> bool:
    cell = sheet.getCellRangeByName(place)
    # A sheet that is protected takes nothing into a locked cell from the keyboard.
    if sheet.isProtected() and cell.CellProtection.IsLocked:
        return False
    cell.setFormula(text)
    return bool(cell.getFormula() != "")


def _desktop(pipe: str) -> Any:  # noqa: ANN401 - of a program without types
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext(
        "com.sun.star.bridge.UnoUrlResolver", local
    )
    until = time.monotonic() + SECONDS_MAX
    while True:
        try:
            context = resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
            return context.ServiceManager.createInstanceWithContext(
                "com.sun.star.frame.Desktop", context
            )
        except Exception:
            if time.monotonic() > until:
                raise
            time.sleep(0.2)


def _property(name: str, value: object) -> Any:  # noqa: ANN401 - of a program without types
    made = PropertyValue()
    made.Name, made.Value = name, value
    return made


if __name__ == "__main__":
    json.dump(main(sys.argv[1], sys.argv[2], sys.argv[3], json.load(sys.stdin)), sys.stdout)
