"""The copy for a USB stick: addresses written out, nothing that only a server needs."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from lachan.common.problem import ProblemsError
from lachan.inventory import manifest, previous
from lachan.publish import usb

HEAD = '<link rel="manifest" href="../manifest.webmanifest">\n<link rel="icon" href="../a.svg">'
FILES = {
    "index.html": '<a href="11692/">x</a><a href="https://a.example/b/">y</a><a href="tel:111">z</a>',
    "11692/index.html": f'{HEAD}\n<svg viewBox="0 0 1 1"></svg><A hidden href="../#m&amp;n">x</a>',
    "tim/index.html": '<p data-search="muc-luc.json" data-commune="../CODE/">x</p>',
    "tim/muc-luc.json": '{"pages":{"../11692/":["é"]},"places":{}}',
    "a.svg": "<svg/>",
    "a.svg.gz": "",
    "404.html": "",
    "sw.js": "",
    "_headers": "",
}


@pytest.fixture
def lay(tmp_path: Path) -> Callable[..., Path]:
    """A function that writes a small site, some files of it changed, and gives its folder."""

    def write(changed: Mapping[str, str] | None = None) -> Path:
        site = tmp_path / "site"
        for name, text in {**FILES, **(changed or {})}.items():
            path = site / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8", newline="\n")
        with manifest.writing(site, {"places": []}) as kho:
            kho.walked(site)
        return site

    return write


def copied(site: Path) -> Path:
    target = site.parent / "usb"
    usb.copy(site, target)
    return target


def test_folders_become_their_pages(lay: Callable[..., Path]) -> None:
    home = copied(lay()) / "index.html"
    assert home.read_text("utf-8") == FILES["index.html"].replace("11692/", "11692/index.html")


def test_all_else_stays_as_it_is(lay: Callable[..., Path]) -> None:
    page = (copied(lay()) / "11692/index.html").read_text("utf-8")
    assert page == (
        '\n<link rel="icon" href="../a.svg">\n<svg viewBox="0 0 1 1"></svg>'
        '<a hidden href="../index.html#m&amp;n">x</a>'
    )


def test_what_servers_need_is_left_behind(lay: Callable[..., Path]) -> None:
    stick = copied(lay())
    files = {path.relative_to(stick).as_posix() for path in stick.rglob("*") if path.is_file()}
    pages = {"index.html", "11692/index.html", "tim/index.html"}
    assert files == pages | {"kho.json", "a.svg", "tim/muc-luc.js"}


@pytest.mark.parametrize(
    ("address", "written"),
    [
        ("muc-luc.json", "muc-luc.js"),
        ("../tim/muc-luc.json#a", "../tim/muc-luc.js#a"),
        ("khac-muc-luc.json", "khac-muc-luc.json"),
        ("muc-luc.json/a.json", "muc-luc.json/a.json"),
    ],
)
def test_only_the_index_is_led_to_its_script(tmp_path: Path, address: str, written: str) -> None:
    assert usb.whole(tmp_path, "tim/index.html", address) == written


def test_the_index_becomes_a_script(lay: Callable[..., Path]) -> None:
    stick = copied(lay())
    page = (stick / "tim/index.html").read_text("utf-8")
    assert page == '<p data-search="muc-luc.js" data-commune="../CODE/index.html">x</p>'
    script = (stick / "tim/muc-luc.js").read_text("utf-8")
    index = json.loads(script.removeprefix("window.INDEX=").removesuffix(";\n"))
    assert index == {"pages": {"../11692/index.html": ["é"]}, "places": {}}


def test_the_same_site_gives_the_same_copy(lay: Callable[..., Path]) -> None:
    assert tree(copied(lay())) == tree(copied(lay()))


def tree(folder: Path) -> dict[str, bytes]:
    found = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


def test_the_copy_lists_its_own_files(lay: Callable[..., Path]) -> None:
    stick = copied(lay())
    there = previous.read(stick)
    assert there
    assert there.sealed
    assert there.owned == tree(stick).keys()
    assert (stick / "index.html").stat().st_size == there.files["index.html"]["bytes"]


def test_a_stranger_in_the_site_is_not_copied(lay: Callable[..., Path]) -> None:
    site = lay()
    (site / "Anh").mkdir()
    (site / "Anh/ho-so.txt").write_text("x")
    assert "Anh/ho-so.txt" not in tree(copied(site))


def test_a_new_copy_takes_the_place_of_the_old(lay: Callable[..., Path]) -> None:
    stick = copied(lay({"cu.txt": "x"}))
    (lay() / "cu.txt").unlink()
    assert "cu.txt" in tree(stick)
    assert "cu.txt" not in tree(copied(lay()))


def test_a_dead_address_is_a_problem_and_the_old_copy_stays(lay: Callable[..., Path]) -> None:
    before = tree(copied(lay()))
    site = lay({"11692/index.html": 'a\n<img src="weg.png">'})
    with pytest.raises(ProblemsError) as refused:
        copied(site)
    found = [str(problem) for problem in refused.value.problems]
    assert found == ["11692/index.html:2: «weg.png» không dẫn đến tệp nào"]
    assert sorted(path.name for path in site.parent.iterdir()) == ["site", "usb"]
    assert tree(site.parent / "usb") == before


@pytest.mark.parametrize(
    "spoil",
    [Path.unlink, lambda path: path.write_text("<svg>"), lambda path: path.write_text("<svg/>x")],
)
def test_what_is_not_as_it_was_built_is_named(
    lay: Callable[..., Path], spoil: Callable[[Path], object]
) -> None:
    site = lay()
    spoil(site / "a.svg")
    with pytest.raises(ProblemsError) as refused:
        copied(site)
    assert str(refused.value) == (
        "a.svg:1: trang thiếu tệp này, hoặc tệp đã bị sửa; hãy chạy lachan build --verify rồi làm lại"
    )


def test_only_a_built_site_is_copied(tmp_path: Path) -> None:
    with pytest.raises(ProblemsError, match="chưa có trang dựng xong ở đây"):
        usb.copy(tmp_path, tmp_path / "usb")


def test_not_into_the_site_itself(lay: Callable[..., Path]) -> None:
    site = lay()
    before = tree(site)
    for target in (site, site / "usb"):
        with pytest.raises(ProblemsError, match="hãy chọn thư mục khác"):
            usb.copy(site, target)
    assert tree(site) == before


@pytest.mark.parametrize("built", [False, True])
def test_nobody_s_file_is_lost(lay: Callable[..., Path], built: bool) -> None:
    """Neither in a folder of somebody's nor in an old copy that somebody has put something into."""
    site = lay()
    if built:
        copied(site)
    own = site.parent / "usb" / "Anh" / "ho-so.txt"
    own.parent.mkdir(parents=True)
    own.write_bytes(b"x")
    before = tree(site.parent / "usb")
    with pytest.raises(ProblemsError, match=r"«Anh/ho-so\.txt»; hãy chọn thư mục khác"):
        copied(site)
    assert tree(site.parent / "usb") == before
    assert sorted(path.name for path in site.parent.iterdir()) == ["site", "usb"]


def test_a_site_for_the_network_is_not_replaced(lay: Callable[..., Path]) -> None:
    site = lay()
    live = shutil.copytree(site, site.parent / "usb")
    before = tree(live)
    with pytest.raises(ProblemsError, match="đây là trang để đưa lên mạng"):
        copied(site)
    assert tree(live) == before
