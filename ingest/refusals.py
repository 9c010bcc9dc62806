"""What is said of a document, or a part of one, that no profile knows: what it seems to be, and which kinds are read.

The kinds are named where the whole document is refused, so that people see what they can give instead.
"""

from collections.abc import Sequence

from ingest.blocks import Block
from ingest.wording.other_papers import kind_not_read, looks_like
from inspections.vocabulary import ReportKind


def kinds_read() -> str:
    """The kinds of report that are read, as a sentence lists them."""
    *labels, last = [kind.label for kind in ReportKind]
    return f"{'; '.join(labels)}; and {last}"


def refusal(blocks: Sequence[Block], others: bool, *, lost: bool = False, retold: bool = False) -> str:
    """The sentences of the notice.

    ``others`` tells that other parts of the document were read, ``lost`` that it is a report without its cover,
    ``retold`` that somebody else than inspectors tells of an inspection in it.
    """
    not_read = kind_not_read(blocks)
    alike = None if not_read else looks_like(blocks)
    what = f"{'A part of the document' if others else 'The document'} is not a report of a kind that is known"
    seems = f": it seems to be {alike}, which is no inspection of a council's services" if alike else ""
    seems = f": it seems to be {not_read}, which this program does not read" if not_read else seems
    if lost and not (not_read or alike):
        seems = ": it seems to be a report of an inspectorate whose cover or headings are missing or damaged"
    if retold and not (not_read or alike):
        seems = ": it seems to be a paper, a page or a message that tells of an inspection, and not its report"
    message = f"{what}{seems}; nothing was taken from it."
    return message if others else f"{message} The kinds that are read: {kinds_read()}."
