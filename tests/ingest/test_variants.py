"""Made-up reports of every kind: their authority is found, stamps over the text are left out, and losses show."""

from dataclasses import replace

import pytest

from ingest.wording.authorities import find_authority
from tests.ingest.against_truth import check, read
from tests.ingest.made import Ilacs, ilacs
from tests.ingest.made_letters import Jtai, Send, Visit, jtai, send, visit
from tests.ingest.made_sif import Sif, sif

ILACS, SIF, VISIT, SEND = Ilacs(), Sif(), Visit(), Send()


@pytest.mark.parametrize(("stamp", "doubts"), [("COPY", ()), ("DRAFT", ("draft-report",))])
@pytest.mark.parametrize("make", [lambda: ilacs(ILACS), lambda: visit(VISIT)], ids=["ilacs", "visit"])
def test_a_stamp_across_every_page_is_no_part_of_the_text(make, stamp, doubts):
    press, truth = make()
    for page in press.pages:
        page.texts.append((1, 200, 400, stamp, 60, True))
    check((press, truth), *doubts)


NAMES = (
    "Kingston upon Hull", "Kingston upon Thames", "Westminster", "City of London", "Isles of Scilly", "Durham",
    "Bedford", "Central Bedfordshire", "Derby", "Nottinghamshire", "Southend-on-Sea",
    "Bournemouth, Christchurch and Poole", "Bath and North East Somerset",
)  # fmt: skip


@pytest.mark.parametrize("name", NAMES)
def test_the_authority_of_every_kind_of_title(name):
    code = find_authority(name).la_code
    for made in (
        ilacs(replace(ILACS, name=name, la_code=code, sizes=(1, 1, 1, 1))),
        sif(replace(SIF, name=name, la_code=code, sizes=(1, 1, 1, 1, 1))),
        visit(replace(VISIT, name=name, la_code=code)),
        send(replace(SEND, name=name, la_code=code)),
    ):
        report, _ = read(made[0])
        assert report.authority.la_code == code


@pytest.mark.parametrize("made", [ilacs(ILACS), visit(VISIT), jtai(Jtai())], ids=["ilacs", "visit", "jtai"])
def test_an_item_that_lost_its_bullet_is_doubted(made):
    press, truth = made
    page, bullet = [(page, line) for page in press.pages for line in page.texts if line[3] == press.look.bullet][1]
    page.texts.remove(bullet)
    report, doubts = read(press)
    assert doubts == ["unnumbered-paragraph"]
    assert len(report.recommendations) == len(truth.recommendations) - 1
