"""The tables hold the ledger's invariants by themselves: every named refusal is attacked.

The attacks stand in ``attacks.toml``, one table entry each.
"""

import re
import tomllib
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path

import psycopg
import pytest

import openjcm
from told.stage import Server, Told, copied

SOURCE = Path(openjcm.__file__).parent
SCHEMAS = [*SOURCE.glob("store/schema/*.sql"), *SOURCE.glob("people/schema/*.sql")]
MIGRATIONS = list(SOURCE.glob("people/migrations/0*.py"))

# A record that would fit behind Japan's third and last; an attack changes one thing about it.
NEXT_RECORD = {
    "version": "version",
    "partnership": "partnership",
    "side": "side",
    "seq": "seq + 1",
    "request_id": "gen_random_uuid()",
    "on_day": "on_day",
    "at": "at",
    "actor": "actor",
    "edition": "edition",
    "kind": "'AccountOpened'",
    "body": "body",
    "leaf": "leaf",
    "chain": "sha256(chain)",
}


@dataclass(frozen=True)
class Attack:
    """One attack, and the constraint that must answer it."""

    what: str
    refused_by: str
    by: str = "app"
    begins: str = "issued"
    first: str = ""
    sql: str = ""
    next_record: dict[str, str] = field(default_factory=dict)
    issue: dict[str, tuple[int, int, int]] = field(default_factory=dict)

    def statements(self) -> Iterator[str]:
        """Write the attack as SQL."""
        if self.next_record:
            yield next_record(self.next_record)
        for issuance, (vintage, lo, hi) in self.issue.items():
            report = issuance.partition("-JP-")[0]
            yield (
                "INSERT INTO issuance (partnership, side, id, decision, notification, report,"  # noqa: S608 - our own table of attacks
                " project, vintage, lo, hi, issued_on) VALUES ('BD-R', 'JP',"
                f" '{issuance}', 'BD-R-2022-03-28', 'BD-R-N-0001', '{report}', '{report[:5]}',"
                f" {vintage}, {lo}, {hi}, '2022-04-11')"
            )
        if self.sql:
            yield self.sql


def next_record(changes: dict[str, str]) -> str:
    """Write the insertion of a record that follows Japan's last, but for these changes."""
    values = NEXT_RECORD | changes
    return (
        f"INSERT INTO journal ({', '.join(values)}) SELECT {', '.join(values.values())}"  # noqa: S608 - our own table of attacks
        " FROM journal WHERE (partnership, side, seq) = ('BD-R', 'JP', 3)"
    )


def read_attacks() -> list[Attack]:
    """Read the table of attacks."""
    said = tomllib.loads((Path(__file__).parent / "attacks.toml").read_text(encoding="utf-8"))
    return [Attack(by=each.pop("as", "app"), **each) for each in said["attack"]]


ATTACKS = read_attacks()
Refused = Callable[[Attack], psycopg.errors.IntegrityError]


@pytest.fixture(scope="module")
def scenes(
    cluster: Server,
    whole_story: Told,
    notified_story: Told,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[dict[str, Told]]:
    """Give one copy of each story to all attacks; what is refused leaves no trace."""
    folder = tmp_path_factory.mktemp("scenes")
    with ExitStack() as stack:
        yield {
            name: stack.enter_context(copied(cluster, story, folder / name))
            for name, story in (("issued", whole_story), ("notified", notified_story))
        }


@pytest.fixture
def refused(scenes: dict[str, Told], request: pytest.FixtureRequest) -> Refused:
    """Carry out an attack and return what refused it."""

    def carry_out(attack: Attack) -> psycopg.errors.IntegrityError:
        scene = request.getfixturevalue("issued") if attack.first else scenes[attack.begins]
        if attack.first:
            with scene.owner() as connection:
                connection.execute(attack.first.encode())
        connect = scene.owner if attack.by == "owner" else scene.app
        with (
            connect() as connection,
            pytest.raises(psycopg.errors.IntegrityError) as refusal,
            connection.transaction(),
        ):
            connection.execute("; ".join(attack.statements()).encode())
        return refusal.value

    return carry_out


@pytest.mark.parametrize("attack", ATTACKS, ids=lambda attack: attack.what.replace(" ", "-"))
def test_an_attack_is_refused_by_the_constraint_that_is_there_for_it(
    attack: Attack,
    refused: Refused,
) -> None:
    """Each attack violates one constraint, and that one answers by its name."""
    assert refused(attack).diag.constraint_name == attack.refused_by


def test_a_record_that_fits_is_taken(issued: Told) -> None:
    """The record that attacks change in one point is one that the tables take as it is."""
    with issued.app() as connection, connection.transaction(force_rollback=True):
        connection.execute(next_record({}).encode())
        connection.execute("SET CONSTRAINTS ALL IMMEDIATE")


def test_adjacent_periods_are_taken(issued: Told) -> None:
    """A claim that begins on the day after another ends claims nothing twice."""
    with issued.app() as connection, connection.transaction():
        connection.execute(
            "INSERT INTO claim (partnership, project, report, period)"
            " SELECT partnership, project, report || '-2',"
            " daterange(upper(period), upper(period) + 30) FROM claim"
        )


def test_a_rejected_claim_frees_its_period(issued: Told) -> None:
    """What was rejected may be claimed by another report."""
    with issued.app() as connection, connection.transaction():
        connection.execute("UPDATE claim SET status = 'rejected'")
        connection.execute(
            "INSERT INTO claim (partnership, project, report, period)"
            " SELECT partnership, project, report || '-2', period FROM claim"
        )


def test_every_named_refusal_of_the_schema_is_attacked() -> None:
    """A constraint or trigger that refuses by a name is refused by that name in a test."""
    named = set()
    for schema in SCHEMAS:
        text = schema.read_text(encoding="utf-8")
        named |= set(re.findall(r"\bCONSTRAINT (?!TRIGGER\b)([a-z]\w+)", text))
        named |= set(re.findall(r"\bCONSTRAINT = '(\w+)'", text))
        named |= set(re.findall(r"refuse\('(\w+)'\)", text))
    for migration in MIGRATIONS:
        text = migration.read_text(encoding="utf-8")
        named |= set(re.findall(r"Constraint\(.*?name='(\w+)'\)", text))

    assert {attack.refused_by for attack in ATTACKS} == named


def test_every_trigger_is_attacked() -> None:
    """A trigger that watches several events is attacked by each: an attack a verb and table."""
    text = "\n".join(schema.read_text(encoding="utf-8") for schema in SCHEMAS)
    watched = {
        (verb, table)
        for verbs, table in re.findall(r"TRIGGER \w+\s+(?:BEFORE|AFTER) ([A-Z ]+?) ON (\w+)", text)
        for verb in verbs.split(" OR ")
    }

    attacked = {
        (verb, table)
        for attack in ATTACKS
        for statement in attack.statements()
        for verb, table in re.findall(
            r"(INSERT|UPDATE|DELETE|TRUNCATE) (?:INTO |FROM )?(\w+)", statement
        )
    }
    assert watched - attacked == set()
