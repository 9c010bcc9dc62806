"""The words that a browser prints around a page: the day and time, and the address from which it was printed.

Chromium puts day, time and title above and address and number below; Firefox title and address above and number, day
and time below.
"""

import re

TIME = r"\d{1,4}[./-]\d{1,2}[./-]\d{2,4},?\s+\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:\s?[ap]\.?m\.?)?"
STAMP = re.compile(rf"^{TIME}(?!\S)|(?<!\S){TIME}$", re.I)
"""Day and time at either end of a line: "28/11/2026, 10:00"."""
ADDRESS = re.compile(r"^https?://\S+(?!\S)|(?<!\S)https?://\S+$", re.I)
"""An address at either end of a line."""


def is_time_stamp(line: str) -> bool:
    """Tell whether a line tells at one end when it was printed."""
    return STAMP.search(line) is not None


def is_address(line: str) -> bool:
    """Tell whether a line begins or ends with an address of a page."""
    return ADDRESS.search(line) is not None
