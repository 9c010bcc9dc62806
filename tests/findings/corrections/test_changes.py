"""Taking out, splitting and joining records: what is shown then, what is refused, and what withdrawing brings back."""

import pytest

from findings.corrections.changes import join, split, suppress
from findings.corrections.making import CorrectionError
from findings.corrections.manual_records import take_back
from findings.corrections.service import correct, withdraw
from findings.models import Correction, CrossReference, Evidence, Finding, Recommendation, SearchEntry, Section
from ingest.drafts import ReferenceDraft
from ingest.load import load
from inspections.models import Judgement
from inspections.vocabulary import ReferenceTarget
from tests import builders
from tests.ingest.drafts_builder import extraction, finding, sif

pytestmark = pytest.mark.django_db
WHY = "It is printed otherwise on page 2."
VISITS = "Workers visit children as often as their plans say."
PLANS = "Plans for children are clear, and parents are told in good time."
BOTH = f"{VISITS} {PLANS}"
STAFF = "There are enough workers, and most of them have known the children for long."


@pytest.fixture
def rows() -> dict[str, Finding]:
    """Three paragraphs of a report, the first of which holds two; the third is cited and all carry a judgement."""
    cites = ReferenceDraft("rec-1", ReferenceTarget.PARAGRAPH, "4", "(paragraph 4)")
    texts = {"2": BOTH, "3": STAFF, "4": "Health assessments are late for most children in care."}
    paragraphs = tuple(finding(n, said, section="s2", domain="adoption") for n, said in texts.items())
    load(extraction(sif(findings=paragraphs, references=(cites,))))
    return {row.ref: row for row in Finding.objects.all()}


def shown() -> list[tuple[str, str]]:
    return list(Finding.objects.live().order_by("ordinal").values_list("ref", "text"))


def range_of_adoption() -> str:
    return str(Judgement.objects.get(domain__code="adoption").evidence_range)


def test_what_was_taken_out_is_shown_nowhere_until_it_is_brought_back(rows, user):
    before = (shown(), range_of_adoption(), SearchEntry.objects.count())
    made = suppress(rows["4"], WHY, user)
    assert [ref for ref, _ in shown()] == ["2", "3"]
    assert range_of_adoption() == "2 to 3"
    assert SearchEntry.objects.count() == before[2] - 1
    assert CrossReference.objects.get(ref="4").reason == "There is no paragraph 4 in this report."
    with pytest.raises(CorrectionError, match="taken out"):
        correct(rows["4"], "text", "Another.", WHY, user)
    withdraw(made, WHY, user)
    assert (shown(), range_of_adoption(), SearchEntry.objects.count()) == before
    assert CrossReference.objects.get(ref="4").target_finding == rows["4"]


def test_what_others_need_is_not_taken_out(rows, user):
    with pytest.raises(CorrectionError, match="section"):
        suppress(Section.objects.get(heading="Adoption"), WHY, user)
    whole = Recommendation.objects.get()
    builders.recommendation(whole.report, "1a", parent=whole)
    with pytest.raises(CorrectionError, match="items"):
        suppress(whole, WHY, user)
    with pytest.raises(CorrectionError, match="reason"):
        suppress(rows["4"], " ", user)


def test_a_judgement_that_is_none_is_preferred_no_more(rows, user):
    judgement = Judgement.objects.get(domain__code="adoption")
    made = suppress(judgement, WHY, user)
    assert not Judgement.objects.live().preferred().filter(domain__code="adoption").exists()
    withdraw(made, WHY, user)
    assert Judgement.objects.live().preferred().get(domain__code="adoption") == judgement


def test_a_split_record_shows_its_parts_and_is_whole_again_when_that_is_withdrawn(rows, user):
    second = split(rows["2"], PLANS, WHY, user, ref="2a")
    assert shown()[:3] == [("2", VISITS), ("2a", PLANS), ("3", STAFF)]
    assert (second.section, second.domain, second.page) == (rows["2"].section, rows["2"].domain, rows["2"].page)
    assert Evidence.objects.filter(finding=second, judgement__domain__code="adoption").exists()
    assert rows["2"].is_corrected
    with pytest.raises(CorrectionError, match="splitting"):
        take_back([second], WHY, user)
    withdraw(Correction.objects.get(), WHY, user)
    assert shown()[:2] == [("2", BOTH), ("3", STAFF)]
    assert range_of_adoption() == "2 to 4"


def test_the_parts_of_a_split_stand_together_whatever_places_the_records_had(user):
    report = builders.report(of=builders.inspection())
    first = builders.finding(report, "1", text=BOTH)
    builders.finding(report, "2", text=STAFF)
    split(first, PLANS, WHY, user)
    assert [text for _, text in shown()] == [VISITS, PLANS, STAFF]


@pytest.mark.parametrize("second", ["", "Plans", BOTH, "in the middle"])
def test_both_parts_need_words_of_the_text(rows, user, second):
    with pytest.raises(CorrectionError, match="both parts"):
        split(rows["2"], second, WHY, user)
    assert not Correction.objects.exists()


def test_a_part_is_split_again_but_a_record_only_once(rows, user):
    second = split(rows["2"], PLANS, WHY, user)
    third = split(second, "and parents are told in good time.", WHY, user)
    assert [text for _, text in shown()][:3] == [VISITS, "Plans for children are clear,", third.text]
    with pytest.raises(CorrectionError, match="was split before"):
        split(rows["2"], "as often as their plans say.", WHY, user)
    with pytest.raises(CorrectionError, match="number 3 is taken"):
        split(rows["4"], "children in care.", WHY, user, ref="3")


def test_a_split_replaces_the_correction_of_the_text_and_brings_it_back(rows, user):
    correct(rows["2"], "text", f"{VISITS} Plans are clear.", WHY, user)
    split(rows["2"], "Plans are clear.", WHY, user)
    correct(rows["2"], "text", "Workers visit.", WHY, user)
    assert [text for _, text in shown()][:2] == ["Workers visit.", "Plans are clear."]
    withdraw(Correction.objects.active().get(field="split"), WHY, user)
    assert [text for _, text in shown()][:2] == [f"{VISITS} Plans are clear.", STAFF]
    assert Correction.objects.active().get().field == "text"


def test_joined_records_are_shown_as_one_to_which_both_numbers_lead(rows, user):
    made = join(rows["3"], [rows["4"]], WHY, user)
    assert shown() == [("2", BOTH), ("3", f"{STAFF} {rows['4'].text}")]
    assert CrossReference.objects.get(ref="4").target_finding == rows["3"]
    with pytest.raises(CorrectionError, match="joined with another before"):
        split(rows["3"], "children in care.", WHY, user)
    withdraw(made.parts.get(), WHY, user)
    assert [ref for ref, _ in shown()] == ["2", "3", "4"]
    assert CrossReference.objects.get(ref="4").target_finding == rows["4"]
    assert not Correction.objects.active().exists()


def test_only_records_of_one_kind_are_joined(rows, user):
    for others in ([], [rows["3"]], [Recommendation.objects.get()]):
        with pytest.raises(CorrectionError, match="joined"):
            join(rows["3"], others, WHY, user)


def test_a_record_that_is_moved_supports_the_judgements_of_its_new_section_until_it_is_back(rows, user):
    other = Section.objects.get(heading="The local authority")
    neighbour = builders.finding(rows["2"].report, "1", section=other, ordinal=1)
    overall = Judgement.objects.get(domain__code="overall-effectiveness")
    Evidence.objects.create(judgement=overall, finding=neighbour, ordinal=1)
    made = correct(rows["3"], "section", other, WHY, user)
    assert list(Evidence.objects.filter(finding=rows["3"]).values_list("judgement", flat=True)) == [overall.pk]
    assert range_of_adoption() == "2, 4"
    again = correct(rows["3"], "section", None, WHY, user)
    withdraw(again, WHY, user)
    rows["3"].refresh_from_db()
    assert rows["3"].section == other
    withdraw(made, WHY, user)
    rows["3"].refresh_from_db()
    assert (rows["3"].section.heading, range_of_adoption()) == ("Adoption", "2 to 4")
    assert not Evidence.objects.filter(finding=rows["3"], judgement=overall).exists()


def test_a_record_is_moved_to_sections_of_its_report_alone(rows, user):
    elsewhere = builders.section(builders.report("cabinet-report"), anchor="elsewhere")
    with pytest.raises(CorrectionError, match="no such section"):
        correct(rows["3"], "section", elsewhere, WHY, user)
