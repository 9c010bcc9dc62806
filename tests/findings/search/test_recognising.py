"""Names in what people type become filters where nothing else can be meant, and are offered where it can."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from findings.search.recognising import FilterName, NameUse, Recognition, quoting, recognise, without
from tests.findings.search.test_language import TYPED

NAMES = {
    ("kent",): (FilterName("authority", "kent"),),
    ("east", "kent"): (FilterName("authority", "east-kent"),),
    ("reading",): (FilterName("authority", "reading", NameUse.OFFER),),
    ("reading", "council"): (FilterName("authority", "reading"),),
    ("kingston",): (FilterName("authority", "thames"), FilterName("authority", "hull")),
    ("recommendations",): (FilterName("kind", "recommendation", NameUse.FIRST),),
    ("findings",): (FilterName("kind", "finding", NameUse.ABOUT),),
    ("act", "now"): (FilterName("theme", "act"),),
    ("outstanding",): (FilterName("grade", "outstanding", NameUse.JUDGED),),
    ("judged", "outstanding"): (FilterName("grade", "outstanding"),),
    ("care", "leavers"): (FilterName("theme", "care-leavers", NameUse.OFFER),),
}
CARE_LEAVERS = ("domain care-leavers", "domain children-in-care-and-care-leavers")
YEARS = ("2015", "2018")


def found(text: str) -> Recognition:
    return recognise(text, NAMES, YEARS)


@pytest.mark.parametrize(
    ("typed", "taken", "left"),
    [
        ("kent drift", ["authority kent"], "drift"),
        ("Kent’s drift", ["authority kent"], "drift"),
        ("drift (Kent, Kent)", [], "drift (Kent, Kent)"),
        ("drift in Kent, 2015.", ["authority kent", "year 2015"], "drift"),
        ("drift for the East Kent", ["authority east-kent"], "drift"),
        ("drift AND Kent", ["authority kent"], "drift AND"),
        ("2015 drift 2018", ["year 2015", "year 2018"], "drift"),
        ("drift 2016", [], "drift 2016"),
        ("drift 2015-16", [], "drift 2015-16"),
        ("Together 2015", [], "Together 2015"),
        ("Act 2015 Kent", ["authority kent"], "Act 2015"),
        ("drift -Kent", [], "drift -Kent"),
        ("drift NOT Kent 2015", ["year 2015"], "drift NOT Kent"),
        ("drift NOT -Kent", [], "drift NOT -Kent"),
        ('drift "Kent"', [], 'drift "Kent"'),
        ("drift Kent*", [], "drift Kent*"),
        ("drift (delay OR Kent) 2015", ["year 2015"], "drift (delay OR Kent)"),
        ("east drift kent", ["authority kent"], "east drift"),
        ("what of Kent", ["authority kent"], ""),
        ("Reading council drift", ["authority reading"], "drift"),
        ("recommendations drift", ["kind recommendation"], "drift"),
        ("drift recommendations", [], "drift recommendations"),
        ("findings about drift", ["kind finding"], "about drift"),
        ("findings drift", [], "findings drift"),
        ("drift care leavers outstanding", [*CARE_LEAVERS, "grade outstanding"], "drift"),
        ("drift where care leavers are outstanding", [*CARE_LEAVERS, "grade outstanding"], "drift"),
        ("drift for care leavers judged outstanding", [*CARE_LEAVERS, "grade outstanding"], "drift"),
        ("2015 leadership: outstanding drift", ["year 2015", "domain leadership", "grade outstanding"], "drift"),
        ("drift 2015 outstanding", ["year 2015"], "drift outstanding"),
        ("safeguarding outstanding", [], "safeguarding outstanding"),
        ("outstanding care leavers", [], "outstanding care leavers"),
        ("care leavers drift outstanding", [], "care leavers drift outstanding"),
        ("are outstanding", [], "are outstanding"),
        ("drift since 2018", ["since 2018"], "drift"),
        ("since 2018-06 drift", ["since 2018-06"], "drift"),
        ("since 2018-06-30, drift", ["since 2018-06-30"], "drift"),
        ("since June 2018 drift", ["since 2018-06"], "drift"),
        ("since 3 june 2018 drift", ["since 2018-06-03"], "drift"),
        ("since 31 June 2015 drift", ["year 2015"], "since 31 June drift"),
        ("since then 2015", ["year 2015"], "since then"),
        ("since", [], "since"),
        ("", [], ""),
    ],
)
def test_names_are_taken_and_the_rest_is_left(typed, taken, left):
    result = found(typed)
    assert [f"{one.filter} {one.value}" for one in result.taken] == taken
    assert result.left == left


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("reading skills", ["reading"]),
        ("Kingston drift", ["thames", "hull"]),
        ("drift recommendations", ["recommendation"]),
        ("findings drift", ["finding"]),
        ("outstanding drift", ["outstanding"]),
        ("care leavers drift", ["care-leavers"]),
        ("drift care leavers outstanding", []),
        ("kent drift", []),
        ('"reading" skills', []),
    ],
)
def test_what_can_mean_something_else_is_offered(typed, offered):
    assert [one.value for one in found(typed).offered] == offered


def test_beside_or_nothing_is_taken_and_that_is_told():
    assert found("Kent OR drift") == Recognition((), (), "Kent OR drift", is_beside_or=True)
    assert not found("drift OR delay").is_beside_or


def test_a_name_can_be_left_out_or_put_into_quotation_marks():
    typed = "drift  in Kent, 2015"
    kent, year = found(typed).taken
    assert without(typed, [kent]) == "drift 2015"
    assert without(typed, [kent, year]) == "drift"
    assert quoting(typed, kent) == 'drift  in "Kent", 2015'
    assert not [one for one in found(quoting(typed, kent)).taken if one.filter == "authority"]


# Of random letters none make a name: words of names stand between them, so that some are found.
WORDS_OF_NAMES = st.sampled_from(sorted({word for words in NAMES for word in words} | set(YEARS)))
NAMES_AMONG_OTHERS = st.lists(st.one_of(WORDS_OF_NAMES, WORDS_OF_NAMES, TYPED), max_size=8).map(" ".join)


@given(NAMES_AMONG_OTHERS)
def test_whatever_is_typed_names_lie_inside_it_in_order(typed):
    end = 0
    for one in found(typed).taken:
        assert end <= one.start < one.end <= len(typed)
        assert one.typed in typed[one.start : one.end]
        end = one.end
