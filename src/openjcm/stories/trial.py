"""A trial of a story's input before anything is written: refused input leaves no trace."""

from datetime import date
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

from openjcm.actions.derivation import Filed, Given, bases_of, derive, worked
from openjcm.actions.project.funding import terms_of
from openjcm.actions.request import json_value
from openjcm.cycle import (
    Filing,
    Reckoning,
    check_as_designed,
    check_bases,
    check_readings_once,
    check_worked_as_stated,
)
from openjcm.measure.basis import Basis
from openjcm.measure.errors import Finding, Malformed, SchemeError
from openjcm.measure.period import Period
from openjcm.rulebook import Edition, Rule, edition_in_force
from openjcm.store.files import FileStore
from openjcm.stories.meters import FiledMeters
from openjcm.stories.requests import funding_of, parameters_of
from openjcm.stories.story_file import Case, Story


def try_input(story: Story) -> None:
    """Work every case's readings and parameters out once, in a folder that is thrown away.

    Raises:
        Malformed: something is refused; the findings of all cases are attached.
    """
    findings: list[Finding] = []
    with TemporaryDirectory(prefix="openjcm-trial-") as folder:
        files = FileStore(Path(folder))
        for case in story.cases.values():
            findings += _faults(case, story, files)
    if findings:
        raise Malformed(
            f"{story.name}: the input is refused and nothing was written; faults: {len(findings)}",
            code="input-refused",
            about=story.name,
            findings=tuple(findings),
        )


def _faults(case: Case, story: Story, files: FileStore) -> tuple[Finding, ...]:
    edition = edition_in_force(story.host, on=date.fromisoformat(case.plan["last"]))
    try:
        given = _given(case, files)
        unfit = _unfit(case, story, given, edition)
        if any(each.rule == Rule.WORKED_AS_STATED for each in unfit):
            # There is nothing to work the readings out by.
            return tuple(unfit)
        funding = json_value(funding_of(case))
        if funding:
            terms_of(funding, case.project)
        derive(given, meters=FiledMeters(files), edition=edition)
    except SchemeError as refused:
        return refused.findings or (Finding(refused.code, case.project, refused.message),)
    except (KeyError, TypeError, AttributeError, ValueError, ArithmeticError) as error:
        # What was typed in parameters.toml is read here for the first time.
        said = f"{case.project}: a value in parameters.toml is missing or wrong ({error!r})"
        return (Finding("parameters-unreadable", case.project, said),)
    return tuple(unfit)


def _unfit(case: Case, story: Story, given: Given, edition: Edition) -> list[Finding]:
    # What the act of reporting refuses too; said here before anything is written.
    filed = {each.project: _filing(each) for each in story.cases.values()}
    others = [filing for project, filing in filed.items() if project != case.project]
    days = (case.plan["first"], case.plan["last"])
    return [
        *check_bases(bases_of(given), edition=edition),
        *check_as_designed(
            Reckoning(case.methodology, case.plan["zone"], *days),
            Reckoning(case.methodology, story.zone, *days),
            edition=edition,
        ),
        *check_worked_as_stated(
            worked(case.methodology, case.worked_by), live=False, edition=edition
        ),
        *check_readings_once([filed[case.project]], others, edition=edition),
    ]


def _filing(case: Case) -> Filing:
    period = Period(*(date.fromisoformat(case.plan[name]) for name in ("first", "last")))
    return Filing(sha256(case.content).hexdigest(), case.project, case.readings, period)


def _given(case: Case, files: FileStore) -> Given:
    kept = files.put(case.content)
    return Given(
        methodology=case.methodology,
        worked_by=case.worked_by,
        plan=case.plan,
        documents=(Filed(case.readings, case.media_type, len(case.content), kept),),
        parameters=parameters_of(case),
        readings_basis=Basis(case.readings_basis),
    )
