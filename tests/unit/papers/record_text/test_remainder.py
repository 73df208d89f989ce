"""What neither the Government of Japan nor a named holder acquires is said, where a rest is."""

from dataclasses import replace

import pytest

from openjcm.measure.basis import Basis
from openjcm.papers.record_text.decisions import remainder_words
from openjcm.views.figures import UNDISCLOSED, Figure
from openjcm.views.record.decision import Decision, HolderFigure, decision_of

# 439 of which 277 and 45 are told, as the first credits of Viet Nam were before the rest was.
_SAYS = {
    "total": {"notified": 439, "goj": 277},
    "issued_on": "2017-10-10",
    "sources": [{"id": "s", "title": "t", "url": "https://example.org", "kind": "secondary"}],
}
_HELD = HolderFigure("Government of Viet Nam", "VN", Figure(45, Basis.PUBLISHED))


def _decision() -> Decision:
    row = {"partnership": "VN", "key": "VN-X", "body": _SAYS, "host": "VN", "seq": 1}
    return decision_of({**row, "recorded_at": None, "ordinal": None})


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "acquire 322 of the 439 tCO2e. The other 117 (439 − 277 − 45, derived)"),
        ("ja", "残りの117 tCO2e（439 − 277 − 45、算出値）"),  # noqa: RUF001 - as it is written
    ],
)
def test_a_rest_is_worked_out_beside_named_holders(language: str, words: str) -> None:
    """439 − 277 − 45: nobody is named for 117 (practice.md, section 4)."""
    decision = replace(_decision(), holders=(_HELD,))

    assert words in remainder_words(decision, language)


def test_nothing_is_left_of_what_is_not_published() -> None:
    """No rest without both amounts."""
    assert remainder_words(replace(_decision(), goj=UNDISCLOSED), "en") == ""
    assert remainder_words(replace(_decision(), notified=UNDISCLOSED), "en") == ""
