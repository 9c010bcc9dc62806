from findings.interpretation.matters.recommendations import matters_of


def test_the_heaviest_matters_of_the_main_clause_are_asked():
    assert matters_of("Hold core groups in every team each month so that supervision can begin.") == ("core-groups",)


def test_words_without_a_matter_ask_nothing():
    assert matters_of("Go on with it.") == ()
