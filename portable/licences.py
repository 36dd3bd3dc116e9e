"""Which licence text is of what, and where it lies: everything in the ZIP is somebody's work."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from lachan.common.problem import Problem, ProblemsError

from portable.python import Runtime
from portable.wheels import Wheel

_TEXT = re.compile(r"\.dist-info/(licenses/|[^/]*(licen[cs]e|copying|notice|authors))", re.IGNORECASE)
_HEAD = """Giấy phép của mọi thứ trong thư mục này (tên, bản, tệp có lời giấy phép)

Mã nguồn Lá Chắn: Apache-2.0 (LICENSE). Bài viết và hình: CC BY 4.0 (LICENSE-TEXTS.md).
Phông chữ: SIL Open Font License 1.1 (assets/fonts/).
"""


def listed(runtime: Runtime, wheels: Sequence[Wheel], files: Collection[str]) -> str:
    """The list, of what lies in the ZIP as `files`.

    Raises ProblemsError for what has no licence text there.
    """
    lines = [_HEAD, f"Python {runtime.version}", "  python/LICENSE.txt"]
    missing = [] if "python/LICENSE.txt" in files else [f"Python {runtime.version}"]
    for wheel in wheels:
        home = f"lib/{wheel.name}-{wheel.version}.dist-info/"
        texts = sorted(name for name in files if name.startswith(home) and _TEXT.search(name))
        lines += [f"{wheel.name} {wheel.version}", *(f"  {name}" for name in texts)]
        if not texts:
            missing.append(f"{wheel.name} {wheel.version}")
    if missing:
        message = f"không kèm lời giấy phép nên không được gói chung: {', '.join(missing)}"
        raise ProblemsError([Problem("requirements.lock", 1, message)])
    return "\n".join([*lines, ""])
