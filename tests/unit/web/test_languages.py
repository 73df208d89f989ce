"""Languages of addresses: which one a reader wants, and where the twin of a page stands."""

import pytest

from openjcm.web.languages import language_of, preferred, twin


@pytest.mark.parametrize(
    ("asked", "language"),
    [
        ("ja", "ja"),
        ("ja-JP,ja;q=0.9,en;q=0.8", "ja"),
        ("en-GB,ja;q=0.9", "en"),
        ("fr, ja;q=0.3, en;q=0.2", "ja"),
        ("fr, de", "en"),
        ("", "en"),
        ("ja;q=0, en;q=0.1", "en"),
        ("ja;q=0", "en"),
        ("ja;q=nonsense", "ja"),
        (";;;,=,q=1", "en"),
    ],
)
def test_the_browsers_first_wish_among_ours_is_met(asked: str, language: str) -> None:
    """RFC 9110 12.5.4: by weight; what cannot be read counts as an ordinary wish."""
    assert preferred(asked) == language


@pytest.mark.parametrize(
    ("path", "language", "other"),
    [
        ("/en/notices/BD-2022-03-28", "en", "/ja/notices/BD-2022-03-28"),
        ("/ja/search", "ja", "/ja/search"),
        ("/en", "en", "/ja"),
        ("/english/thing", "en", "/ja/"),
        ("/", "en", "/ja/"),
    ],
)
def test_a_page_has_its_twin_under_the_same_path(path: str, language: str, other: str) -> None:
    """Only the first part of the address differs; an address without one leads to the front."""
    assert language_of(path) == language
    assert twin(path, "ja") == other
