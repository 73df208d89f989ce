"""What methodologies are about is said in Japanese, and an index never stands bare in a word."""

import csv
import re
from importlib.resources import files

import pytest

from openjcm.papers.recorded import as_recorded, japanese

_ROWS = files("openjcm.stories") / "published_record" / "methodologies.csv"
with _ROWS.open(encoding="utf-8") as file:
    TECHNOLOGIES = sorted({row["technology"] for row in csv.DictReader(file)} - {""})


@pytest.mark.parametrize("technology", TECHNOLOGIES)
def test_a_technology_has_a_japanese_name(technology: str) -> None:
    """A reader of Japanese is not told "chiller"."""
    assert re.search(r"[\u3040-\u30ff\u4e00-\u9fff]", as_recorded("ja", technology))
    assert as_recorded("en", technology) == technology


def test_an_index_does_not_stand_bare_between_japanese_letters() -> None:
    """冷凍機iの: a reader would take the i for a part of the word."""
    letters = r"[\u3040-\u30ff\u4e00-\u9fff]"
    bare = [said for said in japanese().values() if re.search(f"{letters}[a-z]{letters}", said)]

    assert bare == []
