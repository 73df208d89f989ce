"""``openjcm methodology``: the definitions, values worked through one, and what was published."""

import tomllib
from dataclasses import asdict
from decimal import Decimal
from pathlib import Path
from typing import Annotated, Any

import typer

from openjcm.cli.answers import JsonFlag, Language, answer
from openjcm.cli.commands.methodologies import catalogue, confirming, drafting
from openjcm.cli.frame import say, wiring_of
from openjcm.cli.pdf_file import PdfFile, check_pdf_name, write_pdf
from openjcm.measure.basis import Basis
from openjcm.measure.credits import cut_down
from openjcm.measure.errors import Finding, Malformed, NotFound
from openjcm.methodology import (
    Calculation,
    Definition,
    Explanation,
    Step,
    Values,
    explain,
    is_whole_tonne_told,
    load_definition,
    read_definition,
    values_of,
    work,
)
from openjcm.methodology.entries import heading_of
from openjcm.papers.columns import table_lines, wrap
from openjcm.papers.methodologies.calculations import CaseWorked, case_sheet
from openjcm.papers.methodologies.trees import tree_text
from openjcm.papers.pdf import sheet_pdf
from openjcm.papers.record_text.lines import LINE
from openjcm.papers.record_text.methodologies import methodology_text
from openjcm.store import reader
from openjcm.views.identifiers import found_as
from openjcm.views.record.methodologies import find_methodology

# Whatever number a draft bears, what is worked by it is never taken for the scheme's own.
DRAFT_HEADING = "Draft: worked by a file of yours, which is no official methodology"

group = typer.Typer(
    rich_markup_mode=None, help="The catalogue; definitions: show, check, work; what was published."
)


group.command("list")(catalogue.list_)
group.command("versions")(catalogue.versions)
group.command("templates")(catalogue.templates)
group.command("diff")(drafting.diff)
group.command("new")(drafting.new)
group.command("check")(drafting.check)
group.command("schema")(drafting.schema)
group.command("attach")(confirming.attach)
group.command("confirm")(confirming.confirm)


@group.command()
def show(
    name: Annotated[str, typer.Argument(help="The definition, e.g. BD_AM002_ver01.0.")],
    as_json: JsonFlag = False,  # noqa: FBT002 - a flag of the command line
) -> None:
    """Show parameters and formulas of a definition.

    Raises:
        NotFound: there is no such definition.
    """
    found = load_definition(name)
    answer(_whole(found), as_json=as_json, text=lambda: _show(found))


@group.command("work")
def work_(
    name: Annotated[
        str,
        typer.Argument(help="The definition, e.g. BD_AM002_ver01.0, or the file of a draft."),
    ],
    case: Annotated[Path, typer.Argument(help="A TOML file with a [monitored] table of values.")],
    out: PdfFile = None,
    *,
    explained: Annotated[
        bool, typer.Option("--explain", help="As a tree: what each value is made of.")
    ] = False,
    as_json: JsonFlag = False,
    language: Language = "en",
) -> None:
    """Work one set of values, every intermediate kept.

    The results are as firm as the weakest of the definition, its formulas and what the file's
    evidence says of its values; values of which it says nothing count as illustrative.

    Raises:
        NotFound: there is no such definition or file.
        Malformed: a value is missing or does not fit; all at once. Or the PDF cannot be written.
    """
    if out:
        check_pdf_name(out)
    table = _table(case)
    definition = _definition(name)
    done = work(definition, _values(case, table))
    opened = explain(definition, done, _evidence(case, table))
    if out:
        sheet = case_sheet(_worked(definition, done, opened, table, name), language)
        write_pdf(out, sheet_pdf(sheet), as_json=as_json)
        return
    heading = DRAFT_HEADING if _is_a_file(name) else heading_of(done.definition_id)
    said = {
        "definition": done.definition_id,
        "heading": heading,
        "sha256": done.definition_sha256,
        "basis": opened.basis,
        **{symbol: done.value(symbol) for symbol in ("RE", "PE", "ER")},
        "credits": _credits(done),
        "steps": _steps_said(done, opened),
        "warnings": done.warnings,
        **({"trees": opened.trees} if explained else {}),
    }
    lines = tree_text(opened, language).split("\n") if explained else _steps(done, opened)
    notes = [f"note: {each.message}" for each in done.warnings]
    answer(said, as_json=as_json, text=lambda: "\n".join([*_headed(heading), *lines, *notes]))


@group.command()
def published(
    context: typer.Context,
    number: Annotated[str, typer.Argument(help="Without version, e.g. BD_AM001.")],
    as_json: JsonFlag = False,  # noqa: FBT002 - a flag of the command line
    language: Language = "en",
) -> None:
    """Show what was published of a methodology, and the projects that use it.

    Raises:
        NotFound: the public record has no such methodology.
    """
    with wiring_of(context).opened(say):
        found = found_as(reader(), find_methodology, number)
    answer(found, as_json=as_json, text=lambda: methodology_text(found, language))


def _worked(
    definition: Definition,
    done: Calculation,
    opened: Explanation,
    table: dict[str, Any],
    name: str,
) -> CaseWorked:
    return CaseWorked(
        explained=opened,
        definition_sha256=done.definition_sha256,
        title=definition.title,
        says=" ".join(str(table.get("says", "")).split()),
        evidence=Basis(table.get("evidence", Basis.ILLUSTRATIVE)),
        credits=_credits(done),
        warnings=tuple(each.message for each in done.warnings),
        draft=_is_a_file(name),
    )


def _credits(done: Calculation) -> int | None:
    # None where the digits do not tell the whole tonne; the warnings say so.
    amount = done.value("ER")
    return cut_down(amount) if is_whole_tonne_told(amount, done.uncertainty("ER")) else None


def _table(case: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(case.read_text(encoding="utf-8"), parse_float=Decimal)
    except OSError:
        raise NotFound(f"there is no file {case}", code="no-case", about=str(case)) from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise Malformed(f"{case}: {error}", code="not-toml", about=str(case)) from error


def _evidence(case: Path, table: dict[str, Any]) -> Basis:
    said = table.get("evidence", Basis.ILLUSTRATIVE)
    if said not in list(Basis):
        raise Malformed(
            f"{case}: evidence: {said!r} is none of {', '.join(Basis)}",
            code="no-evidence",
            about="evidence",
        )
    return Basis(said)


def _values(case: Path, table: dict[str, Any]) -> Values:
    found: list[Finding] = []
    values = values_of(table, place=str(case), found=found)
    if found:
        raise Malformed(
            f"{found[0].place}: {found[0].message}",
            code="no-decimal",
            about=str(case),
            findings=tuple(found),
        )
    return values


def _summary(definition: Definition) -> dict[str, str]:
    return {
        "id": definition.id,
        "title": definition.title,
        "family": definition.family,
        "status": definition.status.value,
        "evidence": definition.evidence.value,
        "source": definition.source,
        "sha256": definition.sha256,
    }


def _whole(definition: Definition) -> dict[str, object]:
    return {
        **_summary(definition),
        "heading": heading_of(definition.id),
        "parameters": [
            {
                "symbol": each.symbol,
                "unit": str(each.unit),
                "role": each.role.value,
                "per": each.per,
                "says": each.says,
                "evidence": each.known.evidence.value,
                "source": each.known.source,
            }
            for each in definition.parameters
        ],
        "formulas": [
            {
                "gives": each.gives,
                "is": each.text,
                "unit": str(each.unit),
                "evidence": each.known.evidence.value,
                "source": each.known.source,
            }
            for each in definition.formulas
        ],
        "tables": [
            {
                "symbol": each.symbol,
                "unit": str(each.unit),
                "says": each.says,
                "rows": [row.text for row in each.rows],
                "project_may_give": each.is_required or each.may_be_given,
                "evidence": each.known.evidence.value,
                "source": each.known.source,
            }
            for each in definition.tables
        ],
    }


def _show(definition: Definition) -> str:
    lines = [*_headed(heading_of(definition.id)), f"{definition.id}  {definition.title}"]
    lines += [f"status: {definition.status.value}", ""]
    lines += [
        f"{each.symbol:8} [{each.unit}] {each.role.value}: {' '.join(each.says.split())}"
        for each in definition.parameters
    ]
    lines.append("")
    lines += [
        f"{each.gives} = {each.text}  [{each.unit}]  ({each.known.evidence.value})"
        for each in definition.formulas
    ]
    return "\n".join(lines)


def _steps(done: Calculation, opened: Explanation) -> list[str]:
    rows = [
        [_step_name(each), f"{each.value:f}", each.unit, f"[{basis}]", each.formula]
        for each, basis in zip(done.steps, opened.bases(done.steps), strict=True)
    ]
    return table_lines(rows)


def _steps_said(done: Calculation, opened: Explanation) -> list[dict[str, object]]:
    bases = opened.bases(done.steps)
    return [{**asdict(each), "basis": basis} for each, basis in zip(done.steps, bases, strict=True)]


def _is_a_file(name: str) -> bool:
    return Path(name).suffix == ".toml"


def _definition(name: str) -> Definition:
    """Return a definition by its id, or that of a draft by its file."""
    path = Path(name)
    if not _is_a_file(name):
        return load_definition(name)
    try:
        return read_definition(path.read_text(encoding="utf-8"), place=path.name)
    except OSError:
        raise NotFound(f"there is no file {path}", code="file-not-found", about=name) from None
    except UnicodeDecodeError:
        raise Malformed(f"{path} is no text in UTF-8", code="file-unreadable") from None


def _headed(heading: str) -> list[str]:
    return [*wrap(heading, LINE), ""] if heading else []


def _step_name(step: Step) -> str:
    return f"{step.symbol} ({step.at})" if step.item else step.symbol
