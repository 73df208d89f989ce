"""Writing a methodology of one's own: a draft to begin with, and all that is wrong with it.

A draft leaves blank what only its author can say, so that the check is the list of what is left
to do. Not in here: any value, and any word about a document that nobody has seen.
"""

from openjcm.methodology.drafting.checking import Fault, faults_in, faults_of
from openjcm.methodology.drafting.draft import draft_of
from openjcm.methodology.drafting.schemas import SchemaOf, schema_for

__all__ = ["Fault", "SchemaOf", "draft_of", "faults_in", "faults_of", "schema_for"]
