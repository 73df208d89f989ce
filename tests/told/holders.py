"""The story with other holders of the rest: a company in Japan, and the host's government."""

from dataclasses import replace
from typing import Any

from openjcm.stories.story_file import Story, StoryStep

# Who opens the account of the rest of each project, and whose it is.
_MAKER = {"side": "JP", "holder": "Rehearsal company in Japan"}
_PLANT = {"government": True, "holder": "Government of Bangladesh (rehearsal)"}


def with_other_holders(story: Story) -> Story:
    """Give BD002's rest to a company in Japan, and BD004's to the government of Bangladesh."""
    return replace(story, steps=tuple(_other(step) for step in story.steps))


def _other(step: StoryStep) -> StoryStep:
    said: dict[str, Any] = dict(step.says)
    if said.get("account") == "maker":
        return replace(step, by=("manager-jp",), says={**said, **_MAKER})
    if said.get("account") == "plant":
        return replace(step, says={**said, **_PLANT})
    return step
