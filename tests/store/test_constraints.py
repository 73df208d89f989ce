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
from openjcm.store.projecting.projections import KINDS, TABLES
from told.stage import Connection, Server, Told, copied

SOURCE = Path(openjcm.__file__).parent
SCHEMAS = [*SOURCE.glob("store/schema/*.sql"), *SOURCE.glob("people/schema/*.sql")]

# A record that would fit at the end of a chain; an attack changes one thing about it.
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
    "chain": r"sha256('\x02'::bytea || chain || leaf)",
}
# The end of a chain, or its beginning where there is none yet; what a record says is that of
# Japan's last.
_END = r"""
SELECT version, p AS partnership, s AS side, coalesce(h.seq, 0) AS seq, request_id, on_day,
  greatest(j.at, h.at) AS at, actor, edition, body, leaf,
  coalesce(h.chain, sha256(convert_to(E'openjcm/chain/1\n' || p || E'\n' || s || E'\n', 'UTF8')))
    AS chain
FROM (VALUES ('{}', '{}')) AS chosen (p, s), journal j
  LEFT JOIN chain_head h ON (h.partnership, h.side) = ('{}', '{}')
WHERE (j.partnership, j.side) = ('BD-R', 'JP') ORDER BY j.seq DESC LIMIT 1
"""
_CHAIRS = ("co-chair", "co-chair")
_OFFICERS = ("registry-manager", "second-officer")
SIGNED_BY = {
    "RegistrationDecided": _CHAIRS,
    "IssuanceDecided": _CHAIRS,
    "CreditsIssued": _OFFICERS,
    "CreditsTransferred": _OFFICERS,
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
    record: str = ""
    next_record: dict[str, str] | None = None
    issue: dict[str, tuple[int, int, int]] = field(default_factory=dict)

    def statements(self) -> Iterator[str]:
        """Write the attack as SQL."""
        if self.record:
            yield from signed_record(*self.record.split(" "))
        if self.next_record is not None:
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


def next_record(changes: dict[str, str], chain: str = "BD-R/JP") -> str:
    """Write the insertion of a record at the end of a chain, but for these changes."""
    values = NEXT_RECORD | changes
    end = _END.format(*chain.split("/"), *chain.split("/"))
    return (
        f"INSERT INTO journal ({', '.join(values)}) SELECT {', '.join(values.values())}"  # noqa: S608 - our own table of attacks
        f" FROM ({end}) AS last"
    )


def signed_record(chain: str, kind: str) -> Iterator[str]:
    """Write a record of a kind, and the approvals that it has to carry."""
    yield next_record({"kind": f"'{kind}'"}, chain)
    partnership, side = chain.split("/")
    for role in SIGNED_BY.get(kind, ()):
        yield (
            "INSERT INTO approval SELECT partnership, side, seq, gen_random_uuid(), "  # noqa: S608 - our own table of attacks
            f"'{role}', 'key', repeat('0', 64), '' FROM chain_head"
            f" WHERE (partnership, side) = ('{partnership}', '{side}')"
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
        scene = request.getfixturevalue(attack.begins) if attack.first else scenes[attack.begins]
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
        recorded(connection, "BD-R/joint MonitoringReportSubmitted")
        connection.execute(
            "INSERT INTO claim (partnership, project, report, period)"
            " SELECT partnership, project, report || '-2',"
            " daterange(upper(period), upper(period) + 30) FROM claim"
        )


def test_two_components_may_claim_one_period(issued: Told) -> None:
    """Rule.NO_PERIOD_TWICE is about one component: two of a project stand beside each other."""
    with issued.app() as connection, connection.transaction():
        recorded(connection, "BD-R/joint MonitoringReportSubmitted")
        connection.execute(
            "INSERT INTO claim (partnership, project, component, report, period)"
            " SELECT partnership, project, 'roof', report || '-2', period FROM claim"
        )


def test_a_rejected_claim_frees_its_period(issued: Told) -> None:
    """What was rejected may be claimed by another report."""
    with issued.owner() as connection, connection.transaction():
        recorded(connection, "BD-R/joint MonitoringReportSubmitted")
        connection.execute("UPDATE claim SET status = 'rejected'")
        connection.execute(
            "INSERT INTO claim (partnership, project, report, period)"
            " SELECT partnership, project, report || '-2', period FROM claim"
        )


def recorded(connection: Connection, record: str) -> None:
    """Write a record, so that its projections may change."""
    for statement in signed_record(*record.split(" ")):
        connection.execute(statement.encode())


@pytest.mark.parametrize("verb", ["INSERT", "UPDATE", "DELETE"])
@pytest.mark.parametrize("table", TABLES)
def test_no_projection_changes_without_a_record(
    scenes: dict[str, Told], table: str, verb: str
) -> None:
    """Whoever inserts, updates or deletes a row of a projection needs a record first."""
    with scenes["issued"].owner() as connection:
        [column] = connection.execute(
            "SELECT attname AS name FROM pg_attribute WHERE attrelid = %s::regclass AND attnum = 1",
            [f"jcm.{table}"],
        ).fetchall()
        columns = connection.execute(
            "SELECT string_agg(attname, ', ') AS names FROM pg_attribute WHERE attnum > 0"
            " AND attrelid = %s::regclass AND attgenerated = '' AND NOT attisdropped",
            [f"jcm.{table}"],
        ).fetchall()
        statement = {
            "INSERT": "INSERT INTO {0} ({2}) SELECT {2} FROM {0}",
            "UPDATE": "UPDATE {0} SET {1} = {1}",
            "DELETE": "DELETE FROM {0}",
        }[verb].format(table, column["name"], columns[0]["names"])
        with (
            pytest.raises(psycopg.errors.CheckViolation) as refusal,
            connection.transaction(),
        ):
            connection.execute(statement.encode())

    # These two tables were guarded against every such change before.
    answers = {
        ("issuance", "UPDATE"): "an_issuance_is_never_changed",
        ("issuance", "DELETE"): "an_issuance_is_never_changed",
        ("block", "DELETE"): "blocks_are_never_deleted",
    }
    expected = answers.get((table, verb), "no_change_without_a_record")
    assert refusal.value.diag.constraint_name == expected


def test_the_tables_know_the_kinds_of_record_that_something_follows_from(issued: Told) -> None:
    """A kind is in the table's list exactly when a projection is written for it."""
    with issued.owner() as connection:
        [row] = connection.execute(
            "SELECT pg_get_constraintdef(oid) AS says FROM pg_constraint"
            " WHERE conname = 'a_record_is_of_a_known_kind'"
        ).fetchall()

    assert set(re.findall(r"'(\w+)'", row["says"])) == set(KINDS)


# A key of the rows of which something holds refuses without being a constraint.
_UNIQUE_INDEXES = """
SELECT c.relname AS name FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
WHERE i.indisunique AND c.relnamespace IN ('jcm'::regnamespace, 'public'::regnamespace)
  AND NOT EXISTS (SELECT FROM pg_constraint k WHERE k.conindid = i.indexrelid)
"""
# A key that holds another key and more can never be the one that refuses: it is there to be
# pointed at. What Django names itself is left out.
_CONSTRAINTS = """
SELECT k.conname AS name FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid
WHERE c.relnamespace IN ('jcm'::regnamespace, 'public'::regnamespace)
  AND k.contype IN ('c', 'p', 'u', 'x', 'f') AND k.conname !~ '^(people|django)_'
  AND NOT (k.contype = 'u' AND EXISTS (SELECT FROM pg_constraint other
    WHERE other.conrelid = k.conrelid AND other.contype IN ('p', 'u') AND other.oid <> k.oid
    AND other.conkey <@ k.conkey))
"""


def test_every_refusal_of_the_schema_is_attacked(whole_story_copy: Told) -> None:
    """A constraint or trigger that refuses by a name is refused by that name in a test."""
    with whole_story_copy.owner() as connection:
        named = {
            row["name"]
            for query in (_CONSTRAINTS, _UNIQUE_INDEXES)
            for row in connection.execute(query.encode())
        }
        for row in connection.execute(
            "SELECT prosrc FROM pg_proc WHERE pronamespace IN"
            " ('jcm'::regnamespace, 'public'::regnamespace)"
        ):
            named |= set(re.findall(r"\bCONSTRAINT = '(\w+)'", row["prosrc"]))
        for row in connection.execute("SELECT pg_get_triggerdef(oid) AS says FROM pg_trigger"):
            named |= set(re.findall(r"refuse\('(\w+)'\)", row["says"]))

    assert {attack.refused_by for attack in ATTACKS} == named


def test_every_name_is_a_sentence(whole_story_copy: Told) -> None:
    """A refusal carries the name of what refused, and a person reads it."""
    with whole_story_copy.owner() as connection:
        names = [row["name"] for row in connection.execute(_CONSTRAINTS.encode())]

    assert [name for name in names if re.search("_(pkey|key|fkey|check|excl)$", name)] == []


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
