"""The boxes of a record as they are laid over its page."""

from findings.reports.places import PageRectangle, rects_on

WIDTH, HEIGHT = 595.0, 842.0


def test_lines_of_a_paragraph_are_one_box_a_little_wider_than_the_print():
    assert rects_on([[1, 72, 100, 300, 112], [1, 72, 114, 280, 126]], 1, WIDTH, HEIGHT) == (
        PageRectangle(70, 98, 232, 30),
    )


def test_what_stands_apart_has_a_box_of_its_own():
    below: list[float] = [1, 72, 140, 300, 152]
    beside: list[float] = [1, 320, 100, 500, 112]
    above: list[float] = [1, 80, 60, 300, 72]
    for other in (below, beside, above):
        assert len(rects_on([[1, 72, 100, 300, 112], other], 1, WIDTH, HEIGHT)) == 2, other


def test_boxes_of_other_pages_are_left_out_and_none_reaches_over_the_page():
    boxes = [[1, 72, 100, 300, 112], [2, 590, 838, 700, 900], [2, 600, 850, 700, 900]]
    assert rects_on(boxes, 2, WIDTH, HEIGHT) == (PageRectangle(588, 836, 7, 6),)
