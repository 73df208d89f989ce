"""The site as a WSGI application, for the server that serves it."""

import os

from django.core.wsgi import get_wsgi_application

from openjcm.app import environment
from openjcm.app.warming import warm
from openjcm.store import database

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "openjcm.app.settings")
_said = environment.read()
database.configure(
    database.Database(_said.app_url or "", _said.owner_url or "", _said.data / "files")
)
application = get_wsgi_application()
if _said.hosts:
    warm(application, _said.served_at)
