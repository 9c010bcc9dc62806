import pytest

from inspections.counted import counted


@pytest.mark.parametrize(
    ("number", "names", "words"),
    [
        (0, ("visit",), "0 visits"),
        (1, ("visit",), "1 visit"),
        (1204, ("visit",), "1,204 visits"),
        (1, ("authority", "authorities"), "1 authority"),
        (2, ("authority", "authorities"), "2 authorities"),
    ],
)
def test_what_is_counted_is_named_for_one_and_for_many(number: int, names: tuple[str, ...], words: str) -> None:
    assert counted(number, *names) == words
