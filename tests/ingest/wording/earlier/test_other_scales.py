"""Grades of earlier inspections in words and numbers of other scales."""

import pytest

from ingest.wording.earlier.other_scales import grades_otherwise, may_grade_otherwise


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("At the last inspection in 2009 fostering was judged satisfactory.", True),
        ("The 2011 inspection gave adoption a grade of satisfactory.", True),
        ("At the last inspection in 2016 the home was judged satisfactory.", False),
        ("The inspection in 2009 led to satisfactory plans.", False),
        ("Of the plans of 2009, most were judged satisfactory by the team.", False),
        ("Since the inspection of 2011 judged plans as making satisfactory progress, more were made.", False),
        ("The inspection in 2012 judged the home satisfactory.", False),
    ],
)
def test_satisfactory_is_told_of_services_that_were_inspected_until_2012(sentence: str, told: bool) -> None:
    assert grades_otherwise(sentence) is told
    assert may_grade_otherwise(f"Before. {sentence}") or not told


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("The council performs well (grade 3).", True),
        ("The annual assessment of 2008 said that the council performs adequately.", True),
        ("The council performed poorly in 2011.", True),
        ("Services were said to be performing adequately in 2010 and poorly in 2011.", True),
        ("In December 2010 the council was found to perform poorly.", True),
        ("Performance in 2010 was poor, as Ofsted's annual rating said.", True),
        ("Ofsted's annual assessment for 2011 rated services as excellent.", True),
        ("In 2009 Kent was among the councils that Ofsted rated poor.", True),
        ("The council performs well against its plan.", False),
        ("The council performed well in 2011 compared with its neighbours.", False),
        ("In 2011 pupils performed poorly in mathematics.", False),
        ("Since the inspection in 2018 the team performs well.", False),
        ("The council performed poorly in 2018.", False),
        ("In 2010 Ofsted found excellent plans.", False),
        ("In 2010 Ofsted judged the home to be poor.", False),
    ],
)
def test_what_annual_assessments_said_is_told(sentence: str, told: bool) -> None:
    assert grades_otherwise(sentence) is told
    assert may_grade_otherwise(f"Before. {sentence}") or not told


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("The APA in 2007 gave a grade of 3.", True),
        ("The APA in 2007 gave a grade of 3 for staying safe.", True),
        ("In 2007 the APA gave the council a 3 overall.", True),
        ("The annual performance assessment of 2008 graded the council's services 2.", True),
        ("APA 2008: grade 3.", True),
        ("The council was graded 2 in 2008.", True),
        ("The APA in 2008 assessed services as being 1 (out of 4).", True),
        ("The council scored 3 out of 4 in the 2006 assessment.", True),
        ("Services were graded 4 in 2013.", True),
        ("The inspection in 2011 gave a grade of 3 (adequate).", False),
        ("A grade of 3 was needed for the course of 2007.", False),
        ("The inspection in 2007 named a score of 3.5 million.", False),
        ("The council received 3 children from the inspection area in 2007.", False),
        ("The inspection in 2018 gave a grade of 3.", False),
    ],
)
def test_numbers_are_told_of_the_years_in_which_inspections_gave_them(sentence: str, told: bool) -> None:
    assert grades_otherwise(sentence) is told
    assert may_grade_otherwise(f"Before. {sentence}") or not told


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("The council was rated 'RI' in 2016.", True),
        ("In 2016 we became an RI authority.", True),
        ("Each RI visits the homes of 2016.", False),
        ("The council is now rated RI, four years after 2016.", False),
        ("Ofsted judged services as needing improvement in 2016.", True),
        ("In 2016 Ofsted said that services needed to improve.", True),
        ("In 2016 Ofsted said that plans needed to improve.", False),
        ("In 2016 partners said that services needed to improve.", False),
        ("Ofsted gave the council its lowest grade in 2019.", True),
        ("In 2019 services were given the highest possible rating.", True),
        ("In 2019 Ofsted judged the council to be in the bottom category.", True),
        ("In 2019 the highest grade of social workers left.", False),
        ("This inspection gives leadership a grade in the top category, unlike in 2019.", False),
    ],
)
def test_short_forms_and_places_on_the_scale_are_told(sentence: str, told: bool) -> None:
    assert grades_otherwise(sentence) is told
    assert may_grade_otherwise(f"Before. {sentence}") or not told


def test_a_grade_may_stand_behind_the_sentence_that_tells_of_its_inspection() -> None:
    before = "The last inspection was in 2009."
    assert grades_otherwise("The service was judged satisfactory.", before)
    assert not grades_otherwise("The service was judged satisfactory.", "Plans grew in 2009.")
    assert not grades_otherwise("The home was judged satisfactory.", before)


def test_a_paragraph_without_years_and_words_for_the_past_need_not_be_read() -> None:
    assert not may_grade_otherwise("Children are safe. Their plans are good, and services are rated well by parents.")
