"""Addresses at the desk: what they name, and what they cannot mean."""

from django.http import QueryDict

from findings.desk.addresses import DeskAddress


def read(query: str) -> DeskAddress:
    return DeskAddress.read(7, QueryDict(query))


def test_an_address_names_what_is_open_and_leads_there():
    address = read("page=3&record=annex/para-2&zoom=150")
    assert address == DeskAddress(7, 3, "annex/para-2", 0, "150")
    assert str(address) == "/admin/findings/desk/7/?page=3&record=annex/para-2&zoom=150#annex/para-2"
    assert str(address.at(notice=5)) == "/admin/findings/desk/7/?page=3&notice=5&zoom=150#notice-5"
    assert str(read("")) == "/admin/findings/desk/7/"


def test_what_an_address_cannot_mean_is_left_out():
    for query in ("page=x&zoom=900", "page=-3", "page=99999999", "page=²&notice=1.5"):
        assert read(query) == DeskAddress(7), query


def test_every_zoom_keeps_what_is_open():
    assert [(label, is_now) for label, _, is_now in read("zoom=200").zooms] == [
        ("Fit", False),
        ("150 %", False),
        ("200 %", True),
    ]
    assert [address for _, address, _ in read("record=para-1").zooms] == [
        "/admin/findings/desk/7/?record=para-1#para-1",
        "/admin/findings/desk/7/?record=para-1&zoom=150#para-1",
        "/admin/findings/desk/7/?record=para-1&zoom=200#para-1",
    ]
