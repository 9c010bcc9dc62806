from inspections.reference.neighbour_list import NeighbourList, neighbour_list


def test_a_list_without_a_year_is_no_older_than_the_youngest_authority_that_it_names():
    found = neighbour_list()
    assert "Department for Education" in found.source
    assert (found.year, found.earliest, found.year_in_words) == ("", "2023", "2023 or later")


def test_a_recorded_year_is_told_as_it_is():
    assert NeighbourList("A list", "2021", "2019").year_in_words == "2021"
