"""Addresses with a NUL are not found; text is compressed, images and PDFs are not."""

import pytest
from django.http import Http404, HttpResponse

from inspections.middleware import GZipTextMiddleware, NoNulMiddleware

LONG = b"The council knows its services well. " * 100


@pytest.mark.parametrize("address", ["/reports/%00/", "/search/?q=a%00b", "/search/?%00=a"])
def test_an_address_with_a_nul_is_not_found(rf, address):
    with pytest.raises(Http404):
        NoNulMiddleware(lambda _: HttpResponse())(rf.get(address))


@pytest.mark.parametrize("address", ["/reports/wexcombe/", "/search/?q=0+%30+%2500"])
def test_every_other_address_is_answered(rf, address):
    page = HttpResponse(b"page")
    assert NoNulMiddleware(lambda _: page)(rf.get(address)) is page


@pytest.mark.parametrize(
    ("media_type", "compressed"),
    [("text/html; charset=utf-8", True), ("text/csv", True), ("image/webp", False), ("application/pdf", False)],
)
def test_only_what_is_not_compressed_already_is_compressed(rf, media_type, compressed):
    middleware = GZipTextMiddleware(lambda _: HttpResponse(LONG, content_type=media_type, headers={"ETag": '"tag"'}))
    response = middleware(rf.get("/", headers={"accept-encoding": "gzip"}))
    assert isinstance(response, HttpResponse)
    assert ("Content-Encoding" in response.headers) == compressed
    if not compressed:
        assert response["ETag"] == '"tag"', "the strong tag is kept"
        assert response.content == LONG
