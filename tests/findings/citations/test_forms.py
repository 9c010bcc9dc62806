"""Citations as text, in APA style, as BibTeX and as RIS: whole, and safe whatever a title holds."""

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from findings.citations.facts import Citation
from findings.citations.forms import apa, bibtex, escaped, ris, text

CITATION = Citation(
    author="Ofsted and CQC",
    authors=("Ofsted", "CQC"),
    title="Inspection of services & more",
    authority="Wexcombe",
    framework="SIF",
    framework_name="Single inspection framework",
    inspected="inspected 14 September to 8 October 2015",
    published="2015-11-27",
    year=2015,
    locator="paragraph 19, page 8 of the file",
    page=8,
    address="https://example.org/reports/wexcombe/x/p4-2~2/",
    name="wexcombe-x-p4-2-2",
)
UNDATED = replace(CITATION, published="")


def test_text_is_one_line():
    assert text(CITATION) == (
        "Ofsted and CQC, Inspection of services & more, Wexcombe, framework SIF, "
        "inspected 14 September to 8 October 2015, published 27 November 2015, paragraph 19, page 8 of the file, "
        "https://example.org/reports/wexcombe/x/p4-2~2/"
    )


@pytest.mark.parametrize(
    ("published", "date"),
    [
        ("2015-11-27", "2015, November 27"),
        ("2015-11", "2015, November"),
        ("2015", "2015"),
        ("", "inspected 14 September to 8 October 2015; date of publication not known"),
    ],
)
def test_apa_has_author_date_title_part_and_description(published, date):
    described = "Wexcombe; framework SIF; inspected 14 September to 8 October 2015"
    described = described if published else "Wexcombe; framework SIF"
    assert apa(replace(CITATION, published=published)) == (
        f"Ofsted, & CQC. ({date}). Inspection of services & more (paragraph 19, page 8 of the file) "
        f"[{described}]. https://example.org/reports/wexcombe/x/p4-2~2/"
    )


def test_apa_has_no_date_only_where_none_is_known():
    bare = replace(UNDATED, inspected="", authority="", framework="", locator="", authors=("Wexcombe",))
    assert apa(bare) == "Wexcombe. (n.d.). Inspection of services & more. " + CITATION.address


def test_bibtex_is_an_entry_with_escaped_words_and_the_address_as_it_is():
    assert bibtex(CITATION) == (
        "@techreport{wexcombe-x-p4-2-2,\n"
        "  author = {{Ofsted} and {CQC}},\n"
        "  title = {{Inspection of services \\& more}},\n"
        "  institution = {Ofsted and CQC},\n"
        "  type = {Single inspection framework},\n"
        "  year = {2015},\n"
        "  month = nov,\n"
        "  pages = {8},\n"
        "  note = {Wexcombe; framework SIF; inspected 14 September to 8 October 2015; published 27 November 2015; "
        "paragraph 19, page 8 of the file},\n"
        "  url = {https://example.org/reports/wexcombe/x/p4-2~2/}\n"
        "}\n"
    )


def test_what_is_not_known_is_no_field():
    bare = replace(UNDATED, year=None, page=None, framework="", framework_name="", inspected="")
    assert set(re.findall(r"^  (\w+) =", bibtex(bare), re.MULTILINE)) == {
        "author", "title", "institution", "note", "url",
    }  # fmt: skip
    assert set(re.findall(r"^(\w\w)  -", ris(bare), re.MULTILINE)) == {
        "TY", "AU", "TI", "PB", "N1", "UR", "LA", "ER",
    }  # fmt: skip
    assert "date not known" in bibtex(bare)
    assert "month" not in bibtex(replace(CITATION, published="2015"))


@pytest.mark.parametrize(
    ("words", "written"),
    [
        ("50% of £5_000 #1 & $2", r"50\% of £5\_000 \#1 \& \$2"),
        ("a ~ b ^ c \\ d", r"a \textasciitilde{} b \textasciicircum{} c \textbackslash{} d"),
        ("{open", r"\textbraceleft{}open"),
        ("closed}\nnext  line", r"closed\textbraceright{} next line"),
    ],
)
def test_signs_that_latex_takes_for_its_own_are_escaped(words, written):
    assert escaped(words) == written


@given(st.text(), st.text())
def test_no_title_breaks_out_of_its_field(title, locator):
    entry = bibtex(replace(CITATION, title=title, locator=locator))
    depth = 0
    for place, sign in enumerate(entry):
        depth += {"{": 1, "}": -1}.get(sign, 0)
        assert depth > 0 or place == len("@techreport") - 1 or place < len("@techreport") or place >= len(entry) - 2
    assert depth == 0
    fields = re.findall(r"^  (\w+) = ", entry, re.MULTILINE)
    assert len(fields) == len(set(fields)) == 9


def test_ris_is_a_record_with_an_author_a_line():
    assert ris(CITATION) == (
        "TY  - RPRT\r\nAU  - Ofsted\r\nAU  - CQC\r\nTI  - Inspection of services & more\r\nPB  - Ofsted and CQC\r\n"
        "M3  - Single inspection framework\r\nPY  - 2015\r\nDA  - 2015/11/27/\r\nSP  - 8\r\n"
        "N1  - Wexcombe; framework SIF; inspected 14 September to 8 October 2015; published 27 November 2015; "
        "paragraph 19, page 8 of the file\r\n"
        "UR  - https://example.org/reports/wexcombe/x/p4-2~2/\r\nLA  - en\r\nER  - \r\n"
    )
    assert "DA  - 2015///\r\n" in ris(replace(CITATION, published="2015"))


@given(st.text())
def test_no_title_begins_a_line_of_ris(title):
    lines = ris(replace(CITATION, title=title)).split("\r\n")
    assert all(re.match(r"[A-Z][A-Z0-9]  - ", line) for line in lines[:-1])
    assert lines.count("ER  - ") == 1
