from findings.filtersets.matters import matter_choices


def test_matters_are_offered_by_name_without_qualifiers():
    names = [name for _, name in matter_choices()]
    assert names == sorted(names, key=str.lower)
    assert "supervision" in names
    assert "drift and delay" not in names
