"""What is logged, and how."""

from __future__ import annotations

import logging


class OneLine(logging.Filter):
    """Leave out the traceback, where a request that is refused is no fault of the program."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Keep every record, without its traceback."""
        record.exc_info = None
        return True
