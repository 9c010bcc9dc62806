from findings.interpretation.matters.profiles import MatterRecord, areas_of, content_of, profile_of


def recommended(text, **more):
    return profile_of(MatterRecord("rec-1", text, is_recommendation=True, **more))


def test_a_purpose_weighs_less_than_the_main_clause():
    profile = recommended("Hold strategy discussions with every agency so that core groups begin early.")
    assert "strategy-discussions" in profile.main
    assert "core-groups" not in profile.main
    assert profile.concepts["core-groups"] < profile.concepts["strategy-discussions"]


def test_a_main_clause_without_a_matter_lets_all_count():
    profile = recommended("Raise the quality of all plans for families to ensure that core groups see them.")
    assert "core-groups" in profile.main


def test_the_first_sentences_of_a_long_recommendation_are_its_main_clause():
    filler = "Some staff told us at length about the wide and hilly country around this very quiet town. " * 5
    profile = recommended(f"Supervision is rare. {filler}Advocacy was not offered.")
    assert "supervision" in profile.main
    assert "advocacy" not in profile.main


def test_printed_references_do_not_count():
    assert recommended("Hold core groups (paragraph 30).").words == recommended("Hold core groups.").words


def test_the_domain_tells_the_area_and_else_the_heading():
    assert areas_of("care-leavers", "The impact of leaders") == {"care-leavers"}
    assert areas_of("", "The impact of leaders on practice") == {"leaders"}
    assert areas_of("", "Findings") == frozenset()


def test_common_words_are_no_content():
    assert content_of(["child", "the", "genogram"]) == {"genogram": 1}


def test_sentences_know_their_concepts():
    first, second = profile_of(MatterRecord("1", "Supervision is good. Core groups are late.")).sentences
    assert first.concepts == {"supervision"}
    assert "core-groups" in second.concepts
    assert second.start == len("Supervision is good. ")


def test_a_record_without_words_is_about_nothing():
    profile = profile_of(MatterRecord("1", ""))
    assert (profile.concepts, profile.sentences, profile.words) == ({}, (), 0)


def test_concepts_related_to_the_main_clause_are_known_and_others_are_not():
    profile = recommended("Hold strategy discussions with every agency so that life-story work is done.")
    assert "enquiries" in profile.related
    assert "direct-work" not in profile.related


def test_the_words_of_the_heading_are_known_without_common_ones():
    assert recommended("Hold meetings.", heading="The supervision of children").headed == {"supervis"}
