"""Lists of grades in papers, an item a passage: what leads to one, and what its items say.

Anywhere an item has a sign between the service and its grade ("Leadership – inadequate"). Behind words that lead to a
list ("The judgements were as follows:"), or behind another item, it needs none, and service and grade may stand in two
passages, one below the other.
"""

import re

from ingest.drafts import InspectionDraft
from ingest.wording.earlier.claims import Claim, Context, listed_in
from ingest.wording.earlier.shapes import LISTED_ALONE, SERVICES
from ingest.wording.earlier.tokens import letters, tokens
from ingest.wording.late import late

LEADS_TO_LIST = re.compile(r"\b(?:judge?ments?|grades|gradings|ratings)\b[^.:;]{0,60}:\s*$", re.I)
HEADS_LIST = re.compile(
    r"\W*(?:(?:the|our|ofsted(?:['’]s)?|inspection|inspectors['’]?|overall|summary of(?: the)?)\s+)*"
    r"(?:judge?ments?|grades|gradings|ratings)(?:\s+(?:of|from|at)\s+(?:the\s+)?(?:ofsted\s+)?inspection)?\W*",
    re.I,
)
"""A heading that is nothing but a name for grades."""
OF_ANOTHER = re.compile(r"\b(?:previous|last|earlier|former|prior|first|other)\b", re.I)
WITHOUT_SIGN = re.compile(rf"(?:{SERVICES}v?G[,&.]?)+")
GRADE_ALONE = re.compile(r"v?G\.?")
SERVICE_ALONE = re.compile(rf"{SERVICES}:?")
BULLET = re.compile(r"^[-–—•▪·*]\s+")
ROW = late(
    r"(?P<row>[A-Z][^.:;!?]{5,110}?\s(?i:outstanding|good|adequate|inadequate|requires improvement(?: to be good)?))\s+"
    r"(?=(?:The|This|These|That|It|They|In|At|On|As|Following|Since|Ofsted|Inspectors|There|Members|We|Our|An?)\s)"
)
"""An item in front of a sentence that stood in the next line, without a full stop between them."""
LONGEST_ITEM = 200
"""Characters of a passage that is an item of a list of grades."""


def _letters(text: str) -> str:
    return letters(tokens(_bare(text))) if len(text) <= LONGEST_ITEM else ""


def _bare(text: str) -> str:
    """A passage without the bullet that a reader left in front of it."""
    return BULLET.sub("", text)


def leads_to_list(text: str) -> bool:
    """Tell whether a passage leads to a list of grades, or is its heading, and names no other inspection for it."""
    leads = LEADS_TO_LIST.search(text) or HEADS_LIST.fullmatch(text)
    return leads is not None and OF_ANOTHER.search(text) is None


def is_grade_alone(text: str) -> bool:
    """Tell whether a passage is nothing but a grade."""
    return GRADE_ALONE.fullmatch(_letters(text)) is not None


def item_claims(text: str, *, in_list: bool = False) -> tuple[Claim, ...]:
    """Return the claims of a text that is nothing but services with their grades."""
    found = _letters(text)
    if not LISTED_ALONE.fullmatch(found) and not (in_list and WITHOUT_SIGN.fullmatch(found)):
        return ()
    claims = listed_in(tokens(_bare(text)), Context())
    return claims if all(subject.domain for claim in claims for subject in claim.subjects) else ()


def item_in_front(text: str) -> tuple[tuple[Claim, ...], str]:
    """The claims of an item of a list that runs into the sentence behind it, and what stands behind the item.

    "Leadership Good The council welcomed this." Without an item no claims, and the text.
    """
    row = ROW.match(text)
    claims = item_claims(row["row"], in_list=True) if row else ()
    return (claims, text[row.end() :]) if row and claims else ((), text)


class ListOfGrades:
    """Where a list of the grades of one inspection is being read."""

    def __init__(self) -> None:
        self._at = -1
        self._about: InspectionDraft | None = None
        self._service = ""

    def is_open(self, index: int, about: InspectionDraft | None) -> bool:
        """Tell whether a passage stands right behind the last item about this inspection, or what led to the list."""
        return self._at == index - 1 and self._about == about

    def whole(self, text: str) -> str:
        """A grade that stands alone, with the service in the passage above it; any other text as it is."""
        return f"{self._service} {_bare(text)}" if self._service and is_grade_alone(text) else text

    def goes_on(self, index: int, about: InspectionDraft | None, text: str = "") -> None:
        """Note that the list goes on behind a passage; one that only names a service waits for its grade."""
        self._at, self._about = index, about
        self._service = text if SERVICE_ALONE.fullmatch(_letters(text)) else ""

    def names_service(self, text: str) -> bool:
        """Tell whether a passage only names a service."""
        return SERVICE_ALONE.fullmatch(_letters(text)) is not None
