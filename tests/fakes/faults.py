"""Faults of the second form of the language: what to spoil, and what is found then."""

from openjcm.methodology import Check

HEAD = 'id = "XX_AM001_ver01.0"'
FORMULA = 'is = "sum(EC * GAIN) * EF"'
PUMP = 'per = "pump"'
KNOWN = 'says = "x"\nevidence = "illustrative"\nsource = "x"\n'
RE = '[[formula]]\ngives = "RE"'


def _before(section: str) -> tuple[str, str]:
    """Return what puts a section before the first formula."""
    return RE, f"{section}\n{RE}"


def _table(rows: str, key: str = 'unit = "MWh"', further: str = 'closed = "left"') -> str:
    outside = "" if "outside" in further else 'outside = "refuse"'
    return f'[table.T]\nunit = "1"\nkey = {{ {key} }}\n{further}\n{outside}\n{rows}\n{KNOWN}'


def _is(text: str) -> tuple[str, str]:
    """Return what changes the formula of RE."""
    return FORMULA, f"is = '{text}'"


OPTIONS = 'kind = "choice", options = ["grid", "diesel"]'
CHOICE = f'[fixed.S]\nkind = "choice"\noptions = ["a", "b"]\nrole = "r"\n{KNOWN}'.replace(
    '"r"', '"fixed ex ante by the project"'
)
ONE_ROW = "row = [{ from = 0, to = 1, value = 1 }]"
# Of the second form: index sets, choices, tables, years, criteria, what files are built on.
FURTHER = [
    (HEAD, f"{HEAD}\nx" + ".a" * 41 + " = 1", Check.FILE_READABLE, "definition.toml", "that deep"),
    (*_is("sum(EC over day) * EF * GAIN"), Check.INDEX_SET_NAMED, "formula RE", "name one of"),
    (*_is("sum(previous(EC, 0)) * EF * GAIN"), Check.INDEX_SET_ORDERED, "formula RE", "ordered"),
    (*_is("sum(EC) * EF * GAIN ^ 101"), Check.POWER_BOUNDED, "formula RE", "at most 100"),
    (
        *_is("sum(EC" + " * EC" * 70 + ") * EF * GAIN"),
        Check.POWER_BOUNDED,
        "formula RE",
        "a unit of more than 240 characters",
    ),
    (*_is("sum(EC ^ 10) * EF * GAIN"), Check.POWER_BOUNDED, "formula RE", "MWh is at most 9"),
    (*_is("sum(EC) ^ GAIN * EF"), Check.UNITS_ALIKE, "formula RE", "raises MWh to 1"),
    (*_is("exp(EF) * sum(EC) * GAIN"), Check.UNITS_ALIKE, "formula RE", "exp takes the unit 1"),
    (*_is("sum(EC) * EF * GAIN > 0"), Check.KINDS_ALIKE, "formula RE", "gives a number"),
    (*_is("case when GAIN then 0 else 1 end * EF"), Check.KINDS_ALIKE, "formula RE", "a truth is"),
    (*_is('GAIN + "a"'), Check.KINDS_ALIKE, "formula RE", "where a number is expected"),
    (*_is('max("a", "b")'), Check.KINDS_ALIKE, "formula RE", "where a number is expected"),
    (*_is('case when EF = "a" then 0 else 1 end'), Check.KINDS_ALIKE, "formula RE", "compares"),
    (*_is("not GAIN"), Check.KINDS_ALIKE, "formula RE", "where a truth is expected"),
    (*_is("GAIN and GAIN"), Check.KINDS_ALIKE, "formula RE", "where a truth is expected"),
    (*_is("case when EF > GAIN then 0 else 1 end"), Check.UNITS_ALIKE, "formula RE", "compares tC"),
    (*_is("case when GAIN > 0 then EF else GAIN end"), Check.UNITS_ALIKE, "formula RE", "compares"),
    (*_is("lookup(T, EF) * GAIN"), Check.TABLE_KNOWN, "formula RE", "no table 'T'"),
    (*_before('[index."Year 1"]\nsays = "x"'), Check.KIND_OF_VALUE, "index: Year 1", "no name"),
    (*_before("[index.over]\nsays = 'x'"), Check.KIND_OF_VALUE, "index: over", "no name"),
    (*_before("[index.year]\nsays = 'x'\nordered = 1"), Check.KIND_OF_VALUE, "year", "true or"),
    (
        *_before("[index.year]\nsays = 'x'\nmembers = ['a', 'a']"),
        Check.KIND_OF_VALUE,
        "index: year",
        "different texts",
    ),
    (
        *_before(f"[index.year]\nsays = 'x'\nmembers = {[str(n) for n in range(10_001)]}"),
        Check.MEMBERS_NAMED,
        "index: year",
        "at most 10000",
    ),
    (
        "[fixed.GAIN]",
        '[index.pump]\nsays = "x"\nmembers = ["a", "b"]\n[fixed.GAIN]\nper = "pump"',
        Check.MEMBERS_NAMED,
        "fixed: GAIN",
        "one number of plain size for each pump",
    ),
    (PUMP, 'per = ["pump", "pump"]', Check.KIND_OF_VALUE, "monitored: EC", "different ones"),
    (PUMP, "per = []", Check.KIND_OF_VALUE, "monitored: EC", "different ones"),
    (PUMP, f'{PUMP}\nmonitoring_options = ["D"]', Check.KIND_OF_VALUE, "EC", "among A, B and C"),
    (PUMP, f'{PUMP}\noptions = ["D"]', Check.KIND_OF_VALUE, "EC", "has 'options'"),
    (PUMP, f'{PUMP}\nkind = "truth"', Check.KIND_OF_VALUE, "EC", "number, choice or day"),
    (PUMP, f'{PUMP}\nkind = "day"', Check.KIND_OF_VALUE, "monitored: EC", "no plausible range"),
    (PUMP, f'{PUMP}\nkind = "day"', Check.KIND_OF_VALUE, "monitored: EC", "leave out 'unit'"),
    (*_before(CHOICE.replace("options", "#")), Check.KIND_OF_VALUE, "fixed: S", "'options', each"),
    (
        *_before(
            CHOICE.replace('"fixed ex ante by the project"', '"default of the methodology"')
            + 'value = "c"'
        ),
        Check.OPTION_KNOWN,
        "fixed: S",
        "'c' is none of a, b",
    ),
    (*_before(CHOICE.replace("fixed.S", "fixed.case")), Check.SYMBOL_WRITTEN, "case", "no symbol"),
    (*_before(_table(ONE_ROW, 'unit = "MWs"')), Check.UNIT_KNOWN, "table: T: key", "MWs"),
    (*_before(_table("row = 1")), Check.KIND_OF_VALUE, "table: T", "array of tables"),
    (*_before(_table("")), Check.VALUE_IN_THE_RIGHT_HANDS, "table: T", "nothing stands in for"),
    (
        *_before(_table(ONE_ROW + '\nvalue_from = "the project"')),
        Check.VALUE_IN_THE_RIGHT_HANDS,
        "table: T",
        "do not stand here",
    ),
    (*_before(_table('value_from = "a"')), Check.KIND_OF_VALUE, "table: T", "the project"),
    (
        *_before(_table(ONE_ROW).replace('"illustrative"', '"undisclosed"')),
        Check.VALUE_IN_THE_RIGHT_HANDS,
        "table: T",
        "an undisclosed table",
    ),
    (
        *_before(_table(ONE_ROW).replace('outside = "refuse"', "")),
        Check.KEY_GIVEN,
        "table: T",
        "'outside' is missing",
    ),
    (*_before(_table("row = [{ from = 0 }]")), Check.KEY_GIVEN, "row 1", "'value' is missing"),
    (
        *_before(_table("row = [{ from = 1, to = 1, value = 1 }]")),
        Check.TABLE_IN_ORDER,
        "table: T",
        "row 1 ends where it begins",
    ),
    (
        *_before(_table("row = [{ from = 0, to = 2, value = 1 }, { from = 1, value = 1 }]")),
        Check.TABLE_IN_ORDER,
        "table: T",
        "rows 1 and 2 overlap, or are out of order",
    ),
    (
        *_before(_table("row = [{ from = 0, to = 1, value = 1 }, { from = 2, value = 1 }]")),
        Check.TABLE_IN_ORDER,
        "table: T",
        "between 1 and 2 is a gap",
    ),
    (
        *_before(_table("row = [{ from = 0, value = 1 }, { from = 2, value = 1 }]")),
        Check.TABLE_IN_ORDER,
        "table: T",
        "an open end stands inside",
    ),
    (
        *_before(_table(f"row = [{'{ from = 0, value = 1 },' * 1001}]")),
        Check.TABLE_IN_ORDER,
        "table: T",
        "at most 1000 rows",
    ),
    (
        *_before(_table('row = [{ option = "gas", value = 1 }]', OPTIONS, "")),
        Check.OPTION_KNOWN,
        "table: T",
        "gas is none of the options",
    ),
    (
        *_before(_table('row = [{ option = "grid", value = 1 }]', OPTIONS, "")),
        Check.TABLE_IN_ORDER,
        "table: T",
        "'diesel' has no row",
    ),
    (
        *_before(
            _table("row = [" + '{ option = "grid", value = 1 },' * 2 + "]", OPTIONS, "outside = 1")
        ),
        Check.TABLE_IN_ORDER,
        "table: T",
        "'grid' has 2 rows",
    ),
    (*_before(_table("row = []", OPTIONS)), Check.KEY_KNOWN, "table: T", "only intervals"),
    (
        *_before(_table(f"row = [{'{ since = 2013-01-01, value = 1 },' * 2}]", 'kind = "day"', "")),
        Check.TABLE_IN_ORDER,
        "table: T",
        "rows 1 and 2 are not in rising order",
    ),
    (
        *_before(_table('row = [{ since = "2013", value = 1 }]', 'kind = "day"', "")),
        Check.KIND_OF_VALUE,
        "row 1",
        "a day such as 2013-01-01",
    ),
    (*_before(_table(ONE_ROW)), Check.SYMBOL_USED, "definition.toml", "'T' is used by no formula"),
    (
        *_before(f'[[eligibility]]\nnumber = "1"\nis = "GAIN * 2"\n{KNOWN}'),
        Check.CRITERION_DECIDES,
        "eligibility 1",
        "true or not, such as COP > 6; this is 1",
    ),
    (
        *_before(f'[[eligibility]]\nnumber = "1"\nis = "EF > GAIN"\n{KNOWN}'),
        Check.UNITS_ALIKE,
        "eligibility 1",
        "compares tCO2e/MWh and 1",
    ),
    (
        *_before(f'[[eligibility]]\nnumber = "1"\n{KNOWN}' * 2),
        Check.SYMBOL_GIVEN_ONCE,
        "eligibility 1",
        "criterion 1 is given twice",
    ),
    (
        *_before(f'[[eligibility]]\nnumber = "1"\nis = "X > 6"\n{KNOWN}'),
        Check.SYMBOL_KNOWN,
        "eligibility 1",
        "'X' is neither",
    ),
    (HEAD, f'{HEAD}\nbased_on = "none"', Check.BUILT_ON_WHAT_THERE_IS, "toml", "no file 'none'"),
    (HEAD, f'{HEAD}\nbased_on = "../x"', Check.BUILT_ON_WHAT_THERE_IS, "toml", "no file '../x'"),
    (HEAD, f'{HEAD}\nwithout = ["Z"]', Check.BUILT_ON_WHAT_THERE_IS, "definition.toml", "'Z'"),
    (
        *_is("previous(RE, previous(RE, 0)) + sum(EC) * EF * GAIN"),
        Check.INDEX_SET_ORDERED,
        "formula RE",
        "needs one ordered index set",
    ),
    (
        RE,
        "[index.pump]\nsays = 'x'\nordered = true\n"
        "[[formula]]\ngives = 'Q'\nis = 'sum(previous(Q, 0) + EC over pump) + EC'\n"
        f"unit = 'MWh'\n{KNOWN}" + RE,
        Check.NO_CIRCLE,
        "formula Q",
        "gathers over the pump along",
    ),
    (
        RE,
        "[index.pump]\nsays = 'x'\nordered = true\n"
        f"[[formula]]\ngives = 'Q'\nis = 'previous(Q, previous(Q, 0)) + EC'\nunit = 'MWh'\n{KNOWN}"
        + RE,
        Check.NO_CIRCLE,
        "formula Q",
        "along more than one way",
    ),
    (HEAD, 'id = "OJ_pumps_ver1"', Check.TEMPLATE_SAYS_SO, "definition.toml", "go together"),
    ('"not confirmed"', '"unofficial template"', Check.TEMPLATE_SAYS_SO, "toml", "go together"),
]
