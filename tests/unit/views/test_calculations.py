"""The calculation of a rehearsed monitoring report, as it was recorded."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pytest

from openjcm.measure.basis import Basis
from openjcm.measure.errors import Conflict, NotFound
from openjcm.methodology import At, Branch
from openjcm.views.methodologies.calculations import (
    find_report_calculation,
    list_report_calculations,
)
from openjcm.views.reader import Reader


@dataclass
class Altered:
    """A reader that gives a report with one part of its body replaced."""

    reader: Reader
    part: str
    value: Any

    def rows(self, sql: str, params: Mapping[str, Any] | None = None) -> list[dict[str, Any]]:
        """Return the rows with the altered body."""
        rows = self.reader.rows(sql, params)
        for row in rows:
            if "says" in row:
                body = json.loads(row["body"])
                body["derived"][self.part] = self.value
                row["body"] = json.dumps(body)
        return rows


def _value(branch: Branch) -> At:
    (only,) = branch.values
    return only


def test_each_rehearsal_lists_its_reports(public: Reader) -> None:
    """In the order in which they were submitted; a partnership of the record has none."""
    found = list_report_calculations(public, "BD-R")

    assert [(each.report, each.project_id) for each in found] == [
        ("BD002-MR-1", "BD002"),
        ("BD004-MR-1", "BD004"),
    ]
    with pytest.raises(NotFound, match="no rehearsal 'BD' with"):
        list_report_calculations(public, "BD")


def test_a_calculation_is_that_of_the_report(public: Reader) -> None:
    """Vintages, whole tonnes and results as the rehearsal states them in its README."""
    found = find_report_calculation(public, "BD-R", "BD002-MR-1")
    first = found.years[0]

    assert [(each.year, each.credits.amount) for each in found.years] == [
        *((2017, 49), (2018, 60), (2019, 35)),
    ]
    assert [each.symbol for each in first.explained.trees] == ["RE", "PE", "ER"]
    assert str(_value(first.explained.trees[2]).value).startswith("49.71999986")
    assert (found.methodology, found.worked_by) == ("BD_AM001_ver01.0", "OJ_cop_ratio_ver1")
    assert found.record == "BD-R/joint record 10"
    assert found.basis is Basis.RECONSTRUCTED
    assert {each.symbol for each in found.notes} == {"COP_PJ", "COP_RE", "EF"}


def test_a_methodology_that_works_its_own_report_is_named_by_itself(public: Reader) -> None:
    """BD_AM002 is executable, so no template stands in for it."""
    found = find_report_calculation(public, "BD-R", "BD004-MR-1")

    assert found.worked_by == found.methodology == "BD_AM002_ver01.0"


def test_what_there_is_not_is_named(public: Reader) -> None:
    """A rehearsal, and a report with those that there are."""
    with pytest.raises(NotFound, match="no rehearsal 'BD'"):
        find_report_calculation(public, "BD", "BD002-MR-1")
    with pytest.raises(NotFound, match="it has BD002-MR-1, BD004-MR-1"):
        find_report_calculation(public, "BD-R", "BD009-MR-1")


@pytest.mark.parametrize(
    ("part", "value"),
    [
        ("definition_sha256", "0" * 64),
        ("years", [{"year": 2017, "re": "1", "pe": "1", "er": "0", "credits": 0}]),
    ],
)
def test_what_comes_to_something_else_is_not_shown(
    public: Reader, part: str, value: object
) -> None:
    """Another definition, or other results: then the record is to be verified first."""
    with pytest.raises(Conflict, match="openjcm verify"):
        find_report_calculation(Altered(public, part, value), "BD-R", "BD002-MR-1")
