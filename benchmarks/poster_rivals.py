"""The poster “111” drawn by others, from the same data: same words, fonts, sizes, places and QR.

The places are those our template finds (poster.yml); neither has to find or check anything itself,
which is to their advantage.
"""

from __future__ import annotations

import html
import io
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any

import yaml
from PIL import Image, ImageDraw, ImageFont

HERE = Path(__file__).parent
FONTS = HERE.parent / "assets" / "fonts"
LAYOUT = yaml.safe_load((HERE / "poster.yml").read_text("utf-8"))
COLORS = LAYOUT["colors"]
WIDTH, HEIGHT = LAYOUT["page"]
DPI = 300
QUALITY = 90
"""Of the JPEG inside Pillow's PDF."""

Data = Mapping[str, Any]


def weasyprint() -> Callable[[Data], bytes]:
    """HTML and CSS made into a PDF with tags, PDF/UA like ours. Raises ImportError, OSError."""
    library: Any = import_module("weasyprint")
    configuration = import_module("weasyprint.text.fonts").FontConfiguration()
    faces = "".join(
        f"@font-face {{ font-family: f{name}; src: url({(FONTS / file).as_uri()}) }}"
        for name, file in LAYOUT["fonts"].items()
    )
    style = library.CSS(string=faces + _STYLE, font_config=configuration)

    def draw(data: Data) -> bytes:
        page = library.HTML(string=_page(data))
        pdf = page.write_pdf(stylesheets=[style], font_config=configuration, pdf_variant="pdf/ua-1")
        assert isinstance(pdf, bytes)
        return pdf

    return draw


_STRUT = 150
"""Millimetres: an empty box taller than any letter puts the baseline of a line at its own foot."""
_STYLE = f"""
@page {{ size: {WIDTH}mm {HEIGHT}mm; margin: 0 }}
body, h1, p {{ margin: 0; font-weight: normal }}
p, h1, div, svg {{ position: absolute; white-space: pre }}
p, h1 {{ transform-origin: 0 {_STRUT}mm }}
p::before, h1::before {{ content: ""; display: inline-block; height: {_STRUT}mm }}
"""


def _page(data: Data) -> str:
    """The poster as HTML."""
    parts = [_div(box["at"], box["fill"]) for box in LAYOUT["boxes"]]
    x, y, length = LAYOUT["dots"]["at"]
    dots = LAYOUT["dots"]
    look = f'stroke-linecap="round" stroke-dasharray="0 {dots["gap"]}"'
    parts.append(_line(x, y, length, 0, dots, look))
    cut, strips = LAYOUT["cut"], LAYOUT["strips"]
    for number in range(1, strips["count"]):
        x, (y, length) = number * strips["width"], cut["at"]
        parts.append(_line(x, y, 0, length, cut, f'stroke-dasharray="{cut["dash"]}"'))
    x, y, side = LAYOUT["qr"]
    size = data["qr"]["size"]
    parts += [
        _div((x, y, side, side, 0), "white"),
        f'<svg style="left: {x}mm; top: {y}mm; width: {side}mm; height: {side}mm"'
        f' viewBox="0 0 {size} {size}" role="img" aria-label="{html.escape(data["qr"]["alt"])}">'
        f'<path d="{data["qr"]["path"]}"/></svg>',
    ]
    for words, text, (x, y), turn in _texts(data):
        tag = "h1" if "headline" in text["words"] else "p"
        style = f"left: {x}mm; top: {y - _STRUT}mm; font: {text['size']}pt/0 f{text['font']}"
        turned = "; transform: rotate(-90deg)" if turn else ""
        style += f"; color: {COLORS[text['fill']]}{turned}"
        parts.append(f'<{tag} style="{style}">{html.escape(words)}</{tag}>')
    title = html.escape(data["title"])
    return f'<html lang="{data["lang"]}"><title>{title}</title><body>{"".join(parts)}</body></html>'


def _div(box: Sequence[float], fill: str) -> str:
    x, y, width, height, radius = box
    style = f"left: {x}mm; top: {y}mm; width: {width}mm; height: {height}mm; border-radius: {radius}mm"
    return f'<div style="{style}; background: {COLORS[fill]}"></div>'


def _line(x: float, y: float, across: float, down: float, line: Data, look: str) -> str:
    box = f"left: {x}mm; top: {y - 1}mm; width: {across + 1}mm; height: {down + 2}mm"
    look += f' stroke="{COLORS[line["fill"]]}" stroke-width="{line["weight"]}"'
    return (
        f'<svg style="{box}" viewBox="0 0 {across + 1} {down + 2}">'
        f'<line y1="1" x2="{across}" y2="{down + 1}" {look}/></svg>'
    )


def pillow() -> Callable[[Data], bytes]:
    """A picture of 300 dpi in a PDF, as it goes to a printer."""
    return _picture


def _picture(data: Data) -> bytes:
    image = Image.new("RGB", (_px(WIDTH), _px(HEIGHT)), "white")
    draw = ImageDraw.Draw(image)
    for box in LAYOUT["boxes"]:
        x, y, width, height, radius = box["at"]
        corners = (_px(x), _px(y), _px(x + width) - 1, max(_px(y), _px(y + height) - 1))
        draw.rounded_rectangle(corners, _px(radius), fill=COLORS[box["fill"]])
    dots = LAYOUT["dots"]
    x, y, length = dots["at"]
    for number in range(round(length / dots["gap"])):
        center = (_px(x + number * dots["gap"]), _px(y))
        draw.circle(center, _px(dots["weight"] / 2), fill=COLORS[dots["fill"]])
    cut, strips = LAYOUT["cut"], LAYOUT["strips"]
    top, length = cut["at"]
    for number in range(1, strips["count"]):
        x = _px(number * strips["width"])
        for at in range(0, round(length / cut["dash"]), 2):
            ends = (x, _px(top + at * cut["dash"]), x, _px(top + (at + 1) * cut["dash"]))
            draw.line(ends, COLORS[cut["fill"]], _px(cut["weight"]))
    _code(draw, data)
    for words, text, (x, y), turn in _texts(data):
        font = _font(text["font"], text["size"])
        if turn:
            # Pillow cannot write upwards: the words are drawn lying down, then turned.
            box = font.getbbox(words, anchor="ls")
            lying = Image.new("L", (round(box[2]), round(box[3] - box[1])))
            ImageDraw.Draw(lying).text((0, -box[1]), words, 255, font, anchor="ls")
            standing = lying.transpose(Image.Transpose.ROTATE_90)
            place = (_px(x) + round(box[1]), _px(y) - standing.height)
            image.paste(COLORS[text["fill"]], place, standing)
        else:
            draw.text((_px(x), _px(y)), words, COLORS[text["fill"]], font, anchor="ls")
    out = io.BytesIO()
    image.save(out, "PDF", resolution=DPI, quality=QUALITY)
    return out.getvalue()


def _code(draw: ImageDraw.ImageDraw, data: Data) -> None:
    left, top, side = LAYOUT["qr"]
    draw.rectangle((_px(left), _px(top), _px(left + side) - 1, _px(top + side) - 1), "white")
    module = side / data["qr"]["size"]
    for column, row, length in re.findall(r"M(\d+) (\d+)h(\d+)", data["qr"]["path"]):
        x, y = left + int(column) * module, top + int(row) * module
        ends = (_px(x + int(length) * module) - 1, _px(y + module) - 1)
        draw.rectangle((_px(x), _px(y), *ends), "black")


def _texts(data: Data) -> Iterator[tuple[str, Data, tuple[float, float], bool]]:
    """Every line of text: words, its style, where it begins, whether it is turned to the left."""
    for text in LAYOUT["text"]:
        x, y = text["at"]
        yield _words(text, data), text, (x, y), False
    strips = LAYOUT["strips"]
    for number in range(strips["count"]):
        for text in strips["text"]:
            x, y = text["at"]
            yield _words(text, data), text, (x + number * strips["width"], y), True


def _words(text: Data, data: Data) -> str:
    words = str(text["words"]).format(**data)
    return words.upper() if text.get("upper") else words


@cache
def _font(name: str | int, points: float) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(FONTS / LAYOUT["fonts"][name], points / 72 * DPI)


def _px(millimetres: float) -> int:
    return round(millimetres / 25.4 * DPI)
