"""Sentences about earlier inspections, made up: those that tell grades, those that leave them open, and others."""

OVERALL, HELP, CARE = "overall-effectiveness", "help-and-protection", "children-in-care"
LEAVERS, ADOPTION, LEADERSHIP = "care-leavers", "adoption", "leadership"
BOTH = "children-in-care-and-care-leavers"
RI = "requires-improvement"

Fact = tuple[str | None, str | None, str, str]

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
        "children was in March 2012. The county council was judged to be inadequate.",
        [("child-protection", "2012-03", OVERALL, "inadequate")],
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
        [("slac", "2010-06", HELP, "good"), ("slac", "2010-06", CARE, "adequate")],
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
        "The adoption service has grown and was judged to be adequate at its last inspection in March 2013.",
        [(None, "2013-03", ADOPTION, "adequate")],
    ),
    (
        "Child protection arrangements were last inspected in June 2012 and were judged to be good.",
        [("child-protection", "2012-06", OVERALL, "good")],
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
        "Since the previous adequate judgements for the protection of children and looked after children in 2014, "
        "the council has worked hard.",
        [(None, "2014", HELP, "adequate"), (None, "2014", CARE, "adequate")],
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
        "Leaders have improved services for children since they were judged to be outstanding, and good in adoption "
        "and leadership, in 2014.",
        [
            ("sif", "2014", OVERALL, "outstanding"),
            ("sif", "2014", ADOPTION, "good"),
            ("sif", "2014", LEADERSHIP, "good"),
        ],
    ),
    # One sentence with the inspection in front.
    (
        "Services are better since the inspection in 2020, when they were judged to be good.",
        [("ilacs", "2020", OVERALL, "good")],
    ),
    (
        "Since the last inspection in October 2021, when Kent was found to be requires improvement to be good across "
        "all areas, little has changed.",
        [("ilacs", "2021-10", OVERALL, RI)],
    ),
    (
        "Services stood still since the previous inspection in October 2021, when they were judged overall as "
        "requires improvement to be good.",
        [("ilacs", "2021-10", OVERALL, RI)],
    ),
    (
        "In the last full inspection in 2019, services were judged to require improvement.",
        [("ilacs", "2019", OVERALL, RI)],
    ),
    (
        "Much has changed since the last inspection in 2021, when the overall effectiveness was good.",
        [("ilacs", "2021", OVERALL, "good")],
    ),
    (
        "Since the latest inspection in 2023, where experiences and progress of children who need help and protection "
        "were graded as requires improvement to be good, leaders have acted.",
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
        "Services have gained since the last inspection in 2017, when they were judged outstanding overall, and good "
        "for leadership, management and governance.",
        [("sif", "2017", OVERALL, "outstanding"), ("sif", "2017", LEADERSHIP, "good")],
    ),
    (
        "In 2015, children's services in Kent were judged by Ofsted to be good across all judgement areas.",
        [("sif", "2015", OVERALL, "good")],
    ),
    (
        "The inspection of safeguarding and looked after children services in May 2011 judged both safeguarding "
        "and looked after children's services to be adequate.",
        [("slac", "2011-05", HELP, "adequate"), ("slac", "2011-05", CARE, "adequate")],
    ),
    (
        "At the last inspection of safeguarding and looked after children services in May 2011 the county council "
        "was judged to be good.",
        [("slac", "2011-05", OVERALL, "good")],
    ),
    (
        "The last stand-alone inspection of the council's adoption service in March 2010 judged the service "
        "as outstanding.",
        [(None, "2010-03", ADOPTION, "outstanding")],
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
    # More shapes.
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

UNCLEAR = [
    "Three years ago Ofsted judged the service inadequate.",
    "Last inspected: May 2015 (requires improvement).",
    "Ofsted inspected in May 2015: inadequate.",
    "The judgement at the inspection in 2016 for leadership, management and governance was good.",
    "The council's previous overall effectiveness grade was requires improvement.",
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
    "Following the judgement of inadequate in 2016, inspectors visited four times.",
    "Services have moved from inadequate to better since the last inspection in 2019.",
    "Ofsted judged the council inadequate on two occasions, in 2013 and 2016.",
    "Services still require improvement to be good, as at the last inspection.",
    "It is an achievement that services judged inadequate at the last inspection in 2016 are now outstanding.",
    "Overall effectiveness has declined from good at the last inspection in 2017 to requires improvement.",
    "The last inspection judged services for disabled children to be outstanding.",
    "Overall effectiveness: 2015 inadequate; 2018 requires improvement.",
    "Two years after the inadequate judgement of 2015, services were judged as requiring improvement.",
    "The inadequate inspection outcome in 2019 led to a new plan.",
    "The 2015 judgement was inadequate.",
    "The council was inspected in 2015 and again in 2018 and judged inadequate on both occasions.",
    "It has been four years since the council was last inspected and found to be inadequate.",
    "Following three inadequate inspections, in 2010, 2012 and 2016, services moved to a trust.",
    "Services had been good for years and became inadequate in 2018.",
    "The service was previously judged inadequate.",
    "Fostering was judged good in 2012 and adoption outstanding in 2013.",
    "The judgement in 2016 was inadequate and in 2019 this improved to good.",
    "Safeguarding was adequate and services for looked after children were good when inspected in 2011.",
]

NONE = [
    "Three years ago the home at Quay Lane was judged good.",
    "The home was judged to be good, from a previous judgement of adequate.",
    "The last report says that work is good.",
    "The previous inspection of Kent's fostering service was in May 2012. The service was judged to be good.",
    "The fostering service was judged to be good at its last inspection in June 2012.",
    "The home was judged to be good at its last inspection in 2014.",
    "The council has five children's homes. Four were judged to be good at their last inspection, one adequate.",
    "The local authority operates two children's homes. Both were judged good in their most recent inspections.",
    "One home was judged to be adequate at its last inspection in March 2013.",
    "The latest full inspections judged two homes to be good; a third was adequate and a fourth inadequate.",
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
    "The last stand-alone inspection of the county's fostering service in May 2012 judged the service as good.",
    "The most recent inspections of the council's children's homes judged all of them to be good.",
    "Where services are judged inadequate, inspectors visit each quarter until the inspection after two years.",
    "Fostering was judged good in 2012 and outstanding in 2013.",
    "Adult social care was rated good by the Care Quality Commission at its inspection in 2024.",
]
