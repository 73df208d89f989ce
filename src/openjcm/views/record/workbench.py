"""The allocation workbench: every published share against every rule that could have made it."""

from collections.abc import Iterator
from dataclasses import dataclass

from openjcm.cycle import Base, Candidate, Judgement, Rounding, Verdict, candidates, judge
from openjcm.rulebook import CandidateShare, candidate_shares
from openjcm.views.figures import Figure
from openjcm.views.reader import Reader
from openjcm.views.record.decision import Decision, DecisionLine
from openjcm.views.record.decisions import list_decisions
from openjcm.views.record.pages import LARGEST_PAGE, every


@dataclass(frozen=True, slots=True)
class CandidateRule:
    """A rule that is tried: a share (as text, 1/2), what of, and how rounded."""

    stem: str
    share: str
    base: Base
    rounding: Rounding


@dataclass(frozen=True, slots=True)
class Trial:
    """What one row says of one rule; ``gives`` is what the rule gives where that is one number."""

    rule: str
    verdict: Verdict
    gives: int | None
    years_at_least: int | None


@dataclass(frozen=True, slots=True)
class ShareRow:
    """One published share; ``years`` None where the calendar years are not known."""

    decision: str
    projects: tuple[str, ...]
    unnamed: int
    years: int | None
    total: Figure
    amount: Figure
    trials: tuple[Trial, ...]


@dataclass(frozen=True, slots=True)
class Score:
    """How many rows explain, contradict or leave open a rule."""

    rule: str
    explained: int
    contradicted: int
    open: int


@dataclass(frozen=True, slots=True)
class Workbench:
    """All rows for one share that is tried, with the score of each rule.

    ``whose`` is goj or host; ``why`` (in Japanese ``why_ja``) says why the share is tried, and
    ``source`` where it was seen.
    """

    whose: str
    share: str
    why: str
    why_ja: str
    source: str
    rules: tuple[CandidateRule, ...]
    rows: tuple[ShareRow, ...]
    scores: tuple[Score, ...]


def allocation_workbench(reader: Reader) -> tuple[Workbench, ...]:
    """Return every published share against every candidate rule, latest decision first."""
    decisions = every(lambda cursor: list_decisions(reader, cursor=cursor, limit=LARGEST_PAGE))
    return tuple(_bench(tried, decisions) for tried in candidate_shares())


def _bench(tried: CandidateShare, decisions: tuple[Decision, ...]) -> Workbench:
    rules = candidates(tried.share)
    rows = tuple(row for each in decisions for row in _rows(each, tried.whose, rules))
    return Workbench(
        whose=tried.whose,
        share=str(tried.share),
        why=tried.why,
        why_ja=tried.why_ja,
        source=tried.source,
        rules=tuple(
            CandidateRule(rule.stem, str(rule.share), rule.base, rule.rounding) for rule in rules
        ),
        rows=rows,
        scores=tuple(_score(rule.stem, rows) for rule in rules),
    )


def _rows(decision: Decision, whose: str, rules: tuple[Candidate, ...]) -> Iterator[ShareRow]:
    told = 0
    for line in decision.lines:
        amount = _share(line, whose)
        if line.notified.amount is None or amount.amount is None:
            continue
        told += 1
        yield _row(decision, line, line.notified, amount, rules)
    whole = decision.goj if whose == "goj" else decision.sides[1].notified
    if told < len(decision.lines) and whole.amount is not None and decision.notified.amount:
        yield _row(decision, None, decision.notified, whole, rules)


def _share(line: DecisionLine, whose: str) -> Figure:
    return line.goj if whose == "goj" else line.sides[1].notified


def _row(
    decision: Decision,
    line: DecisionLine | None,
    total: Figure,
    amount: Figure,
    rules: tuple[Candidate, ...],
) -> ShareRow:
    assert total.amount is not None, "a row without a total is left out"
    assert amount.amount is not None, "a row without a share is left out"
    projects = line.projects if line else _named(decision)
    unnamed = line.unnamed if line else decision.projects - len(projects)
    alone = line is not None and len(projects) == 1 and not unnamed
    period = line.period if line and alone else None
    years = period.last.year - period.first.year + 1 if period else None
    return ShareRow(
        decision=decision.key,
        projects=projects,
        unnamed=unnamed,
        years=years,
        total=total,
        amount=amount,
        trials=tuple(
            _trial(rule.stem, judge(rule, total=total.amount, amount=amount.amount, years=years))
            for rule in rules
        ),
    )


def _named(decision: Decision) -> tuple[str, ...]:
    return tuple(dict.fromkeys(each for line in decision.lines for each in line.projects))


def _trial(rule: str, found: Judgement) -> Trial:
    return Trial(rule, found.verdict, found.gives, found.years_at_least)


def _score(rule: str, rows: tuple[ShareRow, ...]) -> Score:
    verdicts = [trial.verdict for row in rows for trial in row.trials if trial.rule == rule]
    counted = {verdict: verdicts.count(verdict) for verdict in Verdict}
    return Score(
        rule,
        explained=counted[Verdict.EXPLAINED],
        contradicted=counted[Verdict.CONTRADICTED],
        open=counted[Verdict.OPEN],
    )
