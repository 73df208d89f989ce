"""The allocation workbench: every published share against every rule that could have made it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from openjcm.cycle import Base, Candidate, Judgement, Measure, Rounding, Verdict, candidates, judge
from openjcm.measure.period import Period
from openjcm.rulebook import CandidateShare, all_partners, candidate_shares
from openjcm.views.figures import Figure
from openjcm.views.reader import Reader
from openjcm.views.record.decision import Decision, DecisionLine, HolderFigure
from openjcm.views.record.decisions import list_decisions
from openjcm.views.record.pages import LARGEST_PAGE, every
from openjcm.views.record.tables.state import record_state


@dataclass(frozen=True, slots=True)
class CandidateRule:
    """A rule that is tried: a share (as text, 1/2), what of, and how rounded."""

    stem: str
    share: str
    base: Base
    rounding: Rounding


@dataclass(frozen=True, slots=True)
class Trial:
    """What one row says of one rule; ``gives`` is what the rule gives where that is one number.

    Of several projects whose single amounts are not printed it gives ``gives_least`` to
    ``gives_most``; both are None where the rule is by calendar year.
    """

    rule: str
    verdict: Verdict
    gives: int | None
    years_at_least: int | None
    gives_least: int | None
    gives_most: int | None


@dataclass(frozen=True, slots=True)
class ShareRow:
    """One published share; ``years`` None where the calendar years are not known.

    ``holder`` names the recipient in a bench of named holders and is empty elsewhere; ``rival``
    is True where another source prints this total or share instead.
    """

    decision: str
    projects: tuple[str, ...]
    unnamed: int
    years: int | None
    holder: str
    rival: bool
    total: Figure
    amount: Figure
    trials: tuple[Trial, ...]


@dataclass(frozen=True, slots=True)
class Score:
    """How many rows explain, contradict or leave open a rule.

    What two sources print of one share is judged twice and counted once, by the main source.
    """

    rule: str
    explained: int
    contradicted: int
    open: int


@dataclass(frozen=True, slots=True)
class Workbench:
    """All rows for one share that is tried, with the score of each rule.

    ``whose`` is goj, host or holder (any other who was named); ``why`` (in Japanese ``why_ja``)
    says why the share is tried, and ``source`` where it was seen.
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
    """Return every published share against every candidate rule, latest decision first.

    It follows from the published facts alone, so it is worked out once for each state of them.
    """
    state = record_state(reader).digest
    benches = _worked_out_at.get(state)
    if benches is None:
        benches = _worked_out(reader)
        # Only the state that stands is asked about.
        _worked_out_at.clear()
        _worked_out_at[state] = benches
    return benches


_worked_out_at: dict[str, tuple[Workbench, ...]] = {}


def _worked_out(reader: Reader) -> tuple[Workbench, ...]:
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


@dataclass(frozen=True, slots=True)
class _Printed:
    """A share as it was printed, and the total that it is a share of; no line: the whole."""

    line: DecisionLine | None
    total: Figure
    amount: Figure
    holder: str = ""
    rival: bool = False


def _rows(decision: Decision, whose: str, rules: tuple[Candidate, ...]) -> Iterator[ShareRow]:
    found = _of_holders(decision) if whose == "holder" else _of_a_share(decision, whose)
    return (_row(decision, each, rules) for each in found if _is_whole(each))


def _of_a_share(decision: Decision, whose: str) -> Iterator[_Printed]:
    told = 0
    for line in decision.lines:
        main = _Printed(line, line.notified, _share(line, whose))
        told += _is_whole(main)
        yield main
        yield from _rivals(line, main, whose)
    if told < len(decision.lines):
        whole = decision.goj if whose == "goj" else decision.sides[1].notified
        yield _Printed(None, decision.notified, whole)


def _rivals(line: DecisionLine, main: _Printed, whose: str) -> Iterator[_Printed]:
    """Yield what other sources print of the share, and of the total that it is taken of."""
    for each in line.rivals:
        if each.measure == Measure.NOTIFIED:
            yield _Printed(line, each.amount, main.amount, rival=True)
        elif each.measure == whose:
            yield _Printed(line, main.total, each.amount, rival=True)


def _of_holders(decision: Decision) -> Iterator[_Printed]:
    """Yield what each named recipient was given; of the whole where no line says it."""
    told = {held.holder for line in decision.lines for held in line.holders}
    for line in decision.lines:
        for held in filter(_is_named, line.holders):
            yield _Printed(line, line.notified, held.amount, holder=held.holder)
    for held in filter(_is_named, decision.holders):
        if held.holder not in told:
            yield _Printed(None, decision.notified, held.amount, holder=held.holder)


def _is_named(held: HolderFigure) -> bool:
    """Whether a recipient has a name; what others have together is nobody's share."""
    return bool(held.side)


def _share(line: DecisionLine, whose: str) -> Figure:
    return line.goj if whose == "goj" else line.sides[1].notified


def _is_whole(printed: _Printed) -> bool:
    # A side that was notified of nothing was given no share that a rule could make.
    return bool(printed.total.amount) and bool(printed.amount.amount)


def _row(decision: Decision, printed: _Printed, rules: tuple[Candidate, ...]) -> ShareRow:
    line, total, amount = printed.line, printed.total.amount, printed.amount.amount
    assert total is not None, "a row without a total is left out"
    assert amount is not None, "a row without a share is left out"
    projects = line.projects if line else _named(decision)
    unnamed = line.unnamed if line else decision.unnamed
    alone = line is not None and len(projects) == 1 and not unnamed
    years = _years(line.period, decision.day) if line and alone else None
    parts = () if line else _parts(decision)
    return ShareRow(
        decision=decision.key,
        projects=projects,
        unnamed=unnamed,
        years=years,
        holder=printed.holder,
        rival=printed.rival,
        total=printed.total,
        amount=printed.amount,
        trials=tuple(
            _trial(
                rule.stem,
                judge(
                    rule,
                    total=total,
                    amount=amount,
                    years=years,
                    projects=max(len(projects) + unnamed, 1),
                    parts=parts,
                ),
            )
            for rule in rules
        ),
    )


def _parts(decision: Decision) -> tuple[int, ...]:
    """Return what each project has in the total; empty unless every one of them is printed."""
    lines = decision.lines
    known = [line.notified.amount for line in lines if len(line.projects) + line.unnamed == 1]
    amounts = [amount for amount in known if amount is not None]
    is_all = len(amounts) == len(lines) == decision.projects
    return tuple(amounts) if is_all and sum(amounts) == decision.notified.amount else ()


def _years(period: Period | None, decided: date | None) -> int | None:
    """Return how many calendar years a period touches; None where it cannot be as printed.

    Nothing before the year of the first partnership (2013; its day and source stand in
    ``rulebook/partners/MN.toml``) and nothing after the decision can be a vintage of it, so a
    mistyped year leaves the years unknown and does not spread.
    """
    if period is None:
        return None
    earliest = min(partner.signed_on for partner in all_partners()).year
    latest = decided.year if decided else period.last.year
    if period.first.year < earliest or period.last.year > latest:
        return None
    return period.last.year - period.first.year + 1


def _named(decision: Decision) -> tuple[str, ...]:
    return tuple(dict.fromkeys(each for line in decision.lines for each in line.projects))


def _trial(rule: str, found: Judgement) -> Trial:
    return Trial(
        rule=rule,
        verdict=found.verdict,
        gives=found.gives,
        years_at_least=found.years_at_least,
        gives_least=found.gives_least,
        gives_most=found.gives_most,
    )


def _score(rule: str, rows: tuple[ShareRow, ...]) -> Score:
    counted_once = (row for row in rows if not row.rival)
    verdicts = [each.verdict for row in counted_once for each in row.trials if each.rule == rule]
    counted = {verdict: verdicts.count(verdict) for verdict in Verdict}
    return Score(
        rule,
        explained=counted[Verdict.EXPLAINED],
        contradicted=counted[Verdict.CONTRADICTED],
        open=counted[Verdict.OPEN],
    )
