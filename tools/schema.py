"""Write what the migrations make of an empty database: ``python tools/schema.py [--check]``.

The dump is committed in ``tests/schema``, one file for each newest migration, so that review
sees in SQL what a migration changes, and a released schema can be compared for ever.
"""

import argparse
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from source import SRC, TESTS

from openjcm.app import environment
from openjcm.app.opening import opened
from openjcm.store.embedded import psql_program

# What pg_dump says about itself, its session and its day; a dump has nothing else that churns.
_PASSING = re.compile(r"^(--.*|SET .*|SELECT pg_catalog\.set_config.*|\\(un)?restrict .*)$")
_OPTIONS = ("--schema-only", "--schema=jcm", "--schema=public", "--restrict-key=none")


def main() -> int:
    """Write the newest dump; with ``--check`` only say whether it is out of date."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="compare and change nothing")
    check = parser.parse_args().check
    with tempfile.TemporaryDirectory(prefix="openjcm-schema-") as folder:
        os.environ["OPENJCM_DATA"] = folder
        with opened(environment.read(), print) as addresses:
            text = schema_of(addresses.owner_url)
    file = newest_dump()
    if file.exists() and file.read_text(encoding="utf-8") == text:
        return 0
    print(f"{'out of date' if check else 'written'}: {file.name}")
    if check:
        return 1
    file.write_text(text, encoding="utf-8")
    return 0


def newest_dump() -> Path:
    """Return the file that belongs to the newest migration."""
    numbers = [path.name.partition("_")[0] for path in SRC.glob("openjcm/*/migrations/0*.py")]
    return TESTS / "schema" / f"{max(numbers)}.sql"


def schema_of(url: str) -> str:
    """Return the schema of a database, without what differs from machine to machine."""
    program = psql_program().with_name("pg_dump")
    done = subprocess.run([program, *_OPTIONS, url], check=True, capture_output=True, text=True)
    lines = [line for line in done.stdout.splitlines() if not _PASSING.match(line)]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip() + "\n"


if __name__ == "__main__":
    sys.exit(main())
