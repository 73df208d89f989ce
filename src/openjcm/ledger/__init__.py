"""The ledger: accounts, numbered blocks of credits, and what conserves them.

In: account numbers with check digits; the serial number, printed and read in one place; issuance
of a side's notified share; transfer, retirement and cancellation within one registry; the fold
of these facts to holdings, and the check that no credit was lost, doubled or brought back.
Decisions (``issue``, ``transfer``, ``retire``, ``cancel``) may refuse; ``apply`` never does.
Not in: how many credits there are and for whom (``cycle``), the tables that hold the same
invariants by constraint (``store``), and what a retirement is worth towards an NDC (``article6``).
"""

from openjcm.ledger.accounts import Account, AccountKind, account_number, check_account_number
from openjcm.ledger.blocks import Block
from openjcm.ledger.events import (
    CreditsCancelled,
    CreditsIssued,
    CreditsRetired,
    CreditsTransferred,
    LedgerEvent,
    Moved,
    Placement,
    Range,
)
from openjcm.ledger.issuance import Order, Portion, issue
from openjcm.ledger.moves import cancel, retire, transfer
from openjcm.ledger.serial import (
    REHEARSAL_PREFIX,
    SerialRange,
    common_form,
    parse_serial,
    serial_text,
)
from openjcm.ledger.state import Holdings, apply, check_conserved, replay

__all__ = [
    "REHEARSAL_PREFIX",
    "Account",
    "AccountKind",
    "Block",
    "CreditsCancelled",
    "CreditsIssued",
    "CreditsRetired",
    "CreditsTransferred",
    "Holdings",
    "LedgerEvent",
    "Moved",
    "Order",
    "Placement",
    "Portion",
    "Range",
    "SerialRange",
    "account_number",
    "apply",
    "cancel",
    "check_account_number",
    "check_conserved",
    "common_form",
    "issue",
    "parse_serial",
    "replay",
    "retire",
    "serial_text",
    "transfer",
]
