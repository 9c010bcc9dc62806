"""Families: every kind has one, and a part that does not show its signs is not claimed."""

import pytest

from ingest.profiles import PROFILES
from ingest.profiles.admission import admitted
from ingest.profiles.families import Family, Sign, signs_of
from ingest.profiles.protocol import Part
from ingest.readers.text import read
from inspections.report_kinds import BY_INSPECTORATES
from inspections.vocabulary import ReportKind

PROSE = "Help comes early and plans are clear."
ROUTED = "Key decision: No"
SPOKEN = "This letter summarises the findings."
LISTED = "1. Help comes early.\n2. Plans are clear.\n3. Children are safe."
NUMBERED = f"Inspection of Wexcombe\n\n{LISTED}"


def signs(text: str) -> set[Sign]:
    return set(signs_of(read(text.encode()).blocks))


def admitted_kinds(text: str) -> set[ReportKind]:
    return {profile.kind for profile in admitted(Part(read(text.encode()).blocks, ""), PROFILES)}


def test_every_kind_has_one_profile_with_a_family() -> None:
    assert sorted(profile.kind for profile in PROFILES) == sorted(ReportKind)
    assert all(isinstance(profile.family, Family) for profile in PROFILES)


def test_only_kinds_of_inspectorates_must_show_signs() -> None:
    assert {profile.kind for profile in PROFILES if profile.family.signs} <= set(BY_INSPECTORATES)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (PROSE, {Sign.NO_PAPER}),
        (f"{ROUTED}\n\n{PROSE}", set()),
        (f"{ROUTED}\n\n{SPOKEN}", {Sign.NO_PAPER, Sign.VOICE}),
        (SPOKEN, {Sign.NO_PAPER, Sign.VOICE}),
        (NUMBERED, {Sign.NO_PAPER, Sign.BODY}),
        (LISTED, {Sign.NO_PAPER}),
        (NUMBERED.partition("\n3")[0], {Sign.NO_PAPER}),
        ("Lead inspector: Ada Field", {Sign.NO_PAPER, Sign.VOICE, Sign.BODY}),
    ],
)
def test_signs_tell_reports_of_inspectors_from_what_repeats_them(text: str, shown: set[Sign]) -> None:
    assert signs(text) == shown


@pytest.mark.parametrize(
    ("text", "asked", "not_asked"),
    [
        (PROSE, {ReportKind.JAR, ReportKind.UCRA}, {ReportKind.JTAI, ReportKind.LAC, ReportKind.SIF}),
        (SPOKEN, {ReportKind.JTAI, ReportKind.JAR}, {ReportKind.LAC, ReportKind.SIF}),
        (NUMBERED, {ReportKind.LAC, ReportKind.SIF, ReportKind.JAR}, {ReportKind.JTAI}),
        (f"{ROUTED}\n\n{NUMBERED}", {ReportKind.LAC, ReportKind.JAR}, {ReportKind.JTAI, ReportKind.SIF}),
    ],
)
def test_a_kind_is_asked_only_where_all_signs_of_its_family_are_shown(
    text: str, asked: set[ReportKind], not_asked: set[ReportKind]
) -> None:
    found = admitted_kinds(text)
    assert (asked <= found, not_asked & found) == (True, set())
