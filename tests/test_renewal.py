"""A site built again into its folder: what nobody touched stays, what somebody broke is whole again."""

from __future__ import annotations

import os
import shutil
from datetime import date
from pathlib import Path

import pytest
from conftest import copy_project, lachan, trim
from lachan.audit.siteproof import prove
from lachan.build import pipeline
from lachan.common.problem import ProblemsError
from lachan.publish import usb
from lachan.publish.renewal import Renewed, emptied, renew

CHANGED = """\
code: 11692
name: Phường Dương Kinh
contacts:
  commune-police: {number: 0225 3860 113, source: a, checked: 2026-11-01, print: yes}
"""
"""The number is made up: it must not leave the tests."""
PLACE = "campaigns/hai-phong/duong-kinh.yml"
GONE = "campaigns/bac-ninh"
CODE = "07735"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three communes with little on paper, as they were built first."""
    root = copy_project(tmp_path_factory.mktemp("small"))
    trim(root)
    renewed(root)
    return root


@pytest.fixture
def root(built: Path, tmp_path: Path) -> Path:
    """A copy of it, whose store knows of its site what a store of another place knows: nothing."""
    return Path(shutil.copytree(built, tmp_path / "root"))


def renewed(root: Path, site: str = "site", **choice: object) -> Renewed:
    return renew(root, root / "campaigns", root / site, date(2026, 12, 1), **choice)  # type: ignore[arg-type]


def tree(site: Path) -> dict[str, bytes]:
    files = (path for path in site.rglob("*") if path.is_file())
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in files}


def test_places_that_nobody_named_stay_whatever_changes(root: Path) -> None:
    """The same bytes as if all had been built: pages, finder, search, sitemap, worker and kho.json."""
    (root / PLACE).write_text(CHANGED, "utf-8")
    shutil.rmtree(root / GONE)
    done = renewed(root, codes=["11692"])
    assert [place.code for place in done.places] == ["11692"]
    assert [place.code for place in done.staying] == [CODE, "11203"]
    assert (done.gone, done.dead) == (0, frozenset())
    shutil.copytree(Path(__file__).parents[1] / GONE, root / GONE)
    renewed(root, "all")
    assert tree(root / "site") == tree(root / "all")
    assert prove(root / "site") == []


def test_a_place_goes_when_somebody_says_so(root: Path) -> None:
    shutil.rmtree(root / GONE)
    waiting = renewed(root)
    assert [place.code for place in waiting.staying] == [CODE]
    assert (root / "site" / CODE / "index.html").exists()
    done = renewed(root, prune=True)
    assert (done.staying, done.gone) == ([], 1)
    scripts = ("07735/2/", "07735/42/", "en/07735/2/")
    assert done.dead == {f"https://lachan.example/{page}" for page in scripts}
    renewed(root, "fresh")
    assert tree(root / "site") == tree(root / "fresh")
    assert not (root / "site" / CODE).exists()


def spoil(site: Path) -> None:
    """Files swapped, pages removed and emptied, styles cut off, one changed in secret."""
    room = site / "11692/tai-lieu"
    one, other = sorted(room.glob("*.pdf"))[:2]
    one.rename(room / "x")
    other.rename(one)
    (room / "x").rename(other)
    (site / "11692/index.html").unlink()
    (site / "thu-doan/viec-nhe-luong-cao/index.html").unlink()
    (site / "index.html").write_text("")
    (site / "assets/lachan.css").write_bytes((site / "assets/lachan.css").read_bytes()[:99])
    shutil.rmtree(site / "en/11203")


def test_what_was_broken_is_whole_again(root: Path) -> None:
    renewed(root)
    expected = tree(root / "site")
    spoil(root / "site")
    done = renewed(root)
    assert done.unchanged == 1
    assert tree(root / "site") == expected


def test_what_was_changed_in_secret_is_seen_when_all_is_read(root: Path) -> None:
    renewed(root)
    expected = tree(root / "site")
    page = root / "site/11692/index.html"
    state = page.stat()
    page.write_bytes(page.read_bytes().replace(b"111", b"112"))
    os.utime(page, ns=(state.st_atime_ns, state.st_mtime_ns))
    renewed(root, verify=True)
    assert tree(root / "site") == expected


@pytest.mark.parametrize("name", ["Anh/ho-so.txt", "11692/tai-lieu/quet.exe"])
def test_somebody_s_file_stops_it(root: Path, name: str) -> None:
    own = root / "site" / name
    own.parent.mkdir(exist_ok=True)
    own.write_bytes(b"x")
    before = tree(root)
    with pytest.raises(ProblemsError, match=f"«{name}»; hãy chọn thư mục khác"):
        renewed(root)
    assert tree(root) == before


def test_no_site_takes_the_place_of_a_copy_for_a_stick(root: Path) -> None:
    """Its pages of places that stay would be no pages for a server."""
    usb.copy(root / "site", root / "usb")
    before = tree(root)
    with pytest.raises(ProblemsError, match="đây là bản chép cho USB, không phải trang để đưa lên"):
        renewed(root, "usb", codes=["11692"])
    assert tree(root) == before


def test_while_mkdocs_builds_by_itself_nobody_else_does(root: Path) -> None:
    places = pipeline.read(root, root / "campaigns", date(2026, 12, 1))[0].campaign.places
    with emptied(root / "site", places), pytest.raises(ProblemsError, match="một lần dựng khác"):
        renewed(root)
    with pytest.raises(ProblemsError, match="trang này còn 1 nơi"), emptied(root / "site", places[1:]):
        pass
    (root / "site/own.txt").write_text("x")
    with pytest.raises(ProblemsError, match=r"«own\.txt»"), emptied(root / "site", places):
        pass
    assert not list(root.glob(".site-*"))


def test_what_people_are_told(root: Path) -> None:
    done = lachan("build", "--place", "11692", "--prune", cwd=root)
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines()[1:4] == [
        "Làm mới 1 nơi: đã mở lại và đối chiếu từng tệp.",
        "Đã bỏ 2 xã, phường khỏi trang.",
        "6 mã QR đã in từ nay không mở được trang nào nữa: https://lachan.example/07735/2/, "
        "https://lachan.example/07735/42/, https://lachan.example/11203/2/ …",
    ]
    done = lachan("build", cwd=root)
    assert done.stdout.splitlines()[1:3] == [
        "Làm mới 2 nơi: đã mở lại và đối chiếu từng tệp.",
        "Không đổi 1 nơi: đã so tên, cỡ và giờ ghi từng tệp.",
    ]
    done = lachan("build", "--place", "07735", cwd=root)
    assert done.stdout.splitlines()[2] == (
        "Giữ nguyên trên trang 2 xã, phường không dựng lần này (muốn bỏ thì thêm --prune; "
        "mã QR đã in của những nơi ấy sẽ không mở được nữa)."
    )
