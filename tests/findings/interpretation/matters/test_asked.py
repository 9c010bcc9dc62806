from findings.interpretation.matters.asked import asked_in


def test_the_heaviest_matters_of_the_main_clause_are_asked():
    assert asked_in("Hold core groups in every team each month so that supervision can begin.") == ("core-groups",)


def test_words_without_a_matter_ask_nothing():
    assert asked_in("Go on with it.") == ()
