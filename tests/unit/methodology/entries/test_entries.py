"""The catalogue of methodologies.

Expected counts: the table of methodologies that the issue names (95 rows), counted by hand and
not by the code; titles, versions and statuses: the file of published facts beside the stories.
"""

import csv
from collections import Counter
from dataclasses import replace
from importlib.resources import files

import pytest

from openjcm.measure import NotFound
from openjcm.methodology import load_definition
from openjcm.methodology.definition import Status
from openjcm.methodology.entries import (
    Confidence,
    EntryStatus,
    RestsOn,
    SpeaksOf,
    Standing,
    all_entries,
    all_families,
    all_numbers,
    heading_of,
    is_executable,
    is_official,
    load_number,
    standing_of,
    templates_for,
)

APPROVED, PROPOSED = 93, 2
RESTS_ON = {
    "family_analogue": 49,
    "official_summary": 27,
    "title_only": 12,
    "methodology_text_opening": 2,
    "proposed_form_opening": 1,
    "pdd_summary": 1,
    "monitoring_report_sheet": 1,
    "additional_information": 1,
    "title_plus_study": 1,
}
CONFIDENCE = {"stated": 17, "derived": 78}
# The approved ones of the 17, less those whose page is not known to be of one version.
ELIGIBLE = [
    *("BD_AM002_ver01.0", "ET_AM002_ver01.0", "ID_AM004_ver02.0", "ID_AM020_ver01.0"),
    *("ID_AM022_ver01.0", "KE_AM002_ver01.0", "MM_AM002_ver01.0", "MV_AM001_ver01.0"),
    *("PH_AM001_ver01.0", "SA_AM001_ver01.0", "TH_AM001_ver01.0", "TH_AM005_ver03.0"),
    *("TH_AM009_ver01.0", "TH_AM016_ver01.0", "VN_AM007_ver01.0"),
]


def _published() -> list[dict[str, str]]:
    file = files("openjcm.stories") / "published_record" / "methodologies.csv"
    return list(csv.DictReader(file.read_text(encoding="utf-8").splitlines()))


def test_every_number_is_there_once() -> None:
    """93 approved numbers and two proposals."""
    numbers = Counter(each.newest.status for each in all_numbers())

    assert numbers == {EntryStatus.APPROVED: APPROVED, EntryStatus.PROPOSED: PROPOSED}
    assert len({each.number for each in all_numbers()}) == APPROVED + PROPOSED


def test_what_relations_rest_on_is_counted_as_in_the_table() -> None:
    """49, 27, 12, 2 and five single ones; 17 stated and 78 derived."""
    relations = [each.relation for each in all_numbers()]

    assert Counter(each.rests_on.value for each in relations) == RESTS_ON
    assert Counter(each.confidence.value for each in relations) == CONFIDENCE


def test_versions_of_a_number_rest_on_one_source() -> None:
    """What differs is only whether the source speaks of the version."""
    for number in all_numbers():
        said = {(each.relation.rests_on, each.relation.confidence) for each in number.entries}
        assert len(said) == 1, number.number


def test_entries_agree_with_the_published_record() -> None:
    """Number, versions, status, title, scope and what they rest on, row by row."""
    published = {row["number"]: row for row in _published()}
    assert published.keys() == {each.number for each in all_numbers()}
    for number in all_numbers():
        row, newest = published[number.number], number.newest
        versions = row["versions"].split(";") if row["versions"] else ["not confirmed"]
        assert [each.version for each in number.entries] == versions
        for each in number.entries:
            assert (each.title, each.title_rests_on) == (row["title_en"], row["title_basis"])
            assert (each.scope, each.scope_basis) == (row["sectoral_scope"], row["scope_basis"])
            assert (each.status, each.technology) == (row["status"], row["technology"])
            assert list(each.sources) == row["addresses"].split()
        assert newest.relation.rests_on == row["formula_evidence"]


def test_days_of_approval_agree_with_the_published_record() -> None:
    """Every published day stands in the entry of its version."""
    for row in _published():
        days = dict(each.split("=") for each in row["approvals"].split(";") if each)
        entries = {each.version: each.approved_on for each in load_number(row["number"]).entries}
        assert {version: str(entries[version]) for version in days} == days, row["number"]


def test_the_number_without_a_version_says_so() -> None:
    """VN_AM004: no version is confirmed, and its folder has none."""
    (entry,) = load_number("VN_AM004").entries

    assert (entry.id, entry.version) == ("VN_AM004", "not confirmed")


def test_only_a_stated_relation_of_this_version_makes_an_entry_eligible() -> None:
    """Fifteen of 107, and each has its definition today."""
    eligible = [each.id for each in all_entries() if each.is_relation_stated]

    assert eligible == ELIGIBLE
    assert [each.id for each in all_entries() if is_executable(each)] == ELIGIBLE


def test_a_definition_beside_an_inferred_relation_makes_nothing_executable() -> None:
    """With the relation of BD_AM001, which rests on its family, BD_AM002 were none either."""
    entry, inferred = load_number("BD_AM002").newest, load_number("BD_AM001").newest

    assert load_definition(entry.id).id == "BD_AM002_ver01.0"
    assert standing_of(replace(entry, relation=inferred.relation)) is Standing.TEMPLATE
    assert not load_number("BD_AM001").is_executable


def test_figures_are_worked_under_an_official_number_only_where_it_is_executable() -> None:
    """Neither an inferred relation, nor another version, nor a template, nor a draft."""
    assert is_official("BD_AM002_ver01.0")
    for other in ("BD_AM001_ver01.0", "TH_AM005_ver02.0", "OJ_chiller_ver1", "XX_AM001_ver01.0"):
        assert not is_official(other)


def test_a_template_of_its_family_stands_in_for_an_entry_or_one_that_says_so() -> None:
    """A chiller with table and conversion may be worked by two given COPs; not back."""
    assert templates_for("TH_AM003_ver01.0") == ("OJ_chiller_ver1", "OJ_cop_ratio_ver1")
    assert templates_for("BD_AM001_ver01.0") == ("OJ_cop_ratio_ver1",)
    assert templates_for("BD_AM002_ver01.0") == ("OJ_displacement_ver1",)
    assert templates_for("PH_AM004_ver01.0") == ()
    assert templates_for("XX_AM001_ver01.0") == ()


@pytest.mark.parametrize(
    ("number", "speaks_of"),
    [
        ("BD_AM002", [SpeaksOf.PROPOSED_FORM]),
        ("KH_AM004", [SpeaksOf.PROPOSED_FORM]),
        ("TH_AM005", [SpeaksOf.ANOTHER_VERSION, SpeaksOf.ANOTHER_VERSION, SpeaksOf.THIS_VERSION]),
        ("MN_AM003", [SpeaksOf.NO_VERSION, SpeaksOf.NO_VERSION]),
        ("MN_AM002", [SpeaksOf.EARLIER_STUDY]),
        ("TH_AM003", [SpeaksOf.OTHER_METHODOLOGIES, SpeaksOf.OTHER_METHODOLOGIES]),
    ],
)
def test_an_entry_says_of_what_its_source_speaks(number: str, speaks_of: list[SpeaksOf]) -> None:
    """A page of one version says nothing firm of another."""
    assert [each.relation.speaks_of for each in load_number(number).entries] == speaks_of


def test_a_proposal_is_never_worked_under_its_number() -> None:
    """KE_PM003 is stated and TN_PM001 is not; neither was approved."""
    for number in ("KE_PM003", "TN_PM001"):
        assert standing_of(load_number(number).newest) is Standing.PROPOSED


def test_an_inferred_entry_has_no_relation_and_leads_to_a_template() -> None:
    """61 numbers rest on a family or a title."""
    inferred = [
        each
        for each in all_numbers()
        if each.relation.rests_on in {RestsOn.FAMILY_ANALOGUE, RestsOn.TITLE_ONLY}
    ]

    assert len(inferred) == 61
    for number in inferred:
        assert number.family.heading == "Unofficial template"
        for entry in number.entries:
            assert (entry.relation.reference, entry.relation.project) == (None, None)
            assert entry.relation.confidence is Confidence.DERIVED


def test_what_is_monitored_and_fixed_is_named_everywhere_and_nothing_has_a_value() -> None:
    """Each fixed value says where it is expected to be found."""
    for entry in all_entries():
        assert entry.monitored, entry.id
        assert entry.fixed, entry.id
        assert all(each.expected_from for each in entry.fixed), entry.id
        assert not any(hasattr(each, "value") for each in entry.fixed)


def test_no_entry_calls_a_formula_of_ours_published() -> None:
    """No source that was seen prints an equation, so that none is; the words may be."""
    stated = [
        each
        for entry in all_entries()
        for each in (entry.relation.reference, entry.relation.project)
        if each
    ]

    assert {each.formula_evidence.value for each in stated} <= {"derived", "recalled"}
    assert "published" in {each.evidence.value for each in stated}


def test_every_family_that_entries_name_exists() -> None:
    """And those named as later have no number but the rice of the Philippines."""
    named = {each.family for each in all_entries()}
    later = {each.id for each in all_families() if each.readiness == "later"}

    assert named <= {each.id for each in all_families()}
    assert named & later == {"OJ_rice_cultivation_ver1"}


def test_a_heading_stands_over_all_that_is_not_official() -> None:
    """BD_AM001 has no definition here; a draft of somebody has no family."""
    assert heading_of("OJ_chiller_ver1") == "Unofficial template"
    assert "no definition of BD_AM001_ver01.0 is written here" in heading_of("BD_AM001_ver01.0")
    assert heading_of("BD_AM001_ver01.0").endswith("template of its family, OJ_cop_ratio_ver1")
    assert heading_of("XX_AM001_ver01.0").endswith("template of its family")
    assert "definition of ours" in heading_of("XX_AM001_ver01.0")
    assert "definition of ours" not in heading_of("BD_AM001_ver01.0")
    assert "only a proposal" in heading_of("KE_PM003_ver01.0")


def test_a_heading_stands_over_every_definition_that_is_not_confirmed() -> None:
    """None of the fifteen is; that of BD_AM002 was written from the form it was proposed as."""
    for each in ELIGIBLE:
        assert heading_of(each).startswith("Not confirmed: written from "), each
        assert heading_of(each).endswith("the adopted document was not seen"), each
    proposed = [each for each in ELIGIBLE if "the approved text may differ" in heading_of(each)]
    assert proposed == ["BD_AM002_ver01.0"]


def test_a_definition_of_ours_under_a_number_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    """It stands beside an entry whose relation no source states."""
    place = "openjcm.methodology.entries.headings.definition_ids"
    monkeypatch.setattr(place, lambda: ("BD_AM001_ver01.0",))

    said = heading_of("BD_AM001_ver01.0")
    assert "this is a definition of ours" in said
    assert said.endswith("OJ_cop_ratio_ver1")


def test_nothing_stands_over_a_confirmed_definition(monkeypatch: pytest.MonkeyPatch) -> None:
    """It was compared with the adopted document, by two persons."""
    confirmed = replace(load_definition("KE_AM002_ver01.0"), status=Status.CONFIRMED)
    monkeypatch.setattr("openjcm.methodology.entries.headings.load_definition", lambda _: confirmed)

    assert heading_of("KE_AM002_ver01.0") == ""


def test_a_number_that_is_not_there_is_not_found() -> None:
    """Nor is one with its version."""
    for wrong in ("XX_AM001", "BD_AM001_ver01.0"):
        with pytest.raises(NotFound, match="methodology list"):
            load_number(wrong)
