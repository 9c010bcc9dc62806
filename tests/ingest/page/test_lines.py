"""Lines from words: what shares a line, where columns part, and what a line knows of itself."""

import pytest

from ingest.blocks import Box
from ingest.page.lines import make_line, make_lines
from tests.ingest.page.words import line, row, word


def texts(words) -> list[str]:
    return [made.orig for made in make_lines(1, words)]


class TestLine:
    def test_a_small_figure_above_the_line_is_left_out_of_the_text_but_not_of_the_original(self) -> None:
        made = make_line(1, [word("Board", 72), word("1", 102, top=99, size=7, glued=True)])
        assert (made.text, made.orig, made.x1) == ("Board", "Board1", 105.5)

    def test_a_small_figure_on_the_line_is_text(self) -> None:
        assert make_line(1, [word("Grade", 72, size=14), word("4", 115, top=103, size=10)]).text == "Grade 4"

    def test_small_letters_above_the_line_are_text(self) -> None:
        assert make_line(1, [word("Board", 72), word("a", 102, top=99, size=7)]).text == "Board a"

    def test_a_large_bullet_is_no_measure_of_the_line(self) -> None:
        assert (
            make_line(1, [word("\uf06e", 72, top=96, size=20), word("4", 96, top=97, size=12), word("cases", 108)]).text
            == "\uf06e 4 cases"
        )

    def test_the_box_encloses_the_words_but_not_raised_figures_above(self) -> None:
        made = make_line(3, [word("Board", 72), word("met", 110, top=101), word("2", 128, top=95, size=7)])
        assert made.box == Box(3, 72, 100, 131.5, 113)

    def test_the_size_is_that_of_most_letters(self) -> None:
        assert make_line(1, [word("Help", 72, size=14), word("and", 110), word("care", 140)]).size == 12

    def test_a_line_is_bold_when_all_its_words_are_and_dashes_do_not_count(self) -> None:
        bold = make_line(1, [word("Help", 72, bold=True), word("–", 100), word("care", 120, bold=True)])
        assert (bold.bold, bold.strong) == (True, 8)
        partly = make_line(1, [word("Help", 72, bold=True), word("care", 120)])
        assert (partly.bold, partly.strong) == (False, 4)

    def test_a_figure_in_front_may_open_a_footnote_but_does_not_alone(self) -> None:
        assert line("1 Set up under the law.").note == "1"
        assert line("2019 was a year.").note is None
        assert line("1").note is None

    def test_the_width_of_the_first_word_and_the_marker_are_kept(self) -> None:
        made = line("19. Staff")
        assert (made.first_width, made.marker.number) == (18, "19")
        pieces = [
            word("Octo", 72),
            word("ber", 96, glued=True),
            word("2", 114, raised=True, glued=True),
            word("is", 130),
        ]
        assert make_line(1, pieces).first_width == 42

    @pytest.mark.parametrize(
        ("given", "number"),
        [
            ([word("Summary", 72), word("3", 500)], "3"),
            ([word("Summary.......", 72), word("12", 160)], "12"),
            ([word("Summary", 72), word("3", 120)], None),
            ([word("Summary", 72), word("2019", 500)], None),
            ([word("Summary", 72), word("ii", 500)], None),
            ([word("3", 500)], None),
        ],
    )
    def test_a_line_of_contents_ends_with_a_figure_behind_a_gap_or_dots(self, given, number) -> None:
        assert make_line(1, given).page_number == number


class TestRows:
    def test_lines_come_from_the_top_down_and_words_from_left_to_right(self) -> None:
        assert texts([word("below", 72, 130), word("beside", 120, 100), word("first", 72, 100)]) == [
            "first beside",
            "below",
        ]

    def test_words_that_share_more_than_half_their_height_stand_on_one_line(self) -> None:
        assert texts([word("a", 72, 100), word("b", 90, 105.5)]) == ["a b"]
        assert texts([word("a", 72, 100), word("b", 90, 106.5)]) == ["a", "b"]

    def test_the_large_page_number_does_not_join_two_small_lines(self) -> None:
        small = [word("Wexcombe", 72, top=800, size=8), word("May", 72, top=810, size=8)]
        large = word("12", 500, top=799, size=20)
        assert sorted(texts([*small, large])) == ["12", "May", "Wexcombe"]

    def test_a_small_figure_joins_a_line_of_larger_type(self) -> None:
        assert texts([word("Board", 72, size=14), word("1", 114, top=101, size=6)]) == ["Board 1"]

    def test_words_that_touch_are_one_word_unless_the_file_has_a_space(self) -> None:
        assert texts([word("Wex", 72), word("combe", 90.5)]) == ["Wexcombe"]
        assert texts([word("Wex", 72), word("combe", 92)]) == ["Wex combe"]
        assert texts([word("Wex", 72), word("combe", 90.5, spaced=True)]) == ["Wex combe"]
        assert texts([word("Wex.", 72), word("Combe", 96.5)]) == ["Wex. Combe"]


class TestColumns:
    def test_a_wide_gap_parts_columns_which_are_read_one_after_the_other(self) -> None:
        given = [*row("Ofsted", 72, 100), *row("Commission", 320, 100), *row("Leeds", 72, 115), *row("York", 320, 115)]
        assert texts(given) == ["Ofsted", "Leeds", "Commission", "York"]

    def test_a_gap_of_two_and_a_half_times_the_size_parts_nothing(self) -> None:
        assert texts([word("Ofsted", 72), word("Commission", 72 + 36 + 30)]) == ["Ofsted Commission"]
        assert texts([word("Ofsted", 72), word("Commission", 72 + 36 + 32)]) == ["Ofsted", "Commission"]

    def test_the_gap_behind_a_marker_and_before_the_last_figure_parts_nothing(self) -> None:
        assert texts([word("19.", 72), word("Staff", 140)]) == ["19. Staff"]
        assert texts([word("Summary", 72), word("3", 500)]) == ["Summary 3"]

    def test_an_open_column_begins_after_more_than_a_space(self) -> None:
        first = [word("Leads", 72, 100), word("Ofsted", 200, 100)]
        assert texts([*first, word("Commissioners", 72 + 40, 115), word("York", 200.5, 115)])[1:] == [
            "Commissioners",
            "Ofsted",
            "York",
        ]
        assert texts([*first, word("Commissioner", 72, 115), word("of", 200, 115)]) == [
            "Leads",
            "Commissioner",
            "Ofsted",
            "of",
        ]

    def test_a_line_across_both_columns_or_far_below_ends_them(self) -> None:
        columns = [*row("Ofsted", 72, 100), *row("Commission", 320, 100)]
        across = row("One line that is as long as both of the columns together are", 72, 115)
        after = [*row("Leeds", 72, 130), *row("York", 320, 130)]
        assert texts([*columns, *across, *after])[:2] == ["Ofsted", "Commission"]
        assert texts([*columns, *after]) == ["Ofsted", "Leeds", "Commission", "York"]
        far = [*row("Leeds", 72, 140), *row("York", 320, 140)]
        assert texts([*columns, *far]) == ["Ofsted", "Commission", "Leeds", "York"]

    def test_a_value_follows_its_label_where_all_of_the_first_column_are_labels(self) -> None:
        labels = [*row("Published:", 72, 100), *row("Dates:", 72, 118), *row("Lead inspector:", 72, 136)]
        values = [*row("1 May", 240, 99.5), *row("3 to", 240, 117.5), *row("5 April", 240, 126), *row("Jane", 240, 136)]
        together = ["Published:", "1 May", "Dates:", "3 to", "5 April", "Lead inspector:", "Jane"]
        assert texts([*labels, *values]) == together
        unlike = [*row("Published", 72, 100), *labels[1:], *values]
        assert texts(unlike)[:2] == ["Published", "Dates:"]

    def test_a_part_under_no_column_opens_one_in_its_place(self) -> None:
        given = [*row("a", 72, 100), *row("c", 400, 100), *row("b", 200, 115), *row("d", 400, 115)]
        assert texts(given) == ["a", "b", "c", "d"]

    def test_a_page_without_words_has_no_lines(self) -> None:
        assert make_lines(1, []) == []
