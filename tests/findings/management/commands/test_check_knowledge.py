"""The command that checks the knowledge base: what it tells, its exit status, and the choice of invariants."""

from io import StringIO
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from findings.alerts.checking import ALERTS
from findings.checks import INVARIANTS
from findings.models import Finding
from inspections.models import Report
from inspections.vocabulary import Visibility
from tests import builders
from tests.pages import story


@pytest.fixture
def told(db: Any, settings: Any, tmp_path: Any) -> story.Story:
    """The knowledge base of the tests of pages, put in order."""
    settings.MEDIA_ROOT = tmp_path
    made = story.tell()
    run("--repair", "--only", "reconciliation", "--only", "values")
    return made


def run(*arguments: str) -> str:
    out = StringIO()
    call_command("check_knowledge", *arguments, stdout=out)
    return out.getvalue()


def test_a_knowledge_base_in_order_says_so_of_every_invariant(told):
    said = run()
    assert all(f"{invariant.sentence}: yes" in said for invariant in (*INVARIANTS, ALERTS))
    assert said.endswith("Everything holds.\n")


def test_what_is_wrong_is_told_and_ends_with_an_error_until_it_is_repaired(told):
    Report.objects.filter(pk=told.report.pk).update(visibility=Visibility.HIDDEN)
    with pytest.raises(CommandError, match="0 were repaired"):
        run()
    assert "places were repaired" in run("--repair")
    builders.show(told.report, Visibility.PUBLISHED)
    assert "Everything holds." in run()


def test_what_cannot_be_made_again_stays_an_error(told):
    told.report.source.stored = "00/lost.pdf"
    told.report.source.save()
    with pytest.raises(CommandError, match="1 places are wrong; 0 were repaired"):
        run("--repair", "--only", "files")


def test_some_invariants_can_be_chosen(told):
    Finding.objects.filter(pk=told.paragraphs[1].pk).update(text="Nobody indexed this.")
    assert "Everything holds." in run("--only", "links", "--only", "files")
    with pytest.raises(CommandError):
        run("--only", "search")
