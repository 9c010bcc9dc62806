"""Where a request came from: our own proxies are believed, whatever stands in front of them is not."""

import pytest

from inspections.accounts.addresses import UNKNOWN, client_address

PROXY = "10.0.0.1"


@pytest.mark.parametrize(
    ("proxies", "told", "address"),
    [
        (0, "", PROXY),
        (0, "203.0.113.9", PROXY),
        (1, "203.0.113.9", "203.0.113.9"),
        (1, "198.51.100.7, 203.0.113.9", "203.0.113.9"),
        (2, "198.51.100.7, 203.0.113.9, 10.0.0.2", "203.0.113.9"),
        (2, "203.0.113.9", PROXY),
        (1, "", PROXY),
        (1, "nonsense", PROXY),
        (1, "203.0.113.9:4711", "203.0.113.9"),
        (1, "[2001:db8::1]:443", "2001:db8::1"),
        (1, "2001:DB8:0::1", "2001:db8::1"),
    ],
)
def test_as_many_entries_are_believed_as_there_are_proxies(rf, settings, proxies, told, address):
    settings.TRUSTED_PROXIES = proxies
    headers = {"x-forwarded-for": told} if told else {}
    assert client_address(rf.get("/", REMOTE_ADDR=PROXY, headers=headers)) == address


def test_a_server_on_a_socket_has_no_address_to_tell(rf):
    assert client_address(rf.get("/", REMOTE_ADDR="")) == UNKNOWN
