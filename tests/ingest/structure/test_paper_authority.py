"""Whose paper it is: invented papers under the names of real councils."""

from dataclasses import replace

import pytest

from ingest.blocks import Block, BlockKind
from ingest.readers.text import read
from ingest.structure.paper_authority import read_paper_authority

TITLE = "Outcome of the inspection of services for children"
BODY = ("1. PURPOSE", "1.1 Members are asked to note the outcome of the inspection.")


def blocks(*lines: str) -> tuple[Block, ...]:
    return read("\n\n".join(lines).encode()).blocks


def whose(*lines: str, title: str = TITLE) -> tuple[str | None, list[str]]:
    authority, notices = read_paper_authority(title, blocks(*lines), None)
    return authority.name if authority else None, [str(notice.code) for notice in notices]


@pytest.mark.parametrize("head", ["NORFOLK COUNTY COUNCIL", "Norfolk", "Children’s services in Norfolk"])
@pytest.mark.parametrize(
    "mention",
    [
        "1.2 Neighbouring Suffolk was judged outstanding. We have learned from Suffolk and from Essex.",
        "1.2 We visited Leeds. Leeds helped us.",
        "1.2 Officers from Suffolk County Council supported the improvement. Suffolk was inspected in 2019.",
        "1.2 Kent has a new front door. Kent has new forms.",
    ],
)
def test_the_head_decides_whatever_the_text_mentions(head: str, mention: str) -> None:
    assert whose(head, "REPORT TO CABINET", TITLE, *BODY, mention) == ("Norfolk", [])


def test_a_title_comes_first() -> None:
    assert whose("Kent was asked.", title="Report on Medway") == ("Medway", [])
    assert whose("NORFOLK COUNTY COUNCIL", *BODY, title="What we learned from Essex") == ("Norfolk", [])


def test_the_name_of_a_council_alone_outranks_other_lines_of_the_head() -> None:
    assert whose("NORFOLK COUNTY COUNCIL", "Report of the Kent and Norfolk board", *BODY) == ("Norfolk", [])
    assert whose("Norfolk County Council", "Suffolk County Council", "Report to both", *BODY)[0] is None
    assert whose("NORFOLK COUNTY COUNCIL", "Report on a study visit to Leeds", *BODY) == ("Norfolk", [])


def test_a_table_of_the_head_names_the_council_behind_its_label() -> None:
    assert whose("Report to\tCabinet\nAuthority\tNorfolk County Council", *BODY, "1.2 Kent helped us.") == (
        "Norfolk", [],
    )  # fmt: skip


def test_a_council_that_the_paper_defines_is_its_own() -> None:
    defined = (
        "1. This notice is given to Norfolk County Council (“the Council”). Kent and Essex are informed. Kent knows."
    )
    assert whose(defined) == ("Norfolk", [])
    assert whose(defined, "2. It is given to Kent County Council (“the Council”), too.")[1] != []


def test_a_council_to_which_a_direction_is_given_is_its_own() -> None:
    given = "1. The Secretary of State gives this direction to Norfolk County Council. Kent is informed. Kent knows."
    assert whose(given) == ("Norfolk", [])


def test_addresses_of_officers_and_of_the_head_name_the_council() -> None:
    assert whose(*BODY, "1.2 Write to jane.example@norfolk.gov.uk. Kent and Kent again.") == ("Norfolk", [])
    assert whose("See www.norfolk.gov.uk", "Report to Cabinet", *BODY, "1.2 Kent and Kent again.") == ("Norfolk", [])
    assert whose(*BODY, "1.2 A good example is at www.norfolk.gov.uk.") == (None, ["authority-unknown"])


def test_a_name_in_running_text_is_taken_with_a_notice() -> None:
    assert whose(*BODY, "1.2 Norfolk has new forms.") == ("Norfolk", ["authority-from-text"])
    assert whose(*BODY, "1.2 Norfolk has new forms. Kent has none.") == (None, ["authority-unknown"])
    assert whose(*BODY) == (None, ["authority-unknown"])


@pytest.mark.parametrize(
    "mention",
    [
        "Learn from Essex County Council through the partner. Essex has new forms.",
        "We visited Essex. Essex was kind.",
        "Colleagues in Essex spoke to us. Essex was kind.",
        "Our neighbour Essex has new forms.",
    ],
)
def test_an_authority_that_is_spoken_of_as_another_is_never_taken(mention: str) -> None:
    assert whose(*BODY, f"1.2 {mention}") == (None, ["authority-unknown"])
    assert whose(*BODY, f"1.2 {mention} Norfolk has none.") == ("Norfolk", ["authority-from-text"])


def test_a_text_about_another_authority_than_the_head_is_doubted() -> None:
    body = ("1.1 Kent has new forms.", "1.2 Kent has new leaders.", "1.3 Kent was inspected.")
    assert whose("NORFOLK COUNTY COUNCIL", "1. PURPOSE", *body) == ("Norfolk", ["authority-contradiction"])
    assert whose("NORFOLK COUNTY COUNCIL", "1. PURPOSE", *body, "1.4 Norfolk asks why.") == ("Norfolk", [])


def test_headings_behind_sentences_are_no_head() -> None:
    text = ("REPORT TO CABINET", TITLE, "Members are asked to note this.", "Essex", "Kent has new forms.")
    assert whose(*text) == (None, ["authority-unknown"])


def test_running_lines_count() -> None:
    given = blocks("Report to Cabinet", TITLE, *BODY, "1.2 Kent has new forms.", "Norfolk County Council 3")
    given = (*given[:-1], replace(given[-1], kind=BlockKind.FURNITURE))
    authority, notices = read_paper_authority(TITLE, given, None)
    assert (authority and authority.name, notices) == ("Norfolk", [])
