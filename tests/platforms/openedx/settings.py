"""The smallest Django site in which Open edX's LTI code runs."""

from django.conf import settings

# edx-platform's own pattern for a block's key inside a URL.
USAGE_ID_PATTERN = r"(?P<usage_id>(?:i4x://?[^/]+/[^/]+/[^/]+/[^@]+(?:@[^/]+)?)|(?:[^/]+))"


def configure(origin: str) -> None:
    """Configures Django for a site whose address is `origin`, with a database in memory."""
    settings.configure(
        SECRET_KEY="a test site that lives for one run",
        ALLOWED_HOSTS=["127.0.0.1", "localhost"],
        ROOT_URLCONF="site_urls",
        DATABASES={
            "default": {
                "ENGINE": "django.db.backends.sqlite3",
                # Shared, so that each thread of the server sees the same database.
                "NAME": "file:openedx?mode=memory&cache=shared",
                "OPTIONS": {"uri": True},
            }
        },
        CACHES={"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}},
        INSTALLED_APPS=[
            "django.contrib.contenttypes",
            "django.contrib.auth",
            "django.contrib.sessions",
            "rest_framework",
            "django_filters",
            "config_models",
            "lti_consumer",
        ],
        MIDDLEWARE=[
            "edx_django_utils.cache.middleware.RequestCacheMiddleware",
            "django.contrib.sessions.middleware.SessionMiddleware",
            "django.contrib.auth.middleware.AuthenticationMiddleware",
            "crum.CurrentRequestUserMiddleware",
        ],
        TEMPLATES=[{"BACKEND": "django.template.backends.django.DjangoTemplates", "APP_DIRS": True}],
        DEFAULT_AUTO_FIELD="django.db.models.AutoField",
        USE_TZ=True,
        REST_FRAMEWORK={"PAGE_SIZE": 10},
        FEATURES={},
        OPENEDX_TELEMETRY=[],
        # Django says nothing of a failed request unless it is told where.
        LOGGING={
            "version": 1,
            "disable_existing_loggers": False,
            "handlers": {"console": {"class": "logging.StreamHandler"}},
            "root": {"handlers": ["console"], "level": "WARNING"},
        },
        # Read by the LTI code: the issuer, the addresses of its services, and the tool_platform claim.
        LMS_ROOT_URL=origin,
        LMS_BASE=origin.removeprefix("http://"),
        LEARNING_MICROFRONTEND_URL=origin,
        PLATFORM_NAME="Open edX's LTI code",
        USAGE_ID_PATTERN=USAGE_ID_PATTERN,
    )
