"""A report of readings as a PDF: its sheet with its pictures, drawn as every paper is."""

from dataclasses import replace

from openjcm.papers.pdf import sheet_pdf
from openjcm.papers.readings.pictures import heat_pictures, profile_picture
from openjcm.papers.readings.report import ReadingsReport
from openjcm.papers.readings.sheet import readings_sheet
from openjcm.papers.sheet import Section


def readings_pdf(report: ReadingsReport, language: str) -> bytes:
    """Set a whole report as an A4 document."""
    sheet = readings_sheet(report, language)
    sections = tuple(_with_pictures(each, report, language) for each in sheet.sections)
    return sheet_pdf(replace(sheet, sections=sections))


def _with_pictures(section: Section, report: ReadingsReport, language: str) -> Section:
    section = replace(section, explains_first=True)
    if section.anchor == "completeness":
        return replace(section, pictures=tuple(heat_pictures(report.days, language)))
    if section.anchor == "profile":
        return replace(section, pictures=tuple(profile_picture(report.days, language)))
    return section
