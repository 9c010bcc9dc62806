"""The settings: what production demands, which database is used and how, and the headers of every answer."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.db import connection
from django.db.utils import ConnectionHandler

from inspections import settings

ROOT = Path(__file__).resolve().parents[2]
PRODUCTION = {"DJANGO_ENV": "production", "SECRET_KEY": "k3-" * 25 + "unguessable", "ALLOWED_HOSTS": "example.org"}


def python(*arguments: str, folder: Path, **environment: str) -> "subprocess.CompletedProcess[str]":
    """Run Python with the project's settings, a folder of its own and only these variables of ours set."""
    ours = {"DJANGO_ENV", "SECRET_KEY", "ALLOWED_HOSTS", "DATABASE_URL", "DEBUG", "DJANGO_SETTINGS_MODULE"}
    ours |= {"UPLOAD_WORKER", "DJANGO_ALLOW_ASYNC_UNSAFE"}  # the last is set as long as tests have a browser
    inherited = {name: value for name, value in os.environ.items() if name not in ours}
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=ROOT,
        env={**inherited, "VAR_DIR": str(folder), **environment},
        capture_output=True,
        text=True,
        check=False,
    )


def test_production_is_clean_for_the_deployment_check(tmp_path):
    result = python("manage.py", "check", "--deploy", "--fail-level", "WARNING", folder=tmp_path, **PRODUCTION)
    assert result.returncode == 0, result.stderr


@pytest.mark.parametrize("missing", ["SECRET_KEY", "ALLOWED_HOSTS"])
def test_production_does_not_start_without_what_it_must_have(tmp_path, missing):
    environment = {name: value for name, value in PRODUCTION.items() if name != missing}
    result = python("manage.py", "check", "--deploy", "--fail-level", "WARNING", folder=tmp_path, **environment)
    assert result.returncode != 0
    assert f"Not started. {missing} is not set." in result.stderr
    assert "Traceback" not in result.stderr


@pytest.mark.parametrize(
    ("name", "value"),
    [("SECRET_KEY", "a" * 60), ("DJANGO_ENV", "prod"), ("ALLOWED_HOSTS", ""), ("WEB_CONCURRENCY", "0")],
)
def test_the_server_does_not_start_with_what_is_unsafe_and_says_why(tmp_path, name, value):
    result = python("-m", "gunicorn", "--bind", "127.0.0.1:0", folder=tmp_path, **PRODUCTION | {name: value})
    assert result.returncode != 0
    assert f"Not started. {name}" in result.stderr
    assert "Traceback" not in result.stderr


WRONG = {
    "DATABASE_URL": "mysql://reader@db.example.org/reports",
    "EMAIL_URL": "mail.example.org",
    "ERROR_HANDLER": "nowhere.Handler",
    **dict.fromkeys(("DATABASE_WAIT", "CONN_MAX_AGE", "TRUSTED_PROXIES", "API_REQUESTS_PER_MINUTE"), "few"),
    **dict.fromkeys(("PAGE_IMAGES_MB", "FILE_COPIES_MB", "SECURE_HSTS_SECONDS"), "-1"),
    **dict.fromkeys(("TWO_FACTOR_REQUIRED", "SECURE_SSL_REDIRECT", "LOG_REQUESTS"), "treu"),
    "VAR_DIR": "/dev/null",
}
REFUSED = """
import importlib, os, sys
from django.core.exceptions import ImproperlyConfigured
right = dict(os.environ)
for one in sys.argv[1:]:
    name, value = one.split("=", 1)
    os.environ.update({name: value})
    try:
        importlib.import_module("inspections.settings")
    except ImproperlyConfigured as error:
        print(error)
    os.environ.pop(name)
    os.environ.update(right)
    sys.modules.pop("inspections.settings", None)
"""


def test_whatever_is_wrong_is_refused_by_the_name_of_the_variable(tmp_path):
    wrong = [f"{name}={value}" for name, value in WRONG.items()]
    result = python("-c", REFUSED, *wrong, folder=tmp_path, **PRODUCTION)
    assert [line.split()[0] for line in result.stdout.splitlines()] == list(WRONG), result.stderr


def test_without_production_a_secret_key_is_made_once_and_kept_from_others(tmp_path):
    show = "from inspections import settings; print(settings.SECRET_KEY)"
    first, second = (python("-c", show, folder=tmp_path).stdout for _ in range(2))
    assert len(first.strip()) >= 50
    assert first == second
    assert (tmp_path / "secret-key").stat().st_mode & 0o077 == 0


def test_debug_is_off_unless_asked_for_and_never_on_in_production(tmp_path):
    show = "from inspections import settings; print(settings.DEBUG)"
    assert python("-c", show, folder=tmp_path).stdout.strip() == "False"
    assert python("-c", show, folder=tmp_path, DEBUG="1").stdout.strip() == "True"
    assert python("-c", show, folder=tmp_path, DEBUG="1", **PRODUCTION).stdout.strip() == "False"


def test_database_url_chooses_postgresql(tmp_path):
    show = (
        "from inspections import settings; d = settings.DATABASES['default']; print(d['ENGINE'], d['HOST'], d['NAME'])"
    )
    result = python("-c", show, folder=tmp_path, DATABASE_URL="postgres://reader@db.example.org:5433/reports")
    assert result.stdout.split() == ["django.db.backends.postgresql", "db.example.org", "reports"]


@pytest.mark.parametrize(("query", "options"), [("", "-c jit=off"), ("?options=-c%20jit%3Don", "-c jit=on")])
def test_postgresql_is_told_not_to_compile_questions_unless_the_url_says_otherwise(tmp_path, query, options):
    show = "from inspections import settings; print(settings.DATABASES['default']['OPTIONS']['options'])"
    result = python("-c", show, folder=tmp_path, DATABASE_URL=f"postgres://reader@db.example.org/reports{query}")
    assert result.stdout.startswith(options)


def test_without_database_url_the_database_is_a_file_under_var(tmp_path):
    show = "from inspections import settings; d = settings.DATABASES['default']; print(d['ENGINE'], d['NAME'])"
    result = python("-c", show, folder=tmp_path / "new")
    assert result.stdout.split() == ["django.db.backends.sqlite3", str(tmp_path / "new" / "knowledge-base.sqlite3")]


@pytest.mark.parametrize(
    ("pragma", "value"),
    [("journal_mode", "wal"), ("foreign_keys", 1), ("busy_timeout", 20_000), ("synchronous", 1)],
)
def test_sqlite_runs_with_the_pragmas_of_the_project(tmp_path, django_db_blocker, pragma, value):
    config = {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": tmp_path / "file.sqlite3",
        "OPTIONS": settings.SQLITE_OPTIONS,
    }
    database = ConnectionHandler({"default": config})["default"]
    with django_db_blocker.unblock(), database.cursor() as cursor:
        cursor.execute(f"PRAGMA {pragma}")
        assert cursor.fetchone()[0] == value
        database.close()


def test_sqlite_writers_lock_at_the_start_of_a_transaction():
    assert settings.SQLITE_OPTIONS["transaction_mode"] == "IMMEDIATE"


@pytest.mark.django_db
def test_tests_run_on_the_database_that_was_asked_for():
    url = os.environ.get("DATABASE_URL", "sqlite:")
    assert url.startswith(connection.vendor[:8])


@pytest.mark.django_db
def test_every_answer_carries_a_strict_content_security_policy(client):
    response = client.get("/admin/login/")
    policy = response["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "script-src 'self'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy
    assert "data:" not in policy
    assert "nonce" not in policy


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("header", "value"),
    [("X-Content-Type-Options", "nosniff"), ("X-Frame-Options", "DENY"), ("Referrer-Policy", "same-origin")],
)
def test_every_answer_carries_the_other_headers_of_safety(client, header, value):
    assert client.get("/admin/login/")[header] == value


@pytest.mark.django_db
def test_the_cookie_of_a_session_is_out_of_reach_of_scripts_and_of_other_sites(client, django_user_model):
    django_user_model.objects.create_user("mary", password="long-4711-word", is_staff=True)
    client.post("/admin/login/", {"username": "mary", "password": "long-4711-word"})
    cookie = client.cookies["sessionid"]
    assert cookie["httponly"]
    assert cookie["samesite"] == "Lax"


def test_cookies_go_over_https_only_in_production(tmp_path):
    show = "from inspections import settings; print(settings.SESSION_COOKIE_SECURE, settings.CSRF_COOKIE_SECURE)"
    assert python("-c", show, folder=tmp_path, **PRODUCTION).stdout.split() == ["True", "True"]


@pytest.mark.parametrize("environment", [{}, PRODUCTION], ids=["local", "production"])
def test_a_fault_shows_on_the_console_once(tmp_path, environment):
    fault = "import logging, django; django.setup(); logging.getLogger('django.request').error('a fault')"
    result = python("-c", fault, folder=tmp_path, DJANGO_SETTINGS_MODULE="inspections.settings", **environment)
    assert result.stderr.count("a fault") == 1
