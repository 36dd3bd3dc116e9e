"""The copy for a USB stick: addresses written out, nothing that only a server needs."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from lachan import usb
from lachan.problem import ProblemsError

HEAD = '<link rel="manifest" href="../manifest.webmanifest">\n<link rel="icon" href="../a.svg">'
FILES = {
    "kho.json": "{}",
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
        for name, text in {**FILES, **(changed or {})}.items():
            path = tmp_path / "site" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8", newline="\n")
        return tmp_path / "site"

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


def test_the_index_becomes_a_script(lay: Callable[..., Path]) -> None:
    stick = copied(lay())
    page = (stick / "tim/index.html").read_text("utf-8")
    assert page == '<p data-search="muc-luc.js" data-commune="../CODE/index.html">x</p>'
    script = (stick / "tim/muc-luc.js").read_text("utf-8")
    index = json.loads(script.removeprefix("window.INDEX=").removesuffix(";\n"))
    assert index == {"pages": {"../11692/index.html": ["é"]}, "places": {}}


def test_the_same_site_gives_the_same_copy(lay: Callable[..., Path]) -> None:
    first = {path: path.read_bytes() for path in copied(lay()).rglob("*.html")}
    assert {path: path.read_bytes() for path in copied(lay()).rglob("*.html")} == first


def test_a_dead_address_is_a_problem_and_nothing_is_written(lay: Callable[..., Path]) -> None:
    site = lay({"11692/index.html": 'a\n<img src="weg.png">'})
    with pytest.raises(ProblemsError) as refused:
        copied(site)
    found = [str(problem) for problem in refused.value.problems]
    assert found == ["11692/index.html:2: «weg.png» không dẫn đến tệp nào"]
    assert sorted(path.name for path in site.parent.iterdir()) == ["site"]


def test_only_a_built_site_is_copied(tmp_path: Path) -> None:
    with pytest.raises(ProblemsError, match="chưa có trang dựng xong ở đây"):
        usb.copy(tmp_path, tmp_path / "usb")


def test_somebodys_folder_is_not_replaced(lay: Callable[..., Path]) -> None:
    site = lay()
    kept = site.parent / "usb" / "anh.jpg"
    kept.parent.mkdir()
    kept.write_bytes(b"x")
    with pytest.raises(ProblemsError, match="hãy chọn thư mục khác"):
        copied(site)
    assert kept.exists()
