"""Made-up sentences that tell an earlier grade in words of which no part may be taken, or not all of it."""

UNCLEAR_IN_OTHER_WORDS = [
    "Ofsted judged that services were inadequate when it inspected in June 2014.",
    "In the inspection of 2011, overall effectiveness of safeguarding and of looked after services was good for both.",
    "The SIF in 2016 concluded with an overall judgement of requires improvement.",
    "Ofsted's most recent judgement, in May 2021, was inadequate.",
    "The council's last judgement, outstanding, dates from 2016.",
    "Before this inspection the council held a good rating.",
    "The council was downgraded from good to requires improvement in 2019.",
    "Overall effectiveness remains requires improvement, as it was in 2017.",
    "Each of the key judgements in March 2015 was requires improvement.",
    "A previous inspection (2012) of child protection services reported these to be inadequate.",
    "When Ofsted came in 2016 it found inadequate services for children in need of help and protection.",
    "The grade for children in care fell from outstanding to good between 2016 and 2019.",
    "Adoption: good (2015).",
    "The adoption service, inspected in 2012, was good.",
    "In 2016 adoption and care leavers were judged good and outstanding respectively.",
    "In its inspections in 2011 and 2014 the council was judged to be adequate and inadequate respectively.",
    "The last full inspection in 2017 found the council to be good in all areas except for care leavers.",
    "The adoption agency was last inspected in March 2010, and its overall quality was satisfactory.",
    "The council was assessed as performing well in 2008.",
    # a part of the services that has no judgement of its own
    "Early help has improved since the last inspection in 2018, when it was judged good.",
    "Kent has improved early help since 2018, when it was judged good.",
    "Leaders have strengthened services for disabled children since 2018, when these were judged inadequate.",
    "The response to children at the front door has improved since 2018, when it was judged inadequate.",
    "The council's response to missing children has improved since 2018, when it was judged inadequate.",
    "The council has strengthened its response to neglect since 2018, when this was judged inadequate.",
    "Practice in Kent has improved since 2018, when it was judged good.",
    "Oversight of adoption has improved since the last inspection in 2018, when it was judged inadequate.",
    "The front door was busy in 2018, when services were judged good.",
    "Early help in Kent grew. At the last inspection in 2018 it was judged good.",
]

TOLD_IN_PART = [
    "In 2011 safeguarding was judged adequate, and in 2013 inadequate.",
    "The council, which had been judged inadequate in 2014, was re-inspected in 2018 and found to be good.",
]

NOT_OF_EARLIER = [
    "In this inspection, of July 2026, services were inadequate.",
    "Since 2019 the services have grown; leadership is now good.",
    "Notwithstanding what changed since the last inspection, parts of the service remain inadequate.",
    "In 2019, two visits led to a good plan for the services.",
]
