import re

import pytest

from findings.interpretation.figures.exclusions import is_excluded


def left_out(text: str) -> bool:
    """Whether the number in square brackets is left out."""
    found = re.search(r"\[(.*?)\]", text)
    assert found is not None
    bare = text.replace("[", "").replace("]", "")
    return is_excluded(bare, found.start(), found.end() - 2)


@pytest.mark.parametrize(
    "text",
    [
        "children aged [16] who move",
        "children aged [five to 16] who move",
        "when they turn [18], they choose",
        "young people over [21] who return",
        "when they turn [21] has changed",
        "support until they are [18] and more",
        "a [12]-year-old girl",
        "until [25] and beyond",
        "those of [16] and over",
        "pupils in Year [11] chose",
        "at key stage [2], results rose",
        "training at level [3] in law",
        "under section [47] of the Act",
        "during the COVID-[19] pandemic",
        "passed [five] or more good GCSEs",
        "closed at [5]pm",
        "a [24]-hour service",
        "[seven] days a week",
        "a [four]-point scale",
        "in the last [12] months",
        "[three] weeks ago",
        "the [three] years following it",
        "[four] inspectors came",
        "[five] of Her Majesty’s people",
        "moved [three] times",
        "on [two] separate occasions",
        "in [five] priority areas",
        "with [six] neighbouring local authorities",
        "a rate per [10,000] children",
        "a [three] year average of days",
        "a [one]-to-one talk",
        "a [two]-way street",
    ],
)
def test_what_is_no_quantity_about_the_authority_is_left_out(text: str) -> None:
    assert left_out(text)


@pytest.mark.parametrize(
    "text",
    [
        "there were [16] children",
        "children over five wait up to [15] months",
        "within [20] miles of the authority",
        "waits of [six] weeks before their plans move on",
        "a [six]-week period of work",
        "[two] cases seen by inspectors",
        "last year [106] requests came",
        "[19] family groups were found",
        "every [6] weeks a worker calls",
        "cleared within [26] weeks",
        "figures reached [26] weeks",
        "shares reached [26]% then",
        "rose to [38] by then",
    ],
)
def test_quantities_stay(text: str) -> None:
    assert not left_out(text)
