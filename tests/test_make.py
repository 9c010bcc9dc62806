"""What the Makefile and the CI script do with what they are given, without running what they start."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]


def make(*arguments: str, **environment: str) -> str:
    """The commands that ``make`` would run."""
    inherited = {
        name: value for name, value in os.environ.items() if not name.startswith(("MAKE", "MFLAGS", "DATABASE_URL"))
    }
    return subprocess.run(
        ["make", "--dry-run", *arguments],
        cwd=ROOT,
        env={**inherited, **environment},
        capture_output=True,
        text=True,
        check=True,
    ).stdout


def test_every_target_is_made_though_a_file_of_its_name_stands_there():
    text = (ROOT / "Makefile").read_text()
    (declared,) = re.findall(r"^\.PHONY: (.*)$", text, re.MULTILINE)
    assert set(re.findall(r"^([a-z-]+):(?!=)", text, re.MULTILINE)) == set(declared.split())


def test_run_hands_on_documents_and_port():
    assert "manage.py serve --port 8000\n" in f"{make('run').rstrip()}\n"
    assert 'manage.py serve --port 8001 --documents "some where"' in make("run", "DOCS=some where", "PORT=8001")


@pytest.mark.parametrize("target", ["run", "test", "bench"])
def test_modules_are_compiled_before_they_are_run(target):
    assert "python -m compileall -q ingest inspections findings\n" in make("--always-make", target)


def test_the_database_tests_run_again_on_a_postgresql_that_is_started_unless_one_is_given():
    assert 'python -m tests.postgres .venv/bin/pytest -n 2 -m "database and not browser"' in make("test")
    given = make("test", DATABASE_URL="postgres://reader@db.example.org/reports")
    assert "tests.postgres" not in given
    assert '.venv/bin/pytest -n 2 -m "database and not browser"' in given
    assert "env -u DATABASE_URL .venv/bin/pytest" in given


def test_every_part_of_the_tests_is_run_even_when_another_fails():
    commands = make("test")
    assert "--keep-going" in commands
    assert (
        '.venv/bin/python -m slipcover --json --out .pytest_cache/coverage.json -m pytest -n 2 -m "not browser"'
        in commands
    )
    assert ".venv/bin/pytest -n 2 -m browser tests/pages" in commands


def test_what_failed_is_named_for_the_end_of_a_run(tmp_path):
    failing = tmp_path / "test_failing.py"
    failing.write_text("def test_one():\n    assert not 1\n\ndef test_other(unknown):\n    pass\n")
    names = tmp_path / "not there yet" / "failed"
    # Measured too, its workers would put what they covered in the place of what ours did.
    environment = {name: value for name, value in os.environ.items() if not name.startswith("SLIPCOVER_")}
    subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-n", "2", f"--rootdir={ROOT}", "-p", "tests.conftest", str(failing)],
        cwd=ROOT,
        env={**environment, "FAILED_TESTS": str(names)},
        capture_output=True,
        check=False,
    )
    assert [line.split("::")[-1] for line in sorted(names.read_text().splitlines())] == ["test_other", "test_one"]


@pytest.mark.parametrize(("failing", "status"), [("none", 0), ("check", 1), ("test", 1)])
def test_ci_runs_checks_and_tests_and_fails_when_either_fails(tmp_path, failing, status):
    stand_in = tmp_path / "make"
    stand_in.write_text(f'#!/bin/sh\necho "$1" >> {tmp_path}/called\n[ "$1" != {failing} ]\n')
    stand_in.chmod(0o755)
    environment = {**os.environ, "PATH": f"{tmp_path}:{os.environ['PATH']}"}
    result = subprocess.run(["bash", ".ci/run"], cwd=ROOT, env=environment, capture_output=True, check=False)
    assert result.returncode == status
    assert (tmp_path / "called").read_text().split() == ["check", "test"]
