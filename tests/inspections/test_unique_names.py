"""A name that is taken gets the first free number."""

from inspections.unique_names import free_name


def test_a_free_name_stays():
    assert free_name("sif-2015", {"sif-2013"}) == "sif-2015"


def test_a_taken_name_is_numbered_from_two():
    assert free_name("sif-2015", {"sif-2015"}) == "sif-2015-2"
    assert free_name("sif-2015", {"sif-2015", "sif-2015-2", "sif-2015-4"}) == "sif-2015-3"


def test_the_joint_can_be_chosen():
    assert free_name("para-7", {"para-7"}, joint="/") == "para-7/2"
