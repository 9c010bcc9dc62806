"""Workers start with all views and templates loaded, and garbage collection skips these."""

import runpy
import subprocess
import sys
from pathlib import Path

from findings.bulk import background
from ingest.management.commands import serve
from ingest.uploads import worker

ROOT = Path(__file__).resolve().parents[1]
START = """
import gc, runpy, sys
conf = runpy.run_path("gunicorn.conf.py")
import inspections.wsgi
conf["on_starting"](None)
print("findings.views.search" in sys.modules)
from django.db import connection
from django.template import base
compiled, base.Template.__init__ = [], lambda self, *args, **kwargs: compiled.append(args)
from django.template.loader import get_template
get_template("findings/recommendations.html"), get_template("components/grades/judgement.html")
print(len(compiled))
print(connection.connection)
conf["pre_fork"](None, None)
print(gc.get_freeze_count() > 0)
conf["post_fork"](None, None)
print(gc.get_threshold()[0])
"""


def started(command: list[str]) -> list[str]:
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout.split()


def test_views_and_templates_are_loaded_without_a_connection_and_frozen():
    assert started([sys.executable, "-c", START]) == ["True", "0", "None", "True", "10000"]


def test_gunicorn_takes_the_settings_and_loads_the_application():
    printed = started([sys.executable, "-m", "gunicorn", "--check-config", "--print-config"])
    settings = dict(zip(printed, printed[2:], strict=False))
    assert (settings["wsgi_app"], settings["preload_app"], settings["worker_class"]) == (
        "inspections.wsgi",
        "True",
        "inspections.server.BufferedWorker",
    )


def test_uploads_and_bulk_files_are_taken_up_with_the_server_in_production_and_on_ones_own_machine(monkeypatch, capsys):
    started: list[str] = []
    monkeypatch.setattr(worker, "start_worker", lambda: started.append("gunicorn"))
    monkeypatch.setattr(serve, "start_worker", lambda: started.append("serve"))
    monkeypatch.setattr(background, "start_publishing", lambda: started.append("bulk files"))
    monkeypatch.setattr(serve, "start_publishing", started.append)
    runpy.run_path(str(ROOT / "gunicorn.conf.py"))["when_ready"](None)
    serve.Command()._welcome(8001)
    assert started == ["gunicorn", "bulk files", "serve", "http://127.0.0.1:8001"]
