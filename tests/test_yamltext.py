"""YAML stays text, every value knows its line, and what cannot be read is a problem."""

from __future__ import annotations

import unicodedata
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lachan.common.yamltext import Tree, merge, parse, read, read_utf8, subtree

BROKEN = "YAML viết sai gần đây: "

QUOTED = "{}; hãy để cả phần sau dấu hai chấm trong ngoặc kép"
TWO_COLONS = (
    "dòng này có hai dấu hai chấm, hoặc dòng trên thiếu dấu hai chấm hay thụt lệch; "
    "lời có dấu hai chấm thì để trong ngoặc kép"
)
USUAL = "thường do thiếu dấu hai chấm, thụt dòng lệch hoặc phím Tab"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("code: 07735", {"code": "07735"}),
        ("a: 0x1F\nb: 1e3\nc: 1_000", {"a": "0x1F", "b": "1e3", "c": "1_000"}),
        ("print: no\nfree: yes\non: off", {"print": "no", "free": "yes", "on": "off"}),
        ("time: 12:30:45\nday: 2026-07-30", {"time": "12:30:45", "day": "2026-07-30"}),
        ("a:\nb: ''\nc: null\nd: ~", {"a": None, "b": "", "c": "null", "d": "~"}),
        ("a: [1, {b: 02}]", {"a": ["1", {"b": "02"}]}),
        ("a: Đồng Việt", {"a": "Đồng Việt"}),
        ("", {}),
        ("# chỉ lời chú", {}),
    ],
)
def test_every_scalar_stays_the_text_of_the_file(text: str, value: Any) -> None:
    tree, problems = parse(text, "x.yml")
    assert (tree.value, problems) == (value, [])


@pytest.mark.parametrize(
    ("text", "problems"),
    [
        ("a: 1\nb: 2\na: 3", ["x.yml:3: mục «a» viết hai lần; hãy giữ một"]),
        ("a:\n  b: 1\n  b: 2", ["x.yml:3: mục «b» viết hai lần; hãy giữ một"]),
        ("- a\n- b", ["x.yml:1: tệp phải gồm các mục «tên: giá trị»"]),
        ("chữ", ["x.yml:1: tệp phải gồm các mục «tên: giá trị»"]),
        ("? [a]\n: 1", ["x.yml:1: tên mục phải là chữ"]),
        ("a: [1", [f"x.yml:1: {BROKEN}thiếu dấu ] ở cuối, hoặc thiếu dấu phẩy"]),
        ("a: 1\n\tb: 2", [f"x.yml:2: {BROKEN}có phím Tab; hãy thụt dòng bằng dấu cách"]),
        ("a: 1\nb", [f"x.yml:2: {BROKEN}thiếu dấu hai chấm sau tên mục"]),
        ("a: @b", [f"x.yml:1: {BROKEN}{QUOTED.format('«@» không đứng đầu được')}"]),
        ("a: b: c", [f"x.yml:1: {BROKEN}{TWO_COLONS}"]),
        ("a: 'b", [f"x.yml:1: {BROKEN}thiếu dấu ngoặc kép hay nháy đóng"]),
        ('a: "\\q"', [f"x.yml:1: {BROKEN}trong ngoặc kép có dấu \\; hãy dùng nháy đơn"]),
        (" a: b\nc: d", [f"x.yml:2: {BROKEN}dòng này thụt lệch so với các dòng trên"]),
        ("a: }", [f"x.yml:1: {BROKEN}thừa dấu }}"]),
        ("a: {", [f"x.yml:1: {BROKEN}thiếu lời hoặc dấu ngoặc đóng"]),
        ("%YAML 3\n---\na: b", [f"x.yml:1: {BROKEN}{USUAL}"]),
        ("a: 1\n---\nb: 2", [f"x.yml:2: {BROKEN}có dòng --- thừa; hãy bỏ"]),
        ("a: 1\nb: \x01", ["x.yml:2: có ký tự điều khiển mà YAML không nhận; hãy xóa nó"]),
        ("[" * 3000, ["x.yml:1: các mục lồng nhau quá sâu; hãy viết đơn giản hơn"]),
    ],
)
def test_what_cannot_be_read(text: str, problems: list[str]) -> None:
    assert [str(problem) for problem in parse(text, "x.yml")[1]] == problems


@given(st.text("ab:-[]{},&*!|>#'\"%@`? \n\t0", max_size=40))
def test_no_text_raises(text: str) -> None:
    tree, problems = parse(text, "x.yml")
    assert isinstance(tree.value, dict)
    assert all(str(problem).startswith("x.yml:") for problem in problems)


def test_every_value_knows_its_line() -> None:
    tree, _ = parse("a: 1\nb:\n  c:\n    - x\n    - y\n", "x.yml", first_line=10)
    lines = {loc: tree.at(loc).line for loc in [(), ("a",), ("b", "c"), ("b", "c", 1), ("b", "q")]}
    assert lines == {(): 10, ("a",): 10, ("b", "c"): 12, ("b", "c", 1): 14, ("b", "q"): 11}


@pytest.mark.parametrize(
    "raw",
    [
        b"a: 1\r\nb: 2\r\n",
        b"\xef\xbb\xbfa: 1\nb: 2\n",
        b"\xef\xbb\xbfa: 1\r\nb: 2",
        b"a: 1\rb: 2\r",
    ],
)
def test_line_ends_and_byte_order_mark_of_windows(raw: bytes, tmp_path: Path) -> None:
    path = tmp_path / "x.yml"
    path.write_bytes(raw)
    tree, problems = read(path, "x.yml")
    assert (tree.value, problems, tree.at(("b",)).line) == ({"a": "1", "b": "2"}, [], 2)


@pytest.mark.parametrize(
    ("raw", "problem"),
    [
        (b"a: 1\nb: \xd0\xff\n", "x:2: chữ không đúng mã UTF-8; hãy lưu lại tệp với mã UTF-8"),
        ("a: xã".encode("utf-16"), "x:1: chữ không đúng mã UTF-8; hãy lưu lại tệp với mã UTF-8"),
        (None, "x:1: không mở được tệp này"),
    ],
)
def test_files_that_are_no_text(raw: bytes | None, problem: str, tmp_path: Path) -> None:
    if raw is not None:
        (tmp_path / "x").write_bytes(raw)
    assert [str(p) for p in read_utf8(tmp_path / "x", "x")[1]] == [problem]


def test_marks_are_composed(tmp_path: Path) -> None:
    (tmp_path / "x").write_text(unicodedata.normalize("NFD", "Đồng Việt"), "utf-8")
    assert read_utf8(tmp_path / "x", "x")[0] == "Đồng Việt"


def test_merge_remembers_the_file_of_every_value() -> None:
    low, _ = parse("p:\n  name: A\n  does: B\nq: [1, 2]\n", "low.yml")
    high, _ = parse("p:\n  name: C\nq: [3]\n", "high.yml")
    both = merge(low, high)
    assert both.value == {"p": {"name": "C", "does": "B"}, "q": ["3"]}
    where = {loc: str(both.at(loc).path) for loc in [("p", "name"), ("p", "does"), ("q", 0)]}
    assert where == {("p", "name"): "high.yml", ("p", "does"): "low.yml", ("q", 0): "high.yml"}


TREES = st.recursive(
    st.none() | st.text("ab", max_size=2),
    lambda part: st.lists(part, max_size=2) | st.dictionaries(st.sampled_from("abc"), part, max_size=3),
    max_leaves=8,
)
MAPPINGS = st.dictionaries(st.sampled_from("abc"), TREES, max_size=3)


@given(MAPPINGS, MAPPINGS)
def test_merge_keeps_what_differs_and_what_is_only_below(low: Any, high: Any) -> None:
    where = {(): parse("", "x.yml")[0].at(())}
    both = merge(Tree(low, where), Tree(high, where)).value
    assert both.keys() == low.keys() | high.keys()
    assert all(both[key] == low[key] for key in low.keys() - high.keys())
    assert all(both[key] == high[key] for key in high if not isinstance(high[key], dict))


def test_subtree_of_nothing_is_empty_and_knows_its_parent() -> None:
    tree, _ = parse("a: 1\nb:\n", "x.yml")
    assert subtree(tree, "b", "c").value == {}
    assert subtree(tree, "b", "c").at(()).line == 2


REUSED = "dấu & hay * đứng trước một chữ có nghĩa riêng trong YAML"


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("a: &x 1\nb: 2\n", 1),
        ("b: 2\na: *x\n", 2),
        ("a:\n  - &x [1]\n  - *x\n", 2),
        ("a: {b: &x {}}\n", 1),
    ],
)
def test_what_stands_for_something_elsewhere_is_refused(text: str, line: int) -> None:
    tree, problems = parse(text, "f.yml", first_line=1)
    assert tree.value == {}
    assert [(problem.line, problem.message.startswith(REUSED)) for problem in problems] == [
        (line, True)
    ]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("a: A & B\n", "A & B"),
        ("a: 2*3 *b\n", "2*3 *b"),
        ("a: '&a và *b'\n", "&a và *b"),
        ("a: |\n  *lời* &c\n", "*lời* &c\n"),
        ("a: b  # &c *d\n", "b"),
    ],
)
def test_the_same_signs_in_words_are_words(text: str, value: str) -> None:
    tree, problems = parse(text, "f.yml")
    assert (tree.value, problems) == ({"a": value}, [])
