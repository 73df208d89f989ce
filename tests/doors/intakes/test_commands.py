"""``openjcm intake``: opened, delivered to, watched, summed up; keys made and withdrawn."""

import json
from collections.abc import Callable
from pathlib import Path
from uuid import uuid4

import pytest

from openjcm.measure.basis import Basis
from openjcm.store import configured
from told.asking import Answers, Shell
from told.metering.arriving import PLAN, batch, opened, table
from told.stage import Told

DAY = 96


@pytest.fixture
def name(record: Told) -> str:
    """Give a name that no intake has."""
    assert record
    return f"shell-{uuid4().hex[:8]}"


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    """Write the plan of the meters."""
    file = tmp_path / "plan.toml"
    file.write_text(PLAN, encoding="utf-8")
    return file


@pytest.fixture
def file(tmp_path: Path) -> Callable[[str, bytes], str]:
    """Give what writes a file, and returns its path."""

    def writes(called: str, content: bytes) -> str:
        (tmp_path / called).write_bytes(content)
        return str(tmp_path / called)

    return writes


def test_an_intake_is_opened_and_its_key_printed_once(
    shell: Shell, cli: Answers, name: str, plan: Path
) -> None:
    """The key with a command that sends; then it is listed by its SHA-256 alone."""
    asked = ("--plan", str(plan), "--project", "BD-R/BD002", "--basis", "illustrative")

    code, said, _ = shell("intake", "open", name, *asked)
    taken = shell("intake", "open", name, *asked)

    assert code == 0
    key = next(line.strip() for line in said.splitlines() if line.startswith("  "))
    assert f"curl -H 'Authorization: Bearer {key}'" in said
    assert f"/api/v1/intakes/{name}/batches" in said
    assert (taken[0], "choose another name" in taken[2]) == (6, True)
    assert key not in shell("intake", "keys", name)[1]
    assert name in shell("intake", "list")[1]
    assert name in [each["name"] for each in cli("intake", "list")]
    assert "Nothing arrived" in shell("intake", "batches", name)[1]
    assert "none yet" in shell("intake", "show", name)[1]
    assert shell("intake", "summarise", name)[0] == 3


@pytest.mark.parametrize(
    ("change", "code", "word"),
    [
        ({"--project": "BD002"}, 2, "BD-R/BD002"),
        ({"--project": "BD-R/BD999"}, 3, "openjcm projects"),
        ({"--project": "XX/BD002"}, 3, "say BD/BD002 or BD-R/BD002"),
        ({"--basis": "guessed"}, 2, "illustrative"),
        ({"--plan": "nowhere.toml"}, 3, "there is no plan"),
        ({"--plan": "."}, 2, "no text in UTF-8"),
        ({"--sender": "A B"}, 2, "logger-1"),
        ({"name": "Roof"}, 2, "small letters"),
    ],
    ids=str,
)
def test_what_cannot_be_opened_is_said_with_the_way_out(
    shell: Shell, name: str, plan: Path, change: dict[str, str], code: int, word: str
) -> None:
    """A project that the record does not know, a basis, a plan, a name."""
    said = {"--plan": str(plan), "--project": "BD-R/BD002", "--basis": "illustrative"} | change
    called = said.pop("name", name)

    found = shell("intake", "open", called, *(word for pair in said.items() for word in pair))

    assert found[0] == code
    assert word in found[2]


def test_a_plan_that_is_none_is_refused(
    shell: Shell, name: str, file: Callable[[str, bytes], str]
) -> None:
    """In the words of TOML."""
    asked = ("--project", "BD-R/BD002", "--basis", "illustrative")

    code, _, said = shell("intake", "open", name, *asked, "--plan", file("x.toml", b"= 1"))

    assert (code, "the plan is not TOML" in said) == (2, True)


def test_files_are_delivered_and_summed_up_as_meter_summarise_does(
    shell: Shell, cli: Answers, name: str, plan: Path, file: Callable[[str, bytes], str]
) -> None:
    """The second of two days first, one file twice, a correction: the quantities of one file."""
    opened(name)
    wrong = file("wrong.csv", batch("PV1", DAY + 1, 2 * DAY, step=9))
    right = file("right.csv", batch("PV1", DAY + 1, 2 * DAY))
    rest = [
        file("b.csv", batch("PV2", DAY + 1, 2 * DAY)),
        file("a.csv", batch("PV1", 0, DAY)),
        file("c.csv", batch("PV2", 0, DAY)),
    ]

    first = cli("intake", "deliver", name, wrong, *rest, rest[0])
    digest = first[0]["receipt"]["sha256"]
    corrected = shell("intake", "deliver", name, right, "--replaces", digest)

    assert [each["is_new"] for each in first] == [True] * 4 + [False]
    assert corrected[0] == 0
    assert "batch 5 of" in corrected[1]
    whole = file("whole.csv", _whole())
    so_far = cli("intake", "summarise", name)
    at_once = cli("meter", "summarise", whole, "--plan", str(_days(plan, 2)))
    assert so_far["quantities"] == at_once["quantities"]
    assert so_far["period"] == {"first": "2024-01-01", "last": "2024-01-02"}
    assert so_far["conservation"] == at_once["conservation"]
    assert so_far["basis"] == "illustrative"
    one_day = cli("intake", "summarise", name, "--last", "2024-01-01")
    assert [each["amount"] for each in one_day["quantities"]] == [5 * DAY, 5 * DAY]
    text = shell("intake", "summarise", name)[1]
    assert text.startswith("Counted: 2024-01-01 to 2024-01-02.")
    assert "96.0" in text
    assert "96.0" in shell("intake", "summarise", name, "--language", "ja")[1]
    listed = shell("intake", "batches", name, "--limit", "2")[1]
    assert "--cursor" in listed
    assert digest[:12] in listed


def _whole() -> bytes:
    from told.metering.arriving import readings  # noqa: PLC0415 - beside its only use

    return table([*readings("PV1", 0, 2 * DAY), *readings("PV2", 0, 2 * DAY)])


def _days(plan: Path, last: int) -> Path:
    short = plan.with_name("short.toml")
    short.write_text(PLAN.replace("2024-12-31", f"2024-01-{last:02}"), encoding="utf-8")
    return short


def test_what_is_refused_names_the_file_and_tells_what_was_kept_before(
    shell: Shell, name: str, file: Callable[[str, bytes], str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A faulty file, one that is not there, one too large, and a correction of several."""
    opened(name)
    good, bad = file("good.csv", batch("PV1", 0, 4)), file("bad.csv", b"meter,read_at,kwh\nX,1,2\n")

    found = shell("intake", "deliver", name, good, bad)

    assert found[0] == 2
    assert "good.csv: kept as batch 1" in found[2]
    assert "bad.csv: the readings are refused" in found[2]
    assert "which had arrived before" in shell("intake", "deliver", name, good)[1]
    assert shell("intake", "deliver", name, f"{good}.not")[0] == 3
    assert "cannot be read" in shell("intake", "deliver", name, str(Path(good).parent))[2]
    assert "one file" in shell("intake", "deliver", name, good, bad, "--replaces", "x")[2]
    monkeypatch.setattr("openjcm.cli.commands.intake.BATCH_MAX", 10)
    assert "larger than" in shell("intake", "deliver", name, good)[2]


def test_each_sender_has_a_key_that_can_be_withdrawn(shell: Shell, cli: Answers, name: str) -> None:
    """Made, listed, withdrawn once; what cannot be is said."""
    opened(name)
    assert cli("intake", "new-key", name, "--sender", "logger-2")["sender"] == "logger-2"
    first = cli("intake", "keys", name)[0]["sha256"]

    withdrawn = shell("intake", "withdraw-key", name, first[:12])

    assert (withdrawn[0], "no more" in withdrawn[1]) == (0, True)
    assert shell("intake", "withdraw-key", name, first[:12])[0] == 6
    assert shell("intake", "withdraw-key", name, "ab")[0] == 2
    assert shell("intake", "withdraw-key", name, "0" * 12)[0] == 3
    assert shell("intake", "new-key", f"{name}-not", "--sender", "x")[0] == 3
    listed = cli("intake", "keys", name)
    assert [each["withdrawn_at"] is None for each in listed] == [False, True]


def test_what_is_empty_is_said(shell: Shell, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """No intakes, no keys."""
    opened(name)
    monkeypatch.setattr("openjcm.cli.commands.intake.intakes", lambda _: [])
    monkeypatch.setattr("openjcm.cli.commands.intakes.keys.keys_of", lambda *_: [])

    assert "openjcm intake open" in shell("intake", "list")[1]
    assert "new-key" in shell("intake", "keys", name)[1]


def test_verify_names_the_batch_whose_file_is_not_what_arrived(
    shell: Shell, cli: Answers, name: str, file: Callable[[str, bytes], str]
) -> None:
    """A file that was changed, and one that is gone; as long as all are there, it counts them."""
    opened(name, Basis.RECONSTRUCTED)
    receipts = [
        cli("intake", "deliver", name, file("x.csv", batch("PV2", day, day + 50)))[0]["receipt"]
        for day in (0, 50)
    ]
    places = [configured().files / each["sha256"][:2] / each["sha256"] for each in receipts]
    assert "batches of readings are what arrived" in shell("verify")[1]

    kept = [each.read_bytes() for each in places]
    places[0].write_bytes(b"x")
    places[1].unlink()
    code, said, _ = shell("verify", "--json")
    for place, content in zip(places, kept, strict=True):
        place.write_bytes(content)

    assert code == 1
    found = [each["message"] for each in json.loads(said)["findings"]]
    assert len(found) == 2
    assert f"intake {name} batch 1: its file {receipts[0]['sha256']} is not what" in found[0]
    assert f"intake {name} batch 2: its file {receipts[1]['sha256']} is not kept" in found[1]
    assert cli("verify")["agrees"]
