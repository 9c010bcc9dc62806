"""Judgements of a joint area review: their evidence, and sentences that contradict the table."""

from dataclasses import replace

from ingest.blocks import Place
from ingest.drafts import FindingDraft
from ingest.notices import NoticeDraft
from ingest.profiles.jar.grades import JointReviewGrade, JointReviewGrades
from ingest.profiles.jar.judgements import check_marks, read_judgements
from ingest.profiles.jar.marks import Marked
from inspections.notice_codes import NoticeCode
from inspections.vocabulary import FindingKind, NoticeLevel, Scope


def cell(domain: str, scope: Scope, grade: str = "good") -> JointReviewGrade:
    return JointReviewGrade(domain, domain.title(), scope, grade, "3", None, Place(2))


def finding(ref: str, text: str, domain: str | None = None, part: str = "", **more: object) -> FindingDraft:
    kind = more.get("kind", FindingKind.FINDING)
    return FindingDraft(f"{part}para-{ref}", ref, kind, text, text, domain=domain, place=Place(int(ref)))


SAFE = cell("staying-safe", Scope.LOCAL_SERVICES)


def test_the_findings_of_a_domain_carry_its_judgement_and_those_of_the_annex_that_of_the_council() -> None:
    council = cell("childrens-services", Scope.COUNCIL)
    findings = (
        finding("1", "Summary.", "staying-safe", kind=FindingKind.SUMMARY),
        finding("2", "Children are safe.", "staying-safe"),
        finding("1", "The council leads well.", part="annex/"),
    )
    judgements, notices = read_judgements(JointReviewGrades((SAFE, council), ()), findings)
    assert [(j.anchor, j.evidence) for j in judgements] == [
        ("judgement-local-services-staying-safe", ("para-2",)),
        ("judgement-council-childrens-services", ("annex/para-1",)),
    ]
    assert notices == []


def test_a_sentence_that_words_another_grade_is_a_contradiction_and_the_table_is_kept() -> None:
    said = finding("5", "The work of all local services in keeping children safe is adequate.", "staying-safe")
    (judgement,), (notice,) = read_judgements(JointReviewGrades((SAFE,), ()), (said,))
    assert judgement.grade == "good"
    assert (notice.code, notice.page, notice.anchor) == ("grade-contradiction", 5, judgement.anchor)


def test_a_sentence_with_the_grade_of_the_table_or_of_another_part_contradicts_nothing() -> None:
    same = finding("5", "The work of all local services in keeping children safe is good.", "staying-safe")
    context = finding(
        "6", "The work of all partners is inadequate elsewhere.", "staying-safe", kind=FindingKind.CONTEXT
    )
    annex = finding("7", "The work of all partners is inadequate.", "staying-safe", part="annex/")
    assert read_judgements(JointReviewGrades((SAFE,), ()), (same, context, annex))[1] == []


def test_excellent_is_the_old_word_for_outstanding() -> None:
    safe = cell("staying-safe", Scope.LOCAL_SERVICES, "outstanding")
    said = finding("5", "The work of all local services is excellent.", "staying-safe")
    assert read_judgements(JointReviewGrades((safe,), ()), (said,))[1] == []


def test_a_contradiction_says_what_table_and_paragraph_or_section_give() -> None:
    said = finding("5", "The work of all local services in keeping children safe is adequate.", "staying-safe")
    (judgement,), (notice,) = read_judgements(JointReviewGrades((SAFE,), ()), (said,))
    table = "The table of grades gives Staying-Safe 3 (good), but"
    assert (notice.level, notice.message) == (
        NoticeLevel.ERROR,
        f"{table} paragraph 5 says “adequate”. The table was taken; check which is right.",
    )
    ticked = Marked("staying-safe", "adequate", Place(7, 8))
    (mark,) = check_marks([judgement], [ticked, replace(ticked, grade="good"), replace(ticked, domain="adoption")])
    assert mark == NoticeDraft(
        NoticeLevel.ERROR, NoticeCode.GRADE_CONTRADICTION,
        f"{table} its section ticks “adequate”. The table was taken; check which is right.", 7, 8, judgement.anchor,
    )  # fmt: skip


def test_a_judgement_keeps_what_its_cell_prints() -> None:
    (judgement,), _ = read_judgements(JointReviewGrades((SAFE,), ()), ())
    assert (judgement.domain, judgement.domain_wording, judgement.scope) == (
        "staying-safe", "Staying-Safe", Scope.LOCAL_SERVICES,
    )  # fmt: skip
    assert (judgement.grade, judgement.grade_wording, judgement.absence) == ("good", "3", None)
    assert judgement.place == Place(2)
