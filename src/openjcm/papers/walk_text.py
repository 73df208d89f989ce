"""The walk back from a credit, or a published line, as plain text for a shell."""

from collections.abc import Iterator

from openjcm.measure.basis import Basis
from openjcm.papers.columns import pad, side_by_side, width, wrap
from openjcm.papers.walk_words import caption_words, label_words, record_words, value_words
from openjcm.papers.words import say, say_day
from openjcm.views.walk import Fact, Table, Walk, WalkStep

_LINE = 100


def walk_text(walk: Walk, language: str) -> str:
    """Write a walk step by step, latest first, every value with its basis."""
    title = walk.title_ja if language == "ja" else walk.title_en
    head = [say(language, "rehearsal-banner")] if walk.rehearsal else []
    heading = say(language, "named", label=say(language, "walk-back"), value=walk.heading)
    head += [heading, *wrap(f"{walk.project_id} {title}", _LINE)]
    steps = ["\n".join(_step(step, n, language)) for n, step in enumerate(walk.steps, 1)]
    return "\n\n".join(["\n".join(head), *steps]) + "\n"


def _step(step: WalkStep, number: int, language: str) -> Iterator[str]:
    words = [f"{number}. {say(language, f'step-{step.stem}')}"]
    if step.on is not None:
        words.append(say_day(language, step.on))
    if step.record is not None:
        named = record_words(language, step.record)
        words.append(say(language, "named", label=say(language, "record"), value=named))
    yield " · ".join(words)
    yield from (f"   {line}" for line in _facts(step.facts, language))
    for table in step.tables:
        yield from (f"   {line}" for line in _table(table, language))
    if step.missing:
        yield f"   {say(language, f'missing-{step.missing}')}"


def _facts(facts: tuple[Fact, ...], language: str) -> Iterator[str]:
    labels = [label_words(language, fact.label) for fact in facts]
    widest = max((width(label) for label in labels), default=0)
    for label, fact in zip(labels, facts, strict=True):
        words = value_words(language, fact.label, fact.value)
        value = f"{words} {fact.unit}".rstrip() if fact.value else ""
        yield f"{pad(label, widest)}  {value}  {_marks(fact.basis, fact.source, language)}".rstrip()


def _marks(basis: Basis | None, source: str | None, language: str) -> str:
    said = [say(language, f"basis-{basis}")] if basis else []
    said += [source] if source else []
    return f"[{', '.join(said)}]" if said else ""


def _table(table: Table, language: str) -> Iterator[str]:
    marks = _marks(table.basis, None, language)
    yield f"{caption_words(language, table.caption)}  {marks}".rstrip()
    rows = [[label_words(language, heading) for heading in table.headings]]
    rows += [_cells(table.headings, row, language) for row in table.rows]
    widths = [max(width(row[column]) for row in rows) for column in range(len(table.headings))]
    for row in rows:
        yield from (f"  {line}" for line in side_by_side([[text] for text in row], widths))


def _cells(headings: tuple[str, ...], row: tuple[str, ...], language: str) -> list[str]:
    return [
        value_words(language, heading, text) for heading, text in zip(headings, row, strict=True)
    ]
