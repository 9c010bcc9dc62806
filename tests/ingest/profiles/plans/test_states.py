import pytest

from ingest.profiles.plans.states import DAY, is_state, leading_state, state_in_date


@pytest.mark.parametrize(
    "words", ["Red", "A", "Red/Amber", "80%", "Completed", "on track.", "Not yet started", "On-going"]
)
def test_words_that_are_a_state(words: str) -> None:
    assert is_state(words)


@pytest.mark.parametrize("words", ["", "Three plans done", "Redcar", "Completed in May"])
def test_words_that_are_more_than_a_state_or_none(words: str) -> None:
    assert not is_state(words)


@pytest.mark.parametrize(
    ("words", "state"),
    [
        ("Amber - two plans are late", "Amber"),
        ("Green: all done", "Green"),
        ("Complete (May 2025)", "Complete"),
        ("Red, for staff left", "Red"),
        ("Green-field sites are late", ""),
        ("A plan is late", ""),
        ("Two plans are late", ""),
    ],
)
def test_words_that_begin_with_a_state(words: str, state: str) -> None:
    assert leading_state(words) == state


@pytest.mark.parametrize(
    ("words", "date", "state"),
    [
        ("COMPLETED", "", "COMPLETED"),
        ("Ongoing", "", "Ongoing"),
        ("In progress.", "", "In progress"),
        ("Complete (May 2025)", "Complete (May 2025)", "Complete"),
        ("End of September COMPLETED", "End of September COMPLETED", "COMPLETED"),
        ("May 2025 – done.", "May 2025 – done.", "done"),
        ("31 March 2026", "31 March 2026", ""),
        ("", "", ""),
        ("To be completed", "To be completed", ""),
        ("May 2026, not yet completed", "May 2026, not yet completed", ""),
        ("50% complete", "50% complete", ""),
        ("Partially complete", "", "Partially complete"),
        ("Ongoing – review in May 2026", "Ongoing – review in May 2026", ""),
        ("Completion May 2026", "Completion May 2026", ""),
        ("Options paper complete by May", "Options paper complete by May", ""),
        ("Green", "Green", ""),
    ],
)
def test_a_state_in_place_of_a_date_or_beside_it(words: str, date: str, state: str) -> None:
    assert state_in_date(words) == (date, state)


@pytest.mark.parametrize(
    "words", ["May 2026", "by end of May 2026", "3rd May 26", "31/03/2026", "03/26", "Q3 2025/26", "weekly"]
)
def test_words_that_are_a_day_alone(words: str) -> None:
    assert DAY.fullmatch(words)


@pytest.mark.parametrize("words", ["May", "Visit in May 2026", "in time"])
def test_words_that_are_no_day_alone(words: str) -> None:
    assert not DAY.fullmatch(words)
