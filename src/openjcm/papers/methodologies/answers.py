"""Criteria of eligibility as they were answered, as lines of a terminal."""

from collections.abc import Iterator, Sequence

from openjcm.methodology import Answer
from openjcm.papers.columns import wrap
from openjcm.papers.methodologies.fields import field_words
from openjcm.papers.methodologies.names import criterion_words
from openjcm.papers.record_text.lines import LINE
from openjcm.papers.words import say


def answers_text(answers: Sequence[Answer], language: str) -> str:
    """Write each criterion with its number, how it stands, and where it comes from."""
    lines = [say(language, "part-eligibility")]
    for each in answers:
        lines += [f"  {criterion_words(language, each.number)}  {answer_words(each, language)}"]
        for said in _said(each, language):
            lines += [f"     {line}" for line in wrap(said, LINE - 5)]
    return "\n".join(lines)


def answer_words(answer: Answer, language: str) -> str:
    """Say how a criterion stands: it holds, it does not, or why it is open."""
    if answer.holds is not None:
        return say(language, "criterion-holds" if answer.holds else "criterion-does-not-hold")
    if answer.asks:
        symbols = say(language, "list-comma").join(answer.asks)
        return say(language, "criterion-asks", symbols=symbols)
    if answer.is_worked:
        return say(language, "criterion-untold")
    return say(language, "criterion-of-validator")


def _said(answer: Answer, language: str) -> Iterator[str]:
    yield field_words(language, "says", " ".join(answer.says.split()))
    if answer.is_worked and answer.holds is not True:
        yield answer.why
    basis = say(language, f"basis-{answer.evidence}")
    yield f"[{basis}] {field_words(language, 'source', answer.source)}"
