"""News, slides and messages that tell of an inspection with its title, days and grades, made up."""

from inspections.reference.tables import framework_domains

OLD = "children-in-care-and-care-leavers"
WORDINGS = [row.wording for row in framework_domains() if row.framework == "ilacs" and row.domain != OLD]
GRADES = "\n".join(["Judgement\tGrade", *(f"{wording}\tGood" for wording in WORDINGS), ""])
TITLE = "Inspection of Wexcombe local authority children's services"
DAYS = "Inspection dates: 6 to 17 November 2023"
LEAD = "Lead inspector: Naomi Adler, His Majesty's Inspector"

SLIDES = f"""Corporate Parenting Board

{TITLE}

{DAYS}

{LEAD}

{GRADES}
What needs to improve?

- Supervision that is written down.

Any questions?
"""

EMAIL = f"""From: Owen Tarrant
To: everybody in the teams
Sent: 14 January 2024

{TITLE}

{DAYS}

{GRADES}
The experiences and progress of children in care

1. Children live with people who know them.
2. Few children move.
3. Most go home with a plan.
"""

SPEECH = f"""Statement to the council

{TITLE}

{LEAD}

I am delighted to tell of these grades.

{GRADES}"""

CHARITY = f"""{TITLE}

{DAYS}

{LEAD}

{GRADES}
The experiences and progress of children in care

1. Children live with people who know them.
2. Few children move.

3. Trustees are asked to agree a new grant.
"""

NEWS_OF_A_VISIT = """Focused visit to Wexcombe local authority children's services

9 March 2018

Ofsted inspectors looked at the front door on 13 and 14 February 2018.

What needs to improve in this area of social work practice

- How often managers look at the work of the teams.

Findings

- Children who may be in danger are seen quickly.

Councillor Ida Marsh said that much had been done.
"""

FOR_PARENTS = """Area SEND inspection of Wexcombe Local Area Partnership

A note for parents and carers

Inspection dates: 4 to 8 March 2024

Its arrangements lead to inconsistent experiences for children.

What does the area partnership need to improve?

Areas for improvement

- Leaders should make plans better.
"""
