"""``manage.py multiply``: says how large the knowledge base is now, or why it was not copied."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from ingest.bench.generate import Generator
from inspections.models import Report
from tests import builders

pytestmark = pytest.mark.django_db


def test_a_generated_knowledge_base_is_copied():
    list(Generator().run(10))
    reports = Report.objects.count()
    out = StringIO()
    call_command("multiply", "2", verbosity=2, stdout=out)
    assert out.getvalue().splitlines() == ["copy 1", "The knowledge base is 2 times as large."]
    assert Report.objects.count() == 2 * reports


def test_another_knowledge_base_is_refused():
    builders.report()
    with pytest.raises(CommandError, match="was generated"):
        call_command("multiply", "2")
