"""A story as it stands in its file: who is in it, and one step after another."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from importlib.resources import files
from pathlib import Path
from typing import Any

from openjcm.measure.errors import Malformed, NotFound
from openjcm.people.rehearsal_persons import RehearsalPerson
from openjcm.store.canonical import digest

_PACKAGE = "openjcm.stories"
_DIGEST_LETTERS = 8


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
    """One project's input: its monitoring plan, fixed parameters and reading file."""

    project: str
    methodology: str
    plan: Mapping[str, Any]
    fixed: Mapping[str, Mapping[str, Any]]
    readings_basis: str
    readings: str
    content: bytes


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
    nothing of one rehearsal is ever mixed with another.

    Raises:
        NotFound: there is no such story, or a reading file is missing from the folder.
        Malformed: a parameters file cannot be read.
    """
    folder = files(_PACKAGE) / name.replace("-", "_")
    if not (folder / "story.toml").is_file():
        raise NotFound(
            f"there is no story {name!r}; the stories are: {', '.join(story_names())}",
            code="no-story",
            about=name,
        )
    said = tomllib.loads((folder / "story.toml").read_text(encoding="utf-8"))
    bundled = (folder / "parameters.toml").read_text(encoding="utf-8")
    projects = _parameters(readings, bundled)
    _check_projects(projects, said["step"])
    cases = {name: _case(name, each, readings or folder / "readings") for name, each in projects}
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


def story_names() -> tuple[str, ...]:
    """Return the names of the bundled stories."""
    found = (each for each in files(_PACKAGE).iterdir() if (each / "story.toml").is_file())
    return tuple(sorted(each.name.replace("_", "-") for each in found))


def _parameters(readings: Path | None, bundled: str) -> list[tuple[str, Any]]:
    own = readings / "parameters.toml" if readings else None
    try:
        text = own.read_text(encoding="utf-8") if own and own.is_file() else bundled
        projects: Mapping[str, Any] = tomllib.loads(text, parse_float=Decimal)["project"]
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


def _case(project: str, said: Any, folder: Any) -> Case:  # noqa: ANN401 - as typed; a Path or a Traversable
    try:
        return Case(
            project=project,
            methodology=said["methodology"],
            plan=_plan(said["plan"]),
            fixed=said["fixed"],
            readings_basis=said["readings_basis"],
            readings=said["readings"],
            content=_content(folder, said["readings"]),
        )
    except KeyError as error:
        raise _unreadable(f"{project}: {error.args[0]} is missing") from error
    except (TypeError, AttributeError) as error:
        raise _unreadable(f"{project}: a value is of the wrong kind ({error})") from error


def _unreadable(why: str) -> Malformed:
    return Malformed(
        f"parameters.toml: {why}", code="parameters-unreadable", about="parameters.toml"
    )


def _plan(said: Mapping[str, Any]) -> dict[str, Any]:
    days = {name: said[name].isoformat() for name in ("first", "last")}
    return {**said, **days}


def _content(folder: Any, name: str) -> bytes:  # noqa: ANN401 - a Path or a Traversable
    file = folder / name
    if not file.is_file():
        raise NotFound(
            f"{folder} has no file {name}; put the readings there under that name",
            code="no-readings",
            about=name,
        )
    content: bytes = file.read_bytes()
    return content


def _suffix(cases: Mapping[str, Case]) -> str:
    said = {
        case.project: [case.content.hex(), *map(repr, (case.fixed, case.plan)), *_names(case)]
        for case in cases.values()
    }
    return "-" + digest(said)[:_DIGEST_LETTERS]


def _names(case: Case) -> tuple[str, ...]:
    return (case.methodology, case.readings_basis, case.readings)


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
