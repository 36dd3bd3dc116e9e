"""What of a finished site carries a number or a text, the page of it, and the build after that."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import copy_project, lachan, trim
from finished import lay
from lachan.audit import carriers, recallpage
from lachan.audit.carriers import Carrier, Carrying, Sought
from lachan.audit.recallpage import About
from lachan.inventory import manifest, previous
from lachan.publish import succession
from lachan.texts.project import read_project
from miniature import FAMILY, FILES, PLACE, POLICE, TODAY

OWN = f"{FILES[PLACE]}contacts:\n  commune-police: {POLICE}\n"
NUMBER = "0225 3860 113"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two communes with one of everything, of which one has a number of its own."""
    return lay(tmp_path_factory.mktemp("site"), {**FAMILY, PLACE: OWN}, [])


def everywhere(*numbers: str) -> Sought:
    return Sought({"": frozenset(numbers)})


def kinds(carrying: Carrying) -> set[str]:
    return {carrier.kind for carrier in carrying.carriers}


PAPER = {"poster", "banner", "leaflet", "card", "form"}


@pytest.mark.parametrize("written", [NUMBER, "0225.3860.113", "+84 225 3860 113"])
def test_a_number_of_one_place(site: Path, written: str) -> None:
    found = list(carriers.find(site, everywhere(written)))
    assert [(carrying.code, carrying.name) for carrying in found] == [("11692", "Phường Dương Kinh")]
    listed = {entry["path"]: entry for entry in manifest.artefacts(site)}
    shown = {path for path, entry in listed.items() if NUMBER in entry.get("numbers", [])}
    paths = {carrier.path for carrier in found[0].carriers}
    assert shown
    assert shown <= paths
    assert kinds(found[0]) >= {"poster", "form", "post", "page", "preview", "bundle"}
    assert not kinds(found[0]) & {"picture", "sheet", "word", "text"}
    assert {"11692/index.html"} <= paths


def test_a_number_of_the_country(site: Path) -> None:
    common, *places = carriers.find(site, everywhere("111"))
    assert (common.code, [place.code for place in places]) == ("", ["07735", "11692"])
    assert {carrier.path for carrier in common.carriers} >= {"index.html", "404.html"}
    everything = {*PAPER, "post", "picture", "page", "preview", "bundle", "sheet", "word", "text"}
    assert all(kinds(place) == everything for place in places)


def test_a_count_of_syllables_is_no_call(site: Path) -> None:
    """A sheet of 113 syllables names that figure, but its script does not say it."""
    kho = json.loads((site / manifest.NAME).read_text("utf-8"))
    content = (site / manifest.NAME).read_text("utf-8")
    before = {entry["path"] for entry in kho["artefacts"] if entry["kind"] == "sheet"}
    assert before
    try:
        spoilt = content.replace('"numbers": ["111"]', '"numbers": ["111", "114"]')
        assert spoilt != content
        (site / manifest.NAME).write_text(spoilt, "utf-8", newline="\n")
        assert not any(kinds(c) & {"sheet", "word"} for c in carriers.find(site, everywhere("114")))
        assert any("sheet" in kinds(c) for c in carriers.find(site, everywhere("111")))
    finally:
        (site / manifest.NAME).write_text(content, "utf-8", newline="\n")


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("posters/signs", {"poster", "preview", "bundle"}),
        ("banners/number", {"banner", "preview", "bundle"}),
        ("forms/cam-ket", {"form", "preview", "bundle"}),
        ("posts/hoi", {"picture", "post", "preview", "bundle"}),
        ("scripts/loi-nhac", {"sheet", "word", "text", "page", "bundle"}),
    ],
)
def test_a_text(site: Path, text: str, wanted: set[str]) -> None:
    found = list(carriers.find(site, Sought({}, text)))
    assert [carrying.code for carrying in found] == ["07735", "11692"]
    assert all(kinds(carrying) == wanted for carrying in found)
    # A poster and a banner may have the same id.
    ids = {c.path for carrying in found for c in carrying.carriers if c.kind in PAPER}
    assert all(text.partition("s/")[0] in path for path in ids)


def test_a_page(site: Path) -> None:
    (found,) = carriers.find(site, Sought({}, "index"))
    assert [(c.kind, c.path) for c in found.carriers] == [("page", "index.html")]


def test_one_place_alone(site: Path) -> None:
    assert [c.code for c in carriers.find(site, everywhere("111"), "07735")] == ["07735"]
    assert list(carriers.find(site, everywhere(NUMBER), "07735")) == []


@pytest.mark.parametrize("sought", [everywhere("0225 3860 114"), Sought({}, "posters/x"), Sought({})])
def test_nothing(site: Path, sought: Sought) -> None:
    assert list(carriers.find(site, sought)) == []


def test_no_place_stays_with_what_was_called_back(site: Path, mini: Callable[..., Path]) -> None:
    """Neither one whose own file is wrong, nor one that nobody names in a build."""
    before = previous.read(site)
    assert before
    codes, said = {"07735", "11692"}, "    day: 2026-11-20\n    reason: Sai\n    by: Sở\n"
    found = {}
    for entry in (f"number: {NUMBER}", "contact: commune-police", "text: posters/signs", "text: index"):
        root = mini({**FAMILY, PLACE: OWN, "campaigns/thu-hoi.yml": f"recalls:\n  - {entry}\n{said}"})
        project, _ = read_project(root, root / "campaigns", TODAY)
        assert project
        found[entry] = succession.carried(project, before, codes)
    since = "đã thu hồi ngày 20/11/2026 (Sai)"
    number = {"11692": [f"số {NUMBER} {since}"]}
    assert found[f"number: {NUMBER}"] == found["contact: commune-police"] == number
    assert found["text: posters/signs"].keys() == codes
    assert set(found["text: posters/signs"]["07735"]) == {f"bài «Mua bán người là tội ác» {since}"}
    assert found["text: index"] == {}


def test_the_page_to_send(tmp_path: Path) -> None:
    """Whatever a title holds stands there as words; one line for each text."""
    poster = Carrier(
        "poster", "<b>Bẫy & lừa</b>", "vi", "11692/tai-lieu/a-color.pdf", "HTTPS://A/11692/"
    )
    eco = Carrier("poster", "<b>Bẫy & lừa</b>", "vi", "11692/tai-lieu/a-eco.pdf", "HTTPS://A/11692/")
    page = Carrier("page", "Phường", "vi", "11692/index.html", "https://a/11692/")
    found = [Carrying("11692", "Phường Dương Kinh", "Thành phố Hải Phòng", (poster, eco, page))]
    path = tmp_path / "thu-hoi/a.html"
    about = About("Thu hồi số «0225 3881 234»", "2026-11-21", TODAY, "Sai", "Sở")
    count = recallpage.write(path, about, found)
    html = path.read_text("utf-8")
    assert (count.places, count.names, count.files) == (
        1,
        ["Phường Dương Kinh (11692)"],
        "2 áp phích, 1 trang",
    )
    assert "&lt;b&gt;Bẫy &amp; lừa&lt;/b&gt;" in html
    assert "a-color.pdf, a-eco.pdf" in html
    assert html.count("☐") == 2
    assert "<h1>Thu hồi số «0225\u00a03881\u00a0234»</h1>" in html
    assert html.count("Trang mở bằng mã QR: https://a/11692/<") == 1
    assert html.index("Giấy đã in") < html.index("Trang điện thoại")
    assert "1 xã, phường · 2 áp phích, 1 trang · bản ngày 21/11/2026" in html
    assert "Sai (Sở, 21/11/2026)" in html
    assert "http-equiv" in html
    assert "<script" not in html
    assert "src=" not in html
    assert [file.name for file in path.parent.iterdir()] == ["a.html"]


def test_nothing_to_take_back_is_no_page(tmp_path: Path) -> None:
    count = recallpage.write(tmp_path / "a.html", About("a", "2026-11-21", TODAY), [])
    assert not count.kinds
    assert list(tmp_path.iterdir()) == []


def test_after_the_next_build_nothing_carries_it(tmp_path: Path) -> None:
    """The command shows, then writes; one real build; the same command finds nothing any more."""
    root = copy_project(tmp_path / "project")
    kept = {path: (root / path).read_bytes() for path in ("docs/vi/posters/111.md",)}
    trim(root)
    for path, content in kept.items():
        (root / path).write_bytes(content)
    shutil.rmtree(root / "campaigns/bac-ninh")
    (root / "campaigns/hai-phong/ninh-giang.yml").unlink()
    (root / PLACE).write_text(OWN, "utf-8")
    nothing = lachan("recall", NUMBER, cwd=root)
    assert (nothing.returncode, nothing.stdout) == (1, "")
    assert "hãy dựng trang" in nothing.stderr
    assert lachan("build", cwd=root).returncode == 0

    shown = lachan("recall", "0225.3860.113", cwd=root)
    assert (shown.returncode, shown.stderr) == (0, "")
    assert "Phường Dương Kinh (11692)" in shown.stdout
    assert "Chưa ghi gì" in shown.stdout
    assert (root / "thu-hoi/0225-3860-113.html").is_file()
    assert not (root / "campaigns/thu-hoi.yml").exists()
    assert lachan("recall", NUMBER, "--write", cwd=root).returncode == 1
    for what in (NUMBER, "0225.3860.113", "thu-doan/index", "posters/111", "can-bo/in-an"):
        done = lachan("recall", what, "--write", "--reason", "Sai", cwd=root)
        assert (done.returncode, done.stderr) == (0, "")
    listed = (root / "campaigns/thu-hoi.yml").read_text("utf-8")
    assert listed.count("number:") == 1

    done = lachan("build", cwd=root)
    assert (done.returncode, done.stderr) == (0, "")
    for what in (NUMBER, "posters/111", "thu-doan/index", "can-bo/in-an"):
        again = lachan("recall", what, cwd=root)
        assert again.stdout.startswith("Không tệp nào, trang nào ở site/ mang "), what
    assert lachan("proof", cwd=root).returncode == 0
