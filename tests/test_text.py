"""Files of docs/: their front matter, their names, and what does not belong there."""

# ruff: noqa: E501 (a case stays on its line)

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from lachan.plan.artefacts import plan
from lachan.texts.design import read_designs
from lachan.texts.project import Project
from miniature import FILES, INDEX, NUMBER, ROOT, SCRIPT, SIGNS, edited, read, said

Lay = Callable[..., Path]
POSTERS = ", ".join(name for kind, name in read_designs(ROOT / "assets")[0] if kind == "poster")
LOST = "không có đường nào từ trang chủ dẫn đến trang này"
NAME = "tên tệp chỉ gồm chữ thường không dấu, chữ số và gạch nối"


def test_a_text_knows_its_file_and_line(read_mini: Project) -> None:
    text = read_mini.texts.posters["vi", "poster", "signs"]
    assert (text.path, text.kind, text.body_line) == (SIGNS, "poster", 15)
    assert text.body.startswith("# Mua bán người")
    assert text.tree.at(("art",)).line == 7
    assert len(text.digest) == 12


@pytest.mark.parametrize(
    ("files", "problems"),
    [
        ({INDEX: ""}, [f"{INDEX}:1: thiếu phần đầu tệp giữa hai dòng «---»"]),
        ({INDEX: "# Chỉ có bài"}, [f"{INDEX}:1: thiếu phần đầu tệp giữa hai dòng «---»"]),
        ({INDEX: "---\ntitle: x\n"}, [f"{INDEX}:1: thiếu phần đầu tệp giữa hai dòng «---»"]),
        ({INDEX: b"---\n\xff\n---\n"}, [f"{INDEX}:2: chữ không đúng mã UTF-8; hãy lưu lại tệp với mã UTF-8"]),
        (edited(INDEX, "title:", "titel:"), [f"{INDEX}:2: không có mục nào tên «titel»; có phải «title»?", f"{INDEX}:2: thiếu mục «title»"]),
        (edited(INDEX, "reviewed: 2026-11-21", "reviewed: hôm nay"), [f"{INDEX}:6: «reviewed»: cần ngày viết kiểu 2026-07-30, nhưng thấy «hôm nay»"]),
        (edited(INDEX, "sources: [luat-53]", "sources: []"), [f"{INDEX}:5: «sources»: cần ít nhất một dòng, nhưng thấy «một danh sách»"]),
        (edited(NUMBER, "template: number", "template: nmber"), [f"{NUMBER}:3: «template»: cần một trong {POSTERS}, nhưng thấy «nmber»"]),
        (edited(NUMBER, "number: 1", "number: 100"), [f"{NUMBER}:2: «number»: cần không quá 99, nhưng thấy «100»"]),
        (edited(SCRIPT, '"0:07"', "7"), [f"{SCRIPT}:3: «target»: cần chữ đúng mẫu ^[0-9]{{1,2}}:[0-5][0-9]$, nhưng thấy «7»"]),
        ({"docs/.DS_Store": "x", "docs/vi/.DS_Store": "x", "docs/vi/posters/._a.md": "x"}, []),
        ({"docs/vi/a.txt": "x"}, ["docs/vi/a.txt:1: không rõ tệp này để làm gì; bài viết là tệp .md"]),
        ({"docs/a.md": "x"}, ["docs/a.md:1: không thuộc ngôn ngữ nào trong mkdocs.yml (plugins: i18n: languages)"]),
        ({"docs/zh/a.md": "x"}, ["docs/zh:1: không thuộc ngôn ngữ nào trong mkdocs.yml (plugins: i18n: languages)"]),
        ({"docs/vi/Áp.md": FILES[INDEX]}, [f"docs/vi/Áp.md:1: {LOST}", f"docs/vi/Áp.md:1: {NAME}"]),
        ({"docs/vi/nul.md": FILES[INDEX]}, ["docs/vi/nul.md:1: Windows không nhận tệp tên này; hãy đặt tên khác", f"docs/vi/nul.md:1: {LOST}"]),
        ({"docs/vi/hai chu.md": FILES[INDEX]}, [f"docs/vi/hai chu.md:1: {LOST}", f"docs/vi/hai chu.md:1: {NAME}"]),
        ({"docs/vi/posters/a/b.md": FILES[NUMBER].replace("number: 1", "number: 3")}, ["docs/vi/posters/a:1: tệp in và bài phát thanh không để trong thư mục con"]),
    ],
)  # fmt: skip
def test_faults(mini: Lay, files: dict[str, str | bytes | None], problems: list[str]) -> None:
    assert said(mini(files)) == problems


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("end", [b"\r\n", b"\r"])
def test_windows_and_old_mac_files_make_the_same_kit(
    mini: Lay, read_mini: Project, mark: bytes, end: bytes
) -> None:
    files = {name: mark + text.encode().replace(b"\n", end) for name, text in FILES.items()}
    project = read(mini(files))
    assert plan(project, project.campaign.places) == plan(read_mini, read_mini.campaign.places)
    digests = [text.digest for text in project.texts.posters.values()]
    assert digests == [text.digest for text in read_mini.texts.posters.values()]
