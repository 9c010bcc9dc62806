"""One accumulator for all kinds of report: what is filed where, and what goes on under what."""

from collections.abc import Iterable

import pytest

from ingest.blocks import Block, BlockKind, Box, Place, TableCell, TableRow
from ingest.drafts import FindingDraft, RecommendationDraft
from ingest.notices import NoticeDraft
from ingest.structure.anchors import BY_HEADING
from ingest.structure.records import Records
from ingest.wording.inspections import DocumentPassage
from ingest.wording.joining import join_texts
from inspections.notice_codes import NoticeCode
from inspections.vocabulary import FindingKind, NoticeLevel, Timescale

FINDING = FindingKind.FINDING


def block(text: str, number: str | None = None, **more: object) -> Block:
    return Block(
        **{"kind": BlockKind.PARAGRAPH, "text": text, "orig": text, "place": Place(2), "number": number, **more}
    )


def test_findings_are_named_by_number_else_by_page_and_filed_under_the_open_section() -> None:
    records = Records()
    records.open("Care leavers", 1, Place(2), "care-leavers")
    records.finding(block("They do well.", "19"), FINDING)
    records.finding(block("They have flats."), FINDING)
    assert [(f.anchor, f.ref, f.section, f.domain) for f in records.findings] == [
        ("para-19", "19", "s1", "care-leavers"),
        ("p2-1", None, "s1", "care-leavers"),
    ]
    assert records.evidence("care-leavers") == ("para-19", "p2-1")


def test_text_goes_on_under_the_last_record_until_a_section_opens_or_closes() -> None:
    records = Records()
    records.recommendation(block("Act", "1"))
    records.extend(block("soon (paragraph 3)."))
    assert [(r.text, r.paragraphs) for r in records.recommendations] == [("Act soon (paragraph 3).", ("3",))]
    for leave in (lambda: records.open("Findings", 1, Place(2)), lambda: records.close(1)):
        records.finding(block("A."), FINDING)
        leave()
        assert not records.can_extend
        with pytest.raises(ValueError, match="no record"):
            records.extend(block("B."))


def test_an_item_of_a_paper_goes_on_under_its_finding_with_its_letter_though_recommendations_stand_between() -> None:
    records = Records(BY_HEADING)
    records.open("Background", 1, Place(2))
    records.finding(block("Ofsted asked for:", "2.1"), FINDING)
    records.recommendation(block("Visits.", "1"), anchor="para-2.1/rec-1", what="recommendation", part="para-2.1")
    assert records.announced
    records.extend_finding(block("plans", marker="(a)"))
    records.extend_finding(block("visits", marker="2)"))
    assert [f.text for f in records.findings] == ["Ofsted asked for: (a) plans 2) visits"]
    records.open("Next", 1, Place(2))
    assert not records.announced


def test_sub_items_are_named_under_their_parent_by_letter_or_ordinal_and_inherit_its_timescale() -> None:
    records = Records()
    parent = records.recommendation(block("Ensure:", "5"), Timescale.IMMEDIATE)
    records.sub_item(block("this (paragraph 4)"))
    records.sub_item(block("that"), parent, "b", "the Director")
    assert [(r.anchor, r.ref, r.parent, r.timescale, r.addressee) for r in records.recommendations[1:]] == [
        ("rec-5/1", None, "rec-5", Timescale.IMMEDIATE, None),
        ("rec-5/b", "b", "rec-5", Timescale.IMMEDIATE, "the Director"),
    ]
    assert records.recommendations[0].paragraphs == ("4",)


def test_each_part_and_each_thing_that_is_numbered_is_checked_for_itself() -> None:
    records = Records()
    for number in ("1", "2"):
        records.finding(block("A.", number), FINDING, what="clause")
    for number in ("1", "3"):
        records.finding(block("B.", number), FINDING, "annex-a/", what="clause")
    assert [n.ref for n in records.numbers.of("clause")] == ["1", "2", "1", "3"]
    assert [f.anchor for f in records.findings] == ["para-1", "para-2", "annex-a/para-1", "annex-a/para-3"]
    assert [notice.code for notice in records.numbers.check("clause", "paragraph")] == ["missing-paragraphs"]
    assert list(records.numbers.check()) == []


def test_a_table_is_filed_on_one_line_and_a_bullet_left_in_the_text_is_taken_off() -> None:
    rows = (TableRow((TableCell(("Good",)), TableCell())), TableRow((TableCell(("Two",)), TableCell(("lines",)))))
    records = Records()
    records.finding(block("Good\t\nTwo\tlines", kind=BlockKind.TABLE, rows=rows), FINDING)
    records.finding(block("\uf0b7 Act."), FINDING)
    assert [f.text for f in records.findings] == ["Good Two lines", "Act."]


def test_passages_stand_in_printed_order_with_what_was_added_to_them() -> None:
    records = Records(BY_HEADING)
    records.open("Ofsted’s", 1, Place(2))
    records.lengthen("report")
    records.recommendation(block("Act.", "1"))
    records.finding(block("They"), FINDING)
    records.extend(block("did."))
    assert [(p.anchor, p.text) for p in records.passages] == [
        ("ofsteds", "Ofsted’s report"), ("rec-1", "Act."), ("ofsteds-1", "They did."),
    ]  # fmt: skip


def test_a_doubt_names_the_place_of_what_it_is_about() -> None:
    records = Records()
    records.doubt(NoticeCode.NUMBER_LOST, "No number.", block("A."), "para-1")
    (notice,) = records.notices
    assert (notice.level, notice.code, notice.page, notice.anchor) == ("warning", "number-lost", 2, "para-1")


def at(line: int) -> Place:
    return Place(2, line, (Box(2, 0, line, 9, line + 1),))


def test_a_finding_and_a_recommendation_are_whole_drafts_of_what_was_read() -> None:
    records = Records()
    records.open("Care leavers", 1, at(1), "care-leavers")
    records.finding(block("They do\u00a0well.", "19", orig="They do\nwell.", place=at(2)), FindingKind.SUMMARY)
    records.recommendation(
        block("Act.", "4", orig="4. Act.", place=at(3)), Timescale.IMMEDIATE, "the council", what="recommendation"
    )
    assert records.findings == (
        FindingDraft(
            "para-19", "19", FindingKind.SUMMARY, "They do\u00a0well.", "They do\nwell.", "s1", "care-leavers", at(2)
        ),
    )
    assert records.recommendations == (
        RecommendationDraft(
            *("rec-4", "4", "Act.", "4. Act.", None, "the council", Timescale.IMMEDIATE),
            section="s1",
            domain="care-leavers",
            place=at(3),
        ),
    )
    assert [(n.ref, n.anchor, n.place) for n in records.numbers.of()] == [("19", "para-19", at(2))]
    assert [(n.ref, n.anchor, n.place) for n in records.numbers.of("recommendation")] == [("4", "rec-4", at(3))]


def test_recommendations_count_among_the_paragraphs_where_nothing_else_is_said() -> None:
    records = Records()
    records.finding(block("A.", "1"), FINDING)
    records.recommendation(block("B.", "2"))
    assert [number.ref for number in records.numbers.of("paragraph")] == ["1", "2"]


def test_what_goes_on_keeps_the_place_and_the_words_of_both() -> None:
    records = Records()
    records.finding(block("They do", "1", orig="1. They do", place=at(1)), FINDING)
    records.extend(block("well.", orig="well.\n", place=at(5)))
    (finding,) = records.findings
    assert (finding.text, finding.orig) == ("They do well.", "1. They do\nwell.\n")
    assert finding.place == Place(2, 1, at(1).boxes + at(5).boxes)


def test_a_doubt_names_a_block_or_a_record_with_its_place() -> None:
    records = Records()
    records.doubt(NoticeCode.HEADING_MISSING, "Look at it.", block("A.", place=at(7)), "para-1", NoticeLevel.ERROR)
    records.doubt(NoticeCode.HEADING_MISSING, "Look at it.", block("A.", place=at(8)))
    assert records.notices == [
        NoticeDraft(NoticeLevel.ERROR, NoticeCode.HEADING_MISSING, "Look at it.", 2, 7, "para-1"),
        NoticeDraft(NoticeLevel.WARNING, NoticeCode.HEADING_MISSING, "Look at it.", 2, 8),
    ]


def test_sections_and_findings_share_one_set_of_anchors_and_sections_may_bring_theirs() -> None:
    records = Records()
    records.open("Annex A", 1, at(1), anchor="annex-a")
    records.finding(block("A."), FINDING, anchor="annex-a")
    assert [section.anchor for section in records.sections] == ["annex-a"]
    assert [finding.anchor for finding in records.findings] == ["annex-a~2"]


def test_the_last_record_of_the_open_section_is_known_by_its_kind_and_text() -> None:
    records = Records()
    assert (records.last_text, records.last_finding, records.last_top, records.previous_finding) == (None,) * 4
    finding = records.finding(block("A.", "1"), FINDING)
    assert (records.last_text, records.last_finding, records.last_top) == ("A.", finding, None)
    top = records.recommendation(block("B.", "2"))
    assert (records.last_text, records.last_finding, records.last_top) == ("B.", None, top)
    assert records.in_section == (top,)
    records.open("Next", 1, Place(2))
    assert (records.last_text, records.last_finding, records.last_top) == (None, None, None)
    assert not records.in_section
    assert records.previous_finding == finding


def test_passages_are_headings_findings_and_recommendations_in_printed_order() -> None:
    records = Records()
    records.open("Findings", 1, at(1))
    records.recommendation(block("B.", "2", place=at(2)))
    records.finding(block("A.", "1", place=at(3)), FINDING)
    assert records.passages == (
        DocumentPassage("Findings", at(1), "s1"),
        DocumentPassage("B.", at(2), "rec-2"),
        DocumentPassage("A.", at(3), "para-1"),
    )


def test_what_goes_on_under_a_record_is_joined_once_when_the_record_is_asked_for(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    letters: list[int] = []

    def joined(texts: Iterable[str]) -> str:
        given = list(texts)
        letters.append(sum(map(len, given)))
        return join_texts(given)

    monkeypatch.setattr("ingest.structure.records.join_texts", joined)
    records = Records()
    records.finding(block("They came", "1"), FINDING)
    for number in range(300):
        records.extend(block(f"to ward {number}"))
        assert records.last_text == f"to ward {number}"
        assert records.begun_finding
        assert records.begun_finding.ref == "1"
    (found,) = records.findings
    assert found.text.startswith("They came to ward 0 to ward 1 ")
    assert found.orig.count("\n") == 300
    assert letters == [sum(map(len, found.orig.split("\n")))]


def test_recommendations_are_bullets_since_a_number_of_them_unless_one_has_a_number_or_announces_a_list() -> None:
    records = Records()
    assert not records.has_bullets_since(0)
    records.recommendation(block("Act", "1"))
    assert not records.has_bullets_since(0)
    records.recommendation(block("Act soon"))
    assert (records.has_bullets_since(0), records.has_bullets_since(1)) == (False, True)
    records.recommendation(block("Act on:"))
    assert not records.has_bullets_since(1)
