"""What each code of a notice means, in one sentence, in the groups in which the page about the data shows them.

The message of a notice names the place; these sentences say what kind of doubt it is. A test reads the codes from the program, and holds that
every one is explained here and no other.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Group:
    """Codes about one thing, with a sentence each."""

    title: str
    codes: Mapping[str, str]


GROUPS: tuple[Group, ...] = (
    Group(
        "Files that could not be read",
        {
            "empty": "The file has nothing in it.",
            "html-page": "The file is a web page and not a report.",
            "not-text": "The file is neither a PDF nor a text.",
            "not-a-pdf": "The file begins like a PDF but cannot be opened as one.",
            "encrypted": "The PDF is locked with a password.",
            "no-text-layer": "The PDF holds pictures of pages and no words.",
            "too-large": "The file is larger than the program reads.",
            "too-many-pages": "The PDF has more pages than the program reads.",
            "unknown-report": "The words could be read, but they are no kind of report that the program knows.",
            "reader-timeout": "Reading took too long and was ended; nothing was taken from the file.",
            "reader-memory": "Reading needed too much memory and was ended; nothing was taken from the file.",
            "reader-crashed": "The file broke the reading off; nothing was taken from it.",
            "reader-failed": "A mistake in the program broke the reading off; nothing was taken from the file.",
        },
    ),
    Group(
        "Files that were read with doubts",
        {
            "damaged-file": "The file is damaged or cut off, so that words may be wrong or missing.",
            "encoding-guessed": "The text is not UTF-8; its encoding was guessed.",
            "page-unreadable": "A page could not be opened and was left out.",
            "pages-missing": "The printed numbers of the pages skip some; these pages are not in the file.",
            "page-repeated": "A page stands in the file twice.",
            "page-out-of-order": "A page stands in another place than its printed number says.",
            "words-lost": "Some words of the pages are in nothing that was read.",
            "text-shortened": "A text was too long to be kept whole.",
            "table-not-read": "A table was left out, because it is no table that the program knows.",
            "newer-version": "This is a newer version of a report that was read before, and is shown in its place.",
            "superseded": "A newer version of this report was read; that one is shown.",
            "forms-differ": "The report was read in two forms, and their words differ in places.",
            "needs-review": "A part is new in this reading while a similar one is gone; corrections may have to be made again.",
        },
    ),
    Group(
        "Who, when and what was inspected",
        {
            "authority-unknown": "The document does not tell clearly which authority it is about.",
            "authority-from-text": "The cover names no authority; the one that the text names was taken.",
            "authority-contradiction": "The document names two authorities as its own.",
            "dates-missing": "The dates of the inspection were not found.",
            "dates-unreadable": "The dates of the inspection are printed but could not be read.",
            "dates-doubted": "The dates of the inspection were read, but more days are printed, or fewer than one would expect.",
            "dates-out-of-order": "An inspection ends before it begins, or is published before it ends.",
            "dates-contradiction": "The document gives two dates for the same thing.",
            "year-inferred": "A date is printed without its year; the year was told from the dates around it.",
            "publication-date-missing": "The day of publication was not found.",
            "lead-inspector-missing": "No lead inspector is named.",
            "lead-inspector-unreadable": "The name of the lead inspector could not be read.",
            "cover-incomplete": "Something that stands on every cover of this kind was not found.",
            "not-about-children": "The paper does not speak of services for children; nothing was taken as an inspection of them.",
            "report-without-cover": "A report inside a pack of papers begins without its cover.",
            "inspection-ambiguous": "Several inspections answer to what is said; it was tied to none of them.",
            "conflict": "Two documents disagree about a fact of an inspection; both are shown.",
        },
    ),
    Group(
        "Judgements and grades",
        {
            "judgement-missing": "A judgement that reports of this kind give was not found.",
            "judgement-not-in-table": "A judgement stands in the text but not in the table of grades.",
            "judgement-without-inspection": "Nothing tells which inspection a judgement belongs to; it was left out.",
            "grade-unreadable": "A grade is printed but could not be read.",
            "grade-contradiction": "The report gives two grades for the same thing.",
            "grade-scale": "The legend of the report explains its numbers in another way than its framework does.",
            "grade-outside-scale": "The wording is no grade of the framework; the judgement has no grade.",
            "not-judged": "The report says that this was not judged.",
            "no-overall-judgement": "The inspection was made after its framework gave up the overall judgement.",
            "overall-unlike-parts": "The overall grade is unlike the grades of the parts; compare it with the page.",
            "domain-outside-framework": "The document reports a judgement on something that its framework does not judge.",
            "reported-contradiction": "A paper quotes two grades for one domain of one inspection; both were kept.",
            "reported-unclear": "A sentence quotes a judgement in a way that leaves its grade open; none was taken.",
        },
    ),
    Group(
        "Paragraphs and sections",
        {
            "missing-paragraphs": "Numbers are missing in the sequence of paragraphs.",
            "duplicate-paragraph": "A number stands over two paragraphs.",
            "paragraph-out-of-order": "A paragraph stands after higher numbers.",
            "number-in-text": "A missing number seems to stand inside the paragraph before it.",
            "number-lost": "A paragraph has lost its number.",
            "number-restored": "A number was missing or misread and was put back by the numbers around it.",
            "numbers-missing": "Reports of this kind number their paragraphs, but no number was read.",
            "unnumbered-paragraph": "A paragraph among numbered ones has no number, or one in a list no bullet.",
            "section-missing": "A section that the report should have was not found.",
            "heading-missing": "Paragraphs stand where a heading should be.",
            "heading-misspelt": "A heading is spelt unlike any that is known; it was read as the nearest one.",
            "heading-unknown": "A heading is not known; what stands under it was read as findings.",
            "findings-missing": "No findings were read.",
            "ending-missing": "The text with which such reports close was not found; the document may be cut off.",
            "signature-missing": "A letter ends without its signature; its end may be lost.",
            "annex-missing": "An annex that the document names was not found.",
            "items-missing": "An item of the agenda was not found in the pack.",
            "list-missing": "A list that the document should have was not found.",
            "announced-count": "The document announces another number of items than were read.",
        },
    ),
    Group(
        "Recommendations and references",
        {
            "recommendations-missing": "No recommendations were read.",
            "sub-items-doubted": "Items after a recommendation that is a whole sentence were read as parts of it.",
            "no-areas-for-improvement": "The letter names no area for improvement.",
            "unresolved-reference": "A reference points to something that was not found.",
            "reference-without-number": "A reference names no number, so that its target cannot be told.",
            "unknown-recommendation": "An action answers a recommendation that the plan does not have.",
            "link-unread": "The cell that should name the recommendations of an action could not be read.",
        },
    ),
    Group(
        "Tables, plans and risks",
        {
            "table-torn": "A table is torn, so that its cells may stand in wrong places.",
            "header-missing": "A table has no header; that of the next table was taken.",
            "unknown-column": "A column has a header that is not known.",
            "short-row": "A row has fewer cells than its header.",
            "torn-row": "A row does not fit its header and was not read.",
            "torn-cell": "A cell continues where it should not; its words may belong elsewhere.",
            "row-mended": "A row was torn in two and was put together.",
            "paragraph-perhaps-torn": "The first paragraph on a page may be the rest of the last one before it.",
            "row-perhaps-torn": "The first row on a page may be the rest of the last one before it.",
            "repeated-strip": "A row prints words of the row above again; they were left out.",
            "words-outside-table": "Words stand between the rows of a plan and belong to none.",
            "actions-missing": "No action of the plan was read.",
            "action-number-lost": "An action has lost its number.",
            "action-sequence": "Numbers are missing in the sequence of actions.",
            "duplicate-action": "A number stands over two actions.",
            "appendix-agrees": "The plan’s own appendix lists the same links as its actions.",
            "appendix-differs": "The plan’s own appendix lists other links than its actions.",
            "appendix-count": "The plan’s own appendix counts other numbers than were read.",
            "rating-unread": "The rating of a risk could not be read.",
        },
    ),
)


def explanation_of(code: str) -> str:
    """What a code means; "" for one that is not known."""
    return next((group.codes[code] for group in GROUPS if code in group.codes), "")
