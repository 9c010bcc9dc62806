"""How the time of a reading grows with the length of a text: a ratio within one run, so that no machine is too slow."""

import time
from collections.abc import Callable

TIMES_AS_LONG = 4
GROWTH = 8.0
"""A reading that grows with the square of its text takes 16 times as long for a text four times as long; others, 4."""
TRIES = 4


def grows_with_the_text(read: Callable[[str], object], unit: str, length: int) -> bool:
    """Whether ``read`` takes about four times as long for ``length`` characters of repeated units as for a quarter."""
    short, long = ((unit * length)[:characters] for characters in (length // TIMES_AS_LONG, length))
    return any(_seconds(read, long) < GROWTH * _seconds(read, short) for _ in range(TRIES))


def _seconds(read: Callable[[str], object], text: str) -> float:
    """Processor time of one reading: what else the machine does is not in it."""
    started = time.process_time()
    read(text)
    return time.process_time() - started
