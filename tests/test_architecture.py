"""The rules of imports: contracts of import-linter in pyproject.toml, and no module outside of them."""

import pkgutil
import tomllib
from pathlib import Path
from typing import Any

import pytest
from importlinter.cli import EXIT_STATUS_SUCCESS, lint_imports

import ingest

ROOT = Path(__file__).resolve().parent.parent
PACKAGES = ("inspections", "findings", "ingest")
KNOW_DJANGO = {
    *("admin", "apps", "bench", "differences", "editions", "fetch", "load", "management", "migrations", "models"),
    *("pipeline", "rereading", "resolve", "unpublished", "uploads"),
}


@pytest.fixture(scope="module")
def contracts() -> dict[str, Any]:
    """The contracts of import-linter by their id."""
    config = tomllib.loads((ROOT / "pyproject.toml").read_text())
    return {contract["id"]: contract for contract in config["tool"]["importlinter"]["contracts"]}


def test_imports_point_one_way_and_reading_knows_no_django(monkeypatch, capsys):
    monkeypatch.chdir(ROOT)
    status = lint_imports(no_cache=True)
    assert status == EXIT_STATUS_SUCCESS, capsys.readouterr().out


def test_every_module_of_ingest_is_on_one_side_of_the_rule(contracts):
    pure = {name.removeprefix("ingest.") for name in contracts["reading"]["source_modules"]}
    modules = {module.name for module in pkgutil.iter_modules(ingest.__path__)}
    assert modules - KNOW_DJANGO == pure, "name it in the contract 'reading' or in KNOW_DJANGO"


@pytest.mark.parametrize("package", PACKAGES)
def test_every_folder_with_modules_is_a_package_so_that_the_contracts_see_it(package):
    folders = {path.parent for path in (ROOT / package).rglob("*.py")}
    assert not [folder for folder in folders if not (folder / "__init__.py").is_file()]


def test_every_package_of_inspections_has_a_layer(contracts):
    layers = {name.strip() for layer in contracts["what-was-inspected"]["layers"] for name in layer.split("|")}
    packages = {f"inspections.{path.parent.name}" for path in (ROOT / "inspections").glob("*/__init__.py")}
    elsewhere = {"inspections.formats", "inspections.management", "inspections.migrations"}
    assert packages - layers - elsewhere == set()
