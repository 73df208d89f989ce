"""Tests of the cycle share cases that are walked as far as they need."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
