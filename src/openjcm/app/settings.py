"""Django's settings, from what the environment says and nothing else."""

from typing import Any

from psycopg.conninfo import conninfo_to_dict

from openjcm.app import environment

_environment = environment.read()


def _database(url: str) -> dict[str, Any]:
    known = {"dbname": "NAME", "user": "USER", "password": "PASSWORD", "host": "HOST"}
    parts = {name: value for name, value in conninfo_to_dict(url).items() if value is not None}
    settings = {known[name]: value for name, value in parts.items() if name in known}
    rest = {name: value for name, value in parts.items() if name not in {*known, "port"}}
    return {
        "ENGINE": "django.db.backends.postgresql",
        **settings,
        "PORT": str(parts.get("port", "")),
        "OPTIONS": rest,
    }


DEBUG = _environment.debug
SECRET_KEY = _environment.secret_key
ALLOWED_HOSTS = list(_environment.hosts)

DATABASES = {
    "default": _database(_environment.app_url or ""),  # The role openjcm_app: reads, appends.
    "owner": _database(_environment.owner_url or ""),  # The role openjcm_owner: migrates.
}

INSTALLED_APPS = [
    "django.contrib.staticfiles",
    "django_htmx",  # for its file of HTMX alone
    "openjcm.store",
    "openjcm.people",
    "openjcm.web",
]
MIDDLEWARE = [
    "openjcm.web.headers.security_headers",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "openjcm.web.addresses.one_slash",
    "django.middleware.http.ConditionalGetMiddleware",
    "openjcm.web.page_cache.page_cache",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "openjcm.web.refusals.Refusals",
    "openjcm.api.methods.answer_methods",
]
ROOT_URLCONF = "openjcm.app.urls"
WSGI_APPLICATION = "openjcm.app.wsgi.application"
APPEND_SLASH = False

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "builtins": ["openjcm.web.templatetags.openjcm", "openjcm.web.templatetags.record"]
        },
    }
]

AUTH_USER_MODEL = "people.Person"
SESSION_ENGINE = "openjcm.people.sessions"
SESSION_COOKIE_AGE = 8 * 60 * 60
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SECURE = True
SESSION_COOKIE_SAMESITE = "Strict"

# The proof that a form is ours: a cookie set only by a page with a form that changes something or
# costs something. Over plain HTTP a browser would not send a secure one back.
CSRF_COOKIE_SECURE = _environment.served_at.startswith("https:")
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Strict"
CSRF_COOKIE_AGE = None
CSRF_TRUSTED_ORIGINS = [_environment.address] if _environment.address else []
CSRF_FAILURE_VIEW = "openjcm.web.refusals.not_ours"

OPENJCM_ADDRESS = _environment.address
OPENJCM_PAGE_CACHE = _environment.page_cache

# Our own words stand in catalogues; Django's translations are not used.
USE_I18N = False
USE_TZ = True
TIME_ZONE = "UTC"
LANGUAGE_CODE = "en"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

STATIC_URL = "/static/"
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = False
# The pages ask for each file with a fingerprint of its content.
WHITENOISE_MAX_AGE = 24 * 60 * 60

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"}},
    "filters": {"keys": {"()": "openjcm.web.pages.intakes.log_lines.KeysLeftOut"}},
    "handlers": {
        "stderr": {"class": "logging.StreamHandler", "formatter": "line", "filters": ["keys"]}
    },
    "loggers": {
        "django": {"handlers": ["stderr"], "level": "WARNING", "propagate": False},
        # A refusal is an answer, not a fault: only our own mistakes are logged.
        "django.request": {"handlers": ["stderr"], "level": "ERROR", "propagate": False},
    },
}
