"""What all Word files have in common: fields, properties, and bytes that hold no clock."""

from __future__ import annotations

import io
import zipfile
from datetime import datetime
from typing import Any

from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

from lachan import zipped

LANGUAGES = {"vi": "vi-VN", "en": "en-GB"}
_LEVEL = 6
"""Of libdeflate: as small as zlib's level 6, in two thirds of the time."""


def field(paragraph: Paragraph, code: str) -> None:
    """A field that Word fills in, «PAGE» or «NUMPAGES»."""
    simple = OxmlElement("w:fldSimple")
    simple.set(qn("w:instr"), code)
    simple.append(paragraph.add_run("1")._r)
    paragraph._p.append(simple)


def properties(document: Document, data: dict[str, Any]) -> None:
    """Title, issuer, edition and the one date («date», ISO) of the file."""
    core = document.core_properties
    core.title, core.author = data["title"], data["issuer"]["name"]
    core.subject, core.keywords = data["label"], data["edition"]
    core.comments = core.last_modified_by = ""
    core.language = LANGUAGES[data["lang"]]
    core.created = core.modified = datetime.fromisoformat(data["date"])


def packed(document: Document) -> bytes:
    """The file, packed anew: python-docx does it with the system's zlib, and its clock."""
    saved = io.BytesIO()
    document.save(saved)
    with zipfile.ZipFile(saved) as parts:
        return zipped.archive(((name, parts.read(name)) for name in parts.namelist()), _LEVEL)
