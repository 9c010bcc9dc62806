"""The plan of ``make mutants`` names existing modules and tests, and its total claims no more than is known."""

import pytest

from tests.mutants import ROOT, Plan, Score, estimate


@pytest.fixture(scope="module")
def plan() -> Plan:
    return Plan.read()


def test_every_row_names_modules_that_exist(plan):
    assert [pattern for pattern in plan.modules if not plan.paths(pattern)] == []


def test_the_tests_of_every_module_exist(plan):
    tests = {test for pattern in plan.modules for path in plan.paths(pattern) for test in plan.tests_of(path)}
    assert [test for test in tests if not (ROOT / test).exists()] == []


def test_a_module_is_held_by_the_test_at_its_place_and_those_of_its_rows_else_by_the_folder(tmp_path):
    mirror = tmp_path / "tests" / "a" / "test_b.py"
    mirror.parent.mkdir(parents=True)
    mirror.touch()
    plan = Plan(85, 50, 1, {"a/*.py": ["tests/x"], "a/b.py": ["tests/y.py"]})
    assert plan.tests_of("a/b.py", tmp_path) == ["tests/a/test_b.py", "tests/x", "tests/y.py"]
    assert plan.tests_of("a/c.py", tmp_path) == ["tests/x"]
    assert Plan(85, 50, 1, {"a/*.py": []}).tests_of("a/c.py", tmp_path) == ["tests/a"]


def test_modules_weigh_by_their_mutants_not_by_those_tried():
    share, _ = estimate([Score("large.py", 900, 50, 25, 0), Score("small.py", 100, 50, 50, 0)])
    assert share == pytest.approx(0.55)


def test_only_a_sample_leaves_a_margin():
    assert estimate([Score("a.py", 80, 80, 40, 0)]) == (0.5, 0)
    assert estimate([Score("a.py", 101, 51, 51, 0)]) == (1, 0)
    _, margin = estimate([Score("a.py", 102, 51, 34, 0)])
    assert margin == pytest.approx(1.96 * (0.5 * (2 / 9) / 50) ** 0.5)
