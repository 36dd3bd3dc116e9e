"""What machines read at the root of a site before they open a page: sitemap, robots, manifest."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence

from lachan.campaign.model import Place
from lachan.plan import paths, sharing
from lachan.site.theme import tokens
from lachan.texts.project import Project

_MOST = 2000
"""Addresses in one sitemap. The protocol allows 50,000 (sitemaps.org); but whoever looks for what is
new would fetch the whole country each time."""


def files(project: Project, places: Sequence[Place]) -> dict[str, bytes]:
    """Every file by its path."""
    found = sitemaps(project, places) | {
        "robots.txt": f"User-agent: *\nAllow: /\nSitemap: {_root(project)}sitemap.xml\n",
        "manifest.webmanifest": manifest(project),
    }
    return {path: text.encode() for path, text in found.items()}


def sitemaps(project: Project, places: Sequence[Place]) -> dict[str, str]:
    """Every page of every language that a reader may find by searching.

    Up to `_MOST` of them stand in sitemap.xml, more in sitemaps of their own that it lists.
    """
    texts = [key for key, text in project.texts.pages.items() if text.front.template != "staff.html"]
    found = [paths.page(project, lang, id) for lang, id in texts]
    found += [paths.commune(project, lang, p) for lang in project.languages for p in places]
    found.sort()
    if len(found) <= _MOST:
        return {"sitemap.xml": _listed(project, "url", found)}
    parts = {
        f"sitemap-{number}.xml": _listed(project, "url", found[at : at + _MOST])
        for number, at in enumerate(range(0, len(found), _MOST), 1)
    }
    return {"sitemap.xml": _listed(project, "sitemap", parts)} | parts


def _listed(project: Project, kind: str, addresses: Iterable[str]) -> str:
    """A list of pages (`url`) or of such lists (`sitemap`)."""
    whole = {"url": "urlset", "sitemap": "sitemapindex"}[kind]
    entries = "".join(f"<{kind}><loc>{_root(project)}{path}</loc></{kind}>\n" for path in addresses)
    namespace = "http://www.sitemaps.org/schemas/sitemap/0.9"
    head = f'<?xml version="1.0" encoding="UTF-8"?>\n<{whole} xmlns="{namespace}">\n'
    return f"{head}{entries}</{whole}>\n"


def manifest(project: Project) -> str:
    """Name and sign of a page that is put on a home screen (W3C Web Application Manifest).

    It opens in the browser, as an app of its own «Thoát nhanh» would come back to it; and it opens the
    page it was made on, as no address to start from is named.
    """
    name = project.languages[project.default].strings["site"]["name"]
    icons = [
        {"src": paths.icon(size), "sizes": f"{size}x{size}", "type": "image/png", "purpose": purpose}
        for size in sharing.ICONS
        for purpose in ("any", "maskable")
    ]
    navy = tokens(project.root / "assets")["navy"]
    content = {
        "name": name,
        "short_name": name,
        "display": "browser",
        "background_color": navy,
        "theme_color": navy,
        "icons": icons,
    }
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"


def _root(project: Project) -> str:
    return project.site_url.rstrip("/") + "/"
