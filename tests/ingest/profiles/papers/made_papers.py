"""Papers of different councils about inspections, made up: what the tests of papers and of their admission read."""

LABELS = """
Report to: Children's Services Scrutiny Committee
Date: 12 June 2023
Report of: Director of Children's Services
Subject: Focused visit to Suffolk children's services
Wards affected: All

Purpose of report

To inform members of the letter that followed the focused visit of 18 and 19 April 2023.

Recommendations

That the Committee notes the letter.

Background

Ofsted inspectors looked at how the council arranges help for children in need. No grade is given at a \
visit.

In July 2019 Ofsted judged the overall effectiveness of children's services to be good.

Financial implications

None.

Legal implications

None.
"""

MINUTES = """
Minutes of the meeting of the Cabinet held on 14 March 2023

Present: Councillors A Field (Chair), B Marsh and C Dale

Apologies for absence were received from Councillor D Wood.

45. DECLARATIONS OF INTEREST

None.

46. INSPECTION OF DERBYSHIRE LOCAL AUTHORITY CHILDREN'S SERVICES

The Cabinet received the report of the Director on the inspection, which took place from 30 January to 10 \
February 2023. Overall effectiveness was judged to be requires improvement to be good. They \
judged the experiences and progress of children in care to be good.

RESOLVED that the report be noted.

47. BUDGET MONITORING

RESOLVED that the position be noted.
"""

COMMITTEE_PAGE = """
Agenda item

Focused visit to Kent children's services

Meeting of Children's Committee, Thursday 9 May 2024 2.00 pm (Item 7.)

To receive the letter of the focused visit on 5 and 6 March 2024.

Minutes:

1) Ms Field introduced the letter.

2) In response to questions, she said that caseloads had come down.

3) RESOLVED that the letter be noted.
"""

PRESS_RELEASE = """
Inspectors praise children's services in Rutland

Published: 21 September 2022

Inspection of Rutland local authority children's services

Ofsted has rated children's services in Rutland as good following an inspection in July 2022.

Councillor Ada Field, Cabinet Member for Children, said: "We are delighted that inspectors recognised the work \
of our staff."

The full report is on Ofsted's website.
"""

TABLE_COVER = """
Report title\tMonitoring visit to Luton children's services
Report to\tOverview and Scrutiny Board
Date of meeting\t6 December 2023
Report author\tBen Ash, Assistant Director
Cabinet Member\tCouncillor Ida Marsh
Wards\tAll
Key decision\tNo

1 Executive summary

1.1 This report presents the findings of the second monitoring visit, which took place on 3 and 4 October 2023.

1.2 Inspectors found that progress had been made for care leavers.

2 Recommendations

2.1 The Board is asked to note the findings.

3 Background

3.1 Children's services were inspected in May 2022 and judged inadequate for overall effectiveness. The impact \
of leaders on social work practice was judged inadequate.

4 Legal implications

4.1 None.
"""

YEAR_COLUMNS = """
DECISION MAKER: Cabinet

DATE: 4 October 2023

SUBJECT: Outcome of the inspection of local authority children's services in Bury

REPORT FROM: Director of Children's Services

PURPOSE: To report the outcome of the inspection of July 2023.

RECOMMENDATIONS:

Cabinet is recommended to note the report.

BACKGROUND:

The judgements of the two inspections are:

\t2018\t2023
Overall effectiveness\tInadequate\tGood
Help and protection\tInadequate\tGood
Children in care\tRequires improvement\tGood

IMPLICATIONS:

Legal implications: none.
"""

BRIEFING = """
Briefing note

To: Members of the Corporate Parenting Panel
From: Head of Service
Date: 2 February 2024
Re: Joint targeted area inspection of Wigan

Background

The joint targeted area inspection of Wigan took place between 4 and 8 December 2023. It looked at serious \
youth violence.

Key findings

- Partners know their area well.
- Plans are not always shared.

Next steps

The partnership will write an action plan by May 2024.
"""

WORK_PROGRAMME = """
Children and Families Scrutiny Panel

Work programme 2024/25

Meeting\tItem\tLead officer
11 June 2024\tOfsted focused visit: letter and response\tDirector
17 September 2024\tInspection of local authority children's services: action plan\tAssistant Director
"""

AGENDA = """
Children's Services Overview and Scrutiny Committee - Agenda

Date: Tuesday 11 June 2024

Time: 2.00 pm

Venue: Council Chamber

Items

1. Apologies for absence
2. Minutes of the last meeting
3. Monitoring visit to Torbay children's services
4. Joint targeted area inspection of Torbay
"""

TWO_LANGUAGES = """
SHROPSHIRE COUNCIL / CYNGOR
Committee and date / Pwyllgor a dyddiad: Cabinet, 7 December 2022
Item / Eitem: 9
Public / Cyhoeddus
Title / Teitl: Inspection of Shropshire local authority children's services
Responsible officer / Swyddog cyfrifol: Tanya Example

1. Summary

1.1 The inspection took place from 7 to 18 February 2022.

2. Recommendations

2.1 Cabinet is asked to note the report.

3. Report

3.1 Overall effectiveness was judged to be good. Children in care and care leavers were judged outstanding.

4. Financial implications

4.1 None.
"""

BULLETIN = """
Members' Briefing

Ofsted inspection of local authority children's services (ILACS)

Leicester children's services were inspected from 20 September to 1 October 2021.

Judgement\tGrade
Overall effectiveness\tGood
The impact of leaders on social work practice\tGood

For information

Contact: Ben Ash
"""

REPORT_NUMBER = """
Report No. 24/117

Cabinet Meeting - 9 July 2024

Report of the Executive Director for Children

MONITORING VISIT TO HEREFORDSHIRE CHILDREN'S SERVICES

Classification: Open

Decision type: Non-key

Recommendation(s)

That:

a) Cabinet notes the letter.

Reasons for recommendations

1. To keep Cabinet informed.

Background

2. The monitoring visit took place on 21 and 22 May 2024.

3. Since the inspection in July 2022, when services were judged inadequate overall, six visits have been made.

Resource implications

4. None.
"""

WEB_PAGE = """
Joint targeted area inspection of Plymouth

In November 2023 inspectors came to Plymouth to look at how agencies work together.

What did they find?

- Children are seen quickly.

What happens next?

An action plan will be published in May 2024.
"""

PAGE_WITH_GRADES = """
Home > Children > Inspections

Inspection of Stockport children's services

Inspection dates: 28 March to 8 April 2022

Judgement\tGrade
Overall effectiveness\tGood
The impact of leaders on social work practice\tGood
The experiences and progress of children who need help and protection\tGood

Agenda item 6 of the Scrutiny Committee of 5 July 2022

RESOLVED that the report be noted.
"""
