"""A notice in words: its head, its lead and its quantities. The rest: ``notice_sections``.

The form is that of the ministry's notices; the sentences are ours.
"""

from openjcm.papers.figure_words import check_kept_apart, figure_cell, figure_words
from openjcm.papers.notice.sections import closing_sections, is_announced_by_the_ministry
from openjcm.papers.sheet import Cell, Said, Section, Sheet, Table
from openjcm.papers.template_words import template_sentences
from openjcm.papers.words import PAPERS, say, say_day, say_ordinal, say_projects, say_table_period
from openjcm.views.notice import Notice, NoticeLine, SideQuantity


def notice_sheet(notice: Notice, language: str) -> Sheet:
    """Write a notice in one language, ready to be drawn.

    Raises:
        Malformed: published and rehearsed figures are mixed.
    """
    check_kept_apart(notice)
    kind = kind_of(notice)
    return Sheet(
        language=language,
        dated=(notice.announced_on or notice.decided_on).isoformat(),
        banner=say(language, "rehearsal-banner") if notice.rehearsal else "",
        watermark=say(language, "rehearsal") if notice.rehearsal else "",
        kind=say(language, f"kind-{kind}"),
        title=_with_host(notice, language, f"title-{kind}"),
        facts=_facts(notice, language),
        lead=_lead(notice, language),
        sections=(
            _quantities(notice, language),
            *_by_year(notice, language),
            _sides(notice, language),
            *closing_sections(notice, language),
        ),
        generated=say(language, "generated"),
    )


def kind_of(notice: Notice) -> str:
    """Return the stem that ends the keys of words which differ in a rehearsal."""
    return "rehearsal" if notice.rehearsal else "published"


def host_name(notice: Notice, language: str) -> str:
    """Return the name of the host country."""
    return notice.host.name_ja if language == "ja" else notice.host.name_en


def title_of(line: NoticeLine, language: str) -> str:
    """Return the title of a project."""
    return line.title_ja if language == "ja" else line.title_en


def project_words(line: NoticeLine, language: str) -> str:
    """Return the title of a line's project, or how many have no published number."""
    if line.project_id or not line.unnamed:
        return title_of(line, language)
    return say(language, "unnamed-projects", count=line.unnamed)


def period_words(line: NoticeLine, language: str) -> tuple[str, str]:
    """Return the period of a line and its months in brackets, or that it is not published."""
    if line.period is None or line.months is None:
        return say(language, "not-published"), ""
    months = say(language, "months", count=line.months)
    return say_table_period(language, line.period), say(language, "brackets", text=months)


def unnamed_rows(notice: Notice, language: str) -> tuple[tuple[str, ...], ...]:
    """Return the row that counts the projects without a published number; none where none is."""
    if not notice.unlisted:
        return ()
    unknown = say(language, "not-published")
    return ((say(language, "unnamed-projects", count=notice.unlisted), unknown, unknown, unknown),)


def _with_host(notice: Notice, language: str, key: str) -> str:
    host = host_name(notice, language)
    if notice.ordinal is None:
        return say(language, f"{key}-uncounted", host=host)
    return say(language, key, host=host, ordinal=say_ordinal(language, notice.ordinal))


def _facts(notice: Notice, language: str) -> tuple[Said, ...]:
    decided = "rehearsed-on" if notice.rehearsal else "decided-on"
    facts = (
        ("issuer", _issuer(notice, language)),
        ("announced-on", _announced(notice, language)),
        (decided, say_day(language, notice.decided_on)),
        ("decided-by", _decided_by(notice, language)),
        ("category", say(language, "category-words")),
        ("ordinal-label", _ordinal(notice, language)),
    )
    return tuple(Said(say(language, label), value) for label, value in facts)


def _ordinal(notice: Notice, language: str) -> str:
    if notice.ordinal is None:
        return say(language, "ordinal-not-known")
    words = _with_host(notice, language, f"ordinal-{kind_of(notice)}")
    if notice.rehearsal:
        return words
    return say(language, f"ordinal-is-{notice.ordinal_basis}", ordinal=words)


def _issuer(notice: Notice, language: str) -> str:
    if notice.rehearsal:
        return say(language, "issuer-rehearsal")
    known = is_announced_by_the_ministry(notice)
    return say(language, "issuer-ministry" if known else "not-published")


def _announced(notice: Notice, language: str) -> str:
    if notice.rehearsal:
        return say(language, "not-announced")
    if notice.announced_on is None:
        return say(language, "not-published")
    return say_day(language, notice.announced_on)


def _decided_by(notice: Notice, language: str) -> str:
    if notice.rehearsal:
        return say(language, "decided-by-rehearsal")
    key = f"decided-by-{notice.decided_by}"
    if not PAPERS.has(language, key):
        return notice.decided_by
    return say(language, key, host=host_name(notice, language))


def _lead(notice: Notice, language: str) -> tuple[str, ...]:
    opening = say(
        language,
        f"lead-{kind_of(notice)}",
        day=say_day(language, notice.decided_on),
        host=host_name(notice, language),
        count=notice.projects,
    )
    return opening, _goj_sentence(notice, language)


def _goj_sentence(notice: Notice, language: str) -> str:
    if notice.goj_total.amount is None:
        return say(language, "lead-goj-undisclosed")
    key = "lead-goj-rehearsal" if notice.rehearsal else "lead-goj"
    return say(language, key, amount=figure_words(language, notice.goj_total))


def _quantities(notice: Notice, language: str) -> Section:
    headings = ("project", "monitoring-period", "heading-notified", "heading-goj")
    total = (
        Cell(say(language, "total")),
        Cell(""),
        figure_cell(language, notice.total_notified, notice.sources),
        figure_cell(language, notice.goj_total, notice.sources),
    )
    rows = tuple(_quantity_row(notice, line, language) for line in notice.lines)
    rows += tuple(tuple(map(Cell, each)) for each in unnamed_rows(notice, language))
    return Section(
        title=say(language, f"quantities-{kind_of(notice)}"),
        table=Table(tuple(say(language, key) for key in headings), rows, numbers=2, total=total),
        paragraphs=(
            *_remainder(notice, language),
            say(language, "entitlement"),
            *template_sentences(notice, language),
        ),
    )


def _quantity_row(notice: Notice, line: NoticeLine, language: str) -> tuple[Cell, ...]:
    return (
        Cell(project_words(line, language), say_projects(language, line.project_id)),
        Cell(*period_words(line, language)),
        figure_cell(language, line.notified, notice.sources),
        figure_cell(language, line.goj, notice.sources),
    )


def _remainder(notice: Notice, language: str) -> tuple[str, ...]:
    """Say who got the rest: only where the sides' quantities do not say it."""
    total, goj = notice.total_notified.amount, notice.goj_total.amount
    if (
        total is None
        or goj is None
        or all(side.notified.amount is not None for side in notice.sides)
    ):
        return ()
    return (say(language, "remainder", rest=total - goj, total=total, goj=goj),)


def _by_year(notice: Notice, language: str) -> tuple[Section, ...]:
    rows = tuple(
        (
            Cell(say_projects(language, line.project_id)),
            Cell(str(vintage.year)),
            figure_cell(language, vintage.credits, notice.sources),
            figure_cell(language, vintage.goj, notice.sources),
        )
        for line in notice.lines
        for vintage in line.vintages
    )
    if not rows:
        return ()
    keys = ("project", "calendar-year", "credits-heading", "heading-goj")
    headings = tuple(say(language, key) for key in keys)
    return (Section(say(language, "by-year"), table=Table(headings, rows, numbers=2)),)


def _sides(notice: Notice, language: str) -> Section:
    keys = ("side", "notification-number", "issued-on", "notified", "issued")
    rows = tuple(
        (
            Cell(_side_name(notice, side.side, language)),
            Cell(side.number or say(language, "not-published")),
            Cell(_issued_on(notice, side, language)),
            figure_cell(language, side.notified, notice.sources),
            _issued(notice, side, language),
        )
        for side in notice.sides
    )
    headings = tuple(say(language, key) for key in keys)
    return Section(say(language, "sides"), table=Table(headings, rows, numbers=3))


def _side_name(notice: Notice, side: str, language: str) -> str:
    if side == notice.host.iso2:
        return host_name(notice, language)
    return say(language, "side-japan") if side == "JP" else side


def _issued(notice: Notice, side: SideQuantity, language: str) -> Cell:
    if side.notified.amount == 0:
        return Cell("–")
    if side.issued.amount is None and (notice.rehearsal or side.open_on):
        return Cell(say(language, "not-yet-issued"))
    if side.issued_in_part.amount is not None:
        known = figure_cell(language, side.issued_in_part, notice.sources)
        return Cell(say(language, "amount-in-part", amount=known.text), known.note)
    return figure_cell(language, side.issued, notice.sources)


def _issued_on(notice: Notice, side: SideQuantity, language: str) -> str:
    if side.notified.amount == 0:
        return say(language, "standing-nothing")
    if side.open_on is not None:
        return say(language, "standing-open", day=say_day(language, side.open_on))
    if side.issued_on is not None:
        return say_day(language, side.issued_on)
    if side.several_days:
        return say(language, "on-several-days")
    known = side.issued.amount == 0 or (side.issued.amount is None and notice.rehearsal)
    return say(language, "not-yet-issued" if known else "not-published")
