"""The grades of earlier inspections that reports tell: each to the domain and inspection that its own words name."""

import pytest

from ingest.wording.earlier.awarded import PreviousInspection
from ingest.wording.previous import Doubted, PreviousReader

OVERALL, HELP, CARE = "overall-effectiveness", "help-and-protection", "children-in-care"
LEAVERS, ADOPTION, LEADERSHIP = "care-leavers", "adoption", "leadership"
BOTH = "children-in-care-and-care-leavers"
RI = "requires-improvement"

Fact = tuple[str | None, str | None, str, str]


def read(text: str, heading: str = "", domain: str | None = None) -> list[PreviousInspection | Doubted]:
    return list(PreviousReader().read(text, heading, domain))


def facts(text: str, heading: str = "", domain: str | None = None) -> list[Fact]:
    """Framework, date, domain (that of the scope, if there is one) and grade of each; what is doubted is left out."""
    return [
        (
            found.framework,
            found.date.iso if found.date else None,
            found.part if found.scope else found.domain,
            found.grade,
        )
        for found in read(text, heading, domain)
        if isinstance(found, PreviousInspection)
    ]


def doubts(text: str, heading: str = "", domain: str | None = None) -> int:
    return sum(isinstance(found, Doubted) for found in read(text, heading, domain))


TOLD: list[tuple[str, list[Fact]]] = [
    # An introduction, then the grade.
    (
        "The previous inspection of Kent's arrangements for the protection of children was in March 2013. The local "
        "authority was judged to be adequate.",
        [("child-protection", "2013-03", OVERALL, "adequate")],
    ),
    (
        "The last Ofsted inspection of Kent's services for looked after children was undertaken in June 2013. The "
        "local authority was good.",
        [("lac", "2013-06", OVERALL, "good")],
    ),
    (
        "The previous inspection of Kent's services for looked after children was in May 2010. The council was judged "
        "to be good.",
        [(None, "2010-05", CARE, "good")],
    ),
    (
        "The previous inspection of the council's safeguarding arrangements/arrangements for the protection of "
        "children was in February 2013. The local authority was judged to be inadequate.",
        [("child-protection", "2013-02", OVERALL, "inadequate")],
    ),
    (
        "The most recent inspection of the adoption service took place in March 2012. It was judged to be outstanding.",
        [(None, "2012-03", ADOPTION, "outstanding")],
    ),
    (
        "The adoption service was last inspected in May 2011. The service was judged good.",
        [(None, "2011-05", ADOPTION, "good")],
    ),
    (
        "The last inspection of safeguarding was in May 2010. The last inspection of services for looked after "
        "children was in June 2011. The council was judged to be adequate at both inspections.",
        [(None, "2010-05", HELP, "adequate"), (None, "2011-06", CARE, "adequate")],
    ),
    (
        "The council's safeguarding arrangements and services for children looked after were inspected in June 2010. "
        "The council was judged to be good for its safeguarding arrangements and adequate for its services for "
        "children looked after.",
        [(None, "2010-06", HELP, "good"), (None, "2010-06", CARE, "adequate")],
    ),
    (
        "The previous inspection of safeguarding services and services for looked after children was in October 2011. "
        "The council was judged to be good for both services.",
        [("slac", "2011-10", HELP, "good"), ("slac", "2011-10", CARE, "good")],
    ),
    (
        "Ofsted inspected children's services in June 2015. The overall effectiveness of services was judged to be "
        "inadequate, with adoption judged to be good.",
        [("sif", "2015-06", OVERALL, "inadequate"), ("sif", "2015-06", ADOPTION, "good")],
    ),
    (
        "The last full inspection was in May 2016. All of the judgements were requires improvement to be good, except "
        "adoption, which was judged to be good.",
        [("sif", "2016-05", OVERALL, RI), ("sif", "2016-05", ADOPTION, "good")],
    ),
    (
        "The last full inspection was in May 2016. All of the judgements were requires improvements to be good.",
        [("sif", "2016-05", OVERALL, RI)],
    ),
    # One sentence with the inspection behind the grade.
    (
        "Children do better since they were judged to be inadequate at the last inspection in 2015.",
        [("sif", "2015", OVERALL, "inadequate")],
    ),
    (
        "The adoption service has improved and was judged to be adequate at the last inspection in March 2013.",
        [(None, "2013-03", ADOPTION, "adequate")],
    ),
    (
        "Child protection arrangements were last inspected in July 2012 and were judged to be adequate.",
        [("child-protection", "2012-07", OVERALL, "adequate")],
    ),
    (
        "Fostering was good, and adoption services were assessed as good in 2009.",
        [(None, "2009", ADOPTION, "good")],
    ),
    (
        "Adoption services were rated outstanding in 2010 and looked after children services were graded good in 2012.",
        [(None, "2010", ADOPTION, "outstanding"), (None, "2012", CARE, "good")],
    ),
    (
        "After a judgement of good for overall effectiveness at its previous inspection in 2018, much changed.",
        [(None, "2018", OVERALL, "good")],
    ),
    (
        "Since the previous inadequate judgements for the protection of children and looked after children in 2013, "
        "the council has worked hard.",
        [(None, "2013", HELP, "inadequate"), (None, "2013", CARE, "inadequate")],
    ),
    (
        "The council received an adequate rating at its last inspection in 2012.",
        [(None, "2012", OVERALL, "adequate")],
    ),
    (
        "Services for safeguarding children and young people in Kent have improved since they were judged to be "
        "inadequate in 2012.",
        [(None, "2012", HELP, "inadequate")],
    ),
    (
        "Leaders have improved services for children since they were judged to be good, and outstanding in adoption "
        "and leadership, in 2014.",
        [
            ("sif", "2014", OVERALL, "good"),
            ("sif", "2014", ADOPTION, "outstanding"),
            ("sif", "2014", LEADERSHIP, "outstanding"),
        ],
    ),
    # One sentence with the inspection in front.
    (
        "Services are better since the inspection in 2020, when they were judged to be good.",
        [("ilacs", "2020", OVERALL, "good")],
    ),
    (
        "Since the last inspection in October 2021, when Kent was judged to be requires improvement to be good across "
        "all areas, little has changed.",
        [("ilacs", "2021-10", OVERALL, RI)],
    ),
    (
        "Services stood still since the previous inspection in October 2021, when services were judged overall as "
        "requires improvement to be good.",
        [("ilacs", "2021-10", OVERALL, RI)],
    ),
    (
        "In the last full inspection in 2019, services were judged to require improvement.",
        [("ilacs", "2019", OVERALL, RI)],
    ),
    (
        "Much has changed since the last inspection in 2021, when the overall effectiveness was inadequate.",
        [("ilacs", "2021", OVERALL, "inadequate")],
    ),
    (
        "Since the last inspection in 2023, where the experiences and progress of children who need help and "
        "protection were judged as requires improvement to be good, leaders have acted.",
        [("ilacs", "2023", HELP, RI)],
    ),
    (
        "Since the inspection in 2023, when the experiences and progress of care leavers were judged as outstanding, "
        "support has grown.",
        [("ilacs", "2023", LEAVERS, "outstanding")],
    ),
    (
        "At the inspection in 2019 the experiences and progress of children in care and care leavers were judged good.",
        [("ilacs", "2019", BOTH, "good")],
    ),
    (
        "At the inspection in 2024, children in care and care leavers were judged to be good.",
        [("ilacs", "2024", CARE, "good"), ("ilacs", "2024", LEAVERS, "good")],
    ),
    (
        "Services have gained since the last inspection in 2017, when they were judged good overall, and outstanding "
        "for leadership, management and governance.",
        [("sif", "2017", OVERALL, "good"), ("sif", "2017", LEADERSHIP, "outstanding")],
    ),
    (
        "In 2015, children's services in Sunderland were judged by Ofsted to be inadequate across all judgement areas.",
        [("sif", "2015", OVERALL, "inadequate")],
    ),
    (
        "The inspection of safeguarding and looked after children services in October 2010 judged both safeguarding "
        "and looked after children's services to be inadequate.",
        [("slac", "2010-10", HELP, "inadequate"), ("slac", "2010-10", CARE, "inadequate")],
    ),
    (
        "In the last inspection of safeguarding and looked after children services in 2012, the local authority was "
        "judged to be good.",
        [("slac", "2012", OVERALL, "good")],
    ),
    (
        "The last stand-alone inspection of the local authority adoption service in January 2011 judged the service "
        "as good.",
        [(None, "2011-01", ADOPTION, "good")],
    ),
    (
        "The last single inspection was in May 2015. Ofsted judged that services were inadequate.",
        [("sif", "2015-05", OVERALL, "inadequate")],
    ),
    (
        "When Ofsted inspected services for children looked after in July 2013, they were judged to be adequate.",
        [("lac", "2013-07", OVERALL, "adequate")],
    ),
    (
        "The joint area review in May 2008 judged safeguarding services to be inadequate.",
        [("jar", "2008-05", HELP, "inadequate")],
    ),
    (
        "Services have improved since the inspection in 2014, when leadership was judged to be Grade 2 (Good).",
        [("sif", "2014", LEADERSHIP, "good")],
    ),
    (
        "The report of the last ILACS inspection was published in March 2019. Services were judged to be good.",
        [("ilacs", "2019-03", OVERALL, "good")],
    ),
    (
        "The single inspection in June 2016 rated help and protection inadequate, children looked after requires "
        "improvement and adoption good.",
        [("sif", "2016-06", HELP, "inadequate"), ("sif", "2016-06", CARE, RI), ("sif", "2016-06", ADOPTION, "good")],
    ),
    (
        "The last inspection of adoption in March 2012 was: good.",
        [(None, "2012-03", ADOPTION, "good")],
    ),
    # The inspection has no date.
    (
        "There has been a decline in services since the last inspection, when services were judged to be good.",
        [(None, None, OVERALL, "good")],
    ),
    (
        "Following previous inspections, where services for the protection of children and looked after children were "
        "judged inadequate, leaders acted.",
        [(None, None, HELP, "inadequate"), (None, None, CARE, "inadequate")],
    ),
    (
        "At the previous inspection, leadership was found to be inadequate.",
        [(None, None, LEADERSHIP, "inadequate")],
    ),
]

UNCLEAR = [
    "Inspectors saw little change since the last inspection in 2019, when the quality of assessments was judged good.",
    "Early help services were judged to be good at the last inspection in 2019.",
    "Since the inspection in 2019, when they were judged to be good for engagement, much has changed.",
    "The services that were judged inadequate at the previous inspection in 2015 have improved.",
    "Support for care leavers has improved since the inspection in 2021, when services were judged to be inadequate.",
    "When Ofsted inspected children's services in Kent in March 2013, children were receiving inadequate services.",
    "Kent was judged inadequate by Ofsted in 2013, following two separate inspections of its services.",
    "Services for children in care and adoption improved since the last inspection in 2014, when they were judged "
    "good.",
    "At the last single inspection in 2015 children looked after were judged to be adequate.",
    "The last inspection judged services for disabled children to be outstanding.",
]

NONE = [
    "The previous inspection of Kent's fostering service was in May 2012. The service was judged to be good.",
    "The fostering service was judged to be adequate at the last inspection in June 2012.",
    "The home was judged to be good at its last inspection in 2014.",
    "The council has five children's homes. Four were judged to be good at their last inspection, one adequate.",
    "The local authority operates two children's homes. Both were judged good in their most recent inspections.",
    "One home was judged to be inadequate at the last inspection in February 2013.",
    "The most recent full inspections judged one home to be good, one was adequate and one was inadequate.",
    "The council runs one children's home. This is a short breaks unit. It was judged as adequate in April 2013.",
    "Both pupil referral units were judged as good at their most recent inspections.",
    "Children attend schools that were judged good at their last inspection.",
    "The serious case review was judged good by Ofsted on 7 April 2009.",
    "Since the last inspection in 2019 much has changed, and plans are now good.",
    "Good progress has been made since the last inspection of children's services in 2012.",
    "The two homes have improved since the last inspection in 2014, when they were judged to be adequate.",
    "The council aims to be good by the next inspection in 2027.",
    "Leaders expect that services would be judged good at the next inspection.",
    "In tracked cases, decision-making was found to require improvement in 12 out of 15 cases.",
    "An audit in July 2015 found that practice still requires improvement.",
    "Services are inadequate. Leaders have done too little since the inspections in 2011 and 2013.",
    "Services were judged at the last inspection in 2019.",
    "The regional adoption agency was judged good at its last inspection in 2021.",
    "Adult social care was rated good by the Care Quality Commission at its inspection in 2024.",
]


@pytest.mark.parametrize(("text", "found"), TOLD)
def test_each_grade_goes_to_the_inspection_and_domain_that_its_sentence_names(text: str, found: list[Fact]) -> None:
    assert facts(text) == found


@pytest.mark.parametrize("text", [text for text, found in TOLD if found])
def test_what_is_read_is_not_doubted(text: str) -> None:
    assert doubts(text) == 0


@pytest.mark.parametrize("text", UNCLEAR)
def test_what_is_not_clear_gives_no_grade_and_is_told(text: str) -> None:
    assert (facts(text), doubts(text)) == ([], 1)


@pytest.mark.parametrize("text", NONE)
def test_other_bodies_this_inspection_and_hopes_are_passed_over(text: str) -> None:
    assert read(text) == []
