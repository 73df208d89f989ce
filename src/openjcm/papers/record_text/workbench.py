"""The allocation workbench: every published share against every rule that could have made it."""

from collections.abc import Sequence

from openjcm.papers.columns import wrap
from openjcm.papers.record_text.lines import LINE, figure_cell, labelled, listed, table
from openjcm.papers.record_text.words import say
from openjcm.papers.recorded import as_recorded
from openjcm.views.record.workbench import CandidateRule, Score, ShareRow, Workbench

_PROJECTS = 1


def workbench_text(benches: Sequence[Workbench], language: str) -> str:
    """Write one table for each share that is tried, with the score of every rule."""
    notes = wrap(say(language, "workbench-note"), LINE)
    marks = wrap(say(language, "workbench-marks"), LINE)
    blocks = [notes, marks, *(_bench(each, language) for each in benches)]
    return "\n\n".join("\n".join(block) for block in blocks) + "\n"


def _bench(bench: Workbench, language: str) -> list[str]:
    letters = [chr(ord("A") + n) for n in range(len(bench.rules))]
    heading = say(
        language, "workbench-share", whose=say(language, f"whose-{bench.whose}"), share=bench.share
    )
    why = bench.why_ja if language == "ja" else bench.why
    seen = wrap(say(language, "share-seen", why=why, source=bench.source), LINE)
    rules = labelled(
        (letter, f"{_rule(rule, language)}: {_score(score, language)}")
        for letter, rule, score in zip(letters, bench.rules, bench.scores, strict=True)
    )
    headings = [
        *(say(language, f"column-{each}") for each in ("decision", "projects", "total", "share")),
        *letters,
    ]
    rows = [_row(row, language) for row in bench.rows]
    return [heading, *seen, *rules, "", *table(headings, rows, wrapped=_PROJECTS)]


def _rule(rule: CandidateRule, language: str) -> str:
    base, rounding = (
        say(language, f"base-{rule.base}"),
        say(language, f"rounding-{rule.rounding}"),
    )
    return say(language, "rule-words", share=rule.share, base=base, rounding=rounding)


def _score(score: Score, language: str) -> str:
    return say(
        language,
        "score-words",
        explained=score.explained,
        contradicted=score.contradicted,
        open=score.open,
    )


def _about_share(row: ShareRow, language: str) -> tuple[str, ...]:
    """Say who was given the share where that is not the bench's own, and that it is a rival."""
    return as_recorded(language, row.holder), say(language, "rival-row") if row.rival else ""


def _row(row: ShareRow, language: str) -> list[str]:
    more = [say(language, "projects-unnamed", count=row.unnamed)] if row.unnamed else []
    return [
        row.decision,
        listed(language, [*row.projects, *more]),
        figure_cell(language, row.total),
        "\n".join(filter(None, (figure_cell(language, row.amount), *_about_share(row, language)))),
        *(say(language, f"verdict-mark-{each.verdict}") for each in row.trials),
    ]
