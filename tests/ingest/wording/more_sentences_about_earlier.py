"""More made-up sentences that tell grades of earlier inspections: rarer shapes, several dates, and none."""

from tests.ingest.wording.sentences_about_earlier import (
    ADOPTION,
    CARE,
    HELP,
    LEADERSHIP,
    LEAVERS,
    OVERALL,
    RI,
    Fact,
)

LESS_OFTEN_TOLD: list[tuple[str, list[Fact]]] = [
    # What a grade is for, and an inspection with its framework in commas.
    (
        "The inspection in 2019 judged the council outstanding for leadership and for children in care.",
        [("ilacs", "2019", LEADERSHIP, "outstanding"), ("ilacs", "2019", CARE, "outstanding")],
    ),
    (
        "The last full inspection, under the single inspection framework, took place in January 2015. Services were "
        "good in all areas apart from adoption, which required improvement.",
        [("sif", "2015-01", OVERALL, "good"), ("sif", "2015-01", ADOPTION, RI)],
    ),
    (
        "Leadership at the last inspection: outstanding.",
        [(None, None, LEADERSHIP, "outstanding")],
    ),
    (
        "Members will recall that Ofsted judged the council as inadequate overall in 2019.",
        [("ilacs", "2019", OVERALL, "inadequate")],
    ),
    # A pronoun means the service that is named, with what leads up to it.
    (
        "The quality of services for children in care has been maintained since the last inspection in 2017, when it "
        "was judged to be outstanding.",
        [("sif", "2017", CARE, "outstanding")],
    ),
    (
        "Children in Kent benefit from services that have grown since 2019, when they were judged inadequate.",
        [("ilacs", "2019", OVERALL, "inadequate")],
    ),
    (
        "The council's performance has improved since 2019, when it was judged inadequate.",
        [("ilacs", "2019", OVERALL, "inadequate")],
    ),
    (
        "Services for families have improved since 2019, when they were judged inadequate.",
        [("ilacs", "2019", OVERALL, "inadequate")],
    ),
    (
        "The previous inspections of safeguarding arrangements and services for looked after children were in March "
        "2012. Safeguarding arrangements were judged to be adequate and services for looked after children good.",
        [("slac", "2012-03", HELP, "adequate"), ("slac", "2012-03", CARE, "good")],
    ),
    (
        "The previous inspection of safeguarding and looked after children services was in June 2011. The local "
        "authority was judged to be good in both.",
        [("slac", "2011-06", HELP, "good"), ("slac", "2011-06", CARE, "good")],
    ),
    (
        "Ofsted undertook an inspection of safeguarding and looked after children services in March 2010. Safeguarding "
        "was judged to be adequate. Services for looked-after children were judged to be good.",
        [("slac", "2010-03", HELP, "adequate"), ("slac", "2010-03", CARE, "good")],
    ),
    (
        "Safeguarding services in Kent were inspected in 2010 and judged to be adequate with good capacity to improve.",
        [(None, "2010", HELP, "adequate"), (None, "2010", "capacity-to-improve", "good")],
    ),
    (
        "Services for looked after children were last inspected in July 2010, when they were judged to be adequate.",
        [(None, "2010-07", CARE, "adequate")],
    ),
    (
        "The council's adoption agency was inspected in November 2012 and was judged as good.",
        [(None, "2012-11", ADOPTION, "good")],
    ),
    (
        "The previous inspection of adoption services in 2011 resulted in a judgement of good.",
        [(None, "2011", ADOPTION, "good")],
    ),
    (
        "An inspection of the adoption service by Ofsted in 2012 found it to be good.",
        [(None, "2012", ADOPTION, "good")],
    ),
    (
        "The last safeguarding and looked after children inspection was in October 2010, when both services were "
        "judged to be inadequate.",
        [("slac", "2010-10", HELP, "inadequate"), ("slac", "2010-10", CARE, "inadequate")],
    ),
    (
        "The safeguarding and looked after children inspection in 2011 judged services as adequate.",
        [("slac", "2011", OVERALL, "adequate")],
    ),
    (
        "Inspection of safeguarding and looked after children services, April 2011: safeguarding – adequate; looked "
        "after children – good.",
        [("slac", "2011-04", HELP, "adequate"), ("slac", "2011-04", CARE, "good")],
    ),
    (
        "In 2013, Ofsted judged the council to be inadequate for child protection.",
        [(None, "2013", HELP, "inadequate")],
    ),
    (
        "Fostering and adoption services were judged to be good in 2012.",
        [(None, "2012", ADOPTION, "good")],
    ),
    (
        "This was the third monitoring visit since the local authority was judged inadequate in October 2019.",
        [("ilacs", "2019-10", OVERALL, "inadequate")],
    ),
    (
        "This is the second monitoring visit since the local authority was judged to be inadequate overall at the "
        "single inspection in June 2016.",
        [("sif", "2016-06", OVERALL, "inadequate")],
    ),
    (
        "At the time of the last inspection in 2019, the local authority was judged to require improvement.",
        [("ilacs", "2019", OVERALL, RI)],
    ),
    (
        "At the last inspection in 2019, it was judged that services required improvement to be good.",
        [("ilacs", "2019", OVERALL, RI)],
    ),
    (
        "The judgement of help and protection at the last inspection in 2022 was inadequate.",
        [("ilacs", "2022", HELP, "inadequate")],
    ),
    (
        "The inspection in 2018 judged that the experiences and progress of care leavers required improvement.",
        [(None, "2018", LEAVERS, RI)],
    ),
    (
        "Since being judged inadequate in 2019, the council has made much progress.",
        [("ilacs", "2019", OVERALL, "inadequate")],
    ),
    (
        "Inspectors judged in 2012 that safeguarding was adequate.",
        [(None, "2012", HELP, "adequate")],
    ),
    (
        "The previous inspection judgement was inadequate in 2019.",
        [("ilacs", "2019", OVERALL, "inadequate")],
    ),
    (
        "The last inspection of services for children looked after and care leavers was in June 2013. The council was "
        "judged to be good.",
        [("lac", "2013-06", OVERALL, "good")],
    ),
    (
        "The annual performance assessment in 2007 judged the council's contribution to staying safe as good.",
        [("apa", "2007", "staying-safe", "good")],
    ),
    (
        "The council was judged to be adequate in the annual performance assessment of 2008.",
        [("apa", "2008", "childrens-services", "adequate")],
    ),
    (
        "In November 2019, when services were judged to be inadequate, few social workers stayed.",
        [("ilacs", "2019-11", OVERALL, "inadequate")],
    ),
    (
        "Since the last inspection in 2022, when inspectors judged services to be good, demand has grown.",
        [("ilacs", "2022", OVERALL, "good")],
    ),
    (
        "Since the previous ILACS inspection in 2018, when the local authority's overall effectiveness was judged "
        "good, demand has grown.",
        [("ilacs", "2018", OVERALL, "good")],
    ),
    (
        "This is the third visit to the local authority since it was judged inadequate in November 2019.",
        [("ilacs", "2019-11", OVERALL, "inadequate")],
    ),
    (
        "In its last inspection of safeguarding and looked after children in 2011, the council was judged to be "
        "adequate overall for safeguarding and good overall for looked after children.",
        [("slac", "2011", HELP, "adequate"), ("slac", "2011", CARE, "good")],
    ),
    (
        "Services for children looked after were judged to be good at the single inspection in 2014, and help and "
        "protection required improvement.",
        [("sif", "2014", CARE, "good"), ("sif", "2014", HELP, RI)],
    ),
    (
        "The council's fostering and adoption services were inspected in 2011. Fostering was judged good and adoption "
        "was judged outstanding.",
        [(None, "2011", ADOPTION, "outstanding")],
    ),
    (
        "The last inspection in 2010 judged safeguarding as adequate and looked after children as good.",
        [(None, "2010", HELP, "adequate"), (None, "2010", CARE, "good")],
    ),
    # An inspection and its grade in one breath.
    (
        "Kent was inspected in May 2022 and judged inadequate for overall effectiveness and good for leadership.",
        [("ilacs", "2022-05", OVERALL, "inadequate"), ("ilacs", "2022-05", LEADERSHIP, "good")],
    ),
    ("Kent was inspected by Ofsted in June 2016 and found to be good.", [("sif", "2016-06", OVERALL, "good")]),
    ("The council had previously been rated inadequate by Ofsted in 2015.", [("sif", "2015", OVERALL, "inadequate")]),
    ("In 2017, Ofsted concluded that services for care leavers were good.", [("sif", "2017", LEAVERS, "good")]),
    ("The experiences of children in care, judged good in 2019, have changed.", [("ilacs", "2019", CARE, "good")]),
    (
        "The last inspection was in January 2022, with an overall judgement of good.",
        [("ilacs", "2022-01", OVERALL, "good")],
    ),
    (
        "In its ILACS inspection of March 2019 the council was given an overall effectiveness grade of outstanding.",
        [("ilacs", "2019-03", OVERALL, "outstanding")],
    ),
    ("The inspection of June 2016 resulted in an overall judgement of good.", [("sif", "2016-06", OVERALL, "good")]),
    (
        "At the last inspection, in January 2022, all four judgements were good.",
        [("ilacs", "2022-01", OVERALL, "good")],
    ),
    (
        "Ofsted undertook an inspection in May 2019; the overall grade was good.",
        [("ilacs", "2019-05", OVERALL, "good")],
    ),
    ("Previous inspection judgement: inadequate (May 2016).", [("sif", "2016-05", OVERALL, "inadequate")]),
    ("Date of last inspection: May 2016. Judgement: good.", [("sif", "2016-05", OVERALL, "good")]),
    (
        "At its last inspection in 2019 the council received a good judgement for all areas except care leavers, which "
        "was graded requires improvement.",
        [("ilacs", "2019", OVERALL, "good"), ("ilacs", "2019", LEAVERS, RI)],
    ),
    ("The council was rated inadequate for the second time in 2019.", [("ilacs", "2019", OVERALL, "inadequate")]),
    ("Services remained inadequate at the re-inspection in 2019.", [("ilacs", "2019", OVERALL, "inadequate")]),
    # Several dates.
    (
        "Children's services were judged to be inadequate in 2015 and again in 2019.",
        [("sif", "2015", OVERALL, "inadequate"), ("ilacs", "2019", OVERALL, "inadequate")],
    ),
    (
        "Services were rated requires improvement in 2014, 2017 and 2021.",
        [("sif", "2014", OVERALL, RI), ("sif", "2017", OVERALL, RI), ("ilacs", "2021", OVERALL, RI)],
    ),
    ("Adoption was judged good in 2015 and 2019 saw new leaders.", [("sif", "2015", ADOPTION, "good")]),
    (
        "In 2015 and again in 2017, adoption was judged good.",
        [("sif", "2015", ADOPTION, "good"), ("sif", "2017", ADOPTION, "good")],
    ),
    (
        "In 2015 the council was judged inadequate and in 2019 it was judged good.",
        [("sif", "2015", OVERALL, "inadequate"), ("ilacs", "2019", OVERALL, "good")],
    ),
    (
        "Adoption services were judged outstanding in 2009 and good in 2012.",
        [(None, "2009", ADOPTION, "outstanding"), (None, "2012", ADOPTION, "good")],
    ),
    (
        "The council moved from inadequate in 2015 to good in 2019.",
        [("sif", "2015", OVERALL, "inadequate"), ("ilacs", "2019", OVERALL, "good")],
    ),
    (
        "Having been judged inadequate in 2014, the council was rated good in 2017.",
        [("sif", "2014", OVERALL, "inadequate"), ("sif", "2017", OVERALL, "good")],
    ),
    (
        "The single inspection report of July 2015 said that help and protection required improvement.",
        [("sif", "2015-07", HELP, RI)],
    ),
    # The inspection has no date.
    (
        "There has been a decline in services since the last inspection, when services were judged to be good.",
        [(None, None, OVERALL, "good")],
    ),
    (
        "After earlier inspections, where services for the protection of children and children in care were "
        "judged adequate, leaders acted.",
        [(None, None, HELP, "adequate"), (None, None, CARE, "adequate")],
    ),
    (
        "At the previous inspection, leadership was found to be inadequate.",
        [(None, None, LEADERSHIP, "inadequate")],
    ),
]
