"""What the press refuses becomes a line that its author can fix, in the file where the words stand."""

from __future__ import annotations

import pytest
from lachan.build import faults
from lachan.common.problem import Where
from lachan.plan.recipe import Artefact, Plain
from lachan.render.press import PressFault
from lachan.texts.project import Project
from miniature import FILES, NUMBER, PLACE

HEAD = next(line for line, words in enumerate(FILES[NUMBER].splitlines(), 1) if words.startswith("# "))
NAME = next(line for line, words in enumerate(FILES[PLACE].splitlines(), 1) if "name:" in words)
SHEET = Artefact(
    place="11692",
    kind="poster",
    id="number",
    lang="vi",
    variant="colour",
    path="11692/number.pdf",
    title="Áp phích 111",
    recipe=Plain(""),
    where={"": Where(NUMBER, 1), "title": Where(NUMBER, HEAD), "place": Where(PLACE, NAME)},
)


def said(project: Project, *found: PressFault) -> list[str]:
    return [str(problem) for problem in faults.problems(project, SHEET, found)]


@pytest.mark.parametrize(
    ("fault", "line"),
    [
        (
            PressFault("", "unknown variable"),
            f"{NUMBER}:1: không in được «Áp phích 111»: unknown variable",
        ),
        (PressFault("sound", "giọng hỏng"), f"{NUMBER}:1: giọng hỏng"),
        (
            PressFault("pages", "2"),
            f"{NUMBER}:1: «Áp phích 111» không vừa số trang đã định; hãy rút ngắn bài",
        ),
        (
            PressFault("title", "Dài lắm"),
            f"{NUMBER}:{HEAD}: «Dài lắm» dài quá chỗ trên giấy; hãy viết ngắn hơn",
        ),
        (
            PressFault("place", "Phường Dài"),
            f"{PLACE}:{NAME}: «Phường Dài» dài quá chỗ trên giấy; hãy viết ngắn hơn",
        ),
        (PressFault("call", "111"), f"{NUMBER}:1: «111» dài quá chỗ trên giấy; hãy viết ngắn hơn"),
    ],
)
def test_a_fault_stands_where_its_words_do(read_mini: Project, fault: PressFault, line: str) -> None:
    assert said(read_mini, fault) == [line]


def test_a_letter_that_the_font_lacks_is_looked_for(read_mini: Project) -> None:
    message = "phông chữ in không có ký tự «{}»; hãy thay bằng chữ khác"
    assert said(read_mini, PressFault("glyph", "#"), PressFault("glyph", "☃")) == [
        f"{NUMBER}:{HEAD}: {message.format('#')}",
        f"{NUMBER}:1: {message.format('☃')}",
    ]


def test_all_of_them_in_their_order(read_mini: Project) -> None:
    assert len(said(read_mini, PressFault("pages", "2"), PressFault("pages", "2"))) == 2
    assert said(read_mini) == []
