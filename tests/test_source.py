"""The register of sources: what may stand in it, how texts cite it, how pages and paper show it."""

# ruff: noqa: E501 (a case stays on its line)

from __future__ import annotations

import json
import re
from collections.abc import Callable
from html import unescape
from pathlib import Path

import pytest
from jinja2 import Environment, FileSystemLoader
from lachan.common.yamltext import parse, read
from lachan.plan import paths
from lachan.plan.artefacts import plan
from lachan.plan.recipe import Typeset
from lachan.site.context import PageContext, common, foot
from lachan.site.theme import prepare
from lachan.texts.language import Language
from lachan.texts.project import Project
from lachan.texts.source import Citation, Register, cite, read_sources
from miniature import FILES, INDEX, NUMBER, REGISTER, ROOT, SOURCES, edited, said
from miniature import read as read_project

Lay = Callable[..., Path]
HOW = (
    "viết kiểu «mã-nguồn», «mã-nguồn: Điều 3, 22» (hay mục, chương, mẫu số) hoặc «mã-nguồn: một nguồn»"
)
DAY = "«date»: cần ngày viết kiểu 2026-07-30, 2026-07 hoặc 2026, nhưng thấy"
CITED = "sources: [luat-53]"
START = SOURCES.count("\n")


@pytest.mark.parametrize(
    ("line", "citation"),
    [
        ("luat-53", Citation("luat-53")),
        ("luat-53: Điều 3", Citation("luat-53", "article", ("3",))),
        ("luat-53: điều 3, 22,37", Citation("luat-53", "article", ("3", "22", "37"))),
        ("luat-53: Điều 27.1", Citation("luat-53", "article", ("27.1",))),
        ("kh-x: mục II.1, IV", Citation("kh-x", "section", ("II.1", "IV"))),
        ("nd-49: Chương II", Citation("nd-49", "chapter", ("II",))),
        ("nd-162: mẫu số 07", Citation("nd-162", "form", ("07",))),
        ("bao-a: một nguồn", Citation("bao-a", single=True)),
    ],
)
def test_a_line_of_sources(line: str, citation: Citation) -> None:
    assert cite(parse(f"sources:\n  - {line}\n", "x")[0].value["sources"][0]) == citation


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("{luat-53: Điều 3, b: Điều 4}", f"«sources»: mỗi dòng là một nguồn, {HOW}"),
        ("[luat-53]", f"«sources»: mỗi dòng là một nguồn, {HOW}"),
        ("", f"«sources»: mỗi dòng là một nguồn, {HOW}"),
        ("luat-53: Article 3", f"«sources»: không đọc được dòng của «luat-53»; {HOW}"),
        ("luat-53: Điều ba", f"«sources»: không đọc được dòng của «luat-53»; {HOW}"),
        ("luat-53: Điều .", f"«sources»: không đọc được dòng của «luat-53»; {HOW}"),
        ("luat-53: Điều 3 và 22", f"«sources»: không đọc được dòng của «luat-53»; {HOW}"),
        ("luat-53:", f"«sources»: không đọc được dòng của «luat-53»; {HOW}"),
        ("luat-35", "không có nguồn nào mang mã «luat-35»; có phải «luat-53»?"),
        ("luat-53:Điều 3", "không có nguồn nào mang mã «luat-53:Điều 3»; có phải «luat-53»?"),
        ("Báo Mai", f"không có nguồn nào mang mã «Báo Mai»; hãy thêm vào {REGISTER}"),
    ],
)
def test_lines_that_cannot_be_used_are_named(mini: Lay, line: str, problem: str) -> None:
    first = FILES[INDEX].split("\n").index(CITED) + 1
    files = edited(INDEX, CITED, f"sources:\n  - luat-53\n  - {line}")
    assert said(mini(files)) == [f"{INDEX}:{first + 2}: {problem}"]


def laid(more: str) -> dict[str, str]:
    """The miniature with `more` in its register, and a page that cites all of it."""
    ids = parse(SOURCES + more, "x")[0].value
    return {
        REGISTER: SOURCES + more,
        INDEX: FILES[INDEX].replace(CITED, f"sources: [{', '.join(ids)}]"),
    }


@pytest.mark.parametrize(
    ("more", "problems"),
    [
        ("a: {title: {vi: A}, date: 2026-11-21}", []),
        ("a: {title: {vi: A}, date: 2026-11-22}", ["1: ngày 2026-11-22 chưa đến; hãy xem lại năm"]),
        ("a: {title: {vi: A}, date: 2026-12}", ["1: ngày 2026-12 chưa đến; hãy xem lại năm"]),
        ("a:\n  title: {vi: A}\n  date: 2027", ["3: ngày 2027 chưa đến; hãy xem lại năm"]),
        ("a: {title: {vi: A}, date: 30/7/2026}", [f"1: {DAY} «30/7/2026»"]),
        ("a: {title: {vi: A}, date: 2026-02-30}", [f"1: {DAY} «2026-02-30»"]),
        ("a: {title: {vi: A}, date: 202607}", [f"1: {DAY} «202607»"]),
        ("a: {title: {en: A}}", ["1: «title»: thiếu chữ tiếng Việt (mục vi)"]),
        ("a: {title: {vi: A}, nummer: 1}", ["1: không có mục nào tên «nummer»; có phải «number»?"]),
        ("a:", ["1: thiếu mục «title»"]),
        ("a: Báo A", ["1: cần một nhóm mục con, nhưng thấy «Báo A»"]),
        ("a:\n  title: {vi: A}\n  number: 53/2024/QH15", ["3: số 53/2024/QH15 đã ghi ở nguồn «luat-53»; hãy giữ một"]),
        ("a:\n  title: {vi: A}\n  amended: b", ["3: không có nguồn nào mang mã «b»; hãy thêm vào docs/sources.yml"]),
        ("b: {title: {vi: B}}\na:\n  title: {vi: A}\n  amended: b", ["4: nguồn «b» cần có ngày"]),
        ("b: {title: {vi: B}, date: 2025}\na: {title: {vi: A}, amended: b}", []),
        ("a: {title: {vi: Gọi 1800 1581}}", ["1: «1800 1581» trông như số điện thoại; hãy viết cách khác", "1: «1800 1581»: số này đã bỏ; dùng 111 hoặc số trong campaigns/vietnam.yml"]),
        ("nd-162-2025: {title: {vi: A}}", ["1: «162-2025» trông như số điện thoại; hãy viết cách khác"]),
        ("a: {title: {vi: Thủ tục}, number: 112584}", ["1: «112584» trông như số điện thoại; hãy viết cách khác"]),
        ("a:\n  title: {vi: A}\n  short: {vi: A}\n  number: 1/A", []),
        ("a:\n  title: {vi: A}\n  short:\n    vi: A {nummer}\n  number: 1/A", ["1: không rõ «{nummer}»; chỉ mục short dùng được {number}"]),
        ("tong-dai-111: {title: {vi: Tổng đài 111}}", []),
    ],
)  # fmt: skip
def test_the_register(mini: Lay, more: str, problems: list[str]) -> None:
    found = [line for line in said(mini(laid(more))) if line.startswith(REGISTER)]
    lines = (problem.partition(": ") for problem in problems)
    assert found == [f"{REGISTER}:{START + int(line)}: {words}" for line, _, words in lines]


def test_a_source_that_nothing_cites_is_reminded_of(mini: Lay) -> None:
    more = "b: {title: {vi: B}, date: 2025}\na: {title: {vi: A}, amended: b}\n"
    root = mini({REGISTER: SOURCES + more})
    assert said(root) == []
    assert f"{REGISTER}:{START + 2}: lưu ý: chưa bài nào dùng nguồn «a»" in said(root, warnings=True)
    assert not any("«b»" in line or "«luat-53»" in line for line in said(root, warnings=True))


@pytest.mark.parametrize(
    ("content", "line"), [(None, "1: không mở được tệp này"), ("a: [\n", "2: YAML viết sai gần đây")]
)
def test_without_a_register_nothing_is_read(mini: Lay, content: str | None, line: str) -> None:
    (problem,) = said(mini({REGISTER: content}))
    assert problem.startswith(f"{REGISTER}:{line}")


SHOWN = """\
luat:
  title: {vi: "Luật Phòng, chống mua bán người", en: Law on trafficking}
  short:
    vi: Luật {number}
    en: Law {number}
  number: 53/2024/QH15
  date: 2024-11-28
  amended: sua-doi
sua-doi: {title: {vi: Luật sửa đổi}, number: 86/2025/QH15, date: 2025-06-25}
lhq: {title: {vi: Nghị quyết}, number: A/RES/68/192, date: 2013}
mau: {title: {vi: Công văn}, number: 15/CV}
bo-luat: {title: {vi: Bộ luật Hình sự hợp nhất}, short: {vi: Bộ luật Hình sự}, number: 135/VBHN, date: 2025-09-05}
ngay: {title: {vi: Báo Mai, en: Mai newspaper}, short: {vi: Mai}, date: 2025-11-06}
thang: {title: {vi: Báo Mai, en: Mai newspaper}, date: 2025-08}
nam: {title: {vi: Báo Mai, en: Mai newspaper}, date: 2018}
trang: {title: {vi: Trang mai.vn, en: mai.vn}}
"""


def shown(tmp_path: Path, lang: str) -> tuple[Register, Language]:
    (tmp_path / "sources.yml").write_text(SHOWN, "utf-8")
    register, problems = read_sources(tmp_path / "sources.yml", "sources.yml")
    assert register, problems
    strings = read(ROOT / f"docs/{lang}/strings.yml", "strings.yml")[0].value
    return register, Language(lang, lang, strings)


@pytest.mark.parametrize(
    ("lang", "citation", "full", "brief"),
    [
        ("vi", Citation("luat", "article", ("3", "22")), "Luật Phòng, chống mua bán người, số 53/2024/QH15 ngày 28/11/2024 (sửa đổi 2025), Điều 3, 22", "Luật 53/2024/QH15 (sửa đổi 2025), Điều 3, 22"),
        ("en", Citation("luat", "article", ("3", "22")), "Law on trafficking, No. 53/2024/QH15 of 2024-11-28 (amended 2025), Articles 3, 22", "Law 53/2024/QH15 (amended 2025), Articles 3, 22"),
        ("en", Citation("luat", "article", ("3",)), "Law on trafficking, No. 53/2024/QH15 of 2024-11-28 (amended 2025), Article 3", "Law 53/2024/QH15 (amended 2025), Article 3"),
        ("vi", Citation("sua-doi", "section", ("II.1",)), "Luật sửa đổi, số 86/2025/QH15 ngày 25/06/2025, mục II.1", "Luật sửa đổi 86/2025/QH15, mục II.1"),
        ("en", Citation("sua-doi", "section", ("II.1", "IV")), "Luật sửa đổi, No. 86/2025/QH15 of 2025-06-25, sections II.1, IV", "Luật sửa đổi 86/2025/QH15, sections II.1, IV"),
        ("vi", Citation("lhq", "chapter", ("II",)), "Nghị quyết, số A/RES/68/192, 2013, Chương II", "Nghị quyết A/RES/68/192, Chương II"),
        ("vi", Citation("mau", "form", ("07",)), "Công văn, số 15/CV, Mẫu số 07", "Công văn 15/CV, Mẫu số 07"),
        ("en", Citation("mau", "form", ("07",)), "Công văn, No. 15/CV, Form 07", "Công văn 15/CV, Form 07"),
        ("vi", Citation("bo-luat"), "Bộ luật Hình sự hợp nhất, số 135/VBHN ngày 05/09/2025", "Bộ luật Hình sự"),
        ("vi", Citation("ngay"), "Báo Mai, 06/11/2025", "Mai 06/11/2025"),
        ("en", Citation("ngay", single=True), "Mai newspaper, 2025-11-06 (one source)", "Mai 2025-11-06 (one source)"),
        ("vi", Citation("thang", single=True), "Báo Mai, 08/2025 (một nguồn)", "Báo Mai 08/2025 (một nguồn)"),
        ("en", Citation("thang"), "Mai newspaper, 2025-08", "Mai newspaper 2025-08"),
        ("vi", Citation("nam"), "Báo Mai, 2018", "Báo Mai 2018"),
        ("en", Citation("trang"), "mai.vn", "mai.vn"),
    ],
)  # fmt: skip
def test_as_shown(tmp_path: Path, lang: str, citation: Citation, full: str, brief: str) -> None:
    register, language = shown(tmp_path, lang)
    assert (register.full(citation, language), register.brief(citation, language)) == (full, brief)


def test_the_foot_of_a_page_lists_what_its_text_cites(read_mini: Project) -> None:
    here = PageContext(read_mini, "vi", "")
    cited = [*read_mini.texts.pages["vi", "index"].front.sources, Citation("luat-53", single=True)]
    view = common(here, [True]) | {"foot": foot(here, cited, None, 0)}
    env = Environment(loader=FileSystemLoader(ROOT / "assets/theme"))
    prepare(env, ROOT / "assets")
    html = env.get_template("components/foot/foot.html").render(view)
    law = "Luật Phòng, chống mua bán người, số 53/2024/QH15 ngày 28/11/2024"
    assert re.findall("<li>([^<]+)</li>", html) == [law, f"{law} (một nguồn)"]


def test_a_sheet_says_briefly_what_its_text_cites(mini: Lay) -> None:
    twice = "sources: [{luat-53: Điều 22}, {luat-53: một nguồn}]"
    project = read_project(mini(edited(NUMBER, CITED, twice)))
    recipes = [a.recipe for a in plan(project, project.campaign.places) if a.id == "number"]
    said = {json.loads(recipe.data)["source"] for recipe in recipes if isinstance(recipe, Typeset)}
    assert said == {"Nguồn: Luật 53/2024/QH15, Điều 22; Luật 53/2024/QH15 (một nguồn)."}


def test_every_page_of_ours_ends_with_its_sources(built: Path, site: Path) -> None:
    project = read_project(built)
    for (lang, id), text in project.texts.pages.items():
        html = (site / paths.page(project, lang, id) / "index.html").read_text("utf-8")
        (listed,) = re.findall('<ul class="foot-sources">(.*?)</ul>', html, re.DOTALL)
        wanted = [project.sources.full(c, project.languages[lang]) for c in text.front.sources]
        lines = [re.sub("</?span[^>]*>", "", line) for line in re.findall("<li>(.*?)</li>", listed)]
        assert [unescape(line) for line in lines] == wanted, text.path
