"""What a double click does: build, copy for a stick, show it, and say so in Vietnamese."""

from __future__ import annotations

import subprocess
import sys
import webbrowser
from contextlib import suppress
from pathlib import Path

STICK = Path("usb")
"""Where the copy is made that opens without a server."""
STEPS = (["build"], ["usb", "site", "--output", str(STICK)])
BEGUN = """
Lá Chắn đang làm trang và các tờ in của xã, phường. Lần đầu mất vài phút.
Xin đừng tắt cửa sổ này.
"""
DONE = """
Xong. Trang mở ra ngay bây giờ.
Muốn mang đi nơi khác: chép cả thư mục «usb» vào USB.
"""
FAILED = """
Chưa xong. Những dòng ở trên nói tệp nào, dòng nào cần sửa; sửa rồi bấm đúp lại.
"""


def main() -> int:
    """The exit code: 0 when all is made, else that of the step that failed."""
    print(BEGUN, flush=True)
    for step in STEPS:
        failed = subprocess.run([sys.executable, "-X", "utf8", "-m", "lachan", *step]).returncode
        if failed:
            print(FAILED)
            break
    else:
        print(DONE, flush=True)
        webbrowser.open((STICK / "index.html").resolve().as_uri())
    with suppress(EOFError):  # nobody is there
        input("Bấm Enter để đóng cửa sổ này.")
    return failed


if __name__ == "__main__":
    sys.exit(main())
