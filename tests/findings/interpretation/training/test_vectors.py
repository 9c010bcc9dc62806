from findings.interpretation.training import vectors
from findings.interpretation.training.vectors import concept_weights, rarity, term_vectors


def test_what_fewer_records_hold_weighs_more():
    assert rarity(1, 100) > rarity(50, 100) > 0


def test_concepts_are_weighed_by_how_rare_they_are():
    weights = concept_weights(["Core groups and supervision.", "Supervision.", "Supervision."])
    assert weights["core-groups"] > weights["supervision"]


def test_words_used_alike_get_near_vectors_and_names_of_few_reports_none(monkeypatch):
    monkeypatch.setattr(vectors, "FEWEST_REPORTS", 2)
    monkeypatch.setattr(vectors, "FEWEST_RECORDS", 2)
    monkeypatch.setattr(vectors, "DIRECTIONS", 2)
    report = ["apples pears", "apples pears plums", "trains buses", "buses trains trams"]
    found = term_vectors([report, [*report, "zanzibar zanzibar"]])
    assert "zanzibar" not in found

    def near(one, other):
        return sum(a * b for a, b in zip(found[one][1], found[other][1], strict=True))

    assert near("appl", "pear") > abs(near("appl", "train"))
