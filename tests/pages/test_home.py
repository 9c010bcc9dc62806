"""What the first page says of the whole."""

from findings.views.home import Tally


def test_one_of_a_thing_is_called_so():
    assert [Tally(number, "authority", "authorities", "authorities").name for number in (0, 1, 2)] == [
        "authorities",
        "authority",
        "authorities",
    ]
