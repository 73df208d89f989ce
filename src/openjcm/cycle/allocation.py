"""Who gets how much: explicit whole numbers per recipient and vintage.

The terms of a project's financing only propose (``financing``); what counts is the list of whole
numbers, which must sum to what was verified. Not in: serial numbers and accounts (``ledger``).
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from openjcm.cycle.financing import Terms
from openjcm.measure.errors import Finding
from openjcm.rulebook import Edition, Rule


@dataclass(frozen=True, slots=True)
class Share:
    """A recipient and its account; ``is_goj`` marks the Government of Japan."""

    recipient_account: str
    side: str
    recipient: str
    is_goj: bool = False


@dataclass(frozen=True, slots=True)
class Allotment:
    """So many credits of one vintage for one recipient's account in one side's registry."""

    vintage: int
    side: str
    account: str
    recipient: str
    amount: int


@dataclass(frozen=True, slots=True)
class OpenAccount:
    """An account that is open: in which side's registry, and whether it holds credits."""

    side: str
    is_holding: bool


def propose_by_financing_share(
    verified: Mapping[int, int], terms: Terms, *, goj: Share, remainder: Share
) -> tuple[Allotment, ...]:
    """Propose an allocation: the share to the Government of Japan, the rest to one recipient.

    The share is taken of each vintage. Reading 0001: its rounding reads the financing agreement
    of a project and is not a rule of the scheme; nothing obliges anyone to follow the proposal.

    Args:
        verified: Credits verified, by vintage.
        terms: What the project's financing says: the least share, and how it is rounded.
        goj: The Government of Japan's account.
        remainder: Who gets what is left.

    Returns:
        Vintages in order, the Government of Japan first; rows of zero are left out.

    Raises:
        Malformed: the share lies outside 0 to 1, or a verified amount is negative.
    """
    rows = []
    for vintage in sorted(verified):
        first = terms.part_of(verified[vintage])
        parts = ((goj, first), (remainder, verified[vintage] - first))
        rows += [_allot(vintage, recipient, amount) for recipient, amount in parts if amount]
    return tuple(rows)


def check_allotments(
    verified: Mapping[int, int],
    allotments: Sequence[Allotment],
    *,
    edition: Edition,
    accounts: Mapping[str, OpenAccount] | None = None,
) -> list[Finding]:
    """Check an allocation against what was verified, and say everything that is wrong with it.

    Rules: ALLOCATION_SUMS_TO_VERIFIED, EXPLICIT_INTEGERS, RECIPIENT_HOLDS_AN_ACCOUNT.

    Args:
        verified: Credits verified, by vintage.
        allotments: The allocation as requested.
        edition: The edition that the project is under.
        accounts: The accounts that are open, by number; None where they are not asked for.
    """
    return [
        *_check_amounts(allotments, edition),
        *_check_rows(allotments, edition),
        *_check_sums(verified, allotments, edition),
        *_check_accounts(allotments, accounts, edition),
    ]


def warn_against_share(
    allotments: Sequence[Allotment], terms: Terms, *, goj: Share, edition: Edition
) -> list[Finding]:
    """Say where an allocation gives the Government of Japan another amount than the share would.

    A warning for the reader: it corrects nothing and refuses nothing.

    Rules: FINANCING_SHARE.

    Args:
        allotments: The allocation as requested, free of findings.
        terms: What the project's financing says.
        goj: The Government of Japan's account.
        edition: The financing agreement, not the scheme's document.

    Raises:
        Malformed: the share lies outside 0 to 1.
    """
    total: Counter[int] = Counter()
    given: Counter[int] = Counter()
    for row in allotments:
        total[row.vintage] += row.amount
        given[row.vintage] += row.amount if row.account == goj.recipient_account else 0
    proposed = {vintage: terms.part_of(total[vintage]) for vintage in sorted(total)}
    return [
        edition.finding(
            Rule.FINANCING_SHARE,
            f"vintage {vintage}: {goj.recipient} gets {given[vintage]} of {total[vintage]}, "
            f"where {terms.share}, rounded {terms.rounding}, would be {amount}",
            str(vintage),
        )
        for vintage, amount in proposed.items()
        if given[vintage] != amount
    ]


def _allot(vintage: int, recipient: Share, amount: int) -> Allotment:
    return Allotment(
        vintage, recipient.side, recipient.recipient_account, recipient.recipient, amount
    )


def _is_whole(amount: object) -> bool:
    return type(amount) is int


def _check_amounts(allotments: Sequence[Allotment], edition: Edition) -> list[Finding]:
    return [
        edition.finding(
            Rule.EXPLICIT_INTEGERS,
            f"{row.recipient}, vintage {row.vintage}: {row.amount!r} is not a whole number "
            "of credits above zero",
            f"{row.vintage} {row.account}",
        )
        for row in allotments
        if not _is_whole(row.amount) or row.amount <= 0
    ]


def _check_rows(allotments: Sequence[Allotment], edition: Edition) -> list[Finding]:
    rows = Counter((row.vintage, row.account) for row in allotments)
    return [
        edition.finding(
            Rule.EXPLICIT_INTEGERS,
            f"vintage {vintage}: account {account} stands in {times} rows; give one amount",
            f"{vintage} {account}",
        )
        for (vintage, account), times in rows.items()
        if times > 1
    ]


def _check_sums(
    verified: Mapping[int, int], allotments: Sequence[Allotment], edition: Edition
) -> list[Finding]:
    allotted: Counter[int] = Counter()
    for row in allotments:
        allotted[row.vintage] += row.amount
    return [
        edition.finding(
            Rule.ALLOCATION_SUMS_TO_VERIFIED,
            f"vintage {vintage}: {allotted[vintage]} allotted, {verified[vintage]} verified"
            if vintage in verified
            else f"vintage {vintage}: {allotted[vintage]} allotted, and nothing was verified",
            str(vintage),
        )
        for vintage in sorted({*verified, *allotted})
        if vintage not in verified or allotted[vintage] != verified[vintage]
    ]


def _check_accounts(
    allotments: Sequence[Allotment], accounts: Mapping[str, OpenAccount] | None, edition: Edition
) -> list[Finding]:
    return [
        edition.finding(
            Rule.RECIPIENT_HOLDS_AN_ACCOUNT,
            f"{row.recipient}{fault}",
            f"{row.vintage} {row.account}".strip(),
        )
        for row in allotments
        for fault in _faults_of_account(row, accounts)
    ]


def _faults_of_account(row: Allotment, accounts: Mapping[str, OpenAccount] | None) -> Iterator[str]:
    if not row.account:
        yield f" has no account in the registry of {row.side}"
    elif accounts is not None:
        account = accounts.get(row.account)
        if account is None:
            yield f": account {row.account} is not open"
        else:
            if account.side != row.side:
                yield (
                    f": account {row.account} stands in the registry of {account.side}, "
                    f"not of {row.side}"
                )
            if not account.is_holding:
                yield f": credits are issued to holding accounts, and {row.account} is none"
