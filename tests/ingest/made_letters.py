"""Made-up letters and area SEND reports with the truth about them: focused and monitoring visits, JTAI, SEND."""

from collections.abc import Sequence
from dataclasses import dataclass

from tests.ingest.made import Truth, Words
from tests.press import Look, Press, number_centred

LETTER = Look(footer=number_centred)
SQUARES = Look(bullet="\u25aa", bullet_x=57, bullet_text_x=84, left=57, footer=number_centred)
DAY = "12 March 2025"
OPENING = (
    "This letter summarises the findings of the focused visit to {name} children\u2019s services "
    "on 4 and 5 February 2025. "
    "His Majesty\u2019s Inspectors for this visit were Helen Marlow and Tom Seaton."
)
SECOND = "Inspectors looked at the local authority\u2019s arrangements for children in need."
HEAD = ("Ofsted", "Piccadilly Gate", "Store Street", "Manchester", "www.gov.uk/ofsted", "T 0300 123 1231")


@dataclass(frozen=True)
class Visit:
    """What varies in letters about focused and monitoring visits."""

    look: Look = LETTER
    kind: str = "focused-visit"
    name: str = "Wexcombe"
    la_code: str = "999"
    subject: str = "Focused visit to {name} children\u2019s services"
    opening: str = OPENING
    second: str = SECOND
    started: str = "2025-02-04"
    ended: str = "2025-02-05"
    day: str = DAY
    published: str = "2025-03-12"
    head_last: bool = False
    overview: str | None = "Headline findings"
    improve: str | None = "What needs to improve in this area of social work practice?"
    priority: str | None = None
    priority_prose: bool = False
    findings: str = "Main findings"
    form: str = "prose"
    items: int = 3
    announce: bool = False
    after: bool = False
    improve_last: bool = False
    subheads: bool = False
    seed: int = 3


def visit(v: Visit) -> tuple[Press, Truth]:
    """A letter."""
    press, words = Press(v.look), Words(v.seed)
    truth = Truth(v.kind, v.la_code, v.started, v.ended, v.published, "Helen Marlow")
    if not v.head_last:
        _head(press)
    press.y = 90
    for line in (
        v.day,
        "",
        "Owen Tarrant, Director of Children\u2019s Services",
        f"{v.name} Council",
        "Civic Hall",
        "",
        "Dear Owen",
    ):
        press.text(line, space=2)
    press.y += 10
    press.text(v.subject.format(name=v.name), bold=True)
    press.text(v.opening.format(name=v.name))
    if v.second:
        press.text(v.second)
    if v.head_last:
        _head(press)
    if v.overview:
        press.heading(v.overview, 12)
        for _ in range(2):
            _say(press, truth, words.paragraph())
    number = [0]
    if not v.improve_last:
        _lists(press, truth, words, v, number)
    press.heading(v.findings, 12)
    _visit_findings(press, truth, words, v, number)
    if v.improve_last:
        _lists(press, truth, words, v, number)
    press.text("Ofsted will take what was found into account.")
    press.text("Yours sincerely")
    press.text("Helen Marlow", space=2)
    press.text("His Majesty\u2019s Inspector")
    return press, truth


def _head(press: Press) -> None:
    y = 40.0
    for line in HEAD:
        press.at(430, y, line, size=8)
        y += 10


def _say(press: Press, truth: Truth, text: str) -> None:
    truth.texts.append(text)
    press.text(text)


def _lists(press: Press, truth: Truth, words: Words, v: Visit, number: list[int]) -> None:
    for heading in (v.priority, v.improve):
        if not heading:
            continue
        press.heading(heading, 12)
        if heading is v.priority and v.priority_prose:
            text = words.paragraph(1, 2)
            truth.recommendations.append(text)
            press.text(text)
            continue
        if v.announce:
            press.text("The local authority needs to improve:")
        for _ in range(v.items):
            text = f"{words.phrase()}."
            truth.recommendations.append(text)
            if v.form == "numbered":
                number[0] += 1
                press.numbered(number[0], text)
                truth.numbers.append(str(number[0]))
            else:
                press.item(text)


def _visit_findings(press: Press, truth: Truth, words: Words, v: Visit, number: list[int]) -> None:
    for i in range(9):
        text = words.paragraph()
        if v.subheads and i in (0, 4):
            press.heading("Help at the front door" if i == 0 else "Plans for children", 12)
        if v.form == "numbered":
            number[0] += 1
            press.numbered(number[0], text)
            truth.numbers.append(str(number[0]))
            truth.findings[str(number[0])] = text
        elif v.form == "bullets":
            truth.texts.append(text)
            press.item(text)
        else:
            _say(press, truth, text)


@dataclass(frozen=True)
class Jtai:
    """What varies in letters about joint targeted area inspections."""

    look: Look = LETTER
    new: bool = True
    name: str = "Wexcombe"
    la_code: str = "999"
    subject: str = "Joint targeted area inspection of {name}"
    opening: str = (
        "This letter summarises what a joint targeted area inspection (JTAI) of how agencies answer to children "
        "at risk found in {name}. It took place from 9 to 13 January 2023."
    )
    started: str = "2023-01-09"
    ended: str = "2023-01-13"
    day: str = "27 February 2023"
    published: str = "2023-02-27"
    priority: str | None = None
    improve: str = "What needs to improve?"
    case: bool = False
    subheads: bool = False
    numbered: bool = False
    seed: int = 4


def jtai(v: Jtai) -> tuple[Press, Truth]:
    """A letter of several inspectorates."""
    press, words = Press(v.look), Words(v.seed)
    truth = Truth("jtai", v.la_code, v.started, v.ended, v.published)
    press.text(v.day, space=10)
    press.text(f"Owen Tarrant, Director of Children\u2019s Services, {v.name} Council", space=2)
    press.text("Dear local partnership")
    press.text(v.subject.format(name=v.name), bold=True)
    press.text(v.opening.format(name=v.name))
    number = [0]

    def find(text: str, item: bool = False) -> None:
        truth.texts.append(text)
        if v.numbered:
            number[0] += 1
            truth.findings[str(number[0])] = text
            truth.numbers.append(str(number[0]))
            press.numbered(number[0], text)
        else:
            (press.item if item else press.text)(text)

    def improve(heading: str, count: int = 4) -> None:
        press.heading(heading)
        for i in range(count):
            if v.subheads and i in (0, 2):
                press.heading("Leadership and management" if i else "Identifying risk", 12)
            text = f"{words.phrase()}."
            truth.recommendations.append(text)
            press.item(text)

    if v.new:
        press.heading("Headline findings")
        for _ in range(2):
            find(words.paragraph())
        if v.priority:
            improve(v.priority, 2)
        improve(v.improve)
        press.heading("Strengths")
        for _ in range(5):
            find(words.phrase() + ".", True)
        press.heading("Main findings")
        for _ in range(8):
            find(words.paragraph())
    else:
        for _ in range(3):
            find(words.paragraph())
        press.heading("Key strengths")
        for _ in range(5):
            find(words.phrase() + ".", True)
        if v.case:
            press.room(160)
            press.frame(lambda: _case(press, truth, words))
        improve(v.improve)
        if v.priority:
            improve(v.priority, 2)
    press.heading("Next steps")
    press.text(
        "We have decided that the director should prepare a written statement. This is to be sent by 8 June 2023."
    )
    press.text("Yours sincerely")
    for who in ("Yvette Stand", "Ofsted National Director", "Ursula Gale", "Care Quality Commission"):
        press.text(who, space=2)
    return press, truth


def _case(press: Press, truth: Truth, words: Words) -> None:
    press.text("Case study: highly effective practice", bold=True, space=4)
    text = words.paragraph(2, 2)
    truth.texts.append(text)
    press.text(text)


OUTCOMES = {
    "typically-positive": (
        "The partnership\u2019s arrangements typically lead to positive experiences of children with SEND."
    ),
    "inconsistent": "The partnership\u2019s arrangements lead to inconsistent experiences of children with SEND.",
    "systemic-failings": "Inspectors found widespread and/or systemic failings, which harm children with SEND.",
}
NEXT = {
    "typically-positive": "Inspectors will be back within approximately five years.",
    "inconsistent": "Inspectors will be back within approximately three years.",
    "systemic-failings": "A monitoring inspection will be carried out within approximately 18 months.",
}


@dataclass(frozen=True)
class Send:
    """What varies in area SEND reports."""

    look: Look = SQUARES
    name: str = "Wexcombe"
    la_code: str = "999"
    outcome: str = "inconsistent"
    dates: str = "4 to 8 March 2024"
    started: str = "2024-03-04"
    ended: str = "2024-03-08"
    rows: int = 3
    long: bool = False
    numbered: bool = False
    subs: bool = False
    frame: bool = True
    gap: float = 0
    title: str = "Area SEND inspection of {name} Local Area Partnership"
    seed: int = 5


def send(v: Send) -> tuple[Press, Truth]:
    """An area SEND report."""
    press, words = Press(v.look), Words(v.seed)
    truth = Truth("send", v.la_code, v.started, v.ended, None, "Helen Marlow", {"send-arrangements": v.outcome})
    press.text(v.title.format(name=v.name), size=26)
    press.text(f"Inspection dates: {v.dates}", bold=True)
    press.text("Dates of previous inspection: 2 to 6 October 2017", bold=True)

    def outcome() -> None:
        press.heading("Inspection outcome")
        press.text(OUTCOMES[v.outcome])
        press.text(NEXT[v.outcome])

    press.frame(outcome, 52) if v.frame else outcome()
    press.heading("Information about the local area partnership")
    press.text(f"{v.name} Council and its partners are jointly responsible for the planning of services.")
    press.heading("What is it like to be a child or young person with SEND in Wexcombe?")
    for _ in range(3):
        _say(press, truth, words.paragraph())
    press.heading("What is the area partnership doing that is effective?")
    for _ in range(4):
        text = words.paragraph(1, 2)
        truth.texts.append(text)
        press.item(text)
    press.heading("What does the area partnership need to do better?")
    for _ in range(4):
        text = words.paragraph(1, 2)
        truth.texts.append(text)
        press.item(text)
    press.y += v.gap
    if v.outcome == "systemic-failings":
        press.heading("Areas for priority action")
        rows = [("Leaders at the council and the health board", _row(words, v, i)) for i in range(v.rows)]
        truth.recommendations += [_said(row[1]) for row in rows]
        press.table(rows, (52, 180, 531), header=("Responsible body", "Areas for priority action"), tear=v.long)
    press.heading("Areas for improvement")
    items = [(_row(words, v, i),) for i in range(v.rows)]
    truth.recommendations += [_said(row[0]) for row in items]
    truth.numbers = [str(i + 1) for i in range(v.rows)] if v.numbered else []
    press.table(items, (52, 531), header=("Areas for improvement",), tear=v.long)
    press.heading("Local area partnership details")
    press.table(
        [("Local Authority", "Integrated Care Board"), (f"{v.name} Council", "Vale Health Board")], (52, 300, 531)
    )
    press.heading("Information about this inspection")
    press.text("This inspection was carried out at request of the Secretary of State.")
    press.heading("Inspection team")
    press.table(
        [
            ("Ofsted", "Care Quality Commission"),
            ("Helen Marlow, Ofsted HMI Lead inspector", "Tom Seaton, CQC Lead inspector"),
        ],
        (52, 300, 531),
    )
    return press, truth


def _row(words: Words, v: Send, number: int) -> str:
    text = words.paragraph(5, 7) if v.long else words.sentence()
    if v.subs:
        text += f"\n\u25aa {words.phrase().lower()}; and\n\u25aa {words.phrase().lower()}."
    return f"{number + 1}. {text}" if v.numbered else text


def _said(row: str) -> str:
    """A row as it is to be read: without its number and the marks of its bullets."""
    text = row.replace("\n\u25aa", "")
    return text.split(". ", 1)[1] if text[:1].isdigit() else text


__all__: Sequence[str] = ("Jtai", "Send", "Visit", "jtai", "send", "visit")
