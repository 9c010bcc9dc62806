"""Council papers with lines lost, swapped and garbled: read with notices or refused, never an exception."""

from random import Random

import pytest

from inspections.vocabulary import ReadingStatus
from tests.ingest.profiles.papers.council import AGENDA, CABINET, COMMISSIONER, DIRECTION, PLAN, read

PAPERS = (CABINET, COMMISSIONER, DIRECTION, PLAN, AGENDA + CABINET + COMMISSIONER + DIRECTION + PLAN)


def torn(text: str, random: Random) -> str:
    lines = text.split("\n")
    for _ in range(random.randrange(1, 8)):
        at, other = random.randrange(len(lines)), random.randrange(len(lines))
        match random.choice(("drop", "swap", "split", "garble", "tabs")):
            case "drop":
                lines.pop(at)
            case "swap":
                lines[at], lines[other] = lines[other], lines[at]
            case "split":
                middle = len(lines[at]) // 2
                lines[at : at + 1] = [lines[at][:middle], lines[at][middle:]]
            case "garble":
                lines[at] = "".join(random.choice("x9.\t-1 ") if random.random() < 0.2 else c for c in lines[at])
            case "tabs":
                lines[at] = lines[at].replace("\t", " ", 1)
    return "\n".join(lines)


@pytest.mark.parametrize("seed", range(60))
def test_a_torn_paper_never_raises_and_keeps_anchors_unique(seed):
    random = Random(seed)  # noqa: S311
    extraction = read(torn(PAPERS[seed % len(PAPERS)], random))
    assert extraction.status in ReadingStatus
    for report in extraction.reports:
        for anchors in (
            [section.anchor for section in report.sections],
            [finding.anchor for finding in report.findings] + [item.anchor for item in report.recommendations],
            [action.anchor for action in report.actions],
            [risk.anchor for risk in report.risks],
        ):
            assert len(anchors) == len(set(anchors))
