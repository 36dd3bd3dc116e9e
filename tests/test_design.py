"""designs.yml: what each template shows, and that list and templates are about the same things."""

# ruff: noqa: E501 (a case stays on its line)

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lachan.formats.kinds import SLOTTED
from lachan.texts.design import Design, Key, Slot, read_designs
from lachan.texts.front import PosterFront
from miniature import BANNER, CARD, FAMILY, LEAFLET, NUMBER, ROOT, edited, said

Lay = Callable[..., Path]
NAME = "assets/print/designs.yml"
SLOTS = ", ".join(get_args(Slot))
KEYS = ", ".join(get_args(Key))
GROUP = "cần một nhóm mục con"


def found(folder: Path, text: str | None) -> tuple[dict[tuple[str, str], Design], list[str]]:
    """What is read of `text` where one poster's template and one form's are."""
    (folder / "print").mkdir(exist_ok=True)
    for template in ("poster-number", "form"):
        (folder / f"print/{template}.typ").touch()
    if text is not None:
        (folder / "print/designs.yml").write_text(text, "utf-8")
    designs, problems = read_designs(folder)
    return dict(designs), [str(problem) for problem in problems]


def test_a_design_and_what_it_leaves_to_us(tmp_path: Path) -> None:
    designs, problems = found(
        tmp_path, "poster:\n  number: {parts: [headline, call], front: [strip]}\n"
    )
    assert problems == []
    assert designs == {("poster", "number"): Design(parts=["headline", "call"], front=["strip"])}
    design = designs["poster", "number"]
    assert (design.optional, design.panels, design.formats, design.pages) == ([], 0, [], 1)


@pytest.mark.parametrize(
    ("text", "problems"),
    [
        (None, [f"{NAME}:1: không mở được tệp này"]),
        ("poster: {", [f"{NAME}:1: YAML viết sai gần đây: thiếu lời hoặc dấu ngoặc đóng"]),
        ("- a", [f"{NAME}:1: tệp phải gồm các mục «tên: giá trị»"]),
        ("", ["assets/print/poster-number.typ:1: mẫu này chưa có trong assets/print/designs.yml"]),
        ("poster: a", [f"{NAME}:1: «poster»: {GROUP}", "assets/print/poster-number.typ:1: mẫu này chưa có trong assets/print/designs.yml"]),
        ("poster: [{number: a}]", [f"{NAME}:1: «poster»: {GROUP}", "assets/print/poster-number.typ:1: mẫu này chưa có trong assets/print/designs.yml"]),
        ("poster:\n  number: a", [f"{NAME}:2: {GROUP}, nhưng thấy «a»"]),
        ("poster:\n  number: {parts: [headline]}\nflag:\n  number: {parts: [headline]}", [f"{NAME}:3: không có loại nào tên «flag»"]),
        ("poster:\n  number: {parts: [headline]}\n  sings: {parts: [headline]}", [f"{NAME}:3: thiếu mẫu assets/print/poster-sings.typ"]),
        ("poster:\n  number: {front: [art]}", [f"{NAME}:2: thiếu mục «parts»"]),
        ("poster:\n  number: {parts: [headline], frnt: [art]}", [f"{NAME}:2: không có mục nào tên «frnt»; có phải «front»?"]),
        ("poster:\n  number: {parts: [headline, quote]}", [f"{NAME}:2: «parts»: cần một trong {SLOTS}, nhưng thấy «quote»"]),
        ("poster:\n  number: {parts: [headline], front: [picture]}", [f"{NAME}:2: «front»: cần một trong {KEYS}, nhưng thấy «picture»"]),
        ("poster:\n  number: {parts: [headline], formats: [roof]}", [f"{NAME}:2: «formats»: cần một trong street, hall, nhưng thấy «roof»"]),
        ("poster:\n  number: {parts: [headline], pages: 0}", [f"{NAME}:2: «pages»: cần từ 1 trở lên, nhưng thấy «0»"]),
        ("poster:\n  number: {parts: [headline], panels: hai}", [f"{NAME}:2: «panels»: cần một số nguyên, nhưng thấy «hai»"]),
        ("poster:\n  number: {parts: [call]}", [f"{NAME}:2: «parts»: cần có headline; tờ nào cũng có tiêu đề"]),
        ("poster:\n  number: {parts: [headline]}\n  number: {parts: [headline]}", [f"{NAME}:3: mục «number» viết hai lần; hãy giữ một"]),
    ],
)  # fmt: skip
def test_faults(tmp_path: Path, text: str | None, problems: list[str]) -> None:
    assert found(tmp_path, text)[1] == problems


@given(st.sampled_from(["poster", "banner", "flag"]), st.recursive(
    st.none() | st.sampled_from(["number", "headline", "1", ""]),
    lambda part: st.lists(part, max_size=2)
    | st.dictionaries(st.sampled_from(["number", "parts", "front", "pages"]), part, max_size=3),
    max_leaves=6,
))  # fmt: skip
@settings(deadline=None)
def test_nothing_raises(tmp_path_factory: pytest.TempPathFactory, kind: str, value: object) -> None:
    folder = tmp_path_factory.mktemp("designs", numbered=True)
    designs, problems = found(folder, json.dumps({kind: value}))
    assert ("poster", "number") in designs or problems


def test_every_template_of_ours_is_listed_and_needs_only_what_a_text_can_say() -> None:
    designs, problems = read_designs(ROOT / "assets")
    assert problems == []
    assert {kind for kind, _ in designs} == set(SLOTTED)
    assert set(get_args(Key)) <= set(PosterFront.model_fields)
    for design in designs.values():
        assert (design.panels > 0) == ("panels" in design.parts)
        assert ("steps" in design.parts) == ("steps_title" in design.parts)
        assert not set(design.front) & set(design.optional)


def names(kind: str) -> str:
    return ", ".join(name for k, name in read_designs(ROOT / "assets")[0] if k == kind)


@pytest.mark.parametrize(
    ("name", "old", "new", "seen"),
    [
        (NUMBER, "template: number", "template: slogan", "poster"),
        (BANNER, "template: slogan", "template: number", "banner"),
        (LEAFLET, "template: threefold", "template: twofold", "leaflet"),
        (CARD, "template: pocket", "template: ''", "card"),
    ],
)
def test_a_template_of_another_kind_or_of_none(
    mini: Lay, name: str, old: str, new: str, seen: str
) -> None:
    template = new.removeprefix("template: ").strip("'")
    assert said(mini({**FAMILY, **edited(name, old, new)})) == [
        f"{name}:3: «template»: cần một trong {names(seen)}, nhưng thấy «{template}»"
    ]


def test_a_design_that_is_not_there_is_told_with_the_texts_that_wait_for_it(mini: Lay) -> None:
    root = mini()
    (root / "assets/print/poster-number.typ").unlink()
    known = names("poster").removeprefix("number, ")
    assert said(root) == [
        f"{NAME}:{line_of('  number:')}: thiếu mẫu assets/print/poster-number.typ",
        f"{NUMBER}:3: «template»: cần một trong {known}, nhưng thấy «number»",
    ]


def line_of(start: str) -> int:
    lines = (ROOT / NAME).read_text("utf-8").splitlines()
    return next(number for number, line in enumerate(lines, 1) if line.startswith(start))
