"""What holds for the whole repository: it names no machine and no registry, and its settings and hooks are told."""

import json
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
REGISTRY = re.compile(r"pypi\.org|python[h]osted|registry\.npmjs|npmjs\.(com|org)|registry\.yarnpkg|deb\.debian")
MACHINE_PATH = re.compile(r"(?<![\w./}])/(?:work|root|tmp|mnt|opt)/|/home/\w")


@pytest.fixture(scope="module")
def tracked() -> list[Path]:
    """Every file that git keeps, as far as it has not been deleted."""
    names = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    return [ROOT / name for name in names.split("\0") if name and (ROOT / name).is_file()]


def lines_with(pattern: re.Pattern[str], files: list[Path]) -> Iterator[str]:
    for path in files:
        for number, line in enumerate(path.read_text(errors="replace").splitlines(), 1):
            if pattern.search(line):
                yield f"{path.relative_to(ROOT)}:{number}: {line.strip()[:100]}"


def test_no_tracked_file_holds_the_address_of_a_package_registry(tracked):
    assert not list(lines_with(REGISTRY, tracked))


def test_no_tracked_file_holds_a_path_of_somebodys_machine(tracked):
    assert not list(lines_with(MACHINE_PATH, tracked))


def test_locks_of_python_packages_have_a_hash_for_every_package_and_no_address():
    locks = sorted(ROOT.glob("requirements*.lock"))
    assert {lock.name for lock in locks} == {
        "requirements.lock",
        *(f"requirements-{group}.lock" for group in ("assets", "dev", "inventory", "machines", "training")),
    }
    for lock in locks:
        text = lock.read_text()
        assert "://" not in text
        for entry in re.split(r"\n(?=\S)", text.strip()):
            assert "--hash=sha256:" in entry, entry.splitlines()[0]


def test_the_lock_of_the_assets_has_hashes_and_no_address():
    packages = json.loads((ROOT / "package-lock.json").read_text())["packages"]
    for name, package in packages.items():
        assert "resolved" not in package, name
        assert name == "" or "integrity" in package, name


def test_what_is_built_or_private_is_ignored():
    paths = ["static/built/main.css", "documents/report.pdf", "var/knowledge-base.sqlite3", "node_modules/x", ".venv/x"]
    ignored = subprocess.run(["git", "check-ignore", *paths], cwd=ROOT, capture_output=True, text=True, check=False)
    assert ignored.stdout.split() == paths


def test_every_variable_that_the_settings_read_is_in_the_guide_to_deployment():
    variables = set(re.findall(r'env(?:\.\w+)?\(\s*"([A-Z_]+)"', (ROOT / "inspections" / "settings.py").read_text()))
    guide = (ROOT / "inspections" / "DEPLOYMENT.md").read_text()
    assert variables
    assert not {name for name in variables if f"`{name}`" not in guide}


def test_the_hooks_of_commits_run_what_make_check_runs():
    recipe = re.search(r"^check:.*\n((?:\t.*\n)+)", (ROOT / "Makefile").read_text(), re.MULTILINE)
    assert recipe
    checks = [line.strip().replace("$(BIN)", ".venv/bin") for line in recipe[1].splitlines()]
    hooks = re.findall(r"entry: (.+)", (ROOT / ".pre-commit-config.yaml").read_text())
    assert hooks == checks
    assert "repo: local" in (ROOT / ".pre-commit-config.yaml").read_text()
