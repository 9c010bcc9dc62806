"""Made-up single inspections in all three templates, with the truth about them."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from tests.ingest.made import USUAL_LOOK, Truth, Words, closing, code
from tests.press import Look, Press

CROSS = ("(paragraph 19)", "(paragraphs 20, 21)", "(Para 12)", "(paras. 21 and 22)", "(page 12, paragraph 17)",
         "(pages 13, 31, paragraphs 19, 34)", "(Page 12, paragraph 32. Page 19, paragraph 34)",
         "(paragraphs 22 - 24)")  # fmt: skip
CITED = (("19",), ("20", "21"), ("12",), ("21", "22"), ("17",), ("19", "34"), ("32", "34"), ("22", "23", "24"))
SIF_ROWS = (
    ("1.", "Children who need help and protection", "help-and-protection"),
    ("2.", "Children looked after and achieving permanence", "children-in-care"),
    ("2.1", "Adoption performance", "adoption"),
    ("2.2", "Experiences and progress of care leavers", "care-leavers"),
    ("3.", "Leadership, management and governance", "leadership"),
)
SIF_TITLE = "Inspection of services for children in need of help and protection in one authority"


@dataclass(frozen=True)
class Sif:
    """What varies in single inspections."""

    look: Look = USUAL_LOOK
    name: str = "Wexcombe"
    la_code: str = "999"
    template: str = "C"
    board: bool = True
    grades: tuple[str, ...] = ("Requires improvement", "Good", "Requires improvement", "Good", "Inadequate")
    overall: str = "Children\u2019s services in {name} require improvement to be good"
    overall_grade: str = "requires-improvement"
    lscb: str = "The Local Safeguarding Children Board requires improvement"
    lscb_grade: str = "requires-improvement"
    lscb_on_cover: bool = False
    ordinals: tuple[str, ...] = ("1.", "2.", "2.1", "2.2", "3.")
    dates: str = "14 September to 8 October 2015"
    started: str = "2015-09-14"
    ended: str = "2015-10-08"
    published: str | None = "27 November 2015"
    published_iso: str | None = "2015-11-27"
    bullets_only: bool = False
    framed: bool = False
    cross: bool = False
    tags: bool = False
    contents: bool = True
    sizes: tuple[int, ...] = (12, 12, 5, 5, 10)
    board_size: int = 8
    seed: int = 2


class _Sequence:
    """Counts paragraphs through a report and writes down what is true of each."""

    def __init__(self, press: Press, truth: Truth, words: Words, bullets: bool) -> None:
        self.press, self.truth, self.words, self.bullets = press, truth, words, bullets
        self.number = 0

    def finding(self, extra: str = "") -> None:
        text = self.words.paragraph() + extra
        if self.bullets:
            self.press.item(text)
            self.truth.texts.append(text)
            return
        self.number += 1
        self.truth.findings[str(self.number)] = text
        self.press.numbered(self.number, text)
        self.truth.numbers.append(str(self.number))

    def recommendation(self, extra: str = "") -> None:
        text = f"{self.words.phrase()}{extra}."
        self.truth.recommendations.append(text)
        if self.bullets:
            self.press.item(text)
            return
        self.number += 1
        self.press.numbered(self.number, text)
        self.truth.numbers.append(str(self.number))


def sif(v: Sif) -> tuple[Press, Truth]:
    """A single inspection of template A, B or C."""
    words, press = Words(v.seed), Press(v.look)
    truth = Truth("sif", v.la_code, v.started, v.ended, v.published_iso, "Robin Pell")
    run = _Sequence(press, truth, words, v.bullets_only)
    _sif_cover(press, v, truth)
    if v.template == "C":
        press.heading("Executive summary")
        for _ in range(3):
            _prose(press, truth, words)
    if v.contents:
        _sif_contents(press, v)
    {"A": _sif_a, "B": _sif_b, "C": _sif_c}[v.template](press, v, run)
    press.heading("Information about this inspection")
    press.text("Robin Pell and three others read files in Wexcombe and listened to families there.")
    press.heading("The inspection team", 12)
    press.text("Lead inspector: Robin Pell", space=4)
    press.text("Deputy lead inspector: Ann Marsh", space=4)
    press.text("Team inspectors: Tom Seaton, Helen Marlow")
    closing(press)
    return press, truth


def _prose(press: Press, truth: Truth, words: Words) -> None:
    text = words.paragraph(3, 4)
    truth.texts.append(text)
    press.text(text)


def _sif_cover(press: Press, v: Sif, truth: Truth) -> None:
    press.text(v.name, size=26, space=10)
    press.text(SIF_TITLE, size=16, bold=True, space=6)
    if v.board:
        press.text("and", space=6)
        press.text("Review of the effectiveness of the Local Safeguarding Children Board1", size=16, bold=True)
    press.text(f"Inspection date: {v.dates}", bold=True)
    if v.published:
        press.text(f"Report published: {v.published}", bold=True)
    overall = v.overall.format(name=v.name)
    press.table([(overall,)], (66, 531), bold=True)
    press.y -= 24
    rows = [(o, d, g) for o, (_, d, _), g in zip(v.ordinals, SIF_ROWS, v.grades, strict=True)]
    press.table(rows, (66, 110, 350, 531), bold=True, centred=True, offsets=(0, 0, 8, 8, 0))
    truth.grades = {"overall-effectiveness": v.overall_grade}
    truth.grades |= {domain: code(grade) for (_, _, domain), grade in zip(SIF_ROWS, v.grades, strict=True)}
    if v.board:
        truth.grades["lscb"] = v.lscb_grade
        if v.lscb_on_cover:
            press.table([(v.lscb,)], (66, 531), bold=True)


def _sif_contents(press: Press, v: Sif) -> None:
    press.turn()
    press.heading("Contents")
    names = ["The local authority", "Recommendations", "Children who need help and protection", "The inspection team"]
    for i, name in enumerate(names):
        press.at(72, press.y, name)
        press.at(515, press.y, str(i + 4))
        press.y += 18
    press.turn()


def _sections(press: Press, v: Sif, run: _Sequence, summary: bool) -> None:
    for (_, domain, _), grade, size in zip(SIF_ROWS, v.grades, v.sizes, strict=True):
        if domain == "Adoption performance":
            press.text(f"The graded judgement for adoption performance is that it {_verb(grade)}.", bold=True)
        elif domain.startswith("Experiences"):
            press.text(f"The graded judgement for care leavers is that it {_verb(grade)}.", bold=True)
        elif v.template == "A":
            press.turn()
            press.table([("Key judgement", "Judgement grade"), (domain, grade)], (66, 350, 531), bold=True)
        else:
            press.turn()
            lowered = domain[0].lower() + domain[1:]
            heading = f"The experiences and progress of {lowered}" if domain[0] == "C" else domain
            press.table([(heading, grade)], (66, 350, 531), bold=True, size=14)
        if summary and domain[0] in "CL":
            texts = [run.words.paragraph() for _ in range(2)]
            run.truth.texts += texts
            press.frame(partial(_framed, press, texts))
            press.heading("Inspection findings", 12)
        for number in range(size):
            run.finding(
                " (Recommendation)"
                if v.tags and number % 4 == 1
                else " (recommendation 4)"
                if v.tags and number % 4 == 3
                else ""
            )


def _framed(press: Press, texts: Sequence[str]) -> None:
    press.text("Summary", bold=True, space=4)
    for text in texts:
        press.text(text)


def _verb(grade: str) -> str:
    return grade.lower() if grade.lower().startswith("require") else f"is {grade.lower()}"


_AS_SENTENCE = {
    "requires-improvement": "requires improvement and is not yet good",
    "good": "is good",
    "inadequate": "is inadequate",
    "outstanding": "is outstanding",
}


def _sif_a(press: Press, v: Sif, run: _Sequence) -> None:
    press.heading("Section 1: the local authority", 18)
    press.heading("Summary of key findings", 16)
    press.text(f"This local authority {_AS_SENTENCE[v.overall_grade]} because", bold=True)
    for _ in range(5):
        run.finding()
    press.heading("The local authority has the following strengths", 12)
    for _ in range(3):
        run.finding()
    press.heading("What does the local authority need to improve?", 14)
    press.heading("Priority and immediate action", 12)
    for _ in range(2):
        run.recommendation()
    press.heading("Areas for improvement", 12)
    for _ in range(4):
        run.recommendation()
    press.heading("Information about this local authority area", 14)
    press.heading("Children living in this area", 12)
    press.item("Some 60,000 children live in the area.")
    press.turn()
    press.heading("Inspection judgements about the local authority", 18)
    _sections(press, v, run, False)
    press.turn()
    press.heading("What the inspection judgements mean: the local authority", 14)
    press.text("An outstanding local authority leads highly effective services for its children.")
    if v.board:
        press.turn()
        press.heading("Section 2: The effectiveness of the Local Safeguarding Children Board", 18)
        _board_sentence(press, v)
        press.heading("What does the LSCB need to improve?", 14)
        press.heading("Areas for improvement", 12)
        for _ in range(3):
            run.recommendation()
        press.heading("Inspection judgement about the LSCB", 14)
        for _ in range(v.board_size):
            run.finding()


def _sif_b(press: Press, v: Sif, run: _Sequence) -> None:
    press.heading("The local authority", 16)
    press.heading("Summary of findings")
    _prose(press, run.truth, run.words)
    press.heading("What does the local authority need to improve?")
    press.heading("Priority and immediate action", 12)
    for _ in range(2):
        run.recommendation()
    press.heading("Areas for improvement", 12)
    for _ in range(4):
        run.recommendation()
    press.heading("The local authority\u2019s strengths")
    for _ in range(3):
        run.finding()
    press.heading("Progress since the last inspection")
    run.finding()
    press.heading("Summary for children and young people")
    press.item("Young people told us that they are listened to.")
    press.heading("Inspection judgements about the local authority", 16)
    _sections(press, v, run, False)
    press.turn()
    press.heading("What the inspection judgements mean: the local authority", 14)
    press.text("An outstanding local authority leads highly effective services for its children.")
    if v.board:
        press.turn()
        press.heading("The Local Safeguarding Children Board (LSCB)", 16)
        press.heading("Summary of findings")
        _board_sentence(press, v)
        press.heading("What does the LSCB need to improve?")
        for _ in range(3):
            run.recommendation()
        press.heading("The LSCB\u2019s strengths")
        for _ in range(2):
            run.finding()
        press.heading("Inspection judgement about the LSCB")
        for _ in range(v.board_size):
            run.finding()


def _sif_c(press: Press, v: Sif, run: _Sequence) -> None:
    press.heading("The local authority", 16)
    press.heading("Information about this local authority area2", 14)
    press.heading("Previous Ofsted inspections", 12)
    press.item("The previous inspection of the area was in the spring of 2012.")
    press.heading("Children living in this area", 12)
    press.item("Some 60,000 children live in the area.")

    def recommend() -> None:
        press.heading("Recommendations")
        for i in range(len(CROSS) if v.cross else 5):
            run.recommendation(f" {CROSS[i]}" if v.cross else "")

    press.turn()
    press.frame(recommend) if v.framed else recommend()
    press.heading("Summary for children and young people")
    press.item("Young people told us that they are listened to.")
    _sections(press, v, run, True)
    if v.board:
        press.turn()
        press.heading("The Local Safeguarding Children Board (LSCB)", 16)
        press.table([(v.lscb,)], (66, 531), bold=True, size=14)
        press.heading("Executive summary")
        _prose(press, run.truth, run.words)
        press.heading("Recommendations")
        for _ in range(3):
            run.recommendation()
        press.heading("Inspection findings \u2013 the Local Safeguarding Children Board")
        for _ in range(v.board_size):
            run.finding()
    press.turn()


def _board_sentence(press: Press, v: Sif) -> None:
    press.table([(v.lscb,)], (66, 531), bold=True, size=14)
