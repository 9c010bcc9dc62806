"""The walk that every profile uses: what each step does unless a profile overrides it."""

from ingest.blocks import Block
from ingest.readers.text import read
from ingest.structure.outline import Outline, Role, Rule
from ingest.structure.walker import START, Gatherer, Walker
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
