"""Settings, from the environment.

Nothing has to be set to try the project on one's own machine. ``DJANGO_ENV=production`` demands what a public site must
have (a secret key, host names) and turns on everything that ``check --deploy`` asks for. ``DEPLOYMENT.md`` lists the
variables.
"""

from pathlib import Path

import environ
from csp.constants import NONE, SELF
from django.core.management.utils import get_random_secret_key

from inspections.environment import (
    StartedBy,
    UploadWorker,
    checked_address,
    checked_broker,
    checked_choice,
    checked_count,
    checked_database,
    checked_handler,
    checked_hosts,
    checked_key,
    checked_mail,
    checked_switch,
    is_production,
    writing,
)
from inspections.file_storage import file_storages
from inspections.logs import logging_settings
from inspections.private_files import create_privately, keep_private, made

BASE_DIR = Path(__file__).resolve().parent.parent
env = environ.Env()

PRODUCTION = is_production(env.str("DJANGO_ENV", "local"))
VAR_DIR = Path(env.str("VAR_DIR", str(BASE_DIR / "var")))
create_privately()


def _count(name: str, default: int) -> int:
    return checked_count(name, env.str(name, ""), default)


def _switch(name: str, default: bool) -> bool:
    return checked_switch(name, env.str(name, ""), default)


def _secret_key() -> str:
    """The key from the environment; on one's own machine one that is made once and kept under ``var/``."""
    if PRODUCTION:
        return checked_key(str(env.str("SECRET_KEY", "")))
    if key := str(env.str("SECRET_KEY", "")):
        return key
    path = VAR_DIR / "secret-key"
    with writing("VAR_DIR", VAR_DIR):
        if not path.exists():
            VAR_DIR.mkdir(parents=True, exist_ok=True)
            path.write_text(get_random_secret_key())
            path.chmod(0o600)
        return path.read_text()


SITE_NAME = "Inspection knowledge base"
SECRET_KEY = _secret_key()
DEBUG = not PRODUCTION and _switch("DEBUG", False)
HERE = ["127.0.0.1", "localhost", "[::1]", "testserver"]
ALLOWED_HOSTS = checked_hosts(env.list("ALLOWED_HOSTS", default=[] if PRODUCTION else HERE))
# With what permanent addresses begin where no request tells it, as in files that a command writes.
SITE_ADDRESS = checked_address(env.str("SITE_ADDRESS", "" if PRODUCTION else "http://127.0.0.1:8000"), ALLOWED_HOSTS)
CSRF_TRUSTED_ORIGINS = env.list("CSRF_TRUSTED_ORIGINS", default=[])

INSTALLED_APPS = [
    "inspections.admin_config.EditorsAdminConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.humanize",
    "django.contrib.messages",
    "django.contrib.sessions",
    "django.contrib.sitemaps",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "axes",
    "corsheaders",
    "csp",
    "django_filters",
    "django_htmx",
    "django_otp",
    "django_otp.plugins.otp_static",
    "django_otp.plugins.otp_totp",
    "inspections",
    "findings",
    "findings.alerts",
    "ingest",
]

MIDDLEWARE = [
    "inspections.views.health.HealthMiddleware",
    "inspections.logs.RequestLogMiddleware",
    "corsheaders.middleware.CorsMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django_permissions_policy.PermissionsPolicyMiddleware",
    "inspections.middleware.OneRevisionMiddleware",
    "inspections.middleware.OnlyReadMiddleware",
    "inspections.middleware.NoNulMiddleware",
    "inspections.middleware.BoundedQueryMiddleware",
    "inspections.middleware.GZipTextMiddleware",
    "django.middleware.http.ConditionalGetMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django_otp.middleware.OTPMiddleware",
    "inspections.accounts.two_factor.TwoFactorMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "inspections.accounts.browsers.KnownBrowserMiddleware",
    "axes.middleware.AxesMiddleware",
]

ROOT_URLCONF = "inspections.urls"
WSGI_APPLICATION = "inspections.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "OPTIONS": {
            "loaders": [
                (
                    "django.template.loaders.cached.Loader",
                    ["inspections.template_loader.ComponentLoader", "django.template.loaders.app_directories.Loader"],
                ),
            ],
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]

METRICS_TOKEN = env.str("METRICS_TOKEN", "")
if METRICS_TOKEN:
    INSTALLED_APPS += ["django_prometheus"]
    MIDDLEWARE = [
        "django_prometheus.middleware.PrometheusBeforeMiddleware",
        *MIDDLEWARE,
        "django_prometheus.middleware.PrometheusAfterMiddleware",
    ]

SQLITE_OPTIONS = {
    "transaction_mode": "IMMEDIATE",
    "timeout": 20,
    "init_command": (
        "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = ON; "
        "PRAGMA cache_size = -32000; PRAGMA mmap_size = 268435456; PRAGMA temp_store = MEMORY;"
    ),
}

# Pages send many small queries: compiling one, or starting parallel workers for it, takes longer than answering it.
# A machine that is gone is noticed within a minute, so that what it held by locks of its sessions is free again.
POSTGRES_OPTIONS = (
    "-c jit=off -c max_parallel_workers_per_gather=0 "
    "-c tcp_keepalives_idle=30 -c tcp_keepalives_interval=10 -c tcp_keepalives_count=3 -c tcp_user_timeout=60000"
)


def _database() -> dict[str, object]:
    """PostgreSQL by ``DATABASE_URL``, or the SQLite file under ``var/``."""
    address = env.str("DATABASE_URL", "")
    config = checked_database(address or f"sqlite:///{VAR_DIR / 'knowledge-base.sqlite3'}")
    if config["ENGINE"] == "django.db.backends.sqlite3":
        path = Path(str(config["NAME"]))
        with writing("DATABASE_URL" if address else "VAR_DIR", path.parent):
            path.parent.mkdir(parents=True, exist_ok=True)
        config["OPTIONS"] = SQLITE_OPTIONS
    else:
        config["OPTIONS"] = {"options": POSTGRES_OPTIONS, "connect_timeout": 5} | config.get("OPTIONS", {})
        config["CONN_HEALTH_CHECKS"] = True
    # To open SQLite anew takes a third of the time in which a kept page is answered.
    config["CONN_MAX_AGE"] = _count("CONN_MAX_AGE", 60)
    return config


DATABASES = {"default": _database()}
DATABASE_WAIT = _count("DATABASE_WAIT", 30)  # seconds that commands wait for a server
SQLITE = DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3"

CACHES = {  # counts of lists, and whole pages, each for one revision of the knowledge base
    "default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "OPTIONS": {"MAX_ENTRIES": 3000}},
    "shared": {  # values of all reports, each up to 1 MB over 300,000 findings
        "BACKEND": "inspections.caching.backends.SharedValues",
        "LOCATION": "shared",
        "OPTIONS": {"MAX_ENTRIES": 200},
    },
    "pages": {  # shared by all processes; two files a page, about 10 KB together
        "BACKEND": "inspections.caching.backends.TolerantFileCache",
        "LOCATION": VAR_DIR / "pages",
        "OPTIONS": {"MAX_ENTRIES": 4000},
    },
    "limits": {  # what was done a moment ago and may not be done again yet, for all processes
        "BACKEND": "inspections.caching.backends.TolerantFileCache",
        "LOCATION": VAR_DIR / "limits",
    },
    "throttles": {  # when an address asked the API, for all processes
        "BACKEND": "inspections.caching.backends.TolerantFileCache",
        "LOCATION": VAR_DIR / "throttles",
        "OPTIONS": {"MAX_ENTRIES": 10_000},
    },
}

AUTHENTICATION_BACKENDS = ["axes.backends.AxesStandaloneBackend", "django.contrib.auth.backends.ModelBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = 1
AXES_RESET_ON_SUCCESS = True
AXES_HANDLER = "inspections.accounts.attempts.LimitedAttempts"
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address", "user_agent"]]  # see the handler for what the last one holds
AXES_CLIENT_IP_CALLABLE = "inspections.accounts.addresses.client_address"
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False  # nobody can keep a lock shut by trying on
AXES_LOCKOUT_TEMPLATE = "inspections/locked_out.html"
AXES_ENABLE_ADMIN = False  # ``inspections.admin.accounts`` has its own
TRUSTED_PROXIES = _count("TRUSTED_PROXIES", 0)
TWO_FACTOR_REQUIRED = _switch("TWO_FACTOR_REQUIRED", PRODUCTION)  # of administrators
OTP_TOTP_ISSUER = SITE_NAME
CSRF_FAILURE_VIEW = "inspections.views.faults.old_form"
LOGIN_URL = "admin:login"
LOGIN_REDIRECT_URL = "admin:index"
PASSWORD_RESET_TIMEOUT = 4 * 3600

MAIL = checked_mail(env.str("EMAIL_URL", "") or "consolemail://")  # printed where no mail server is named
vars().update(MAIL)
ALERTS_BY_MAIL = not PRODUCTION or "console" not in MAIL["EMAIL_BACKEND"]
EMAIL_TIMEOUT = 20  # seconds for which a mail server may say nothing
DEFAULT_FROM_EMAIL = env.str("DEFAULT_FROM_EMAIL", f"{SITE_NAME} <no-reply@localhost>")

LANGUAGE_CODE = "en-gb"
TIME_ZONE = "Europe/London"
USE_I18N = False
FORMAT_MODULE_PATH = "inspections.formats"

STATIC_URL = "static/"
STATIC_ROOT = VAR_DIR / "static"
STATICFILES_DIRS = [BASE_DIR / "static"]
FILES_URL = env.str("FILES_URL", "")  # an object store in place of the next two folders
STORAGES = {
    **file_storages(FILES_URL),
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
MEDIA_ROOT = VAR_DIR / "sources"
UPLOADS_DIR = made(VAR_DIR / "uploads")  # what came in through the browser, until somebody has decided about it
FETCHED_DIR = VAR_DIR / "fetched"  # what is being fetched, and fetched files until they are read
FETCH_SOURCES = env.str("FETCH_SOURCES", "")  # a file of sources in place of the program's own
FETCH_CONTACT = env.str("FETCH_CONTACT", "")  # how people who run a server reach those who run this site
UPLOAD_WORKER = checked_choice("UPLOAD_WORKER", env.str("UPLOAD_WORKER", UploadWorker.EMBEDDED), tuple(UploadWorker))
CELERY_BROKER_URL = checked_broker(UPLOAD_WORKER, env.str("CELERY_BROKER_URL", ""), is_sqlite=SQLITE)
FILE_UPLOAD_HANDLERS = ["ingest.uploads.arrival.NoFiles"]  # the one page that takes files has another
FILE_UPLOAD_TEMP_DIR = UPLOADS_DIR
UPLOAD_ADDRESS = "/admin/ingest/upload/add/"  # the server takes large bodies under this address only
DATA_UPLOAD_MAX_NUMBER_FILES = 100
PAGE_IMAGES_DIR = VAR_DIR / "page-images"  # drawn again whenever they are missing
PAGE_IMAGES_MB = _count("PAGE_IMAGES_MB", 500)
FILE_COPIES_DIR = VAR_DIR / "file-copies"  # of an object store; made again whenever they are missing
FILE_COPIES_MB = _count("FILE_COPIES_MB", 1000)
BULK_DIR = VAR_DIR / "bulk"  # made again from the database whenever it is missing
PUBLISH_BULK = checked_choice("PUBLISH_BULK", env.str("PUBLISH_BULK", StartedBy.EMBEDDED), tuple(StartedBy))
keep_private(
    Path(str(DATABASES["default"]["NAME"])) if SQLITE else None,
    (
        MEDIA_ROOT,
        UPLOADS_DIR,
        FETCHED_DIR,
        PAGE_IMAGES_DIR,
        FILE_COPIES_DIR,
        VAR_DIR / "pages",
        VAR_DIR / "limits",
        VAR_DIR / "throttles",
    ),
)

LOGGING = logging_settings(
    checked_choice("LOG_FORMAT", env.str("LOG_FORMAT", "json" if PRODUCTION else "text"), ("text", "json")),
    "INFO" if _switch("LOG_REQUESTS", PRODUCTION) else "WARNING",
    checked_handler(env.str("ERROR_HANDLER", "")),
)

API_REQUESTS_PER_MINUTE = _count("API_REQUESTS_PER_MINUTE", 120)  # 0: no limit
# Pages of other sites may read the API and the bulk files, and nothing else. The apps of DRF and drf-spectacular are
# not installed: they bring pages and static files of their own, which the API does not use.
CORS_ALLOW_ALL_ORIGINS = True
CORS_URLS_REGEX = r"^/(api/v1|data/bulk)/"
CORS_ALLOW_METHODS = ("GET", "HEAD", "OPTIONS")
CORS_ALLOW_HEADERS = ("if-none-match", "range", "if-range")
CORS_EXPOSE_HEADERS = ("ETag", "Retry-After", "Accept-Ranges", "Content-Range", "Content-Length")
SPECTACULAR_SETTINGS = {
    "TITLE": SITE_NAME,
    "DESCRIPTION": (
        "What inspectors found about how English councils look after children, for programs. Nobody logs in; "
        "everything can only be read. Wrong parameters are refused with a sentence, as problems (RFC 9457)."
    ),
    "VERSION": "1",
    "OAS_VERSION": "3.1.1",
}

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
        "manifest-src": [SELF],
    },
}
PERMISSIONS_POLICY: dict[str, list[str]] = {
    name: [] for name in ("camera", "geolocation", "microphone", "payment", "usb", "accelerometer", "gyroscope")
}
if PRODUCTION:
    SECURE_SSL_REDIRECT = _switch("SECURE_SSL_REDIRECT", True)
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    SECURE_HSTS_SECONDS = _count("SECURE_HSTS_SECONDS", 31_536_000)
    SECURE_HSTS_INCLUDE_SUBDOMAINS = True
    SECURE_HSTS_PRELOAD = True
    SESSION_COOKIE_SECURE = True
    CSRF_COOKIE_SECURE = True
