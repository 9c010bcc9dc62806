"""The walk over papers: the words of a heading decide, not its rank or its number."""

from collections.abc import Iterator

from ingest.blocks import Block, BlockKind
from ingest.readers.text import read
from ingest.structure.outline import Opening, Role, Rule
from ingest.structure.paper_walker import PaperWalker
from inspections.vocabulary import FindingKind

OTHER = Rule("", 1)
RULES = (
    Rule("summary", 1, kind=FindingKind.SUMMARY),
    Rule("recommendations?", 1, Role.RECOMMENDATIONS),
)


class Paper(PaperWalker):
    def __init__(self) -> None:
        super().__init__(RULES, OTHER)

    def opening(self, block: Block) -> Opening | None:
        if block.kind is not BlockKind.HEADING:
            return None
        return self.section(block.text, number=block.number or "")


def walk(*lines: str) -> Paper:
    return Paper().read(read("\n\n".join(lines).encode()).blocks)


def test_a_section_is_named_by_its_printed_number_or_its_heading_and_numbers_of_sections_count() -> None:
    paper = walk("SUMMARY", "A.", "1. BACKGROUND", "B.", "3. RECOMMENDATION", "Act.")
    assert [section.anchor for section in paper.records.sections] == ["summary", "s1", "s3"]
    assert [number.ref for number in paper.records.numbers.of("section")] == ["1", "3"]
    assert [notice.code for notice in paper.records.numbers.check("section")] == ["missing-paragraphs"]


def test_the_words_of_the_heading_say_what_stands_under_it() -> None:
    records = walk("SUMMARY", "A.", "1. BACKGROUND", "B.", "2. RECOMMENDATION", "Act.").records
    assert [(f.anchor, f.kind) for f in records.findings] == [
        ("summary-1", FindingKind.SUMMARY),
        ("s1-1", FindingKind.FINDING),
    ]
    assert [r.text for r in records.recommendations] == ["Act."]


def test_a_misspelt_heading_of_recommendations_opens_them_with_a_doubt() -> None:
    records = walk("1. BACKGROUND", "B.", "2. RECUMMENDATION", "Act.").records
    assert [r.text for r in records.recommendations] == ["Act."]
    assert [notice.code for notice in records.notices] == ["heading-misspelt"]
    assert walk("1. COMMENDATIONS", "B.").records.notices == []


def test_context_keeps_no_number_that_is_not_the_papers_own() -> None:
    def numbered() -> Iterator[Block]:
        yield from (b for b in read(b"4. Words of others.").blocks)

    paper = Paper()
    for block in numbered():
        paper.context(block)
    assert [(f.ref, f.anchor, f.kind) for f in paper.records.findings] == [(None, "cover-1", FindingKind.CONTEXT)]
    assert paper.records.numbers.of() == ()
