"""Which addresses are public, and that a connection is made to the address that was checked."""

from __future__ import annotations

import httpcore
import pytest

from ingest.fetch.network import CheckedNetwork, PrivateAddress, is_public, resolve
from ingest.fetch.timing import Deadline, Timing
from tests.ingest.fetch.server import HERE, MisbehavingServer


@pytest.mark.parametrize(
    "address", ["93.184.216.34", "8.8.8.8", "2606:2800:220:1:248:1893:25c8:1946", "64:ff9b::808:808"]
)
def test_addresses_that_everybody_reaches_are_public(address: str):
    assert is_public(address)


@pytest.mark.parametrize(
    "address",
    [
        *(
            "127.0.0.1",
            "127.8.8.8",
            "10.0.0.1",
            "172.16.0.1",
            "192.168.1.1",
            "169.254.169.254",
            "100.64.0.1",
            "0.1.2.3",
        ),
        *("224.0.0.1", "255.255.255.255", "240.0.0.1", "192.0.2.1", "198.18.0.1", "::1", "::", "fe80::1", "fc00::1"),
        *("fe80::1%eth0", "ff02::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "64:ff9b::7f00:1", "64:ff9b:1::1"),
        *("2002:7f00:1::", "2001::1", "::7f00:1", "fec0::1", "2001:db8::1", "", "localhost"),
    ],
)
def test_all_others_are_not(address: str):
    assert not is_public(address)


def network(*answers: tuple[str, ...], permits=is_public) -> tuple[CheckedNetwork, list[str]]:
    """A network in which a name has these addresses, one answer after the other; and the names that were resolved."""
    waiting, resolved = list(answers), list[str]()

    def resolves(host: str, port: int) -> tuple[str, ...]:
        resolved.append(host)
        return waiting.pop(0)

    deadline = Deadline(Timing())
    deadline.begin(9.0)
    return CheckedNetwork(deadline, resolves, permits), resolved


def test_a_name_with_one_private_address_is_refused_whatever_the_others_are():
    checked, _ = network(("8.8.8.8", "10.0.0.1"))
    with pytest.raises(PrivateAddress, match=r"The host a\.test has the address 10\.0\.0\.1, which is not"):
        checked.connect_tcp("a.test", 80)


def test_without_permission_this_machine_is_never_reached(server: MisbehavingServer):
    with pytest.raises(PrivateAddress):
        CheckedNetwork(Deadline(Timing())).connect_tcp("localhost", server.port)


def test_the_connection_is_made_to_the_address_that_was_checked(server: MisbehavingServer):
    """A name that leads elsewhere when it is asked a second time gains nothing: it is asked once."""
    permitted = {HERE, "192.0.2.1"}.__contains__
    checked, resolved = network((HERE,), ("10.0.0.1",), permits=permitted)
    with_stream = checked.connect_tcp("rebound.test", server.port)
    assert resolved == ["rebound.test"]
    assert with_stream.get_extra_info("server_addr") == (HERE, server.port)
    with_stream.close()
    with pytest.raises(PrivateAddress):
        checked.connect_tcp("rebound.test", server.port)


def test_the_next_address_is_tried_where_nobody_answers(server: MisbehavingServer):
    checked, _ = network(("127.0.0.9", HERE), permits=lambda _: True)
    checked.connect_tcp("a.test", server.port, timeout=1.0).close()
    checked, _ = network(())
    with pytest.raises(httpcore.ConnectError, match="has no address"):
        checked.connect_tcp("a.test", 80)


def test_no_wait_is_longer_than_the_time_for_the_whole(server: MisbehavingServer):
    deadline = Deadline(Timing())
    deadline.begin(9.0)
    stream = CheckedNetwork(deadline, lambda *_: (HERE,), lambda _: True).connect_tcp("a.test", server.port)
    deadline.begin(0.05)
    with pytest.raises(httpcore.ReadTimeout):
        stream.read(1, timeout=5.0)
    with pytest.raises(httpcore.ReadTimeout, match="the whole answer"):
        stream.write(b"x")
    stream.close()


def test_a_name_that_nobody_knows_is_told():
    def unknown(host: str, port: int) -> tuple[str, ...]:
        raise OSError

    with pytest.raises(httpcore.ConnectError, match="is not known"):
        CheckedNetwork(Deadline(Timing()), unknown).connect_tcp("a.test", 80)
    assert HERE in resolve("127.0.0.1", 80)
