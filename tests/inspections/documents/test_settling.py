"""Settling notices: they leave the public pages, and come back when the reading changes."""

from dataclasses import replace

import pytest
from django.contrib.auth.models import User

from ingest.load import load
from ingest.notices import NoticeDraft
from inspections.documents.settling import SettlingError, open_again, settle
from inspections.models import Notice, NoticeSettlement
from inspections.notice_codes import NoticeCode
from inspections.vocabulary import NoticeLevel
from tests import builders
from tests.ingest.drafts_builder import extraction, finding, sif, with_findings

pytestmark = pytest.mark.django_db
DOUBT = NoticeDraft(NoticeLevel.WARNING, NoticeCode.DUPLICATE_PARAGRAPH, "3 comes twice.", 2, 40, "para-3")
WHY = "Looked at page 2."


@pytest.fixture(autouse=True)
def _own_media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def user(db) -> User:
    person: User = builders.editor()
    return person


def read(words: str = "", *doubts: NoticeDraft) -> None:
    paragraphs = [finding(number, words if number == "3" else "") for number in ("2", "3", "4")]
    load(extraction(replace(with_findings(sif(references=()), *paragraphs), notices=doubts or (DOUBT,))))


def settled() -> list[str]:
    return list(Notice.objects.filter(settlement__isnull=False).values_list("message", flat=True))


def test_a_notice_is_settled_with_reason_and_who_and_stays_so_at_the_same_reading(user):
    read()
    assert settle(Notice.objects.all(), WHY, user) == 1
    made = NoticeSettlement.objects.get()
    assert (made.reason, made.made_by, made.message) == (WHY, user, DOUBT.message)
    read()
    assert settled() == [DOUBT.message]
    assert not Notice.objects.open().exists()


def test_a_settled_notice_comes_back_when_its_record_is_read_differently(user):
    read()
    settle(Notice.objects.all(), WHY, user)
    read("Workers of team 3 visit the children whom they know and write down what they hear.")
    assert settled() == []
    read()
    assert settled() == [DOUBT.message], "and is settled again when it is read as before"


@pytest.mark.parametrize(
    "doubt", [replace(DOUBT, message="3 comes three times."), replace(DOUBT, page=3), replace(DOUBT, line=41)]
)
def test_a_notice_that_says_something_else_is_open(user, doubt):
    read()
    settle(Notice.objects.all(), WHY, user)
    read("", doubt)
    assert settled() == []


def test_a_notice_that_went_away_and_comes_back_is_settled_still(user):
    read()
    settle(Notice.objects.all(), WHY, user)
    read("", replace(DOUBT, code=NoticeCode.MISSING_PARAGRAPHS))
    read()
    assert settled() == [DOUBT.message]


def test_a_notice_about_another_place_is_not_settled_with_it(user):
    read("", DOUBT, replace(DOUBT, anchor="para-4"))
    settle(Notice.objects.filter(anchor="para-3"), WHY, user)
    assert [one.anchor for one in Notice.objects.open()] == ["para-4"]


def test_a_settlement_is_withdrawn_with_a_reason(user):
    read()
    settle(Notice.objects.all(), WHY, user)
    open_again(Notice.objects.get(), "It was the wrong page.", user)
    assert Notice.objects.open().exists()
    made = NoticeSettlement.objects.get()
    assert (made.withdrawn_by, made.withdrawn_reason) == (user, "It was the wrong page.")
    read()
    assert settled() == []
    assert settle(Notice.objects.all(), WHY, user) == 1


def test_without_a_reason_nothing_is_settled_or_opened(user):
    read()
    with pytest.raises(SettlingError, match="reason"):
        settle(Notice.objects.all(), "  ", user)
    settle(Notice.objects.all(), WHY, user)
    with pytest.raises(SettlingError, match="reason"):
        open_again(Notice.objects.get(), "", user)
    open_again(Notice.objects.get(), WHY, user)
    with pytest.raises(SettlingError, match="open already"):
        open_again(Notice.objects.get(), WHY, user)


def test_what_is_settled_is_not_settled_again(user):
    read()
    settle(Notice.objects.all(), WHY, user)
    assert settle(Notice.objects.all(), "Another reason.", user) == 0
    assert NoticeSettlement.objects.get().reason == WHY
