"""Questions to the public record: partner countries, projects, decisions, methodologies, totals.

Published facts only: no rehearsal and no credit of this system is in any answer. Every figure
comes with its basis, its source and the record that holds it; a blank is never a zero.
"""
