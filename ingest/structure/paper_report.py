"""Papers around an inspection: Cabinet reports, commissioners' reports, directions, agendas and improvement plans.

A paper judges nothing itself. ``paper_report`` adds to what its profile read all that a paper says of others: its
authority, the inspection that it follows and those that it mentions, and the judgements that it reports.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from ingest.blocks import Block, BlockKind, Place
from ingest.drafts import ActionDraft, PartialDate, ReportDraft, RiskDraft
from ingest.notices import NoticeDraft
from ingest.structure.anchors import BY_HEADING
from ingest.structure.entries import SKIPPED
from ingest.structure.paper_authority import read_paper_authority
from ingest.structure.records import Records
from ingest.structure.report_builder import NamedProfile, build_report
from ingest.structure.reported_judgements import reported_by_paper
from ingest.wording.dates import EXACT
from ingest.wording.inspections import DocumentPassage, sentences
from ingest.wording.number_words import NUMBER_WORDS
from ingest.wording.references import FoundReference, find_references
from ingest.wording.reported import INSPECTORS, is_own_view, names_grade
from inspections.notice_codes import NoticeCode
from inspections.vocabulary import NoticeLevel, ReferenceTarget

WORDED = re.compile(rf"\brecommendation\s+(?P<word>{'|'.join(NUMBER_WORDS)})\b", re.I)
PART = re.compile(
    r"\b(?:section|appendix|annex)\s+(?P<ref>\d{1,2}(?:\.\d{1,2})*|[A-Z])(?![\w(])"
    r"(?!\s*(?:of|to)\s+(?:the\s+)?(?:[A-Z]\w*\s+){0,6}Act\b)",
    re.I,
)
CHILDREN = re.compile(
    r"\bchild|\byoung (?:people|person)|\bsafeguard|\bOfsted\b|\bSEND\b|social care|looked after|care leavers"
    r"|joint (?:targeted )?area (?:inspection|review)|\bJTAI\b|focuss?ed visit|monitoring visit",
    re.I,
)


def _is_sentence(block: Block) -> bool:
    """Tell whether a heading by its size is a sentence: a plan's prose is larger than the type of its many tables."""
    words = block.text.split()
    return block.kind is BlockKind.HEADING and not block.bold and len(words) > 4 and words[-1][-1] in ".:;"


def prose(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """The blocks without page furniture and footnotes; a sentence that only its size makes a heading is a paragraph."""
    kept = (block for block in blocks if block.kind not in SKIPPED)
    return tuple(replace(b, kind=BlockKind.PARAGRAPH, level=0) if _is_sentence(b) else b for b in kept)


def without_number(block: Block) -> Block:
    """The block without its number, where that is none of the paper's own sequence."""
    return replace(block, number=None) if block.number else block


def paper_references(text: str) -> Iterator[FoundReference]:
    """References to paragraphs, recommendations (also "recommendation one"), sections, appendices and annexes."""
    yield from find_references(text)
    for match in WORDED.finditer(text):
        number = NUMBER_WORDS.index(match["word"].casefold()) + 1
        yield FoundReference(ReferenceTarget.RECOMMENDATION, (str(number),), match.group(), match.start(), match.end())
    for match in PART.finditer(text):
        yield FoundReference(ReferenceTarget.SECTION, (match["ref"],), match.group(), match.start(), match.end())


def paper_records() -> Records:
    """An empty accumulator for a paper: sections are named by their headings."""
    return Records(BY_HEADING, paper_references)


def _told_by(actions: Iterable[ActionDraft]) -> Iterator[NoticeDraft]:
    """A notice for each action whose words tell a grade of inspectors: actions are no evidence of judgements."""
    for action in actions:
        for text in (action.text, action.progress or "", action.notes or ""):
            if INSPECTORS.search(text) and any(names_grade(s) and not is_own_view(s) for s in sentences(text)):
                message = "An action names a grade of inspectors; no judgement was taken from it. Read the action."
                place = action.place
                yield NoticeDraft(
                    NoticeLevel.WARNING, NoticeCode.REPORTED_UNCLEAR, message, place.page, place.line, action.anchor
                )
                break


def paper_report(
    profile: NamedProfile,
    title: str,
    blocks: Sequence[Block],
    records: Records,
    published: PartialDate | None,
    *,
    about: str = "",
    actions: Iterable[ActionDraft] = (),
    risks: Iterable[RiskDraft] = (),
    notices: Iterable[NoticeDraft] = (),
) -> ReportDraft:
    """The whole draft of a paper; ``notices`` are those that its profile has beside the doubts in ``records``.

    ``about`` are other words of its cover that tell what it follows.
    """
    actions = tuple(actions)
    on = published.iso if published and len(published.iso) == EXACT else None
    authority, doubted = read_paper_authority(title, blocks, on)
    doubts = [*notices, *records.notices, *doubted]
    place = blocks[0].place if blocks else Place()
    passages = records.passages
    is_about = any(CHILDREN.search(text) for text in (title, *(p.text for p in passages), *(a.text for a in actions)))
    if not is_about:
        message = "The paper does not speak of services for children; no inspection and no judgement was taken from it."
        doubts.append(NoticeDraft(NoticeLevel.WARNING, NoticeCode.NOT_ABOUT_CHILDREN, message, place.page, place.line))
        passages = ()
    named = f"{title} {about}".strip()
    reported = reported_by_paper(passages, named, published, authority, blocks)
    if reported.followed is None and is_about:
        reported = reported_by_paper((DocumentPassage(title, place), *passages), named, published, authority, blocks)
    return build_report(
        profile, title, blocks, records,
        authority=authority,
        published=published,
        inspection=reported.followed,
        mentions=reported.mentions,
        judgements=reported.judgements,
        actions=actions,
        risks=risks,
        notices=(*doubts, *reported.notices, *_told_by(actions)),
    )  # fmt: skip
