"""What is said of each slip in a YAML file, by what PyYAML really says of it."""

from __future__ import annotations

import pytest
import yaml
from lachan.common import yamlfaults

QUOTES = "hãy để cả phần sau dấu hai chấm trong ngoặc kép"


@pytest.mark.parametrize(
    ("typed", "advice"),
    [
        ("a:\n\tb: 1", "có phím Tab; hãy thụt dòng bằng dấu cách"),
        ("a: @b", f"«@» không đứng đầu được; {QUOTES}"),
        ("a: `b`", f"«`» không đứng đầu được; {QUOTES}"),
        ("a: b: c", "dòng này có hai dấu hai chấm"),
        ("a: 1\nbcd\ne: 2", "thiếu dấu hai chấm sau tên mục"),
        ("a: [1, 2\nb: 3", "thiếu dấu ] ở cuối, hoặc thiếu dấu phẩy"),
        ("a: {b: 1", "thiếu dấu } ở cuối, hoặc thiếu dấu phẩy"),
        ('a: "b', "thiếu dấu ngoặc kép hay nháy đóng"),
        ('a: "\\q"', "trong ngoặc kép có dấu \\; hãy dùng nháy đơn"),
        ("a: 1\n---\nb: 2", "có dòng --- thừa; hãy bỏ"),
        ("a: 1\n  b: 2", "dòng này có hai dấu hai chấm, hoặc dòng trên"),
        ("a:\n  - 1\n b: 2", "dòng này thụt lệch so với các dòng trên"),
        ("a: ]", "thừa dấu ]"),
    ],
)
def test_advice(typed: str, advice: str) -> None:
    with pytest.raises(yaml.MarkedYAMLError) as error:
        yaml.safe_load(typed)
    assert yamlfaults.advice(str(error.value.problem)).startswith(advice)


def test_what_nobody_has_seen_yet() -> None:
    said = "thường do thiếu dấu hai chấm, thụt dòng lệch hoặc phím Tab"
    assert yamlfaults.advice("something new") == said
