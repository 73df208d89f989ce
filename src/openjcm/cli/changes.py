"""What differs between files of published facts and the record, told line by line."""

from collections import Counter
from collections.abc import Sequence

from openjcm.cli.frame import say
from openjcm.stories.published_record.differences import Change, Kind

_MARKS = {Kind.NEW: "+", Kind.CHANGED: "~", Kind.GONE: "-"}


def say_entered(found: Sequence[Change]) -> None:
    """Tell on standard error what a start entered into the published record, and what it left."""
    counted = Counter(each.kind for each in found)
    if counted[Kind.NEW]:
        say(f"published record: {_facts(counted[Kind.NEW])} entered")
    for each in found:
        if each.kind is Kind.CHANGED:
            say("\n".join(change_lines(each)))
    if kept := counted[Kind.KEPT]:
        stand = "stands as it was" if kept == 1 else "stand as they were"
        other = "is another" if kept == 1 else "are others"
        say(
            f"published record: {_facts(kept)} {stand} loaded and {other} in the files of this"
            " installation; openjcm facts load --dry-run shows the difference, and without"
            " --dry-run takes those files"
        )


def change_lines(each: Change) -> list[str]:
    """Return a fact that is not as the record has it, then each field before and after."""
    fields = (
        f"    {one.field}: {value_text(one.before)} → {value_text(one.after)}"
        for one in each.fields
    )
    return [f"{_MARKS[each.kind]} {each.fact} {each.key} ({each.kind})", *fields]


def value_text(value: object) -> str:
    """Return one value of a fact as text."""
    if value is None:
        return "(nothing)"
    return "; ".join(map(str, value)) if isinstance(value, list) else str(value)


def _facts(count: int) -> str:
    return "1 fact" if count == 1 else f"{count} facts"
