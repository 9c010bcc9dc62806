"""The lead inspector: the name alone."""

import pytest

from ingest.wording.inspectors import is_lead_inspector, lead_inspector


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Lead inspector: Judith Amory, His Majesty's Inspector", "Judith Amory"),
        ("Lead inspector: Judith Amory Her Majesty\u2019s Inspector", "Judith Amory"),
        ("Lead inspector: Judith Amory HMI", "Judith Amory"),
        ("Lead inspector: Judith Amory, HMI", "Judith Amory"),
        ("Reporting inspector Rosalind Pell HMI", "Rosalind Pell"),
        ("Lead inspector: Fia (J) Mills", "Fia (J) Mills"),
        ("Lead inspector: M\u00e1ire O\u2019Shea-Lind", "M\u00e1ire O\u2019Shea-Lind"),
        ("Lead inspector: Dr Ann Day, Ofsted Inspector", "Ann Day"),
        ("Lead inspector: Ann\n  Day; Team inspectors: Tom Seaton", "Ann Day"),
        ("Lead inspector – Ann Day, Deputy: Tom Seaton", "Ann Day"),
        ("Lead inspector: Ann Day.", "Ann Day"),
        ("Lead inspector: Ann van der Day", "Ann van der Day"),
    ],
)
def test_titles_and_offices_are_taken_off(line: str, name: str) -> None:
    assert lead_inspector(line) == name


@pytest.mark.parametrize(
    "line", ["Deputy lead inspector: Ann Day", "Team inspectors: Ann Day", "Inspection dates: 1 May 2019"]
)
def test_other_lines_name_no_lead_inspector(line: str) -> None:
    assert lead_inspector(line) is None
    assert not is_lead_inspector(line)


@pytest.mark.parametrize(
    "line",
    [
        "Lead inspector:",
        "Lead inspector: 12 to 14",
        "Lead inspector: x",
        "Lead inspector: to be told",
        "Lead inspector: To Be Confirmed",
        "Lead inspector: not yet known",
        "Lead inspector: name withheld",
        "Lead inspector: see page two",
    ],
)
def test_a_name_that_cannot_be_made_out_is_none(line: str) -> None:
    assert is_lead_inspector(line)
    assert lead_inspector(line) is None
