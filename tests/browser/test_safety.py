"""A page may do what the site's policy says and nothing else, staff pages included."""

# ruff: noqa: E501 (a case stays on its line)

from __future__ import annotations

import gzip
import re
from collections.abc import Callable
from pathlib import Path
from urllib.request import urlopen

import pytest
from lachan.site import serving
from playwright.sync_api import Page, Route

from browser.kinds import EVERY, each, path
from browser.observatory import faults, policy
from browser.test_traffic import Traffic

META = re.compile(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">')
GOOD = {name.lower(): value for name, value in serving.HEADERS.items()}
POLICY = GOOD["content-security-policy"]


@each(EVERY)
def test_an_observatory_takes_no_points(front: str, lang: str, kind: str) -> None:
    with urlopen(front + path(lang, kind)) as answer:
        headers = {name.lower(): value for name, value in answer.headers.items()}
        assert list(faults(headers, answer.read().decode())) == []


def opened(old: str, new: str) -> dict[str, str]:
    """The site's headers with another policy."""
    assert old in POLICY
    return {**GOOD, "content-security-policy": POLICY.replace(old, new)}


@pytest.mark.parametrize(
    ("headers", "html", "found"),
    [
        (GOOD, '<script src="../a.js"></script>', []),
        ({}, "", [
            "the policy does not begin with nothing at all", "script-src allows *", "style-src allows *",
            "object-src allows *", "base-uri is open", "form-action is open", "frame-ancestors is open",
            "strict transport for less than six months", "kinds of files may be guessed",
            "other sites learn where a reader comes from",
        ]),
        (opened("default-src 'none'", "default-src *"), "", [
            "the policy does not begin with nothing at all", "object-src allows *",
        ]),
        (opened("script-src", "script-src 'unsafe-inline'"), "", ["script-src allows 'unsafe-inline'"]),
        (opened("style-src", "style-src https:"), "", ["style-src allows https:"]),
        (opened("media-src", "media-src http://a.vn"), "", ["the policy allows what is not encrypted"]),
        (opened("base-uri 'none'", "base-uri 'self'"), "", ["base-uri is open"]),
        ({**GOOD, "strict-transport-security": "max-age=86400"}, "", [
            "strict transport for less than six months",
        ]),
        ({**GOOD, "referrer-policy": "unsafe-url"}, "", ["other sites learn where a reader comes from"]),
        ({**GOOD, "set-cookie": "a=1"}, "", ["a cookie is set"]),
        ({**GOOD, "access-control-allow-origin": "*"}, "", ["other sites may read answers"]),
        (GOOD, "<script>a()</script>", ["a script from elsewhere: inside the page"]),
        (GOOD, '<script src="//a.vn/a.js"></script>', ["a script from elsewhere: //a.vn/a.js"]),
    ],
)  # fmt: skip
def test_the_observatory_sees(headers: dict[str, str], html: str, found: list[str]) -> None:
    assert list(faults(headers, html)) == found


def test_every_page_has_a_policy_no_wider_than_the_site_s(site: Path) -> None:
    wide = policy(POLICY)
    for page in sorted(site.rglob("*.html")):
        html = page.read_text("utf-8")
        own = policy(META.findall(html)[0])
        assert own["default-src"] == ["'none'"]
        assert {
            name: sources for name, sources in own.items() if not set(sources) <= set(wide[name])
        } == {}
        before = html[: html.index("<meta http-equiv=")]
        assert re.search("<(script|link|img|body)", before) is None


def test_no_style_sheet_loads_from_elsewhere(site: Path) -> None:
    sheets = list((site / "assets").rglob("*.css"))
    assert sheets
    for sheet in sheets:
        assert re.findall(r"@import|url\(\s*[\"']?(?:https?:)?//", sheet.read_text("utf-8")) == []


def test_what_is_kept_for_ever_is_named_by_its_content(site: Path) -> None:
    names = [path.name for path in (site / "assets/stylesheets").iterdir()]
    assert [name for name in names if not re.search(r"\.[0-9a-f]{8}\.min\.css", name)] == []


def added(html: str) -> Callable[[Route], None]:
    """Puts `html` into every page that is loaded."""

    def answer(route: Route) -> None:
        found = route.fetch()
        if "text/html" in found.headers["content-type"]:
            route.fulfill(response=found, body=found.text().replace("</body>", f"{html}</body>"))
        else:
            route.fulfill(response=found)

    return answer


@each(["commune", "room", "search", "handbook"], ["vi"])
def test_what_is_smuggled_into_a_page_does_nothing(
    phone: Page, front: str, lang: str, kind: str
) -> None:
    phone.route("**/*", added(
        "<script>document.title = 'smuggled'</script>"
        "<img src=x onerror=\"document.title='smuggled'\">"
        "<img src='https://elsewhere.example/x.png'><iframe src='https://elsewhere.example/'></iframe>"
        "<script src='https://elsewhere.example/x.js'></script>"
        "<form action='https://elsewhere.example/'><input name=a value=b><button>Gửi</button></form>"
    ))  # fmt: skip
    traffic = Traffic(phone)
    phone.goto(front + path(lang, kind))
    phone.locator("form button").dispatch_event("click")
    phone.wait_for_load_state("networkidle")
    assert phone.title() != "smuggled"
    assert phone.url == front + path(lang, kind)
    refused = [fault for fault in traffic.faults if "Content Security Policy" in fault]
    assert len(refused) >= 6
    assert [url for url in traffic.asked if not url.startswith(front)] == [
        url
        for url in traffic.asked
        if "elsewhere.example" in url and f"failed: {url}" in traffic.faults
    ]


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_the_handbook_works_without_a_script(phone: Page, front: str, lang: str) -> None:
    traffic = Traffic(phone)
    phone.goto(front + path(lang, "handbook"))
    assert phone.locator("script").count() == 0
    phone.locator(".md-header__button[for=__drawer]").click()
    phone.locator("nav.md-nav--primary a[href$='in-an/']").click()
    phone.wait_for_url("**/can-bo/in-an/")
    assert phone.evaluate("document.cookie + localStorage.length + sessionStorage.length") == "00"
    assert traffic.faults == []


def test_the_packed_copies_are_those_of_the_pages(site: Path) -> None:
    for page in ("index.html", "en/11692/index.html", "can-bo/index.html", "assets/lachan.css"):
        content = (site / page).read_bytes()
        assert gzip.decompress((site / f"{page}.gz").read_bytes()) == content
        assert (site / f"{page}.br").stat().st_size < (site / f"{page}.gz").stat().st_size
