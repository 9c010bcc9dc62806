"""Addresses with a NUL are not found, long ones refused; text is compressed, images and PDFs are not."""

from typing import Any

import pytest
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotAllowed

from inspections.caching.revision import current_revision
from inspections.middleware import (
    MOST_CHARACTERS,
    MOST_PARAMETERS,
    BoundedQueryMiddleware,
    GZipTextMiddleware,
    NoNulMiddleware,
    OneRevisionMiddleware,
    OnlyReadMiddleware,
)

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


def echo(request: HttpRequest) -> HttpResponse:
    return HttpResponse(request.GET.urlencode())


def asked(rf, query: str) -> Any:
    return BoundedQueryMiddleware(echo)(rf.get(f"/judgements/?{query}"))


def test_an_address_may_have_as_many_parameters_and_characters_as_are_told_and_no_more(rf):
    query = "&".join(f"year={number}" for number in range(MOST_PARAMETERS))
    assert asked(rf, query).content.decode() == query
    refused = asked(rf, f"{query}&year=x")
    assert refused.status_code == 400
    assert f"{MOST_PARAMETERS} parameters" in refused.content.decode()
    assert asked(rf, "q=" + "x" * (MOST_CHARACTERS - 2)).status_code == 200
    assert asked(rf, "q=" + "x" * (MOST_CHARACTERS - 1)).status_code == 400


def test_parameters_that_are_repeated_with_the_same_value_are_folded(rf):
    assert asked(rf, "grade=good&q=&" + "grade=good&" * MOST_PARAMETERS).content == b"grade=good&q="


def test_an_empty_405_gets_a_page_and_keeps_the_methods_that_are_allowed(rf):
    response: Any = OnlyReadMiddleware(lambda _: HttpResponseNotAllowed(["GET", "HEAD"]))(rf.post("/about/"))
    assert response.status_code == 405
    assert response.headers["Allow"] == "GET, HEAD"
    assert "can only be read" in response.content.decode()
    spoken = HttpResponse("as is", status=405)
    assert OnlyReadMiddleware(lambda _: spoken)(rf.post("/about/")) is spoken


@pytest.mark.django_db
@pytest.mark.parametrize(("method", "queries"), [("get", 1), ("head", 1), ("post", 2)])
def test_what_only_reads_asks_for_the_revision_once(rf, django_assert_num_queries, method, queries):
    current_revision()

    def answer(request: HttpRequest) -> HttpResponse:
        current_revision()
        return HttpResponse(current_revision())

    with django_assert_num_queries(queries):
        OneRevisionMiddleware(answer)(getattr(rf, method)("/"))
