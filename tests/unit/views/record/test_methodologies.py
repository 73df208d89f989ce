"""Methodologies as far as they were published.

Expected values: data/methodologies.csv and data/mongolia_methodologies.csv, read by hand.
"""

from datetime import date

import pytest

from openjcm.measure.errors import NotFound
from openjcm.measure.period import Period
from openjcm.views.reader import Reader
from openjcm.views.record.methodologies import (
    Version,
    find_methodology,
    list_methodologies,
)


def test_there_are_as_many_as_in_the_file(public: Reader) -> None:
    """95 numbers: 93 approved, two proposed."""
    found = list_methodologies(public)

    assert len(found) == 95
    assert [each.number for each in found if each.status == "proposed"] == ["KE_PM003", "TN_PM001"]


def test_a_methodology_says_what_may_be_worked_of_it(public: Reader) -> None:
    """BD_AM001 rests on its family; BD_AM002 is stated, and its definition stands here."""
    first, second, _ = list_methodologies(public, "BD")

    assert (first.executable, first.standing, first.confidence) == (False, "template", "derived")
    assert (second.executable, second.standing, second.confidence) == (True, "executable", "stated")
    assert first.template
    assert (first.template.id, first.template.heading) == (
        "OJ_cop_ratio_ver1",
        "Unofficial template",
    )


def test_a_methodology_has_the_entries_of_its_versions(public: Reader) -> None:
    """TH_AM005: the summary speaks of the third version alone."""
    entries = find_methodology(public, "TH_AM005").entries

    assert [each.version.id[-5:] for each in entries] == ["r01.0", "r02.0", "r03.0"]
    assert [each.version.standing for each in entries] == [*("template", "template", "executable")]
    assert entries[2].reference
    assert entries[2].reference.text == "sum(EC_PJ * COP_PJ / COP_RE) * EF"
    assert (entries[2].reference.basis, entries[2].reference.says_basis) == ("derived", "published")


def test_a_number_that_the_catalogue_lacks_has_no_standing(
    public: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A fact that was entered later than the catalogue is shown without one."""
    monkeypatch.setattr("openjcm.views.record.methodologies.catalogue_row", lambda _: None)

    row = list_methodologies(public, "BD")[0]

    assert (row.standing, row.executable, row.template) == ("", False, None)
    assert {each.standing for each in row.versions} == {""}


def test_methodologies_of_a_country(public: Reader) -> None:
    """Mongolia's four."""
    assert [each.number for each in list_methodologies(public, "MN")] == [
        *("MN_AM001", "MN_AM002", "MN_AM003", "MN_AM004")
    ]


def test_each_version_counts_its_projects(public: Reader) -> None:
    """BD001 uses the second version, BD002 the first."""
    row = list_methodologies(public, "BD")[0]

    assert row.versions == (
        Version("01.0", None, 1, "template"),
        Version("02.0", None, 1, "template"),
    )
    assert row.projects == 2
    assert (row.scope, row.scope_basis) == ("3", "inferred")
    assert (row.title_basis, row.formula_evidence) == ("to_be_confirmed", "family_analogue")


def test_a_methodology_says_how_it_came_to_be(public: Reader) -> None:
    """MN_AM003: proposed three times, third version approved on 4 August 2024."""
    found = find_methodology(public, "MN_AM003")

    assert found.proposed_numbers == ("MN_PM005", "MN_PM004", "MN_PM003")
    assert found.proponent == "The Joint Committee"
    assert found.public_inputs == Period(date(2024, 5, 23), date(2024, 6, 6))
    assert Version("03.0", date(2024, 8, 4), 0, "template") in found.row.versions
    assert [each.id for each in found.projects] == ["MN003", "MN004", "MN006"]
    assert found.record.startswith("MN/joint record ")


def test_what_is_not_known_of_a_methodology_stays_blank(public: Reader) -> None:
    """BD_AM001: neither proponent nor public inputs."""
    found = find_methodology(public, "BD_AM001")

    assert (found.proponent, found.public_inputs, found.proposed_numbers) == ("", None, ())


def test_a_methodology_that_no_project_uses_is_listed(public: Reader) -> None:
    """A proposal has no project."""
    assert find_methodology(public, "TN_PM001").row.projects == 0


def test_a_number_that_was_not_published_is_not_found(public: Reader) -> None:
    """With a version it is no number either."""
    for number in ("BD_AM999", "BD_AM001_ver01.0"):
        with pytest.raises(NotFound, match=number):
            find_methodology(public, number)
