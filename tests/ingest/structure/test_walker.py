"""The walk that every profile uses: what each step does unless a profile overrides it."""

from ingest.blocks import Block
from ingest.readers.text import read
from ingest.structure.outline import Opening, Outline, Role, Rule
from ingest.structure.walker import FORESIGHT, START, Gatherer, Walker
from inspections.vocabulary import FindingKind, Timescale

FINDINGS = Rule("findings", 1)
RULES = (
    Rule("contents", 1, Role.BOILERPLATE),
    Rule("summary", 1, kind=FindingKind.SUMMARY),
    Rule("health", 2, kind=None, domain="being-healthy"),
    Rule("for immediate action", 2, Role.RECOMMENDATIONS, kind=None, timescale=Timescale.IMMEDIATE),
    Rule("annex.*", 1, part="annex/"),
    FINDINGS,
)


def blocks(*lines: str) -> tuple[Block, ...]:
    return read("\n\n".join(lines).encode()).blocks


def walk(*lines: str, start: Rule = START) -> Walker:
    return Walker(Outline(RULES), start=start).read(blocks(*lines))


def test_what_stands_before_the_first_heading_and_under_boilerplate_is_left_out() -> None:
    records = walk("Wexcombe is a town.", "Contents", "A page that lists the parts.", "Findings", "1. A.").records
    assert [f.anchor for f in records.findings] == ["para-1"]
    assert [s.heading for s in records.sections] == ["Findings"]


def test_the_rule_that_a_profile_starts_with_reads_what_stands_before_the_first_heading() -> None:
    (finding,) = walk("Wexcombe is a town.", start=Rule("", 1, kind=FindingKind.CONTEXT)).records.findings
    assert (finding.kind, finding.section) == (FindingKind.CONTEXT, None)


def test_a_heading_without_a_kind_keeps_that_of_the_section_around_it() -> None:
    records = walk("Summary", "Health", "1. Well.", "Findings", "Health", "2. Well.").records
    assert [(f.kind, f.domain) for f in records.findings] == [
        (FindingKind.SUMMARY, "being-healthy"),
        (FindingKind.FINDING, "being-healthy"),
    ]


def test_a_heading_of_the_first_rank_says_in_which_part_anchors_stand() -> None:
    records = walk("Findings", "1. A.", "Annex A", "1. B.", "Health", "2. C.", "Findings", "2. D.").records
    assert [f.anchor for f in records.findings] == ["para-1", "annex/para-1", "annex/para-2", "para-2"]
    assert list(records.numbers.check()) == []


def test_text_without_number_goes_on_under_a_number_and_a_recommendation_has_the_timescale_of_its_heading() -> None:
    records = walk("Findings", "1. A:", "- b", "For immediate action", "- Act.").records
    assert [f.text for f in records.findings] == ["A: b"]
    assert [(r.text, r.timescale) for r in records.recommendations] == [("Act.", Timescale.IMMEDIATE)]


def test_a_gatherer_files_the_text_of_a_section_as_a_whole() -> None:
    class Counting(Gatherer):
        filed: list[list[str]] = []

        def file(self, blocks: list[Block]) -> None:
            self.filed.append([block.text for block in blocks])

    Counting(Outline(RULES)).read(blocks("Contents", "Left out.", "Findings", "One.", "Two.", "Summary", "Three."))
    assert Counting.filed == [["One.", "Two."], ["Three."]]


def sections(walker: Walker) -> list[tuple[str, str, int, str | None]]:
    return [(s.anchor, s.heading, s.level, s.parent) for s in walker.records.sections]


def test_a_heading_that_no_rule_knows_divides_the_section_it_stands_in() -> None:
    walker = walk("Findings", "1. A.", "THE BOARD", "2. B.", "Health", "3. C.", "THE TEAM", "4. D.")
    assert sections(walker) == [
        ("s1", "Findings", 1, None),
        ("s2", "THE BOARD", 2, "s1"),
        ("s3", "Health", 2, "s1"),
        ("s4", "THE TEAM", 3, "s3"),
    ]
    assert [f.section for f in walker.records.findings] == ["s1", "s2", "s3", "s4"]


def test_boilerplate_ends_the_section_in_front_of_it_and_a_profile_may_keep_it() -> None:
    kept: list[str] = []

    class Keeping(Walker):
        def boilerplate(self, block: Block) -> None:
            kept.append(block.text)

    walker = Keeping(Outline(RULES)).read(blocks("Findings", "1. A.", "Contents", "A page that lists the parts."))
    assert kept == ["A page that lists the parts."]
    assert walker.records.section is None


def test_a_section_with_a_number_is_counted_under_its_own_anchor() -> None:
    class Numbering(Walker):
        def opening(self, block: Block) -> Opening | None:
            is_section = block.text.isupper()
            return (
                Opening(FINDINGS, block.text, number=block.number, anchor=f"s-{block.number}") if is_section else None
            )

    walker = Numbering(Outline(RULES)).read(blocks("3. THE BOARD", "Words."))
    assert [(n.ref, n.anchor, n.place.line) for n in walker.records.numbers.of("section")] == [("3", "s-3", 1)]
    assert walker.records.numbers.of() == ()


def test_a_numbered_paragraph_behind_bullets_leaves_their_list_and_is_doubted() -> None:
    class Leaving(Walker):
        def text(self, block: Block) -> None:
            if block.number and self.listed_without_numbers:
                self.leave_list(block, FINDINGS)
            super().text(block)

    walker = Leaving(Outline(RULES)).read(blocks("Findings", "1. A.", "For immediate action", "- Act.", "2. B."))
    message = (
        "Paragraph 2 stands behind a list of recommendations without a heading that is known; it was read as a finding."
    )
    assert [(n.code, n.message, n.line) for n in walker.records.notices] == [("heading-missing", message, 9)]
    assert [(f.ref, f.section) for f in walker.records.findings] == [("1", "s1"), ("2", "s1")]
    numbered = Leaving(Outline(RULES)).read(blocks("For immediate action", "1. Act.", "2. Plan."))
    assert [r.ref for r in numbered.records.recommendations] == ["1", "2"]
    announced = Leaving(Outline(RULES)).read(blocks("For immediate action", "Leaders should:", "2. Plan."))
    assert announced.records.findings == ()


def test_findings_begin_under_a_heading_that_is_not_known_and_is_doubted() -> None:
    class Unknowing(Walker):
        def divide(self, block: Block) -> None:
            self.open_unknown(block, FINDINGS)

    walker = Unknowing(Outline(RULES)).read(blocks("For immediate action", "- Act.", "THE BOARD", "It meets."))
    message = "The heading “THE BOARD” is not known; what stands under it was read as findings."
    assert [(n.code, n.message, n.line) for n in walker.records.notices] == [("heading-unknown", message, 5)]
    assert [(s.heading, s.level, s.place.line) for s in walker.records.sections][1:] == [("THE BOARD", 1, 5)]
    assert [(f.text, f.kind, f.section) for f in walker.records.findings] == [("It meets.", FindingKind.FINDING, "s2")]


def test_the_next_block_of_the_text_is_known_and_the_last_has_none() -> None:
    seen: list[str | None] = []

    class Looking(Walker):
        def text(self, block: Block) -> None:
            seen.append(self.following.text if self.following else None)

    Looking(Outline(RULES)).read(blocks("Findings", "One.", "Two."))
    assert seen == ["Two.", None]


def test_a_gatherer_begins_with_the_rule_that_a_profile_starts_with() -> None:
    class Filing(Gatherer):
        def file(self, blocks: list[Block]) -> None:
            for block in blocks:
                self.records.finding(block, self.kind)

    filed = Filing(Outline(RULES), start=Rule("", 1, kind=FindingKind.CONTEXT)).read(blocks("Wexcombe is a town."))
    assert [f.kind for f in filed.records.findings] == [FindingKind.CONTEXT]


LIST = ("For immediate action", "- Train all staff.", "- Ensure that each child is seen.")


def divided(*lines: str) -> tuple[list[str], list[str]]:
    """The codes of doubts, and the texts of findings."""
    records = walk(*lines).records
    return [notice.code for notice in records.notices], [finding.text for finding in records.findings]


def test_a_heading_inside_a_list_divides_it_where_what_follows_asks_too() -> None:
    assert divided(*LIST, "THE BOARD", "- Ensure that it meets.") == ([], [])
    assert divided(*LIST, "THE BOARD", "It has met.", "- Ensure that it meets.") == ([], [])


def test_a_heading_inside_a_list_ends_it_where_nothing_under_it_asks() -> None:
    assert divided(*LIST, "THE BOARD", "It has met.") == (["heading-unknown"], ["It has met."])
    assert divided(*LIST, "THE BOARD", "It has met.", "THE TEAM", "- Ensure that it meets.")[0] == ["heading-unknown"]


def test_a_heading_ends_no_list_of_one_item_or_of_items_that_do_not_ask_or_with_nothing_under_it() -> None:
    assert divided(*LIST[:2], "THE BOARD", "It has met.") == ([], [])
    assert divided(LIST[0], "- The staff.", "- The visits.", "THE BOARD", "It has met.") == ([], [])
    assert divided(LIST[0], "- The staff.", *LIST[1:2], "THE BOARD", "It has met.") == ([], [])
    assert divided(*LIST, "THE BOARD") == ([], [])


def test_only_the_next_texts_under_a_heading_are_asked() -> None:
    behind = [f"It has met {n} times." for n in range(FORESIGHT)]
    assert divided(*LIST, "THE BOARD", *behind, "- Ensure that it meets.")[0] == ["heading-unknown"]
    assert divided(*LIST, "THE BOARD", *behind[1:], "- Ensure that it meets.") == ([], [])


def test_words_of_a_heading_tell_whether_a_list_goes_on() -> None:
    assert divided(*LIST, "RECOMMENDATIONS", "It has met.") == ([], [])
