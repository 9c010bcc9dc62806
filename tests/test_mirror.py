"""Every module with logic has its test at the same place under ``tests/``, or a reason why it is tested elsewhere.

A module has logic when one of its functions or methods decides something: a condition, a loop, a comprehension or an
attempt. ``ingest/split.py`` is tested by ``tests/ingest/test_split.py``.
"""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGES = ("inspections", "findings", "ingest")
DECISIONS = (
    *(ast.If, ast.IfExp, ast.BoolOp, ast.Match),
    *(ast.For, ast.While, ast.comprehension, ast.Try, ast.With),
)

# Modules that are tested elsewhere: the test that holds them, and why it does not stand at their own place.
ELSEWHERE: dict[str, tuple[str, str]] = {
    "inspections/views/*.py": ("tests/pages", "a view is tested by its address, as readers meet it"),
    "findings/views/*.py": ("tests/pages", "a view is tested by its address, as readers meet it"),
    "findings/views/analysis/*.py": ("tests/pages/test_analysis.py", "every analysis is tested by its address"),
    "inspections/admin/*.py": ("tests/inspections/admin/test_admin.py", "every list and form is opened by its address"),
    "findings/admin/*.py": ("tests/findings/admin", "forms and lists are tested by what editors do with them"),
    "findings/alerts/views.py": ("tests/pages/test_alerts.py", "a view is tested by its address, as readers meet it"),
    "findings/alerts/mails.py": (
        "tests/findings/alerts/management/commands/test_send_alerts.py",
        "mails are looked at as a mail server gets them",
    ),
    "findings/briefings/*.py": ("tests/findings/briefings", "a briefing is looked at whole, as page, Word and text"),
    "inspections/lists/counting.py": (
        "tests/inspections/lists/test_filterset.py",
        "what filters leave and what is counted of it are asked together",
    ),
    "inspections/lists/kept_counts.py": (
        "tests/findings/filtersets/test_kept_counts.py",
        "numbers are kept of records, which belong to findings",
    ),
    "inspections/admin_site.py": (
        "tests/inspections/admin/test_admin.py",
        "its first page is one of those of the admin",
    ),
    **dict.fromkeys(
        (f"ingest/fetch/{name}.py" for name in ("body", "client", "download", "transport")),
        ("tests/ingest/fetch/test_asking.py", "what a server may do is done to one address, from connection to file"),
    ),
    "ingest/fetch/recording.py": (
        "tests/ingest/fetch/test_run.py",
        "what is written down is what checks find",
    ),
    "ingest/bench/made.py": ("tests/ingest/bench/test_generate.py", "the generator has no other use for it"),
    "ingest/admin.py": ("tests/inspections/admin/test_admin.py", "every list and form is opened by its address"),
}


def has_logic(path: Path) -> bool:
    """Whether a function of the module decides anything."""
    functions = (ast.FunctionDef, ast.AsyncFunctionDef)
    return any(
        isinstance(inner, DECISIONS)
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, functions)
        for inner in ast.walk(node)
    )


def mirror_of(module: str) -> Path:
    """Where the test of a module stands; that of a package's ``__init__`` has the name of the package."""
    path = Path(module)
    if path.name == "__init__.py":
        return ROOT / "tests" / path.parent.parent / f"test_{path.parent.name}.py"
    return ROOT / "tests" / path.parent / f"test_{path.name}"


@pytest.fixture(scope="module")
def untested() -> set[str]:
    """The modules with logic that have no test at their own place."""
    paths = [path for package in PACKAGES for path in (ROOT / package).rglob("*.py") if "migrations" not in path.parts]
    modules = {path.relative_to(ROOT).as_posix() for path in paths if has_logic(path)}
    assert len(modules) > 150
    return {module for module in modules if not mirror_of(module).is_file()}


def matched(pattern: str) -> set[str]:
    return {path.relative_to(ROOT).as_posix() for path in ROOT.glob(pattern)}


def test_every_module_with_logic_has_its_test_at_the_same_place(untested):
    excepted: set[str] = set().union(*map(matched, ELSEWHERE))
    assert sorted(untested - excepted) == [], "write the test, or tell in ELSEWHERE which test holds the module and why"


def test_every_exception_is_still_one(untested):
    assert [pattern for pattern in ELSEWHERE if not matched(pattern) & untested] == []


def test_the_tests_that_exceptions_name_exist():
    assert [test for test, _ in ELSEWHERE.values() if not (ROOT / test).exists()] == []
