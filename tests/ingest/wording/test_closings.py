"""The words with which letters close, and findings that only look like them."""

import pytest

from ingest.wording.closings import OFFICE, VALEDICTION, begins_to_close, closes


@pytest.mark.parametrize(
    "text",
    [
        "Ofsted will take the findings from this visit into account when planning the next one.",
        "Ofsted will consider your plan at the next annual conversation.",
        "Ofsted will take your action plan into account when planning the next visit.",
        "We have notified the Department for Education of this area for priority action.",
        "I have informed the Secretary of State of what we found.",
        "I am copying this letter to the Department. It will be published on our website.",
        "We are also sending a copy of this letter to the chief executive.",
        "This letter will be published on 3 May 2019.",
        "A copy of this letter has been sent to the department.",
        "Thank you for your help during the visit.",
        "I would like to thank you and your staff for the welcome.",
        "Please pass on our thanks to everyone who met us.",
        "If you have any questions about this letter, please write to us.",
        "Please do not hesitate to contact me.",
        "The findings from this focused visit will be used to plan the next inspection.",
        "Ofsted\u2019s next monitoring visit will take place in the spring.",
        "A further monitoring visit is planned for May.",
        "Inspectors will return to look at the homes.",
        "The focus of the next monitoring visit will be agreed with you.",
        "Your sincerely",
        "Yours faithfully",
        "Ofsted, Piccadilly Gate, Store Street, Manchester, M1 2WD",
    ],
)
def test_closing_words_close(text: str) -> None:
    assert closes(text)


@pytest.mark.parametrize(
    "text",
    [
        "Leaders have informed schools of the new number.",
        "The letter to parents is clear and was sent in time.",
        "Children thank their social workers for the time they take.",
        "It is sent to every school on Friday.",
        "We will take up your visits to schools in the report on early help.",
        "Inspectors found that plans are sent to families.",
        "The findings of audits will inform training.",
        "Yours is a service that listens.",
        "The director has notified the minister of the new home.",
        "The next review of each plan will be in May.",
        "A second visit by the nurse is due within a week.",
        "Further visits are planned with the child.",
        "",
    ],
)
def test_findings_with_the_same_words_do_not(text: str) -> None:
    assert not closes(text)


def test_a_text_closes_only_if_each_sentence_does() -> None:
    text = "Thank you for your help. The roof of the children's home at Quay Lane leaks."
    assert begins_to_close(text)
    assert not closes(text)


@pytest.mark.parametrize(
    "text",
    [
        "In the light of what we found, Ofsted will look at the homes again.",
        "Given these failings, the inspectorates will expect a plan from each partner.",
        "Once your plan has been written, we will take account of it.",
        "As set out in the framework, a copy of this letter will be published.",
    ],
)
def test_what_leads_up_to_a_closing_sentence_begins_to_close_and_is_kept(text: str) -> None:
    assert begins_to_close(text)
    assert not closes(text)


@pytest.mark.parametrize(
    "text",
    [
        "In the light of what they found, leaders will look at the homes again.",
        "Given these failings, children will wait.",
        "If children go missing, workers thank their carers for the news.",
    ],
)
def test_findings_that_begin_with_a_clause_do_not_begin_to_close(text: str) -> None:
    assert not begins_to_close(text)


@pytest.mark.parametrize(
    ("words", "known"),
    [
        ("Yours sincerely", True), ("Your sincerely,", True), ("Yours Sincerly", True), ("Yours sincereIy", True),
        ("Kind regards", True), ("With best wishes", True), ("Sincerely,", True), ("Yours truly", True),
        ("Yours sincerely Helen Marlow", True), ("Best wishes for the home are few.", False), ("Yours", False),
        ("Your sincere thanks", True), ("Yours truly are few.", False),
    ],
)  # fmt: skip
def test_valedictions(words: str, known: bool) -> None:
    assert bool(VALEDICTION.match(words)) is known


@pytest.mark.parametrize(
    ("line", "known"),
    [
        ("Her Majesty\u2019s Inspector", True), ("HMI", True), ("Senior HMI", True), ("Regional Director, South", True),
        ("Ofsted Inspector", True), ("Director of Children\u2019s Services", False),
        ("His Majesty\u2019s Inspector saw the home. It was clean.", False),
    ],
)  # fmt: skip
def test_offices_under_a_signature(line: str, known: bool) -> None:
    assert bool(OFFICE.match(line)) is known
