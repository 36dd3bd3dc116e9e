"""What all Word files have in common: fields, properties, and bytes that hold no clock."""

from __future__ import annotations

import io
import zipfile
from datetime import datetime
from typing import Any

from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.text.paragraph import Paragraph

from lachan.common import unbroken
from lachan.formats import zipped

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
    core.title, core.author = unbroken.plain(data["title"]), unbroken.plain(data["issuer"]["name"])
    core.subject, core.keywords = data["label"], data["edition"]
    core.comments = core.last_modified_by = ""
    core.language = LANGUAGES[data["lang"]]
    core.created = core.modified = datetime.fromisoformat(data["date"])


def packed(document: Document) -> bytes:
    """The file, packed anew: python-docx does it with the system's zlib, and its clock."""
    _keep_numbers(document)
    saved = io.BytesIO()
    document.save(saved)
    with zipfile.ZipFile(saved) as parts:
        return zipped.archive(((name, parts.read(name)) for name in parts.namelist()), _LEVEL)


def _keep_numbers(document: Document) -> None:
    """Set the hyphens in numbers of laws as Word's own fixed ones, which are copied as hyphens."""
    for words in list(document.element.body.iter(qn("w:t"))):
        if words.text and "-" in words.text and unbroken.NUMBER.search(words.text):
            first, *others = _parted(words.text)
            _set(words, first)
            for part in reversed(others):
                following = OxmlElement("w:t")
                _set(following, part)
                words.addnext(following)
                words.addnext(OxmlElement("w:noBreakHyphen"))


def _parted(text: str) -> list[str]:
    """`text` cut at the hyphens of its numbers of laws."""
    parts, end = [""], 0
    for number in unbroken.NUMBER.finditer(text):
        first, *others = number[0].split("-")
        parts[-1] += text[end : number.start()] + first
        parts += others
        end = number.end()
    parts[-1] += text[end:]
    return parts


def _set(words: BaseOxmlElement, text: str) -> None:
    words.text = text
    words.set(qn("xml:space"), "preserve")
