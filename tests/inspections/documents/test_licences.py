"""What the licence of a document allows: whether its pages are shown, and whether the file is offered."""

import pytest

from ingest.wording.covers import LICENCES as READ
from inspections.documents.licences import LICENCES, NOT_STATED, file_offered, licence_of, pages_shown


@pytest.mark.parametrize(
    ("codes", "shown", "offered"),
    [
        (("OGL-3.0",), True, True),
        (("OGL-2.0",), True, True),
        (("non-commercial",), True, True),
        (("educational",), True, True),
        (("",), True, False),
        (("a licence of the future",), True, False),
        (("OGL-3.0", ""), True, False),
        ((), False, False),
    ],
)
def test_the_report_that_allows_least_decides_for_its_file(codes, shown, offered):
    assert pages_shown(codes) is shown
    assert file_offered(codes) is offered


def test_every_licence_that_is_read_is_known():
    assert {code for code, _ in READ} == set(LICENCES)


def test_versions_of_a_licence_are_told_apart():
    assert licence_of("OGL-2.0").name.endswith("v2.0")
    assert licence_of("OGL-3.0").url.endswith("/3/")
    assert licence_of("") is NOT_STATED
