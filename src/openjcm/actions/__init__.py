"""Acts: one verb a module, and the only way anything changes.

Each has one shape: load what it must know, let the core decide, append one event.
A request is a frozen dataclass with its own id; the same id again returns the same receipt.
Acts own small protocols for what they need (``Journal``, ``Meters``); the edges implement them.
Not in here: rules (``cycle``, ``ledger``), SQL (``store``), who signed in (``people``).
"""
