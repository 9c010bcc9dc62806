"""Judgements of others than Ofsted's inspectors."""

import pytest

from ingest.wording.earlier.judges import judged_by_others


@pytest.mark.parametrize(
    ("sentence", "by_others"),
    [
        ("The independent chair judged services to be inadequate.", True),
        ("Senior managers had recently graded adoption as good.", True),
        ("Adoption was judged good by the board.", True),
        ("Adoption was judged good by Ofsted.", False),
        ("The mock inspection in 2022 judged services good.", True),
        ("A peer-led review found services to be good.", True),
        ("A peer review found services to be good.", True),
        ("Inspectors and managers judged services to be good.", False),
        ("The inspection judged leaders to be good.", False),
        ("Leaders were judged good.", False),
        ("The board was judged good.", False),
        ("Internal audit found services to be good.", True),
        ("The SEND inspection judged services good.", True),
        ("Ofsted inspected our children's homes and judged leadership good.", True),
        ("The inspection of contact, referral and assessment arrangements judged services good.", True),
        ("The inspection of adoption judged services good.", False),
        ("The inspection of services for children in care judged them good.", False),
    ],
)
def test_only_inspectors_and_ofsted_grade_services(sentence: str, by_others: bool) -> None:
    assert judged_by_others(sentence) is by_others
