"""A sheet as plain text: head, facts, sections with tables and trees, foot."""

from collections.abc import Iterator

from openjcm.papers.columns import side_by_side, width, wrap
from openjcm.papers.sheet import Cell, Said, Section, Sheet, Table, Twig

LINE = 92
_SET_IN = "    "


def sheet_text(sheet: Sheet) -> str:
    """Write a whole sheet as plain text."""
    parts = [_head(sheet), list(_facts(sheet.facts)), *(wrap(text, LINE) for text in sheet.lead)]
    parts += [list(_section(section)) for section in sheet.sections]
    parts.append(_foot(sheet))
    return "\n\n".join("\n".join(part) for part in parts) + "\n"


def _head(sheet: Sheet) -> list[str]:
    rule = "=" * LINE
    over = [line for said in _over(sheet) for line in (*wrap(said, LINE), rule)]
    return [*over, sheet.kind, rule, *wrap(sheet.title, LINE)]


def _facts(facts: tuple[Said, ...]) -> Iterator[str]:
    widest = max((width(said.label) for said in facts), default=0)
    for said in facts:
        value = f"{said.value} [{said.mark}]" if said.mark else said.value
        lines = wrap(value, LINE - widest - 2)
        yield from side_by_side([[said.label], lines], [widest, LINE - widest - 2])


def _foot(sheet: Sheet) -> list[str]:
    over = [line for said in _over(sheet) for line in wrap(said, LINE)]
    return ["-" * LINE, sheet.generated, *over]


def _over(sheet: Sheet) -> Iterator[str]:
    """Yield what stands over every page."""
    yield from (said for said in (sheet.banner, sheet.standing) if said)


def _section(section: Section) -> Iterator[str]:
    yield section.title
    yield "-" * width(section.title)
    if section.strong:
        yield from wrap(section.strong, LINE)
    yield from _facts(section.facts)
    if section.table is not None:
        yield from _table(section.table)
    for item in section.items:
        yield from _hanging("- ", item)
    for number, paragraph in enumerate(section.paragraphs):
        if number or section.items or section.facts or section.table is not None:
            yield ""
        yield from wrap(paragraph, LINE)
    for tree in section.trees:
        yield ""
        yield from _twig(tree, "")


def _twig(twig: Twig, before: str) -> Iterator[str]:
    """Lay a tree out, what a value is made of set in below it."""
    name = f"{twig.symbol} = {twig.formula}" if twig.formula else twig.symbol
    one = len(twig.values) == 1 and not twig.values[0][0]
    value = f" = {twig.values[0][1]}" if one else ""
    yield f"{before}{name}{value}  [{twig.mark}]"
    inner = f"{before}{_SET_IN}"
    for said in (twig.note, twig.why):
        yield from (f"{inner}{line}" for line in wrap(said, LINE - width(inner)) if said)
    yield from (f"{inner}{at}: {value}" for at, value in twig.values if not one)
    yield from (f"{inner}{said}" for said in (twig.more,) if said)
    for each in twig.twigs:
        yield from _twig(each, inner)


def _hanging(mark: str, text: str) -> Iterator[str]:
    for number, line in enumerate(wrap(text, LINE - width(mark))):
        yield (mark if number == 0 else " " * width(mark)) + line


def _table(table: Table) -> Iterator[str]:
    """Lay out a table: every column as wide as it needs, the first takes what is left."""
    cells = [*table.rows, *([table.total] if table.total else [])]
    others = [_needed(table, cells, column) for column in range(1, len(table.headings))]
    first = min(_needed(table, cells, 0), LINE - sum(others) - 2 * len(others))
    widths = [first, *others]
    heading = [wrap(text, w) for text, w in zip(table.headings, widths, strict=True)]
    yield from side_by_side(heading, widths)
    yield "  ".join("-" * w for w in widths)
    for row in table.rows:
        yield from _row(row, widths, table.numbers)
    if table.total:
        yield "  ".join("-" * w for w in widths)
        yield from _row(table.total, widths, table.numbers)


def _needed(table: Table, rows: list[tuple[Cell, ...]], column: int) -> int:
    words = [width(word) for word in table.headings[column].split()]
    cells = [width(text) for row in rows for text in (row[column].text, row[column].note)]
    return max(*words, *cells)


def _row(row: tuple[Cell, ...], widths: list[int], numbers: int) -> list[str]:
    cells = [
        _right(_cell_lines(cell, w), w) if column >= numbers else _cell_lines(cell, w)
        for column, (cell, w) in enumerate(zip(row, widths, strict=True))
    ]
    return side_by_side(cells, widths)


def _cell_lines(cell: Cell, cells: int) -> list[str]:
    return [line for text in (cell.text, cell.note) if text for line in wrap(text, cells)]


def _right(lines: list[str], cells: int) -> list[str]:
    return [" " * (cells - width(line)) + line for line in lines]
