"""The program that serves pages has views and templates loaded before anybody asks."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
LOOK = """
import sys, inspections.wsgi
from django.template import base
print("findings.views.search" in sys.modules)
made, base.Template.__init__ = [], lambda self, *args, **kwargs: made.append(args)
from django.template.loader import get_template
get_template("findings/recommendations.html"), get_template("_components/judgement.html")
print(len(made))
"""


def test_no_view_is_imported_and_no_template_compiled_for_the_first_reader():
    told = subprocess.run([sys.executable, "-c", LOOK], cwd=ROOT, capture_output=True, text=True, check=True)
    assert told.stdout.split() == ["True", "0"]
