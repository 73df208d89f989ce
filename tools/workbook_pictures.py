"""Take the pictures of the page on filling in a monitoring report, by LibreOffice.

``python tools/workbook_pictures.py`` writes them anew into ``src/openjcm/web/static/workbooks``,
where the site shows them.
"""

import os
import subprocess
import sys
import tempfile
from datetime import date
from decimal import Decimal
from pathlib import Path

from PIL import Image, ImageChops

from openjcm.measure.period import Period
from openjcm.methodology.working.inputs import Given
from openjcm.papers.fonts import font_folders
from openjcm.papers.workbooks.asking import chosen, ordered, workbook

ROOT = Path(__file__).resolve().parent.parent
PICTURES = ROOT / "src" / "openjcm" / "web" / "static" / "workbooks"
# Which page of the print each sheet begins on.
PAGES = {"plan": 1, "report": 4}
_FONTS = """<?xml version="1.0"?><fontconfig>
<include>/etc/fonts/fonts.conf</include>{folders}
</fontconfig>"""
DOTS, MARGIN, QUALITY = 110, 12, 60


def main() -> int:
    """Write the workbook in both languages, print it and keep two of its sheets."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    for language in ("en", "ja"):
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "report.xlsx"
            path.write_bytes(_written(language))
            for name, page in PAGES.items():
                picture = _cropped(_printed(path, page))
                picture.save(PICTURES / f"{name}-{language}.webp", quality=QUALITY, method=6)
    return 0


def _written(language: str) -> bytes:
    whole = Period(date(2017, 3, 1), date(2019, 7, 31))
    order, worked = ordered(
        chosen("BD_AM001_ver01.0"),
        members={"chiller": ["No. 1", "No. 2"]},
        periods=tuple(part for _, part in whole.by_year()),
        measured=[_values(each) for each in ("300.1", "310", "200.5")],
    )
    return workbook(order, worked, language).content


def _values(first: str) -> dict[str, Given]:
    return {
        "EC_PJ": [Decimal(first), Decimal("150.25")],
        "COP_PJ": [Decimal("6.05"), Decimal("5.9")],
        "COP_RE": [Decimal("4.92"), Decimal("4.92")],
        "EF": Decimal("0.67"),
    }


def _printed(path: Path, page: int) -> Image.Image:
    folder = path.parent
    # A bare machine has no Japanese letters; those of our papers come with the installation.
    fonts = folder / "fonts.conf"
    folders = "".join(f"<dir>{each}</dir>" for each in font_folders())
    fonts.write_text(_FONTS.format(folders=folders), encoding="utf-8")
    known = os.environ | {"FONTCONFIG_FILE": str(fonts)}
    office = ["soffice", "--headless", f"-env:UserInstallation=file://{folder}/profile"]
    pdf = [*office, "--convert-to", "pdf", "--outdir", str(folder), str(path)]
    subprocess.run(pdf, check=True, capture_output=True, env=known)
    png = ["pdftoppm", "-r", str(DOTS), "-f", str(page), "-l", str(page), "-png", "-singlefile"]
    subprocess.run([*png, f"{folder}/report.pdf", f"{folder}/page"], check=True)
    return Image.open(folder / "page.png").convert("RGB")


def _cropped(picture: Image.Image) -> Image.Image:
    """Cut off the empty foot of a page, with its footer."""
    sheet = picture.crop((0, 0, picture.width, int(picture.height * 0.94)))
    blank = Image.new("RGB", sheet.size, "white")
    box = ImageChops.difference(sheet, blank).getbbox()
    bottom = min(box[3] + MARGIN, sheet.height) if box else sheet.height
    return sheet.crop((0, 0, sheet.width, bottom))


if __name__ == "__main__":
    sys.exit(main())
