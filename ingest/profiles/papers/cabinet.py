"""Reports to a council's Cabinet, executive or committee about children's services.

In this order: the cover (meeting, date, title, officers) up to the summary or the first numbered heading; numbers that
were lost and are certain; then block by block. A numbered heading ("6.") opens a section when its paragraphs ("6.1")
follow; a paragraph with a number of its section is a finding, of kind progress under a heading of progress, and a
recommendation under the heading "Recommendation(s)"; bullets, letters and unnumbered paragraphs after a numbered one
belong to it; a list numbered 1, 2, 3 under a numbered paragraph that speaks of recommendations holds recommendations
quoted from elsewhere. ``published`` is the day of the meeting.
"""

from ingest.blocks import Block
from ingest.drafts import ReportDraft
from ingest.profiles import families
from ingest.profiles.papers.cabinet_body import CabinetBody
from ingest.profiles.papers.cabinet_cover import COVER_LENGTH, read_cover
from ingest.profiles.papers.cover_opening import opens_report
from ingest.profiles.papers.headings import with_headings
from ingest.profiles.plans.actions import read_actions
from ingest.profiles.plans.links import Recommended
from ingest.profiles.protocol import Part
from ingest.structure.council_paper import is_paper
from ingest.structure.paper_report import paper_report, prose
from ingest.structure.restore import restore_numbers
from ingest.structure.risks import read_risks
from ingest.wording.dates import EXACT
from inspections.notice_codes import NoticeCode
from inspections.vocabulary import ReportKind


class Cabinet:
    """The profile of reports to a Cabinet or a committee."""

    name = "cabinet/1"
    kind = ReportKind.CABINET_REPORT
    family = families.OTHER

    def opens(self, blocks: tuple[Block, ...], index: int) -> bool:
        """The cover of a report to a meeting."""
        return opens_report(blocks, index)

    def score(self, part: Part) -> float:
        """Certain with the cover of a report to a meeting; likely with other signs of a paper or of minutes."""
        blocks = part.blocks
        if any(self.opens(blocks, i) for i in range(min(COVER_LENGTH, len(blocks)))):
            return 0.92
        return 0.43 if is_paper(blocks) else 0.0

    def extract(self, part: Part) -> ReportDraft:
        """Read cover, sections, numbered paragraphs, recommendations and risks."""
        blocks = with_headings(prose(part.blocks))
        cover = read_cover(blocks)
        restored, notices = restore_numbers(blocks[cover.end :])
        body = CabinetBody()
        for block in cover.told:
            body.context(block)
        body.read(restored)
        risks, doubts = read_risks(body.tables)
        actions, unsure = read_actions(body.actions, Recommended(), {})
        if not cover.title or cover.published is None:
            missing = "title" if not cover.title else "date of the meeting"
            body.records.doubt(NoticeCode.COVER_INCOMPLETE, f"The {missing} was not found on the cover.", blocks[0])
        elif len(cover.published.iso) < EXACT:
            message = f"“{cover.published.printed}” tells no day of the meeting. Read it in the document."
            body.records.doubt(NoticeCode.DATES_DOUBTED, message, blocks[0])
        title = cover.title or "Report without title"
        notices = (*notices, *body.checks(), *doubts, *unsure)
        return paper_report(
            self, title, part.blocks, body.records, cover.published, actions=actions, risks=risks, notices=notices
        )
