import pytest

from ingest.wording.plan_labels import labelled


@pytest.mark.parametrize(
    ("line", "parts"),
    [
        ("Lead: Ann. By when: May 2025", [("Lead", "Ann"), ("By when", "May 2025")]),
        ("Lead: Ann By when: May 2025.", [("Lead", "Ann"), ("By when", "May 2025")]),
        ("Owner: Head of Service | Due date: May", [("Owner", "Head of Service"), ("Due date", "May")]),
        ("Visit homes (Lead: Ann, By when: May)", [("", "Visit homes"), ("Lead", "Ann"), ("By when", "May")]),
        ("Visit homes. Lead: Ann; Review date: May", [("", "Visit homes."), ("Lead", "Ann"), ("Review date", "May")]),
        ("Progress: It began. It goes on.", [("Progress", "It began. It goes on.")]),
        ("Lead: By: May", [("Lead", ""), ("By", "May")]),
        ("Lead: Ann (by: May)", [("Lead", "Ann (by: May)")]),
        ("Time: the panel meets at 10:30", []),
        ("See the lead: it is late", []),
        ("We name the Lead: Ann", []),
        ("Visit homes", []),
        ("", []),
    ],
)
def test_labels_and_their_words(line: str, parts: list[tuple[str, str]]) -> None:
    assert [*labelled(line)] == parts
