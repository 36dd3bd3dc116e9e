"""A page's HTML in the parts that the templates set."""

from __future__ import annotations

import pytest
from lachan.common.sections import KINDS, Section, split


def test_split() -> None:
    page = split('<h1 id="a">Một</h1>\n<p>Hai</p>\n<h2 class="steps" id="b">Ba</h2>\n<ol></ol>')
    assert (page.title, page.lead) == ("Một", "Hai")
    assert page.sections == (Section("steps", "b", "Ba", "<ol></ol>"),)


def test_own_words_in_a_chat() -> None:
    html = '<h1>A</h1><h2 class="chat" id="b">B</h2><ul><li><em>tôi</em></li><li>họ</li></ul>'
    body = split(html).sections[0].body
    assert body == '<ul><li class="me">tôi</li><li>họ</li></ul>'


def test_choices_stand_side_by_side() -> None:
    html = (
        '<h1>A</h1><h2 id="b">B</h2><h3 class="do" id="c">Nên</h3>x<h3 class="dont" id="d">Đừng</h3>y'
    )
    assert split(html).sections[0].body == (
        '<div class="choices"><div class="do"><h3 id="c">Nên</h3>x</div>'
        '<div class="dont"><h3 id="d">Đừng</h3>y</div></div>'
    )


@pytest.mark.parametrize(
    ("html", "why"),
    [
        ("<p>chữ</p><h1>A</h1>", "trang phải bắt đầu bằng # tiêu đề"),
        ("", "trang phải bắt đầu bằng # tiêu đề"),
        ("<h1>A</h1><p>a</p><p>b</p>", "giữa dòng mở đầu và ## đầu tiên chỉ được một đoạn văn"),
        ('<h1>A</h1><h2 class="x" id="a">B</h2>', f"chỉ có {', '.join(sorted(KINDS))}"),
    ],
)
def test_what_no_template_would_show(html: str, why: str) -> None:
    with pytest.raises(ValueError, match=why):
        split(html)
