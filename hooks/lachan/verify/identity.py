"""What a finished file says of itself, and of the others that it belongs with.

A checksum tells that a file is as it was listed; these tell that it is the right one: its title, whose
it is, and that the bundles and playlists of its place hold just it.
"""

from __future__ import annotations

import hashlib
import io
import posixpath
import unicodedata
import zipfile
import zlib
from collections.abc import Iterator, Mapping, Sequence

from lxml import etree

from lachan.verify import proof

BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, KeyError, OSError, RuntimeError, ValueError)
"""What reading a spoiled ZIP raises."""
_TITLE = "{http://purl.org/dc/elements/1.1/}title"


def title_faults(found: str, title: str) -> Iterator[str]:
    """What is wrong with the title in a file; a form's leaves out what stands behind the dash."""
    if found != title and not (found and title.startswith(f"{found} – ")):
        yield f"tệp mang tên «{found}», đúng ra là «{title}»"


def name_faults(text: str, name: str) -> Iterator[str]:
    """What is wrong with a sheet that says whose it is: `name`, in whatever letters, on however many
    lines.
    """
    if _letters(name) not in _letters(text):
        yield f"tệp không ghi tên «{name}»"


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, unicodedata.normalize("NFC", text).casefold()))


def word_faults(content: bytes, title: str, name: str) -> Iterator[str]:
    """What is wrong with title and name in a Word file."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            words = proof.word_text(archive.read("word/document.xml"))
            about = etree.fromstring(archive.read("docProps/core.xml"), proof.XML)
    except (*BROKEN, etree.XMLSyntaxError):
        yield "không mở được tệp Word"
        return
    yield from title_faults(about.findtext(_TITLE) or "", title)
    yield from name_faults(words, name)


def bundle_faults(content: bytes, members: Mapping[str, str], whole: bool) -> Iterator[str]:
    """What is wrong with a bundle: it may hold `members`, by name the hash of each,
    and if it is the whole kit, it holds all.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            names = archive.namelist()
            found = {name: hashlib.sha256(archive.read(name)).hexdigest() for name in names}
    except BROKEN:
        yield "không mở được tệp nén"
        return
    for name in sorted(found):
        if name not in members:
            yield f"trong gói có tệp lạ {name}"
        elif found[name] != members[name]:
            yield f"tệp {name} trong gói khác tệp cùng tên trên trang"
    for name in sorted(members.keys() - found.keys()) if whole else ():
        yield f"trong gói thiếu tệp {name}"


def playlist_faults(content: bytes, here: str, title: str, parts: Sequence[str]) -> Iterator[str]:
    """What is wrong with the playlist at `here`, which plays `parts`."""
    head, ways = ["#EXTM3U", f"#PLAYLIST:{title}"], content.decode("utf-8", "replace").splitlines()
    folder = posixpath.dirname(here)
    played = [posixpath.normpath(posixpath.join(folder, way)) for way in ways[len(head) :]]
    if ways[: len(head)] != head or played != list(parts):
        yield "danh sách phát không đúng các tệp tiếng mà kho.json ghi"
