"""One judgement a domain: the table decides, everything else is compared with it, nothing is guessed."""

from ingest.blocks import Place
from ingest.structure.grades import Claim, Source, on_scale, reconcile
from inspections.vocabulary import Absence, NoticeLevel

WORDING = "Help and protection"
EXPECTED = {"help-and-protection": WORDING}


def claim(wording: str, source: Source = Source.TABLE, page: int = 1) -> Claim:
    return Claim("help-and-protection", WORDING, wording, source, Place(page=page))


def judge(*claims: Claim):
    judgements, notices = reconcile(claims, EXPECTED, {"help-and-protection": ("para-1",)}, Place(page=1))
    return judgements, {notice.code: notice for notice in notices}


def test_table_and_heading_that_agree_give_the_grade_with_its_evidence() -> None:
    (judgement,), notices = judge(claim("Good"), claim("good", Source.HEADING, 7))
    assert (judgement.grade, judgement.grade_wording, judgement.evidence) == ("good", "Good", ("para-1",))
    assert not notices


def test_a_contradiction_names_both_places_and_takes_the_table() -> None:
    (judgement,), notices = judge(claim("inadequate", Source.HEADING, 7), claim("Good"))
    assert judgement.grade == "good"
    notice = notices["grade-contradiction"]
    assert notice.level is NoticeLevel.ERROR
    assert all(part in notice.message for part in ("page 1", "page 7", "Good", "inadequate", "was taken"))


def test_an_unreadable_grade_stays_without_grade() -> None:
    (judgement,), notices = judge(claim("G**d"))
    assert (judgement.grade, judgement.grade_wording, judgement.absence) == (None, "G**d", Absence.NOT_LEGIBLE)
    assert notices["grade-unreadable"].anchor == "judgement-help-and-protection"


def test_an_unreadable_cell_gives_way_to_a_heading_that_can_be_read_and_says_so() -> None:
    (judgement,), notices = judge(claim("G**d"), claim("good", Source.HEADING, 7))
    assert judgement.grade == "good"
    assert "page 7" in notices["grade-unreadable"].message


def test_not_judged_is_an_absence_of_its_own() -> None:
    (judgement,), notices = judge(claim("Not judged"))
    assert (judgement.grade, judgement.absence) == (None, Absence.NOT_JUDGED)
    assert notices["not-judged"].level is NoticeLevel.INFO


def test_a_domain_that_no_place_grades_is_missing() -> None:
    judgements, notices = judge()
    assert judgements == ()
    assert WORDING in notices["judgement-missing"].message


def test_a_grade_from_a_heading_alone_is_marked() -> None:
    (judgement,), notices = judge(claim("good", Source.HEADING, 7))
    assert judgement.grade == "good"
    assert notices["judgement-not-in-table"].level is NoticeLevel.WARNING


def test_a_heading_that_cannot_be_read_beside_a_table_that_can_is_doubted() -> None:
    (judgement,), notices = judge(claim("Good"), claim("G00d", Source.HEADING, 7))
    assert judgement.grade == "good"
    assert notices["grade-unreadable"].level is NoticeLevel.WARNING
    assert "page 7" in notices["grade-unreadable"].message


def scaled(wording: str, framework: str):
    (judgement,), _ = judge(claim(wording))
    (checked,), notices = on_scale([judgement], framework)
    return checked, [notice.code for notice in notices]


def test_a_grade_of_another_framework_is_none() -> None:
    checked, codes = scaled("Adequate", "ilacs")
    assert (checked.grade, checked.absence, codes) == (None, Absence.NOT_LEGIBLE, ["grade-unreadable"])
    assert scaled("Requires improvement", "lac")[1] == ["grade-unreadable"]
    assert scaled("Adequate", "lac") == (judge(claim("Adequate"))[0][0], [])


def test_a_number_that_is_not_that_of_its_grade_is_a_contradiction() -> None:
    checked, codes = scaled("Grade 4 (Good)", "lac")
    assert (checked.grade, codes) == ("good", ["grade-contradiction"])
    assert scaled("Grade 2 (Good)", "lac")[1] == []
    assert scaled("Good 1", "ilacs")[1] == []
