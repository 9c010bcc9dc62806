"""Doubts about the rows of large tables: one notice for each thing that can be said, with the rows that it is about."""

from collections import defaultdict
from collections.abc import Iterator

from ingest.blocks import Place
from ingest.notices import NoticeDraft
from inspections.notice_codes import NoticeCode
from inspections.vocabulary import NoticeLevel

MOST_PLACES = 12
"""Places that a notice names before it only counts them."""

TO_DO = {
    NoticeLevel.ERROR: " Mend the rows and read the table again.",
    NoticeLevel.WARNING: " Compare the rows with the reports.",
}


class RowDoubts:
    """Collects doubts, and gives equal ones as one notice in the order in which they first came."""

    def __init__(self) -> None:
        self._places: dict[tuple[NoticeLevel, NoticeCode, str], list[tuple[Place, str]]] = defaultdict(list)

    def add(self, level: NoticeLevel, code: NoticeCode, says: str, place: Place, what: str = "") -> None:
        """Add a doubt about a row: ``says`` is a sentence without its full stop, ``what`` names the row."""
        places = self._places[level, code, says]
        if (place, what) not in places[-1:]:
            places.append((place, what))

    @property
    def notices(self) -> Iterator[NoticeDraft]:
        """The notices, each with its first place."""
        for (level, code, says), found in self._places.items():
            named = [f"{what} ({place.words})" if what else place.words for place, what in found]
            more = f" and {len(named) - MOST_PLACES} more" if len(named) > MOST_PLACES else ""
            message = f"{says}: {'; '.join(named[:MOST_PLACES])}{more}.{TO_DO.get(level, '')}"
            first = found[0][0]
            yield NoticeDraft(level, code, message, first.page, first.line, where=first.where)
