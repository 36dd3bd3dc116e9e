"""A finished site opened again: whatever is spoiled in it is found."""

# ruff: noqa: E501 (a case stays on its line)

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import lachan
from finished import forge, lay
from lachan.audit.siteproof import prove
from lachan.verify import proof
from miniature import FAMILY, FILES, PLACE, POLICE

GOLDEN = Path(__file__).parent / "golden"
CODE = "11692"
PAGE, LOST = f"{CODE}/index.html", "404.html"
POSTER = f"{CODE}/tai-lieu/{CODE}-vi-poster-number-eco.pdf"
POST = f"{CODE}/tai-lieu/{CODE}-vi-post-hoi.txt"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The whole site of one commune of the miniature."""
    place = f"{FILES[PLACE]}contacts: {{commune-police: {POLICE}}}\n"
    return lay(tmp_path_factory.mktemp("kit"), {**FAMILY, PLACE: place}, [CODE])


@pytest.fixture
def site(made: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(made, tmp_path / "site"))


def test_the_manifest_lists_exactly_what_was_made(made: Path) -> None:
    kho = json.loads((made / "kho.json").read_text("utf-8"))
    listed = {entry["path"] for entry in kho["artefacts"]}
    there = {path.relative_to(made).as_posix() for path in made.glob("*/tai-lieu/*")}
    assert {name for name in there if not name.endswith((".gz", ".br", ".html"))} == listed
    sums = {entry["path"]: (entry["bytes"], entry["sha256"]) for entry in kho["files"]}
    for entry in kho["artefacts"]:
        content = (made / entry["path"]).read_bytes()
        assert (entry["bytes"], entry["sha256"]) == (len(content), hashlib.sha256(content).hexdigest())
        assert sums[entry["path"]] == (entry["bytes"], entry["sha256"])


def test_the_manifest_is_what_it_was(made: Path) -> None:
    kho = json.loads((made / "kho.json").read_text("utf-8"))
    for entry in kho["artefacts"]:
        del entry["bytes"], entry["sha256"], entry["title"]
    del kho["files"], kho["seal"]
    found = json.dumps(kho, ensure_ascii=False, indent=1) + "\n"
    assert found == (GOLDEN / "kho-11692.json").read_text("utf-8")


def test_a_site_as_it_is_built(made: Path) -> None:
    assert {path.suffix for path in made.rglob("*.txt.*")} == {".gz", ".br"}
    assert prove(made) == []


def test_every_picture_says_its_own_name(made: Path) -> None:
    titles = {path.name: proof.picture_title(path.read_bytes()) for path in made.rglob("*.png")}
    assert titles == {name: name for name in titles}
    assert {"icon-192.png", "vi.png", f"{CODE}-vi-picture-hoi-wide.png"} < titles.keys()
    assert f"{CODE}-vi-card-the-color-preview.png" in titles


def test_a_packed_copy_of_old_words(site: Path) -> None:
    old = {suffix: (site / f"{LOST}{suffix}").read_bytes() for suffix in (".br", ".gz")}
    (site / LOST).write_text((site / LOST).read_text("utf-8") + "\n", "utf-8")
    forge(site)
    for suffix, content in old.items():
        (site / f"{LOST}{suffix}").write_bytes(content)
    message = "bản nén không giống tệp bên cạnh; hãy dựng lại trang"
    changed = "tệp đã đổi so với kho.json"
    assert [str(problem) for problem in prove(site)] == [
        f"{LOST}{suffix}:1: {fault}" for suffix in old for fault in (message, changed)
    ]


def append(path: str) -> Callable[[Path], object]:
    return lambda site: (site / path).write_bytes((site / path).read_bytes() + b" ")


def link(site: Path) -> None:
    (site / POSTER).rename(site / "a.pdf")
    (site / POSTER).symlink_to(site / "a.pdf")


@pytest.mark.parametrize(
    ("spoil", "problems"),
    [
        (lambda site: None, []),
        (append(POSTER), [f"{POSTER}:1: tệp đã đổi so với kho.json"]),
        (append("assets/lachan.css"), ["assets/lachan.css:1: tệp đã đổi so với kho.json", "assets/lachan.css.br:1: bản nén không giống tệp bên cạnh; hãy dựng lại trang", "assets/lachan.css.gz:1: bản nén không giống tệp bên cạnh; hãy dựng lại trang"]),
        (append("kho.json"), ["kho.json:1: tệp này đã bị sửa sau khi dựng"]),
        (lambda site: (site / POSTER).unlink(), [f"{POSTER}:1: kho.json có ghi nhưng không thấy tệp", f"{CODE}/tai-lieu/index.html:90: «../../{POSTER}» dẫn đến chỗ không có gì"]),
        (lambda site: (site / f"{PAGE}.br").unlink(), [f"{PAGE}.br:1: kho.json có ghi nhưng không thấy tệp"]),
        (lambda site: (site / CODE / "tai-lieu/la.txt").write_text("x"), [f"{CODE}/tai-lieu/la.txt:1: tệp này không có trong kho.json"]),
        (lambda site: (site / "la.db").write_text("x"), ["la.db:1: tệp này không có trong kho.json"]),
        (lambda site: (site / ".git").mkdir(), [".git:1: thư mục này không có trong kho.json"]),
        (link, [f"{POSTER}:1: đây là lối tắt (symlink), không phải tệp thật", f"{CODE}/tai-lieu/index.html:90: «../../{POSTER}» dẫn đến chỗ không có gì", "a.pdf:1: tệp này không có trong kho.json"]),
        (lambda site: (site / "kho.json").unlink(), ["kho.json:1: không thấy tệp này; đây không phải thư mục của trang đã dựng"]),
        (lambda site: shutil.rmtree(site), ["kho.json:1: không thấy tệp này; đây không phải thư mục của trang đã dựng"]),
        (lambda site: (site / "kho.json").write_text("{"), ["kho.json:1: không đọc được tệp này"]),
    ],
)  # fmt: skip
def test_what_is_spoiled(site: Path, spoil: Callable[[Path], object], problems: list[str]) -> None:
    spoil(site)
    found = [str(problem) for problem in prove(site)]
    assert found == problems


@pytest.mark.parametrize(
    ("spoil", "then"),
    [
        (append(POSTER), "Có 1 lỗi. Tệp của trang thiếu hoặc đã đổi: hãy chạy lachan build --verify để làm lại. Sau đó chạy lại lachan proof."),
        (lambda site: (site / "la.db").write_text("x"), "Có 1 lỗi. Tệp, thư mục lạ, lối tắt: hãy chuyển đi chỗ khác. Sau đó chạy lại lachan proof."),
        (lambda site: (site / POSTER).rename(site / "a.pdf"), "Có 3 lỗi. Tệp, thư mục lạ, lối tắt: hãy chuyển đi chỗ khác. Tệp của trang thiếu hoặc đã đổi: hãy chạy lachan build --verify để làm lại. Sau đó chạy lại lachan proof."),
    ],
)  # fmt: skip
def test_the_command_says_what_to_do(site: Path, spoil: Callable[[Path], object], then: str) -> None:
    spoil(site)
    done = lachan("proof", str(site), cwd=site.parent)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.splitlines()[-1] == then
