"""Which report a drafted one is: by what was read of it, and by what people corrected in that."""

from dataclasses import replace
from typing import Any

import pytest
from django.contrib.auth.models import User

from findings.corrections.service import correct, withdraw
from findings.models import Finding
from ingest.drafts import ReportDraft
from ingest.load import load
from ingest.load.identities import identities
from inspections.models import InspectionStatement, Report
from inspections.vocabulary import ReportKind
from tests import builders
from tests.ingest.drafts_builder import date, extraction, inspection, later, other_authority, paper, sif

pytestmark = pytest.mark.django_db
WHY = "It is printed otherwise on page 1."
LATER = "2015-09-21"


@pytest.fixture(autouse=True)
def _own_media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


def test_an_inspection_report_is_known_by_its_first_day_and_a_paper_by_its_date_and_title():
    (own,) = identities([sif()], "a" * 64)
    assert own == "sif:999:2015-09-14"
    (renamed,) = identities([sif(title="Another title")], "b" * 64)
    assert renamed == own
    one, other = (identities([paper(title=title)], "a" * 64)[0] for title in ("One", "Another"))
    assert one != other
    assert one == identities([paper(title="  ONE ")], "b" * 64)[0], "as titles are compared"


def test_a_report_of_no_known_authority_is_known_by_its_bytes():
    assert identities([sif(authority=None)], "a" * 64) != identities([sif(authority=None)], "b" * 64)


def test_what_would_have_the_same_identity_is_numbered():
    keys = identities([paper(), paper(), paper()], "a" * 64)
    assert keys == [keys[0], f"{keys[0]}~2", f"{keys[0]}~3"]


@pytest.fixture
def user(db) -> User:
    person: User = builders.editor()
    return person


def edition(name: str, *reports: ReportDraft) -> None:
    load(extraction(*(reports or (sif(),)), name=f"{name}.txt"))


def starting(day: str, **values: Any) -> ReportDraft:
    return sif(inspection=inspection("sif", day, "2015-10-08"), **values)


def correct_first_day(user: User) -> Any:
    return correct(InspectionStatement.objects.get(anchor="inspection"), "started", LATER, WHY, user)


def one_report() -> Report:
    report = Report.objects.get()
    assert Finding.objects.live().count() == 3
    return report


def test_an_edition_that_prints_the_corrected_first_day_is_of_the_same_report(user):
    edition("one")
    address = one_report().get_absolute_url()
    correct_first_day(user)
    edition("two", starting(LATER))
    assert one_report().get_absolute_url() == address
    edition("three", starting("2015-09-14"))
    edition("four", starting(LATER))
    assert InspectionStatement.objects.get(report=one_report()).started == LATER


def test_a_report_of_another_day_stays_another_report(user):
    edition("one")
    correct_first_day(user)
    edition("two", starting("2015-09-28"))
    assert Report.objects.count() == 2


def test_a_day_whose_correction_was_withdrawn_is_of_another_report(user):
    edition("one")
    withdraw(correct_first_day(user), WHY, user)
    edition("two", starting(LATER))
    assert Report.objects.count() == 2


def test_a_hidden_report_stays_hidden_when_an_edition_prints_what_was_corrected(user):
    edition("one")
    correct_first_day(user)
    Report.objects.update(visibility="hidden")
    edition("two", starting(LATER))
    assert not one_report().is_public


def test_the_next_reading_of_the_same_file_is_of_the_same_report_whatever_was_corrected(user):
    edition("one")
    correct_first_day(user)
    correct(Report.objects.get(), "authority", builders.authority("Kent"), WHY, user)
    edition("one")
    edition("one", replace(sif(), title="Read better"))
    assert one_report().authority.name == "Kent"


def test_an_edition_that_prints_the_corrected_authority_is_of_the_same_report(user):
    other = other_authority("887")
    edition("one")
    correct(Report.objects.get(), "authority", other.la_code, WHY, user)
    edition("two", sif(authority=other))
    assert one_report().authority.la_code == other.la_code


def test_a_report_whose_authority_was_set_by_a_person_is_joined_by_the_edition_that_prints_it(user):
    edition("one", sif(authority=None, judgements=()))
    report = Report.objects.get()
    correct(report, "authority", "999", WHY, user)
    edition("one", sif(authority=None, judgements=()))
    edition("two")
    assert one_report().pk == report.pk


def test_an_edition_may_print_one_corrected_fact_and_not_the_other(user):
    other = other_authority("887")
    edition("one")
    correct_first_day(user)
    correct(Report.objects.get(), "authority", other.la_code, WHY, user)
    edition("two", starting(LATER))
    report = one_report()
    assert report.authority.la_code == other.la_code
    assert report.inspection.started == LATER


def test_a_paper_with_the_corrected_title_and_date_is_the_same_paper(user):
    edition("one", paper(title="Progres report"))
    report = Report.objects.get()
    correct(report, "title", "Progress report", WHY, user)
    correct(report, "published", "2016-02-08", WHY, user)
    edition("two", replace(paper(title="Progress report"), published=date("2016-02-08")))
    assert Report.objects.count() == 1


def test_an_edition_of_the_corrected_framework_is_of_the_same_report(user):
    edition("one")
    correct(InspectionStatement.objects.get(anchor="inspection"), "framework", "ilacs", WHY, user)
    edition("one")
    assert one_report().inspection.framework.code == "ilacs"
    amended = sif(kind=ReportKind.ILACS, inspection=inspection("ilacs", "2015-09-14", "2015-10-08"))
    edition("two", later(amended))
    assert one_report().kind == "ilacs"


def test_where_two_reports_were_corrected_to_the_same_day_nothing_is_guessed(user):
    edition("one")
    edition("two", starting("2015-09-28"))
    for statement in InspectionStatement.objects.filter(anchor="inspection"):
        correct(statement, "started", LATER, WHY, user)
    edition("three", starting(LATER))
    assert Report.objects.count() == 3


def test_a_superseded_file_that_is_read_again_stays_with_its_report(user):
    edition("one")
    correct_first_day(user)
    edition("two", later(starting(LATER)))
    withdraw(one_report().corrections.get(), WHY, user)
    edition("one")
    assert one_report().inspection.started == LATER
