"""A trial of a story's input before anything is written: refused input leaves no trace."""

from datetime import date
from decimal import InvalidOperation
from pathlib import Path
from tempfile import TemporaryDirectory

from openjcm.actions.derivation import Filed, Given, derive
from openjcm.measure.basis import Basis
from openjcm.measure.errors import Finding, Malformed, SchemeError
from openjcm.rulebook import edition_in_force
from openjcm.store.files import FileStore
from openjcm.stories.meters import FiledMeters
from openjcm.stories.requests import parameters_of
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
        derive(_given(case, files), meters=FiledMeters(files), edition=edition)
    except SchemeError as refused:
        return refused.findings or (Finding(refused.code, case.project, refused.message),)
    except (KeyError, TypeError, AttributeError, ValueError, InvalidOperation) as error:
        # What was typed in parameters.toml is read here for the first time.
        said = f"{case.project}: a value in parameters.toml is missing or wrong ({error!r})"
        return (Finding("parameters-unreadable", case.project, said),)
    return ()


def _given(case: Case, files: FileStore) -> Given:
    kept = files.put(case.content)
    return Given(
        methodology=case.methodology,
        plan=case.plan,
        documents=(Filed(case.readings, "text/csv", len(case.content), kept),),
        parameters=parameters_of(case),
        readings_basis=Basis(case.readings_basis),
    )
