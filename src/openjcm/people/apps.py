"""The Django application of this room."""

from django.apps import AppConfig


class PeopleConfig(AppConfig):
    """Persons, organisations, grants, authenticators and sessions."""

    name = "openjcm.people"
    label = "people"
    default_auto_field = "django.db.models.BigAutoField"
