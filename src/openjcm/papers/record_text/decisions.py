"""Decisions on credits: the list, and one decision with its lines, both sides and its blanks."""

from collections.abc import Iterator, Sequence

from openjcm.papers.columns import wrap
from openjcm.papers.record_text.lines import (
    LINE,
    country,
    day_text,
    figure_text,
    labelled,
    named_projects,
    remarks_text,
    rest_text,
    sources_text,
    table,
    whole_cell,
)
from openjcm.papers.record_text.words import say
from openjcm.papers.recorded import as_recorded
from openjcm.papers.words import say_number, say_ordinal, say_period
from openjcm.rulebook import load_partner
from openjcm.views.figures import Figure
from openjcm.views.notice import Notice
from openjcm.views.record.decision import (
    Decision,
    DecisionLine,
    HolderFigure,
    RivalFigure,
    SideFigures,
)
from openjcm.views.record.pages import Page

_HEADINGS = ("decision", "day", "projects", "notified", "goj")
_PROJECTS = _HEADINGS.index("projects")
_DAYS = ("decided_on", "announced_on")
_JAPAN = "JP"


def decisions_text(page: Page[Decision], language: str) -> str:
    """Write decisions as a table, latest first, and how to get the rest of a long list."""
    lines = decision_rows(page.items, language)
    return "\n".join([*lines, *rest_text(language, page)]) + "\n"


def decision_rows(decisions: Sequence[Decision], language: str) -> list[str]:
    """Write decisions as the rows of a table; nothing where there is none."""
    if not decisions:
        return []
    headings = [say(language, f"column-{each}") for each in _HEADINGS]
    return table(headings, [_row(each, language) for each in decisions], wrapped=_PROJECTS)


def notices_text(page: Page[Notice], language: str) -> str:
    """Write the keys of notices, latest first, and how to get the rest of a long list."""
    return "\n".join([*(each.key for each in page.items), *rest_text(language, page)]) + "\n"


def decision_text(decision: Decision, language: str) -> str:
    """Write a decision: the whole, then each line, then where it was printed."""
    whole = labelled(_facts(decision, language))
    if decision.holders:
        whole += _remainder(decision, language)
    whole += remarks_text(language, decision.remarks)
    blocks = [[f"{decision.key}  {country(language, decision.host)}", *whole]]
    blocks += [_line(line, language) for line in decision.lines]
    blocks.append(sources_text(language, decision.sources))
    return "\n\n".join("\n".join(block) for block in blocks) + "\n"


def _row(decision: Decision, language: str) -> list[str]:
    day = day_text(language, decision.day)
    if decision.day_is not in {"", "decided"}:
        day += f"\n[{say(language, f'day-is-{decision.day_is}')}]"
    return [
        decision.key,
        day,
        _projects(decision, language),
        whole_cell(language, decision.notified, decision.notified_in_part),
        whole_cell(language, decision.goj, decision.goj_in_part),
    ]


def _projects(decision: Decision, language: str) -> str:
    named = dict.fromkeys(each for line in decision.lines for each in line.projects)
    return named_projects(language, tuple(named), decision.unnamed)


def _whole(language: str, shown: Figure, in_part: Figure) -> str:
    """Write an amount, or what is published of it."""
    if in_part.amount is None:
        return figure_text(language, shown)
    return say(language, "amount-in-part", amount=figure_text(language, in_part))


def _facts(decision: Decision, language: str) -> Iterator[tuple[str, str]]:
    for name in _DAYS:
        day = getattr(decision, name)
        yield say(language, f"column-{name.replace('_', '-')}"), day_text(language, day)
    if decision.issued_on:
        yield say(language, "column-issued-on"), day_text(language, decision.issued_on)
    if decision.manner:
        yield say(language, "column-manner"), say(language, f"manner-{decision.manner}")
    if decision.ordinal:
        ordinal = say_ordinal(language, decision.ordinal)
        words = say(language, f"ordinal-is-{decision.ordinal_basis}", ordinal=ordinal)
        yield say(language, "column-ordinal"), words
    yield say(language, "column-projects"), _projects(decision, language)
    notified = _whole(language, decision.notified, decision.notified_in_part)
    yield say(language, "column-notified"), notified
    yield say(language, "column-vintages"), say(language, f"vintages-{decision.vintages}")
    if decision.ended_by:
        ended = say(language, "ended-by", day=day_text(language, decision.ended_by))
        yield say(language, "monitoring-period"), ended
    yield say(language, "column-goj"), _whole(language, decision.goj, decision.goj_in_part)
    yield from _sides(decision.sides, language)
    if decision.issued_goj.amount is not None:
        yield say(language, "issued-to-goj"), figure_text(language, decision.issued_goj)
        yield say(language, "issued-to-others"), figure_text(language, decision.issued_others)
    yield from _holders(decision.holders, language)
    yield say(language, "column-record"), decision.record


def remainder_words(part: Decision | DecisionLine, language: str) -> str:
    """Say what neither the Government of Japan nor a named holder acquires; empty where nothing.

    Only where no quantity of a side says whose the rest is.
    """
    total, goj = part.notified.amount, part.goj.amount
    if not total or not goj or part.sides[0].notified.amount:
        return ""
    held = sum(each.amount.amount or 0 for each in part.holders)
    if total <= goj + held:
        return ""
    amounts = {"rest": total - goj - held, "total": total, "goj": goj}
    amounts |= {"held": held, "known": goj + held} if held else {}
    said = {name: say_number(language, amount) for name, amount in amounts.items()}
    return say(language, "remainder-of-named" if held else "remainder", **said)


def _line(line: DecisionLine, language: str) -> list[str]:
    pairs = [
        (say(language, "monitoring-period"), _period(line, language)),
        (say(language, "column-notified"), figure_text(language, line.notified)),
        (say(language, "column-goj"), figure_text(language, line.goj)),
        *_sides(line.sides, language),
        *_holders(line.holders, language),
        *_rivals(line.rivals, language),
    ]
    head = named_projects(language, line.projects, line.unnamed)
    rest = _remainder(line, language, "  ")
    return [head, *labelled(pairs, "  "), *rest, *remarks_text(language, line.remarks, "  ")]


def _remainder(part: Decision | DecisionLine, language: str, indent: str = "") -> list[str]:
    words = remainder_words(part, language)
    return [f"{indent}{each}" for each in wrap(words, LINE - len(indent))] if words else []


def _period(line: DecisionLine, language: str) -> str:
    if line.period:
        months = say(language, "months", count=line.period.months)
        return say(language, "noted", text=say_period(language, line.period), note=months)
    if line.first or line.last:
        days = (day_text(language, line.first), day_text(language, line.last))
        return say(language, "period", first=days[0], last=days[1])
    return say(language, "not-published")


def _sides(sides: tuple[SideFigures, ...], language: str) -> Iterator[tuple[str, str]]:
    for side in sides:
        notified = say(
            language,
            "named",
            label=say(language, "column-notified"),
            value=figure_text(language, side.notified),
        )
        both = say(language, "side-both", notified=notified, issued=_issued(side, language))
        yield _side_name(side.side, language), both


def _issued(side: SideFigures, language: str) -> str:
    if side.standing == "open":
        return say(language, "standing-open", day=day_text(language, side.open_on))
    if side.standing == "nothing":
        return say(language, "standing-nothing")
    amount = _whole(language, side.issued, side.issued_in_part)
    said = say(language, "named", label=say(language, "issued"), value=amount)
    if side.issued_on is None:
        return said
    return say(language, "said-of-day", said=said, day=side.issued_on.isoformat())


def _holders(holders: tuple[HolderFigure, ...], language: str) -> Iterator[tuple[str, str]]:
    for each in holders:
        holder = as_recorded(language, each.holder)
        if each.side:
            side = _side_name(each.side, language)
            holder = say(language, "noted", text=holder, note=side)
        amount = figure_text(language, each.amount)
        yield say(language, "column-holder"), say(language, "named", label=holder, value=amount)


def _rivals(rivals: tuple[RivalFigure, ...], language: str) -> Iterator[tuple[str, str]]:
    for each in rivals:
        label = say(language, "also-printed", measure=say(language, f"column-{each.measure}"))
        yield label, f"{figure_text(language, each.amount)} {each.amount.source or ''}".rstrip()


def _side_name(iso2: str, language: str) -> str:
    if iso2 == _JAPAN:
        return say(language, "side-japan")
    partner = load_partner(iso2)
    return partner.name_ja if language == "ja" else partner.name_en
