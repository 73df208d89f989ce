"""``openjcm intake differences``: what arrived beside the submitted reports of a project."""

from collections.abc import Iterator, Sequence
from typing import Annotated

import typer

from openjcm.cli.answers import JsonFlag, Language, answer
from openjcm.cli.commands.meters.differing import later_report
from openjcm.cli.frame import say, wiring_of
from openjcm.intake.differing import ReportLater, difference_of, later_than_reports
from openjcm.measure.basis import Basis
from openjcm.papers.readings.later import CreditsLine, later_text
from openjcm.papers.readings.words import say as words
from openjcm.store import reader
from openjcm.store.intakes import find_intake

Name = Annotated[str, typer.Argument(help="The intake's name.")]


def differences_(
    context: typer.Context, name: Name, *, as_json: JsonFlag = False, language: Language = "en"
) -> None:
    """Tell what arrived beside the project's submitted reports; no report is changed.

    Readings of a report's period that it does not stand on: late ones, and ones with another
    value; what its quantities and credits would be with them.

    Raises:
        NotFound: there is no such intake.
        Stopped: the machine has no room to work the readings.
    """
    with wiring_of(context).opened(say):
        intake = find_intake(reader(), name)
        found = list(later_than_reports(intake))
    basis = Basis(intake.basis)
    said = {"intake": name, "reports": [difference_of(each, basis) for each in found]}
    answer(said, as_json=as_json, text=lambda: "\n".join(_lines(name, found, basis, language)))


def _lines(name: str, found: Sequence[ReportLater], basis: Basis, language: str) -> Iterator[str]:
    if not found:
        yield words(language, "later-no-report", intake=name)
    for each in found:
        yield words(language, "later-report", report=each.report, record=each.record)
        if each.refused:
            yield words(language, "later-refused", message=each.refused)
            continue
        if each.later is None:
            yield words(language, "later-none")
            continue
        yield words(
            language,
            "later-batches",
            numbers=", ".join(str(batch.number) for batch in each.batches),
            basis=words(language, f"basis-{basis}"),
        )
        whole = tuple(CreditsLine(of.year, of.reported, of.now) for of in each.vintages)
        yield later_text(later_report(each.later, each.plan, whole), language)
