"""Sentences about earlier inspections, made up: those that tell grades, those that leave them open, and others."""

OVERALL, HELP, CARE = "overall-effectiveness", "help-and-protection", "children-in-care"
LEAVERS, ADOPTION, LEADERSHIP = "care-leavers", "adoption", "leadership"
BOTH = "children-in-care-and-care-leavers"
RI = "requires-improvement"

Fact = tuple[str | None, str | None, str, str]

TOLD: list[tuple[str, list[Fact]]] = [
    (
        "The looked after children and safeguarding inspection in 2010 was adequate overall.",
        [("slac", "2010", OVERALL, "adequate")],
    ),
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
]


UNCLEAR = [
    "Inadequate in 2014, the council has changed its services since.",
    "Good at its last inspection in 2016, the authority has lost ground.",
    "At the last inspection in 2009, fostering was judged satisfactory.",
    "The annual performance assessment of 2008 found that the council performs well (grade 3).",
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
