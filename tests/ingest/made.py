"""Made-up reports of each graded kind with the truth about them, for tests of every printed variant.

The words are invented. The reports vary as real reports do: in the wording of grades and headings, order, numbering
and margins.
"""

from dataclasses import dataclass, field
from random import Random

from inspections.reference.tables import framework_domains
from tests.press import Look, Press

WHO = (
    "Social workers",
    "Managers",
    "Personal advisers",
    "Foster carers",
    "Senior leaders",
    "Partners",
    "Family workers",
)
DOES = (
    "know the children they work with well", "plan visits with care", "record what they see clearly",
    "listen to what families tell them", "do not always act soon enough", "share what they learn with schools",
    "meet every month to look at what has changed", "have a long-standing and well-understood plan",
)  # fmt: skip
WHY = (
    "so that help comes at the right time", "because workloads have come down since the spring",
    "and this makes a real difference to brothers and sisters", "although a few plans are still too long",
    "and most children, including those aged 16- and 17-years-old, can say what will happen next",
    "which is a marked change from two years ago", "even where several agencies are involved",
)  # fmt: skip


class Words:
    """Invented sentences; the same seed gives the same words."""

    def __init__(self, seed: int = 1) -> None:
        self._random = Random(seed)  # noqa: S311  (chance, not secrecy)
        self._phrases = [f"The way in which {who.lower()} {does}" for who in WHO for does in DOES]
        self._random.shuffle(self._phrases)

    def sentence(self) -> str:
        """One sentence."""
        return f"{self._random.choice(WHO)} {self._random.choice(DOES)}, {self._random.choice(WHY)}."

    def paragraph(self, low: int = 2, high: int = 4) -> str:
        """Some sentences."""
        return " ".join(self.sentence() for _ in range(self._random.randint(low, high)))

    def phrase(self) -> str:
        """A phrase for a list, without an end mark, and another each time: lists do not repeat themselves."""
        return self._phrases.pop()


@dataclass
class Truth:
    """What must be read from a made-up report: ``numbers`` are those of findings, ``texts`` all body texts in it."""

    kind: str
    la_code: str = "999"
    started: str | None = None
    ended: str | None = None
    published: str | None = None
    lead: str | None = None
    grades: dict[str, str | None] = field(default_factory=dict)
    numbers: list[str] = field(default_factory=list)
    recommendations: list[str] = field(default_factory=list)
    findings: dict[str, str] = field(default_factory=dict)
    texts: list[str] = field(default_factory=list)


USUAL_LOOK = Look()
CODES = {"good": "good", "outstanding": "outstanding", "inadequate": "inadequate", "not judged": None}


def code(wording: str) -> str | None:
    """The code of a grade in any printed wording."""
    bare = wording.casefold().strip(" .")
    return "requires-improvement" if bare.startswith("require") else CODES[bare]


WORDINGS = {one.domain: one.wording for one in framework_domains() if one.framework == "ilacs"}
LEADERS, HELP, CARE, LEAVERS, BOTH = (
    WORDINGS[domain]
    for domain in (
        "leadership", "help-and-protection", "children-in-care", "care-leavers", "children-in-care-and-care-leavers",
    )
)  # fmt: skip
DOMAINS = {
    LEADERS: "leadership", HELP: "help-and-protection", CARE: "children-in-care", LEAVERS: "care-leavers",
    BOTH: "children-in-care-and-care-leavers",
}  # fmt: skip


@dataclass(frozen=True)
class Ilacs:
    """What varies in ILACS reports."""

    look: Look = USUAL_LOOK
    name: str = "Wexcombe"
    la_code: str = "999"
    cover: str = "wide"
    five: bool = True
    grades: tuple[str, ...] = ("Good", "Requires improvement to be good", "Good", "Outstanding", "Good")
    shape: str = ": {grade}"
    lower: bool = True
    improve: str | None = "What needs to improve?"
    items: int = 4
    item_texts: tuple[str, ...] = ()
    dates: str = "17 to 28 July 2023"
    started: str = "2023-07-17"
    ended: str = "2023-07-28"
    lead: str = "Jane Whitlow, His Majesty\u2019s Inspector"
    lead_name: str = "Jane Whitlow"
    sizes: tuple[int, ...] = (13, 9, 8, 6)
    centred: bool = True
    wrapped: bool = False
    dot_after_domain: bool = False
    running: bool = False
    seed: int = 1


def ilacs(v: Ilacs) -> tuple[Press, Truth]:
    """An ILACS report."""
    words, truth = Words(v.seed), Truth("ilacs", v.la_code, v.started, v.ended, None, v.lead_name)
    press = Press(v.look)
    _ilacs_cover(press, v)
    domains = [LEADERS, HELP, CARE, LEAVERS] if v.five else [LEADERS, HELP, BOTH]
    rows = [
        (d + ("." if v.dot_after_domain else ""), g)
        for d, g in zip([*domains, "Overall effectiveness"], v.grades, strict=False)
    ]
    press.table([("Judgement", "Grade"), *rows], (66, 380, 531), bold=False, centred=v.centred)
    for domain, grade in zip([*domains, "Overall effectiveness"], v.grades, strict=False):
        truth.grades[DOMAINS.get(domain, "overall-effectiveness")] = code(grade)
    for _ in range(3):
        text = words.paragraph(3, 5)
        truth.texts.append(text)
        press.text(text)
    if v.improve:
        press.heading(v.improve)
        for text in [*v.item_texts, *(words.phrase() + "." * (i % 2) for i in range(v.items))]:
            truth.recommendations.append(text)
            press.item(text)
    number = 0
    for domain, count in zip([*domains[1:], LEADERS], v.sizes, strict=False):
        grade = v.grades[domains.index(domain)]
        printed = grade.lower() if v.lower else grade
        heading = domain + v.shape.format(grade=printed)
        cut = heading.split(" ")
        press.heading(heading, lines=[" ".join(cut[:7]), " ".join(cut[7:])] if v.wrapped else None)
        for _ in range(count):
            number += 1
            text = words.paragraph()
            truth.findings[str(number)] = text
            press.numbered(number, text)
    closing(press)
    truth.numbers = [str(n) for n in range(1, number + 1)]
    return press, truth


def _ilacs_cover(press: Press, v: Ilacs) -> None:
    if v.cover == "wide":
        press.text(f"Inspection of {v.name} local authority children\u2019s services", size=26, space=16)
    elif v.cover == "straight":
        press.text(f"Inspection of {v.name} local authority children's services", size=26, space=16)
    elif v.cover == "social":
        press.text(v.name, size=16, bold=True, space=4)
        press.text("Inspection of children\u2019s social care services", bold=True, space=16)
    elif v.cover == "council":
        press.text(f"Inspection of {v.name} children\u2019s services", size=26, space=16)
    else:
        press.text(v.name, size=16, bold=True, space=4)
        press.text("Inspection of local authority children\u2019s services", bold=True, space=16)
    _label(press, "Inspection dates:", v.dates)
    _label(press, "Lead inspector:", v.lead)


def _label(press: Press, label: str, value: str) -> None:
    press.room(0)
    press.at(press.look.left, press.y, label, bold=True)
    press.text(value, x=press.look.left + 112, space=6)


def closing(press: Press) -> None:
    """The text with which Ofsted closes its reports, on a page of its own."""
    press.turn()
    press.text(
        "The Office for Standards in Education, Children\u2019s Services and Skills (Ofsted) regulates and inspects to "
        "achieve excellence.", size=10,
    )  # fmt: skip
