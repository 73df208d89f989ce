"""The store as Django sees it: migrations only, no ORM models of the ledger."""

from django.apps import AppConfig


class StoreConfig(AppConfig):
    """The ledger's schema is plain SQL; Django only numbers and runs it."""

    name = "openjcm.store"
    label = "store"
