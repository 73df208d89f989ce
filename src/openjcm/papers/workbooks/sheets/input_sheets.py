"""MPS(input), MSS and MRS(input): what people type, and what it comes to."""

from itertools import groupby

from xlsxwriter.utility import xl_col_to_name, xl_rowcol_to_cell

from openjcm.methodology import Kind, LookupTable, Parameter, Role
from openjcm.methodology.definition import Closed, Value
from openjcm.papers.methodologies.fields import field_words
from openjcm.papers.workbooks.order import period_text
from openjcm.papers.workbooks.sheets.layout import (
    BEFORE_VALUES,
    ENDS,
    ESTIMATE_FROM,
    ESTIMATED,
    FIXED_FROM,
    HEAD,
    MEASURED,
    PLAN_CALCULATION,
    REDUCTION,
    REPORT_CALCULATION,
    SAYS,
    STARTS,
    WHOLE,
    Layout,
)
from openjcm.papers.workbooks.sheets.page import Asked, Page, asked_of
from openjcm.papers.workbooks.sheets.results import Results
from openjcm.papers.workbooks.sheets.tables import row_of

PLAN_WIDTHS = (16, 16, 34, 14, 13, 13, 22, 26, 16, 18, 18)
REPORT_WIDTHS = (16, 12, 14, 34, 14, 13, 13, 22, 26, 16, 18, 18)
STRUCTURE_WIDTHS = (35, 50)
_PLAN_HEADERS = (
    *("point", "parameters", "description", "estimated", "units", "option", "source", "methods"),
    *("frequency", "comments", "member"),
)
_REPORT_HEADERS = (
    *("period", "point", "parameters", "description", "monitored", "units", "option", "source"),
    *("methods", "frequency", "comments", "member"),
)
_FIXED_HEADERS = (
    *("parameters", "description", "estimated", "units", "member", "source", "evidence"),
    "comments",
)
_ROLES = ("structure-role-manager", "structure-role-measuring", "structure-role-checking")
_PERSONS = 6
_ROWS_OF_A_PAGE = 20


def write_plan(page: Page, layout: Layout, results: Results) -> None:
    """Write MPS(input): Table 1, Table 2, tables to be looked up, and the estimate."""
    order = layout.order
    page.head("sheet-plan", PLAN_WIDTHS)
    page.table(HEAD, page.say("table-monitored-plan"), _headers(page, _PLAN_HEADERS))
    _keep_headers(page, layout)
    for number, parameter in enumerate(order.definition.monitored, 1):
        first = layout.plan.monitored[parameter.symbol]
        for item, place in enumerate(order.places(parameter.sets)):
            row, member = first + item, order.member(parameter.sets, place)
            page.texts(row, 0, [f"({number})", parameter.symbol, says_of(page, parameter, member)])
            page.typed(
                row, ESTIMATED, asked_of(parameter), _given(order.estimated, parameter, item)
            )
            page.texts(row, ESTIMATED + 1, [parameter.unit.text])
            _how(page, row, ESTIMATED + 2, parameter)
            page.texts(row, ESTIMATED + 7, [member])
    _fixed(page, layout)
    for table in order.definition.tables:
        _table(page, layout, order.table(table.symbol))
    row = layout.plan.estimate_at
    headers = _headers(page, ("reductions", "units"))
    row = page.table(row, page.say("table-estimate"), headers, column=ESTIMATE_FROM)
    reduction = _of(layout, PLAN_CALCULATION, "ER", 0)
    page.formula(row, ESTIMATE_FROM, reduction, page.styles.result, results.plan.reduction)
    page.texts(row, ESTIMATE_FROM + 1, [page.say("units-tonnes")])
    _options(page, row + 2)


def write_report(page: Page, layout: Layout, results: Results) -> None:
    """Write MRS(input): Table 1 for each vintage, and the results by vintage."""
    order = layout.order
    page.head("sheet-report", REPORT_WIDTHS)
    page.table(HEAD, page.say("table-monitored-report"), _headers(page, _REPORT_HEADERS))
    page.keep(HEAD + 2)
    for at, period in enumerate(order.periods):
        measured = order.measured[at] if at < len(order.measured) else {}
        for number, parameter in enumerate(order.definition.monitored, 1):
            first = layout.report.monitored[(at, parameter.symbol)]
            for item, place in enumerate(order.places(parameter.sets)):
                row, member = first + item, order.member(parameter.sets, place)
                said = [period_text(period), f"({number})", parameter.symbol]
                page.texts(row, 0, [*said, says_of(page, parameter, member)])
                page.typed(row, MEASURED, asked_of(parameter), _given(measured, parameter, item))
                page.texts(row, MEASURED + 1, [parameter.unit.text])
                _how(page, row, MEASURED + 2, parameter)
                page.texts(row, MEASURED + 7, [member])
    row = layout.report.result_at
    headers = _headers(page, ("period", "vintage", "units", "reductions", "credits"))
    row = page.table(row, page.say("table-result"), headers)
    for at, period in enumerate(order.periods):
        said = [period_text(period), str(period.first.year), page.say("units-tonnes")]
        page.texts(row + at, 0, said)
        of = results.report[at]
        reduction = _of(layout, REPORT_CALCULATION, "ER", at)
        page.formula(row + at, REDUCTION, reduction, page.styles.result, of.reduction)
        whole = _whole(layout, REPORT_CALCULATION, at)
        page.formula(row + at, WHOLE, whole, page.styles.whole, of.whole)
    last = row + len(order.periods)
    page.texts(last, 0, [page.say("header-total"), "", page.say("units-whole"), ""])
    cells = f"{xl_rowcol_to_cell(row, WHOLE)}:{xl_rowcol_to_cell(last - 1, WHOLE)}"
    total = f'IF(COUNT({cells})={len(order.periods)},SUM({cells}),"")'
    page.formula(last, WHOLE, total, page.styles.whole, results.total)
    _options(page, last + 2)


def write_structure(page: Page) -> None:
    """Write MSS: who is responsible for what."""
    page.head("sheet-structure", STRUCTURE_WIDTHS)
    page.sheet.write_string(HEAD, 0, page.say("structure-words"), page.styles.head)
    row = page.table(HEAD + 1, "", _headers(page, ("personnel", "role")))
    for at in range(_PERSONS):
        role = page.say(_ROLES[at]) if at < len(_ROLES) else ""
        page.texts(row + at, 0, ["", role], typed=True)


def _keep_headers(page: Page, layout: Layout) -> None:
    """Let the headers of the longer table of the plan stand on every page, if it has many.

    They would stand over the rows of shorter tables too.
    """
    plan = layout.plan
    after = min(plan.tables_at.values(), default=plan.estimate_at)
    lengths = {HEAD: plan.fixed_at - HEAD, plan.fixed_at: after - plan.fixed_at}
    longer = max(lengths, key=lengths.__getitem__)
    if lengths[longer] > _ROWS_OF_A_PAGE:
        page.keep(longer + 2, frozen=False)


def _fixed(page: Page, layout: Layout) -> None:
    order = layout.order
    name, headers = page.say("table-fixed"), _headers(page, _FIXED_HEADERS)
    page.table(layout.plan.fixed_at, name, headers, column=FIXED_FROM)
    for parameter in order.definition.fixed:
        first = layout.plan.fixed[parameter.symbol]
        is_typed = parameter.role is not Role.METHODOLOGY
        for item, place in enumerate(order.places(parameter.sets)):
            row, member = first + item, order.member(parameter.sets, place)
            page.texts(row, FIXED_FROM, [parameter.symbol, says_of(page, parameter, member)])
            if is_typed:
                given = _given(order.estimated, parameter, item)
                value = _default(parameter, item) if given is None else given
                page.typed(row, ESTIMATED, asked_of(parameter), value)
            else:
                page.given(row, ESTIMATED, parameter.symbol, _own(parameter, item))
            page.texts(row, ESTIMATED + 1, [parameter.unit.text, member])
            page.texts(row, ESTIMATED + 3, [page.told(parameter.data_source)], typed=is_typed)
            page.texts(row, ESTIMATED + 4, [_evidence(page, parameter)])
            page.texts(row, ESTIMATED + 5, [""], typed=is_typed)


def _table(page: Page, layout: Layout, table: LookupTable) -> None:
    name = page.say("table-lookup", symbol=table.symbol, says=page.told(table.says))
    says = _table_headers(page, table)
    row = page.table(layout.plan.tables_at[table.symbol], name, says, column=STARTS)
    is_typed = layout.order.is_typed(table.symbol)
    count = layout.order.table_rows(table.symbol)
    unit = table.key.text
    start = Asked(table.symbol, table.kind, unit, table.options)
    value = Asked(table.symbol, Kind.NUMBER, table.unit.text)
    ends: Asked | None = None
    if table.kind is Kind.NUMBER:
        ends = Asked(table.symbol, Kind.NUMBER, unit)
    for at in range(count):
        filled = table.rows[at] if at < len(table.rows) else None
        shown = row_of(filled, table.kind) if filled else (None, None, None)
        for column, asked, given in zip(
            (STARTS, ENDS, SAYS), (start, ends, value), shown, strict=True
        ):
            if is_typed and asked is not None:
                page.typed(row + at, column, asked, given)
            else:
                page.given(row + at, column, table.symbol, given)
    _evidence_beside(page, table, row, count)


def _table_headers(page: Page, table: LookupTable) -> list[str]:
    headers = {
        Kind.NUMBER: ("from-open", "to-itself") if table.closed is Closed.RIGHT else ("from", "to"),
        Kind.CHOICE: ("option-key", "to"),
        Kind.DAY: ("since", "to"),
    }[table.kind]
    says = [page.say(f"header-{each}") for each in (*headers, "value")]
    says[-1] = f"{says[-1]} [{table.unit.text}]"
    if table.kind is Kind.NUMBER:
        says = [f"{each} [{table.key.text}]" for each in says[:-1]] + says[-1:]
    else:
        says[1] = ""
    return [*says, page.say("header-evidence")]


def _evidence_beside(page: Page, table: LookupTable, row: int, count: int) -> None:
    """Write where rows of a table come from, once for those that come from one place."""
    rows = [each.known or table.known for each in table.rows[:count]]
    rows += [table.known] * (count - len(rows))
    texts = [_known(page, each.evidence, each.source) for each in rows]
    for text, run in groupby(range(count), key=texts.__getitem__):
        of = list(run)
        page.block(row + of[0], SAYS + 1, text, rows=len(of), last=len(PLAN_WIDTHS) - 1)


def _options(page: Page, row: int) -> None:
    styles = page.styles
    page.sheet.write_string(row, 0, page.say("table-options"), styles.section)
    for at, option in enumerate("abc"):
        page.sheet.write_string(row + 1 + at, 0, page.say(f"option-{option}"), styles.head)
    page.sheet.write_string(row + 5, 0, page.say("colours-words"), styles.head)


def _how(page: Page, row: int, column: int, parameter: Parameter) -> None:
    """Write how a value comes about: option, source, methods, frequency, comments."""
    options = [f"Option {each.value}" for each in parameter.monitoring_options]
    options = options or ["Option A", "Option B", "Option C"]
    page.choice(row, column, options[0] if len(options) == 1 else "", options)
    source, frequency = page.told(parameter.data_source), page.told(parameter.frequency)
    page.texts(row, column + 1, [source, "", frequency, ""], typed=True)


def says_of(page: Page, parameter: Parameter, member: str) -> str:
    """Return what a parameter is, of one member where there are members."""
    says = page.told(parameter.says)
    return f"{says} ({member})" if member else says


def _headers(page: Page, keys: tuple[str, ...]) -> list[str]:
    return [page.say(f"header-{key}") for key in keys]


def _given(flat: object, parameter: Parameter, item: int) -> Value | None:
    values = flat.get(parameter.symbol) if isinstance(flat, dict) else None
    return values[item] if values else None


def _default(parameter: Parameter, item: int) -> Value | None:
    return None if parameter.value is None else _own(parameter, item)


def _own(parameter: Parameter, item: int) -> Value:
    value = parameter.value
    assert value is not None, "the methodology says what it fixes"
    return value[item] if isinstance(value, tuple) else value


def _evidence(page: Page, parameter: Parameter) -> str:
    return _known(page, parameter.known.evidence, parameter.known.source)


def _known(page: Page, evidence: str, source: str) -> str:
    words = field_words(page.language, "evidence", evidence)
    return page.say("evidence-of", evidence=words, source=page.told(source))


def _of(layout: Layout, sheet: str, symbol: str, at: int) -> str:
    row = layout.calculation.results[symbol] + 1
    return f"'{sheet}'!{xl_col_to_name(BEFORE_VALUES + at)}{row}"


def _whole(layout: Layout, sheet: str, at: int) -> str:
    row = layout.calculation.whole_at + 1
    return f"'{sheet}'!{xl_col_to_name(BEFORE_VALUES + at)}{row}"
