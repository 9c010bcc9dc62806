"""How pages are set and files are written, as made-up PDFs: exactly their known facts are read.

Word processors write the words of a line one by one or letter by letter, in any order; lines are justified, stand far
apart, and carry marks of an agenda. Each case alters the pages of one kind of report, and another kind each time.
"""

from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from random import Random

import pypdfium2
import pytest

from ingest.extract import extract
from inspections.notice_codes import NoticeCode
from inspections.vocabulary import ReadingStatus
from tests import press as printing
from tests.ingest.against_truth import check
from tests.ingest.made import Ilacs, Truth, ilacs
from tests.ingest.made_letters import Jtai, Visit, jtai, visit
from tests.ingest.made_sif import Sif, sif
from tests.press import BULLETS, Look, Press, wrap

Placed = tuple[int, float, float, str, float, bool]
SMALL = replace(Sif(), sizes=(3, 3, 3, 3, 3), board_size=3)


def word_by_word(line: Placed, press: Press) -> list[Placed]:
    layer, x, y, text, size, bold = line
    if text.split(" ")[0] in BULLETS:
        return [line]
    placed = []
    for word in text.split(" "):
        placed.append((layer, x, y, word, size, bold))
        x += printing.width_of(f"{word} ", size, bold)
    return placed


def justified(line: Placed, press: Press) -> list[Placed]:
    """Full lines of the body reach the right edge, with wide spaces between their words."""
    layer, x, y, text, size, bold = line
    words, room = text.split(" "), press.look.right - x - printing.width_of(text, size, bold)
    if words[0] in BULLETS or len(words) < 4 or not 0 < room < 60 or text.endswith("."):
        return [line]
    placed = []
    for word in words:
        placed.append((layer, x, y, word, size, bold))
        x += printing.width_of(f"{word} ", size, bold) + room / (len(words) - 1)
    return placed


def struck_twice(line: Placed, press: Press) -> list[Placed]:
    """Bold type as some printers make it."""
    return [line, (line[0], line[1] + 0.3, *line[2:])] if line[5] else [line]


def altered(made: tuple[Press, Truth], change: Callable[[Placed, Press], list[Placed]]) -> tuple[Press, Truth]:
    press, truth = made
    for page in press.pages:
        page.texts[:] = [placed for line in page.texts for placed in change(line, press)]
    return press, truth


@pytest.mark.parametrize(
    ("made", "change"),
    [(ilacs(Ilacs()), word_by_word), (visit(Visit()), justified), (sif(SMALL), struck_twice)],
    ids=["word by word", "justified", "struck twice"],
)
def test_words_in_every_manner_of_writing(made, change):
    check(altered(made, change))


def test_the_order_of_the_file_is_no_matter():
    press, truth = jtai(Jtai())
    for page in press.pages:
        Random(1).shuffle(page.texts)  # noqa: S311  (chance, not secrecy)
    check((press, truth))


def test_marks_of_an_agenda_around_a_report_are_no_part_of_it():
    press, truth = sif(SMALL)
    for number, page in enumerate(press.pages, 1):
        page.texts += [
            (0, 250, 30, "OFFICIAL - SENSITIVE", 10, True),
            (1, 500, 835, f"Page {number + 46}", 10, True),
            (0, 72, 828, "Wexcombe Council, Scrutiny Committee, 4 March 2024, item 7", 8, False),
        ]
    press.pages[0].texts.append((0, 430, 50, "Appendix 1", 12, True))
    check((press, truth))


@pytest.mark.parametrize("leading", [1.0, 1.5, 2.3])
def test_lines_stand_near_and_far(leading, monkeypatch):
    monkeypatch.setattr(printing, "LEADING", leading)
    check(ilacs(Ilacs()))


def test_paragraphs_are_parted_by_an_indented_first_line_alone(monkeypatch):
    def text(self: Press, text: str, x: float | None = None, **more) -> None:
        if x is not None or more.get("bold") or more.get("size"):
            return plain(self, text, x, **more)
        look = self.look
        first = wrap(text, look.right - look.left - 18, look.size)[0]
        rest = text[len(first) :].strip()
        plain(self, first, look.left + 18, lines=[first], space=0)
        return plain(self, rest, look.left, space=0) if rest else None

    plain = Press.text
    monkeypatch.setattr(Press, "text", text)
    check(visit(Visit()))


@pytest.mark.parametrize("mark", ["{})", "({})", "{}."])
def test_a_list_with_figures_in_a_letter(mark, monkeypatch):
    def item(self: Press, text: str, level: int = 1, **more) -> None:
        self.at(self.look.bullet_x, self.y, mark.format(next(numbers)))
        self.text(text, self.look.bullet_text_x, space=6)

    numbers = iter(range(1, 99))
    monkeypatch.setattr(Press, "item", item)
    press, truth = visit(Visit())
    check((press, replace(truth, numbers=["1", "2", "3"] if mark == "{}." else [])))


def test_a_cover_whose_labels_and_values_are_columns():
    press, truth = ilacs(Ilacs())
    texts = press.pages[0].texts
    x, y = next((x, y) for _, x, y, text, _, _ in texts if text == "Inspection dates:")
    texts.insert(1, (1, x, y - 18, "Published:", 12, True))
    texts.insert(2, (1, x + 112, y - 18, "11 September 2023", 12, False))
    check((press, replace(truth, published="2023-09-11")))


def test_pages_of_a_shorter_paper_and_one_without_words_at_the_end():
    press, truth = sif(replace(SMALL, template="A", look=Look(width=592, height=839, bottom=755)))
    press.turn()
    check((press, truth))


def test_two_pages_on_each_sheet_are_told():
    press, _ = visit(Visit())
    with pypdfium2.PdfDocument(press.bytes()) as single:
        both = pypdfium2.PdfDocument(pypdfium2.raw.FPDF_ImportNPagesToOne(single.raw, 842, 595, 2, 1))
    printed = BytesIO()
    both.save(printed)
    both.close()
    extraction = extract(printed.getvalue())
    assert NoticeCode.TWO_PAGES_ON_A_SHEET in [notice.code for notice in extraction.notices]
    assert extraction.status is ReadingStatus.PARTIAL
