"""What is hidden, or a draft, shows nowhere: a crawl of the whole site, and what one page would say of another."""

import json
import re
from urllib.parse import urlsplit

import pytest
from django.urls import reverse

from findings.search.entries import index_changed
from findings.views.datasets import DATASETS
from ingest.notices import NoticeDraft
from ingest.unpublished import load_unpublished
from inspections.models import Conflict, Inspection, Report
from inspections.notice_codes import NoticeCode
from inspections.reconciliation import reconcile
from inspections.vocabulary import NoticeLevel, Visibility
from tests import builders
from tests.ingest.drafts_builder import extraction, finding, inspection, paper, sif
from tests.ingest.uploads.conftest import ready
from tests.pages.story import tell, untold_places
from tests.pages.test_pages import DATA, PAGES, addresses
from tests.stored import keep_in, source, three_pages

pytestmark = [pytest.mark.django_db, pytest.mark.either_database]

WITHHELD = (Visibility.HIDDEN, Visibility.DRAFT)
LISTS = (
    *("home", "search", "judgements", "matrix", "compare", "recommendations", "findings", "actions", "data", "plans"),
    *("notices", "documents", "authorities", "inspections", "coverage", "about"),
)
FORMS = ("csv", "json", "atom")
API_NAMES = ("api-index", "api-schema", *(f"api-{dataset.name}" for dataset in DATASETS))
LINK = re.compile(r"""(?:href|src|hx-get)="([^"#]+)""")
ADDRESS = re.compile(r"http://testserver(/[^\s\"'<>,#]*)")
SECRET = re.compile(r"zephyrine|2011-03|march 2011", re.I)
"""Words and dates that stand nowhere but in the hidden report, its file and its inspection."""


def answer(client, address: str) -> str:
    return b"".join(client.get(address, follow=True)).decode(errors="replace")


@pytest.fixture(autouse=True)
def folders(tmp_path, settings):
    keep_in(tmp_path, settings)


@pytest.fixture
def told():
    """A paper that is tied to the story at every end, and the addresses at which it would show."""
    story = tell()
    paper = builders.report(
        "commissioner-report", authority=story.inspection.authority, title="The secret paper", slug="secret-paper"
    )
    asked = builders.recommendation(
        paper, "77", text="Secret words.", section=builders.section(paper, "Secret heading")
    )
    same = builders.recommendation(story.plan, "9", restates=asked)
    builders.recommendation(paper, "79", text="A secret repeat.", restates=story.recommendation)
    builders.reference_to(story.action, asked)
    builders.reference_to(builders.action(paper, "5.5", text="A secret action."), story.recommendation)
    builders.reference_to(story.recommendation, builders.finding(paper, "78", text="A secret paragraph."))
    builders.judgement(paper, "leadership", "good", inspection=story.inspection, basis="reported")
    builders.notice(paper.source, report=paper, message="A secret doubt.")
    return paper, addresses(story) | {"same": same.get_absolute_url()}


@pytest.fixture
def own():
    """A report of an inspection of its own, with every kind of record, full of words that stand nowhere else."""
    tell(rows=2)
    file = source(three_pages())
    file.name, file.other_names = "zephyrine.pdf", ["zephyrine-again.pdf"]
    file.ledger = {"pages": 3, "words": 1, "in_records": 1, "furniture": 0, "left_out": 0, "kinds": {}}
    file.save()
    authority = builders.authority("Zephyrineford", slug="wexwater", region="Sample")
    dates = {"started": "2011-03-17", "ended": "2011-03-18", "published": "2011-03-30"}
    inspection = builders.inspection(
        "lac", authority=authority, lead_inspector="Zephyrine Marsh", slug="lac-2011-03-17", **dates
    )
    report = builders.report("slac", of=inspection, title="Zephyrine", slug="zephyrine", source=file)
    said = {"printed": "17 March 2011", "lead_inspector": "Zephyrine Marsh", "is_own": True}
    builders.statement(report, inspection, anchor="inspection", **dates, **said)
    section = builders.section(report, "Zephyrine heading", domain=builders.domain())
    finding = builders.finding(
        report, "4", text="Zephyrine finding quokka", section=section, boxes=[[1, 72, 90, 400, 102]]
    )
    wanted = builders.recommendation(report, "5", text="Zephyrine wish quokka", section=section, domain=section.domain)
    builders.reference_to(wanted, finding)
    builders.judgement(
        report, grade_code="inadequate", grade_wording="zephyrine", evidence=(finding,), inspection=inspection
    )
    builders.action(report, "8.8", text="Zephyrine deed quokka", lead="Zephyrine")
    builders.risk(report, risk="Zephyrine risk")
    builders.notice(file, report=report, anchor=finding.anchor, message="Zephyrine doubt")
    builders.notice(file, message="Zephyrine words in no record", code="text-not-taken")
    builders.correction(finding, "text", "Zephyrine set", reason="Zephyrine reason")
    reconcile([authority.pk])
    builders.show(report, Visibility.PUBLISHED)
    return report


def direct(report: Report) -> tuple[str, ...]:
    """The addresses that belong to the report, its file and its inspection."""
    sha256, place = report.source.sha256, [report.authority_slug, report.slug]
    assert report.inspection
    return (
        report.get_absolute_url(),
        reverse("report-whole", args=place),
        *(reverse("record", args=[*place, anchor]) for anchor in ("para-4", "rec-5", "action-8.8")),
        reverse("plan", args=place),
        report.inspection.get_absolute_url(),
        reverse("source", args=[sha256]),
        reverse("page-view", args=[sha256, 1]),
        reverse("page-image", args=[sha256, 1]),
        reverse("source-file", args=[sha256]),
    )


def in_api(report: Report) -> tuple[str, ...]:
    """The addresses of the API that belong to them. They show to nobody, members of staff included."""
    place = [report.authority_slug, report.slug]
    records = (("findings", "para-4"), ("recommendations", "rec-5"), ("actions", "action-8.8"))
    assert report.inspection
    return (
        *(reverse(f"api-{name}-record", args=["/".join([*place, anchor])]) for name, anchor in records),
        reverse("api-inspections-record", args=[f"{report.authority_slug}/{report.inspection.slug}"]),
        reverse("api-documents-record", args=[report.source.sha256]),
    )


def crawl(client, beginnings) -> dict[str, str]:
    """What the site shows at the beginnings and wherever their links lead, each path once."""
    found: dict[str, str] = {}
    waiting, untold = list(beginnings), untold_places()
    while waiting:
        address = waiting.pop()
        if address in found or not untold.isdisjoint(address.split("/")):
            continue
        text = found[address] = answer(client, address)
        for link in (*LINK.findall(text), *ADDRESS.findall(text)):
            place = urlsplit(link)
            if not place.netloc and place.path.startswith("/") and not place.path.startswith(("/static/", "/admin/")):
                waiting.append(place.path)
    return found


def beginnings() -> list[str]:
    """Every list with each of its formats, and searches for what is hidden."""
    asked = [f"{reverse('search')}?q={word}" for word in ("quokka", "council")]
    asked += [f"{reverse(f'search-{form}')}?q=quokka" for form in ("csv", "json", "atom")]
    asked += [f"{reverse('api-search')}?q=quokka", f"{reverse('api-matrix')}?on=2012"]
    files = [reverse(f"{name}-{form}") for name in DATA for form in FORMS]
    return [*map(reverse, (*LISTS, *API_NAMES)), *files, *asked, f"{reverse('matrix')}?on=2012"]


def secrets(text: str) -> list[str]:
    """The words of the hidden report in a page, apart from the name of its authority, which is known anyway."""
    return SECRET.findall(text.replace("Zephyrineford", ""))


def test_no_address_of_the_site_shows_anything_of_what_is_hidden(client, own):
    assert sum(bool(secrets(answer(client, address))) for address in beginnings()) > 30
    builders.show(own, Visibility.HIDDEN)
    for address, text in crawl(client, [*beginnings(), *direct(own), *in_api(own)]).items():
        assert not secrets(text), (address, secrets(text))


@pytest.mark.parametrize("visibility", WITHHELD)
def test_what_is_withheld_is_gone_until_it_is_published(client, own, visibility):
    for state, status in ((Visibility.PUBLISHED, 200), (visibility, 404), (Visibility.PUBLISHED, 200)):
        builders.show(own, state)
        every = (*direct(own), *in_api(own))
        assert {address: client.get(address).status_code for address in every} == dict.fromkeys(every, status)


def test_counts_leave_out_what_is_hidden(client, own):
    names = (
        "judgements",
        "recommendations",
        "findings",
        "actions",
        "inspections",
        "authorities",
        "documents",
        "notices",
    )

    def totals():
        return {name: json.loads(answer(client, reverse(f"{name}-json")))["total"] for name in names}

    before = totals()
    builders.show(own, Visibility.HIDDEN)
    assert {name: before[name] - now for name, now in totals().items()} == {
        **dict.fromkeys(names, 1),
        "notices": 3,
    }


def test_neither_a_tag_nor_a_kept_page_brings_back_what_is_hidden(
    client, own, settings, tmp_path, django_capture_on_commit_callbacks
):
    kept = {"BACKEND": "inspections.caching.backends.TolerantFileCache", "LOCATION": tmp_path / "pages"}
    settings.CACHES = {**settings.CACHES, "pages": kept}
    known = {address: client.get(address)["ETag"] for address in (*direct(own)[:2], reverse("inspections"))}
    image = reverse("page-image", args=[own.source.sha256, 1])
    known[image] = client.get(image)["ETag"]
    assert any((tmp_path / "pages").iterdir())
    with django_capture_on_commit_callbacks(execute=True):
        builders.show(own, Visibility.HIDDEN)
    assert not any((tmp_path / "pages").iterdir())
    for address, tag in known.items():
        again = client.get(address, headers={"if-none-match": tag})
        assert again.status_code == (200 if address == reverse("inspections") else 404), address


def test_a_pack_with_a_hidden_report_shows_its_other_report_alone(client, own):
    other = builders.report("cabinet-report", source=own.source, title="A paper for all", published="2016-01-01")
    builders.notice(own.source, report=other, message="A doubt for all.")
    builders.show(own, Visibility.HIDDEN)
    text = answer(client, own.source.get_absolute_url())
    assert "A paper for all" in text
    assert "A doubt for all." in text
    assert not re.search("Zephyrine (words|doubt)|What became of its words", text)
    assert client.get(reverse("source-file", args=[own.source.sha256])).status_code == 404


def test_an_inspection_that_others_mention_has_what_they_say_and_no_more(client, own):
    inspection = own.inspection
    assert inspection
    paper = builders.report("cabinet-report", authority=own.authority, title="A later paper", published="2016-01-01")
    builders.statement(paper, inspection, is_own=False, started="2011", ended="", framework=None)
    before = inspection.get_absolute_url()
    builders.show(own, Visibility.HIDDEN)
    known = Inspection.objects.get(pk=inspection.pk)
    assert (known.started, known.ended, known.lead_inspector, known.framework) == ("2011", "", "", None)
    assert known.is_reported_only
    assert "2011-03" not in known.slug
    assert client.get(before).headers["Location"] == known.get_absolute_url()
    assert not secrets(answer(client, before))
    builders.show(own, Visibility.PUBLISHED)
    again = Inspection.objects.get(pk=inspection.pk)
    assert (again.started, again.lead_inspector, again.get_absolute_url()) == ("2011-03-17", "Zephyrine Marsh", before)


@pytest.mark.parametrize("visibility", WITHHELD)
def test_staff_who_may_see_reports_see_it_marked(client, own, visibility):
    builders.show(own, visibility)
    client.force_login(builders.editor("stranger"))
    assert {client.get(address).status_code for address in direct(own)} == {404}
    client.force_login(builders.editor("ada", group="Editors"))
    assert {client.get(address).status_code for address in in_api(own)} == {404}
    for address in direct(own)[:-2]:
        response = client.get(address)
        assert response.status_code == 200, address
        assert "as a member of staff" in re.sub(r"\s+", " ", response.content.decode()), address
        assert "public" not in response.get("Cache-Control", ""), address
    assert {client.get(address).status_code for address in direct(own)[-2:]} == {200}


def test_a_hidden_report_shows_nowhere(client, told):
    paper, found = told
    builders.show(paper, Visibility.HIDDEN)
    for name, address in found.items():
        assert "ecret" not in answer(client, address), name


def test_as_long_as_it_is_public_it_shows_on_many_pages(client, told):
    _, found = told
    index_changed([], Report.objects.all())
    assert sum("ecret" in answer(client, found[name]) for name in PAGES) > 12


def test_a_hidden_report_disagrees_with_nothing():
    inspection = builders.inspection()
    builders.statement(builders.report(of=inspection), inspection)
    paper = builders.report("cabinet-report")
    builders.statement(paper, inspection, is_own=False, ended="2015-10-09")
    for is_public in (True, False, True):
        Report.objects.filter(pk=paper.pk).update(visibility="published" if is_public else "hidden")
        reconcile([inspection.authority_id])
        assert Conflict.objects.exists() is is_public


def test_nothing_of_an_upload_or_a_draft_shows_to_a_stranger(client, settings, tmp_path):
    settings.UPLOADS_DIR = tmp_path / "uploads"
    story = tell(rows=2)
    reconcile([story.inspection.authority_id])
    pages = {
        address: answer(client, address)
        for address in (reverse("home"), Inspection.objects.get(pk=story.inspection.pk).get_absolute_url())
    }
    notices = (NoticeDraft(NoticeLevel.ERROR, NoticeCode.MISSING_PARAGRAPHS, "Zephyrine doubt"),)
    told = {"title": "Zephyrine", "notices": notices, "findings": (finding("4", "Zephyrine finding quokka"),)}
    at = inspection("sif", "2011-03-17", "2011-03-18", lead_inspector="Zephyrine Marsh")
    draft = extraction(sif(inspection=at, judgements=(), **told), name="zephyrine.txt")
    load_unpublished(draft, b"zephyrine.txt")
    document = ready(
        extraction(paper(published="2011-03-30", **told), name="zephyrine-paper.txt"), b"zephyrine-paper.txt"
    )
    report = Report.objects.get(title="Zephyrine")
    own = (
        report.get_absolute_url(), f"{report.get_absolute_url()}para-4/", report.inspection.get_absolute_url(),
        *(reverse(name, args=[report.source.sha256]) for name in ("source", "source-file")),
        reverse("source", args=[document.sha256]), document.get_absolute_url(), document.upload.get_absolute_url(),
        reverse("uploaded-file", args=[document.pk]),
    )  # fmt: skip
    assert {client.get(address).status_code for address in own} == {404, 302}
    for address, text in crawl(client, [*beginnings(), *own]).items():
        assert not secrets(text), (address, secrets(text))
    assert {address: answer(client, address) for address in pages} == pages
