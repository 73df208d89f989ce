"""The monitoring plan as far as meters go: meters, period, zone, and what faults are treated as."""
