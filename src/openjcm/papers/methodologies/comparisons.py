"""Two versions of a methodology side by side, as lines of a terminal."""

from collections.abc import Iterator

from openjcm.methodology.comparing import ComparedItem, Comparison, Difference
from openjcm.papers.columns import wrap
from openjcm.papers.headings import heading_words
from openjcm.papers.methodologies.fields import field_words
from openjcm.papers.record_text.lines import LINE, table
from openjcm.papers.recorded import as_recorded
from openjcm.papers.words import say

_CELL = 38


def comparison_text(compared: Comparison, language: str) -> str:
    """Write what differs in two columns; what is the same is named in one line a part."""
    lines = []
    for side in (compared.a, compared.b):
        lines += [f"{side.id}  {as_recorded(language, side.title)}"]
        heading = heading_words(language, side.id)
        lines += [f"  {line}" for line in wrap(heading, LINE - 2) if heading]
    lines += [say(language, f"compare-rests-on-{compared.rests_on}")]
    lines += [say(language, "compare-count", count=compared.differences), ""]
    for part in compared.parts:
        lines += [say(language, f"part-{part.part}")]
        rows = [row for item in part.items for row in _rows(item, part.part, language)]
        if rows:
            lines += table(["", compared.a.id, compared.b.id], rows)
        same = [_name(item, part.part, language) for item in part.items if _is_same(item)]
        if same:
            said = say(language, "list-comma").join(same)
            lines += wrap(f"{say(language, 'difference-same')}: {said}", LINE)
        lines.append("")
    return "\n".join(lines)


def _is_same(item: ComparedItem) -> bool:
    return item.difference is Difference.SAME


def _name(item: ComparedItem, part: str, language: str) -> str:
    return say(language, f"compared-{item.name}") if part == "head" else item.name


def _rows(item: ComparedItem, part: str, language: str) -> Iterator[list[str]]:
    """Yield a row for each thing that is said otherwise."""
    if _is_same(item):
        return
    name = _name(item, part, language)
    if part != "head":
        yield [name, *_only(item, language)]
    for field in item.fields:
        if field.same:
            continue
        key = item.name if part == "head" else field.key
        label = name if part == "head" else f"  {say(language, f'compared-{field.key}')}"
        sides = (field_words(language, key, text) for text in (field.a, field.b))
        yield [label, *("\n".join(wrap(each, _CELL)) for each in sides)]


def _only(item: ComparedItem, language: str) -> list[str]:
    """Say in which of the two a thing stands at all."""
    said = say(language, f"difference-{item.difference}")
    return [said, ""] if item.difference is not Difference.ONLY_B else ["", said]
