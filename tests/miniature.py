"""The smallest project that can be built: two communes, one page, two posters, one script.

Tests of single rules spoil it; their lines are counted from the texts below, so that nobody who
fixes a word in docs/ or campaigns/ has to fix a test.
"""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from lachan.build import pipeline
from lachan.common.problem import ProblemsError
from lachan.texts.project import Project

ROOT = Path(__file__).parents[1]
TODAY = date(2026, 11, 21)

VIETNAM = """\
name: {vi: Việt Nam, en: Viet Nam}
edition: 2026-11-21
exit: https://www.google.com/search?q=x
limits: {warn_months: 12, error_months: 24}
themes:
  2025:
    name: {vi: Hãy chấm dứt sự bóc lột}
    source: Báo Thanh Niên 31/7/2025
contacts:
  "111":
    role: hotline
    name: {vi: Tổng đài quốc gia, en: National hotline}
    number: 111
    source: a
    checked: 2026-09-20
    print: yes
  "113":
    role: police
    name: {vi: Công an, en: Police}
    number: 113
    source: a
    checked: 2026-09-16
    print: yes
  consular:
    role: consular
    name: {vi: Bảo hộ công dân, en: Consular protection}
    number: +84 981 84 84 84
    source: a
    checked: 2026-01-16
    print: yes
  old:
    name: {vi: Số cũ}
    number: 1800 1567
    source: a
    checked: 2017-12-06
    print: no
local_contacts:
  commune-police:
    role: local-police
    name: {vi: "Công an {place}", en: "{place} police"}
    residents: yes
  peoples-committee:
    role: issuer
    name: {vi: "Ủy ban nhân dân {place}", en: "{place} People's Committee"}
"""

SOURCES = """\
luat-53:
  title: {vi: "Luật Phòng, chống mua bán người", en: Law on trafficking}
  short:
    vi: Luật {number}
    en: Law {number}
  number: 53/2024/QH15
  date: 2024-11-28
"""

FRONT = """\
sources: [luat-53]
reviewed: 2026-11-21
review_in: 6
"""

FILES: Mapping[str, str] = {
    "mkdocs.yml": """\
site_url: https://lachan.example/
plugins:
  - i18n:
      languages:
        - {locale: vi, name: Tiếng Việt, default: true}
""",
    "campaigns/vietnam.yml": VIETNAM,
    "docs/sources.yml": SOURCES,
    "campaigns/hai-phong/province.yml": "code: 31\nname: Thành phố Hải Phòng\n",
    "campaigns/hai-phong/duong-kinh.yml": "code: 11692\nname: Phường Dương Kinh\n",
    "campaigns/bac-ninh/province.yml": "code: 24\nname: Thành phố Bắc Ninh\n",
    "campaigns/bac-ninh/dong-viet.yml": "code: 07735\nname: Xã Đồng Việt\n",
    "docs/vi/index.md": f"""\
---
title: Trang chủ
name: Trang chủ
summary: Gọi đúng số khi cần.
{FRONT}---
# Cả xóm cùng làm

Hỏi nhau một câu.

## Ba câu để nhớ {{.steps}}

1. **Thấy điều lạ, gọi ngay {{111}}.**
""",
    "docs/vi/posters/number.md": f"""\
---
number: 1
template: number
call: 111
emergency: 113
local: commune-police
strip: Gọi ngay
for: [wall]
where: [Bến xe]
{FRONT}---
# Bị lừa đi xa? *Bị giữ giấy tờ?*

> Gọi ngay
""",
    "docs/vi/posters/signs.md": f"""\
---
number: 2
template: signs
call: 111
emergency: 113
local: commune-police
art: hook
art_alt: Lưỡi câu
for: [wall, school]
where: [Chợ]
{FRONT}---
# Mua bán người *là tội ác*

Đừng cắn câu

## Dấu hiệu

1. **Hứa việc nhẹ** Không hợp đồng.
2. **Giục đi gấp** Dặn giấu gia đình.

> Gọi ngay
""",
    "docs/vi/scripts/loi-nhac.md": f"""\
---
number: 1
target: "0:07"
{FRONT}---
# Lời nhắc

## Lời chào

Bà con {{unit}} chú ý!
Hãy gọi 111. Xin nhắc lại: số 111.
""",
}

FAMILY: Mapping[str, str] = {
    "docs/vi/banners/number.md": f"""\
---
number: 1
template: slogan
call: 111
emergency: 113
local: commune-police
art: phone-call
art_alt: Điện thoại
for: [wall, business]
where: [Ngang đường]
{FRONT}---
# Nghi mua bán người? *Chưa chắc cũng gọi*

Hãy báo tin.

> Gọi ngay
""",
    "docs/vi/leaflets/hoi.md": f"""\
---
number: 1
template: threefold
call: 111
emergency: 113
local: commune-police
abroad: consular
art: hook
art_alt: Lưỡi câu
for: [handout, school]
where: [Cổng trường]
{FRONT}---
# Trước khi đi xa *hỏi cho rõ*

Hỏi đúng câu.

## Có đường về

Bạn không có lỗi.

- **Ở nước ngoài** Gọi {{consular}}.

> Gọi khi cần.

## Mồi nhử

1. **Việc nhẹ** Không hợp đồng.

## Câu hỏi

1. **Ai trả tiền?**

## Làm gì?

Báo tin.

## Số cần nhớ

Học thuộc.

> Gọi ngay
""",
    "docs/vi/cards/the.md": f"""\
---
number: 1
template: pocket
call: 111
emergency: 113
local: commune-police
abroad: consular
for: [handout, clinic, village]
where: [Quầy thuốc]
{FRONT}---
# Đi xa, nhớ số

## Ghi thêm số

1. **Người nhà**

> Cần hỏi, gọi
""",
    "docs/vi/forms/cam-ket.md": f"""\
---
number: 1
head: official
pages: 1
call: 111
emergency: 113
local: commune-police
for: [village, meeting, school]
where: [Họp thôn]
{FRONT}---
# Bản cam kết

Người đại diện: ____

1. **Thấy điều lạ thì báo.** Gọi 111.
""",
    "docs/vi/posts/hoi.md": f"""\
---
number: 1
art: hook
art_alt: Lưỡi câu
{FRONT}---
# Việc nhẹ? *Hỏi rõ hãy đi*

Không hợp đồng: đừng đi.

> Gọi hỏi trước

## Lời đăng

Công ty nào? Hỏi {{111}}.

Bà con {{place}} nhắn nhau.
""",
}
"""A banner, a leaflet, a card, a form and a post, for tests of the print room: lay them in beside."""

SIX: Mapping[str, str] = {
    f"campaigns/bac-ninh/{number}.yml": f"code: 0{number}\nname: Xã Số {'Dài ' * (number % 4)}Lắm\n"
    for number in range(1001, 1007)
}
"""Six communes more, for tests of builds that take a while."""

INDEX = "docs/vi/index.md"
NUMBER = "docs/vi/posters/number.md"
SIGNS = "docs/vi/posters/signs.md"
SCRIPT = "docs/vi/scripts/loi-nhac.md"
BANNER = "docs/vi/banners/number.md"
LEAFLET = "docs/vi/leaflets/hoi.md"
CARD = "docs/vi/cards/the.md"
FORM = "docs/vi/forms/cam-ket.md"
POST = "docs/vi/posts/hoi.md"
COUNTRY = "campaigns/vietnam.yml"
REGISTER = "docs/sources.yml"
PLACE = "campaigns/hai-phong/duong-kinh.yml"
POLICE = "{number: 0225 3860 113, source: a, checked: 2026-11-01, print: yes}"
"""A local number as a commune writes it. Made up: it must not leave the tests."""


def write(root: Path, files: Mapping[str, str | bytes | None] | None = None) -> Path:
    """Lay the miniature into `root`, with `files` in place of its own (None leaves one out)."""
    strings = (ROOT / "docs/vi/strings.yml").read_text("utf-8")
    for name, content in {**FILES, "docs/vi/strings.yml": strings, **(files or {})}.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if content is not None:
            path.write_bytes(content if isinstance(content, bytes) else content.encode())
    for part in ("art", "fonts", "print", "theme"):
        shutil.copytree(ROOT / "assets" / part, root / "assets" / part, dirs_exist_ok=True)
    return root


def edited(name: str, old: str, new: str) -> dict[str, str | bytes | None]:
    """The file `name` of the miniature or its family with `old`, which it holds once, replaced."""
    text = {**FILES, **FAMILY}[name]
    assert text.count(old) == 1, f"{old!r} in {name}"
    return {name: text.replace(old, new)}


def read(root: Path) -> Project:
    """The project in `root`. Raises ProblemsError."""
    return pipeline.read(root, root / "campaigns", TODAY)[0]


def stored(made: pipeline.Made) -> dict[str, Path]:
    """Where the store holds each file that was made, by its path on the site."""
    return {
        file.path: made.store.path(file.name) for _, record in made.records() for file in record.files
    }


def contents(made: pipeline.Made) -> dict[str, bytes]:
    """Every file that was made, by its path on the site."""
    return {
        file.path: made.store.read(file.name) for _, record in made.records() for file in record.files
    }


def said(root: Path, *, warnings: bool = False) -> list[str]:
    """Every error of the project in `root` as it is shown, in order; or every warning."""
    try:
        problems = pipeline.read(root, root / "campaigns", TODAY)[1]
    except ProblemsError as error:
        problems = error.problems
    return [str(problem) for problem in problems if problem.warning == warnings]
