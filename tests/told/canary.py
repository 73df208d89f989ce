"""A planted rehearsal: it carries a word and amounts that must never be seen in public.

Everything in it that can hold words holds ``CANARY``; its registers run a hundred times as fast
as those of the story, so that its amounts are like no other.
"""

from collections.abc import Mapping
from dataclasses import replace
from importlib.resources import files as resources
from typing import Any

import pytest

from openjcm.store.files import FileStore
from openjcm.store.journal import PostgresJournal
from openjcm.stories import requests
from openjcm.stories.play import play
from openjcm.stories.played import Played
from openjcm.stories.story_file import Case, Story, read_story

CANARY = "CANARYWORD"
PARTNERSHIP = "BD-R-CANARYWORD"
_FASTER = 100
# One month of BD004 is missing and one register went back to zero in between.
_LEFT_OUT, _RESET_FROM = 5, 20


def plant(journal: PostgresJournal, files: FileStore) -> Played:
    """Play the planted rehearsal."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(requests, "title_of", _title)
        return play(_story(), journal=journal, files=files)


def _title(host: str, project: str) -> tuple[str, str]:
    return f"{CANARY} {host} {project}", f"{CANARY}の題"


def _story() -> Story:
    story = read_story("first-issuance")
    people = {
        key: replace(
            who, partnership=PARTNERSHIP, name=CANARY, organisation_name=f"{CANARY} {who.name}"
        )
        for key, who in story.people.items()
    }
    steps = tuple(replace(step, says=_said(step.says)) for step in story.steps)
    return replace(
        story,
        partnership=PARTNERSHIP,
        title=f"{CANARY} rehearsal",
        decision=f"{PARTNERSHIP}-2022-03-28",
        people=people,
        steps=steps,
        cases={name: _case(case) for name, case in story.cases.items()},
    )


def _said(says: Mapping[str, Any]) -> Mapping[str, Any]:
    return {**says, "holder": f"{CANARY} {says['holder']}"} if "holder" in says else says


def _case(case: Case) -> Case:
    months = resources("openjcm.stories") / "first_issuance" / "months" / f"{case.project}.csv"
    header, *rows = months.read_text("utf-8").splitlines()
    fast = [_faster(row, number) for number, row in enumerate(rows)]
    kept = [row for number, row in enumerate(fast) if number != _LEFT_OUT]
    fixed = {name: {**said, "note": CANARY} for name, said in case.fixed.items()}
    content = "\n".join([header, *kept, ""]).encode()
    meters = [{**meter, "expected_interval": "month"} for meter in case.plan["meter"]]
    plan = {**case.plan, "meter": meters}
    return replace(case, content=content, fixed=fixed, plan=plan, readings=f"{CANARY}.csv")


def _faster(row: str, number: int) -> str:
    meter, read_at, register = row.split(",")
    moved = int(register) * _FASTER
    if meter.startswith("BD004") and number >= _RESET_FROM:
        moved -= moved // 2
    return f"{meter},{read_at},{moved}"
