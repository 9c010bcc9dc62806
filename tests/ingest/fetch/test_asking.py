"""One address of a server that misbehaves in every way: what comes of it, and how often it is asked."""

from __future__ import annotations

import gzip
import threading
import tracemalloc
import zlib
from collections.abc import Callable, Iterable
from hashlib import sha256
from pathlib import Path

import pytest

from ingest.fetch.asking import TOO_SLOW, Answered, ask
from ingest.fetch.client import PoliteClient
from ingest.fetch.download import DENSE, EMPTY, PartialFile, WantedFile
from ingest.fetch.kinds import A_PAGE
from ingest.fetch.limits import FetchLimits
from ingest.fetch.pace import HostPaused
from ingest.fetch.sources import FetchSource
from inspections.vocabulary import AddressState as State
from tests.ingest.fetch.conftest import Clock
from tests.ingest.fetch.server import FILES, PAGES, Asked, MisbehavingServer, page, pdf, reply

MOST = 1 << 20
Ask = Callable[..., Answered]


@pytest.fixture
def asking(fetcher: PoliteClient, source: Callable[..., FetchSource], tmp_path: Path) -> Ask:
    def asks(address: str, most: int = MOST, types: Iterable[str] = ("pdf",), **conditions: str) -> Answered:
        wanted = WantedFile(frozenset(types), most)
        given = {name.replace("_", "-"): value for name, value in conditions.items()}
        return ask(fetcher, source(), address, PartialFile(tmp_path, address), wanted, conditions=given)

    return asks


def test_a_file_is_taken_whole_with_its_headers_and_its_hash(asking: Ask, server: MisbehavingServer):
    address = server.at("/a.pdf", reply(200, pdf(), ETag='"1"', Set_Cookie="secret=1", Content_Type="application/pdf"))
    found = asking(address)
    assert (found.state, found.status, found.url) == (State.FETCHED, 200, address)
    assert found.taken.sha256 == sha256(pdf()).hexdigest()
    assert found.taken.path.read_bytes() == pdf()
    assert found.header("etag") == '"1"'
    assert "secret" not in str(found.headers)
    assert [one.path for one in server.asked] == ["/robots.txt", "/a.pdf"]
    assert all("(+team@example.org)" in one.headers["user-agent"] for one in server.asked)


@pytest.mark.parametrize(
    ("status", "state"),
    [(404, State.MISSING), (410, State.GONE), (403, State.FAILED), (204, State.FAILED), (304, State.FAILED)],
)
def test_an_answer_that_is_no_file_is_asked_for_once(asking: Ask, server: MisbehavingServer, status, state):
    found = asking(server.at("/a.pdf", reply(status)))
    assert (found.state, found.message) == (state, f"The server answered {status}.")
    assert server.times() == {"/a.pdf": 1}


def test_what_has_not_changed_is_not_sent_again(asking: Ask, server: MisbehavingServer):
    address = server.at("/a.pdf", reply(304, ETag='"1"'))
    assert asking(address, If_None_Match='"1"').state is State.UNCHANGED
    assert server.asked[-1].headers["if-none-match"] == '"1"'


def test_a_fault_of_the_server_that_goes_away_is_waited_for(asking: Ask, server: MisbehavingServer, clock: Clock):
    address = server.at("/a.pdf", reply(500), reply(503, Retry_After="7"), reply(200, pdf()))
    assert asking(address).state is State.FETCHED
    assert server.times() == {"/a.pdf": 3}
    assert 7.0 in clock.waits, "Retry-After is obeyed"


def test_a_fault_that_stays_is_asked_three_times_and_told(asking: Ask, server: MisbehavingServer):
    found = asking(server.at("/a.pdf", reply(502)))
    assert (found.state, found.message) == (State.FAILED, "The server answered 502.")
    assert server.times() == {"/a.pdf": 3}


@pytest.mark.parametrize("after", ["7200", "Sun, 27 Nov 2125 10:00:00 GMT"])
def test_a_server_that_wants_to_be_left_alone_for_long_is(asking: Ask, server: MisbehavingServer, after):
    with pytest.raises(HostPaused, match="asked to be left alone") as caught:
        asking(server.at("/a.pdf", reply(429, Retry_After=after)))
    assert caught.value.seconds >= 7200
    assert server.times() == {"/a.pdf": 1}


def test_an_endless_body_is_cut_at_the_largest_size(asking: Ask, server: MisbehavingServer, tmp_path: Path):
    def endless(asked: Asked) -> Iterable[bytes]:
        yield b"HTTP/1.1 200 OK\r\n\r\n" + pdf()
        while True:
            yield b"x" * 65536

    tracemalloc.start()
    found = asking(server.at("/a.pdf", endless), most=16 << 20)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert (found.state, found.message) == (State.REFUSED, "The file is larger than 16.0\xa0MB.")
    assert most < 4 << 20, "it is never held in memory"
    assert list(tmp_path.glob("*.part")) == []
    assert server.times() == {"/a.pdf": 1}


def test_a_file_that_is_announced_too_large_is_not_taken(asking: Ask, server: MisbehavingServer):
    found = asking(server.at("/a.pdf", reply(200, pdf(), Content_Length=str(MOST + 1))))
    assert (found.state, found.message) == (State.REFUSED, "The file is larger than 1.0\xa0MB.")


@pytest.mark.parametrize("begin", [b"X: ", b"\r\n%PDF-1.7 "], ids=["headers", "body"])
def test_a_slow_drip_ends_with_the_time_for_the_whole(
    asking: Ask, server: MisbehavingServer, clock: Clock, begin: bytes
):
    clock.step = 5.0

    def drip(asked: Asked) -> Iterable[bytes]:
        yield b"HTTP/1.1 200 OK\r\n" + begin
        while True:
            yield b"x"

    found = asking(server.at("/a.pdf", drip), most=1 << 30)
    assert (found.state, found.message) == (State.FAILED, TOO_SLOW)
    assert server.times() == {"/a.pdf": 1}


@pytest.mark.parametrize("limits", [FetchLimits(read=1.0)])
def test_a_server_that_falls_silent_is_asked_again(asking: Ask, server: MisbehavingServer):
    over = threading.Event()

    def silent(asked: Asked) -> Iterable[bytes]:
        yield b"HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\n" + pdf()[:20]
        over.wait(5)

    found = asking(server.at("/a.pdf", silent, reply(200, pdf())))
    over.set()
    assert found.state is State.FETCHED


def test_a_body_that_is_too_short_goes_on_where_it_broke_off(asking: Ask, server: MisbehavingServer):
    whole = pdf()
    rest = reply(206, whole[50:], ETag='"1"', Content_Range=f"bytes 50-{len(whole) - 1}/{len(whole)}")
    address = server.at("/a.pdf", reply(200, whole[:50], ETag='"1"', Content_Length=str(len(whole))), rest)
    assert asking(address).taken.path.read_bytes() == whole
    assert server.asked[-1].headers["range"] == "bytes=50-"
    assert server.asked[-1].headers["if-range"] == '"1"'


def test_a_file_that_changed_meanwhile_is_taken_anew(asking: Ask, server: MisbehavingServer):
    short = reply(200, pdf(1)[:50], ETag='"1"', Content_Length="900")
    address = server.at("/a.pdf", short, reply(200, pdf(2), ETag='"2"'))
    assert asking(address).taken.path.read_bytes() == pdf(2)


@pytest.mark.parametrize("told", ["bytes 40-99/100", "bytes 50-99/*", "nonsense"])
def test_another_part_than_was_asked_for_is_not_patched_in(asking: Ask, server: MisbehavingServer, told: str):
    whole = pdf()
    short = reply(200, whole[:50], ETag='"1"', Content_Length=str(len(whole)))
    wrong = reply(206, whole[40:], ETag='"1"', Content_Range=told)
    address = server.at("/a.pdf", short, wrong, reply(200, whole))
    found = asking(address)
    assert found.taken.path.read_bytes() == (whole[:50] + whole[40:] if "*" in told else whole)


def test_a_part_that_the_server_does_not_know_is_forgotten(asking: Ask, server: MisbehavingServer):
    whole = pdf()
    short = reply(200, whole[:50], ETag='"1"', Content_Length=str(len(whole)))
    address = server.at("/a.pdf", short, reply(416), reply(200, whole))
    assert asking(address).taken.path.read_bytes() == whole
    assert "range" not in server.asked[-1].headers


def test_a_page_that_is_called_a_pdf_is_no_document(asking: Ask, server: MisbehavingServer):
    told = reply(200, page() + b"Not found", Content_Type="application/pdf")
    found = asking(server.at("/report.pdf", told))
    assert (found.state, found.message) == (State.REFUSED, A_PAGE)


@pytest.mark.parametrize("kind", ["text/html; charset=utf-8", "image/png", "video/mp4"])
def test_a_wrong_type_is_not_taken_at_all(asking: Ask, server: MisbehavingServer, kind: str):
    found = asking(server.at("/report.pdf", reply(200, pdf(), Content_Type=kind)))
    assert found.state is State.REFUSED
    assert server.times() == {"/report.pdf": 1}


def test_what_a_server_packs_unasked_is_unpacked(asking: Ask, server: MisbehavingServer):
    address = server.at("/a.pdf", reply(200, gzip.compress(pdf()), Content_Encoding="gzip"))
    assert asking(address).taken.path.read_bytes() == pdf()
    assert server.asked[-1].headers["accept-encoding"] == "identity"


@pytest.mark.parametrize("body", [gzip.compress(pdf())[:-9], b"no gzip", b""], ids=["cut off", "broken", "empty"])
def test_what_cannot_be_unpacked_is_asked_again_and_told(asking: Ask, server: MisbehavingServer, body: bytes):
    found = asking(server.at("/a.pdf", reply(200, body, Content_Encoding="gzip")))
    assert found.state is State.FAILED
    assert found.message.startswith("It was packed by the server")
    assert server.times() == {"/a.pdf": 3}


def test_a_bomb_is_defused(asking: Ask, server: MisbehavingServer):
    bomb = zlib.compress(pdf() + b"\0" * (8 << 20), 1)
    address = server.at("/a.pdf", reply(200, bomb, Content_Encoding="deflate"))
    assert asking(address).message == "The file is larger than 1.0\xa0MB."
    assert asking(address, most=1 << 30).message == DENSE


def test_an_unknown_packing_is_refused(asking: Ask, server: MisbehavingServer):
    found = asking(server.at("/a.pdf", reply(200, pdf(), Content_Encoding="br")))
    assert (found.state, found.message) == (State.REFUSED, "It is packed as “br”, which was not asked for.")


def test_an_empty_file_and_no_http_are_told(asking: Ask, server: MisbehavingServer):
    assert asking(server.at("/a.pdf", reply(200))).message == EMPTY
    assert asking(server.at("/b.pdf", b"SSH-2.0-hello\r\n\r\n")).message.startswith("The connection failed")


def test_redirects_are_followed_where_the_source_allows_them(asking: Ask, server: MisbehavingServer):
    to = server.at("/b.pdf", reply(200, pdf())).replace(FILES, PAGES)
    found = asking(server.at("/a.pdf", reply(302, Location=to)))
    assert (found.state, found.url) == (State.FETCHED, to)


@pytest.mark.parametrize(
    ("to", "message"),
    [
        ("/a.pdf", "It leads on more than 5 times."),
        ("http://inside.test:PORT/", "The host inside.test has the address 10.0.0.1, which is not a public one."),
        ("http://127.0.0.1:PORT/", "The host 127.0.0.1:PORT is none of those that the source allows."),
        ("http://files.test/", "The host files.test is none of those that the source allows."),
        ("https://files.test:PORT/", "The address does not begin with http://."),
        ("file:///etc/passwd", "The address does not begin with http://."),
        ("http://user:word@files.test:PORT/", "The address holds a name or a password."),
    ],
)
def test_redirects_that_lead_astray_are_refused(asking: Ask, server: MisbehavingServer, to: str, message: str):
    port = str(server.port)
    found = asking(server.at("/a.pdf", reply(302, Location=to.replace("PORT", port))))
    assert (found.state, found.message) == (State.REFUSED, message.replace("PORT", port))


def test_robots_that_forbid_are_obeyed_and_read_once(asking: Ask, server: MisbehavingServer):
    rules = b"User-agent: *\nDisallow: /\n\nUser-agent: InspectionKnowledgeBase\nDisallow: /secret/\n"
    server.at("/robots.txt", reply(200, rules))
    found = asking(server.at("/secret/a.pdf", reply(200, pdf())))
    assert (found.state, found.message) == (State.FORBIDDEN, f"The robots.txt of {FILES}:{server.port} forbids it.")
    assert asking(server.at("/a.pdf", reply(200, pdf()))).state is State.FETCHED
    assert [one.path for one in server.asked] == ["/robots.txt", "/a.pdf"]


@pytest.mark.parametrize("answer", [reply(503), b"", reply(200, b"x", Content_Encoding="gzip")])
def test_where_robots_cannot_be_had_nothing_is_asked(asking: Ask, server: MisbehavingServer, answer: bytes):
    server.at("/robots.txt", answer)
    with pytest.raises(HostPaused, match=r"robots.txt of .* could not be read"):
        asking(server.at("/a.pdf", reply(200, pdf())))
    assert server.times() == {}
