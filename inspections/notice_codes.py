"""The codes of notices: what each means, in one sentence, in the groups in which the page about the data shows them.

The message of a notice names the place; these sentences say what kind of doubt it is. Whatever raises a notice names its
code here, so that none is without an explanation. Like ``inspections.vocabulary``, it knows no Django.
"""

from __future__ import annotations

from typing import Self

from inspections.vocabulary import Term


class NoticeGroup(Term):
    """What codes are about; the label is the title over them."""

    FILE_NOT_READ = "file-not-read", "Files that could not be read"
    FILE_DOUBTED = "file-doubted", "Files that were read with doubts"
    INSPECTION = "inspection", "Who, when and what was inspected"
    JUDGEMENTS = "judgements", "Judgements and grades"
    PARAGRAPHS = "paragraphs", "Paragraphs and sections"
    RECOMMENDATIONS = "recommendations", "Recommendations and references"
    TABLES = "tables", "Tables, plans and risks"

    @property
    def codes(self) -> tuple[NoticeCode, ...]:
        """The codes of the group, in the order in which they are explained."""
        return tuple(code for code in NoticeCode if code.group is self)


class NoticeCode(Term):
    """What kind of doubt or failure a notice tells. The label is its explanation."""

    group: NoticeGroup

    def __new__(cls, value: str, label: str = "", group: NoticeGroup = NoticeGroup.FILE_NOT_READ) -> Self:
        """Make the code, and put it into its group; ``NoticeCode(value)`` finds the code that was made."""
        # Not by super(): enumerations put their own look-up in place of the __new__ of a class that is made.
        code = str.__new__(cls, value)
        code._value_, code.label, code.group = value, label, group
        return code

    EMPTY = "empty", "The file has nothing in it.", NoticeGroup.FILE_NOT_READ
    HTML_PAGE = "html-page", "The file is a web page and not a report.", NoticeGroup.FILE_NOT_READ
    NOT_TEXT = "not-text", "The file is neither a PDF nor a text.", NoticeGroup.FILE_NOT_READ
    NOT_A_PDF = "not-a-pdf", "The file begins like a PDF but cannot be opened as one.", NoticeGroup.FILE_NOT_READ
    ENCRYPTED = "encrypted", "The PDF is locked with a password.", NoticeGroup.FILE_NOT_READ
    NO_TEXT_LAYER = "no-text-layer", "The PDF holds pictures of pages and no words.", NoticeGroup.FILE_NOT_READ
    TOO_LARGE = "too-large", "The file is larger than the program reads.", NoticeGroup.FILE_NOT_READ
    TOO_MANY_PAGES = "too-many-pages", "The PDF has more pages than the program reads.", NoticeGroup.FILE_NOT_READ
    UNKNOWN_REPORT = (
        "unknown-report",
        "The words could be read, but they are no kind of report that the program knows.",
        NoticeGroup.FILE_NOT_READ,
    )
    READER_TIMEOUT = (
        "reader-timeout",
        "Reading took too long and was ended; nothing was taken from the file.",
        NoticeGroup.FILE_NOT_READ,
    )
    READER_MEMORY = (
        "reader-memory",
        "Reading needed too much memory and was ended; nothing was taken from the file.",
        NoticeGroup.FILE_NOT_READ,
    )
    READER_CRASHED = (
        "reader-crashed",
        "The file broke the reading off; nothing was taken from it.",
        NoticeGroup.FILE_NOT_READ,
    )
    READER_FAILED = (
        "reader-failed",
        "A mistake in the program broke the reading off; nothing was taken from the file.",
        NoticeGroup.FILE_NOT_READ,
    )

    DAMAGED_FILE = (
        "damaged-file",
        "The file is damaged or cut off, so that words may be wrong or missing.",
        NoticeGroup.FILE_DOUBTED,
    )
    ENCODING_GUESSED = (
        "encoding-guessed",
        "The text is not UTF-8; its encoding was guessed.",
        NoticeGroup.FILE_DOUBTED,
    )
    PAGE_UNREADABLE = "page-unreadable", "A page could not be opened and was left out.", NoticeGroup.FILE_DOUBTED
    PAGES_MISSING = (
        "pages-missing",
        "The printed numbers of the pages skip some; these pages are not in the file.",
        NoticeGroup.FILE_DOUBTED,
    )
    PAGE_REPEATED = "page-repeated", "A page stands in the file twice.", NoticeGroup.FILE_DOUBTED
    PAGE_OUT_OF_ORDER = (
        "page-out-of-order",
        "A page stands in another place than its printed number says.",
        NoticeGroup.FILE_DOUBTED,
    )
    WORDS_LOST = "words-lost", "Some words of the pages are in nothing that was read.", NoticeGroup.FILE_DOUBTED
    TEXT_SHORTENED = "text-shortened", "A text was too long to be kept whole.", NoticeGroup.FILE_DOUBTED
    TABLE_NOT_READ = (
        "table-not-read",
        "A table was left out, because it is no table that the program knows.",
        NoticeGroup.FILE_DOUBTED,
    )
    NEWER_VERSION = (
        "newer-version",
        "This is a newer version of a report that was read before, and is shown in its place.",
        NoticeGroup.FILE_DOUBTED,
    )
    SUPERSEDED = "superseded", "A newer version of this report was read; that one is shown.", NoticeGroup.FILE_DOUBTED
    FORMS_DIFFER = (
        "forms-differ",
        "The report was read in two forms, and their words differ in places.",
        NoticeGroup.FILE_DOUBTED,
    )
    NEEDS_REVIEW = (
        "needs-review",
        "A part is new in this reading while a similar one is gone; corrections may have to be made again.",
        NoticeGroup.FILE_DOUBTED,
    )

    AUTHORITY_UNKNOWN = (
        "authority-unknown",
        "The document does not tell clearly which authority it is about.",
        NoticeGroup.INSPECTION,
    )
    AUTHORITY_FROM_TEXT = (
        "authority-from-text",
        "The cover names no authority; the one that the text names was taken.",
        NoticeGroup.INSPECTION,
    )
    AUTHORITY_CONTRADICTION = (
        "authority-contradiction",
        "The document names two authorities as its own.",
        NoticeGroup.INSPECTION,
    )
    DATES_MISSING = "dates-missing", "The dates of the inspection were not found.", NoticeGroup.INSPECTION
    DATES_UNREADABLE = (
        "dates-unreadable",
        "The dates of the inspection are printed but could not be read.",
        NoticeGroup.INSPECTION,
    )
    DATES_DOUBTED = (
        "dates-doubted",
        "The dates of the inspection were read, but more days are printed, or fewer than one would expect.",
        NoticeGroup.INSPECTION,
    )
    DATES_OUT_OF_ORDER = (
        "dates-out-of-order",
        "An inspection ends before it begins, or is published before it ends.",
        NoticeGroup.INSPECTION,
    )
    DATES_CONTRADICTION = (
        "dates-contradiction",
        "The document gives two dates for the same thing.",
        NoticeGroup.INSPECTION,
    )
    YEAR_INFERRED = (
        "year-inferred",
        "A date is printed without its year; the year was told from the dates around it.",
        NoticeGroup.INSPECTION,
    )
    PUBLICATION_DATE_MISSING = (
        "publication-date-missing",
        "The day of publication was not found.",
        NoticeGroup.INSPECTION,
    )
    LEAD_INSPECTOR_MISSING = "lead-inspector-missing", "No lead inspector is named.", NoticeGroup.INSPECTION
    LEAD_INSPECTOR_UNREADABLE = (
        "lead-inspector-unreadable",
        "The name of the lead inspector could not be read.",
        NoticeGroup.INSPECTION,
    )
    COVER_INCOMPLETE = (
        "cover-incomplete",
        "Something that stands on every cover of this kind was not found.",
        NoticeGroup.INSPECTION,
    )
    NOT_ABOUT_CHILDREN = (
        "not-about-children",
        "The paper does not speak of services for children; nothing was taken as an inspection of them.",
        NoticeGroup.INSPECTION,
    )
    REPORT_WITHOUT_COVER = (
        "report-without-cover",
        "A report inside a pack of papers begins without its cover.",
        NoticeGroup.INSPECTION,
    )
    INSPECTION_AMBIGUOUS = (
        "inspection-ambiguous",
        "Several inspections answer to what is said; it was tied to none of them.",
        NoticeGroup.INSPECTION,
    )
    CONFLICT = (
        "conflict",
        "Two documents disagree about a fact of an inspection; both are shown.",
        NoticeGroup.INSPECTION,
    )

    JUDGEMENT_MISSING = (
        "judgement-missing",
        "A judgement that reports of this kind give was not found.",
        NoticeGroup.JUDGEMENTS,
    )
    JUDGEMENT_NOT_IN_TABLE = (
        "judgement-not-in-table",
        "A judgement stands in the text but not in the table of grades.",
        NoticeGroup.JUDGEMENTS,
    )
    JUDGEMENT_WITHOUT_INSPECTION = (
        "judgement-without-inspection",
        "Nothing tells which inspection a judgement belongs to; it was left out.",
        NoticeGroup.JUDGEMENTS,
    )
    GRADE_UNREADABLE = "grade-unreadable", "A grade is printed but could not be read.", NoticeGroup.JUDGEMENTS
    GRADE_CONTRADICTION = (
        "grade-contradiction",
        "The report gives two grades for the same thing.",
        NoticeGroup.JUDGEMENTS,
    )
    GRADE_SCALE = (
        "grade-scale",
        "The legend of the report explains its numbers in another way than its framework does.",
        NoticeGroup.JUDGEMENTS,
    )
    GRADE_OUTSIDE_SCALE = (
        "grade-outside-scale",
        "The wording is no grade of the framework; the judgement has no grade.",
        NoticeGroup.JUDGEMENTS,
    )
    NOT_JUDGED = "not-judged", "The report says that this was not judged.", NoticeGroup.JUDGEMENTS
    NO_OVERALL_JUDGEMENT = (
        "no-overall-judgement",
        "The inspection was made after its framework gave up the overall judgement.",
        NoticeGroup.JUDGEMENTS,
    )
    OVERALL_UNLIKE_PARTS = (
        "overall-unlike-parts",
        "The overall grade is unlike the grades of the parts; compare it with the page.",
        NoticeGroup.JUDGEMENTS,
    )
    DOMAIN_OUTSIDE_FRAMEWORK = (
        "domain-outside-framework",
        "The document reports a judgement on something that its framework does not judge.",
        NoticeGroup.JUDGEMENTS,
    )
    REPORTED_CONTRADICTION = (
        "reported-contradiction",
        "A paper quotes two grades for one domain of one inspection; both were kept.",
        NoticeGroup.JUDGEMENTS,
    )
    REPORTED_UNCLEAR = (
        "reported-unclear",
        "A sentence quotes a judgement in a way that leaves its grade open; none was taken.",
        NoticeGroup.JUDGEMENTS,
    )

    MISSING_PARAGRAPHS = (
        "missing-paragraphs",
        "Numbers are missing in the sequence of paragraphs.",
        NoticeGroup.PARAGRAPHS,
    )
    DUPLICATE_PARAGRAPH = "duplicate-paragraph", "A number stands over two paragraphs.", NoticeGroup.PARAGRAPHS
    PARAGRAPH_OUT_OF_ORDER = (
        "paragraph-out-of-order",
        "A paragraph stands after higher numbers.",
        NoticeGroup.PARAGRAPHS,
    )
    NUMBER_IN_TEXT = (
        "number-in-text",
        "A missing number seems to stand inside the paragraph before it.",
        NoticeGroup.PARAGRAPHS,
    )
    NUMBER_LOST = "number-lost", "A paragraph has lost its number.", NoticeGroup.PARAGRAPHS
    NUMBER_RESTORED = (
        "number-restored",
        "A number was missing or misread and was put back by the numbers around it.",
        NoticeGroup.PARAGRAPHS,
    )
    NUMBERS_MISSING = (
        "numbers-missing",
        "Reports of this kind number their paragraphs, but no number was read.",
        NoticeGroup.PARAGRAPHS,
    )
    UNNUMBERED_PARAGRAPH = (
        "unnumbered-paragraph",
        "A paragraph among numbered ones has no number, or one in a list no bullet.",
        NoticeGroup.PARAGRAPHS,
    )
    SECTION_MISSING = (
        "section-missing",
        "A section that the report should have was not found.",
        NoticeGroup.PARAGRAPHS,
    )
    HEADING_MISSING = "heading-missing", "Paragraphs stand where a heading should be.", NoticeGroup.PARAGRAPHS
    HEADING_MISSPELT = (
        "heading-misspelt",
        "A heading is spelt unlike any that is known; it was read as the nearest one.",
        NoticeGroup.PARAGRAPHS,
    )
    HEADING_UNKNOWN = (
        "heading-unknown",
        "A heading is not known; what stands under it was read as findings.",
        NoticeGroup.PARAGRAPHS,
    )
    FINDINGS_MISSING = "findings-missing", "No findings were read.", NoticeGroup.PARAGRAPHS
    ENDING_MISSING = (
        "ending-missing",
        "The text with which such reports close was not found; the document may be cut off.",
        NoticeGroup.PARAGRAPHS,
    )
    SIGNATURE_MISSING = (
        "signature-missing",
        "A letter ends without its signature; its end may be lost.",
        NoticeGroup.PARAGRAPHS,
    )
    ANNEX_MISSING = "annex-missing", "An annex that the document names was not found.", NoticeGroup.PARAGRAPHS
    ITEMS_MISSING = "items-missing", "An item of the agenda was not found in the pack.", NoticeGroup.PARAGRAPHS
    LIST_MISSING = "list-missing", "A list that the document should have was not found.", NoticeGroup.PARAGRAPHS
    ANNOUNCED_COUNT = (
        "announced-count",
        "The document announces another number of items than were read.",
        NoticeGroup.PARAGRAPHS,
    )

    RECOMMENDATIONS_MISSING = "recommendations-missing", "No recommendations were read.", NoticeGroup.RECOMMENDATIONS
    SUB_ITEMS_DOUBTED = (
        "sub-items-doubted",
        "Items after a recommendation that is a whole sentence were read as parts of it.",
        NoticeGroup.RECOMMENDATIONS,
    )
    NO_AREAS_FOR_IMPROVEMENT = (
        "no-areas-for-improvement",
        "The letter names no area for improvement.",
        NoticeGroup.RECOMMENDATIONS,
    )
    UNRESOLVED_REFERENCE = (
        "unresolved-reference",
        "A reference points to something that was not found.",
        NoticeGroup.RECOMMENDATIONS,
    )
    REFERENCE_WITHOUT_NUMBER = (
        "reference-without-number",
        "A reference names no number, so that its target cannot be told.",
        NoticeGroup.RECOMMENDATIONS,
    )
    UNKNOWN_RECOMMENDATION = (
        "unknown-recommendation",
        "An action answers a recommendation that the plan does not have.",
        NoticeGroup.RECOMMENDATIONS,
    )
    LINK_UNREAD = (
        "link-unread",
        "The cell that should name the recommendations of an action could not be read.",
        NoticeGroup.RECOMMENDATIONS,
    )

    TABLE_TORN = "table-torn", "A table is torn, so that its cells may stand in wrong places.", NoticeGroup.TABLES
    HEADER_MISSING = "header-missing", "A table has no header; that of the next table was taken.", NoticeGroup.TABLES
    UNKNOWN_COLUMN = "unknown-column", "A column has a header that is not known.", NoticeGroup.TABLES
    SHORT_ROW = "short-row", "A row has fewer cells than its header.", NoticeGroup.TABLES
    TORN_ROW = "torn-row", "A row does not fit its header and was not read.", NoticeGroup.TABLES
    TORN_CELL = (
        "torn-cell",
        "A cell continues where it should not; its words may belong elsewhere.",
        NoticeGroup.TABLES,
    )
    ROW_MENDED = "row-mended", "A row was torn in two and was put together.", NoticeGroup.TABLES
    PARAGRAPH_PERHAPS_TORN = (
        "paragraph-perhaps-torn",
        "The first paragraph on a page may be the rest of the last one before it.",
        NoticeGroup.TABLES,
    )
    ROW_PERHAPS_TORN = (
        "row-perhaps-torn",
        "The first row on a page may be the rest of the last one before it.",
        NoticeGroup.TABLES,
    )
    REPEATED_STRIP = (
        "repeated-strip",
        "A row prints words of the row above again; they were left out.",
        NoticeGroup.TABLES,
    )
    WORDS_OUTSIDE_TABLE = (
        "words-outside-table",
        "Words stand between the rows of a plan and belong to none.",
        NoticeGroup.TABLES,
    )
    ACTIONS_MISSING = "actions-missing", "No action of the plan was read.", NoticeGroup.TABLES
    ACTION_NUMBER_LOST = "action-number-lost", "An action has lost its number.", NoticeGroup.TABLES
    ACTION_SEQUENCE = "action-sequence", "Numbers are missing in the sequence of actions.", NoticeGroup.TABLES
    DUPLICATE_ACTION = "duplicate-action", "A number stands over two actions.", NoticeGroup.TABLES
    APPENDIX_AGREES = (
        "appendix-agrees",
        "The plan’s own appendix lists the same links as its actions.",
        NoticeGroup.TABLES,
    )
    APPENDIX_DIFFERS = (
        "appendix-differs",
        "The plan’s own appendix lists other links than its actions.",
        NoticeGroup.TABLES,
    )
    APPENDIX_COUNT = (
        "appendix-count",
        "The plan’s own appendix counts other numbers than were read.",
        NoticeGroup.TABLES,
    )
    RATING_UNREAD = "rating-unread", "The rating of a risk could not be read.", NoticeGroup.TABLES
