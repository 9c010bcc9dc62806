"""Rows of a report follow a reading: matched, made, changed, retired, revived; each keeps its anchor for good."""

import pytest

from findings.models import Evidence, Finding, Recommendation, Section
from ingest.blocks import Place
from ingest.drafts import RecommendationDraft, SectionDraft
from ingest.load import load
from ingest.models import Outcome
from inspections.documents.settling import settle
from inspections.models import Notice
from tests import builders
from tests.ingest.drafts_builder import extraction, finding, recommendation, sif, with_findings
from tests.ingest.snapshots import everything

pytestmark = pytest.mark.django_db

SUPERVISION = "The quality of supervision, so that plans for children are looked at and acted upon."
VISITS = "The recording of visits, so that the views of children can be seen in what is decided."
HEALTH = "Timely health assessments for children who come into care."


def test_a_paragraph_that_is_gone_is_retired_and_comes_back_as_the_same_row():
    load(extraction(sif()))
    three = Finding.objects.get(ref="3")
    without = with_findings(
        sif(), finding("2", section="s2", domain="adoption"), finding("4", section="s2", domain="adoption")
    )
    assert load(extraction(without)).retired == 1
    three.refresh_from_db()
    assert three.retired_at is not None
    assert not Evidence.objects.filter(finding=three).exists()
    load(extraction(sif()))
    three.refresh_from_db()
    assert three.retired_at is None
    assert three.carries.exists()


def bullets(*words: str) -> tuple[RecommendationDraft, ...]:
    return tuple(recommendation(None, said, anchor=f"improve-{n}") for n, said in enumerate(words, 1))


def test_unnumbered_items_keep_their_row_and_anchor_when_one_is_put_in_front():
    load(extraction(sif(recommendations=bullets(SUPERVISION, VISITS), references=())))
    before = {row.text: (row.pk, row.anchor) for row in Recommendation.objects.all()}
    load(extraction(sif(recommendations=bullets(HEALTH, SUPERVISION, VISITS), references=())))
    after = {row.text: (row.pk, row.anchor) for row in Recommendation.objects.live()}
    assert {text: after[text] for text in before} == before
    assert after[HEALTH][1] == "improve-1~2"
    assert not Notice.objects.filter(code="needs-review").exists()


def test_an_unnumbered_item_in_nearly_the_same_words_is_the_same_row():
    load(extraction(sif(recommendations=bullets(SUPERVISION, VISITS), references=())))
    before = Recommendation.objects.get(text=VISITS)
    load(extraction(sif(recommendations=bullets(VISITS.replace("can be", "could be"), SUPERVISION), references=())))
    before.refresh_from_db()
    assert "could be" in before.text
    assert before.retired_at is None


def test_an_unnumbered_item_in_other_words_is_new_and_asks_for_a_look():
    load(extraction(sif(recommendations=bullets(SUPERVISION, VISITS), references=())))
    result = load(extraction(sif(recommendations=bullets(SUPERVISION, HEALTH), references=())))
    assert (result.created, result.retired) == (1, 1)
    notice = Notice.objects.get(code="needs-review")
    assert notice.anchor == Recommendation.objects.get(text=HEALTH).anchor == "improve-2~2"
    assert "improve-2" in notice.message


def questions() -> list[str]:
    return list(Notice.objects.open().filter(code="needs-review").values_list("anchor", flat=True))


def test_what_is_to_be_compared_is_asked_at_every_reading_until_somebody_settles_it():
    load(extraction(sif(recommendations=bullets(SUPERVISION, VISITS), references=())))
    newer = extraction(sif(recommendations=bullets(SUPERVISION, HEALTH), references=()))
    load(newer)
    before = everything()
    load(newer)
    assert everything() == before
    assert questions() == ["improve-2~2"]
    load(extraction(sif(recommendations=bullets(SUPERVISION, HEALTH), references=()), name="edition.txt"))
    assert questions() == ["improve-2~2"], "in a newer edition too"
    settle(Notice.objects.filter(code="needs-review"), "They are two.", builders.editor())
    load(extraction(sif(recommendations=bullets(SUPERVISION, HEALTH), references=()), name="edition.txt"))
    assert questions() == []


def test_what_is_to_be_compared_is_not_asked_of_a_record_that_is_gone():
    load(extraction(sif(recommendations=bullets(SUPERVISION, VISITS), references=())))
    load(extraction(sif(recommendations=bullets(SUPERVISION, HEALTH), references=())))
    load(extraction(sif(recommendations=bullets(SUPERVISION), references=())))
    assert questions() == []


def test_a_number_that_is_printed_twice_stays_two_rows_at_every_reading():
    report = with_findings(
        sif(judgements=()), finding("2", "The one."), finding("2", "The other.", anchor="para-2~2"), finding("3")
    )
    load(extraction(report))
    before = everything()
    assert load(extraction(report)).outcome is Outcome.UNCHANGED
    assert everything() == before


def test_texts_longer_than_a_column_are_shortened_with_a_notice():
    load(extraction(sif(recommendations=(recommendation("1", addressee="The board " * 60),), references=())))
    assert len(Recommendation.objects.get().addressee) == 300
    assert Notice.objects.get(code="text-shortened").anchor == "rec-1"


def test_what_only_moved_by_some_lines_is_not_counted_as_changed():
    load(extraction(with_findings(sif(), finding("2"))))
    again = load(extraction(with_findings(sif(), finding("2", place=Place(page=2, line=77)))))
    assert (again.outcome, again.changed, Finding.objects.get().line) == (Outcome.LOADED, 0, 77)


def test_an_unnumbered_paragraph_is_not_compared_with_numbered_ones_that_are_gone():
    load(extraction(with_findings(sif(), finding("2"), finding("3"))))
    note = finding(None, "A note that was printed beside.", anchor="p2-1")
    load(extraction(with_findings(sif(), finding("2"), note)))
    assert Finding.objects.filter(retired_at__isnull=False).count() == 1
    assert not Notice.objects.filter(code="needs-review").exists()


def test_rows_point_at_the_parents_of_the_last_reading():
    flat = (SectionDraft("s1", "The council", 1), SectionDraft("s2", "Adoption", 1))
    nested = (SectionDraft("s1", "The council", 1), SectionDraft("s2", "Adoption", 2, "s1"))
    found = []
    for sections in (flat, nested, flat):
        load(extraction(sif(sections=sections, recommendations=(), references=())))
        parent = Section.objects.get(anchor="s2").parent
        found.append(parent and parent.anchor)
    assert found == [None, "s1", None]


def test_only_what_changed_is_counted():
    load(extraction(sif()))
    other = tuple(
        finding(n, "Other words." if n == "3" else "", section="s2", domain="adoption") for n in ("2", "3", "4")
    )
    result = load(extraction(with_findings(sif(), *other)))
    assert (result.created, result.changed, result.retired, result.unchanged) == (0, 1, 0, 8)
