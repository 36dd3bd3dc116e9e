"""What PyYAML finds wrong, for people who have never heard of a scalar: what to look for and fix.

Its sentences name tokens of its grammar; which keys somebody most likely typed stands here.
"""

from __future__ import annotations

import re

_SAID = (
    (r"character '\\t'", "có phím Tab; hãy thụt dòng bằng dấu cách"),
    (
        r"character '(.)' that cannot start",
        "«{}» không đứng đầu được; hãy để cả phần sau dấu hai chấm trong ngoặc kép",
    ),
    (
        r"mapping values are not allowed",
        "dòng này có hai dấu hai chấm, hoặc dòng trên thiếu dấu hai chấm hay thụt lệch; "
        "lời có dấu hai chấm thì để trong ngoặc kép",
    ),
    (r"could not find expected ':'", "thiếu dấu hai chấm sau tên mục"),
    (r"expected ',' or '([]}])'", "thiếu dấu {} ở cuối, hoặc thiếu dấu phẩy"),
    (r"unexpected end of stream", "thiếu dấu ngoặc kép hay nháy đóng"),
    (r"unknown escape", r"trong ngoặc kép có dấu \; hãy dùng nháy đơn"),
    (r"another document", "có dòng --- thừa; hãy bỏ"),
    (r"block end|block mapping start|document start", "dòng này thụt lệch so với các dòng trên"),
    (r"node content, but found '([]}])'", "thừa dấu {}"),
    (r"node content", "thiếu lời hoặc dấu ngoặc đóng"),
)
REUSED = (
    "dấu & hay * đứng trước một chữ có nghĩa riêng trong YAML, ở đây không dùng; nếu là lời thì hãy để "
    "cả phần sau dấu hai chấm trong ngoặc kép"
)
"""Said of anchors and aliases, which are good YAML."""
_UNKNOWN = "thường do thiếu dấu hai chấm, thụt dòng lệch hoặc phím Tab"


def advice(problem: str) -> str:
    """What to do about a `problem` of PyYAML, in Vietnamese."""
    for pattern, said in _SAID:
        if match := re.search(pattern, problem):
            return said.format(*match.groups()) if match.groups() else said
    return _UNKNOWN
