"""Both sides of a partner country's decisions: each total checked, each issuance on its own day."""

from collections.abc import Iterator

from openjcm.papers.columns import wrap
from openjcm.papers.record_text.lines import (
    LINE,
    country,
    day_text,
    figure_cell,
    figure_text,
    labelled,
    listed,
    named_projects,
    sources_text,
    table,
    whole_cell,
)
from openjcm.papers.record_text.words import say
from openjcm.papers.words import say_number
from openjcm.views.record.both_sides import (
    Agreement,
    BothSides,
    SharedDecision,
    Shares,
    SideSum,
)
from openjcm.views.record.decision import SideFigures

_DECISION = 0
# A day that is said in words takes two lines, so that the table keeps to its width.
_ISSUED = 16


def both_sides_text(found: BothSides, language: str) -> str:
    """Write what is shown, one row a decision and a line, the sums by side, and the verdict."""
    host = country(language, found.host)
    introduction = wrap(say(language, "both-sides-introduction", host=host), LINE)
    rows = [row for each in found.decisions for row in _rows(each, language)]
    blocks = [
        introduction,
        table(_headings(host, language), rows, wrapped=_DECISION),
        [*wrap(say(language, "both-sides-marks"), LINE), *_remarks(found, language)],
        [say(language, "both-sides-sums"), *labelled(_sums(found, host, language), "  ")],
        list(_verdict(found, language)),
        sources_text(language, found.sources),
    ]
    return "\n\n".join("\n".join(block) for block in blocks) + "\n"


def _remarks(found: BothSides, language: str) -> Iterator[str]:
    for each in found.decisions:
        for remark in each.remarks:
            value = say(language, f"remark-{remark}")
            yield from wrap(say(language, "named", label=each.decision, value=value), LINE)


def _headings(host: str, language: str) -> list[str]:
    japan = say(language, "side-japan")
    notified, issued = say(language, "column-notified"), say(language, "column-issued")
    return [
        say(language, "column-decision"),
        f"{notified}\n{say(language, 'column-total')}",
        f"{notified}\n{japan}",
        f"{notified}\n{host}",
        say(language, "column-check"),
        f"{issued}\n{japan}",
        f"{issued}\n{host}",
    ]


def _rows(shared: SharedDecision, language: str) -> Iterator[list[str]]:
    named = "" if shared.parts else f"\n{_projects(shared.whole, language)}"
    head = f"{shared.decision}\n{day_text(language, shared.day)}{named}"
    yield [head, *_cells(shared.whole, language, has_parts=bool(shared.parts))]
    for part in shared.parts:
        yield [_projects(part, language), *_cells(part, language)]


def _cells(shares: Shares, language: str, *, has_parts: bool = False) -> list[str]:
    sides = (shares.japan, shares.host)
    return [
        figure_cell(language, shares.notified),
        *(figure_cell(language, side.notified) for side in sides),
        _check(shares, language),
        *(_issued(side, language, has_parts=has_parts) for side in sides),
    ]


def _projects(shares: Shares, language: str) -> str:
    return named_projects(language, shares.projects, shares.unnamed)


def _check(shares: Shares, language: str) -> str:
    said = say(language, f"agreement-{shares.agreement}")
    if shares.agreement is not Agreement.CONTRADICTED:
        return said
    return f"{said}\n{_inequation(shares, language)}"


def _inequation(shares: Shares, language: str) -> str:
    total, japan, host = (
        say_number(language, figure.amount or 0)
        for figure in (shares.notified, shares.japan.notified, shares.host.notified)
    )
    return f"{total} ≠ {japan} + {host}"


def _issued(side: SideFigures, language: str, *, has_parts: bool) -> str:
    if side.standing == "open":
        said = say(language, "standing-open", day=day_text(language, side.open_on))
        return "\n".join(wrap(said, _ISSUED))
    if side.standing == "nothing":
        return say(language, "standing-nothing")
    amount = whole_cell(language, side.issued, side.issued_in_part)
    if side.issued_on:
        return f"{amount}\n{side.issued_on.isoformat()}"
    if side.standing == "undisclosed":
        return amount
    return f"{amount}\n{say(language, 'days-below' if has_parts else 'day-of-issue-not-known')}"


def _sums(found: BothSides, host: str, language: str) -> Iterator[tuple[str, str]]:
    japan = say(language, "side-japan")
    notified, issued = say(language, "column-notified"), say(language, "column-issued")
    sums = (
        (notified, say(language, "column-total"), found.notified),
        (notified, japan, found.notified_japan),
        (notified, host, found.notified_host),
        (issued, japan, found.issued_japan),
        (issued, host, found.issued_host),
    )
    for measure, whose, each in sums:
        yield listed(language, (measure, whose)), _sum(each, language)


def _sum(each: SideSum, language: str) -> str:
    counts = {"sum-unknown": each.unknown, "sum-open": each.open}
    more = [say(language, key, count=count) for key, count in counts.items() if count]
    return listed(language, (figure_text(language, each.total), *more))


def _verdict(found: BothSides, language: str) -> Iterator[str]:
    told = [each for each in found.decisions if not each.contradicted]
    for each in found.decisions:
        for shares in each.contradicted:
            where = listed(language, (each.decision, _projects(shares, language)))
            said = _inequation(shares, language)
            text = say(language, "both-sides-contradicted", decision=where, inequation=said)
            yield from wrap(text, LINE)
    agree = sum(each.whole.agreement is Agreement.AGREES for each in told)
    yield from wrap(
        say(language, "both-sides-verdict", agree=agree, total=len(found.decisions)), LINE
    )
