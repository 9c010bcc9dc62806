"""The tiles and rows of the map are rendered once for what they show."""

from dataclasses import replace

import pytest

from inspections.judgements.tile_map import LatestOverall, MapTile
from inspections.templatetags import map as tags
from inspections.vocabulary import Basis
from tests import builders

pytestmark = pytest.mark.django_db


@pytest.fixture
def latest() -> LatestOverall:
    report = builders.report(inspection=builders.inspection(started="2019-02-05"))
    return LatestOverall(builders.judgement(report), "Closed 1 April 2021", is_whole=True)


def tile_of(latest: LatestOverall | None, authority) -> MapTile:
    return MapTile(authority, "Wex", "55 40", "good", latest)


def test_a_tile_tells_the_authority_its_grade_and_the_year(latest):
    html = tags.map_tile(tile_of(latest, latest.authority))
    assert f'href="{latest.authority.get_absolute_url()}"' in html
    assert ">2019</text>" in html
    assert "kb-tile--" not in html
    assert "kb-tile--outlined" in tags.map_tile(tile_of(replace(latest, is_whole=False), latest.authority))


def test_a_tile_without_a_judgement_tells_that_none_is_known(latest):
    html = tags.map_tile(tile_of(None, latest.authority))
    assert "kb-tile--unknown" in html
    assert "<use" not in html


def test_a_row_tells_the_judgement_with_its_note(latest):
    html = tags.map_row(latest)
    assert "<td>2019</td>" in html
    assert "<td>Closed 1 April 2021</td>" in html
    latest.judgement.basis = Basis.REPORTED
    assert "Closed 1 April 2021 Reported by another document" in tags.map_row(latest)


def test_what_did_not_change_is_rendered_once(latest, monkeypatch):
    tags._rendered.cache_clear()
    rendered = iter("123")
    monkeypatch.setattr(tags, "render_to_string", lambda name, context: next(rendered))
    tile = tile_of(latest, latest.authority)
    assert [tags.map_tile(tile), tags.map_tile(tile)] == ["1", "1"]
    assert [tags.map_row(latest), tags.map_row(latest)] == ["2", "2"]
    assert tags.map_tile(tile_of(replace(latest, note=""), latest.authority)) == "3", "its title is another"
    tags._rendered.cache_clear()
