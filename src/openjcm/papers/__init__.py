"""The papers that people exchange, drawn from answers of ``views``.

In: the notice of a decision as a short table, as plain text and as a PDF, in English and
Japanese; the walk back from a credit; answers about the public record as text for a shell
(``record_text``, with words of its own); published and rehearsed figures side by side; the
catalogues of words that other rooms may use with folders of their own.
Text and PDF of a notice are drawn from one sheet of words, so they cannot say different things.
A figure is never printed without its basis, and one that is not published is said in words.
A paper of a rehearsal carries its banner on every page and calls no figure published.
``charts`` and ``maps`` are pictures of the public record as SVG that loads nothing; text in them
is drawn as outlines of our fonts (``lettering``), in the colours of ``palette``.
Not in: questions to the database, rules of the scheme, pages of the site.
The calculation of a monitoring report is laid open as a tree of intermediate values, each with
its basis.
A PDF is set in ``openjcm.papers.pdf``, imported on its own because Typst is large.
"""

from openjcm.papers.comparison_text import (
    agreement_sentence,
    closing_sentences,
    comparison_text,
    measure_words,
    why_rehearsed,
)
from openjcm.papers.notice.text import notice_table, notice_text
from openjcm.papers.walk_text import walk_text
from openjcm.papers.walk_words import caption_words, label_words, record_words, value_words
from openjcm.papers.words import (
    LANGUAGES,
    Catalogue,
    MissingWord,
    say,
    say_day,
    say_number,
    say_ordinal,
    say_period,
)

__all__ = [
    "LANGUAGES",
    "Catalogue",
    "MissingWord",
    "agreement_sentence",
    "caption_words",
    "closing_sentences",
    "comparison_text",
    "label_words",
    "measure_words",
    "notice_table",
    "notice_text",
    "record_words",
    "say",
    "say_day",
    "say_number",
    "say_ordinal",
    "say_period",
    "value_words",
    "walk_text",
    "why_rehearsed",
]
