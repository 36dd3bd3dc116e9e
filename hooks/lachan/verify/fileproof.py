"""One finished file opened again: what its entry in kho.json says of it must be found in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from lachan.formats.kinds import PICTURES, Kind, Variant
from lachan.formats.qr import PRINTED
from lachan.verify import identity, layout, proof, tags

Entry = Mapping[str, Any]
"""What kho.json says of a file."""
_KINDS: Mapping[str, frozenset[Kind]] = {
    ".pdf": frozenset(PRINTED),
    ".docx": frozenset({Kind.FORM, Kind.WORD}),
    ".txt": frozenset({Kind.POST, Kind.TEXT}),
    ".png": frozenset({Kind.PICTURE, Kind.PREVIEW}),
    ".zip": frozenset({Kind.BUNDLE}),
    ".mp3": frozenset({Kind.AUDIO}),
    ".m3u8": frozenset({Kind.AUDIO}),
}


QrLocations = dict[tuple[str, ...], proof.QrLocation]
"""Where sheets have their QR, by kind, id, language and variant."""


@dataclass(frozen=True)
class Known:
    """What a finished site knows of a file besides its entry: the name of its place, and of a bundle
    the hash of each file that it may hold.
    """

    name: str = ""
    members: Mapping[str, str] = field(default_factory=dict)


def file_faults(
    entry: Entry,
    content: bytes,
    *,
    look: bool = True,
    locations: QrLocations | None = None,
    known: Known | None = None,
) -> Iterator[str]:
    """What is wrong with one finished file, by its entry in kho.json.

    With `look` also its layout and tags. Its QR is looked for first where `locations`, which grow by
    each file, say that the same sheet of another place had it; without them all over the pages. `known`
    is there when the site is finished.
    """
    path, title = str(entry["path"]), str(entry["title"])
    numbers = tuple(entry.get("numbers", ()))
    suffix = path[path.rfind(".") :]
    if entry["kind"] not in _KINDS.get(suffix, ()):
        yield f"không rõ loại tệp này ({entry['kind']})"
    elif suffix == ".pdf":
        locations = {} if locations is None else locations
        sheet = tuple(str(entry[key]) for key in ("kind", "id", "lang", "variant"))
        try:
            found = proof.open_pdf(content, locations.get(sheet))
        except proof.PdfError:
            yield "không mở được tệp PDF"
            return
        if found.location:
            locations[sheet] = found.location
        yield from proof.pdf_faults(
            found, qr=entry.get("qr", ""), numbers=numbers, pages=entry.get("pages", 0)
        )
        yield from identity.title_faults(found.title, title)
        if known:
            yield from identity.name_faults(found.text, known.name)
        if look:
            eco = str(entry["variant"]).endswith(Variant.ECO)
            yield from layout.faults(content, qr=PRINTED[entry["kind"]].side, eco=eco)
            yield from tags.faults(content, lang=entry["lang"])
    elif suffix == ".docx":
        wrong = list(proof.word_faults(content, numbers))
        yield from wrong
        if known and not wrong:
            yield from identity.word_faults(content, title, known.name)
    elif suffix == ".txt" and "numbers" in entry:
        yield from proof.text_faults(content, numbers)
    elif suffix == ".png":
        preview, size = entry["kind"] == Kind.PREVIEW, PICTURES.get(entry["variant"])
        if not preview and size is None:
            yield f"không rõ khổ ảnh này ({entry['variant']})"
        yield from filter(None, [proof.picture_fault(content, None if preview else size)])
    elif suffix == ".zip":
        if known:
            yield from identity.bundle_faults(content, known.members, whole=entry["id"] == "kit")
        else:
            yield from filter(None, [proof.bundle_fault(content)])
    elif suffix == ".mp3":
        yield from filter(None, [proof.sound_fault(content)])
    elif suffix == ".m3u8":
        yield from identity.playlist_faults(content, path, title, entry.get("parts", ()))
