"""What machines read at the root: sitemap, robots, manifest."""

from __future__ import annotations

import json

from lachan import build
from lachan.project import Project
from lachan.site import entrance


def test_the_sitemap_holds_pages_and_communes(read_mini: Project) -> None:
    places = build.choose(read_mini, ["11692"])
    lines = entrance.sitemap(read_mini, places).splitlines()
    assert lines[2:-1] == [
        "<url><loc>https://lachan.example/</loc></url>",
        "<url><loc>https://lachan.example/11692/</loc></url>",
    ]


def test_robots_find_the_sitemap(read_mini: Project) -> None:
    found = entrance.files(read_mini, ())
    assert found["robots.txt"].decode().splitlines() == [
        "User-agent: *",
        "Allow: /",
        "Sitemap: https://lachan.example/sitemap.xml",
    ]


def test_the_manifest_makes_no_app_and_starts_where_it_was_made(read_mini: Project) -> None:
    manifest = json.loads(entrance.manifest(read_mini))
    assert manifest["short_name"] == "Lá Chắn"
    assert manifest["display"] == "browser"
    assert "start_url" not in manifest
    assert {(icon["src"], icon["sizes"], icon["purpose"]) for icon in manifest["icons"]} == {
        (f"assets/icon-{size}.png", f"{size}x{size}", purpose)
        for size in (192, 512)
        for purpose in ("any", "maskable")
    }
