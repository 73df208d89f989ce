"""Five measures of tonnes, side by side; a blank is no zero, and nothing is added up."""

from openjcm.measure.basis import Basis
from openjcm.views.figures import UNDISCLOSED, Figure
from openjcm.views.measures import measures
from openjcm.views.notices import list_notices
from openjcm.views.reader import Reader

SOURCE = "https://www.env.go.jp/en/headline/2596.html"


class Nothing:
    """A record in which nothing has been published."""

    def rows(self, sql: str, params: object = None) -> list[dict[str, object]]:
        """Return no row to any question."""
        assert sql
        assert params is None
        return []


def test_only_what_was_printed_is_a_number(public: Reader) -> None:
    """Notified and Japan's entitlement were printed; the other measures are undisclosed."""
    found = measures(public)

    assert found.notified == Figure(499, Basis.PUBLISHED, SOURCE)
    assert found.goj_will_acquire == Figure(251, Basis.PUBLISHED, SOURCE)
    assert [found.expected, found.verified, found.issued, found.used] == [UNDISCLOSED] * 4
    assert (found.decisions, found.projects, found.partners) == (1, 2, 31)


def test_vintages_before_2021_count_nothing_towards_the_ndc(public: Reader) -> None:
    """PRE_2021_IS_NOT_AN_ITMO: known to be zero, whatever was retired."""
    found = measures(public)

    assert found.towards_ndc == Figure(0, Basis.DERIVED)
    assert found.pre_2021 == Figure(499, Basis.DERIVED)


def test_a_blank_in_one_decision_leaves_the_sum_blank(filled: Reader) -> None:
    """One share that was not printed: the sum is not known, and not 251."""
    found = measures(filled)

    assert found.goj_will_acquire == UNDISCLOSED
    assert found.notified == Figure(529, Basis.DERIVED)
    assert (found.decisions, found.projects) == (2, 3)


def test_a_period_over_the_turn_to_2021_leaves_its_parts_unknown(filled: Reader) -> None:
    """PRE_2021_IS_NOT_AN_ITMO: nobody printed how much of it fell before 2021."""
    found = measures(filled)

    assert found.towards_ndc == UNDISCLOSED
    assert found.pre_2021 == UNDISCLOSED


def test_a_rehearsal_is_in_no_measure(public: Reader) -> None:
    """REHEARSAL_IS_APART: two rehearsals with issued credits change no figure."""
    assert measures(public).notified.amount == sum(
        line.notified.amount or 0 for notice in list_notices(public) for line in notice.lines
    )


def test_an_empty_record_has_nothing_published() -> None:
    """Nothing recorded yet is a blank, and not a zero that somebody worked out."""
    found = measures(Nothing())

    blank = (found.notified, found.goj_will_acquire, found.pre_2021, found.towards_ndc)
    assert blank == (UNDISCLOSED,) * 4
    assert (found.decisions, found.projects) == (0, 0)
