"""The generator fills an empty database alone, with the same knowledge base for the same seed."""

import pytest
from django.db import transaction

from findings.models import Finding
from ingest.bench.generate import Generator, NotEmptyError
from inspections.models import Authority, Report
from tests import builders

pytestmark = pytest.mark.django_db


def test_a_database_with_reports_is_left_alone():
    builders.report()
    with pytest.raises(NotEmptyError, match="holds reports"):
        next(Generator().run(10))
    assert Report.objects.count() == 1


def test_nothing_is_generated_where_nothing_is_wanted():
    assert list(Generator().run(0)) == []
    assert not Report.objects.exists()


def generated(seed: int) -> list[tuple[str, str]]:
    """The titles and dates of what the seed gives; nothing of it is left."""
    with transaction.atomic():
        *_, written = Generator(seed).run(200)
        assert written == Finding.objects.count() >= 200
        found = list(Report.objects.order_by("identity").values_list("title", "published"))
        transaction.set_rollback(True)
    return found


def test_the_same_seed_gives_the_same_knowledge_base():
    assert generated(1) == generated(1)


def test_what_is_generated_says_so_and_is_not_about_samples():
    list(Generator().run(150))
    assert all(report.title.startswith("Generated ") for report in Report.objects.all())
    assert not Authority.objects.filter(reports__isnull=False, is_sample=True).exists()
