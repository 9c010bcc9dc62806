"""What a pronoun may mean beside the services that have judgements."""

import pytest

from ingest.wording.earlier.pronouns import may_mean_another
from ingest.wording.earlier.tokens import tokens


@pytest.mark.parametrize(
    ("in_front", "may"),
    [
        # a part of the services without a judgement of its own
        ("Early help grew", True),
        ("The council changed the front door", True),
        # no service: what stands at the head
        ("Plans grew", True),
        ("The response to children in Kent grew", True),
        ("Much progress has been made", False),
        ("This is the third visit", False),
        ("Children have done well", False),
        ("They have been rebuilt by leaders", False),
        ("Kent has changed its plans", False),
        # a service that is narrowed
        ("Services for residents grew", True),
        ("Services for families grew", False),
        ("Adoption for residents grew", False),
        ("The council's response grew", True),
        ("The council's performance grew", False),
        ("The council's work on neglect grew", True),
        ("Oversight of adoption grew", True),
        ("The quality of adoption grew", False),
        ("Leaders have changed adoption", False),
    ],
)
def test_a_pronoun_may_mean_what_no_domain_names(in_front: str, may: bool) -> None:
    (pronoun,) = tokens("it")
    assert may_mean_another(pronoun, tokens(in_front)) is may


def test_this_and_these_mean_what_was_named_last() -> None:
    this, it = tokens("this was")[0], tokens("it was")[0]
    for sentence, may in (
        ("The council changed its plans", True),
        ("The council", False),
        ("Adoption has plans", False),
    ):
        assert may_mean_another(this, tokens(sentence)) is may
        assert not may_mean_another(it, tokens(sentence))
