"""Patterns that are compiled when they are first used: they do what compiled ones do."""

import pkgutil
import re
from importlib import import_module

import pytest

import ingest
from ingest.wording.late import METHODS, _LatePattern, late


def _all() -> dict[str, _LatePattern]:
    modules = [import_module(module.name) for module in pkgutil.walk_packages(ingest.__path__, "ingest.")
               if module.name.startswith(("ingest.profiles", "ingest.structure", "ingest.wording"))]  # fmt: skip
    return {
        f"{module.__name__}.{name}": value
        for module in modules
        for name, value in vars(module).items()
        if isinstance(value, _LatePattern)
    }


def test_a_pattern_is_compiled_with_the_first_question() -> None:
    pattern = late(r"good", re.I)
    assert "search" not in vars(pattern)

    assert pattern.search("It is GOOD.")
    assert set(METHODS) < set(vars(pattern))


def test_it_answers_as_the_compiled_one_does() -> None:
    expression, text = r"(\w)(\d)", "a1 b2 c"
    compiled, pattern = re.compile(expression), late(expression)

    assert pattern.findall(text) == compiled.findall(text)
    assert pattern.sub(r"\2", text) == compiled.sub(r"\2", text)
    assert (pattern.groups, pattern.pattern) == (compiled.groups, compiled.pattern)


def test_the_words_of_a_pattern_are_known_before_it_is_compiled() -> None:
    pattern = late("a|b")

    assert pattern.pattern == "a|b"
    assert "search" not in vars(pattern)


@pytest.mark.parametrize("name", late_ones := _all())
def test_no_pattern_that_waits_has_a_mistake(name: str) -> None:
    pattern = late_ones[name]

    assert re.compile(pattern.pattern, pattern._flags)
