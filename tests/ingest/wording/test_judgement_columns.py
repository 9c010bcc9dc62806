"""The headings of tables of judgements."""

import pytest

from ingest.wording.judgement_columns import heads_judgements


@pytest.mark.parametrize(
    ("texts", "heads"),
    [
        (["Judgement", "Grade"], True),
        (["Judgment:", "GRADE"], True),
        (["Judgements", "Grading"], True),
        (["Area", "Grade"], False),
        (["Grade", "Judgement"], False),
        (["Judgement", "Grade", "Year"], False),
        (["Judgement"], False),
        (["Judgement of the court", "Grade"], False),
    ],
)
def test_a_table_is_headed_by_what_is_judged_and_its_grade(texts: list[str], heads: bool) -> None:
    assert heads_judgements(texts) is heads
