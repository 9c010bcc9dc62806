"""The judgements behind a number, in the order that is asked for."""

import pytest

from inspections.analysis.listing import entries_of
from tests import builders
from tests.inspections.analysis.told import judged

pytestmark = pytest.mark.django_db


def test_judgements_come_in_order_with_a_note_on_how_they_compare():
    kent = builders.authority("Kent")
    old = judged(kent, "2006-05-02", "jar", staying_safe="inadequate")["staying-safe"]
    new = judged(kent, "2019-05-06", leadership="good")["leadership"]
    entries = entries_of([new.pk, 0, old.pk])
    assert [entry.judgement for entry in entries] == [new, old]
    assert [entry.note for entry in entries] == ["", "Staying safe: broadly comparable"]


def test_nothing_is_asked_for_nothing(django_assert_num_queries):
    with django_assert_num_queries(0):
        assert entries_of([]) == ()
