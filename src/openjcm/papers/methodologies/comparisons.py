"""Two versions of a methodology side by side, as lines of a terminal."""

from collections.abc import Iterator

from openjcm.methodology.comparing import (
    WHOLE,
    ComparedField,
    ComparedItem,
    ComparedPart,
    Difference,
    VersionComparison,
)
from openjcm.methodology.entries import Heading, heading_kind
from openjcm.papers.columns import wrap
from openjcm.papers.methodologies.fields import side_words
from openjcm.papers.record_text.headings import heading_words
from openjcm.papers.record_text.lines import LINE, labelled, table
from openjcm.papers.recorded import as_recorded
from openjcm.papers.words import say
from openjcm.views.methodologies.changes import VersionChange

_CELL = 36
_IN_ONE_LINE = (Difference.SAME, Difference.UNKNOWN)
# Of these parts what both say is written once, and elsewhere named.
_TOLD_WHOLE = ("head", "stated", "expected", "formulas")


def comparison_text(compared: VersionComparison, language: str) -> str:
    """Write what differs in two columns; what is the same, or not known, in one line a part."""
    lines = []
    for side in (compared.a, compared.b):
        lines += wrap(f"{side.id}  {as_recorded(language, side.title)}", LINE)
        heading = heading_words(language, side.id)
        lines += [f"  {line}" for line in wrap(heading, LINE - 2) if line]
    lines += wrap(say(language, f"compare-rests-on-{compared.rests_on}"), LINE)
    for said in count_sentences(compared, language):
        lines += wrap(said, LINE)
    lines += [""]
    for part in compared.parts:
        lines += [say(language, f"part-{part.part}"), *_part(part, compared, language), ""]
    return "\n".join(lines)


def count_sentences(compared: VersionComparison | VersionChange, language: str) -> tuple[str, ...]:
    """Say whether the adopted texts were compared, and how much differs or cannot be compared."""
    texts = "compare-texts" if compared.texts_compared else "compare-texts-not-known"
    if isinstance(compared, VersionComparison) and _has_template(compared):
        texts = "compare-texts-of-template"
    counts = {
        "compare-not-told": compared.not_told,
        "compare-ours": compared.ours,
    }
    return (
        say(language, texts),
        say(language, "compare-count", count=compared.differences),
        *(say(language, key, count=count) for key, count in counts.items() if count),
    )


def _has_template(compared: VersionComparison) -> bool:
    return any(heading_kind(each.id) is Heading.TEMPLATE for each in compared.sides)


def _part(part: ComparedPart, compared: VersionComparison, language: str) -> Iterator[str]:
    rows = [row for item in part.items for row in _rows(item, part.part, language)]
    if rows:
        yield from table(["", compared.a.id, compared.b.id], rows)
    for difference in _IN_ONE_LINE:
        items = [item for item in part.items if item.difference is difference]
        heading = say(language, f"difference-{difference}")
        if items and part.part in _TOLD_WHOLE:
            pairs = [(_name(each, part.part, language), _both(each, language)) for each in items]
            yield from [f"{heading}:", *labelled(pairs, "  ")]
        elif items:
            names = (_name(each, part.part, language) for each in items)
            yield from wrap(f"{heading}: {say(language, 'list-comma').join(names)}", LINE)


def _both(item: ComparedItem, language: str) -> str:
    """Write once what both say of a thing, or why neither says it."""
    said = []
    for field in item.fields:
        key = item.name if len(item.fields) == 1 else field.key
        sides = (
            side_words(language, key, field.a, field.a_blank),
            side_words(language, key, field.b, field.b_blank),
        )
        said += [" / ".join(dict.fromkeys(sides))]
    return "; ".join(said)


def _name(item: ComparedItem, part: str, language: str) -> str:
    return say(language, f"compared-{item.name}") if part in WHOLE else item.name


def _rows(item: ComparedItem, part: str, language: str) -> Iterator[list[str]]:
    """Yield a row for each thing that is said otherwise, or on one side alone."""
    if item.difference in _IN_ONE_LINE:
        return
    name, is_whole = _name(item, part, language), part in WHOLE
    if not is_whole:
        yield ["\n".join(wrap(name, _CELL // 2)), *_missing(item, language)]
    for field in item.fields:
        if field.same:
            continue
        key = item.name if is_whole else field.key
        label = name if is_whole else f"  {say(language, f'compared-{field.key}')}"
        sides = _sides(item, field, key, language)
        yield [label, *("\n".join(_cell(each)) for each in sides)]


def _missing(item: ComparedItem, language: str) -> list[str]:
    """Say once for a whole thing why one side does not have it."""
    field = item.fields[0]
    blanks = (_whole_blank(item, field.a_blank), _whole_blank(item, field.b_blank))
    return [say(language, f"blank-{each}") if each else "" for each in blanks]


def _whole_blank(item: ComparedItem, blank: str | None) -> str | None:
    return None if item.difference is Difference.CHANGED else blank


def _sides(item: ComparedItem, field: ComparedField, key: str, language: str) -> Iterator[str]:
    is_said = len(item.fields) > 1 and item.difference is not Difference.CHANGED
    for text, blank in ((field.a, field.a_blank), (field.b, field.b_blank)):
        yield "" if is_said and blank else side_words(language, key, text, blank)


def _cell(text: str) -> list[str]:
    """Break a cell; an address or a hash is broken where it is too long for the column."""
    return [
        line[start : start + _CELL]
        for line in wrap(text, _CELL)
        for start in range(0, max(len(line), 1), _CELL if len(line) > _CELL else max(len(line), 1))
    ]
