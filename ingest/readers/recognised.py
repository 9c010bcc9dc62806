"""Notices about pages whose words were recognised by machine: how sure that is, and which words to look at.

Every page that was recognised gets a warning with the mean of how sure its words are (``text-recognised``). Words that
matter most (grades, and words with figures, as dates and numbers have) are named when they are less sure than ``DOUBT``
(``recognition-doubted``).
"""

import re
from collections.abc import Iterator, Mapping
from statistics import mean

from ingest.notices import NoticeDraft
from ingest.readers.pdfium.recognition import RecognisedPage, tesseract
from inspections.notice_codes import NoticeCode
from inspections.vocabulary import NoticeLevel

DOUBT = 80.0
SHOWN = 8
MATTERS = re.compile(r"\d|outstanding|good|requires|improvement|adequate|inadequate", re.I)
FIGURES = re.compile(r"^[\dOoIlSB.,/()%-]*\d[\dOoIlSB.,/()%-]*$")
"""A word of figures and of letters that look like figures."""


def how_to_recognise() -> str:
    """What to do about a page whose words were not recognised, as a sentence."""
    if tesseract():
        return "No words could be recognised on it. Look whether it is a photograph, or scan it again."
    return "Install Tesseract (package tesseract-ocr) and read it again, or have them recognised by another program."


def check_recognised(pages: Mapping[int, RecognisedPage]) -> Iterator[NoticeDraft]:
    """The notices about pages that were recognised, by their numbers."""
    for number, page in pages.items():
        sure = mean(page.sure) if page.sure else 0.0
        message = (
            f"Page {number} is a picture; its {len(page.words)} words were recognised by machine, with a mean "
            f"confidence of {sure:.0f}%. Compare what was read with the page."
        )
        yield NoticeDraft(NoticeLevel.WARNING, NoticeCode.TEXT_RECOGNISED, message, number)
        doubted = [
            word.text
            for word, one in zip(page.words, page.sure, strict=True)
            if one < DOUBT and (MATTERS.search(word.text) or FIGURES.match(word.text))
        ]
        if doubted:
            named = ", ".join(f"“{word}”" for word in doubted[:SHOWN])
            more = f" and {len(doubted) - SHOWN} more" if len(doubted) > SHOWN else ""
            message = f"On page {number} these grades and figures are not surely recognised: {named}{more}. Check them."
            yield NoticeDraft(NoticeLevel.WARNING, NoticeCode.RECOGNITION_DOUBTED, message, number)
