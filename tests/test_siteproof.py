"""A finished site opened again: whatever is spoiled in it is found."""

# ruff: noqa: E501 (a case stays on its line)

from __future__ import annotations

import hashlib
import io
import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from conftest import lachan
from lachan import build, proof
from lachan.project import Project
from lachan.publish import publish
from lachan.siteproof import prove
from miniature import FAMILY, FILES, PLACE, POLICE, read, write
from PIL import Image

GOLDEN = Path(__file__).parent / "golden"
CODE = "11692"
POSTER = f"{CODE}/tai-lieu/{CODE}-vi-poster-number-eco"
PREVIEW = f"{CODE}/tai-lieu/{CODE}-vi-poster-number-color-preview"
PICTURE = f"{CODE}/tai-lieu/{CODE}-vi-picture-hoi"
POST = f"{CODE}/tai-lieu/{CODE}-vi-post-hoi.txt"
PAGES = {f"{CODE}/{page}index.html" for page in ("", "1/", "tai-lieu/")}
QR = "HTTPS://LACHAN.EXAMPLE/11692/"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The kit of one commune of the miniature, its pages as short as can be."""
    root = write(
        tmp_path_factory.mktemp("kit"),
        {**FAMILY, PLACE: f"{FILES[PLACE]}contacts: {{commune-police: {POLICE}}}\n"},
    )
    project: Project = read(root)
    site = root / "site"
    site.mkdir()
    publish(build.press(project, build.choose(project, [CODE])), site)
    for page in PAGES:
        for copy in site.glob(f"{page}*"):
            copy.unlink()
        (site / page).write_text('<a href="tel:111">111</a>', "utf-8")
    return site


@pytest.fixture
def site(made: Path, tmp_path: Path) -> Path:
    """The same without packed copies, which would no longer be true of what a test spoils."""
    return Path(shutil.copytree(made, tmp_path / "site", ignore=shutil.ignore_patterns("*.gz", "*.br")))


def test_the_manifest_lists_exactly_what_is_there(made: Path) -> None:
    kho = json.loads((made / "kho.json").read_text("utf-8"))
    files = {p.relative_to(made).as_posix() for p in made.rglob("*") if p.is_file()}
    files = {name for name in files if not name.endswith((".gz", ".br"))}
    files = {name for name in files if not name.startswith(("assets/icon-", "chia-se/"))}
    listed = {entry["path"] for entry in kho["artefacts"]}
    assert files == listed | {"kho.json", *PAGES}
    for entry in kho["artefacts"]:
        content = (made / entry["path"]).read_bytes()
        assert (entry["bytes"], entry["sha256"]) == (len(content), hashlib.sha256(content).hexdigest())


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


def test_a_packed_copy_of_old_words(made: Path, tmp_path: Path) -> None:
    site = Path(shutil.copytree(made, tmp_path / "site"))
    content(POST, (site / POST).read_bytes() + b"\n")(site)
    assert [problem.path for problem in prove(site)] == [f"{POST}.br", f"{POST}.gz"]


def test_a_good_site(site: Path) -> None:
    assert prove(site) == []


def png(width: int, height: int) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (width, height)).save(out, "PNG")
    return out.getvalue()


def page(text: str) -> Callable[[Path], object]:
    return lambda site: (site / CODE / "index.html").write_text(text, "utf-8")


def entry(path: str, **changes: Any) -> Callable[[Path], object]:
    """Change what the manifest says of a file."""

    def change(site: Path) -> None:
        kho = json.loads((site / "kho.json").read_text("utf-8"))
        next(e for e in kho["artefacts"] if e["path"] == path).update(changes)
        (site / "kho.json").write_text(json.dumps(kho), "utf-8")

    return change


def content(path: str, new: bytes) -> Callable[[Path], object]:
    """Put another file in the place of `path`, with the right checksum."""

    def change(site: Path) -> None:
        (site / path).write_bytes(new)
        entry(path, bytes=len(new), sha256=hashlib.sha256(new).hexdigest())(site)

    return change


@pytest.mark.parametrize(
    ("spoil", "problems"),
    [
        (page('<a href="tel:111">111</a> <a href="tel:+842253860113">0225 3860 113</a>'), []),
        (page('\n<a href="tel:0912345678">gọi</a>'), [f"{CODE}/index.html:2: nút gọi tel:0912345678 không phải đầu mối nào"]),
        (page("<p>0912 345 678</p>"), [f"{CODE}/index.html:1: số «0912 345 678» không phải đầu mối nào"]),
        (page("<p>0912&nbsp;345&#32;678</p>"), [f"{CODE}/index.html:1: số «0912\u00a0345 678» không phải đầu mối nào"]),
        (page("<p>0912 <b>345</b> 678</p>"), [f"{CODE}/index.html:1: số «0912 345 678» không phải đầu mối nào"]),
        (page('<?xml version="1.0" encoding="utf-8"?>\n<p>0912 345 678</p>'), [f"{CODE}/index.html:2: số «0912 345 678» không phải đầu mối nào"]),
        (page(""), []),
        (page("<script src='x.js'>0912345678</script>"), []),
        (page("\n<script>0912345678</script>"), [f"{CODE}/index.html:2: trang không được có mã viết thẳng trong <script>"]),
        (page("<p onclick='a()'>a</p>"), [f"{CODE}/index.html:1: trang không dùng được thuộc tính onclick"]),
        (lambda site: (site / CODE / "1/index.html").unlink(), [f"{CODE}/tai-lieu/{CODE}-vi-sheet-loi-nhac.pdf:1: mã QR mở {QR}1/, không phải một trang của bản này"]),
        (lambda site: (site / f"{PREVIEW}.png").unlink(), [f"{PREVIEW}.png:1: kho.json có ghi nhưng không thấy tệp"]),
        (lambda site: (site / f"{POSTER}.pdf").write_bytes(b"%PDF"), [f"{POSTER}.pdf:1: tệp đã đổi so với kho.json"]),
        (lambda site: (site / CODE / "tai-lieu/la.txt").write_text("x"), [f"{CODE}/tai-lieu/la.txt:1: tệp này không có trong kho.json"]),
        (lambda site: (site / CODE / "tai-lieu/la.txt.gz").write_bytes(b"x"), [f"{CODE}/tai-lieu/la.txt:1: tệp này không có trong kho.json", f"{CODE}/tai-lieu/la.txt.gz:1: bản nén không giống tệp bên cạnh; hãy dựng lại trang"]),
        (entry(f"{POSTER}.pdf", numbers=["111", "113"]), [f"{POSTER}.pdf:1: có số lạ 02253860113"]),
        (entry(f"{POSTER}.pdf", numbers=["111", "113", "0225 3860 114"]), [f"{POSTER}.pdf:1: có số lạ 02253860113", f"{POSTER}.pdf:1: không tìm thấy số 02253860114"]),
        (entry(f"{POSTER}.pdf", qr=f"{QR}1/"), [f"{POSTER}.pdf:1: mã QR đọc ra {QR}, đúng ra là {QR}1/"]),
        (entry(f"{POSTER}.pdf", pages=2), [f"{POSTER}.pdf:1: có 1 trang, đúng ra là 2"]),
        (content(f"{POSTER}.pdf", b"%PDF-1.7"), [f"{POSTER}.pdf:1: không mở được tệp PDF"]),
        (content(f"{PREVIEW}.png", b"x"), [f"{PREVIEW}.png:1: không mở được ảnh"]),
        (content(f"{PICTURE}-wide.png", b"x"), [f"{PICTURE}-wide.png:1: không mở được ảnh"]),
        (content(f"{PICTURE}-tall.png", png(1080, 1900)), [f"{PICTURE}-tall.png:1: ảnh rộng 1080, cao 1900 điểm, đúng ra là 1080, 1920"]),
        (content(f"{PICTURE}-tall.png", png(1080, 1920)), []),
        (entry(f"{PICTURE}-square.png", variant="wide"), [f"{PICTURE}-square.png:1: ảnh rộng 1080, cao 1080 điểm, đúng ra là 1200, 630"]),
        (entry(f"{PICTURE}-square.png", variant="round"), ["kho.json:1: tệp này thiếu mục hoặc đã bị sửa; hãy dựng lại trang"]),
        (content(POST, b"\xff"), [f"{POST}:1: chữ không đúng mã UTF-8"]),
        (content(POST, "Gọi 111, 113.".encode()), [f"{POST}:1: không tìm thấy số 02253860113"]),
        (content(POST, "Gọi 111, 113, 0225 3860 113, 0912 345 678.".encode()), [f"{POST}:1: có số lạ 0912345678"]),
        (entry(POST, numbers=["111", "113"]), [f"{POST}:1: có số lạ 02253860113"]),
        (content(f"{CODE}/tai-lieu/{CODE}-vi-kit.zip", b"x"), [f"{CODE}/tai-lieu/{CODE}-vi-kit.zip:1: không mở được tệp nén"]),
        (lambda site: (site / "kho.json").unlink(), ["kho.json:1: không đọc được tệp này; thư mục này không phải trang đã dựng"]),
        (lambda site: (site / "kho.json").write_text("{"), ["kho.json:1: không đọc được tệp này; thư mục này không phải trang đã dựng"]),
        (lambda site: (site / "kho.json").write_text("{}"), ["kho.json:1: tệp này thiếu mục hoặc đã bị sửa; hãy dựng lại trang"]),
        (lambda site: (site / "kho.json").write_text("[]"), ["kho.json:1: tệp này thiếu mục hoặc đã bị sửa; hãy dựng lại trang"]),
        (lambda site: (site / "la.html").write_bytes(b"\xff"), ["la.html:1: chữ không đúng mã UTF-8"]),
    ],
)  # fmt: skip
def test_what_is_spoiled(site: Path, spoil: Callable[[Path], object], problems: list[str]) -> None:
    spoil(site)
    assert [str(problem) for problem in prove(site)] == problems


def test_another_commune_s_number_has_no_place_on_a_page(site: Path) -> None:
    (site / "07735").mkdir()
    (site / "07735/index.html").write_text("<p>0225 3860 113</p>", "utf-8")
    assert [str(problem) for problem in prove(site)] == [
        "07735/index.html:1: số «0225 3860 113» không phải đầu mối nào"
    ]


def test_the_command(site: Path) -> None:
    page("<p>0912 345 678</p>")(site)
    done = lachan("proof", str(site), cwd=site)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.splitlines()[0].startswith(f"{CODE}/index.html:1: ")
