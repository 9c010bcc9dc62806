"""``manage.py generate``: fills an empty database and nothing else."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from findings.models import Finding, SearchEntry
from inspections.models import Report
from tests import builders

pytestmark = pytest.mark.django_db


def test_a_database_with_reports_is_left_alone():
    builders.report()
    with pytest.raises(CommandError, match="holds reports"):
        call_command("generate", "--findings=10")
    assert Report.objects.count() == 1


def test_what_is_generated_is_counted_and_can_be_searched():
    out = StringIO()
    call_command("generate", "--findings=150", verbosity=2, stdout=out)
    number = Finding.objects.count()
    assert number >= 150
    assert out.getvalue().splitlines()[-1] == f"{number:,} findings were generated."
    assert SearchEntry.objects.filter(kind="finding").count() == number
