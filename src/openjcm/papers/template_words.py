"""The unofficial templates by which a rehearsal was worked, in words.

A template is ours, and what was worked by one says so wherever its figures stand.
"""

from openjcm.papers.words import say
from openjcm.views.notice import Notice


def template_words(language: str, template: str) -> str:
    """Write the name of a template as a walk has it.

    >>> template_words("en", "OJ_cop_ratio_ver1")
    'the unofficial template OJ_cop_ratio_ver1, which is ours and no document of the scheme'
    """
    return say(language, "unofficial-template", template=template)


def template_sentences(notice: Notice, language: str) -> tuple[str, ...]:
    """Say which projects of a notice were worked by which template; nothing where none was."""
    found: dict[str, list[str]] = {}
    for line in notice.lines:
        if line.worked_by:
            found.setdefault(line.worked_by, []).append(line.project_id)
    comma = say(language, "list-comma")
    return tuple(
        say(language, "worked-by-template", template=template, projects=comma.join(projects))
        for template, projects in found.items()
    )
