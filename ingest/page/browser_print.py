"""The lines that a browser prints in the margins of a page, with the words of ``wording.browser_print``."""

from collections.abc import Sequence

from ingest.page.lines import PrintedLine
from ingest.wording.browser_print import is_address, is_time_stamp


def printed_around(margins: Sequence[PrintedLine]) -> set[int]:
    """The lines that a browser printed in the margins of a page, as their ``id``: rows with a time or an address.

    None on a page that lacks one of both, so that a letterhead with an address stays as it is.
    """
    stamps = [line for line in margins if is_time_stamp(line.orig)]
    addresses = [line for line in margins if is_address(line.orig)]
    if not stamps or not addresses:
        return set()
    return {id(line) for line in margins if any(_beside(line, other) for other in (*stamps, *addresses))}


def _beside(line: PrintedLine, other: PrintedLine) -> bool:
    """Tell whether two lines stand in one row, or are the same."""
    return min(line.bottom, other.bottom) > max(line.top, other.top)
