"""``openjcm meter``: readings to period quantities, with everything that was found in them."""

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated

import typer

from openjcm.cli.answers import JsonFlag, Language, answer
from openjcm.cli.commands.meters import listing
from openjcm.cli.commands.meters.case_of import check_case, write_case
from openjcm.cli.commands.meters.differing import differences_
from openjcm.cli.commands.meters.listing import PlanFile, ReadingPaths
from openjcm.cli.commands.meters.planning import plan_
from openjcm.cli.commands.meters.report_of import digest_of, named, report_of
from openjcm.cli.commands.meters.staging import Cluster, EngineName, StagedReadings, stage, worked
from openjcm.cli.paper_file import check_page_name, check_pdf_name, write_paper
from openjcm.measure.basis import Basis
from openjcm.metering import Detailed, days_as_json, read_plan, summary_as_json
from openjcm.papers.readings.page import readings_page
from openjcm.papers.readings.text import readings_text

group = typer.Typer(rich_markup_mode=None, help="Meter readings to period quantities.")
BASES = (Basis.MEASURED, Basis.RECORDED, Basis.RECONSTRUCTED, Basis.ILLUSTRATIVE)


def _known_basis(basis: str | None) -> str | None:
    """Refuse a basis that readings cannot have."""
    if basis is not None and basis not in BASES:
        raise typer.BadParameter(f"{basis!r} is not one of {', '.join(BASES)}")
    return basis


PageFile = Annotated[
    Path | None, typer.Option(help="Write the report as a page to this .html file.")
]
ReportPdf = Annotated[
    Path | None, typer.Option(help="Write the report as a PDF to this .pdf file.")
]
BasisOption = Annotated[
    str | None,
    typer.Option(
        help=f"What the readings are: {', '.join(BASES)}. Unsaid, they count as illustrative.",
        callback=_known_basis,
    ),
]
CaseFile = Annotated[
    Path | None,
    typer.Option(help="Write what `openjcm methodology work` takes to this .toml file."),
]
DaysFlag = Annotated[
    bool, typer.Option("--days", help="In JSON also days, daily profile and rows.")
]


@group.command("summarise")
def summarise_(  # noqa: PLR0913 - one parameter an option of the command line
    paths: ReadingPaths,
    plan: PlanFile,
    html: PageFile = None,
    pdf: ReportPdf = None,
    case: CaseFile = None,
    basis: BasisOption = None,
    *,
    days: DaysFlag = False,
    engine: Annotated[EngineName, typer.Option(help="What works it.")] = EngineName.DUCKDB,
    master: Cluster = "",
    readings: StagedReadings = "",
    as_json: JsonFlag = False,
    language: Language = "en",
) -> None:
    """Work out what each meter measured in each calendar year of the plan's period.

    With every fault that was found, its file and row, the rule applied and its effect, and how
    each register adds up.

    Raises:
        NotFound: there is no such plan.
        Malformed: readings or plan are refused; every fault with file, row and the fix. Or a
            report cannot be written, or the quantities do not fit the plan's methodology.
        Stopped: the machine has no room to work the readings, or there is no cluster.
    """
    if (engine is EngineName.SPARK) != bool(master):
        raise typer.BadParameter("--engine spark and --master go together: --master spark://…:7077")
    if html:
        check_page_name(html)
    if pdf:
        check_pdf_name(pdf, "--pdf")
    has_days, read = bool(days or html or pdf), read_plan(plan)
    if case:
        check_case(case, read)
    detailed = worked(paths, read, language, has_days=has_days, master=master, readings=readings)
    report = report_of(detailed, named(paths, plan), Basis(basis) if basis else None)
    if case:
        write_case(case, detailed, plan, report.basis)
    if html:
        write_paper(html, readings_page(report, language))
    if pdf:
        # Typst is large.
        from openjcm.papers.readings.pdf import readings_pdf  # noqa: PLC0415 - only when asked for

        write_paper(pdf, readings_pdf(report, language))
    answer(
        _said(detailed, plan, basis, has_days=days),
        as_json=as_json,
        text=lambda: readings_text(report, language),
    )


group.command("plan")(plan_)
group.command("stage")(stage)
group.command("rows")(listing.rows_)
group.command("differences")(differences_)


def _said(
    detailed: Detailed, plan: Path, basis: str | None, *, has_days: bool
) -> Mapping[str, object]:
    said = {
        **summary_as_json(detailed.summary, detailed.plan),
        "plan": {"name": plan.name, "sha256": digest_of(plan)},
        "basis": basis or Basis.ILLUSTRATIVE.value,
    }
    return {**said, **days_as_json(detailed)} if has_days else said
