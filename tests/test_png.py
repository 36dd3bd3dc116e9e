"""PNG files: every byte but what is packed, and back again through Pillow."""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lachan.formats import png
from lachan.verify import proof
from PIL import Image

SIGNATURE = b"\x89PNG\r\n\x1a\n"
NAME = "11692-vi-picture-hoi-wide.png"


def picture(width: int, height: int, pixels: bytes, colours: int = 256) -> Image.Image:
    image = Image.frombytes("P", (width, height), pixels)
    image.putpalette([value for index in range(colours) for value in (index, 255 - index, 7)])
    return image


def chunks(content: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Kind and content of each, their checksums checked."""
    assert content[:8] == SIGNATURE
    at = 8
    while at < len(content):
        (length,) = struct.unpack_from(">L", content, at)
        part = content[at + 4 : at + 8 + length]
        assert content[at + 8 + length : at + 12 + length] == struct.pack(">L", zlib.crc32(part))
        yield part[:4], part[4:]
        at += 12 + length


def test_every_byte() -> None:
    made = list(chunks(png.encoded(picture(3, 2, bytes([0, 1, 1, 1, 0, 0]), 2), NAME)))
    assert [kind.decode() for kind, _ in made] == ["IHDR", "sRGB", "PLTE", "iTXt", "IDAT", "IEND"]
    found = dict(made)
    assert found[b"IHDR"] == bytes.fromhex("00000003 00000002 08 03 00 00 00")
    assert found[b"sRGB"] == b"\0"
    assert found[b"PLTE"] == bytes([0, 255, 7, 1, 254, 7])
    assert found[b"iTXt"] == b"Title\0\0\0\0\0" + NAME.encode()
    assert found[b"IDAT"][:2].hex() == "789c"
    assert zlib.decompress(found[b"IDAT"]) == bytes([0, 0, 1, 1, 0, 1, 0, 0])
    assert found[b"IEND"] == b""


def test_a_picture_that_is_no_file_of_the_site_has_no_title() -> None:
    content = png.encoded(picture(1, 1, b"\0"))
    assert [kind for kind, _ in chunks(content)] == [b"IHDR", b"sRGB", b"PLTE", b"IDAT", b"IEND"]
    assert proof.picture_title(content) == ""


@pytest.mark.parametrize("name", [NAME, "vi-hỏi rõ.png"])
def test_the_name_comes_out_again(name: str) -> None:
    assert proof.picture_title(png.encoded(picture(1, 1, b"\0"), name)) == name


@given(st.integers(1, 40), st.integers(1, 40), st.data())
def test_what_went_in_comes_out(width: int, height: int, data: st.DataObject) -> None:
    size = width * height
    image = picture(width, height, data.draw(st.binary(min_size=size, max_size=size)))
    with Image.open(io.BytesIO(png.encoded(image, NAME))) as back:
        assert (back.format, back.mode, back.size) == ("PNG", "P", image.size)
        assert (back.tobytes(), back.getpalette()) == (image.tobytes(), image.getpalette())
        assert back.info["srgb"] == 0
