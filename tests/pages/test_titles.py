"""No two pages have one title: whoever has ten tabs open can tell them apart."""

import re
from collections import defaultdict, deque
from urllib.parse import urldefrag, urljoin

import pytest

from tests import builders
from tests.markup import squeeze
from tests.pages.story import tell, untold_places

pytestmark = [pytest.mark.django_db, pytest.mark.either_database]

NOT_READERS = ("/admin/", "/static/", "/citations/")
SAME_TITLE = "Inspection of services for children"


def tell_of_many() -> None:
    """The story, and what is easily called the same: reports of one title, files of one name, numbers that recur."""
    tell(2)
    told = (("Wexcombe", "2018-02-05"), ("Wexcombe", "2019-02-05"), ("Eastmere", "2018-02-05"))
    for number, (name, day) in enumerate(told, 1):
        inspection = builders.inspection("focused-visit", authority=builders.authority(name), started=day, ended=day)
        file = builders.source(name="letter.pdf", sha256=f"{number}" * 64)
        letter = builders.report("focused-visit", of=inspection, title=SAME_TITLE, published="", source=file)
        builders.statement(letter, inspection)
        builders.finding(letter, "1")
        builders.finding(letter, "1", anchor="para-1~2")
        for page in (2, 3):
            builders.section(letter, "Findings", page=page)


def walk(client, start: str) -> dict[str, list[str]]:
    """The addresses of all pages that links lead to, queries left out, by their titles."""
    untold = untold_places()
    found: dict[str, list[str]] = defaultdict(list)
    waiting, seen = deque([start]), {start}
    while waiting:
        address = waiting.popleft()
        response = client.get(address)
        if response.status_code != 200 or not response.headers["Content-Type"].startswith("text/html"):
            continue
        html = squeeze(response.content.decode())
        found[re.findall(r"<title>(.*?)</title>", html)[0]].append(address)
        for link in re.findall(r'<a [^>]*href="([^"]+)"', html):
            target = urldefrag(urljoin(address, link)).url.split("?")[0]
            is_read = target.startswith("/") and not target.startswith(NOT_READERS)
            if is_read and target not in seen and untold.isdisjoint(target.split("/")):
                seen.add(target)
                waiting.append(target)
    return found


def test_no_two_pages_have_the_same_title(client):
    tell_of_many()
    found = walk(client, "/")
    assert len(found) > 60
    assert {title: pages for title, pages in found.items() if len(pages) > 1} == {}


def test_the_pages_of_a_list_have_titles_of_their_own(client):
    report = builders.report(of=builders.inspection())
    for number in range(60):
        builders.recommendation(report, str(number))
    assert "<title>Recommendations, page 2 –" in squeeze(client.get("/recommendations/?page=2").content.decode())
