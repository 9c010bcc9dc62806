"""The program that serves pages looks for garbage seldom; all others as Python does."""

import subprocess
import sys
from pathlib import Path

from inspections.garbage import NEW_OBJECTS

ROOT = Path(__file__).resolve().parents[2]
LOOK = "import gc, {module}; print(gc.get_threshold()[0], gc.get_freeze_count() > 0)"


def after_loading(module: str) -> str:
    told = subprocess.run(
        [sys.executable, "-c", LOOK.format(module=module)], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return told.stdout.strip()


def test_the_application_looks_seldom_and_not_at_the_program_itself():
    assert after_loading("inspections.wsgi") == f"{NEW_OBJECTS} True"


def test_commands_look_as_they_always_did():
    assert after_loading("manage").endswith(" False")
