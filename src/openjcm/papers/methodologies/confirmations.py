"""How far a version is confirmed, as lines of a terminal: each part beside where it was found."""

from collections.abc import Iterator

from openjcm.methodology.confirming import PERSONS, Part, PartKind
from openjcm.methodology.drafting import ConfirmationStatus, PartStatus, Step
from openjcm.papers.columns import wrap
from openjcm.papers.record_text.lines import LINE, day_text, labelled, table
from openjcm.papers.record_text.words import say
from openjcm.papers.recorded import as_recorded

_CELL = 58
_PARA = 16


def confirmation_status_text(
    status: ConfirmationStatus, language: str, *, in_full: bool = True
) -> str:
    """Write what is attached, who compared how much, and what comes next.

    Args:
        status: How far the version is confirmed.
        language: The reader's.
        in_full: Each part as well, beside where each person found it.
    """
    lines = wrap(f"{status.id}  {as_recorded(language, status.title)}", LINE)
    lines += [*labelled([*_document(status, language), *_persons(status, language)]), ""]
    if status.parts and in_full:
        headings = ["", *(say(language, f"confirm-{each}") for each in _COLUMNS)]
        rows = [row for each in status.parts for row in _rows(each, language)]
        lines += [*table(headings, rows), ""]
    left = [say(language, "confirm-left", count=status.left)] if status.left else []
    command = f"openjcm methodology {_COMMANDS[status.step]}".format(id=status.id)
    said = say(language, f"confirm-next-{status.step}", command=command)
    return "\n".join([*lines, *left, *wrap(said, LINE)])


_COLUMNS = ("definition", "first", "second")
_COMMANDS = {
    Step.ATTACH: "attach {id} DOCUMENT.pdf --source ADDRESS --dated DAY",
    Step.WRITE: "check",
    Step.FIRST: "confirm {id} --formula RE --by NAME --paragraph PARAGRAPH",
    Step.SECOND: "confirm {id} --formula RE --by NAME",
    Step.AGAIN: "confirm {id} --undo --by NAME",
    Step.CONFIRMED: "work {id} CASE.toml",
}


def _document(status: ConfirmationStatus, language: str) -> Iterator[tuple[str, str]]:
    label, document = say(language, "confirm-document"), status.document
    if document is None:
        yield label, say(language, "confirm-no-document")
    else:
        day = day_text(language, document.dated)
        yield label, say(language, "confirm-dated", name=document.name, day=day)
        yield " ", f"SHA-256 {document.sha256}"
        yield " ", document.source
        yield " ", say(language, "confirm-attached-on", day=document.attached_on.isoformat())
    definition = f"SHA-256 {status.definition}" if status.definition else ""
    yield say(language, "confirm-definition"), definition or say(language, "confirm-no-definition")


def _persons(status: ConfirmationStatus, language: str) -> Iterator[tuple[str, str]]:
    persons = status.confirmation.persons if status.confirmation else ()
    for number, column in enumerate(_COLUMNS[1:]):
        label = say(language, f"confirm-{column}")
        if number >= len(persons):
            yield label, say(language, "confirm-nobody")
            continue
        each = persons[number]
        key = "confirm-person" if each.definition == status.definition else "confirm-person-before"
        yield (
            label,
            say(
                language,
                key,
                name=each.name,
                day=each.on.isoformat(),
                count=len(each.compared),
                total=len(status.parts),
            ),
        )
    assert len(persons) <= PERSONS, "two persons compare"


def _rows(status: PartStatus, language: str) -> Iterator[list[str]]:
    part = status.part
    kind = say(language, f"confirm-kind-{part.kind}")
    lines = [*wrap(_said(part), _CELL), *wrap(as_recorded(language, part.says), _CELL)]
    lines += wrap(_known(part, language), _CELL)
    for used in part.uses:
        lines += wrap(f"· {used.symbol} [{used.unit}] {as_recorded(language, used.says)}", _CELL)
    name = part.name if part.kind is not PartKind.CRITERION else part.name.partition(" ")[2]
    paras = ("\n".join(wrap(each or "–", _PARA)) for each in (status.first, status.second))
    yield [f"{name}\n{kind}", "\n".join(each for each in lines if each), *paras]


def _said(part: Part) -> str:
    unit = f"  [{part.unit}]" if part.unit else ""
    head = f"{part.name} = " if part.kind in {PartKind.FORMULA, PartKind.VALUE} else ""
    return f"{head}{part.text}{unit}"


def _known(part: Part, language: str) -> str:
    basis = say(language, f"basis-{part.known.evidence}")
    return say(language, "confirm-before", basis=basis, source=part.known.source)
