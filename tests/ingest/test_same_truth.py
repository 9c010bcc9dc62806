"""The same report as text and as PDF gives the same truth: judgements, references, recommendations, every paragraph.

Only typographic marks are made alike before texts are compared. What the two sources themselves print differently is
named in ``DIFFERENT``: how many words of which paragraph, counted, so that a further difference fails.
"""

import difflib
import re
from pathlib import Path

import pytest

from ingest.drafts import ReportDraft
from ingest.extract import extract

PAIRS = {"000": "medway-sif-2015-11-27.pdf", "001": "medway-ilacs-2023-09-11.pdf"}
# The text of 2015 corrects a misspelt word of the PDF (108), and has the plural of an abbreviation in capitals (119).
DIFFERENT = {"000": {"108": 1, "119": 2}, "001": {}}
MARKS = str.maketrans({"\u2018": "'", "\u2019": "'", "\u201c": '"', "\u201d": '"', "\u2013": "-", "\u2014": "-"})


def plain(text: str) -> str:
    return re.sub(r"\s+", " ", text.translate(MARKS))


def only_report(path: Path) -> ReportDraft:
    (report,) = extract(path.read_bytes()).reports
    return report


@pytest.fixture(scope="module", params=PAIRS)
def pair(request: pytest.FixtureRequest, shared: Path, seeds: dict[str, Path]) -> tuple[str, ReportDraft, ReportDraft]:
    name = request.param
    pdf = shared / "documents" / "reports" / PAIRS[name]
    return name, only_report(seeds[name]), only_report(pdf)


def changed_words(first: str, second: str) -> int:
    one, other = plain(first).split(), plain(second).split()
    steps = difflib.SequenceMatcher(None, one, other, autojunk=False).get_opcodes()
    return sum(max(i2 - i1, j2 - j1) for tag, i1, i2, j1, j2 in steps if tag != "equal")


def test_the_cover_says_the_same(pair: tuple[str, ReportDraft, ReportDraft]) -> None:
    _, text, pdf = pair
    assert plain(text.title) == plain(pdf.title)
    assert (text.kind, text.authority, text.licence) == (pdf.kind, pdf.authority, pdf.licence)
    for one, other in ((text.inspection, pdf.inspection),):
        assert one is not None
        assert other is not None
        assert (one.started, one.ended, one.published) == (other.started, other.ended, other.published)
        assert one.lead_inspector == other.lead_inspector


def test_judgements_are_the_same(pair: tuple[str, ReportDraft, ReportDraft]) -> None:
    def facts(report: ReportDraft) -> list[tuple[object, ...]]:
        primary = [j for j in report.judgements if j.basis == "primary"]
        return [(j.domain, j.grade, plain(j.domain_wording), j.grade_wording, j.evidence) for j in primary]

    _, text, pdf = pair
    assert facts(text) == facts(pdf)


def test_reported_judgements_are_the_same(pair: tuple[str, ReportDraft, ReportDraft]) -> None:
    def facts(report: ReportDraft) -> list[tuple[object, ...]]:
        quoted = [(j, j.inspection) for j in report.judgements if j.inspection]
        return [(j.anchor, j.grade, inspection.framework, inspection.started) for j, inspection in quoted]

    _, text, pdf = pair
    assert facts(text) == facts(pdf)


def test_recommendations_and_references_are_the_same(pair: tuple[str, ReportDraft, ReportDraft]) -> None:
    _, text, pdf = pair
    fields = ("anchor", "ref", "parent", "timescale", "paragraphs", "domain")
    for one, other in zip(text.recommendations, pdf.recommendations, strict=True):
        assert [getattr(one, field) for field in fields] == [getattr(other, field) for field in fields]
        assert plain(one.text) == plain(other.text)
    assert [(r.source, r.target, r.ref) for r in text.references] == [
        (r.source, r.target, r.ref) for r in pdf.references
    ]


def test_sections_are_the_same(pair: tuple[str, ReportDraft, ReportDraft]) -> None:
    def facts(report: ReportDraft) -> list[tuple[object, ...]]:
        return [(plain(s.heading), s.level, s.parent, s.domain) for s in report.sections]

    _, text, pdf = pair
    assert facts(text) == facts(pdf)


def test_every_paragraph_is_the_same_word_for_word(pair: tuple[str, ReportDraft, ReportDraft]) -> None:
    name, text, pdf = pair
    assert [(f.ref, f.kind, f.domain) for f in text.findings] == [(f.ref, f.kind, f.domain) for f in pdf.findings]
    changed = {
        one.ref: changed_words(one.text, other.text) for one, other in zip(text.findings, pdf.findings, strict=True)
    }
    assert {ref: words for ref, words in changed.items() if words} == DIFFERENT[name]
    assert all(
        plain(one.text) == plain(other.text)
        for one, other in zip(text.findings, pdf.findings, strict=True)
        if one.ref not in DIFFERENT[name]
    )


def test_only_the_pdf_has_pages_and_boxes(pair: tuple[str, ReportDraft, ReportDraft]) -> None:
    _, text, pdf = pair
    assert all(finding.place.page is None and not finding.place.boxes for finding in text.findings)
    assert all(finding.place.page and finding.place.boxes for finding in pdf.findings)
