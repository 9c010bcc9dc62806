from email.message import EmailMessage

import pytest

from ingest.blocks import BlockKind
from ingest.notices import Refused
from ingest.readers import mail, read
from inspections.documents.media_types import MediaType
from inspections.notice_codes import NoticeCode


def message(text: str = "", html: str = "") -> EmailMessage:
    made = EmailMessage()
    made["From"], made["To"], made["Subject"] = "ann@example.org", "ben@example.org", "Plan for Wexcombe"
    if text:
        made.set_content(text)
    if html:
        made.add_alternative(html, subtype="html") if text else made.set_content(html, subtype="html")
    return made


def test_the_words_of_the_message_are_read_and_its_header_is_furniture() -> None:
    document = read(message("Children’s plans are clear.\n").as_bytes())
    assert document.media_type == MediaType.MAIL
    assert [block.text for block in document.blocks if block.kind is not BlockKind.FURNITURE] == [
        "Children’s plans are clear."
    ]
    assert "Subject: Plan for Wexcombe" in [b.text for b in document.blocks if b.kind is BlockKind.FURNITURE]


def test_a_message_that_is_a_web_page_is_read() -> None:
    page = "<html><body><p>" + "Plans are clear and visits are made in time. " * 9 + "</p></body></html>"
    assert "Plans are clear" in read(message(html=page).as_bytes()).blocks[-1].text


PAGE = "<html><head><style>p {color: red}</style></head><body><p>{}</p></body></html>"


@pytest.mark.parametrize(
    ("times", "read_as"), [(3, "Plans are clear and visits are made in time."), (1, "Plans are clear, see below.")]
)
def test_the_web_page_is_read_where_it_says_far_more_than_the_plain_text(times: int, read_as: str) -> None:
    text = "Plans are clear, see below. " * 10
    page = PAGE.replace("{}", "Plans are clear and visits are made in time. " * 6 * times)
    found = read(message(text, page).as_bytes()).blocks
    assert any(block.text.startswith(read_as) for block in found if block.kind is not BlockKind.FURNITURE)
    told = [block.text for block in found if block.place.where == "plain text"]
    assert told == ([text.strip()] if times == 3 else [])


def test_a_mail_without_text_is_refused() -> None:
    made = message()
    made.add_attachment(b"%PDF-1.7", maintype="application", subtype="pdf", filename="a.pdf")
    with pytest.raises(Refused) as caught:
        read(made.as_bytes())
    assert caught.value.notice.code is NoticeCode.EMPTY


def test_attachments_have_their_names_and_logos_are_none() -> None:
    made = message("See the plan.")
    made.add_attachment(b"%PDF-1.7", maintype="application", subtype="pdf", filename="plan £.pdf")
    made.add_attachment(b"\x89PNG", maintype="image", subtype="png", cid="<logo>", disposition="inline")
    made.add_attachment(message("Inner."), filename="inner.eml")
    names = [name for name, _ in mail.attachments(made.as_bytes())]
    assert names == ["plan £.pdf", "inner.eml"]


SAVED = (
    b"From: <Saved by a browser>\r\nSubject: Visits\r\nMIME-Version: 1.0\r\n"
    b'Content-Type: multipart/related; type="text/html"; boundary="b"\r\n\r\n'
    b"--b\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: 8bit\r\n\r\n%b\r\n"
    b"--b\r\nContent-Type: text/css\r\n\r\np {color: red}\r\n--b--\r\n"
)
LONG = "<p>" + "Children’s plans are clear and visits are made in time. " * 9 + "</p>"


@pytest.mark.parametrize(("meta", "encoding"), [("", "utf-8"), ("", "cp1252"), ("<meta charset='cp1252'>", "cp1252")])
def test_a_page_that_was_saved_in_one_file_has_its_own_letters_and_no_attachments(meta: str, encoding: str) -> None:
    saved = SAVED % f"<html><head>{meta}</head><body>{LONG}</body></html>".encode(encoding)
    assert read(saved).blocks[-1].text.startswith("Children’s plans are clear")
    assert mail.attachments(saved) == []


@pytest.mark.parametrize("kind", ["text/plain", "text/plain; charset=us-ascii", "text/plain; charset=unheard-of"])
@pytest.mark.parametrize("encoding", ["utf-8", "cp1252"])
def test_letters_that_a_mail_does_not_name_are_read(kind: str, encoding: str) -> None:
    head = f"From: ann@example.org\r\nSubject: Plan\r\nContent-Type: {kind}\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"
    found = read(head.encode() + "Children’s plans are clear.\r\n".encode(encoding))
    assert found.blocks[-1].text == "Children’s plans are clear."
