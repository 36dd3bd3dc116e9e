"""ZIP files that are the same on every system, whatever zlib its Python was built with.

Written as the .ZIP File Format Specification 6.3.10 says (its sections stand in brackets), with no
clock and no owner: every file is of 1980-01-01, the first day a ZIP knows, and everybody may read it.
"""

from __future__ import annotations

import io
import struct
from collections.abc import Iterable

import deflate

_LOCAL = struct.Struct("<4s5H3L2H")
"""The header before a file (4.3.7), without its name."""
_CENTRAL = struct.Struct("<4sBB5H3L5H2L")
"""The header of a file in the directory (4.3.12), without its name."""
_END = struct.Struct("<4s4H2LH")
"""The end of the directory (4.3.16)."""
_VERSION = 20
"""Of the specification, in tenths: 2.0 is needed to read what is deflated (4.4.3.2)."""
_UNIX = 3
"""Whose kind of permissions the attributes are (4.4.2.2)."""
_ATTRIBUTES = 0o100644 << 16
_TIME, _DATE = 0, 1 << 5 | 1
"""Midnight of 1 January 1980 (4.4.6)."""
_UTF8 = 1 << 11
"""The flag of a name in UTF-8 (4.4.4), for names that are more than ASCII."""
_STORED, _DEFLATED = 0, 8
"""Methods (4.4.5)."""
_BYTES, _FILES = 0xFFFF_FFFF, 0xFFFF
"""As many need other records, of ZIP64 (4.4.1.4)."""


def archive(members: Iterable[tuple[str, bytes]], level: int = 0) -> bytes:
    """A ZIP of `members` (name, content) in their order. Same in, same out.

    With a `level` of libdeflate (1-12) each is deflated that gets smaller by it. Raises ValueError from
    4 GiB or 65,535 files on.
    """
    out, directory, files = io.BytesIO(), io.BytesIO(), 0
    for name, content in members:
        encoded, offset, files = name.encode(), out.tell(), files + 1
        if offset + _LOCAL.size + len(encoded) + len(content) >= _BYTES or files >= _FILES:
            raise ValueError(f"{name}: too much for a ZIP without ZIP64")
        small = deflate.deflate_compress(content, level) if level else content
        method, body = (_DEFLATED, small) if len(small) < len(content) else (_STORED, content)
        flags = 0 if name.isascii() else _UTF8
        facts = (_VERSION, flags, method, _TIME, _DATE, deflate.crc32(content), len(body), len(content))
        out.write(_LOCAL.pack(b"PK\3\4", *facts, len(encoded), 0) + encoded)
        out.write(body)
        rest = (len(encoded), 0, 0, 0, 0, _ATTRIBUTES, offset)
        directory.write(_CENTRAL.pack(b"PK\1\2", _VERSION, _UNIX, *facts, *rest) + encoded)
    start, size = out.tell(), directory.tell()
    out.write(directory.getvalue() + _END.pack(b"PK\5\6", 0, 0, files, files, size, start, 0))
    return out.getvalue()
