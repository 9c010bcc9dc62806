"""What tells a page, a presentation or a message about an inspection from the words of inspectors that it repeats.

News, briefings, slides and e-mails print the title, the dates and the table of an inspection, and may have no sign of a
paper for a meeting. The council speaks in them: of "our services", of what a councillor said, with thanks to its staff,
or to readers whom inspectors never address. What the inspectorate's closing text, an inspector's signature or the list
of an inspection team ends is a report, whatever it quotes.
"""

import re
from collections.abc import Sequence

from ingest.blocks import Block, BlockKind
from ingest.wording.closings import OFFICE, PUBLISHER
from ingest.wording.stems import StemmedPattern

_MEMBER = r"(?:councillors?|cllrs?|cabinet\s+members?|lead\s+members?|portfolio\s+holders?|leader\s+of\s+the\s+council)"
_OFFICER = r"(?:[Dd]irector|[Cc]hief\s+[Ee]xecutive|[Mm]ayor)"
_WHO_DECIDES = r"(?:trustees|members|governors|committee|cabinet|councillors|board|panel|council|forum)"
SPOKEN = StemmedPattern(
    r"\bour\s+(?:local\s+authority|council|(?:children.s\s+)?(?:social\s+care\s+)?services|staff|social\s+workers|teams?"
    r"|workforce|improvement|action\s+plan|grades?|rating|inspections?|charity|school)\b"
    r"|\b(?:inspected|visited|judged|rated|graded)\s+us\b"
    r"|\b(?:I|[Ww]e)(?:\s+would\s+like\s+to|\s+want\s+to|\s+also)?\s+thank\b"
    r"|\bthank(?:s|ed)?\s+(?:to\s+|you\s+for\s+)?(?:all\s+)?(?:the\s+|our\s+|your\s+)?(?:staff|officers|everyone|colleagues"
    r"|hard\s+work|that\s+you\s+do)\b"
    r"|\b(?:I\s+am|[Ww]e\s+are|I'm|I’m|[Ww]e’re)\s+(?:very\s+|really\s+|so\s+)?(?:pleased|proud|delighted|disappointed)\b"
    rf"|\b(?i:{_MEMBER})\b[^.]{{0,80}},?\s+(?:said|says|added)\b"
    rf"|\b{_OFFICER}\b[^.]{{0,80}},?\s+(?:said|says|added)[:,]?\s*[\u201c\u2018\"']"
    rf"|\b{_OFFICER}\s+[A-Z][\w-]+\s+[A-Z][\w-]+\s+(?:said|says)\b"
    rf"|\b(?i:{_WHO_DECIDES})\s+(?:is|are)\s+(?:asked|invited|requested|recommended)\s+to\b"
    rf"|^(?i:(?:the\s+)?{_WHO_DECIDES})\s+(?:noted|welcomed|heard|resolved|discussed)\b"
    r"|\b[Tt]his\s+(?:paper|note|briefing|page|article|presentation|e-?mail|bulletin|slide)\b"
    r"|\b(?:Ofsted|[Ii]nspectors)(?:’s|'s)?\s+(?:has\s+|have\s+)?(?:praised|commended|complimented)\b"
    r"|\b(?:[Rr]ead|[Ff]ind|[Vv]iew|[Dd]ownload)\s+the\s+(?:full|whole)\s+(?:report|letter)\b",
    *("our", "inspected", "visited", "judged", "rated", "graded", "thank", "pleased", "proud", "delighted"),
    *("disappointed", "said", "says", "added", "asked", "invited", "requested", "recommended", "noted", "welcomed"),
    *("heard", "resolved", "discussed", "paper", "note", "briefing", "page", "article", "presentation", "mail"),
    *("bulletin", "slide", "praised", "commended", "complimented", "full", "whole"),
    flags=re.NOFLAG,
)
"""What only a council, a charity or the press says of an inspection. No report or letter at hand says any of it."""
ADDRESSED = re.compile(
    r"dear\s+(?:all|colleagues?|parents?|carers?|members|councillors|staff|resident|team)\b.{0,60}"
    r"|(?:from|sent|cc)\s*:.{0,90}|(?:any\s+)?questions\s*\?|share\s+this(?:\s+\w+){0,2}"
    r"|(?:a\s+|the\s+)?(?:members.?\s+)?(?:briefing|news|press\s+release|newsletter|media\s+statement)\b.{0,60}"
    r"|.{0,60}\b(?:note|guide|summary|briefing|letter)\s+for\s+(?:parents|carers|families|members|staff|governors|trustees"
    r"|schools|councillors|residents|young\s+people)\b.{0,40}"
    r"|purpose\s+of\s+this\s+(?:paper|note|report|briefing)"
    r"|(?:corporate\s+parenting|improvement|executive|management|governing|trustees?.?|senior)\s+(?:\w+\s+)?"
    r"(?:board|panel|committee|body|forum|team)(?:\s+meeting)?",
    re.I,
)
"""Lines that say to whom such a paper speaks."""
TEAM = re.compile(r"(?:the\s+)?inspection\s+team|local\s+area\s+partnership\s+details", re.I)
LONGEST_LINE = 110
LONGEST_OFFICE = 90


def is_retold(blocks: Sequence[Block]) -> bool:
    """Tell whether somebody else than inspectors speaks in a part that no inspectorate, inspector or team ends."""
    printed = [block for block in blocks if block.kind is not BlockKind.FURNITURE]
    if any(map(_is_of_inspectorate, printed)):
        return False
    return any(SPOKEN.search(block.text) for block in printed) or any(
        len(block.text) <= LONGEST_LINE and ADDRESSED.fullmatch(block.text.strip()) for block in printed
    )


def _is_of_inspectorate(block: Block) -> bool:
    text = block.text.strip(" .,")
    signed = len(text) <= LONGEST_OFFICE and OFFICE.match(text) is not None
    return signed or PUBLISHER.match(text) is not None or TEAM.fullmatch(text) is not None
