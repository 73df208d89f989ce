"""Figures of a report: worked out from readings and parameters, never typed in."""

from dataclasses import replace
from decimal import Decimal

import pytest

from fakes.bench import (
    ON,
    WAY,
    Bench,
    Readings,
    fixed,
)
from openjcm.actions.derivation import Filed, Given, Parameter, derive
from openjcm.measure.basis import Basis
from openjcm.measure.errors import Malformed, RuleBroken
from openjcm.rulebook import Rule, edition_in_force


def test_tonnes_are_cut_down_for_each_calendar_year(bench: Bench) -> None:
    """WHOLE_TONNES_PER_VINTAGE: 6 t stay 6, 4.4 t become 4; nothing is carried over."""
    derived = bench.reach("submit-monitoring-report").body["derived"]

    shown = [
        [year[name] for name in ("year", "re", "pe", "er", "credits")] for year in derived["years"]
    ]
    assert shown == [[2018, "36", "30", "6", 6], [2019, "26.4", "22", "4.4", 4]]
    assert derived["years"][0]["steps"][-1] == {
        "symbol": "ER",
        "value": "6",
        "unit": "tCO2e",
        "formula": "RE - PE",
    }
    assert derived["faults"] == [{"kind": "gap"}]
    assert derived["conservation"] == [{"span": 1}]
    assert [row["amount"] for row in derived["quantities"]] == [30_000_000, 22_000_000]
    assert len(derived["definition_sha256"]) == 64


def test_a_figure_is_as_firm_as_its_weakest_input(bench: Bench) -> None:
    """Measured readings with an illustrative factor give illustrative tonnes."""
    assert bench.reach("submit-monitoring-report").body["derived"]["basis"] == "illustrative"


def test_measured_readings_and_recorded_values_give_a_derived_figure() -> None:
    """With nothing weaker in it, a worked-out figure is derived."""
    given = _given(COP_PJ=["6"], COP_RE=["5"], EF=["1"])

    derivation = derive(given, meters=Readings(), edition=edition_in_force("BD", on=ON))

    assert derivation.basis is Basis.DERIVED


def test_each_piece_of_equipment_has_its_own_values() -> None:
    """Two chillers take two COPs, in the order of the plan."""
    given = _given(COP_PJ=["6", "10"], COP_RE=["5", "5"], EF=["1"])
    meters = Readings({2018: 10_000_000}, ("chiller 1", "chiller 2"))

    derivation = derive(given, meters=meters, edition=edition_in_force("BD", on=ON))

    assert [(year["re"], year["pe"], year["credits"]) for year in derivation.years] == [
        ("32", "20", 12)
    ]


def test_a_whole_tonne_that_digits_miss_is_told_by_fractions() -> None:
    """WHOLE_TONNES_PER_VINTAGE: 10 x 4 / 3 x 0.3 - 3 is 1 t, and fifty digits say 0.999…."""
    given = _given(COP_PJ=["4"], COP_RE=["3"], EF=["0.3"])
    meters = Readings({2018: 10_000_000})

    (year,) = derive(given, meters=meters, edition=edition_in_force("BD", on=ON)).years

    assert (year["er"], year["credits"]) == ("1", 1)
    assert "uncertainty" not in year


def test_a_whole_tonne_that_nothing_tells_is_refused_and_never_cut(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """WHOLE_TONNES_PER_VINTAGE: without fractions the same readings would be cut to 0 t."""
    monkeypatch.setattr("openjcm.methodology.working.calculation.exact_results", lambda *_: {})
    given = _given(COP_PJ=["4"], COP_RE=["3"], EF=["0.3"])
    edition = edition_in_force("BD", on=ON)

    with pytest.raises(RuleBroken, match="a whole tonne lies within that") as refused:
        derive(given, meters=Readings({2018: 10_000_000}), edition=edition)

    assert refused.value.code == Rule.WHOLE_TONNES_PER_VINTAGE


def test_a_reduction_that_is_not_exact_says_by_how_much_it_may_be_wrong() -> None:
    """22 x 4 / 3 - 22 is 7.333… t: a bound far from any whole tonne stands beside it."""
    given = _given(COP_PJ=["4"], COP_RE=["3"], EF=["1"])
    meters = Readings({2018: 22_000_000, 2019: 3_000_000})

    first, second = derive(given, meters=meters, edition=edition_in_force("BD", on=ON)).years

    assert (first["credits"], second["er"], second["credits"]) == (7, "1", 1)
    assert Decimal(0) < Decimal(first["uncertainty"]) < Decimal("1E-45")
    assert "uncertainty" not in second


def test_two_meters_of_one_piece_of_equipment_add_up() -> None:
    """Two registers on one chiller count together."""
    given = _given(COP_PJ=["6"], COP_RE=["5"], EF=["1"])
    meters = Readings({2018: 10_000_000}, ("chiller 1", "chiller 1"))

    derivation = derive(given, meters=meters, edition=edition_in_force("BD", on=ON))

    assert [(year["pe"], year["credits"]) for year in derivation.years] == [("20", 4)]


def test_a_year_that_is_worse_than_the_reference_gives_no_credit() -> None:
    """NEGATIVE_REDUCTIONS: nothing is issued for it, and what it shows stands in the record."""
    given = _given(COP_PJ=["5"], COP_RE=["6"], EF=["1"])

    derivation = derive(
        given, meters=Readings({2018: 6_000_000}), edition=edition_in_force("BD", on=ON)
    )

    (year,) = derivation.years
    assert (year["re"], year["er"], year["credits"]) == ("5", "-1", 0)


def test_a_parameter_that_the_methodology_does_not_know_is_refused(bench: Bench) -> None:
    """A value without a place in the methodology is not silently left out."""
    bench.before("submit-monitoring-report")

    with bench.refusing(Malformed, "values-malformed") as refusal:
        bench.ask(
            "submit-monitoring-report",
            parameters=(*WAY["submit-monitoring-report"].says["parameters"], fixed("X", "1")),
        )

    assert "X" in [each.place for each in refusal.value.findings]


def test_a_missing_parameter_is_refused(bench: Bench) -> None:
    """No default stands in for a value that the project has to give."""
    bench.before("submit-monitoring-report")

    with bench.refusing(Malformed, "values-malformed"):
        bench.ask("submit-monitoring-report", parameters=())


def test_a_rehearsal_calls_no_figure_more_than_reconstructed(bench: Bench) -> None:
    """REHEARSAL_IS_APART: neither readings nor values are published or measured there."""
    bench.before("submit-monitoring-report")
    given = WAY["submit-monitoring-report"].says["parameters"]
    published = replace(given[2], basis=Basis.PUBLISHED)

    with bench.refusing(RuleBroken, Rule.REHEARSAL_IS_APART) as refusal:
        bench.ask(
            "submit-monitoring-report",
            readings_basis=Basis.MEASURED,
            parameters=(*given[:2], published),
        )

    assert [finding.place for finding in refusal.value.findings] == ["readings", "parameters.EF"]


def test_outside_a_rehearsal_readings_are_measured() -> None:
    """REHEARSAL_IS_APART: a live report may call its readings what they are."""
    bench = Bench(kind="live").before("submit-monitoring-report")

    body = bench.ask("submit-monitoring-report", readings_basis=Basis.MEASURED).body

    assert body["readings_basis"] == "measured"


def test_a_value_in_another_unit_is_converted_exactly(bench: Bench) -> None:
    """One kilogram per kilowatt-hour is one tonne per megawatt-hour; half of one is a half."""
    bench.before("submit-monitoring-report")
    given = WAY["submit-monitoring-report"].says["parameters"]

    body = bench.ask(
        "submit-monitoring-report",
        parameters=(*given[:2], fixed("EF", "500", "kgCO2e/MWh")),
    ).body

    years = body["derived"]["years"]
    assert [(Decimal(year["pe"]), Decimal(year["er"])) for year in years] == [
        (Decimal(15), Decimal(3)),
        (Decimal(11), Decimal("2.2")),
    ]
    assert (body["parameters"][2]["values"], body["parameters"][2]["unit"]) == (
        ["500"],
        "kgCO2e/MWh",
    )


@pytest.mark.parametrize(
    ("unit", "code"),
    [
        ("kgCO2e/kWh-of-something", "unit-unreadable"),
        ("tCO2e/banana", "unit-unknown"),
        ("MWh", "units-differ"),
        ("1", "units-differ"),
    ],
)
def test_a_value_in_a_unit_that_does_not_fit_is_refused(bench: Bench, unit: str, code: str) -> None:
    """Nothing is assumed about a unit that cannot be read or measures something else."""
    bench.before("submit-monitoring-report")
    given = WAY["submit-monitoring-report"].says["parameters"]

    with bench.refusing(Malformed, "parameters-malformed") as refusal:
        bench.ask("submit-monitoring-report", parameters=(*given[:2], fixed("EF", "1", unit)))

    assert [(each.rule, each.place) for each in refusal.value.findings] == [(code, "parameters.EF")]


def _given(**parameters: list[str]) -> Given:
    return Given(
        methodology="BD_AM001_ver01.0",
        worked_by="OJ_cop_ratio_ver1",
        plan={"zone": "Asia/Dhaka"},
        documents=[Filed("readings.csv", "text/csv", 3, "0" * 64)],
        parameters=[
            Parameter(
                symbol,
                tuple(map(Decimal, values)),
                "tCO2e/MWh" if symbol == "EF" else "1",
                Basis.RECORDED,
            )
            for symbol, values in parameters.items()
        ],
        readings_basis=Basis.MEASURED,
    )
