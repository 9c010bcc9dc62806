"""The same report as text and as PDF: one report, shown as the PDF has it, with what differs named."""

from dataclasses import replace

import pytest

from findings.corrections.manual_records import add
from findings.corrections.service import correct
from findings.models import Finding
from ingest.blocks import Box, Place
from ingest.drafts import ReportDraft
from ingest.load import load
from ingest.models import Outcome
from inspections.models import Judgement, Notice, Report, SourceFile
from inspections.vocabulary import SourceRole
from tests import builders
from tests.ingest.drafts_builder import extraction, finding, judgement, later, pdf, recommendation, sif, with_findings
from tests.ingest.snapshots import everything, facts, wipe

pytestmark = pytest.mark.django_db


def roles() -> dict[str, str]:
    return {source.name: source.report_sources.get().role for source in SourceFile.objects.all()}


def in_pdf(report: ReportDraft) -> ReportDraft:
    place = Place(2, None, (Box(2, 70, 100, 500, 140),))
    return replace(
        report, findings=tuple(replace(f, place=place, text=f.text.replace("'", "’")) for f in report.findings)
    )


def words(*texts: str) -> ReportDraft:
    return with_findings(sif(judgements=()), *(finding(str(n), said) for n, said in enumerate(texts, 2)))


TEXT = words("The council's plan - of May - is good.", "Two.")
PDF = in_pdf(words("The council’s plan – of May – is good.", "Two, but in other words."))


@pytest.mark.parametrize("order", ["text first", "pdf first"])
def test_a_pdf_outranks_a_text_whichever_came_first_and_what_differs_is_named(order):
    documents = [extraction(TEXT, name="report.txt"), pdf(PDF, name="report.pdf")]
    for one in documents if order == "text first" else reversed(documents):
        load(one)
    report = Report.objects.get()
    assert report.source.name == "report.pdf"
    assert roles() == {"report.txt": SourceRole.OTHER_FORM, "report.pdf": SourceRole.CURRENT}
    assert Finding.objects.get(ref="2").boxes == [[2, 70, 100, 500, 140]]
    assert Finding.objects.get(ref="3").text == "Two, but in other words."
    notice = Notice.objects.get(code="forms-differ")
    assert (notice.source.name, notice.report) == ("report.txt", report)
    assert "para-3" in notice.message
    assert "para-2" not in notice.message
    before = everything()
    assert {load(one).outcome for one in documents} == {Outcome.UNCHANGED}
    assert everything() == before


DIFFERENT = replace(
    PDF,
    judgements=(judgement("adoption", "good"),),
    findings=(finding("9"), *PDF.findings, finding(None, "Said by the PDF alone.", anchor="p2-item-1")),
    recommendations=(recommendation("1"), recommendation("2")),
    references=(),
)


@pytest.mark.parametrize("shown", [PDF, DIFFERENT])
def test_both_orders_of_the_two_forms_give_the_same_rows_and_the_same_sentence(shown):
    documents = [extraction(TEXT, name="report.txt"), pdf(shown, name="report.pdf")]
    for one in documents:
        load(one)
    text_first = facts()
    assert text_first["Notice"]
    wipe()
    for one in reversed(documents):
        load(one)
    assert facts() == text_first


def test_what_differs_is_told_anew_when_the_pdf_is_read_again():
    load(extraction(TEXT, name="report.txt"))
    load(pdf(PDF, name="report.pdf"))
    load(pdf(in_pdf(TEXT), name="report.pdf"))
    assert not Notice.objects.exists()
    load(pdf(PDF, name="report.pdf"))
    assert "para-3" in Notice.objects.get(code="forms-differ").message


def test_what_differs_is_told_of_a_newer_pdf():
    load(pdf(in_pdf(TEXT), name="old.pdf"))
    load(extraction(TEXT, name="report.txt"))
    load(pdf(later(PDF), name="new.pdf"))
    notice = Notice.objects.get(code="forms-differ")
    assert (notice.source.name, "para-3" in notice.message) == ("report.txt", True)


def test_a_row_made_by_hand_is_in_neither_form():
    load(pdf(in_pdf(TEXT)))
    row = Finding(report=Report.objects.get(), ref="9", kind="finding", text="It was missed.")
    add(row, "It was missed.", builders.editor())
    load(extraction(TEXT, name="report.txt"))
    assert not Notice.objects.exists()


def test_a_correction_does_not_make_the_forms_differ():
    load(pdf(in_pdf(TEXT)))
    correct(Finding.objects.get(ref="3"), "text", "Three.", "Page 2.", builders.editor())
    load(extraction(TEXT, name="report.txt"))
    assert not Notice.objects.exists()


def test_forms_that_differ_in_a_grade_say_so():
    load(pdf(sif()))
    worse = (judgement("overall-effectiveness", "inadequate"), sif().judgements[1])
    load(extraction(sif(judgements=worse), name="report.txt"))
    assert "judgement-overall-effectiveness" in Notice.objects.get(code="forms-differ").message
    assert Judgement.objects.get(domain__code="overall-effectiveness").grade_wording == "Requires improvement"


def test_forms_that_say_the_same_are_linked_without_a_notice():
    load(pdf(in_pdf(sif())))
    load(extraction(sif(), name="report.txt"))
    assert not Notice.objects.exists()
    assert Report.objects.get().sources.count() == 2


def test_a_newer_text_beside_a_pdf_supersedes_the_older_text():
    load(extraction(words("Older.", "Two."), name="old.txt"))
    load(pdf(later(PDF), name="report.pdf"))
    load(extraction(later(TEXT), name="new.txt"))
    assert roles() == {
        "old.txt": SourceRole.SUPERSEDED,
        "report.pdf": SourceRole.CURRENT,
        "new.txt": SourceRole.OTHER_FORM,
    }
    said = Notice.objects.order_by("code").values_list("source__name", "code")
    assert list(said) == [("new.txt", "forms-differ"), ("old.txt", "superseded")]
