"""The commands as people run them: what they say, what they leave, and how they end."""

# ruff: noqa: E501 (a case stays on its line)

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from conftest import DAY, copy_project, lachan
from lachan.audit.siteproof import prove
from lachan.common.clock import EPOCH
from lachan.files.systemfiles import of_system

Spoil = Callable[[Mapping[str, str | bytes | None]], Path]
POLICE = "0225 3860 113"
"""Made up: it must not leave the tests."""


def tree(site: Path) -> dict[str, bytes]:
    """Every file of a site."""
    return {
        p.relative_to(site).as_posix(): p.read_bytes() for p in sorted(site.rglob("*")) if p.is_file()
    }


def test_proof_of_a_built_site(built: Path) -> None:
    done = lachan("proof", "site", cwd=built)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("Đã mở lại ")


def test_another_day_another_machine_the_same_bytes(built: Path, tmp_path: Path) -> None:
    """Another folder, empty cache, other language, time zone and hash seed; places named one by one."""
    root = copy_project(tmp_path / "một nơi khác", built)
    codes = [code for place in kho(built / "site")["places"] for code in ("--place", place["code"])]
    done = lachan(
        "build", *codes, cwd=root, LANG="C", LC_ALL="C", TZ="Asia/Ho_Chi_Minh", PYTHONHASHSEED="7"
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert changed(built / "site", root / "site") == []


def test_mkdocs_builds_the_same_site(built: Path, tmp_path: Path) -> None:
    root = copy_project(tmp_path / "project", built)
    shutil.copytree(built / ".cache", root / ".cache")
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet"],
        cwd=root, capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    assert changed(built / "site", root / "site") == []


def changed(one: Path, other: Path) -> list[str]:
    """The paths that only one site has or that differ."""
    a, b = tree(one), tree(other)
    return sorted(path for path in a.keys() | b.keys() if a.get(path) != b.get(path))


def kho(site: Path) -> dict[str, list[dict[str, str]]]:
    content: dict[str, list[dict[str, str]]] = json.loads((site / "kho.json").read_text("utf-8"))
    return content


KHO = '{"places": [], "files": [{"path": "index.html", "bytes": 3, "sha256": ""}]}'
NEW_PLACES = {
    "campaigns/ha-noi/province.yml": "code: 01\nname: Thành phố Hà Nội\n",
    "campaigns/ha-noi/van-mieu.yml": "code: 00226\nname: Phường Văn Miếu - Quốc Tử Giám\n"
    "contacts:\n  commune-police:\n"
    f"    {{number: {POLICE}, source: a, checked: 2026-11-01, print: yes}}\n",
    "campaigns/hai-phong/dac-khu.yml": "code: 11914\nname: Đặc khu Bạch Long Vĩ\n",
}


def test_mkdocs_never_reads_a_head_that_only_we_understand(project: Path) -> None:
    """`=` and a date that is none are tags of their own for other YAML readers."""
    page = project / "docs/vi/ngay-30-7.md"
    text = page.read_text("utf-8").replace("title: Ngày 30/7", "title: 2026-13-01")
    page.write_text(text.replace("eye:", "eye: =", 1), "utf-8")
    done = lachan("build", "--place", "07735", cwd=project)
    assert (done.returncode, done.stderr) == (0, "")
    assert "<title>2026-13-01</title>" in (project / "site/ngay-30-7/index.html").read_text("utf-8")


def test_new_places_in_a_folder_of_their_own(built: Path, tmp_path: Path) -> None:
    """Longest name, code with zeros in front, a special zone, a local number, a real address."""
    root = copy_project(tmp_path / "project", built)
    shutil.copytree(built / ".cache", root / ".cache")
    shutil.copytree(root / "campaigns", tmp_path / "nơi chốn")
    for name, text in NEW_PLACES.items():
        path = tmp_path / "nơi chốn" / name.removeprefix("campaigns/")
        path.parent.mkdir(exist_ok=True)
        path.write_text(text.replace("\n", "\r\n"), "utf-8-sig", newline="")
    config = (root / "mkdocs.yml").read_text("utf-8")
    (root / "mkdocs.yml").write_text(config.replace("lachan.example", "lachan.gov.vn"), "utf-8")
    site = tmp_path / "ra đây" / "trang"
    done = lachan(
        "build", "--place", "00226", "--place", "11914",
        "--campaigns", str(tmp_path / "nơi chốn"), "--output", str(site), cwd=root,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    assert prove(site) == []
    assert not (root / "site").exists()
    assert [place["name"] for place in kho(site)["places"]] == [
        "Phường Văn Miếu - Quốc Tử Giám",
        "Đặc khu Bạch Long Vĩ",
    ]
    assert_the_local_number_is_here_and_nowhere_else(site)
    home = (site / "index.html").read_text("utf-8")
    assert '"00226/"' in home
    assert '"11692/"' not in home
    assert "BẢN MẪU" not in (site / "00226/tai-lieu/index.html").read_text("utf-8")


def assert_the_local_number_is_here_and_nowhere_else(site: Path) -> None:
    """On every paper and post of the place but the sticker, which travels."""
    kinds = {"poster", "banner", "leaflet", "card", "form", "post"}
    printed = {a["path"] for a in kho(site)["artefacts"] if POLICE in a.get("numbers", ())}
    assert printed == {
        a["path"]
        for a in kho(site)["artefacts"]
        if a["kind"] in kinds and a["place"] == "00226" and a["id"] != "nhan-dan-cua"
    }
    assert [c["tel"] for c in kho(site)["contacts"] if c["number"] == POLICE] == ["tel:+842253860113"]
    pages = {
        p.relative_to(site).as_posix() for p in site.rglob("*.html") if POLICE in p.read_text("utf-8")
    }
    own = {"00226/index.html", "00226/tai-lieu/index.html"}
    assert pages == own | {f"en/{page}" for page in own}
    assert 'href="tel:+842253860113"' in (site / "00226/index.html").read_text("utf-8")


@pytest.mark.parametrize("command", [["build", "--strict"], ["check"]])
def test_problems_are_lines_and_the_old_site_stays(spoiled: Spoil, command: list[str]) -> None:
    root = spoiled(
        {
            "site/kho.json": KHO,
            "site/index.html": "cũ",
            "campaigns/hai-phong/duong-kinh.yml": "code: 1169\nname: Dương Kinh\n",
            "campaigns/bac-ninh/dong-viet.yml": "code: [\n",
        }
    )
    done = lachan(*command, cwd=root)
    assert (done.returncode, done.stdout) == (1, "")
    assert [line for line in done.stderr.splitlines() if "lưu ý" not in line] == [
        "campaigns/bac-ninh/dong-viet.yml:2: YAML viết sai gần đây: thiếu lời hoặc dấu ngoặc đóng",
        "campaigns/hai-phong/duong-kinh.yml:1: «code»: mã gồm đúng 5 chữ số, ví dụ 07735; nhưng thấy «1169»",
        "campaigns/hai-phong/duong-kinh.yml:2: «name»: tên bắt đầu bằng Xã, Phường, Đặc khu, "
        "ví dụ Phường Dương Kinh; nhưng thấy «Dương Kinh»",
        "Có 3 lỗi. Chưa có gì thay đổi; sửa xong hãy chạy lại.",
    ]
    assert tree(root / "site") == {"index.html": "cũ".encode(), "kho.json": KHO.encode()}


def test_what_cannot_be_printed_is_a_line_too(spoiled: Spoil, project: Path) -> None:
    name = "docs/vi/posters/111.md"
    text = (project / name).read_text("utf-8")
    front = text[: text.index("\n# ") + 1]
    lines = front.count("\n")
    done = lachan(
        "check", cwd=spoiled({name: f"{front}# {'Bị lừa đi làm xa ' * 6}*Hết*\n\n> Gọi ngay\n"})
    )
    assert done.returncode == 1
    assert done.stderr.splitlines() == [
        f"{name}:{lines + 1}: «{'Bị lừa đi làm xa ' * 6}Hết» dài quá chỗ trên giấy; hãy viết ngắn hơn",
        "Có 1 lỗi. Chưa có gì thay đổi; sửa xong hãy chạy lại.",
    ]


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        (["--place", "99999"], "campaigns:1: không có nơi nào mang mã 99999"),
        (["--campaigns", "không-có"], "không-có/vietnam.yml:1: không mở được tệp này"),
        (["--output", "docs"], "docs:1: đã có sẵn và không phải trang do Lá Chắn dựng"),
        (["--output", "."], ":1: đã có sẵn và không phải trang do Lá Chắn dựng"),
        (["--output", "mkdocs.yml"], "mkdocs.yml:1: đây là một tệp, không phải trang do Lá Chắn dựng"),
    ],
)
def test_build_with_what_is_not_there(project: Path, arguments: list[str], error: str) -> None:
    before = tree(project)
    done = lachan("build", *arguments, cwd=project)
    assert (done.returncode, done.stdout) == (1, "")
    assert error in done.stderr.splitlines()[0]
    assert tree(project) == before


def test_outside_of_a_project(tmp_path: Path) -> None:
    done = lachan("check", cwd=tmp_path)
    assert done.returncode == 1
    assert done.stderr.startswith("mkdocs.yml:1: không thấy tệp này")


@pytest.mark.parametrize(
    ("typed", "code", "out"),
    [
        ("Gọi 111.".encode(), 0, "Gọi một một một.\n"),
        (
            "\ufeffGọi 111.\r\nNgày 30/7.\r\n".encode(),
            0,
            "Gọi một một một.\nNgày ba mươi tháng bảy.\n\n",
        ),
        (b"\xff\xfe", 1, ""),
        ("Gọi XYZQ.".encode(), 1, ""),
        (b"", 0, "\n"),
    ],
)
def test_read_from_a_pipe(typed: bytes, code: int, out: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "lachan", "read"], input=typed, capture_output=True, check=False
    )
    assert (done.returncode, done.stdout.decode("utf-8")) == (code, out)
    assert "Traceback" not in done.stderr.decode("utf-8")
    assert done.stderr.decode("utf-8").startswith("<bài>:1: ") == bool(code)


@pytest.mark.parametrize(
    ("rate", "seconds"),
    [("loa", 60 * 90 / 210), ("140", 60 * 90 / 210 * 150 / 140), ("vov", 60 * 90 / 275)],
)
def test_read_at_a_rate(tmp_path: Path, rate: str, seconds: float) -> None:
    done = lachan("read", "bà " * 90, "--json", "--rate", rate, cwd=tmp_path)
    assert json.loads(done.stdout)["seconds"] == round(seconds, 1)


@pytest.mark.parametrize("rate", ["20", "301", "nhanh", "nan"])
def test_read_at_a_rate_that_is_none(tmp_path: Path, rate: str) -> None:
    done = lachan("read", "bà con", "--rate", rate, cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.splitlines()[-1] == (
        f"Error: Invalid value for '--rate': «{rate}» chưa dùng được; hãy ghi loa, tin, vov, "
        "hoặc số tiếng một phút từ 80 đến 300, ví dụ 140"
    )


def test_read_with_readings_of_ones_own(tmp_path: Path) -> None:
    (tmp_path / "từ.yml").write_text("TTCB: tổ trưởng cán bộ\n", "utf-8")
    done = lachan("read", "Gặp TTCB.", "--lexicon", "từ.yml", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (0, "Gặp tổ trưởng cán bộ.\n")


@pytest.mark.parametrize(
    ("lexicon", "errors"),
    [
        (None, ["từ.yml:1: không mở được tệp này"]),
        (
            "A1: [a]\nB1: bê\nB1: bi\n",
            [
                "từ.yml:3: mục «B1» viết hai lần; hãy giữ một",
                "từ.yml:1: lời đọc phải là chữ, ví dụ VNeID: vi en ai đi",
            ],
        ),
        (
            "TTCB: cán bộ\nXYZ: 5G\n+x: ích\n",
            [
                "từ.yml:2: lời đọc của “XYZ” phải bằng chữ, không dùng số, chữ tắt, từ khác trong bảng",
                "từ.yml:3: “+x” không phải một từ hay một chữ viết tắt, nên không gặp trong bài",
            ],
        ),
    ],
)
def test_read_with_readings_of_no_use(tmp_path: Path, lexicon: str | None, errors: list[str]) -> None:
    if lexicon is not None:
        (tmp_path / "từ.yml").write_text(lexicon, "utf-8")
    done = lachan("read", "bà con", "--lexicon", "từ.yml", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.splitlines()[:-1] == errors


def test_what_systems_leave_in_folders_is_nobodys_mistake_and_on_no_site(site: Path) -> None:
    assert not [path for path in site.rglob("*") if of_system(path.name)]


@pytest.mark.parametrize(
    ("command", "found"), [(["--help"], "áp phích"), (["server", "nginx"], "chứng thư"), (["x"], "«x»")]
)
def test_all_is_said_in_utf_8_whatever_the_system_speaks(
    built: Path, command: list[str], found: str
) -> None:
    done = lachan(*command, cwd=built, PYTHONIOENCODING="cp1252", PYTHONUTF8="0")
    assert found.strip("«»") in done.stdout + done.stderr


def test_answers_in_utf_8_are_understood_whatever_the_system_speaks(project: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "lachan", "new"],
        cwd=project,
        env=os.environ | {EPOCH: DAY, "PYTHONIOENCODING": "cp1252", "PYTHONUTF8": "0"},
        input="31\nThành phố Hải Phòng\n11948\nĐặc khu Bạch Long Vĩ\n".encode(),
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    written = (project / "campaigns/hai-phong/bach-long-vi.yml").read_text("utf-8")
    assert "name: Đặc khu Bạch Long Vĩ" in written


def test_letters_in_another_code_are_refused_not_guessed(project: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "lachan", "new"],
        cwd=project,
        env=os.environ | {EPOCH: DAY},
        input="31\nThành ph".encode() + b"\xf4 H\xe4i\n",
        capture_output=True,
        check=False,
    )
    assert done.returncode == 1
    assert b"Traceback" not in done.stderr
