"""What is said of a document that no profile knows."""

import pytest

from ingest.extract import extract
from ingest.readers.text import read
from ingest.refusals import kinds_read, refusal
from inspections.vocabulary import ReadingStatus, ReportKind

PEERS = """Owen Tarrant
Director of Children's Services
Wexcombe Council

12 May 2021

Dear Owen

Children's services peer challenge in Wexcombe, April 2021

The team was made welcome.

Strengths

- The front door is well staffed.

Areas for further consideration

- Ask partners what they need.

Recommendations

1. Plan for permanence sooner.

Yours sincerely

Miriam Dale
Challenge manager
"""
SELF = """Wexcombe Council children's services

Self-evaluation of social work practice 2021

1. What do we know of our practice?

1.1 Ofsted judged our services good in November 2019.

2. How do we know?

3. What are our plans?

Action\tLead\tBy when
Find foster carers\tAD\tMarch 2022
"""


@pytest.mark.parametrize(
    ("text", "alike"),
    [
        (PEERS, "peer challenge"),
        (PEERS.replace("peer challenge", "peer review"), "peer review"),
        (
            PEERS.replace("Children's services peer challenge in", "Corporate Peer Challenge Statement:"),
            "peer",
        ),
        (SELF, "self-evaluation"),
        (SELF.replace("Self-evaluation of social work practice", "Self assessment"), "self-evaluation"),
        (SELF.replace("Self-evaluation of social work practice", "Children's services SEF"), "self-evaluation"),
    ],
)
def test_what_is_no_inspection_is_refused_by_its_name_and_the_kinds_are_named(text, alike):
    found = extract(text.encode())
    (notice,) = found.notices
    assert (found.status, found.reports, notice.code) == (ReadingStatus.REFUSED, (), "unknown-report")
    assert alike in notice.message
    assert all(kind.label in notice.message for kind in ReportKind)


def test_a_plan_after_a_peer_review_is_a_plan():
    text = SELF.replace("Self-evaluation of social work practice 2021", "Action plan after the peer review 2021")
    assert [report.kind for report in extract(text.encode()).reports] == ["improvement-plan"]


def test_of_a_part_beside_others_the_kinds_are_not_named():
    blocks = read(PEERS.encode()).blocks
    message = refusal(blocks, others=True)
    assert message.startswith("A part of the document is not a report of a kind that is known: it seems to be")
    assert kinds_read() not in message


def test_every_kind_is_named_once():
    assert [kinds_read().count(f"{kind.label};") for kind in ReportKind][:3] == [1, 1, 1]
