"""The committed dump is what the migrations make, word for word."""

import re

from openjcm.store.embedded import Addresses
from schema import newest_dump, schema_of


def test_an_empty_database_migrates_to_the_committed_schema(database: Addresses) -> None:
    """Whoever changes the schema commits the new dump, by ``python tools/schema.py``."""
    assert schema_of(database.owner_url) == newest_dump().read_text(encoding="utf-8")


def test_the_dump_says_nothing_of_the_machine_it_was_made_on() -> None:
    """No path, no version and no day stands in the dump."""
    text = newest_dump().read_text(encoding="utf-8")

    assert re.findall(r"/home|/usr|/tmp|PostgreSQL|Dumped|\\restrict|\d{4}-\d{2}-\d{2}", text) == []
