"""Walks: from a block to the rows of its reading file, and a published line to where it ends."""

import csv
import gzip
from collections.abc import Mapping, Sequence
from datetime import date
from importlib.resources import files
from typing import Any

import pytest

from openjcm.actions.check_derivations import check_derivations
from openjcm.measure.basis import Basis
from openjcm.measure.errors import Malformed, NotFound
from openjcm.stories.meters import FiledMeters
from openjcm.stories.walks import credit_walk
from openjcm.views.reader import Reader
from openjcm.views.reports import recorded_reports
from openjcm.views.walk import Table, Walk, WalkStep
from openjcm.views.walks import ReadRow, walk_block, walk_published
from told.canary import PARTNERSHIP
from told.stage import MAKER, PLANT, Told

SERIAL = "REHEARSAL-JP-BD-BD002-2017-1-25"
STEMS = [
    "serial",
    "issuance",
    "notification",
    "decision",
    "allocation",
    "issuance-request",
    "verification-report",
    "calculation",
    "monitoring-report",
    "period-quantity",
    "readings",
]


def _step(walk: Walk, stem: str) -> WalkStep:
    (step,) = [each for each in walk.steps if each.stem == stem]
    return step


def _said(step: WalkStep) -> dict[str, str]:
    return {fact.label: fact.value for fact in step.facts}


@pytest.fixture
def walk(public: Reader, story: Told) -> Walk:
    """The walk of the first block of Japan's registry."""
    return credit_walk(public, SERIAL, files=story.files)


def test_a_walk_passes_every_station(walk: Walk) -> None:
    """Latest first, each with the journal record that says so."""
    assert [step.stem for step in walk.steps] == STEMS
    assert (walk.heading, walk.partnership, walk.rehearsal) == (SERIAL, "BD-R", True)
    assert walk.project_id == "BD002"
    assert walk.title_en.startswith("Installation of High Efficiency")
    assert walk.title_ja.startswith("衣料品タグ工場")
    assert {step.stem: (step.record, step.on) for step in walk.steps} == {
        "serial": (None, None),
        "issuance": ("BD-R/JP record 3", date(2022, 4, 11)),
        "notification": ("BD-R/joint record 17", date(2022, 3, 29)),
        "decision": ("BD-R/joint record 16", date(2022, 3, 28)),
        "allocation": ("BD-R/joint record 16", date(2022, 3, 28)),
        "issuance-request": ("BD-R/joint record 14", date(2021, 11, 1)),
        "verification-report": ("BD-R/joint record 12", date(2021, 2, 1)),
        "calculation": ("BD-R/joint record 10", None),
        "monitoring-report": ("BD-R/joint record 10", date(2020, 2, 3)),
        "period-quantity": ("BD-R/joint record 10", None),
        "readings": ("BD-R/joint record 10", None),
    }
    assert not any(step.missing for step in walk.steps)


def test_each_station_says_its_figures(walk: Walk) -> None:
    """From 25 credits of one vintage to 49 tonnes verified and worked out."""
    assert _said(_step(walk, "serial")) == {
        "amount": "25",
        "vintage": "2017",
        "registry": "JP",
        "account": "JP-H-000001-35",
        "holder": "Government of Japan (rehearsal)",
        "status": "holding",
    }
    assert _said(_step(walk, "notification")) == {
        "notification-number": "BD-R-N-0001",
        "side": "JP",
        "notified": "25",
    }
    issued = _said(_step(walk, "issuance"))
    assert (issued["first"], issued["last"]) == ("1", "25")
    assert [each.split()[0] for each in issued["signed-by"].split(", ")] == [
        "registry-manager",
        "second-officer",
    ]
    decided = _said(_step(walk, "decision"))
    assert "499" in decided.values()
    assert decided["signed-by"].count("co-chair") == 2
    assert _said(_step(walk, "issuance-request"))["total"] == "144"
    verified = _said(_step(walk, "verification-report"))
    assert verified["verified"] == "49"
    assert verified["emission-reductions"].startswith("49.")
    assert _said(_step(walk, "calculation"))["credits"] == "49"
    assert _said(_step(walk, "monitoring-report")) == {
        "reference": "BD002-MR-1",
        "period": "2017-03-01 – 2019-07-31",
    }
    assert _said(_step(walk, "period-quantity"))["year"] == "2017"


def test_the_allocation_shows_who_got_what_of_this_project(walk: Walk) -> None:
    """Whole numbers by vintage, of BD002 alone; 73 for Japan, 71 for the rest."""
    (table,) = _step(walk, "allocation").tables

    assert table.headings == ("vintage", "side", "recipient", "amount")
    assert [(row[0], row[1], row[3]) for row in table.rows] == [
        ("2017", "JP", "25"),
        ("2017", "BD", "24"),
        ("2018", "JP", "30"),
        ("2018", "BD", "30"),
        ("2019", "JP", "18"),
        ("2019", "BD", "17"),
    ]


def test_every_intermediate_value_of_the_vintage_is_shown(walk: Walk) -> None:
    """Formulas in the order of the methodology, parameters with their basis and note."""
    steps, parameters = _step(walk, "calculation").tables

    assert steps.headings == ("symbol", "value", "unit", "formula")
    assert [row[0] for row in steps.rows] == [*("RE_1", "RE_2", "RE", "PE_1", "PE", "ER")]
    assert {row[2] for row in steps.rows if "_" in row[0]} == {"MWh"}
    assert steps.rows[-1][1] == _said(_step(walk, "verification-report"))["emission-reductions"]
    assert [row[:4] for row in parameters.rows] == [
        ("COP_PJ", "6.42", "1", "reconstructed"),
        ("COP_RE", "5.67", "1", "reconstructed"),
        ("EF", "0.67", "tCO2e/MWh", "reconstructed"),
    ]
    assert all(row[4] for row in parameters.rows)


def test_a_walk_ends_in_the_rows_of_the_reading_file(walk: Walk) -> None:
    """Rows of both ends as they stand in the file; last less first is the quantity."""
    packed = files("openjcm.stories") / "first_issuance/readings/BD002.csv.gz"
    text = gzip.decompress(packed.read_bytes()).decode()
    printed = {
        str(number): (row["read_at"], row["register_wh"])
        for number, row in enumerate(csv.DictReader(text.splitlines()), start=2)
    }

    (table,) = _step(walk, "readings").tables

    assert table.caption == "BD002-EC-1"
    assert table.headings == ("read-at", "register", "standing", "file", "row")
    # Of 306 days of 96 readings and the one at the end, twelve of each end are shown.
    assert [row[4] for row in table.rows][:12] == [str(number) for number in range(2, 14)]
    assert table.rows[12][0] == f"+ {306 * 96 + 1 - 24}"
    assert [row[4] for row in table.rows][13:] == [
        str(306 * 96 + 2 - after) for after in reversed(range(12))
    ]
    for read_at, register, _status, file, row in (*table.rows[:12], *table.rows[13:]):
        assert (file, printed[row]) == ("BD002.csv.gz", (read_at, register))
    assert table.rows[-1][0] == "2018-01-01T00:00:00+06:00"
    (quantity,) = _step(walk, "period-quantity").tables[0].rows
    assert int(quantity[3]) == int(table.rows[-1][1]) - int(table.rows[0][1])
    assert quantity[:3] == ("BD002-EC-1", "EC_PJ", "chiller 1")
    assert quantity[4] == "Wh"


def test_every_figure_of_a_rehearsal_is_reconstructed(walk: Walk) -> None:
    """No figure of a rehearsal passes for anything firmer, and none comes without its basis."""
    facts = [fact for step in walk.steps for fact in step.facts]
    tables = {table.caption: table.basis for step in walk.steps for table in step.tables}

    assert {fact.basis for fact in facts if fact.unit} == {Basis.RECONSTRUCTED}
    assert {fact.basis for fact in facts} == {Basis.RECONSTRUCTED, None}
    assert tables == {
        "credits": Basis.RECONSTRUCTED,
        "calculation": Basis.RECONSTRUCTED,
        "parameter": None,
        "quantity": Basis.RECONSTRUCTED,
        "BD002-EC-1": Basis.RECONSTRUCTED,
    }


def test_part_of_a_block_leads_to_the_whole_block(public: Reader, story: Told) -> None:
    """A serial number inside a block finds it."""
    serial = "REHEARSAL-JP-BD-BD002-2017-7-7"
    found = credit_walk(public, serial, files=story.files, partnership="BD-R")

    assert found.heading == SERIAL


def test_a_serial_number_printed_before_its_block_was_cut_finds_its_parts(
    cut: Reader, moved_on: Told
) -> None:
    """24 credits of which 5 were transferred: where each part stands, and the way of all."""
    printed = "REHEARSAL-BD-BD-BD002-2017-1-24"

    found = credit_walk(cut, printed, files=moved_on.files, partnership="BD-R")

    assert found.heading == printed
    here = _step(found, "serial")
    assert _said(here) == {"amount": "24", "vintage": "2017", "registry": "BD"}
    (table,) = here.tables
    assert table.headings == ("serial", "amount", "account", "holder", "status")
    assert table.basis is Basis.RECONSTRUCTED
    assert table.rows == (
        ("REHEARSAL-BD-BD-BD002-2017-1-5", "5", PLANT, "Rehearsal participant of BD004", "holding"),
        (
            "REHEARSAL-BD-BD-BD002-2017-6-24",
            "19",
            MAKER,
            "Rehearsal participant of BD002",
            "holding",
        ),
    )
    assert [step.stem for step in found.steps] == STEMS


def test_each_part_of_a_cut_block_is_found_by_its_own_number(cut: Reader, moved_on: Told) -> None:
    """A number inside one part finds that part alone."""
    serial = "REHEARSAL-BD-BD-BD002-2017-7-24"
    found = credit_walk(cut, serial, files=moved_on.files, partnership="BD-R")

    assert found.heading == "REHEARSAL-BD-BD-BD002-2017-6-24"
    assert _step(found, "serial").tables == ()


def test_the_hosts_block_is_walked_in_its_own_registry(public: Reader, story: Told) -> None:
    """The same numbers in the other registry are other credits."""
    found = credit_walk(public, "REHEARSAL-BD-BD-BD002-2017-1-24", files=story.files)

    said = _said(_step(found, "serial"))
    assert (said["registry"], said["amount"]) == ("BD", "24")
    assert said["holder"] == "Rehearsal participant of BD002"
    assert _step(found, "notification").record == "BD-R/joint record 18"


def test_a_number_that_several_rehearsals_have_is_refused_unless_the_key_says_which(
    public: Reader, story: Told
) -> None:
    """REHEARSAL_IS_APART: nobody is led to another rehearsal's credits without a word."""
    serial = "REHEARSAL-JP-BD-BD002-2017-7-7"

    with pytest.raises(Malformed) as refusal:
        credit_walk(public, serial, files=story.files)

    assert refusal.value.code == "several-rehearsals"
    assert refusal.value.message.endswith(f": BD-R, {PARTNERSHIP}")


def test_one_of_several_rehearsals_is_chosen_by_its_key(public: Reader, story: Told) -> None:
    """Several rehearsals have the same serial numbers; the key says which."""
    found = credit_walk(public, SERIAL, files=story.files, partnership=PARTNERSHIP)

    assert found.partnership == PARTNERSHIP
    assert found.heading == "REHEARSAL-JP-BD-BD002-2017-1-2486"


def test_faults_of_the_readings_are_shown_where_there_are_any(
    walk: Walk, public: Reader, story: Told
) -> None:
    """A gap and a reset stand beside the quantity, with file and row."""
    serial = "REHEARSAL-JP-BD-BD004-2018-16165-18751"
    found = credit_walk(public, serial, files=story.files, partnership=PARTNERSHIP)

    _quantities, faults = _step(found, "period-quantity").tables
    assert faults.headings == ("fault", "meter", "file", "row", "says")
    assert {row[0] for row in faults.rows} == {"gap", "reset"}
    assert all(row[2] == "CANARYWORD.csv" and row[3].isdigit() for row in faults.rows)
    assert len(_step(walk, "period-quantity").tables) == 1


@pytest.mark.parametrize(
    "serial",
    [
        "JP-BD-BD002-2017-1-25",
        "REHEARSAL-JP-BD-BD002-2017-25-26",
        "REHEARSAL-JP-BD-BD002-2016-1-1",
        "REHEARSAL-JP-BD-BD003-2017-1-1",
        "REHEARSAL-JP-TH-BD002-2017-1-1",
    ],
)
def test_credits_that_were_not_issued_are_not_found(public: Reader, serial: str) -> None:
    """REHEARSAL_IS_APART: without its prefix a rehearsal's number names nothing."""
    with pytest.raises(NotFound) as refusal:
        walk_block(public, serial, readings=_no_readings, partnership="BD-R")

    assert (refusal.value.code, refusal.value.about) == ("no-credits", serial)


def test_a_serial_number_that_cannot_be_read_is_refused(public: Reader) -> None:
    """The field that cannot be read is named."""
    with pytest.raises(Malformed) as refusal:
        walk_block(public, "JP-BD-BD002-twenty", readings=_no_readings)

    assert refusal.value.code == "serial-number-malformed"


def test_the_years_readings_are_asked_for_by_meter(public: Reader) -> None:
    """Only the meters and the year of the block are asked for."""
    asked = []

    def readings(reported: Mapping[str, Any], meter: str, year: int) -> Sequence[ReadRow]:
        asked.append((reported["report"], meter, year))
        return [ReadRow("2018-01-01T00:00:00+06:00", "7", "f.csv", 3, "counted")]

    found = walk_block(public, "REHEARSAL-JP-BD-BD004-2018-163-163", readings=readings)

    assert asked == [("BD004-MR-1", "BD004-EG-1", 2018)]
    assert _step(found, "readings").tables == (
        Table(
            "BD004-EG-1",
            ("read-at", "register", "standing", "file", "row"),
            (("2018-01-01T00:00:00+06:00", "7", "counted", "f.csv", "3"),),
            Basis.RECONSTRUCTED,
        ),
    )


def test_a_published_line_ends_where_nothing_more_is_public(public: Reader) -> None:
    """Decision and period were printed; the monitoring report was not."""
    found = walk_published(public, "BD-2022-03-28", "BD004")

    assert [(step.stem, step.missing) for step in found.steps] == [
        ("serial", "serial-not-published"),
        ("issuance", "issuance-not-published"),
        ("decision", ""),
        ("monitoring-report", "monitoring-report-not-public"),
    ]
    assert (found.heading, found.rehearsal) == ("BD-2022-03-28 BD004", False)
    assert _said(found.steps[2]) == {
        "decision": "BD-2022-03-28",
        "notified": "355",
        "goj-will-acquire": "178",
    }
    assert {fact.basis for step in found.steps for fact in step.facts} == {Basis.PUBLISHED}
    assert _said(found.steps[3]) == {"period": "2016-06-01 – 2019-07-31"}


def test_a_share_that_was_not_printed_is_blank_on_the_way(filled: Reader) -> None:
    """A blank is an empty text with the basis that says why."""
    found = walk_published(filled, "BD-2023-06-05", "BD002")

    (goj,) = [fact for fact in found.steps[2].facts if fact.label == "goj-will-acquire"]
    assert (goj.value, goj.basis) == ("", Basis.UNDISCLOSED)


def test_a_period_that_was_not_printed_is_blank_on_the_way(public: Reader) -> None:
    """Kenya's first decision was printed with its amounts and without its periods."""
    found = walk_published(public, "KE-2021-02-07", "KE002")

    (period,) = [fact for fact in found.steps[3].facts if fact.label == "period"]
    assert (period.value, period.basis) == ("", Basis.UNDISCLOSED)


@pytest.mark.parametrize(
    ("key", "project", "code"),
    [("XX", "BD002", "no-notice"), ("BD-2022-03-28", "BD009", "no-project")],
)
def test_a_line_that_nobody_printed_is_not_found(
    public: Reader, key: str, project: str, code: str
) -> None:
    """Neither an unknown notice nor an unknown project of a known one."""
    with pytest.raises(NotFound) as refusal:
        walk_published(public, key, project)

    assert refusal.value.code == code


def test_every_recorded_report_is_listed_and_works_out_again(public: Reader, story: Told) -> None:
    """Two reports of each rehearsal, by the name of their record."""
    reports = recorded_reports(public)

    assert [name for name, _, _ in reports] == [
        "BD-R/joint record 10",
        "BD-R/joint record 11",
        f"{PARTNERSHIP}/joint record 10",
        f"{PARTNERSHIP}/joint record 11",
    ]
    assert {document for _, document, _ in reports} == {"JCM_BD_PCP_ver_not_confirmed"}
    assert check_derivations(reports, meters=FiledMeters(story.files)) == []


def _no_readings(reported: Mapping[str, Any], meter: str, year: int) -> Sequence[ReadRow]:
    raise AssertionError((reported, meter, year))
