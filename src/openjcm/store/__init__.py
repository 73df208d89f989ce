"""PostgreSQL: the journal, its projections, the lane, the embedded server, the filed documents.

The journal is the only permanent record; ``projections`` says what follows from each record and
can be dropped and made again, which ``verify`` does and compares.
The tables let a projection change only by a record of the same transaction, of a kind from which
that change may follow; a new kind of record is named in ``schema`` by a migration of its own.
Ledger writes happen one after another: one lock first, then SERIALIZABLE, then the constraints,
whose names are sentences.
The bytes that are hashed come from ``canonical`` alone (ADR 0001).
Not in here: rules (``cycle``, ``ledger``), and the questions that pages ask (``views``).
"""

from openjcm.store.database import Database, Reader, configure, configured, reader

__all__ = ["Database", "Reader", "configure", "configured", "reader"]
