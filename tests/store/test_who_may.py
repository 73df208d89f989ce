"""Who may act and sign: roles held here and now, and two persons for what moves credits."""

from collections.abc import Callable
from dataclasses import replace
from uuid import uuid4

import psycopg
import pytest

from openjcm.actions.registry.open_account import open_account
from openjcm.actions.registry.retire import Retire, retire
from openjcm.actions.registry.transfer import Transfer
from openjcm.actions.request import Signature, content_of
from openjcm.cycle import Role
from openjcm.measure.errors import Conflict, NotAllowed, NotFound, RuleBroken, SchemeError
from openjcm.people.rehearsal_persons import enter
from openjcm.store.canonical import digest
from openjcm.store.journal import PostgresJournal
from told.acts import DAY, account, everything, make_live, move, moved, opened, rows, two
from told.stage import Told, actor, signed

Sign = Callable[[Told, Transfer], Transfer]


def test_a_role_that_the_actor_does_not_hold_is_refused(
    issued: Told, journal: PostgresJournal
) -> None:
    """Nobody acts as what nobody made them."""
    by = replace(issued.actor("verifier"), role=Role.REGISTRY_MANAGER, side="JP")
    before = everything(issued)

    with pytest.raises(NotAllowed) as refusal:
        open_account(account(), by=by, on=DAY, journal=journal)

    assert refusal.value.code == "role-not-held"
    assert everything(issued) == before


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE people_grant SET until = '2022-05-02' WHERE role = 'registry-manager'",
        "UPDATE people_grant SET since = '2022-05-03' WHERE role = 'registry-manager'",
        "UPDATE people_grant SET partnership = 'BD' WHERE role = 'registry-manager'",
        "UPDATE people_grant SET side = 'MN' WHERE role = 'registry-manager'",
        "UPDATE people_person SET is_active = false",
    ],
)
def test_a_role_is_held_here_now_and_for_one_side(
    issued: Told, journal: PostgresJournal, change: str
) -> None:
    """A role ended, not begun, of another partnership or side, or of nobody, is not held."""
    with issued.owner() as connection:
        connection.execute(change.encode())

    with pytest.raises(NotAllowed) as refusal:
        opened(issued, journal, account())

    assert refusal.value.code == "role-not-held"


def test_a_partnership_that_was_never_opened_is_not_found(
    issued: Told, journal: PostgresJournal
) -> None:
    """Who holds a role in a partnership that is not open yet hears that it is not."""
    manager = replace(issued.person("manager-jp"), partnership="MN-R")
    with issued.app() as connection:
        enter(connection, manager)
    request = replace(account(), partnership="MN-R")

    with pytest.raises(NotFound) as refusal:
        open_account(request, by=actor(manager), on=DAY, journal=journal)

    assert refusal.value.code == "no-partnership"


def test_a_live_data_directory_refuses_a_software_authenticator(issued: Told) -> None:
    """A key that everybody can compute is never registered where it would count."""
    make_live(issued)
    stranger = replace(issued.person("chair-jp"), person="somebody new")

    with (
        issued.app() as connection,
        pytest.raises(psycopg.errors.CheckViolation) as refusal,
    ):
        enter(connection, stranger)

    name = "software_authenticators_live_only_in_demonstrations"
    assert refusal.value.diag.constraint_name == name
    with issued.app() as connection:
        known = connection.execute(
            "SELECT 1 FROM people_person WHERE id = %s", [stranger.person_id]
        ).fetchall()
    assert known == []


def test_two_signatures_of_the_registry_move_credits(
    issued: Told, journal: PostgresJournal
) -> None:
    """What the refusals below have in common is what they lack of this."""
    receipt = moved(issued, journal, two(issued, move()))

    assert receipt.kind == "CreditsTransferred"
    with issued.app() as connection:
        [row] = rows(connection, "SELECT count(*) AS n FROM approval WHERE side = 'BD' AND seq = 4")
    assert row["n"] == 2


def test_signatures_are_good_for_one_time(issued: Told, journal: PostgresJournal) -> None:
    """TWO_PERSONS: what two signed once is not moved again by one who sends it anew."""
    request = two(issued, move())
    moved(issued, journal, request)
    before = everything(issued)

    with pytest.raises(NotAllowed) as refusal:
        moved(issued, journal, replace(request, request_id=uuid4()))

    assert refusal.value.code == "signature-does-not-hold"
    assert everything(issued) == before


def test_signatures_are_good_for_one_act(issued: Told, journal: PostgresJournal) -> None:
    """TWO_PERSONS: a signed transfer is no signed retirement, and its id no receipt of one."""
    request = two(issued, move())
    names = ("request_id", "partnership", "side", "source", "target", "amount", "signatures")
    other = Retire(**{name: getattr(request, name) for name in names})
    by = issued.actor("manager-bd")

    with pytest.raises(NotAllowed) as refusal:
        retire(other, by=by, on=DAY, journal=journal)
    assert refusal.value.code == "signature-does-not-hold"

    moved(issued, journal, request)
    with pytest.raises(Conflict) as conflict:
        retire(other, by=by, on=DAY, journal=journal)
    assert conflict.value.code == "request-id-reused"


def test_a_request_of_the_first_version_gets_its_receipt(
    issued: Told, journal: PostgresJournal
) -> None:
    """Records of version 1 keep the digest of their time, and are known again by it."""
    request = account()
    receipt = opened(issued, journal, request)
    first = digest(content_of(request, version=1))
    with issued.owner() as connection:
        connection.execute("ALTER TABLE journal DISABLE TRIGGER USER")
        connection.execute(
            "UPDATE journal SET version = 1, body = replace(body, %s, %s) WHERE request_id = %s",
            [digest(content_of(request)), first, request.request_id],
        )

    again = opened(issued, journal, request)

    assert again.record == receipt.record
    with pytest.raises(Conflict):
        opened(issued, journal, replace(request, holder="Somebody else"))


def unsigned(_told: Told, request: Transfer) -> Transfer:
    """Nobody signs."""
    return request


def signed_by_one(told: Told, request: Transfer) -> Transfer:
    """The registry manager signs alone."""
    return signed(request, told.person("manager-bd"))


def one_signature_twice(told: Told, request: Transfer) -> Transfer:
    """The registry manager's signature stands there twice."""
    return signed(request, *[told.person("manager-bd")] * 2)


def one_person_in_two_roles(told: Told, request: Transfer) -> Transfer:
    """One person holds both roles and signs in both."""
    manager = told.person("manager-bd")
    both = replace(manager, role="second-officer")
    with told.app() as connection:
        enter(connection, both)
    return signed(request, manager, both)


def signed_for_less(told: Told, request: Transfer) -> Transfer:
    """Two persons signed a smaller amount."""
    return replace(request, signatures=two(told, replace(request, amount=4)).signatures)


def signed_without_the_role(told: Told, request: Transfer) -> Transfer:
    """Somebody signs in a role that is another's."""
    verifier = replace(told.person("verifier"), role="second-officer")
    return signed(request, told.person("manager-bd"), verifier)


def signed_with_an_unknown_key(told: Told, request: Transfer) -> Transfer:
    """A signature names a key that nobody registered."""
    first, second = two(told, request).signatures
    return replace(request, signatures=(first, replace(second, key_id="software:unknown")))


def signed_with_a_colleagues_key(told: Told, request: Transfer) -> Transfer:
    """The manager signs in the name of the second officer, with the manager's own key."""
    first, second = two(told, request).signatures
    forged = Signature(second.person, second.role, first.key_id, first.signature)
    return replace(request, signatures=(first, forged))


def signed_by_the_other_registry(told: Told, request: Transfer) -> Transfer:
    """The two officers of the other side's registry sign."""
    return signed(request, told.person("manager-jp"), told.person("second-jp"))


def signed_with_noise(told: Told, request: Transfer) -> Transfer:
    """A signature is not even hexadecimal."""
    first, second = two(told, request).signatures
    return replace(request, signatures=(first, replace(second, signature="signed!")))


def signed_by_one_who_left(told: Told, request: Transfer) -> Transfer:
    """The second officer was deactivated."""
    with told.app() as connection:
        connection.execute(
            "UPDATE people_person SET is_active = false WHERE id = %s",
            [told.person("second-bd").person_id],
        )
    return two(told, request)


def signed_by_one_whose_role_ended(told: Told, request: Transfer) -> Transfer:
    """The second officer holds the role until the day of the act, which is not a day of it."""
    change(told, "UPDATE people_grant SET until = '2022-05-02' WHERE role = 'second-officer'")
    return two(told, request)


def signed_by_one_whose_role_begins_later(told: Told, request: Transfer) -> Transfer:
    """The second officer holds the role from the day after the act."""
    change(told, "UPDATE people_grant SET since = '2022-05-03' WHERE role = 'second-officer'")
    return two(told, request)


def signed_by_one_of_another_partnership(told: Told, request: Transfer) -> Transfer:
    """The second officer holds the role in another partnership."""
    change(told, "UPDATE people_grant SET partnership = 'BD' WHERE role = 'second-officer'")
    return two(told, request)


def signed_in_another_persons_name(told: Told, request: Transfer) -> Transfer:
    """The manager, who holds both roles, signs with the own key in the second officer's name."""
    with told.app() as connection:
        enter(connection, replace(told.person("manager-bd"), role="second-officer"))
    return signed_with_a_colleagues_key(told, request)


def signed_with_a_passkey(told: Told, request: Transfer) -> Transfer:
    """The second officer's key, which anybody can compute, is registered as a passkey."""
    first, second = two(told, request).signatures
    with told.app() as connection:
        connection.execute(
            "INSERT INTO people_authenticator (key_id, person_id, kind, public_key, registered_at)"
            " SELECT 'passkey:1', person_id, 'webauthn', public_key, registered_at"
            " FROM people_authenticator WHERE key_id = %s",
            [second.key_id],
        )
    return replace(request, signatures=(first, replace(second, key_id="passkey:1")))


def change(told: Told, statement: str) -> None:
    """Change what is registered of persons, as the application may not."""
    with told.owner() as connection:
        connection.execute(statement.encode())


@pytest.mark.parametrize(
    ("sign", "kind", "code"),
    [
        (unsigned, RuleBroken, "two-persons"),
        (signed_by_one, RuleBroken, "two-persons"),
        (one_signature_twice, RuleBroken, "two-persons"),
        (one_person_in_two_roles, RuleBroken, "two-persons"),
        (signed_by_the_other_registry, RuleBroken, "two-persons"),
        (signed_for_less, NotAllowed, "signature-does-not-hold"),
        (signed_without_the_role, NotAllowed, "signer-unknown"),
        (signed_with_an_unknown_key, NotAllowed, "signer-unknown"),
        (signed_with_a_colleagues_key, NotAllowed, "signer-unknown"),
        (signed_with_noise, NotAllowed, "signature-does-not-hold"),
        (signed_by_one_who_left, NotAllowed, "signer-unknown"),
        (signed_by_one_whose_role_ended, NotAllowed, "signer-unknown"),
        (signed_by_one_whose_role_begins_later, NotAllowed, "signer-unknown"),
        (signed_by_one_of_another_partnership, NotAllowed, "signer-unknown"),
        (signed_in_another_persons_name, NotAllowed, "signer-unknown"),
        (signed_with_a_passkey, NotAllowed, "passkeys-not-checked-yet"),
    ],
)
def test_without_two_good_signatures_nothing_moves(
    issued: Told, journal: PostgresJournal, sign: Sign, kind: type[SchemeError], code: str
) -> None:
    """Rule.TWO_PERSONS: two natural persons of the registry sign this very request."""
    request = sign(issued, move())
    before = everything(issued)

    with pytest.raises(kind) as refusal:
        moved(issued, journal, request)

    assert refusal.value.code == code
    assert everything(issued) == before
