"""Annual performance assessments of services for children, 2005 to 2008: a letter of Ofsted with a table of grades.

Order of decision: the day alone on a line is the publication; the subject tells kind and authority; the table in front
of the first section grades (4 is the best); each outcome has a section, with its grade in the heading, its strengths
and its weaknesses as lists or as the columns of a table. Weaknesses and areas for development are the recommendations;
what a joint area review is to explore is context. The headings, and the sentences that word the grade of an outcome,
are compared with the table. Until 2006 the table graded the services of the council, and the outcomes only in words.
"""

import re
from collections.abc import Iterator, Sequence

from ingest.blocks import Block
from ingest.drafts import InspectionDraft, JudgementDraft, ReportDraft
from ingest.notices import NoticeDraft
from ingest.profiles import families
from ingest.profiles.letters.apa_grades import (
    FRAMEWORK,
    OUTCOMES,
    SERVICES,
    read_claims,
    table_of_grades,
    unfold,
    unknown_grades,
)
from ingest.profiles.letters.apa_grades import (
    WEAKNESSES as WEAK,
)
from ingest.profiles.letters.form import SECTION, LetterForm
from ingest.profiles.letters.letter import Letter, LetterParts, published_of
from ingest.profiles.letters.text import LetterText
from ingest.profiles.protocol import Part
from ingest.structure.cover_names import read_authority
from ingest.structure.grades import on_scale, reconcile
from ingest.structure.legends import check_legend
from ingest.structure.outline import Opening, Outline, Role, Rule, rejoin_headings
from ingest.structure.records import Records
from ingest.structure.report_builder import build_report
from ingest.wording.domains import APA, CAPACITY, expected
from inspections.notice_codes import NoticeCode
from inspections.vocabulary import FindingKind, NoticeLevel, ReportKind

LIST = SECTION + 1
FIRST_YEAR_OF_OUTCOMES = "2007"
PARTS_UNTIL_2006 = frozenset({"social-care-services", "education-service"})
YEAR = re.compile(r"\b(200[4-9])\b")

_GRADE = r"(?:\W*\b(?P<rest>(?:(?:apa\s+)?grade\b.{0,30}|(?:outstanding|excellent|good|adequate|inadequate))))?"
STRENGTHS = Rule(r"(?:(?:major|key|main)\s+|areas?\s+of\s+)?strengths?(?:\s+include)?", LIST)
WEAKNESSES = Rule(
    r"(?:(?:important|major|key|main)\s+)?weaknesses(?:\s+and\s+areas?\s+for\s+(?:development|improvement))?"
    r"|(?:(?:key|main|important)\s+)?areas?\s+for\s+(?:further\s+)?(?:development|improvement)",
    LIST,
    role=Role.RECOMMENDATIONS,
)
DOMAINS = tuple(Rule(f"{wording.pattern}{_GRADE}", SECTION, domain=wording.domain) for wording in APA)
RULES = (
    STRENGTHS,
    WEAKNESSES,
    Rule(
        r"(?:areas?\s+for\s+(?:further\s+)?exploration|aspects?\s+for\s+focus)\b.{0,80}",
        SECTION,
        kind=FindingKind.CONTEXT,
    ),
    Rule(r"summary(?:\s+of\s+(?:strengths|findings).{0,60})?", SECTION, kind=FindingKind.SUMMARY),
    *DOMAINS,
    Rule(r"(?:the\s+)?children'?s\s+services\s+grade", SECTION, kind=FindingKind.CONTEXT),
)
SPELT = {
    "major strengths": STRENGTHS,
    "important weaknesses and areas for development": WEAKNESSES,
    "important weaknesses": WEAKNESSES,
    "areas for development": WEAKNESSES,
    "areas for improvement": WEAKNESSES,
}
FORM = LetterForm(
    name="apa/1",
    kind=ReportKind.APA,
    family=families.OTHER,
    framework=FRAMEWORK,
    subject=re.compile(
        r"(?:re\s*:?\s*)?(?:(?:20\d\d)\s+)?annual\s+performance\s+assessment\b(?!\s*(?:\(apa\)\s*)?"
        r"(?:is|was|were|has|letters?|grades?|outcomes?|results?|action)\b).{0,240}",
        re.I | re.S,
    ),
    rules=RULES,
    divided=True,
    led=False,
    spelt=SPELT,
    ends=re.compile(
        r"(?:we confirm that )?the children.s services (?:grade|judgement)\b|it will also provide the score\b", re.I
    ),
)


class AnnualAssessment(Letter):
    """The profile of annual performance assessment letters."""

    def score(self, part: Part) -> float:
        """Certain when the subject stands near the top and something is graded; a paper about a letter grades none."""
        certainty = super().score(part)
        return certainty if certainty and self._grades(unfold(part.blocks)) else 0.0

    def _grades(self, blocks: tuple[Block, ...]) -> bool:
        return bool(table_of_grades(blocks)) or any(opening.rest for opening in self._openings(blocks))

    def _openings(self, blocks: tuple[Block, ...]) -> Iterator[Opening]:
        outline = Outline(RULES)
        return (opening for block in blocks if (opening := outline.opening(block)) and opening.rule.domain)

    def extract(self, part: Part) -> ReportDraft:
        """Read the letter; notices name what it lacks or what contradicts itself."""
        parts = self.cut(rejoin_headings(unfold(part.blocks), RULES))
        published = published_of(parts)
        tabled = table_of_grades(parts.text)
        reading = LetterText(FORM, parts.subject)
        records = reading.read([block for block in parts.text if block not in tabled]).records
        claims = read_claims(tabled, records)
        year = max(YEAR.findall(parts.subject.text), default=published.iso[:4] if published else "")
        judged = _judged(year, {claim.domain for claim in claims})
        evidence = {claim.domain: records.evidence(claim.domain) for claim in claims}
        place = tabled[0].place if tabled else parts.subject.place
        reconciled, doubts = reconcile(claims, judged, evidence, place)
        judgements, off_scale = on_scale(reconciled, FRAMEWORK)
        titles = (parts.subject.text, *(block.text for block in reading.opening_text[:2]))
        text = (*parts.front, *parts.text)
        authority, names = read_authority(titles, text, published.iso if published else None)
        return build_report(
            self, parts.subject.text, part.blocks, records,
            authority=authority,
            published=published,
            inspection=InspectionDraft(FRAMEWORK, published=published, place=parts.subject.place),
            judgements=judgements,
            notices=(
                *names, *doubts, *off_scale, *unknown_grades(tabled), *check_legend(parts.text, FRAMEWORK),
                *records.notices, *_lacks(parts, published is None, records), *_lost_headings(judgements, records),
            ),
        )  # fmt: skip


def _judged(year: str, claimed: set[str]) -> dict[str, str]:
    """What a letter of the year judges, to its wording: all outcomes from 2007 on, before that services and capacity.

    In the first letters the services for social care and education stand for those for children as a whole.
    """
    wordings = {domain: wording for domain, wording in expected(FRAMEWORK).items() if domain not in PARTS_UNTIL_2006}
    if not year or year >= FIRST_YEAR_OF_OUTCOMES:
        return wordings
    always = (CAPACITY,) if claimed >= PARTS_UNTIL_2006 else (SERVICES, CAPACITY)
    return {domain: wordings[domain] for domain in always}


def _lacks(parts: LetterParts, undated: bool, records: Records) -> Iterator[NoticeDraft]:
    """What every letter has and this one does not."""
    place = parts.subject.place
    found = any(finding.kind is FindingKind.FINDING for finding in records.findings)
    for code, level, missing, what in (
        (NoticeCode.PUBLICATION_DATE_MISSING, NoticeLevel.ERROR, undated, "No day stands over the letter"),
        (NoticeCode.FINDINGS_MISSING, NoticeLevel.ERROR, not found, "No findings were found"),
        (NoticeCode.NO_AREAS_FOR_IMPROVEMENT, NoticeLevel.WARNING, not records.recommendations,
         "No areas for development were found"),
        (NoticeCode.SIGNATURE_MISSING, NoticeLevel.ERROR, not parts.signature,
         "The letter ends without a signature; its end may be lost"),
    ):  # fmt: skip
        if missing:
            yield NoticeDraft(level, code, f"{what}. Compare with the document.", place.page, place.line)


def _lost_headings(judgements: Sequence[JudgementDraft], records: Records) -> Iterator[NoticeDraft]:
    """What is missed where a heading was lost: the section of an outcome, or the weaknesses behind its strengths."""
    weak = {recommendation.domain for recommendation in records.recommendations}
    domains = {section.anchor: section.domain for section in records.sections}
    lists = [section for section in records.sections if WEAK.fullmatch(section.heading.strip(" :"))]
    headed = {section.domain or domains.get(section.parent or "") for section in lists}
    for judgement in judgements:
        at = judgement.place
        if judgement.domain in OUTCOMES and not judgement.evidence:
            message = (
                f"No findings were read for “{judgement.domain_wording}”: its heading was not recognised. Compare."
            )
            yield NoticeDraft(
                NoticeLevel.WARNING, NoticeCode.SECTION_MISSING, message, at.page, at.line, judgement.anchor
            )
        elif judgement.domain in OUTCOMES and weak and judgement.domain not in weak | headed:
            message = f"No weaknesses were read for “{judgement.domain_wording}”: their heading may be lost. Compare."
            yield NoticeDraft(
                NoticeLevel.ERROR, NoticeCode.HEADING_MISSING, message, at.page, at.line, judgement.anchor
            )


APA_LETTER = AnnualAssessment(FORM)
