"""The Django application of this room."""

from django.apps import AppConfig


class WebConfig(AppConfig):
    """Pages, templates, words and static files; no table of its own."""

    name = "openjcm.web"
    label = "web"
