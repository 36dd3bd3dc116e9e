"""What machines read at the root: sitemap, robots, manifest."""

from __future__ import annotations

import json
from dataclasses import replace
from xml.etree import ElementTree

from lachan.build import pipeline
from lachan.site import discovery
from lachan.texts.project import Project

SITEMAPS = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def test_the_sitemap_holds_pages_and_communes(read_mini: Project) -> None:
    places = pipeline.choose(read_mini, ["11692"])
    found = discovery.sitemaps(read_mini, places)
    assert list(found) == ["sitemap.xml"]
    assert found["sitemap.xml"].splitlines()[2:-1] == [
        "<url><loc>https://lachan.example/</loc></url>",
        "<url><loc>https://lachan.example/11692/</loc></url>",
    ]


def test_a_whole_country_has_a_list_of_sitemaps(read_mini: Project) -> None:
    [place] = pipeline.choose(read_mini, ["11692"])
    places = [replace(place, code=f"{code:05}") for code in range(3321)]
    found = discovery.sitemaps(read_mini, places)
    first, *parts = found.values()
    listed = [entry.text for entry in ElementTree.fromstring(first).iter(f"{SITEMAPS}loc")]
    assert listed == [f"https://lachan.example/{path}" for path in list(found)[1:]]
    pages = [
        entry.text for part in parts for entry in ElementTree.fromstring(part).iter(f"{SITEMAPS}loc")
    ]
    assert len(pages) == len(set(pages)) == 3322
    assert all(part.count("<url>") <= 2000 for part in parts)


def test_robots_find_the_sitemap(read_mini: Project) -> None:
    found = discovery.files(read_mini, ())
    assert found["robots.txt"].decode().splitlines() == [
        "User-agent: *",
        "Allow: /",
        "Sitemap: https://lachan.example/sitemap.xml",
    ]


def test_the_manifest_makes_no_app_and_starts_where_it_was_made(read_mini: Project) -> None:
    manifest = json.loads(discovery.manifest(read_mini))
    assert manifest["short_name"] == "Lá Chắn"
    assert manifest["display"] == "browser"
    assert "start_url" not in manifest
    assert {(icon["src"], icon["sizes"], icon["purpose"]) for icon in manifest["icons"]} == {
        (f"assets/icon-{size}.png", f"{size}x{size}", purpose)
        for size in (192, 512)
        for purpose in ("any", "maskable")
    }
