"""The headings of a table of judgements: what is judged, and its grade."""

import re
from collections.abc import Sequence

JUDGED = re.compile(r"\W*judge?ments?\W*", re.I)
GRADE = re.compile(r"\W*grad(?:es?|ing)\W*", re.I)


def heads_judgements(texts: Sequence[str]) -> bool:
    """Tell whether the cells of a row head a table of judgements: "Judgement" and "Grade", and nothing else."""
    return len(texts) == 2 and bool(JUDGED.fullmatch(texts[0]) and GRADE.fullmatch(texts[1]))
