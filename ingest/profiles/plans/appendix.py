"""The appendix of an improvement plan that lists, for each recommendation, the actions that answer it.

It says again what the tables of actions say in their own column, so it is a check that needs no other source: every
link must stand in both. The tables are taken; what differs is a notice that names the action.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from ingest.blocks import Block, Place
from ingest.drafts import ActionDraft
from ingest.notices import NoticeDraft
from ingest.wording.plan_columns import squash
from inspections.notice_codes import NoticeCode
from inspections.vocabulary import NoticeLevel

HEADER = re.compile(r"(?:ofsted|inspection).*(?:priorit|recommendation|improvement)")
ACTIONS = re.compile(r"actions?(?:in|of)?(?:the)?plan|actions?toaddress|^actions?$")
ACTION = re.compile(r"(?<![\d.])(\d{1,2}\.\d{1,2})(?![\d.])")
COUNT = re.compile(r"\((\d{1,3}) actions?\)", re.I)


@dataclass(slots=True)
class Appendix:
    """What the appendix lists: ``links`` by action, ``counts`` printed and ``listed`` found by recommendation."""

    links: dict[str, set[str]] = field(default_factory=dict)
    counts: dict[str, int] = field(default_factory=dict)
    listed: dict[str, set[str]] = field(default_factory=dict)
    place: Place = Place()


def is_appendix(block: Block) -> bool:
    """Tell whether a table has the header of such an appendix: a recommendation and the actions in the plan."""
    for row in block.rows[:2]:
        words = [squash(text) for text in row.texts]
        if any(HEADER.search(word) for word in words) and any(ACTIONS.search(word) for word in words):
            return len(row.cells) <= 6
    return False


def read_appendix(tables: Iterable[Block]) -> Appendix:
    """Read the lists of all its tables; a recommendation goes on until the next number in the first column."""
    appendix = Appendix()
    current = ""
    for table in tables:
        appendix.place = appendix.place if appendix.links else table.place
        for row in table.rows:
            texts = row.texts
            if re.fullmatch(r"\d{1,2}\.?", texts[0].strip()):
                current = texts[0].strip(" .")
            if count := COUNT.search(" ".join(texts)):
                appendix.counts[current] = int(count[1])
            for text in texts[1:] if current else ():
                for ref in ACTION.findall(text) if len(text) < 60 else ():
                    appendix.links.setdefault(ref, set()).add(current)
                    appendix.listed.setdefault(current, set()).add(ref)
    return appendix


def _named(links: Iterable[str]) -> str:
    return ", ".join(sorted(links, key=lambda link: (not link.isdigit(), len(link), link))) or "none"


def compare(actions: tuple[ActionDraft, ...], appendix: Appendix) -> Iterator[NoticeDraft]:
    """Notices for every action whose links differ, or one that says that all agree."""
    if not appendix.links:
        return
    rows = {action.ref: action for action in actions}
    differing = 0
    for ref in dict.fromkeys([*rows, *appendix.links]):
        action = rows.get(ref)
        own = set(action.recommendations) if action else set()
        if action and own == appendix.links.get(ref, set()):
            continue
        differing += 1
        says = f"the appendix links it to {_named(appendix.links.get(ref, set()))}"
        row = f"the table links action {ref} to {_named(own)}" if action else f"the table has no action {ref}"
        place = action.place if action else appendix.place
        message = f"The plan contradicts itself: {row}, {says}. The table was taken; check which is right."
        anchor = action.anchor if action else None
        yield NoticeDraft(NoticeLevel.WARNING, NoticeCode.APPENDIX_DIFFERS, message, place.page, place.line, anchor)
    for recommendation, count in appendix.counts.items():
        found = len(appendix.listed.get(recommendation, ()))
        if found != count:
            message = f"The appendix announces {count} actions for recommendation {recommendation} and lists {found}."
            place = appendix.place
            yield NoticeDraft(NoticeLevel.WARNING, NoticeCode.APPENDIX_COUNT, message, place.page, place.line)
    if not differing:
        links = sum(len(action.recommendations) for action in actions)
        message = f"All {links} links of the {len(actions)} actions agree with the plan's own appendix."
        yield NoticeDraft(
            NoticeLevel.INFO, NoticeCode.APPENDIX_AGREES, message, appendix.place.page, appendix.place.line
        )
