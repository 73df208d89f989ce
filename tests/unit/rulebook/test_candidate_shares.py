"""The shares that are tried against published amounts."""

from fractions import Fraction

from openjcm.rulebook import candidate_shares


def test_the_shares_stand_as_in_their_file() -> None:
    """Four of the Government of Japan, one of the partner country, one of named holders."""
    assert [(each.whose, each.share) for each in candidate_shares()] == [
        ("goj", Fraction(1, 2)),
        ("goj", Fraction(3, 5)),
        ("goj", Fraction(7, 10)),
        ("goj", Fraction(3, 4)),
        ("host", Fraction(1, 5)),
        ("holder", Fraction(1, 10)),
    ]


def test_each_share_says_why_and_where_it_was_seen() -> None:
    """In both languages; none of them is a rule of the scheme."""
    for each in candidate_shares():
        assert each.why
        assert each.why_ja
        assert each.source.startswith(("http://", "https://"))
