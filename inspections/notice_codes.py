"""The codes of notices, each with an explanation, in the groups in which the page about the data shows them.

The message of a notice describes the single case; the explanation of its code says what kind of doubt or failure it is.
Every notice has a code of this module, so every notice is explained. Like ``inspections.vocabulary``, the module does
not use Django.
"""

from __future__ import annotations

from typing import Self

from inspections.vocabulary import Term


class NoticeGroup(Term):
    """A subject of notice codes; its label is the heading over them."""

    FILE_NOT_READ = "file-not-read", "Files that could not be read"
    FILE_DOUBTED = "file-doubted", "Files that were read with doubts"
    INSPECTION = "inspection", "Who, when and what was inspected"
    JUDGEMENTS = "judgements", "Judgements and grades"
    PARAGRAPHS = "paragraphs", "Paragraphs and sections"
    RECOMMENDATIONS = "recommendations", "Recommendations and references"
    TABLES = "tables", "Tables, plans and risks"

    @property
    def codes(self) -> tuple[NoticeCode, ...]:
        """The codes of the group, in the order of declaration."""
        return tuple(code for code in NoticeCode if code.group is self)


class NoticeCode(Term):
    """A kind of doubt or failure; its label is the explanation."""

    group: NoticeGroup

    def __new__(cls, value: str, label: str = "", group: NoticeGroup | None = None) -> Self:
        """Make a code; without a group of its own it belongs to that of the code above."""
        # Enum replaces the __new__ of a finished class by its own look-up, so super().__new__ would not make a member.
        code = str.__new__(cls, value)
        code._value_, code.label = value, label
        code.group = group or [*cls.__members__.values()][-1].group
        return code

    FILE_NOT_OPENED = (
        "file-not-opened",
        "The file could not be opened: it went away, may not be read, or is no file.",
        NoticeGroup.FILE_NOT_READ,
    )
    EMPTY = "empty", "The file has nothing in it."
    HTML_PAGE = "html-page", "The file is a web page and not a report."
    NOT_TEXT = "not-text", "The file is no text, and no other kind that is read."
    NOT_A_PDF = "not-a-pdf", "The file begins like a PDF but cannot be opened as one."
    KIND_OF_FILE = (
        "kind-of-file",
        "The file is of a kind that the program does not read; the notice says how to save it.",
    )
    ENCRYPTED = "encrypted", "The file is locked with a password."
    NO_TEXT_LAYER = "no-text-layer", "The PDF holds pictures of pages and no words."
    TOO_LARGE = "too-large", "The file is larger than the program reads."
    TOO_MANY_PAGES = "too-many-pages", "The PDF has more pages than the program reads."
    UNKNOWN_REPORT = (
        "unknown-report",
        "The words could be read, but they are not a kind of report that the program knows.",
    )
    READER_TIMEOUT = "reader-timeout", "Reading took too long and was ended; nothing was taken from the file."
    READER_MEMORY = "reader-memory", "Reading needed too much memory and was ended; nothing was taken from the file."
    READER_CRASHED = "reader-crashed", "The reader crashed on the file; nothing was taken from it."
    READER_FAILED = "reader-failed", "An error in the program ended the reading; nothing was taken from the file."

    DAMAGED_FILE = (
        "damaged-file",
        "The file is damaged or cut off, so that words may be wrong or missing.",
        NoticeGroup.FILE_DOUBTED,
    )
    DRAFT_REPORT = (
        "draft-report",
        "The document says that it is a draft; its words and grades may differ from the report that was published.",
    )
    ENCODING_GUESSED = "encoding-guessed", "The text is not UTF-8; its encoding was guessed."
    LETTERS_MENDED = "letters-mended", "Letters that a wrong encoding had garbled were set right."
    PAGE_UNREADABLE = "page-unreadable", "A page could not be opened and was left out."
    PAGES_MISSING = "pages-missing", "The numbers of pages, printed or kept in the file, have gaps; pages are missing."
    PAGE_REPEATED = "page-repeated", "A page is in the file twice."
    PAGE_OUT_OF_ORDER = (
        "page-out-of-order",
        "A page is not in the place that its number gives, which is printed or kept in the file.",
    )
    TEXT_BREAKS_OFF = (
        "text-breaks-off",
        "The text of a page does not go on at the next one, so that a page may be missing or in another place.",
    )
    RECOGNITION_DOUBTED = (
        "recognition-doubted",
        "Grades, dates or numbers on a page that is a picture were not surely recognised.",
    )
    ATTACHMENTS = "attachments", "The file holds other files, as attachments or inside its pages; they were not read."
    TWO_PAGES_ON_A_SHEET = (
        "two-pages-on-a-sheet",
        "Sheets hold several pages each; their lines may have been read in the wrong order.",
    )
    TEXT_HIDDEN = (
        "text-hidden",
        "The file holds words that nobody sees in it; they were left out, unless the notice says that they were read.",
    )
    TEXT_STRUCK = "text-struck", "Words are struck through in the file; they were read, but may no longer hold."
    COMMENTS_LEFT = (
        "comments-left",
        "People who worked on the file left comments in it; they are no part of the document and were not read.",
    )
    CHANGES_TRACKED = (
        "changes-tracked",
        "The file marks changes that nobody accepted; what they insert was read, what they delete was left out.",
    )
    TEXT_IN_ANNOTATIONS = (
        "text-in-annotations",
        "Words in text boxes, form fields or diagrams lie over a page or sheet; they were not read.",
    )
    PICTURES_LEFT = "pictures-left", "The file holds pictures; words that stand in them were not read."
    TEXT_RECOGNISED = "text-recognised", "The words of a scanned page were recognised by machine and may be wrong."
    TEXT_UNREADABLE = (
        "text-unreadable",
        "Letters of a page cannot be read, because the file does not say which they are.",
    )
    WORDS_LOST = "words-lost", "Some words of the pages are in no part of the reading."
    TEXT_NOT_TAKEN = (
        "text-not-taken",
        "Words of the document are in no record, and are no text that stands in every such document.",
    )
    FOOTNOTES_LEFT = "footnotes-left", "Footnotes that are no standard text are in no record."
    PAGE_WITHOUT_WORDS = (
        "page-without-words",
        "A page holds no words: it shows a picture, or is blank, and nothing on it was read.",
    )
    TEXT_SHORTENED = "text-shortened", "A text was too long and was shortened."
    TABLE_NOT_READ = "table-not-read", "A table was left out, because it is not a kind that the program knows."
    NUMBERS_UNFORMATTED = (
        "numbers-unformatted",
        "A spreadsheet does not tell how it shows its numbers; percentages and dates may be printed as plain numbers.",
    )
    LOOKS_UNKNOWN = (
        "looks-unknown",
        "The format of a spreadsheet does not tell what is hidden or struck through in it, nor its comments.",
    )
    NEWER_VERSION = "newer-version", "The report was read from another file too; that edition is kept and not shown."
    SUPERSEDED = "superseded", "The report is shown as another file has it."
    EDITION_SET_ASIDE = (
        "edition-set-aside",
        "A file says that it is a later edition but was read less well; it is not shown until somebody chooses it.",
    )
    REPORT_REPEATED = "report-repeated", "The file holds the same report more than once; it was counted once."
    FORMS_DIFFER = "forms-differ", "The report was read in two forms, and their words differ in places."
    ADDED_AND_READ = (
        "added-and-read",
        "A record that was added by hand has a number that the reading has too; one of the two may be too many.",
    )
    NEEDS_REVIEW = (
        "needs-review",
        "This reading has a new part and lacks a similar old one; corrections may have to be made again.",
    )

    AUTHORITY_UNKNOWN = (
        "authority-unknown",
        "The document does not say clearly which authority it is about.",
        NoticeGroup.INSPECTION,
    )
    AUTHORITY_FROM_TEXT = (
        "authority-from-text",
        "The cover names no authority; the authority that the text names was used.",
    )
    AUTHORITY_CONTRADICTION = "authority-contradiction", "The document names two authorities that it is about."
    DATES_MISSING = "dates-missing", "The dates of the inspection were not found."
    DATES_UNREADABLE = "dates-unreadable", "The dates of the inspection are printed but could not be read."
    DATES_DOUBTED = (
        "dates-doubted",
        "More or fewer days are printed than were read as dates, or a date is misprinted or does not fit the others.",
    )
    DATES_OUT_OF_ORDER = "dates-out-of-order", "An inspection ends before it begins, or is published before it ends."
    DATES_CONTRADICTION = "dates-contradiction", "The document gives two dates for the same thing."
    FRAMEWORK_UNCLEAR = (
        "framework-unclear",
        "A table names a kind of inspection that is not known, or that did not exist on the day.",
    )
    YEAR_INFERRED = (
        "year-inferred",
        "A date is printed without its year; the year was inferred from the dates around it.",
    )
    PUBLICATION_DATE_MISSING = "publication-date-missing", "The day of publication was not found."
    LEAD_INSPECTOR_MISSING = "lead-inspector-missing", "No lead inspector is named."
    LEAD_INSPECTOR_UNREADABLE = "lead-inspector-unreadable", "The name of the lead inspector could not be read."
    COVER_INCOMPLETE = "cover-incomplete", "Something that every cover of this kind has was not found."
    NOT_ABOUT_CHILDREN = (
        "not-about-children",
        "The paper is not about services for children; no inspection was taken from it.",
    )
    REPORT_WITHOUT_COVER = "report-without-cover", "A report inside a pack of papers has no cover."
    INSPECTION_AMBIGUOUS = (
        "inspection-ambiguous",
        "Several inspections match a statement; it was linked to none of them.",
    )
    CONFLICT = "conflict", "Two documents disagree about a fact of an inspection; both are shown."

    JUDGEMENT_MISSING = (
        "judgement-missing",
        "A judgement that reports of this kind give was not found.",
        NoticeGroup.JUDGEMENTS,
    )
    JUDGEMENT_NOT_IN_TABLE = "judgement-not-in-table", "A judgement is in the text but not in the table of grades."
    JUDGEMENT_WITHOUT_INSPECTION = (
        "judgement-without-inspection",
        "Nothing says which inspection a judgement belongs to; it was left out.",
    )
    GRADE_UNREADABLE = "grade-unreadable", "A grade is printed but could not be read."
    GRADE_CONTRADICTION = "grade-contradiction", "The report gives two grades for the same judgement."
    GRADE_SCALE = "grade-scale", "The legend of the report explains its numbers differently from its framework."
    GRADE_OUTSIDE_SCALE = (
        "grade-outside-scale",
        "The wording is not a grade of the framework; the judgement has no grade.",
    )
    NOT_JUDGED = "not-judged", "The report says that this was not judged."
    NO_OVERALL_JUDGEMENT = (
        "no-overall-judgement",
        "The inspection took place after its framework stopped giving an overall judgement.",
    )
    OVERALL_UNLIKE_PARTS = (
        "overall-unlike-parts",
        "The overall grade differs from the grades of all parts; compare it with the page.",
    )
    DOMAIN_OUTSIDE_FRAMEWORK = (
        "domain-outside-framework",
        "The document reports a judgement on something that its framework does not judge.",
    )
    REPORTED_CONTRADICTION = (
        "reported-contradiction",
        "A paper quotes two grades for one domain of one inspection; both were kept.",
    )
    REPORTED_UNCLEAR = (
        "reported-unclear",
        "A sentence tells of a judgement without clear grade, service or inspection; no grade was taken.",
    )
    REPORTED_UNDATED = "reported-undated", "A report tells the grade of an earlier inspection without its date."

    MISSING_PARAGRAPHS = (
        "missing-paragraphs",
        "Numbers are missing in the sequence of paragraphs.",
        NoticeGroup.PARAGRAPHS,
    )
    DUPLICATE_PARAGRAPH = "duplicate-paragraph", "Two paragraphs have the same number."
    PARAGRAPH_OUT_OF_ORDER = "paragraph-out-of-order", "A paragraph comes after higher numbers."
    TEXT_REPEATED = "text-repeated", "A text stands twice in one section."
    ITEMS_PERHAPS_JOINED = (
        "items-perhaps-joined",
        "A sentence begins in lower case behind the end of another, so that two items may have been read as one.",
    )
    NUMBER_IN_TEXT = "number-in-text", "A missing number seems to be inside the paragraph before it."
    NUMBER_LOST = "number-lost", "A paragraph has lost its number."
    NUMBER_RESTORED = "number-restored", "A number was missing or misread and was restored from the numbers around it."
    NUMBERS_MISSING = "numbers-missing", "Reports of this kind number their paragraphs, but no number was read."
    UNNUMBERED_PARAGRAPH = (
        "unnumbered-paragraph",
        "A paragraph among numbered ones has no number, or one in a list no bullet.",
    )
    SECTION_MISSING = "section-missing", "A section that the report should have was not found."
    HEADING_MISSING = "heading-missing", "Paragraphs begin where a heading should be."
    HEADING_MISSPELT = "heading-misspelt", "A heading is misspelt; it was read as the most similar known heading."
    HEADING_UNKNOWN = "heading-unknown", "A heading is not known; the paragraphs under it were read as findings."
    FINDINGS_MISSING = "findings-missing", "No findings were read."
    ENDING_MISSING = (
        "ending-missing",
        "The text that ends reports of this kind was not found; the document may be cut off.",
    )
    SIGNATURE_MISSING = "signature-missing", "A letter ends without a signature; its end may be missing."
    ANNEX_MISSING = "annex-missing", "An annex that the document names was not found."
    ITEMS_MISSING = "items-missing", "An item of the agenda was not found in the pack."
    LIST_MISSING = "list-missing", "A list that the document should have was not found."
    ANNOUNCED_COUNT = "announced-count", "The document announces a different number of items from the number read."

    RECOMMENDATIONS_MISSING = "recommendations-missing", "No recommendations were read.", NoticeGroup.RECOMMENDATIONS
    SUB_ITEMS_DOUBTED = (
        "sub-items-doubted",
        "Items after a recommendation that is a whole sentence were read as parts of it.",
    )
    FRAME_UNDRAWN = (
        "frame-undrawn",
        "The end of a case study inside a list is not drawn; the item behind it was read as the next of the list.",
    )
    TIMESCALE_OTHER = (
        "timescale-other",
        "Recommendations stand under a time that is none of the timescales; they were read without one.",
    )
    NO_AREAS_FOR_IMPROVEMENT = "no-areas-for-improvement", "The letter names no area for improvement."
    UNRESOLVED_REFERENCE = "unresolved-reference", "A reference points to something that was not found."
    REFERENCE_WITHOUT_NUMBER = "reference-without-number", "A reference has no number, so its target is not known."
    UNKNOWN_RECOMMENDATION = "unknown-recommendation", "An action answers a recommendation that the plan does not have."
    LINK_UNREAD = "link-unread", "The cell that should name the recommendations of an action could not be read."
    RATING_MISSING = (
        "rating-missing",
        "The cell of a rating has no words, or other cells have colours that may rate actions; none was read.",
    )
    RATING_FROM_COLOUR = (
        "rating-from-colour",
        "Ratings of actions stand in colours alone; they were read from the colours of their cells.",
    )

    TABLE_TORN = "table-torn", "A table is broken, so its cells may be in the wrong places.", NoticeGroup.TABLES
    HEADER_MISSING = "header-missing", "A table has no header; that of the next table was used."
    UNKNOWN_COLUMN = "unknown-column", "A column has a header that is not known."
    SHORT_ROW = "short-row", "A row has fewer cells than its header."
    TORN_ROW = "torn-row", "A row does not fit its header and was not read."
    TORN_CELL = "torn-cell", "A cell continues where it should not; its words may belong elsewhere."
    ROW_MENDED = "row-mended", "A row was broken in two and was put together."
    PARAGRAPH_PERHAPS_TORN = (
        "paragraph-perhaps-torn",
        "A paragraph may continue the one above, on its page or the page before; or words in front of it are lost.",
    )
    ROW_PERHAPS_TORN = "row-perhaps-torn", "The first row on a page may continue the last one on the page before."
    REPEATED_STRIP = "repeated-strip", "A row repeats words of the row above; they were left out."
    WORDS_OUTSIDE_TABLE = "words-outside-table", "Words between the rows of a plan belong to no row."
    ACTIONS_MISSING = "actions-missing", "No action of the plan was read."
    ACTIONS_PARTED = "actions-parted", "A row listed several actions; each was read as one."
    ACTIONS_PERHAPS_JOINED = (
        "actions-perhaps-joined",
        "The cell of an action has several paragraphs or items, so that several actions may have been read as one.",
    )
    ACTION_NUMBER_LOST = "action-number-lost", "An action has lost its number."
    ACTION_SEQUENCE = "action-sequence", "Numbers are missing in the sequence of actions."
    DUPLICATE_ACTION = "duplicate-action", "Two actions have the same number."
    APPENDIX_AGREES = "appendix-agrees", "The plan’s own appendix lists the same links as its actions do."
    APPENDIX_DIFFERS = "appendix-differs", "The plan’s own appendix lists different links from its actions."
    APPENDIX_COUNT = "appendix-count", "The plan’s own appendix gives different counts from those read."
    RATING_UNREAD = "rating-unread", "The rating of a risk could not be read."
