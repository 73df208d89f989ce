"""Workbooks changed as somebody's program may, inside the file: the values that it shows stay.

A library that opens and saves a workbook drops what its formulas came to.
"""

import re
import zipfile
from collections.abc import Callable, Iterable
from pathlib import Path

from openjcm.papers.workbooks.sheets.layout import SHEETS

Change = Callable[[str], str]


def part_of(sheet: str) -> str:
    """Return the part of the file that holds a sheet of ours."""
    return f"xl/worksheets/sheet{SHEETS.index(sheet) + 1}.xml"


def changed(path: Path, part: str, change: Change) -> Path:
    """Return the workbook with one of its parts changed; the change must be one."""
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    before = parts[part].decode()
    after = change(before)
    assert after != before, f"nothing of {part} was changed"
    parts[part] = after.encode()
    changed_path = path.with_name(f"changed-{path.name}")
    with zipfile.ZipFile(changed_path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return changed_path


def with_value(path: Path, sheet: str, cell: str, value: str) -> Path:
    """Return the workbook with another number in a cell, whose formula stays."""
    pattern = rf'(<c r="{cell}"[^>]*>(?:<f>[^<]*</f>)?)<v>[^<]*</v>'
    return changed(path, part_of(sheet), lambda xml: re.sub(pattern, rf"\g<1><v>{value}</v>", xml))


def with_cell(path: Path, sheet: str, cell: str, instead: str) -> Path:
    """Return the workbook with a cell written anew; ``{style}`` stands for what it looked like."""

    def change(xml: str) -> str:
        found = re.search(rf'<c r="{cell}"(?P<style> s="\d+")?[^>]*?(/>|>.*?</c>)', xml, re.DOTALL)
        assert found, f"{sheet} has no {cell}"
        style = found["style"] or ""
        return xml.replace(found[0], instead.replace("{style}", style), 1)

    return changed(path, part_of(sheet), change)


def with_text(path: Path, sheet: str, cell: str, text: str) -> Path:
    """Return the workbook with a text in a cell."""
    instead = f'<c r="{cell}"{{style}} t="inlineStr"><is><t>{text}</t></is></c>'
    return with_cell(path, sheet, cell, instead)


def without_rows(path: Path, sheet: str, rows: Iterable[int]) -> Path:
    """Return the workbook without rows, as if they had been cleared."""
    gone = "|".join(map(str, rows))
    return changed(
        path,
        part_of(sheet),
        lambda xml: re.sub(rf'<row r="(?:{gone})"[ >].*?</row>', "", xml, flags=re.DOTALL),
    )
