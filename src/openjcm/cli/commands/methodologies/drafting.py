"""``openjcm methodology diff``, ``new``, ``check``, ``schema``: versions compared, drafts begun."""

import json
from pathlib import Path
from typing import Annotated

import typer

from openjcm.cli.answers import JsonFlag, Language, answer
from openjcm.measure.errors import Conflict
from openjcm.methodology import Check
from openjcm.methodology.comparing import compare
from openjcm.methodology.drafting import Fault, SchemaOf, draft_of, faults_of, schema_for
from openjcm.papers.methodologies.comparisons import comparison_text

FOUND_PROBLEMS = 1


def diff(
    a: Annotated[str, typer.Argument(help="A version, e.g. ID_AM002_ver01.0, or a template.")],
    b: Annotated[str, typer.Argument(help="Another, e.g. ID_AM002_ver02.0.")],
    *,
    as_json: JsonFlag = False,
    language: Language = "en",
) -> None:
    """Show two versions side by side: all that is known of each, and what is not known.

    Raises:
        NotFound: there is no such version.
    """
    found = compare(a, b)
    answer(found, as_json=as_json, text=lambda: comparison_text(found, language))


def new(
    name: Annotated[
        str,
        typer.Argument(help="A number with its version, or an identifier such as OJ_mine_ver1."),
    ],
    family: Annotated[str, typer.Option(help="The template it is built on.")],
    folder: Annotated[Path, typer.Option("--output", "-o", help="Where the draft's folder goes.")],
    *,
    as_json: JsonFlag = False,
) -> None:
    """Write the first files of a methodology of your own; nothing is overwritten.

    Raises:
        Malformed: the name is no identifier.
        NotFound: there is no such family.
        Conflict: the folder is there already.
    """
    drafted, root = draft_of(name, family), folder / name
    if root.exists():
        raise Conflict(
            f"{root} is there already; nothing was written. Give another folder or another version",
            code="draft-exists",
            about=name,
        )
    for place, text in drafted.items():
        path = root / place
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    written = [str(root / place) for place in drafted]
    say = [*written, f"openjcm methodology check {root} says what is still to be written"]
    answer({"files": written}, as_json=as_json, text=lambda: "\n".join(say))


def check(
    path: Annotated[
        Path | None, typer.Argument(help="A definition.toml, or a folder; without: the catalogue.")
    ] = None,
    *,
    as_json: JsonFlag = False,
) -> int:
    """Check definitions, entries and cases: all faults at once, each with file, line and a hint.

    Exit 1 if there are any.

    Raises:
        NotFound: there is no such file, or nothing to check in the folder.
    """
    faults = faults_of(path)
    answer(faults, as_json=as_json, text=lambda: _faults(faults))
    return FOUND_PROBLEMS if faults else 0


def schema(
    kind: Annotated[SchemaOf, typer.Argument(help="Of which kind of file.")] = SchemaOf.DEFINITION,
) -> None:
    """Print the JSON Schema of a kind of file, for editors."""
    typer.echo(json.dumps(schema_for(kind), ensure_ascii=False, indent=2))


def _faults(faults: list[Fault]) -> str:
    if not faults:
        return "no faults"
    lines = []
    for each in faults:
        lines.append(f"{each.file}:{each.line}: {each.message}  ({each.place.split(': ', 1)[-1]})")
        if each.hint:
            lines.append(f"    {each.hint}")
    listed = sum(each.rule != Check.ALL_TOLD for each in faults)
    count = "1 fault" if listed == 1 else f"{listed} faults"
    return "\n".join([*lines, count if listed == len(faults) else f"{count}, and more"])
