"""The worked examples of the families, at the digits that they state.

Expected numbers come from published pages, or from plain decimals worked beside the engine.
"""

from collections.abc import Mapping
from decimal import Decimal, localcontext

import pytest

from fakes.drafts import fixed, index, monitored, read
from openjcm.measure import Malformed
from openjcm.methodology import Calculation, Values, work
from openjcm.methodology.cases import at_digits_of

ELECTRICITY = fixed("EF", "tCO2e/MWh")


def shows(calculation: Calculation, **expected: str) -> None:
    """See that results are what is stated, at the digits stated."""
    for symbol, stated in expected.items():
        assert at_digits_of(Decimal(stated), calculation.value(symbol)) == Decimal(stated), symbol


@pytest.mark.parametrize(
    ("power", "hours", "unit", "expected"),
    [("10", "1500", "MW", "16500"), ("3", "1200", "kW", "3.96")],
)
def test_solar_power_displaces_the_grid(power: str, hours: str, unit: str, expected: str) -> None:
    """W1: 10 MW x 1,500 h x 1.1 = 16,500 t; 3 kW x 1,200 h x 1.1 = 3.96 t, as printed."""
    convert = {"MW": "MWh/MW/h", "kW": "MWh/kW/h"}[unit]
    definition = read(
        fixed("P", unit),
        fixed("H", "h"),
        fixed("C", convert),
        ELECTRICITY,
        formulas={"RE": "P * H * C * EF"},
    )
    worth = Decimal(1) if unit == "MW" else Decimal("0.001")

    done = work(
        definition, {"P": Decimal(power), "H": Decimal(hours), "C": worth, "EF": Decimal("1.1")}
    )

    shows(done, ER=expected)
    assert done.is_exact


def test_a_published_estimate_is_taken_over_the_days_of_a_period() -> None:
    """W4: 3,058.5 - 2,316.2 = 742.3 a year; over 638 days 1,297.5, of which 1,244 were issued."""
    definition = read(
        fixed("YEARLY", "tCO2e/d"),
        monitored("DAYS", "d"),
        fixed("PROJECT", "tCO2e/d"),
        formulas={"RE": "YEARLY * DAYS", "PE": "PROJECT * DAYS"},
    )
    with localcontext(prec=60):
        digits = Decimal("1E-25")
        yearly, project = Decimal("3058.5") / 365, Decimal("2316.2") / 365
        given = {"YEARLY": yearly.quantize(digits), "PROJECT": project.quantize(digits)}

    shows(work(definition, {**given, "DAYS": Decimal(365)}), ER="742.3")
    shows(work(definition, {**given, "DAYS": Decimal(638)}), ER="1297.5")


CHILLERS = (
    monitored("EC", "MWh", "chiller"),
    fixed("CAP", "kW", per="chiller"),
    fixed("COP", "1", per="chiller"),
    fixed("T_COOL", "1", per="chiller"),
    fixed("T_CHIL", "1", per="chiller"),
    fixed("TD", "1", 3),
    fixed("T_STD", "1", 30),
    ELECTRICITY,
    (
        '[table.COP_RE]\nsays = "x"\nevidence = "illustrative"\nsource = "x"\nunit = "1"\n'
        'key = { unit = "kW" }\nclosed = "left"\noutside = "refuse"\n'
        "row = [{ from = 0, to = 300, value = 5.0 }, { from = 300, to = 600, value = 5.4 },"
        "{ from = 600, to = 1500, value = 5.8 }]\n"
    ),
)
TWO_CHILLERS: Values = {
    "EC": [Decimal("347.2"), Decimal("410.0")],
    "CAP": [Decimal(500), Decimal(900)],
    "COP": [Decimal("6.2"), Decimal("6.8")],
    "T_COOL": [Decimal(36), Decimal(37)],
    "T_CHIL": [Decimal(7), Decimal(6)],
    "EF": Decimal("0.741"),
}
CORRECTED = ("COP * (T_COOL - T_CHIL + TD) / (T_STD + TD)", "1")


def test_chillers_by_corrected_performance_and_a_table_of_capacities() -> None:
    """W5: two chillers, 653.424 - 561.085 = 92.338."""
    definition = read(
        *CHILLERS,
        formulas={
            "COP_TC": CORRECTED,
            "RE": "sum(EC * COP_TC / lookup(COP_RE, CAP)) * EF",
            "PE": "sum(EC) * EF",
        },
    )

    done = work(definition, TWO_CHILLERS)

    shows(done, RE="653.424", PE="561.085", ER="92.338")
    corrected = [step.value for step in done.steps if step.symbol == "COP_TC"]
    assert [str(at_digits_of(Decimal("0.0001"), each)) for each in corrected] == [
        "6.0121",
        "7.0061",
    ]
    assert not done.is_exact
    assert 0 < done.uncertainty("ER") < Decimal("1E-40")


@pytest.mark.parametrize(
    ("grid", "rule", "factor", "expected"),
    [
        ("42826.880", "(EI * EF_GRID + EG * EF_CAP) / (EI + EG)", "0.71925", "27.747"),
        (
            "42826.880",
            "min(EF_GRID, EF_CAP) + 0 * (EI + EG) * EF_GRID / (EI + EG)",
            "0.533",
            "20.562",
        ),
        ("42826880", "(EI * EF_GRID + EG * EF_CAP) / (EI + EG)", "0.74098", "28.585"),
    ],
    ids=["weighted", "lower", "slip"],
)
def test_grid_and_captive_electricity(grid: str, rule: str, factor: str, expected: str) -> None:
    """W6: weighted by metered shares, the lower of both, and the slip of a thousand."""
    definition = read(
        monitored("EC", "MWh", "chiller"),
        monitored(
            "EI",
            "MWh",
            further='plausible = { at_least = 0, at_most = 1000000, evidence = "illustrative" }',
        ),
        monitored("EG", "MWh"),
        fixed("COP", "1", per="chiller"),
        fixed("COP_RE", "1", per="chiller"),
        fixed("EF_GRID", "tCO2e/MWh"),
        fixed("EF_CAP", "tCO2e/MWh"),
        formulas={
            "EF": (rule, "tCO2e/MWh"),
            "RE": "sum(EC * COP / COP_RE) * EF",
            "PE": "sum(EC) * EF",
        },
    )

    done = work(
        definition,
        {
            "EC": [Decimal("347.2")],
            "EI": Decimal(grid),
            "EG": Decimal(5000),
            "COP": [Decimal(6)],
            "COP_RE": [Decimal("5.4")],
            "EF_GRID": Decimal("0.741"),
            "EF_CAP": Decimal("0.533"),
        },
    )

    shows(done, EF=factor, ER=expected)
    said = [each.message for each in done.warnings]
    slipped = (
        "42826880 MWh is not at least 0 and at most 1000000; a thousandth of it is: "
        "probably kWh in a cell of MWh"
    )
    assert said == ([slipped] if grid == "42826880" else [])


@pytest.mark.parametrize(
    ("re", "pe", "expected"),
    [
        ("56.1", "56.1", ("2616.30", "2423.52", "192.78")),
        ("54.3", "58.3", ("2532.35", "2518.56", "13.79")),
        ("54.3", "54.3", ("2532.35", "2345.76", "186.59")),
    ],
)
def test_a_boiler_with_bounds_of_the_factor(
    re: str, pe: str, expected: tuple[str, str, str]
) -> None:
    """W7: the policy of bounds is the methodology's, and decides almost everything."""
    definition = read(
        monitored("FC", "m3", "boiler"),
        fixed("NCV", "GJ/m3"),
        fixed("ETA_PJ", "1", per="boiler"),
        fixed("ETA_RE", "1", per="boiler"),
        fixed("EF_RE", "kgCO2e/GJ"),
        fixed("EF_PJ", "kgCO2e/GJ"),
        fixed("KG", "kgCO2e/tCO2e", 1000),
        formulas={
            "RE": "sum(FC * NCV * ETA_PJ / ETA_RE) * EF_RE / KG",
            "PE": "sum(FC * NCV) * EF_PJ / KG",
        },
    )

    done = work(
        definition,
        {
            "FC": [Decimal(1_200_000)],
            "NCV": Decimal("0.0360"),
            "ETA_PJ": [Decimal("0.95")],
            "ETA_RE": [Decimal("0.88")],
            "EF_RE": Decimal(re),
            "EF_PJ": Decimal(pe),
        },
    )

    shows(done, RE=expected[0], PE=expected[1], ER=expected[2])


LANDFILL = (
    index("waste", 'members = ["food", "paper", "wood"]'),
    index("year"),
    monitored("W", "t", "waste, year"),
    monitored("EC", "MWh", "year"),
    monitored("FC", "L", "year"),
    fixed("DOC", "1", "{ food = 0.15, paper = 0.40, wood = 0.43 }", "waste"),
    fixed("K", "1", "{ food = 0.40, paper = 0.07, wood = 0.035 }", "waste"),
    *(
        fixed(symbol, "1", value)
        for symbol, value in [
            ("PHI", 1),
            ("OX", 0.1),
            ("F", 0.5),
            ("DOC_F", 0.5),
            ("MCF_RE", 1.0),
            ("MCF_PJ", 0.5),
        ]
    ),
    fixed("GWP", "tCO2e/t", 28),
    fixed("C16", "1", 16),
    fixed("C12", "1", 12),
    fixed("EF", "tCO2e/MWh", 0.6),
    fixed("NCV", "MJ/L", 36.0),
    fixed("MJ", "MJ/GJ", 1000),
    fixed("EF_FUEL", "kgCO2e/GJ", 74.1),
    fixed("KG", "kgCO2e/tCO2e", 1000),
)
DECAY: Mapping[str, str | tuple[str, str]] = {
    "LEFT": ("previous(LEFT, 0) * exp(0 - K) + W * DOC * (1 - exp(0 - K))", "t"),
    "CH4": ("sum(LEFT over waste) * PHI * (1 - OX) * C16 / C12 * F * DOC_F * GWP", "tCO2e"),
    "RE_Y": "CH4 * MCF_RE",
    "PE_Y": "CH4 * MCF_PJ + EC * EF + FC * NCV / MJ * EF_FUEL / KG",
    "ER_Y": "RE_Y - PE_Y",
    "RE": "sum(RE_Y)",
    "PE": "sum(PE_Y)",
    "ER": "sum(ER_Y)",
}
TONNES = {"food": Decimal(27_500), "paper": Decimal(10_000), "wood": Decimal(2_500)}


def test_a_landfill_decays_over_the_years() -> None:
    """W8: three wastes and three years, food first; the years are those of the table."""
    definition = read(*LANDFILL, formulas=DECAY)

    done = work(
        definition,
        {
            "W": {waste: [tonnes] * 3 for waste, tonnes in TONNES.items()},
            "EC": [Decimal(1200)] * 3,
            "FC": [Decimal(60_000)] * 3,
        },
    )

    years: dict[str, list[str]] = {"RE_Y": [], "PE_Y": [], "ER_Y": []}
    for step in done.steps:
        if step.symbol in years and step.kind == "result":
            years[step.symbol].append(str(at_digits_of(Decimal("0.001"), step.value)))
    assert years == {
        "RE_Y": ["14005.561", "24080.798", "31478.059"],
        "PE_Y": ["7882.837", "12920.455", "16619.086"],
        "ER_Y": ["6122.725", "11160.343", "14858.974"],
    }
    assert [step.at for step in done.steps if step.symbol == "LEFT"][:4] == [
        "waste food, year 1",
        "waste food, year 2",
        "waste food, year 3",
        "waste paper, year 1",
    ]


def test_transformers_of_two_types_for_part_of_the_year() -> None:
    """W9: 1,890.613 - 809.990 = 1,080.623, with the days of each type."""
    definition = read(
        fixed("N", "1", per="type"),
        monitored("D", "d", "type"),
        fixed("W_RE", "W", per="type"),
        fixed("W_PJ", "W", per="type"),
        fixed("BR", "1"),
        fixed("MARGIN", "1"),
        fixed("HOURS", "h/d", 24),
        fixed("CONVERT", "MWh/W/h", 0.000001),
        ELECTRICITY,
        formulas={
            "RE": "sum(N * W_RE * HOURS * D * (1 - BR) * CONVERT) * EF",
            "PE": "sum(N * W_PJ * MARGIN * HOURS * D * (1 - BR) * CONVERT) * EF",
        },
    )

    done = work(
        definition,
        {
            "N": [Decimal(250), Decimal(180), Decimal(60)],
            "D": [Decimal(365), Decimal(365), Decimal(120)],
            "W_RE": [Decimal(420), Decimal(900), Decimal(420)],
            "W_PJ": [Decimal(160), Decimal(330), Decimal(160)],
            "BR": Decimal("0.02"),
            "MARGIN": Decimal("1.15"),
            "EF": Decimal("0.80"),
        },
    )

    shows(done, RE="1890.613", PE="809.990", ER="1080.623")
    assert done.is_exact


@pytest.mark.parametrize(
    ("option", "expected"), [("net of the battery", "0.07995"), ("gross", "0.0839475")]
)
def test_a_battery_by_quarters_of_an_hour(option: str, expected: str) -> None:
    """W10: 150.0 kWh displaced, 79.95 kg; without the battery 157.5 kWh, 83.9475 kg."""
    definition = read(
        *(monitored(symbol, "kW", "quarter") for symbol in ("PV", "CHG", "DIS")),
        '[fixed.OPTION]\nkind = "choice"\noptions = ["net of the battery", "gross"]\n'
        'role = "fixed ex ante by the project"\nsays = "x"\nevidence = "illustrative"\n'
        'source = "x"\n',
        fixed("DT", "h", 0.25),
        fixed("KWH", "kWh/kW/h", 1),
        fixed("MWH", "kWh/MWh", 1000),
        ELECTRICITY,
        formulas={
            "NET": (
                'case when OPTION = "gross" then sum(PV) else sum(PV - CHG + DIS) end * DT * KWH',
                "kWh",
            ),
            "RE": "NET / MWH * EF",
        },
    )
    pv = [0, 0, 30, 80, 120, 140, 130, 90, 40, 0, 0, 0]
    charged = [0, 0, 0, 30, 60, 70, 60, 20, 0, 0, 0, 0]
    discharged = [40, 30, 0, 0, 0, 0, 0, 0, 10, 50, 50, 30]

    done = work(
        definition,
        {
            "PV": list(map(Decimal, pv)),
            "CHG": list(map(Decimal, charged)),
            "DIS": list(map(Decimal, discharged)),
            "OPTION": option,
            "EF": Decimal("0.533"),
        },
    )

    assert done.value("ER") == Decimal(expected)


@pytest.mark.parametrize(
    ("capacity", "reference"), [("0", "5.0"), ("299.99", "5.0"), ("300", "5.4"), ("1499", "5.8")]
)
def test_the_ends_of_a_table_are_where_it_says(capacity: str, reference: str) -> None:
    """Closed at the left: 300 belongs to the row that begins there."""
    definition = read(
        *CHILLERS,
        formulas={
            "REF": ("max(lookup(COP_RE, CAP))", "1"),
            "COP_TC": CORRECTED,
            "RE": "sum(EC * COP_TC) / REF * EF",
        },
    )
    done = work(definition, {**TWO_CHILLERS, "CAP": [Decimal(0), Decimal(capacity)]})

    assert done.value("REF") == Decimal(reference)


@pytest.mark.parametrize("capacity", ["-1", "1500"])
def test_beyond_a_table_is_not_eligible(capacity: str) -> None:
    """Nothing is extrapolated."""
    definition = read(
        *CHILLERS,
        formulas={"COP_TC": CORRECTED, "RE": "sum(EC * COP_TC / lookup(COP_RE, CAP)) * EF"},
    )

    with pytest.raises(
        Malformed, match=rf"RE_1, chiller 2: .* not eligible: {capacity} lies outside of COP_RE"
    ):
        work(definition, {**TWO_CHILLERS, "CAP": [Decimal(500), Decimal(capacity)]})
