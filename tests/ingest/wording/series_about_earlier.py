"""Made-up sentences that tell one grade after the other, each with a date or an inspection of its own."""

from tests.ingest.wording.sentences_about_earlier import ADOPTION, CARE, HELP, LEADERSHIP, OVERALL, RI, Fact

TOLD_IN_SERIES: list[tuple[str, list[Fact]]] = [
    (
        "In 2013 the council was judged inadequate, in 2015 it required improvement, and in 2019 it was good.",
        [(None, "2013", OVERALL, "inadequate"), ("sif", "2015", OVERALL, RI), ("ilacs", "2019", OVERALL, "good")],
    ),
    (
        "In 2013 services were judged inadequate; in 2016 they were judged to require improvement; by 2019 they were "
        "judged good.",
        [(None, "2013", OVERALL, "inadequate"), ("sif", "2016", OVERALL, RI), ("ilacs", "2019", OVERALL, "good")],
    ),
    (
        "From 2015, when Kent was inadequate, to 2020, when it was good, it made steady progress.",
        [("sif", "2015", OVERALL, "inadequate"), ("ilacs", "2020", OVERALL, "good")],
    ),
    (
        "In 2014, when Kent was judged inadequate, and in 2017, when it required improvement, there was no plan.",
        [("sif", "2014", OVERALL, "inadequate"), ("sif", "2017", OVERALL, RI)],
    ),
    (
        "Adoption was judged good in 2012, in 2015 leadership was judged inadequate.",
        [(None, "2012", ADOPTION, "good"), ("sif", "2015", LEADERSHIP, "inadequate")],
    ),
    (
        "At the SIF in 2014, the council required improvement, and at the ILACS in 2019 it was judged good.",
        [("sif", "2014", OVERALL, RI), ("ilacs", "2019", OVERALL, "good")],
    ),
    (
        "At the 2019 inspection, leadership was inadequate and help and protection was good.",
        [("ilacs", "2019", LEADERSHIP, "inadequate"), ("ilacs", "2019", HELP, "good")],
    ),
    (
        "The previous two inspections, in 2015 and 2019, judged services to be inadequate.",
        [("sif", "2015", OVERALL, "inadequate"), ("ilacs", "2019", OVERALL, "inadequate")],
    ),
    (
        "The inspections of 2014, 2016 and 2019 judged leadership to be good.",
        [
            ("sif", "2014", LEADERSHIP, "good"),
            ("sif", "2016", LEADERSHIP, "good"),
            ("ilacs", "2019", LEADERSHIP, "good"),
        ],
    ),
    (
        "The last inspections were in 2012 and 2015. Adoption was judged good at both inspections.",
        [(None, "2012", ADOPTION, "good"), ("sif", "2015", ADOPTION, "good")],
    ),
    (
        "The last inspection was in 2011; safeguarding was adequate, looked after children good.",
        [(None, "2011", HELP, "adequate"), (None, "2011", CARE, "good")],
    ),
    (
        "In May 2018 the authority was inspected, in June 2019 it was judged inadequate.",
        [("ilacs", "2019-06", OVERALL, "inadequate")],
    ),
    ("Leadership required improvement in 2015.", [("sif", "2015", LEADERSHIP, RI)]),
    ("Adoption required improvement to its records in 2015.", []),
]

UNCLEAR_IN_SERIES = [
    "In 2013, 2015 and 2018 the council was judged inadequate, requires improvement and good.",
    "In its last three inspections (2013, 2015 and 2018) the council was judged inadequate, inadequate and good.",
    "In 2018 the council was judged inadequate in one of four areas.",
    "The council, inspected in 2018, was judged good in all areas.",
    "Having required improvement in 2016, Kent is now good.",
    "The council was judged inadequate, in 2015 it had another plan.",
    "The last inspections were in 2012 and 2015. Adoption was judged good.",
]

TOLD_IN_PART_OF_SERIES = [
    "In 2013, Kent was judged inadequate, in 2015, requires improvement, and in 2019, good.",
    "Services for care leavers were rated inadequate in May 2014, in June 2017 as good and in 2020 as outstanding.",
]
