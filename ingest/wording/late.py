"""Patterns that are compiled when they are first used, for the kinds of report of which most runs read none.

Compiling all patterns takes more than half of the time in which a reading process starts. Those that each report needs
are compiled at once; those of papers and plans need not be, to read an inspectorate's report.
"""

import re
from typing import Any, cast

METHODS = ("search", "match", "fullmatch", "finditer", "findall", "split", "sub", "subn")


class _LatePattern:
    """Stands for a pattern, and takes over its methods when one of them is asked for."""

    def __init__(self, pattern: str, flags: re.RegexFlag) -> None:
        self.pattern = pattern
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        compiled = re.compile(self.pattern, self._flags)
        for method in METHODS:
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)


def late(pattern: str, flags: re.RegexFlag = re.NOFLAG) -> re.Pattern[str]:
    """What ``re.compile`` gives, compiled when it is first used; a mistake in the pattern shows only then."""
    return cast("re.Pattern[str]", _LatePattern(pattern, flags))
