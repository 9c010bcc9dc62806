"""Fixtures that every test can use."""

import gc
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest
from django.core.cache import cache
from django.db import connection
from hypothesis import HealthCheck, settings

from tests.migrated import migrate_once

# A busy machine is no mistake of the program: examples may take as long as they take. CI tries the same examples each
# time, so that a commit passes or fails for what it changes; everybody else's runs look for new ones.
settings.register_profile(
    "unhurried",
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
    derandomize=bool(os.environ.get("CI")),
)
settings.load_profile("unhurried")

os.environ["PUBLISH_BULK"] = "separate"  # nor do the processes that tests start make bulk files of what they load

DATABASE_FIXTURES = {"db", "transactional_db", "django_db_setup", "live_server"}
SHARED = Path(__file__).resolve().parent.parent.parent / "shared"


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark the tests that use the database, so that ``-m database`` runs them, and only them, on another database."""
    for item in items:
        fixtures = set(getattr(item, "fixturenames", ()))
        if item.get_closest_marker("either_database"):
            continue
        if item.get_closest_marker("django_db") or fixtures & DATABASE_FIXTURES:
            item.add_marker("database")


def pytest_collection_finish() -> None:
    """Look for garbage seldom, and not among what is imported: it took a tenth of the time of the tests of pages."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(100_000, 20, 100)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Add the names of the tests that failed to the file that ``make test`` shows at its end."""
    name = os.environ.get("FAILED_TESTS")
    if name and not hasattr(config, "workerinput"):  # whoever started the workers tells of all
        Path(name).parent.mkdir(exist_ok=True)
        with Path(name).open("a") as file:
            for outcome in ("failed", "error"):
                file.writelines(f"{outcome} {one.nodeid}\n" for one in terminalreporter.getreports(outcome))


@pytest.fixture(scope="session")
def django_db_modify_db_settings(
    request: pytest.FixtureRequest,
    tmp_path_factory: pytest.TempPathFactory,
    django_db_modify_db_settings_parallel_suffix: None,
) -> Iterator[None]:
    """Let SQLite copy the tables that another process made of the same code, and serve browsers from a file.

    Threads that share a database in memory do not wait for each other: the site would answer "table is locked" while an
    upload is read, which it never does over a file.
    """
    make_database = connection.creation.create_test_db

    def make(*args: Any, **options: Any) -> str:
        with patch("django.core.management.call_command", migrate_once):
            return make_database(*args, **options)

    if connection.vendor != "sqlite":
        yield
        return
    if any(item.get_closest_marker("browser") for item in request.session.items):
        connection.settings_dict["TEST"]["NAME"] = str(tmp_path_factory.mktemp("database") / "served.sqlite3")
    with patch.object(connection.creation, "create_test_db", make):
        yield


@pytest.fixture(autouse=True)
def nothing_remembered() -> None:
    """Clear the cache: tests that save nothing share one revision, and would see what others counted under it."""
    cache.clear()


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real documents and facts beside the project; without it the test skips, and fails in CI."""
    if not (SHARED / "documents").is_dir():
        message = "the real documents (../shared) are not here"
        if os.environ.get("CI"):
            pytest.fail(message)
        pytest.skip(message)
    return SHARED


@pytest.fixture(scope="session")
def seeds(shared: Path) -> dict[str, Path]:
    """The five seed documents by the three digits in front of their name."""
    return {path.name[:3]: path for path in sorted((shared / "documents" / "seeds").glob("*.txt"))}
