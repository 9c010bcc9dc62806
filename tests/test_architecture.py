"""The rules of imports: contracts of import-linter in pyproject.toml, and nothing in ``ingest`` outside of them."""

import pkgutil
import tomllib
from pathlib import Path

from importlinter.cli import EXIT_STATUS_SUCCESS, lint_imports

import ingest

ROOT = Path(__file__).resolve().parent.parent
KNOW_DJANGO = {"admin", "apps", "bench", "load", "management", "migrations", "models", "pipeline", "resolve", "tasks"}


def test_imports_point_one_way_and_reading_knows_no_django(monkeypatch, capsys):
    monkeypatch.chdir(ROOT)
    status = lint_imports(no_cache=True)
    assert status == EXIT_STATUS_SUCCESS, capsys.readouterr().out


def test_every_module_of_ingest_is_on_one_side_of_the_rule():
    config = tomllib.loads((ROOT / "pyproject.toml").read_text())
    contracts = {contract["id"]: contract for contract in config["tool"]["importlinter"]["contracts"]}
    pure = {name.removeprefix("ingest.") for name in contracts["reading"]["source_modules"]}
    modules = {module.name for module in pkgutil.iter_modules(ingest.__path__)}
    assert modules - KNOW_DJANGO == pure, "name it in the contract 'reading' or in KNOW_DJANGO"
