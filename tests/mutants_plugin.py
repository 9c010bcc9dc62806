"""A pytest plugin of mutation runs, which lets mutmut see which tests depend on a function.

mutmut notes which functions are called during a test and tries a mutant on the tests that called its function. Results
that outlive a test would hide calls: what a module's fixture reads once, and what ``functools.cache`` remembers.

It also brings forward the failure that ends the trial of a mutant: property tests and those of real documents run last,
and hypothesis does not search for the smallest failing example.
"""

import functools
import gc
from collections import defaultdict
from collections.abc import Generator
from pathlib import Path

import pytest
from hypothesis import Phase, settings
from mutmut.state import state

REAL_DOCUMENTS = frozenset({"shared", "seeds"})
PACKAGES = ("ingest", "findings", "inspections")
# Functions called while fixtures were set up, by file: each later test of the file may use what they returned.
called: defaultdict[Path, set[str]] = defaultdict(set)


def pytest_configure() -> None:
    """Let hypothesis stop at the first failing example; otherwise the profile of ``tests/conftest.py`` applies."""
    settings.register_profile("mutants", settings.default, phases=(Phase.explicit, Phase.generate))
    settings.load_profile("mutants")


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Run file by file, as mutmut names tests in any order, and last those of properties and real documents."""
    items.sort(key=lambda item: (_takes_long(item), item.path))


def _takes_long(item: pytest.Item) -> bool:
    is_property = getattr(getattr(item, "obj", None), "is_hypothesis_test", False)
    return is_property or not REAL_DOCUMENTS.isdisjoint(getattr(item, "fixturenames", ()))


@functools.cache
def caches() -> list["functools._lru_cache_wrapper[object]"]:
    """The functions of the project that remember what they returned, as far as they are imported after collection."""
    remembering = [found for found in gc.get_objects() if isinstance(found, functools._lru_cache_wrapper)]
    return [found for found in remembering if found.__module__.split(".")[0] in PACKAGES]


@pytest.hookimpl(wrapper=True)
def pytest_runtest_setup(item: pytest.Item) -> Generator[None]:
    """Start each test with empty caches, and credit it with the earlier calls of its module's fixtures."""
    for cache in caches():
        cache.cache_clear()
    yield
    called[item.path] |= state()._stats
    state()._stats |= called[item.path]
