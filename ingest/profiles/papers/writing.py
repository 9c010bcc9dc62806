"""What the papers around an inspection share: Cabinet reports, commissioners' reports, directions and improvement plans.

``Writing`` collects sections, findings and recommendations with anchors that are unique and made of what is printed, each
with its passage in printed order. ``complete`` then adds what every paper says of others: its authority, the inspection that it
follows and those that it mentions, the judgements that it reports, its cross references and its licence.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from ingest.blocks import Block, BlockKind, Place
from ingest.drafts import FindingDraft, PartialDate, RecommendationDraft, ReferenceDraft, ReportDraft, SectionDraft
from ingest.notices import Notice
from ingest.structure.numbering import Anchors
from ingest.structure.restore import LETTERED
from ingest.wording.authorities import find_authority, find_by_address, most_named
from ingest.wording.covers import find_licence
from ingest.wording.inspections import Passage, find_mentions, followed, unite
from ingest.wording.joining import BETWEEN, join_place, join_text
from ingest.wording.references import find_references
from ingest.wording.reported import reported_judgements
from inspections.notice_codes import NoticeCode
from inspections.reference.tables import AuthorityFacts
from inspections.vocabulary import FindingKind, NoticeLevel

NUMBER_WORDS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
WORDED = re.compile(rf"\brecommendation\s+(?P<word>{'|'.join(NUMBER_WORDS)})\b", re.I)
PART = re.compile(
    r"\b(?P<target>section|appendix|annex)\s+(?P<ref>\d{1,2}(?:\.\d{1,2})*|[A-Z])(?![\w(])"
    r"(?!\s*(?:of|to)\s+(?:the\s+)?(?:[A-Z]\w*\s+){0,6}Act\b)",
    re.I,
)
CHILDREN = re.compile(
    r"\bchild|\byoung (?:people|person)|\bsafeguard|\bOfsted\b|\bSEND\b|social care|looked after|care leavers", re.I
)
BULLET_IN_TEXT = re.compile(r"^[\u2022\u25aa\u25fc\uf06e\uf0a7\uf0b7*\x00-\x1f]\s*")


def _is_sentence(block: Block) -> bool:
    """Tell whether a heading by its size is a sentence: a plan's prose is larger than the type of its many tables."""
    words = block.text.split()
    return block.kind is BlockKind.HEADING and not block.bold and len(words) > 4 and words[-1][-1] in ".:;"


def prose(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """The blocks without page furniture and footnotes; a sentence that only its size makes a heading is a paragraph."""
    kept = (block for block in blocks if block.kind not in BETWEEN)
    return tuple(replace(b, kind=BlockKind.PARAGRAPH, level=0) if _is_sentence(b) else b for b in kept)


def slug(heading: str) -> str:
    """A heading as it stands in anchors: lower case, words joined by hyphens."""
    return re.sub(r"[^a-z0-9]+", "-", re.sub(r"['’]", "", heading.casefold())).strip("-")[:60] or "section"


def shown(block: Block) -> str:
    """The words of an item that is part of a paragraph: with its letter or number, without its bullet."""
    if block.kind is BlockKind.TABLE:
        return " ".join(text for row in block.rows for text in row.texts if text)
    mark = f"{block.number}." if block.number else block.marker
    return (
        f"{mark} {block.text}" if block.number or LETTERED.match(block.marker) else BULLET_IN_TEXT.sub("", block.text)
    )


@dataclass(slots=True)
class Writing:
    """The records of one paper while it is read, in printed order."""

    anchors: Anchors = field(default_factory=Anchors)
    sections: list[SectionDraft] = field(default_factory=list)
    findings: list[FindingDraft] = field(default_factory=list)
    recommendations: list[RecommendationDraft] = field(default_factory=list)
    passages: list[Passage] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)
    _path: list[SectionDraft] = field(default_factory=list)
    _counts: dict[str, int] = field(default_factory=dict)
    _announcer: str | None = None

    @property
    def section(self) -> SectionDraft | None:
        """The section that is open."""
        return self._path[-1] if self._path else None

    def open(self, block: Block, level: int, anchor: str | None = None, heading: str | None = None) -> SectionDraft:
        """Open a section (level 1 is the highest) below the nearest open one of a higher rank."""
        self.close(level)
        parent = self._path[-1].anchor if self._path else None
        text = heading or block.text
        children = sum(section.parent == parent for section in self.sections) + 1
        wanted = anchor or (f"{parent}/{children}" if parent else slug(text))
        section = SectionDraft(self.anchors.take(wanted), text, level, parent, None, block.place)
        self.sections.append(section)
        self._path.append(section)
        self.passages.append(Passage(text, block.place, section.anchor))
        return section

    def close(self, level: int = 1) -> None:
        """Close the open sections of this level and below: what follows belongs to the section around them, if any."""
        while self._path and self._path[-1].level >= level:
            self._path.pop()

    def lengthen(self, words: str) -> None:
        """Add the second line of a heading to the section that is open."""
        longer = replace(self._path[-1], heading=join_text(self._path[-1].heading, words))
        self.sections[self.sections.index(self._path[-1])] = self._path[-1] = longer

    def next_anchor(self) -> str:
        """The anchor of the next unnumbered record: that of the outermost open section, and an ordinal in it."""
        stem = self._path[0].anchor if self._path else "cover"
        self._counts[stem] = self._counts.get(stem, 0) + 1
        return f"{stem}-{self._counts[stem]}"

    def find(self, block: Block, kind: FindingKind, ref: str | None = None, anchor: str | None = None) -> FindingDraft:
        """Add a finding; without an anchor it gets one of its section and an ordinal."""
        taken = self.anchors.take(anchor or self.next_anchor())
        section = self.section.anchor if self.section else None
        text = shown(replace(block, number=None, marker="")) if block.kind is BlockKind.TABLE else block.text
        text = BULLET_IN_TEXT.sub("", text)
        finding = FindingDraft(taken, ref, kind, text, block.orig, section, None, block.place)
        self.findings.append(finding)
        self._announcer = taken if text.endswith(":") else None
        self.passages.append(Passage(text, block.place, taken))
        return finding

    def recommend(
        self, block: Block, anchor: str, ref: str | None = None, parent: str | None = None, addressee: str | None = None
    ) -> RecommendationDraft:
        """Add a recommendation."""
        taken = self.anchors.take(anchor)
        section = self.section.anchor if self.section else None
        draft = RecommendationDraft(
            taken, ref, block.text, block.orig, parent, addressee, section=section, place=block.place
        )
        self.recommendations.append(draft)
        self.passages.append(Passage(block.text, block.place, taken))
        return draft

    @property
    def announced(self) -> bool:
        """Tell whether the finding that was added last announced a list, in the section that is open."""
        section = self.section.anchor if self.section else None
        last = self.findings[-1] if self.findings else None
        return last is not None and last.section == section and last.anchor == self._announcer

    def extend(self, block: Block) -> None:
        """Append a bullet, a lettered item or an unnumbered paragraph to the finding that was added last."""
        last = self.findings[-1]
        text = join_text(last.text, shown(block))
        self.findings[-1] = replace(
            last, text=text, orig=f"{last.orig}\n{block.orig}", place=join_place(last.place, block.place)
        )
        at = max(i for i, passage in enumerate(self.passages) if passage.anchor == last.anchor)
        self.passages[at] = Passage(text, last.place, last.anchor)

    def number_lost(self, block: Block, after: str) -> None:
        """Doubt an item that stands alone where a number is due, though none is printed that could be read."""
        message = f"An item stands after {after} where a number is due and none was read. Compare with the document."
        self.doubt(NoticeCode.NUMBER_LOST, message, block)

    def doubt(
        self,
        code: NoticeCode,
        message: str,
        block: Block,
        anchor: str | None = None,
        level: NoticeLevel = NoticeLevel.WARNING,
    ) -> None:
        """Add a notice about a block."""
        self.notices.append(Notice(level, code, message, block.place.page, block.place.line, anchor))


def authority_of(title: str, blocks: tuple[Block, ...], published: PartialDate | None) -> AuthorityFacts | None:
    """Whose paper it is: the single name in its title, else its council's address, else the authority it names most."""
    on = published.iso if published and len(published.iso) == 10 else None
    texts = [block.text for block in blocks]
    return find_authority(title, on) or find_by_address("\n".join(texts)) or most_named(texts, on)


def references_in(source: str, text: str) -> Iterator[ReferenceDraft]:
    """Cross references of one record to paragraphs, recommendations, sections, appendices and annexes."""
    for found in find_references(text):
        for ref in found.refs or ("",):
            yield ReferenceDraft(source, found.target, ref, found.printed)
    for match in WORDED.finditer(text):
        number = NUMBER_WORDS.index(match["word"].casefold()) + 1
        yield ReferenceDraft(source, "recommendation", str(number), match.group())
    for match in PART.finditer(text):
        yield ReferenceDraft(source, match["target"].casefold(), match["ref"], match.group())


def complete(draft: ReportDraft, blocks: tuple[Block, ...], writing: Writing) -> ReportDraft:
    """The draft with all that its text says of its authority, of inspections, of other parts, and of its licence."""
    authority = authority_of(draft.title, blocks, draft.published)
    notices = [*draft.notices, *writing.notices]
    if authority is None:
        message = "The paper does not name a single authority as its own. Set the authority by hand."
        place = blocks[0].place if blocks else Place()
        notices.append(Notice(NoticeLevel.ERROR, NoticeCode.AUTHORITY_UNKNOWN, message, place.page, place.line))
    passages = tuple(writing.passages)
    if not any(CHILDREN.search(text) for text in (draft.title, *(passage.text for passage in passages))):
        message = "The paper does not speak of services for children; no inspection and no judgement was taken from it."
        place = blocks[0].place if blocks else Place()
        notices.append(Notice(NoticeLevel.WARNING, NoticeCode.NOT_ABOUT_CHILDREN, message, place.page, place.line))
        passages = ()
    mentions = find_mentions(passages, authority)
    known = unite(mentions)
    own = followed(known, draft.title, draft.published)
    judgements, doubts = reported_judgements(passages, mentions, known, own, authority)
    records: list[FindingDraft | RecommendationDraft] = [*writing.findings, *writing.recommendations]
    return replace(
        draft,
        authority=authority,
        licence=find_licence(blocks),
        inspection=own,
        mentions=tuple(inspection for inspection in known if inspection != own),
        judgements=judgements,
        sections=tuple(writing.sections),
        findings=tuple(writing.findings),
        recommendations=tuple(writing.recommendations),
        references=tuple(ref for record in records for ref in references_in(record.anchor, record.text)),
        notices=(*notices, *doubts),
        place=blocks[0].place if blocks else Place(),
    )
