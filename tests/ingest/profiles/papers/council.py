"""Papers of an invented council, Wexcombe, as text: what the tests of council profiles read and alter."""

from ingest.drafts import Extraction, ReportDraft
from ingest.extract import extract

CABINET = """
CABINET

12 FEBRUARY 2021

UPDATE ON THE INSPECTION OF CHILDREN'S SERVICES

Portfolio Holder\tCouncillor Ada Field, Children's Services
Report from\tBen Ash, Director of People

Summary

An inspection of local authority children's services in Wexcombe took place between 12 and 23 October 2020. \
The report was published on 4 December 2020.

1. Background

- 1.1 Inspectors judged the overall effectiveness of services to be inadequate.
- 1.2 A commissioner was appointed. See paragraph 3.1 and Appendix 2.
- 1.3 Work has begun in three teams.

2. Progress since the inspection

- 2.1 Two posts were filled. This includes:
 - the head of fostering;
 - the head of placements.
- 2.2 Caseloads have come down.
- 2.3 Visits are recorded in time.

3. Recommendations of the commissioner

- 3.1 The commissioner made these recommendations.
- 1. The leader must put children first.
- 2. The board must meet every month.
- 3. Posts must be filled for good.

4. Risk management

Risk\tDescription\tAction to avoid or mitigate risk\tRisk rating
Too slow\tThe plan is late.\tThe board checks it.\tB2
No staff\tPosts stay empty.\tAgencies are asked.\t

cont'd\t\tPay is reviewed.\t\u0421\u0417
Money\tCosts rise.\tSpending is watched.\tD1

5. Recommendations

- 5.1 The Cabinet is asked to:
- 5.1.1 note the progress; and
- 5.1.2 agree the next steps.

6. Suggested reasons for decision

- 6.1 To keep the Cabinet informed.

Lead officer contact

Ben Ash, Director of People: ben.ash@wexcombe.gov.uk
"""

AGENDA = """
Cabinet – Agenda

A meeting of the Cabinet will be held on:

Date: 12 February 2021

Time: 3.00pm

Items

3.\tChildren's services: update\t(Pages 3 - 6)
\tReport enclosed.\t
4.\tLibraries\t(Pages 7 - 9)

For further information please contact democracy@wexcombe.gov.uk
"""

COMMISSIONER = """
Appendix 1

Report on ways forward for Children's Services in Wexcombe

Report for the Minister of State by Cora Dale, Commissioner for Children's Social Care in Wexcombe

March 2021

Contents

Executive summary\t2
1. Introduction\t3
2. What was seen\t4
3. Risks\t5
4. Recommendations\t6

Executive summary

This report follows an inspection of children's services in October 2020, which judged the overall effectiveness \
of services to be inadequate. For children in care and care leavers it was judged that the service requires improvement.

1. Introduction

The inspection was carried out between 12 October and 23 October 2020.

2. What was seen

The council has listed its own work. This included:

- 1. Filling of posts
- 2. Training of managers
- 3. Risks of delay

It is too early to tell.

a. Fostering (May 2020)

Carers were asked for their views.

3. Risks

- Leaders lose interest
- Money runs out

4. Recommendations

1. The leader must put children first.

2. The board must meet every month, so that recommendation one is met.

3. Posts must be filled for good.

Cora Dale, Commissioner for Children's Social Care in Wexcombe

It may be used under the Open Government Licence v3.0.
"""

DIRECTION = """
STATUTORY DIRECTION TO WEXCOMBE COUNCIL UNDER THE EDUCATION ACT 1996, SECTION 497A(4B)

WHEREAS:

- 1. The Secretary of State has noted Ofsted's inspection report of 4 December 2020.
- The Council has failed in some of its functions.
- 3. The Secretary of State has considered:
 - a. the report of the inspection;
 - b. the report of the commissioner.
- 4. A partner is appointed on the terms in Annex A to this direction.

NOW THEREFORE:

- 5. The Secretary of State directs the Council in this way:
 - a. to work with the partner;
- 6. This direction remains in force until it is revoked.

Signed on behalf of the Secretary of State for Education

Dated this day of 15 March 2021

ANNEX A

Terms of Reference

- 1. The partner supports the council.
- 2. The partner reports every month.
"""

_HEADER = "Ref\tOfsted Recom menda tion\tAction\tOwner\tPartners\tTimescale\tSuccess Criteria\tTarget\tRAG rating"
_WIDER = (
    "Ref\tOfsted Recom menda tion\tAction\tOwner\tDue date\tSuccess Criteria\tMeasure\t"
    "Current Performance\tTarget\tRAG rating"
)

PLAN = f"""
Wexcombe Children's Services Improvement Plan

Version\tDate\tAuthor
V1.0\t04/01/2021\tHead of Projects
V1.1\t18/01/2021\tHead of Projects

1. Introduction

This plan answers the Inspection of Local Authority Children's Services (ILACS) which took place \
from 5 October 2020 to 23 October 2020.

Ofsted Recommendations

The 3 priorities for improvement in the report are:

- 1. The quality of plans for children.
- 2. The pace of visits to families.
- 3. The training of managers.

2. Our priorities

We have two priorities:

- 1. **Practice** – plans and visits are right.
- 2. **People** – managers are trained.

Priority 1: Practice\tLead: Assistant Director
What's working well?\tStaff are committed.

{_HEADER}
1.1\t1\tReview every plan\tHead of Service\tSchools\tMarch 2021\tPlans reviewed\t90%\t
1.2 œ\t1 and 2\tVisit every family and\tHead of Service\t\tMay 2021\tVisits made\t95%\tG

ef O\tOfsted Recom menda tion\tAction\tOwner\tPartners\tTimescale\tSuccess Criteria\tTarget\tRAG rating
\t\trecord each visit\t\t\t\tin time\t\t
1. 3\t2\tMeasure the pace of visits\tPerformance Team\t\tJune 2021\tMonthly report\t\t

Priority 2: People and\tLead: Director
Management\t

{_WIDER}
2.1\t3\tTrain all managers\tHuman Resources\tApril 2021\tTraining held\tManagers trained\t40%\t80%\t
2.2\t1, 2 and 3\tCoach new managers\tHuman Resources\tMay 2021\tCoaching held\tManagers coached\t5\t10\t

Appendix B

\tOfsted report priority for improvement\tAction in plan\t
1\tThe quality of plans for children. (3 actions)\t1.1\t1.2
\t\t2.2\t
2\tThe pace of visits to families. (3 actions)\t1.2\t1.3
\t\t2.2\t
3\tThe training of managers. (2 actions)\t2.1\t2.2
"""


def read(text: str) -> Extraction:
    """Extract a text as a file would be."""
    return extract(text.encode())


def only(text: str) -> ReportDraft:
    """The one report that the text is read as."""
    extraction = read(text)
    assert len(extraction.reports) == 1, [report.kind for report in extraction.reports]
    return extraction.reports[0]


def codes(report: ReportDraft) -> list[str]:
    """The codes of its notices."""
    return [notice.code for notice in report.notices]


def refs(report: ReportDraft) -> list[str]:
    """The printed numbers of findings and recommendations, in the order of findings, then recommendations."""
    return [f.ref for f in report.findings if f.ref] + [r.ref for r in report.recommendations if r.ref]


def change(text: str, old: str, new: str) -> str:
    """The text with one change; the words to change must stand in it."""
    assert old in text
    return text.replace(old, new, 1)
