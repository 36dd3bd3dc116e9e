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

LANGUAGES = {"vi": "vi-VN", "en": "en-GB"}
_ZIP_DATE = (1980, 1, 1, 0, 0, 0)


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
    """The file with no clock in it: python-docx dates every part at the moment of saving."""
    saved, out = io.BytesIO(), io.BytesIO()
    document.save(saved)
    with zipfile.ZipFile(saved) as source, zipfile.ZipFile(out, "w") as target:
        for name in source.namelist():
            entry = zipfile.ZipInfo(name, _ZIP_DATE)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3  # the same on Windows
            target.writestr(entry, source.read(name))
    return out.getvalue()
