"""Finding a page: what residents type leads where they want to go, and leaves no trace."""

from __future__ import annotations

import gzip
import json
import re
from dataclasses import replace
from pathlib import Path

import pytest
from conftest import ROOT
from lachan.common.slugs import fold
from lachan.common.yamltext import parse
from lachan.gazetteer.listing import Listing
from lachan.gazetteer.official import gazetteer
from lachan.gazetteer.unit_names import split
from lachan.plan import paths
from lachan.site.context import PageContext
from lachan.site.finder import names
from lachan.site.search import synonyms
from lachan.texts.project import read_project
from miniature import TODAY
from playwright.sync_api import Page, expect

from browser.kinds import FOLDERS, OURS, READ, each, path

QUERIES = parse((Path(__file__).parent / "queries.yml").read_text("utf-8"), "queries.yml")[0].value
CODE = re.compile(r"[0-9]{5}/$")
INDEX = "**/muc-luc.json"
NAMES = "**/ten.js"
LOST = "mới tìm được theo tên trang"
INDEX_BYTES = 40 * 1024
SCRIPT_BYTES = 2560


@pytest.fixture(scope="module")
def country() -> dict[str, str]:
    """By language what `xa-phuong/ten.js` is where every commune of the country takes part."""
    project, problems = read_project(ROOT, ROOT / "campaigns", TODAY)
    assert project, problems
    listing = Listing(gazetteer()[0], TODAY)
    one = project.campaign.places[0]
    every = [
        replace(
            one,
            code=code,
            name=split(unit.name),
            province=split(listing.provinces[unit.province].name),
            former=unit.former,
            province_former=listing.provinces[unit.province].former,
        )
        for code, unit in sorted(listing.communes.items())
    ]
    full = replace(project, campaign=replace(project.campaign, places=tuple(every)))
    script = (ROOT / "assets/theme/js/names.js").read_text("utf-8")
    return {lang: names(PageContext(full, lang, paths.search(full, lang)), script) for lang in FOLDERS}


def search(page: Page, front: str, lang: str = "vi") -> None:
    """Open the search of a language and wait until its index is read."""
    page.goto(front + path(lang, "search"))
    page.wait_for_load_state("networkidle")


def found(page: Page, typed: str) -> list[str]:
    """Where the results for `typed` lead, relative to the front page of the language."""
    page.get_by_role("searchbox").fill(typed)
    links = page.locator("[data-found] a").evaluate_all("links => links.map(a => a.href)")
    return [link.removeprefix(page.url.removesuffix("tim/")) for link in links]


@pytest.mark.parametrize("lang", FOLDERS)
def test_queries_lead_where_people_want_to_go(
    phone: Page, front: str, country: dict[str, str], lang: str
) -> None:
    phone.route(NAMES, lambda route: route.fulfill(body=country[lang]))
    search(phone, front, lang)
    missed = {
        f"{typed} ({reason})": results[:3]
        for typed, wanted, among, reason in QUERIES[lang]
        if not {*wanted} & {*(results := found(phone, typed))[: int(among)]}
    }
    assert missed == {}


@pytest.mark.parametrize("lang", FOLDERS)
def test_danger_comes_before_a_place(
    phone: Page, front: str, country: dict[str, str], lang: str
) -> None:
    """What is typed instead of a page's words finds a page first, never a commune of a like name."""
    phone.route(NAMES, lambda route: route.fulfill(body=country[lang]))
    search(phone, front, lang)
    phrases = {fold(phrase) for typed in synonyms()[lang].values() for phrase in typed}
    firsts = {phrase: found(phone, phrase)[:1] for phrase in sorted(phrases)}
    assert {typed: first for typed, first in firsts.items() if not first or CODE.match(first[0])} == {}


@pytest.mark.parametrize("typed", ["0773", "111", "1169", "00"])
def test_fewer_than_five_digits_are_no_code(
    phone: Page, front: str, country: dict[str, str], typed: str
) -> None:
    phone.route(NAMES, lambda route: route.fulfill(body=country["vi"]))
    search(phone, front)
    assert [page for page in found(phone, typed) if CODE.match(page)] == []


def test_marks_that_are_typed_count(phone: Page, front: str) -> None:
    search(phone, front)
    assert "thu-doan/ban-noi-tang/" in found(phone, "thận")[:2]
    assert found(phone, "thân")[:1] != found(phone, "thận")[:1]


def test_decomposed_letters_are_the_same_letters(phone: Page, front: str) -> None:
    search(phone, front)
    assert found(phone, "đu\u031bo\u031b\u0300ng dây") == found(phone, "đường dây")


@pytest.mark.parametrize("typed", ["<b>", "((", "\\", "%", "a" * 500, "toString", "__proto__", "."])
def test_strange_queries_do_no_harm(phone: Page, front: str, typed: str) -> None:
    faults: list[str] = []
    phone.on("pageerror", lambda error: faults.append(str(error)))
    search(phone, front)
    found(phone, typed)
    assert faults == []


def test_what_is_not_there_is_said_and_the_list_stays(phone: Page, front: str) -> None:
    search(phone, front)
    assert found(phone, "qqqq") == []
    assert "Chưa thấy" in phone.get_by_role("status").inner_text()
    assert phone.locator("[data-all]").is_visible()
    found(phone, "giấy nợ")
    assert not phone.locator("[data-all]").is_visible()
    assert found(phone, "") == []
    assert phone.get_by_role("status").inner_text() == ""
    assert phone.locator("[data-all]").is_visible()


def test_enter_goes_to_the_first_result(phone: Page, front: str) -> None:
    search(phone, front)
    found(phone, "karaoke")
    phone.keyboard.press("Enter")
    phone.keyboard.press("Enter")
    phone.wait_for_url("**/thu-doan/karaoke-rang-buoc-no/")


def test_a_query_leaves_no_trace(phone: Page, front: str) -> None:
    search(phone, front)
    asked: list[str] = []
    phone.on("request", lambda request: asked.append(request.url))
    length = phone.evaluate("history.length")
    found(phone, "bán thận")
    assert asked == []
    assert phone.url == front + "tim/"
    kept = (
        "[document.cookie, localStorage.length, sessionStorage.length, history.length, history.state]"
    )
    assert phone.evaluate(kept) == ["", 0, 0, length, None]
    # A browser may keep the page whole for the button "back", which this one never does.
    phone.evaluate("dispatchEvent(new PageTransitionEvent('pagehide', {persisted: true}))")
    assert phone.get_by_role("searchbox").input_value() == ""
    assert phone.locator("[data-found] a").count() == 0


def test_names_are_found_without_the_index(phone: Page, front: str) -> None:
    phone.route(INDEX, lambda route: route.abort())
    search(phone, front)
    assert found(phone, "viec nhe")[:1] == ["thu-doan/viec-nhe-luong-cao/"]


@pytest.mark.parametrize(
    ("file", "typed", "first"),
    [(INDEX, "xklđ nhật bản", "truoc-khi-di/di-lam-theo-hop-dong/"), (NAMES, "duong kinh", "11692/")],
)
def test_what_is_lost_on_the_way_is_asked_for_again(
    phone: Page, front: str, file: str, typed: str, first: str
) -> None:
    """Names are asked for twice at the start: by the page, and by the script that misses them."""
    phone.route(file, lambda route: route.abort(), times=2 if file == NAMES else 1)
    search(phone, front)
    with phone.expect_response(file):
        found(phone, "xx")
    expect(phone.locator("[data-said]")).not_to_contain_text(LOST)
    assert found(phone, typed)[:1] == [first]


def test_that_only_names_are_searched_is_said(phone: Page, front: str) -> None:
    phone.route(INDEX, lambda route: route.abort())
    search(phone, front)
    found(phone, "viec nhe")
    expect(phone.locator("[data-said]")).to_contain_text(LOST)


def test_a_name_with_code_in_it_stays_text(phone: Page, front: str) -> None:
    name = "<img src=x onerror=document.title='!'>"
    script = (ROOT / "assets/theme/js/names.js").read_text("utf-8")
    one = json.dumps({"<b>Tỉnh</b>": f"90001 {name}"})
    body = f"const NAMES={one};\nconst KINDS=[];\n{script}"
    phone.route(NAMES, lambda route: route.fulfill(body=body))
    search(phone, front)
    assert found(phone, "img src") == ["90001/"]
    assert phone.locator("[data-found] li > *").all_inner_texts() == [name, "<b>Tỉnh</b>"]


@pytest.mark.parametrize("lang", FOLDERS)
def test_without_javascript_every_page_is_listed(
    plain: Page, front: str, site: Path, lang: str
) -> None:
    plain.goto(front + path(lang, "search"))
    assert plain.get_by_role("searchbox").count() == 0
    listed = plain.locator("[data-all] a:visible").evaluate_all("links => links.map(a => a.href)")
    pages = {front + FOLDERS[lang] + found for found in _readers(site / FOLDERS[lang])}
    assert set(listed) == pages
    assert len(listed) == len(pages)


def _readers(folder: Path) -> set[str]:
    """The pages of a language's folder that residents read: texts and communes."""
    parts = {file.parent.relative_to(folder).parts for file in folder.rglob("index.html")}
    strange = {"tim", "khong-mang", "can-bo", "en"}
    texts = {part for part in parts if not strange & set(part[:1]) and not "".join(part[:1]).isdigit()}
    communes = {part for part in parts if len(part) == 1 and part[0].isdigit()}
    return {"".join(f"{name}/" for name in part) for part in texts | communes}


@each([kind for kind in READ if kind != "search"])
def test_every_page_leads_to_the_search(phone: Page, front: str, lang: str, kind: str) -> None:
    phone.goto(front + path(lang, kind))
    phone.get_by_role("link", name={"vi": "Tìm", "en": "Search"}[lang], exact=True).click()
    assert phone.url == front + path(lang, "search")


@each(OURS)
def test_only_the_search_loads_its_script(site: Path, lang: str, kind: str) -> None:
    html = (site / path(lang, kind) / "index.html").read_text("utf-8")
    assert ("assets/search.js" in html) == (kind == "search")
    assert ("muc-luc.json" in html) == (kind == "search")


@pytest.mark.parametrize("lang", FOLDERS)
def test_the_search_is_small(site: Path, lang: str) -> None:
    assert _weight(site / path(lang, "search") / "muc-luc.json") <= INDEX_BYTES
    assert _weight(site / "assets/search.js") <= SCRIPT_BYTES


def _weight(file: Path) -> int:
    return len(gzip.compress(file.read_bytes(), 9))
