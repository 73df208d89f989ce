"""``openjcm methodology workbook``: sheets that compute by themselves."""

import time
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Annotated

import typer

from openjcm.cli.answers import JsonFlag, Language, answer
from openjcm.cli.commands.methodologies.working import DRAFT_HEADING
from openjcm.cli.frame import say, wiring_of
from openjcm.measure.errors import Malformed, NotFound
from openjcm.measure.period import Period
from openjcm.methodology import GivenValues, read_given
from openjcm.methodology.entries import find_named
from openjcm.methodology.files.toml import text_of
from openjcm.papers.workbooks.asking import (
    NOTHING_OVER,
    Chosen,
    Over,
    chosen,
    ordered,
    periods_of,
    workbook,
)
from openjcm.papers.workbooks.order import rows_of
from openjcm.store import reader
from openjcm.views.identifiers import found_as
from openjcm.views.record.projects import find_project

MEMBERS_MAX = 10_000
_XLSX = ".xlsx"
_ROWS_AT_ONCE = 2000


Out = Annotated[Path, typer.Option("--output", "-o", help="A file that ends in .xlsx.")]
Member = Annotated[
    list[str] | None, typer.Option(help='Names per index set: --member chiller="No. 1,No. 2".')
]
Count = Annotated[list[str] | None, typer.Option(help="How many, numbered: --count chiller=3.")]
Periods = Annotated[
    list[str] | None,
    typer.Option(help="A monitoring period, cut into vintages: 2017-03-01..2019-07-31."),
]
OfProject = Annotated[str | None, typer.Option(help="A project of the public record, e.g. BD002.")]
ValuesFile = Annotated[
    Path | None,
    typer.Option(help="Values to fill in: of the plan, or with [vintage.2017] of the report."),
]


def write(  # noqa: PLR0913 - one parameter an option of the command line
    context: typer.Context,
    name: Annotated[str, typer.Argument(help="A version or template, e.g. BD_AM002_ver01.0.")],
    out: Out,
    *,
    member: Member = None,
    count: Count = None,
    period: Periods = None,
    project: OfProject = None,
    values: ValuesFile = None,
    as_json: JsonFlag = False,
    language: Language = "en",
) -> None:
    """Write the workbook of a methodology: five sheets that compute by themselves.

    Where nothing is worked under an official number, it is made of the unofficial template of its
    family, and says so on every sheet.

    Raises:
        NotFound: there is no such version, template, project or file.
        Malformed: members, periods or values do not fit, or the file cannot be written there.
    """
    _check_name(out)
    of, given = chosen_by_name(name), _given(values)
    over = _project(context, project, of, language) if project else NOTHING_OVER
    order, worked = ordered(
        of,
        members=_members(member or [], count or []),
        periods=periods_of(period or [], otherwise=_years(given)),
        estimated=given.shared if values and not given.of_vintage else None,
        measured=[given.sets[year] for year in sorted(given.of_vintage)],
        over=over,
    )
    say_long(rows_of(order), "written")
    content = workbook(order, worked, language).content
    _write(out, content)
    said = {
        "written": str(out),
        "definition": of.definition.id,
        "heading": of.heading,
        "stands_for": of.stands_for,
        "bytes": len(content),
        "sha256": sha256(content).hexdigest(),
    }
    note = f"\n{of.heading}: {of.definition.id}" if of.heading else ""
    note += f", in place of {of.stands_for}" if of.stands_for else ""
    answer(said, as_json=as_json, text=lambda: f"written: {out}{note}")


def _check_name(out: Path) -> None:
    if out.suffix.lower() != _XLSX:
        raise Malformed(
            f"{out}: -o writes a workbook; give the file a name that ends in {_XLSX}",
            code="not-a-workbook",
            about=str(out),
        )


def _given(values: Path | None) -> GivenValues:
    if values is None:
        return GivenValues({})
    try:
        return read_given(text_of(values), name=values.name).values
    except OSError:
        raise NotFound(f"there is no file {values}", code="no-case", about=str(values)) from None
    except UnicodeDecodeError:
        said = f"{values} is no text in UTF-8"
        raise Malformed(said, code="file-unreadable", about=str(values)) from None


def chosen_by_name(name: str) -> Chosen:
    """Return what a workbook is made of: a version, a template, or a draft by its file."""
    named = find_named(name)
    if named.draft and named.definition:
        return Chosen(named.definition, DRAFT_HEADING)
    return chosen(named.entry.id if named.entry else name)


def _years(given: GivenValues) -> list[Period]:
    """Return the calendar years of the values, or the one that is over.

    A suggestion for a sheet, and no legal day.
    """
    years = [int(year) for year in given.of_vintage] or [time.gmtime().tm_year - 1]
    return [Period(date(year, 1, 1), date(year, 12, 31)) for year in years]


def _members(named: list[str], counted: list[str]) -> dict[str, list[str]]:
    members = {}
    for text in named:
        name, _, names = text.partition("=")
        if not names.strip():
            raise Malformed(
                f'--member {text}: write it as "chiller=No. 1,No. 2"',
                code="workbook-members",
                about=name,
            )
        members[name.strip()] = [each.strip() for each in names.split(",")]
    for text in counted:
        name, _, number = text.partition("=")
        if not number.strip().isdecimal() or not 0 < int(number) <= MEMBERS_MAX:
            raise Malformed(
                f"--count {text}: write it as chiller=3; at most {MEMBERS_MAX} are numbered",
                code="workbook-members",
                about=name,
            )
        members[name.strip()] = [str(at + 1) for at in range(int(number))]
    return members


def _project(context: typer.Context, number: str, of: Chosen, language: str) -> Over:
    """Return what stands over the sheets of a project of the record.

    Raises:
        NotFound: there is no such project.
        Malformed: the record says that the project uses another methodology.
    """
    with wiring_of(context).opened(say):
        row = found_as(reader(), find_project, number).row
    asked = of.stands_for or (of.definition.id if of.is_official else "")
    used = {each.partition("_ver")[0] for each in row.methodologies}
    if asked and used and asked.partition("_ver")[0] not in used:
        raise Malformed(
            f"{row.id} uses {', '.join(row.methodologies)} in the public record, and this is the "
            f"workbook of {asked}: write that of its methodology, or leave --project out",
            code="project-of-another-methodology",
            about=row.id,
        )
    return Over(row.id, row.title_ja if language == "ja" else row.title_en)


def say_long(rows: int, done: str) -> None:
    """Tell whoever waits that much is being done."""
    if rows > _ROWS_AT_ONCE:
        say(f"about {rows} rows are {done}; this takes up to a minute")


def _write(out: Path, content: bytes) -> None:
    try:
        out.write_bytes(content)
    except OSError as error:
        raise Malformed(
            f"{out} cannot be written: {error.strerror}", code="cannot-write", about=str(out)
        ) from error
