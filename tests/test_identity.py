"""A file that is whole may still be the wrong one: another title, another commune, another bundle."""

from __future__ import annotations

import hashlib
import io
import zipfile

import pytest
from lachan.verify import identity


def packed(**files: str) -> bytes:
    """A ZIP; `__` in a name stands for a slash, `_` for a dot."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, text in files.items():
            archive.writestr(name.replace("__", "/").replace("_", "."), text)
    return out.getvalue()


def word(title: str, text: str) -> bytes:
    main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    core = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
    body = "".join(f"<w:t>{part}</w:t>" for part in text.split("|"))
    body = f"<w:body><w:p>{body}</w:p></w:body>"
    return packed(
        word__document_xml=f'<w:document xmlns:w="{main}">{body}</w:document>',
        docProps__core_xml=f'<cp:coreProperties xmlns:cp="{core}" '
        f'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{title}</dc:title></cp:coreProperties>',
    )


def hashes(**files: str) -> dict[str, str]:
    return {
        name.replace("_", "."): hashlib.sha256(text.encode()).hexdigest()
        for name, text in files.items()
    }


@pytest.mark.parametrize(
    ("found", "title", "faults"),
    [
        ("Cam kết", "Cam kết", []),
        ("Cam kết", "Cam kết – doanh nghiệp", []),
        ("Cam", "Cam kết", ["tệp mang tên «Cam», đúng ra là «Cam kết»"]),
        ("", "Cam kết", ["tệp mang tên «», đúng ra là «Cam kết»"]),
        ("", " – doanh nghiệp", ["tệp mang tên «», đúng ra là « – doanh nghiệp»"]),
    ],
)
def test_title(found: str, title: str, faults: list[str]) -> None:
    assert list(identity.title_faults(found, title)) == faults


@pytest.mark.parametrize(
    ("text", "known"),
    [
        ("… PHƯỜNG\nDƯƠNG KINH …", True),
        ("phường Dương-Kinh", True),
        ("phu\u031bo\u031b\u0300ng Dương Kinh", True),  # as macOS writes it
        ("Phường Dương Kính", False),
        ("Phường Dương", False),
    ],
)
def test_name(text: str, known: bool) -> None:
    faults = [] if known else ["tệp không ghi tên «Phường Dương Kinh»"]
    assert list(identity.name_faults(text, "Phường Dương Kinh")) == faults


def test_word() -> None:
    content = word("Hỏi &amp; đáp", "Xã Đồng| Việt")
    assert list(identity.word_faults(content, "Hỏi & đáp", "Xã Đồng Việt")) == []
    assert list(identity.word_faults(content, "Hỏi", "Xã Ninh Giang")) == [
        "tệp mang tên «Hỏi & đáp», đúng ra là «Hỏi»",
        "tệp không ghi tên «Xã Ninh Giang»",
    ]


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", packed(a_txt="a"), word("a", "b")[:-30]])
def test_a_word_file_that_is_none(content: bytes) -> None:
    assert list(identity.word_faults(content, "a", "b")) == ["không mở được tệp Word"]


def test_bundle() -> None:
    content = packed(a_pdf="A", b_pdf="B")
    members = hashes(a_pdf="A", b_pdf="B", c_pdf="C")
    assert list(identity.bundle_faults(content, members, whole=False)) == []
    assert list(identity.bundle_faults(content, members, whole=True)) == ["trong gói thiếu tệp c.pdf"]
    assert list(identity.bundle_faults(content, hashes(b_pdf="X"), whole=True)) == [
        "trong gói có tệp lạ a.pdf",
        "tệp b.pdf trong gói khác tệp cùng tên trên trang",
    ]
    assert list(identity.bundle_faults(content[:40], members, whole=True)) == ["không mở được tệp nén"]


@pytest.mark.parametrize(
    ("lines", "right"),
    [
        ("#EXTM3U|#PLAYLIST:Bài 1|a.mp3|../chung/b.mp3", True),
        ("#EXTM3U|#PLAYLIST:Bài 1|../chung/b.mp3|a.mp3", False),
        ("#EXTM3U|#PLAYLIST:Bài 2|a.mp3|../chung/b.mp3", False),
        ("#PLAYLIST:Bài 1|a.mp3|../chung/b.mp3", False),
        ("#EXTM3U|#PLAYLIST:Bài 1|a.mp3", False),
        ("", False),
    ],
)
def test_playlist(lines: str, right: bool) -> None:
    content = lines.replace("|", "\n").encode()
    faults = identity.playlist_faults(content, "11692/1.m3u8", "Bài 1", ["11692/a.mp3", "chung/b.mp3"])
    assert (list(faults) == []) is right
