"""Policy goals and published progress, as of a day; never beside credits."""

from openjcm.papers.columns import wrap
from openjcm.papers.record_text.lines import (
    LINE,
    count_text,
    figure_text,
    labelled,
    remarks_text,
    sources_text,
)
from openjcm.papers.record_text.words import say
from openjcm.papers.words import say_day
from openjcm.views.figures import Figure
from openjcm.views.record.progress import GoalRow, Progress, ProgressRow


def goals_text(progress: Progress, language: str) -> str:
    """Write the goals in force on a day, then each published figure with its day."""
    heading = say(language, "goals-on", day=say_day(language, progress.on))
    goals = [_goal(each, language) for each in progress.goals]
    figures = [_figure(each, language) for each in progress.figures]
    blocks = [
        [heading, *([] if goals else [say(language, "no-goal")])],
        *goals,
        [say(language, "progress-heading"), *([] if figures else [say(language, "no-progress")])],
        *figures,
        wrap(say(language, "goals-note"), LINE),
    ]
    return "\n\n".join("\n".join(block) for block in blocks) + "\n"


def _goal(goal: GoalRow, language: str) -> list[str]:
    text = goal.text_ja if language == "ja" else goal.text_en
    since = f"{goal.since.isoformat()} [{say(language, f'known-{goal.known}')}]"
    pairs = [
        (say(language, "goal-amount"), _about(language, goal.amount)),
        (say(language, "goal-by"), say(language, "fiscal-year", year=str(goal.fiscal_year))),
        (say(language, "goal-since"), since),
    ]
    return [*wrap(text, LINE), *labelled(pairs, "  "), *sources_text(language, goal.sources)]


def _about(language: str, figure: Figure) -> str:
    return say(language, "about-so-many", amount=figure_text(language, figure))


def _figure(row: ProgressRow, language: str) -> list[str]:
    amount = ""
    if row.amount is not None:
        said = _about if row.about else figure_text
        amount = said(language, row.amount)
    here = figure_text(language, row.notified_here) if row.notified_here else ""
    pairs = [
        (say(language, "goal-amount"), amount),
        (
            say(language, "column-projects"),
            _projects(row, language),
        ),
        (
            say(language, "column-partners"),
            count_text(language, row.partners or 0) if row.partners else "",
        ),
        (
            say(language, "column-cases"),
            count_text(language, row.cases) if row.cases else "",
        ),
        (say(language, "counted-until"), str(row.by) if row.by else ""),
        (say(language, "state-of"), row.state.isoformat()),
        (say(language, "notified-here"), here),
    ]
    return [
        say(language, f"progress-{row.measure}"),
        *labelled(pairs, "  "),
        *remarks_text(language, row.remarks, "  "),
        *sources_text(language, row.sources),
    ]


def _projects(row: ProgressRow, language: str) -> str:
    if not row.projects:
        return ""
    count = count_text(language, row.projects)
    return say(language, "at-least", count=count) if row.at_least else count
