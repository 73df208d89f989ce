"""Migrations as the command line applies them, on a database of the tests."""

import os
import subprocess
import sys

from openjcm.store.embedded import Addresses

# In a process of its own: Django takes one database per process and keeps it.
_MIGRATE = """
from dataclasses import replace
from openjcm.app import environment
from openjcm.app.migrate import migrate
from openjcm.store.embedded import Addresses
said = environment.read()
migrate(replace(said, app_url=None), Addresses(said.app_url, said.owner_url))
"""


def migrate(addresses: Addresses) -> None:
    """Apply the migrations that a database does not have yet."""
    here = {"DATABASE_URL": addresses.app_url, "OPENJCM_OWNER_URL": addresses.owner_url}
    variables = os.environ | here | {"OPENJCM_SECRET_KEY": "of the tests"}
    subprocess.run([sys.executable, "-c", _MIGRATE], env=variables, check=True)
