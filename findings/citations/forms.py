"""The forms of a citation: a line of text, APA, BibTeX and RIS, with their names and media types.

Sources: APA Style, 7th edition, chapters 9.7 to 9.29 and 10.4 (reports); Patashnik, BibTeXing, 1988, sections 3 and 4;
Reference Manager, RIS format specifications, 2011.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from findings.citations.facts import Citation
from inspections.months import MONTHS

BIBTEX_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
"""The months as BibTeX defines them."""
ESCAPED = {
    **{sign: f"\\{sign}" for sign in "&%$#_"},
    "\\": r"\textbackslash{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    # BibTeX counts braces even behind a backslash, so one alone would swallow what follows.
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
}


def source_text(citation: Citation) -> str:
    """The beginning of every citation of a report: author, title, authority, framework and days."""
    return ", ".join((citation.author, citation.title, *citation.about, *citation.days))


def text(citation: Citation) -> str:
    """The citation in one line."""
    return ", ".join(filter(None, (source_text(citation), citation.locator, citation.address)))


def apa(citation: Citation) -> str:
    """An entry of a list of references in APA style, with the part that is cited in brackets behind the title."""
    described = "; ".join(filter(None, (*citation.about, citation.inspected if citation.published else "")))
    locator = f" ({citation.locator})" if citation.locator else ""
    title = f"{citation.title}{locator}{f' [{described}]' if described else ''}"
    *others, last = citation.authors
    author = f"{', '.join(others)}, & {last}" if others else last
    return _one_line(f"{author}. ({_apa_date(citation)}). {title}. {citation.address}").strip()


def _apa_date(citation: Citation) -> str:
    if not citation.published:
        return f"{citation.inspected}; date of publication not known" if citation.inspected else "n.d."
    year, *rest = citation.published.split("-")
    month = f", {MONTHS[int(rest[0]) - 1]}" if rest else ""
    return f"{year}{month}{f' {int(rest[1])}' if len(rest) > 1 else ''}"


def bibtex(citation: Citation) -> str:
    """An entry of a BibTeX file (UTF-8). Names and titles stand in two pairs of braces, which keep them as they are."""
    _, *rest = citation.published.split("-")
    note = "; ".join(filter(None, (*citation.about, *citation.days, citation.locator)))
    fields = {
        "author": f"{{{' and '.join(f'{{{escaped(name)}}}' for name in citation.authors)}}}",
        "title": f"{{{{{escaped(citation.title)}}}}}",
        "institution": f"{{{escaped(citation.author)}}}",
        "type": f"{{{escaped(citation.framework_name)}}}" if citation.framework_name else "",
        "year": f"{{{citation.year}}}" if citation.year else "",
        "month": BIBTEX_MONTHS[int(rest[0]) - 1] if rest else "",
        "pages": f"{{{citation.page}}}" if citation.page else "",
        "note": f"{{{escaped(note)}}}",
        "url": f"{{{_address(citation.address)}}}",
    }
    lines = ",\n".join(f"  {name} = {value}" for name, value in fields.items() if value)
    return f"@techreport{{{citation.name},\n{lines}\n}}\n"


def escaped(words: str) -> str:
    """Words as LaTeX prints them as they are."""
    return "".join(ESCAPED.get(sign, sign) for sign in _one_line(words))


def ris(citation: Citation) -> str:
    """A record of a RIS file (UTF-8)."""
    note = "; ".join(filter(None, (*citation.about, *citation.days, citation.locator)))
    lines = [
        ("TY", "RPRT"),
        *(("AU", name.replace(", ", " – ")) for name in citation.authors),  # a comma would divide a name in two
        ("TI", citation.title),
        ("PB", citation.author),
        ("M3", citation.framework_name),
        ("PY", str(citation.year or "")),
        ("DA", "/".join([*citation.published.split("-"), "", "", ""][:3]) + "/" if citation.published else ""),
        ("SP", str(citation.page or "")),
        ("N1", note),
        ("UR", citation.address),
        ("LA", "en"),
    ]
    kept = [f"{tag}  - {_one_line(value)}\r\n" for tag, value in lines if value]
    return f"{''.join(kept)}ER  - \r\n"


def _one_line(words: str) -> str:
    return " ".join(words.split())


def _address(address: str) -> str:
    return address.replace("\\", "%5C").replace("{", "%7B").replace("}", "%7D")


@dataclass(frozen=True, slots=True)
class CitationForm:
    """A form: its name for people, the end of its file's name, its media type, and how it is written."""

    name: str
    suffix: str
    media_type: str
    write: Callable[[Citation], str]


FORMS = (
    CitationForm("BibTeX", "bib", "application/x-bibtex; charset=utf-8", bibtex),
    CitationForm("RIS", "ris", "application/x-research-info-systems; charset=utf-8", ris),
    CitationForm("APA", "apa.txt", "text/plain; charset=utf-8", lambda citation: f"{apa(citation)}\n"),
    CitationForm("text", "txt", "text/plain; charset=utf-8", lambda citation: f"{text(citation)}\n"),
)
"""The forms that are offered as files, the longest suffix of two that end alike first."""
