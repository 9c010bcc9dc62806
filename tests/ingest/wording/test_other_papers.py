"""Papers that look like inspections and are none."""

import pytest

from ingest.readers.text import read
from ingest.wording.other_papers import evaluates_itself, kind_not_read, looks_like, only_resembles

FRONT_OF_ITS_OWN = "".join(f"A title of the front, number {number}\n\n" for number in range(7))


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
        ("Inspectors\u2019 handbook", "guidance for inspectors"),
        ("The weather in Wexcombe", None),
    ],
)
def test_titles_tell_what_a_paper_is(title, name):
    found = looks_like(read(f"{title}\n\nA sentence of it.\n".encode()).blocks)
    assert found is None if name is None else name in (found or "")


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Inspection of private fostering arrangements in Wexcombe", "fostering"),
        ("Inspection of the adoption service of Wexcombe Council", "adoption"),
        ("Corporate assessment of Wexcombe Council", "council as a whole"),
        ("Star rating of social services 2005", "social services"),
        ("Enhanced youth inspection of Wexcombe", "young people"),
        ("Inspection of the authority's arrangements for school improvement", "schools"),
        ("Thematic inspection of neglect in Wexcombe", "one theme"),
        ("National child protection inspection: Wexcombe", "police"),
        ("Inspection of children's centres in Wexcombe", "children's centre"),
        ("Assurance visit to Wexcombe children's services", "assurance"),
        ("Joint area SEND revisit in Wexcombe", "special educational needs"),
        ("Joint local area SEND inspection in Wexcombe", "special educational needs"),
        ("Inspection of youth offending services in Wexcombe", "youth offending"),
        ("Area SEND strategy", None),
    ],
)
def test_kinds_of_inspectorates_that_are_not_read_are_known_by_their_titles(title, name):
    found = kind_not_read(read(f"{title}\n\nA sentence of it.\n".encode()).blocks)
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


TITLE = "Inspection of Wexcombe local authority children's services"


@pytest.mark.parametrize(
    "lines",
    [
        "Mock inspection of Wexcombe local authority children's services",
        "Mock ILACS: Wexcombe",
        "Peer inspection of Wexcombe children's services",
        "Peer-led focused visit to Wexcombe",
        "Practice week: inspection of children's services by our own auditors",
        "Wexcombe children's services: self-evaluation, May 2020",
        f"{TITLE}\n\nLGA peer challenge",
        f"{TITLE}\n\nThis mock inspection was paid for by the council. It rained.",
        f"{TITLE}\n\nIt rained. These are our own judgements, not those of Ofsted.",
        f"{TITLE}\n\nWe judge ourselves to be good.",
    ],
)
def test_a_paper_in_the_form_of_an_inspection_says_that_it_is_none(lines: str) -> None:
    assert only_resembles(read(f"{lines}\n".encode()).blocks)


@pytest.mark.parametrize(
    "lines",
    [
        TITLE,
        f"{TITLE}\n\nA peer review of last year found the same.",
        f"{TITLE}\n\nLeaders asked for a peer review. This peer review told them what inspectors saw.",
        f"{TITLE}\n\nThe lessons of the practice reviews of last year are known.",
        f"{TITLE}\n\nLead inspector: Ann Lee, His Majesty's Inspector\n\nThis mock inspection helped leaders.",
        "Mock inspection of Wexcombe\n\nAction plan",
        f"{FRONT_OF_ITS_OWN}The quality of internal audits\n\nManagers’ internal reviews of plans\n",
    ],
)
def test_an_inspection_that_speaks_of_peers_and_a_plan_say_no_such_thing(lines: str) -> None:
    assert not only_resembles(read(f"{lines}\n".encode()).blocks)


@pytest.mark.parametrize(
    ("title", "is_form"),
    [
        ("Monitoring visit of [name] children's services", True),
        ("Focused visit to [insert local authority]", True),
        ("Inspection of XX children's services", False),
        ("Monitoring visit of Wexcombe children's services", False),
        ("Focused visit to Wexcombe [published again in May]", False),
    ],
)
def test_a_title_with_a_gap_for_the_name_is_that_of_a_form(title: str, is_form: bool) -> None:
    assert only_resembles(read(f"{title}\n\nThis letter tells what was found.\n".encode()).blocks) is is_form
