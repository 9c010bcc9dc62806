"""Letters of inspectors, by themselves and in papers that quote or bind them, and plans in papers; made up."""

LETTER_BEGINS = """\
14 May 2024

Dear Mr Ash

Focused visit to Dorset children's services

This letter summarises the findings of the recent focused visit to Dorset children's services on 18 and 19 April 2024. \
His Majesty's Inspectors for this visit were Ada Field and Ida Marsh.

Headline findings

Leaders know their services well.

What needs to improve?

- The recording of visits.
"""

LETTER = f"""
{LETTER_BEGINS}
Main findings

- Visits are made on time and are purposeful.

Yours sincerely

Ada Field
His Majesty's Inspector
"""

QUOTED_LETTER = f"""
Committee: Children's Select Committee
Date: 3 July 2024
Title: Focused visit to Dorset
Report author: Ben Ash

1. Purpose

1.1 To share the letter of the focused visit, which is set out in full below.

2. The letter

2.1 The letter reads:

{LETTER_BEGINS}
Yours sincerely

Ada Field
His Majesty's Inspector

2.2 The service accepts the findings.

3. Recommendations

3.1 That the letter be noted.

4. Financial implications

4.1 None.
"""

BOUND_LETTER = (
    """
Committee: Children's Select Committee
Date: 3 July 2024
Title: Focused visit to Dorset
Report author: Ben Ash

1. Purpose

1.1 To share the letter of the focused visit, which is at Appendix 1.

2. Recommendations

2.1 That the letter be noted.

3. Financial implications

3.1 None.

Appendix 1
"""
    + LETTER
)

COUNCIL_LETTER = """
21 May 2024

Dear colleague

Focused visit to Bolton children's services

I am writing to share the outcome of the visit. Inspectors visited us on 16 and 17 April 2024. They said that \
our social workers know their children well.

Thank you for all your work.

Yours sincerely

Ben Ash
Director of Children's Services
"""

LETTER_WITH_PLAN = (
    LETTER
    + """
Dorset Children's Services Action Plan

Action\tLead\tBy when
Record every visit on time\tTeam managers\tJune 2024
Audit recording\tQA Manager\tJuly 2024
"""
)

PAPER_WITH_ACTIONS = """
Report to: Cabinet
Date: 8 May 2024
Report of: Director of Children's Services
Subject: Children's Services Improvement Plan
Wards affected: All

1. Purpose

1.1 To agree the plan that answers the inspection of Dorset local authority children's services of January 2024.

2. The plan

2.1 The actions are:

Ref\tAction\tLead\tBy when\tRAG
1\tRecord visits\tTeam managers\tJune 2024\tGreen
2\tAudit recording\tQA Manager\tJuly 2024\tAmber

2.2 Progress is reported each quarter.

3. Recommendations

3.1 That Cabinet agrees the plan.

4. Financial implications

4.1 None.
"""

PAPER_WITH_PLAN = """
Report to: Cabinet
Date: 8 May 2024
Report of: Director of Children's Services
Subject: Children's Services Improvement Plan
Wards affected: All

1. Purpose

1.1 To agree the plan at Appendix 1.

2. Recommendations

2.1 That Cabinet agrees the plan.

3. Financial implications

3.1 None.

Appendix 1

Dorset Children's Services Improvement Plan 2024-2026

Priority 1: Practice

Ref\tAction\tLead\tBy when\tRAG
1\tRecord visits\tTeam managers\tJune 2024\tGreen
2\tAudit recording\tQA Manager\tJuly 2024\tAmber
"""
