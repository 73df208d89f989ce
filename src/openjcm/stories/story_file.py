"""A story as it stands in its file: who is in it, and one step after another."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

from openjcm.cycle import REHEARSED_BASES
from openjcm.measure.basis import Basis
from openjcm.measure.errors import Malformed, NotAllowed, NotFound
from openjcm.people.rehearsal_persons import RehearsalPerson
from openjcm.store.canonical import digest
from openjcm.stories.published_record.facts import published_funding

_PACKAGE = "openjcm.stories"
_DIGEST_LETTERS = 8
# What somebody's own readings and values are, unless they are called reconstructed.
OWN_BASIS = Basis.ILLUSTRATIVE.value


@dataclass(frozen=True, slots=True)
class StoryStep:
    """One step: the act's stem, its legal day, who does it, and what else it says."""

    number: int
    do: str
    on: date
    by: tuple[str, ...]
    says: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Case:
    """One project's input: its funding, monitoring plan, fixed parameters and reading file.

    ``worked_by`` is the unofficial template that stands in for the methodology, or empty.
    """

    project: str
    methodology: str
    worked_by: str
    funding: Mapping[str, Any] | None
    plan: Mapping[str, Any]
    fixed: Mapping[str, Mapping[str, Any]]
    readings_basis: str
    readings: str
    content: bytes

    @property
    def media_type(self) -> str:
        """What kind of file the readings are."""
        return "application/gzip" if self.readings.endswith(".gz") else "text/csv"


@dataclass(frozen=True, slots=True)
class Story:
    """A whole story with its input; ``partnership`` is its own, named by the input."""

    name: str
    version: int
    partnership: str
    host: str
    zone: str
    title: str
    rehearses: str
    decision: str
    people: Mapping[str, RehearsalPerson]
    steps: tuple[StoryStep, ...]
    cases: Mapping[str, Case]


def read_story(name: str, readings: Path | None = None) -> Story:
    """Read a bundled story, with its own readings or those of another folder.

    Another folder gives another partnership, named by the digest of what is in it, so that
    nothing of one rehearsal is ever mixed with another. Readings of that folder are illustrative
    unless its own ``parameters.toml`` calls them reconstructed.

    Raises:
        NotFound: there is no such story, or a reading file is missing from the folder.
        NotAllowed: the story tells published figures only.
        Malformed: a parameters file cannot be read.
    """
    folder, said = _folder(name)
    if "step" not in said:
        raise NotAllowed(
            f"the story {name!r} tells published figures only: nothing is played in it, "
            "and it takes no readings",
            code="nothing-to-play",
            about=name,
        )
    bundled = (folder / "parameters.toml").read_text(encoding="utf-8")
    projects = _parameters(readings, bundled)
    _check_projects(projects, said["step"])
    published = {name: published_funding(said["host"], name) for name, _ in projects}
    cases = {
        name: _case(name, each, readings or folder / "readings", published[name])
        for name, each in projects
    }
    partnership = said["partnership"] + (_suffix(cases) if readings else "")
    return Story(
        name=said["name"],
        version=said["version"],
        partnership=partnership,
        host=said["host"],
        zone=said["zone"],
        title=said["title"],
        rehearses=said["rehearses"],
        decision=f"{partnership}-{said['decision']}",
        people=_people(said, partnership),
        steps=tuple(_step(number, each) for number, each in enumerate(said["step"], start=1)),
        cases=cases,
    )


def published_host(name: str) -> str | None:
    """Return the partner country whose published record a story tells; None if it is played.

    Raises:
        NotFound: there is no such story.
    """
    _, said = _folder(name)
    host: str = said["host"]
    return None if "step" in said else host


def story_names() -> tuple[str, ...]:
    """Return the names of the bundled stories."""
    found = (each for each in files(_PACKAGE).iterdir() if (each / "story.toml").is_file())
    return tuple(sorted(each.name.replace("_", "-") for each in found))


def _folder(name: str) -> tuple[Traversable, dict[str, Any]]:
    folder = files(_PACKAGE) / name.replace("-", "_")
    if not (folder / "story.toml").is_file():
        raise NotFound(
            f"there is no story {name!r}; the stories are: {', '.join(story_names())}",
            code="no-story",
            about=name,
        )
    return folder, tomllib.loads((folder / "story.toml").read_text(encoding="utf-8"))


def _parameters(readings: Path | None, bundled: str) -> list[tuple[str, Any]]:
    own = readings / "parameters.toml" if readings else None
    try:
        is_own = own is not None and own.is_file()
        text = own.read_text(encoding="utf-8") if own and is_own else bundled
        projects: Mapping[str, Any] = tomllib.loads(text, parse_float=Decimal)["project"]
        if readings and not is_own:
            # What the bundled readings are called says nothing about somebody else's.
            projects = {
                key: {**each, "readings_basis": OWN_BASIS} for key, each in projects.items()
            }
        return list(projects.items())
    except (tomllib.TOMLDecodeError, KeyError, AttributeError, UnicodeDecodeError) as error:
        raise _unreadable(f"{error}; it must be TOML with a [project.ID] table each") from error


def _check_projects(projects: list[tuple[str, Any]], steps: list[Mapping[str, Any]]) -> None:
    wanted = dict.fromkeys(step["project"] for step in steps if "project" in step)
    given = {name for name, _ in projects}
    if given != wanted.keys():
        raise _unreadable(
            f"the story is about {' and '.join(wanted)}, and the tables are of {sorted(given)}"
        )


def _case(
    project: str,
    said: Any,  # noqa: ANN401 - as typed
    folder: Any,  # noqa: ANN401 - a Path or a Traversable
    published: Mapping[str, Any] | None,
) -> Case:
    try:
        return Case(
            project=project,
            methodology=said["methodology"],
            worked_by=str(said.get("worked_by", "")),
            funding=_funding(project, said.get("funding"), published),
            plan=_plan(said["plan"]),
            fixed=said["fixed"],
            readings_basis=said.get("readings_basis", OWN_BASIS),
            readings=(file := _file(folder, said["readings"])).name,
            content=file.read_bytes(),
        )
    except KeyError as error:
        raise _unreadable(f"{project}: {error.args[0]} is missing") from error
    except (TypeError, AttributeError) as error:
        raise _unreadable(f"{project}: a value is of the wrong kind ({error})") from error


def _funding(
    project: str, own: Mapping[str, Any] | None, published: Mapping[str, Any] | None
) -> dict[str, Any] | None:
    if own is None:
        return {**published, "basis": Basis.PUBLISHED.value} if published else None
    said = {"basis": OWN_BASIS, **own}
    if said["basis"] not in REHEARSED_BASES:
        raise _unreadable(
            f"{project}: the basis of funding is {' or '.join(REHEARSED_BASES)}, "
            f"not {said['basis']}"
        )
    return said


def _unreadable(why: str) -> Malformed:
    return Malformed(
        f"parameters.toml: {why}", code="parameters-unreadable", about="parameters.toml"
    )


def _plan(said: Mapping[str, Any]) -> dict[str, Any]:
    days = {name: said[name].isoformat() for name in ("first", "last")}
    return {**said, **days}


def _file(folder: Any, name: str) -> Any:  # noqa: ANN401 - a Path or a Traversable
    """Return the file of readings; somebody's own may stand there unpacked."""
    for file in (folder / name, folder / name.removesuffix(".gz")):
        if file.is_file():
            return file
    raise NotFound(
        f"{folder} has no file {name.removesuffix('.gz')}; put the readings there under that name, "
        "or packed with .gz",
        code="no-readings",
        about=name,
    )


def _suffix(cases: Mapping[str, Case]) -> str:
    said = {
        case.project: [
            case.content.hex(),
            *map(repr, (case.fixed, case.plan, case.funding)),
            *_names(case),
        ]
        for case in cases.values()
    }
    return "-" + digest(said)[:_DIGEST_LETTERS]


def _names(case: Case) -> tuple[str, ...]:
    template = (case.worked_by,) if case.worked_by else ()
    return (case.methodology, *template, case.readings_basis, case.readings)


def _people(said: Mapping[str, Any], partnership: str) -> dict[str, RehearsalPerson]:
    first_day = said["step"][0]["on"]
    organisations = said["organisation"]
    return {
        key: RehearsalPerson(
            partnership=partnership,
            person=key,
            name=who["name"],
            organisation=who["organisation"],
            organisation_name=organisations[who["organisation"]]["name"],
            organisation_kind=organisations[who["organisation"]]["kind"],
            role=who["role"],
            side=who.get("side"),
            organisation_side=organisations[who["organisation"]].get("side"),
            since=first_day,
        )
        for key, who in said["person"].items()
    }


def _step(number: int, said: Mapping[str, Any]) -> StoryStep:
    rest = {name: value for name, value in said.items() if name not in ("do", "on", "by")}
    return StoryStep(number, said["do"], said["on"], tuple(said["by"]), rest)
