"""Work the locks out anew: the command of each lock's own head, with its date and overrides."""

import shlex
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
# Each takes the versions of those before it.
LOCKS = ("requirements.lock", "requirements-test.lock", "requirements-spark.lock")


def main() -> int:
    """Compile the locks in place."""
    for name in LOCKS:
        head = (ROOT / name).read_text(encoding="utf-8").splitlines()[1]
        words = shlex.split(head.lstrip("# "))
        compiled = [str(ROOT / ".venv" / "bin" / words[0]), *words[1:], "--quiet"]
        subprocess.run(compiled, cwd=ROOT, check=True)
        if "://" in (ROOT / name).read_text(encoding="utf-8"):
            sys.stderr.write(f"{name} holds an address; a lock names versions and hashes only\n")
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
