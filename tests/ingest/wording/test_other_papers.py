"""Papers that look like inspections and are none."""

import pytest

from ingest.readers.text import read
from ingest.wording.other_papers import evaluates_itself, looks_like


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("LGA peer challenge of Wexcombe", "peer challenge"),
        ("Self-evaluation 2020", "self-evaluation"),
        ("Annual conversation with Ofsted", "annual conversation"),
        ("Children's services annual rating 2010", "annual rating"),
        ("Serious case review: Child W", "single case"),
        ("Inspection of a children's home", None),
        ("Harbour School inspection report", "school"),
        ("Minutes of the cabinet", "minutes"),
        ("The weather in Wexcombe", None),
    ],
)
def test_titles_tell_what_a_paper_is(title, name):
    found = looks_like(read(f"{title}\n\nA sentence of it.\n".encode()).blocks)
    assert found is None if name is None else name in (found or "")


def test_a_plan_that_answers_peers_evaluates_nothing():
    assert evaluates_itself(read(b"Peer challenge 2020\n\nFindings\n").blocks)
    assert not evaluates_itself(read(b"Peer challenge 2020\n\nAction plan\n").blocks)
    assert not evaluates_itself(read(b"The weather\n\nPlan\n").blocks)


@pytest.mark.parametrize(
    "text",
    [
        "1. LGA peer challenge of Wexcombe\n",
        f"LGA peer challenge of Wexcombe {'and of all that it does there ' * 10}\n",
        "Peer challenge\tLGA\nWexcombe\t2020\n",
    ],
)
def test_only_short_lines_without_a_number_are_titles(text):
    assert looks_like(read(text.encode()).blocks) is None
