"""What a formula may be, sentence by sentence: its form, what it means, and examples.

The generated reference prints them; tests see that each word and sign of the language has one,
and that each example is a sentence of it.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Sentence:
    """One form; ``spelled`` are the words and signs of the language that stand in it."""

    form: str
    spelled: tuple[str, ...]
    says: str
    examples: tuple[str, ...]


TERMS = (
    Sentence("a number", (), "without sign and exponent; its unit is 1", ("0.533",)),
    Sentence("a symbol", (), "a parameter, or what an earlier formula gives", ("EC_PJ",)),
    Sentence("a formula in brackets", (), "worked before what stands around it", ("(A - B) * C",)),
    Sentence("A + B, A - B", ("+", "-"), "of one unit; equal signs from the left", ("RE - PE",)),
    Sentence("A * B, A / B", ("*", "/"), "of any units, which multiply too", ("EG * EF / N",)),
    Sentence(
        "A ^ B",
        ("^",),
        "a power: of anything to a whole number, or of the unit 1 to the unit 1",
        ("A ^ 2", "(1 - R) ^ N"),
    ),
    Sentence(
        "case when … then … else … end",
        ("case", "when", "then", "else", "end"),
        "the first branch whose condition holds; all are of one unit, and else is always there",
        ("case when CAP < LIMIT then A when CAP < OTHER then B else C end",),
    ),
)
FUNCTIONS_TOLD = (
    Sentence("sum(A)", ("sum",), "a series added up over its index set", ("sum(EC * EF)",)),
    Sentence("mean(A)", ("mean",), "the sum by the number of members", ("mean(T)",)),
    Sentence("min(A), max(A)", ("min", "max"), "the least or greatest of a series", ("max(CAP)",)),
    Sentence(
        "sum(A over set)",
        ("over",),
        "the same of a series over several sets, and of mean, min and max: the set is named",
        ("sum(W * DOC over waste)",),
    ),
    Sentence(
        "min(A, B, …), max(A, B, …)",
        ("min", "max"),
        "the least or greatest of several, chosen place by place",
        ("min(EF_GRID, EF_CAPTIVE)",),
    ),
    Sentence("exp(A)", ("exp",), "e to the power of A, which has the unit 1", ("exp(0 - K)",)),
    Sentence(
        "lookup(TABLE, key)", ("lookup",), "what a table says for a key", ("lookup(COP_RE, CAP)",)
    ),
    Sentence(
        "previous(X, first)",
        ("previous",),
        "what X was at the place before, along an ordered set, which `over` names where there "
        "are several; first at the first place",
        ("previous(X, 0)", "previous(X, FIRST over year)"),
    ),
)
CONDITIONS = (
    Sentence(
        "A < B, A <= B, A = B, A <> B, A >= B, A > B",
        ("<", "<=", "=", "<>", ">=", ">"),
        "a comparison of one unit and kind; it stands between two terms",
        ("CAP <= 10",),
    ),
    Sentence(
        'A = "word"',
        ("=", "<>"),
        "an option, or a day by any comparison, as a quoted word",
        ('SOURCE = "grid"', 'START >= "2013-01-01"'),
    ),
    Sentence("not C", ("not",), "that a condition does not hold", ("not CAP > 10",)),
    Sentence("C and D", ("and",), "that both hold", ("CAP > 1 and CAP < 10",)),
    Sentence("C or D", ("or",), "that one of them holds", ("CAP < 1 or CAP > 10",)),
)
