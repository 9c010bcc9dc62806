import pytest
from lxml import html

from ingest.readers.web_elements import colour_behind, is_dropped, is_inline, is_main, is_running, labels_of, words_of


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("<p>Plans\n are <i>clear</i>.</p>", "Plans are clear."),
        ("<p>Plans<br>visits</p>", "Plans\nvisits"),
        ("<p>Plans<sup>3</sup> are clear</p>", "Plans are clear"),
        ("<p>10<sup>th</sup> of May</p>", "10th of May"),
        ("<p>Plans<span hidden>never</span></p>", "Plans"),
    ],
)
def test_the_words_of_an_element_stand_as_a_browser_prints_them(source: str, words: str) -> None:
    assert words_of(html.fromstring(source)) == words


def test_an_element_of_a_line_that_holds_a_block_is_a_block() -> None:
    assert is_inline(html.fromstring("<b>Plans</b>"))
    assert not is_inline(html.fromstring("<a><div>Plans</div></a>"))


def test_what_is_shown_runs_along_or_is_the_main_part() -> None:
    assert is_dropped(html.fromstring('<div aria-hidden="true">x</div>'))
    assert not is_dropped(html.fromstring("<div>x</div>"))
    assert is_running(html.fromstring('<div role="banner">x</div>'))
    assert is_running(html.fromstring("<div><header>x</header></div>")[0])
    assert not is_running(html.fromstring("<article><header>x</header></article>")[0])
    assert is_main(html.fromstring('<div role="main">x</div>'))


def test_a_form_around_a_whole_page_is_shown() -> None:
    assert not is_dropped(html.fromstring("<form><table><tr><td>Plan</td></tr></table></form>"))
    assert is_dropped(html.fromstring("<form><label>Search</label><input></form>"))


@pytest.mark.parametrize(
    ("inner", "pairs"),
    [
        ("<dt>Lead</dt><dd>Ann</dd>", 1),
        ("<div><dt>Lead</dt><dd>Ann</dd></div><dt>By</dt><dd>May</dd>", 2),
        ("<dt>Lead</dt><dd>Ann</dd><dd>Bob</dd>", 0),
        ("<dd>Ann</dd><dt>Lead</dt>", 0),
        ("", 0),
    ],
)
def test_labels_of_a_list_of_descriptions(inner: str, pairs: int) -> None:
    assert len(labels_of(html.fragment_fromstring(f"<dl>{inner}</dl>"))) == pairs


def test_the_colour_behind_a_cell() -> None:
    def colour(attributes: str) -> str:
        return colour_behind(html.fragment_fromstring(f"<td {attributes}>x</td>", create_parent=False))

    assert colour('style="background-color: #00b050"') == colour('bgcolor="#00B050"') == "00B050"
    assert colour('style="background: rgb(0, 176, 80)"') == "00B050"
    assert (colour('bgcolor="red"'), colour('style="background:#f00"')) == ("FF0000", "FF0000")
    assert (colour('style="background: none"'), colour('bgcolor="#eee"'), colour("")) == ("", "", "")
