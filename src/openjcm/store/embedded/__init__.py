"""The embedded PostgreSQL: binaries from a wheel, everything else ours.

In: making the cluster, starting, joining, stopping, its roles and its settings.
Not in: the schema (migrations), and what is written (the journal).
The server takes no network connections; its socket can be entered by its own user and root only.
"""

from openjcm.store.embedded.place import Wanted, find_place, psql_program
from openjcm.store.embedded.roles import (
    Addresses,
    addresses_of,
    check_settings,
    create_database,
    superuser_url,
)
from openjcm.store.embedded.use import running

__all__ = [
    "Addresses",
    "Wanted",
    "addresses_of",
    "check_settings",
    "create_database",
    "find_place",
    "psql_program",
    "running",
    "superuser_url",
]
