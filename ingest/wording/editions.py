"""What a report says of its own edition: that it was amended and when, and the number of its version.

Only a line that says so of the document itself counts: a short line that holds nothing else, or a sentence that begins
with the report as its subject. A sentence about a plan or policy that was revised is about something else.
Inspectorates amend and publish again; "Version 3" and "Last updated" in their reports are of a form or a web page.
"""

import re
from collections.abc import Iterable

from ingest.drafts import EditionDraft, PartialDate
from ingest.wording.dates import find_date, write_out

LONGEST = 160
SECOND = "2"
ORDINALS = {"first": "1", "second": "2", "third": "3", "fourth": "4", "fifth": "5"}

_DONE = r"(?:amended|re-?issued|re-?published|revised|corrected|updated)"
_THING = r"(?:report|letter|document|version|edition|plan|paper)"
_DAY = r"(?P<when>[^.;()]{4,40})"
LINE = re.compile(
    rf"\W*(?:last |{_THING} )?(?:was |has been )?{_DONE}(?: (?:and )?{_DONE})?(?: {_THING})?"
    rf"(?: published| issued)?(?: on| in|[:,–-])? *{_DAY}\W*",
    re.I,
)
"""A line of its own: "Amended 3 May 2023", "Revised version: May 2023"."""
SENTENCE = re.compile(
    rf"\bthis {_THING} (?:was|has been|is) (?:an? )?{_DONE}\b[^.;]{{0,60}}?(?:\bon\b|\bin\b) {_DAY}", re.I
)
AMENDED = re.compile(rf"\W*(?:(?:this is )?an? )?{_DONE} {_THING}\W*", re.I)
NUMBER = re.compile(r"\W*(?:document )?version(?: no\.?| number)?[ :]*v?(?P<number>\d{1,2}(?:\.\d{1,3}){0,2})\W*", re.I)
NAMED = re.compile(
    rf"\W*(?:this is the )?(?P<number>{'|'.join(ORDINALS)}|\d(?=st|nd|rd|th))(?:st|nd|rd|th)? (?:edition|version)\W*",
    re.I,
)


OF_PAGES = re.compile(r"\W*(?:last )?(?:updated|revised)\b(?! version)", re.I)


def find_edition(texts: Iterable[str], by_inspectorate: bool = False) -> EditionDraft | None:
    """The edition that texts of the beginning and the running lines of a report tell; the latest where there are more.

    None where they tell nothing: that is then the first edition. ``by_inspectorate`` tells who wrote the report.
    """
    given = (write_out(text.strip()) for text in texts if len(text) <= LONGEST)
    own = (text for text in given if not (by_inspectorate and (OF_PAGES.match(text) or NUMBER.fullmatch(text))))
    found = [edition for text in own if (edition := _edition(text))]
    return max(found, key=lambda one: (one.amended.iso if one.amended else "", _key(one.number)), default=None)


def _edition(text: str) -> EditionDraft | None:
    match = LINE.fullmatch(text) or SENTENCE.search(text)
    if match and (day := _whole_date(match["when"])):
        return EditionDraft(day, SECOND, text)
    if match := NUMBER.fullmatch(text) or NAMED.fullmatch(text):
        number = match["number"].casefold()
        return EditionDraft(None, ORDINALS.get(number, number), text)
    return EditionDraft(None, SECOND, text) if AMENDED.fullmatch(text) else None


def _whole_date(words: str) -> PartialDate | None:
    """The date that words hold if they hold nothing else."""
    day = find_date(words)
    rest = words.replace(day.printed, "") if day else words
    return day if day and not re.search(r"[A-Za-z0-9]", re.sub(r"^\s*(?:on|in|the)\b", "", rest, flags=re.I)) else None


def _key(number: str) -> tuple[int, ...]:
    return tuple(int(part) for part in number.split("."))
