"""The parts of a notice under its quantities: funding, Article 6, the JCM, partners, sources."""

from collections.abc import Iterator
from dataclasses import replace

from openjcm.measure.basis import Basis
from openjcm.papers.figure_words import figures_of, marks_section
from openjcm.papers.funding_words import (
    by_funding,
    cited,
    fraction_words,
    funding_bases,
    is_spelt_out,
    share_words,
)
from openjcm.papers.recorded import as_recorded
from openjcm.papers.sheet import Said, Section
from openjcm.papers.words import say, say_day
from openjcm.rulebook.partner import all_partners, kana_order
from openjcm.views.figures import Goal, PartnerName, Source
from openjcm.views.notice import Funding, Notice, NoticeLine

# A source of these kinds is what a reader expects; any other says what it is.
_NOT_MARKED = frozenset({"", "official"})
_LINKS = (
    ("link-jcm", "https://www.jcm.go.jp/"),
    ("link-registry", "https://www.jcmregistry.go.jp/"),
)


def closing_sections(notice: Notice, language: str) -> tuple[Section, ...]:
    """Return everything that stands under the quantities, in the order of the paper."""
    return (
        *_remarks(notice, language),
        *_unpublished(notice, language),
        _article_6(notice, language),
        *_funding(notice, language),
        _about(notice, language),
        _partners(notice, language),
        _links(notice, language),
        *_sources(notice, language),
        _marks(notice, language),
    )


def is_announced_by_the_ministry(notice: Notice) -> bool:
    """Whether an announcement of the ministry is known, with the office that it names."""
    official = any(source.kind in {"", "official"} for source in notice.sources)
    return not notice.rehearsal and notice.announced_on is not None and official


def partners_in_order(notice: Notice, language: str) -> tuple[PartnerName, ...]:
    """Return the partner countries as a list of that language has them.

    The Japanese copy has them in kana order, every other in signing order.
    """
    if language != "ja":
        return notice.partners
    order = [partner.iso2 for partner in kana_order(all_partners())]
    return tuple(sorted(notice.partners, key=lambda partner: order.index(partner.iso2)))


def _remarks(notice: Notice, language: str) -> tuple[Section, ...]:
    items = tuple(say(language, f"remark-{remark}") for remark in notice.remarks)
    items += tuple(words for line in notice.lines for words in _remarks_of_line(line, language))
    return (Section(say(language, "remarks"), items=items, boxed=True),) if items else ()


def _remarks_of_line(line: NoticeLine, language: str) -> Iterator[str]:
    """Write what is remarked about one line, each after the projects that it is about."""
    unnamed = [say(language, "unnamed-projects", count=line.unnamed)] if line.unnamed else []
    named = line.project_id.split("+") if line.project_id else []
    label = say(language, "list-comma").join([*named, *unnamed])
    for remark in line.remarks:
        yield say(language, "named", label=label, value=say(language, f"remark-{remark}"))


def _unpublished(notice: Notice, language: str) -> tuple[Section, ...]:
    stems = [stem for stem, missing in _gaps(notice) if missing]
    if not stems:
        return ()
    return (
        Section(
            title=say(language, "what-is-not-published"),
            items=tuple(say(language, stem) for stem in stems),
            paragraphs=(say(language, "unpublished-why"),),
            boxed=True,
        ),
    )


def _gaps(notice: Notice) -> tuple[tuple[str, bool], ...]:
    sides_unknown = any(side.notified.amount is None for side in notice.sides)
    issued = "unpublished-issued-rest" if _an_issuance_is_known(notice) else "unpublished-issued"
    return (
        ("unpublished-announced", not notice.rehearsal and notice.announced_on is None),
        ("unpublished-total", notice.total_notified.amount is None),
        ("unpublished-goj", notice.goj_total.amount is None),
        ("unpublished-sides", sides_unknown),
        ("unpublished-holders", sides_unknown),
        ("unpublished-notification", not notice.rehearsal and _a_number_is_unknown(notice)),
        (issued, not notice.rehearsal and _an_issuance_is_unknown(notice)),
        ("unpublished-years", not all(line.vintages for line in notice.lines)),
    )


def _a_number_is_unknown(notice: Notice) -> bool:
    return any(side.number is None for side in notice.sides)


def _an_issuance_is_unknown(notice: Notice) -> bool:
    return any(side.issued.amount is None and not side.open_on for side in notice.sides)


def _an_issuance_is_known(notice: Notice) -> bool:
    return any(side.issued.amount is not None or side.issued_on for side in notice.sides)


def _article_6(notice: Notice, language: str) -> Section:
    known = {True: "article-6-pre-2021", False: "article-6-from-2021", None: "article-6-unknown"}
    stem = known[notice.not_an_itmo]
    told = notice.ended_by
    day = (say(language, "article-6-by-day", day=say_day(language, told)),) if told else ()
    return Section(
        title=say(language, "article-6"),
        strong=say(language, stem),
        paragraphs=(say(language, f"{stem}-why"), *day),
        boxed=True,
    )


def _funding(notice: Notice, language: str) -> tuple[Section, ...]:
    comma = say(language, "list-comma")
    found = by_funding(notice)
    parts = [
        Section(
            title=say(language, "funding", projects=comma.join(project_ids)),
            facts=_funding_facts(notice, funding, language),
        )
        for funding, project_ids in found.items()
    ]
    if parts:
        parts[-1] = replace(parts[-1], paragraphs=(say(language, "funding-why"),))
    readings = dict.fromkeys(funding.rounding_reading or "" for funding in found)
    parts += [_reading(each, language) for each in readings if is_spelt_out(each)]
    return tuple(parts)


def _reading(number: str, language: str) -> Section:
    title = say(language, f"reading-{number}-title")
    named = say(language, "reading-heading", number=cited(language, number), title=title)
    who = say(language, f"reading-{number}-agreed")
    paragraphs = (say(language, f"reading-{number}-ours"), say(language, "reading-agreed", who=who))
    return Section(title=named, paragraphs=paragraphs)


def _funding_facts(notice: Notice, funding: Funding, language: str) -> tuple[Said, ...]:
    unknown = say(language, "not-confirmed")
    share, reading = funding.minimum_share, funding.rounding_reading

    def said(stem: str, value: str | None, basis: Basis | None = None) -> Said:
        words = unknown if value is None else as_recorded(language, value)
        known = None if value is None else basis
        mark = say(language, f"basis-{known}") if known else ""
        return Said(say(language, f"funding-{stem}"), words, known, mark)

    bases = funding_bases(notice)
    rounding = None if reading is None else share_words(language, share, reading)
    return (
        said("programme", funding.programme),
        said("operator", funding.operator),
        said("year", None if funding.year is None else str(funding.year)),
        said("subsidy", funding.subsidy, bases["subsidy"]),
        said("minimum-share", share and fraction_words(language, share), bases["minimum-share"]),
        replace(said("rounding", rounding), reading=reading or ""),
        said("evidence", funding.evidence),
    )


def _about(notice: Notice, language: str) -> Section:
    words = say(language, "about-words")
    day = say(language, "about-as-of", day=_as_of(notice, language))
    goals = tuple(_goal_words(goal, language) for goal in notice.goals)
    return Section(
        title=say(language, "about"),
        paragraphs=(say(language, "two-sentences", first=words, then=day), *goals),
        boxed=True,
    )


def _goal_words(goal: Goal, language: str) -> str:
    text = goal.text_ja if language == "ja" else goal.text_en
    return say(language, "goal", goal=text, source=goal.source)


def _partners(notice: Notice, language: str) -> Section:
    names = [
        partner.name_ja if language == "ja" else partner.name_en
        for partner in partners_in_order(notice, language)
    ]
    day = _as_of(notice, language)
    return Section(
        title=say(language, "partners", day=day, count=len(names)),
        paragraphs=(say(language, "list-comma").join(names),),
    )


def _as_of(notice: Notice, language: str) -> str:
    return say_day(language, notice.announced_on or notice.decided_on)


def _links(notice: Notice, language: str) -> Section:
    links = (say(language, "named", label=say(language, stem), value=url) for stem, url in _LINKS)
    if not is_announced_by_the_ministry(notice):
        return Section(say(language, "links-only"), items=tuple(links))
    return Section(say(language, "links"), items=(*links, say(language, "contact-decision")))


def _sources(notice: Notice, language: str) -> tuple[Section, ...]:
    if notice.rehearsal and not notice.sources:
        return ()
    title = "sources-rehearsal" if notice.rehearsal else "sources"
    items = tuple(_source_words(number, s, language) for number, s in enumerate(notice.sources, 1))
    return (Section(say(language, title), items=items or (say(language, "no-sources"),)),)


def _source_words(number: int, source: Source, language: str) -> str:
    kind = "" if source.kind in _NOT_MARKED else say(language, f"source-kind-{source.kind}")
    noted = [each for each in (kind, as_recorded(language, source.licence)) if each]
    # A full-width bracket brings its own blank.
    blank = "" if language == "ja" else " "
    notes = "".join(f"{blank}{say(language, 'brackets', text=each)}" for each in noted)
    return f"[{number}] {as_recorded(language, source.title)}{notes} {source.url}"


def _marks(notice: Notice, language: str) -> Section:
    used = {figure.basis for figure in figures_of(notice)}
    used |= {said.basis for part in _funding(notice, language) for said in part.facts if said.basis}
    return marks_section(used, language)
