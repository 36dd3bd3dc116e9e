"""A Word file that came back from a commune: its words go into the script they were made from.

The file says which script it is: the edition in its properties ends in «11203-L7», place and number.
"""

from __future__ import annotations

import re
from pathlib import Path

from lachan.files import disk
from lachan.office import word_import
from lachan.plan import loudspeaker
from lachan.texts.front import ScriptFront
from lachan.texts.project import Project
from lachan.texts.text import Text

_MARK = re.compile(r"\b([0-9]{5})-L([0-9]{1,2})$")


def corrected(project: Project, docx: bytes) -> tuple[Text[ScriptFront], str]:
    """The script that `docx` was made from, and its body as it stands in the file now.

    Raises ValueError, in Vietnamese, when the file is not one of ours or cannot be read back.
    """
    properties = word_import.opened(docx).core_properties
    mark = _MARK.search(properties.keywords or "")
    if not mark:
        raise ValueError("không rõ tệp này của bài nào; hãy sửa từ bản Word lấy trong kho tài liệu")
    lang = (properties.language or project.default)[:2]
    place = next((p for p in project.campaign.places if p.code == mark[1]), None)
    scripts = (text for (code, _), text in project.texts.scripts.items() if code == lang)
    text = next((text for text in scripts if text.front.number == int(mark[2])), None)
    if place is None or text is None:
        raise ValueError(f"không còn nơi {mark[1]} hoặc bài số {mark[2]} trong dự án này")
    body = word_import.read(
        docx,
        loudspeaker.reader(project, lang, place),
        words=project.words(lang, place),
        original=text.body,
    )
    return text, body


def write(project: Project, text: Text[ScriptFront], body: str) -> Path:
    """Put `body` in the place of the script's body; its head stays as it is."""
    path = project.root / text.path
    raw = path.read_text("utf-8-sig")
    head = "".join(raw.splitlines(keepends=True)[: text.body_line - 1])
    disk.write(path, (head + body).encode())
    return path
