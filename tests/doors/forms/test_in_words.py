"""What a form cannot be asked is refused in the reader's language, with the way on."""

from typing import TYPE_CHECKING

import pytest

from openjcm.web.rendering import SITE

if TYPE_CHECKING:
    from django.test import Client


@pytest.mark.parametrize("language", ["en", "ja"])
def test_a_comparison_with_no_version_is_refused_in_words(client: "Client", language: str) -> None:
    """404 in the reader's language, with the way to those that there are."""
    answer = client.get(f"/{language}/methodologies/diff?a=BD_AM002_ver01.0&b=XX_AM001_ver01.0")
    page = answer.content.decode()

    assert answer.status_code == 404
    assert SITE.say(language, "refusal-words-no-version") in page
    assert f'<a href="/{language}/methodologies/diff">' in page
    assert "openjcm methodology" not in page
