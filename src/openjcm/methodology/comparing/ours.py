"""What in a comparison is our own bookkeeping: on what our knowledge rests, and not what it is of.

Two versions of which we know one from a summary and the other by analogy need not differ for that.
"""

from openjcm.methodology.comparing.told import DEFINITION_PARTS

# Of these parts each item is one thing that the whole says, named by a key and not by a symbol.
WHOLE = ("head", "definition")
_OF_AN_ENTRY = {
    *("title_rests_on", "standing", "scope_basis", "family", "rests_on", "confidence"),
    *("speaks_of", "document", "confirmed_by", "example_project", "source", "says"),
}
_OF_A_DEFINITION = {"family", "status", "evidence", "source", "says", "built_on", "sha256"}
_OF_A_THING = {"evidence", "is_evidence", "says_evidence", "source", "draft", "expected_from"}


def is_ours(part: str, item: str, key: str) -> bool:
    """Whether a thing tells how we came to know, and nothing of the document.

    >>> is_ours("head", "speaks_of", "is"), is_ours("stated", "RE", "says_evidence")
    (True, True)
    >>> is_ours("head", "approved_on", "is"), is_ours("stated", "RE", "is")
    (False, False)
    """
    if part in WHOLE:
        return item in (_OF_A_DEFINITION if part in DEFINITION_PARTS else _OF_AN_ENTRY)
    return key in _OF_A_THING
