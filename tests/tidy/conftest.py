"""The tidy tests read the source with the same eyes as the generated documents."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "tools"))
