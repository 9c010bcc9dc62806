"""The tile map: one tile for every present authority, at its place, with its latest judgement."""

import re
from collections import Counter
from itertools import pairwise

import pytest
from django.urls import reverse

from inspections.judgements.latest import OVERALL
from inspections.judgements.tile_map import MapTile, TileMap, tile_map
from inspections.models import Authority
from inspections.reference import tables
from tests import builders
from tests.markup import squeeze

pytestmark = pytest.mark.either_database

FACTS = tables.tiles()
BY_CODE = {facts.la_code: facts for facts in FACTS}


def test_every_present_authority_has_one_tile_and_no_other_has_any():
    today = [facts.la_code for facts in tables.authorities() if not facts.closed and not facts.sample]
    assert Counter(facts.la_code for facts in FACTS) == Counter(today)


def test_no_two_authorities_share_a_tile():
    places = Counter((facts.block, facts.column, facts.row) for facts in FACTS)
    assert max(places.values()) == 1
    assert all(facts.column >= 1 and facts.row >= 1 for facts in FACTS)


def test_london_is_a_block_of_its_own():
    regions = {facts.la_code: facts.region for facts in tables.authorities()}
    assert {regions[facts.la_code] for facts in FACTS if facts.block == "london"} == {"London"}
    assert "London" not in {regions[facts.la_code] for facts in FACTS if facts.block == "england"}


# Authorities from north to south and from west to east, by LA code: a person recognises England by these.
@pytest.mark.parametrize(
    "southwards", [("929", "840", "815", "373", "892", "941", "850", "921"), ("942", "888", "352", "330", "916", "878")]
)
def test_north_is_up(southwards):
    rows = [BY_CODE[code].row for code in southwards]
    assert all(above < below for above, below in pairwise(rows)), rows


@pytest.mark.parametrize(
    "eastwards",
    [("341", "352", "383", "810"), ("893", "330", "940", "873", "935"), ("908", "878", "850", "936", "886")],
)
def test_east_is_right(eastwards):
    columns = [BY_CODE[code].column for code in eastwards]
    assert all(left < right for left, right in pairwise(columns)), columns


def test_tiles_touch_their_neighbours():
    places = {(facts.block, facts.column, facts.row) for facts in FACTS}
    alone = [
        facts.short_name
        for facts in FACTS
        if not any(
            (facts.block, facts.column + right, facts.row + down) in places
            for right in (-1, 0, 1)
            for down in (-1, 0, 1)
            if (right, down) != (0, 0)
        )
    ]
    assert alone == []


def overall(name: str, grade: str | None, framework: str = "ilacs", started: str = "2023-07-17", **values) -> None:
    one = builders.inspection(framework, authority=builders.authority(name), started=started)
    builders.judgement(builders.report(framework, of=one), OVERALL, grade, **values)


def found(shown: TileMap) -> dict[str, MapTile]:
    return {tile.authority.name: tile for block in shown.blocks for tile in block.tiles}


@pytest.mark.django_db
def test_a_tile_shows_the_latest_judgement_in_words_and_shape():
    overall("Medway", "inadequate", started="2019-07-15")
    overall("Medway", "good")
    tile = found(tile_map())["Medway"]
    assert (tile.title, tile.look) == ("Medway: Good, 2023 (ILACS)", "good")


@pytest.mark.django_db
def test_reported_judgements_and_those_that_compare_in_part_are_outlined():
    overall("Medway", "good")
    overall("Kent", "adequate", framework="lac", started="2013-07-15")
    overall("Essex", "good", basis="reported")
    tiles = found(tile_map())
    assert {name: tiles[name].latest.is_whole for name in ("Medway", "Kent", "Essex")} == {
        "Medway": True,
        "Kent": False,
        "Essex": False,
    }
    assert tiles["Kent"].title.endswith("Overall effectiveness: comparable in part")
    assert tiles["Essex"].title.endswith("reported by another document")


@pytest.mark.django_db
def test_an_overall_judgement_behind_a_later_inspection_without_one_is_outlined_and_says_so(client):
    overall("Medway", "inadequate", started="2023-07-17")
    overall("Kent", "good", started="2023-07-17")
    for name, started in (("Medway", "2026-05-11"), ("Kent", "2019-05-11")):
        other = builders.inspection("ilacs", authority=builders.authority(name), started=started)
        builders.judgement(builders.report("ilacs", of=other), "leadership", "good")
    shown = tile_map()
    tiles = found(shown)
    assert tiles["Medway"].title.endswith("An inspection of 2026, which gave no overall judgement, is newer")
    assert (tiles["Medway"].latest.is_whole, tiles["Kent"].latest.is_whole, shown.outdated) == (False, True, 1)
    assert tiles["Kent"].title == "Kent: Good, 2023 (ILACS)"
    for address in ("/", "/matrix/", "/authorities/medway/"):
        assert (
            "An inspection of 2026, which gave no overall judgement, is newer" in client.get(address).content.decode()
        )
    assert "1 authority was inspected later without" in " ".join(client.get("/").content.decode().split())


@pytest.mark.django_db
def test_an_authority_without_judgement_is_a_tile_that_says_so(client):
    overall("Medway", "good")
    overall("Kent", None)
    shown = tile_map()
    tiles = found(shown)
    assert tiles["Essex"].title == "Essex: no overall judgement known"
    assert tiles["Kent"].title == "Kent: Not judged, 2023 (ILACS)"
    assert [(count.code, count.number) for count in shown.grade_counts] == [("good", 1), ("", len(FACTS) - 1)]
    page = squeeze(client.get(reverse("home")).content.decode())
    assert f'<a href="{tiles["Essex"].authority.get_absolute_url()}" class="kb-tile' in page
    assert page.count('class="kb-tile ') == len(FACTS)
    assert "<title>Medway: Good, 2023 (ILACS)</title>" in page
    assert set(re.findall(r'href="#(shape-\w+)"', page)) <= set(re.findall(r'id="(shape-\w+)"', page))


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("sort", "names"),
    [
        ("", ["Essex", "Kent", "Medway", "Northumberland", "Wexcombe"]),
        ("region", ["Essex", "Northumberland", "Kent", "Medway", "Wexcombe"]),
        ("grade", ["Northumberland", "Essex", "Medway", "Wexcombe", "Kent"]),
        ("year", ["Kent", "Essex", "Northumberland", "Wexcombe", "Medway"]),
        ("colour", ["Essex", "Kent", "Medway", "Northumberland", "Wexcombe"]),
    ],
)
def test_the_table_is_sorted_by_the_chosen_column_with_samples_last(client, sort, names):
    overall("Essex", "good")
    overall("Northumberland", "outstanding")
    overall("Kent", "inadequate", started="2024-07-15")
    overall("Medway", "good", started="2019-07-15")
    overall("Wexcombe", "good")
    table = squeeze(client.get(reverse("home"), {"sort": sort}).content.decode()).split('id="map-table"')[1]
    rows = re.findall(r'<th scope="row"><a class="govuk-link" href="[^"]+">([^<]+)</a>', table)
    assert rows == names


@pytest.mark.django_db
def test_a_single_authority_shows_its_timeline_instead_of_the_map(client):
    overall("Medway", "good")
    one = builders.report(of=builders.inspection(authority=builders.authority("Medway")))
    builders.statement(one, one.inspection)
    page = squeeze(client.get(reverse("home")).content.decode())
    assert "How Medway was judged" in page
    assert "kb-tile" not in page
    overall("Kent", "good")
    page = squeeze(client.get(reverse("home")).content.decode())
    assert "How Medway was judged" not in page
    assert "kb-tile" in page


@pytest.mark.django_db
def test_the_table_says_when_an_authority_closed(client):
    overall("Cumbria", "good")
    overall("Kent", "good")
    Authority.objects.filter(name="Cumbria").update(closed="2023-03-31")
    rows = {row.authority.name: row.note for row in tile_map().rows}
    assert rows == {"Cumbria": "Closed 31 March 2023", "Kent": ""}
    assert "Closed 31 March 2023" in squeeze(client.get(reverse("home")).content.decode())


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("published", "told"),
    [
        ("2023-09-11", 'published <time datetime="2023-09-11">11 September 2023'),
        ("", 'inspected <time datetime="2023-07-28">28 July 2023'),
    ],
)
def test_the_page_says_of_which_day_the_newest_judgement_is(client, published, told):
    for name, started, ended, day in (
        ("Kent", "2019-07-15", "2019-07-26", "2019-08-27"),
        ("Medway", "2023-07-17", "2023-07-28", published),
    ):
        authority = builders.authority(name, is_sample=False)
        inspection = builders.inspection("ilacs", authority=authority, started=started, ended=ended, published=day)
        builders.judgement(builders.report("ilacs", of=inspection), OVERALL, "good")
    html = squeeze(client.get(reverse("home")).content.decode())
    assert f"The newest judgement on the map: {told}</time>." in html
